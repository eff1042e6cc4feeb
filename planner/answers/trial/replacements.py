"""The replacements of an entry, tried in the order of a lower bound of their cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from planner.answers.trial.opened_plan import Opened, replaced
from planner.answers.trial.placing import arranger_of, barred
from planner.answers.trial.scoring import Scorer, given
from planner.judge.prices import price, tested, week_cost
from planner.judge.tiers import Worth
from planner.problem.equipment import alternative
from planner.problem.option import Option
from planner.problem.problem import SessionProblem
from planner.problem.warm_up import preparing
from planner.request.conflict import Clash, Conflict
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, with_entries

MOST_JUDGED = 40
"""The number of trials after which the search may end, for the same movement and for others: a few
hundredths of a second."""


@dataclass(frozen=True)
class Place:
    """The entry to be replaced, and the limits on its replacement."""

    session: SessionProblem
    index: int
    entry: WorkoutEntry
    replacement: str | None
    without: frozenset[str]


class Trial(NamedTuple):
    """A trial: a lower bound of its cost, an exercise, its sets, and whether it is paired."""

    least: tuple[int, int]
    exercise: str
    sets: int
    paired: bool


class Replacements:
    """The replacements at a place, ranked by the tiers of the whole plan."""

    def __init__(self, opened: Opened, place: Place, judge: Scorer | None = None) -> None:
        self.opened = opened
        self.place = place
        self.judge = judge or Scorer(opened)
        self.arranger = arranger_of(opened, place.session)
        self.done = opened.workout.sessions[place.session.index]
        self.partner = next((i for i in self.done.entries if i is not place.entry
                             and i.superset is not None and i.superset == place.entry.superset),
                            None)
        self.tried: list[Workout] = []

    def best(self, count: int) -> list[Workout]:
        """Return the best workouts, one for each replacing exercise.

        Exercises of the entry's own movement are tried first, then all others, each in the order
        of their lower bounds. Once ``count`` exercises are found, either search ends where the
        next bound exceeds the worst of the best ``count``, or after `MOST_JUDGED` trials.
        """
        options = {o.id: o for o in self._options()}
        if not self.place.entry.work:
            return self._warm_ups(options, count)
        best: dict[str, tuple[Worth, Workout]] = {}
        ways = self.ways(options.values())
        alike = {o.id for o in options.values()
                 if o.exercise.pattern == self.place.entry.exercise.pattern}
        for like in (True, False):
            for number, way in enumerate(w for w in ways if (w.exercise in alike) == like):
                known = sorted(score for score, _ in best.values())
                if len(best) >= count and (way.least > known[count - 1][:2]
                                           or number >= MOST_JUDGED):
                    break
                workout = self.workout(options[way.exercise], way.sets, way.paired)
                score = self.judge.score(workout)
                if score is None:
                    self.tried = [*self.tried, workout][:count]
                elif way.exercise not in best or score < best[way.exercise][0]:
                    best[way.exercise] = score, workout
        ranked = sorted(best.items(), key=lambda b: (b[1][0], b[0]))
        return [workout for _, (_, workout) in ranked[:count]]

    def _warm_ups(self, options: dict[str, Option], count: int) -> list[Workout]:
        """Return the workouts with another exercise in the warm-up, the best preparation first."""
        worth = preparing(self.opened.problem, self.done.work)
        found: list[Workout] = []
        for option in sorted(options.values(), key=lambda o: (-worth(o), o.id)):
            workout = self.workout(option, self.place.entry.sets, paired=False)
            if self.judge.score(workout) is None:
                self.tried = [*self.tried, workout][:count]
            elif len(found) < count:
                found.append(workout)
        return found

    def conflict(self) -> Conflict:
        """Return why nothing can stand there: what bars it, or what the nearest trials break."""
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
        """Yield the options for the place, with equipment that may be used."""
        place = self.place
        there = {i.exercise.id for i in self.done.entries}
        offered: Iterable[Option] = place.session.options
        if not place.entry.work:
            offered = [o for part in place.session.warm_up if part.phase == place.entry.phase
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

    def ways(self, options: Iterable[Option]) -> list[Trial]:
        """Return all trials in the order of a lower bound of their cost.

        In the bound, coverage and the points of the goals and of the session are exact. The should
        rules of this session and of the week are taken as kept. The effect of the new entry on
        the week is left out, unless it is a lift with a given maximum, which is a reward.
        """
        old = self.place.entry
        less = self.opened.problem.given(old.exercise)
        partner = 0 if self.partner is None else self.partner.sets
        others = self._others()
        trained = tested(self.opened.problem)
        found: list[Trial] = []
        for option in options:
            low, high = max(1, option.sets[0]), option.sets[1]
            base = others - price(self.opened.problem, "max_untrained") * (option.id in trained)
            base -= self._alone(option, low)  # what depends on the sets is added below
            fixed = {False: base + self._points(option, low, paired=False)}
            if low <= partner <= high:
                fixed[True] = base + self._points(option, low, paired=True)
            for sets in range(low, high + 1):
                loss, points = self.judge.reach(given(option.gives, sets, less, old.sets))
                points += self._alone(option, sets)
                found += [Trial((loss, points + more), option.id, sets, paired)
                          for paired, more in fixed.items() if not paired or sets == partner]
        return sorted(found)

    def _others(self) -> int:
        """Return a lower bound of the other sessions and of the week without the entry."""
        rest = tuple(i for i in self.done.entries if i is not self.place.entry)
        return (self.judge.points_without(self.place.session.index)
                + week_cost(self._with(self.done, rest), self.opened.problem))

    def _points(self, option: Option, sets: int, paired: bool) -> int:
        """Return the points of the session with an option there, without order and should rules."""
        at = self.place.session.index
        return self.judge.session_points(at, self.unordered(option, sets, paired).sessions[at])

    def _alone(self, option: Option, sets: int) -> int:
        """Return the points of an entry as the only one of the session, computed once."""
        at = self.place.session.index
        known: dict[object, int] = self.opened.problem.once("alone", lambda _: {})
        key = (at, option.id, option.equipment, sets)
        if key not in known:
            done = with_entries(self.done, (self._new(option, sets, paired=False),))
            known[key] = self.judge.session_points(at, done)
        return known[key]

    def unordered(self, option: Option, sets: int, paired: bool) -> Workout:
        """Return the whole workout with a candidate exactly where the entry stood."""
        done, old = self.done, self.place.entry
        new = self._new(option, sets, paired)
        alone = self.partner if self.partner is not None and not paired else None
        return self._with(done, tuple(
            new if i is old else replace(i, superset=None) if i is alone else i
            for i in done.entries))

    def _new(self, option: Option, sets: int, paired: bool) -> WorkoutEntry:
        old = self.place.entry
        if not old.work:
            hold = old.dose
            return WorkoutEntry(option.exercise, old.phase, sets, hold, option.clock, None,
                                option.equipment)
        return WorkoutEntry(option.exercise, old.phase, sets, option.dose, option.clock,
                            old.superset if paired else None, option.equipment)

    def workout(self, option: Option, sets: int, paired: bool) -> Workout:
        """Return the whole workout with a candidate in the entry's place."""
        done, old = self.done, self.place.entry
        if not old.work:
            return self.unordered(option, sets, paired)
        new = self._new(option, sets, paired)
        before = tuple(i for i in done.entries if not i.work and i.phase != "cool_down")
        after = tuple(i for i in done.entries if i.phase == "cool_down")
        near = next(k for k, i in enumerate(done.work) if i is old)
        rest: tuple[WorkoutEntry, ...] = tuple(i for i in done.work if i is not old)
        extra: tuple[WorkoutEntry, ...] = (new,)
        if self.partner is not None and paired:
            first = rest.index(self.partner)
            near = first
            rest = tuple(i for i in rest if i is not self.partner)
            extra = (self.partner, new)
        elif self.partner is not None:
            rest = tuple(replace(i, superset=None) if i is self.partner else i for i in rest)
        work = self.arranger.inserted(rest, extra, near)
        return self._with(done, (*before, *work, *after))

    def _with(self, done: WorkoutSession, entries: tuple[WorkoutEntry, ...]) -> Workout:
        return replaced(self.opened.workout, self.place.session.index, with_entries(done, entries))
