"""Swapping an entry: the best replacements, with the rest of the plan as it stands.

All candidates of the session are tried, not only the shortlist, with every number of sets, alone
or in the superset of the replaced entry. The prices make staples win. The other entries keep their
sets, doses and order. The new entry goes to its cheapest place.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from pydantic import Field

from planner.answers.difference import Difference, compared, made, side
from planner.answers.reasons.answer import cost_in_words, sentence
from planner.answers.trial.opened_plan import AnyPlan, Opened, open_plan, revised
from planner.answers.trial.replacements import Place, Replacements
from planner.catalog import Catalog
from planner.catalog.words import Model, Versioned
from planner.judge.audit_rows import Tier
from planner.judge.tiers import TierName
from planner.plans.schema import Entry, Plan
from planner.problem.problem import pin_of
from planner.request.arguments import whole, word, words
from planner.request.errors import Infeasible, InputError, nearest
from planner.rules import Rule
from planner.workout.workout import Workout

DEFAULT_COUNT = 3
MOST_COUNT = 100


class Replacement(Model):
    """A replacement of an entry, and what it changes.

    Attributes
    ----------
    entry
        The new entry, dosed and timed.
    says
        Its cost, in words.
    seconds_change
        Seconds that the plan takes longer.
    coverage_change, quality_change
        Change of the first tier and of the second, in points; below 0 is better.
    difference
        The whole comparison with the plan as it was.
    plan
        The plan with the replacement, audited.
    """

    exercise: str
    entry: Entry
    says: str
    seconds_change: int
    coverage_change: int
    quality_change: int
    difference: Difference
    plan: Plan = Field(exclude=True)


class Swaps(Versioned):
    """The best replacements of one entry, the best first."""

    schema_: Literal["swap/1"] = Field(default="swap/1", alias="schema")
    session: str
    entry: str
    options: tuple[Replacement, ...]
    notes: tuple[str, ...] = ()


def swap(plan: AnyPlan, session: str, entry: str, replacement: str | None = None,
         without: Iterable[str] = (), count: int = DEFAULT_COUNT,
         catalog: Catalog | None = None, rules: Sequence[Rule] = ()) -> Swaps:
    """Return the best replacements of one entry, by the tiers of the whole plan.

    Parameters
    ----------
    session, entry
        The session of the entry, and its exercise.
    replacement
        The one exercise to put there; None looks for the best.
    without
        Equipment that is not to be used, say because it is taken.
    count
        The most replacements.

    Raises
    ------
    InputError
        The plan, the session, the entry or an id is not there. The message names the nearest.
    Infeasible
        Nothing can stand there. The conflict names the rules that forbid it.
    """
    started = time.monotonic()
    most, gone = whole(count, 1, MOST_COUNT, "count"), words(without, "without")
    opened = open_plan(plan, catalog, rules)
    session = opened.session(session).id
    entry = opened.catalog.names.find(word(entry, "entry")) or entry
    if replacement is not None:
        replacement = opened.exercise(replacement, "for")
    place = _place(opened, session, entry, replacement, gone)
    freed, proofs = _without_pin(opened, place), opened.proofs
    if freed is not opened:
        # What was proved of the plans with the exercise says nothing of those without it.
        opened, place, proofs = freed, _place(freed, session, entry, replacement, gone), ()
    search = Replacements(opened, place)
    found = search.best(most)
    if not found:
        raise Infeasible(search.conflict())
    options = tuple(_replacement(opened, place, workout, started, proofs)
                    for workout in found)
    return Swaps(session=session, entry=entry, options=options, notes=opened.notes)


def _place(opened: Opened, session: str, entry: str, replacement: str | None,
           without: tuple[str, ...]) -> Place:
    there = opened.session(session)
    if session in opened.plan.done:
        raise InputError(f"{session} is done already; nothing in it changes", "session")
    catalog = opened.catalog
    for name in without:
        if name not in catalog.equipment_by_id:
            raise InputError(f"no equipment {name!r}; {nearest(name, catalog.equipment_by_id)}",
                             "without")
    if replacement is not None and replacement not in catalog.exercise_by_id:
        raise InputError(f"no exercise {replacement!r}; "
                         f"{nearest(replacement, catalog.exercise_by_id)}", "for")
    entries = opened.workout.sessions[there.index].entries
    ids = [i.exercise.id for i in entries]
    if entry not in ids:
        raise InputError(f"{session} has no {entry!r}; {nearest(entry, ids)}", "entry")
    if replacement is not None and replacement in ids:
        raise InputError(f"{replacement} stands in {session} already", "for")
    index = ids.index(entry)
    return Place(there, index, entries[index], replacement, frozenset(without))


def _without_pin(opened: Opened, place: Place) -> Opened:
    """Drop the include that pins the entry, where the swap would break it."""
    request, name = opened.problem.request, place.entry.exercise.id
    pin = pin_of(request, place.session, name)
    elsewhere = any(i.exercise.id == name and pin_of(request, v, name) is pin
                    for v in opened.workout.sessions if v.id != place.session.id for i in v.entries)
    if pin is None or elsewhere:
        return opened
    fewer = tuple(p for p in request.include if p is not pin)
    asked = request.model_copy(update={"include": fewer})
    own = [r for r in opened.rules if opened.catalog.rule_by_id.get(r.id) is None]
    again = open_plan(opened.plan.model_copy(update={"request": asked}), opened.catalog, own)
    says = f"The plan's request no longer includes {name} by name."
    return replace(again, plan=opened.plan, notes=(*opened.notes, says))


def _replacement(opened: Opened, place: Place, workout: Workout, started: float,
                 proofs: Sequence[Tier]) -> Replacement:
    done = workout.sessions[place.session.index]
    old = {id(i) for i in opened.workout.sessions[place.session.index].entries}
    names = {i.exercise.id for i in opened.workout.sessions[place.session.index].entries}
    new = next(i for i in done.entries if id(i) not in old and i.exercise.id not in names)
    says = (f"{place.session.id}: {new.exercise.name} stands in for {place.entry.exercise.name}.",)
    kept = {s.id: s for s in opened.plan.sessions if s.id != place.session.id}
    plan = revised(opened, workout, says, started, proofs=proofs, kept=kept)
    difference = compared(side(opened), made(plan))
    page = plan.session(place.session.id)
    entry = next(e for e in page.entries if e.exercise == new.exercise.id)
    before, after = difference.tiers_before, difference.tiers_after
    return Replacement(
        exercise=new.exercise.id, entry=entry, says=_says(opened, workout, difference, plan),
        seconds_change=difference.after_s - difference.before_s,
        coverage_change=after[TierName.COVERAGE] - before[TierName.COVERAGE],
        quality_change=after[TierName.QUALITY] - before[TierName.QUALITY],
        difference=difference, plan=plan)


def _says(opened: Opened, workout: Workout, found: Difference, plan: Plan) -> str:
    """Say what a replacement costs in coverage and in points of quality."""
    costs = [cost_in_words(opened, workout, tier, after - before, plan.ledger)
             for tier in (TierName.COVERAGE, TierName.QUALITY)
             if (before := found.tiers_before[tier]) != (after := found.tiers_after[tier])]
    return sentence([f"would {' and '.join(costs)}" if costs else "costs nothing"])
