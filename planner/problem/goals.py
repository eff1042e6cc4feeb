"""Coverage goals: the fractional sets that a request wants over all sessions.

The default figures are those of the volume table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.catalog import Catalog
from planner.catalog.schema import Group
from planner.request.errors import InputError
from planner.request.request import Request, Wanted
from planner.workout.dose import QUARTERS

Figures = tuple[float, float, float]

ONE_DAY_FOCUS_TARGET = 8.0
ONE_DAY_FOCUS_MAX = 11.0
SHORT = 1.25
"""Time is short where the targets exceed what the minutes can hold by more than this factor."""


@dataclass(frozen=True)
class CoverageGoal:
    """Quarter sets wanted for a muscle, group, pattern or family.

    ``points`` is the price of each quarter set below the target.
    """

    id: str
    min: int
    target: int
    max: int
    weight: int = 1
    points: int = 0

    def loss(self, got: int) -> int:
        """Return the points of the first tier where a goal gets ``got`` quarter sets."""
        return self.weight * (4 * max(0, self.min - got) + 2 * max(0, got - self.max))


def expand(names: Iterable[str], catalog: Catalog) -> list[str]:
    """Turn muscles, groups and regions into goal ids, in order, once each.

    An id that a group shares with one of its muscles means the group. A muscle that is the only
    member of its group means the group as well.
    """
    ids: list[str] = []
    for name in names:
        if name in catalog.group_by_id:
            found: tuple[str, ...] = (name,)
        elif name in catalog.region_by_id:
            found = catalog.region_by_id[name].groups
        else:
            group = catalog.muscle_by_id[name].group
            found = (group,) if len(catalog.members(group)) == 1 else (name,)
        ids.extend(i for i in found if i not in ids)
    return ids


def goal_ids(request: Request, catalog: Catalog) -> list[str]:
    """Return the ids of all goals, sorted."""
    return sorted({*_focused(request, catalog), *_rest(request, catalog),
                   *(_canonical(i, catalog) for i in request.coverage)})


def goals(request: Request, catalog: Catalog, days: Mapping[str, int]) -> tuple[CoverageGoal, ...]:
    """Return the goals of a request, sorted by id.

    Parameters
    ----------
    days
        The number of days on which each id can be trained.
    """
    figures = _held(_defaults(request, catalog, days), request, catalog)
    weights = {}
    for name, wanted in request.coverage.items():
        key = _canonical(name, catalog)
        if key in weights:
            raise InputError(f"{key} is named twice", f"coverage.{name}")
        figures[key] = _override(key, figures.get(key), wanted)
        weights[key] = wanted.weight
    found = []
    for name in sorted(figures):
        low, target, high = (round(v * QUARTERS) for v in figures[name])
        found.append(CoverageGoal(name, low, target, high, weights.get(name, 1),
                                  points_of(name, request, catalog)))
    return tuple(found)


def _defaults(request: Request, catalog: Catalog, days: Mapping[str, int]) -> dict[str, Figures]:
    """Return the default figures before the minutes are looked at."""
    figures: dict[str, Figures] = {}
    whole_body = not request.focus
    for name in _focused(request, catalog):
        weekly = _weekly(name, request, catalog, named=bool(request.focus))
        if weekly is not None:
            once = _one_day(weekly, 1 / 2) if whole_body else _one_day(weekly, 2 / 3, cap=True)
            figures[name] = once if days[name] <= 1 else weekly
    for name in _rest(request, catalog):
        weekly = _row("maintenance", request, catalog)
        figures[name] = _one_day(weekly, 1 / 2) if days[name] <= 1 else weekly
    return figures


def points_of(name: str, request: Request, catalog: Catalog) -> int:
    """Return the points of a quarter set of a goal, before its weight."""
    group = catalog.muscle_by_id[name].group if name in catalog.muscle_by_id else name
    if group not in catalog.importance_by_id:
        return catalog.price_by_id["pattern_goal"].points
    points: int = catalog.importance_by_id[group].points
    wanted = [*request.focus, *(f for s in request.sessions for f in s.focus or ())]
    prices = catalog.price_by_id
    cared_for = [g for c in request.complaints for g in catalog.complaint_by_id[c].trains]
    wanted += cared_for
    if name in expand((f for f in wanted if f not in catalog.region_by_id
                       or f in catalog.group_by_id), catalog):
        points = max(points, prices["focus_least"].points)
    if name in expand(wanted, catalog):
        points = points * prices["focus_percent"].points // 100
    return points


def _held(figures: dict[str, Figures], request: Request, catalog: Catalog) -> dict[str, Figures]:
    """Cut default goals to what the minutes can hold, the less important groups first.

    Each keeps the share ``min(1, level x importance)``. The level is the highest at which the
    targets add up to no more than the capacity of the work minutes (`capacity`); bisection finds
    it. Maxes stay.
    """
    shares = {name: points_of(name, request, catalog) for name in figures}
    room = capacity(request, catalog)
    worth = [v for v in shares.values() if v > 0]
    if not worth or sum(target for _, target, _ in figures.values()) <= room:
        return figures
    low, high = 0.0, 1.0 / min(worth)
    for _ in range(40):
        level = (low + high) / 2
        held = sum(figures[n][1] * min(1.0, level * v) for n, v in shares.items())
        low, high = (level, high) if held <= room else (low, level)
    return {n: _cut(figures[n], min(1.0, low * v)) for n, v in shares.items()}


def capacity(request: Request, catalog: Catalog) -> float:
    """Return the fractional sets, over all groups, that the minutes of a request can hold."""
    minutes = sum(s.minutes - s.warm_up.raise_minutes - s.warm_up.mobilise_minutes
                  for s in request.sessions if s.warm_up is not None)
    row = catalog.capacity_by_id[request.goal]
    return max(0, minutes) / 60 * row.sets_an_hour * row.gives


def short_of_time(request: Request, catalog: Catalog, days: Mapping[str, int],
                  found: Iterable[CoverageGoal]) -> bool:
    """Whether the targets of a request are a quarter above what its minutes can hold.

    Parameters
    ----------
    days
        As in `goals`.
    found
        The goals of the request.
    """
    targets = {name: target for name, (_, target, _) in _defaults(request, catalog, days).items()}
    written = {_canonical(name, catalog) for name in request.coverage}
    targets |= {g.id: g.target / QUARTERS for g in found if g.id in written}
    return sum(targets.values()) > SHORT * capacity(request, catalog)


def _cut(figures: Figures, share: float) -> Figures:
    """Return figures with a share of the target (in half sets) and less of the min (in whole sets).

    The min keeps the square of the share, so in a short session hardly any goal is required. The
    max stays, for it does not depend on the minutes.
    """
    low, target, high = figures
    held = round(2 * share * target) / 2
    return float(min(math.floor(share * share * low), held)), held, high


def _canonical(name: str, catalog: Catalog) -> str:
    if name in catalog.muscle_by_id:
        return expand([name], catalog)[0]
    return name


def _whole_body(catalog: Catalog) -> list[str]:
    return [g.id for g in catalog.groups if g.whole_body]


def _focused(request: Request, catalog: Catalog) -> list[str]:
    if request.focus:
        return expand(request.focus, catalog)
    ids = _whole_body(catalog)
    if request.goal == "strength":
        ids = [i for i in ids if catalog.group_by_id[i].row != "small"]
    return ids


def _rest(request: Request, catalog: Catalog) -> list[str]:
    """Return the goals of the rest of the whole body, in a week with a focus."""
    if not request.focus or not request.week:
        return []
    focused = _focused(request, catalog)
    covered = {catalog.muscle_by_id[i].group for i in focused if i in catalog.muscle_by_id
               and i not in catalog.group_by_id}
    return [i for i in _whole_body(catalog) if i not in focused and i not in covered]


def _weekly(name: str, request: Request, catalog: Catalog, named: bool) -> Figures | None:
    muscle = catalog.muscle_by_id.get(name)
    group: Group = catalog.group_by_id[name] if name in catalog.group_by_id else (
        catalog.group_by_id[muscle.group])  # type: ignore[union-attr]
    if request.goal == "maintenance":
        row = "maintenance"
    elif group.row == "endurance":
        row = "endurance"
    elif request.goal in ("toning", "health"):
        row = "light"
    elif request.goal == "strength":
        row = "strength_lift" if group.row == "large" else "maintenance"
        if group.row == "small" and not named:
            return None
    else:
        row = group.row
    return _row(row, request, catalog)


def _row(name: str, request: Request, catalog: Catalog) -> Figures:
    figures: Figures = getattr(catalog.volume_by_id[name], request.level)
    return figures


def _one_day(weekly: Figures, share: float, cap: bool = False) -> Figures:
    low, target, high = (math.floor(v * share * 2 + 0.5 + 1e-9) / 2 for v in weekly)
    if cap:
        target, high = min(target, ONE_DAY_FOCUS_TARGET), min(high, ONE_DAY_FOCUS_MAX)
    return min(low, target), target, high


def _override(name: str, default: Figures | None, wanted: Wanted) -> Figures:
    """Put written figures over the defaults; the others give way so that min, target, max rise."""
    if default is None:
        known = [v for v in (wanted.min, wanted.target, wanted.max) if v is not None]
        if not known:
            raise InputError(f"{name} has no default goal; write at least a target",
                             f"coverage.{name}")
        target = wanted.target if wanted.target is not None else (
            wanted.min if wanted.min is not None else known[-1])
        return (wanted.min or 0.0, target, wanted.max if wanted.max is not None else target)
    low, target, high = default
    if wanted.target is not None:
        target = wanted.target
    if wanted.min is not None:
        low = wanted.min
    if wanted.max is not None:
        high = wanted.max
    if wanted.target is None:
        target = max(target, low) if wanted.min is not None else target
        target = min(target, high) if wanted.max is not None else target
    low = low if wanted.min is not None else min(low, target)
    high = high if wanted.max is not None else max(high, target)
    return low, target, high
