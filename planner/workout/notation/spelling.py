"""Words of a line as the signs that they stand for, and what only looks like a dose.

The grammar of doses and options then knows one form of each: ``three working sets of eight`` is
``3 sets of 8``, ``20s on/10s off`` is ``20s, 10s rest``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from planner.request.errors import InputError
from planner.workout.notation.amount import Unclear
from planner.workout.notation.amounts import LOAD_UNIT, NUMBER, SECOND, TIME, UNIT, decimal

MOST_RAW = 2000
"""Characters of a line that are looked at; so long a line is refused later."""

_SAME = str.maketrans({
    **dict.fromkeys("’‘ʼ´`′", "'"), **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("×✕✖⨯х", "x"),
    **dict.fromkeys("←→⇒➜•·‣▪◦●", " • "),
})
_CODE = re.compile(r"`([^`]{1,300})`")
_MARKS = re.compile(r"\*\*|__|\[([^]]{1,200})\]\([^)]{0,500}\)|https?://\S{1,500}")

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")
_FIGURES = {**{word: str(k) for k, word in enumerate(_NUMBERS, start=1)},
            "fifteen": "15", "twenty": "20", "thirty": "30", "forty-five": "45", "sixty": "60",
            "ninety": "90"}
_WORD = re.compile(rf"\b({'|'.join(_FIGURES)})\b(?=\s+(?:\w+\s+)?(?:sets?|rounds?|reps?)\b"
                   r"|\s+(?:min(?:ute)?|sec(?:ond)?)s?\b)"
                   rf"|(?<=\bsets of )({'|'.join(_FIGURES)})\b", re.IGNORECASE)
_REPS = r"[0-9]+(?:\s*(?:-|\bto\b)\s*[0-9]+)?"
_PAIR = rf"({NUMBER})\s*x\s*([0-9]+)\b(?!\s*x)"
_SAID_BEFORE = re.compile(r"\(\s*(?:in\s+)?(kgs?|lbs?)\s*\)", re.IGNORECASE)
_PAIRS = re.compile(rf"(?<![\w.,]){NUMBER}\s*x\s*[0-9]+(?:\s*[,;/]\s*{NUMBER}\s*x\s*[0-9]+)+"
                    rf"\s*({LOAD_UNIT})", re.IGNORECASE)
_REPS_AT = re.compile(
    rf"(?<![\w.,/+-])([0-9]+\+?)\s*@\s*(?={NUMBER}\s*(?:%|{LOAD_UNIT})|rpe\b|rir\b"
    r"|(?:10|[5-9](?:[.,]5)?)\s*(?:$|[;)]|,(?!\s*[0-9]+\s*(?:$|,))|then\b))", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:[0-9x*/+-]|\b(?:of|to|with|sets?))[\s,:/(-]*$", re.IGNORECASE)
_DASH_BEHIND = re.compile(r"(?<=[^\W\d]|[)\]])\s+-\s*$")
"""A dash between a name and its dose: ``Bench - 1@8``."""
_KILOMETRES = re.compile(
    r"(?<![\w.,])([0-9]{1,3}(?:[.,][0-9])?)\s*(k|km|miles?|mi|yards?|yds?|ft|feet)\b"
    r"(?!\s*(?:steps|-|elevated))", re.IGNORECASE)
_METRES = {"k": 1000, "mi": 1609, "y": 0.9144, "f": 0.3048}



def _reserve(match: re.Match[str]) -> str:
    """Return ``2 reps shy of failure`` as ``RIR 2``."""
    return f"RIR {match[1]}-{match[2]}" if match[2] else f"RIR {match[1]}"


_Sign = str | Callable[[re.Match[str]], str]
_SPELLED: tuple[tuple[re.Pattern[str], _Sign], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), sign) for pattern, sign in (
        (r"\b([0-9]+)\s+(?:working|work|hard|heavy|straight|top|back-?\s?off|total)\s+(sets?)\b",
         r"\1 \2"),
        (r"\b([0-9]+)\s+max(?:imum|imal)?(?:-effort)?\s+sets?\b", r"\1 sets max"),
        (r"\b([0-9]+)\s+(?:rounds?|trips?|lengths?)(?:\s+of\b|\s*:|(?=\s*x\s*[0-9])|\s*$)",
         r"\1 sets of"),
        (r"\b([0-9]+)\s+by\s+([0-9]+)\b", r"\1x\2"),
        (r"(?<=[0-9])ish\b", ""),
        (r"\b(?:bw|bodyweight)\s+x\s+(?=[0-9]+\s*sets?\b)", ""),
        (r"\b([0-9]+)\s+(?:slow|controlled|strict|smooth|gentle|clean|quality)\s+(reps?)\b",
         r"\1 \2"),
        (r"(?<=[0-9])\s+each\s+way\s*,\s*([0-9]+)\s*sets\b", r" reps each way x \1 sets"),
        (rf"(?<=[0-9])\s*x\s*\(\s*({_REPS})\s*\)", r"x\1"),
        (r"\bx\s*(?:bw|bodyweight)\s+(?=(?:to|till?|until)\s+(?:failure|exhaustion)\b|max\b)",
         "x "),
        (r"(?<=[^\W\d])\s+x\s*(?:max(?:imum|imal)?(?:\s+reps?)?|failure|amrap)(?![\w-])(?!\s*x)",
         " to failure"),
        (r"(?<=\d)\s*\[failure\]|\s*\[(?:to\s+)?failure\]", " to failure"),
        (r"\b(?:to|till?|until)\s+(?:near|close\s+to|almost|just\s+short\s+of)\s+failure\b",
         "RIR 1"),
        (r"(?<![\w.])([0-9])(?:\s*(?:-|\bto\b)\s*([0-9]))?\s+reps?\s+(?:shy|short|away|off|before)\b"
         r"(?:\s+(?:of|from))?\s*(?:failure|exhaustion|max)?\b", _reserve),
        (rf"\bsets?\s*[:=]\s*({_REPS})(?![0-9.:]|\s*x|,\s*[0-9])", r"\1 sets"),
        (rf"\breps?\s*[:=]\s*({_REPS})(?![0-9.:]|\s*x)", r"\1 reps"),
        (r"\b(?:as many (?:reps )?as possible|amap|mamr)\b", "amrap"),
        (r"\brepeat(?:ed)?\s+(?:x\s*)?([0-9]+)\s*(?:times|x)?\b", r"\1 sets"),
        (rf"({TIME})\s*(?:on|work)\s*[,/+|-]?\s*({TIME})\s*(?:off|rest)\s*[,x]\s*([0-9]+)"
         r"(?:\s*(?:rounds?|sets?))?(?![\w.:%])", r"\3x\1, \2 rest"),
        (r"(?<=[0-9])\s*(kg|lbs?)x(?=\s*[0-9])", r"\1 x "),
        (r"(?<=[0-9])\s*x\s*f\b", " x max"),
        (r"(?<!x )(?<!x)\b(?:amrap|max)\s*x\s*([0-9]+)(?![\w.:%])", r"\1 x max"),
        (r"\b(?:leav(?:e|ing)|with|keep(?:ing)?)\s+([0-9]+)(?:\s+reps?)?\s+(?:in|left\s+in)\s+the"
         r"\s+tank\b", r"RIR \1"),
        (r"(?<=[0-9])\s*(?:met(?:re|er)s?|mtrs?)\b", "m"),
        (r"(?<=[0-9])(\s*)(min(?:ute)?s?\.?)\s+([0-9]{1,2})\b(?!\s*(?:[x*%:/.,-]|\w))",
         r"\1min \3s"),
        (rf"({TIME})\s*(?:on|work)\s*[,/+|-]?\s*({TIME})\s*(?:off|rest)\b", r"\1, \2 rest"),
        (rf"({TIME})\s*(?:on|work)\s*[,/+|-]?\s*([0-9]+)\s*(?:off|rest)\b", r"\1, \2s rest"),
        (rf"({TIME})\s*(?:off|breaks?|(?:in[\s-]?)?between)\b(?!\s+(?:reps?|repetitions|sides|legs|arms)\b)"
         r"(?:\s+(?:in\s*)?between\b)?"
         r"(?:\s+(?:each|all|the))?(?:\s+(?:sets?|rounds?|them))?", r"\1 rest"),
        (r"(?<=[0-9])\s*\(?\s*(?:l\s*[/+&]\s*r|left\s*[/+&]\s*right)\b\s*\)?", " each side"),
        (r"\b(?:on|for|to)\s+(?=(?:each|per)\s+(?:side|leg|arm|hand)\b)", ""),
    ))

_IN_21S = re.compile(r"\bcurls?\b", re.IGNORECASE)
_TWENTY_ONES = re.compile(r"(?<![\w.])(?:([0-9]{1,2})\s*(?:x|sets?\s+of)\s*)21'?s\b(?!\s*rest)"
                          r"|(?<![\w.])21'?s\s*(?:x|for)\s*([0-9]{1,2})(?:\s*sets?)?(?![\w.])",
                          re.IGNORECASE)
_SEVENS = re.compile(r"(?<![0-9/+])7\s*/\s*7\s*/\s*7(?![\w/+])")
_ASIDE = re.compile(rf"""
    (?:\badd|\bincreas(?:e|ing)|\bprogress|\bgo\s+up|\braise\s+(?:by|it|the))\b[^,;()0-9]{{0,30}}
        {NUMBER}\s*(?:%|{LOAD_UNIT})[^,;()]*
  | \+\s*{NUMBER}\s*(?:%|{LOAD_UNIT})?\s*(?:each|every|per|a|/)\s*(?:next\s+)?
        (?:weeks?|sessions?|workouts?|time|set)\b[^,;()]*
  | {TIME}\s*between\s+(?:reps?|repetitions)\b
  | {TIME}\s*(?:(?:negatives?|eccentrics?|concentrics?|lowering|descents?|squeezes?|down|up)
        (?=\s*(?:[,;)]|$|\b(?:on|each|every|per|of)\b))|(?:pauses?|holds?)\s+(?:at|on|in)\b)[^,;()]*
  | (?<![0-9.,:-])[1-5](?:[.,][0-9])?(?:\s*-\s*[1-5])?[\s-]*(?:{SECOND}|count)\s*pauses?\b[^,;()]*
  """, re.IGNORECASE | re.VERBOSE)
"""Figures that are neither a load nor a rest: a step of progress, how a repetition is done."""

_BY_THE_CLOCK = re.compile(
    rf"\b(?:e[0-9]?mom|tabata|every\s+(?:minute|{TIME}))\b|\bamrap\s*(?:in\s+|for\s+|of\s+)?{TIME}"
    rf"|{TIME}\s*amrap\b"
    rf"|\b(?:max(?:imum)?|most|as\s+many|amrap)\b[^0-9,;]{{0,30}}\bin\s+{TIME}"
    r"|\bfor\s+time\b|\bamrap\s+[0-9]{1,2}\s*:", re.IGNORECASE)
_HOLD = re.compile(rf"(?:\bholds?\s+(?:for\s+)?{TIME}|{TIME}\s*holds?\b)[^,;()]*", re.IGNORECASE)
_HOLD_FIRST = re.compile(r"(?<=[,:;-]\s)hold\s+(?:for\s+)?(?=[0-9])", re.IGNORECASE)
_REPETITIONS = re.compile(
    rf"[0-9]\s*(?:x|sets?\s+of)\s*[0-9]+(?![0-9:.]|\s*(?:-\s*[0-9]+)?\s*(?:{UNIT}))",
    re.IGNORECASE)
_SHORT_OF = re.compile(r"\b(?:failure|max|amrap)\)?\s*-\s*[0-9]+\b(?!\s*(?:%|x))", re.IGNORECASE)
_OF_A_SET = re.compile(r"\b[0-9]+\s*%\s*(?:of\s+)?(?:the\s+|your\s+)?(?:top|last|first|working"
                       r"|work|heavy)\s+(?:sets?|weight)\b"
                       r"|(?<=[\s@(])-[0-9]+(?:[.,][0-9]+)?\s*%"
                       r"|\b[0-9]+\s*%\s*of\s+(?:(?:the|your|my|last|previous)\s+){0,2}(?:mon|tues?|wed|thur?s?|fri|sat"
                       r"|sun|week|session|workout|time|day|a1|t1)(?:days?|nesday|urday|rday|sday)?(?:'s)?(?:\s+(?:[0-9]+"
                       r"|load|weight))?\b", re.IGNORECASE)
_EACH_RIR = re.compile(r"\b(?:rir|rpe)\s*[0-9]+(?:\s*[-/]\s*[0-9]+){2,}", re.IGNORECASE)
_PLATES = re.compile(r"\b[0-9]+(?:[.,]5)?\s+plates?\b(?:\s+(?:a|per|each|on)\s+(?:each\s+)?side)?",
                     re.IGNORECASE)
_IN_ALL = re.compile(r"\b[0-9]+\s+(?:total\s+reps?\b|reps?\s+(?:in\s+)?(?:total|all)\b"
                     r"|reps?\b[^,;]{0,20}\bas\s+few\s+sets)",
                     re.IGNORECASE)


def clean(text: str) -> str:
    """Return a line with one kind of apostrophe, dash, cross and blank, trimmed.

    Bold print, the addresses of links and pictures (emoji) are dropped.
    """
    if len(text) > MOST_RAW:
        return text[:MOST_RAW]
    plain = _MARKS.sub(lambda m: m[1] or "", _CODE.sub(r"\1", text).translate(_SAME))
    if plain.isascii():
        return " ".join(plain.split())
    kept = (" " if char.isspace() or (unicodedata.category(char) == "So" and char != "°") else char
            for char in plain if unicodedata.category(char) not in ("Cf", "Sk", "Mn")
            or unicodedata.combining(char))
    return " ".join("".join(kept).split())


@lru_cache(maxsize=256)
def spelled(text: str) -> str:
    """Return a line in which words stand as the signs that they mean."""
    hold = _HOLD_FIRST.search(text)
    if hold and not _REPETITIONS.search(text[:hold.start()]):
        text = text[:hold.start()] + text[hold.end():]
    text = _WORD.sub(lambda m: _FIGURES[m[0].casefold()], text)
    if _IN_21S.search(text):
        text = _TWENTY_ONES.sub(_of_parts, text)
        text = _SEVENS.sub("7+7+7", text)
    for pattern, sign in _SPELLED:
        text = pattern.sub(sign, text)
    text = _KILOMETRES.sub(_in_metres, _with_unit(text))
    return _REPS_AT.sub(lambda m: _one_of(m, _DASH_BEHIND.sub(" ", text[:m.start()])), text)


def _one_of(match: re.Match[str], before: str) -> str:
    """Return ``1@8`` as one set, unless the number is part of a dose that stands before it."""
    return match[0] if _COUNTED.search(before) else f"1x{match[1]} @ "


def _of_parts(match: re.Match[str]) -> str:
    """Return ``3x21s`` and ``21s x3`` of a curl as sets with their three parts."""
    return f"{match[1] or match[2] or 1}x7+7+7"


def _in_metres(match: re.Match[str]) -> str:
    metres = next(size for unit, size in _METRES.items() if match[2].casefold().startswith(unit))
    return f"{decimal(match[1]) * metres:.0f}m"


def _with_unit(text: str) -> str:
    """Return ``60x10, 70x8 kg`` with the unit behind each of the loads."""
    if said := _SAID_BEFORE.search(text):
        head, tail = text[:said.start()], text[said.end():]
        return head + re.sub(_PAIR, rf"\1{said[1]} x \2", tail) if re.search(_PAIR, tail) else text
    return _PAIRS.sub(
        lambda m: re.sub(_PAIR, rf"\1{m[1]} x \2", m[0][:m.start(1) - m.start()]), text)


def without_asides(text: str) -> tuple[str, str]:
    """Return a line without figures that are no dose, and those words as a note."""
    asides = [match[0].strip(" -") for match in _ASIDE.finditer(text)]
    text = _ASIDE.sub(" ", text)
    held = _HOLD.search(text)
    if held and _REPETITIONS.search(text[:held.start()]):
        asides.append(held[0].strip())
        text = f"{text[:held.start()]} {text[held.end():]}"
    return text, "; ".join(asides)


def refuse_clock(text: str) -> None:
    """Refuse what has no number of sets: rounds by the clock, repetitions in all.

    Raises
    ------
    InputError
        On rounds by the clock; `Unclear` on repetitions in all.
    """
    if clock := _BY_THE_CLOCK.search(text):
        raise InputError(f"{clock[0]!r} goes by the clock, which says no sets; write the rounds as "
                         "sets, as in 10x5 Pull-up, 40s rest")
    if short_of := _SHORT_OF.search(text):
        raise InputError(f"{short_of[0]!r} says no number of repetitions; write how many they are, "
                         "as in 3x8 Push-up @ RIR 2")
    if share := _OF_A_SET.search(text):
        raise InputError(f"{share[0].strip(' @')!r} is of another set, not of the maximum; write "
                         "the load, as in 3x5 @ 80kg")
    if efforts := _EACH_RIR.search(text):
        raise InputError(f"{efforts[0]!r} is one for each set; write each with its own, as in "
                         "1x8 @ RIR 3, 1x8 @ RIR 2")
    if plates := _PLATES.search(text):
        raise Unclear(f"{plates[0]!r} has two meanings: plates of 20 kg, or of 45 lb; write the "
                      "whole load, as in @ 100kg")
    if total := _IN_ALL.search(text):
        raise Unclear(f"{total[0]!r} has two meanings: one set, or a total over as many sets as it "
                      "takes; write the sets, as in 5x10")
