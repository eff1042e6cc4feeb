"""Personal records: what, how much, and when."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from planner.catalog import Catalog, Exercise
from planner.catalog.words import Id, Model
from planner.logs.log import LoggedSession, LoggedSet
from planner.progress.exposures import UNLOADED, Exposure, exposures
from planner.progress.maxima import Estimator

RecordKind = Literal["heaviest", "maximum", "volume", "most_reps", "longest", "reps_at_load"]


class Record(Model):
    """The best there was of one kind, and the first day it was reached.

    Attributes
    ----------
    kind
        ``heaviest``: the heaviest set. ``maximum``: the best maximum that one set says, of those
        whose effort is written. ``volume``: the most repetitions x load of a session.
        ``most_reps``: without a load. ``longest``: of what is held. ``reps_at_load``: the most
        repetitions with a load, or a heavier one.
    value
        Kilograms, kilograms x repetitions, repetitions or seconds, by kind.
    reps, load_kg
        The set that it was.
    before
        What stood until then; None for the first time that a lift was done.
    """

    exercise: Id
    kind: RecordKind
    on: date
    value: float
    reps: int | None = None
    load_kg: float | None = None
    before: float | None = None


class _Best:
    """The best so far of each kind."""

    def __init__(self, exercise: str) -> None:
        self._exercise = exercise
        self.found: dict[tuple[RecordKind, float | None], Record] = {}

    def take(self, kind: RecordKind, on: date, value: float, reps: int | None = None,
             load_kg: float | None = None) -> None:
        """Keep a value where it is better than what stood."""
        key = (kind, load_kg if kind == "reps_at_load" else None)
        known = self.found.get(key)
        if value <= 0 or (known is not None and value <= known.value):
            return
        before = None if known is None else known.before if known.on == on else known.value
        self.found[key] = Record(exercise=self._exercise, kind=kind, on=on, value=value, reps=reps,
                                 load_kg=load_kg, before=before)


def records(sessions: Iterable[LoggedSession], catalog: Catalog, body_kg: float | None = None,
            ) -> tuple[Record, ...]:
    """Return the records of every lift, sorted by exercise; sets to warm up set none.

    Of the repetitions with a load only those stand that no heavier load has reached.
    """
    estimator = Estimator(catalog, body_kg)
    return tuple(record for name, done in exposures(sessions, catalog).items()
                 for record in _of_lift(catalog.exercise_by_id[name], done, estimator))


def _of_lift(exercise: Exercise, done: Sequence[Exposure], estimator: Estimator
             ) -> Iterator[Record]:
    best = _Best(exercise.id)
    body_kg = estimator.body_kg(exercise) if exercise.measure == "reps" else None
    for exposure in done:
        volume = 0.0
        for one in exposure.sets:
            if one.kind != "warm_up":
                _of_set(one, exposure.on, best)
                volume += max(0.0, one.load_kg or 0.0) * (one.reps or 0)
        best.take("volume", exposure.on, round(volume, 1))
        if body_kg is not None and exercise.load not in UNLOADED:
            _maximum(exposure, body_kg, estimator, best)
    yield from _standing(best)


def _of_set(one: LoggedSet, on: date, best: _Best) -> None:
    load = one.load_kg or 0.0
    if one.reps:
        if load > 0:
            best.take("heaviest", on, load, one.reps, load)
            best.take("reps_at_load", on, one.reps, one.reps, load)
        elif load == 0:
            best.take("most_reps", on, one.reps, one.reps)
    elif one.hold_s and not one.distance_m:
        best.take("longest", on, one.hold_s, load_kg=one.load_kg)


def _maximum(exposure: Exposure, body_kg: float, estimator: Estimator, best: _Best) -> None:
    for one in exposure.sets:
        said = estimator.of_set(one, body_kg) if one.kind in ("work", "failure") else None
        if said is not None and said.known:
            best.take("maximum", exposure.on, round(math.exp(said.value) - body_kg, 1), one.reps,
                      one.load_kg)


def _standing(best: _Best) -> Iterator[Record]:
    """Yield the records, those at a load from the heaviest and only where they say something."""
    at_load = []
    for (kind, _), record in best.found.items():
        if kind == "reps_at_load":
            at_load.append(record)
        else:
            yield record
    reps = 0.0
    for record in sorted(at_load, key=lambda one: -(one.load_kg or 0.0)):
        if record.value > reps:
            reps = record.value
            yield record
