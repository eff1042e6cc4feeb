"""What was trained: bars against the goals, and the week as muscle x day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.catalog import Catalog
from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words
from planner.judge.audit_rows import CoverageRow, LedgerRow
from planner.plans.schema import PlanSession
from planner.show.wording import figure, plain
from planner.workout.dose import QUARTERS, quarters

BAR = 22
_LEGEND = "The bar ends at the max; ':' marks the min, '|' the target, '+' what is above the max."


def coverage_blocks(coverage: Sequence[CoverageRow]) -> Iterator[Block]:
    """Yield fractional sets against goals, for one session."""
    if not coverage:
        return
    yield Heading("Coverage, in fractional sets")
    rows = tuple(Row((plain(c.muscle), figure(c.sets), bar(c, BAR), figure(c.min),
                      figure(c.target), figure(c.max))) for c in coverage)
    yield Table(("goal", "sets", "", "min", "target", "max"), "<><>>>", rows,
                exact=frozenset({2}))
    yield Words(_LEGEND)


def week_blocks(sessions: Sequence[PlanSession], coverage: Sequence[CoverageRow],
                ledger: Sequence[LedgerRow], catalog: Catalog) -> Iterator[Block]:
    """Yield the week: goals by day, totals against the goals, and the balance ratios."""
    days = list(dict.fromkeys(s.day for s in sessions))
    yield Heading("The week, in fractional sets")
    size = max(8, min(BAR, 80 - 2 - 14 - 6 * len(days) - 8 - 12 - 2 - 4))
    rows = []
    for c in coverage:
        by_day = [sum(given(s, c.muscle, catalog) for s in sessions if s.day == day)
                  for day in days]
        rows.append(Row((plain(c.muscle), *(figure(v) if v else "." for v in by_day),
                         figure(c.sets), bar(c, size), goal(c))))
    yield Table(("goal", *days, "week", "", "min-target-max"),
                "<" + ">" * len(days) + "><<", tuple(rows),
                exact=frozenset({len(days) + 2}))
    yield Words(_LEGEND)
    ratios = [r.says for r in ledger if r.rule == "balance" and r.status in ("kept", "broken")]
    if ratios:
        yield Heading("Balance", 3)
        yield Items.of(ratios)


def goal(row: CoverageRow) -> str:
    """Return ``8-12-18``."""
    return "-".join(figure(v) for v in (row.min, row.target, row.max))


def given(session: PlanSession, target: str, catalog: Catalog) -> float:
    """Return the fractional sets that a session gives to a goal."""
    known = (set(catalog.group_by_id) | set(catalog.muscle_by_id) | set(catalog.pattern_by_id)
             | set(catalog.family_by_id))
    if target not in known:
        return 0.0
    return sum(
        e.sets * quarters(catalog, catalog.exercise_by_id[e.exercise], target, e.credit)
        for e in session.entries
        if e.phase == "work" and e.exercise in catalog.exercise_by_id
    ) / QUARTERS


def bar(row: CoverageRow, size: int) -> str:
    """Return ``[====:===|==   ]``: filled to the sets reached, with the goal's marks."""
    top = row.max or max(row.target, row.sets, 1.0)

    def cell(value: float) -> int:
        return min(size, max(0, round(value / top * size)))

    cells = ["="] * cell(row.sets) + [" "] * (size - cell(row.sets))
    for value, mark in ((row.min, ":"), (row.target, "|")):
        if 0 < cell(value) < size:
            cells[cell(value)] = mark
    return f"[{''.join(cells)}{'+' if row.sets > row.max else ']'}"
