"""The next session of a plan that is followed: with loads, and what was done last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from pydantic import Field

from planner.catalog import Catalog
from planner.catalog.words import Id, Model, Versioned
from planner.loads.done import SetDone
from planner.logs.log import LoggedSession, LoggedSet
from planner.plans.loaded import LastSets, loaded, plan_loads
from planner.plans.schema import PlanSession
from planner.progress.exposures import exposures
from planner.progress.maxima import maxima
from planner.progress.stalls import Proposal, stalls
from planner.request.errors import InputError
from planner.request.place import Weights
from planner.store.values import KeptPlan, KeptSession

COUNTED = ("work", "failure")
"""Kinds of sets that say what somebody can lift."""


class LastTime(Model):
    """What was done of an exercise when it was done last."""

    on: date
    sets: tuple[LoggedSet, ...]


class NextEntry(Model):
    """What an exercise of the next session is loaded with, and why.

    Attributes
    ----------
    load
        As it is put together, with its unit; None where nothing is loaded or known.
    each_side
        The plates of one side of a bar, ``25 + 15``.
    reps
        To aim at; None of a hold.
    """

    exercise: Id
    load: str | None = None
    each_side: str | None = None
    reps: int | None = None
    why: str = ""
    last: LastTime | None = None


class NextSession(Versioned):
    """The next session of the plan that is followed.

    Attributes
    ----------
    plan
        Its number in the store.
    session
        With loads that can be loaded.
    proposals
        What the log says about its lifts: a proposal, never a change.
    """

    schema_: Literal["next/1"] = Field(default="next/1", alias="schema")
    plan: int
    session: PlanSession
    entries: tuple[NextEntry, ...]
    proposals: tuple[Proposal, ...] = ()


def coming(kept: KeptPlan, sessions: Sequence[KeptSession], catalog: Catalog,
           weights: Weights | Mapping[str, Weights | None] | None = None,
           body_kg: float | None = None, name: str | None = None) -> NextSession:
    """Return the next session of a plan.

    Parameters
    ----------
    sessions
        All that was logged, the first to the last.
    weights
        What the place has to load with, or by session.
    body_kg
        The body's mass, for lifts that move it too.
    name
        A session by its id; the first that was not done yet by default.
    """
    plan = kept.plan
    page = plan.session(name) if name is not None else first_open(kept, sessions)
    found = maxima(sessions, catalog, body_kg)
    last = last_sets(sessions, catalog)
    best = {one.exercise: one.value_kg for one in found}
    whole = loaded(plan, weights, best, last, catalog)
    days = exposures(sessions, catalog)
    entries = []
    for one in plan_loads(plan, weights, best, last, catalog):
        if one.session != page.id:
            continue
        load, seen = one.next.load, days.get(one.exercise)
        entries.append(NextEntry(
            exercise=one.exercise, load=None if load is None else str(load),
            each_side=None if load is None else load.plates_said or None,
            reps=one.next.reps or None, why=one.next.why,
            last=LastTime(on=seen[-1].on, sets=seen[-1].sets) if seen else None))
    here = {entry.exercise for entry in entries}
    proposals = tuple(p for p in stalls(sessions, catalog, found, plan.request.level)
                      if p.exercise in here)
    return NextSession(plan=kept.id, session=whole.session(page.id), entries=tuple(entries),
                       proposals=proposals)


def first_open(kept: KeptPlan, sessions: Sequence[KeptSession]) -> PlanSession:
    """Return the first session of a plan that was not done yet.

    Raises
    ------
    InputError
        All were done.
    """
    done = {*kept.plan.done, *(s.planned for s in sessions if s.plan == kept.id)}
    for page in kept.plan.sessions:
        if page.id not in done:
            return page
    raise InputError("every session of the plan is done; coach done begins it anew by itself, "
                     "coach athlete follow takes another")


def last_sets(sessions: Sequence[LoggedSession], catalog: Catalog) -> LastSets:
    """Return the sets of work by exercise and day, the latest day first."""
    found: dict[str, list[Sequence[SetDone]]] = {}
    for name, days in exposures(sessions, catalog).items():
        found[name] = [sets for day in reversed(days)
                       if (sets := tuple(s for s in day.sets if s.kind in COUNTED))]
    return found
