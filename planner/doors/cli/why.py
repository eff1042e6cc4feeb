"""``coach why`` and ``coach why-not``: answers that are computed from the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.opening import AsJson, CatalogPaths, PlanFile

if TYPE_CHECKING:
    from planner.doors.cli.document import Page
    from planner.living.reasons.answer import Answer


def why(
    plan: PlanFile,
    what: Annotated[str | None, typer.Argument(
        metavar="[ENTRY|MUSCLE|RULE]", help="deadlift or mon:deadlift, lats, recovery; left out: "
                                            "the whole plan.")] = None,
    catalog: CatalogPaths = None, json: AsJson = False,
) -> None:
    """Say why an entry is there, why a muscle is short, or what a rule costs.

    Each answer is tried: the entry taken out or replaced by the best other,
    every way to add a set, the plan improved without the rule.
    """
    import planner
    from planner.doors.cli import opening
    from planner.doors.cli.lean import import_solver

    name, read = opening.read_plan(plan)
    known = opening.load(catalog)
    import_solver()
    found = opening.placed(lambda: planner.why(read, what, known), name, {"what": "WHAT"})
    opening.say(found.notes)
    opening.answer(found, lambda: why_page(found), json)


def why_not(
    plan: PlanFile,
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="What is not there.")],
    catalog: CatalogPaths = None, json: AsJson = False,
) -> None:
    """Say why an exercise is not in PLAN: it is forced in, and what breaks or what it costs."""
    import planner
    from planner.doors.cli import opening
    from planner.doors.cli.lean import import_solver

    name, read = opening.read_plan(plan)
    known = opening.load(catalog)
    import_solver()
    found = opening.placed(lambda: planner.why_not(read, exercise, known), name,
                           {"exercise": "EXERCISE"})
    opening.say(found.notes)
    opening.answer(found, lambda: why_page(found), json)


def why_page(found: Answer) -> Page:
    """Return an answer as a page: what is said, and the reasons."""
    from planner.doors.cli.document import Block, Heading, Items
    from planner.show.wording import plain

    blocks: list[Block] = [Heading(found.says, 1)]
    if found.reasons:
        blocks.append(Items(tuple((plain(r.about), r.says) for r in found.reasons)))
    return tuple(blocks)
