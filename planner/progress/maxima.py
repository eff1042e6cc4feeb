"""Estimated one-repetition maxima with their error.

The estimator works on logarithms, where an error is a share of the maximum, in three steps.

1. *A set.* Its repetitions and those in reserve, on the formula of the data
   (`planner.progress.formulas`), say which share of the maximum its load is. The error is that of
   the reserve in repetitions, larger the more of them and largest where none is written, times
   what a repetition changes. Hard sets before it have cost repetitions, which are added, and make
   it less sure. Sets to warm up, drop sets and those beyond the formula's limit say nothing.
2. *A session.* The mean of its sets by their inverse variances. Part of their error is common to
   them, and the day adds its own. Where no set has a reserve, the one that says most speaks alone:
   lighter ones are likely not to be meant as hard.
3. *Time.* A line through the sessions whose older ones fade, with a shrunk trend
   (`planner.progress.fading`), read at its end. It is the filter of a local linear trend in
   discount form. It was taken for three reasons: the half-life is one figure that a coach can
   read, it gives an error without a guess at how fast people change, and it is five sums, so that
   its value after every session of three years costs nothing.

What remains however many sets there are is that a person differs from the formula. It grows with
the repetitions and is added at the end.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.catalog import Catalog, Exercise
from planner.catalog.words import Id, Model
from planner.logs.log import LoggedSession, LoggedSet
from planner.progress.exposures import Exposure, exposures, loaded
from planner.progress.fading import Fading, Level
from planner.progress.formulas import share, slope, table

COUNTED_REPS = 0.3
"""The error of a repetition counted as whole (a uniform half either way)."""
LEAST_VARIANCE = 1e-8


class MaximumPoint(Model):
    """The estimate after one session, its band, and what the session by itself says."""

    on: date
    value_kg: float
    low_kg: float
    high_kg: float
    seen_kg: float


class Maximum(Model):
    """An estimated one-repetition maximum.

    Attributes
    ----------
    on
        The day of the last session that it is from.
    error_kg
        Its standard error.
    low_kg, high_kg
        The band; nine times of ten the truth is inside.
    sets, sessions
        How many it is from.
    trend_kg_week, trend_error_kg_week
        What it gains in a week, and the standard error of that.
    history
        After each session.
    """

    exercise: Id
    on: date
    value_kg: float
    error_kg: float
    low_kg: float
    high_kg: float
    sets: int
    sessions: int
    trend_kg_week: float
    trend_error_kg_week: float
    history: tuple[MaximumPoint, ...] = ()


@dataclass(frozen=True)
class SetSays:
    """What one set says of the logarithm of a maximum.

    Attributes
    ----------
    error_reps, tired_reps
        How far its reserve may be off, and what the sets before it may have cost beside that.
    step
        What a repetition changes.
    formula
        How far a person may be from the formula there.
    known
        Whether its reserve is written.
    """

    value: float
    error_reps: float
    tired_reps: float
    step: float
    formula: float
    known: bool

    def variance(self, error_reps: float) -> float:
        """Return its variance at an error of the reserve."""
        reps = error_reps ** 2 + self.tired_reps ** 2 + COUNTED_REPS ** 2
        return self.step ** 2 * reps + LEAST_VARIANCE


@dataclass(frozen=True)
class SessionSays:
    """What the sets of a session say together."""

    value: float
    error: float
    formula: float
    sets: int


class Estimator:
    """Reads sets with the figures of a catalogue.

    Parameters
    ----------
    body_kg
        The body's mass, for lifts that move it too; None where it is unknown.
    """

    def __init__(self, catalog: Catalog, body_kg: float | None = None) -> None:
        self.figures = catalog.estimates.maximum
        self._most = self.figures.used.most_reps
        self._shares = table(self.figures.formula, catalog)
        self._body_kg = body_kg
        self._known: dict[tuple[int, float | None, bool], tuple[float, float, float] | None] = {}

    def body_kg(self, exercise: Exercise) -> float | None:
        """Return the mass of the body that an exercise lifts, None where that is unknown."""
        part = self.figures.body_shares.get(exercise.id, 0.0)
        if not part:
            return 0.0
        return None if self._body_kg is None else part * self._body_kg

    def session(self, sets: Sequence[LoggedSet], body_kg: float = 0.0) -> SessionSays | None:
        """Return what a session says, None where it says nothing."""
        said = list(self._sets(sets, body_kg))
        known = [one for one in said if one.known] or sorted(
            said, key=lambda one: -one.value)[:1]
        if not known:
            return None
        # Each set's own error would let those that were judged too low weigh more.
        error_reps = sum(one.error_reps for one in known) / len(known)
        weights = [1 / one.variance(error_reps) for one in known]
        total, shared = sum(weights), self.figures.same_session
        variance = shared / max(weights) + (1 - shared) / total
        return SessionSays(
            sum(w * one.value for w, one in zip(weights, known, strict=True)) / total,
            math.hypot(math.sqrt(variance), self.figures.day_percent / 100),
            sum(w * one.formula for w, one in zip(weights, known, strict=True)) / total,
            len(known))

    def _sets(self, sets: Sequence[LoggedSet], body_kg: float) -> Iterable[SetSays]:
        masses: list[float] = []
        for one in sets:
            if one.kind not in ("work", "failure"):
                continue
            mass = (one.load_kg or 0.0) + body_kg
            least = self.figures.fatigue_share * mass
            said = self.of_set(one, body_kg, sum(before >= least for before in masses))
            masses.append(mass)
            if said is not None:
                yield said

    def of_set(self, one: LoggedSet, body_kg: float = 0.0, before: int = 0) -> SetSays | None:
        """Return what a set says of the maximum, None where it says nothing.

        Parameters
        ----------
        before
            How many sets of the exercise, about as heavy or heavier, were done before it.
        """
        mass = (one.load_kg or 0.0) + body_kg
        if not one.reps or mass <= 0:
            return None
        key = (one.reps, one.rir, one.kind == "failure")
        if key not in self._known:
            self._known[key] = self._amount(*key)
        amount = self._known[key]
        if amount is None:
            return None
        left, error_reps, step = amount
        known = one.rir is not None or one.kind == "failure"
        tired = self.figures.fatigue_reps * min(before, self.figures.fatigue_sets)
        reps = one.reps + left + (tired if known else 0)
        return SetSays(
            math.log(mass / share(self._shares, reps)), error_reps, tired, step,
            self.figures.formula_percent_each / 100 * (reps - 1), known)

    def _amount(self, reps: int, rir: float | None, failed: bool
                ) -> tuple[float, float, float] | None:
        """Return what was left, its error, and what a repetition changes."""
        figures = self.figures
        if failed:
            left, error = 0.0, figures.rir_error_reps
        elif rir is None:
            left, error = figures.unknown_rir, figures.unknown_rir_error_reps
        else:
            left, error = rir, figures.rir_error_reps + figures.rir_error_each * rir
        written = reps + (0 if rir is None else left)
        if written > self._most or left > figures.most_rir:
            return None
        return left, error, slope(self._shares, reps + left)


def maxima(sessions: Iterable[LoggedSession], catalog: Catalog, body_kg: float | None = None,
           history: bool = True) -> tuple[Maximum, ...]:
    """Return the maxima of all lifts that have one, sorted by exercise.

    Parameters
    ----------
    body_kg
        The body's mass; without it there are no maxima of lifts that move it too.
    history
        Whether the value after every session is wanted.
    """
    estimator = Estimator(catalog, body_kg)
    found = (maximum(name, done, catalog, estimator, history)
             for name, done in exposures(sessions, catalog).items())
    return tuple(one for one in found if one is not None)


def maximum(name: str, done: Sequence[Exposure], catalog: Catalog, estimator: Estimator,
            history: bool = True) -> Maximum | None:
    """Return the maximum of one lift, None where no set says anything of it."""
    exercise = catalog.exercise_by_id[name]
    body_kg = estimator.body_kg(exercise)
    if not loaded(exercise) or body_kg is None:
        return None
    figures = estimator.figures
    line = Fading(figures.half_life_days, figures.gain_percent_week / 100, figures.odd_errors)
    last, sets, sessions, formula = None, 0, 0, 0.0
    points: list[MaximumPoint] = []
    for exposure in done:
        said = estimator.session(exposure.sets, body_kg)
        if said is None:
            continue
        line.wait(0 if last is None else (exposure.on - last).days)
        line.see(said.value, said.error)
        # Who changes from fives to tens is as unsure as tens are: the last session counts half.
        formula = said.formula if last is None else (formula + said.formula) / 2
        last, sets, sessions = exposure.on, sets + said.sets, sessions + 1
        if history:
            points.append(_point(exposure.on, line.at(), formula, body_kg, said.value,
                                 figures.band_errors))
    if last is None:
        return None
    level = line.at()
    mass = math.exp(level.value)
    end = _point(last, level, formula, body_kg, level.value, figures.band_errors)
    return Maximum(
        exercise=name, on=last, value_kg=end.value_kg,
        error_kg=round(mass * math.hypot(level.error, formula), 2), low_kg=end.low_kg,
        high_kg=end.high_kg, sets=sets, sessions=sessions,
        trend_kg_week=round(mass * level.trend, 2),
        trend_error_kg_week=round(mass * level.trend_error, 2), history=tuple(points))


def _point(on: date, level: Level, formula: float, body_kg: float, seen: float,
           errors: float) -> MaximumPoint:
    band = errors * math.hypot(level.error, formula)

    def kg(value: float) -> float:
        return round(math.exp(value) - body_kg, 1)

    return MaximumPoint(on=on, value_kg=kg(level.value), low_kg=kg(level.value - band),
                        high_kg=kg(level.value + band), seen_kg=kg(seen))
