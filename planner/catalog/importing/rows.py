"""Tables of rules: what a row asks of the facts of a record, and what it then says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

SAID = ("then", "swap", "add", "any", "review")
"""The keys of a row that say something; all others are conditions."""


@dataclass(frozen=True)
class Known:
    """What is known of a record so far: the words of its name, and sets of words by fact."""

    words: str
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def plus(self, **more: str | Iterable[str] | None) -> Known:
        """Return the facts with some added or replaced; None is the empty word."""
        found = {name: frozenset([value or ""] if isinstance(value, str | None) else value)
                 for name, value in more.items()}
        return Known(self.words, {**self.known, **found})

    def of(self, name: str) -> frozenset[str]:
        """Return what is known under a name.

        Raises
        ------
        KeyError
            When nothing was ever said about it: the table asks too early.
        """
        return self.known[name]


@dataclass(frozen=True)
class Row:
    """One rule of a table.

    Parameters
    ----------
    says, unless
        What the words of the name have to hold, and must not.
    where, where_not
        Facts of which at least one, and of which none, has to be in a list.
    said
        What the row then says, under the keys of ``SAID``.
    """

    says: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    where: tuple[tuple[str, frozenset[str]], ...]
    where_not: tuple[tuple[str, frozenset[str]], ...]
    said: Mapping[str, Any]

    def fits(self, facts: Known) -> bool:
        """Whether every condition holds."""
        return (
            (self.says is None or bool(self.says.search(facts.words)))
            and (self.unless is None or not self.unless.search(facts.words))
            and all(facts.of(name) & among for name, among in self.where)
            and not any(facts.of(name) & among for name, among in self.where_not)
        )


def row(data: Mapping[str, Any]) -> Row:
    """Make a row of what stands in a data file; ``lacks`` is short for ``not_needs``."""
    where, where_not = [], []
    for key, value in data.items():
        if key in ("says", "unless", *SAID):
            continue
        name = "not_needs" if key == "lacks" else key
        among = frozenset(str(word) for word in value)
        if name.startswith("not_"):
            where_not.append((name.removeprefix("not_"), among))
        else:
            where.append((name, among))
    return Row(
        says=re.compile(data["says"]) if "says" in data else None,
        unless=re.compile(data["unless"]) if "unless" in data else None,
        where=tuple(where),
        where_not=tuple(where_not),
        said={key: data[key] for key in SAID if key in data},
    )


def first(table: Iterable[Row], facts: Known) -> Row | None:
    """Return the first row that fits, or None."""
    return next((row for row in table if row.fits(facts)), None)
