"""The page of a request that no plan can satisfy."""

from __future__ import annotations

from planner.doors.cli.document import Block, Heading, Items, Page, Words
from planner.request.conflict import Conflict
from planner.show.wording import plain


def conflict_page(conflict: Conflict) -> Page:
    """Return the rules that clash and what would help."""
    blocks: list[Block] = [
        Heading("No plan: these cannot hold together", 1),
        Items(tuple((f"{plain(c.rule)} ({plain(c.where)})", _ended(c.says))
                    for c in conflict.rules)),
    ]
    if conflict.repairs:
        blocks += [Heading("What would help, each tried", 3),
                   Items.of(_ended(r.says) for r in conflict.repairs)]
    else:
        blocks.append(Words("No single change was found that would help."))
    return tuple(blocks)


def _ended(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
