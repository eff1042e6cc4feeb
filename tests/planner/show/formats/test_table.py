"""CSV: read back as it was written, and safe to open."""

from __future__ import annotations

import pytest
from hypothesis import example as case
from hypothesis import given
from hypothesis import strategies as st

from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.formats import export
from planner.show.formats.table import COLUMNS, bare, harmless, read_rows
from planner.workout.reps import Parts


def number(value: float | None) -> str:
    """Return a figure as a cell has it."""
    return "" if value is None else f"{value:.10g}"


def test_reads_back(example: Plan) -> None:
    """Every figure of every entry of every example comes back."""
    rows = read_rows(export(example, "csv"))

    entries = [(s, e) for s in example.sessions for e in s.entries]
    assert len(rows) == len(entries)
    for row, (session, entry) in zip(rows, entries, strict=True):
        reps = entry.reps
        low, high = reps if isinstance(reps, tuple) else 2 * (
            sum(reps.parts) if isinstance(reps, Parts) else reps,)
        assert (row["session"], row["exercise"], row["phase"]) == (session.id, entry.exercise,
                                                                   entry.phase)
        assert [row[c] for c in ("sets", "reps_low", "reps_high", "hold_s", "rir", "load_kg",
                                 "percent_1rm", "rest_s", "start_s", "seconds")] == [
            number(v) for v in (entry.sets, low, high, entry.hold_s, entry.rir, entry.load_kg,
                                entry.percent_1rm, entry.rest_s, entry.start_s, entry.seconds)]
        assert (row["to_failure"] == "yes") == entry.to_failure


@given(st.text())
@case("=1+1")
@case("'=1+1")
@case("''\t")
@case(" =1")
@case("'90s")
def test_harmless_and_back(text: str) -> None:
    """No text begins like a formula any more, and every text comes back."""
    assert bare(harmless(text)) == text
    assert harmless(text)[:1] not in set("=+-@|\t\r\n")


@pytest.mark.parametrize(("data", "message"), [
    (b"", "line 1: expected the columns session, day"),
    (b"a,b\r\n1,2\r\n", "line 1: expected the columns session, day"),
    (",".join(COLUMNS).encode() + b"\r\nmon\r\n", "line 2: 1 cells, expected 23"),
    (b"\xff\xff", "not CSV in UTF-8"),
    (b"\"a\"b,c", "not CSV in UTF-8"),
])
def test_not_ours(data: bytes, message: str) -> None:
    """A file that somebody else wrote is refused with the line."""
    with pytest.raises(InputError) as error:
        read_rows(data)

    assert message in str(error.value)
