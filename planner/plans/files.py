"""Reading the files of plans and workouts, every error with its place."""

from __future__ import annotations

from pydantic import ValidationError

from planner.logs.limits import MAX_BYTES as LOG_BYTES
from planner.logs.read import app_of_log
from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.request.files import (
    MAX_BYTES,
    USUAL,
    Document,
    decoded,
    looks_like_json,
    model_of,
    parse_json,
    read_bytes,
    read_document,
)
from planner.request.messages import first_sentence, shown
from planner.solve import Settings
from planner.workout.notation import workbook

WORKOUT = "<workout>"
"""What a workout is called that came as bytes."""


def read_workout(path: str) -> tuple[str, Plan | str]:
    """Return the name of a workout's file, and what it holds: a plan, or a text in set notation.

    Raises
    ------
    InputError
        When it cannot be read, or looks like a plan and is none.
    """
    name, data = read_bytes(path, LOG_BYTES, USUAL)
    return name, workout_in(data, name)


def workout_in(data: bytes, name: str = WORKOUT) -> Plan | str:
    """Return what the bytes of a file hold: a plan, or a text; the sheet Plan of a workbook is one.

    Raises
    ------
    InputError
        When they cannot be read, or look like a plan and are none.
    """
    refuse_log(data, name)
    if len(data) > MAX_BYTES:
        raise InputError(f"more than {MAX_BYTES // 1_000_000} MB; {USUAL}", name)
    if workbook.is_workbook(name, data):
        return workbook.text_of(data, name)
    text = decoded(data, name)
    if not looks_like_json(name, text):
        return text
    read = parse_json(text, name)
    if not isinstance(read, dict) or read.get("schema") != "plan/1":
        found = read.get("schema", "no field 'schema'") if isinstance(read, dict) else shown(read)
        raise InputError(f"expected a plan with the schema 'plan/1', found {found}", name)
    return plan_of(Document(name, text, read))


def refuse_log(data: bytes, name: str) -> None:
    """Refuse what an app has written about sets that were done.

    Raises
    ------
    InputError
        Naming the app, and the command that reads it.
    """
    app = app_of_log(data)
    if app is not None:
        raise InputError(f"this is a training log of {app}, not a workout; "
                         "coach log read FILE reads it", name)


def plan_of(document: Document) -> Plan:
    """Return the plan that a document holds."""
    try:
        return Plan.model_validate_json(document.text)
    except ValidationError as error:
        message, where = first_sentence(error, Plan)
        raise InputError(message, document.place(where)) from None


def read_settings(path: str) -> Settings:
    """Read the settings of the search from a file in YAML or JSON.

    Raises
    ------
    InputError
        With file, line, column and field.
    """
    document = read_document(path, "the settings of the search")
    return model_of(Settings, document.data, document)
