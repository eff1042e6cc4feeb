"""Every mutant of a published week is what its name says. Nothing is solved here."""

from __future__ import annotations

import pytest

from benchmarks.taste import mutants
from benchmarks.taste.kinds import GROUPS, KINDS, reason
from benchmarks.taste.kinds.base import LEGS, PULLS, PUSHES
from tests.benchmarks.conftest import named, short


def _first(case, kind):
    return next(mutants.of_kind(case, kind))


def _ids(done):
    return [i.exercise.id for i in done.work]


def _changed(case, workout):
    return [k for k, (a, b) in enumerate(zip(case.workout.sessions, workout.sessions, strict=True))
            if short(a) != short(b)]


def test_every_mutant_differs(cases):
    """At least 30 of each programme, no two the same, none the original, no empty session."""
    for case in cases:
        found = [m.workout for m in mutants.mutants(case)]
        signs = {mutants.signature(w) for w in (case.workout, *found)}

        assert len(signs) == 1 + len(found) >= 31
        assert all(v.work for w in found for v in w.sessions)
        assert all(len(w.sessions) == len(case.workout.sessions) for w in found)


def test_mutants_are_the_same_every_time(cases):
    """The draw depends on the programme's and the kind's name alone."""
    for case in cases[:4]:
        one, two = ([(m.kind, mutants.signature(m.workout)) for m in mutants.mutants(case, 40)]
                    for _ in range(2))
        assert one == two


def test_every_kind_is_drawn_and_says_why(cases):
    """No kind is idle; each belongs to a group and has its reason."""
    drawn = {m.kind for case in cases for m in mutants.mutants(case)}

    assert drawn == set(KINDS)
    assert {k for kinds in GROUPS.values() for k in kinds} == set(KINDS)
    assert all(reason(kind).endswith(".") for kind in KINDS)


@pytest.mark.parametrize(("kind", "after"), [
    ("niche_for_staple", lambda old, new: (old.standing, new.standing) == ("staple", "niche")),
    ("kettlebell_for_barbell", lambda old, new: (old.load, new.load) == ("barbell", "kettlebell")),
    ("band_for_weights", lambda old, new: old.load != new.load == "band"),
    ("too_easy", lambda old, new: (new.load, new.loading) == ("bodyweight", "light")),
    ("machine_for_main", lambda old, new: new.rest_class == "machine_compound"),
])
def test_one_exercise_is_swapped_for_one_of_its_pattern(cases, kind, after):
    """One entry of one session has another exercise; sets and order stay."""
    case = named(cases, "TSA 9-Week Intermediate")
    workout = _first(case, kind)
    [at] = _changed(case, workout)
    pairs = [(a, b) for a, b in zip(case.workout.sessions[at].work, workout.sessions[at].work,
                                    strict=True) if a.exercise != b.exercise]

    [(old, new)] = pairs
    assert old.exercise.pattern == new.exercise.pattern
    assert after(old.exercise, new.exercise)
    assert (old.sets, old.dose) == (new.sets, new.dose)


def test_another_kind_of_lift(bullmastiff):
    """An upright row is no press, and an isolation no compound."""
    for kind, was, pattern in (("upright_for_press", "vertical_push", "scapular_elevation"),
                               ("isolation_for_compound", None, None)):
        workout = _first(bullmastiff, kind)
        [at] = _changed(bullmastiff, workout)
        [(old, new)] = [(a.exercise, b.exercise) for a, b in zip(
            bullmastiff.workout.sessions[at].work, workout.sessions[at].work, strict=True)
                        if a.exercise != b.exercise]
        assert was in (None, old.pattern)
        assert pattern in (None, new.pattern)
        assert old.compound
        assert pattern or not new.compound


def test_order(bullmastiff):
    """Squat day: the squat goes last, or all of it backwards; core work goes first."""
    for kind, first, last in (("main_last", None, "back_squat"),
                              ("reversed_session", "hanging_leg_raise", "back_squat"),
                              ("core_first", "hanging_leg_raise", "leg_extension")):
        days = [w.sessions[0] for w in mutants.of_kind(bullmastiff, kind)
                if 0 in _changed(bullmastiff, w)]
        ids = _ids(days[0])
        assert sorted(ids) == sorted(_ids(bullmastiff.workout.sessions[0]))
        assert first in (None, ids[0])
        assert ids[-1] == last


