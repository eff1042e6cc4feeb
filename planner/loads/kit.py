"""Which loads an exercise can have: by the kit it is done with and the weights of a place."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from planner.catalog import Catalog, Exercise
from planner.catalog.loading import Carrier
from planner.loads.loadable import NOTHING, Loadable, Plated, Singles, Steps
from planner.loads.sums import Counts
from planner.request.mass import Mass, Unit
from planner.request.place import Ladder, Weights

PLENTY = 40
"""Of each plate, in a gym that doesn't say how many it has."""


def loadable(exercise: Exercise, kit: Iterable[str], weights: Weights | None,
             catalog: Catalog) -> Loadable | None:
    """Return the loads an exercise can have; None where it takes none, or its bands have no mass.

    What a place says nothing of has the usual steps, or usual plates on a bar that it names.

    Parameters
    ----------
    kit
        The equipment that it is done with.
    weights
        Of the place; None where nothing is said.
    """
    if unloaded(exercise):
        return None
    if weights is None:
        return usual_steps("kg", catalog)
    carrier = _carrier(exercise, kit, catalog)
    stack = weights.own_stacks.get(exercise.id)
    if carrier is None and stack is None:
        return usual_steps(unit_of(weights), catalog)
    if stack is not None:
        return Singles.of(stack, "help" if carrier and carrier.loaded == "help" else "stack")
    assert carrier is not None
    return carried(carrier, weights, catalog) or usual_steps(unit_of(weights), catalog)


def unloaded(exercise: Exercise) -> bool:
    """Whether repetitions are what can be added, and no kilograms."""
    return exercise.load in ("bodyweight", "band", "none")


def carried(carrier: Carrier, weights: Weights, catalog: Catalog) -> Loadable | None:
    """Return what a place can load on a carrier, None where it says nothing of it."""
    if carrier.loaded in ("stack", "help"):
        return None if weights.stack is None else Singles.of(weights.stack, carrier.loaded)
    if carrier.loaded == "each":
        singles = weights.kettlebells if carrier.id == "kettlebell" else weights.dumbbells
        return Singles.of(singles, "each") if isinstance(singles, Ladder) or singles else None
    counts = tuple(sorted(weights.plates.items()))
    if carrier.loaded == "held":
        held = tuple(m for m, n in counts if n)
        return Singles.of(held, "held") if held else None
    bar = weights.bars.get(carrier.id)
    if not counts:
        if bar is None:
            return None
        counts = usual_plates(bar.unit, catalog)
    if bar is None:
        unit = unit_of(weights)
        bar = Mass(Decimal(str(getattr(carrier, unit))), unit)
    # Collars are for bars; a sledge, a landmine or a belt has none.
    collars = weights.collars if carrier.kg and carrier.loaded == "pairs" else NOTHING
    return Plated(counts, carrier.loaded, bar, collars)


def unit_of(weights: Weights) -> Unit:
    """Return the unit that most of the weights of a place are in; kg where there is none."""
    ladders = [x for x in (weights.dumbbells, weights.kettlebells, weights.stack)
               if isinstance(x, Ladder)]
    singles = [m for x in (weights.dumbbells, weights.kettlebells) if not isinstance(x, Ladder)
               for m in x]
    units = [m.unit for m in (*weights.plates, *weights.bars.values(), *singles,
                              *(ladder.lowest for ladder in ladders))]
    return "lb" if 2 * units.count("lb") > len(units) else "kg"


def usual_steps(unit: Unit, catalog: Catalog) -> Steps:
    """Return the steps that loads are rounded to where nothing is known."""
    return Steps(Mass(Decimal(str(getattr(catalog.loads.round_to, unit))), unit))


def usual_plates(unit: Unit, catalog: Catalog) -> Counts:
    """Return plenty of the usual plates."""
    sizes: tuple[float, ...] = getattr(catalog.loads.plates, unit)
    return tuple((Mass(Decimal(str(size)), unit), PLENTY) for size in sizes)


def usual_bar(carrier: str, unit: Unit, catalog: Catalog,
              bar: Mass | None = None) -> Plated:
    """Return a bar of its usual mass, or of another, with usual plates."""
    known = next(c for c in catalog.loads.carriers if c.id == carrier)
    own = Mass(Decimal(str(getattr(known, unit))), unit) if bar is None else bar
    return Plated(usual_plates(unit, catalog), known.loaded, own)


def _carrier(exercise: Exercise, kit: Iterable[str], catalog: Catalog) -> Carrier | None:
    has = set(kit)
    found = next((c for c in catalog.loads.carriers if c.id in has), None)
    if found and found.loaded == "pairs" and exercise.load == "stack":
        return found.model_copy(update={"loaded": "stack"})
    return found
