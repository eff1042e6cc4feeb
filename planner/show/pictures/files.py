"""All pictures of a plan, each a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.show.muscle_sets import muscle_sets
from planner.show.pictures.muscle_map import SIDES, muscle_map
from planner.show.pictures.timeline import timeline
from planner.show.pictures.weekly_sets import weekly_sets

if TYPE_CHECKING:
    from planner.show.view import Sheet


def files(sheet: Sheet) -> dict[str, str]:
    """Return SVG by file name: a timeline for each session, the goals, both sides of the body."""
    found = {f"session-{i}.svg": timeline(session)
             for i, session in enumerate(sheet.sessions, 1)}
    if sheet.coverage:
        found["weekly-sets.svg"] = weekly_sets(sheet.coverage, sheet.plan.coverage)
    muscles = muscle_sets(sheet.plan, sheet.catalog)
    for view in SIDES:
        found[f"muscles-{view}.svg"] = muscle_map(muscles, view)
    return {name: f"{picture}\n" for name, picture in found.items()}
