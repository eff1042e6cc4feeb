"""Alternatives: plans for the same request that differ much and lose little."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from planner.answers.difference import Difference, compared, made, work_changes
from planner.answers.trial.opened_plan import AnyPlan, Opened, open_plan, revised
from planner.catalog import Catalog
from planner.catalog.body import listed, so_many
from planner.catalog.words import Model, Versioned
from planner.judge.audit import ledger, worth
from planner.judge.tiers import Worth
from planner.plans.make import plan, rule_book
from planner.plans.schema import Plan
from planner.request.arguments import catalog_of, whole
from planner.request.arguments import seconds as seconds_of
from planner.request.request import Request, as_request
from planner.rules import Rule
from planner.workout.workout import Workout, WorkoutSession

DEFAULT_COUNT = 3
DEFAULT_SECONDS = 9.0
MOST_COUNT = 10
LOSS_SHARE = 0.02
"""The most coverage that an alternative may lose, as a share of the targets."""

DEARER_SHARE, DEARER_POINTS = 0.1, 150
"""The most quality that an alternative may lose: this share, or so many points if that is more."""

FIRST_SHARE = 0.35
"""Share of the time that the first plan may use."""


class Alternative(Model):
    """One answer to the request.

    Attributes
    ----------
    says
        The difference from the first plan, in words.
    entries, other_entries
        The number of its work entries, and of those that the first plan does not have.
    coverage_loss
        Its first tier, in points.
    loss_share
        Its loss in coverage against the first plan, as a share of all targets.
    quality, dearer
        Its second tier in points, and the points by which it is worse than the first plan.
    """

    says: str
    entries: int
    other_entries: int
    coverage_loss: int
    loss_share: float
    quality: int
    dearer: int
    difference: Difference | None
    plan: Plan


class Alternatives(Versioned):
    """The best plan first, then others; each differs from all before it."""

    schema_: Literal["alternatives/1"] = Field(default="alternatives/1", alias="schema")
    plans: tuple[Alternative, ...]
    notes: tuple[str, ...] = ()


def alternatives(request: Request | Mapping[str, Any], count: int = DEFAULT_COUNT,
                 seconds: float = DEFAULT_SECONDS, catalog: Catalog | None = None,
                 rules: Sequence[Rule] = (), first: AnyPlan | None = None) -> Alternatives:
    """Return up to so many plans, the best first.

    Any two plans share at most two thirds of the work entries of either; an entry is an exercise
    on a day. No plan loses more than 2 % of the targets in coverage against the first, nor more
    than 10 % in quality, or 150 points if that is more.

    Parameters
    ----------
    count
        The number of plans, the first included.
    seconds
        Seconds of search in all.
    first
        A plan of the request to begin with; None plans it first.

    Raises
    ------
    InputError, Infeasible, NoPlanInTime
        As `planner.plan` does.
    """
    started = time.monotonic()
    count = whole(count, 1, MOST_COUNT, "count")
    seconds = seconds_of(seconds)
    catalog = catalog_of(catalog)
    book = rule_book(rules)
    if first is not None:
        opened = open_plan(first, catalog, rules)
        return _searched(opened, book, count, seconds, started)
    asked = as_request(request)
    share = FIRST_SHARE if count > 1 else 1.0
    limits = asked.limits.model_copy(update={
        "seconds": min(asked.limits.seconds, max(0.5, share * seconds))})
    best = plan(asked.model_copy(update={"limits": limits}), catalog, rules)
    best = best.model_copy(update={
        "request": best.request.model_copy(update={"limits": asked.limits})})
    return _searched(open_plan(best, catalog, rules), book, count, seconds, started)


def _searched(opened: Opened, book: Sequence[Rule], count: int, seconds: float,
              started: float) -> Alternatives:
    """Search for plans unlike all known ones; a better one becomes the first."""
    before = [opened]
    while len(before) < count:
        left = seconds - (time.monotonic() - started)
        if left <= 0:
            break
        other = _other(before, book, max(0.3, left / (count - len(before))))
        if other is None:
            break
        made_of = revised(opened, other, (), started, proofs=(),
                          found_s=time.monotonic() - started)
        before.append(_opened(opened, other, made_of))
        before.sort(key=lambda o: o.worth)
        before = [o for o in before if good_enough(before[0], o.worth)]
    notes = () if len(before) == count else (
        "No further plan was found that differs in a third of its entries and is as good but for "
        f"{100 * LOSS_SHARE:g} % of the targets and {100 * DEARER_SHARE:g} % of the points, or "
        f"{DEARER_POINTS} if that is more.",)
    return Alternatives(plans=tuple(_alternative(before[0], o) for o in before),
                        notes=(*opened.notes, *notes))


def _opened(first: Opened, workout: Workout, plan: Plan) -> Opened:
    return replace(first, plan=plan, workout=workout, rows=plan.ledger,
                   worth=Worth(*(t.value for t in plan.solver.tiers)))


def good_enough(best: Opened, value: Worth) -> bool:
    """Whether the tiers of a plan are near enough to the best one's."""
    targets = sum(g.weight * g.target for g in best.problem.goals)
    dearer = max(int(DEARER_SHARE * best.worth.quality), DEARER_POINTS)
    return (value.coverage <= best.worth.coverage + int(LOSS_SHARE * targets)
            and value.quality <= best.worth.quality + dearer)


