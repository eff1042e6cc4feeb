"""Headings and notes of a text: days, weeks, splits, and what is no exercise at all.

Weekdays are read in English, German and Spanish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAYS = {
    "mon": r"mon(?:days?)?|montags?|lunes", "tue": r"tue(?:s|sdays?)?|dienstags?|martes",
    "wed": r"wed(?:s|nesdays?)?|mittwochs?|mi[eé]rcoles",
    "thu": r"thu(?:r|rs|rsdays?)?|donnerstags?|jueves", "fri": r"fri(?:days?)?|freitags?|viernes",
    "sat": r"sat(?:urdays?)?|samstags?|sonnabends?|s[aá]bados?",
    "sun": r"sun(?:days?)?|sonntags?|domingos?"}
_DAY = "|".join(f"(?P<{day}>{words})" for day, words in _DAYS.items())
_TITLE = r"\.?\s*(?:[:,|(\[-]+\s*(?P<title>.*)|$)"
_NUMBER = (r"(?:[0-9]{1,2}|[a-g]|one|two|three|four|five|six|seven|eins|zwei|drei|vier|uno|dos|tres"
           r"|cuatro)")
_NAMED_DAY = re.compile(rf"(?:{_DAY}){_TITLE}", re.IGNORECASE)
_COUNTED_DAY = re.compile(
    rf"(?:(?:training\s+|workout\s+)?day|session|workout|tag|einheit|d[ií]a|sesi[oó]n)\s+"
    rf"[#\"']?{_NUMBER}[\"']?\b(?:\s+(?P<words>[a-z][a-z &/,]{{0,40}}))?{_TITLE}", re.IGNORECASE)
_LETTERED_DAY = re.compile(rf"[\"']?[a-g][\"']?\s+(?:day|workout|session){_TITLE}", re.IGNORECASE)
_WEEK = re.compile(r"(?:week|woche|semana|microcycle)\s+#?([0-9]{1,2})\b(?:\s*[-:(].*)?", re.I)
_PART = (r"(?:push(?:ing)?|pull(?:ing)?|legs?|upper|lower|full|total|whole|chest|back|shoulders?"
         r"|delts?|arms?|biceps|triceps|abs|core|glutes?|hamstrings?|quads?|calves|torso|squat"
         r"|bench|deadlift|press|oberk[oö]rper|unterk[oö]rper|ganzk[oö]rper|brust|r[uü]cken|beine?"
         r"|schultern?|arme|pecho|espalda|piernas?|hombros?|brazos?|torso|empuje|tir[oó]n)")
_WHAT = r"(?:day|body|workout|session|training|tag|d[ií]a)"
_SPLIT = re.compile(
    rf"{_PART}(?:[\s-]+body)?(?:\s*(?:[,&/+]|and|und|y)\s*{_PART})*(?:[\s-]+{_WHAT})*"
    rf"(?:\s+#?[a-d1-7])?{_TITLE}", re.IGNORECASE)
_LIFT_DAYS = re.compile(r"(?:squat|bench|deadlift|press)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf".{{0,60}}[(\[-]\s*(?:{_DAY})\s*[)\]]?", re.IGNORECASE)
_NO_TRAINING = re.compile(
    r"(?:active\s+)?(?:rest|recovery)(?:\s+days?)?|off(?:\s+day)?|ruhetag|pause|descanso", re.I)
_NOTE = re.compile(
    r"(?:rest|pause|breaks?|notes?|tips?|cues?|focus|goal|remember|optional|week|total|duration"
    r"|time|equipment|instructions?|progression|hinweis|descanso|nota|rounds?|circuit)\b"
    r"(?!\s*-?\s*(?:pause|squats?|bench|deadlifts?|press|rows?|dips?|curls?))", re.IGNORECASE)


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
    """

    day: str | None
    title: str
    sure: bool = True


def session_heading(text: str) -> SessionHeading | None:
    """Return what a line opens, None where it is no heading of a session."""
    bare = text.strip(" #=*_~-•:").rstrip()
    if match := _NAMED_DAY.fullmatch(bare):
        return SessionHeading(_day(match), match["title"] or "")
    if match := _COUNTED_DAY.fullmatch(bare) or _LETTERED_DAY.fullmatch(bare):
        title = match["title"] or ""
        inner = _NAMED_DAY.match(title)
        if inner is not None:
            return SessionHeading(_day(inner), inner["title"] or "")
        return SessionHeading(None, title)
    if match := _SPLIT.fullmatch(bare):
        title = match["title"] or ""
        inner = _NAMED_DAY.match(title.rstrip(")]"))
        day = _day(inner) if inner else None
        sure = day is not None or not _LIFT_DAYS.match(bare) or "day" in bare.casefold()
        return SessionHeading(day, "" if inner else title, sure)
    if match := _IN_BRACKETS.fullmatch(bare):
        return SessionHeading(_day(match), "", text.lstrip().startswith(("#", "*", "=")))
    return None


def _day(match: re.Match[str]) -> str | None:
    return next((day for day in _DAYS if match[day]), None)


def week_of(text: str) -> int | None:
    """Return the number of the week that a line heads, None for any other line."""
    match = _WEEK.fullmatch(text.strip(" #=*_~-•:"))
    return int(match[1]) if match else None


def no_training(text: str) -> bool:
    """Whether a line says that nothing is done: ``Rest``, ``Off``."""
    return _NO_TRAINING.fullmatch(text.strip(" :.!-")) is not None


def is_note(text: str) -> bool:
    """Whether a line begins like a remark about rests, goals or how it is done."""
    return _NOTE.match(text.strip(" #*_-•")) is not None
