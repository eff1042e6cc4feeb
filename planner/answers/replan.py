"""Planning the rest of a week anew with as few changes as possible."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from pydantic import Field

from planner.answers.difference import Difference, Side, compared, made, side
from planner.answers.trial.circumstances import (
    Changes,
    Situation,
    narrowed,
    situation,
    with_rows,
)
from planner.answers.trial.opened_plan import AnyPlan, Opened, open_plan, revised
from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.catalog.words import Versioned
from planner.judge.audit import broken_musts, ledger
from planner.plans.schema import Plan
from planner.problem.problem import Problem, SessionProblem
from planner.problem.tally import tally
from planner.request.arguments import minutes as minutes_of
from planner.request.arguments import seconds as seconds_of
from planner.request.arguments import words
from planner.request.conflict import Clash, Conflict, Repair
from planner.request.days import spoken_day
from planner.request.errors import Infeasible, NoPlanInTime
from planner.rules import Rule
from planner.workout.workout import Workout, WorkoutSession, with_entries

DEFAULT_SECONDS = 1.6


class Replan(Versioned):
    """A plan made from another one, and the difference between the two."""

    schema_: Literal["replan/1"] = Field(default="replan/1", alias="schema")
    says: str
    plan: Plan
    difference: Difference
    notes: tuple[str, ...] = ()


# One parameter for each thing that may have changed, as the table of questions has them.
def replan(plan: AnyPlan, done: Iterable[str] = (), locked: Iterable[str] = (),
           lost: Iterable[str] = (), minutes: Mapping[str, int] | None = None,
           complaints: Iterable[str] = (), without: Iterable[str] = (),
           likes: Iterable[str] = (), seconds: float = DEFAULT_SECONDS,
           catalog: Catalog | None = None, rules: Sequence[Rule] = ()) -> Replan:
    """Plan the sessions still to come anew, with as few changes as possible.

    The worth of the week is restored as far as it can be. Each changed entry has to bring back
    its price (``change`` in the table of prices), which is about a set of a large group. Sessions
    that were done stay as they were, to the byte, and no must rule judges them any more.

    Parameters
    ----------
    done, lost
        Ids of sessions that were done, or that fall away.
    locked
        Entries that stay as they are, such as ``wed:deadlift``; ``wed`` is the whole session.
    minutes
        New minutes by session.
    complaints, without, likes
        Complaints that came up, equipment that is gone, and exercises that cost double when they
        are taken out.
    seconds
        Seconds of search.

    Raises
    ------
    InputError
        A session, entry or id is not there.
    Infeasible
        No plan is possible under the changes. The conflict names those that clash, and repairs
        that were tried.
    NoPlanInTime
        The limit passed before any plan was found.
    """
    started = time.monotonic()
    changes = Changes(
        _days(done, "done"), words(locked, "locked"), _days(lost, "lost"),
        {spoken_day(k): v for k, v in minutes_of(minutes).items()},
        words(complaints, "complaints"), words(without, "without"), words(likes, "likes"))
    seconds = seconds_of(seconds)
    opened = open_plan(plan, catalog, rules)
    now = situation(opened, changes)
    if not changes.asked and not broken_musts(opened.rows):
        return _unchanged(opened, now)
    workout = solved(opened, now, changes, started, seconds)
    if workout is None:
        raise Infeasible(_conflict(opened, changes, seconds))
    says = tuple(_told(changes))
    kept = {s: opened.plan.session(now.before[s]) for s in now.problem.done}
    found = revised(opened, workout, says, started, now.problem, (), kept,
                    time.monotonic() - started)
    difference = compared(_renamed(side(opened), now), made(found))
    return Replan(says=" ".join(says), plan=found, difference=difference,
                  notes=(*opened.notes, *now.notes))


def _days(value: Iterable[str], where: str) -> tuple[str, ...]:
    return tuple(spoken_day(name) for name in words(value, where))


def _unchanged(opened: Opened, now: Situation) -> Replan:
    """Return the plan itself, in which at most the sessions that were done have changed."""
    done = tuple(s.id for s in opened.plan.sessions if s.id in now.problem.done)
    plan = opened.plan
    if done != plan.done:
        rows = ledger(opened.workout, now.problem, opened.rules)
        plan = plan.model_copy(update={"done": done, "ledger": rows})
    return Replan(says="Nothing has changed.", plan=plan, notes=opened.notes,
                  difference=compared(side(opened), made(plan)))


def _renamed(before: Side, now: Situation) -> Side:
    """Return the old plan with the present ids of its sessions; a lost session keeps its id."""
    names = {old: new for new, old in now.before.items()}
    pages = []
    for page in before.plan.sessions:
        name = names.get(page.id, page.id if page.id not in now.before else f"{page.id} (lost)")
        pages.append(page.model_copy(update={"id": name}))
    return replace(before, plan=before.plan.model_copy(update={"sessions": tuple(pages)}))


def solved(opened: Opened, now: Situation, changes: Changes, started: float,
            seconds: float) -> Workout | None:
    """Return the week planned anew, from the shortlist or else from all candidates."""
    from planner.solve import Anchor, Control, NoSolution, offered_with, solve_near

    p = now.problem
    request = p.request
    control = Control(seconds, request.limits.workers, request.seed, started)
    index = {s.id: s.index for s in p.sessions}
    anchor = Anchor(now.old, good_enough(opened, p), frozenset(request.likes),
                    frozenset(index[s] for s in now.held),
                    {index[s]: names for s, names in now.locks.items()})
    for offer in (offered_with(p, now.old), [[o.id for o in s.options] for s in p.sessions]):
        found = solve_near(narrowed(now, offer, opened.rules), opened.rules, control, anchor)
        if not isinstance(found, NoSolution) or control.spent:
            break
    if isinstance(found, NoSolution):
        if found.reason == "limit":
            raise NoPlanInTime(f"no plan was found within {seconds:g} s; give more --seconds")
        return None
    same_doses = not changes.complaints
    return Workout(tuple(_session(new, s, now, same_doses)
                         for new, s in zip(found.workout.sessions, p.sessions, strict=True)))


def good_enough(opened: Opened, now: Problem) -> int:
    """Return the coverage loss up to which no improvement is asked for.

    It is the loss of the old plan, lost sessions included. Where more minutes have raised the
    mins, it is at least what the old plan is short of the new mins.
    """
    got = tally(opened.workout, now)
    short = sum(g.loss(min(got[g.id], g.min)) for g in now.goals)
    return max(opened.worth.coverage, short)


def _session(new: WorkoutSession, session: SessionProblem, now: Situation,
             same_doses: bool) -> WorkoutSession:
    """Return the old work, with its order and pairs, where the exercises and sets are the same."""
    old = now.old[session.index]
    if session.id in now.held:
        return old
    warm = tuple(i for i in new.entries if not i.work)
    if _content(new) != _content(old):
        return with_entries(new, (*warm, *with_rows(old, new.work)))
    at_hand = all(session.equipment.issuperset(i.equipment or ()) for i in old.work)
    doses = {i.exercise.id: i.dose for i in new.work}
    if not at_hand or not (same_doses or all(i.dose == doses[i.exercise.id] for i in old.work)):
        return with_entries(new, (*warm, *with_rows(old, new.work)))
    return with_entries(old, (*warm, *old.work))


def _content(done: WorkoutSession) -> set[tuple[str, int, bool]]:
    return {(i.exercise.id, i.sets, i.superset is not None) for i in done.work}


def _told(changes: Changes) -> Iterator[str]:
    """Yield a sentence on the changes, for the plan's notes."""
    parts = [(f"{' and '.join(changes.done)} done", changes.done),
             (f"{' and '.join(changes.lost)} lost", changes.lost),
             (", ".join(f"{so_many(m, 'minute')} on {s}" for s, m in changes.minutes.items()),
              changes.minutes),
             (f"with {' and '.join(changes.complaints)}", changes.complaints),
             (f"without {' and '.join(changes.without)}", changes.without)]
    said = [text for text, asked in parts if asked]
    if said:
        yield f"Planned anew: {'; '.join(said)}."


