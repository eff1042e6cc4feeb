"""How long a set takes: the one place that turns doses into seconds.

The time equation (docs/explanation/model.md) has its figures in the data. Every part is rounded
half up to whole seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.catalog import Catalog, Exercise
from planner.catalog.figures import Pace
from planner.catalog.words import Goal, PaceName
from planner.workout.dose import Dose, half_up, percent_1rm, ramp_sets


@dataclass(frozen=True)
class Clock:
    """The seconds of an entry at one pace."""

    lead_in_s: int
    ramp_s: int
    work_s: int
    rest_s: int

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
        return self.entry_s + sets * self.set_s


@dataclass(frozen=True)
class Timing:
    """What sets and rests take for a goal at a pace.

    Attributes
    ----------
    least_rest_s
        A complaint's lower limit on rests.
    """

    catalog: Catalog
    goal: Goal
    pace: PaceName
    least_rest_s: int = 0

    def at(self, pace: PaceName) -> Timing:
        """Return the same at another pace."""
        return replace(self, pace=pace)

    def clock(self, exercise: Exercise, dose: Dose, work: bool = True) -> Clock:
        """Return all parts of an entry's seconds.

        Parameters
        ----------
        work
            Whether it stands in the work phase; elsewhere there is no rest and no ramp, and the
            lead-in is the set-up alone.
        """
        setup_s = half_up(exercise.setup_s * self._figures.setup)
        if not work:
            return Clock(setup_s, 0, self._work_s(exercise, dose), 0)
        rest_s = self.rest_s(exercise, dose)
        return Clock(max(rest_s, setup_s), self._ramp_s(exercise, dose),
                     self._work_s(exercise, dose), rest_s)

    def side_s(self, exercise: Exercise, dose: Dose) -> int:
        """Return the seconds of one set of one side."""
        if dose.hold_s is not None:
            return dose.hold_s
        return half_up(dose.top_reps() * (exercise.seconds_per_rep or 0.0) * self._figures.tempo)

    def rest_s(self, exercise: Exercise, dose: Dose) -> int:
        """Return the rest between two sets of an exercise; 0 outside the work phase."""
        if exercise.rest_class is None:
            return 0
        row = self.catalog.rest_by_key[self.goal, exercise.rest_class]
        rest_s: int = max(getattr(row, self.pace), self.least_rest_s)
        if dose.to_failure:
            rest_s += self._figures.failure_rest_s
        if exercise.unilateral:
            rest_s = max(self.catalog.timing.one_sided_rest_min_s,
                         rest_s - self.side_s(exercise, dose))
        return rest_s

    @property
    def _figures(self) -> Pace:
        return self.catalog.pace_by_id[self.pace]

    def _work_s(self, exercise: Exercise, dose: Dose) -> int:
        one_side_s = self.side_s(exercise, dose)
        if exercise.unilateral:
            return 2 * one_side_s + self.catalog.timing.side_change_s
        return one_side_s

    def _ramp_s(self, exercise: Exercise, dose: Dose) -> int:
        figures = self._figures
        rep_s = (exercise.seconds_per_rep or 0.0) * (2 if exercise.unilateral else 1)
        steps = ramp_sets(self.catalog, exercise, percent_1rm(self.catalog, exercise, dose))
        return sum(half_up(step.reps * rep_s * figures.tempo) + figures.ramp_rest_s
                   for step in steps)


def pair_seconds(a: Clock, b: Clock, rounds: int, move_s: int) -> int:
    """Seconds of a superset of two entries."""
    return (
        max(a.lead_in_s, b.lead_in_s) + a.ramp_s + b.ramp_s
        + rounds * (a.work_s + move_s + b.work_s)
        + (rounds - 1) * max(a.rest_s, b.rest_s)
    )
