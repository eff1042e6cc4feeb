"""A week of a block, made from the week that fills the minutes: its sets and its doses.

Exercises, order and supersets stay. Sets are taken away in proportion, accessories before main
lifts where that leaves a choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.blocks.wave import WaveWeek
from planner.problem.dosing import FEWEST_REPS
from planner.problem.problem import Problem, pin_of
from planner.workout.dose import Dose, half_up
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout, WorkoutEntry, blocks, with_entries

Sets = dict[tuple[int, int], int]
"""Sets by session and block of the session; the entries of a superset have as many."""

MAIN = {"heavy_compound": 3, "free_compound": 2, "machine_compound": 1}
"""How much a class of exercise is a main lift."""


def shaped(base: Workout, p: Problem, week: WaveWeek, most: int | None = None) -> Workout:
    """Return the week of a block.

    Parameters
    ----------
    base
        A week that fills the minutes.
    p
        The problem of the week itself.
    most
        The most sets of the whole week, None for as many as the wave says.
    """
    dosed = Workout(tuple(with_entries(done, tuple(_dosed(i, p, week) for i in done.entries))
                          for done in base.sessions))
    deload = week.kind == "deload"
    total = sum(i.sets for _, i in dosed.work())
    wanted = half_up(total * week.sets_percent / 100)
    if most is not None:
        wanted = min(wanted, most)
    sets = _fewer(dosed, p, wanted, 1 if deload else 2)
    return _in_time(_with_sets(dosed, sets), p, sets)


def _dosed(entry: WorkoutEntry, p: Problem, week: WaveWeek) -> WorkoutEntry:
    """Return an entry with the reserve and the repetitions of a week."""
    dose = entry.dose
    if not entry.work or dose.hold_s is not None or dose.rir is None or not isinstance(
            dose.reps, int):
        return entry
    exercise, data = entry.exercise, p.catalog.blocks
    least = max(data.least_rir[p.request.level], p.limits.rir_min)
    rir = max(dose.rir + week.rir_more, min(least, dose.rir))
    reps = dose.reps
    pin = pin_of(p.request, p.sessions[0], exercise.id)
    if exercise.rest_class == "heavy_compound" and (pin is None or pin.reps is None):
        reps = max(FEWEST_REPS, reps + week.reps_more)
    if exercise.load in ("bodyweight", "band", "none"):
        reps = max(FEWEST_REPS, min(reps, half_up(dose.reps + dose.rir - rir)))
    new = Dose(reps, None, rir, dose.to_failure and week.kind != "deload")
    return replace(entry, dose=new, clock=p.timing.clock(exercise, new), rows=())


@dataclass(frozen=True)
class _Block:
    """An entry or a superset of the work, as far as its sets are concerned."""

    session: int
    size: int
    whole: int
    compounds: int
    trunk: int
    main: int


def _blocks(w: Workout) -> dict[tuple[int, int], _Block]:
    """Return the blocks of the work by session and place."""
    return {(k, b): _Block(
        k, len(block), max(i.sets for i in block), sum(i.exercise.compound for i in block),
        sum(i.exercise.core for i in block),
        max(MAIN.get(i.exercise.rest_class or "", 0) for i in block))
        for k, done in enumerate(w.sessions) for b, block in enumerate(blocks(done.entries))
        if block[0].work}


def _fewer(w: Workout, p: Problem, wanted: int, least: int) -> Sets:
    """Return the sets of each block, so many in all where that can be.

    What has lost least goes first, accessories before main lifts, and never so that a session has
    too few compounds where it had enough.
    """
    known = _blocks(w)
    fixed = {(k, b) for k, done in enumerate(w.sessions)
             for b, block in enumerate(blocks(done.entries)) for i in block
             if least > 1 and (pin := pin_of(p.request, p.sessions[k], i.exercise.id)) is not None
             and pin.sets is not None}
    sets = {at: block.whole for at, block in known.items()}
    share = p.setting("compound_share").figures.get(p.request.goal) or p.setting(
        "compound_share").figures["others"]

    def few_compounds(at: tuple[int, int]) -> bool:
        here = {k: sets[k] - (k == at) for k in sets if k[0] == at[0]}
        compounds = sum(n * known[k].compounds for k, n in here.items())
        return 100 * compounds < share * sum(n * (known[k].size - known[k].trunk)
                                             for k, n in here.items())

    while sum(sets[at] * known[at].size for at in sets) > wanted:
        free = [at for at in sets if sets[at] > min(least, known[at].whole) and at not in fixed]
        if not free:
            break
        sets[max(free, key=lambda at: (not few_compounds(at), (sets[at] - 1) / known[at].whole,
                                       -known[at].main, at))] -= 1
    return sets


def _with_sets(w: Workout, sets: Mapping[tuple[int, int], int]) -> Workout:
    sessions = []
    for k, done in enumerate(w.sessions):
        entries: list[WorkoutEntry] = []
        for b, block in enumerate(blocks(done.entries)):
            entries += [replace(i, sets=min(i.sets, sets[k, b])) if (k, b) in sets else i
                        for i in block]
        sessions.append(with_entries(done, tuple(entries)))
    return Workout(tuple(sessions))


def _in_time(w: Workout, p: Problem, sets: Sets) -> Workout:
    """Return the workout with a set less of accessories, one by one, until each session fits."""
    for k, session in enumerate(p.sessions):
        while session_seconds(w.sessions[k].entries, p.timing) > session.budget_s:
            free = [at for at in sets if at[0] == k and sets[at] > 1]
            if not free:
                break
            sets[max(free, key=lambda at: (sets[at], at))] -= 1
            w = _with_sets(w, sets)
    return w
