"""Doses, times and names as a lifter says them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from planner.catalog import Catalog
from planner.catalog.body import group_words
from planner.judge.tiers import TierName

if TYPE_CHECKING:
    from planner.plans.schema import Entry, Plan, PlanSession, RampDose, RowDose

DAY_NAMES = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
             "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_STOPPED = {"proof": "", "deterministic": "by the limit", "wall": "by the time limit",
            "user": "by you"}
_LIFTERS = {"novice": "a novice", "intermediate": "an intermediate lifter",
            "advanced": "an advanced lifter"}
_PLACES = {"gym": "in a gym", "home": "at home", "minimal": "with dumbbells and a mat",
           "none": "without equipment"}
PROVED = "Proved: by its prices no plan of the exercises on offer is better."
MOST_THINGS = 5
"""Things that are named in the headline where no preset says where they are."""
MOST_FULL = 4
"""Groups that are named where they have all the sets that they should."""
FREE_S = 300
"""Seconds that may stay unused without a word."""


def clock(seconds: float) -> str:
    """Return minutes and seconds, ``85:21``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def minutes(seconds: float) -> str:
    """Return whole minutes, halves up."""
    return str(int(seconds / 60 + 0.5))


def figure(value: float) -> str:
    """Return a number without needless zeros."""
    return f"{round(value, 2):g}"


def plain(name: str) -> str:
    """Return an id in words."""
    return name.replace("_", " ")


def phase_title(phase: str) -> str:
    """Return a phase as it heads a column: ``Work``, ``Cool-down``."""
    return phase.replace("_", "-").capitalize()


def exercise_name(name: str, catalog: Catalog) -> str:
    """Return the name of an exercise, its id in words where the catalogue lacks it."""
    known = catalog.exercise_by_id.get(name)
    return known.name if known else plain(name).capitalize()


def session_names(sessions: Sequence[PlanSession]) -> dict[str, str]:
    """Return ``Monday`` or ``Monday, second session`` by the id of each session."""
    seen: Counter[str] = Counter()
    names = {}
    for session in sessions:
        seen[session.day] += 1
        names[session.id] = _session_name(session.day, seen[session.day])
    return names


def _session_name(day: str, number: int) -> str:
    which = f", {_ORDINALS[number - 1]} session" if 1 < number <= len(_ORDINALS) else (
        f", session {number}" if number > 1 else "")
    return DAY_NAMES.get(day, plain(day).capitalize()) + which


def hold(seconds: int) -> str:
    """Return ``40 s``, or ``2:00`` from a hundred seconds on."""
    return f"{seconds} s" if seconds < 100 else clock(seconds)


def once(entry: Entry | RowDose) -> str:
    """Return one set: ``8``, ``8-12``, ``40 s`` or ``7+7+7``."""
    if entry.hold_s is not None:
        return hold(entry.hold_s)
    if entry.reps is None:
        return "?"
    if isinstance(entry.reps, int):
        return str(entry.reps)
    if isinstance(entry.reps, tuple):
        return f"{entry.reps[0]}-{entry.reps[1]}"
    return "+".join(str(part) for part in entry.reps.parts)


def dose(entry: Entry, catalog: Catalog) -> str:
    """Return ``4 x 8``, ``3 x 40 s`` or ``3 x 7+7+7``, a side where it is one-sided."""
    known = catalog.exercise_by_id.get(entry.exercise)
    side = " a side" if known and known.unilateral else ""
    return f"{' + '.join(f'{sets} x {one}' for sets, one in _unlike(entry))}{side}"


