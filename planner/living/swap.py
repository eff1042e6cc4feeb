"""One entry for another: the best replacements, the rest of the plan as it stands.

Every candidate of the session is tried with every number of sets, alone or in
the superset of the entry it replaces. The others keep their exercises, sets,
doses and order; the new entry goes to its cheapest place.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import ConfigDict, Field

from catalog import Catalog
from catalog.schema import Model
from planner.conflict import Clash, Conflict
from planner.equipment import alternative
from planner.errors import Infeasible, InputError, nearest
from planner.living.difference import Difference, compared, made, side
from planner.living.opened import AnyPlan, Opened, open_plan, replaced, revised
from planner.living.placing import arranger_of, barred
from planner.living.trials import Judge, Score, given, in_turn
from planner.plan import Entry, Plan
from planner.problem import Option, SessionProblem, pin_of
from planner.rules import Rule
from planner.workout import Item, Visit, Workout, with_items

DEFAULT_COUNT = 3


class Replacement(Model):
    """What could stand in an entry's place, and what that changes.

    Attributes
    ----------
    entry
        The new entry, dosed and timed.
    seconds_change
        How much longer the session takes.
    coverage_change
        Change of the first tier, in quarter sets; below 0 is better.
    difference
        The whole comparison with the plan as it was.
    plan
        The plan with the replacement, audited.
    """

    exercise: str
    entry: Entry
    seconds_change: int
    coverage_change: int
    difference: Difference
    plan: Plan = Field(exclude=True)


class Swaps(Model):
    """The best replacements of one entry, the best first."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True,
                              serialize_by_alias=True)
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
        Where the entry stands and which exercise it is.
    replacement
        The one exercise to put there; None looks for the best.
    without
        Equipment that is not to be used, say because it is taken.
    count
        How many replacements at most.

    Raises
    ------
    InputError
        The plan, the session, the entry or an id is not there; names the nearest.
    Infeasible
        Nothing can stand there; the conflict says which rules forbid it.
    """
    started = time.monotonic()
    opened = open_plan(plan, catalog, rules)
    place = _place(opened, session, entry, replacement, tuple(without))
    freed = _without_pin(opened, place)
    if freed is not opened:
        opened, place = freed, _place(freed, session, entry, replacement, tuple(without))
    search = Search(opened, place)
    found = search.best(count)
    if not found:
        raise Infeasible(search.conflict())
    options = tuple(_replacement(opened, place, workout, started) for workout in found)
    return Swaps(session=session, entry=entry, options=options, notes=opened.notes)


@dataclass(frozen=True)
class Place:
    """The entry that goes, and what may come."""

    session: SessionProblem
    index: int
    item: Item
    replacement: str | None
    without: frozenset[str]


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
    items = opened.workout.visits[there.index].items
    ids = [i.exercise.id for i in items]
    if entry not in ids:
        raise InputError(f"{session} has no {entry!r}; {nearest(entry, ids)}", "entry")
    if replacement is not None and replacement in ids:
        raise InputError(f"{replacement} stands in {session} already", "for")
    index = ids.index(entry)
    return Place(there, index, items[index], replacement, frozenset(without))


def _without_pin(opened: Opened, place: Place) -> Opened:
    """Drop the wish that pins the entry, where the swap would break it."""
    request, name = opened.problem.request, place.item.exercise.id
    pin = pin_of(request, place.session.id, name)
    elsewhere = any(i.exercise.id == name and pin_of(request, v.id, name) is pin
                    for v in opened.workout.visits if v.id != place.session.id for i in v.items)
    if pin is None or elsewhere:
        return opened
    fewer = tuple(p for p in request.include if p is not pin)
    asked = request.model_copy(update={"include": fewer})
    own = [r for r in opened.rules if opened.catalog.rule_by_id.get(r.id) is None]
    again = open_plan(opened.plan.model_copy(update={"request": asked}), opened.catalog, own)
    says = f"The plan's request no longer includes {name} by name."
    return replace(again, plan=opened.plan, notes=(*opened.notes, says))


class Search:
    """All that could stand at a place, tried in the order of the first two tiers."""

    def __init__(self, opened: Opened, place: Place, judge: Judge | None = None) -> None:
        self.opened = opened
        self.place = place
        self.judge = judge or Judge(opened)
        self.arranger = arranger_of(opened, place.session)
        self.visit = opened.workout.visits[place.session.index]
        self.partner = next((i for i in self.visit.items if i is not place.item
                             and i.superset is not None and i.superset == place.item.superset),
                            None)
        self.tried: list[Workout] = []

    def best(self, count: int) -> list[Workout]:
        """Return the best workouts, one for each replacing exercise."""
        options = {o.id: o for o in self._options()}
        best: dict[str, tuple[Score, Workout]] = {}
        ways = {key: way for key, way in self._ways(options.values())}
        for group in in_turn((reached, name) for reached, name in ways):
            for key in group:
                name, sets, paired = key.split("/")
                way = (options[name], int(sets), paired == "pair")
                unordered = self.unordered(*way)
                if self.judge.fails(unordered):
                    self.tried = [*self.tried, unordered][:count]
                    continue
                workout = self.workout(*way)
                score = self.judge.score(workout)
                if score is None:
                    self.tried = [*self.tried, workout][:count]
                elif name not in best or score < best[name][0]:
                    best[name] = (score, workout)
            if len(best) >= count:
                break
        ranked = sorted(best.items(), key=lambda b: (b[1][0], b[0]))
        return [workout for _, (_, workout) in ranked[:count]]

    def conflict(self) -> Conflict:
        """Say why nothing can stand there: what bars it, or what the nearest tries break."""
        place = self.place
        if place.replacement is not None and not self.tried:
            exercise = self.opened.catalog.exercise_by_id[place.replacement]
            return Conflict(rules=tuple(barred(self.opened, place.session, exercise,
                                               place.without)), repairs=())
        clashes = {(rule, f.where): Clash(rule=rule, where=f.where, says=f.says)
                   for w in self.tried for rule, f in self.judge.breaks(w)}
        if not clashes:
            clashes[("equipment", place.session.id)] = Clash(
                rule="equipment", where=place.session.id,
                says="no other candidate can be done with what is left")
        return Conflict(rules=tuple(clashes.values()), repairs=())

    def _options(self) -> Iterator[Option]:
        """Yield what may stand there, with equipment that is not to be left out."""
        place = self.place
        there = {i.exercise.id for i in self.visit.items}
        offered: Iterable[Option] = place.session.options
        if not place.item.work:
            offered = [o for part in place.session.warm_up if part.phase == place.item.phase
                       for o in part.options]
        at_hand = place.session.equipment - place.without
        for option in offered:
            if option.id in there or option.barred or place.replacement not in (None, option.id):
                continue
            if place.without:
                kit = alternative(option.exercise, at_hand)
                if kit is None:
                    continue
                option = replace(option, equipment=kit)
            yield option

    def _ways(self, options: Iterable[Option]) -> Iterator[
            tuple[tuple[tuple[int, int], str], None]]:
        old = self.place.item
        less = self.opened.problem.given(old.exercise) if old.work else {}
        known: dict[tuple[frozenset[tuple[str, int]], int], tuple[int, int]] = {}
        for option in options:
            if not old.work:
                yield (self.judge.reach({}), f"{option.id}/{old.sets}/alone"), None
                continue
            low, high = option.sets
            worth = frozenset(option.gives.items())
            for sets in range(max(low, 1), high + 1):
                if (worth, sets) not in known:
                    known[worth, sets] = self.judge.reach(
                        given(option.gives, sets, less, old.sets))
                reached = known[worth, sets]
                yield (reached, f"{option.id}/{sets}/alone"), None
                if self.partner is not None and sets == self.partner.sets:
                    yield (reached, f"{option.id}/{sets}/pair"), None

    def unordered(self, option: Option, sets: int, paired: bool) -> Workout:
        """Return the whole workout with a candidate just where the entry stood."""
        visit, old = self.visit, self.place.item
        new = self._new(option, sets, paired)
        alone = self.partner if self.partner is not None and not paired else None
        return self._with(visit, tuple(
            new if i is old else replace(i, superset=None) if i is alone else i
            for i in visit.items))

    def _new(self, option: Option, sets: int, paired: bool) -> Item:
        old = self.place.item
        if not old.work:
            hold = old.dose
            return Item(option.exercise, old.phase, sets, hold, option.clock, None,
                        option.equipment)
        return Item(option.exercise, old.phase, sets, option.dose, option.clock,
                    old.superset if paired else None, option.equipment)

    def workout(self, option: Option, sets: int, paired: bool) -> Workout:
        """Return the whole workout with a candidate in the entry's place."""
        visit, old = self.visit, self.place.item
        if not old.work:
            return self.unordered(option, sets, paired)
        new = self._new(option, sets, paired)
        before = tuple(i for i in visit.items if not i.work and i.phase != "cool_down")
        after = tuple(i for i in visit.items if i.phase == "cool_down")
        near = next(k for k, i in enumerate(visit.work) if i is old)
        rest: tuple[Item, ...] = tuple(i for i in visit.work if i is not old)
        extra: tuple[Item, ...] = (new,)
        if self.partner is not None and paired:
            first = rest.index(self.partner)
            near = first
            rest = tuple(i for i in rest if i is not self.partner)
            extra = (self.partner, new)
        elif self.partner is not None:
            rest = tuple(replace(i, superset=None) if i is self.partner else i for i in rest)
        work = self.arranger.inserted(rest, extra, near)
        return self._with(visit, (*before, *work, *after))

    def _with(self, visit: Visit, items: tuple[Item, ...]) -> Workout:
        return replaced(self.opened.workout, self.place.session.index, with_items(visit, items))


def _replacement(opened: Opened, place: Place, workout: Workout, started: float) -> Replacement:
    visit = workout.visits[place.session.index]
    old = {id(i) for i in opened.workout.visits[place.session.index].items}
    names = {i.exercise.id for i in opened.workout.visits[place.session.index].items}
    new = next(i for i in visit.items if id(i) not in old and i.exercise.id not in names)
    says = (f"{place.session.id}: {new.exercise.name} stands in for {place.item.exercise.name}.",)
    kept = {s.id: s for s in opened.plan.sessions if s.id != place.session.id}
    plan = revised(opened, workout, says, started, kept=kept)
    difference = compared(side(opened), made(plan))
    page = plan.session(place.session.id)
    entry = next(e for e in page.entries if e.exercise == new.exercise.id)
    return Replacement(
        exercise=new.exercise.id, entry=entry,
        seconds_change=difference.after_s - difference.before_s,
        coverage_change=difference.coverage_loss_after - difference.coverage_loss_before,
        difference=difference, plan=plan)
