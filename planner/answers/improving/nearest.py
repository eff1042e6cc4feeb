"""The workout nearest to one that somebody wrote: what stays keeps its dose and its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.answers.improving.arranging import around, kin, mended, nearest_order
from planner.answers.trial.circumstances import Situation, held_option, narrowed
from planner.answers.trial.opened_plan import Opened, replaced
from planner.answers.trial.placing import arranger_of
from planner.judge.audit import broken_musts, ledger, worth
from planner.problem.build import judge
from planner.problem.option import Option
from planner.problem.problem import Bars, Problem, SessionProblem
from planner.problem.warm_up import warm_up_for
from planner.request.errors import NoPlanInTime
from planner.workout.dose import percent_1rm
from planner.workout.rows import Row, hardest, joined
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, with_entries

DEAR, NEVER = 5, 100
"""How many times a change costs what it costs in a plan of our own: where it may pay, and where
only the must rules ask for it."""


def nearest(opened: Opened, started: float, seconds: float,
            better: bool = False) -> Workout | None:
    """Return the workout with the fewest changes that keeps every must rule, None without one.

    A warm-up and another order are tried first; where they do, nothing else changes. What stays
    keeps its sets, repetitions, loads and rests as they were written.

    Parameters
    ----------
    opened
        A workout in which an exercise stands once in a session (`once_each`), unless a warm-up and
        another order are all it needs.
    started, seconds
        `time.monotonic` when the question was asked, and how long the search may take from then.
    better
        Whether changes that no must rule asks for are made as well, where they pay.

    Raises
    ------
    NoPlanInTime
        The limit passed before any was found.
    """
    if not better:
        simple = _simple(opened)
        if simple is not None:
            return simple
    opened = once_each(opened)
    from planner.solve import Anchor, Control, NoSolution, offered_with, solve_near

    p = opened.problem
    control = Control(seconds, p.request.limits.workers, p.request.seed, started)
    now = Situation(p, dict(enumerate(opened.workout.sessions)), {i: i for i in opened.ids},
                    frozenset(), {}, ())
    anchor = Anchor(now.old, opened.worth.coverage, frozenset(p.request.likes), 
                    times=DEAR if better else NEVER, instead=True, kin=kin(p, opened))
    for offer in (offered_with(p, now.old), [[o.id for o in s.options] for s in p.sessions]):
        small = as_written(narrowed(now, offer, opened.rules), opened)
        found = solve_near(small, opened.rules, control, anchor)
        if not isinstance(found, NoSolution) or control.spent:
            break
    if isinstance(found, NoSolution):
        if found.reason == "limit":
            raise NoPlanInTime(f"no workout was found within {seconds:g} s; give more --seconds")
        return None
    return nearest_order(opened, found.workout)


def _simple(opened: Opened) -> Workout | None:
    """Return the workout with a warm-up, and with blocks moved, where that keeps the rules."""
    p, tried = opened.problem, opened.workout
    for session in p.sessions:
        done = tried.sessions[session.index]
        others = tuple(i for i in done.entries if not i.work)
        if session.warm_up and done.work and not any(
                i.phase in {part.phase for part in session.warm_up} for i in others):
            others = (*warm_up_for(p, session, done.work), *others)
        arranger = arranger_of(opened, session)
        work = done.work if not arranger.strict(done.work) else mended(done.work, arranger)
        tried = replaced(tried, session.index, around(done, others, _neighbours(work, p)))
    return None if broken_musts(ledger(tried, p, opened.rules)) else tried


def _neighbours(work: Sequence[WorkoutEntry], p: Problem) -> list[WorkoutEntry]:
    """Return work in which one exercise twice in a row is one entry."""
    found: list[WorkoutEntry] = []
    for entry in work:
        same = found and found[-1].exercise.id == entry.exercise.id and not entry.superset
        if same and found[-1].superset is None:
            found[-1] = _together(found[-1], entry, p)
        else:
            found.append(entry)
    return found


def once_each(opened: Opened) -> Opened:
    """Return a workout in which an exercise stands once in a session, with all its sets."""
    p = opened.problem
    sessions = tuple(_whole(done, p) for done in opened.workout.sessions)
    if all(a is b for a, b in zip(sessions, opened.workout.sessions, strict=True)):
        return opened
    workout = Workout(sessions)
    rows = ledger(workout, p, opened.rules)
    return replace(opened, workout=workout, rows=rows, worth=worth(workout, p, rows))


def _whole(done: WorkoutSession, p: Problem) -> WorkoutSession:
    ids = [i.exercise.id for i in done.work]
    if len(set(ids)) == len(ids):
        return done
    entries: list[WorkoutEntry] = []
    for entry in done.entries:
        at = next((k for k, i in enumerate(entries) if entry.work and i.work
                   and i.exercise.id == entry.exercise.id), None)
        if at is None:
            entries.append(entry)
        else:
            entries[at] = _together(entries[at], entry, p)
    return with_entries(done, tuple(entries))


def _together(first: WorkoutEntry, again: WorkoutEntry, p: Problem) -> WorkoutEntry:
    rows = joined([row for e in (first, again) for row in (e.rows or (Row(e.sets, e.dose),))])
    dose = hardest(rows).dose if rows else first.dose
    clock = p.timing.clock(first.exercise, dose, work=True, rows=rows)
    return replace(first, sets=first.sets + again.sets, dose=dose, clock=clock, rows=rows)


def as_written(small: Problem, opened: Opened) -> Problem:
    """Return a problem in which the written exercises are options with their written doses."""
    p = opened.problem
    judges = [r for r in opened.rules if isinstance(r, Bars) and p.setting(r.id).severity != "off"]
    sessions = []
    for session in small.sessions:
        old = opened.workout.sessions[session.index]
        options = {o.id: o for o in session.options}
        for entry in old.work:
            option = _written(p.sessions[session.index], entry, options.get(entry.exercise.id),
                              p, judges)
            if option is not None:
                options[option.id] = option
        warm = tuple(i for i in old.entries if not i.work)
        asked = {part.phase for part in session.warm_up}
        stays = any(not asked or i.phase in asked for i in warm) and not any(
            _bars(p, p.sessions[session.index], i, judges) for i in warm)
        sessions.append(replace(session, options=tuple(options[k] for k in sorted(options)),
                                kept_warm_up=warm if stays else None))
    return replace(small, sessions=tuple(sessions))


def _written(session: SessionProblem, entry: WorkoutEntry, known: Option | None, p: Problem,
             judges: Sequence[Bars]) -> Option | None:
    """Return a written entry as an option, None where a must rule bars its exercise.

    Sets that differ are a whole; others may be more or fewer. Where a complaint limits the dose
    further, it is the planner's own.
    """
    held = held_option(session, entry, p, judges)
    if known is None and (judge(p, session, entry.exercise, judges)[0]):
        return None
    if known is not None and not _allowed(entry, p):
        return known
    low, high = (entry.sets, entry.sets) if known is None or entry.rows else known.sets
    return replace(held, sets=(min(low, entry.sets), max(high, entry.sets)))


def _allowed(entry: WorkoutEntry, p: Problem) -> bool:
    """Whether an entry is within the limits of the complaints."""
    limits = p.limits
    for dose in [row.dose for row in entry.rows] or [entry.dose]:
        percent = percent_1rm(p.catalog, entry.exercise, dose)
        if ((limits.no_failure and dose.to_failure)
                or (dose.rir is not None and dose.rir < limits.rir_min)
                or (limits.hold_s_max is not None and (dose.hold_s or 0) > limits.hold_s_max)
                or (limits.percent_1rm_max is not None and percent is not None
                    and percent > limits.percent_1rm_max)):
            return False
    return True


def _bars(p: Problem, session: SessionProblem, entry: WorkoutEntry,
          judges: Sequence[Bars]) -> bool:
    """Whether a must rule bars an exercise from any phase."""
    return any("any" in r.phases and p.setting(r.id).severity == "must"
               and r.bars(p, session, entry.exercise) is not None for r in judges)
