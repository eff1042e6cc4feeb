"""Spreadsheets: the formulas say what the plan says, and follow when its sets are changed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from planner.plans.schema import Plan
from planner.show.formats import export
from planner.show.formats.spreadsheet import column_name

SUM = re.compile(r"=SUMPRODUCT\(Plan!\$E\$4:\$E\$(\d+),Plan!\$([A-Z]+)\$4:\$\2\$\1\)")


def book_of(plan: Plan, values: bool = False, **said: Any) -> Any:
    """Return the workbook, with its formulas or with the values that stand in for them."""
    return openpyxl.load_workbook(BytesIO(export(plan, "xlsx", **said)), data_only=values)


def reckoned(book: Any) -> dict[str, float]:
    """Return the sets of each goal as the formulas of the sheet Coverage count them."""
    found = {}
    for row in book["Coverage"].iter_rows(min_row=4):
        if row[0].value and (match := SUM.fullmatch(str(row[1].value))):
            last, column = int(match[1]), match[2]
            found[row[0].value] = sum(
                book["Plan"][f"E{i}"].value * book["Plan"][f"{column}{i}"].value
                for i in range(4, last + 1))
    return found


def test_formulas_count_as_the_plan_does(example: Plan) -> None:
    """For every example the formulas give the plan's coverage, and the values beside them too."""
    expected = {row.muscle.replace("_", " "): row.sets for row in example.coverage}

    assert reckoned(book_of(example)) == pytest.approx(expected)
    shown = book_of(example, values=True)["Coverage"]
    assert {r[0]: r[1] for r in shown.iter_rows(min_row=4, max_row=3 + len(expected),
                                                values_only=True)} == pytest.approx(expected)


def test_the_loss_is_the_first_tier(example: Plan) -> None:
    """The sum below the table is the plan's coverage loss in points."""
    page = book_of(example, values=True)["Coverage"]

    assert page.cell(page.max_row, 8).value == example.solver.tiers[0].value


def test_changed_sets_change_the_coverage(small: Plan) -> None:
    """Two sets of seated rows more are two more for the lats, one more for the biceps."""
    book = book_of(small)
    before = reckoned(book)
    [cell] = [row[4] for row in book["Plan"].iter_rows(min_row=4) if row[3].value == "Seated row"]

    cell.value += 2

    assert before == {"lats": 10, "biceps": 8}
    assert reckoned(book) == {"lats": 12, "biceps": 9}


def test_by_hand(small: Plan) -> None:
    """Lats are in range; biceps, a set short at weight 2, lose 2 x 4 x 4 points."""
    rows = list(book_of(small, values=True)["Coverage"].iter_rows(min_row=4, values_only=True))

    assert [(r[0], r[6], r[7]) for r in rows] == [
        ("lats", "within", 0), ("biceps", "below", 32), ("Coverage loss, points", None, 32)]


def test_a_row_a_set_in_the_log(small: Plan) -> None:
    """Nineteen work sets on Monday and six on Thursday, three weeks of them: 75 rows."""
    rows = list(book_of(small, weeks=3)["Log"].iter_rows(min_row=2, values_only=True))

    # Monday 5 + 3 + 3 + 3 + 3 + 2, Thursday 4 + 2.
    assert len(rows) == 3 * (19 + 6)
    assert {row[0] for row in rows} == {1, 2, 3}


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"),
                                             (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_column_names(index: int, name: str) -> None:
    """Columns are counted in letters without a nought."""
    assert column_name(index) == name
