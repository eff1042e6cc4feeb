"""Changed circumstances of a plan, as a new request and the parts that have to stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.answers.trial.opened_plan import Opened
from planner.problem.build import build_problem, judge
from planner.problem.equipment import expand_equipment
from planner.problem.option import Option
from planner.problem.problem import Bars, Problem, SessionProblem
from planner.problem.warm_up import pinned_warm_ups
from planner.request.errors import InputError, nearest
from planner.request.request import Include, Request, Session, normalise, session_ids
from planner.rules import Rule
from planner.workout.workout import WorkoutEntry, WorkoutSession


@dataclass(frozen=True)
class Changes:
    """The changes that a person reports.

    Attributes
    ----------
    done
        Ids of sessions that were done as planned.
    locked
        Entries that stay as they are, such as ``wed:deadlift``; ``wed`` is the whole session.
    lost
        Ids of sessions that fall away.
    minutes
        New minutes by session.
    complaints
        Complaints that have come up.
    without
        Equipment that is gone from every session still to come.
    likes
        Liked exercises; taking one out costs double.
    """

    done: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether anything has changed beside the sessions that were done and the locks."""
        return bool(self.lost or self.minutes or self.complaints or self.without or self.likes)


@dataclass(frozen=True)
class Situation:
    """A plan under changed circumstances.

    Attributes
    ----------
    problem
        The problem of the new request.
    old
        The plan's sessions by their new session index, ids as they are now.
    before
        The former id of each session by its present one.
    held
        Present ids of sessions that stay whole: done or locked.
    locks
        Exercises that stay, by present session id.
    """

    problem: Problem
    old: dict[int, WorkoutSession]
    before: dict[str, str]
    held: frozenset[str]
    locks: dict[str, frozenset[str]]
    notes: tuple[str, ...]


def situation(opened: Opened, changes: Changes) -> Situation:
    """Return the new request as a problem, and the parts of the plan that have to stay.

    Raises
    ------
    InputError
        A session, entry or id is not there. The message names the nearest.
    """
    done = tuple(dict.fromkeys((*opened.plan.done, *changes.done)))
    _known(opened, changes, done)
    request, before, notes = _request(opened, changes, frozenset(done))
    names = {old: new for new, old in before.items()}
    problem = build_problem(request, opened.catalog, opened.rules)
    problem = replace(problem, done=frozenset(names[d] for d in done))
    by_id = {v.id: v for v in opened.workout.sessions}
    old = {s.index: replace(by_id[before[s.id]], id=s.id) for s in problem.sessions}
    locks: dict[str, frozenset[str]] = {}
    whole = set(problem.done)
    for lock in changes.locked:
        session, _, exercise = lock.partition(":")
        if not exercise:
            whole.add(names[session])
        else:
            locks[names[session]] = locks.get(names[session], frozenset()) | {exercise}
    return Situation(problem, old, before, frozenset(whole), locks, notes)


def _known(opened: Opened, changes: Changes, done: Sequence[str]) -> None:
    """Check every name, and that nothing is both done and changed."""
    for name in changes.done:
        opened.session(name, "done")
    for where, names in (("lost", changes.lost), ("minutes", tuple(changes.minutes))):
        for name in names:
            opened.session(name, where)
            if name in done:
                raise InputError(f"{name} is done already; nothing in it changes", where)
    if len(set(changes.lost)) == len(opened.problem.sessions):
        raise InputError("every session is lost; there is nothing to plan", "lost")
    for name, minutes in changes.minutes.items():
        if name in changes.lost:
            raise InputError(f"{name} is lost; it needs no minutes", "minutes")
        if not 1 <= minutes <= 600:
            raise InputError(f"expected 1 to 600 minutes for {name}, found {minutes}", "minutes")
    for lock in changes.locked:
        _lock(opened, lock, changes.lost)
    _ids_known(opened, changes)


def _ids_known(opened: Opened, changes: Changes) -> None:
    catalog = opened.catalog
    for where, names, known in (
            ("complaints", changes.complaints, {c.id for c in catalog.complaints}),
            ("without", changes.without, set(catalog.equipment_by_id)),
            ("likes", changes.likes, set(catalog.exercise_by_id))):
        for name in names:
            if name not in known:
                raise InputError(f"unknown {name!r}; {nearest(name, known)}", where)


def _lock(opened: Opened, lock: str, lost: Sequence[str]) -> None:
    """Check that a locked session or entry is there."""
    session, _, exercise = lock.partition(":")
    done = opened.workout.sessions[opened.session(session, "locked").index]
    if session in lost:
        raise InputError(f"{session} is lost; nothing in it can stay", "locked")
    ids = [i.exercise.id for i in done.work]
    if exercise and exercise not in ids:
        raise InputError(f"{session} has no {exercise!r}; {nearest(exercise, ids)}", "locked")


def _request(opened: Opened, changes: Changes,
             done: frozenset[str]) -> tuple[Request, dict[str, str], tuple[str, ...]]:
    """Return the new request, the former ids of its sessions, and notes on dropped wishes."""
    request = opened.problem.request
    kept = [s for s in request.sessions if s.id not in changes.lost]
    before = dict(zip(session_ids(kept), (str(s.id) for s in kept), strict=True))
    notes = [f"{old} is called {new} now." for new, old in before.items() if new != old]
    for new, old in before.items():
        if new != old and old in done:
            raise InputError(f"{old} is done and would be called {new} without the session before "
                             "it; mark that one as done as well, or leave it in", "lost")
    sessions = [_session(opened, s, new, changes, s.id in done)
                for new, s in zip(before, kept, strict=True)]
    include = []
    days = {*before, *(s.day for s in kept)}
    for pin in request.include:
        if pin.day is None or pin.day in days:
            include.append(pin)
        else:
            notes.append(f"{pin.exercise} was asked for on {pin.day}, which is lost; that wish is "
                         "dropped.")
    asked = request.model_copy(update={
        "sessions": tuple(sessions), "include": _renamed(include, before),
        "complaints": _with(request.complaints, changes.complaints),
        "likes": _with(request.likes, changes.likes)})
    own = [r.id for r in opened.rules if r.id not in opened.catalog.rule_by_id]
    return normalise(asked, opened.catalog, own), before, tuple(notes)


