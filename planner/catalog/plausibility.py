"""Looks at one exercise by itself: each yields what a careful reader would say about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from planner.catalog.kit_words import Phrases
from planner.catalog.model import Catalog
from planner.catalog.schema import Exercise
from planner.catalog.spelling import words

_REP_S = (0.5, 10)


@dataclass(frozen=True)
class Look:
    """One thing to mend (error) or to look at (warning).

    ``look`` names the check, which is what a waiver gives beside the id.
    """

    severity: Literal["error", "warning"]
    id: str
    message: str
    look: str

    def __str__(self) -> str:
        """Return ``severity: id: message``."""
        return f"{self.severity}: {self.id}: {self.message}"


def looks(exercise: Exercise, catalog: Catalog) -> Iterator[Look]:
    """Yield the findings of every look at an exercise."""
    for name, look in _LOOKS.items():
        for severity, message in look(exercise, catalog):
            yield Look(severity, exercise.id, message, name)


Said = Iterator[tuple[Literal["error", "warning"], str]]


def _muscles(exercise: Exercise, catalog: Catalog) -> Said:
    if "work" in exercise.phases and 1.0 not in exercise.muscles.values():
        yield "warning", "work, but direct (1.0) for no muscle"


def _times(exercise: Exercise, catalog: Catalog) -> Said:
    rep = exercise.seconds_per_rep
    if exercise.measure == "reps" and rep is None:
        yield "error", "counted in reps, but without seconds_per_rep"
    if exercise.measure != "reps" and rep is not None:
        yield "error", f"measured by {exercise.measure}, but with seconds_per_rep {rep}"
    if rep is not None and not _REP_S[0] <= rep <= _REP_S[1]:
        yield "error", f"seconds_per_rep {rep} is outside {_REP_S[0]:g} to {_REP_S[1]}"
    believed = catalog.setup_range_by_load.get(exercise.load)
    if believed and not believed.least_s <= exercise.setup_s <= believed.most_s:
        yield "error", (f"setup_s {exercise.setup_s} is outside {believed.least_s} to "
                        f"{believed.most_s} for the load {exercise.load}")


def _dosing(exercise: Exercise, catalog: Catalog) -> Said:
    if "work" in exercise.phases and exercise.rest_class is None:
        yield "error", "work, but without a rest_class"
    if exercise.mechanic == "isolation" and (exercise.rest_class or "").endswith("compound"):
        yield "warning", f"an isolation exercise of the rest class {exercise.rest_class}"
    if exercise.loading == "isometric" and exercise.measure == "reps":
        yield "warning", f"isometric loading, but measured by {exercise.measure}"


def _strain(exercise: Exercise, catalog: Catalog) -> Said:
    floor = catalog.strain_floor_by_key.get((exercise.pattern, exercise.load))
    if floor is None or "work" not in exercise.phases:
        return
    for name in ("lumbar", "grip"):
        found, least = getattr(exercise.strain, name), getattr(floor, name)
        if found < least:
            yield "error", (f"{exercise.pattern} with the load {exercise.load}, but {name} strain "
                            f"{found}, of {least} at least")


def _doable(exercise: Exercise, catalog: Catalog) -> Said:
    best = max((cap.skill_max for cap in catalog.caps), default=5)
    if exercise.skill > best:
        yield "error", f"skill {exercise.skill}, but no level goes beyond {best}"
    known = [set(needed) <= set(catalog.equipment_by_id) for needed in exercise.equipment]
    if not any(known):
        yield "error", "no alternative of its equipment is known"


def _mutual(exercise: Exercise, catalog: Catalog) -> Said:
    for name, other in (("easier", "harder"), ("harder", "easier")):
        for key in getattr(exercise, name):
            target = catalog.exercise_by_id.get(key)
            if target is not None and exercise.id not in getattr(target, other):
                yield "warning", f"lists {key} as {name}, which does not list it as {other}"


def _named(exercise: Exercise, catalog: Catalog) -> Said:
    used = {thing for needed in exercise.equipment for thing in needed}
    known = {**catalog.place_words, **catalog.name_words}
    for _, word in Phrases(list(known)).cut(tuple(words(exercise.name))):
        if word is not None and known[word] and used.isdisjoint(known[word]):
            yield "error", f"'{exercise.name}' says {word}, but its equipment has none"


def _load(exercise: Exercise, catalog: Catalog) -> Said:
    used = {thing for needed in exercise.equipment for thing in needed}
    things = catalog.load_words.get(exercise.load)
    if things and used.isdisjoint(things):
        yield "error", (f"the load {exercise.load}, but none of its equipment can be that: "
                        f"{', '.join(sorted(used)) or 'nothing'}")


_LOOKS: dict[str, Callable[[Exercise, Catalog], Said]] = {
    "muscles": _muscles,
    "times": _times,
    "dosing": _dosing,
    "strain": _strain,
    "doable": _doable,
    "mutual": _mutual,
    "named": _named,
    "load": _load,
}
