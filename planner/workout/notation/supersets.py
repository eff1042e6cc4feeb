"""Supersets and rounds in words, as lines with labels and sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase

from planner.workout.notation.amounts import MAX_LINE
from planner.workout.notation.clauses import sets_in
from planner.workout.notation.headings import session_heading
from planner.workout.notation.opening import heading, opening
from planner.workout.notation.prose import told_of
from planner.workout.notation.rounds import ROUNDS, RoundHead, rest_alone, round_head
from planner.workout.notation.spelling import clean, spelled
from planner.workout.notation.tables import Numbered
from planner.workout.notation.week_days import several_days

_LABELLED = re.compile(r"^\W*([A-Z])[1-9]\b", re.MULTILINE)
_WITH = re.compile(r"\s*[,;(+-]?\s*\b(?:super-?\s?set(?:ted)?|ss)\b(?:\s*(?:with|w/|:))?\s*", re.I)
_HEAD = re.compile(r"\W*(?:super-?\s?set|tri-?\s?set|giant\s+set)\s*[0-9a-z]?\s*[:-]\s*(?=\S)",
                   re.IGNORECASE)
_BOTH = re.compile(
    r"(?:[-*•>]+\s*)?(?P<before>[0-9]+\s*x\s*[0-9-]+\s+)?(?P<one>[^\W\d][^0-9/+&:;,]*?)"
    r"\s*(?:/|\+|&|\band\b|\bwith\b)\s*(?P<other>[^\W\d][^0-9/+&;,]*?)\s*\(?\b(?:super-?\s?set"
    r"(?:ted|s)?|ss)\b\)?[\s:,-]*(?P<dose>[0-9].*)?", re.IGNORECASE)
_APART = re.compile(r"\s+[/+&]\s+|\s*;\s*|\s+(?:and|with)\s+", re.IGNORECASE)
_MOST = re.compile(r"(?:\s*[:-])?\s+(?:x\s*(?:max|failure|amrap)|to\s+failure|amrap|max)\W*$",
                   re.IGNORECASE)
_ONCE = re.compile(r"(?<![0-9x])(?:\s*[:-])?\s+x\s*(?=[0-9])", re.IGNORECASE)
_PHASES = {"warm_up": "Warm-up", "cool_down": "Cool-down", "activate": "Activate",
           "mobilise": "Mobilise"}
_EACH_DOSED = re.compile(r"\s+\+\s+|\s*;\s*|\s*,\s+(?:then\s+)?(?=[0-9])|\s+then\s+", re.IGNORECASE)
_CIRCUIT = re.compile(r"\W*([0-9]{1,2})\s*(?:rounds?|circuits?)(?:\s+of\b\s*:?|\s*:)\s*(?=\S)",
                      re.IGNORECASE)
_PART_REST = re.compile(r"\W*rest\W*\S.*|.*\S\s*rest\W*", re.IGNORECASE)


def paired(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the lines, ``Curl 3x10 superset with Dips 3x10`` as two with labels.

    What stands below ``3 rounds:`` is done so many times, up to an empty line; below
    ``Superset 1 (3 rounds):`` it is one superset.
    """
    used = {label for _, text in lines if "1" in text[:9] for label in _LABELLED.findall(text)}
    letters = iter([letter for letter in ascii_uppercase if letter not in used])
    head: RoundHead | None = None
    below: list[Numbered] = []
    for number, text in _days_apart(lines):
        new = round_head(text) if text.strip() else None
        if head is not None and (new or not _goes_on(text, below)):
            yield from _below(head, below, letters)
            head, below = None, []
        if new is not None:
            head = new
            yield number, text
        elif head is not None:
            below.append((number, text))
        else:
            members = _members(text)
            label = next(letters, "") if members else ""
            if not label:
                yield from ((number, part) for part in _warm_ups(text))
            for place, member in enumerate(members if label else [], start=1):
                yield number, f"{label}{place} {member}"
    if head is not None:
        yield from _below(head, below, letters)


def _days_apart(lines: Iterable[Numbered]) -> Iterator[Numbered]:
    """Yield the lines, ``Saturday: 3 rounds`` as the heading of a day and that of rounds."""
    for number, text in lines:
        bare = clean(text)
        title = _title(bare) if len(bare) <= MAX_LINE and ROUNDS.search(bare) else ""
        if title and round_head(title):
            yield number, text[:text.index(title)].rstrip(" :-–—([") if title in text else bare
            yield number, f"{title}:"
        else:
            yield number, text


def _title(text: str) -> str:
    """Return what stands behind the day or the days that a line begins with."""
    if several := several_days(text):
        return several[1].strip(" )]*_")
    opened = session_heading(text)
    return opened.title.strip(" )]*_") if opened else ""


