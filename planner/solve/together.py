"""The last tiers as one objective: one search and one proof instead of three.

A weighted sum is minimal exactly where its tiers are, in their order, if one
point of a tier outweighs everything that the tiers below it can come to. What
these can come to is bounded by how many entries fit into a session.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner import fitness as fit
from planner.problem import Option, Problem, SessionProblem
from planner.rules.superset_pairs import stations
from planner.solve.least_time import Seconds, twice_least
from planner.solve.model import ModelBuilder
from planner.solve.tiers import BuildTier, Objective, fitness, should, tie_break
from planner.warm_up import held_s

LAST: tuple[BuildTier, ...] = (should, fitness, tie_break)
"""The tiers that are minimised together."""

MOST_TIE_SETS, MOST_TIE_SUPERSET, MOST_TIE = 60, 256, 4092
"""The largest weights of the tie-break: of a set, of a superset, of an entry."""


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
        """What one point of its first tier weighs."""
        return self.units[0]

    def split(self, value: int) -> tuple[int, ...]:
        """Return the tiers' values in a sum."""
        found = []
        for part, unit in zip(self.tiers, self.units, strict=True):
            points, value = divmod(value, unit)
            found.append(points + part.floor)
        return tuple(found)


def together(model: ModelBuilder, builds: Sequence[BuildTier] = LAST) -> Together:
    """Return the last three tiers as one."""
    tiers = tuple(build(model) for build in builds)
    of_fitness, of_tie_break = _most(model)
    units = ((of_fitness - tiers[1].floor) * of_tie_break, of_tie_break, 1)
    weighed = list(zip(units, tiers, strict=True))
    expr = model.total((unit, tier.expr) for unit, tier in weighed)
    least = sum(unit * tier.floor for unit, tier in weighed)
    return Together(tiers[0].name, expr - least, 0, tiers, units)


def _most(model: ModelBuilder) -> tuple[int, int]:
    """Return more than what fitness and the tie-break can come to."""
    p = model.problem
    fitness_most = tie_most = 1
    for session in p.sessions:
        least = twice_least(p, session, model.strict_pairs)
        warm = sum(len(part.holds) for part in session.warm_up)
        costs = [abs(fit.warm_up_cost(p, o.exercise)) for part in session.warm_up
                 for o in part.options]
        fitness_most += warm * max(costs, default=0) + _packed(
            p, session, least, ((o, _worth(p, session, o)) for o in session.options))
        tie_most += warm * MOST_TIE + _packed(
            p, session, least, ((o, MOST_TIE + o.sets[1] * MOST_TIE_SETS + MOST_TIE_SUPERSET)
                                for o in session.options))
    return fitness_most, tie_most


def _worth(p: Problem, session: SessionProblem, option: Option) -> int:
    """Return what one entry can change fitness by at most."""
    prices = ["same_pattern", "main_changes", "accessory_again", "pair", "unpaired"]
    return (abs(fit.entry_cost(p, session, option.exercise))
            + sum(abs(fit.price(p, name)) for name in prices)
            + len(stations(p, option.equipment)) * abs(fit.price(p, "station")))


def _packed(p: Problem, session: SessionProblem, least: Seconds,
            worths: Iterable[tuple[Option, int]]) -> int:
    """Return the most that entries can be worth in a session's time, in fractions of entries."""
    left = 2 * (session.budget_s - held_s(p, session))
    if p.setting("time_budget").severity != "must":
        return sum(worth for _, worth in worths)
    total = 0
    sized = ((max(1, least[o.id][0] + o.sets[0] * least[o.id][1]), worth) for o, worth in worths)
    for seconds, worth in sorted(sized, key=lambda each: each[1] / each[0], reverse=True):
        if left <= 0:
            break
        total += worth
        left -= seconds
    return total
