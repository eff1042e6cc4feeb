"""How widely a catalogue spreads: exercises by muscle and kit, by phase, by complaint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.catalog.body import so_many
from planner.catalog.model import Catalog
from planner.catalog.schema import Exercise
from planner.catalog.standards import Kit
from planner.catalog.words import Phase

ANYTHING = "all"
"""The column of a muscle's exercises whatever they need."""


@dataclass(frozen=True)
class Hole:
    """A count below what it should be.

    ``id`` is a muscle, a phase or a complaint, ``look`` the column or the
    group; together they are what a waiver names.
    """

    id: str
    look: str
    found: int
    least: int
    message: str


def direct(exercise: Exercise, muscle: str) -> bool:
    """Whether an exercise of the work trains a muscle directly."""
    return "work" in exercise.phases and exercise.muscles.get(muscle) == 1.0


def doable(exercise: Exercise, owned: frozenset[str]) -> bool:
    """Whether what is owned has everything that some way of doing an exercise needs."""
    return any(owned.issuperset(needed) for needed in exercise.equipment)


def owned(kit: Kit, catalog: Catalog) -> frozenset[str]:
    """Return the equipment of a kit, presets written out."""
    things: set[str] = set()
    for word in kit.equipment:
        preset = catalog.preset_by_id.get(word)
        things.update(preset.equipment if preset else (word,))
    return frozenset(things)


def by_muscle(catalog: Catalog) -> dict[str, dict[str, int]]:
    """Return for each muscle how many exercises train it directly: in all, and with each kit."""
    table: dict[str, dict[str, int]] = {}
    kits = {kit.id: owned(kit, catalog) for kit in catalog.kits}
    for muscle in catalog.muscles:
        found = [e for e in catalog.exercises if direct(e, muscle.id)]
        table[muscle.id] = {ANYTHING: len(found)} | {
            kit: sum(doable(e, things) for e in found) for kit, things in kits.items()}
    return table


def by_phase(catalog: Catalog) -> dict[Phase, int]:
    """Return how many exercises may stand in each phase that has a floor."""
    return {phase: sum(phase in e.phases for e in catalog.exercises)
            for phase in catalog.phase_floors}


def by_complaint(catalog: Catalog) -> dict[str, dict[str, int]]:
    """Return for each complaint how many exercises it leaves to each large group."""
    groups = [group.id for group in catalog.groups if group.row == "large"]
    table: dict[str, dict[str, int]] = {}
    for complaint in catalog.complaints:
        left = [e for e in catalog.exercises if e.id not in complaint.exclude]
        table[complaint.id] = {
            group: sum(any(direct(e, m) for m in catalog.members(group)) for e in left)
            for group in groups}
    return table


def holes(catalog: Catalog) -> Iterator[Hole]:
    """Yield every count that is below its floor, waived or not."""
    floors = {kit.id: kit.direct_min for kit in catalog.kits}
    floors[ANYTHING] = catalog.spread_floors["direct"]
    for muscle, counts in by_muscle(catalog).items():
        for kit, found in counts.items():
            if found < floors[kit]:
                where = "in all" if kit == ANYTHING else f"with the kit {kit}"
                yield Hole(muscle, f"spread_{kit}", found, floors[kit],
                           f"direct in {so_many(found, 'exercise')} {where}, of {floors[kit]}")
    for phase, found in by_phase(catalog).items():
        least = catalog.phase_floors[phase]
        if found < least:
            yield Hole(phase, "phase", found, least, f"{so_many(found, 'exercise')}, of {least}")
    least = catalog.spread_floors["complaint"]
    for complaint, left in by_complaint(catalog).items():
        for group, found in left.items():
            if found < least:
                yield Hole(complaint, f"leaves_{group}", found, least,
                           f"leaves {so_many(found, 'exercise')} for {group}, of {least}")
