"""The last tiers as one objective: one search and one proof instead of several.

A weighted sum is minimal exactly where its tiers are, in their order, if one
point of a tier outweighs everything that the tiers below it can come to. What
these can come to is bounded by how many entries fit into a session.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.solve.bounds import Bounds
from planner.solve.model import ModelBuilder
from planner.solve.tiers import BuildTier, Objective, fitness, should, tie_break, use_of_time

LAST: tuple[BuildTier, ...] = (should, fitness, tie_break)
"""The tiers that are minimised together."""

WITH_TIME: tuple[BuildTier, ...] = (use_of_time, *LAST)
"""Those of a session whose time cannot all be used, as the linear program sees it."""


@dataclass(frozen=True)
class Together(Objective):
    """Tiers as one weighted sum; each counts from its least possible value.

    Attributes
    ----------
    tiers
        The tiers, the most important first.
    units
        What one point of each weighs; the last weighs 1.
    """

    tiers: tuple[Objective, ...] = ()
    units: tuple[int, ...] = ()

    @property
    def parts(self) -> tuple[Objective, ...]:
        """The tiers that it stands for."""
        return self.tiers

    @property
    def unit(self) -> int:
        """What one point of the order's price weighs."""
        return self.units[self.names.index("should")]

    def split(self, value: int) -> tuple[int, ...]:
        """Return the tiers' values in a sum."""
        found = []
        for part, unit in zip(self.tiers, self.units, strict=True):
            points, value = divmod(value, unit)
            found.append(points + part.floor)
        return tuple(found)


def together(model: ModelBuilder, builds: Sequence[BuildTier] = LAST) -> Together:
    """Return the last tiers as one."""
    tiers = tuple(build(model) for build in builds)
    bounds = Bounds(model)
    below = {"should": bounds.should, "fitness": bounds.fitness,
             "tie_break": bounds.tie_break}
    units = [1]
    for part in reversed(tiers[1:]):
        units.insert(0, units[0] * (below[part.name]() - part.floor))
    return _summed(model, tiers, tuple(units))


def alike(model: ModelBuilder, builds: Sequence[BuildTier], whole: Together) -> Together:
    """Return the same sum of another model, so that the values can be compared."""
    tiers = tuple(replace(build(model), floor=part.floor)
                  for build, part in zip(builds, whole.tiers, strict=True))
    return _summed(model, tiers, whole.units)


def _summed(model: ModelBuilder, tiers: tuple[Objective, ...],
            units: tuple[int, ...]) -> Together:
    weighed = list(zip(units, tiers, strict=True))
    expr = model.total((unit, tier.expr) for unit, tier in weighed)
    least = sum(unit * tier.floor for unit, tier in weighed)
    return Together(tiers[0].name, expr - least, 0, tiers, units)
