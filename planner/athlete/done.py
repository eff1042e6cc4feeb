"""A session that was done: the plan goes on, and makes up for what differed with least change."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.answers.difference import Difference, compared, made, side
from planner.answers.replan import replan, solved
from planner.answers.trial.circumstances import Changes, situation
from planner.answers.trial.opened_plan import open_plan, revised
from planner.catalog import Catalog
from planner.logs.log import LoggedEntry
from planner.plans.schema import Plan, PlanSession
from planner.request.errors import NoPlanInTime
from planner.workout.workout import WorkoutSession, with_entries

DEFAULT_SECONDS = 1.6


@dataclass(frozen=True)
class After:
    """A plan after one of its sessions.

    Attributes
    ----------
    difference
        What has changed in the sessions still to come, None where nothing has.
    again
        Whether it begins anew, since all its sessions are done.
    """

    plan: Plan
    difference: Difference | None = None
    again: bool = False


def after(plan: Plan, page: PlanSession, entries: Sequence[LoggedEntry], catalog: Catalog,
          base: Plan | None = None, seconds: float = DEFAULT_SECONDS) -> After:
    """Return a plan of which a session was done.

    Sets of its lifts that were left out, or done beside, count for the week: the sessions still to
    come are planned anew with as few changes as possible. Done as planned, nothing changes.

    Parameters
    ----------
    entries
        What was done.
    base
        The plan as it began, which begins again when all its sessions are done.
    """
    started = time.monotonic()
    if {*plan.done, page.id} >= {s.id for s in plan.sessions}:
        return After((base or plan).model_copy(update={"done": ()}), again=True)
    counts = _counts(entries)
    planned = Counter({e.exercise: e.sets for e in page.entries if e.phase == "work"})
    if all(counts.get(name, 0) == sets for name, sets in planned.items()):
        return After(replan(plan, done=[page.id], catalog=catalog).plan)
    opened = open_plan(plan, catalog)
    now = situation(opened, Changes(done=(page.id,)))
    at = opened.session(page.id).index
    now.old[at] = _as_done(now.old[at], counts)
    try:
        workout = solved(opened, now, Changes(done=(page.id,)), started, seconds)
    except NoPlanInTime:
        workout = None
    if workout is None:
        return After(replan(plan, done=[page.id], catalog=catalog).plan)
    kept = {s: opened.plan.session(s) for s in now.problem.done if s != page.id}
    found = revised(opened, workout, (f"What differed on {page.id} counts for the week.",), started,
                    now.problem, (), kept, time.monotonic() - started)
    difference = compared(side(opened), made(found))
    later = any(e.change != "same" for s in difference.sessions if s.id != page.id
                for e in s.entries)
    return After(found, difference if later else None)


def _counts(entries: Sequence[LoggedEntry]) -> Mapping[str, int]:
    """Return the sets of work by exercise."""
    found: Counter[str] = Counter()
    for entry in entries:
        if entry.exercise is not None:
            found[entry.exercise] += sum(s.kind != "warm_up" for s in entry.sets)
    return found


def _as_done(session: WorkoutSession, counts: Mapping[str, int]) -> WorkoutSession:
    """Return a session with the sets that were done; who is left alone is in no superset."""
    kept = [replace(i, sets=counts[i.exercise.id],
                    rows=i.rows if counts[i.exercise.id] == i.sets else ()) if i.work else i
            for i in session.entries if not i.work or counts.get(i.exercise.id)]
    letters = Counter(i.superset for i in kept if i.superset)
    return with_entries(session, tuple(
        replace(i, superset=None) if i.superset and letters[i.superset] == 1 else i for i in kept))
