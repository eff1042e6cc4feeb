"""Supersets and rounds in words, as lines with labels and sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from planner.workout.notation.amounts import MAX_LINE
from planner.workout.notation.clauses import sets_in
from planner.workout.notation.opening import opening
from planner.workout.notation.spelling import clean, spelled
from planner.workout.notation.tables import Numbered

_LABELLED = re.compile(r"^\W*([A-Z])[1-9]\b", re.MULTILINE)
_WITH = re.compile(r"\s*[,;(+-]?\s*\b(?:super-?\s?set(?:ted)?|ss)\b(?:\s*(?:with|w/|:))?\s*", re.I)
_HEAD = re.compile(r"\W*(?:super-?\s?set|tri-?\s?set|giant\s+set)\s*[0-9a-z]?\s*[:-]\s*(?=\S)",
                   re.IGNORECASE)
_APART = re.compile(r"\s+[/+&]\s+|\s*;\s*|\s+(?:and|with)\s+", re.IGNORECASE)
_ROUNDS = re.compile(r"\W*(?:circuit\W*)?(?:x\s*)?([0-9]{1,2})\s*(?:rounds?|circuits?)(?:\s+of)?\W*"
                     r"|\W*(?:circuit|rounds?)\W*x?\s*([0-9]{1,2})(?:\s*x)?\W*", re.IGNORECASE)
_CIRCUIT = re.compile(r"\W*([0-9]{1,2})\s*(?:rounds?|circuits?)(?:\s+of\b\s*:?|\s*:)\s*(?=\S)",
                      re.IGNORECASE)
_PART_REST = re.compile(r"\W*rest\W*\S.*|.*\S\s*rest\W*", re.IGNORECASE)


def paired(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the lines, ``Curl 3x10 superset with Dips 3x10`` as two with labels.

    What stands below ``3 rounds:`` is done so many times, up to an empty line.
    """
    used = {label for _, text in lines if "1" in text[:9] for label in _LABELLED.findall(text)}
    letters = iter([letter for letter in ascii_uppercase if letter not in used])
    rounds = 0
    for number, text in lines:
        if not text.strip() or len(text) > MAX_LINE:
            rounds = 0
            yield number, text
        elif match := _ROUNDS.fullmatch(text):
            rounds = int(match[1] or match[2])
            yield number, text
        elif rounds:
            yield number, _repeated(text, rounds)
        else:
            members = _members(text)
            label = next(letters, "") if members else ""
            if not label:
                yield number, text
            for place, member in enumerate(members if label else [], start=1):
                yield number, f"{label}{place} {member}"


def _members(text: str) -> list[str]:
    """Return the exercises of a superset on one line, each with its sets; none in other lines."""
    bare = clean(text)
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
    return f"{rounds} sets of {bare}" if bare[0].isdigit() else f"{bare}, {rounds} sets"
