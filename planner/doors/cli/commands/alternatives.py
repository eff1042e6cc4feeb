"""``coach alternatives``: plans that differ for real and lose little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.doors.cli.asking import OUTPUT, PICK, Asked, command

if TYPE_CHECKING:
    from planner.answers.alternatives import Alternatives
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page


@command("alternatives", PICK, OUTPUT, without=("first",))
def alternatives(asked: Asked, pick: int, output: str | None, json: bool) -> None:
    """Plan a request in several ways that differ in a third of their entries.

    None is worse than the best by more than 2 % of the targets in coverage and
    10 % in points of quality, or 150 points if that is more; each says what
    makes it different.
    """
    from planner.catalog.body import so_many
    from planner.doors.cli import opening
    from planner.request.errors import InputError

    name, request, first = opening.read_request_or_plan(asked.raw["request"])
    found = asked.answer(name, {**asked.words(), "request": request, "first": first})
    if pick > len(found.plans):
        raise InputError(f"the request has {so_many(len(found.plans), 'plan')}, not {pick}",
                         "--pick")
    opening.say(found.notes)
    opening.answer(found, lambda: alternatives_page(found, asked.catalog), json,
                   found.plans[pick - 1].plan, output)


def alternatives_page(found: Alternatives, catalog: Catalog) -> Page:
    """Return the plans as a table, and the work of each beside the days."""
    from planner.catalog.body import so_many
    from planner.doors.cli.document import Block, Heading, Items, Row, Table
    from planner.show.wording import clock, exercise_name, session_names

    count = len(found.plans)
    blocks: list[Block] = [Heading(f"{so_many(count, 'plan')} of one request", 1)]
    rows = []
    for i, option in enumerate(found.plans, start=1):
        plan = option.plan
        taken = sum(getattr(s.seconds, plan.request.pace) for s in plan.sessions)
        rows.append(Row((str(i), f"{option.other_entries} of {option.entries}", clock(taken),
                         str(option.coverage_loss), f"{option.dearer:+d}" if option.dearer else "",
                         option.says)))
    heads = "", "other", "minutes", "coverage", "points", "what is different"
    blocks.append(Table(heads, ">>>>><", tuple(rows), flex=(5,)))
    for i, option in enumerate(found.plans, start=1):
        blocks.append(Heading(f"Plan {i}", 3))
        blocks.append(Items(tuple(
            (session_names(option.plan.sessions)[s.id], ", ".join(
                f"{exercise_name(e.exercise, catalog)} {e.sets}" for e in s.entries
                if e.phase == "work")) for s in option.plan.sessions)))
    return tuple(blocks)
