"""The next load of an exercise: from what was done last, or from an estimated maximum.

Double progression: the repetitions grow to the top of their range, then the load by the smallest
step, and the repetitions start again. What is returned can always be loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from planner.catalog import Catalog, Exercise
from planner.loads.done import SNAP_KG, Session, SetDone, percent, sessions_of
from planner.loads.help import next_help
from planner.loads.load import Load, in_grams, said
from planner.loads.loadable import Loadable
from planner.loads.prescription import Asked, Change, NextLoad
from planner.loads.rounding import Rounded, nearest
from planner.loads.steps import step_kg
from planner.workout.dose import half_up


def next_load(exercise: Exercise, asked: Asked, loads: Loadable, catalog: Catalog,
              sessions: Sequence[Sequence[SetDone]] = (), max_kg: float | None = None) -> NextLoad:
    """Return the next load of an exercise that takes one.

    Parameters
    ----------
    sessions
        The sets of the last sessions, the latest first.
    max_kg
        The estimated one-repetition maximum.
    """
    done = tuple(s for s in sessions_of(sessions) if s.kg is not None)
    if loads.how == "help":
        return next_help(exercise, asked, loads, catalog, done)
    case = _Case(exercise, asked, loads, catalog)
    found = _by_sets(case, done, max_kg) if done else _by_maximum(case, max_kg)
    if not asked.top_set or found.load is None:
        return found
    return replace(found, back_off=back_off(exercise, found.load, loads, catalog))


def back_off(exercise: Exercise, top: Load, loads: Loadable, catalog: Catalog) -> Load | None:
    """Return the load of the sets after a top set."""
    lighter = top.kg * (100 - catalog.top_set.lighter_percent) / 100
    return nearest(lighter, loads, step_kg(exercise, catalog)).load


def step_up(load_kg: float, loads: Loadable, step: float) -> Load | None:
    """Return the heavier load that is nearest to a step up, the lighter of two; None at the end."""
    now = in_grams(load_kg + SNAP_KG)
    aim = in_grams(load_kg + step)
    more = loads.up(now, strictly=True)
    if more is None or more.grams >= aim:
        return more
    below, above = loads.down(aim), loads.up(aim)
    assert below is not None, "there is one in between"
    return above if above and above.grams - aim < aim - below.grams else below


def same(load_kg: float, loads: Loadable, step: float) -> Rounded:
    """Return a load that was lifted as it can be loaded here."""
    near = loads.down(in_grams(load_kg + SNAP_KG))
    if near is not None and near.kg >= load_kg - SNAP_KG:
        return Rounded(near)
    return nearest(load_kg, loads, step)


@dataclass(frozen=True)
class _Case:
    """An exercise with what is asked of it and what it can be loaded with."""

    exercise: Exercise
    asked: Asked
    loads: Loadable
    catalog: Catalog

    @property
    def step(self) -> float:
        return step_kg(self.exercise, self.catalog)

    def said(self, kg: float, to: str = "0.01") -> str:
        """Return kilograms in the unit of what there is to load."""
        one = self.loads.up(Decimal(0))
        return said(in_grams(kg), "kg" if one is None else one.unit, to)

    def by_chart(self, maximum: float, change: Change, before: str = "") -> NextLoad:
        """Return the share of a maximum that is asked for."""
        asked = self.asked
        share = asked.percent or half_up(percent(asked.reps + asked.rir, self.catalog))
        found = nearest(maximum * share / 100, self.loads, self.step)
        return NextLoad(found.load, asked.reps, change, _sentence(
            f"{before}{asked.reps} reps{asked.reserve} are {share:g} % of a maximum of "
            f"{self.said(maximum, '0.1')}", found))


def _by_maximum(case: _Case, max_kg: float | None) -> NextLoad:
    if max_kg is not None:
        return case.by_chart(max_kg, "first")
    asked = case.asked
    return NextLoad(None, asked.reps, "unknown",
                    f"Nothing is known yet: find a load for {asked.reps} reps{asked.reserve}.")


def _by_sets(case: _Case, done: tuple[Session, ...], max_kg: float | None) -> NextLoad:
    asked, last = case.asked, done[0]
    other = _another_task(case, last, max_kg)
    if other is not None:
        return other
    if last.short(asked):
        return _missed(case, done)
    spent = last.spent(asked)
    if spent is not None:
        return _stay(case, last, max(asked.reps, min(asked.top, *last.reps)), "same",
                     f"The reserve was {spent:g} instead of {asked.rir:g}: stay until it is there.")
    if last.reached(asked):
        return _heavier(case, last)
    return _stay(case, last, min(asked.top, min(last.reps) + 1), "reps",
                 f"{asked.at_top} come first: add a rep.")


def _another_task(case: _Case, last: Session, max_kg: float | None) -> NextLoad | None:
    """Return the chart's load where the last sets were far from those asked for.

    Not on a belt: the chart counts the body too. And many repetitions where the next weight is a
    long way off are still the same task.
    """
    asked, could = case.asked, last.to_failure(case.asked.rir)
    far = case.catalog.loads.other_task_reps
    heavier = max(could) < asked.reps + asked.rir - far
    lighter = min(could) > asked.top + asked.rir + far
    if case.loads.how == "hung" or not (heavier or lighter):
        return None
    maximum = last.maximum_kg(asked.rir, case.catalog) if max_kg is None else max_kg
    found = case.by_chart(maximum, "other", f"Last time were {last.reps[0]} reps at "
                                            f"{case.said(last.kg or 0)}; ")
    up = step_up(last.kg or 0, case.loads, case.step)
    further = found.load is not None and up is not None and found.load.grams > up.grams
    return found if heavier or further else None


def _heavier(case: _Case, last: Session) -> NextLoad:
    """Return one step more, or more repetitions where that is too large or there is none."""
    asked, kg = case.asked, last.kg or 0.0
    more = step_up(kg, case.loads, case.step)
    if more is None:
        return _stay(case, last, min(last.reps) + 1, "reps",
                     f"{asked.at_top} are done, and there is nothing heavier here: add a rep.")
    beside_the_body = case.loads.how == "hung" or kg <= 0
    if not beside_the_body and more.kg - kg > kg * case.catalog.loads.big_step_percent / 100:
        needed = _reps_for(case, kg, more)
        if min(last.reps) < needed:
            return _stay(case, last, min(last.reps) + 1, "reps",
                         f"The next weight, {more}, is a large step: first {needed} "
                         f"reps{asked.reserve}.")
    return NextLoad(more, asked.reps, "up",
                    f"{asked.at_top} are done: a step up, and again from {asked.reps}.")


def _reps_for(case: _Case, kg: float, more: Load) -> int:
    """Return the repetitions that show that a heavier load will be lifted in the range."""
    asked, catalog = case.asked, case.catalog
    maximum = more.kg / percent(asked.reps + asked.rir, catalog)
    most = max(catalog.chart)
    enough = (reps for reps in range(asked.top, most)
              if kg / percent(reps + asked.rir, catalog) >= maximum)
    return next(enough, most)


def _missed(case: _Case, done: tuple[Session, ...]) -> NextLoad:
    """Return the same load after a first session below the range, a lighter one after more."""
    asked, last, rules = case.asked, done[0], case.catalog.loads
    kg, times = last.kg or 0.0, rules.missed_sessions
    row = done[:times]
    if len(row) < times or not all(
            s.short(asked) and abs((s.kg or 0) - kg) <= SNAP_KG for s in row):
        return _stay(case, last, asked.reps, "same",
                     f"A set was below {asked.reps} reps: the same load again.")
    lighter = case.loads.down(in_grams(kg * (1 - rules.lighter_percent[0] / 100)))
    if lighter is None or not lighter.grams:
        return _stay(case, last, asked.reps, "same", f"Below {asked.reps} reps again, and nothing "
                     "lighter is here: stay, or take an easier exercise.")
    share = 100 * (1 - lighter.kg / kg)
    return NextLoad(lighter, asked.reps, "down", f"Below {asked.reps} reps {times} times in a row: "
                    f"{share:.0f} % less, and up again from there.")


def _stay(case: _Case, last: Session, reps: int, change: Change, why: str) -> NextLoad:
    kg = last.kg or 0.0
    found = same(kg, case.loads, case.step)
    if found.load is None or abs(found.load.kg - kg) > SNAP_KG:
        near = f"; {found.load} is nearest" if found.load else ""
        return NextLoad(found.load, case.asked.reps, "other", _sentence(
            f"{case.said(kg)} cannot be loaded here{near}", found))
    return NextLoad(found.load, reps, change, why)


def _sentence(words: str, found: Rounded) -> str:
    return f"{words}; {found.says}." if found.says else f"{words}."
