"""Set notation: workouts as people write them, one line an exercise.

``read`` turns text into sessions of entries, ``write`` turns entries into text
that reads back the same. What a line leaves out is filled in: the reserve from
the scheme of the goal, sets to failure from what the level is expected to
manage, and stretches without a time share three minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from planner.catalog import Catalog, Exercise
from planner.catalog.strict_yaml import StrictYamlError, load
from planner.catalog.words import Goal, Level, Phase
from planner.request.errors import InputError
from planner.workout.notation.amounts import MAX_SECONDS, in_limits, short
from planner.workout.notation.entry import (
    ReadEntry,
    check_pairs,
    dose_of,
    phase_of,
    shared,
    undosed,
)
from planner.workout.notation.line import Heading, Line, clean, has_sets, heading, parse
from planner.workout.notation.write import Written, write

__all__ = ["ReadEntry", "ReadSession", "Reading", "Written", "read", "write"]

MAX_BYTES = 1_000_000
MAX_ENTRIES = 1000
STRETCH_S = 180
"""What stretches without a written time share: the usual three minutes."""
LONG_S = 180
"""From here on a time without sets is light cardio rather than one long set."""

_DAY = (r"(?P<day>mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?"
        r"|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)")
_TITLE = r"\.?\s*(?:[:,|(-]+\s*(?P<title>.*)|$)"
_NAMED_DAY = re.compile(rf"{_DAY}{_TITLE}", re.IGNORECASE)
_COUNTED_DAY = re.compile(rf"(?:day|session|workout)\s+(?:[0-9]{{1,2}}|[a-z]){_TITLE}", re.I)
_REQUEST = re.compile(r"\s*#\s*request\s*:(.*)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NO_TRAINING = re.compile(r"rest(?: day)?|off", re.IGNORECASE)
_OR = re.compile(r"\s*/\s*|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+\+\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\(.*?\)|\W*\bmachine\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class ReadSession:
    """The entries under one heading; ``day`` is ``mon`` … ``sun`` where it is said."""

    day: str | None
    entries: tuple[ReadEntry, ...]


@dataclass(frozen=True)
class Reading:
    """All sessions of a text, and the request it carries in ``# request: {…}``."""

    sessions: tuple[ReadSession, ...]
    request: dict[str, Any] | None = None


