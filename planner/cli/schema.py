"""``coach schema``: JSON Schema of the files."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    what: Annotated[str, typer.Argument(metavar="request|plan|exercise|audit",
                                        help="Which file; - reads the word.")],
    json: Annotated[bool, typer.Option("--json", help="JSON, as always here.")] = False,
) -> None:
    """Print the JSON Schema of a request, a plan, an exercise or an audit."""
    from pydantic import BaseModel

    from catalog import Exercise
    from planner.cli.shared import one_word, print_json
    from planner.errors import InputError, nearest
    from planner.plan import Audit, Plan
    from planner.request import Request

    models: dict[str, type[BaseModel]] = {
        "request": Request, "plan": Plan, "exercise": Exercise, "audit": Audit}
    word = one_word(what)
    if word not in models:
        raise InputError(f"no schema {word!r}; {nearest(word, models)}")
    print_json({"$schema": "https://json-schema.org/draft/2020-12/schema",
                **models[word].model_json_schema(by_alias=True)})
