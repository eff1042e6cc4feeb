"""Reading the files of plans and workouts, every error with its place."""

from __future__ import annotations

from pydantic import ValidationError

from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.request.files import (
    Document,
    looks_like_json,
    model_of,
    parse_json,
    read_document,
    read_text,
)
from planner.request.messages import first_sentence, shown
from planner.solve import Settings


def read_workout(path: str) -> tuple[str, Plan | str]:
    """Return the name of a workout's file, and a plan or a text in set notation.

    Raises
    ------
    InputError
        When it cannot be read, or looks like a plan and is none.
    """
    name, text = read_text(path)
    if not looks_like_json(path, text):
        return name, text
    data = parse_json(text, name)
    if not isinstance(data, dict) or data.get("schema") != "plan/1":
        found = data.get("schema", "no field 'schema'") if isinstance(data, dict) else shown(data)
        raise InputError(f"expected a plan with the schema 'plan/1', found {found}", name)
    return name, plan_of(Document(name, text, data))


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
