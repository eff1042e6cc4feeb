"""What a text was read as: its sessions, and how each of its lines was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from planner.workout.notation.amounts import MAX_SETS
from planner.workout.notation.entry import ReadEntry
from planner.workout.rows import Row, hardest, joined

Kind = Literal["exercise", "heading", "section", "comment", "skipped", "unknown", "unclear",
               "wrong"]


@dataclass(frozen=True)
class ReadSession:
    """The entries under one heading; ``day`` is ``mon`` … ``sun`` where it is said."""

    day: str | None
    entries: tuple[ReadEntry, ...]


@dataclass(frozen=True)
class ReadLine:
    """How a line was understood.

    Attributes
    ----------
    kind
        ``skipped`` is no exercise, such as prose; ``unknown``, ``unclear`` (two meanings) and
        ``wrong`` look like one and are left out.
    says
        What was read, or why it was not.
    near
        Names of exercises that look like an unknown one.
    remark
        What was taken for granted in reading it.
    """

    number: int
    text: str
    kind: Kind
    says: str = ""
    near: tuple[str, ...] = ()
    remark: str = ""

    @property
    def missed(self) -> bool:
        """Whether it looks like an exercise and is left out."""
        return self.kind in ("unknown", "unclear", "wrong")


@dataclass(frozen=True)
class Reading:
    """All sessions of a text, the request it carries in ``# request: {…}``, and its lines.

    Of the weeks that it has, one is read.
    """

    sessions: tuple[ReadSession, ...]
    request: dict[str, Any] | None = None
    lines: tuple[ReadLine, ...] = ()
    weeks: tuple[int, ...] = ()
    week: int | None = None
    notes: tuple[str, ...] = ()


def merged(entries: Sequence[ReadEntry]) -> Iterator[ReadEntry]:
    """Yield the entries, lines of the same lift one after the other as one entry with rows."""
    held: ReadEntry | None = None
    for entry in entries:
        if held is not None and entry.phase == held.phase == "work" and (
                entry.exercise.id == held.exercise.id
                and entry.superset is held.superset is None
                and entry.sets + held.sets <= MAX_SETS):
            rows = (*(held.rows or (Row(held.sets, held.dose),)),
                    *(entry.rows or (Row(entry.sets, entry.dose),)))
            held = replace(held, sets=held.sets + entry.sets, dose=hardest(rows).dose,
                           rows=joined(rows))
            continue
        if held is not None:
            yield held
        held = entry
    if held is not None:
        yield held
