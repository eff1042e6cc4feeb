"""What has two meanings: every row of the table in the documentation does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.catalog import load
from planner.workout.notation.read import read

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "notation.md"
CATALOG = load()
ROWS = re.findall(r"^\| `(.+?)` \| (.+?) \| (asked|read|read and told)(?:: `(.+?)`)? \|$",
                  PAGE.read_text(encoding="utf-8").split("## Two meanings")[1], re.MULTILINE)
FEWEST = 30


@pytest.mark.parametrize(("form", "could", "done", "says"), ROWS, ids=[row[0] for row in ROWS])
def test_a_form_with_two_meanings(form: str, could: str, done: str, says: str) -> None:
    """It is asked about in a sentence, or read as the page says, and told what was taken."""
    found = read(f"5min Treadmill walk\n\n{form}", CATALOG, "hypertrophy", "intermediate",
                 strict=False)
    (line,) = found.lines[1:]
    if done == "asked":
        assert line.kind == "unclear", could
        assert "write" in line.says
        assert len(found.sessions[0].entries) == 1
        return
    assert line.kind == "exercise", could
    assert line.says == says
    assert ("was taken as" in line.remark) == (done == "read and told")


def test_the_table_is_read_whole() -> None:
    """A row of another shape would be no test."""
    table = PAGE.read_text(encoding="utf-8").split("## Two meanings")[1].split("\n## ")[0]
    assert len(ROWS) == table.count("\n| ") - 2 >= FEWEST
