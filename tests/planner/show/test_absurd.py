"""A plan that was edited by hand into something absurd is refused with the field."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.absurd import refuse_absurd
from planner.show.formats import FORMATS, export, written
from tests.planner.show.conftest import SMALL


@pytest.mark.parametrize(("fields", "message"), [
    ({"sets": 10**30}, "sessions.0.entries.2.sets: 10000000000000000000 is out of range"),
    ({"reps": -1}, "sessions.0.entries.2.reps: -1 is out of range: expected 0 to 1000000"),
    ({"reps": [5, 10**7]}, "sessions.0.entries.2.reps.1: 10000000 is out of range"),
    ({"load_kg": 1e300}, "sessions.0.entries.2.load_kg: 1e+300 is out of range"),
    ({"ramp": [{"reps": 5, "percent": 50, "load_kg": -2.0}]},
     "sessions.0.entries.2.ramp.0.load_kg: -2.0 is out of range"),
])
def test_figures(changed: Callable[..., Plan], fields: Any, message: str) -> None:
    """No number of a plan is negative or above a million."""
    with pytest.raises(InputError) as error:
        export(changed(**fields), "csv")

    assert str(error.value).startswith(message)


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_no_number_at_all(small: Plan, value: float) -> None:
    """What is not finite is no figure."""
    row = small.coverage[0].model_copy(update={"sets": value})

    with pytest.raises(InputError, match=r"coverage\.0\.sets"):
        refuse_absurd(small.model_copy(update={"coverage": (row,)}))


@pytest.mark.parametrize(("sessions", "message"), [
    ([], "sessions: a plan without a session"),
    ([{**SMALL["sessions"][0], "day": "mod"}],
     "sessions.0.day: unknown day 'mod'; did you mean 'mon'?"),
])
def test_sessions(sessions: Any, message: str) -> None:
    """A plan has a session, and a session a day of the week."""
    with pytest.raises(InputError) as error:
        export(Plan.model_validate({**SMALL, "sessions": sessions}), "markdown")

    assert str(error.value) == message


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("fields", [
    {"sets": 0}, {"sets": 1_000_000}, {"reps": None}, {"reps": 1_000_000, "rir": 99.5},
    {"hold_s": 1_000_000}, {"load_kg": 1_000_000}, {"superset": "B"}, {"superset": "=1\nA"},
    {"equipment": ["=1", "\x00"]}, {"why": "a\x00b\n=c", "next_time": "\u202e"}, {"phase": "raise"},
], ids=str)
def test_odd_but_possible(changed: Callable[..., Plan], name: str, fields: Any) -> None:
    """Within the limits every format takes whatever the plan says."""
    assert export(changed(**fields), name, start="2026-12-01T07:00", sessions="mon")


def test_a_load_that_a_watch_cannot_hold(changed: Callable[..., Plan]) -> None:
    """Above 655 kg the load is in the notes of the step, and that is said."""
    result = written(changed(load_kg=700), "fit", sessions="mon")

    assert "loads above 655 kg are in the notes only: Deadlift" in result.losses
    assert b"RIR 2, 700 kg" in result.data


def test_the_log_stays_a_log(changed: Callable[..., Plan]) -> None:
    """Of an entry with a million sets the log has a hundred rows; Monday has 14 others."""
    book = openpyxl.load_workbook(BytesIO(export(changed(sets=1_000_000), "xlsx",
                                                 sessions="mon")))

    assert book["Log"].max_row == 1 + 100 + 14
