"""``coach replan``: the rest of a plan anew, with as little change as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.doors.cli.asking import OUTPUT, Asked, command

if TYPE_CHECKING:
    from planner.answers.replan import Replan
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page


@command("replan", OUTPUT)
def replan(asked: Asked, output: str | None, json: bool) -> None:
    """Plan the rest of PLAN anew, changing as little as possible, and say what it costs.

    What is done stays to the byte. What the week was worth is restored as far as
    it can be; every changed entry has to bring back its price.
    """
    from planner.doors.cli import opening

    given = asked.words()
    name, plan = opening.read_plan(asked.raw["plan"])
    found = asked.answer(name, {**given, "plan": plan})
    opening.say(found.notes)
    opening.answer(found, lambda: replan_page(found, asked.catalog), json, found.plan, output)


def replan_page(found: Replan, catalog: Catalog) -> Page:
    """Return what was asked, the price, and the changes."""
    from planner.doors.cli.changes import difference_blocks, price
    from planner.doors.cli.document import Block, Heading, Items, Words

    blocks: list[Block] = [Heading(found.says, 1), Words(_sentence(price(found.difference)))]
    if found.plan.done:
        blocks.append(Words(f"Done, and left as it was: {', '.join(found.plan.done)}."))
    blocks += difference_blocks(found.difference, catalog)
    short = [n for n in found.plan.notes if n != found.says]
    if short:
        blocks += [Heading("Notes"), Items.of(n[:1].upper() + n[1:] for n in short)]
    return tuple(blocks)


def _sentence(text: str) -> str:
    return f"The price: {text}"
