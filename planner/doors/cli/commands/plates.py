"""``coach plates``: what to put on the bar."""

from __future__ import annotations

from typing import Annotated

import typer


def plates(
    loads: Annotated[list[str], typer.Argument(
        metavar="LOAD...", help="What to load: 102.5, 225lb.")],
    place: Annotated[str | None, typer.Option(
        metavar="FILE", help="The weights of a place, in YAML or JSON; a usual gym's by "
                             "default.")] = None,
    on: Annotated[str, typer.Option(
        metavar="EQUIPMENT", help="What is loaded: ez_bar, trap_bar, leg_press, "
                                  "dumbbells.")] = "barbell",
    bar: Annotated[str | None, typer.Option(
        metavar="MASS", help="What the bar weighs: 15, 45lb.")] = None,
    unit: Annotated[str | None, typer.Option(
        metavar="UNIT", help="kg or lb, of numbers without one; kg by default, or what the place "
                             "has.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say which plates make a load, and what is nearest where none do.

    The fewest plates there are, those of one side, the heaviest first.
    """
    from planner.catalog import load
    from planner.doors.cli.plates_page import plates_page, read_masses, read_weights
    from planner.doors.cli.shared import print_json
    from planner.loads.plates import plates as answer
    from planner.request.errors import InputError

    catalog = load()
    weights = None if place is None else read_weights(place)
    masses, own = read_masses(loads, bar, unit, weights)
    try:
        found = answer(masses, catalog, on, weights, own)
    except InputError as error:
        where = f"--{error.where}" if error.where in ("on", "bar") else error.where
        raise InputError(error.message, where) from None
    if json:
        print_json(found)
        return
    from planner.doors.cli.output import show

    show(plates_page(found))
