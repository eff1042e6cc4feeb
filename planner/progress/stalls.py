"""Lifts that stand still and lifters who are not ready: proposals with reasons, never a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from planner.catalog import Catalog
from planner.catalog.words import Id, Level, Model
from planner.logs.log import LoggedSession, LoggedSet
from planner.progress.adherence import Asked, Planned, matched
from planner.progress.exposures import Exposure, day_of, exposures
from planner.progress.maxima import Maximum


class Proposal(Model):
    """Something to think about, and why.

    Attributes
    ----------
    sign
        ``no_gain``: the lift stands still. ``missed_reps`` and ``less_in_reserve``: the lifter
        got fewer repetitions, or had less left, than was asked for.
    action
        ``vary``: another range of repetitions, or a variant. ``lighter``: take load off.
    percent
        How much load, for ``lighter``.
    since, exposures
        From which day on, and how many days of the lift that are.
    reason
        In a sentence.
    """

    exercise: Id
    sign: Literal["no_gain", "missed_reps", "less_in_reserve"]
    action: Literal["vary", "lighter"]
    percent: int = 0
    since: date
    exposures: int
    reason: str


def stalls(sessions: Iterable[LoggedSession], catalog: Catalog, found: Sequence[Maximum],
           level: Level = "intermediate") -> tuple[Proposal, ...]:
    """Return the lifts that have not gained, sorted by exercise.

    A lift with a maximum stands still where its estimate has grown by less than the data asks for
    over its last sessions; the estimate is smoothed, so one bad day is no stall. A lift without one
    does where its best set has no more repetitions, or seconds, than the best before.

    Parameters
    ----------
    found
        The maxima, with their history.
    """
    known = {one.exercise: one for one in found}
    proposals = []
    for name, done in exposures(sessions, catalog).items():
        one = _still(known[name], catalog, level) if name in known else _no_better(
            name, done, catalog, level)
        if one is not None:
            proposals.append(one)
    return tuple(proposals)


def _still(maximum: Maximum, catalog: Catalog, level: Level) -> Proposal | None:
    figures = catalog.estimates.stall
    count, points = figures.exposures[level], maximum.history
    if len(points) <= count or (points[-1].on - points[-1 - count].on).days > figures.within_days:
        return None
    before, now = points[-1 - count], points[-1]
    gain = 100 * (now.value_kg / before.value_kg - 1) if before.value_kg > 0 else 100.0
    if gain >= figures.least_gain_percent:
        return None
    change = "unchanged" if abs(gain) < 0.1 else f"{gain:+.1f} %"
    return Proposal(exercise=maximum.exercise, sign="no_gain", action="vary", since=before.on,
                    exposures=count, reason=f"The estimated maximum is {change} over the last "
                                            f"{count} sessions of it.")


def _no_better(name: str, done: Sequence[Exposure], catalog: Catalog, level: Level
               ) -> Proposal | None:
    figures = catalog.estimates.stall
    count = figures.exposures[level]
    rows = [(e.on, best) for e in done if (best := _best(e.sets, held=False))]
    what = "repetitions"
    if not rows:
        rows = [(e.on, best) for e in done if (best := _best(e.sets, held=True))]
        what = "seconds"
    if len(rows) <= count or (rows[-1][0] - rows[-1 - count][0]).days > figures.within_days:
        return None
    before, now = max(best for _, best in rows[:-count]), max(best for _, best in rows[-count:])
    if now > before:
        return None
    return Proposal(exercise=name, sign="no_gain", action="vary", since=rows[-count][0],
                    exposures=count, reason=f"The last {count} sessions of it have not beaten "
                                            f"{before} {what}.")


def _best(sets: Sequence[LoggedSet], held: bool) -> int:
    """Return the most repetitions, or seconds, of a set without a load."""
    return max((one.hold_s if held else one.reps) or 0 for one in sets) if all(
        not one.load_kg and not one.distance_m for one in sets) else 0


def readiness(sessions: Iterable[LoggedSession], planned: Sequence[Planned], catalog: Catalog
              ) -> tuple[Proposal, ...]:
    """Return the lifts whose last sessions fell short of their plan, sorted by exercise.

    So many sessions running as the data says, either with repetitions missed in a set or with less
    in reserve than was asked for. Both count as signs; the later one names it.
    """
    signs: dict[str, list[tuple[date, str | None]]] = {}
    for one, session in matched(sessions, planned):
        if session is not None:
            for name, sign in _signs(session, one.asked, catalog):
                signs.setdefault(name, []).append((day_of(session) or one.on, sign))
    count = catalog.estimates.stall.tired_sessions
    found = []
    for name in sorted(signs):
        last = sorted(signs[name], key=lambda row: row[0])[-count:]
        if len(last) == count and all(sign for _, sign in last):
            found.append(_tired(name, last, catalog))
    return tuple(found)


def _signs(session: LoggedSession, asked: Mapping[str, Asked], catalog: Catalog
           ) -> Iterator[tuple[str, str | None]]:
    """Yield each exercise that was asked for, and how it fell short; None where it did not."""
    figures = catalog.estimates.stall
    for entry in session.entries:
        want = asked.get(entry.exercise or "")
        sets = [one for one in entry.sets if one.kind in ("work", "failure")]
        if want is None or not sets:
            continue
        missed = want.reps is not None and any(
            one.reps is not None and want.reps - one.reps >= figures.missed_reps for one in sets)
        left = [0.0 if one.kind == "failure" else one.rir for one in sets]
        less = want.rir is not None and any(
            rir is not None and want.rir - rir >= figures.less_rir for rir in left)
        yield entry.exercise or "", ("missed_reps" if missed else
                                     "less_in_reserve" if less else None)


def _tired(name: str, last: Sequence[tuple[date, str | None]], catalog: Catalog) -> Proposal:
    missed = last[-1][1] == "missed_reps"
    what = "fewer repetitions" if missed else "less in reserve"
    percent = catalog.estimates.stall.lighter_percent
    return Proposal(
        exercise=name, sign="missed_reps" if missed else "less_in_reserve", action="lighter",
        percent=percent, since=last[0][0], exposures=len(last),
        reason=f"{len(last)} sessions running fell short of the plan: the last one had {what}.")
