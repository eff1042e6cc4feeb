"""Which lifts of a log somebody means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.catalog import Catalog
from planner.logs.log import LoggedSession
from planner.request.errors import InputError, nearest


def lifts_of(words: Iterable[str], sessions: Sequence[LoggedSession], catalog: Catalog
             ) -> frozenset[str]:
    """Return the exercises of a log that are meant by ids, names or movements.

    An id or a name means that exercise, where the log has it; else a word means all whose movement
    or name it is in.

    Raises
    ------
    InputError
        Nothing in the log is called so.
    """
    trained = sorted({entry.exercise for session in sessions for entry in session.entries
                      if entry.exercise in catalog.exercise_by_id and entry.exercise})
    return frozenset(name for word in words for name in _meant(word, trained, catalog))


def _meant(word: str, trained: Sequence[str], catalog: Catalog) -> list[str]:
    said = word.casefold().strip()
    read = catalog.names.read(word).id
    if said in trained or read in trained:
        return [said if said in trained else str(read)]
    plain = said.replace("_", " ")
    found = [name for name in trained if plain and (
        catalog.exercise_by_id[name].pattern == said.replace(" ", "_")
        or plain in catalog.exercise_by_id[name].name.casefold())]
    if not found:
        raise InputError(f"no lift of the log is called {word!r}; {nearest(said, trained)}",
                         "--lift")
    return found
