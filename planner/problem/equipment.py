"""Equipment at hand: presets written out, and the alternatives of an exercise that it covers."""

from __future__ import annotations

from collections.abc import Iterable

from planner.catalog import Catalog, Exercise


def expand_equipment(names: Iterable[str], catalog: Catalog) -> frozenset[str]:
    """Turn presets and ids into ids of equipment."""
    found: set[str] = set()
    for name in names:
        preset = catalog.preset_by_id.get(name)
        found.update(preset.equipment if preset else (name,))
    return frozenset(found)


def alternative(exercise: Exercise, equipment: frozenset[str]) -> tuple[str, ...] | None:
    """Return the first alternative of an exercise that the equipment covers."""
    return next((a for a in exercise.equipment if equipment.issuperset(a)), None)


def stations(equipment: Iterable[str], catalog: Catalog) -> frozenset[str]:
    """Return the stations among the equipment: places that one has to walk to."""
    return frozenset(e for e in equipment if catalog.equipment_by_id[e].station)
