"""What a coach would ask about first: movements and lifts that are not in a plan."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog import Catalog
from planner.plans.schema import Plan
from planner.problem.equipment import alternative, expand_equipment
from planner.show.wording import exercise_name, plain

ONE_LEGGED = {"lunge": "squat"}
"""Patterns that stand for a basic movement when it is asked what is missing."""


def omissions(plan: Plan, catalog: Catalog) -> tuple[str, ...]:
    """Return sentences about what is not in a plan; none for a single session with a focus."""
    request = plan.request
    if any(s.focus for s in request.sessions) or (request.focus and len(plan.sessions) == 1):
        return ()
    return (*_movements(plan, catalog), *_lifts(plan, catalog))


def _done(plan: Plan, catalog: Catalog) -> Iterator[str]:
    for session in plan.sessions:
        for entry in session.entries:
            if entry.phase == "work" and entry.exercise in catalog.exercise_by_id:
                yield entry.exercise


def _movements(plan: Plan, catalog: Catalog) -> Iterator[str]:
    patterns = {catalog.exercise_by_id[name].pattern for name in _done(plan, catalog)}
    there = {ONE_LEGGED.get(name) or catalog.pattern_by_id[name].basis for name in patterns}
    left = [plain(first.id) for first in catalog.firsts if first.id not in there]
    if left and there:
        yield f"Not in this {'week' if len(plan.sessions) > 1 else 'session'}: {', '.join(left)}."


def _lifts(plan: Plan, catalog: Catalog) -> Iterator[str]:
    """Yield the first lifts that only a level keeps from somebody who trains for strength."""
    request = plan.request
    if request.goal != "strength":
        return
    most = catalog.caps_by_id[request.level].skill_max
    kits = [expand_equipment(s.equipment or request.equipment, catalog) for s in request.sessions]
    done = set(_done(plan, catalog))
    left = [name for first in catalog.firsts if done.isdisjoint(first.exercises)
            for name in first.exercises
            if catalog.exercise_by_id[name].skill > most and name not in request.exclude
            and any(alternative(catalog.exercise_by_id[name], kit) for kit in kits)]
    if left:
        names = " and ".join(exercise_name(name, catalog) for name in left)
        yield (f"Left out, as {'they ask' if len(left) > 1 else 'it asks'} for more skill than the "
               f"level has: {names}. Can you do {'them' if len(left) > 1 else 'it'}? "
               f"Add --able {','.join(left)}.")
