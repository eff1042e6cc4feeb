"""Set notation: workouts as people write them, one line an exercise.

``read`` turns text into sessions of entries, ``write`` turns entries into text
that reads back the same. What a line leaves out is filled in: the reserve from
the scheme of the goal, sets to failure from what the level is expected to
manage, and stretches without a time share three minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from planner.catalog import Catalog, Exercise
from planner.catalog.strict_yaml import StrictYamlError, load
from planner.catalog.words import Goal, Level, Phase
from planner.request.errors import InputError
from planner.workout.dose import Dose
from planner.workout.notation.amounts import MAX_SECONDS, MAX_SETS, in_limits, short
from planner.workout.notation.blocks import Blocks
from planner.workout.notation.clauses import Amount, Unclear, unclear_sets
from planner.workout.notation.entry import (
    Doser,
    ReadEntry,
    group_faults,
    phase_of,
    shared,
    undosed,
)
from planner.workout.notation.exported import exported
from planner.workout.notation.headings import (
    SessionHeading,
    is_note,
    level_of,
    no_training,
    session_heading,
    session_levels,
    week_of,
)
from planner.workout.notation.line import (
    MAX_LINE,
    Heading,
    Line,
    clean,
    has_sets,
    heading,
    is_dose,
    parse,
)
from planner.workout.notation.supersets import paired
from planner.workout.notation.tables import unrolled
from planner.workout.notation.write import Written, told, write
from planner.workout.rows import Row, hardest, joined

__all__ = ["ReadEntry", "ReadSession", "Reading", "Written", "read", "write"]

MAX_BYTES = 300_000
MAX_ENTRIES = 1000
MAX_LINES = 2000
"""A year of four sessions a week with nine lines each."""
MAX_MISSED = 500
"""Lines that look like an exercise and cannot be read; with more of them it is no workout."""
MAX_SUGGESTED = 20
"""Unknown names that get suggestions; each takes some milliseconds."""
MOST_WORDS, FEW_WORDS = 8, 4
"""Words of a name that is not known, where sets are written, and where only a time is."""
STRETCH_S = 180
"""What stretches without a written time share: the usual three minutes."""
LONG_S = 180
"""From here on a time without sets is light cardio rather than one long set."""

_REQUEST = re.compile(r"\s*#\s*request\s*:(.*)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_OR = re.compile(r"\s*/\s*|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+\+\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\(.*?\)|\W*\bmachine\W*$", re.IGNORECASE)


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
    """All sessions of a text, the request it carries in ``# request: {…}``, and its lines."""

    sessions: tuple[ReadSession, ...]
    request: dict[str, Any] | None = None
    lines: tuple[ReadLine, ...] = ()


