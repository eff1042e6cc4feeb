"""What a line means once the exercise is known: its dose, its phase, its partner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from planner.catalog import Catalog, Exercise
from planner.catalog.words import PHASES, Goal, Level, Phase
from planner.request.errors import InputError
from planner.workout.dose import Dose, expected, half_up
from planner.workout.notation.amounts import MAX_REPS, MAX_SECONDS, in_limits
from planner.workout.notation.line import Heading, Line
from planner.workout.reps import Parts, Reps


@dataclass(frozen=True)
class ReadEntry:
    """One exercise of a text with its dose, and the line it stands on."""

    exercise: Exercise
    phase: Phase
    sets: int
    dose: Dose
    superset: str | None
    rest_s: int | None
    load_kg: float | None
    line: int
    text: str


def dose_of(line: Line, exercise: Exercise, catalog: Catalog, goal: Goal, level: Level) -> Dose:
    """Return one set of an exercise as a line doses it.

    A bare number is seconds for an exercise that is held. What is written for
    each side is doubled where the exercise is not one-sided anyway. Options
    that are fields of a dose stand in it as they are written.
    """
    amount = _amount(line, exercise, catalog, goal, level)
    own = {f.name for f in fields(Dose)} - {"rir"}
    return replace(amount, **{name: said for name, said in line.said.items() if name in own})


def _amount(line: Line, exercise: Exercise, catalog: Catalog, goal: Goal, level: Level) -> Dose:
    """Return how much a line says: repetitions or seconds, and the reserve."""
    sides = 1 if exercise.unilateral else line.sides
    if line.open_ended:
        _refuse_repetitions(exercise)
        most = expected(catalog, exercise, goal, level)
        if exercise.measure == "time":
            return Dose(None, most, None, to_failure=True)
        return Dose(most, None, 0, to_failure=True)
    hold = line.seconds
    if exercise.measure == "distance" and line.metres is not None:
        hold = half_up(line.metres * catalog.timing.carry_s_per_m)
    if line.reps is not None and exercise.measure != "reps":
        _refuse_repetitions(exercise)
        hold = Dose(line.reps, None, None).top_reps()
    if hold is not None:
        hold = int(in_limits(hold * sides, 1, MAX_SECONDS, "seconds of a set"))
        return Dose(None, hold, None, line.to_failure)
    reps = _times(line.reps or 1, sides)
    fixed = catalog.fixed_by_id.get(exercise.id)
    if fixed is not None and reps == sum(fixed.parts):
        reps = Parts(parts=fixed.parts)
    top = Dose(reps, None, None).top_reps()
    in_limits(top, 1, MAX_REPS, "repetitions of a set")
    return Dose(reps, None, _reserve(line, exercise, top, catalog, goal), line.to_failure)


def _refuse_repetitions(exercise: Exercise) -> None:
    if exercise.measure == "distance":
        raise InputError(f"{exercise.name!r} goes by distance or time; "
                         f"write 3x40m {exercise.name}")
    if "work" not in exercise.phases:
        raise InputError(undosed(exercise))


def _times(reps: Reps, sides: int) -> Reps:
    if isinstance(reps, Parts):
        return Parts(parts=tuple(sides * part for part in reps.parts))
    if isinstance(reps, tuple):
        return (sides * reps[0], sides * reps[1])
    return sides * reps


def _reserve(line: Line, exercise: Exercise, reps: int, catalog: Catalog,
             goal: Goal) -> float | None:
    """Return the repetitions in reserve: written, by percentage, or the scheme's."""
    if line.to_failure:
        return 0
    if "rir" in line.said:
        return float(line.said["rir"])
    if "percent" in line.said and exercise.load not in ("bodyweight", "band", "none"):
        percent, chart = line.said["percent"], catalog.chart
        nearest = min(chart, key=lambda row: (abs(chart[row] - percent), row))
        return max(0, nearest - reps)
    if exercise.rest_class is None:
        return None
    return catalog.scheme_by_key[goal, exercise.rest_class].rir


def phase_of(exercise: Exercise, head: Heading | None, sets: bool, worked: bool) -> Phase:
    """Return where an entry stands in its session.

    Parameters
    ----------
    head
        The heading over or before it, which decides where it can.
    sets
        Whether it is dosed in sets: then it is work, where it can be.
    worked
        Whether work has been done before it in the session.
    """
    if head is not None and head != "warm_up" and head != "any":
        return head
    warm = [phase for phase in PHASES[:3] if phase in exercise.phases]
    if head == "warm_up" and warm:
        return warm[0]
    later: tuple[Phase, ...] = ("cool_down", "work") if worked else ()
    wanted: tuple[Phase, ...] = ("work",) if sets else ()
    for phase in (*wanted, *later, *PHASES):
        if phase in exercise.phases:
            return phase
    return "work"


def undosed(exercise: Exercise) -> str:
    """Return the sentence for an exercise that nobody has dosed."""
    if "work" not in exercise.phases:
        example = "8min" if exercise.mechanic == "cardio" else "60s"
        return f"{exercise.name!r} has no time; write {example} {exercise.name}"
    amount = {"reps": "3x8", "time": "3x30s", "distance": "3x40m"}[exercise.measure]
    return f"{exercise.name!r} has no sets; write {amount} {exercise.name}"


def shared(doses: list[Dose]) -> list[Dose]:
    """Divide a time among the exercises of a line, the remainder to the first."""
    total = doses[0].hold_s or 0
    each, more = divmod(total, len(doses))
    if not each:
        raise InputError(f"{total} s are too short for {len(doses)} exercises")
    return [replace(dose, hold_s=each + (more if i == 0 else 0)) for i, dose in enumerate(doses)]


def check_pairs(entries: Iterable[ReadEntry], name: str) -> None:
    """Refuse supersets that are not two neighbours with equally many sets."""
    members: dict[str, list[tuple[int, ReadEntry]]] = {}
    for place, entry in enumerate(entries):
        if entry.superset is not None:
            members.setdefault(entry.superset, []).append((place, entry))
    for label, placed in members.items():
        where = f"{name}:{placed[0][1].line}"
        if len(placed) != 2:
            lines = " and ".join(str(entry.line) for _, entry in placed)
            raise InputError(f"superset {label} has {len(placed)} of two exercises "
                             f"(line {lines}); write {label}1 and {label}2", where)
        (place, a), (next_place, b) = placed
        if next_place != place + 1:
            raise InputError(f"superset {label} is on line {a.line} and on line {b.line}; the two "
                             "of a pair stand next to each other", where)
        if a.sets != b.sets:
            raise InputError(f"superset {label} has {a.sets} sets on line {a.line} and {b.sets} "
                             f"on line {b.line}; a pair has equally many", where)
