"""Doses in sentences, as physiotherapists write them below a name, and sentences that have none."""

from __future__ import annotations

import re

from planner.workout.notation.amounts import TIME
from planner.workout.notation.sides import SIDE
from planner.workout.notation.spelling import clean

_HOLD = re.compile(rf"\bhold(?:ing)?\s+(?:it\s+|this\s+|there\s+)?(?:for\s+)?(?:about\s+)?"
                   rf"(?P<time>(?:[0-9]+\s*(?:-|\bto\b)\s*)?{TIME})", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:repeat|do|perform)?\s*(?:this\s+)?(?:x\s*)?(?P<n>[0-9]{1,2})"
                    r"\s*(?:times|x(?!\w))(?!\s*(?:an?|per|each|every|/)\s*(?:day|week))"
                    r"|(?<!\w)x\s*(?P<m>[0-9]{1,2})(?![\w.])", re.IGNORECASE)
_SETS = re.compile(r"(?<![\w.])(?P<sets>[0-9]{1,2})\s*sets?\b(?:\s*(?:of|x)\s*(?P<reps>[0-9]{1,3}"
                   r"(?:\s*(?:-|\bto\b)\s*[0-9]{1,3})?)(?!\s*(?:s|sec|min))"
                   r"(?:\s*(?:reps?|repetitions))?)?", re.IGNORECASE)
_REPS = re.compile(r"(?<![\w.])(?P<reps>[0-9]{1,3}(?:\s*-\s*[0-9]{1,3})?)"
                   r"\s*(?:reps?|repetitions)\b", re.IGNORECASE)
_SIDES = re.compile(rf"(?:\bon\s+|\bfor\s+)?(?P<side>{SIDE})", re.IGNORECASE)
_LONG_S = 15
"""A hold of at least so long, so many times, is held; a shorter one is how a repetition ends."""

_TOLD = re.compile(
    r"\W*(?:yesterday|last\s+(?:week|time|night|session|month|year)|previously"
    r"|i\s+(?:did|used\s+to|was|felt)|did\s|felt\s|feeling\s|sle(?:ep|pt)\s"
    r"|(?:next\s+)?appointment\b"
    r"|my\s+(?:best|max|pr|1rm)\b|bw\s*:?\s*[0-9.]+\s*(?:kg|lbs?)?\W*$|when\s+you\s|if\s+you\s"
    r"|once\s+you\s"
    r"|(?:add|increase\s+by|go\s+up\s+by)\s+(?:about\s+)?[0-9.,-]+\s*(?:kgs?|kilos?|lbs?|pounds?|%)"
    r"(?!.*[0-9]\s*(?:x|sets)\b))", re.IGNORECASE)


def told_of(text: str) -> bool:
    """Whether a line tells of what was done or how it went: ``yesterday did 5x5 squats``."""
    return _TOLD.match(text) is not None


def dose_in(text: str, is_held: bool) -> str | None:
    """Return the dose that a sentence below a name holds, None where it holds none.

    Parameters
    ----------
    is_held
        Whether the exercise goes by the clock: then a hold and how often are its sets, elsewhere
        they are repetitions.
    """
    text = clean(text)
    hold, times, sets = _HOLD.search(text), _TIMES.search(text), _SETS.search(text)
    side = _SIDES.search(text)
    of = f" {side['side'].strip()}" if side else ""
    left = text
    for match in (hold, sets):
        left = left.replace(match[0], " ") if match else left
    reps = (sets["reps"] if sets else None) or (_REPS.search(left) or {"reps": None})["reps"]
    count = (times["n"] or times["m"]) if times else None
    note = f", hold {hold['time']}" if hold else ""
    if sets and reps:
        return f"{sets['sets']}x{reps}{of}{note}"
    if hold and (many := count or (sets["sets"] if sets else None)):
        seconds = re.search("[0-9]+", hold["time"])
        short = seconds is not None and int(seconds[0]) < _LONG_S and "m" not in hold["time"]
        return f"1x{many}{of}{note}" if short and count and not is_held else (
            f"{many}x{hold['time']}{of}")
    if sets and count:
        return f"{sets['sets']}x{count}{of}"
    amount = reps or count
    if amount and (hold or re.search(r"\brepeat\b", text, re.IGNORECASE)):
        return f"1x{amount}{of}{note}"
    return f"1x{hold['time']}{of}" if hold and is_held else None
