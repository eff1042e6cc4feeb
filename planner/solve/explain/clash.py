"""No plan: which rules clash, and what is the least to give up.

The model is built again with every must rule behind a literal per place. The deletion filter
(Chinneck and Dravnieks 1991) on it gives a minimal set of rules that cannot hold together; with
that set switched off, another one is looked for. All of it ends with the time that the request
was given.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cached_property

from planner.problem.problem import Problem
from planner.problem.shortlist import offers as shortlists
from planner.request.conflict import Conflict, Repair
from planner.request.errors import NoPlanInTime
from planner.rules.protocol import Rule
from planner.solve.cuts.decode import Reader
from planner.solve.cuts.separate import Separator
from planner.solve.explain.fixes import Fixer
from planner.solve.explain.pins import of_pins
from planner.solve.explain.sentences import BLAMED_LAST, Guard, causes, clash
from planner.solve.model.variables import ModelBuilder
from planner.solve.run import Control, Run, run
from planner.solve.search.kernel_search import Search


def conflict_of(problem: Problem, rules: Sequence[Rule], control: Control) -> Conflict:
    """Return the conflict of an infeasible problem.

    Raises
    ------
    NoPlanInTime
        The solver said "infeasible", but finds a plan without presolve: then
        nothing is certain, and nobody is told "impossible".
    """
    watch = _watch(control, control.settings.explain_s)
    pins = list(of_pins(problem))
    found = of_sessions(problem, rules, watch) or of_week(problem, rules, watch, pins)
    found = pins + [one for one in found if one not in pins]
    repairs = _repairs(problem, rules, watch, found)
    if not repairs and watch.wall_left > watch.settings.second_opinion_s:
        # With all of these resolved no plan was found: there is more to it.
        further = conflicts(Questions(problem, rules, watch), watch, found)
        found += further
        repairs = _repairs(problem, rules, watch, found) if further else repairs
    guards = dict.fromkeys(g for one in found for g in causes(problem, one, rules))
    return Conflict(rules=tuple(clash(problem, g) for g in guards), repairs=repairs)


def _repairs(problem: Problem, rules: Sequence[Rule], watch: Control,
             found: Sequence[Sequence[Guard]]) -> tuple[Repair, ...]:
    named = [causes(problem, one, rules) for one in found]
    trials = _watch(watch, watch.settings.repairs_s)
    return tuple(Fixer(problem, rules, trials, possible).repairs(named))


def _watch(control: Control, least_s: float) -> Control:
    """Return a control for what is left of the clock, and for a few tenths of a second anyhow."""
    return Control(max(least_s, control.wall_left), 1, control.seed, time.monotonic(),
                   should_stop=control.should_stop, settings=control.settings)


def of_sessions(problem: Problem, rules: Sequence[Rule], control: Control) -> list[list[Guard]]:
    """Return the conflicts of single sessions: rules of a session that it cannot keep by itself.

    What such a rule asks binds the variables of its session only, so that a conflict of a session
    is one of the week. A session alone is a small model.
    """
    found: list[list[Guard]] = []
    for session in problem.sessions:
        if control.wall_left <= 0:
            break
        alone = problem.narrowed([[o.id for o in s.options] if s is session else []
                                  for s in problem.sessions])
        questions = Questions(alone, rules, control)
        own = [g for g in questions.guards if g[1] == session.id]
        if not questions.hold(own):
            found.append(_deletion(questions, own, control))
    return found


def of_week(problem: Problem, rules: Sequence[Rule], control: Control,
            known: Sequence[list[Guard]] = ()) -> list[list[Guard]]:
    """Return conflicts of the whole request, or whom to blame where only the order fails.

    Parameters
    ----------
    known
        Conflicts that are proved; others are looked for.

    Raises
    ------
    NoPlanInTime
        A model without presolve has a plan.
    """
    if not known and control.wall_left > control.settings.second_opinion_s and feasible(
            problem, rules, control, presolve=False):
        raise NoPlanInTime("the solver contradicts itself on this request; nothing is certain")
    questions = Questions(problem, rules, control)
    found = conflicts(questions, control, known)
    if found or known:
        return found
    speaking = [r.id for r in questions.model.order_rules] + [
        r.id for r in questions.model.pair_rules]
    strict = [name for name in speaking if problem.request.rules.get(name) == "must"]
    blamed = [(rule, "week") for rule in strict] + [
        ("include", i.exercise) for i in problem.request.include]
    # Where the time was over before a question was answered, it is what a person wrote down.
    return [blamed or sorted(g for g in questions.guards if g[0] in BLAMED_LAST)]


def conflicts(questions: Questions, control: Control,
              known: Sequence[list[Guard]] = ()) -> list[list[Guard]]:
    """Return minimal sets of rules that cannot hold together, each without a rule of the others.

    None where all rules can hold together: then the order or the pairing fails.
    """
    found: list[list[Guard]] = []
    dropped = {_dropped(one) for one in known}
    left = [guard for guard in questions.guards if guard not in dropped]
    half = control.seconds * control.settings.conflict_share
    while len(found) < control.settings.conflicts and (not found or control.elapsed < half):
        if questions.hold(left):
            break
        found.append(_deletion(questions, left, control))
        left.remove(_dropped(found[-1]))
    return found


def _dropped(conflict: list[Guard]) -> Guard:
    """Return a rule without which a conflict is gone; another conflict may share the rest."""
    return min(conflict, key=lambda g: (g[0] != "include", g[0] not in BLAMED_LAST, g))


def possible(problem: Problem, rules: Sequence[Rule], control: Control) -> bool | None:
    """Whether a plan exists: asked with the shortlist first, then with all candidates.

    The whole model is built only where there is time for it; None where there is not.
    """
    few = problem.narrowed(shortlists(problem))
    if Search(few, rules, control, paired=False).any():
        return True
    if control.wall_left <= control.settings.second_opinion_s:
        return None
    return feasible(problem, rules, control)


def feasible(problem: Problem, rules: Sequence[Rule], control: Control,
             presolve: bool = True) -> bool | None:
    """Whether a plan exists, order and supersets included; None where time ran out."""
    if control.wall_left <= 0:
        return None
    model = ModelBuilder(problem, rules)
    separator = Separator(model, Reader(model))
    for _ in range(control.settings.proof_rounds):
        found = run(model.cp, control, presolve=presolve, work=control.settings.question_work,
                    first=True)
        if found.status == "infeasible":
            return None if separator.guessed else False
        if not found.values:
            return None
        if separator.beyond(found.values) is not None:
            return True
    return None


class Questions:
    """Asks whether rules can hold together, all others switched off."""

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control) -> None:
        self._problem = problem
        self._rules = rules
        self._alone = ModelBuilder(problem, rules, guarded=True, paired=False)
        self._control = control

    @property
    def guards(self) -> list[Guard]:
        """Every rule at every place where it asks something."""
        return list(self._alone.guards)

    @cached_property
    def model(self) -> ModelBuilder:
        """The model with supersets, built when one without has no plan."""
        return ModelBuilder(self._problem, self._rules, guarded=True)

    def hold(self, on: Sequence[Guard]) -> bool:
        """Whether some plan keeps these rules: asked without supersets, then with them.

        A question that is left open counts as yes: no rule is blamed without a proof.
        """
        settings = self._control.settings
        alone = self._asked(self._alone, on, settings.unpaired_question_work)
        if alone.values or self._problem.request.supersets == "never":
            return alone.status != "infeasible"
        return self._asked(self.model, on, settings.question_work).status != "infeasible"

    def _asked(self, model: ModelBuilder, on: Sequence[Guard], work: float) -> Run:
        clone = model.cp.clone()
        for key, literal in model.guards.items():
            clone.add(clone.get_bool_var_from_proto_index(literal.index) == int(key in on))
        return run(clone, self._control, work=work, first=True)


def _deletion(questions: Questions, of: Sequence[Guard], control: Control) -> list[Guard]:
    """Return a minimal set of clashing rules, by the deletion filter.

    Claim: a rule is kept only where the others that are left can hold together without it. That
    stays so when further rules are dropped, so no rule of the result can be spared, provided
    that every question was answered in time. Where the time ends, what a person wrote down is
    what is left to blame.
    """
    order = sorted(of, key=lambda g: (g[0] in BLAMED_LAST, g))
    kept = list(order)
    # Rules by name first, then place by place: few solves where a week has many places.
    steps = [[g for g in order if g[0] == rule] for rule in dict.fromkeys(g[0] for g in order)]
    for dropped in (*steps, *([g] for g in order)):
        if control.wall_left <= 0:
            return sorted(g for g in kept if g[0] in BLAMED_LAST) or sorted(kept)
        fewer = [g for g in kept if g not in dropped]
        if len(fewer) < len(kept) and not questions.hold(fewer):
            kept = fewer
    return sorted(kept)
