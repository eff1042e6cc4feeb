"""Why an exercise is not in the plan: what breaks, or what it costs, when it is forced in.

Single ways are scored exactly: each session where it is a candidate, beside the others or in the
place of one of them, with each number of sets; of more than `MOST_TRIALS` ways those that give most
to the goals. From the best way, whole sessions are planned anew around the exercise. After a search
that was cut short the answer is "at least one way costs".
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.answers.reasons.answer import Answer, Reason, fit_words, gap, points_in_words, sentence
from planner.answers.trial.opened_plan import AnyPlan, Opened, open_plan
from planner.answers.trial.placing import added, barred
from planner.answers.trial.replacements import Place, Replacements
from planner.answers.trial.scoring import Scorer, given
from planner.catalog import Catalog, Exercise
from planner.catalog.body import listed, so_many
from planner.judge.audit import ledger, worth
from planner.judge.tiers import TierName, Worth
from planner.problem.option import Option
from planner.problem.problem import SessionProblem
from planner.problem.shortlist import left_out
from planner.rules import Rule
from planner.workout.workout import Workout, WorkoutEntry

MOST_TRIALS = 300
SOLVE_S = 1.0
"""Seconds for planning sessions anew around the exercise, all sessions together."""

LEAST_S = 0.1
"""With at most so many seconds left for a session, it is not begun."""


@dataclass(frozen=True)
class Forcing:
    """One way to force an exercise in: session, sets, and the entry that it replaces, if any."""

    session: SessionProblem
    option: Option
    sets: int
    instead: WorkoutEntry | None
    paired: bool = False


class Best(NamedTuple):
    """The best way of those that were tried."""

    way: Forcing
    workout: Workout
    score: Worth


def why_not(plan: AnyPlan, exercise: str, catalog: Catalog | None = None,
            rules: Sequence[Rule] = ()) -> Answer:
    """Return why an exercise is not in a plan.

    Raises
    ------
    InputError
        There is no such exercise. The message names the nearest.
    """
    opened = open_plan(plan, catalog, rules)
    exercise = opened.exercise(exercise, "exercise")
    wanted = opened.catalog.exercise_by_id[exercise]
    there = [(v.id, i) for v in opened.workout.sessions for i in v.entries if i.exercise is wanted]
    if there:
        places = [f"{so_many(i.sets, 'set')} on {day}" if i.work else f"the warm-up of {day}"
                  for day, i in there]
        return Answer(asked=exercise, kind="exercise", notes=opened.notes,
                      says=f"{wanted.name} is in the plan: {listed(places)}.")
    open_sessions = [s for s in opened.problem.sessions if s.id not in opened.problem.done]
    reasons = list(_barred(opened, wanted, open_sessions))
    sessions = [s for s in open_sessions if any(o.id == exercise and not o.barred
                                                for o in s.options)]
    if not sessions:
        return Answer(asked=exercise, kind="exercise", reasons=tuple(reasons), notes=opened.notes,
                      says=f"{wanted.name} cannot stand in any session of this plan.")
    reasons += _left_out(opened, wanted, sessions)
    return _forced(opened, wanted, sessions, reasons)


def _barred(opened: Opened, exercise: Exercise,
            sessions: Sequence[SessionProblem]) -> Iterator[Reason]:
    """Yield the sessions in which a rule bars the exercise, with the reason."""
    said: dict[str, list[str]] = {}
    for session in sessions:
        if not any(o.id == exercise.id and not o.barred for o in session.options):
            for clash in barred(opened, session, exercise):
                said.setdefault(f"{clash.says} [{clash.rule}]", []).append(session.id)
    for text, where in said.items():
        yield Reason(about="candidates", says=f"{', '.join(where)}: {text}.")


def _left_out(opened: Opened, exercise: Exercise,
              sessions: Sequence[SessionProblem]) -> Iterator[Reason]:
    """Yield the sessions in which the exercise is a candidate but not on the shortlist."""
    said: dict[str, list[str]] = {}
    for session in sessions:
        why = left_out(opened.problem, session, exercise.id)
        if why is not None:
            said.setdefault(why, []).append(session.id)
    for why, where in said.items():
        yield Reason(about="not offered", says=f"{', '.join(where)}: {exercise.name} {why}.")


def _forced(opened: Opened, exercise: Exercise, sessions: Sequence[SessionProblem],
            reasons: list[Reason]) -> Answer:
    """Force an exercise in: by the best single change, then with a session planned around it."""
    judge = Scorer(opened)
    best, tried, broken = _best_way(opened, judge, sessions, exercise.id)
    offered = [s for s in sessions if left_out(opened.problem, s, exercise.id) is None]
    if best is not None:
        reasons.append(_cost(opened, best))
        says = _verdict(exercise, *gap(opened, best.workout, best.score)[1:], bool(offered))
    else:
        counts = listed([f"{rule} ({n})" for rule, n in broken.most_common(3)])
        reasons.append(Reason(
            about="rules", figures={rule: n for rule, n in broken.items()},
            says=f"{_each(tried)} to put it in breaks a must rule: {counts}."))
        where = "wherever it is put in" if tried < MOST_TRIALS else (
            f"in each of the {tried} ways that were tried")
        says = f"{exercise.name} breaks a must rule {where}."
    if best is None or best.score[:2] > opened.worth[:2]:
        says = _planned_anew(opened, exercise, sessions, best, reasons) or says
    return Answer(asked=exercise.id, kind="exercise", says=says, reasons=tuple(reasons),
                  notes=opened.notes)


def _each(ways: int) -> str:
    return f"Each of {ways} single ways" if ways > 1 else "The only single way"


def _verdict(exercise: Exercise, tier: str, more: int, offered: bool) -> str:
    if more < 0 and tier != TierName.TIE_BREAK:
        why = ("it was not proved to be the best" if offered else
               "the exercise is planned only when asked for by name")
        return f"{exercise.name} could be in: the plan would even be better, for {why}."
    words: dict[str, str] = {
        TierName.COVERAGE: "a min or a max would be missed by more",
        TierName.QUALITY: f"at least one way costs {points_in_words(more)}",
        TierName.TIE_BREAK: "it is no better, and a fixed tie-break chose"}
    return (f"{exercise.name} could be in, but "
            f"{words.get(tier, 'nothing speaks against it')}.")


def _cost(opened: Opened, best: Best) -> Reason:
    """Say what the best single way costs."""
    words, tier, more = gap(opened, best.workout, best.score)
    way = best.way
    sets = so_many(way.sets, "set")
    place = "beside the others" if way.instead is None else (
        f"in the place of {way.instead.exercise.in_words}")
    fit = "" if way.instead is None else sentence(list(fit_words(
        opened.problem, way.session, way.instead.exercise, best.way.option.exercise)))
    return Reason(about="cost", figures={tier: more},
                  says=f"The best of the single ways, {sets} on {way.session.id} {place}, {words}."
                  f"{' ' if fit else ''}{fit}")


def _best_way(opened: Opened, judge: Scorer, sessions: Sequence[SessionProblem],
              exercise: str) -> tuple[Best | None, int, Counter[str]]:
    """Score the ways, those with most for the goals first; return the best way.

    With it come the number of ways that were tried, and the must rules that broke.
    """
    ways = sorted(((judge.reach(_goal_change(opened, w)), i, w)
                   for i, w in enumerate(_ways(opened, sessions, exercise))),
                  key=lambda r: r[:2])[:MOST_TRIALS]
    best: Best | None = None
    broken: Counter[str] = Counter()
    searches: dict[tuple[int, int], Replacements] = {}
    for _, _, way in ways:
        search = _search(opened, judge, way, searches)
        workout = (added(opened, search.arranger, way.session, way.option, way.sets)
                   if way.instead is None else search.workout(way.option, way.sets, way.paired))
        score = judge.score(workout)
        if score is None:
            broken.update({judge.last_broken})
        elif best is None or score < best.score:
            best = Best(way, workout, score)
    return best, len(ways), broken


def _ways(opened: Opened, sessions: Sequence[SessionProblem], exercise: str) -> Iterator[Forcing]:
    for session in sessions:
        option = next(o for o in session.options if o.id == exercise)
        done = opened.workout.sessions[session.index]
        for sets in range(max(1, option.sets[0]), option.sets[1] + 1):
            yield Forcing(session, option, sets, None)
            for entry in done.work:
                yield Forcing(session, option, sets, entry)
                if entry.superset is not None and any(
                        i.superset == entry.superset and i is not entry and i.sets == sets
                        for i in done.work):
                    yield Forcing(session, option, sets, entry, paired=True)


def _goal_change(opened: Opened, way: Forcing) -> dict[str, int]:
    if way.instead is None:
        return given(way.option.gives, way.sets, {}, 0)
    gone = opened.problem.given(way.instead.exercise)
    return given(way.option.gives, way.sets, gone, way.instead.sets)


def _search(opened: Opened, judge: Scorer, way: Forcing,
            searches: dict[tuple[int, int], Replacements]) -> Replacements:
    """Return the builder of workouts for an entry's place, made once for each place."""
    done = opened.workout.sessions[way.session.index]
    anchor = way.instead or done.work[0]
    index = next(k for k, i in enumerate(done.entries) if i is anchor)
    key = (way.session.index, index)
    if key not in searches:
        searches[key] = Replacements(opened, Place(way.session, index, anchor, None, frozenset()),
                                     judge)
    return searches[key]


