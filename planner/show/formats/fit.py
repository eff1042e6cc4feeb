"""FIT: a session as a workout that a watch counts through.

Strings of the format hold 254 bytes, loads 655 kg, a step one number of
repetitions. What does not fit is named in the losses.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from planner.request.extras import needed
from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.formats.identity import identity
from planner.show.formats.losses import Losses
from planner.show.formats.pairings import pairings
from planner.show.unlike import unlike
from planner.show.view import EntryView, SessionView, Sheet
from planner.workout.dose import half_up
from planner.workout.reps import Parts, Reps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_BYTES = 254
MAX_LOAD_KG = 655
MANY_STEPS = 50
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""When a workout was created, where nobody says when it is done."""


class Fit(BaseFormat):
    """A strength workout: sets, holds, rests, supersets and ramp sets as steps."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the workout of the sheet's one session."""
        kit = _Kit(self.says)
        [session] = sheet.sessions
        losses = Losses()
        steps = _Steps(kit, losses)
        for block in session.blocks:
            steps.block(block, sheet)
        if len(steps.messages) > MANY_STEPS:
            losses.say(f"{len(steps.messages)} steps; some watches take no more than {MANY_STEPS}")
        builder = kit.builder()
        builder.add(_file_id(kit, session, sheet, options))
        builder.add(_workout(kit, session, sheet, options, len(steps.messages), losses))
        builder.add_all(steps.messages)
        return Export(builder.build().to_bytes(), losses.sentences())


class _Kit:
    """The few classes of fit-tool that are used."""

    def __init__(self, says: str) -> None:
        messages = "fit_tool.profile.messages"
        self.builder: Any = needed("fit_tool.fit_file_builder", "export", says).FitFileBuilder
        self.file_id: Any = needed(f"{messages}.file_id_message", "export", says).FileIdMessage
        self.workout: Any = needed(f"{messages}.workout_message", "export", says).WorkoutMessage
        self.step: Any = needed(
            f"{messages}.workout_step_message", "export", says).WorkoutStepMessage
        self.types: Any = needed("fit_tool.profile.profile_type", "export", says)


class _Steps:
    """The steps so far, and how entries become more of them."""

    def __init__(self, kit: _Kit, losses: Losses) -> None:
        self.kit, self.losses = kit, losses
        self.messages: list[Any] = []

    def block(self, block: Sequence[EntryView], sheet: Sheet) -> None:
        """Add an entry alone, or the two of a superset round after round."""
        asked = sheet.plan.request
        for entry in block:
            for ramp in entry.entry.ramp:
                step = self._named(entry, self.kit.types.Intensity.WARMUP,
                                   f"ramp set, {ramp.percent} % of the load")
                self._reps(step, ramp.reps)
                self._load(step, ramp.load_kg, entry)
                self._rest(half_up(sheet.catalog.pace_by_id[asked.pace].ramp_rest_s
                                   * asked.factors.warm_up))
        for members, rounds in _rounds([unlike(entry) for entry in block]):
            self._round(members, rounds, members[-1].rest_s or block[-1].rest_s)

    def _round(self, members: Sequence[EntryView], rounds: int, rest_s: int) -> None:
        """Add a set of each member and the rest behind them, so many times."""
        first = len(self.messages)
        for entry in members:
            self._set(entry)
        self._rest(rest_s)
        if rounds > 1:
            step = self._step()
            step.duration_type = self.kit.types.WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
            step.duration_step = first
            step.target_repeat_steps = rounds

    def _set(self, view: EntryView) -> None:
        """Add one set; a hold for each side is a step for each side."""
        intensity = self.kit.types.Intensity
        kinds = {"work": intensity.ACTIVE, "cool_down": intensity.COOLDOWN}
        entry = view.entry
        one_sided = view.exercise is not None and view.exercise.unilateral
        sides = ("one side", "other side") if one_sided and entry.hold_s is not None else ("",)
        for side in sides:
            told = side or (f"{view.once} a side" if one_sided else "" if isinstance(
                entry.reps, int | None) else view.once)
            load = "" if (entry.load_kg or MAX_LOAD_KG + 1) <= MAX_LOAD_KG else view.load
            note = ", ".join(part for part in (view.label, told, view.effort, load) if part)
            step = self._named(view, kinds.get(entry.phase, intensity.WARMUP), note)
            if entry.hold_s is not None:
                self._time(step, entry.hold_s)
            else:
                self._reps(step, _count(entry.reps))
            self._load(step, entry.load_kg, view)
        if not isinstance(entry.reps, int | None):
            self.losses.of("a step has one number of repetitions; the whole dose is in its notes",
                           view.name)

    def _step(self) -> Any:
        step = self.kit.step()
        step.message_index = len(self.messages)
        step.target_type = self.kit.types.WorkoutStepTarget.OPEN
        step.target_value = 0
        self.messages.append(step)
        return step

    def _named(self, view: EntryView, intensity: Any, note: str) -> Any:
        step = self._step()
        step.workout_step_name = fitting(view.name, "names", self.losses, view.name)
        step.intensity = intensity
        step.exercise_category = _category(view)
        if note:
            step.notes = fitting(note, "notes", self.losses, view.name)
        return step

    def _reps(self, step: Any, count: int) -> None:
        step.duration_type = self.kit.types.WorkoutStepDuration.REPS
        step.duration_reps = count

    def _load(self, step: Any, load_kg: float | None, view: EntryView) -> None:
        if load_kg is not None and load_kg > MAX_LOAD_KG:
            self.losses.of(f"loads above {MAX_LOAD_KG} kg are in the notes only", view.name)
        elif load_kg is not None:
            step.exercise_weight = load_kg
            step.weight_display_unit = self.kit.types.FitBaseUnit.KILOGRAM.value

    def _time(self, step: Any, seconds: int) -> None:
        step.duration_type = self.kit.types.WorkoutStepDuration.TIME
        step.duration_time = float(seconds)

    def _rest(self, seconds: int) -> None:
        if seconds:
            step = self._step()
            self._time(step, seconds)
            step.intensity = self.kit.types.Intensity.REST


