"""What a line means once the exercise is known: its dose, its phase, its partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planner.catalog import Catalog, Exercise
from planner.catalog.words import PHASES, Goal, Level, Phase
from planner.request.errors import InputError
from planner.workout.dose import Dose, expected, half_up
from planner.workout.notation.amount import Amount
from planner.workout.notation.amounts import MAX_REPS, MAX_SECONDS, in_limits
from planner.workout.notation.line import Heading, Line
from planner.workout.notation.naming import MOST_MINUTES
from planner.workout.notation.sides import share, times
from planner.workout.reps import Parts
from planner.workout.rows import Row, reserve

MOST_HELD_S = 300
"""What is counted by repetitions is not done for longer at a time."""


@dataclass(frozen=True)
class ReadEntry:
    """One exercise of a text with its sets, and the line it stands on.

    Attributes
    ----------
    dose
        One set, or the hardest where they differ.
    rows
        The sets where they differ, or where a load or a rest was written.
    note
        Words behind the dose that are no name.
    remark
        What was taken for granted in reading it.
    """

    exercise: Exercise
    phase: Phase
    sets: int
    dose: Dose
    superset: str | None
    line: int
    text: str
    rows: tuple[Row, ...] = ()
    note: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Doser:
    """Turns amounts as written into rows of sets, for a goal and a level."""

    catalog: Catalog
    goal: Goal
    level: Level

    def rows(self, line: Line, exercise: Exercise) -> tuple[Row, ...]:
        """Return the sets of a line; a time without sets is one of them."""
        return tuple(self._row(amount, exercise) for amount in line.rows)

    def _row(self, amount: Amount, exercise: Exercise) -> Row:
        said = amount.said
        return Row(amount.sets or 1, self.dose(amount, exercise), said.get("percent"),
                   said.get("load_kg"), said.get("rest_s"), said.get("tempo"))

    def dose(self, amount: Amount, exercise: Exercise) -> Dose:
        """Return one set of an exercise as it is written.

        A bare number is seconds for an exercise that is held. What is written of a side or of both
        in all becomes the exercise's own way to count (`planner.workout.notation.sides`).
        """
        factor = share(amount, exercise, self.catalog)
        if amount.open_ended:
            _refuse_repetitions(exercise)
            most = expected(self.catalog, exercise, self.goal, self.level)
            if "rir" in amount.said and not amount.to_failure and exercise.measure == "reps":
                rir = float(amount.said["rir"])
                return Dose(max(1, half_up(most - rir)), None, rir)
            if exercise.measure == "time":
                return Dose(None, most, None, to_failure=True)
            return Dose(most, None, 0, to_failure=True)
        hold_s = self._hold_s(amount, exercise)
        if hold_s is not None:
            hold_s = int(in_limits(half_up(hold_s * factor), 1, MAX_SECONDS, "seconds of a set"))
            return Dose(None, hold_s, None, amount.to_failure)
        reps = times(amount.reps or 1, factor)
        fixed = self.catalog.fixed_by_id.get(exercise.id)
        if fixed is not None and reps == sum(fixed.parts):
            reps = Parts(parts=fixed.parts)
        top = Dose(reps, None, None).top_reps()
        in_limits(top, 1, MAX_REPS, "repetitions of a set")
        return Dose(reps, None, self._reserve(amount, exercise, top), amount.to_failure)

    def _hold_s(self, amount: Amount, exercise: Exercise) -> int | None:
        """Return the seconds of a set, None where it is counted."""
        if amount.metres is not None and exercise.measure == "distance":
            return half_up(amount.metres * self.catalog.timing.carry_s_per_m)
        if amount.metres is not None and amount.metres > MOST_MINUTES:
            raise InputError(f"{amount.metres} m of {exercise.name!r}: it goes by time; write 8min "
                             f"{exercise.name}")
        if amount.reps is not None and exercise.measure != "reps":
            _refuse_repetitions(exercise)
            return Dose(amount.reps, None, None).top_reps()
        if amount.sets is None and (amount.seconds or 0) > MOST_HELD_S and (
                exercise.measure == "reps" and exercise.phases == ("work",)):
            raise InputError(f"{exercise.name!r} is not held for {amount.seconds} s; write 3x8 "
                             f"{exercise.name}")
        return amount.seconds

    def _reserve(self, amount: Amount, exercise: Exercise, reps: int) -> float | None:
        """Return the repetitions in reserve: written, by percentage, or the scheme's."""
        said = amount.said
        if amount.to_failure:
            return 0
        if "rir" in said:
            return float(said["rir"])
        if "percent" in said and exercise.load not in ("bodyweight", "band", "none"):
            return reserve(self.catalog, said["percent"], reps)
        if exercise.rest_class is None:
            return None
        return self.catalog.scheme_by_key[self.goal, exercise.rest_class].rir


def _refuse_repetitions(exercise: Exercise) -> None:
    if exercise.measure == "distance":
        raise InputError(f"{exercise.name!r} goes by distance or time; "
                         f"write 3x40m {exercise.name}")
    if "work" not in exercise.phases:
        raise InputError(undosed(exercise))


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
    if worked and not sets and exercise.mechanic == "cardio" and head != "warm_up":
        return "cool_down"  # nobody warms up behind the work
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


@dataclass(frozen=True)
class GroupFault:
    """A superset that is none: its letter, the line of its first exercise, and a sentence."""

    label: str
    line: int
    says: str


def group_faults(entries: Iterable[ReadEntry]) -> Iterator[GroupFault]:
    """Yield the supersets of one exercise, and those whose members do not stand together.

    Three and more members, and uneven rounds, are read as they are written.
    """
    members: dict[str, list[tuple[int, ReadEntry]]] = {}
    for place, entry in enumerate(entries):
        if entry.superset is not None:
            members.setdefault(entry.superset, []).append((place, entry))
    for label, placed in members.items():
        (first, a), (last, b) = placed[0], placed[-1]
        if len(placed) == 1:
            yield GroupFault(label, a.line, f"superset {label} has one exercise (line {a.line}); "
                             f"write {label}1 and {label}2")
        elif last - first != len(placed) - 1:
            yield GroupFault(label, a.line, f"superset {label} is on line {a.line} and on line "
                             f"{b.line}; its exercises stand next to each other")
