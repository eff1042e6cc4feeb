"""One line of set notation: what it says, before anybody asks which exercise it means.

``parse`` takes a line apart into rows of sets, options and the words that are left, which are the
name and perhaps a note. It knows the notation and no catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from planner.catalog.body import so_many
from planner.request.errors import InputError
from planner.workout.notation.amount import Amount, Unclear
from planner.workout.notation.amounts import LOAD_UNIT, MAX_LINE, TIME, decimal, kilograms, short
from planner.workout.notation.clauses import Clause, clauses, held, repetitions, sets_in
from planner.workout.notation.left import bare, names_of
from planner.workout.notation.marks import (
    cut_efforts,
    cut_loads,
    cut_rest,
    cut_tempo,
    spelled_tempos,
)
from planner.workout.notation.opening import Heading, heading, opening
from planner.workout.notation.sides import SIDE, counted, cut_sides, in_sides
from planner.workout.notation.spelling import clean, refuse_clock, spelled, without_asides
from planner.workout.notation.two_weights import refuse_unitless

__all__ = ["Heading", "Line", "clean", "has_sets", "heading", "is_dose", "parse"]

MANY_DIGITS = re.compile("[0-9]{10,}")

_HAS_TIME = re.compile(rf"(?<![\w.])(?<![0-9][,:])({TIME})(?P<side>{SIDE})?", re.IGNORECASE)
_RESTED = re.compile(rf"[@,;(\s-]*(?:\brest\s*[:=]?\s*{TIME}|{TIME}\s*rest\b)\)?", re.IGNORECASE)
_TIME_FIRST = re.compile(rf"{TIME}\s+[^\W\d][^:]*$|{TIME}\s+[0-9-]+$", re.IGNORECASE)
"""A time, then words or a name of numbers: ``10min row``, ``5min 12-3-30``."""

_FAILURE = r"(?:(?:to|till?|until)\s+(?:failure|exhaustion)|amrap)"
_TO_FAILURE = re.compile(rf"\b{_FAILURE}\b", re.IGNORECASE)
_LAST_TO_FAILURE = re.compile(
    rf"\(?\s*\b(?:last\s+set\s*[:=-]?\s*(?:drop[\s-]?set\s+)?{_FAILURE}|{_FAILURE}\s+(?:(?:on\s+)?"
    r"(?:the\s+)?last\s+set|(?:on|in|for)\s+(?:the\s+)?last(?:\s+one)?))\b"
    r"\s*\)?", re.IGNORECASE)
_ONCE = re.compile(r"(?<![\w.])(?:x\s*([0-9]+(?:\s*-\s*[0-9]+)?)(?![\w.:%])"
                   r"|([0-9]+)\s*(?:reps?|repetitions?)\b)", re.IGNORECASE)
_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
_EACH = re.compile(rf"(?<![\w.,])((?:{_FIGURE}(?:(?:\s*/\s*|,\s+){_FIGURE})+"
                   rf"|{_FIGURE}(?:\s*-\s*{_FIGURE}){{2,}}"
                   rf"|{_FIGURE}(?:,{_FIGURE}){{2,}}))\s*(%|{LOAD_UNIT})", re.IGNORECASE)
_EACH_UNIT = re.compile(rf"(?<![\w.,])({_FIGURE}\s*%(?:\s*[/,]\s*{_FIGURE}\s*%)+)()"
                        rf"|(?<![\w.,])({_FIGURE}\s*kg(?:\s*[/,]\s*{_FIGURE}\s*kg)+)()", re.I)
_FIGURES_LEFT = re.compile(
    r"(?:^|[,;|@])\s*x?\s*([0-9]+(?:[.,][0-9]+)?(?:s|\s*min)?)\s*(?=$|[,;|@])")
_MORE = re.compile(r"\b[0-9]+\s+(?:reps?|sets?|times)\b(?!\s+max)|(?<![\w.])x\s*[0-9]+(?![\w.:%])",
                   re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"\s*([0-9]{1,3})\s+(?!(?:arm|leg|hand|way|count|point|degree|inch|week|day|exercise|session"
    r"|workout|minute|hour|time|month|year|round|circuit|more|or|to|of|and|x|on|by)(?:s|ed)?\b)(?=[^\W\d]{2})",
    re.IGNORECASE)
_BEHIND_NAME = re.compile(r"(?<=[^\W\d])\s*:\s*([0-9]{1,3})\s*$")
_INTENSITY = frozenset(("rir", "percent", "load_kg", "taken", "of_rm", "of_tm", "pair"))
_SETS_IN_A_SET = re.compile(r"[0-9]+\s*x\s*\([^)]{0,30}\)?", re.IGNORECASE)
_CURL = re.compile(r"\bcurls?\s+$", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|followed\s+by)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s,;/+&|@().:•-]|\b(?:then|and|followed\s+by)\b)*", re.I)


class _Nameless(InputError):
    """A line that names no exercise."""


@dataclass(frozen=True)
class Line:
    """One line taken apart.

    Attributes
    ----------
    names
        What may be the name, the most likely first, each with the words that are then a note.
    rows
        Its sets in the order done; none where no dose is written.
    """

    names: tuple[tuple[str, str], ...]
    heading: Heading | None = None
    superset: str | None = None
    rows: tuple[Amount, ...] = ()

    @property
    def name(self) -> str:
        """The most likely name."""
        return self.names[0][0]

    @property
    def dosed(self) -> bool:
        """Whether it says how much is done: sets, or a time."""
        return bool(self.rows)

    @property
    def first(self) -> Amount:
        """The first of its rows, an empty one where it has none."""
        return self.rows[0] if self.rows else Amount()


def has_sets(text: str) -> bool:
    """Whether sets are written anywhere in a line."""
    return len(text) <= MAX_LINE and not MANY_DIGITS.search(text) and sets_in(spelled(text))


def is_dose(text: str) -> bool:
    """Whether a line is a dose without a name: ``4x8``, ``3 sets of 10 @ 60kg``."""
    if len(text) > MAX_LINE:
        return False
    bare = spelled(clean(text))
    if not bare.strip("-*•> ")[:1].isdigit():
        return False
    try:
        parse(bare)
    except InputError as error:
        return isinstance(error, _Nameless)
    return False


def parse(text: str) -> Line:
    """Take one line apart; the place is the caller's to add to an error.

    Raises
    ------
    InputError
        On no name, two exercises, zero sets and absurd numbers; `Unclear` on two meanings.
    """
    found = _parsed(text)
    if isinstance(found, InputError):
        raise found.with_traceback(None)
    return found


@lru_cache(maxsize=256)
def _parsed(text: str) -> Line | InputError:
    """Take a line apart, or return why it cannot be; the reader asks several times."""
    try:
        return _taken_apart(text)
    except InputError as error:
        return error


def _taken_apart(text: str) -> Line:
    if len(text) > MAX_LINE:
        raise InputError(f"a line of {len(text)} characters; at most {MAX_LINE} are read")
    if long := MANY_DIGITS.search(text):
        raise InputError(f"{short(long[0])} has too many digits")
    rest, found = opening(clean(text))
    refuse_clock(rest)
    refuse_unitless(rest)
    rest, aside = without_asides(spelled(spelled_tempos(rest)))
    if inner := _SETS_IN_A_SET.search(rest):
        raise InputError(f"{inner[0]!r} are sets within a set; write the repetitions of one in "
                         "all, as in 5x6")
    last_failure = _LAST_TO_FAILURE.search(rest) is not None
    rest = _LAST_TO_FAILURE.sub(" ", rest)
    doses = [] if _TIME_FIRST.match(rest) else clauses(rest)
    rows, before, after = _of_clauses(rest, doses) if doses else _undosed(rest)
    of, half, after = cut_sides(after) if rows else ("", None, after)
    rows = tuple(in_sides(row, of, half, rest) for row in rows)
    if last_failure and rows:
        rows = _last_to_failure(rows)
    if bare(before):
        _refuse_bare_figures(after, rows)
    _refuse_unread(f"{before} | {after}", rows)
    names = tuple((name, "; ".join(note for note in (said, aside) if note))
                  for name, said in names_of(before, after))
    if not names:
        raise _Nameless("no exercise is named; write 3x8 Deadlift")
    rows = tuple(replace(row, open_ended=True) if _unsaid(row) and "rir" in row.said else row
                 for row in rows)
    if any(map(_unsaid, rows)):
        name = short(names[0][0])
        raise InputError(f"{name!r} has sets but no repetitions; write 3x8 {name}")
    return Line(names, rows=rows, **found)


def _unsaid(row: Amount) -> bool:
    """Whether a row has sets, and nothing says of how many repetitions."""
    return bool(row.sets) and row.reps is None and row.seconds is None and not row.open_ended


def _refuse_bare_figures(after: str, rows: Sequence[Amount]) -> None:
    """Refuse a number behind a dose that could be a load, and then in which unit."""
    left = _FIGURES_LEFT.search(after) if any(row.sets for row in rows) else None
    if left is not None:
        figure = left[1].rstrip("smin ")
        raise Unclear(f"{left[1]!r} behind the dose may be a load in kg or lb, a rest or a tempo; "
                      f"write @ {figure}kg, {figure}s rest or tempo {figure}")


def _refuse_unread(left: str, rows: Sequence[Amount]) -> None:
    """Refuse an amount that stands beside the one that was read."""
    if (more := _MORE.search(left)) and any(row.sets for row in rows):
        raise Unclear(f"{more[0].strip()!r} has no place beside the other sets; write each of them "
                      "as sets, as in 1x20, 4x5")


def _of_clauses(rest: str, doses: Sequence[Clause]) -> tuple[tuple[Amount, ...], str, str]:
    """Return the rows of a line's clauses with their options, and the words around them.

    Options behind a clause are its own. Those at the end of a line are everybody's, unless another
    clause has the same kind; those before the first are everybody's who has none. Where ``;``
    stands between clauses, what is everybody's has to stand behind another one.
    """
    ends = [rest[a.end:b.start] for a, b in pairwise(doses)]
    then = False
    tail = rest[doses[-1].end:]
    apart = any(";" in end for end in ends)
    behind, _, tail = tail.partition(";") if apart else ("", "", tail)
    mine, last_own, each = _cut(behind, True) if apart else ("", {}, {})
    after, last, listed = _cut(tail, True)
    after, each = f"{mine} {after}", each or listed
    before, common, _ = _cut(rest[:doses[0].start], False)
    groups: list[list[Amount]] = []
    for dose, end in zip(doses, ends, strict=False):
        left, own, _ = _cut(end, True)
        then = then or _THEN.search(end) is not None
        if not _BETWEEN.fullmatch(left):
            raise InputError("two doses on one line; write one exercise a line")
        groups.append([_with(row, own) for row in dose.rows])
    said = {name for rows in groups for row in rows for name in row.said}
    shared = {name: value for name, value in last.items()
              if name not in said and not (name in _INTENSITY and said & _INTENSITY)}
    if then and shared and shared.keys() & {"load_kg", "percent"}:
        raise Unclear(f"{tail.strip(' ,;')!r} may be of the last sets or of all; write it behind "
                      "each of them")
    groups.append([_with(row, {**last, **last_own}) for row in doses[-1].rows])
    rows = [_with(row, {**common, **shared}) for rows in groups for row in rows]
    return tuple(_one_by_one(rows, each)), before, after


def _cut(text: str, behind: bool) -> tuple[str, dict[str, Any], dict[str, list[float]]]:
    """Cut options out of a piece of a line; return what is left, the options, and lists of them."""
    each: dict[str, list[float]] = {}
    options, text = cut_efforts(text)
    for form in (_EACH_UNIT, _EACH):
        if behind and (match := form.search(text)):
            listed = match[1] or match[3]
            numbers = [decimal(n) for n in re.findall(_FIGURE, listed)]
            unit = match[2] or ("%" if "%" in listed else "kg")
            each = ({"percent": numbers} if unit == "%" else
                    {"load_kg": [kilograms(n, unit) for n in numbers]})
            text = f"{text[:match.start()]} @ {text[match.end():]}"
            break
    tempo, text = cut_tempo(text)
    loads, text = cut_loads(text)
    options |= loads | tempo
    rest_s, text = cut_rest(text) if behind or "rest" in text.casefold() else ({}, text)
    if _TO_FAILURE.search(text):
        options["to_failure"], text = True, _TO_FAILURE.sub(" ", text)
    return text, options | rest_s, each


def _with(row: Amount, options: dict[str, Any]) -> Amount:
    """Return a row with the options that it does not have yet."""
    said = {**options, **row.said}
    failure = bool(said.pop("to_failure", False))
    bare = row.reps is None and row.seconds is None
    return replace(row, said=said, to_failure=row.to_failure or failure,
                   open_ended=row.open_ended or (failure and bare))


def _one_by_one(rows: Sequence[Amount], each: dict[str, list[float]]) -> Iterator[Amount]:
    """Yield the rows, set by set where a list such as ``65/75/85%`` has one for each."""
    singles = [replace(row, sets=1) for row in rows for _ in range(row.sets or 1)]
    for name, values in each.items():
        if len(values) != len(singles):
            raise InputError(f"{len(values)} figures for {so_many(len(singles), 'set')}; "
                             "write one for each")
        singles = [replace(row, said={**row.said, name: value})
                   for row, value in zip(singles, values, strict=True)]
    yield from singles if each else rows


def _last_to_failure(rows: tuple[Amount, ...]) -> tuple[Amount, ...]:
    *others, last = rows
    if last.sets and last.sets > 1:
        others.append(replace(last, sets=last.sets - 1))
    return (*others, replace(last, sets=1, to_failure=True, plus=True))


def _undosed(rest: str) -> tuple[tuple[Amount, ...], str, str]:
    """Read a time without sets, repetitions of one set, or nothing."""
    efforts, rest = cut_efforts(rest)
    loads, rest = cut_loads(rest)
    tempo, rest = cut_tempo(rest)
    options = efforts | loads | tempo
    failure = _TO_FAILURE.search(rest) is not None
    rest = _TO_FAILURE.sub(" ", rest)
    rests = [match.span() for match in _RESTED.finditer(rest)]
    for match in _HAS_TIME.finditer(rest):
        before, after = rest[:match.start()], rest[match.end():]
        if any(start <= match.start() < end for start, end in rests) or (
                match[1] == "21s" and _CURL.search(before)):
            continue  # ``Row, 90s rest`` says no hold, nor do the 21s of a curl
        if bare(before) or bare(after):
            row = replace(held(match[1]), counted=counted(match["side"]), to_failure=failure,
                          said=options)
            return (row,), before.rstrip(" ("), after.lstrip(" )")
    rest = _RESTED.sub(" ", rest)
    for form in (_ONCE, _BEFORE_NAME, _BEHIND_NAME):
        once = form.match(rest) if form is _BEFORE_NAME else form.search(rest)
        if once:
            reps = repetitions(next(group for group in once.groups() if group))
            row = Amount(1, reps, said=options, to_failure=failure)
            return (row,), rest[:once.start()], rest[once.end():]
    if failure:
        return (Amount(1, open_ended=True, to_failure=True, said=options),), rest, ""
    return (), rest, ""
