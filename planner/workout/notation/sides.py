"""What a number is of: one side, each arm, or both sides in all."""

from __future__ import annotations

import re
from dataclasses import replace

from planner.catalog import Catalog, Exercise
from planner.workout.notation.amount import Amount, Counted, Unclear
from planner.workout.reps import Parts, Reps

_LIMB = r"(?:side|arm|leg|hand|foot|direction|way)s?\b"
_NO_SIDE = (r"(?!\s+(?:sessions?|weeks?|workouts?|days?|sets?|time|reps?|repetitions?|rounds?"
            r"|exercises?|minutes?|moves?|circuit)\b)")
SIDE = (rf"(?:(?:\s*/|[\s,]+per|[\s,]+each|\s+a)\s*{_LIMB}|\s+each\b{_NO_SIDE}|\s*ea\b\.?"
        rf"|\s+e/s\b|\s*\(\s*(?:each|per|a)(?:\s+{_LIMB})?\s*\))")
_SUM = r"(?:(?:in\s+)?total|in\s+all|altogether)\b"
IN_ALL = rf"(?:\s*\(?\s*{_SUM}\s*\)?|\s+steps\b(?:\s*{_SUM})?)"
_ENDS = r"(?=\s*(?:$|[,;).]))"
_TAIL = re.compile(
    rf"(?:[\s,]*\(?[\s=]*(?P<half>[0-9]+)(?:\s*reps?)?(?P<of>{SIDE})\s*\)?"
    rf"|^(?P<first>{SIDE}|{IN_ALL})|(?P<last>{SIDE}|\s*\(?\s*{_SUM}\s*\)?){_ENDS})", re.IGNORECASE)

_ARM = re.compile(r"\b(?:arm|hand)", re.IGNORECASE)
_EACH = re.compile(r"\W*ea(?:ch)?\W*", re.IGNORECASE)
_IN_TURN = re.compile(r"\balternat", re.IGNORECASE)


def counted(text: str | None) -> Counted:
    """Return what a number is of by the words behind it, as `SIDE` or `IN_ALL` found them."""
    if not text:
        return ""
    if _EACH.fullmatch(text):
        return "each"
    if re.fullmatch(IN_ALL, text, re.IGNORECASE):
        return "all"
    return "arm" if _ARM.search(text) else "side"


def cut_sides(text: str) -> tuple[Counted, int | None, str]:
    """Cut words for sides out of what stands behind a dose.

    Returns
    -------
    Of what the numbers are, how many a side where that is said beside them, and what is left.
    """
    match = _TAIL.search(text)
    if match is None:
        return "", None, text
    left = f"{text[:match.start()]} {text[match.end():]}"
    if match["half"]:
        return "all", int(match["half"]), left
    return counted(match["first"] or match["last"]), None, left


def in_sides(row: Amount, told: Counted, half: int | None, text: str) -> Amount:
    """Return a row whose number is of what the words behind it say.

    Raises
    ------
    Unclear
        On ``3x20 (8 each side)``.
    """
    if half is None or row.reps is None:
        return row if row.counted or not told else replace(row, counted=told)
    if row.reps == 2 * half:
        return replace(row, counted="all")
    if row.reps == half:
        return replace(row, counted="side")
    raise Unclear(f"{text.strip()!r} has two meanings: {row.reps} and {half} a side are not the "
                  f"same; write {half} a side")


def share(amount: Amount, exercise: Exercise, catalog: Catalog) -> float:
    """Return by how much a number of an amount is multiplied to be one of the exercise.

    The numbers of a one-sided exercise are of one side. Where both sides work in turn, the
    catalogue says whether they are of one side or of both in all. Where they work at once, one is
    a number of either arm.

    Raises
    ------
    Unclear
        On one side of an exercise that is done with both at once.
    """
    told = amount.counted
    if not told:
        return 1
    turn = "side" if exercise.unilateral else catalog.in_turn.get(exercise.id)
    if turn == "side":
        return 0.5 if told == "all" else 1
    if turn == "all":
        return 1 if told == "all" else 2
    if told in ("each", "all") and amount.seconds is None:
        return 1
    if told == "arm" and exercise.load in ("dumbbell", "kettlebell", "band"):
        return 1
    if amount.seconds is not None and exercise.mechanic in ("mobility", "cardio"):
        return 1 if told == "all" else 2
    if told == "all":
        return 1
    raise Unclear(f"{exercise.name!r} is done with both sides at once, so a number of one side has "
                  "two meanings: as many in all, or the exercise with one side; write 3x10 "
                  f"{exercise.name}, or 3x10 and the name of the one-sided one")


def taken(amount: Amount, exercise: Exercise, catalog: Catalog, text: str) -> str:
    """Return what was taken for granted about sides, in a sentence; empty where nothing was."""
    number = _shown(amount)
    turn = "side" if exercise.unilateral else catalog.in_turn.get(exercise.id)
    if amount.counted in ("each", "arm") and turn is None and amount.seconds is None:
        of = "each arm" if amount.counted == "arm" else "each"
        return f"{number} {of} was taken as {number} with both sides at once"
    if not amount.counted and turn == "side" and _IN_TURN.search(text) and number and (
            exercise.name.casefold() not in text.casefold()):
        return f"{number} was taken as {number} a side"
    return ""


def _shown(amount: Amount) -> str:
    if isinstance(amount.reps, tuple):
        return f"{amount.reps[0]}-{amount.reps[1]}"
    return str(amount.reps) if isinstance(amount.reps, int) else ""


def times(reps: Reps, factor: float) -> Reps:
    """Return repetitions as often, a half where they are of both sides in all.

    Raises
    ------
    Unclear
        On an odd number in all.
    """
    if isinstance(reps, Parts):
        return Parts(parts=tuple(_of(part, factor) for part in reps.parts))
    if isinstance(reps, tuple):
        return (_of(reps[0], factor), _of(reps[1], factor))
    return _of(reps, factor)


def _of(number: int, factor: float) -> int:
    if number * factor != int(number * factor):
        raise Unclear(f"{number} in all has two meanings on an exercise with sides: one more on "
                      f"one of them, or {number} on each; write {number // 2} a side")
    return int(number * factor)
