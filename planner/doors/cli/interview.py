"""The eight questions of ``coach init``, answered by options, by a person, or by their defaults."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import typer

from planner.catalog import Catalog
from planner.doors.cli.writing import harmless
from planner.request import answers
from planner.request.errors import InputError
from planner.request.mass import Unit
from planner.request.units import unit_of

Given = Mapping[str, Any]


@dataclass
class Answers:
    """What is known so far, for questions that hang on an earlier one."""

    catalog: Catalog
    unit: Unit = "kg"


@dataclass(frozen=True)
class Item:
    """A question.

    Attributes
    ----------
    name
        Of its option.
    default
        The answer of who says nothing, in words.
    read
        Returns fields of a profile; gets the answer and what to call its place.
    """

    name: str
    asks: str
    default: str
    read: Callable[[str, Answers, str], dict[str, Any]]


def _units(text: str, known: Answers, where: str) -> dict[str, Any]:
    known.unit = unit_of(text, where)
    return {"units": known.unit}


def _days(text: str, known: Answers, where: str) -> dict[str, Any]:
    return {"days": [{"day": day} for day in answers.read_days(text, where)]}


def _minutes(text: str, known: Answers, where: str) -> dict[str, Any]:
    """Return minutes of all days, and of single ones: ``60, sat=35``."""
    found: dict[str, Any] = {}
    own: dict[str, int] = {}
    for part in text.split(","):
        day, equals, value = part.rpartition("=")
        if equals:
            own[answers.read_days(day, where)[0]] = answers.read_minutes(value, where)
        else:
            found["minutes"] = answers.read_minutes(value, where)
    return {**found, "minutes_on": own}


def _places(text: str, known: Answers, where: str) -> dict[str, Any]:
    places, days = {}, {}
    for one in text.split(";"):
        name, place, on = answers.read_place(one, known.catalog, where)
        places[name] = place
        days.update(dict.fromkeys(on, name))
    return {"places": places, "place_on": days}


ITEMS: tuple[Item, ...] = (
    Item("units", "Kilograms or pounds?", "kg", _units),
    Item("goal", "What for: strength, hypertrophy, toning, health, maintenance?", "hypertrophy",
         lambda text, known, where: {"goal": answers.read_goal(text, where)}),
    Item("level", "Your level: novice, intermediate, advanced?", "intermediate",
         lambda text, known, where: {"level": answers.read_level(text, where)}),
    Item("days", "Which days, or how many?", "mon wed fri", _days),
    Item("minutes", "How many minutes each?", "60", _minutes),
    Item("place", "Where: gym, home, minimal, none, or what is there?", "gym", _places),
    Item("complaint", "Any complaints, such as low back pain?", "none",
         lambda text, known, where: {
             "complaints": answers.read_complaints(text, known.catalog, where)}),
    Item("max", "Best singles, such as squat 140, bench 100?", "none",
         lambda text, known, where: {
             "maxes": answers.read_maxes(text, known.catalog, known.unit, where)}),
)


def at_a_terminal() -> bool:
    """Whether there is somebody to ask."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())


def fields_of(given: Given, catalog: Catalog, ask: Callable[[str], str] | None) -> dict[str, Any]:
    """Return the fields of a profile: by options, then by answers, then by default.

    Parameters
    ----------
    given
        Texts by the name of the option, None where it was not used.
    ask
        Puts a question and returns the answer; None asks nobody.

    Raises
    ------
    InputError
        An option cannot be read; names it. An answer that cannot is asked for again.
    """
    known = Answers(catalog)
    found: dict[str, Any] = {}
    for item in ITEMS:
        if given.get(item.name):
            found.update(item.read(given[item.name], known, f"--{item.name}"))
        elif ask is None:
            found.update(item.read(item.default, known, item.name))
        else:
            found.update(_answered(item, known, ask))
    return _with_days(found)


def _answered(item: Item, known: Answers, ask: Callable[[str], str]) -> dict[str, Any]:
    while True:
        text = ask(f"{item.asks} [{item.default}] ").strip()
        try:
            return item.read(text or item.default, known, "")
        except InputError as error:
            print(harmless(f"  {error.message}"), file=sys.stderr)


def _with_days(found: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with the minutes and the place of single days at these days."""
    minutes, places = found.pop("minutes_on", {}), found.pop("place_on", {})
    names = [day["day"] for day in found["days"]]
    for option, said in (("--minutes", minutes), ("--place", places)):
        for day in said:
            if day not in names:
                raise InputError(f"{day} is no training day; they are {', '.join(names)}", option)
    found["days"] = [
        {"day": day, **({"minutes": minutes[day]} if day in minutes else {}),
         **({"place": places[day]} if day in places else {})} for day in names]
    return found


def ask_person(question: str) -> str:
    """Put a question on standard error, and return a line of standard input."""
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)
        raise typer.Abort
    return line
