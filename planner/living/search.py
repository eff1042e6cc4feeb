"""All that could stand in an entry's place, tried in the order of the first two tiers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from planner.conflict import Clash, Conflict
from planner.equipment import alternative
from planner.living.opened import Opened, replaced
from planner.living.placing import arranger_of, barred
from planner.living.trials import Judge, Score, given
from planner.problem import Option, SessionProblem
from planner.workout import Item, Visit, Workout, blocks, with_items

Way = tuple[str, str, str]
"""An exercise, its sets, and whether it stands alone or in the entry's superset."""


@dataclass(frozen=True)
class Place:
    """The entry that goes, and what may come."""

    session: SessionProblem
    index: int
    item: Item
    replacement: str | None
    without: frozenset[str]


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
        for group in self._in_turn(options.values()):
            better = set(best)
            for name, sets, way in group:
                if name not in better:
                    bar = _bar(best, count)
                    found = self._tried(options[name], int(sets), way == "pair", count, bar)
                    if found is not None and (name not in best or found[0] < best[name][0]):
                        best[name] = found
            if len(best) >= count:
                break
        ranked = sorted(best.items(), key=lambda b: (b[1][0], b[0]))
        return [workout for _, (_, workout) in ranked[:count]]

    def _tried(self, option: Option, sets: int, paired: bool, count: int,
               bar: Score | None) -> tuple[Score, Workout] | None:
        """Judge one way, the cheap questions first; None where it is refused or of no use."""
        unordered = self.unordered(option, sets, paired)
        price = self.judge.price(unordered, bar) if self.tidy else None
        if price is None if self.tidy else self.judge.fails(unordered):
            self.tried = [*self.tried, unordered][:count]
            return None
        workout = self.workout(option, sets, paired)
        score = (self.judge.score(workout) if price is None
                 else self.judge.placed(workout, price, bar))
        if score is None:
            self.tried = [*self.tried, workout][:count]
            return None
        return score, workout

    @cached_property
    def tidy(self) -> bool:
        """Whether the session stands as planned sessions do, so that order changes order only.

        Its work is in one piece before the cool-down, its supersets side by side.
        """
        items = self.visit.items
        rank = [1 if i.work else 2 if i.phase == "cool_down" else 0 for i in items]
        pairs = [b[0].superset for b in blocks(items) if b[0].superset is not None]
        return rank == sorted(rank) and len(pairs) == len(set(pairs))

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

    def _in_turn(self, options: Iterable[Option]) -> Iterator[list[Way]]:
        """Yield ways in groups that are equal in the first two tiers, the best group first.

        There are thousands, and seldom are more than two groups asked for: options
        that give the same are reckoned once, and written out when their turn comes.
        """
        old = self.place.item
        if not old.work:
            yield sorted((o.id, str(old.sets), "alone") for o in options)
            return
        less = self.opened.problem.given(old.exercise)
        alike: dict[tuple[frozenset[tuple[str, int]], tuple[int, int]], list[str]] = {}
        for option in options:
            alike.setdefault((frozenset(option.gives.items()), option.sets), []).append(option.id)
        reached: dict[tuple[int, int], list[tuple[int, list[str]]]] = {}
        for (gives, (low, high)), names in alike.items():
            for sets in range(max(low, 1), high + 1):
                change = given(dict(gives), sets, less, old.sets)
                reached.setdefault(self.judge.reach(change), []).append((sets, names))
        partner = 0 if self.partner is None else self.partner.sets
        for at in sorted(reached):
            yield sorted((name, str(sets), how) for sets, names in reached[at] for name in names
                         for how in (("alone", "pair") if sets == partner else ("alone",)))

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


def _bar(best: Mapping[str, tuple[Score, Workout]], count: int) -> Score | None:
    """Return what is needed to be among the best of so many exercises, if so many are known."""
    return None if len(best) < count else sorted(score for score, _ in best.values())[count - 1]
