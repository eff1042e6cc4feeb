"""Rows on counts that every matching of the supersets satisfies.

Each row is necessary for a perfect matching of the options in supersets, by Hall's condition on
some set of them (Hall 1935). No row says which two are a pair, so the rows need no more variables
than there are options (docs/explanation/model.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.problem.option import Option

Member = tuple[Option, Any]


@dataclass(frozen=True)
class Row:
    """A row ``terms + unmatched <= 0``.

    Attributes
    ----------
    terms
        Coefficients and variables.
    places
        By place, the 0-1 variables of the options there. Entries of a place are matched with each
        other first, so one is unmatched where their number is odd.
    """

    terms: tuple[tuple[int, Any], ...]
    places: tuple[tuple[Any, ...], ...] = ()

    def over(self, values: Sequence[int]) -> int:
        """Return the left side in a solution, which violates the row above 0."""
        found: int = sum(c * values[v.index] for c, v in self.terms)
        lonely: int = sum(sum(values[q.index] for q in at) % 2 for at in self.places)
        return found + lonely


def clique(members: Sequence[Member], alike: frozenset[str], count: Any) -> Row | None:
    """Return the row of a clique: each of ``count`` pairs holds at most one of its exercises."""
    terms = [(1, q) for o, q in members if o.id in alike]
    return Row((*terms, (-1, count))) if len(terms) > 1 else None


def places(members: Sequence[Member], place: Mapping[str, str]) -> Row | None:
    """Return the row of the places.

    An entry at a place pairs with another one there, or with an entry that needs no place. So the
    entries left over at the places need as many that need none.
    """
    free = tuple((-1, q) for o, q in members if o.id not in place)
    at = tuple(tuple(q for o, q in members if place.get(o.id) == here)
               for here in sorted({place[o.id] for o, _ in members if o.id in place}))
    return Row(free, at) if at else None


def camps(members: Sequence[Member], first: frozenset[str],
          second: frozenset[str]) -> Row | None:
    """Return the row of two camps, of which the first is a clique.

    Each entry of the first camp may pair neither within it nor with the second, so it needs a
    partner outside both.
    """
    one = [(1, q) for o, q in members if o.id in first]
    free = [(-1, q) for o, q in members if o.id not in first and o.id not in second]
    return Row((*one, *free)) if one else None
