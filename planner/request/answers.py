"""Answers as people give them, read as the fields of a profile: "3 days", "beginner", "45'"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planner.catalog import Catalog
from planner.catalog.words import GOALS, LEVELS
from planner.request.days import spoken_day, spread
from planner.request.errors import InputError, nearest
from planner.request.mass import Mass, Unit
from planner.request.request import DAYS, LONGEST_MIN
from planner.request.spoken import SYNONYMS, known_id, written

NOTHING = ("", "none", "no", "nothing", "nope", "-", "n/a")

_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "once": 1, "twice": 2}
_USUAL: Mapping[str, tuple[str, ...]] = {
    "strength": ("strong", "stronger", "powerlifting", "lifting", "force"),
    "hypertrophy": ("size", "big", "bigger", "bodybuilding", "build", "grow", "gain", "muscles"),
    "toning": ("tone", "toned", "lose", "lean", "slim", "fat"),
    "health": ("fit", "healthy", "general", "feel"),
    "maintenance": ("maintain", "keep"),
    "novice": ("new", "never", "none", "start", "starting", "beginning", "first"),
    "intermediate": ("some", "medium", "middle", "average", "regular"),
    "advanced": ("experienced", "competitive")}
"""Words that stand for a goal or a level in an answer, besides those of `SYNONYMS`."""

_DAY_WORDS = {"weekdays": DAYS[:5], "workdays": DAYS[:5], "weekend": DAYS[5:],
              "weekends": DAYS[5:], "daily": DAYS, "everyday": DAYS}
_ORDER: list[str] = [*DAYS]
_TIME = re.compile(r"(?:(\d+)\s*(?:h|hr|hrs|hours?)\b\s*)?"
                   r"(?:(\d+)\s*(?:'|′|’|m|min|mins|minutes?)?)?")
_HALVES = {"half an hour": "30", "an hour and a half": "90", "an hour": "60", "one hour": "60",
           "two hours": "120"}
_PLACES = {"gym": "gym", "studio": "gym", "club": "gym", "home": "home", "house": "home",
           "minimal": "minimal", "hotel": "minimal", "park": "none", "outside": "none",
           "outdoors": "none", "nothing": "none", "none": "none", "bodyweight": "none"}
_FILLERS = ("at", "the", "a", "my", "in", "with", "and", "only", "just", "no", "equipment")


def read_goal(text: str, where: str = "goal") -> str:
    """Return a goal by any usual word for it."""
    return _choice(text, GOALS, where)


def read_level(text: str, where: str = "level") -> str:
    """Return a level by any usual word for it."""
    return _choice(text, LEVELS, where)


def _choice(text: str, known: tuple[str, ...], where: str) -> str:
    words = [str(written(word)) for word in re.findall(r"[\w-]+", text.casefold())]
    for word in words:
        if word in known:
            return word
        for name in SYNONYMS.get(word, ()):
            if name in known:
                return name
    for word in words:
        for name in known:
            if word in _USUAL[name]:
                return name
    raise InputError(f"unknown {text!r}; {nearest(text.strip().casefold(), known)}", where)


def read_days(text: str, where: str = "days") -> list[str]:
    """Return days by their names, or so many spread over the week, in the order of the week."""
    words = re.findall(r"[^\W\d_]+\s*[-–]\s*[^\W\d_]+|[^\W\d_]+|\d+", text.casefold())
    words = [w for w in words if w not in ("and", "days", "day", "a", "x", "times", "per", "week",
                                           "every", "on", "the", "weekly")] or (
        ["daily"] if "every" in text.casefold() else [])
    if len(words) == 1 and (words[0].isdigit() or words[0] in _COUNTS):
        count = _COUNTS.get(words[0]) or int(words[0])
        if not 1 <= count <= len(DAYS):
            raise InputError(f"expected 1 to 7 days, found {text!r}", where)
        return [DAYS[i] for i in spread(count)]
    found = [day for word in words for day in _named_days(word, text, where)]
    if not found:
        raise InputError(f"expected days, as in mon wed fri, or how many, found {text!r}", where)
    return sorted(found, key=_ORDER.index)


def _named_days(word: str, text: str, where: str) -> list[str]:
    if word in _DAY_WORDS:
        return list(_DAY_WORDS[word])
    first, dash, last = re.sub(r"\s", "", word).replace("–", "-").partition("-")
    if dash:
        start, end = (_ORDER.index(_day(one, text, where)) for one in (first, last))
        return list(DAYS[start:end + 1] if start <= end else (*DAYS[:end + 1], *DAYS[start:]))
    return [_day(word, text, where)]


def _day(word: str, text: str, where: str) -> str:
    name = spoken_day(word)
    if name not in DAYS:
        # Tues, thurs, mondays.
        name = next((day for day in DAYS if len(word) > 3 and word.startswith(day)), name)
    if name not in DAYS:
        raise InputError(f"unknown day {word!r} in {text!r}; {nearest(word, DAYS)}", where)
    return name


def read_minutes(text: str, where: str = "minutes") -> int:
    """Return whole minutes: ``45``, ``45'``, ``1 h 15``, ``an hour``."""
    said = text.strip().casefold()
    match = _TIME.fullmatch(_HALVES.get(said, said))
    minutes = 60 * int(match[1] or 0) + int(match[2] or 0) if match is not None else 0
    if not 1 <= minutes <= LONGEST_MIN:
        raise InputError(f"expected 1 to {LONGEST_MIN} minutes, as in 45 or 1 h 15, "
                         f"found {text!r}", where)
    return minutes


