"""No plan: the rules that clash, and the repairs.

The model is built again with every must rule behind a literal per place. The deletion filter
(Chinneck and Dravnieks 1991) gives a minimal set of rules that cannot hold together. A repair is a
changed request; it was solved before it is offered.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from planner.problem.build import build_problem
from planner.problem.problem import Problem, SessionProblem
from planner.problem.shortlist import offers as shortlists
from planner.request.conflict import Clash, Conflict, Repair
from planner.request.errors import NoPlanInTime
from planner.request.request import Request, normalise
from planner.rules.protocol import Rule
from planner.solve.cuts.decode import Reader
from planner.solve.cuts.separate import Separator
from planner.solve.explain.repairs import Offer, offers
from planner.solve.model.variables import ModelBuilder
from planner.solve.run import Control, Run, run
from planner.solve.search.kernel_search import Search

Guard = tuple[str, str]

BLAMED_LAST = ("include", "time_budget", "equipment", "exclude", "complaints")
"""Rules about fields of the request. They are dropped last, so that a clash names what a person
wrote rather than what the planner holds by itself."""


def conflict_of(problem: Problem, rules: Sequence[Rule], control: Control) -> Conflict:
    """Return the conflict of an infeasible problem.

    Raises
    ------
    NoPlanInTime
        The solver said "infeasible", but finds a plan without presolve: then
        nothing is certain, and nobody is told "impossible".
    """
    spare = Control(max(60.0, control.seconds), 1, control.seed, time.monotonic(),
                    settings=control.settings)
    if feasible(problem, rules, spare, presolve=False):
        raise NoPlanInTime("the solver contradicts itself on this request; nothing is certain")
    questions = Questions(problem, rules, spare)
    model = questions.model
    if questions.hold(list(model.guards)):
        # Only the order or the pairing of what is asked fails: those rules are to blame.
        names = [r.id for r in model.order_rules] + [r.id for r in model.pair_rules]
        strict = [name for name in names if problem.request.rules.get(name) == "must"]
        clash = [(rule, "week") for rule in strict] + [
            ("include", i.exercise) for i in problem.request.include]
    else:
        clash = _deletion(questions)
    return Conflict(rules=tuple(_clash(problem, g) for g in clash),
                    repairs=tuple(_repairs(problem, rules, clash, spare)))


def possible(problem: Problem, rules: Sequence[Rule], control: Control) -> bool | None:
    """Whether a plan exists: asked with the shortlist first, then with all candidates."""
    few = problem.narrowed(shortlists(problem))
    if Search(few, rules, control, paired=False).any():
        return True
    return feasible(problem, rules, control)


def feasible(problem: Problem, rules: Sequence[Rule], control: Control,
             presolve: bool = True) -> bool | None:
    """Whether a plan exists, order and supersets included; None where time ran out."""
    model = ModelBuilder(problem, rules)
    separator = Separator(model, Reader(model))
    for _ in range(control.settings.proof_rounds):
        found = run(model.cp, control, presolve=presolve, work=control.settings.question_work,
                    first=True)
        if found.status == "infeasible":
            return False
        if not found.values:
            return None
        if separator.beyond(found.values) is not None:
            return True
    return None


class Questions:
    """Asks whether rules can hold together, all others switched off."""

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control) -> None:
        self.model = ModelBuilder(problem, rules, guarded=True)
        self._alone = ModelBuilder(problem, rules, guarded=True, paired=False)
        self._control = control

    def hold(self, on: Sequence[Guard]) -> bool:
        """Whether some plan keeps these rules: asked without supersets, then with them."""
        settings = self._control.settings
        if self._asked(self._alone, on, settings.unpaired_question_work).values:
            return True
        return self._asked(self.model, on, settings.question_work).status != "infeasible"

    def _asked(self, model: ModelBuilder, on: Sequence[Guard], work: float) -> Run:
        clone = model.cp.clone()
        for key, literal in model.guards.items():
            clone.add(clone.get_bool_var_from_proto_index(literal.index) == int(key in on))
        return run(clone, self._control, work=work, first=True)


def _deletion(questions: Questions) -> list[Guard]:
    """Return a minimal set of clashing rules, by the deletion filter.

    Claim: a rule is kept only where the others that are left can hold together without it. That
    stays so when further rules are dropped, so no rule of the result can be spared, provided
    that every question was answered in time.
    """
    order = sorted(questions.model.guards, key=lambda g: (g[0] in BLAMED_LAST, g))
    kept = list(order)
    # Rules by name first, then place by place: few solves where a week has many places.
    for rule in dict.fromkeys(g[0] for g in order):
        fewer = [g for g in kept if g[0] != rule]
        if not questions.hold(fewer):
            kept = fewer
    for guard in list(kept):
        fewer = [g for g in kept if g != guard]
        if not questions.hold(fewer):
            kept = fewer
    return sorted(kept)


def _clash(problem: Problem, guard: Guard) -> Clash:
    rule, where = guard
    session = next((s for s in problem.sessions if s.id == where), None)
    exercise = problem.catalog.exercise_by_id.get(where)
    texts = {
        "time_budget": _minutes(session, problem) if session else where,
        "include": f"{exercise.name if exercise else where} must appear",
        "work": f"{where} must hold some work",
        "main_lift": f"{where} must have a main lift",
        "phases": f"{where} begins with the warm-up that was asked",
        "session_sets": f"{where} holds at most the level's sets",
        "equipment": f"the equipment on {where} is as given",
        "exclude": "what was excluded stays out",
        "complaints": "what a complaint excludes stays out, and its limits hold",
        "coverage": f"{where} stays between its min and max",
        "strain": f"{where} keeps the level's budget for back and grip",
        "recovery": f"nothing is hit on {where} before it has recovered",
        "repeat": "no exercise comes back too soon",
    }
    return Clash(rule=rule, where=where,
                 says=texts.get(rule, f"{where} keeps {rule.replace('_', ' ')}"))


def _minutes(session: SessionProblem, problem: Problem) -> str:
    held = sum(sum(part.holds) for part in session.warm_up) // 60
    word = "minute" if session.minutes == 1 else "minutes"
    warm = f", of which the warm-up takes {held}" if held else ""
    return f"{session.id} has {session.minutes} {word}{warm}"


def _repairs(problem: Problem, rules: Sequence[Rule], clash: Sequence[Guard],
             control: Control) -> Iterator[Repair]:
    """Yield verified repairs, the smallest of each kind."""
    found = 0
    for offer in offers(problem, clash):
        if found >= control.settings.repairs or control.wall_left <= 0:
            return
        repaired = _first_that_works(problem, rules, offer, control)
        if repaired is not None:
            found += 1
            yield repaired


def _first_that_works(problem: Problem, rules: Sequence[Rule], offer: Offer,
                      control: Control) -> Repair | None:
    """Return the smallest step of an offer that makes a plan possible, by bisection.

    None where even the largest step does not.
    """
    steps = offer.steps
    low, high = 0, len(steps) - 1
    if not steps or not _possible(problem, rules, steps[high].change, control):
        return None
    while low < high:
        middle = (low + high) // 2
        if _possible(problem, rules, steps[middle].change, control):
            high = middle
        else:
            low = middle + 1
    return steps[high]


def _possible(problem: Problem, rules: Sequence[Rule], change: dict[str, Any],
              control: Control) -> bool:
    data = changed(problem.request, change)
    request = normalise(Request.model_validate(data), problem.catalog, (r.id for r in rules))
    return possible(build_problem(request, problem.catalog, rules), rules, control) is True


def changed(request: Request, change: dict[str, Any]) -> dict[str, Any]:
    """Return a request's fields with a repair's change put over them."""
    data = request.model_dump(mode="json", by_alias=True)
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(data.get(key), dict):
            data[key] = {**data[key], **value}
        else:
            data[key] = value
    return data