def _other(before: Sequence[Opened], book: Sequence[Rule], seconds: float) -> Workout | None:
    """Return a plan unlike all before: from the shortlist, or failing that from all candidates."""
    from planner.solve import Control, offered_with, solve_unlike

    best = before[0]
    p = best.problem
    others = [dict(enumerate(o.workout.sessions)) for o in before]
    for offer, share in ((offered_with(p, others[0]), 0.6), (None, 0.4)):
        control = Control(share * seconds, p.request.limits.workers, p.request.seed,
                          time.monotonic())
        small = p if offer is None else p.narrowed(offer)
        found = solve_unlike(small, book, control, others)
        if found is not None and good_enough(best, worth(
                found.workout, p, ledger(found.workout, p, book))):
            return found.workout
    return None


def _alternative(best: Opened, other: Opened) -> Alternative:
    mine, others = _entries(other.workout), _entries(best.workout)
    loss = other.worth.coverage
    if other is best:
        return Alternative(says="The best that was found.", entries=len(mine), other_entries=0,
                           coverage_loss=loss, loss_share=0.0, quality=best.worth.quality,
                           dearer=0, difference=None, plan=best.plan)
    difference = compared(made(best.plan), made(other.plan))
    targets = sum(g.weight * g.target for g in best.problem.goals) or 1
    return Alternative(
        says=_says(best, other.workout, difference), entries=len(mine),
        other_entries=len(mine - others), coverage_loss=loss,
        loss_share=round(max(0, loss - best.worth.coverage) / targets, 4),
        quality=other.worth.quality,
        dearer=other.worth.quality - best.worth.quality,
        difference=difference, plan=other.plan)


def _entries(w: Workout) -> set[tuple[str, str]]:
    return {(done.id, entry.exercise.id) for done, entry in w.work()}


def _says(opened: Opened, workout: Workout, found: Difference) -> str:
    """Say how a plan differs: equipment, first lifts, length, sets of the goals, exercises."""
    parts = [*_equipment(opened, workout), *_first_lifts(opened.workout, workout)]
    gap = round((found.after_s - found.before_s) / 60)
    if gap:
        parts.append(f"{so_many(abs(gap), 'minute')} {'longer' if gap > 0 else 'shorter'}")
    more = [g.muscle for g in found.coverage
            if (g.after or 0) - (g.before or 0) >= 2 and (g.after or 0) <= g.max]
    if more:
        parts.append(f"more for {_ids_in_words(more[:3])}")
    changes = work_changes(found)
    new = {e.exercise for e in changes if e.change == "added"} - {
        i.exercise.id for v in opened.workout.sessions for i in v.work}
    names = [opened.catalog.exercise_by_id[e].in_words for e in sorted(new)][:3]
    if names:
        parts.append(f"new: {listed(names)}")
    text = "; ".join(parts) or "the same exercises on other days"
    return f"{text[:1].upper()}{text[1:]}."


def _ids_in_words(ids: Sequence[str]) -> str:
    return listed([i.replace("_", " ") for i in ids])


def _equipment(opened: Opened, workout: Workout) -> Iterator[str]:
    before, after = _equipment_used(opened.workout.sessions), _equipment_used(workout.sessions)
    if before - after:
        yield f"without {_ids_in_words(sorted(before - after)[:3])}"
    if after - before:
        yield f"with {_ids_in_words(sorted(after - before)[:3])}"


def _equipment_used(sessions: Sequence[WorkoutSession]) -> set[str]:
    return {q for v in sessions for i in v.work for q in i.equipment or ()}


def _first_lifts(before: Workout, after: Workout) -> Iterator[str]:
    """Say which sessions begin with another lift."""
    changed = [(a.work[0].exercise.name, b.work[0].exercise.name, a.id)
               for a, b in zip(before.sessions, after.sessions, strict=True)
               if a.work and b.work and a.work[0].exercise.id != b.work[0].exercise.id]
    shown = [f"{new.lower()} instead of {old.lower()} begins {day}" for old, new, day in changed]
    if shown:
        yield ", ".join(shown[:2])

