"""A curve in steps: inside its frame, and in words too."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from planner.show.pictures.curve import CurvePoint, curve


@settings(max_examples=30, deadline=None, derandomize=True)
@given(values=st.lists(st.integers(0, 2000), min_size=1, max_size=20))
def test_the_picture(read, values):
    """Any curve is well-formed SVG, a point a circle, none of them outside the frame."""
    steps = [CurvePoint(30 + 5 * i, v) for i, v in enumerate(sorted(values, reverse=True))]

    root = read(curve("What more minutes buy", "It falls.", steps, "minutes", "missing"))

    circles = [e for e in root.iter() if e.tag.endswith("circle")]
    assert len(circles) == len(values)
    assert all(0 <= float(c.get("cx")) <= 640 and 0 <= float(c.get("cy")) <= 360 for c in circles)


def test_where_nothing_is_known(read):
    """A point without a plan has its place on the axis and no circle."""
    points = [CurvePoint(30, None), CurvePoint(35, 4)]

    root = read(curve("What more minutes buy", "It falls.", points, "minutes", "missing"))

    assert [e.get("cx") for e in root.iter() if e.tag.endswith("circle")] == ["616"]
