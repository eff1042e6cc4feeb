"""What an exercise needs: the one thing the source names, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.catalog.importing.rows import Known
from planner.catalog.importing.tables import Tables

ANYTHING = "anything"
UNSAID = "unsaid"
Needs = tuple[frozenset[str], ...]
"""Sets of equipment, any one of which will do."""


@dataclass(frozen=True)
class Apparatus:
    """What is needed, how it differs from what the source says, and why to look again."""

    needs: Needs
    recovered: bool
    corrected: bool
    review: tuple[str, ...]

    @property
    def sorted(self) -> list[list[str]]:
        """The sets as an exercise has them."""
        return [sorted(each) for each in self.needs]


def apparatus(said: str | None, facts: Known, tables: Tables) -> Apparatus | str:
    """Return what a record needs, or the thing it needs that we do not know.

    Parameters
    ----------
    said
        The source's one word; None where it has none.
    facts
        Everything known so far; ``source`` and ``needs`` are added to it.
    """
    silent = (said or "") in tables.unsaid
    start = () if silent else tables.equipment.get(said or "", f"'{said}'")
    if isinstance(start, str):
        return start
    needs: Needs = (frozenset(start),)
    corrected, review = False, []
    facts = facts.plus(source=UNSAID if silent else said)
    for row in tables.apparatus:
        if not row.fits(facts.plus(needs=found(needs))):
            continue
        swap = row.said.get("swap", {})
        corrected = corrected or any(swap.keys() & each for each in needs)
        needs = tuple(frozenset(swap.get(thing, thing) for thing in each) for each in needs)
        needs = tuple(each | set(row.said.get("add", ())) for each in needs)
        needs = _one_of(needs, row.said.get("any", ()))
        if "review" in row.said:
            review.append(row.said["review"])
    return Apparatus(needs, bool(found(needs) - set(start) - {ANYTHING}) and not corrected,
                     corrected, tuple(review))


def _one_of(needs: Needs, choice: Iterable[Iterable[str]]) -> Needs:
    """Return every set of what is needed with every set of a choice."""
    options = [frozenset(each) for each in choice]
    if not options:
        return needs
    return tuple(dict.fromkeys(each | option for each in needs for option in options))


def found(needs: Needs) -> frozenset[str]:
    """Return everything that some alternative needs, and ``anything`` where that is something."""
    union = frozenset[str]().union(*needs)
    return union | {ANYTHING} if union else union


def kinds(needs: Iterable[Iterable[str]], tables: Tables) -> frozenset[frozenset[str]]:
    """Return what is in the hand, for each alternative; furniture does not count."""
    return frozenset(
        frozenset(tables.kinds[thing] for thing in each if thing in tables.kinds)
        for each in needs)


def in_the_hand(needs: Iterable[Iterable[str]], tables: Tables) -> str:
    """Return the kinds of equipment in words, as they stand in brackets behind a name."""
    held = frozenset[str]().union(*kinds(needs, tables))
    return " and ".join(sorted(held)).replace("_", " ") or "body only"
