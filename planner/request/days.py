"""The days of a week, and how training days are spread over it."""

from __future__ import annotations

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def spoken_day(word: str) -> str:
    """Return a day's id for its name, ``mon`` for ``Monday``; any other word as it is."""
    name = word.strip().lower()
    return name[:3] if name in _NAMES or name in {n[:3] for n in _NAMES} else word


_SPREAD = {1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 4, 5)}


def spread(count: int) -> tuple[int, ...]:
    """Return the days of so many sessions, from Monday as 0, in the order of time.

    Up to five have days between them where they can; more than seven share some days.
    """
    if count in _SPREAD:
        return _SPREAD[count]
    return tuple(i * 7 // count for i in range(count)) if count > 7 else tuple(range(count))
