"""``coach replan``: the rest of a plan anew, with as little change as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.doors.cli.opening import AsJson, CatalogPaths, OutputFile, PlanFile

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page
    from planner.living.replan import Replan

Some = list[str] | None
OPTIONS = {"done": "--done", "locked": "--lock", "lost": "--lost", "minutes": "--minutes",
           "complaints": "--complaint", "without": "--without", "likes": "--like"}


def _some(help: str, metavar: str) -> Any:
    return typer.Option(help=help, metavar=metavar)


def replan(
    plan: PlanFile,
    done: Annotated[Some, _some("Sessions that were done: mon,tue.", "IDS")] = None,
    lock: Annotated[Some, _some("What stays: wed:deadlift, or wed for all of it.",
                                "ENTRIES")] = None,
    lost: Annotated[Some, _some("Sessions that fall away.", "IDS")] = None,
    minutes: Annotated[Some, _some("New minutes: sat=35.", "MINUTES")] = None,
    complaint: Annotated[Some, _some("Complaints that came up: knee_pain.", "IDS")] = None,
    without: Annotated[Some, _some("Equipment that is gone.", "IDS")] = None,
    like: Annotated[Some, _some("Exercises whose change counts double.", "IDS")] = None,
    seconds: Annotated[float | None, typer.Option(min=0.1, help="How long to search.")] = None,
    output: OutputFile = None, catalog: CatalogPaths = None, json: AsJson = False,
) -> None:
    """Plan the rest of PLAN anew, changing as little as possible, and say what it costs.

    What is done stays to the byte. What the week was worth is restored as far as
    it can be; every changed entry has to bring back its price.
    """
    import planner
    from planner.doors.cli import opening
    from planner.doors.cli.lean import import_solver
    from planner.living.replan import DEFAULT_SECONDS

    length = _minutes(opening.words(minutes))
    name, read = opening.read_plan(plan)
    known = opening.load(catalog)
    import_solver()
    found = opening.placed(
        lambda: planner.replan(
            read, opening.words(done), opening.words(lock), opening.words(lost),
            length, opening.words(complaint), opening.words(without),
            opening.words(like), seconds or DEFAULT_SECONDS, known), name, OPTIONS)
    opening.say(found.notes)
    opening.answer(found, lambda: replan_page(found, known), json, found.plan, output)


def _minutes(pairs: tuple[str, ...]) -> dict[str, int]:
    from planner.request.errors import InputError

    found = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if not value.isdigit():
            raise InputError(f"expected a session and whole minutes, as in sat=35, found {pair!r}",
                             "--minutes")
        found[name.strip()] = int(value)
    return found


def replan_page(found: Replan, catalog: Catalog) -> Page:
    """Return what was asked, the price, and the changes."""
    from planner.doors.cli.changes import difference_blocks, price
    from planner.doors.cli.document import Block, Heading, Items, Words

    blocks: list[Block] = [Heading(found.says, 1), Words(_sentence(price(found.difference)))]
    if found.plan.done:
        blocks.append(Words(f"Done, and left as it was: {', '.join(found.plan.done)}."))
    blocks += difference_blocks(found.difference, catalog)
    short = [n for n in found.plan.notes if n != found.says]
    if short:
        blocks += [Heading("Notes"), Items.of(n[:1].upper() + n[1:] for n in short)]
    return tuple(blocks)


def _sentence(text: str) -> str:
    return f"The price: {text}"
