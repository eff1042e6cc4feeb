"""The table of the example weeks says what was measured."""

from __future__ import annotations

from benchmarks import weeks

ROW = {"instance": "week_x", "seed": 0, "limit_s": 3, "proved": False, "first_s": 0.2,
       "total_s": 2.5, "coverage": 0, "coverage_bound": 0, "quality": 1000, "quality_bound": 900,
       "stopped_by": "deterministic", "penalties": 7, "audit": "kept"}


def test_a_row_has_a_cell_for_every_column():
    """1000 points with a bound of 900 are 10 % above it."""
    cells = weeks.cells(ROW)

    assert len(cells) == len(weeks.COLUMNS)
    assert cells[3:6] == ("1000", "10.0 %", "7")


def test_a_week_without_a_plan_has_a_row():
    """No figures, and what ended the search."""
    row = {k: ROW[k] for k in ("instance", "seed", "limit_s", "proved", "total_s")}

    assert weeks.cells({**row, "stopped_by": "no plan"})[6] == "no plan"


def test_the_example_weeks_are_found():
    """All six example weeks are measured."""
    assert {path.stem for path in weeks.weeks()} >= {
        "week_back", "week_home", "week_hypertrophy", "week_low_back_pain", "week_mixed",
        "week_snacks"}