def _conflict(opened: Opened, changes: Changes, seconds: float) -> Conflict:
    """Return the changes that clash: those without which a plan is found."""
    clashes, repairs = [], []
    for says, change, where, less in _taken_back(changes):
        now = situation(opened, less)
        try:
            helps = solved(opened, now, less, time.monotonic(), seconds) is not None
        except NoPlanInTime:
            helps = False
        if helps:
            clashes.append(Clash(rule="held" if "locked" in change else "replan", where=where,
                                 says=says))
            repairs.append(Repair(says=f"leave out: {says}", change=change))
    if not clashes:
        clashes = [Clash(rule="replan", where="week",
                         says="no single change that is taken back makes a plan possible")]
    return Conflict(rules=tuple(clashes), repairs=tuple(repairs))


def _taken_back(changes: Changes) -> Iterator[tuple[str, dict[str, object], str, Changes]]:
    """Yield each change in words, as fields and by its place, with the changes left without it."""
    for lock in changes.locked:
        fewer = _less(changes.locked, lock)
        yield (f"{lock} stays as it is", {"locked": list(fewer)}, lock.partition(":")[0],
               replace(changes, locked=fewer))
    for session in changes.lost:
        fewer = _less(changes.lost, session)
        yield f"{session} is lost", {"lost": list(fewer)}, session, replace(changes, lost=fewer)
    for session, minutes in changes.minutes.items():
        left = {k: v for k, v in changes.minutes.items() if k != session}
        yield (f"{session} has {so_many(minutes, 'minute')}", {"minutes": left}, session,
               replace(changes, minutes=left))
    for name in changes.complaints:
        fewer = _less(changes.complaints, name)
        yield (f"{name.replace('_', ' ')} came up", {"complaints": list(fewer)}, "week",
               replace(changes, complaints=fewer))
    for name in changes.without:
        fewer = _less(changes.without, name)
        yield (f"{name.replace('_', ' ')} is gone", {"without": list(fewer)}, "week",
               replace(changes, without=fewer))


def _less(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(v for v in values if v != value)