def _planned_anew(opened: Opened, exercise: Exercise, sessions: Sequence[SessionProblem],
          best: Best | None, reasons: list[Reason]) -> str | None:
    """Plan each session anew around the exercise with the others fixed, and add the reason.

    Returns the answer in a sentence, or None where no such plan beats every single way.
    """
    found, proved = _session_around(opened, exercise, sessions, best)
    if found is None:
        if best is None:
            reasons.append(Reason(about="session", says="Planning a whole session anew around it "
                                  "found no plan that keeps the must rules in the time given."))
        return None
    day, workout, score = found
    words, tier, more = gap(opened, workout, score)
    reasons.append(Reason(about="session", figures={tier: more},
                          says=f"With all of {day} planned anew around it, the plan {words}."))
    if best is None:
        return f"{exercise.name} can only be in if all of {day} is planned anew."
    offered = any(left_out(opened.problem, s, exercise.id) is None for s in sessions)
    if tier == TierName.QUALITY and more > 0 and proved:
        return f"{exercise.name} could be in, but that costs {points_in_words(more)}."
    return _verdict(exercise, tier, more, offered)


def _session_around(opened: Opened, exercise: Exercise, sessions: Sequence[SessionProblem],
            best: Best | None) -> tuple[tuple[str, Workout, Worth] | None, bool]:
    """Return the best plan with one session planned around the exercise, and whether it is proved.

    The plan is None where none beats the single ways. Each session has its share of the time and
    begins with the best single way into it. The proof speaks of the shortlist.
    """
    from planner.solve import Control, NoSolution, solve_around

    p = opened.problem
    ends = time.monotonic() + SOLVE_S
    found: tuple[str, Workout, Worth] | None = None
    proved = True
    for number, session in enumerate(sessions):
        left = (ends - time.monotonic()) / (len(sessions) - number)
        if left <= LEAST_S:
            return found, False
        begin = best.workout if best and best.way.session is session else opened.workout
        solved = solve_around(p, opened.rules, Control(left, 1, p.request.seed, time.monotonic()),
                              begin, session.index, exercise.id)
        if isinstance(solved, NoSolution):
            proved = proved and solved.reason == "infeasible"
            continue
        proved = proved and solved.tiers[1].proved
        workout = Workout(tuple(v if k == session.index else opened.workout.sessions[k]
                                for k, v in enumerate(solved.workout.sessions)))
        score = worth(workout, p, ledger(workout, p, opened.rules))
        limit = found[2] if found else best.score if best else None
        if limit is None or score < limit:
            found = session.id, workout, score
    return found, proved
