"""Which parts of a plan's page are asked for, and the options that ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HELP_WHY = "Show why each exercise is there."
HELP_COVERAGE = "Show the sets of each muscle group against the goals."
HELP_RULES = "Show which rules are kept and which are not."
HELP_LEDGER = "Show every row of the ledger of rules."
HELP_FULL = "Show all of it, with start times, ramp sets and the other paces."
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
