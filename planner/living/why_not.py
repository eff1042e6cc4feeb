"""Why an exercise is not in the plan: it is forced in, and what breaks or what it costs is said.

Every way is tried exactly: in each session where it is a candidate, beside the
others or in the place of one of them, with each number of sets. Where none of
them keeps the rules, whole sessions are planned anew around it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog import Catalog, Exercise
from planner.errors import InputError, nearest
from planner.living.opened import AnyPlan, Opened, open_plan
from planner.living.placing import added, barred
from planner.living.reasons import Answer, Reason, fit_words, gap, goals_in_words, sentence
from planner.living.search import Place, Search
from planner.living.trials import Judge, Score, given, ordered_names
from planner.problem import Option, SessionProblem
from planner.rules import Rule
from planner.workout import Item, Workout

MOST_TRIALS = 600
SOLVE_S = 0.3
"""Seconds for planning a session anew around the exercise, all sessions together."""

LEAST_S = 0.1
"""Seconds that are too few to begin with another session."""


@dataclass(frozen=True)
class Way:
    """One way to force an exercise in: where, how often, and in whose place."""

    session: SessionProblem
    option: Option
    sets: int
    instead: Item | None
    paired: bool = False


def why_not(plan: AnyPlan, exercise: str, catalog: Catalog | None = None,
            rules: Sequence[Rule] = ()) -> Answer:
    """Return why an exercise is not in a plan.

    Raises
    ------
    InputError
        There is no such exercise; names the nearest.
    """
    opened = open_plan(plan, catalog, rules)
    known = opened.catalog.exercise_by_id
    if exercise not in known:
        raise InputError(f"no exercise {exercise!r}; {nearest(exercise, known)}", "exercise")
    wanted = known[exercise]
    there = [(v.id, i) for v in opened.workout.visits for i in v.items if i.exercise is wanted]
    if there:
        places = [f"{i.sets} sets on {day}" if i.work else f"the warm-up of {day}"
                  for day, i in there]
        return Answer(asked=exercise, kind="exercise", notes=opened.notes,
                      says=f"{wanted.name} is in the plan: {ordered_names(places)}.")
    open_sessions = [s for s in opened.problem.sessions if s.id not in opened.problem.done]
    reasons = list(_barred(opened, wanted, open_sessions))
    sessions = [s for s in open_sessions if any(o.id == exercise and not o.barred
                                                for o in s.options)]
    if not sessions:
        return Answer(asked=exercise, kind="exercise", reasons=tuple(reasons), notes=opened.notes,
                      says=f"{wanted.name} cannot stand in any session of this plan.")
    return _forced(opened, wanted, sessions, reasons)


def _barred(opened: Opened, exercise: Exercise,
            sessions: Sequence[SessionProblem]) -> Iterator[Reason]:
    """Say in which sessions a rule keeps the exercise out from the start."""
    said: dict[str, list[str]] = {}
    for session in sessions:
        if not any(o.id == exercise.id and not o.barred for o in session.options):
            for clash in barred(opened, session, exercise):
                said.setdefault(f"{clash.says} [{clash.rule}]", []).append(session.id)
    for text, where in said.items():
        yield Reason(about="candidates", says=f"{', '.join(where)}: {text}.")


def _forced(opened: Opened, exercise: Exercise, sessions: Sequence[SessionProblem],
            reasons: list[Reason]) -> Answer:
    judge = Judge(opened)
    found, tried, broken = _best_way(opened, judge, sessions, exercise.id)
    if found is not None:
        way, workout, score = found
        words, tier, more = gap(opened, workout, score)
        reasons.append(Reason(about="cost", says=_cost(opened, way, words, tier, more),
                              figures={tier: more}))
        if tier == "fitness" and way.instead is not None:
            text = sentence(list(fit_words(opened.problem, way.session, way.instead.exercise,
                                           exercise)))
            if text:
                reasons.append(Reason(about="fitness", says=text))
        says = _verdict(exercise, tier, more)
    else:
        counts = ordered_names([f"{rule} ({n})" for rule, n in broken.most_common(3)])
        reasons.append(Reason(
            about="rules", figures={rule: n for rule, n in broken.items()},
            says=f"Each of {tried} ways to put it in breaks a must rule: {counts}."))
        says = f"{exercise.name} breaks a must rule wherever it is put in."
    if found is None or (tier == "coverage" and more > 0):
        says = _anew(opened, exercise, sessions, reasons, says)
    return Answer(asked=exercise.id, kind="exercise", says=says, reasons=tuple(reasons),
                  notes=opened.notes)


def _verdict(exercise: Exercise, tier: str, more: int) -> str:
    if more < 0 and tier != "tie_break":
        return (f"{exercise.name} could be in: the plan would even be better, "
                "for it was not proved to be the best.")
    word = {"coverage": "the goals would be missed by more",
            "use_of_time": "the time would be used less well",
            "should": "more wishes would be broken", "fitness": "another choice fits better",
            "tie_break": "it is no better, and a fixed tie-break chose"}.get(
                tier, "nothing speaks against it")
    return f"{exercise.name} could be in, but {word}."


def _cost(opened: Opened, way: Way, words: str, tier: str, more: int) -> str:
    sets = f"{way.sets} set{'' if way.sets == 1 else 's'}"
    place = "beside the others" if way.instead is None else (
        f"in the place of {way.instead.exercise.in_words}")
    return f"At best, {sets} on {way.session.id} {place}: that {words}."


def _best_way(opened: Opened, judge: Judge, sessions: Sequence[SessionProblem],
              exercise: str) -> tuple[tuple[Way, Workout, Score] | None, int, Counter[str]]:
    """Try the ways in the order of their first two tiers until one keeps the must rules."""
    ways = sorted(((judge.reach(_change(opened, w)), i, w)
                   for i, w in enumerate(_ways(opened, sessions, exercise))),
                  key=lambda r: r[:2])
    best: tuple[Way, Workout, Score] | None = None
    reached: tuple[int, int] | None = None
    broken: Counter[str] = Counter()
    searches: dict[tuple[int, int], Search] = {}
    for tried, (at, _, way) in enumerate(ways[:MOST_TRIALS], start=1):
        if reached is not None and at != reached:
            return best, tried, broken
        search = _search(opened, judge, way, searches)
        if way.instead is not None and judge.fails(
                search.unordered(way.option, way.sets, way.paired)):
            broken.update({judge.last_broken})
            continue
        workout = (added(opened, search.arranger, way.session, way.option, way.sets)
                   if way.instead is None else search.workout(way.option, way.sets, way.paired))
        score = judge.score(workout)
        if score is None:
            broken.update({judge.last_broken})
        elif best is None or score < best[2]:
            best, reached = (way, workout, score), at
    return best, min(len(ways), MOST_TRIALS), broken


def _ways(opened: Opened, sessions: Sequence[SessionProblem], exercise: str) -> Iterator[Way]:
    for session in sessions:
        option = next(o for o in session.options if o.id == exercise)
        visit = opened.workout.visits[session.index]
        for sets in range(max(1, option.sets[0]), option.sets[1] + 1):
            yield Way(session, option, sets, None)
            for item in visit.work:
                yield Way(session, option, sets, item)
                if item.superset is not None and any(
                        i.superset == item.superset and i is not item and i.sets == sets
                        for i in visit.work):
                    yield Way(session, option, sets, item, paired=True)


def _change(opened: Opened, way: Way) -> dict[str, int]:
    if way.instead is None:
        return given(way.option.gives, way.sets, {}, 0)
    gone = opened.problem.given(way.instead.exercise)
    return given(way.option.gives, way.sets, gone, way.instead.sets)


def _search(opened: Opened, judge: Judge, way: Way,
            searches: dict[tuple[int, int], Search]) -> Search:
    """Return what builds the workouts of an entry's place, made once each."""
    visit = opened.workout.visits[way.session.index]
    anchor = way.instead or visit.work[0]
    index = next(k for k, i in enumerate(visit.items) if i is anchor)
    key = (way.session.index, index)
    if key not in searches:
        searches[key] = Search(opened, Place(way.session, index, anchor, None, frozenset()), judge)
    return searches[key]