def _warm_ups(text: str) -> list[str]:
    """Return ``Warm-up: 5 min rower + 2x15 band pull-aparts`` as a line for each."""
    bare, found = opening(clean(text))
    phase = _PHASES.get(str(found.get("heading")))
    parts = _EACH_DOSED.split(bare) if phase else []
    dosed = all(re.search("[0-9]", part) and re.search(r"[^\W\d_]{3}", part) for part in parts)
    return [f"{phase}: {part}" for part in parts] if len(parts) > 1 and dosed else [text]


def _goes_on(text: str, below: Sequence[Numbered]) -> bool:
    """Whether a line belongs to the rounds above it; an empty one may stand below their head."""
    if not text.strip():
        return not below
    opened = session_heading(text)
    return len(text) <= MAX_LINE and heading(text) is None and (
        opened is None or bool(opened.split and opened.title) or sets_in(spelled(clean(text))))


def _below(head: RoundHead, lines: Sequence[Numbered], letters: Iterator[str]
           ) -> Iterator[Numbered]:
    """Yield the exercises of rounds with their sets, those of a superset with labels."""
    rests = [rest for _, text in lines if (rest := rest_alone(text))]
    members = [(number, _member(text, head)) for number, text in lines
               if text.strip() and not (head.superset and rest_alone(text))]
    rest = head.rest or (rests[-1] if rests else "")
    label = next(letters, "") if head.superset and 1 < len(members) < 10 else ""
    empty = [(number, text) for number, text in lines if not text.strip()]
    yield from empty
    for place, (number, text) in enumerate(members, start=1):
        bare, found = opening(clean(text))
        if not label or "superset" in found:
            yield number, text
            continue
        last = rest and place == len(members) and "rest" not in bare.casefold()
        yield number, f"{label}{place} {bare}" + (f", {rest} rest" if last else "")


def _member(text: str, head: RoundHead) -> str:
    """Return a line of rounds with its sets, where it says none itself."""
    bare, _ = opening(clean(text))
    if not any(map(str.isalpha, bare)) or sets_in(spelled(bare)):
        return text
    if told_of(text) or rest_alone(text):
        return text
    if most := _MOST.search(bare):
        return f"{bare[:most.start()]}: {head.rounds or 1} x max"
    if head.dose and not re.search("[0-9]", bare):
        return f"{head.dose} {bare}"
    if head.work and not re.search("[0-9]", bare):
        pause = f", {head.pause} rest" if head.pause else ""
        return f"{head.rounds or 1}x{head.work} {bare}{pause}"
    return _repeated(text, head.rounds) if head.rounds else text


def _members(text: str) -> list[str]:
    """Return the exercises of a superset on one line, each with its sets; none in other lines."""
    bare = clean(text)
    if both := _BOTH.fullmatch(bare):
        return _same_dose(both)
    if circuit := _CIRCUIT.match(bare):
        return _round(bare[circuit.end():], int(circuit[1]))
    if head := _HEAD.match(bare):
        parts = _APART.split(bare[head.end():])
    elif _WITH.search(bare):
        parts = _WITH.split(opening(bare)[0])
    else:
        return []
    dosed = all(sets_in(spelled(part)) for part in parts)
    return parts if 1 < len(parts) < 10 and dosed else []


def _same_dose(match: re.Match[str]) -> list[str]:
    """Return the exercises of ``Dips / curls superset 3x10``, each with the dose of both."""
    dose = re.sub(r"\s+each\W*$", "", match["dose"] or match["before"] or "", flags=re.IGNORECASE)
    names = [match["one"].strip(" :-"), match["other"].strip(" :-")]
    return [f"{name} {dose}" for name in names] if sets_in(spelled(dose)) else []


def _round(text: str, rounds: int) -> list[str]:
    """Return the exercises of a circuit on one line, the rest between rounds with the last."""
    parts = re.split(r"\s*[,;+]\s+", text)
    rest = parts.pop() if _PART_REST.fullmatch(parts[-1]) else ""
    if not (1 < len(parts) < 10 and all(part[:1].isdigit() for part in parts)):
        return []
    members = [_repeated(part, rounds) for part in parts]
    return [*members[:-1], f"{members[-1]}, {rest}" if rest else members[-1]]


def _repeated(text: str, rounds: int) -> str:
    """Return a line below ``3 rounds:`` with so many sets, where it says none itself."""
    bare, _ = opening(clean(text))
    if not re.search("[0-9]", bare) or sets_in(spelled(bare)):
        return text
    if once := _ONCE.search(bare):
        return f"{bare[:once.start()]} {rounds}x{bare[once.end():]}"
    return f"{rounds} sets of {bare}" if bare[0].isdigit() else f"{bare}, {rounds} sets"
