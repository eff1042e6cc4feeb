"""A text in set notation as a workout: by the request given, by its own, or by what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.catalog import Catalog
from planner.catalog.words import Goal, Level
from planner.plans.files import refuse_log
from planner.plans.no_news import unwritten, without_round_rests
from planner.problem.build import build_problem
from planner.problem.equipment import alternative
from planner.problem.goals import expand
from planner.problem.problem import Problem, SessionProblem
from planner.request.days import spread
from planner.request.errors import InputError
from planner.request.request import (
    DAYS,
    LONGEST_MIN,
    Request,
    as_request,
    normalise,
    session_ids,
)
from planner.rules import Rule
from planner.workout.notation.entry import ReadEntry
from planner.workout.notation.read import read
from planner.workout.notation.reading import Reading, ReadSession
from planner.workout.notation.weeks import told
from planner.workout.rows import hardest
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

Stated = Request | Mapping[str, Any] | None
"""A request, or some of its fields: what a text is to be judged by."""

UNSTATED = ("minutes", "equipment", "warm_up")
"""What a text without a request does not say."""


@dataclass(frozen=True)
class TextWorkout:
    """A text, how its lines were read, and the workout that they are.

    Attributes
    ----------
    stated
        Whether a whole request says what it is judged by; else it was inferred.
    """

    reading: Reading
    problem: Problem
    workout: Workout
    stated: bool
    notes: tuple[str, ...] = ()


def text_workout(text: str, stated: Stated, catalog: Catalog, rules: Sequence[Rule],
                 strict: bool = False, week: int | None = None) -> TextWorkout:
    """Read a text as a workout that rules can judge.

    Where no whole request asks for it, the craft of this planner is only advice (`should`).

    Parameters
    ----------
    stated
        A request; or some of its fields without ``sessions``, and what the text shows is the
        rest. None is the text's own request, if it has one.
    strict, week
        As `read` takes them.
    """
    def reading(goal: Goal = "hypertrophy", level: Level = "intermediate") -> Reading:
        return read(text, catalog, goal, level, strict=strict, week=week)

    refuse_log(text.encode(errors="replace"), "<text>")
    first = reading()
    weeks = (*_other_weeks(first), *first.notes)
    said = stated if isinstance(stated, Request) else {**(first.request or {}), **(stated or {})}
    if isinstance(said, dict) and "sessions" not in said:
        return _inferred(first, reading, said, catalog, rules, weeks)
    asked = normalise(as_request(said), catalog, (r.id for r in rules))
    found = _reread(first, reading, asked)
    if len(found.sessions) != len(asked.sessions):
        raise InputError(f"the text has {_count(found.sessions)}, the request "
                         f"{_count(asked.sessions)}", "sessions")
    return _judged(found, build_problem(asked, catalog, rules), True, weeks)


Rereading = Callable[[Goal, Level], Reading]
"""The text, read with the doses of a goal and a level."""


def _reread(first: Reading, reading: Rereading, asked: Request) -> Reading:
    """Return a text as it is read with the doses of a request."""
    if (asked.goal, asked.level) == ("hypertrophy", "intermediate"):
        return first
    return reading(asked.goal, asked.level)


def _other_weeks(reading: Reading) -> Iterator[str]:
    """Yield a sentence on the weeks of a text that are not judged."""
    if len(reading.weeks) > 1:
        others = [week for week in reading.weeks if week != reading.week]
        yield (f"Week {reading.week} is judged; the text also has {told(others)}, which "
               "--week picks.")


def _count(sessions: Sequence[object]) -> str:
    return f"{len(sessions)} session" + ("" if len(sessions) == 1 else "s")


def _inferred(first: Reading, again: Rereading, said: Mapping[str, Any], catalog: Catalog,
              rules: Sequence[Rule], notes: tuple[str, ...]) -> TextWorkout:
    """Judge a text by some fields of a request, and by its own muscles, kit, days and minutes."""
    days = _days(first.sessions)
    asked = as_request({**said, "sessions": [{"day": d, "minutes": LONGEST_MIN} for d in days]})
    reading = _reread(first, again, asked)
    shown = {"equipment": _kit(reading), "focus": _focus(reading, catalog)}
    update: dict[str, Any] = {k: v for k, v in shown.items() if k not in said}
    update["rules"] = {**_craft(catalog), **asked.rules}
    asked = normalise(asked.model_copy(update=update), catalog, (r.id for r in rules))
    found = _judged(reading, build_problem(asked, catalog, rules), False)
    timing = found.problem.timing
    takes = [-(-session_seconds(v.entries, timing) // 60) for v in found.workout.sessions]
    problem = replace(lasting(found, takes, rules).problem,
                      unknown=frozenset(n for n in UNSTATED if n not in said))
    return _judged(reading, problem, False, (_by(said, asked), *notes))


def lasting(found: TextWorkout, minutes: Sequence[int], rules: Sequence[Rule]) -> TextWorkout:
    """Return a text judged with other minutes, and with the warm-ups that are usual in them."""
    p = found.problem
    sessions = tuple(
        s.model_copy(update={"minutes": min(LONGEST_MIN, max(1, m)), "warm_up": None})
        for s, m in zip(p.request.sessions, minutes, strict=True))
    asked = normalise(p.request.model_copy(update={"sessions": sessions}), p.catalog,
                      (r.id for r in rules))
    return _judged(found.reading, build_problem(asked, p.catalog, rules), found.stated,
                   found.notes)


def _judged(reading: Reading, p: Problem, stated: bool,
            notes: tuple[str, ...] = ()) -> TextWorkout:
    return TextWorkout(reading, p, _workout(reading, p), stated, notes)


def _kit(reading: Reading) -> tuple[str, ...]:
    """Return the equipment that a text needs."""
    return tuple(sorted({q for s in reading.sessions for e in s.entries
                         for q in e.exercise.equipment[0]}))


def _focus(reading: Reading, catalog: Catalog) -> tuple[str, ...]:
    """Return the groups that a text trains directly."""
    direct = {m for s in reading.sessions for e in s.entries if e.phase == "work"
              for m, share in e.exercise.muscles.items() if share == 1.0}
    return tuple(expand(sorted({catalog.muscle_by_id[m].group for m in direct}), catalog))


def _craft(catalog: Catalog) -> dict[str, str]:
    """Return the rules that are advice to others, as a request has them."""
    return {r.id: "should" for r in catalog.rules if r.concern == "craft" and r.severity == "must"}


def _by(said: Mapping[str, Any], asked: Request) -> str:
    """Return in a sentence what a text is judged by."""
    focus = "" if "focus" in said else ", with the workout's own muscles as focus"
    return (f"Judged as {asked.goal}, {asked.level}{focus}; "
            "give --request to say what was meant.")


def _days(sessions: Sequence[ReadSession]) -> list[str]:
    """Name the days of a text: as written in the order of a week, or with a day between each."""
    written = [s.day for s in sessions]
    known = [str(d) for d in written if d in DAYS]
    if len(known) == len(written) and known == sorted(known, key=DAYS.index):
        return known
    return [DAYS[i] for i in spread(len(sessions))]


def _workout(reading: Reading, p: Problem) -> Workout:
    ids = session_ids(p.request.sessions)
    sessions = []
    for name, session, read_session in zip(ids, p.sessions, reading.sessions, strict=True):
        entries = tuple(_entry(e, session, p)
                        for e in without_round_rests(read_session.entries, p))
        sessions.append(WorkoutSession(name, session.day, entries))
    return Workout(tuple(sessions))


def _entry(entry: ReadEntry, session: SessionProblem, p: Problem) -> WorkoutEntry:
    """Return an entry with the equipment that the session has for it."""
    exercise, work = entry.exercise, entry.phase == "work"
    rows = unwritten(entry.rows, exercise, p)
    dose = hardest(rows).dose if rows else entry.dose
    times = p.timing.clock(exercise, dose, work, rows)
    return WorkoutEntry(exercise, entry.phase, entry.sets, dose, times, entry.superset,
                        alternative(exercise, session.equipment), rows)
