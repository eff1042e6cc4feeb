"""A plan that was made before, opened again: audited, and its faults named."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.answers.trial.cache import problem_of
from planner.catalog import Catalog
from planner.judge.audit import broken_musts, coverage_rows, ledger, worth
from planner.judge.audit_rows import LedgerRow, Tier
from planner.judge.prices import quality_parts
from planner.judge.tiers import NO_BOUND, TierName, Worth
from planner.plans.check import as_plan, workout_of
from planner.plans.make import catalog_report, rule_book
from planner.plans.make import notes as shortfall_notes
from planner.plans.schema import Plan, PlanSession, SolverReport
from planner.plans.write import session_page
from planner.problem.problem import Problem, SessionProblem
from planner.request.arguments import catalog_of, word
from planner.request.days import spoken_day
from planner.request.errors import InputError, PlanBug, nearest
from planner.request.request import normalise
from planner.rules import REGISTRY, Rule
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout, WorkoutSession

AnyPlan = Plan | Mapping[str, Any] | str
"""A plan, its JSON as a mapping, or its JSON as text."""


@dataclass(frozen=True)
class Opened:
    """A plan with all values that are recomputed from it.

    Attributes
    ----------
    rows
        Today's ledger of the plan.
    worth
        The three tiers, recomputed.
    notes
        Faults of the file: another catalogue, edited figures, broken must rules.
    """

    plan: Plan
    catalog: Catalog
    rules: tuple[Rule, ...]
    problem: Problem
    workout: Workout
    rows: tuple[LedgerRow, ...]
    worth: Worth
    notes: tuple[str, ...]

    @property
    def as_made(self) -> bool:
        """Whether the plan was made from this catalogue and by these rules."""
        built_in = {r.id for r in REGISTRY}
        judged, judges = ({r.rule for r in rows} - built_in for rows in (
            self.plan.ledger, self.rows))
        return self.plan.catalog.sha256 == self.catalog.sha256 and judged == judges

    @property
    def proofs(self) -> tuple[Tier, ...]:
        """The tiers with what is proved of them; nothing where other plans were possible then."""
        return _proofs(self.plan.solver.tiers if self.as_made else (), self.worth)

    def session(self, name: str, where: str = "session") -> SessionProblem:
        """Return a session by its id.

        Raises
        ------
        InputError
            There is none. The message names the nearest.
        """
        asked = spoken_day(word(name, where))
        for session in self.problem.sessions:
            if session.id == asked:
                return session
        raise InputError(f"no session {name!r}; {nearest(name, self.ids)}", where)

    def exercise(self, name: str, where: str) -> str:
        """Return the id of an exercise by its id or by any of its names.

        Raises
        ------
        InputError
            There is none. The message names the nearest.
        """
        known = self.catalog.exercise_by_id
        asked = word(name, where)
        found = asked if asked in known else self.catalog.names.find(asked)
        if found is None:
            raise InputError(f"no exercise {name!r}; {nearest(name, known)}", where)
        return found

    @property
    def ids(self) -> list[str]:
        """The ids of the sessions."""
        return [s.id for s in self.problem.sessions]


def open_plan(plan: AnyPlan, catalog: Catalog | None = None,
              rules: Sequence[Rule] = ()) -> Opened:
    """Read a plan again and audit it.

    A plan that breaks a must rule or comes from another catalogue is opened as well, and ``notes``
    say so.

    Raises
    ------
    InputError
        The input is not a plan, its sessions are not those of its request, or it names an
        exercise that the catalogue does not have.
    """
    catalog = catalog_of(catalog)
    book = rule_book(rules)
    read = as_plan(plan)
    asked = normalise(read.request, catalog, (r.id for r in rules))
    ids = [s.id for s in asked.sessions]
    found = [s.id for s in read.sessions]
    if ids != found:
        raise InputError(f"the request asks for the sessions {', '.join(map(str, ids))}, "
                         f"the plan has {', '.join(found) or 'none'}", "sessions")
    for name in read.done:
        if name not in found:
            raise InputError(f"no session {name!r}; {nearest(name, found)}", "done")
    problem = problem_of(asked, frozenset(read.done), catalog, book)
    try:
        workout = workout_of(read.sessions, problem)
    except InputError as error:
        raise InputError(_foreign(read, catalog, error.message), error.where) from None
    rows = ledger(workout, problem, book)
    value = worth(workout, problem, rows)
    return Opened(read, catalog, book, problem, workout, rows, value,
                  tuple(_faults(read, catalog, problem, workout, rows, value)))


def _foreign(plan: Plan, catalog: Catalog, message: str) -> str:
    if plan.catalog.sha256 == catalog.sha256:
        return message
    return (f"{message}. The plan was made from another catalogue, {plan.catalog.name} "
            f"{plan.catalog.version} with {plan.catalog.exercises} exercises; "
            "name it with --catalog, or make the plan anew")


def _faults(plan: Plan, catalog: Catalog, p: Problem, w: Workout, rows: Sequence[LedgerRow],
            value: Worth) -> list[str]:
    """Return the faults of a plan file, the most telling first."""
    said = []
    if plan.catalog.sha256 != catalog.sha256:
        said.append(f"The plan was made from catalogue {plan.catalog.name} {plan.catalog.version} "
                    "in another state; it is judged by today's.")
    else:
        said += _edits(plan, p, w, value.by_name())
    for row in broken_musts(rows):
        said.append(f"The plan breaks {row.rule} ({row.where}): {row.says}.")
    return said


def _edits(plan: Plan, p: Problem, w: Workout, values: Mapping[str, int]) -> list[str]:
    """Return the first of a plan's own figures that differs from its recomputed value, in words."""
    for page, done in zip(plan.sessions, w.sessions, strict=True):
        written = getattr(page.seconds, p.request.pace)
        takes = session_seconds(done.entries, p.timing)
        if written != takes and page.id not in p.done:
            return [f"The plan was edited: it says {_clock(written)} for {page.id}, "
                    f"which takes {_clock(takes)}."]
    wrong = [t.name for t in plan.solver.tiers if values.get(t.name) != t.value]
    if wrong:
        return [f"The plan was edited: it says {_tier(plan, wrong[0])} for {wrong[0]}, "
                f"which is {values.get(wrong[0])}."]
    return []


