"""What stands on the command line of ``coach plan``, as fields of a request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from planner.doors.cli.days import sessions_of
from planner.doors.cli.request_options import OPTIONS
from planner.request.errors import InputError

if TYPE_CHECKING:
    from planner.doors.cli.profile import Merged
    from planner.request.files import Document
    from planner.request.mass import Unit

Given = Mapping[str, Any]

EXAMPLE = "coach plan --days mon,wed,fri --minutes 55"

_WORDS = [a.name for _, a in OPTIONS if a.kind == "id"]
_FLAGS = [a.name for _, a in OPTIONS if a.kind == "flag"]
_LISTS = {field: a.name for field, a in OPTIONS if a.kind == "ids"}
_INCLUDE = re.compile(r"(?P<exercise>[^@=]+)(?:@(?P<day>\w+))?(?:=(?P<sets>\d+)x(?P<reps>\d+))?")


def request_fields(given: Given, data: Mapping[str, Any] | None, unit: Unit = "kg",
                   usual: int | None = None) -> tuple[dict[str, Any], set[str]]:
    """Return the fields of a request, and which of them the options have set.

    Parameters
    ----------
    given
        The options by name, None or empty where they were not used.
    data
        The fields of a request file, None without one.
    unit
        Of a load that is written without one.
    usual
        Minutes of a day that nobody says anything of.

    Raises
    ------
    InputError
        When an option is not in its form, or there is neither file nor minutes.
    """
    fields = dict(data or {})
    mine: dict[str, Any] = {name: given[name] for name in _WORDS if given[name] is not None}
    for field, option in _LISTS.items():
        if given[option]:
            mine[field] = split(given[option])
    if given["include"]:
        mine["include"] = [_include(item) for item in split(given["include"])]
    if given["warm_up"]:
        mine["warm_up"] = _warm_up(given["warm_up"])
    for field, option, read in (
            ("coverage", "coverage", _coverage), ("rules", "rule", _rule),
            ("clock", "clock", float), ("maxes_kg", "max", partial(_kilograms, unit))):
        if given[option]:
            before = fields.get(field)
            mine[field] = {**(before if isinstance(before, dict) else {}),
                           **_pairs(given[option], f"--{option}", read)}
    mine.update({name: True for name in _FLAGS if given[name]})
    mine.update(_solver(given, fields))
    sessions = sessions_of(given["days"], given["minutes"], fields.get("sessions"), usual)
    if sessions is not None:
        mine["sessions"] = sessions
    if "sessions" not in mine and data is None:
        raise nothing_to_plan()
    fields.update(mine)
    fields["sessions"] = _without_own(fields.get("sessions"), mine)
    return {k: v for k, v in fields.items() if v is not None}, set(mine)


def nothing_to_plan() -> InputError:
    """Return the error of a command line that says of no session."""
    return InputError("nothing to plan: name a request file, or --minutes and, for a week, "
                      f"--days, as in {EXAMPLE}; or say once who trains: coach init")


def option_of(where: str) -> str:
    """Return the option that set a field, by the dotted path of the field."""
    field, *inner = where.split(".")
    if field == "sessions" and inner:
        return "--minutes" if inner[-1] == "minutes" else "--days"
    if field == "limits" and inner:
        return f"--{inner[-1]}"
    return " or ".join(a.option for name, a in OPTIONS if name == field)


def placed_field(error: Exception, document: Document | None, mine: set[str],
                 merged: Merged | None = None) -> Exception:
    """Give a wrong field its place: the option that set it, or the line of the file."""
    if not isinstance(error, InputError) or not error.where:
        return error
    if error.where.split(".")[0] in mine:
        return InputError(error.message, option_of(error.where))
    if merged is not None and (place := merged.place(error.where)) is not None:
        return InputError(error.message, place)
    return InputError(error.message, document.place(error.where)) if document else error


def split(items: Iterable[str]) -> list[str]:
    """Return the words of options that may be repeated or hold commas."""
    return [word.strip() for item in items for word in item.split(",") if word.strip()]


def _solver(given: Given, fields: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if given["seed"] is not None:
        found["seed"] = given["seed"]
    limits = {k: given[k] for k in ("seconds", "work", "workers") if given[k] is not None}
    if limits:
        before = fields.get("limits")
        found["limits"] = {**(before if isinstance(before, dict) else {}), **limits}
    return found


def _without_own(sessions: Any, mine: Mapping[str, Any]) -> Any:
    """Drop what single sessions of a file say where an option speaks for all of them."""
    spoken = {"equipment", "focus", "warm_up"} & set(mine)
    if not spoken or not isinstance(sessions, list):
        return sessions
    return [{k: v for k, v in s.items() if k not in spoken} if isinstance(s, dict) else s
            for s in sessions]


def _pairs(items: Iterable[str], option: str,
           read: Callable[[str], Any]) -> dict[str, Any]:
    found = {}
    for item in _assigned(items):
        name, equals, value = item.partition("=")
        try:
            if not equals or not name.strip():
                raise ValueError
            found[name.strip()] = read(value.strip())
        except ValueError:
            form = {"--coverage": "lats=8:12:18 (min:target:max)",
                    "--max": "deadlift=140 (kg), or deadlift=315lb",
                    "--clock": "rest=1.1 or warm_up=1.2 (times the catalogue's seconds)",
                    "--rule": "core_last=must or session_cap=must:20"}[option]
            raise InputError(f"expected the form {form}, found {item!r}", option) from None
    return found


def _assigned(items: Iterable[str]) -> list[str]:
    """Return the assignments of options; what has no sign is the rest of a decimal comma."""
    found: list[str] = []
    for word in split(items):
        if "=" not in word and word.isdigit() and found and _OPEN_DECIMAL.search(found[-1]):
            found[-1] += f".{word}"
        else:
            found.append(word)
    return found


_OPEN_DECIMAL = re.compile(r"=\s*[0-9]+$")


def _kilograms(unit: Unit, text: str) -> float:
    """Return a load in kilograms, exact to the gram: ``140``, ``142.5kg``, ``315lb``."""
    from planner.request.mass import Mass

    return Mass.read(text, unit).grams / 1000


def _coverage(text: str) -> dict[str, float]:
    parts = text.split(":")
    if len(parts) > 4 or not any(parts):
        raise ValueError
    names = ("min", "target", "max", "weight") if len(parts) > 1 else ("target",)
    found: dict[str, float] = {k: float(v) for k, v in zip(names, parts, strict=False) if v}
    if "weight" in found:
        found["weight"] = int(parts[3])
    return found


def _rule(text: str) -> Any:
    severity, colon, figure = text.partition(":")
    if not severity:
        raise ValueError
    return {severity: float(figure)} if colon else severity


def _include(text: str) -> dict[str, Any]:
    match = _INCLUDE.fullmatch(text)
    if match is None:
        raise InputError("expected an exercise, perhaps with its day or sets x reps, as in "
                         f"deadlift@mon=5x5, found {text!r}", "--include")
    found: dict[str, Any] = {k: v for k, v in match.groupdict().items() if v is not None}
    return {k: int(v) if k in ("sets", "reps") else v for k, v in found.items()}


def _warm_up(text: str) -> dict[str, int]:
    parts = text.split(",")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) > 2:
            raise ValueError
    except ValueError:
        raise InputError("expected minutes to raise and to mobilise, as in 8,3 (0,0 for none), "
                         f"found {text!r}", "--warm-up") from None
    return {"raise_minutes": numbers[0], "mobilise_minutes": (*numbers[1:], 0)[0]}
