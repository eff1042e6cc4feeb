"""What Strong and Hevy put on the clipboard: a title, a date, and the sets below each exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planner.logs.cells import kilograms, metres, number, reps, rpe, seconds
from planner.logs.limits import MAX_CHARS, MAX_ROWS
from planner.logs.log import LoggedSet, SetKind, SkippedRow, Unit
from planner.logs.row import NOTHING_DONE, Row, SessionHead, one_set
from planner.logs.times import When, day_comes_first, maybe_when
from planner.request.errors import InputError
from planner.workout.notation.amounts import short

_SET = re.compile(r"(?:set|s[ée]rie|satz) ?(?P<order>[0-9]{1,3}|[wdf])[:.] ?(?P<done>.*)",
                  re.IGNORECASE)
_MARK = re.compile(r"[\[(](?P<word>[^\[\]()]{1,30})[\])]\s*$")
_EFFORT = re.compile(r"@ ?(?:rpe ?)?(?P<rpe>[0-9.,]{1,5}) ?(?:rpe)?$", re.IGNORECASE)
_TIMES = r"(?: ?(?:r[eéi]p\w{0,12}|wdh\.?|wied\w{3,12}))?"
_LOADED = re.compile(r"(?P<load>[+-]?[0-9.,]{1,12}) ?(?P<unit>kgs?|lbs?) ?[x×] ?"
                     r"(?P<reps>[0-9]{1,6})" + _TIMES, re.IGNORECASE)
_COUNTED = re.compile(r"[x×]? ?(?P<reps>[0-9]{1,6})" + _TIMES, re.IGNORECASE)
_FAR = re.compile(r"(?P<far>[0-9.,]{1,12}) ?(?P<unit>km|mi|miles?|m|meters?|metres?|yds?|ft)"
                  r"(?: ?[-|·,] ?(?P<time>.+))?", re.IGNORECASE)
_CARRIED = re.compile(r"(?P<load>[+-]?[0-9.,]{1,12}) ?(?P<unit>kgs?|lbs?) ?[-|·,x×] ?(?P<rest>.+)",
                      re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|@\w).*")
_QUOTED = re.compile(r'"(.*)"')
_NOTE = re.compile(r"notes?: ?(.+)", re.IGNORECASE)

MARKS: tuple[tuple[str, SetKind], ...] = (
    ("warm", "warm_up"), ("aufw", "warm_up"), ("drop", "drop"), ("fail", "failure"),
    ("versagen", "failure"))
LETTERS: dict[str, SetKind] = {"w": "warm_up", "d": "drop", "f": "failure"}


def is_share_text(text: str) -> bool:
    """Whether some line is a set as apps write it."""
    return any(_SET.fullmatch(" ".join(line.split())) for line in text.splitlines())


class _Heading(NamedTuple):
    """What stands above the sets of an exercise: its name, and a new session where one begins."""

    name: str
    note: str
    session: SessionHead | None


def read(text: str, file: str, units: set[Unit]) -> Iterator[Row | SkippedRow]:
    """Yield the sets of a text, of one session or of several.

    Parameters
    ----------
    units
        Gets the units of the loads.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    day_first = bool(day_comes_first(lines))
    session, name, note, sets = SessionHead(), "", "", 0
    above: list[str] = []
    for at, line in enumerate(lines, 1):
        found = _SET.fullmatch(line)
        if found is None:
            if len(line) > MAX_CHARS:
                raise InputError(f"a line of more than {MAX_CHARS:,} signs", f"{file}:{at}")
            told = _NOTE.fullmatch(line)
            if told and name and not any(above):
                yield Row(at, session, name, None, note=told[1])
            elif not _LINK.fullmatch(line) and not line.startswith("#"):
                above.append(line)
            continue
        if any(above):
            heading = _heading(above, first=not sets, day_first=day_first)
            name, note = heading.name, heading.note
            session = heading.session or session
        above = []
        sets += 1
        if sets > MAX_ROWS:
            raise InputError(f"more than {MAX_ROWS:,} sets", f"{file}:{at}")
        try:
            done = _done(found["done"], LETTERS.get(found["order"].casefold(), "work"), units)
        except InputError as error:
            raise InputError(error.message, f"{file}:{at}") from None
        if done is None:
            yield SkippedRow(line=at, reason=NOTHING_DONE)
            continue
        order = found["order"]
        yield Row(at, session, name, done, note=note,
                  order=int(order) if order.isdecimal() else None)


def _heading(above: list[str], first: bool, day_first: bool) -> _Heading:
    """Return what the lines between two sets say.

    The last paragraph is the exercise and notes on it. A line that is a date begins a session,
    whose title stands above it; at the top of a text the first paragraph is one as well.
    """
    dates = [(i, found) for i, line in enumerate(above) if (found := maybe_when(line, day_first))]
    session: SessionHead | None = None
    if dates:
        at, start = dates[-1]
        titles = [line for line in above[:at] if line]
        session = _head(titles, start)
        above = above[at + 1:]
    paragraphs = _paragraphs(above)
    if first and not dates and len(paragraphs) > 1:
        session = _head(paragraphs[0], None)
    name, *rest = paragraphs[-1] if paragraphs else [""]
    return _Heading(name, "\n".join(map(_unquoted, rest)), session)


def _head(titles: list[str], start: When | None) -> SessionHead:
    return SessionHead(titles[-1] if titles else "", start)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _unquoted(line: str) -> str:
    found = _QUOTED.fullmatch(line) or _NOTE.fullmatch(line)
    return found[1] if found else line


def _done(words: str, kind: SetKind, units: set[Unit]) -> LoggedSet | None:
    """Return the set that the words behind its number say.

    Raises
    ------
    InputError
        They are no set.
    """
    mark = _MARK.search(words)
    if mark:
        words = words[:mark.start()].strip()
        kind = next((its for begins, its in MARKS if mark["word"].casefold().startswith(begins)),
                    kind)
    effort = _EFFORT.search(words)
    if effort:
        words = words[:effort.start()].strip()
    said = rpe(effort["rpe"]) if effort else None
    loaded = _LOADED.fullmatch(words)
    if loaded:
        return one_set(kind, reps(loaded["reps"]), _load(loaded["load"], loaded["unit"], units),
                       rpe=said)
    counted = _COUNTED.fullmatch(words)
    if counted:
        return one_set(kind, reps(counted["reps"]), None, rpe=said)
    carried = _CARRIED.fullmatch(words)
    load = _load(carried["load"], carried["unit"], units) if carried else None
    rest = carried["rest"] if carried else words
    far = _FAR.fullmatch(rest)
    try:
        if far:
            metres_ = (number(far["far"]) or 0.0) * (metres(far["unit"]) or 1.0)
            return one_set(kind, None, load, seconds(far["time"] or ""), round(metres_, 2), said)
        return one_set(kind, None, load, seconds(rest), rpe=said)
    except InputError:
        raise InputError("expected a set such as 60 kg x 10, 12 reps or 1:30, found "
                         f"{short(words)!r}") from None


def _load(figure: str, unit: str, units: set[Unit]) -> float | None:
    size = kilograms(unit) or 1.0
    units.add("kg" if size == 1 else "lb")
    value = number(figure)
    return None if value is None else round(value * size, 3)
