"""The clock of a person: how long rests, set-up and warm-up sets take beside the catalogue's.

The estimator is a Bayesian regression. What a session took, less its sets, is the catalogue's
seconds of rest, set-up and warm-up (`planner.progress.session_parts`), each times a factor of the
person. The factors have a normal prior around 1, whose width is in the data, so that a few
sessions move them little and what a log cannot tell apart stays where the catalogue has it. A
session's error is a share of its length and follows Student's t: the further a session is from its
estimate, the less it weighs, so that an app that was left open moves nothing. It is solved by
weighted least squares again and again; the first weights are from the median of the sessions and
the catalogue.
Sessions far outside what is possible are not looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from planner.catalog import Catalog
from planner.catalog.estimates import ClockFigures
from planner.catalog.words import Goal, Model, PaceName
from planner.logs.log import LoggedSession
from planner.progress.session_parts import Parts, PartsReader
from planner.workout.timing import Timing

ROUNDS = 30
LEAST_FACTOR = 0.1

Row = tuple[float, float, float]


class PersonalClock(Model):
    """Factors of a person on the catalogue's seconds at a pace.

    Attributes
    ----------
    rest, setup, warm_up
        1 is the catalogue's own.
    rest_error, setup_error, warm_up_error
        Their standard errors; without sessions those of people in general.
    sessions
        How many they are from.
    left_out
        How many had a start and an end and say nothing: too long, too short, or too much of
        them unknown.
    """

    goal: Goal
    pace: PaceName
    rest: float = 1.0
    setup: float = 1.0
    warm_up: float = 1.0
    rest_error: float
    setup_error: float
    warm_up_error: float
    sessions: int = 0
    left_out: int = 0

    def seconds(self, parts: Parts) -> float:
        """Return how long a person takes for what the catalogue's clock has these parts of."""
        return (parts.work_s + self.rest * parts.rest_s + self.setup * parts.setup_s
                + self.warm_up * parts.warm_up_s)


@dataclass(frozen=True)
class _Timed:
    """A session: what it took, and its parts."""

    seconds: float
    parts: Parts

    @property
    def row(self) -> Row:
        """The seconds that a factor is sought for."""
        return self.parts.rest_s, self.parts.setup_s, self.parts.warm_up_s

    @property
    def left_s(self) -> float:
        """What it took besides its sets."""
        return self.seconds - self.parts.work_s


def learned_clock(sessions: Iterable[LoggedSession], catalog: Catalog, goal: Goal = "hypertrophy",
                  pace: PaceName = "typical") -> PersonalClock:
    """Return the factors of who trained these sessions; those without start and end say nothing.

    Parameters
    ----------
    goal, pace
        Whose rests the factors are of.
    """
    figures = catalog.estimates.clock
    reader = PartsReader(Timing(catalog, goal, pace))
    timed, left_out = [], 0
    for session in sessions:
        if not isinstance(session.start, datetime) or session.end is None:
            continue
        seconds = (session.end - session.start).total_seconds()
        parts = reader.of(session)
        if parts is None or not (
                figures.least * parts.seconds <= seconds <= figures.most * parts.seconds):
            left_out += 1
        else:
            timed.append(_Timed(seconds, parts))
    (rest, setup, warm_up), errors = _fit(timed, figures)
    return PersonalClock(
        goal=goal, pace=pace, rest=rest, setup=setup, warm_up=warm_up, rest_error=errors[0],
        setup_error=errors[1], warm_up_error=errors[2], sessions=len(timed), left_out=left_out)


def _fit(timed: Sequence[_Timed], figures: ClockFigures) -> tuple[Row, Row]:
    """Return the factors and their errors."""
    prior = (figures.rest_error, figures.setup_error, figures.warm_up_error)
    if not timed:
        return (1.0, 1.0, 1.0), prior
    ratio = median([1.0, *(one.left_s / max(1.0, sum(one.row)) for one in timed)])
    factors: Row = (ratio, ratio, ratio)
    errors = prior
    for _ in range(ROUNDS):
        precisions = [_precision(one, factors, figures) for one in timed]
        again, errors = _solved(timed, precisions, prior)
        close = max(abs(a - b) for a, b in zip(again, factors, strict=True)) < 1e-6
        factors = again
        if close:
            break
    rest, setup, warm_up = (round(max(LEAST_FACTOR, one), 3) for one in factors)
    return (rest, setup, warm_up), errors


def _precision(one: _Timed, factors: Row, figures: ClockFigures) -> float:
    """Return the inverse variance of a session, lowered by how odd it is."""
    expected = sum(f * x for f, x in zip(factors, one.row, strict=True))
    error = figures.session_percent / 100 * one.parts.seconds
    odd = (one.left_s - expected) / error
    freedom = figures.freedom
    return (freedom + 1) / (freedom + odd * odd) / (error * error)


def _solved(timed: Sequence[_Timed], precisions: Sequence[float], prior: Row) -> tuple[Row, Row]:
    """Return the factors that fit best, the prior included, and their errors."""
    matrix = [[1 / prior[i] ** 2 if i == j else 0.0 for j in range(3)] for i in range(3)]
    right = [1 / error ** 2 for error in prior]
    for one, precision in zip(timed, precisions, strict=True):
        for i in range(3):
            right[i] += precision * one.row[i] * one.left_s
            for j in range(3):
                matrix[i][j] += precision * one.row[i] * one.row[j]
    inverse = _inverse(matrix)
    a, b, c = (sum(v * r for v, r in zip(row, right, strict=True)) for row in inverse)
    x, y, z = (round(math.sqrt(inverse[i][i]), 3) for i in range(3))
    return (a, b, c), (x, y, z)


def _inverse(m: list[list[float]]) -> list[list[float]]:
    """Return the inverse of a positive definite matrix of three rows, by its cofactors."""
    def minor(i: int, j: int) -> float:
        rows, columns = ([k for k in range(3) if k != at] for at in (i, j))
        (a, b), (c, d) = ([m[r][k] for k in columns] for r in rows)
        return a * d - b * c

    cofactors = [[(-1) ** (i + j) * minor(i, j) for j in range(3)] for i in range(3)]
    size = sum(m[0][j] * cofactors[0][j] for j in range(3))
    return [[cofactors[j][i] / size for j in range(3)] for i in range(3)]
