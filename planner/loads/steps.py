"""The step that is added to a lift when the top of its range is reached."""

from __future__ import annotations

from planner.catalog import Catalog, Exercise

LOWER = ("legs",)


def step_kg(exercise: Exercise, catalog: Catalog) -> float:
    """Return the kilograms that are added, 0 where nobody knows."""
    step = catalog.step_by_id.get(exercise.load)
    if step is None:
        return 0.0
    lower = {m for r in LOWER for g in catalog.region_by_id[r].groups
             for m in catalog.members(g)} | set(catalog.members("lower_back"))
    direct = {m for m, share in exercise.muscles.items() if share == 1.0}
    return step.lower_kg if direct & lower else step.upper_kg