def _anew(opened: Opened, exercise: Exercise, sessions: Sequence[SessionProblem],
          reasons: list[Reason], says: str) -> str:
    """Plan each session anew around the exercise, the others as they are; say what that costs."""
    from planner.solve.partial import solve_around
    from planner.solve.search import Control

    p = opened.problem
    started = time.monotonic()
    best: tuple[int, str, Workout] | None = None
    for session in sessions:
        left = SOLVE_S - (time.monotonic() - started)
        if left <= LEAST_S:
            break
        control = Control(left, 1, p.request.seed, time.monotonic())
        found = solve_around(p, opened.rules, control, dict(enumerate(opened.workout.visits)),
                             session.index, exercise.id)
        if found is not None and (best is None or found[0] < best[0]):
            best = (found[0], session.id, found[1])
    if best is None:
        reasons.append(Reason(about="session", says="Planning a whole session anew around it "
                              "found no plan that keeps the must rules in the time given."))
        return says
    more = best[0] - opened.values["coverage"]
    goals = goals_in_words(opened, best[2])
    text = (f"With all of {best[1]} planned anew around it, coverage would be {abs(more)} quarter "
            f"sets {'worse' if more > 0 else 'better'} ({goals})." if more else
            f"With all of {best[1]} planned anew around it, coverage would be as good ({goals}).")
    reasons.append(Reason(about="session", says=text, figures={"coverage": more}))
    return says if "breaks" not in says else (
        f"{exercise.name} can only be in if all of {best[1]} is planned anew.")


