"""The dose clauses of a line: sets and amounts in every form in which people write them.

Of the forms in `_COUNTED` the first that fits at the leftmost place counts, then of `_LISTED`. What
has two meanings is never read: `Unclear` says both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planner.request.errors import InputError
from planner.workout.notation.amount import Amount, Counted, Unclear
from planner.workout.notation.amounts import (
    LOAD_UNIT,
    MAX_REPS,
    MAX_SECONDS,
    MAX_SETS,
    NUMBER,
    SECOND,
    TIME,
    UNIT,
    decimal,
    in_limits,
    kilograms,
    seconds_of,
    short,
    whole,
)
from planner.workout.notation.sides import IN_ALL, SIDE, counted
from planner.workout.reps import Parts, Reps

MOST_LOAD = 500
"""Up to here a number of sets that nobody does is taken for a load: ``100x5``."""

MANY_SETS = 10
"""More sets than this are more likely a load: ``20x5`` on a bar is asked about."""


Forms = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Amount]]], ...]


@dataclass(frozen=True)
class Clause:
    """One clause, and where it stands in its line."""

    start: int
    end: int
    rows: tuple[Amount, ...]


_FAILURE = r"(?:to|till?|until)\s+(?:failure|exhaustion)\b"
_REPS = r"[0-9]+(?:\s*(?:-|\bto\b)\s*[0-9]+)?"
_WORD = r"\s*(?:reps?|repetitions?)\b\.?"
_SETS_WORD = r"sets?\b"
_ALONE = (rf"(?![0-9]|[.:][0-9]|(?:\s*(?:-|\bto\b)\s*{NUMBER})?\s*(?:%|[x*]|{UNIT}|{LOAD_UNIT}"
          rf"|rir\b|rpe\b|reps?\s+in\s+reserve\b|{_SETS_WORD}))")
_AMOUNT = rf"""(?:
    (?P<open>\?|(?:amrap|max|failure)\b|{_FAILURE})
  | (?P<time>(?:(?:{TIME}|[0-9]+)\s*(?:-|\bto\b)\s*)?{TIME})(?!\s*(?:rest\b|pause\b(?!\s+\w)))
  | (?:(?P<list>[0-9]+(?:(?:\s*[,/]\s*[0-9]+{_ALONE})+|(?:-[0-9]+){{2,}}{_ALONE}))
      |(?P<reps>[0-9]+(?:\s*\+\s*[0-9]+(?![0-9]|\s*[x*]))+|{_REPS})
       (?![0-9]|[.:][0-9]|\s*(?:%|{UNIT}|{LOAD_UNIT})))
    (?P<plus>\+)?
  )"""
_START = r"(?<![\w.+])(?<![0-9][,:/])"
_SETS = re.compile(rf"""{_START}(?:(?P<fewest>[0-9]+)\s*(?:-|\bto\b)\s*)?(?P<sets>[0-9]+)\s*
    (?:[x*]\s*{_AMOUNT}
      |{_SETS_WORD}\s*[,:/|(-]?\s*(?:of\b|x|with\b)?\s*
        (?:{_AMOUNT.replace("?P<", "?P<s_")})?)
    (?:{_WORD})? (?P<side>{SIDE}|{IN_ALL})?""", re.IGNORECASE | re.VERBOSE)
_REPS_FIRST = re.compile(rf"""{_START}(?P<reps>{_REPS})(?P<plus>\+)?(?:
    (?:{_WORD})(?P<side>{SIDE})?\s*(?:x|\*|for|,|-|/|\|)?\s*(?P<sets>[0-9]+)\s*{_SETS_WORD}
    |(?:{_WORD})?(?P<of>{SIDE})\s*[x*]\s*(?P<times>[0-9]+)(?:\s*{_SETS_WORD})?(?![\w.:%]))""",
    re.IGNORECASE | re.VERBOSE)
_HELD_FIRST = re.compile(rf"""{_START}(?P<time>(?:{NUMBER}\s*-\s*)?{TIME})(?P<side>{SIDE})?
    \s*(?:[x*]\s*(?P<times>[0-9]+)(?![\w.:%])
      |(?:x|\*|for|,|-|/|\|)?\s*(?P<sets>[0-9]+)\s*{_SETS_WORD}(?!\s*(?:of|x)\b))""",
    re.IGNORECASE | re.VERBOSE)
_LOAD_FIRST = re.compile(rf"""{_START}(?:(?P<low>{NUMBER})\s*-\s*)?
    (?P<load>{NUMBER})\s*(?P<unit>{LOAD_UNIT}|%)\s*[x*]\s*
    (?P<reps>[0-9]+)(?P<more>(?:\s*,\s*[0-9]{{1,3}}{_ALONE})+)?(?P<plus>\+)?
    (?![0-9.:])(?:\s*[x*]\s*(?P<sets>[0-9]+)(?![0-9.:]))?
    (?:{_WORD})?""", re.IGNORECASE | re.VERBOSE)
_BARE_LIST = re.compile(r"""(?<![\w.:,/+-])(?P<list>[0-9]{1,3}(?:\s*[,/]\s*[0-9]{1,3}){2,40}
    |[0-9]{1,3}(?:-[0-9]{1,3}){2,40})(?P<plus>\+)?(?![\w%:/]|[-.,][0-9]|\s*(?:%|[x*]\s*[0-9]))"""
    + rf"(?!\s*{LOAD_UNIT})(?:{_WORD})?", re.IGNORECASE | re.VERBOSE)
_SPACED = re.compile(r"(?<=[^\W\d])\s+(?P<list>[0-9]{1,3}(?:\s+[0-9]{1,3}){2,9})"
                     r"\s*(?:reps?\b\W*)?$", re.IGNORECASE)
_WORDED = re.compile(rf"""{_START}(?P<list>[0-9]{{1,3}}{_WORD}(?:\s*(?:[,/]|\bthen\b)\s*
    [0-9]{{1,3}}{_WORD})+)""", re.IGNORECASE | re.VERBOSE)
_HELD_LIST = re.compile(
    rf"{_START}(?P<list>[0-9]{{1,4}}(?:(?:\s*/\s*[0-9]{{1,4}})+|(?:\s*,\s*[0-9]{{1,4}})+))"
    rf"\s*{SECOND}(?!\s*(?:rest|pause)\b)", re.IGNORECASE)
_TIMES = re.compile(
    rf"{_START}(?P<list>{TIME}(?:(?P<sign>\s*[,;/]\s*(?:then\s+)?|\s+then\s+){TIME})+)"
    r"(?![\w.:]|\s*(?:rest|pause|off|on|work|between)\b|\s*-?\s*[0-9])", re.IGNORECASE)
_TWO = re.compile(rf"{_START}(?P<two>[12]?[0-9]\s*/\s*[12]?[0-9])(?![\w/.,:+%]|\s*[x*])")
_DASHED = re.compile(rf"([0-9]+)(\s*-\s*)({TIME})", re.IGNORECASE)
_SETS_OF_LOAD = re.compile(
    rf"{_START}(?P<sets>[0-9]+)\s*[x*]\s*(?P<load>{NUMBER}\s*{LOAD_UNIT})(?!\s*[x*])",
    re.IGNORECASE)


def clauses(text: str) -> list[Clause]:
    """Return the dose clauses of a line from left to right.

    A list of numbers alone, as in ``12-10-8``, is a dose only where nothing else is: it may
    belong to a name.

    Raises
    ------
    Unclear
        On what has two meanings.
    InputError
        On absurd numbers.
    """
    return (list(_found(text, _COUNTED)) or list(_found(text, _LISTED))
            or list(_found(text, _LOADED)))


def _found(text: str, forms: Forms) -> Iterator[Clause]:
    at = count = 0
    while at < len(text):
        found = [(m.start(), k, m) for k, (form, _) in enumerate(forms)
                 if (m := form.search(text, at))]
        if not found:
            return
        _, form, match = min(found, key=lambda f: f[:2])
        count += 1
        whole(str(count), MAX_SETS, "sets")
        yield Clause(match.start(), match.end(), tuple(forms[form][1](match)))
        at = match.end()


def sets_in(text: str) -> bool:
    """Whether sets are written anywhere in a line."""
    return any(form.search(text) for form, _ in (*_COUNTED, *_LISTED))


def _of_sets(match: re.Match[str]) -> Iterator[Amount]:
    part = {key.removeprefix("s_"): value for key, value in match.groupdict().items() if value}
    if "reps" in part and MAX_SETS < decimal(part["sets"]) <= MOST_LOAD:
        raise Unclear(_load_or_sets(int(part["sets"]), part["reps"], short(match[0])))
    sets = _sets(part["sets"])
    if "fewest" in part and whole(part["fewest"], MAX_SETS, "sets") > sets:
        raise InputError(f"the range {part['fewest']}-{sets} of sets falls")
    of = counted(part.get("side"))
    if "open" in part:
        yield Amount(sets, open_ended=True, to_failure=True, counted=of)
    elif "time" in part:
        yield replace(held(part["time"]), sets=sets, counted=of, counts=_counts(part["time"]))
    elif "list" in part:
        yield from _of_many(re.findall("[0-9]+", part["list"]), sets, of, match[0], part)
    elif "reps" in part:
        yield from _plus(Amount(sets, repetitions(part["reps"]), counted=of), "plus" in part)
    else:
        yield Amount(sets)


def _counts(time: str) -> int | None:
    """Return the repetitions of ``8 - 3 min``, None where it can only be a range of times.

    Blanks around the dash, or a time that falls, tell a rest behind repetitions; the exercise says
    whether it is counted at all.
    """
    dashed = _DASHED.fullmatch(time.strip())
    if dashed is None:
        return None
    low, rest_s = int(dashed[1]), seconds_of(dashed[3])["seconds"]
    in_minutes = re.search(r":|m|'(?!')", dashed[3], re.IGNORECASE) is not None
    falls = low * (60 if in_minutes else 1) > rest_s
    return low if falls or dashed[2] != "-" else None


def _of_many(numbers: list[str], sets: int, of: Counted, text: str,
             part: Mapping[str, str]) -> Iterator[Amount]:
    """Yield a set for each number, which have to be as many as the sets, or one for each side."""
    if len(numbers) == 2 != sets and numbers[0] == numbers[1] and "/" in text:
        yield Amount(sets, repetitions(numbers[0]), counted="side")
        return
    if len(numbers) != sets:
        raise Unclear(f"{short(text.strip())!r} has {len(numbers)} numbers for {sets} sets; write "
                      f"one for each set, or {sets}x{numbers[0]}" + (
                          " a side" if len(numbers) == 2 else ""))
    yield from _listed(numbers, "plus" in part, of)


def _load_or_sets(sets: int, reps: object, text: str) -> str:
    """Return both meanings of a dose such as ``60x10``."""
    if sets > MAX_SETS:
        return (f"{text!r} is more sets than anybody does; where {sets} is the load, write "
                f"1x{reps} @ {sets}kg")
    return (f"{text!r} has two meanings: {sets} sets of {reps}, or {reps} repetitions with "
            f"{sets} kg; write {sets} sets of {reps}, or 1x{reps} @ {sets}kg")


def unclear_sets(row: Amount, text: str) -> str | None:
    """Return the two meanings of so many sets of a loaded lift, None where there is one."""
    if row.sets is None or row.sets <= MANY_SETS or not isinstance(row.reps, int):
        return None
    if re.search(rf"\b{row.sets}\s*{_SETS_WORD}", text, re.IGNORECASE):
        return None
    return _load_or_sets(row.sets, row.reps, f"{row.sets}x{row.reps}")


def _of_reps_first(match: re.Match[str]) -> Iterator[Amount]:
    yield from _plus(Amount(_sets(match["sets"] or match["times"]), repetitions(match["reps"]),
                            counted=counted(match["side"] or match["of"])), bool(match["plus"]))


def _of_load_first(match: re.Match[str]) -> Iterator[Amount]:
    load = (decimal(match["low"] or match["load"]) + decimal(match["load"])) / 2
    said: dict[str, Any] = (
        {"percent": in_limits(load, 1, 130, "per cent of the maximum")} if match["unit"] == "%"
        else {"load_kg": kilograms(load, match["unit"])})
    if match["sets"] and match["sets"] != match["reps"]:
        said["taken"] = (f"{short(match[0].strip())!r} was taken as {match['sets']} sets of "
                         f"{match['reps']}")
    if match["more"] and not match["sets"]:
        for row in _listed(re.findall("[0-9]+", match["reps"] + match["more"]),
                           bool(match["plus"]), ""):
            yield replace(row, said=said)
        return
    yield from _plus(Amount(_sets(match["sets"] or "1"), repetitions(match["reps"]), said=said),
                     bool(match["plus"]))


def _of_held_first(match: re.Match[str]) -> Iterator[Amount]:
    sets = _sets(match["times"] or match["sets"])
    yield replace(held(match["time"]), sets=sets, counted=counted(match["side"]))


def _of_held_list(match: re.Match[str]) -> Iterator[Amount]:
    for number in re.findall("[0-9]+", match["list"]):
        yield replace(held(f"{number}s"), sets=1)


def _of_times(match: re.Match[str]) -> Iterator[Amount]:
    times = [m[0] for m in re.finditer(TIME, match["list"], re.IGNORECASE)]
    if len(times) == 2 and match["sign"].strip() in (",", "/"):
        first, second = times
        raise Unclear(f"{match['list']!r} has two meanings: two sets, of {first} and {second}, or "
                      f"one with a rest of {second}; write 1x{first}, 1x{second}, or {first}, "
                      f"{second} rest")
    for time in times:
        yield replace(held(time), sets=1)


def _of_worded(match: re.Match[str]) -> Iterator[Amount]:
    yield from _listed(re.findall("[0-9]+", match["list"]), False, "")


def _of_spaced(match: re.Match[str]) -> Iterator[Amount]:
    """Yield ``8 7 6`` behind a name as sets; ``3 8 60`` and ``60 10 3`` may be three things."""
    numbers = [int(n) for n in match["list"].split()]
    if numbers != sorted(numbers, reverse=True) or numbers[0] > 2 * numbers[-1]:
        raise Unclear(f"{match['list']!r} has two meanings: a set of each, or sets, repetitions "
                      f"and a load; write {', '.join(match['list'].split())}, or 3x8 @ 60kg")
    yield from _listed(match["list"].split(), False, "")


def _of_list(match: re.Match[str]) -> Iterator[Amount]:
    yield from _listed(re.findall("[0-9]+", match["list"]), bool(match["plus"]), "")


def _of_two(match: re.Match[str]) -> Iterator[Amount]:
    first, second = re.findall("[0-9]+", match["two"])
    raise Unclear(f"{match['two']!r} has two meanings: two sets, of {first} and {second}, or one "
                  f"set with {first} on one side and {second} on the other; write 1x{first}, "
                  f"1x{second}, or 1x{first} a side")


def _of_sets_of_load(match: re.Match[str]) -> Iterator[Amount]:
    sets, load = match["sets"], match["load"]
    raise Unclear(f"{match[0].strip()!r} has two meanings: {sets} sets with {load}, or {sets} "
                  f"repetitions with {load}; write {sets}x8 @ {load}, or 1x{sets} @ {load}")


_COUNTED: Forms = ((_LOAD_FIRST, _of_load_first), (_REPS_FIRST, _of_reps_first),
                   (_HELD_FIRST, _of_held_first), (_SETS, _of_sets))
_LISTED: Forms = ((_WORDED, _of_worded), (_HELD_LIST, _of_held_list), (_TIMES, _of_times),
                  (_BARE_LIST, _of_list), (_SPACED, _of_spaced), (_TWO, _of_two))
_LOADED: Forms = ((_SETS_OF_LOAD, _of_sets_of_load),)


def _sets(text: str | int) -> int:
    return whole(str(text), MAX_SETS, "sets")


def _listed(numbers: list[str], plus: bool, of: Counted) -> Iterator[Amount]:
    _sets(len(numbers))
    rows = [Amount(1, repetitions(n), counted=of) for n in numbers]
    yield from rows[:-1]
    yield from _plus(rows[-1], plus)


def _plus(row: Amount, plus: bool) -> Iterator[Amount]:
    """Yield a row; with a plus its last set is done for as many as possible."""
    if not plus:
        yield row
        return
    sets = row.sets or 1
    if sets > 1:
        yield replace(row, sets=sets - 1)
    yield replace(row, sets=1, plus=True, to_failure=True)


def repetitions(text: str) -> Reps:
    """Return repetitions: a number, a range, or parts such as 7+7+7."""
    numbers = [whole(n, MAX_REPS, "repetitions") for n in re.findall("[0-9]+", text)]
    if len(numbers) == 1:
        return numbers[0]
    if "+" in text:
        whole(str(sum(numbers)), MAX_REPS, "repetitions")
        return Parts(parts=tuple(numbers))
    low, high = numbers
    if low > high:
        raise InputError(f"the range {low}-{high} falls; write {high}-{low}")
    return (low, high) if low < high else low


def held(text: str) -> Amount:
    """Return a time, and metres where the unit may have meant them."""
    found = seconds_of(text)
    if "metres" not in found:
        in_limits(found["seconds"], 1, MAX_SECONDS, "seconds")
    return Amount(seconds=found["seconds"], metres=found.get("metres"))