def read_place(text: str, catalog: Catalog, where: str = "place") -> tuple[str, dict[str, Any],
                                                                           list[str]]:
    """Return a place: its name, what is there, and the days that are spent there.

    ``gym``; ``garage=barbell,plates,rack``; ``home@sat`` or ``home on sat``; equipment alone.
    """
    said, on, days = re.sub(r"\s+on\s+", "@", text.strip()).partition("@")
    name, equals, things = (part.strip() for part in said.partition("="))
    if not equals:
        name, things = _preset(name), name
    equipment = _kit(things, catalog, where)
    name = name or (equipment[0] if len(equipment) == 1 else "home")
    key = written(name.casefold())
    if re.fullmatch(r"[a-z][a-z0-9_]*", str(key)) is None:
        raise InputError(f"expected the name of a place, found {name!r}", where)
    return str(key), {"equipment": equipment}, read_days(days, where) if on else []


def _preset(text: str) -> str:
    """Return the preset that a word stands for, or nothing."""
    words = [w for w in re.findall(r"[\w-]+", text.casefold()) if w not in _FILLERS]
    return _PLACES.get(words[0], "") if len(words) == 1 else (
        "none" if text.strip().casefold() in ("no equipment", "without equipment") else "")


def _kit(text: str, catalog: Catalog, where: str) -> list[str]:
    """Return equipment by its ids, presets among them."""
    known = {*catalog.equipment_by_id, *catalog.preset_by_id}
    found = []
    for part in re.split(r",|\band\b|\+", text):
        if not part.strip():
            continue
        word = _preset(part) or str(written(part.strip()))
        word = word if word in known else next(
            (w for w in (f"{word}s", *SYNONYMS.get(word, ())) if w in known), word)
        if word not in known:
            raise InputError(f"unknown place or equipment {part.strip()!r}; "
                             f"{nearest(word, known)}", where)
        found.append(word)
    if not found:
        raise InputError(f"expected gym, home, minimal, none or equipment, found {text!r}", where)
    return found


def read_complaints(text: str, catalog: Catalog, where: str = "complaints") -> list[str]:
    """Return complaints by their ids, or by a word that only one of them has."""
    known = [c.id for c in catalog.complaints]
    found = []
    for part in re.split(r",|;|\band\b", text):
        if part.strip().casefold() in NOTHING:
            continue
        word = str(written(part.strip()))
        parts = {w.rstrip("s") for w in word.split("_")} - {"pain", "bad", "sore", "my", "hurt"}
        close = [name for name in known if parts & set(name.split("_"))]
        meant = [name for name in (word, *SYNONYMS.get(word, ())) if name in known] or close
        if len(meant) != 1:
            raise InputError(f"unknown complaint {part.strip()!r}; {nearest(word, known)}", where)
        found += meant
    return list(dict.fromkeys(found))


def read_exercises(text: str, catalog: Catalog, where: str) -> list[str]:
    """Return exercises by any of their names."""
    return [_exercise(part, catalog, where) for part in text.split(",")
            if part.strip().casefold() not in NOTHING]


def read_maxes(text: str, catalog: Catalog, unit: Unit, where: str = "maxes") -> dict[str, Mass]:
    """Return maxima by exercise: ``squat 140, bench 100 kg, deadlift=315lb``."""
    found = {}
    parts = re.split(r";|,(?!\d)|,(?=\d{4})|\band\b", text)
    for part in parts:
        if part.strip().casefold() in NOTHING:
            continue
        match = re.fullmatch(r"\s*(.+?)\s*[=: ]\s*(\d+(?:[.,]\d+)?\s*[a-z#]*)\s*", part,
                             re.IGNORECASE)
        try:
            if match is None:
                raise ValueError("no load")
            mass = Mass.read(match[2], unit)
            if not mass.grams:
                raise ValueError("no load")
        except ValueError:
            raise InputError(f"expected an exercise and its maximum, as in squat 140, found "
                             f"{part.strip()!r}", where) from None
        found[_exercise(match[1], catalog, where)] = mass
    return found


def _exercise(text: str, catalog: Catalog, where: str) -> str:
    word = str(written(text.strip()))
    name = known_id(word, catalog)
    if name not in catalog.exercise_by_id:
        name = next((w for w in SYNONYMS.get(word, ()) if w in catalog.exercise_by_id), name)
    if name not in catalog.exercise_by_id:
        raise InputError(f"unknown exercise {text.strip()!r}; "
                         f"{nearest(word, catalog.exercise_by_id)}", where)
    return name
