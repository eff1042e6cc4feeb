"""A session as a timeline: the stretches are the seconds of the time equation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.plans.schema import Entry
from planner.show.pictures.timeline import KINDS, Part, parts, timeline
from tests.planner.show.formats.test_odd_names import ODD


def entry(sets: int, seconds: int, **more: int | str) -> Entry:
    """Return a work entry."""
    fields = {"exercise": "row", "phase": "work", "lead_in_s": 120, "ramp_s": 0, "work_s": 20,
              "rest_s": 90, "start_s": 0, "reps": 8, **more}
    return Entry.model_validate({**fields, "sets": sets, "seconds": seconds})


def test_an_exercise_alone() -> None:
    """Two sets: 150 + 232 + 2 x 20 + 1 x 150 = 572 seconds, in this order."""
    alone = entry(2, 572, lead_in_s=150, ramp_s=232, rest_s=150)

    assert parts([alone]) == (
        Part("set-up", 0, 150), Part("ramp", 150, 232), Part("work", 382, 20),
        Part("rest", 402, 150), Part("work", 552, 20))


def test_a_superset_is_interleaved() -> None:
    """Two rounds of A (20 s) and B (30 s), 15 s to go over, the longer rest between rounds.

    120 + 2 x (20 + 15 + 30) + 1 x 90 = 340 seconds, all of them on the first entry.
    """
    pair = [entry(2, 340), entry(2, 0, work_s=30, rest_s=60, lead_in_s=60)]

    assert parts(pair) == (
        Part("set-up", 0, 120),
        Part("work", 120, 20, 1), Part("set-up", 140, 15), Part("work", 155, 30, 2),
        Part("rest", 185, 90),
        Part("work", 275, 20, 1), Part("set-up", 295, 15), Part("work", 310, 30, 2))


@pytest.mark.parametrize("phase", ["raise", "mobilise", "activate", "cool_down"])
def test_what_is_no_work_is_light(phase: str) -> None:
    """Only the phase of work is drawn as work."""
    light = entry(1, 100, phase=phase, lead_in_s=10, work_s=90, rest_s=0)

    assert [p.kind for p in parts([light])] == ["set-up", "light"]


def test_a_foreign_superset_never_runs_backwards() -> None:
    """Seconds too few for a superset's sets leave no time to go over, and none below zero."""
    assert min(p.seconds for p in parts([entry(3, 10), entry(3, 0)])) > 0


def test_the_picture_says_the_same_in_words(read, sheet) -> None:
    """Every exercise stands in the description with its start, every kind with its sum."""
    root = read(timeline(sheet.sessions[0]))
    described = root[1].text

    assert "A1 Chin-up 3 x 8 + A2 Push-up 3 x 10" in described
    assert "10:05 Deadlift 5 x 5" in described
    assert all(kind in described for kind in KINDS if kind not in ("ramp", "set-up"))


def test_kinds_differ_in_shape_as_well(read, sheet) -> None:
    """Work is filled, set-up an outline, rest a line: no two kinds differ by colour alone."""
    session = sheet.sessions[0]
    ramped = replace(session, entries=tuple(
        replace(v, entry=v.entry.model_copy(update={"ramp_s": 100, "lead_in_s": 60}))
        for v in session.entries[2:3]))
    shapes = {(e.tag.rpartition("}")[2], e.get("class"), e.get("height"))
              for e in read(timeline(ramped)).iter() if e.get("class")}

    assert {("rect", "f-work", "11"), ("rect", "f-ramp", "5.5"), ("path", "l-quiet", None),
            ("rect", "l-set-up", "6")} <= shapes


@pytest.mark.parametrize("name", ODD)
def test_any_name_is_text(read, sheet, name: str) -> None:
    """A name is text, and as much of it as there is room for is shown."""
    session = sheet.sessions[0]
    named = replace(session, entries=tuple(replace(v, name=name) for v in session.entries))
    root = read(timeline(named))

    tags = {e.tag.rpartition("}")[2] for e in root.iter()}
    assert tags == {"svg", "title", "desc", "style", "rect", "path", "text", "g"}
    assert max(len("".join(e.itertext())) for e in root.iter() if e.tag.endswith("}text")) < 110


def test_an_empty_session(read, sheet) -> None:
    """A session without entries is a picture all the same."""
    assert len(read(timeline(replace(sheet.sessions[0], entries=())))) > 2
