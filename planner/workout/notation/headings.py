"""Headings and notes of a text: days, weeks, splits, and what is no exercise at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

MOST_HEADING = 100
"""Characters of a heading at most."""

DAY_WORDS = {
    "mon": r"mon(?:days?)?", "tue": r"tue(?:s|sdays?)?",
    "wed": r"wed(?:s|nesdays?)?",
    "thu": r"thu(?:r|rs|rsdays?)?", "fri": r"fri(?:days?)?",
    "sat": r"sat(?:urdays?)?",
    "sun": r"sun(?:days?)?"}
_DAY = "|".join(f"(?P<{day}>{words})" for day, words in DAY_WORDS.items())
_TITLE = r"\.?\s*(?:[:,|(\[-]+\s*(?P<title>.*)|(?:w/|with\s).*|$)"
_SPLIT_TITLE = (r"(?:(?:\s*[:,|(\[][:,|(\[\s-]*|\s+-+\s*|-+\s+)(?P<title>.*)|\.?\s*$)")
_NUMBER = (r"(?:[0-9]{1,2}[a-g]?|[a-g][0-9]?|one|two|three|four|five|six|seven)")
_NAMED_DAY = re.compile(rf"(?:{_DAY}){_TITLE}", re.IGNORECASE)
BEFORE_DAY = re.compile(r"^(?:on|gym|training|workout|lifting|weights)\s+(?=[mtwfs])",
                        re.IGNORECASE)
_COUNTED_DAY = re.compile(
    rf"(?:(?:training\s+|workout\s+)?day|session|workout)\s+"
    rf"[#\"']?{_NUMBER}[\"']?\b(?:\s+(?P<words>[a-z][a-z &/,]{{0,40}}))?{_TITLE}", re.IGNORECASE)
_LETTERED_DAY = re.compile(rf"[\"']?[a-g][\"']?\s+(?:day|workout|session){_TITLE}", re.IGNORECASE)
_WEEK = re.compile(r"(?:weeks?|microcycle)\s+#?([0-9]{1,2})\b"
                   r"(?:\s*(?:-|\bto\b)\s*([0-9]{1,2})(?=\s*(?:[:(].*)?$))?(?:\s*[-:(].*)?", re.I)
_PART = (r"(?:push(?:ing)?|pull(?:ing)?|legs?|upper|lower|full|total|whole|chest|back|shoulders?"
         r"|(?:(?:rear|side)[\s-]+)?delts?|arms?|biceps|triceps|forearms?|abs|core|glutes?|hamstrings?"
         r"|quads?|calves|traps|lats|torso|squat|bench|deadlift|press|ohp)")
_WHAT = r"(?:day|body|workout|session|training)"
_HOW = (r"(?:(?:max(?:imum|imal)?|dynamic|repeated|repetition|me|de|re|heavy|light|medium|volume"
        r"|intensity|power|strength|hypertrophy)(?:[\s-]+effort)?[\s-]+)?")
_SPLIT = re.compile(
    rf"{_HOW}{_PART}(?:[\s-]+body)?(?:\s*(?:[,&/+]|and)\s*{_PART})*(?:[\s-]+{_WHAT})*"
    rf"(?:\s+#?[a-d1-7])?{_SPLIT_TITLE}", re.IGNORECASE)
_SMALL = re.compile(r"(?:abs|core|calves|forearms?|traps|biceps|triceps)\s*[:-]", re.IGNORECASE)
"""What is a part of a session rather than one: ``abs - leg raises 3x10`` is an exercise."""
_LIFT_DAYS = re.compile(rf"{_HOW}(?:squat|bench|deadlift|press|ohp)\b", re.IGNORECASE)
_LABELLED = re.compile(rf"[a-g][1-9]\s*[:-]\s*{_PART}(?:\s*(?:[,&/+]|and)\s*{_PART})+", re.I)
_SOME_DAY = re.compile(
    r"(?!(?:rest|off|every|each|next|per|same|recovery|another|one|the|a)\b)[a-z][a-z-]{1,20}"
    rf"(?:\s+[a-z][a-z-]{{1,20}})?\s+day{_TITLE}", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf".{{0,60}}[(\[-]\s*(?:{_DAY})\s*[)\]]?", re.IGNORECASE)
_NO_TRAINING = re.compile(
    r"(?:active\s+)?(?:rest|recovery)(?:\s+days?)?|off(?:\s+day)?|pause", re.I)
_NOTE = re.compile(
    r"(?:rest|pause|breaks?|notes?|tips?|cues?|focus|goal|remember|optional|week|total|duration"
    r"|time|equipment|instructions?|progression|rounds?|circuit)\b"
    r"(?!\s*-?\s*(?:pause|squats?|bench|deadlifts?|press|rows?|dips?|curls?))", re.IGNORECASE)

_CALLED = re.compile(r"\b(?:program(?:me)?|routine|plan|split|beginners?|template|method|challenge"
                     r"|phase|cycle|workouts?)\b", re.IGNORECASE)
_SETS_WRITTEN = re.compile(r"[0-9]\s*[x×*]\s*[0-9]|\bsets?\b|\breps?\b"
                           r"|[0-9]\s*(?:min|sec|s\b|m\b)", re.IGNORECASE)


@dataclass(frozen=True)
class SessionHeading:
    """A line that opens a session.

    Attributes
    ----------
    day
        ``mon`` to ``sun`` where it says one.
    title
        What stands behind it: perhaps an exercise.
    sure
        Whether it can be nothing else.
    split
        Whether it is a muscle or a movement, which also begins names: ``Push-ups: 20``.
    """

    day: str | None
    title: str
    sure: bool = True
    split: bool = False


def session_heading(text: str) -> SessionHeading | None:
    """Return what a line opens, None where it is no heading of a session."""
    bare = text.strip(" #=*_~-•:").rstrip()
    if match := _NAMED_DAY.fullmatch(BEFORE_DAY.sub("", bare)):
        return SessionHeading(_day(match), match["title"] or "")
    if match := _COUNTED_DAY.fullmatch(bare) or _LETTERED_DAY.fullmatch(bare):
        title = match["title"] or ""
        inner = _NAMED_DAY.match(title)
        if inner is not None:
            return SessionHeading(_day(inner), inner["title"] or "")
        return SessionHeading(None, title)
    if match := _SPLIT.fullmatch(bare):
        title = match["title"] or ""
        if title and _LIFT_DAYS.match(bare) and "day" not in bare.casefold() and not (
                _SPLIT.fullmatch(title.rstrip(")]")) or _NAMED_DAY.match(title)):
            return None  # ``Squat: work up to a heavy single``
        inner = _NAMED_DAY.match(title.rstrip(")]"))
        day = _day(inner) if inner else None
        sure = day is not None or not _LIFT_DAYS.match(bare) or "day" in bare.casefold()
        return SessionHeading(day, "" if inner else title, sure, split=day is None)
    if _LABELLED.fullmatch(bare):
        return SessionHeading(None, "")
    if match := _SOME_DAY.fullmatch(bare):
        return SessionHeading(None, match["title"] or "", split=True)
    if match := _IN_BRACKETS.fullmatch(bare):
        return SessionHeading(_day(match), "", text.lstrip().startswith(("#", "*", "=")))
    return None


def _day(match: re.Match[str]) -> str | None:
    return next((day for day in DAY_WORDS if match[day]), None)


def level_of(text: str) -> int:
    """Return how many signs of a Markdown heading a line begins with: 2 for ``## Day 1``."""
    bare = text.lstrip()
    return len(bare) - len(bare.lstrip("#"))


