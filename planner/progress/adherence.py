"""What was planned and what was done of it.

A planned session is done by the logged one that has most of its exercises: on its day, or else in
its week. Each logged session counts for one. Without an exercise in common it is not that session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.catalog.words import Id, Model
from planner.logs.log import LoggedSession
from planner.progress.exposures import day_of, in_order
from planner.progress.volume import monday_of


@dataclass(frozen=True)
class Asked:
    """What a plan asks of one set of an exercise: repetitions and what stays in reserve."""

    reps: int | None = None
    rir: float | None = None


@dataclass(frozen=True)
class Planned:
    """A planned session on its date.

    Attributes
    ----------
    sets
        Work sets by exercise.
    asked
        The least that was asked of a set, by exercise.
    """

    id: str
    on: date
    sets: dict[str, int]
    asked: dict[str, Asked] = field(default_factory=dict)


class Kept(Model):
    """A planned session and what became of it.

    Attributes
    ----------
    done_on
        The day it was done on; None where it was missed.
    sets_planned, sets_done
        Its work sets, and those of them that were done: never more than planned.
    """

    id: Id
    on: date
    done_on: date | None
    sets_planned: int
    sets_done: int


class Adherence(Model):
    """Planned sessions, done and missed, and the sets done of those planned."""

    sessions_planned: int
    sessions_done: int
    sets_planned: int
    sets_done: int
    extra_sessions: int
    sessions: tuple[Kept, ...]


def adherence(sessions: Iterable[LoggedSession], planned: Sequence[Planned]) -> Adherence:
    """Return what was done of what was planned.

    ``extra_sessions`` are those in the planned weeks that were not planned.
    """
    pairs = matched(sessions, planned)
    weeks = {monday_of(p.on) for p in planned}
    trained = [s for s in in_order(sessions) if monday_of(day_of(s) or date.min) in weeks]
    kept = tuple(_kept(p, done) for p, done in pairs)
    done = sum(k.done_on is not None for k in kept)
    return Adherence(
        sessions_planned=len(kept), sessions_done=done,
        sets_planned=sum(k.sets_planned for k in kept), sets_done=sum(k.sets_done for k in kept),
        extra_sessions=len(trained) - done, sessions=kept)


def matched(sessions: Iterable[LoggedSession], planned: Sequence[Planned]
            ) -> list[tuple[Planned, LoggedSession | None]]:
    """Return each planned session, in the order of dates, with the one that did it."""
    wanted = sorted(planned, key=lambda p: (p.on, p.id))
    free = list(in_order(sessions))
    found: dict[int, LoggedSession] = {}
    for same_day in (True, False):
        for at, one in enumerate(wanted):
            near = [s for s in free if at not in found and _near(s, one, same_day)]
            best = max(near, key=lambda s: _common(s, one), default=None)
            if best is not None and _common(best, one):
                found[at] = best
                free = [s for s in free if s is not best]
    return [(one, found.get(at)) for at, one in enumerate(wanted)]


def _near(session: LoggedSession, planned: Planned, same_day: bool) -> bool:
    day = day_of(session) or date.min
    return day == planned.on if same_day else monday_of(day) == monday_of(planned.on)


def _done(session: LoggedSession) -> Counter[str]:
    """Return the sets of a session by exercise; what warms up and what drops are none."""
    found: Counter[str] = Counter()
    for entry in session.entries:
        if entry.exercise is not None:
            found[entry.exercise] += sum(one.kind in ("work", "failure") for one in entry.sets)
    return found


def _common(session: LoggedSession, planned: Planned) -> int:
    done = _done(session)
    return sum(min(many, done[name]) for name, many in planned.sets.items())


def _kept(planned: Planned, done: LoggedSession | None) -> Kept:
    return Kept(id=planned.id, on=planned.on, done_on=None if done is None else day_of(done),
                sets_planned=sum(planned.sets.values()),
                sets_done=0 if done is None else _common(done, planned))
