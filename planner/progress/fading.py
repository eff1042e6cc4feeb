"""A level and its trend from observations that fade: a Kalman filter in its discount form."""

from __future__ import annotations

import math
from dataclasses import dataclass

WEEK = 7.0


@dataclass(frozen=True)
class Level:
    """Where a level stands, its trend in a week, and the errors of both (standard deviations)."""

    value: float
    error: float
    trend: float
    trend_error: float


class Fading:
    """A line through the observations so far, the older the lighter, read at its end.

    The model is ``y = a + b x + e`` with ``x`` in weeks before now and an error ``e`` of known
    variance. An observation's weight is the inverse of its variance and is halved every half-life.
    ``b`` has a normal prior around 0, so that two sessions don't make a trend. Five sums that
    are moved along in time hold all of it; `at` solves them.

    Parameters
    ----------
    half_life_days
        When an observation has half its weight.
    trend_error
        The standard deviation of the trend before anything was seen, in a week.
    odd_errors
        An observation that is further from what was expected than so many errors has its weight
        cut in proportion (Huber), so that a slip of the pen does not move the line much.
    """

    def __init__(self, half_life_days: float, trend_error: float, odd_errors: float) -> None:
        self._half_life = half_life_days
        self._prior = trend_error ** -2
        self._odd = odd_errors
        self._weight = self._x = self._xx = self._y = self._xy = 0.0

    def wait(self, days: float) -> None:
        """Let time go by."""
        kept, by = 0.5 ** (days / self._half_life), days / WEEK
        weight, x, xx, y, xy = self._weight, self._x, self._xx, self._y, self._xy
        self._weight, self._y = kept * weight, kept * y
        self._x = kept * (x - by * weight)
        self._xx = kept * (xx - 2 * by * x + by * by * weight)
        self._xy = kept * (xy - by * y)

    def see(self, value: float, error: float) -> None:
        """Take an observation of now, with its standard deviation."""
        weight = error ** -2
        if self._weight > 0:
            expected = self.at()
            off = abs(value - expected.value) / math.hypot(expected.error, error)
            weight *= min(1.0, self._odd / off) if off > 0 else 1.0
        self._weight += weight
        self._y += weight * value

    def at(self) -> Level:
        """Return the level of now; something has to have been seen."""
        xx = self._xx + self._prior
        size = self._weight * xx - self._x * self._x
        return Level((xx * self._y - self._x * self._xy) / size, math.sqrt(xx / size),
                     (self._weight * self._xy - self._x * self._y) / size,
                     math.sqrt(self._weight / size))
