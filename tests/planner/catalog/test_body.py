"""Words for what is counted."""

from __future__ import annotations

import pytest

from planner.catalog.body import so_many


@pytest.mark.parametrize(("said", "words"), [
    (so_many(1, "set"), "1 set"), (so_many(2.5, "set"), "2.5 sets"),
    (so_many(0, "point"), "0 points"),
    (so_many(1, "entry", "entries"), "1 entry"), (so_many(3, "entry", "entries"), "3 entries"),
    (so_many(1.0, "breaks", "break"), "1 breaks")])
def test_one_is_not_many(said: str, words: str) -> None:
    """Only one is one; half a set and none are several, as they are said."""
    assert said == words
