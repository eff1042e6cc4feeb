"""``coach alternatives``: plans that differ for real and lose little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.opening import AsJson, CatalogPaths, OutputFile

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page
    from planner.living.alternatives import Alternatives
    from planner.plans.schema import Plan


def alternatives(
    request: Annotated[str, typer.Argument(
        metavar="REQUEST|PLAN", help="A request in YAML or JSON, or a plan of it to begin with; "
                                     "- is standard input.")],
    count: Annotated[int, typer.Option("--count", "-k", help="How many plans, the first "
                                                             "included.")] = 3,
    pick: Annotated[int, typer.Option(min=1, help="Which of them --output writes.")] = 1,
    seconds: Annotated[float | None, typer.Option(min=0.1, help="How long to search in all.")
                       ] = None,
    output: OutputFile = None, catalog: CatalogPaths = None, json: AsJson = False,
) -> None:
    """Plan a request in several ways that differ in a third of their entries.

    None is worse than the best by more than 2 % of the targets in coverage and
    10 % in points of quality; each says what makes it different.
    """
    import planner
    from planner.doors.cli import opening
    from planner.doors.cli.lean import import_solver
    from planner.living.alternatives import DEFAULT_SECONDS
    from planner.request.errors import InputError

    known = opening.load(catalog)
    name, fields, first = opening.read_request_or_plan(request)
    import_solver()
    found = opening.placed(
        lambda: planner.alternatives(fields, count, seconds or DEFAULT_SECONDS, known,
                                     first=first), name, {"count": "--count"})
    if pick > len(found.plans):
        raise InputError(f"there are {len(found.plans)} plans, not {pick}", "--pick")
    opening.say(found.notes)
    chosen: Plan = found.plans[pick - 1].plan
    opening.answer(found, lambda: alternatives_page(found, known), json, chosen, output)


def alternatives_page(found: Alternatives, catalog: Catalog) -> Page:
    """Return the plans as a table, and the work of each beside the days."""
    from planner.doors.cli.document import Block, Heading, Items, Row, Table
    from planner.show.wording import clock, exercise_name, session_name

    count = len(found.plans)
    blocks: list[Block] = [Heading(f"{count} plan{'' if count == 1 else 's'} of one request", 1)]
    rows = []
    for i, option in enumerate(found.plans, start=1):
        plan = option.plan
        taken = sum(getattr(s.seconds, plan.request.pace) for s in plan.sessions)
        rows.append(Row((str(i), f"{option.other_entries} of {option.entries}", clock(taken),
                         str(option.coverage_loss), f"{option.dearer:+d}" if option.dearer else "",
                         option.says)))
    heads = "", "other", "minutes", "coverage", "points", "what is different"
    blocks.append(Table(heads, ">>>>><", tuple(rows), flex=(5,)))
    for i, option in enumerate(found.plans, start=1):
        blocks.append(Heading(f"Plan {i}", 3))
        blocks.append(Items(tuple(
            (session_name(s.id, s.day), ", ".join(
                f"{exercise_name(e.exercise, catalog)} {e.sets}" for e in s.entries
                if e.phase == "work")) for s in option.plan.sessions)))
    return tuple(blocks)
