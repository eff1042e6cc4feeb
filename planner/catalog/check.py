"""Whether everything that is mentioned exists, and everything a planner needs is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from planner.catalog.errors import did_you_mean
from planner.catalog.estimates import SetKind
from planner.catalog.model import Catalog
from planner.catalog.read import item_key
from planner.catalog.words import GOALS, LEVELS, PACES, Loading, LoadKind, RestClass


@dataclass(frozen=True)
class Fault:
    """One wrong or missing mention.

    ``field`` and ``key`` name the item, ``loc`` the place inside it.
    """

    field: str
    key: str
    loc: tuple[str | int, ...]
    message: str

    def __str__(self) -> str:
        """Return the dotted path and the message."""
        inner = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in self.loc)
        item = f".{self.key}" if self.key else ""
        return f"{self.field}{item}{inner}: {self.message}"


Mention = tuple[str, str, tuple[str | int, ...], str, str]
"""Field, key, place in the item, the id that is mentioned, what it should be."""


def problems(catalog: Catalog) -> Iterator[Fault]:
    """Yield every unknown id, every gap in the tables and every loop, in that order."""
    yield from unknown(catalog)
    yield from gaps(catalog)
    yield from unread(catalog)
    yield from unpriced(catalog)
    yield from wrong_prices(catalog)
    yield from wrong_ranges(catalog)
    yield from loops(catalog)


def unknown(catalog: Catalog) -> Iterator[Fault]:
    """Yield the mentions of ids that do not exist, with the nearest known id."""
    known: dict[str, Iterable[str]] = {
        "muscle": catalog.muscle_by_id,
        "group": catalog.group_by_id,
        "pattern": catalog.pattern_by_id,
        "equipment": catalog.equipment_by_id,
        "equipment or preset": {**catalog.equipment_by_id, **catalog.preset_by_id},
        "exercise": catalog.exercise_by_id,
        "source": {**catalog.source_by_id, **{s.id: s for s in catalog.estimates.sources}},
        "MET code": catalog.met_by_id,
        "volume row": catalog.volume_by_id,
        "basic movement": sorted({p.basis for p in catalog.patterns if p.basis is not None}),
    }
    for field, key, loc, found, kind in _mentions(catalog):
        if found not in known[kind]:
            message = f"unknown {kind} '{found}'{did_you_mean(found, known[kind])}"
            yield Fault(field, key, loc, message)


def _mentions(catalog: Catalog) -> Iterator[Mention]:
    yield from _anatomy(catalog)
    yield from _standards(catalog)
    yield from _of_exercises(catalog)
    yield from _lists(catalog)
    yield from _sources(catalog)


def _each(
    field: str, key: str, loc: tuple[str | int, ...], ids: Iterable[str], kind: str
) -> Iterator[Mention]:
    for index, found in enumerate(ids):
        yield field, key, (*loc, index), found, kind


def _anatomy(catalog: Catalog) -> Iterator[Mention]:
    for muscle in catalog.muscles:
        yield "muscles", muscle.id, ("group",), muscle.group, "group"
    for group in catalog.groups:
        yield "groups", group.id, ("row",), group.row, "volume row"
    for region in catalog.regions:
        yield from _each("regions", region.id, ("groups",), region.groups, "group")
    for family in catalog.families:
        yield from _each("families", family.id, ("patterns",), family.patterns, "pattern")
    for preset in catalog.presets:
        yield from _each("presets", preset.id, ("equipment",), preset.equipment, "equipment")
    for split in catalog.splits:
        for i, day in enumerate(split.days):
            yield from _each("splits", split.id, ("days", i, "groups"), day.groups, "group")
    for balance in catalog.balances:
        kind = "pattern" if balance.counted == "patterns" else "group"
        yield from _each("balances", balance.id, ("left",), balance.left, kind)
        yield from _each("balances", balance.id, ("right",), balance.right, kind)


def _standards(catalog: Catalog) -> Iterator[Mention]:
    for kit in catalog.kits:
        yield from _each("kits", kit.id, ("equipment",), kit.equipment, "equipment or preset")
    for field in ("name_words", "place_words"):
        for word, things in getattr(catalog, field).items():
            yield from _each(field, word, (), things, "equipment")
    for field in ("aliases", "near_names"):
        for key, names in getattr(catalog, field).items():
            for name in names:
                yield field, f"{key}: {name}", (), key, "exercise"
    for key in catalog.in_turn:
        yield "in_turn", key, (), key, "exercise"
    for load, things in catalog.load_words.items():
        yield from _each("load_words", load, (), things, "equipment")
    for floor in catalog.strain_floors:
        key = f"{floor.pattern} {floor.load}"
        yield "strain_floors", key, ("pattern",), floor.pattern, "pattern"


def _of_exercises(catalog: Catalog) -> Iterator[Mention]:
    for exercise in catalog.exercises:
        key = exercise.id
        yield "exercises", key, ("pattern",), exercise.pattern, "pattern"
        for muscle in exercise.muscles:
            yield "exercises", key, ("muscles", muscle), muscle, "muscle"
        for index, needed in enumerate(exercise.equipment):
            yield from _each("exercises", key, ("equipment", index), needed, "equipment")
        yield "exercises", key, ("met",), exercise.met, "MET code"
        yield from _each("exercises", key, ("easier",), exercise.easier, "exercise")
        yield from _each("exercises", key, ("harder",), exercise.harder, "exercise")


def _lists(catalog: Catalog) -> Iterator[Mention]:
    for chain in catalog.chains:
        yield from _each("chains", chain.id, ("links",), chain.links, "exercise")
    for complaint in catalog.complaints:
        for name in ("exclude", "caution", "prefer"):
            ids: tuple[str, ...] = getattr(complaint, name)
            yield from _each("complaints", complaint.id, (name,), ids, "exercise")
    for failure in catalog.failure_doses:
        yield "failure_doses", failure.id, ("id",), failure.id, "exercise"
    for name in catalog.least_reps:
        yield "least_reps", name, (), name, "exercise"
    for name, better in catalog.stand_ins.items():
        yield from _each("stand_ins", name, (), (name, *better), "exercise")
    for first in catalog.firsts:
        yield "firsts", first.id, ("id",), first.id, "basic movement"
        yield from _each("firsts", first.id, ("exercises",), first.exercises, "exercise")
    for row in catalog.importance:
        yield "importance", row.id, ("id",), row.id, "group"
    for fixed in catalog.fixed_doses:
        yield "fixed_doses", fixed.id, ("id",), fixed.id, "exercise"
    for i, carrier in enumerate(catalog.loads.carriers):
        yield "loads", "", ("carriers", i, "id"), carrier.id, "equipment"


def _sources(catalog: Catalog) -> Iterator[Mention]:
    by_id = ("exercises", "complaints", "volume", "caps", "balances", "programs", "quality",
             "importance", "capacity", "rep_ranges")
    for field in by_id:
        for item in getattr(catalog, field):
            yield from _each(field, item.id, ("sources",), item.sources, "source")
    for field in ("schemes", "rests", "profiles"):
        for item in getattr(catalog, field):
            key = item_key(field, item.model_dump())
            yield from _each(field, key, ("sources",), item.sources, "source")
    yield from _each("timing", "", ("sources",), catalog.timing.sources, "source")
    yield from _each("top_set", "", ("sources",), catalog.top_set.sources, "source")
    yield from _each("loads", "", ("sources",), catalog.loads.sources, "source")
    blocks = catalog.blocks
    named = [*(w.sources for w in blocks.waves), *(r.sources for r in blocks.returns),
             blocks.deload.sources]
    for at, sources in enumerate(named):
        yield from _each("blocks", str(at), ("sources",), sources, "source")
    yield from _estimates(catalog)


def _estimates(catalog: Catalog) -> Iterator[Mention]:
    for name in ("maximum", "stall", "clock"):
        sources = getattr(catalog.estimates, name).sources
        yield from _each("estimates", "", (name, "sources"), sources, "source")
    maximum = catalog.estimates.maximum
    for index, formula in enumerate(maximum.formulas):
        loc = ("maximum", "formulas", index, "sources")
        yield from _each("estimates", "", loc, formula.sources, "source")
    for exercise in maximum.body_shares:
        yield "estimates", "", ("maximum", "body_shares", exercise), exercise, "exercise"


def gaps(catalog: Catalog) -> Iterator[Fault]:
    """Yield the rows that a table has to have and does not."""
    for goal in GOALS:
        for rest_class in get_args(RestClass):
            if (goal, rest_class) not in catalog.scheme_by_key:
                yield Fault("schemes", "", (), f"no scheme for {goal} and {rest_class}")
            if (goal, rest_class) not in catalog.rest_by_key:
                yield Fault("rests", "", (), f"no rest for {goal} and {rest_class}")
        for loading in get_args(Loading):
            if loading not in catalog.credits.get(goal, {}):
                yield Fault("credits", goal, (), f"no credit for {loading}")
    for pace in PACES:
        if pace not in catalog.pace_by_id:
            yield Fault("paces", "", (), f"no pace {pace}")
    for level in LEVELS:
        if level not in catalog.caps_by_id:
            yield Fault("caps", "", (), f"no caps for {level}")
    if set(catalog.chart) != set(range(1, len(catalog.chart) + 1)) or not catalog.chart:
        yield Fault("chart", "", (), "the repetitions have to run from 1 without a gap")


def unread(catalog: Catalog) -> Iterator[Fault]:
    """Yield what reading a log has to know and does not."""
    maximum = catalog.estimates.maximum
    if maximum.formula not in {one.id for one in maximum.formulas}:
        yield Fault("estimates", "", ("maximum", "formula"), f"no formula {maximum.formula}")
    for level in LEVELS:
        if level not in catalog.estimates.stall.exposures:
            yield Fault("estimates", "", ("stall", "exposures"), f"none for {level}")
    for kind in get_args(SetKind):
        if kind not in catalog.estimates.set_worth:
            yield Fault("estimates", "", ("set_worth",), f"none for {kind}")


def unpriced(catalog: Catalog) -> Iterator[Fault]:
    """Yield what the quality tier has to know and does not."""
    for goal in GOALS:
        if goal not in catalog.capacity_by_id:
            yield Fault("capacity", "", (), f"no capacity for {goal}")
    for group in catalog.groups:
        if group.id not in catalog.importance_by_id:
            yield Fault("importance", "", (), f"no importance of {group.id}")
    for rest_class in get_args(RestClass):
        if rest_class not in catalog.rep_range_by_id:
            yield Fault("rep_ranges", "", (), f"no range of repetitions for {rest_class}")
    ranks = catalog.kit_rank_by_key
    for load in get_args(LoadKind):
        for loading in () if (load, "any") in ranks else get_args(Loading):
            if (load, loading) not in ranks:
                yield Fault("kit_ranks", "", (), f"no rank of {load}, {loading}")


def wrong_prices(catalog: Catalog) -> Iterator[Fault]:
    """Yield the prices with which a sum would reward what it is there to keep small.

    What an entry costs by itself may be negative, such as one that is liked; counts may not be.
    """
    for price in catalog.quality:
        if price.points < 0 and price.unit != "an entry":
            yield Fault("quality", price.id, ("points",), f"{price.points} is below 0")
        if price.id == "near_percent" and price.points > 100:
            yield Fault("quality", price.id, ("points",), f"{price.points} is above 100 %")


def wrong_ranges(catalog: Catalog) -> Iterator[Fault]:
    """Yield the ranges that begin above their end."""
    for field in ("rep_ranges", "balances"):
        for item in getattr(catalog, field):
            if item.low > item.high:
                yield Fault(field, item.id, ("low",), f"{item.low:g} is above high, {item.high:g}")
    least, most = catalog.loads.lighter_percent
    if least > most:
        yield Fault("loads", "", ("lighter_percent",), f"{least:g} is above {most:g}")
    for row in catalog.volume:
        for level in LEVELS:
            least, target, most = getattr(row, level)
            if not least <= target <= most:
                yield Fault("volume", row.id, (level,), "min, target and max have to rise, found "
                            f"{least:g}, {target:g}, {most:g}")
    for scheme in catalog.schemes:
        for low, high, name in ((*scheme.sets, "sets"), (scheme.reps, scheme.reps_top, "reps"),
                                (scheme.hold_s, scheme.hold_top_s, "hold_s")):
            if low > high:
                key = item_key("schemes", scheme.model_dump())
                yield Fault("schemes", key, (name,), f"{low} is above its top, {high}")


def loops(catalog: Catalog) -> Iterator[Fault]:
    """Yield one problem for each loop of exercises that are each harder than the one before."""
    harder: dict[str, set[str]] = {exercise.id: set() for exercise in catalog.exercises}
    for exercise in catalog.exercises:
        harder[exercise.id].update(exercise.harder)
        for easier in exercise.easier:
            harder.setdefault(easier, set()).add(exercise.id)
    done: set[str] = set()
    for start in sorted(harder):
        path = _loop_from(start, harder, done)
        if path:
            yield Fault("exercises", path[0], ("harder",), f"a loop: {' < '.join(path)}")


def _loop_from(start: str, harder: dict[str, set[str]], done: set[str]) -> list[str]:
    """Walk up from ``start``; return the first loop, and leave in ``done`` what is clear of one."""
    path = [start]
    waiting = [sorted(harder.get(start, ()))]
    while path:
        if not waiting[-1]:
            waiting.pop()
            done.add(path.pop())
            continue
        following = waiting[-1].pop(0)
        if following in path:
            loop = [*path[path.index(following):], following]
            done.update(path)
            return loop
        if following not in done:
            path.append(following)
            waiting.append(sorted(harder.get(following, ())))
    return []
