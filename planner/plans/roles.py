"""What an exercise is there for in its session, as a coach would say it.

A sentence speaks of its own session and of the request only, so it stays true
whatever becomes of the other days.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.catalog.body import DIRECT, HELPS, group_words, groups, listed, move, together
from planner.problem.main_lift import asked_class
from planner.problem.problem import Problem, SessionProblem
from planner.workout.dose import credit
from planner.workout.workout import WorkoutEntry

MOST_GROUPS = 3
_COUNTED = ("second", "third", "fourth", "fifth")


def role(entry: WorkoutEntry, p: Problem, session: SessionProblem, first: bool,
         partner: WorkoutEntry | None,
         done: Sequence[WorkoutEntry]) -> str:
    """Return the sentence that says what an entry is for."""
    exercise = entry.exercise
    wanted = _wanted(entry, p)
    words = listed(together(wanted)) if wanted else ""
    if not p.given(exercise):
        worth = exercise.core or credit(p.catalog, exercise, p.request.goal, p.request.level)
        if not worth:
            return "practice: too light to count as training."
        return f"trains {words}, which no goal asks for." if words else "counts for no goal."
    work = [i for i in done if i.work]
    at = next((k for k, i in enumerate(work) if i is entry), None)
    before, after = (work[:at], work[at + 1:]) if at is not None else ([], [])
    name = move(exercise)
    if first and exercise.compound and asked_class(p, session) == exercise.rest_class:
        return f"your main {name or 'lift'} of the day, while you are fresh: {words}."
    if exercise.risk_lift and first:
        return f"first of all, before the back is tired: {words}."
    if p.catalog.pattern_by_id[exercise.pattern].explosive and all(_fast(i, p) for i in before):
        return f"fast, so it comes while you are fresh: {words}."
    if exercise.core:
        last = before and partner is None and all(i.exercise.core for i in after)
        return (f"core at the end, when it need not hold anything any more: {words}." if last
                else f"trunk work: {words}.")
    if name:
        return _lift(entry, name, words, before, after)
    return _accessory(entry, p, wanted, words, before, after)


def asides(entry: WorkoutEntry, p: Problem, session: SessionProblem,
           partner: WorkoutEntry | None) -> list[str]:
    """Return what else speaks for an entry, in whole sentences, what weighs most first."""
    name = entry.exercise.id
    said = []
    if p.pinned(session, name):
        said.append("you asked for it by name.")
    said += [f"a good choice with {c.name[:1].lower()}{c.name[1:]}."
             for c in map(p.catalog.complaint_by_id.__getitem__, p.request.complaints)
             if name in c.prefer]
    if name in p.request.likes:
        said.append("one that you like.")
    if partner is not None:
        said.append(f"in a superset with {partner.exercise.in_words}, which saves rest.")
    focus = session.focus if session.own_focus else p.request.focus
    trained = set(groups(entry.exercise, p.catalog))
    direct = {m for m, share in entry.exercise.muscles.items() if share >= DIRECT}
    hit = [f for f in focus if trained & set(_groups_of(f, p)) or f in direct]
    if hit:
        said.append(f"part of your focus on {listed([group_words(f) for f in hit])}.")
    return said


def _groups_of(focus: str, p: Problem) -> tuple[str, ...]:
    region = p.catalog.region_by_id.get(focus)
    return region.groups if region is not None and focus not in p.catalog.group_by_id else (focus,)


def _wanted(entry: WorkoutEntry, p: Problem) -> list[str]:
    """Return the groups to name: direct before helped, and those with a goal where there are."""
    found = groups(entry.exercise, p.catalog) or groups(entry.exercise, p.catalog, HELPS)
    goals = {p.catalog.muscle_by_id[g].group if g not in p.catalog.group_by_id
             and g in p.catalog.muscle_by_id else g for g in p.goal_ids}
    return list([g for g in found if g in goals] or found)[:MOST_GROUPS]


def _fast(entry: WorkoutEntry, p: Problem) -> bool:
    return entry.exercise.risk_lift or p.catalog.pattern_by_id[entry.exercise.pattern].explosive


def _lift(entry: WorkoutEntry, name: str, words: str, before: Sequence[WorkoutEntry],
          after: Sequence[WorkoutEntry]) -> str:
    pattern = entry.exercise.pattern
    same = [i for i in before if i.exercise.pattern == pattern]
    if same:
        return f"more {words} after the {same[0].exercise.in_words}."
    which = ("another" if any(move(i.exercise) == name for i in before) else
             "the first" if any(move(i.exercise) == name for i in after) else "the")
    return f"{which} {name} of the day: {words}."


def _accessory(entry: WorkoutEntry, p: Problem, wanted: Sequence[str], words: str,
               before: Sequence[WorkoutEntry], after: Sequence[WorkoutEntry]) -> str:
    main = wanted[0]
    direct = [i for i in before if main in groups(i.exercise, p.catalog)]
    if direct:
        place = _COUNTED[min(len(direct), len(_COUNTED)) - 1]
        begun = next((i for i in direct if i.exercise.compound), direct[0])
        lighter = "" if entry.exercise.compound or not begun.exercise.compound else ", lighter"
        return (f"{place} exercise for {group_words(main)}{lighter}: finishes what the "
                f"{begun.exercise.in_words} began.")
    helped = [i for i in before if main in groups(i.exercise, p.catalog, HELPS)]
    if helped:
        return f"{words} directly, which the {helped[0].exercise.in_words} only helped."
    if entry.exercise.compound or not (before or after) or any(
            main in groups(i.exercise, p.catalog, HELPS) for i in after):
        return f"for {words}."
    alone = [g for g in wanted if not any(
        g in groups(i.exercise, p.catalog, HELPS) for i in (*before, *after))]
    return f"the day's only work for {listed(together(alone))}."
