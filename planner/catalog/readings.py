"""What a name that stands nowhere as it is written is taken for, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from planner.catalog.kit_words import KitWords, NameData, Phrases, Words
from planner.catalog.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planner.catalog.schema import Exercise

How = Literal["exact", "kit variant", "loosely", "unknown"]
_MOST_WORDS = 14
_MOST_ASIDE = 3
_STANDINGS = ("staple", "common", "niche")


@dataclass(frozen=True)
class Reading:
    """What a name is taken for.

    ``how`` is ``exact`` (its own name, whatever the order of the words),
    ``kit variant`` (the version of an exercise with the kit that is named),
    ``loosely`` (the nearest there is) or ``unknown`` (``id`` is None).
    ``says`` is a sentence for people wherever it is not exact.
    """

    id: str | None
    how: How
    says: str = ""


class Reader:
    """Reads names by their words.

    Parameters
    ----------
    exercises
        By id.
    exact
        Ids by the key of a spelling.
    rows
        The words of every spelling, each with the id it is of.
    data
        Where the words for kit are, and what is near to what the catalogue lacks.
    """

    def __init__(self, exercises: Mapping[str, Exercise], exact: Mapping[str, str],
                 rows: Iterable[tuple[str, Words]], data: NameData) -> None:
        self._exercises, self._exact = exercises, exact
        self._words = KitWords(data.name_rewrites, data.name_words)
        self._asides = Phrases(list(data.name_asides))
        self._near = self._nearby(data.near_names)
        owners: defaultdict[Words, set[str]] = defaultdict(set)
        self._called: defaultdict[Words, set[str]] = defaultdict(set)
        self._bases: defaultdict[str, set[Words]] = defaultdict(set)
        for key, said in rows:
            row = self._words.full(said)
            bag = self._bag(row)
            owners[bag].add(key)
            rest, kits = self._words.apart(row)
            if rest:
                base = self._bag(rest) if kits else bag
                self._called[base].add(key)
                self._bases[key].add(base)
        self._bags = {bag: min(keys) for bag, keys in owners.items() if len(keys) == 1 and bag}

    def _nearby(self, listed: Mapping[str, Sequence[str]]) -> dict[str | Words, str]:
        """Return what is near by the key of a name and, where only one has them, by its words."""
        near: dict[str | Words, str] = {}
        bags: defaultdict[Words, set[str]] = defaultdict(set)
        for key, names in listed.items():
            for name in names if key in self._exercises else ():
                row = self._full(name)
                near["".join(row)] = key
                bags[self._bag(row)].add(key)
        return near | {bag: min(keys) for bag, keys in bags.items() if len(keys) == 1}

    def _full(self, name: str) -> Words:
        return self._words.full(tuple(words(name)))

    @staticmethod
    def _bag(row: Iterable[str]) -> Words:
        return tuple(sorted(row))

    def safely(self, name: str) -> Reading | None:
        """Return the reading of a name where nothing has to be guessed, or None."""
        row = self._full(name)
        if not 0 < len(row) <= _MOST_WORDS:
            return None
        if same := self._same_words(row):
            return same
        return None if self._near_to(row) else self._with_its_kit(row)

    def read(self, name: str) -> Reading | None:
        """Return the nearest reading of a name, or None."""
        row = self._full(name)
        if not 0 < len(row) <= _MOST_WORDS:
            return None
        return (self._same_words(row) or self._listed_as_near(row, name)
                or self._with_its_kit(row) or self._with_less_said(row)
                or self._with_other_kit(row))

    def _same_words(self, row: Words) -> Reading | None:
        found = self._named(row)
        return Reading(found, "exact") if found else None

    def _listed_as_near(self, row: Words, name: str) -> Reading | None:
        rest, _ = self._words.apart(row)
        found = self._near_to(row) or self._near_to(rest)
        if found is None:
            return None
        taken = self._exercises[found].in_words
        return Reading(found, "loosely", f"the catalogue has no {name.strip()!r}; "
                                         f"the nearest, {taken}, was taken")

    def _near_to(self, row: Words) -> str | None:
        return self._near.get("".join(row)) or self._near.get(self._bag(row))

    def _with_its_kit(self, row: Words) -> Reading | None:
        """Read the kit apart: what is called like the rest and is done with that kit."""
        rest, kits = self._words.apart(row)
        if not kits or not rest:
            return None
        own = self._named(rest)
        if own and self._words.done_with(self._exercises[own], kits):
            return Reading(own, "exact")
        if said_once := self._named((*rest, *(w for kit in sorted(kits) for w in words(kit)))):
            return Reading(said_once, "exact")
        fitting = self._fitting(self._alike(rest), kits)
        if len(fitting) != 1:
            return None
        found = fitting.pop()
        return Reading(found, "kit variant", f"read as {self._exercises[found].in_words}")

    def _named(self, row: Words) -> str | None:
        return self._exact.get("".join(row)) or self._bags.get(self._bag(row))

    def _fitting(self, keys: Iterable[str], kits: frozenset[str]) -> set[str]:
        return {key for key in keys if self._words.done_with(self._exercises[key], kits)}

    def _alike(self, rest: Words) -> set[str]:
        """Return what is called like that, kit aside; nothing where it says too little.

        A *press* is one of the chest and one overhead, and a *raise* by itself is nothing.
        """
        called = self._called.get(self._bag(rest), set())
        patterns = {self._exercises[key].pattern for key in called}
        vague = len(patterns) != 1 or (len(rest) == 1 and self._named(rest) not in called)
        return set() if vague else called

    def _versions(self, own: str, kits: frozenset[str]) -> set[str]:
        """Return what shares another of its names and is done with the kit."""
        alike = {key for base in self._bases[own] for key in self._alike(base)}
        return self._fitting(alike, kits)

    def _with_less_said(self, row: Words) -> Reading | None:
        """Leave as few small words aside as it takes."""
        pieces = list(self._asides.cut(row))
        small = [at for at, (_, phrase) in enumerate(pieces) if phrase is not None]
        for count in range(1, min(len(small), _MOST_ASIDE) + 1):
            for dropped in combinations(small, count):
                kept = tuple(word for at, (piece, _) in enumerate(pieces) if at not in dropped
                             for word in piece)
                sure = kept and (len(kept) > 1 or self._alike(kept))
                found = sure and (self._same_words(kept) or self._with_its_kit(kept))
                if found and found.id:
                    said = " and ".join(f"'{pieces[at][1]}'" for at in dropped)
                    return Reading(found.id, "loosely", f"read as "
                                   f"{self._exercises[found.id].in_words}; {said} left aside")
        return None

    def _with_other_kit(self, row: Words) -> Reading | None:
        """Take one of several with that kit, or with other kit where there is none."""
        rest, kits = self._words.apart(row)
        called = self._alike(rest) if kits and rest else set()
        if not called:
            return None
        own = self._named(rest)
        fitting = self._fitting(called, kits)
        if not fitting and own is not None:
            fitting = self._versions(own, kits)
        if fitting:
            taken = min(fitting, key=self._first)
            return Reading(taken, "loosely", f"nothing is called just that; "
                                             f"{self._exercises[taken].in_words} was taken")
        taken = own if own in called else min(called, key=self._first)
        return Reading(taken, "loosely", f"no {' and '.join(sorted(kits))} version; "
                                         f"{self._exercises[taken].in_words} was taken")

    def _first(self, key: str) -> tuple[int, str]:
        return _STANDINGS.index(self._exercises[key].standing), key
