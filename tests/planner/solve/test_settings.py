"""The settings of the search: one frozen object, from Python or from a file."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import planner
from planner import InputError, Settings
from planner.plans.files import read_settings

WEEK = {"sessions": [{"day": d, "minutes": 30} for d in ("mon", "wed", "fri")],
        "limits": {"seconds": 1}}


def test_a_file_overrides_some(tmp_path):
    """What a file does not name stays as it is."""
    file = tmp_path / "search.yaml"
    file.write_text("bound_s: 0\nkernel_points: [0, 9]\n")

    found = read_settings(str(file))

    assert found == Settings().model_copy(update={"bound_s": 0.0, "kernel_points": (0, 9)})


@pytest.mark.parametrize(("text", "says"), [
    ("bound_s: -1", "search.yaml:1:1: bound_s"),
    ("\nboundary: 3", "search.yaml:2:1: boundary"),
    ("repairs: many", "search.yaml:1:1: repairs")])
def test_a_wrong_file_is_refused(tmp_path, text, says):
    """The error names line, column and field."""
    file = tmp_path / "search.yaml"
    file.write_text(text)

    with pytest.raises(InputError) as refused:
        read_settings(str(file))

    assert str(refused.value.where).endswith(says)


def test_they_are_frozen():
    """Nobody changes the settings of a search that runs."""
    with pytest.raises(ValidationError):
        Settings().bound_s = 2.0


def test_they_reach_the_search(few):
    """With hardly any work per second a week is given up sooner than by default."""
    usual = planner.plan(WEEK, few)
    idle = planner.plan(WEEK, few, settings=Settings(work_per_second=0.02))

    assert idle.solver.stopped_by == "deterministic"
    assert idle.solver.seconds < usual.solver.seconds