def _rounds(members: Sequence[Sequence[EntryView]]) -> Iterator[tuple[list[EntryView], int]]:
    """Yield rounds that are alike with their number; who has no set left is left out."""
    ends = [list(accumulate(part.entry.sets for part in parts)) for parts in members]
    done = 0
    for end in sorted({end for its in ends for end in its}):
        now = [parts[bisect_right(its, done)] for parts, its in zip(members, ends, strict=True)
               if its[-1] > done]
        if now:
            yield now, end - done
        done = end


def _count(reps: Reps | None) -> int:
    if isinstance(reps, Parts):
        return sum(reps.parts)
    return reps[1] if isinstance(reps, tuple) else reps or 1


def _category(view: EntryView) -> int:
    known = pairings("fit")
    name = "unknown"
    if view.exercise is not None:
        by_pattern = known["patterns"].get(view.exercise.pattern, "unknown")
        name = known["exercises"].get(view.exercise.id, by_pattern)
    return int(known["categories"][name])


def fitting(text: str, what: str, losses: Losses, name: str) -> str:
    """Return as much of a text as a field holds, whole characters only."""
    data = text.encode()
    if len(data) <= MAX_BYTES:
        return text
    losses.of(f"{what} are cut after {MAX_BYTES} bytes", name)
    return data[:MAX_BYTES].decode(errors="ignore")


def _file_id(kit: _Kit, session: SessionView, sheet: Sheet, options: Options) -> Any:
    message = kit.file_id()
    message.type = kit.types.FileType.WORKOUT
    message.manufacturer = kit.types.Manufacturer.DEVELOPMENT.value
    message.product = 0
    place = [s.id for s in sheet.plan.sessions].index(session.id)
    number = int(identity(sheet.plan, options.title)[:8], 16) + place
    message.serial_number = number % 0xFFFFFFFE + 1
    created = session.start.replace(tzinfo=UTC) if session.start else EPOCH
    message.time_created = round(created.timestamp() * 1000)
    return message


def _workout(kit: _Kit, session: SessionView, sheet: Sheet, options: Options, steps: int,
             losses: Losses) -> Any:
    message = kit.workout()
    title = f"{session.name}: {sheet.title}" if options.title else session.name
    message.workout_name = fitting(title, "titles", losses, session.name)
    message.sport = kit.types.Sport.TRAINING
    message.sub_sport = kit.types.SubSport.STRENGTH_TRAINING
    message.num_valid_steps = steps
    return message


FIT = Fit("fit", (".fit",), "a workout for a watch", extra="export", one_session=True)
