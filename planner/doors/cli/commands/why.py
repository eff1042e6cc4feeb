"""``coach why`` and ``coach why-not``: answers that are computed from the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.doors.cli.asking import Asked, command

if TYPE_CHECKING:
    from planner.answers.reasons.answer import Answer
    from planner.doors.cli.document import Page


@command("why")
def why(asked: Asked, json: bool) -> None:
    """Say why an entry is there, why a muscle is short, or what a rule costs.

    Each answer is tried: the entry taken out or replaced by the best other,
    every way to add a set, the plan improved without the rule.
    """
    _answered(asked, json)


@command("why-not")
def why_not(asked: Asked, json: bool) -> None:
    """Say why an exercise is not in PLAN: it is forced in, and what breaks or what it costs."""
    _answered(asked, json)


def _answered(asked: Asked, json: bool) -> None:
    from planner.doors.cli import opening

    name, plan = opening.read_plan(asked.raw["plan"])
    found = asked.answer(name, {**asked.words(), "plan": plan})
    opening.say(found.notes)
    opening.answer(found, lambda: why_page(found), json)


def why_page(found: Answer) -> Page:
    """Return an answer as a page: what is said, and the reasons."""
    from planner.doors.cli.document import Block, Heading, Items
    from planner.show.wording import plain

    blocks: list[Block] = [Heading(found.says, 1)]
    if found.reasons:
        blocks.append(Items(tuple((plain(r.about), r.says) for r in found.reasons)))
    return tuple(blocks)
