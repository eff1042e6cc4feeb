"""What every format gives: one set, or one note, with the session and the exercise it is of."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from planner.logs.cells import rir_of
from planner.logs.log import LoggedSet, SetKind
from planner.logs.times import When

NOTHING_DONE = "no repetitions, no time and no distance"


class SessionHead(NamedTuple):
    """What tells one session from another; ``number`` is the app's own count, if any."""

    title: str = ""
    start: When | None = None
    end: datetime | None = None
    number: str = ""


class Row(NamedTuple):
    """A set, or a note where ``set`` is None.

    ``superset`` is the app's own mark, ``order`` its number of the set.
    """

    line: int
    session: SessionHead
    name: str
    set: LoggedSet | None
    superset: str = ""
    order: int | None = None
    note: str = ""
    session_note: str = ""


@lru_cache(maxsize=8192)
def one_set(kind: SetKind, reps: int | None, load_kg: float | None, seconds: int | None = None,
            metres: float | None = None, rpe: float | None = None) -> LoggedSet | None:
    """Return a set, None where nothing was done in it.

    Equal sets are one value: a log has few that differ.
    """
    if not reps and not seconds and not metres:
        return None
    return LoggedSet(kind=kind, reps=reps or None, load_kg=load_kg or None, hold_s=seconds or None,
                     distance_m=metres or None, rpe=rpe, rir=rir_of(rpe))
