"""Which parts of a plan's page are asked for, and the options that ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.doors.arguments import Argument

WHY = Argument("why", "flag", "Show why each exercise is there.", False)
COVERAGE = Argument("coverage", "flag", "Show the sets of each muscle group against the goals.",
                    False)
RULES = Argument("rules", "flag", "Show which rules are kept and which are not.", False)
LEDGER = Argument("ledger", "flag", "Show every row of the ledger of rules.", False)
FULL = Argument("full", "flag", "Show all of it, with start times, ramp sets and the other paces.",
                False)
FORMAT = Argument("format", "id", "text, markdown or json.", "text", metavar="FORMAT")
SHOW_COVERAGE = "--show-coverage"
"""What a bare ``--coverage`` of ``coach plan`` stands for, whose values are goals."""


@dataclass(frozen=True)
class PageParts:
    """What a page shows besides what to do.

    Attributes
    ----------
    why
        The reasons of each entry.
    coverage
        Fractional sets against the goals.
    rules
        What the rules say: what is broken in sentences, what is kept in a line.
    ledger
        Every row of it.
    full
        All of these but the rows, and each session with its clock.
    """

    why: bool = False
    coverage: bool = False
    rules: bool = False
    ledger: bool = False
    full: bool = False


def with_bare_coverage(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of ``coach plan``, a ``--coverage`` without goals as its own option."""
    found = list(arguments)
    for i, word in enumerate(found):
        bare = i + 1 == len(found) or found[i + 1].startswith("-")
        if word == "--coverage" and bare and found[0] == "plan":
            found[i] = SHOW_COVERAGE
    return found
