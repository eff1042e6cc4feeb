"""Loads without a unit beside sets: ``2x16`` of two dumbbells, ``+10`` hung on a belt."""

from __future__ import annotations

import re

from planner.workout.notation.amount import Unclear
from planner.workout.notation.amounts import LOAD_UNIT, NUMBER, TIME
from planner.workout.notation.clauses import sets_in

_PAIR = re.compile(
    rf"(?:@|\(|\b(?:with|using)\b|w/)[\s,]*2\s*x\s*(?P<load>{NUMBER})\b(?!\s*[x*/-]|[.,:][0-9]"
    rf"|\s*(?:{LOAD_UNIT}|{TIME}|s\b|%|reps?\b|min|sec|@))", re.IGNORECASE)
_ADDED = re.compile(r"(?<![\w.])(?P<dose>[0-9]+\s*(?:x|sets?\s+of)\s*(?P<reps>[0-9]+))\s+\+\s?"
                    rf"(?P<more>[0-9]+)(?![\w.:%+]|\s*(?:[x*+%]|{LOAD_UNIT}|{TIME}|(?:reps?|sets?"
                    r"|each|every|per)\b))", re.IGNORECASE)


def refuse_unitless(text: str) -> None:
    """Refuse a number beside sets that may be a load or a part of the dose.

    Raises
    ------
    Unclear
        On ``3x10 @ 2x16``, which may be two weights, sets or a tempo, and on ``3x8 +5``.
    """
    pair = _PAIR.search(text)
    if pair and sets_in(f"{text[:pair.start()]} {text[pair.end():]}"):
        load = pair["load"]
        raise Unclear(f"'2x{load}' has two meanings: two weights of {load} kg or lb, or a tempo "
                      f"or more sets; write @ 2x{load}kg, or the sets as in 2x8")
    if added := _ADDED.search(text):
        more = added["more"]
        raise Unclear(f"'+{more}' has two meanings: a load of {more} kg or lb, or {more} more "
                      f"repetitions in each set; write +{more}kg, or {added['dose']}+{more}")
