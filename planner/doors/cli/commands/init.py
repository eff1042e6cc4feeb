"""``coach init``: a profile, by eight questions or by options."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.doors.arguments import Argument
from planner.doors.cli.asking import CATALOG, JSON, taking

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.request.profile import Profile

ABOUT = (
    Argument("name", "text", "What you are called.", None),
    Argument("units", "text", "kg or lb.", None, metavar="UNIT"),
    Argument("goal", "text", "What for: strength, muscle, health.", None, metavar="GOAL"),
    Argument("level", "text", "novice, intermediate or advanced.", None, metavar="LEVEL"),
    Argument("days", "text", "Days, or how many: mon wed fri, 3 days.", None, metavar="DAYS"),
    Argument("minutes", "text", "Minutes of each day: 60, or 60,sat=35.", None,
             metavar="MINUTES"),
    Argument("place", "texts", "gym, home, minimal, none, or what is there: "
             "garage=barbell,plates@sat; repeatable, the first is the usual one.", (),
             metavar="PLACE"),
    Argument("complaint", "texts", "Complaints to be careful of: low_back_pain.", (),
             also="--complaints", metavar="IDS"),
    Argument("max", "texts", "One-repetition maxima: squat=140, deadlift=405lb.", (),
             metavar="MAXES"),
)
MORE = (
    Argument("like", "texts", "Exercises that are welcome.", (), also="--likes", metavar="IDS"),
    Argument("dislike", "texts", "Exercises that are not.", (), also="--dislikes", metavar="IDS"),
    Argument("able", "texts", "Exercises you can do whatever your level: chin_up.", (),
             also="--skill", metavar="IDS"),
    Argument("focus", "ids", "Muscles, groups or regions: back,arms.", ()),
    Argument("pace", "id", "brisk, typical or generous.", None, metavar="PACE"),
    Argument("bodyweight", "text", "What you weigh: 72.5, 160lb.", None, metavar="MASS"),
)
OUTPUT = Argument("output", "text", "Where to write; ./coach.yaml by default.", None, short="-o",
                  metavar="FILE")
USER = Argument("user", "flag", "Write to your config folder, for every folder you are in.", False)
FORCE = Argument("force", "flag", "Write over a file that is there.", False)
YES = Argument("yes", "flag", "Ask nothing: what no option says is the default.", False)

_OPTIONS = {"likes": "like", "dislikes": "dislike", "complaints": "complaint", "maxes": "max",
            "places": "place"}
"""Options that are called otherwise than the field."""
_JOINED = {"place": ";", "complaint": ",", "max": ","}
"""How the values of an option that is repeated stand in one text."""


@taking(*ABOUT, *MORE, OUTPUT, USER, FORCE, YES, CATALOG,
        replace(JSON, says="Print the file and the profile as JSON."))
def init(**given: Any) -> None:
    """Write your profile: who trains, when and where, for coach plan to plan from.

    On a terminal it asks eight short questions; ENTER takes what stands in
    brackets, and what an option says is not asked. Elsewhere it asks nothing.
    """
    from planner.doors.cli.interview import ask_person, at_a_terminal, fields_of
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.request.profile_text import profile_text

    target = _target(given)
    known = load_catalog(given["catalog"])
    texts = {a.name: _text(a.name, given[a.name]) for a in ABOUT}
    asks = at_a_terminal() and not given["yes"]
    fields = {**fields_of(texts, known, ask_person if asks else None), **_more(given, known)}
    if given["name"] is not None:
        fields["name"] = given["name"]
    profile = _checked(fields, known)
    _write(target, profile_text(profile), known)
    if given["json"]:
        print_json({"schema": "init/1", "file": str(target),
                    "profile": profile.model_dump(mode="json")})
    else:
        print(f"{target}: your profile. Change it as you like.\n{_next(target)}")


def _target(given: dict[str, Any]) -> Path:
    """Return where to write, before anything is asked."""
    from planner.request.errors import InputError
    from planner.request.profile_files import NAME, users_file

    if given["user"] and given["output"] is not None:
        raise InputError("a file is named, and the config folder; give one of the two", "--user")
    target = users_file() if given["user"] else Path(given["output"] or NAME)
    if os.path.lexists(target) and not given["force"]:
        raise InputError("this is there already; --force writes over it", str(target))
    return target


def _text(name: str, raw: Any) -> str | None:
    return _JOINED[name].join(raw or ()) or None if name in _JOINED else raw


def _more(given: dict[str, Any], catalog: Catalog) -> dict[str, Any]:
    """Return the fields that nobody is asked for."""
    from planner.doors.cli.reading import words
    from planner.request.answers import read_exercises

    found: dict[str, Any] = {}
    for field, option in (("likes", "like"), ("dislikes", "dislike"), ("able", "able")):
        if given[option]:
            found[field] = read_exercises(",".join(given[option]), catalog, f"--{option}")
    if given["focus"]:
        found["focus"] = list(words(given["focus"]))
    found.update({name: given[name] for name in ("pace", "bodyweight") if given[name] is not None})
    return found


def _checked(fields: dict[str, Any], catalog: Catalog) -> Profile:
    """Return the profile; what is wrong with it can only be what an option says."""
    from planner.request.errors import InputError
    from planner.request.files import model_of
    from planner.request.profile import Profile, checked, spoken_profile

    plain = {**fields, "maxes": {name: str(mass) for name, mass in fields["maxes"].items()}}
    try:
        return checked(model_of(Profile, spoken_profile(plain), context={"unit": fields["units"]}),
                       catalog)
    except InputError as error:
        field = error.where.split(".")[0]
        raise InputError(error.message, f"--{_OPTIONS.get(field, field)}") from None


def _write(target: Path, text: str, catalog: Catalog) -> None:
    """Write the file, once it reads back."""
    from planner.doors.cli.writing import write_files
    from planner.request.errors import InputError
    from planner.request.files import document_of
    from planner.request.profile_files import profile_of

    profile_of(document_of(str(target), text, "a profile"), catalog)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}", str(target)) from None
    write_files([(str(target), text.encode("utf-8"))])


def _next(target: Path) -> str:
    """Return what to do next, by whether this is the profile that will be found."""
    from planner.request.profile_files import find

    found = find()
    if found is not None and Path(found).resolve() == target.resolve():
        return "Next: coach plan plans from it; coach config shows what holds."
    instead = "nothing" if found is None else found
    return f"Next: coach plan --profile {target} plans from it; without that {instead} holds."
