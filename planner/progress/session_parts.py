"""What a logged session would take by the catalogue's clock, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from planner.catalog import Exercise
from planner.logs.log import LoggedEntry, LoggedSession, LoggedSet
from planner.workout.dose import Dose, half_up
from planner.workout.timing import Clock, Timing


@dataclass(frozen=True)
class Parts:
    """Seconds of a session.

    Attributes
    ----------
    work_s
        Sets, which a person's clock leaves as they are.
    rest_s
        Between sets, and before an exercise where that is longer than its set-up.
    setup_s
        Set-up where it is longer than the rest, and ways in a superset.
    warm_up_s
        Sets to warm up, with their rests.
    """

    work_s: float = 0
    rest_s: float = 0
    setup_s: float = 0
    warm_up_s: float = 0

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.work_s + self.rest_s + self.setup_s + self.warm_up_s

    def times(self, factor: float) -> Parts:
        """Return each part so many times."""
        return Parts(self.work_s * factor, self.rest_s * factor, self.setup_s * factor,
                     self.warm_up_s * factor)

    def __add__(self, other: Parts) -> Parts:
        """Return both, one after the other."""
        return Parts(self.work_s + other.work_s, self.rest_s + other.rest_s,
                     self.setup_s + other.setup_s, self.warm_up_s + other.warm_up_s)


class PartsReader:
    """Adds up sessions by the clock of a timing.

    Sets to warm up are those that are written. A session without any has those that the catalogue
    leads up to its first sets with. A warm-up of the whole body counts where it is written.
    """

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._catalog = timing.catalog
        self._known: dict[tuple[str, int | None, int | None, bool], Clock] = {}

    def of(self, session: LoggedSession) -> Parts | None:
        """Return the parts of a session; None where too many of its sets are of unknown exercises.

        What is unknown takes as long as what is known.
        """
        entries = [e for e in session.entries if e.sets]
        known = [e for e in entries if e.exercise in self._catalog.exercise_by_id]
        sets, read = (sum(len(e.sets) for e in some) for some in (entries, known))
        if not read or 100 * read < self._catalog.estimates.clock.known_percent * sets:
            return None
        written = any(one.kind == "warm_up" for e in entries for one in e.sets)
        total = Parts()
        for mark, block in groupby(known, key=lambda e: e.superset):
            members = list(block)
            for some in [members] if mark is not None else [[one] for one in members]:
                total += self._block(some, written)
        return total.times(sets / read)

    def _block(self, entries: Sequence[LoggedEntry], written: bool) -> Parts:
        """Return the parts of an entry, or of a superset round by round, as plans are timed."""
        timed = [self._entry(e, written) for e in entries]
        work_s, rest_s, setup_s, warm_up_s = 0, 0, 0, sum(ramp_s for _, _, _, ramp_s in timed)
        lead_s, by_rest = max((lead_s, by_rest) for lead_s, by_rest, _, _ in timed)
        if by_rest:
            rest_s = lead_s
        else:
            setup_s = lead_s
        rounds = [each for _, _, each, _ in timed if each]
        many = max(map(len, rounds), default=0)
        for at in range(many):
            now = [each[at] for each in rounds if len(each) > at]
            work_s += sum(work for work, _ in now)
            setup_s += (len(now) - 1) * self._catalog.timing.superset_move_s
            rest_s += max(rest for _, rest in now) if at < many - 1 else 0
        return Parts(work_s, rest_s, setup_s, warm_up_s)

    def _entry(self, entry: LoggedEntry, written: bool
               ) -> tuple[int, bool, list[tuple[int, int]], int]:
        """Return an entry's lead-in, whether it is a rest, its work and rests, its warm-up sets."""
        exercise = self._catalog.exercise_by_id[entry.exercise or ""]
        ramp_rest_s = self._catalog.pace_by_id[self._timing.pace].ramp_rest_s
        each: list[tuple[int, int]] = []
        ramp_s, first = 0, None
        for one in entry.sets:
            clock = self._clock(exercise, one)
            if one.kind == "warm_up":
                ramp_s += clock.work_s + ramp_rest_s
                continue
            if one.kind == "drop" and each:
                each[-1] = (each[-1][0], 0)
            each.append((clock.work_s, clock.rest_s))
            first = first or clock
        if first is None:
            return exercise.setup_s, False, each, ramp_s
        by_rest = first.rest_s > 0 and first.lead_in_s == first.rest_s
        return first.lead_in_s, by_rest, each, ramp_s if written else first.ramp_s

    def _clock(self, exercise: Exercise, one: LoggedSet) -> Clock:
        hold_s = one.hold_s
        if hold_s is None and one.distance_m and not one.reps:
            hold_s = half_up(one.distance_m * self._catalog.timing.carry_s_per_m)
        failed = one.kind == "failure"
        key = (exercise.id, one.reps, hold_s, failed)
        if key not in self._known:
            dose = Dose(None if hold_s else one.reps, hold_s,
                        self._catalog.estimates.maximum.unknown_rir, failed)
            self._known[key] = self._timing.clock(exercise, dose, "work" in exercise.phases)
        return self._known[key]
