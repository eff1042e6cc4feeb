"""A profile as the file that a person goes on to edit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from planner.request.profile import Profile, TrainingDay

_PLAIN = re.compile(r"[A-Za-z][\w.-]*( [\w.-]+)*")
_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
"""What some reader of YAML takes for something else than a word."""
_AT = 26
"""The column of the comments."""


def profile_text(profile: Profile) -> str:
    """Return a profile in YAML, with a comment on every field."""
    return "\n".join(_lines(profile)) + "\n"


def _lines(p: Profile) -> Iterator[str]:
    yield "# Who trains, and where. coach plan takes from here what neither a request nor an"
    yield "# option says; coach config shows what holds. Every line may be changed or left out."
    yield ""
    if p.name is not None:
        yield f"name: {_scalar(p.name)}"
    yield _said(f"units: {p.units}", "kg or lb: what a number without a unit is in")
    yield _said(f"goal: {p.goal}", "strength, hypertrophy, toning, health or maintenance")
    yield _said(f"level: {p.level}", "novice, intermediate or advanced")
    yield ""
    yield from _days(p)
    yield ""
    yield "# The first place is where a day is that says nothing else. weights: says what is there"
    yield "# to load with, as in weights: {bars: {barbell: 20}, plates: {20: 4, 10: 2, 1.25: 2}}."
    yield "places:"
    for name, place in p.places.items():
        yield f"  {name}: {{equipment: {_list(place.equipment)}}}"
    yield ""
    yield _said(f"complaints: {_list(p.complaints)}", "low_back_pain, knee_pain, …")
    yield from _maxes(p)
    yield _said(f"likes: {_list(p.likes)}", "exercises that are welcome")
    yield _said(f"dislikes: {_list(p.dislikes)}", "exercises that are not")
    yield _said(f"able: {_list(p.able)}", "exercises you can do whatever your level")
    yield _said(f"focus: {_list(p.focus)}", "muscles, groups or regions: back, arms")
    yield _said(f"pace: {p.pace}", "the clock: brisk, typical or generous")
    if p.clock is not None:
        factors = ", ".join(f"{name}: {factor:g}" for name, factor in p.clock)
        yield _said(f"clock: {{{factors}}}", "beside the catalogue's; without it, from your log")
    if p.bodyweight is not None:
        yield f"bodyweight: {p.bodyweight}"


def _days(p: Profile) -> Iterator[str]:
    yield _said(f"minutes: {p.minutes}", "of each day that says nothing else")
    names = [day.day for day in p.days]
    alike = not any(day.minutes or day.place for day in p.days)
    if not alike and len(set(names)) == len(names):
        yield "days:"
        yield from (f"  {day.day}: {_day(day)}".rstrip() for day in p.days)
    elif not alike:
        yield "days:"
        for day in p.days:
            said = day.model_dump(exclude_none=True)
            yield f"  - {{{', '.join(f'{name}: {value}' for name, value in said.items())}}}"
    else:
        yield _said(f"days: {_list(names)}", "or {mon: 60, sat: {minutes: 35, place: home}}")


def _day(day: TrainingDay) -> str:
    if day.place is not None:
        own = "" if day.minutes is None else f"minutes: {day.minutes}, "
        return f"{{{own}place: {day.place}}}"
    return "" if day.minutes is None else str(day.minutes)


def _maxes(p: Profile) -> Iterator[str]:
    if not p.maxes:
        yield _said("maxes: {}", f"best singles: {{back_squat: 140}}, in {p.units}")
        return
    yield _said("maxes:", f"best singles, in {p.units} where no unit is written")
    for name, mass in p.maxes.items():
        number = str(mass).removesuffix(f" {mass.unit}")
        yield f"  {name}: {number if mass.unit == p.units else mass}"


def _said(line: str, comment: str) -> str:
    return f"{line:{_AT - 2}}  # {comment}"


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(names)}]"


def _scalar(text: str) -> str:
    """Return a text as it may stand in YAML, in quotes where it would be anything else."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