def test_a_heavy_superset(bullmastiff):
    """Two barbell lifts share a letter and stand side by side; nothing else changed."""
    workout = _first(bullmastiff, "heavy_superset")
    [at] = [k for k, v in enumerate(workout.sessions) if any(i.superset for i in v.work)]
    work = workout.sessions[at].work
    [a, b] = [k for k, i in enumerate(work) if i.superset]

    assert (b - a, work[a].superset) == (1, work[b].superset)
    assert [work[k].exercise.load for k in (a, b)] == ["barbell", "barbell"]
    assert sorted(_ids(bullmastiff.workout.sessions[at])) == sorted(_ids(workout.sessions[at]))


def test_who_loses_the_partner_stands_alone(cases):
    """Removing every second exercise of Heavy Duty leaves no letter without a neighbour."""
    workout = _first(named(cases, "Mike Mentzer's Heavy Duty"), "half_removed")

    letters = [[i.superset for i in v.work] for v in workout.sessions]
    assert all(row[k] is None or row[k] in (*row[:k][-1:], *row[k + 1:][:1])
               for row in letters for k in range(len(row)))


def test_doses(bullmastiff):
    """Squat day, 4x6 and 3x12 and thrice 2x12: tripled, cut, lengthened."""
    def squat_day(kind):
        return short(_first(bullmastiff, kind).sessions[0])

    assert squat_day("sets_tripled")[:3] == ["back_squat 12x6", "sldl 9x12", "lat_pulldown 6x12"]
    assert squat_day("main_reps_tripled")[:2] == ["back_squat 4x18", "sldl 3x12"]
    assert squat_day("thirty_reps")[1] == "sldl 3x30"
    assert "leg_extension 2x3" in squat_day("heavy_isolation")
    sets = {i.sets for _, i in _first(bullmastiff, "accessory_tens").work()}
    assert 10 in sets


def test_small_volumes_are_not_tripled(cases):
    """Single sets, three times, are what most others do: no mutant."""
    case = named(cases, "Mike Mentzer's Heavy Duty")

    assert not list(mutants.of_kind(case, "sets_tripled"))
    assert not list(mutants.of_kind(case, "one_set_each"))


def test_what_is_missing(bullmastiff):
    """No pushes, no pulls, no legs, no compounds, no main lift."""
    def patterns(kind):
        return {i.exercise.pattern for _, i in _first(bullmastiff, kind).work()}

    assert not patterns("pulls_for_pushes") & set(PUSHES)
    assert not patterns("pushes_for_pulls") & set(PULLS)
    assert not patterns("legs_removed") & set(LEGS)
    assert not patterns("pulls_removed") & set(PULLS)
    assert not any(i.exercise.compound
                   for _, i in _first(bullmastiff, "compounds_removed").work())
    assert [_ids(v)[0] for v in _first(bullmastiff, "mains_removed").sessions] == [
        "sldl", "behind_neck_press", "front_squat", "close_grip_bench_press"]


def test_days(bullmastiff):
    """Monday comes again on Tuesday; one day for all; one set left; two days in one."""
    before = [_ids(v) for v in bullmastiff.workout.sessions]
    copied = [_ids(v) for v in _first(bullmastiff, "day_copied").sessions]
    one = [_ids(v) for v in _first(bullmastiff, "one_day_only").sessions]

    assert copied in ([before[0], before[0], *before[2:]], [*before[:3], before[2]])
    assert one[0] in before
    assert one == [one[0]] * 4
    assert min(sum(i.sets for i in v.work)
               for v in _first(bullmastiff, "day_emptied").sessions) == 1
    # Five and four more, of which one may stand in both days already.
    assert max(len(v.work) for v in _first(bullmastiff, "day_crammed").sessions) in (8, 9)


def test_scattered_keeps_the_sets(bullmastiff):
    """More different exercises for the same number of sets."""
    before, after = bullmastiff.workout, _first(bullmastiff, "scattered")

    assert sum(i.sets for _, i in before.work()) == sum(i.sets for _, i in after.work())
    assert len(list(after.work())) > 1.5 * len(list(before.work()))
