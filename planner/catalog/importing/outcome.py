"""What becomes of every record: imported, matched to what we have, or refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from planner.catalog.importing.apparatus import Needs, in_the_hand, kinds
from planner.catalog.importing.convert import Draft, Refused, draft, exercise
from planner.catalog.importing.match import Matcher
from planner.catalog.importing.records import Record, Shape
from planner.catalog.importing.tables import Tables, tables
from planner.catalog.model import Catalog
from planner.catalog.plausibility import Look, looks
from planner.catalog.schema import Exercise
from planner.catalog.spelling import normalise, spellings

ID_LENGTH = 60
What = Literal["imported", "matched", "refused"]


@dataclass(frozen=True)
class Outcome:
    """What became of one record.

    ``id`` is the exercise of ours it became or was matched to; ``reason`` and
    ``detail`` say why it was refused; ``needs`` are the sets of equipment it
    was found to need; ``review`` says why a person should look, ``derived``
    which fields of the exercise are by rules.
    """

    record: Record
    what: What
    id: str | None = None
    exercise: dict[str, Any] | None = None
    reason: str = ""
    detail: str = ""
    needs: Needs = ()
    review: tuple[str, ...] = ()
    derived: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Import:
    """All outcomes, in the order of the file."""

    shape: Shape
    outcomes: tuple[Outcome, ...]
    tables: Tables

    def of(self, what: What) -> list[Outcome]:
        """Return the outcomes of one kind."""
        return [each for each in self.outcomes if each.what == what]

    def kind(self, each: Outcome) -> str | None:
        """Return how the category of a record stands in a plan, None for an unknown one."""
        category = self.tables.categories.get(each.record.category)
        return category.kind if category else None

    @cached_property
    def strength(self) -> tuple[Outcome, ...]:
        """The outcomes of strength records: strength, powerlifting and olympic weightlifting."""
        counted = {name for name, said in self.tables.categories.items() if said.strength}
        return tuple(each for each in self.outcomes if each.record.category in counted)


def import_records(records: Sequence[Record], shape: Shape, catalog: Catalog) -> Import:
    """Decide for every record what becomes of it.

    Parameters
    ----------
    records
        The records of one database, in the order of the file.
    catalog
        What we have: its exercises are matched and never doubled, its names
        and ids never used a second time.
    """
    known = tables()
    drafts: list[Draft | Refused] = [_drafted(record, known) for record in records]
    owned = _matched(drafts, Matcher(catalog, known))
    names = _Names(catalog, drafts, known)
    outcomes = []
    for index, (record, each) in enumerate(zip(records, drafts, strict=True)):
        if isinstance(each, Refused):
            outcomes.append(Outcome(record, "refused", reason=each.reason, detail=each.detail))
        elif index in owned:
            outcomes.append(Outcome(record, "matched", owned[index], needs=each.apparatus.needs))
        else:
            outcomes.append(_imported(each, shape, names, known))
    return Import(shape, tuple(outcomes), known)


def _drafted(record: Record, known: Tables) -> Draft | Refused:
    try:
        return draft(record, known)
    except Refused as refused:
        return refused


def _matched(drafts: Sequence[Draft | Refused], matcher: Matcher) -> dict[int, str]:
    """Return what each record is, by its name; by an alias only where no name already is."""
    understood = [(i, each) for i, each in enumerate(drafts) if isinstance(each, Draft)]
    found = {i: key for i, each in understood if (key := matcher.by_name(each))}
    taken = set(found.values())
    for i, each in understood:
        key = None if i in found else matcher.by_alias(each)
        if key is not None and key not in taken:
            found[i] = key
            taken.add(key)
    return found


def _imported(each: Draft, shape: Shape, names: _Names, known: Tables) -> Outcome:
    name = names.name(each)
    if name is None:
        return Outcome(each.record, "refused", reason="the same exercise twice in the source",
                       detail=f"called like one before it that needs the same: {each.name}")
    key = names.key(f"{shape.prefix}_{each.record.id}")
    aliases = names.aliases(each)
    made, derived = exercise(each, key, name, aliases, [shape.id, "judgement"], known)
    for error in names.objections(made):
        reason = ("a name that contradicts its equipment" if error.look == "named"
                  else "figures outside the standards of the catalogue")
        return Outcome(each.record, "refused", reason=reason, detail=error.message)
    return Outcome(each.record, "imported", key, made, needs=each.apparatus.needs,
                   review=each.review, derived=derived)


class _Names:
    """Gives ids, names and aliases that nothing else has."""

    def __init__(self, catalog: Catalog, drafts: Sequence[Draft | Refused],
                 known: Tables) -> None:
        self._catalog = catalog
        self._known = known
        ours = (each for e in catalog.exercises for each in spellings(e))
        further = (each for names in catalog.aliases.values() for each in names)
        self._taken = {normalise(each) for each in (*ours, *further)}
        self._own: dict[str, set[frozenset[frozenset[str]]]] = {}
        self._later = {normalise(each.name) for each in drafts if isinstance(each, Draft)}

    def name(self, each: Draft) -> str | None:
        """Return a record's name, with its equipment where another has it; None for a double."""
        held = kinds(each.apparatus.needs, self._known)
        before = self._own.setdefault(normalise(each.name), set())
        if held in before:
            return None
        before.add(held)
        name = each.name
        if not self._free(name):
            name = f"{each.name} ({in_the_hand(each.apparatus.needs, self._known)})"
        return name if self._take(name) else None

    def objections(self, made: dict[str, Any]) -> Iterator[Look]:
        """Yield what lint would call an error in an exercise."""
        found = Exercise.model_validate_json(json.dumps(made))
        return (each for each in looks(found, self._catalog) if each.severity == "error")

    def _free(self, name: str) -> bool:
        return bool(normalise(name)) and normalise(name) not in self._taken

    def _take(self, name: str) -> bool:
        free = self._free(name)
        self._taken.add(normalise(name))
        return free

    def key(self, wanted: str) -> str:
        """Return a free id like the one that is wanted."""
        stem = re.sub(r"[^a-z0-9]+", "_", wanted.lower()).strip("_")[:ID_LENGTH].rstrip("_")
        found = next(key for n in range(len(self._taken) + 1)
                     if self._free(key := f"{stem}_{n + 1}" if n else stem))
        self._taken.add(normalise(found))
        return found

    def aliases(self, each: Draft) -> list[str]:
        """Return the other names of a record that no exercise and no record has."""
        others = [each.record.name, *each.record.aliases]
        return [alias for alias in others
                if normalise(alias) not in self._later and self._take(alias)]