def _tier(plan: Plan, name: str) -> int:
    return next(t.value for t in plan.solver.tiers if t.name == name)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def revised(before: Opened, workout: Workout, says: Sequence[str], started: float,
            problem: Problem | None = None, proofs: Sequence[Tier] | None = None,
            kept: Mapping[str, PlanSession] | None = None, found_s: float = 0.0) -> Plan:
    """Return a plan made from another one, audited.

    Parameters
    ----------
    workout
        The workout of the new plan.
    says
        The changes in words, for the notes.
    started
        `time.monotonic` when the question was asked.
    problem
        The problem of the new plan; None for that of the old one.
    proofs
        Tiers with the bounds proved for the new plan; None keeps those of the old one.
    found_s
        Seconds after which a search had found the plan; 0 where nothing was searched.
    kept
        Pages by session that are taken over as they stand.

    Raises
    ------
    PlanBug
        The new plan breaks a must rule that the old one kept.
    """
    p = problem or before.problem
    rows = ledger(workout, p, before.rules,
                  (before.workout, before.rows) if p is before.problem else None)
    known = {(r.rule, r.where) for r in broken_musts(before.rows)}
    broken = [r for r in broken_musts(rows) if (r.rule, r.where) not in known]
    if broken:
        raise PlanBug("the changed plan breaks " + "; ".join(
            f"{r.rule} ({r.where}): {r.says}" for r in broken))
    value = worth(workout, p, rows)
    shown = _proofs(proofs if proofs is not None else before.proofs, value)
    taken = dict(kept or {})
    pages = tuple(taken.get(s.id) or session_page(v, s, p)
                  for v, s in zip(workout.sessions, p.sessions, strict=True))
    return Plan(
        status="optimal" if all(t.proved for t in shown) else "feasible", request=p.request,
        catalog=catalog_report(before.catalog),
        solver=SolverReport(
            build_s=0.0, first_plan_s=round(found_s, 4),
            seconds=round(time.monotonic() - started, 4),
            workers=p.request.limits.workers, seed=p.request.seed,
            stopped_by="proof" if all(t.proved for t in shown) else "deterministic",
            tiers=shown),
        sessions=pages, coverage=coverage_rows(workout, p),
        quality_parts=quality_parts(workout, p, rows), ledger=rows,
        notes=(*says, *shortfall_notes(p, workout, shown)),
        done=tuple(s.id for s in p.sessions if s.id in p.done),
    )


def _proofs(proofs: Sequence[Tier], worth: Worth) -> tuple[Tier, ...]:
    """Return the tiers of a new plan with the bounds that still hold.

    A bound holds as long as every tier above has the value that it was proved for. Otherwise the
    bound is that of every plan (`NO_BOUND`).
    """
    by_name = {t.name: t for t in proofs}
    shown, same = [], True
    for name, value, least in zip(TierName, worth, NO_BOUND, strict=True):
        old = by_name.get(name)
        bound = min(old.bound if old is not None and same else least, value)
        shown.append(Tier(name=name, value=value, bound=bound,
                          proved=same and old is not None and old.proved and value == old.value))
        same = same and old is not None and value == old.value
    return tuple(shown)


def replaced(w: Workout, index: int, done: WorkoutSession) -> Workout:
    """Return the workout with one session replaced."""
    return Workout((*w.sessions[:index], done, *w.sessions[index + 1:]))
