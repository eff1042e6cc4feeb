"""Workouts for a watch: done step by step, they are the session of the plan."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import Any

import fitdecode
import pytest

from planner import catalog
from planner.plans.schema import Plan
from planner.request.clock import ClockFactors
from planner.request.errors import InputError
from planner.show.formats import export, written
from planner.show.formats.pairings import pairings
from tests.planner.first_exercises import first_exercises


def steps(data: bytes) -> list[dict[str, Any]]:
    """Return the steps of a FIT file, which another library reads."""
    with fitdecode.FitReader(BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        return [{f.name: f.value for f in frame.fields if f.value is not None}
                for frame in reader if frame.frame_type == fitdecode.FIT_FRAME_DATA
                and frame.name == "workout_step"]


def done(read: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps in the order a watch goes through them, repeats unrolled."""
    order: list[dict[str, Any]] = []
    for step in read:
        if "repeat_steps" in step:
            first = step["duration_step"]
            round_ = [s for s in read[first:step["message_index"]]]
            order.extend(round_ * (step["repeat_steps"] - 1))
        else:
            order.append(step)
    return order


def test_every_set_is_done(example: Plan) -> None:
    """Repeats unrolled, each work exercise is met as often as it has sets, sides apart."""
    known = catalog.load()
    for session in example.sessions:
        expected: Counter[str] = Counter()
        for e in session.entries:
            if e.phase == "work":
                exercise = known.exercise_by_id[e.exercise]
                twice = exercise.unilateral and e.hold_s is not None
                expected[exercise.name] += e.sets * (2 if twice else 1)

        read = steps(export(example, "fit", sessions=session.id))

        met = Counter(s["wkt_step_name"] for s in done(read) if s.get("intensity") == "active")
        assert met == expected


def test_steps_are_numbered(small: Plan) -> None:
    """The indexes count from nought without a gap, so that repeats point where they should."""
    read = steps(export(small, "fit", sessions="mon"))

    assert [s["message_index"] for s in read] == list(range(len(read)))


def test_a_superset_goes_to_and_fro(small: Plan) -> None:
    """Chin-up, push-up, rest: three rounds of it, the rest the longer of the two."""
    read = steps(export(small, "fit", sessions="mon"))
    at = next(i for i, s in enumerate(read) if s.get("wkt_step_name") == "Chin-up")
    chin_up, push_up, rest, repeat = read[at:at + 4]

    assert (chin_up["duration_reps"], chin_up["notes"]) == (8, "A1, to failure")
    assert push_up["wkt_step_name"] == "Push-up"
    assert (rest["intensity"], rest["duration_time"]) == ("rest", 150)
    assert (repeat["duration_step"], repeat["repeat_steps"]) == (at, 3)


def test_ramp_sets_rest_by_somebodys_clock(example: Plan) -> None:
    """A minute after a ramp set is a minute and a half for who warms up half as long again."""
    slow = example.model_copy(update={"request": example.request.model_copy(
        update={"clock": ClockFactors(warm_up=1.5)})})

    def rests(plan: Plan) -> set[float]:
        read = steps(export(plan, "fit", sessions=plan.sessions[0].id))
        return {after["duration_time"] for ramp, after in pairwise(read)
                if ramp.get("notes", "").startswith("ramp set")}

    assert rests(slow) == {1.5 * seconds for seconds in rests(example)}


def test_what_a_step_cannot_hold(small: Plan) -> None:
    """A range is its upper bound and parts are their sum; the notes have the rest of it."""
    result = written(small, "fit", first_exercises(), sessions="mon")

    assert result.losses == (
        "a step has one number of repetitions; the whole dose is in its notes: "
        "One-arm dumbbell row, Barbell curl 21s",)


def test_a_week_is_several_files(small: Plan) -> None:
    """A file holds one workout; which one has to be said."""
    with pytest.raises(InputError, match="holds one session; name one of mon, thu"):
        export(small, "fit")


def test_every_pattern_has_a_category() -> None:
    """The pairing is complete, and a watch that knows categories 0 to 32 knows all of them."""
    paired = pairings("fit")

    assert set(paired["patterns"]) == set(catalog.load().pattern_by_id)
    assert set(paired["exercises"]) <= set(catalog.load().exercise_by_id)
    used = {*paired["patterns"].values(), *paired["exercises"].values()} - {"unknown"}
    assert all(0 <= paired["categories"][name] <= 32 for name in used)
    assert paired["categories"]["unknown"] == 65534


def test_unknown_to_the_watch(changed: Any) -> None:
    """An exercise without a category keeps its name."""
    read = steps(export(changed(exercise="farmers_walk_with_stones"), "fit", sessions="mon"))

    assert [s["wkt_step_name"] for s in read if s.get("exercise_category") in (65534, "unknown")
            ] == 3 * ["Farmers walk with stones"]