def _unlike(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield the sets that differ in what is done: so many, and one of them, ``5+`` to failure."""
    if not entry.rows:
        yield entry.sets, once(entry)
        return
    differ = len({row.to_failure for row in entry.rows}) > 1
    said = [(row.sets, once(row) + ("+" if row.to_failure and differ else ""))
            for row in entry.rows]
    for one, run in groupby(said, key=itemgetter(1)):
        yield sum(sets for sets, _ in run), one


def effort(entry: Entry) -> str:
    """Return the reserve, ``to failure``, or nothing for a hold."""
    if entry.to_failure:
        return "to failure"
    return "" if entry.rir is None else f"RIR {entry.rir:g}"


def load(entry: Entry) -> str:
    """Return kilograms where a maximum is known, else the share of it."""
    if entry.rows and all(row.load_kg is not None for row in entry.rows):
        return f"{_listed(row.load_kg for row in entry.rows)} kg"
    if entry.load_kg is not None:
        return f"{entry.load_kg:g} kg"
    if entry.rows and all(row.percent_1rm is not None for row in entry.rows):
        return f"{_listed(row.percent_1rm for row in entry.rows)} %"
    return "" if entry.percent_1rm is None else f"{entry.percent_1rm} %"


def _listed(figures: Iterable[float | None]) -> str:
    """Return figures row by row, one where all are the same."""
    shown = [f"{figure or 0:g}" for figure in figures]
    return "/".join(shown if len(set(shown)) > 1 else shown[:1])


def ramp(sets: Iterable[RampDose]) -> str:
    """Return ``ramp: 5 at 50 %, 3 at 85 %``, with kilograms where they are known."""
    shown = [f"{s.reps} at {s.percent} %" if s.load_kg is None else f"{s.reps} at {s.load_kg:g} kg"
             for s in sets]
    return f"ramp: {', '.join(shown)}" if shown else ""


def headline(plan: Plan) -> str:
    """Return who a plan is for and what it asks of a week.

    ``Hypertrophy for an intermediate lifter, 4 days in a gym, 239 of 240 minutes,
    focus back``.
    """
    request, sessions = plan.request, plan.sessions
    days = {s.day for s in sessions}
    count = ("one session" if len(sessions) == 1 else f"{len(days)} days"
             if len(days) == len(sessions) else f"{len(sessions)} sessions")
    where = place([s.equipment or () for s in request.sessions])
    parts = [f"{request.goal.capitalize()} for {_LIFTERS[request.level]}",
             f"{count} {where}".rstrip(), _minutes(plan)]
    if request.focus:
        parts.append(f"focus {_and([plain(f) for f in request.focus])}")
    return ", ".join(parts)


def _minutes(plan: Plan) -> str:
    used = minutes(sum(getattr(s.seconds, plan.request.pace) for s in plan.sessions))
    given = [s.budget_s for s in plan.sessions]
    if not given or None in given:
        return f"{used} minutes"
    return f"{used} of {minutes(sum(s or 0 for s in given))} minutes"


def rest_behind(entry: Entry, entries: Sequence[Entry]) -> int:
    """Return the seconds of rest behind a set; those of a superset stand on its last entry."""
    if entry.superset is None:
        return entry.rest_s
    members = [e for e in entries if e.superset == entry.superset]
    return max(e.rest_s for e in members) if entry is members[-1] else 0


def place(kits: Iterable[Iterable[str]]) -> str:
    """Return where it is done, or with what: ``in a gym and at home``, ``with a mat``."""
    found = list(dict.fromkeys(tuple(kit) for kit in kits))
    said = [_PLACES.get(kit[0]) if len(kit) == 1 else "without equipment" if not kit else None
            for kit in found]
    known = list(dict.fromkeys(place for place in said if place))
    if known and len(known) == len(set(said)):
        return _and(known)
    if len(found) == 1 and len(found[0]) <= MOST_THINGS:
        return f"with {_and([plain(thing) for thing in found[0]])}"
    return ""


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _focus_served(plan: Plan, catalog: Catalog | None) -> bool:
    """Whether what is in the focus has its target, and the rest its min."""
    from planner.problem.goals import expand
    from planner.request.arguments import catalog_of

    known = catalog_of(catalog)
    names = [f for f in plan.request.focus if any(f in things for things in (
        known.group_by_id, known.region_by_id, known.muscle_by_id))]
    focus = {*expand(names, known), *plan.request.focus}
    served = [row.sets >= row.target for row in plan.coverage if row.muscle in focus]
    return any(served) and all(served) and all(row.sets >= row.min for row in plan.coverage)


def _proved(plan: Plan) -> bool:
    """Whether no plan is better; the choice between equals changes nothing of it."""
    tiers = [t for t in plan.solver.tiers if t.name != TierName.TIE_BREAK]
    return plan.status == "optimal" or (bool(tiers) and all(t.proved for t in tiers))


def status(plan: Plan) -> str:
    """Return in one sentence how good the plan is known to be."""
    if _proved(plan):
        return PROVED
    left = [t for t in plan.solver.tiers if not t.proved and t.name != TierName.TIE_BREAK]
    stopped = _STOPPED[plan.solver.stopped_by]
    after = f"; stopped {stopped} after {_took(plan.solver.seconds)}" if stopped else ""
    if not plan.solver.first_plan_s:
        after = "; changed without a new search"
    if plan.solver.reproducible is False:
        after += "; another run may differ"
    if len(left) == 1 and left[0].name == TierName.QUALITY:
        value, bound = left[0].value, left[0].bound
        if 0 < bound < value and 2 * (value - bound) <= value:
            percent = math.ceil(100 * (value - bound) / value)
            return ("By its prices a plan of the exercises on offer can be at most "
                    f"{percent} % better{after}.")
    return f"How much better is possible is not known{after}."


def _took(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds >= 1 else f"{seconds:.1f} s"


def unused(plan: Plan, catalog: Catalog | None = None) -> tuple[str, ...]:
    """Return a sentence about time that is left, nothing where hardly any is."""
    left = {}
    names = session_names(plan.sessions)
    for session in plan.sessions:
        if session.budget_s is None or session.id in plan.done:
            continue
        used = getattr(session.seconds, plan.request.pace)
        spare = session.budget_s - used
        if spare > FREE_S and 10 * spare > session.budget_s:
            # What is told to be used and to be free makes up what was given.
            left[names[session.id]] = int(minutes(session.budget_s)) - int(minutes(used))
    if not left:
        return ()
    said = [f"{spare} minutes" if len(plan.sessions) == 1 else f"{spare} minutes of {name}"
            for name, spare in left.items()]
    return (f"{_and(said)} stay free: {_why_free(plan, catalog)}.",)


def _why_free(plan: Plan, catalog: Catalog | None) -> str:
    if len(plan.sessions) > 1 and _focus_served(plan, catalog):
        return "the focus has its sets, and the rest is kept at maintenance"
    if not _proved(plan):
        return "a longer search may find a use for them"
    full = sorted((row for row in plan.coverage if row.sets > row.max - 1),
                  key=lambda row: (-row.sets, row.muscle))
    if not full:
        return "more sets would add little or break a limit"
    names = [group_words(row.muscle) for row in full[:MOST_FULL]]
    return f"there are as many sets for {_and(names)} as pay off"
