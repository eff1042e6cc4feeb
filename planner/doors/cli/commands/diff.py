"""``coach diff``: two plans side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.doors.cli.asking import Asked, command

if TYPE_CHECKING:
    from planner.answers.difference import Difference
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page


@command("diff")
def diff(asked: Asked, json: bool) -> None:
    """Compare two plans: entries, minutes, coverage, rules.

    Both are audited first; what is odd about either is said on standard error.
    """
    from planner.doors.cli import opening
    from planner.request.errors import InputError

    if asked.raw["before"] == asked.raw["after"] == "-":
        raise InputError("standard input can be one of the plans, not both")
    _, before = opening.read_plan(asked.raw["before"])
    _, after = opening.read_plan(asked.raw["after"])
    found = asked.question.call({"before": before, "after": after}, asked.catalog)
    opening.say(found.notes)
    opening.answer(found, lambda: diff_page(found, asked.catalog), json)


def diff_page(found: Difference, catalog: Catalog) -> Page:
    """Return a comparison as a page."""
    from planner.doors.cli.changes import difference_blocks, price
    from planner.doors.cli.document import Block, Heading, Words
    from planner.show.wording import plain

    if all(s.change == "same" for s in found.sessions) and not found.request:
        return (Heading("The same plan twice", 1),)
    text = price(found)
    blocks: list[Block] = [Heading(text[:1].upper() + text[1:], 1)]
    if found.request:
        names = ", ".join(plain(f) for f in found.request)
        blocks.append(Words(f"The requests differ in: {names}."))
    blocks += difference_blocks(found, catalog)
    return tuple(blocks)
