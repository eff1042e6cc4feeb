"""To the nearest load that can be loaded, and what is said where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from planner.catalog import Catalog
from planner.loads.load import Load, in_grams, said
from planner.loads.loadable import Loadable, Steps
from planner.workout.dose import half_up


@dataclass(frozen=True)
class Rounded:
    """A load for one that was asked for.

    Attributes
    ----------
    load
        None where even the lightest is too heavy.
    says
        Where it is far from what was asked, why; else nothing.
    """

    load: Load | None
    says: str = ""


def nearest(kg: float, loads: Loadable, step_kg: float) -> Rounded:
    """Return the nearest load, never more than half a step above the one asked for.

    So an effort that was asked for is kept: where plates are coarse, the lighter load has a few
    more repetitions in it, the heavier one would have too few. Of two that are as near, the lighter
    one is taken; only where nothing is known of a place are halves rounded up, as percentages are.

    Parameters
    ----------
    step_kg
        What is added to the lift at a time.
    """
    if isinstance(loads, Steps):
        size = loads.step.exact_grams
        return Rounded(Load(half_up(float(in_grams(kg) / size)) * size, unit=loads.step.unit))
    asked, step = in_grams(kg), in_grams(step_kg)
    below, above = loads.down(asked), loads.up(asked)
    near = above is not None and above.grams - asked <= step / 2
    if above is not None and near and (
            below is None or above.grams - asked < asked - below.grams):
        return Rounded(above)
    if below is not None:
        return Rounded(below, _too_light(asked, below, above, step))
    assert above is not None, "a kind of load without any"
    return Rounded(None, f"the lightest there is, {above}, is too heavy: "
                         f"{said(asked, above.unit)} is asked for")


def usual_kg(kg: float, catalog: Catalog) -> float:
    """Round a load to what loads come in where nothing is known of a place, halves up."""
    step = catalog.loads.round_to.kg
    return half_up(kg / step) * step


def _too_light(asked: Decimal, below: Load, above: Load | None, step: Decimal) -> str:
    if asked - below.grams <= step:
        return ""
    wanted = said(asked, below.unit)
    if above is None:
        return f"the heaviest there is, {below}, is too light: {wanted} is asked for"
    return f"there is nothing between {below} and {above}, and {wanted} is asked for"