def read(text: str, catalog: Catalog, goal: Goal, level: Level, name: str = "<text>",
         strict: bool = True) -> Reading:
    """Read a workout in set notation.

    A range of times counts by its upper bound, a percentage becomes the
    reserve it stands for at those repetitions, and ``10/side`` of a two-sided
    exercise is 20. Stretches without a time share three minutes
    (``STRETCH_S``); a shared time is divided evenly, the remainder to the first.

    Parameters
    ----------
    text
        What somebody wrote, at most 300 kB and 2000 lines.
    goal, level
        For what is not written: the reserve, and how many a set to failure is.
    name
        What to call the text in errors.
    strict
        Whether a line that is not understood is an error; else it is noted and left out.

    Raises
    ------
    InputError
        With the line: nothing could be read, or, where it is strict, an unknown exercise, no
        dose, absurd numbers.
    """
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        raise InputError(f"more than {MAX_BYTES} bytes of text", name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise InputError(f"the control character {bad[0]!r} is not text", f"{name}:{line}")
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise InputError(f"more than {MAX_LINES} lines", name)
    reader = _Reader(catalog, goal, level, strict)
    reader.levels = session_levels(lines)
    numbered = list(enumerate(lines, start=1))
    own = exported(numbered)
    read_from = paired(list(unrolled(numbered))) if own is None else own
    for number, line_text in Blocks(reader.is_name, is_dose).joined(read_from):
        try:
            reader.add(number, line_text)
        except InputError as error:
            if strict:
                raise InputError(error.message, f"{name}:{number}") from None
            reader.miss(number, line_text, error)
            if reader.missed > MAX_MISSED:
                raise InputError(f"more than {MAX_MISSED} lines cannot be read; is it a workout?",
                                 f"{name}:{number}") from None
    return reader.finish(name)


_NO_LOAD = ("bodyweight", "band", "none")


def _remark(line: Line, exercise: Exercise) -> str:
    """Return what was taken for granted in a line."""
    first = line.first
    taken = [str(row.said["taken"]) for row in line.rows if "taken" in row.said]
    if first.reps is not None and exercise.measure == "time":
        taken.append(f"{Dose(first.reps, None, None).top_reps()} was taken as seconds of a hold")
    return "; ".join(dict.fromkeys(taken))


class _Unknown(InputError):
    """A name that no exercise has, and the names that look like it."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(f"unknown exercise {short(name)!r}"
                         + (f"; nearest: {', '.join(near)}" if near else ""))
        self.near = tuple(near)


def _merged(entries: Sequence[ReadEntry]) -> Iterator[ReadEntry]:
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


class _Reader:
    """The sessions so far; ``section`` is what a line such as ``Warm-up:`` has headed."""

    def __init__(self, catalog: Catalog, goal: Goal, level: Level, strict: bool) -> None:
        self.catalog, self.goal, self.level = catalog, goal, level
        self.strict = strict
        self.taken = ""
        self.names = catalog.names
        self.sessions: list[tuple[str | None, list[ReadEntry]]] = [(None, [])]
        self.request: dict[str, Any] | None = None
        self.section: Heading | None = None
        self.lines: list[ReadLine] = []
        self.week: int | None = None
        self.skipping = False
        self.missed = 0
        self.levels: frozenset[int] = frozenset()
        self.suggested = 0

    def finish(self, name: str) -> Reading:
        """Check the supersets and return what was read."""
        sessions = []
        for day, entries in self.sessions:
            if not entries:
                continue
            for fault in group_faults(entries):
                if self.strict:
                    raise InputError(fault.says, f"{name}:{fault.line}")
                entries = [replace(e, superset=None, remark=fault.says)
                           if e.superset == fault.label else e for e in entries]
            sessions.append(ReadSession(day, tuple(entries if self.strict else _merged(entries))))
        if not sessions:
            raise self._nothing(name)
        said = {e.line: e.remark for s in sessions for e in s.entries if e.remark}
        lines = tuple(replace(line, remark=said.get(line.number, ""))
                      if line.kind == "exercise" else line for line in self.lines)
        return Reading(tuple(sessions), self.request, lines)

    def _nothing(self, name: str) -> InputError:
        """Return the error of a text without any exercise: its first line that looks like one."""
        missed = [line for line in self.lines if line.missed]
        if not missed:
            return InputError("no exercise found; write one a line, as in 3x8 Deadlift", name)
        others = ", ".join(str(line.number) for line in missed[1:6])
        more = f"; nor could line {others} be read" if others else ""
        return InputError(f"{missed[0].says}{more}", f"{name}:{missed[0].number}")

    def miss(self, number: int, raw: str, error: InputError) -> None:
        """Note a line that was not understood, and whether it looks like an exercise."""
        text = clean(raw)
        kind: Kind = "wrong"
        if isinstance(error, Unclear):
            kind = "unclear"
        elif isinstance(error, _Unknown):
            kind = "unknown" if self._like_exercise(text) else "skipped"
        elif not any(char.isalnum() for char in text) or len(raw) > MAX_LINE:
            kind = "skipped"
        near = error.near if isinstance(error, _Unknown) and kind == "unknown" else ()
        self.missed += kind != "skipped"
        self.lines.append(ReadLine(number, text, kind, "" if kind == "skipped" else error.message,
                                   near))

    def _like_exercise(self, text: str) -> bool:
        """Whether a line without a known name looks like an exercise: it has sets, or a time."""
        if is_note(text):
            return False
        try:
            line = parse(text)
        except InputError:
            return True
        if any(row.sets is not None for row in line.rows):
            return len(line.name.split()) <= MOST_WORDS
        return line.dosed and len(line.name.split()) <= FEW_WORDS

    def _note(self, number: int, text: str, kind: Kind, says: str = "") -> None:
        self.lines.append(ReadLine(number, text, kind, says))

    def is_name(self, raw: str) -> bool:
        """Whether a line is the name of an exercise and nothing else."""
        text = clean(_COMMENT.sub("", raw.lstrip(" #") if raw.lstrip().startswith("##") else raw))
        if not text or len(text) > MAX_LINE or has_sets(text) or raw.lstrip().startswith("# "):
            return False
        try:
            line = parse(text)
        except InputError:
            return False
        return not line.dosed and line.superset is None and self._one(line.name, line) is not None

    def add(self, number: int, raw: str) -> None:
        """Read one line: a comment, a heading or an exercise."""
        hashed = raw.lstrip().startswith("#")
        text = clean(raw if hashed else _COMMENT.sub("", raw))
        if request := _REQUEST.fullmatch(raw):
            self._carry(request[1])
        elif not text:
            self.section = None
        elif (week := week_of(text)) is not None:
            self.week = self.week or week
            self.skipping = week != self.week
            self._note(number, text, "heading", f"week {week}" + (
                f" is left out: only week {self.week} is read" if self.skipping else ""))
        elif self.skipping:
            pass
        elif section := heading(text):
            self.section = section
            self._note(number, text, "section")
        elif exercise := self._heading(number, text, hashed):
            if hashed:
                self._note(number, text, "comment" if text.startswith("# ") else "skipped")
            elif no_training(exercise):
                self._note(number, text, "skipped")
            else:
                self._read(number, exercise)

    def _read(self, number: int, text: str) -> None:
        entries = list(self._entries(number, text))
        self.sessions[-1][1].extend(entries)
        says = "; ".join(told(entry) for entry in entries)
        self._note(number, text, "exercise", says)
        if sum(len(entries) for _, entries in self.sessions) > MAX_ENTRIES:
            raise InputError(f"more than {MAX_ENTRIES} exercises")

    def _carry(self, text: str) -> None:
        if self.request is not None:
            raise InputError("a second request; a text carries one")
        try:
            request = load(text.strip())
        except StrictYamlError as error:
            raise InputError(f"the request cannot be read: {error.message}") from None
        if not isinstance(request, dict):
            raise InputError("a request is a mapping; write # request: {goal: strength}")
        self.request = request

    def _heading(self, number: int, text: str, hashed: bool) -> str:
        """Open a session where a heading says so; return what is left to read."""
        found = session_heading(text)
        if found is None and level_of(text) in self.levels and not self.is_name(text):
            found = SessionHeading(None, "")
        if found is None or (not found.sure and not hashed and self.is_name(text)):
            return text
        if found.split and self._is_dosed(text.strip(" #=*_~-")):
            return text  # a lift with its dose, whose name begins like a split: ``Deadlift: 5x5``
        title = found.title if self._is_exercise(found.title) else ""
        self.sessions.append((found.day, []))
        self.section = None
        if not title:
            self._note(number, text, "heading", found.day or "")
        return title

    def _is_dosed(self, text: str) -> bool:
        """Whether a line is an exercise with its dose, be it one with two meanings."""
        try:
            line = parse(text)
        except InputError as error:
            return isinstance(error, Unclear)
        begins = clean(text).casefold().startswith
        return line.dosed and any(begins(name.casefold()) and self._one(name, line)
                                  for name, _ in line.names)

    def _is_exercise(self, title: str) -> bool:
        """Tell ``Monday: 5x5 Deadlift`` from ``Monday: back (60 min)``."""
        if not title:
            return False
        if has_sets(title):
            return True
        try:
            line = parse(title)
        except InputError:
            return False
        return line.dosed and self._one(line.name, line) is not None

    def _entries(self, number: int, text: str) -> Iterator[ReadEntry]:
        line, self.taken = parse(text), ""
        exercises, note = self._exercises(line)
        if not line.dosed:
            if not any(e.mechanic == "mobility" for e in exercises):
                raise InputError(undosed(exercises[0]))
            line = replace(line, rows=(Amount(seconds=STRETCH_S),))
        for row in line.rows:
            if exercises[0].load not in _NO_LOAD and (both := unclear_sets(row, text)):
                raise Unclear(both)
        doser = Doser(self.catalog, self.goal, self.level)
        rows = [doser.rows(line, e) for e in exercises]
        if len(exercises) > 1:
            doses = shared([each[0].dose for each in rows])
            rows = [(replace(each[0], dose=dose),) for each, dose in zip(rows, doses, strict=True)]
        for exercise, phase, each in zip(exercises, self._phases(line, exercises), rows,
                                         strict=True):
            if line.superset and phase != "work":
                raise InputError(f"{exercise.name!r} is no work here; only work is paired")
            entry = self._entry(exercise, phase, each, line.superset, number, text, note)
            remarks = (self.taken, _remark(line, exercise))
            yield replace(entry, remark="; ".join(r for r in remarks if r))

    def _entry(self, exercise: Exercise, phase: Phase, rows: tuple[Row, ...],
               superset: str | None, number: int, text: str, note: str) -> ReadEntry:
        """Return an entry of rows; outside work, sets that are held are one time."""
        sets, dose = sum(row.sets for row in rows), hardest(rows).dose
        in_limits(sets, 1, MAX_SETS, "sets")
        if phase in ("raise", "mobilise", "cool_down") and dose.hold_s is not None:
            total = sum(row.sets * (row.dose.hold_s or 0) for row in rows)
            held = int(in_limits(total, 1, MAX_SECONDS, "seconds in all"))
            return ReadEntry(exercise, phase, 1, replace(dose, hold_s=held), superset, number,
                             text, note=note)
        return ReadEntry(exercise, phase, sets, dose, superset, number, text,
                         joined(rows) if phase == "work" else (), note)

    def _phases(self, line: Line, exercises: list[Exercise]) -> list[Phase]:
        """Stretches of one line stay together, whatever else they could be."""
        worked = any(entry.phase == "work" for entry in self.sessions[-1][1])
        head = line.heading or self.section
        sets = line.first.sets is not None
        phases = [phase_of(e, head, sets, worked) for e in exercises]
        for lead, exercise in zip(phases, exercises, strict=True):
            if exercise.mechanic == "mobility":
                return [p if e.mechanic == "cardio" else lead
                        for p, e in zip(phases, exercises, strict=True)]
        return phases

    def _exercises(self, line: Line) -> tuple[list[Exercise], str]:
        """Return what a line names, and the words that are then a note."""
        if one := self._one(line.name, line):
            return [one], line.names[0][1]
        parts = [part for part in _AND.split(line.name) if part]
        found = [self._one(part, line) for part in parts]
        known = {exercise.id: exercise for exercise in found if exercise is not None}
        if known and None not in found:
            if line.first.sets is not None or line.superset:
                raise InputError("two exercises on one line; write one exercise a line")
            return list(known.values()), ""
        if one := self._near(line.name):
            return [one], line.names[0][1]
        for name, note in line.names[1:]:
            if one := self._one(name, line) or self._near(name):
                return [one], note
        unknown = parts[found.index(None)] if known else line.name
        looks = len(unknown.split()) <= (MOST_WORDS if line.dosed else FEW_WORDS)
        self.suggested += looks
        near = self.names.nearest(unknown) if looks and self.suggested <= MAX_SUGGESTED else []
        raise _Unknown(unknown, near)

    def _near(self, name: str) -> Exercise | None:
        """Return what a name is taken for that nothing is called, and remember to say so."""
        taken = self.names.read(name)
        if taken.id is None:
            return None
        if self.strict and taken.how == "loosely":
            raise InputError(f"no exercise is called {short(name)!r}; {taken.says}")
        self.taken = taken.says
        return self.catalog.exercise_by_id[taken.id]

    def _one(self, name: str, line: Line) -> Exercise | None:
        """Find a name; of a choice (``chin-ups/dips``) the first that is known."""
        for part in (name, *_OR.split(name)):
            if exercise := self._find(part, line):
                return exercise
        return None

    def _find(self, name: str, line: Line) -> Exercise | None:
        """Find one name: sets of repetitions prefer work, minutes light cardio.

        ``10min seated row`` is the rowing machine; what is light cardio as it
        stands keeps its name, or stairs would become the stair machine.
        """
        exercise = self._named(name)
        first = line.first
        if first.reps is not None or first.open_ended:
            other = self._named(_BRACKETS.sub("", name))
            if exercise and "work" not in exercise.phases and other and "work" in other.phases:
                return other
        elif (first.sets is None and (first.seconds or 0) >= LONG_S
              and not (exercise and "raise" in exercise.phases)):
            other = self._named(f"{name} machine")
            if other and "raise" in other.phases:
                return other
        return exercise

    def _named(self, name: str) -> Exercise | None:
        found = self.names.find(name)
        return self.catalog.exercise_by_id[found] if found is not None else None
