"""What counts for no goal is no candidate where something like it counts."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from planner.catalog import load
from planner.problem.worthwhile import idle, worthwhile

KNOWN = load().exercise_by_id


def option(name, pinned=False, barred=()):
    """Return a candidate."""
    return SimpleNamespace(id=name, exercise=KNOWN[name], barred=barred, pinned=pinned)


@pytest.mark.parametrize(("goal", "hand", "waits"), [
    ("strength", "seated_row", True),  # light loads count nothing for strength, a cable row does
    ("strength", "prone_ytw lat_pulldown", False),  # nothing at hand is a row
    ("strength", "prone_ytw", False),
    ("health", "seated_row", False)])  # health counts any load
def test_a_band_row_waits_for_what_counts(make_problem, goal, hand, waits):
    """Twins: the goal, and what is at hand, decide."""
    problem = make_problem(goal=goal, focus=["upper_back"])

    assert idle(KNOWN["band_row"], [KNOWN[n] for n in hand.split()], problem) == waits


@pytest.mark.parametrize(("row", "left"), [
    (option("seated_row"), ["seated_row"]),
    (option("seated_row", barred=("equipment",)), ["band_row", "seated_row"])])
def test_what_is_barred_keeps_nothing_waiting(make_problem, row, left):
    """A cable row that no rule allows is not at hand."""
    found = worthwhile([option("band_row"), row], make_problem(goal="strength"))

    assert [o.id for o in found] == left


def test_what_is_included_by_name_stays(make_problem):
    """Whoever asks for the light one gets it."""
    options = [option("band_row", pinned=True), option("seated_row")]

    assert worthwhile(options, make_problem(goal="strength")) == options
