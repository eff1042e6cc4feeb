"""Why a goal gets its sets: the entries that serve it, and what one more set would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from planner.answers.reasons.answer import Answer, Reason, sentence
from planner.answers.trial.opened_plan import Opened, replaced
from planner.answers.trial.placing import added, arranger_of
from planner.answers.trial.scoring import Scorer
from planner.catalog.body import listed, so_many
from planner.problem.tally import tally
from planner.workout.dose import QUARTERS
from planner.workout.workout import Workout, with_entries


def about_goal(opened: Opened, name: str) -> Answer:
    """Return which entries serve a goal, and why it does not get more."""
    p = opened.problem
    goal = next(g for g in p.goals if g.id == name)
    got = tally(opened.workout, p)[name]
    figures = {"sets": got / QUARTERS, "min": goal.min / QUARTERS,
               "target": goal.target / QUARTERS, "max": goal.max / QUARTERS}
    givers = sorted(((-i.sets * p.given(i.exercise).get(name, 0), v.id, i) for v, i in
                     opened.workout.work()), key=lambda g: (g[0], g[1], g[2].exercise.id))
    shown = [f"{i.exercise.in_words} on {day} {-given / QUARTERS:g}"
             for given, day, i in givers if given]
    reasons = [Reason(about="given by", figures=figures,
                      says=sentence([", ".join(shown)]) if shown else "Nothing trains it.")]
    plain = name.replace("_", " ")
    if got >= goal.target:
        says = (f"{plain} gets {so_many(got / QUARTERS, 'set')}: its target of "
                f"{goal.target / QUARTERS:g} is reached.")
    else:
        says = (f"{plain} gets {got / QUARTERS:g} of the "
                f"{so_many(goal.target / QUARTERS, 'set')} aimed at.")
        reasons += _short(opened, name)
    if got > goal.max:
        reasons.append(Reason(about="above", says=f"That is above the max of "
                              f"{goal.max / QUARTERS:g}: other goals needed the same exercises."))
    return Answer(asked=name, kind="goal", says=says[:1].upper() + says[1:],
                  reasons=tuple(reasons), notes=opened.notes)


def _short(opened: Opened, name: str) -> Iterator[Reason]:
    """Try every way to give a goal one more set or entry, and count what breaks which rule."""
    judge = Scorer(opened)
    broken: Counter[str] = Counter()
    better, worse, count = 0, 0, 0
    for workout in _more(opened, name):
        count += 1
        score = judge.score(workout)
        if score is None:
            broken[judge.last_broken] += 1
        elif score[:2] < opened.worth[:2]:
            better += 1
        else:
            worse += 1
    if not count:
        most = any(name in o.gives and not o.barred for s in opened.problem.sessions
                   if s.id not in opened.problem.done for o in s.options)
        yield Reason(about="short", says="All that trains it has the most sets of its scheme."
                     if most else "No candidate of a session to come trains it with credit.")
        return
    rules = listed([f"{rule} ({n})" for rule, n in broken.most_common(4)])
    parts = [f"ways to add a set: {count} tried"]
    if broken:
        parts.append(f"{so_many(broken.total(), 'breaks', 'break')} a must rule: {rules}")
    if worse:
        parts.append(f"{worse} keep the rules and cost more than they bring" if worse > 1 else
                     "1 keeps the rules and costs more than it brings")
    if better:
        they = "it is" if better == 1 else "they are"
        parts.append(f"{better} would be better, for the plan is not proved to be "
                     f"the best, or {they} offered only when asked for by name")
    yield Reason(about="short", says=sentence(parts),
                 figures={"ways": count, "worse": worse, "better": better, **broken})


def _more(opened: Opened, name: str) -> Iterator[Workout]:
    for session, done in zip(opened.problem.sessions, opened.workout.sessions, strict=True):
        if session.id in opened.problem.done:
            continue
        there = {i.exercise.id: i for i in done.work}
        arranger = arranger_of(opened, session)
        for option in session.options:
            if name not in option.gives or option.barred:
                continue
            entry = there.get(option.id)
            if entry is None:
                yield added(opened, arranger, session, option, max(1, option.sets[0]))
            elif entry.sets < option.sets[1]:
                entries = tuple(replace(i, sets=i.sets + 1) if i is entry or (
                    i.superset is not None and i.superset == entry.superset) else i
                                for i in done.entries)
                yield replaced(opened.workout, session.index, with_entries(done, entries))
