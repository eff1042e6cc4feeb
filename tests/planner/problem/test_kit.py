"""The equipment that an entry is done with."""

from __future__ import annotations

import planner
from planner.catalog import load
from tests.fuzz.second_audit import faults


def test_what_needs_nothing_is_done_with_nothing():
    """A long-lever bridge is done on a mat or on the floor; without a mat it is the floor.

    The first of its alternatives is the mat: that nothing is needed is no lack of an answer.
    """
    catalog = load()
    bridge = catalog.exercise_by_id["long_lever_bridge"]
    assert bridge.equipment == (("mat",), ())

    plan = planner.plan({"sessions": [{"day": "thu", "minutes": 40}], "equipment": ["pullup_bar"],
                         "level": "novice", "include": ["long_lever_bridge"]}, catalog)

    entry = next(e for e in plan.sessions[0].entries if e.exercise == "long_lever_bridge")
    assert entry.equipment == ()
    assert faults(plan, catalog) == []
