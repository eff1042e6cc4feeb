"""From the name an app gives an exercise to the exercise of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from planner.catalog import Catalog
from planner.catalog.names import normalise

_BEHIND = re.compile(r"([^()]+)\(([^()]+)\)")
_BEFORE = re.compile(r"\(([^()]+)\)([^()]+)")
_DIVIDED = re.compile(r"\s+-\s+|,\s*|/")


class Reading(NamedTuple):
    """The id that a name was read as, None for none; ``sure`` when no word of it was dropped."""

    exercise: str | None
    sure: bool = True


def reader(catalog: Catalog) -> Callable[[str], Reading]:
    """Return the function that reads names.

    A name is looked up as written, then with the kit it has in brackets put in front (``Squat
    (Barbell)``: barbell squat). Last, the kit is dropped where the exercise can be done with it,
    which is not sure: it may be another exercise that the catalogue does not have.
    """
    kit = _kit_by_word(catalog)

    def read(name: str) -> Reading:
        found = catalog.names.find(name)
        if found is not None:
            return Reading(found)
        for bare, said in _parts(name):
            found = catalog.names.find(f"{said} {bare}")
            if found is not None:
                return Reading(found)
        for bare, said in _parts(name):
            found = catalog.names.find(bare)
            things = kit.get(normalise(_DIVIDED.split(said)[0]), frozenset())
            if found is not None and any(
                    things.intersection(each)
                    for each in catalog.exercise_by_id[found].equipment):
                return Reading(found, sure=False)
        return Reading(None)

    return read


def _parts(name: str) -> Iterator[tuple[str, str]]:
    """Yield a name without the kit it may say, and the kit."""
    behind, before = _BEHIND.fullmatch(name.strip()), _BEFORE.fullmatch(name.strip())
    if behind:
        yield behind[1].strip(), behind[2].strip()
    if before:
        yield before[2].strip(), before[1].strip()
    for sign in (" - ", ", "):
        bare, divided, said = name.rpartition(sign)
        if divided:
            yield bare.strip(), said.strip()
    words = name.split()
    for count in (2, 1):
        if len(words) > count:
            yield " ".join(words[count:]), " ".join(words[:count])


def _kit_by_word(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Return the equipment that a word for kit may mean."""
    found: dict[str, set[str]] = {}
    for word, things in catalog.name_words.items():
        found.setdefault(normalise(word), set()).update(things)
    for thing in catalog.equipment:
        for word in (thing.name, *thing.aliases):
            found.setdefault(normalise(word), set()).add(thing.id)
    return {word: frozenset(things) for word, things in found.items()}
