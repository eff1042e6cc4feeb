"""Figures that nobody's plan has: a file that was edited by hand may hold anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.plans.schema import Plan
from planner.request.errors import InputError, nearest
from planner.request.request import DAYS

MOST = 1_000_000
"""No sets, repetitions, seconds or kilograms of a plan are more than this."""


def refuse_absurd(plan: Plan) -> None:
    """Refuse a plan that cannot be shown anywhere.

    Raises
    ------
    InputError
        With the field: no session, an unknown day, a figure below 0, above
        a million, or none at all.
    """
    if not plan.sessions:
        raise InputError("a plan without a session", "sessions")
    for i, session in enumerate(plan.sessions):
        if session.day not in DAYS:
            raise InputError(f"unknown day {session.day!r}; {nearest(session.day, DAYS)}",
                             f"sessions.{i}.day")
    for name in ("sessions", "coverage"):
        values = [part.model_dump() for part in getattr(plan, name)]
        for where, value in _figures(values, name):
            if not 0 <= value <= MOST:
                raise InputError(f"{str(value)[:20]} is out of range: expected 0 to {MOST}", where)


def _figures(value: Any, where: str) -> Iterator[tuple[str, int | float]]:
    """Yield every number of nested values with the dotted path of its field."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _figures(inner, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for i, inner in enumerate(value):
            yield from _figures(inner, f"{where}.{i}")
    elif isinstance(value, int | float):
        yield where, value
