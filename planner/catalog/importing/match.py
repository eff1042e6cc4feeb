"""Whether we have an exercise already: the same name, and the same kind of thing in the hand."""

from __future__ import annotations

from collections.abc import Iterable

from planner.catalog.importing.apparatus import in_the_hand, kinds
from planner.catalog.importing.convert import Draft, silent
from planner.catalog.importing.tables import Tables
from planner.catalog.model import Catalog
from planner.catalog.spelling import spellings, words


class Matcher:
    """The names of a catalogue, as written and as bags of words.

    Two names are one when they have the same words in any order (``Bent Over
    Row (Barbell)`` and ``Barbell Bent-Over Row``), fillers aside; two
    exercises are one when their kinds of equipment agree as well. What a
    record has in the hand may stand in our name and not in its own.
    """

    def __init__(self, catalog: Catalog, tables: Tables) -> None:
        self._catalog = catalog
        self._tables = tables
        self._names = catalog.names
        self._bags: dict[tuple[str, ...], str] = {}
        for each in catalog.exercises:
            for spelling in spellings(each):
                self._bags.setdefault(self._bag(spelling), each.id)

    def _bag(self, name: str) -> tuple[str, ...]:
        return tuple(sorted(word for word in words(name) if word not in self._tables.fillers))

    def by_name(self, draft: Draft) -> str | None:
        """Return the id of the exercise that a record is called like, or None."""
        called = self._tables.called.get(draft.record.name)
        return self._find([draft.name, *([called] if called else [])], draft)

    def by_alias(self, draft: Draft) -> str | None:
        """Return the id of the exercise that one of a record's other names belongs to, or None."""
        return self._find(draft.record.aliases, draft)

    def _find(self, names: Iterable[str], draft: Draft) -> str | None:
        held = in_the_hand(draft.apparatus.needs, self._tables)
        for spelling in (each for name in names for each in (name, f"{name} ({held})")):
            for found in (self._names.find(spelling), self._bags.get(self._bag(spelling))):
                if found is not None and self._agree(found, draft):
                    return found
        return None

    def _agree(self, found: str, draft: Draft) -> bool:
        if silent(draft):
            return True
        ours = kinds(self._catalog.exercise_by_id[found].equipment, self._tables)
        return bool(ours & kinds(draft.apparatus.needs, self._tables))
