"""Dates and times of day as apps and spreadsheets write them, in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from planner.request.errors import InputError
from planner.workout.notation.amounts import short

When = date | datetime
FIRST_YEAR, LAST_YEAR = 1900, 2199

MONTHS = {
    "jan": 1, "gen": 1, "ene": 1, "feb": 2, "fev": 2, "mar": 3, "mrz": 3, "maa": 3, "apr": 4,
    "abr": 4, "avr": 4, "may": 5, "mai": 5, "mei": 5, "mag": 5, "jun": 6, "juin": 6, "giu": 6,
    "jul": 7, "juil": 7, "lug": 7, "aug": 8, "aou": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10,
    "okt": 10, "out": 10, "ott": 10, "nov": 11, "dec": 12, "dez": 12, "dic": 12,
}
"""How the months begin in English, German, French, Spanish, Italian, Portuguese and Dutch."""

_WEEKDAY = r"(?:[^\d,]{2,20},\s*)?"
_CLOCK = (r"(?:[\sT,]+(?:(?:at|um|à|às|a las|alle|om)\s+)?(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)"
          r"(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
          r"\s*(?:Z|UTC|[+-]\d\d:?\d\d)?)?")
_DATES = tuple(re.compile(_WEEKDAY + day + _CLOCK, re.IGNORECASE | re.ASCII) for day in (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<word>[^\s\d.,]{3,12})\.?,?\s+(?:de\s+)?(?P<year>\d{4})",
    r"(?P<word>[^\s\d.,]{3,12})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
))
_FIGURES = re.compile(r"(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second_>\d{1,2})(?P=sign)"
                      r"(?P<year>\d{4}|\d\d)" + _CLOCK, re.IGNORECASE | re.ASCII)


def when(text: str, day_first: bool = False) -> When:
    """Return a date, with the time of day where one is written.

    Parameters
    ----------
    day_first
        How ``3/4/2030`` is meant; see `day_comes_first`.

    Raises
    ------
    InputError
        It is no date.
    """
    found = maybe_when(text, day_first)
    if found is None:
        what = repr(short(text.strip())) if text.strip() else "nothing"
        raise InputError(f"expected a date such as 2030-01-07 18:00, found {what}")
    return found


@lru_cache(maxsize=4096)
def maybe_when(text: str, day_first: bool = False) -> When | None:
    """Return a date, None where a text is none."""
    words = " ".join(text.split())
    if len(words) > 60:
        return None
    found = next((m for pattern in _DATES if (m := pattern.fullmatch(words))), None)
    if found is None:
        found = _FIGURES.fullmatch(words)
    try:
        return _made(found.groupdict(), day_first) if found else None
    except ValueError:
        return None


def _made(part: dict[str, str], day_first: bool) -> When:
    """Return the date of the parts of a text; a ValueError where the calendar has no such."""
    if "first" in part:
        day, month = int(part["first"]), int(part["second_"])
        if not day_first:
            day, month = month, day
    else:
        day = int(part["day"])
        month = _month(part["word"]) if "word" in part else int(part["month"])
    year = int(part["year"])
    if len(part["year"]) == 2:
        year += 1900 if year >= 70 else 2000
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    if part["hour"] is None:
        return date(year, month, day)
    hour = int(part["hour"])
    if part["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if part["half"][0] in "pP" else 0)
    return datetime(year, month, day, hour, int(part["minute"]), int(part["second"] or 0))


def _month(word: str) -> int:
    """Return the number of a month by how it begins."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold())
                    if not unicodedata.combining(c))
    for length in (4, 3):
        if plain[:length] in MONTHS:
            return MONTHS[plain[:length]]
    raise ValueError(word)


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Return whether dates such as ``13/4/2030`` begin with the day, by all dates of a file.

    None where every one of them could be read both ways.
    """
    firsts, seconds, signs = set(), set(), set()
    for text in set(texts):
        found = _FIGURES.fullmatch(" ".join(text.split()[:4]))
        if found:
            firsts.add(int(found["first"]))
            seconds.add(int(found["second_"]))
            signs.add(found["sign"])
    if not firsts:
        return False
    if max(firsts) > 12 or signs == {"."}:
        return True
    return False if max(seconds) > 12 else None
