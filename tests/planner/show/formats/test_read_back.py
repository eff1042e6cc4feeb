"""Exports that a person may change and audit again come back to the same plan."""

from __future__ import annotations

from pathlib import Path

import pytest

import planner
from planner.plans.check import as_plan
from planner.show.formats import export

EXAMPLE = Path(__file__).parents[4] / "examples" / "plans" / "week_mixed.json"
PLANS = {
    "a week": as_plan(EXAMPLE.read_text("utf-8")),
    "supersets": planner.plan({
        "sessions": [{"day": "mon", "minutes": 30}], "supersets": "prefer",
        "equipment": ["home"], "limits": {"seconds": 2}}),
}


def facts(sessions):
    """Return of each entry all but its words, and of each session how long it takes."""
    return [([e.model_copy(update={"why": "", "next_time": ""}) for e in s.entries], s.seconds)
            for s in sessions]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("format", ["text", "csv", "markdown", "liftoscript", "xlsx"])
def test_the_same_plan_again(name, format):
    """Every entry with its dose, load, rest and kit, and the seconds of every session."""
    plan = PLANS[name]

    audit = planner.check(export(plan, format), plan.request)

    assert facts(audit.sessions) == facts(plan.sessions)
    assert audit.skipped == ()
    assert audit.ok


@pytest.mark.parametrize(("format", "keep"), [("csv", 20), ("markdown", 12)])
def test_a_row_that_is_cut_off(format, keep):
    """A row without its last cells is a line that is not read, and the others are."""
    plan = PLANS["a week"]
    lines = export(plan, format).decode("utf-8-sig").splitlines()
    at = next(k for k, line in enumerate(lines) if "Overhead press" in line and (
        line.startswith(("mon,", "| "))))
    lines[at] = lines[at][:keep]

    audit = planner.check("\n".join(lines))

    assert len(audit.sessions[0].entries) == len(plan.sessions[0].entries) - 1


def test_a_number_that_somebody_changed():
    """A set more in a cell of the table is a set more in the audit."""
    plan = PLANS["a week"]
    lines = export(plan, "csv").decode("utf-8-sig").splitlines()
    at = next(k for k, line in enumerate(lines) if ",work," in line)
    cells = lines[at].split(",")
    sets = cells.index(str(plan.sessions[0].entries[3].sets), 8)
    cells[sets] = "6"
    lines[at] = ",".join(cells)

    audit = planner.check("\n".join(lines), plan.request)

    assert audit.sessions[0].entries[3].sets == 6
