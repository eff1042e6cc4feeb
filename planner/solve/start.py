"""A finished plan as the start of a search: its values in another model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.solve.model import ModelBuilder
from planner.solve.search import Control, run
from planner.workout import Visit, Workout

FIRST_WORK = 0.15
"""Deterministic time for fitting a plan into a model."""


def fitted(model: ModelBuilder, control: Control,
           old: Mapping[int, Visit]) -> tuple[int, ...] | None:
    """Return the values of a plan's model in which everything is as in a plan, if it can be."""
    clone = model.cp.clone()
    for index, value in values_of(model, old):
        clone.add(clone.get_int_var_from_proto_index(index) == value)
    # No more is said to be saved than has to be: the plan's supersets save that much.
    clone.minimize(model.total(term for s in model.supersets for term in s.savings()))
    return run(clone, control, "restored", work=FIRST_WORK, spare=FIRST_WORK).values or None


def by_session(workout: Workout) -> dict[int, Visit]:
    """Return a plan's visits by session index."""
    return dict(enumerate(workout.visits))


def values_of(model: ModelBuilder, old: Mapping[int, Visit]) -> Iterator[tuple[int, int]]:
    """Yield variables with the values that they have in a plan."""
    for session in model.problem.sessions:
        visit = old.get(session.index)
        if visit is None:
            continue
        sets = {i.exercise.id: i.sets for i in visit.work}
        for option in session.options:
            yield model.x(option).index, int(option.id in sets)
            if option.sets[0] < option.sets[1]:
                yield model.n(option).index, sets.get(option.id, 0)
        for (exercise, rounds), flag in model.supersets[session.index].inside.items():
            there = next((i for i in visit.work if i.exercise.id == exercise), None)
            yield flag.index, int(there is not None and there.superset is not None
                                  and there.sets == rounds)
        warm = {i.exercise.id for i in visit.items if not i.work}
        for option, y in model.warm_up(session):
            yield y.index, int(option.id in warm)
