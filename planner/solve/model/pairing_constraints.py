"""Rows that say, by counting, that whoever is in a superset finds a partner.

Each is necessary for a matching and none says who pairs with whom, so they hold
no more variables than there are options (docs/explanation/model.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.problem.option import Option

Member = tuple[Option, Any]


@dataclass(frozen=True)
class Row:
    """What says that some entries find partners: the terms, and a lonely one a place, are <= 0."""

    terms: tuple[tuple[int, Any], ...]
    places: tuple[tuple[Any, ...], ...] = ()

    def over(self, values: Sequence[int]) -> int:
        """Return by how much a solution fails it, if that is above 0."""
        found: int = sum(c * values[v.index] for c, v in self.terms)
        lonely: int = sum(sum(values[q.index] for q in at) % 2 for at in self.places)
        return found + lonely


def clique(members: Sequence[Member], alike: frozenset[str], count: Any) -> Row | None:
    """Of exercises of which no two may be a pair there is one a pair at most."""
    terms = [(1, q) for o, q in members if o.id in alike]
    return Row((*terms, (-1, count))) if len(terms) > 1 else None


def places(members: Sequence[Member], place: Mapping[str, str]) -> Row | None:
    """Entries at a place pair with each other there, or with what needs no place."""
    free = tuple((-1, q) for o, q in members if o.id not in place)
    at = tuple(tuple(q for o, q in members if place.get(o.id) == here)
               for here in sorted({place[o.id] for o, _ in members if o.id in place}))
    return Row(free, at) if at else None


def camps(members: Sequence[Member], first: frozenset[str],
          second: frozenset[str]) -> Row | None:
    """Who may pair neither with its own camp nor with the other finds a partner beside both."""
    one = [(1, q) for o, q in members if o.id in first]
    free = [(-1, q) for o, q in members if o.id not in first and o.id not in second]
    return Row((*one, *free)) if one else None
