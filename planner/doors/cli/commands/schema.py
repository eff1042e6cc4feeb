"""``coach schema``: JSON Schema of the files."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from planner.doors.questions import QUESTION, Question

WORDS = ("request", "plan", "exercise", "audit", "catalog", "log", "progress", "athlete",
         "profile")
"""Files; what is asked and answered has the name of its question."""


def schema(
    what: Annotated[str, typer.Argument(metavar="|".join(WORDS),
                                        help="Which file; - reads the word.")],
    json: Annotated[bool, typer.Option("--json", help="JSON, as always here.")] = False,
) -> None:
    """Print the JSON Schema of a kind of file: a request, a plan, an audit, a log and more.

    Of progress it is what coach progress says. The name of a question, such as swap, prints what
    is asked and what is answered.
    """
    from planner.doors.cli.shared import one_word, print_json

    print_json(schema_of(one_word(what)))


def schema_of(word: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file.

    Raises
    ------
    InputError
        When there is no such kind.
    """
    from pydantic import BaseModel

    from planner.catalog import Exercise
    from planner.logs.log import Log
    from planner.plans.schema import Audit, Plan
    from planner.progress.report import ProgressReport
    from planner.request.errors import InputError, nearest
    from planner.request.profile import Profile
    from planner.request.request import Request
    from planner.store.values import AthleteExport

    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if word in QUESTION and word not in WORDS:
        return head | _question(QUESTION[word])
    if word not in WORDS:
        raise InputError(f"no schema {word!r}; {nearest(word, (*WORDS, *QUESTION))}")
    if word == "catalog":
        return head | _catalog_file()
    models: dict[str, type[BaseModel]] = {
        "request": Request, "plan": Plan, "exercise": Exercise, "audit": Audit, "log": Log,
        "progress": ProgressReport, "athlete": AthleteExport, "profile": Profile}
    return head | models[word].model_json_schema(by_alias=True)


def _question(question: Question) -> dict[str, Any]:
    """Return the schema of a question: what is asked, and what is answered."""
    from pydantic.json_schema import models_json_schema

    answer = question.answer_model()
    models = [question.ask_model(), *([] if answer is bytes else [answer])]
    refs, whole = models_json_schema([(m, "validation") for m in models], by_alias=True)
    found = [refs[m, "validation"] for m in models]
    return {"title": question.name, "description": question.says, "type": "object",
            "properties": dict(zip(("ask", "answer"), found, strict=False)), **whole}


def _catalog_file() -> dict[str, Any]:
    """Return the schema of a file: a list of exercises, or a mapping with any of the fields."""
    from planner.catalog import Catalog

    whole = Catalog.model_json_schema()
    definitions = whole.pop("$defs")
    whole.pop("required")
    return {
        "title": "Catalogue file",
        "description": "A list of exercises, or a mapping with any fields of a catalogue.",
        "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Exercise"}}, whole],
        "$defs": definitions,
    }
