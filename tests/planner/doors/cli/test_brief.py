"""The page to train by: how long it is, what stands in its rows, and what it says of the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.catalog import load
from planner.doors.cli.layout import text_lines
from planner.doors.cli.parts import PageParts, with_bare_coverage
from planner.doors.cli.summary import plan_page
from planner.plans.schema import Plan

ROOT = Path(__file__).parents[4]
WEEK = Plan.model_validate_json(
    (ROOT / "examples" / "plans" / "week_mixed.json").read_text(encoding="utf-8"))


def printed(plan: Plan, **parts: bool) -> list[str]:
    """Return the lines of a plan's page."""
    return [line.plain for line in text_lines(plan_page(plan, load(), PageParts(**parts)))]


def changed(**fields: object) -> Plan:
    """Return the week with other fields."""
    return WEEK.model_copy(update=fields)


def tables(lines: list[str]) -> Iterator[list[str]]:
    """Yield the rows of each session's table, its head first."""
    for i, line in enumerate(lines):
        if line.startswith("  exercise "):
            end = next(j for j in range(i, len(lines)) if not lines[j])
            yield lines[i:end]


def test_a_week_is_a_page() -> None:
    """Four days are at most 70 lines of at most 80 characters."""
    lines = printed(WEEK)

    assert len(WEEK.sessions) == 4
    assert len(lines) <= 70
    assert max(map(len, lines)) <= 80


def test_no_part_is_wider() -> None:
    """Nor is a line of everything together wider than 80 characters."""
    lines = printed(WEEK, why=True, coverage=True, ledger=True)

    assert max(map(len, lines)) <= 80
    assert max(map(len, printed(WEEK, full=True))) <= 80


def test_every_exercise_is_a_row() -> None:
    """Each entry of the work stands in its session's table, with sets and the next step."""
    for session, rows in zip(WEEK.sessions, tables(printed(WEEK)), strict=True):
        work = [e for e in session.entries if e.phase == "work"]
        whole = [row for row in rows[1:] if re.search(r"\d x \d", row)]
        assert len(whole) == len(work)
        for entry, row in zip(work, whole, strict=True):
            assert f"{entry.sets} x " in row


def test_tables_are_in_line() -> None:
    """The columns of all sessions begin at the same place."""
    [head] = {rows[0] for rows in tables(printed(WEEK))}

    assert head.endswith("next time")


def test_the_parts_are_not_there_unasked() -> None:
    """Reasons, fractional sets, rules and starts are left out until they are asked for."""
    text = "\n".join(printed(WEEK))

    for words in ("fractional", "must rules kept", "of the day", "takes", "Catalogue"):
        assert words not in text


@pytest.mark.parametrize("level", ["novice", "intermediate", "advanced"])
def test_a_share_of_a_best_single(level: str) -> None:
    """It stands at a press that people test, not at a curl; a novice has tested nothing."""
    rows = printed(changed(request=WEEK.request.model_copy(update={"level": level})))
    [press, *_] = [row for row in rows if row.strip().startswith("Overhead press")]
    [curl] = [row for row in rows if row.strip().startswith("Barbell curl")]

    assert bool(re.search(r"\d %", press)) is (level != "novice")
    assert not re.search(r"\d %", curl)


def test_a_broken_must_rule_is_always_told() -> None:
    """What must hold and does not stands on the page, whatever was asked for."""
    row = next(r for r in WEEK.ledger if r.rule == "time_budget")
    broken = row.model_copy(update={"status": "broken", "severity": "must", "says": "2 min over"})
    text = "\n".join(printed(changed(ledger=(broken,))))

    assert "Not possible" in text
    assert "2 min over" in text


def test_complaints_are_always_told() -> None:
    """Advice and stop signs are on the page, once for all sessions."""
    advised = tuple(s.model_copy(update={"advice": ("Stop and see a clinician: fever",)})
                    for s in WEEK.sessions)
    lines = printed(changed(sessions=advised))

    assert lines.index("Take care") < next(
        i for i, line in enumerate(lines) if line.startswith("Monday"))
    assert lines.count("  Stop and see a clinician: fever") == 1


def test_a_plan_of_warm_ups() -> None:
    """A session without work is still a title and its warm-up."""
    bare = tuple(s.model_copy(update={"entries": tuple(e for e in s.entries if e.phase != "work")})
                 for s in WEEK.sessions)

    assert any(line.startswith("  Warm-up ") for line in printed(changed(sessions=bare)))


@pytest.mark.parametrize(("given", "read"), [
    ("plan week.yaml --coverage", "plan week.yaml --show-coverage"),
    ("plan --coverage --why", "plan --show-coverage --why"),
    ("plan --coverage -", "plan --show-coverage -"),
    ("plan --coverage lats=8:12:18", "plan --coverage lats=8:12:18"),
    ("show --coverage", "show --coverage"),
    ("", ""),
])
def test_bare_coverage(given: str, read: str) -> None:
    """Without goals behind it --coverage of ``plan`` is an option of the page."""
    assert with_bare_coverage(given.split()) == read.split()


def test_the_fields_stay() -> None:
    """A page changes nothing of the plan that it shows."""
    before = WEEK.model_dump_json(by_alias=True)
    printed(WEEK, full=True)

    assert json.loads(WEEK.model_dump_json(by_alias=True)) == json.loads(before)
