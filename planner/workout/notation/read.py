"""Set notation: workouts as people write them, one line an exercise.

``read`` turns text into sessions of entries, ``write`` turns entries into text
that reads back the same. What a line leaves out is filled in: the reserve from
the scheme of the goal, sets to failure from what the level is expected to
manage, and stretches without a time share three minutes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.catalog.strict_yaml import StrictYamlError, load
from planner.catalog.words import Goal, Level
from planner.request.errors import InputError
from planner.workout.notation.amount import Unclear
from planner.workout.notation.amounts import MAX_LINE
from planner.workout.notation.blocks import Blocks
from planner.workout.notation.dosed import LineReader
from planner.workout.notation.entry import Doser, ReadEntry, group_faults
from planner.workout.notation.exported import exported
from planner.workout.notation.for_all import rest_of_all, rested, training_max, warmed
from planner.workout.notation.headings import (
    DAY_WORDS,
    SessionHeading,
    level_of,
    no_training,
    session_heading,
    session_levels,
    small_part,
    titles,
    weeks_of,
)
from planner.workout.notation.languages import Languages
from planner.workout.notation.line import (
    Heading,
    clean,
    has_sets,
    heading,
    is_dose,
    parse,
)
from planner.workout.notation.missed import missed_line, nothing_read
from planner.workout.notation.naming import Namer
from planner.workout.notation.prose import told_of
from planner.workout.notation.reading import Kind, Reading, ReadLine, ReadSession, merged
from planner.workout.notation.rounds import Clock, round_head
from planner.workout.notation.supersets import paired
from planner.workout.notation.tables import unrolled
from planner.workout.notation.week_days import WeekDays, several_days, week_days
from planner.workout.notation.weeks import Weeks, weeks_in
from planner.workout.notation.weeks import told as told_weeks
from planner.workout.notation.write import Written, told, write

__all__ = ["ReadEntry", "ReadSession", "Reading", "Written", "read", "write"]

MAX_BYTES = 300_000
MAX_ENTRIES = 1000
MAX_LINES = 2000
"""A year of four sessions a week with nine lines each."""
MAX_MISSED = 500
"""Lines that look like an exercise and cannot be read; with more of them it is no workout."""

_REQUEST = re.compile(r"\s*#\s*request\s*:(.*)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def read(text: str, catalog: Catalog, goal: Goal, level: Level, name: str = "<text>",
         strict: bool = True, week: int | None = None) -> Reading:
    """Read a workout in set notation.

    A range of times counts by its upper bound, a percentage becomes the
    reserve it stands for at those repetitions, and ``10/side`` of a two-sided
    exercise is 20. Stretches without a time share three minutes
    (`STRETCH_S`); a shared time is divided evenly, the remainder to the first.

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
    week
        Which week of a programme is read; the first one that stands there by default.

    Raises
    ------
    InputError
        With the line: nothing could be read, or, where it is strict, an unknown exercise, no
        dose, absurd numbers. A week that is not there.
    """
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        raise InputError(f"more than {MAX_BYTES} bytes of text", name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise InputError(f"the control character {bad[0]!r} is not text", f"{name}:{line}")
    originals = text.split("\n")
    if len(originals) > MAX_LINES:
        raise InputError(f"more than {MAX_LINES} lines", name)
    english = Languages(catalog).english
    lines = [line if "request" in line else english(line) for line in originals]
    reader = _Reader(catalog, goal, level, strict)
    reader.originals = {number: clean(before) for number, (before, after)
                        in enumerate(zip(originals, lines, strict=True), start=1)
                        if before != after}
    reader.exercises.training_max = training_max(lines)
    reader.titles = titles(lines)
    reader.levels = session_levels(lines)
    numbered = list(enumerate(lines, start=1))
    own = exported(numbered)
    weeks = reader.weeks = weeks_in(numbered if own is None else own, week)
    read_from = (list(paired(list(unrolled(numbered, weeks.chosen)))) if own is None else own)
    reader.days = week_days(read_from, bool(weeks.known)) if own is None else WeekDays()
    for number, line_text in Blocks(reader.is_name, is_dose, reader.is_held).joined(read_from):
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


def carries_request(text: str) -> bool:
    """Whether a text has a request of its own, ``# request: {…}``."""
    return any(_REQUEST.fullmatch(line) for line in text.splitlines())


