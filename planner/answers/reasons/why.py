"""Why a plan is what it is: an entry, a goal, a rule, or the whole.

Answers are computed. An entry is taken out, replaced by the best other exercise, and given other
sets. For a goal, every way to add a set is tried. A rule is switched off and the plan is improved
without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.answers.reasons.answer import (
    Answer,
    Reason,
    fit_words,
    gap,
    goals_in_words,
    points_in_words,
    sentence,
)
from planner.answers.reasons.why_goal import about_goal
from planner.answers.reasons.why_rule import about_rule
from planner.answers.trial.opened_plan import AnyPlan, Opened, open_plan, replaced
from planner.answers.trial.replacements import Place, Replacements
from planner.answers.trial.scoring import Scorer
from planner.catalog import Catalog
from planner.catalog.body import listed, so_many
from planner.judge.audit_rows import LedgerRow
from planner.plans.advice import why as gives_in_words
from planner.problem.problem import SessionProblem
from planner.problem.tally import tally
from planner.request.arguments import word as word_of
from planner.request.days import spoken_day
from planner.request.errors import InputError, nearest
from planner.rules import Rule
from planner.rules.protocol import Orders
from planner.workout.dose import QUARTERS
from planner.workout.workout import WorkoutEntry, WorkoutSession, with_entries

TIGHT_S = 60
"""A session with fewer seconds to spare is full."""


def why(plan: AnyPlan, what: str | None = None, catalog: Catalog | None = None,
        rules: Sequence[Rule] = ()) -> Answer:
    """Return why a plan is what it is.

    Parameters
    ----------
    what
        An entry (``deadlift``, or ``mon:deadlift`` for one session), a goal
        (``lats``) or a rule (``recovery``); None asks about the whole plan.

    Raises
    ------
    InputError
        There is nothing of that name. The message names the nearest.
    """
    opened = open_plan(plan, catalog, rules)
    if what is None:
        return _whole(opened)
    if what not in opened.catalog.exercise_by_id:  # an id stands before a name that people say
        if any(g.id == what for g in opened.problem.goals):
            return about_goal(opened, what)
        if any(r.id == what for r in opened.rules):
            return about_rule(opened, what)
    session, _, name = word_of(what, "what").rpartition(":")
    session, name = spoken_day(session), opened.catalog.names.find(name) or name
    places = [(s, v, i) for s, v
              in zip(opened.problem.sessions, opened.workout.sessions, strict=True)
              for i in v.entries if i.exercise.id == name and session in ("", s.id)]
    if places:
        reasons = tuple(r for place in places for r in _entry(opened, *place))
        where = listed([s.id for s, _, _ in places])
        return Answer(asked=what, kind="entry", reasons=reasons, notes=opened.notes,
                      says=f"{places[0][2].exercise.name}, on {where}.")
    if any(g.id == what for g in opened.problem.goals):
        return about_goal(opened, what)
    if any(r.id == what for r in opened.rules):
        return about_rule(opened, what)
    entries = [i.exercise.id for v in opened.workout.sessions for i in v.entries]
    known = [*entries, *(g.id for g in opened.problem.goals), *(r.id for r in opened.rules)]
    if what in opened.catalog.exercise_by_id:
        raise InputError(f"{what} is not in the plan; coach why-not asks why", "what")
    raise InputError(f"no entry, goal or rule {what!r} in this plan; {nearest(what, known)}",
                     "what")


# an entry


def _entry(opened: Opened, session: SessionProblem, done: WorkoutSession,
           entry: WorkoutEntry) -> Iterator[Reason]:
    """Yield what an entry gives, what is lost without it, and why it has its sets and place."""
    partner = next((i for i in done.entries if i is not entry and i.superset is not None
                    and i.superset == entry.superset), None)
    first = bool(done.work) and done.work[0] is entry
    yield Reason(about=session.id, says=gives_in_words(entry, opened.problem, session, first,
                                                       partner))
    if not entry.work:
        return
    judge = Scorer(opened)
    yield _without(opened, judge, session, done, entry)
    yield from _in_its_place(opened, judge, session, done, entry)
    yield from _sets(opened, judge, session, done, entry)
    yield from _order(opened, session, done, entry)


def _without(opened: Opened, judge: Scorer, session: SessionProblem, done: WorkoutSession,
             entry: WorkoutEntry) -> Reason:
    entries = tuple(replace(i, superset=None) if i.superset is not None
                    and i.superset == entry.superset else i for i in done.entries if i is not entry)
    workout = replaced(opened.workout, session.index, with_entries(done, entries))
    broken = judge.breaks(workout)
    given = opened.problem.given(entry.exercise)
    before, gone = judge.reach({}), judge.reach({k: -v * entry.sets for k, v in given.items()})
    loss, points = gone[0] - before[0], gone[1] - before[1]
    parts = []
    if broken:
        parts.append("without it " + listed(list(dict.fromkeys(
            f"{rule} is broken ({found.says})" for rule, found in broken))[:2]))
    if loss > 0:
        before_it, after_it = (tally(w, opened.problem) for w in (opened.workout, workout))
        missing = sum(max(0, g.min - after_it[g.id]) - max(0, g.min - before_it[g.id])
                      for g in opened.problem.goals) / QUARTERS
        parts.append(f"without it {so_many(missing, 'more set is', 'more sets are')} "
                     "missing to the mins")
    parts.append(f"its sets are worth {points_in_words(points)} to the goals "
                 f"({goals_in_words(opened, workout)})" if points > 0 else
                 f"no goal needs its sets ({goals_in_words(opened, workout)})")
    return Reason(about="without it", says=sentence(parts),
                  figures={"coverage": loss, "goals": points})


def _in_its_place(opened: Opened, judge: Scorer, session: SessionProblem, done: WorkoutSession,
                  entry: WorkoutEntry) -> Iterator[Reason]:
    index = next(k for k, i in enumerate(done.entries) if i is entry)
    search = Replacements(opened, Place(session, index, entry, None, frozenset()), judge)
    found = search.best(1)
    if not found:
        yield Reason(about="in its place",
                     says="Nothing else can stand there without breaking a must rule.")
        return
    workout = found[0]
    score = judge.score(workout)
    assert score is not None, "a replacement was judged before it was offered"
    names = {i.exercise.id for i in done.entries}
    new = next(i for i in workout.sessions[session.index].entries if i.exercise.id not in names)
    words, tier, more = gap(opened, workout, score)
    text = (f"The best in its place, {new.exercise.in_words} with "
            f"{so_many(new.sets, 'set')}, {words}.")
    fit = sentence(list(fit_words(opened.problem, session, entry.exercise, new.exercise)))
    if fit:
        text += f" {fit}"
    yield Reason(about="in its place", says=text, figures={tier: more})


def _sets(opened: Opened, judge: Scorer, session: SessionProblem, done: WorkoutSession,
          entry: WorkoutEntry) -> Iterator[Reason]:
    option = next((o for o in session.options if o.id == entry.exercise.id), None)
    low, high = option.sets if option is not None else (entry.sets, entry.sets)
    if low == high:
        yield Reason(about="its sets", says=f"{so_many(entry.sets, 'set is', 'sets are')} fixed.")
        return
    parts = []
    for sets, word in ((entry.sets + 1, "one more"), (entry.sets - 1, "one fewer")):
        if not low <= sets <= high:
            parts.append(f"{entry.sets} is the {'most' if sets > high else 'fewest'} that its "
                         "scheme has")
            continue
        entries = tuple(replace(i, sets=sets) if i is entry or (
            i.superset is not None and i.superset == entry.superset) else i for i in done.entries)
        workout = replaced(opened.workout, session.index, with_entries(done, entries))
        pair = " round" if entry.superset is not None else ""
        broken = judge.breaks(workout)
        if broken:
            rule, found = broken[0]
            parts.append(f"{word}{pair} would break {rule} ({found.says})")
            continue
        score = judge.score(workout)
        assert score is not None, "a workout that breaks nothing has a score"
        parts.append(f"{word}{pair} {gap(opened, workout, score)[0]}")
    yield Reason(about="its sets", says=sentence(parts))


def _order(opened: Opened, session: SessionProblem, done: WorkoutSession,
           entry: WorkoutEntry) -> Iterator[Reason]:
    """Name the order rules that an entry would break at another place."""
    p = opened.problem
    at = next(k for k, i in enumerate(done.work) if i is entry)
    parts: list[str] = []
    for rule in opened.rules:
        if p.setting(rule.id).severity == "off" or not isinstance(rule, Orders):
            continue
        after = [o for o in done.work[:at] if rule.clash(p, session, entry, o)]
        before = [o for o in done.work[at + 1:] if rule.clash(p, session, o, entry)]
        if after:
            parts.append(f"after {_names(after)} ({rule.id})")
        if before:
            parts.append(f"before {_names(before)} ({rule.id})")
        if at == 0 and len(done.work) > 1 and any(
                rule.first(p, session, o) for o in done.work[1:]):
            parts.append(f"first, where not everything may stand ({rule.id})")
    text = ", ".join(parts)
    yield Reason(about="its place", says=f"It stands {text}." if parts else
                 "No rule binds its place; it stands where a coach would write it.")


def _names(entries: Sequence[WorkoutEntry]) -> str:
    return listed([i.exercise.in_words for i in entries])


# the whole


def _whole(opened: Opened) -> Answer:
    """Say how good the plan is known to be, what it misses, and what holds it back."""
    p = opened.problem
    got = tally(opened.workout, p)
    reasons = []
    short = [g for g in p.goals if got[g.id] < g.target]
    if short:
        says = ", ".join(f"{g.id.replace('_', ' ')} {got[g.id] / QUARTERS:g} of "
                         f"{g.target / QUARTERS:g}" for g in short)
        reasons.append(Reason(about="below target", says=f"{says}.",
                              figures={g.id: (got[g.id] - g.target) / QUARTERS for g in short}))
    else:
        reasons.append(Reason(about="goals", says="Every target is reached."))
    full = [r for r in opened.rows if r.severity == "must" and r.status == "kept" and _full(r)]
    for rule in dict.fromkeys(r.rule for r in full):
        places = list(dict.fromkeys(r.where for r in full if r.rule == rule))
        reasons.append(Reason(about=rule, says=f"No room left: {listed(places)}."))
    reasons += [Reason(about=r.rule, says=f"Not kept on {r.where}: {r.says}.",
                       figures={"penalty": r.penalty})
                for r in opened.rows if r.status == "broken" and r.penalty]
    proved = [t.name.replace("_", " ") for t in opened.proofs if t.proved]
    says = ("Proved to be the best in every tier." if len(proved) == len(opened.proofs) else
            f"The best that was found; proved: {listed(proved) or 'nothing yet'}."
            if opened.as_made else
            "How good it is with this catalogue and these rules is not known.")
    return Answer(asked="", kind="plan", says=says, reasons=tuple(reasons), notes=opened.notes)


def _full(row: LedgerRow) -> bool:
    """Whether the limit of a row is used up; less than a minute to spare counts as nothing."""
    if row.slack is None or not row.asked:
        return False
    if row.rule == "time_budget":
        return 0 <= row.slack < TIGHT_S
    return row.slack == 0 and "at most" in row.says
