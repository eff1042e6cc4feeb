"""The public functions: plan and check. They read and write nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from typing import Any

from planner.catalog import Catalog
from planner.judge.audit import broken_musts, coverage_rows, ledger, worth
from planner.judge.audit_rows import LedgerRow, Tier
from planner.judge.prices import quality_parts
from planner.judge.tiers import TierName
from planner.plans.schema import Audit, CatalogReport, Plan, SolverReport
from planner.plans.write import session_pages
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.top_set import with_top_sets
from planner.request.arguments import catalog_of
from planner.request.errors import Infeasible, InputError, NoPlanInTime, PlanBug
from planner.request.request import Request, as_request, normalise
from planner.rules import REGISTRY, Rule
from planner.solve import OnEvent, OnProgress, Settings, ShouldStop
from planner.workout.workout import Workout

MOST_WEIGHT = 1000
"""Penalty points of one unit over a should rule's limit."""


def rule_book(rules: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """Return the built-in rules and an application's own, refusing half ones."""
    for rule in rules:
        name = getattr(rule, "id", None)
        if not isinstance(name, str):
            raise InputError("a rule needs an id", "rules")
        for method in ("build", "check"):
            if not callable(getattr(rule, method, None)):
                raise InputError(f"rule {name!r} has no {method}; a rule that is not checked "
                                 "on the finished plan is refused", "rules")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            raise InputError(f"expected an id such as evening_machines for a rule, found {name!r}",
                             "rules")
        severity, weight = getattr(rule, "severity", "must"), getattr(rule, "weight", 1)
        if severity not in ("must", "should", "off"):
            raise InputError(f"rule {name!r}: expected the severity must, should or off, "
                             f"found {severity!r}", "rules")
        if type(weight) is not int or not 0 <= weight <= MOST_WEIGHT:
            raise InputError(f"rule {name!r}: expected a whole weight from 0 to {MOST_WEIGHT}, "
                             f"found {weight!r}", "rules")
        if [r.id for r in (*REGISTRY, *rules)].count(name) > 1:
            raise InputError(f"there is a rule {name!r} already", "rules")
    return REGISTRY + tuple(rules)


def plan(request: Request | Mapping[str, Any], catalog: Catalog | None = None,
         rules: Sequence[Rule] = (), on_progress: OnProgress | None = None,
         should_stop: ShouldStop | None = None, on_event: OnEvent | None = None,
         settings: Settings | None = None) -> Plan:
    """Return the best audited plan for a request.

    Parameters
    ----------
    request
        What is asked, as a `Request` or a mapping of its fields.
    catalog
        What may be chosen; the built-in catalogue by default.
    rules
        An application's own rules beside the built-in ones.
    on_progress
        Called on the solver's thread with a `Progress` for each better plan.
    should_stop
        Polled while solving; True stops and returns the best plan so far.
    on_event
        Called with an `Event` also for each stage of the search and each better bound.
    settings
        How the search divides its time.

    Raises
    ------
    InputError
        The request is wrong; names field and nearest known value.
    Infeasible
        No plan can satisfy it; carries the conflict and verified repairs.
    NoPlanInTime
        The limit passed before any plan was found.
    """
    from planner.solve import Control, NoSolution, conflict_of, solve

    started = time.monotonic()
    catalog = catalog_of(catalog)
    book = rule_book(rules)
    asked = normalise(as_request(request), catalog, (r.id for r in rules))
    problem = build_problem(asked, catalog, book)
    control = Control(asked.limits.seconds, asked.limits.workers, asked.seed, started,
                      on_progress, should_stop, on_event, settings or Settings(),
                      work=asked.limits.work)
    built_s = control.elapsed
    found = solve(problem, book, control)
    if isinstance(found, NoSolution):
        if found.reason == "limit":
            raise NoPlanInTime(f"no plan was found within {asked.limits.seconds:g} s; "
                               "give more --seconds")
        raise Infeasible(conflict_of(problem, book, control))
    done = with_top_sets(found.workout, problem)
    rows, tiers = _audited(done, problem, book, found.tiers)
    return Plan(
        status="optimal" if all(t.proved for t in tiers) else "feasible", request=asked,
        catalog=catalog_report(catalog),
        solver=SolverReport(
            build_s=round(built_s, 4), first_plan_s=round(control.first_plan_s or 0.0, 4),
            seconds=round(control.elapsed, 4), workers=control.workers, seed=control.seed,
            stopped_by=found.stopped_by, tiers=tiers,
            reproducible=control.reproducible),
        sessions=session_pages(done, problem), coverage=coverage_rows(done, problem),
        quality_parts=quality_parts(done, problem, rows), ledger=rows,
        notes=notes(problem, done, tiers))


def catalog_report(catalog: Catalog) -> CatalogReport:
    """Return which catalogue a plan is made from."""
    return CatalogReport(name=catalog.name, version=catalog.version,
                         exercises=len(catalog.exercises), sha256=catalog.sha256)


def _audited(w: Workout, p: Problem, book: Sequence[Rule],
             claimed: Sequence[Tier]) -> tuple[tuple[LedgerRow, ...], tuple[Tier, ...]]:
    """Judge a workout without the solver; what is proved of it must be what it is."""
    rows = ledger(w, p, book)
    broken = broken_musts(rows)
    if broken:
        raise PlanBug("the solver's plan breaks " + "; ".join(
            f"{r.rule} ({r.where}): {r.says}" for r in broken))
    values = worth(w, p, rows).by_name()
    for tier in claimed:
        if tier.proved and values[tier.name] != tier.value:
            raise PlanBug(f"tier {tier.name}: the solver says {tier.value}, "
                          f"the plan is worth {values[tier.name]}")
    return rows, tuple(t.model_copy(update={"value": values[t.name]}) for t in claimed)


def notes(p: Problem, w: Workout, tiers: Sequence[Tier]) -> tuple[str, ...]:
    """Return sentences about the plan as a whole: goals that were missed and why."""
    from planner.plans.shortfall import shortfalls

    proved = any(t.proved for t in tiers if t.name == TierName.COVERAGE)
    return tuple(shortfalls(p, w, proved))


def check(workout: Plan | Mapping[str, Any] | str | bytes,
          request: Request | Mapping[str, Any] | None = None, catalog: Catalog | None = None,
          rules: Sequence[Rule] = (), strict: bool = False, week: int | None = None) -> Audit:
    """Audit a finished workout without the solver.

    Parameters
    ----------
    workout
        A `Plan`, a plan's JSON as a mapping or text, set notation as people write it, or the
        bytes of a file with any of them, or of a spreadsheet that `export` wrote, edited or not.
    request
        What to judge it by, or some fields of it without ``sessions``, such as
        ``{"level": "novice"}``. A plan brings its own; text without one is judged
        as hypertrophy, intermediate, with its own muscles as focus. Rules that
        need more are not judged then, and what is only the craft of this planner
        is advice: ``should``, where a request makes it ``must``.
    strict
        Whether a line of a text that is not understood is an error. Else it is listed in the
        audit's ``skipped``, and the rest is judged.
    week
        Which week of a text with several is judged; the first one by default.

    Raises
    ------
    InputError
        The workout or the request is wrong, or nothing of a text could be read; names the line
        or field.
    """
    from planner.plans.check import audited

    catalog = catalog_of(catalog)
    return audited(workout, request, catalog, rule_book(rules), strict, week)
