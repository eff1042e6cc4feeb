"""How long a set takes: the one place that turns doses into seconds.

The time equation (docs/explanation/model.md) has its figures in the data. Every part is rounded
half up to whole seconds. A person's factors multiply rests, set-up and ramps before that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.catalog import Catalog, Exercise
from planner.catalog.figures import Pace
from planner.catalog.words import Goal, PaceName
from planner.request.clock import AS_IT_IS, ClockFactors
from planner.workout.dose import Dose, half_up, percent_1rm, ramp_sets
from planner.workout.rows import Row, row_percent


@dataclass(frozen=True)
class Clock:
    """The seconds of an entry at one pace.

    Attributes
    ----------
    work_s, rest_s
        Of every set, or their means where the sets differ.
    each
        Work and rest set by set, where they differ.
    """

    lead_in_s: int
    ramp_s: int
    work_s: int
    rest_s: int
    each: tuple[tuple[int, int], ...] = ()

    @property
    def entry_s(self) -> int:
        """What being there adds, whatever the sets: the last of them has no rest after it."""
        return self.lead_in_s + self.ramp_s - self.rest_s

    @property
    def set_s(self) -> int:
        """What every set adds."""
        return self.work_s + self.rest_s

    def alone(self, sets: int) -> int:
        """Seconds of an entry that is not in a superset."""
        if self.each:
            return self.lead_in_s + self.ramp_s + sum(map(sum, self.each)) - self.each[-1][1]
        return self.entry_s + sets * self.set_s

    def nth(self, at: int) -> tuple[int, int]:
        """Return work and rest of one set, the first being 0."""
        return self.each[at] if self.each else (self.work_s, self.rest_s)


@dataclass(frozen=True)
class Timing:
    """What sets and rests take for a goal at a pace.

    Attributes
    ----------
    least_rest_s
        A complaint's lower limit on rests.
    factors
        How the seconds of who trains differ from the catalogue's, at every pace.
    """

    catalog: Catalog
    goal: Goal
    pace: PaceName
    least_rest_s: int = 0
    factors: ClockFactors = AS_IT_IS

    def at(self, pace: PaceName) -> Timing:
        """Return the same at another pace."""
        return replace(self, pace=pace)

    def clock(self, exercise: Exercise, dose: Dose, work: bool = True,
              rows: Sequence[Row] = ()) -> Clock:
        """Return all parts of an entry's seconds.

        Parameters
        ----------
        rows
            Its sets where they differ. A written rest is the rest at every pace, and the ramp
            leads up to the first of them.
        work
            Whether it stands in the work phase; elsewhere there is no rest and no ramp, and the
            lead-in is the set-up alone.
        """
        setup_s = half_up(exercise.setup_s * self._figures.setup * self.factors.setup)
        if not work:
            return Clock(setup_s, 0, self._work_s(exercise, dose), 0)
        if rows:
            return self._of_rows(exercise, rows, setup_s)
        rest_s = self.rest_s(exercise, dose)
        ramp_s = self._ramp_s(exercise, percent_1rm(self.catalog, exercise, dose))
        return Clock(max(rest_s, setup_s), ramp_s, self._work_s(exercise, dose), rest_s)

    def _of_rows(self, exercise: Exercise, rows: Sequence[Row], setup_s: int) -> Clock:
        each = tuple((self._work_s(exercise, row.dose, row.rep_s),
                      self.rest_s(exercise, row.dose) if row.rest_s is None else row.rest_s)
                     for row in rows for _ in range(row.sets))
        work_s, rest_s = (half_up(sum(part) / len(each)) for part in zip(*each, strict=True))
        ramp_s = self._ramp_s(exercise, row_percent(rows[0], exercise, self.catalog))
        return Clock(max(rest_s, setup_s), ramp_s, work_s, rest_s, each)

    def side_s(self, exercise: Exercise, dose: Dose, rep_s: int | None = None) -> int:
        """Return the seconds of one set of one side; a written tempo is one at every pace."""
        if dose.hold_s is not None:
            return dose.hold_s
        if rep_s is not None:
            return dose.top_reps() * rep_s
        return half_up(dose.top_reps() * (exercise.seconds_per_rep or 0.0) * self._figures.tempo)

    def rest_s(self, exercise: Exercise, dose: Dose) -> int:
        """Return the rest between two sets of an exercise; 0 outside the work phase.

        A complaint's least rest holds for everybody, however short somebody's own rests are.
        """
        if exercise.rest_class is None:
            return 0
        row = self.catalog.rest_by_key[self.goal, exercise.rest_class]
        own_s = self._between(exercise, dose, getattr(row, self.pace))
        least_s = self._between(exercise, dose, self.least_rest_s) if self.least_rest_s else 0
        return max(half_up(own_s * self.factors.rest), least_s)

    @property
    def move_s(self) -> int:
        """The way from an exercise of a superset to the next."""
        return half_up(self.catalog.timing.superset_move_s * self.factors.setup)

    def _between(self, exercise: Exercise, dose: Dose, rest_s: int) -> int:
        """Return a rest, longer after failure; of one side, while the other one works, shorter."""
        if dose.to_failure:
            rest_s += self._figures.failure_rest_s
        if exercise.unilateral:
            rest_s = max(self.catalog.timing.one_sided_rest_min_s,
                         rest_s - self.side_s(exercise, dose))
        return rest_s

    @property
    def _figures(self) -> Pace:
        return self.catalog.pace_by_id[self.pace]

    def _work_s(self, exercise: Exercise, dose: Dose, rep_s: int | None = None) -> int:
        one_side_s = self.side_s(exercise, dose, rep_s)
        if exercise.unilateral:
            return 2 * one_side_s + self.catalog.timing.side_change_s
        return one_side_s

    def _ramp_s(self, exercise: Exercise, percent: int | None) -> int:
        figures = self._figures
        rep_s = (exercise.seconds_per_rep or 0.0) * (2 if exercise.unilateral else 1)
        steps = ramp_sets(self.catalog, exercise, percent)
        return half_up(self.factors.warm_up * sum(
            half_up(step.reps * rep_s * figures.tempo) + figures.ramp_rest_s for step in steps))


def group_seconds(members: Sequence[tuple[Clock, int]], move_s: int) -> int:
    """Return the seconds of a superset of two or more entries, each with its number of sets.

    Round by round: the set of every entry that has one left, the way from each to the next, and
    the longest of their rests, but for the last round.
    """
    total = max(clock.lead_in_s for clock, _ in members) + sum(c.ramp_s for c, _ in members)
    rounds = max(sets for _, sets in members)
    for at in range(rounds):
        now = [clock.nth(at) for clock, sets in members if sets > at]
        total += sum(work for work, _ in now) + (len(now) - 1) * move_s
        total += max(rest for _, rest in now) if at < rounds - 1 else 0
    return total
