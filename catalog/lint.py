"""What a careful reader would say about a catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from catalog.check import problems
from catalog.model import Catalog
from catalog.names import normalise, spellings
from catalog.schema import Exercise

# A word in a name, and the equipment of which at least one has to be in some alternative.
_IN_NAMES: dict[str, tuple[str, ...]] = {
    "dumbbell": ("dumbbells",),
    "barbell": ("barbell",),
    "kettlebell": ("kettlebell",),
    "band": ("band",),
    "cable": ("cable", "cable_row_machine", "lat_pulldown_machine"),
}
_BARBELL_HINGES = ("hip_hinge", "olympic")


@dataclass(frozen=True)
class Finding:
    """One thing to mend (error) or to look at (warning)."""

    severity: Literal["error", "warning"]
    id: str
    message: str

    def __str__(self) -> str:
        """Return ``severity: id: message``."""
        return f"{self.severity}: {self.id}: {self.message}"


def lint(catalog: Catalog) -> list[Finding]:
    """Return everything that is wrong or odd, errors first, then by id.

    Parameters
    ----------
    catalog
        Any catalogue, also one whose references were never checked.
    """
    found = [Finding("error", p.key or p.field, str(p)) for p in problems(catalog)]
    for exercise in catalog.exercises:
        for look in _LOOKS:
            found.extend(look(exercise, catalog))
    found.extend(_clashes(catalog))
    found.extend(_chains(catalog))
    return sorted(found, key=lambda f: (f.severity, f.id, f.message))


def _muscles(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    if "work" in exercise.phases and 1.0 not in exercise.muscles.values():
        yield Finding("warning", exercise.id, "work, but direct (1.0) for no muscle")


def _times(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    rep = exercise.seconds_per_rep
    if exercise.measure == "reps" and rep is None:
        yield Finding("error", exercise.id, "counted in reps, but without seconds_per_rep")
    if exercise.measure != "reps" and rep is not None:
        message = f"measured by {exercise.measure}, but with seconds_per_rep {rep}"
        yield Finding("error", exercise.id, message)
    if rep is not None and not 0.5 <= rep <= 10:
        yield Finding("error", exercise.id, f"seconds_per_rep {rep} is outside 0.5 to 10")
    if not 5 <= exercise.setup_s <= 160:
        yield Finding("error", exercise.id, f"setup_s {exercise.setup_s} is outside 5 to 160")


def _dosing(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    if "work" in exercise.phases and exercise.rest_class is None:
        yield Finding("error", exercise.id, "work, but without a rest_class")
    if exercise.mechanic == "isolation" and (exercise.rest_class or "").endswith("compound"):
        message = f"an isolation exercise of the rest class {exercise.rest_class}"
        yield Finding("warning", exercise.id, message)
    if exercise.loading == "isometric" and exercise.measure == "reps":
        message = f"isometric loading, but measured by {exercise.measure}"
        yield Finding("warning", exercise.id, message)


def _strain(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    barbell = any("barbell" in needed for needed in exercise.equipment)
    if exercise.pattern in _BARBELL_HINGES and barbell and exercise.strain.lumbar == 0:
        yield Finding("error", exercise.id, "a hinge with a barbell, but lumbar strain 0")


def _doable(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    best = max((cap.skill_max for cap in catalog.caps), default=5)
    if exercise.skill > best:
        message = f"skill {exercise.skill}, but no level goes beyond {best}"
        yield Finding("error", exercise.id, message)
    known = [set(needed) <= set(catalog.equipment_by_id) for needed in exercise.equipment]
    if not any(known):
        yield Finding("error", exercise.id, "no alternative of its equipment is known")


def _mutual(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    for name, other in (("easier", "harder"), ("harder", "easier")):
        for key in getattr(exercise, name):
            target = catalog.exercise_by_id.get(key)
            if target is not None and exercise.id not in getattr(target, other):
                message = f"lists {key} as {name}, which does not list it as {other}"
                yield Finding("warning", exercise.id, message)


def _named(exercise: Exercise, catalog: Catalog) -> Iterator[Finding]:
    words = {normalise(word) for word in exercise.name.replace("-", " ").split()}
    used = {thing for needed in exercise.equipment for thing in needed}
    for word, things in _IN_NAMES.items():
        if word in words and used.isdisjoint(things):
            message = f"'{exercise.name}' says {word}, but its equipment has none"
            yield Finding("error", exercise.id, message)


_LOOKS: tuple[Callable[[Exercise, Catalog], Iterator[Finding]], ...] = (
    _muscles,
    _times,
    _dosing,
    _strain,
    _doable,
    _mutual,
    _named,
)


def _clashes(catalog: Catalog) -> Iterator[Finding]:
    owner: dict[str, str] = {}
    for exercise in catalog.exercises:
        for spelling in spellings(exercise):
            key = normalise(spelling)
            first = owner.setdefault(key, exercise.id)
            if not key:
                yield Finding("error", exercise.id, f"'{spelling}' has no letters or digits")
            elif first != exercise.id:
                message = f"'{spelling}' is also what {first} is called"
                yield Finding("error", exercise.id, message)


def _chains(catalog: Catalog) -> Iterator[Finding]:
    above = _above(catalog)
    for chain in catalog.chains:
        for index, link in enumerate(chain.links):
            for later in chain.links[index + 1 :]:
                if link in above.get(later, ()):
                    message = f"{link} comes before {later}, but is listed as the harder one"
                    yield Finding("error", chain.id, message)


def _above(catalog: Catalog) -> dict[str, set[str]]:
    """Return for each exercise everything that is harder, however many steps up."""
    above: dict[str, set[str]] = {e.id: set(e.harder) for e in catalog.exercises}
    changed = True
    while changed:
        changed = False
        for harder in above.values():
            more = set().union(*(above.get(key, set()) for key in harder)) - harder
            harder |= more
            changed = changed or bool(more)
    return above