class _Reader:
    """The sessions so far; ``section`` is what a line such as ``Warm-up:`` has headed."""

    def __init__(self, catalog: Catalog, goal: Goal, level: Level, strict: bool) -> None:
        self.strict = strict
        self.names = Namer(catalog, strict)
        self.exercises = LineReader(self.names, Doser(catalog, goal, level))
        self.sessions: list[tuple[tuple[str, ...], list[ReadEntry]]] = [((), [])]
        self.days = WeekDays()
        self.request: dict[str, Any] | None = None
        self.section: Heading | None = None
        self.clock = Clock()
        self.lines: list[ReadLine] = []
        self.weeks = Weeks()
        self.skipping = False
        self.missed = 0
        self.levels: frozenset[int] = frozenset()
        self.titles: frozenset[int] = frozenset()
        self.originals: dict[int, str] = {}
        self.rest: tuple[int, int] | None = None

    def finish(self, name: str) -> Reading:
        """Check the supersets and return what was read."""
        sessions = []
        said: dict[int, str] = {}
        for days, entries in warmed(self.sessions):
            if not entries:
                continue
            if self.rest is not None:
                entries = rested(entries, *self.rest)
            for fault in group_faults(entries):
                if self.strict:
                    raise InputError(fault.says, f"{name}:{fault.line}")
                entries = [replace(e, superset=None,
                                   remark="; ".join(filter(None, (e.remark, fault.says))))
                           if e.superset == fault.label else e for e in entries]
            said |= {e.line: e.remark for e in entries if e.remark}
            found = tuple(entries if self.strict else merged(entries))
            sessions += [ReadSession(day, found) for day in days or (None,)]
        if not sessions:
            raise nothing_read(self.lines, name)
        if any(len(days) > 1 for days, _ in self.sessions) and all(s.day for s in sessions):
            sessions.sort(key=lambda s: list(DAY_WORDS).index(str(s.day)))
        lines = tuple(replace(line, text=self.originals.get(line.number, line.text),
                              remark=said.get(line.number, "") if line.kind == "exercise"
                              else line.remark)
                      for line in self.lines)
        return Reading(tuple(sessions), self.request, lines, self.weeks.known, self.weeks.chosen,
                       (self.days.note,) if self.days.note else ())

    def miss(self, number: int, raw: str, error: InputError) -> None:
        """Note a line that was not understood, and whether it looks like an exercise."""
        self.lines.append(missed_line(number, clean(raw), error, number in self.titles))
        self.missed += self.lines[-1].missed

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
        if line.dosed or line.superset is not None:
            return False
        return self.names.one(line.name, line) is not None

    def is_held(self, raw: str) -> bool:
        """Whether the exercise that a line names goes by the clock."""
        line = parse(clean(raw))
        found = self.names.one(line.name, line)
        return found is not None and found.measure == "time"

    def add(self, number: int, raw: str) -> None:
        """Read one line: a comment, a heading or an exercise."""
        hashed = raw.lstrip().startswith("#")
        text = clean(raw if hashed else _COMMENT.sub("", raw))
        if request := _REQUEST.fullmatch(raw):
            self._carry(request[1])
        elif not text:
            self.section = None
            self.clock.blank()
        elif (weeks := weeks_of(text)) is not None:
            self._week(number, text, weeks)
        elif self.skipping and not (self.weeks.in_days and session_heading(text)):
            pass
        elif not self._is_about(number, text) and (
                exercise := self._heading(number, text, hashed)):
            if hashed:
                self._note(number, text, "comment" if text.startswith("# ") else "skipped")
            elif no_training(exercise):
                self._note(number, text, "skipped")
            else:
                self._read(number, exercise)

    def _week(self, number: int, text: str, weeks: range) -> None:
        if number not in self.weeks.headings:
            self._note(number, text, "skipped")
            return
        self.skipping = self.weeks.leaves_out(weeks)
        is_out = "is" if len(weeks) == 1 else "are"
        self._note(number, text, "heading", told_weeks(weeks) + (
            f" {is_out} left out: only week {self.weeks.chosen} is read" if self.skipping
            else ""))

    def _is_about(self, number: int, text: str) -> bool:
        """Whether a line is about other lines, or about what was done; then it is noted."""
        if section := heading(text):
            if not (section == "any" and self.section is not None and round_head(text)):
                self.section = section  # rounds of a warm-up are one
            self.clock = Clock()
            self._note(number, text, "section")
        elif (rest_s := rest_of_all(text)) is not None:
            self.rest = (rest_s, number)
            self._note(number, text, "heading", f"{rest_s} s between all sets")
        elif told_of(text):
            self._note(number, text, "skipped")
        elif number in self.days.placing:
            self._note(number, text, "heading", "which sessions are on which days")
        else:
            if session_heading(text) is None:
                self.clock.refuse(text, self.is_name(text))
            return False
        return True

    def _read(self, number: int, text: str) -> None:
        session = self.sessions[-1][1]
        worked = any(entry.phase == "work" for entry in session)
        entries = list(self.exercises.entries(number, text, self.section, worked))
        session.extend(entries)
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
        several = several_days(text)
        found = SessionHeading(None, several[1]) if several else session_heading(text)
        if found is None and number in self.days.bare:
            found = SessionHeading(None, "")
        if found is None and level_of(text) in self.levels and not self.is_name(text):
            found = SessionHeading(None, "")
        if found is None or (not found.sure and not hashed and self.is_name(text)):
            return text
        if found.split and self._is_dosed(text.strip(" #=*_~-")):
            if small_part(text) and self.is_name(text[:text.rfind(found.title)].strip(" :-")) and (
                    self._is_dosed(found.title)):
                return found.title  # ``Calves: leg press calf raise 3x10``, calves being a name too
            return text  # a lift with its dose, whose name begins like a split: ``Deadlift: 5x5``
        title = found.title if self._is_exercise(found.title) else ""
        if title and found.split and not hashed and small_part(text) and self.sessions[-1][1] and (
                self.lines[-1].number == number - 1):
            return title  # ``abs - leg raises 3x10`` is a line of the session
        days = several[0] if several else (found.day,) if found.day else self.days.of(text)
        self.sessions.append((days, []))
        self.section, self.clock = None, Clock()
        self.skipping = False
        if len(days) > 1 and not no_training(found.title):
            told = f"read as {so_many(len(days), 'session')}, the same on {', '.join(days)}"
            self.lines.append(ReadLine(number, text, "heading", ", ".join(days), remark=told))
        elif not title:
            self._note(number, text, "heading", ", ".join(days))
        return title

    def _is_dosed(self, text: str) -> bool:
        """Whether a line is an exercise with its dose, be it one with two meanings."""
        try:
            line = parse(text)
        except InputError as error:
            return isinstance(error, Unclear)
        begins = clean(text).casefold().startswith
        return line.dosed and any(begins(name.casefold()) and self.names.one(name, line)
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
        return line.dosed and self.names.one(line.name, line) is not None
