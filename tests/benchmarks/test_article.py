"""The comparison with the article's workouts is what the planner does today."""

from __future__ import annotations

import pytest

from benchmarks.article import COLUMNS, PAGE, broken, compare, table
from planner import catalog

PROGRAMS = catalog.load().programs


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.id)
def test_page_is_up_to_date(program):
    """The page has the row that planning and auditing give now, its seconds aside."""
    [line] = table([compare(program, tries=1)])[2:]
    page = PAGE.read_text(encoding="utf-8").splitlines()

    [written] = [row for row in page if row.startswith(f"| {program.id} |")]

    assert written.split(" | ")[:-1] == line.split(" | ")[:-1], (
        "run python -m benchmarks.article --write")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.id)
def test_no_worse_than_the_article(program):
    """Our plan is proved, fits, breaks no must rule, and is worth at least the article's.

    Where the article's own workout breaks a must rule its tiers are nothing to compare with.
    """
    compared = compare(program, tries=1)

    assert compared.plan.status == "optimal"
    assert compared.plan.sessions[0].seconds.typical <= 60 * compared.given
    assert broken(compared.plan, "must") == []
    assert not compared.behind


def test_a_row_has_a_cell_for_every_column():
    """The table's head and its rows are equally wide."""
    head, _, row = table([compare(PROGRAMS[-1], tries=1)])

    assert head.count(" | ") == row.count(" | ") == len(COLUMNS) - 1