def session_levels(lines: Iterable[str]) -> frozenset[int]:
    """Return the levels of headings that open sessions: others of these levels do so as well."""
    return frozenset(level_of(text) for text in lines if text.lstrip().startswith("##")
                     and len(text) < MOST_HEADING and session_heading(text) is not None)


def weeks_of(text: str) -> range | None:
    """Return the weeks that a line heads, None for any other line: one, or ``Weeks 1-4``."""
    match = _WEEK.fullmatch(text.strip(" #=*_~-•:"))
    if match is None:
        return None
    first = int(match[1])
    return range(first, max(first, int(match[2] or first)) + 1)


def small_part(text: str) -> bool:
    """Whether a line begins with a muscle that seldom has a session of its own."""
    return _SMALL.match(text.strip(" #=*_~-•")) is not None


def no_training(text: str) -> bool:
    """Whether a line says that nothing is done: ``Rest``, ``Off``."""
    return _NO_TRAINING.fullmatch(text.strip(" :.!-")) is not None


def is_note(text: str) -> bool:
    """Whether a line begins like a remark about rests, goals or how it is done."""
    return _NOTE.match(text.strip(" #*_-•")) is not None


def titles(lines: Iterable[str]) -> frozenset[int]:
    """Return the lines where a title may stand: the first one if apart, or above a heading."""
    numbered = [(k, text.strip()) for k, text in enumerate(lines, start=1)]
    filled = [(k, text) for k, text in numbered if text]
    first = {filled[0][0]} if len(filled) > 1 and filled[1][0] > filled[0][0] + 1 else set()
    above = {k for (k, _), (_, below) in pairwise(filled)
             if len(below) < MOST_HEADING and (found := session_heading(below)) and found.sure
             and not found.split}
    return frozenset(first | above)


def is_title(text: str) -> bool:
    """Whether a line where a title may stand is one: it has no sets, or says what it is called."""
    return _CALLED.search(text) is not None or (
        _SETS_WRITTEN.search(text) is None and re.match(r"\W*[0-9]+\s+[^\W\d_]", text) is None)
