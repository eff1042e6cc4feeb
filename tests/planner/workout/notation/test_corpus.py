"""Published programmes as text in three dresses: what is read back is what was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from benchmarks.taste.corpus import near, programmes
from planner.catalog import load
from planner.workout.notation.read import ReadSession, read
from planner.workout.rows import Row

CATALOG = load()
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FILE = yaml.safe_load(
    Path(__file__).with_name("programmes.yaml").read_text(encoding="utf-8"))
MOST_UNKNOWN, MOST_OTHERS = 0.01, 0.02


@dataclass(frozen=True)
class Line:
    """One lift as published: ``10``, or ``60s`` where it is held; a superset has a letter."""

    name: str
    kit: str
    sets: int
    amount: str
    letter: str = ""


@dataclass(frozen=True)
class Session:
    """A day of a programme."""

    day: str
    lines: tuple[Line, ...]


def line_of(text: str) -> Line:
    """Read a line of the file."""
    name, kit, dose, *letter = text.split("; ")
    sets, amount = dose.split("x")
    return Line(name, kit, int(sets), amount, *letter)


LACKING = frozenset(text.split(" -> ")[0] for text in near())
"""Lifts that the catalogue does not have."""

WHOLE: dict[str, tuple[tuple[Line, ...], ...]] = {
    data["name"]: tuple(tuple(map(line_of, s["lines"])) for s in data["sessions"]) for data in FILE}

def known(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines whose lift the catalogue has; who is left alone is in no superset."""
    kept = [line for line in lines if f"{line.name}, {line.kit}" not in LACKING]
    members = Counter(line.letter for line in kept)
    return tuple(line if members[line.letter] > 1 else replace(line, letter="") for line in kept)


PROGRAMMES: dict[str, tuple[Session, ...]] = {
    data["name"]: tuple(Session(s["day"], known(tuple(map(line_of, s["lines"]))))
                        for s in data["sessions"])
    for data in FILE}
"""Without the lines that name what the catalogue does not have."""


def labels(session: Session) -> Iterator[tuple[Line, str]]:
    """Yield the lines of a session with ``A1``, ``A2`` where they are a superset."""
    members: Counter[str] = Counter()
    for line in session.lines:
        members[line.letter] += 1
        yield line, f"{line.letter}{members[line.letter]} " if line.letter else ""


def markdown(name: str, sessions: tuple[Session, ...]) -> str:
    """Write a programme as a page: headings, lists, the kit in brackets."""
    text = f"# {name}\n\n"
    for session in sessions:
        text += f"## {session.day}\n\n"
        for line, label in labels(session):
            unit = "" if line.amount.endswith("s") else " reps"
            text += (f"- {label}**{line.name} ({line.kit})**: {line.sets} sets of "
                     f"{line.amount}{unit}\n")
        text += "\n"
    return text


def notes(name: str, sessions: tuple[Session, ...]) -> str:
    """Write a programme as notes on a telephone: the name first, days of the week."""
    text = ""
    for day, session in zip(DAYS, sessions, strict=False):
        text += f"{day}\n"
        for line, label in labels(session):
            text += f"{label}{line.name} {line.sets}x{line.amount}\n"
        text += "\n"
    return text


def table(name: str, sessions: tuple[Session, ...]) -> str:
    """Write a programme as tables in Markdown."""
    text = f"{name}\n"
    for number, session in enumerate(sessions, start=1):
        text += f"\n### Day {number}\n\n| Exercise | Sets | Reps |\n| --- | ---: | :---: |\n"
        for line, label in labels(session):
            text += f"| {label}{line.name} | {line.sets} | {line.amount} |\n"
    return text


DRESSES: dict[str, Callable[[str, tuple[Session, ...]], str]] = {
    "markdown": markdown, "notes": notes, "table": table}


def asked(session: Session) -> list[tuple[str, str]]:
    """Return every set of a session as it was written."""
    return [(line.amount, line.letter) for line in session.lines for _ in range(line.sets)]


def found(session: ReadSession) -> list[tuple[str, str]]:
    """Return every set of a session as it was read."""
    return [(amount(row), entry.superset or "") for entry in session.entries
            for row in entry.rows or (Row(entry.sets, entry.dose),) for _ in range(row.sets)]


def amount(row: Row) -> str:
    """Return the amount of a row as the file writes it."""
    return f"{row.dose.hold_s}s" if row.dose.hold_s is not None else str(row.dose.reps)


def lifts(session: ReadSession) -> list[str]:
    """Return the lifts of a session, one that follows itself once, as the reader joins them."""
    return [entry.exercise.id for entry in session.entries]


def test_published_names_are_known_as_they_stand() -> None:
    """Of all 607 at most 6 are taken for something near, and of each of them it is said."""
    names = [line.name for sessions in WHOLE.values() for lines in sessions for line in lines]
    near = [CATALOG.names.read(name) for name in names if CATALOG.names.find(name) is None]
    assert len(near) <= MOST_UNKNOWN * len(names)
    assert all(reading.id and reading.says for reading in near)


@pytest.mark.parametrize("dress", DRESSES)
def test_every_programme_is_read_back(dress: str) -> None:
    """Sessions, entries, sets, repetitions and supersets are the same, and every name is found."""
    wrong, unknown = [], []
    for name, sessions in PROGRAMMES.items():
        reading = read(DRESSES[dress](name, sessions), CATALOG, "hypertrophy", "intermediate",
                       strict=False)
        unknown += [line.text for line in reading.lines if line.missed]
        if list(map(found, reading.sessions)) != list(map(asked, sessions)):
            wrong.append(f"{name}: {len(reading.sessions)} of {len(sessions)} sessions, "
                         f"{[line for line in reading.lines if line.kind != 'exercise']}")
    lines = sum(len(s.lines) for sessions in PROGRAMMES.values() for s in sessions)
    assert len(unknown) <= MOST_UNKNOWN * lines, unknown
    assert not wrong


def test_the_kit_in_brackets_decides() -> None:
    """With their kit at most two of 100 lifts are others than the corpus of the benchmarks has."""
    pairs: list[tuple[str, str]] = []
    for name, sessions in PROGRAMMES.items():
        reading = read(markdown(name, sessions), CATALOG, "hypertrophy", "intermediate",
                       strict=False)
        published = next(p for p in programmes() if p.name == name)
        for session, work, whole in zip(reading.sessions, published.sessions, WHOLE[name],
                                        strict=True):
            wanted = [line.exercise for line, named in zip(work, whole, strict=True)
                      if f"{named.name}, {named.kit}" not in LACKING]
            pairs += zip(lifts(session), [key for key, _ in groupby(wanted)], strict=True)
    others = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(others) <= MOST_OTHERS * len(pairs), others
