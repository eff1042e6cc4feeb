"""The place of an exercise: the reasons that bar it from a session, and its cheapest place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.answers.trial.opened_plan import Opened, replaced
from planner.catalog import Exercise
from planner.judge.order import Arranger
from planner.judge.pairing import Matcher
from planner.problem.equipment import alternative
from planner.problem.mastery import easier
from planner.problem.option import Option
from planner.problem.problem import Bars, SessionProblem
from planner.problem.worthwhile import idle
from planner.request.conflict import Clash
from planner.rules.protocol import Orders, PairRule
from planner.workout.workout import Workout, WorkoutEntry, with_entries

MOST_NAMED = 2
"""The most easier exercises that are named."""


def arranger_of(opened: Opened, session: SessionProblem) -> Arranger:
    """Return the arranger of a session's work under the rules of a plan."""
    p = opened.problem
    order = tuple(r for r in opened.rules if isinstance(r, Orders))
    pairs = tuple(r for r in opened.rules if isinstance(r, PairRule))
    return Arranger(p, session, order, Matcher(p, session, pairs))


def added(opened: Opened, arranger: Arranger, session: SessionProblem, option: Option,
          sets: int) -> Workout:
    """Return the workout with one more entry in a session, at its cheapest place."""
    done = opened.workout.sessions[session.index]
    new = WorkoutEntry(option.exercise, "work", sets, option.dose, option.clock, None,
                       option.equipment)
    before = tuple(i for i in done.entries if not i.work and i.phase != "cool_down")
    after = tuple(i for i in done.entries if i.phase == "cool_down")
    work = arranger.inserted(done.work, (new,), len(done.work))
    return replaced(opened.workout, session.index, with_entries(done, (*before, *work, *after)))


def barred(opened: Opened, session: SessionProblem, exercise: Exercise,
           without: frozenset[str] = frozenset()) -> Iterator[Clash]:
    """Yield the reasons why an exercise is no candidate of a session."""
    p = opened.problem
    count = 0
    for rule in opened.rules:
        if isinstance(rule, Bars) and p.setting(rule.id).severity == "must":
            reason = rule.bars(p, session, exercise)
            if reason is not None and not (p.pinned(session, exercise.id)
                                           and rule.spares_included):
                count += 1
                yield Clash(rule=rule.id, where=session.id, says=f"{exercise.name} {reason}")
    if count:
        return
    if "work" not in exercise.phases or exercise.rest_class is None:
        yield Clash(rule="phases", where=session.id,
                    says=f"{exercise.name} is no work exercise")
    elif without and alternative(exercise, session.equipment - without) is None:
        yield Clash(rule="equipment", where=session.id,
                    says=f"{exercise.name} needs what is to be left out")
    else:
        hand = [opened.catalog.exercise_by_id[e] for e in sorted(session.at_hand)]
        yield _waits(opened, session, exercise, hand)


def _waits(opened: Opened, session: SessionProblem, exercise: Exercise,
           hand: Sequence[Exercise]) -> Clash:
    """Return why an exercise is left out although no rule bars it."""
    first = easier(exercise, hand, opened.problem)
    if not first and idle(exercise, hand, opened.problem):
        return Clash(rule="worth", where=session.id,
                     says=f"{exercise.name} counts for none of the goals; something like it does")
    names = " or ".join(e.in_words for e in first[:MOST_NAMED])
    return Clash(rule="skill", where=session.id,
                 says=f"{exercise.name} leaves {opened.problem.request.level} with too few "
                 f"repetitions; {names or 'an easier link'} comes first")