def _renamed(pins: Iterable[Include], before: Mapping[str, str]) -> tuple[Include, ...]:
    names = {old: new for new, old in before.items()}
    return tuple(p.model_copy(update={"day": names.get(p.day, p.day)}) if p.day else p
                 for p in pins)


def _with(known: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))


def _session(opened: Opened, session: Session, name: str, changes: Changes,
             done: bool) -> Session:
    """Return a session under the changes; one that was done stays as it was."""
    update: dict[str, object] = {"id": name}
    minutes = changes.minutes.get(str(session.id))
    if not done and minutes is not None:
        update["minutes"] = minutes
        shorter = session.model_copy(update={"warm_up": None, "id": None})
        usual = normalise(Request(sessions=(shorter,)), opened.catalog).sessions[0].warm_up
        if session.warm_up == usual:
            update["warm_up"] = None
    if not done and changes.without:
        equipment = expand_equipment(session.equipment or (), opened.catalog)
        if equipment.intersection(changes.without):
            update["equipment"] = tuple(sorted(equipment.difference(changes.without)))
    return session.model_copy(update=update)


def narrowed(now: Situation, offers: Sequence[Iterable[str]], rules: Sequence[Rule]) -> Problem:
    """Return the problem narrowed to the offers, with the held entries as fixed options.

    A held session has no other options. A held entry keeps its dose and sets, whatever today's
    scheme would be; so does one whose sets differ, where no complaint speaks of doses. A warm-up
    stays where its session is held, or where it could still be chosen and has what is included by
    name.
    """
    p = now.problem
    judges = [r for r in rules if isinstance(r, Bars) and p.setting(r.id).severity != "off"]
    ids = [_ids(now, s, offer) for s, offer in zip(p.sessions, offers, strict=True)]
    small = p.narrowed(ids)
    pinned = pinned_warm_ups(p)
    sessions = []
    for session, whole in zip(small.sessions, p.sessions, strict=True):
        done = now.old[session.index]
        names = {i.exercise.id for i in done.work} if session.id in now.held else (
            now.locks.get(session.id, frozenset()))
        names = names | _with_rows(done, session, p)
        kept = [held_option(whole, i, p, judges) for i in done.work if i.exercise.id in names]
        others = [o for o in session.options if o.id not in names]
        options = tuple(sorted([*kept, *others], key=lambda o: o.id))
        named = set(pinned.get(session.index, ())) <= {i.exercise.id for i in done.entries}
        stays = session.id in now.held or (named and _fits(whole, done))
        sessions.append(replace(session, options=options, kept_warm_up=tuple(
            i for i in done.entries if not i.work) if stays else None))
    return replace(small, sessions=tuple(sessions))


def _with_rows(done: WorkoutSession, session: SessionProblem, p: Problem) -> set[str]:
    """Return the entries whose sets differ, and that may stay as they are."""
    offered = {o.id for o in session.options}
    return set() if p.request.complaints else {
        i.exercise.id for i in done.work if i.rows and i.exercise.id in offered}


def with_rows(old: WorkoutSession, work: Iterable[WorkoutEntry]) -> tuple[WorkoutEntry, ...]:
    """Return work in which what stayed has the rows that it had."""
    was = {i.exercise.id: i for i in old.work if i.rows}
    return tuple(replace(i, rows=was[i.exercise.id].rows) if i.exercise.id in was
                 and (i.sets, i.dose) == (was[i.exercise.id].sets, was[i.exercise.id].dose)
                 else i for i in work)


def _fits(session: SessionProblem, done: WorkoutSession) -> bool:
    """Whether a session's warm-up is one that could be chosen today."""
    left = [i for i in done.entries if not i.work]
    for part in session.warm_up:
        here, left = left[:len(part.holds)], left[len(part.holds):]
        kit = {o.id: o.equipment for o in part.options}
        if [i.dose.hold_s for i in here] != list(part.holds) or any(
                i.phase != part.phase or kit.get(i.exercise.id) != (i.equipment or ())
                for i in here):
            return False
    return not left


def _ids(now: Situation, session: SessionProblem, offer: Iterable[str]) -> frozenset[str]:
    if session.id in now.held:
        return frozenset()
    return frozenset(offer) | {i.exercise.id for i in now.old[session.index].work}


def held_option(session: SessionProblem, entry: WorkoutEntry, p: Problem,
                judges: Sequence[Bars]) -> Option:
    """Return a held entry as an option with fixed sets and dose."""
    known = next((o for o in session.options if o.id == entry.exercise.id), None)
    if known is None:
        barred, frowned = judge(p, session, entry.exercise, judges)
        known = Option(session.index, entry.exercise, entry.equipment or (), entry.dose,
                       entry.clock, (entry.sets, entry.sets), p.given(entry.exercise),
                       barred=barred, frowned=frowned)
    return replace(known, dose=entry.dose, clock=entry.clock, sets=(entry.sets, entry.sets),
                   equipment=known.equipment if entry.equipment is None else entry.equipment)