def read(text: str, catalog: Catalog, goal: Goal, level: Level, name: str = "<text>") -> Reading:
    """Read a workout in set notation.

    A range of times counts by its upper bound, a percentage becomes the
    reserve it stands for at those repetitions, and ``10/side`` of a two-sided
    exercise is 20. Stretches without a time share three minutes
    (``STRETCH_S``); a shared time is divided evenly, the remainder to the first.

    Parameters
    ----------
    text
        What somebody wrote, at most 1 MB.
    goal, level
        For what is not written: the reserve, and how many a set to failure is.
    name
        What to call the text in errors.

    Raises
    ------
    InputError
        With the line: an unknown exercise, no dose, absurd numbers.
    """
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        raise InputError(f"more than {MAX_BYTES} bytes of text", name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise InputError(f"the control character {bad[0]!r} is not text", f"{name}:{line}")
    reader = _Reader(catalog, goal, level)
    for number, line_text in enumerate(text.split("\n"), start=1):
        try:
            reader.add(number, line_text)
        except InputError as error:
            raise InputError(error.message, f"{name}:{number}") from None
    return reader.finish(name)


class _Reader:
    """The sessions so far; ``section`` is what a line such as ``Warm-up:`` has headed."""

    def __init__(self, catalog: Catalog, goal: Goal, level: Level) -> None:
        self.catalog, self.goal, self.level = catalog, goal, level
        self.names = catalog.names
        self.sessions: list[tuple[str | None, list[ReadEntry]]] = [(None, [])]
        self.request: dict[str, Any] | None = None
        self.section: Heading | None = None

    def finish(self, name: str) -> Reading:
        """Check the pairs and return what was read."""
        sessions = tuple(ReadSession(day, tuple(entries)) for day, entries in self.sessions
                         if entries)
        if not sessions:
            raise InputError("no exercise found; write one a line, as in 3x8 Deadlift", name)
        for session in sessions:
            check_pairs(session.entries, name)
        return Reading(sessions, self.request)

    def add(self, number: int, raw: str) -> None:
        """Read one line: a comment, a heading or an exercise."""
        if request := _REQUEST.fullmatch(raw):
            self._carry(request[1])
        elif raw.lstrip().startswith("#"):
            self._heading(clean(raw))
        elif not (text := clean(_COMMENT.sub("", raw))):
            self.section = None
        elif section := heading(text):
            self.section = section
        elif exercise := self._heading(text):
            if not _NO_TRAINING.fullmatch(exercise):
                self.sessions[-1][1].extend(self._entries(number, exercise))
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

    def _heading(self, text: str) -> str:
        """Open a session where a heading says so; return what is left to read."""
        bare = text.strip(" #=*_~-")
        match = _NAMED_DAY.fullmatch(bare)
        day = match["day"] if match else None
        match = match or _COUNTED_DAY.fullmatch(bare)
        if match is None:
            return text
        title = match["title"] or ""
        if day is None and (named := _NAMED_DAY.match(title)):
            day, title = named["day"], named["title"] or ""
        self.sessions.append((day[:3].casefold() if day else None, []))
        self.section = None
        return title if self._is_exercise(title) else ""

    def _is_exercise(self, title: str) -> bool:
        """Tell ``Monday: 5x5 Deadlift`` from ``Monday: back (60 min)``."""
        if has_sets(title):
            return True
        try:
            line = parse(title)
        except InputError:
            return False
        return line.dosed and self._one(line.name, line) is not None

    def _entries(self, number: int, text: str) -> Iterator[ReadEntry]:
        line = parse(text)
        exercises = self._exercises(line)
        if not line.dosed:
            if not any(e.mechanic == "mobility" for e in exercises):
                raise InputError(undosed(exercises[0]))
            line = replace(line, seconds=STRETCH_S)
        doses = [dose_of(line, e, self.catalog, self.goal, self.level) for e in exercises]
        if len(exercises) > 1:
            doses = shared(doses)
        for exercise, phase, dose in zip(exercises, self._phases(line, exercises), doses,
                                         strict=True):
            sets = line.sets or 1
            if phase in ("raise", "mobilise", "cool_down") and dose.hold_s is not None:
                held = int(in_limits(sets * dose.hold_s, 1, MAX_SECONDS, "seconds in all"))
                sets, dose = 1, replace(dose, hold_s=held)
            if line.superset and phase != "work":
                raise InputError(f"{exercise.name!r} is no work here; only work is paired")
            yield ReadEntry(exercise, phase, sets, dose, line.superset, line.said.get("rest_s"),
                            line.said.get("load_kg"), number, text)

    def _phases(self, line: Line, exercises: list[Exercise]) -> list[Phase]:
        """Stretches of one line stay together, whatever else they could be."""
        worked = any(entry.phase == "work" for entry in self.sessions[-1][1])
        head = line.heading or self.section
        phases = [phase_of(e, head, line.sets is not None, worked) for e in exercises]
        for lead, exercise in zip(phases, exercises, strict=True):
            if exercise.mechanic == "mobility":
                return [p if e.mechanic == "cardio" else lead
                        for p, e in zip(phases, exercises, strict=True)]
        return phases

    def _exercises(self, line: Line) -> list[Exercise]:
        if one := self._one(line.name, line):
            return [one]
        parts = [part for part in _AND.split(line.name) if part]
        found = [self._one(part, line) for part in parts]
        known = {exercise.id: exercise for exercise in found if exercise is not None}
        if known and None not in found:
            if line.sets is not None or line.superset:
                raise InputError("two exercises on one line; write one exercise a line")
            return list(known.values())
        unknown = parts[found.index(None)] if known else line.name
        near = ", ".join(self.names.nearest(unknown))
        raise InputError(f"unknown exercise {short(unknown)!r}; nearest: {near}")

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
        if line.reps is not None or line.open_ended:
            other = self._named(_BRACKETS.sub("", name))
            if exercise and "work" not in exercise.phases and other and "work" in other.phases:
                return other
        elif (line.sets is None and (line.seconds or 0) >= LONG_S
              and not (exercise and "raise" in exercise.phases)):
            other = self._named(f"{name} machine")
            if other and "raise" in other.phases:
                return other
        return exercise

    def _named(self, name: str) -> Exercise | None:
        found = self.names.find(name)
        return self.catalog.exercise_by_id[found] if found is not None else None
