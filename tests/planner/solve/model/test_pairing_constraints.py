"""What says, by counting, that whoever is in a superset finds a partner."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from planner.solve.model.pairing_constraints import camps, clique, places

A, B, C, PAIRS = (SimpleNamespace(index=i) for i in range(4))

MEMBERS = [(SimpleNamespace(id=name), q) for name, q in zip("abc", (A, B, C), strict=True)]


@pytest.mark.parametrize(("row", "values", "over"), [
    # Two of a clique, and one superset: one of them has no partner.
    (clique(MEMBERS, frozenset("ab"), PAIRS), (1, 1, 0, 1), 1),
    (clique(MEMBERS, frozenset("ab"), PAIRS), (1, 0, 1, 1), 0),
    # One at the rack and one at the cable, and nothing that can be done anywhere.
    (places(MEMBERS, {"a": "rack", "b": "cable"}), (1, 1, 0, 1), 2),
    (places(MEMBERS, {"a": "rack", "b": "rack"}), (1, 1, 0, 1), 0),
    (places(MEMBERS, {"a": "rack"}), (1, 0, 1, 1), 0),
    # Of two camps only, the first finds nobody; with somebody beside both it does.
    (camps(MEMBERS, frozenset("a"), frozenset("b")), (1, 1, 0, 1), 1),
    (camps(MEMBERS, frozenset("a"), frozenset("b")), (1, 0, 1, 1), 0),
])
def test_who_is_left_without_a_partner(row, values, over):
    """Counted by hand: how many of a, b and c (the last value: supersets) are one too many."""
    assert max(0, row.over(values)) == over
