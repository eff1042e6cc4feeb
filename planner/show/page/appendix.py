"""What stands behind the plan: reasons, sets against the goals, muscles, rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planner.judge.audit_rows import CoverageRow
from planner.show.markup import Markup, tag
from planner.show.muscle_sets import GroupSets, group_sets, level, muscle_sets
from planner.show.page.parts import broken, figure, table
from planner.show.page.reasons import reasons
from planner.show.page.session import times_of
from planner.show.pictures.levels import SHORT
from planner.show.pictures.muscle_map import muscle_map
from planner.show.pictures.weekly_sets import weekly_sets
from planner.show.wording import figure as number

if TYPE_CHECKING:
    from planner.show.view import Sheet

TITLE = "Reasons and figures"


def appendix(sheet: Sheet, paper: bool = False) -> Markup:
    """Return the section after the sessions.

    Parameters
    ----------
    paper
        Whether it is only for paper.
    """
    return tag("section", tag("h2", TITLE, id="appendix-title"), tuple(_inside(sheet, paper)),
               id="appendix", class_="appendix", aria_labelledby="appendix-title")


def _inside(sheet: Sheet, paper: bool) -> Iterator[Markup | tuple[Markup, ...]]:
    for i, session in enumerate(sheet.sessions, 1):
        yield reasons(session)
        if paper:
            yield times_of(session, f"time-{i}", paper=True)
    if sheet.coverage:
        rows = sheet.plan.coverage
        yield tag("h3", "Sets against the goals")
        yield tag("div", figure(
            "Fractional sets of all sessions together: a set counts 1 for what it trains "
            "directly and half for what helps.",
            weekly_sets(sheet.coverage, rows, "goals", alone=False), paper=paper),
            table("Fractional sets of each goal", ("Goal", "Sets", "Min", "Target", "Max", "Level"),
                  [(words.name, *_figures(row.sets, row)) for words, row
                   in zip(sheet.coverage, rows, strict=True)],
                  numbers=(1, 2, 3, 4), class_="figures"), class_="pair")
    muscles = muscle_sets(sheet.plan, sheet.catalog)
    yield tag("h3", "The body")
    yield tag("div", figure(
        "Each muscle for itself, against its own goal or that of its group.",
        muscle_map(muscles, "front", "front", alone=False),
        muscle_map(muscles, "back", "back", alone=False), paper=paper),
        table("Fractional sets of each muscle group", ("Group", "Sets", "Target", "Level"),
              [_group(g) for g in group_sets(sheet.plan, sheet.catalog)], numbers=(1, 2),
              class_="figures"),
        class_="pair wide")
    yield from broken(sheet.plan.ledger, "should")


def _figures(sets: float, goal: CoverageRow) -> tuple[str, ...]:
    return (*(number(v) for v in (sets, goal.min, goal.target, goal.max)),
            SHORT[level(sets, goal)])


def _group(group: GroupSets) -> tuple[str, ...]:
    return (group.name, number(group.sets),
            "" if group.goal is None else number(group.goal.target), SHORT[group.level])
