"""Plans made from a plan: the same search, beginning with that plan.

Each search begins with the given plan. It offers the shortlist (`planner.problem.shortlist`) and
the exercises of the plan. The objective is always that of every plan,

    weight of coverage x coverage + quality,

with a term added or a part fixed:

* planning anew (`solve_near`): ``weight x max(0, coverage - good enough) + quality +
  change x changes``. A change has to bring back its price, and a shortage of the week before may
  stay;
* another plan (`solve_unlike`): the same objective, and a row that at most two thirds of the
  entries are shared with any other plan;
* one session around an exercise (`solve_around`): the same objective, the other sessions fixed;
* other rules, or other minutes (`solve_from`): the same objective and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.problem.problem import Problem
from planner.problem.shortlist import offers
from planner.rules.protocol import Rule
from planner.solve.model.variables import MUCH, ModelBuilder
from planner.solve.objective.distance import Anchor, Sessions, changes, fix
from planner.solve.objective.terms import Objective, coverage
from planner.solve.run import Control
from planner.solve.search.incumbent import holding
from planner.solve.search.kernel_search import Extra, NoSolution, Search, Solution
from planner.solve.search.neighbourhoods import Neighbourhood, neighbourhoods
from planner.workout.workout import Workout, WorkoutSession


def offered_with(problem: Problem, old: Sessions) -> list[frozenset[str]]:
    """Return by session the shortlist together with the exercises of a plan."""
    return [offer | held_ids(old, s.index)
            for offer, s in zip(offers(problem), problem.sessions, strict=True)]


def held_ids(old: Sessions, index: int) -> frozenset[str]:
    """Return the ids of a session's work in a plan."""
    return frozenset(i.exercise.id for i in old[index].work) if index in old else frozenset()


def solve_near(problem: Problem, rules: Sequence[Rule], control: Control,
               wish: Anchor) -> Solution | NoSolution:
    """Return the plan that best restores the worth of a week, changes included in the price.

    Parameters
    ----------
    problem
        The request as it is now, narrowed to the offers. Held entries have fixed sets.
    wish
        The plan to begin with, and the parts of it that stay.
    """
    def extra(m: ModelBuilder) -> Objective:
        fix(m, {i: wish.old[i] for i in wish.held})
        for session in m.problem.sessions:
            for option in session.options:
                if option.id in wish.locks.get(session.index, ()):
                    m.cp.add(m.x(option) == 1)
        return changes(m, wish)

    search = _Near(problem, rules, control, wish, extra)
    free = [s.index for s in problem.sessions if s.index not in wish.held]
    search.parts = [n for n in neighbourhoods(problem)
                    if not wish.held.intersection(n.sessions)] if free else []
    return search.solve()


class _Near(Search):
    """A search that asks for no better coverage than a plan had."""

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control, wish: Anchor,
                 extra: Extra) -> None:
        super().__init__(problem, rules, control, _paired(problem, wish.old), extra,
                         holding(_workout(problem, wish.old)))
        self.good_enough = wish.good_enough

    def coverage(self, model: ModelBuilder) -> Objective:
        """Return the coverage loss beyond the one that is good enough."""
        # No weight of a goal is above 100, and no goal is missed by 10**5 quarter sets.
        behind = model.cp.new_int_var(0, 400 * MUCH * len(model.problem.goals), "behind")
        model.cp.add(behind >= coverage(model).expr - self.good_enough)
        return Objective([(1, behind)])


def solve_from(problem: Problem, rules: Sequence[Rule], control: Control, old: Sessions,
               quick: bool = False) -> Solution | NoSolution:
    """Return the best plan of a problem, beginning with another plan where there is one.

    Where the shortlist holds no plan, all candidates are offered.

    Parameters
    ----------
    quick
        Whether little time goes into a proof.
    """
    for offer in (offered_with(problem, old), None):
        small = problem if offer is None else problem.narrowed(offer)
        wish = problem.request.supersets
        paired = _paired(problem, old) if offer is not None else wish != "never"
        search = Search(small, rules, control, paired,
                        begin=holding(_workout(problem, old)) if old else None)
        search.work_of_proof = control.settings.variant_proof_work if quick else None
        found = search.solve()
        if isinstance(found, Solution) or control.spent:
            break
    return found


def solve_unlike(problem: Problem, rules: Sequence[Rule], control: Control,
                 others: Sequence[Sessions]) -> Solution | None:
    """Return a plan that shares at most two thirds of its work entries with each of some others.

    The search begins with such a plan that is nearest to the first of the others. None where the
    limits end it before it has found any.
    """
    def extra(m: ModelBuilder) -> Objective:
        offered = [(s.index, o) for s in m.problem.sessions for o in s.options]
        everything = m.total((2, m.x(o)) for _, o in offered)
        for other in others:
            ids = {i: held_ids(other, i) for i in other}
            shared = m.total((3, m.x(o)) for i, o in offered if o.id in ids.get(i, ()))
            m.cp.add(shared <= 2 * sum(map(len, ids.values())))
            m.cp.add(shared <= everything)
        return Objective([])

    search = Search(problem, rules, control, _paired(problem, others[0]), extra,
                    holding(_workout(problem, others[0])))
    search.work_of_proof = control.settings.variant_proof_work
    found = search.solve()
    return found if isinstance(found, Solution) else None


def solve_around(problem: Problem, rules: Sequence[Rule], control: Control, begin: Workout,
                 free: int, exercise: str) -> Solution | NoSolution:
    """Return the best plan with one session planned around an exercise, the others fixed.

    Parameters
    ----------
    begin
        A plan to begin with, whose other sessions are the fixed ones.
    """
    old = dict(enumerate(begin.sessions))
    ids = [offer | {exercise} if s.index == free else held_ids(old, s.index)
           for s, offer in zip(problem.sessions, offered_with(problem, old), strict=True)]

    def extra(m: ModelBuilder) -> Objective:
        fix(m, {i: v for i, v in old.items() if i != free})
        for option in m.problem.sessions[free].options:
            if option.id == exercise:
                m.cp.add(m.x(option) == 1)
        return Objective([])

    search = Search(problem.narrowed(ids), rules, control, _paired(problem, old), extra,
                    holding(begin))
    search.parts = [Neighbourhood((free,))]
    return search.solve()


def _paired(problem: Problem, old: Sessions) -> bool:
    """Whether supersets are offered: where the request would have them, or the plan has some."""
    wish = problem.request.supersets
    there = any(i.superset is not None for v in old.values() for i in v.work)
    return wish == "prefer" or (wish == "allow" and (there or problem.short))


def _workout(problem: Problem, old: Sessions) -> Workout:
    """Return a plan's sessions as a workout of a problem; a new session is empty."""
    return Workout(tuple(old.get(s.index, WorkoutSession(s.id, s.day, ())) for s
                         in problem.sessions))
