"""What a broken disk, program or person puts where something else belongs."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1, 10**9, 10**400, 0.5, 1e308, "", " ", "x", "A1", "mon", "x[y]", "[",
    "\x1b[31m", "\u202emon", "a" * 5000, "barbell", "deadlift", [], {}, [[]], [None], {"x": 1},
    ["gym"], "NaN", "9999-12-31", "plan/1", "plan/2")
"""Values that JSON and YAML can hold."""

OBJECTS: tuple[Any, ...] = (*VALUES, float("nan"), float("inf"), object(), b"mon", 3j, {1, 2},
                            ("mon",), lambda: None, [object()], {object(): 1}, range(3))
"""Values that a program may hand over besides."""


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of everything in a JSON value."""
    if before:
        yield before
    inside = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, each in inside:
        yield from paths(each, (*before, key))


def damaged(draw: st.DrawFn, whole: Mapping[str, Any], places: tuple[tuple[Any, ...], ...],
            most: int = 3) -> dict[str, Any]:
    """Return a JSON value of which one or more places hold something else, or nothing."""
    value = copy.deepcopy(dict(whole))
    for _ in range(draw(st.integers(1, most))):
        *way, last = draw(st.sampled_from(places))
        parent: Any = value
        try:
            for key in way:
                parent = parent[key]
            how = draw(st.sampled_from(["other", "gone", "twice"]))
            if how == "gone":
                del parent[last]
            elif how == "twice" and isinstance(parent, list):
                parent.insert(last, copy.deepcopy(parent[last]))
            else:
                parent[last] = draw(st.sampled_from(VALUES))
        except (KeyError, IndexError, TypeError):
            continue  # an earlier damage took the place away
    return value
