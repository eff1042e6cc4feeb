"""What the commands that live with a plan do alike: read it, name its faults, write a plan."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import BaseModel

    from planner.doors.cli.document import Page
    from planner.plans.schema import Plan

def read_plan(path: str) -> tuple[str, Plan]:
    """Return the name and the plan of a file, refusing a workout in set notation."""
    from planner.plans.files import read_workout
    from planner.plans.schema import Plan
    from planner.request.errors import InputError

    name, read = read_workout(path)
    if not isinstance(read, Plan):
        raise InputError("expected a plan, as coach plan --json writes it, found text; "
                         "coach check reads that", name)
    return name, read


def read_plan_or_week(path: str, week: int | None) -> Plan:
    """Return the plan of a file, or a week of the block that it is."""
    from planner.blocks.read import block_of
    from planner.blocks.resume import week_of
    from planner.plans.files import plan_of
    from planner.request.errors import InputError
    from planner.request.files import document_of, read_text

    name, text = read_text(path, MOST_BLOCK, "a block is a few megabytes at most")
    block = placed(lambda: block_of(text), name, {})
    if block is not None:
        plan: Plan = placed(lambda: week_of(block, week or block.weeks[0].week).plan, name,
                            {"week": "--week"})
        return plan
    if week is not None:
        raise InputError("a plan is one week; leave the week out", "--week")
    document = document_of(name, text)
    if document.data.get("schema") != "plan/1":
        raise InputError("expected a plan, as coach plan --json writes it", name)
    return plan_of(document)


MOST_BLOCK = 50_000_000
"""Bytes of a block's file."""


def placed(work: Callable[[], Any], name: str, options: dict[str, str]) -> Any:
    """Do what is asked; a wrong argument is named by its option, a wrong file by its name.

    Parameters
    ----------
    options
        Option by the argument that it sets.
    """
    from planner.request.errors import InputError

    try:
        return work()
    except InputError as error:
        field = error.where.split(".")[0]
        if field in options:
            raise InputError(error.message, options[field]) from None
        raise InputError(error.message, f"{name}: {error.where}" if error.where else name) from None


def say(notes: Sequence[str]) -> None:
    """Print what is odd about a file on standard error."""
    from planner.doors.cli.writing import harmless

    for note in notes:
        print(harmless(f"coach: {note}"), file=sys.stderr)


def answer(value: BaseModel, page: Callable[[], Page], as_json: bool, plan: Plan | None = None,
           output: str | None = None) -> None:
    """Print an answer as a page or as JSON, and write the plan where one is wanted."""
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import print_json

    if output == "-" and plan is not None:
        print_json(plan)
        return
    if as_json:
        print_json(value)
    else:
        show(page())
    if output is not None and plan is not None:
        write(output, plan.model_dump_json(indent=1) + "\n")
        if not as_json:
            print(f"coach: the plan is in {output}", file=sys.stderr)


def write(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    from planner.doors.cli.writing import write_files

    write_files([(path, text.encode("utf-8"))])


def read_request_or_plan(path: str) -> tuple[str, Any, Plan | None]:
    """Return the name, the request, and the plan where the file is one."""
    from planner.plans.files import plan_of
    from planner.request.files import document_of, read_text, request_of

    name, text = read_text(path)
    document = document_of(name, text)
    if document.data.get("schema") == "plan/1":
        read: Plan = plan_of(document)
        return name, read.request, read
    return name, request_of(document.data, document), None
