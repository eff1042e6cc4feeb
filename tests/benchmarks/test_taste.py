"""The corpus is read whole, and every mutant is what its name says. Nothing is solved here."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.taste import __main__ as command
from benchmarks.taste import convert, corpus, fit, mutants, ours, ranking, score, style
from benchmarks.taste.kinds import GROUPS, KINDS, reason
from benchmarks.taste.kinds.base import LEGS, PULLS, PUSHES
from catalog.names import NameIndex
from planner.clock import session_seconds


@pytest.fixture(scope="module")
def cases():
    """Return every published week."""
    return [corpus.case_of(p) for p in corpus.programmes()]


@pytest.fixture(scope="module")
def bullmastiff(cases):
    """Return a week of four split days: mon, tue, thu, fri, five entries each."""
    return _named(cases, "Bullmastiff")


def _named(cases, name):
    return next(c for c in cases if c.programme.name == name)


def _short(visit):
    return [f"{i.exercise.id} {i.sets}x{i.dose.reps or i.dose.hold_s}" for i in visit.work]


def _first(case, kind):
    return next(mutants.of_kind(case, kind))


def _ids(visit):
    return [i.exercise.id for i in visit.work]


def _changed(case, workout):
    return [k for k, (a, b) in enumerate(zip(case.workout.visits, workout.visits, strict=True))
            if _short(a) != _short(b)]


def test_the_corpus_is_whole():
    """33 programmes, 126 sessions, 607 lines, 2,212 work sets, as they were collected."""
    lines = [line for p in corpus.programmes() for work in p.sessions for line in work]

    assert len(corpus.programmes()) == 33
    assert sum(len(p.sessions) for p in corpus.programmes()) == 126
    assert (len(lines), sum(line.sets for line in lines)) == (607, 2212)
    assert Counter(p.goal for p in corpus.programmes()) == {
        "strength": 14, "strength_and_hypertrophy": 12, "hypertrophy": 7}


def test_every_line_is_an_exercise_with_its_own_measure():
    """What is repeated has repetitions, what is held has seconds; all of it is work."""
    known = corpus.catalogue().exercise_by_id
    for programme in corpus.programmes():
        for line in (line for work in programme.sessions for line in work):
            exercise = known[line.exercise]
            assert exercise.rest_class is not None
            assert (exercise.measure == "reps") == (line.reps is not None)


def test_a_rotation_comes_round_again(cases):
    """Two workouts on three days: A, B, A. Once a week, two workouts: both in one week."""
    ids = [_ids(v) for v in _named(cases, "Starting Strength Phase 2").workout.visits]

    assert ids[0] == ids[2] == ["back_squat", "bench_press", "deadlift"]
    assert ids[1] == ["back_squat", "overhead_press", "power_clean"]
    assert len(_named(cases, "Mike Mentzer's Consolidated Routine").workout.visits) == 2


def test_a_request_is_the_upper_third_of_what_is_stated(cases):
    """60-90 minutes are 75, 30-45 are 40; strength and hypertrophy is planned as hypertrophy."""
    bridge = _named(cases, "Barbell Medicine: The Bridge").problem.request
    mentzer = _named(cases, "Mike Mentzer's Consolidated Routine").problem.request

    assert [(s.day, s.minutes) for s in bridge.sessions] == [
        ("mon", 75), ("wed", 75), ("thu", 75), ("fri", 75)]
    assert (bridge.goal, bridge.level, bridge.equipment) == ("strength", "intermediate", ("gym",))
    assert (mentzer.goal, mentzer.sessions[0].minutes) == ("hypertrophy", 40)


def test_a_published_session_has_a_warm_up_and_a_clock(bullmastiff):
    """The warm-up is as long as the request's; the work takes minutes at the typical pace."""
    visit, session = bullmastiff.workout.visits[0], bullmastiff.problem.sessions[0]
    held = sum(i.dose.hold_s for i in visit.items if not i.work)

    assert held == sum(sum(part.holds) for part in session.warm_up)
    assert 30 * 60 < session_seconds(visit.items, bullmastiff.problem.catalog) < 75 * 60
    assert _short(visit)[0] == "back_squat 4x6"


def test_published_names_become_ids():
    """By name and kit, by the table, or not at all."""
    index = NameIndex(corpus.catalogue())

    assert convert.entry(["Bench Press", "dumbbell", 3, 8, None, "A"], index) == "db_bench 3x8 A"
    assert convert.entry(["Plank", "bodyweight", 5, None, 60], index) == "plank 5x60s"
    assert convert.resolved("Sling Shot Bench Press", "barbell", index) == "bench_press"
    assert convert.resolved("Flying Carpet", "cable", index) is None
    assert set(convert.OURS.values()) <= set(corpus.catalogue().exercise_by_id)


def test_every_mutant_differs(cases):
    """At least 30 of each programme, no two the same, none the original, no empty session."""
    for case in cases:
        found = [m.workout for m in mutants.mutants(case)]
        signs = {mutants.signature(w) for w in (case.workout, *found)}

        assert len(signs) == 1 + len(found) >= 31
        assert all(v.work for w in found for v in w.visits)
        assert all(len(w.visits) == len(case.workout.visits) for w in found)


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
    case = _named(cases, "TSA 9-Week Intermediate")
    workout = _first(case, kind)
    [at] = _changed(case, workout)
    pairs = [(a, b) for a, b in zip(case.workout.visits[at].work, workout.visits[at].work,
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
            bullmastiff.workout.visits[at].work, workout.visits[at].work, strict=True)
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
        days = [w.visits[0] for w in mutants.of_kind(bullmastiff, kind)
                if 0 in _changed(bullmastiff, w)]
        ids = _ids(days[0])
        assert sorted(ids) == sorted(_ids(bullmastiff.workout.visits[0]))
        assert first in (None, ids[0])
        assert ids[-1] == last


def test_a_heavy_superset(bullmastiff):
    """Two barbell lifts share a letter and stand side by side; nothing else changed."""
    workout = _first(bullmastiff, "heavy_superset")
    [at] = [k for k, v in enumerate(workout.visits) if any(i.superset for i in v.work)]
    work = workout.visits[at].work
    [a, b] = [k for k, i in enumerate(work) if i.superset]

    assert (b - a, work[a].superset) == (1, work[b].superset)
    assert [work[k].exercise.load for k in (a, b)] == ["barbell", "barbell"]
    assert sorted(_ids(bullmastiff.workout.visits[at])) == sorted(_ids(workout.visits[at]))


def test_who_loses_the_partner_stands_alone(cases):
    """Removing every second exercise of Heavy Duty leaves no letter without a neighbour."""
    workout = _first(_named(cases, "Mike Mentzer's Heavy Duty"), "half_removed")

    letters = [[i.superset for i in v.work] for v in workout.visits]
    assert all(row[k] is None or row[k] in (*row[:k][-1:], *row[k + 1:][:1])
               for row in letters for k in range(len(row)))


def test_doses(bullmastiff):
    """Squat day, 4x6 and 3x12 and thrice 2x12: tripled, cut, lengthened."""
    def squat_day(kind):
        return _short(_first(bullmastiff, kind).visits[0])

    assert squat_day("sets_tripled")[:3] == ["back_squat 12x6", "sldl 9x12", "lat_pulldown 6x12"]
    assert squat_day("main_reps_tripled")[:2] == ["back_squat 4x18", "sldl 3x12"]
    assert squat_day("thirty_reps")[1] == "sldl 3x30"
    assert "leg_extension 2x3" in squat_day("heavy_isolation")
    sets = {i.sets for _, i in _first(bullmastiff, "accessory_tens").work()}
    assert 10 in sets


def test_small_volumes_are_not_tripled(cases):
    """Single sets, three times, are what most others do: no mutant."""
    case = _named(cases, "Mike Mentzer's Heavy Duty")

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
    assert [_ids(v)[0] for v in _first(bullmastiff, "mains_removed").visits] == [
        "sldl", "behind_neck_press", "front_squat", "close_grip_bench_press"]


def test_days(bullmastiff):
    """Monday comes again on Tuesday; one day for all; one set left; two days in one."""
    before = [_ids(v) for v in bullmastiff.workout.visits]
    copied = [_ids(v) for v in _first(bullmastiff, "day_copied").visits]
    one = [_ids(v) for v in _first(bullmastiff, "one_day_only").visits]

    assert copied in ([before[0], before[0], *before[2:]], [*before[:3], before[2]])
    assert one[0] in before
    assert one == [one[0]] * 4
    assert min(sum(i.sets for i in v.work)
               for v in _first(bullmastiff, "day_emptied").visits) == 1
    # Five and four more, of which one may stand in both days already.
    assert max(len(v.work) for v in _first(bullmastiff, "day_crammed").visits) in (8, 9)


def test_scattered_keeps_the_sets(bullmastiff):
    """More different exercises for the same number of sets."""
    before, after = bullmastiff.workout, _first(bullmastiff, "scattered")

    assert sum(i.sets for _, i in before.work()) == sum(i.sets for _, i in after.work())
    assert len(list(after.work())) > 1.5 * len(list(before.work()))


def test_the_parts_add_up(cases):
    """Whatever the objective is: its parts are all of it."""
    for case in cases[:6]:
        found = score.score(case.workout, case.problem)
        assert found.quality == sum(found.parts.values())


def _pair(kind, coverage, **worse):
    parts = {name: 10 + by for name, by in worse.items()}
    old = score.Score(10, 10 * len(parts), dict.fromkeys(parts, 10))
    return ranking.Pair("p", "strength", kind, old,
                        score.Score(10 + coverage, sum(parts.values()), parts))


def test_quality_alone_and_in_order():
    """Better coverage and worse quality is right alone, wrong in order; no change is a tie."""
    pair, tie = _pair("core_first", -1, a=5), _pair("core_first", 1, a=0)

    assert (pair.right, pair.right_in_order, pair.tie) == (True, False, False)
    assert (tie.right, tie.right_in_order, tie.tie) == (False, True, True)
    assert "50 %" in ranking.table([pair, tie])
    assert ranking.blind([pair, tie]) == ["core_first"]


def test_a_part_that_misleads_gets_a_small_factor():
    """Part a is right by 1 every time, b wrong by 2: now none is right, then all are."""
    pairs = [_pair("core_first", 0, a=1, b=-2) for _ in range(20)]
    factors = fit.fitted(pairs, steps=150)

    assert factors["b"] < 1 < factors["a"]
    assert (fit.right_share(pairs, {}), fit.right_share(pairs, factors)) == (0, 1)


def test_style_of_a_week_by_hand(cases):
    """Operator: three days of three entries, 3x5, a barbell first, four different lifts."""
    week = _named(cases, "Tactical Barbell: Operator").workout
    rows = {f.name: f for f in style.figures([week], corpus.catalogue())}

    assert list(rows["exercises of a session"].values) == [3, 3, 3]
    assert list(rows["work sets of a week"].values) == [27]
    assert list(rows["different exercises of a week"].values) == [4]
    assert rows["first is a barbell compound"].cells() == ("", "100 %", "")
    assert style.missing(week) == ["overhead press", "row"]
    assert all(len(line) <= 80 for line in
               style.table("t", [week], [week], corpus.catalogue()).splitlines())


def test_one_plan_for_a_request(cases, monkeypatch):
    """Programmes that answer the same request share its plan; a failure has its name."""
    def none(request, catalog):
        raise ours.planner.NoPlanInTime("none")

    monkeypatch.setattr(ours.planner, "plan", none)
    found = ours.answers(cases, 1)

    assert sum(len(a.programmes) for a in found) == 33
    assert len(found) == len({c.problem.request.model_dump_json() for c in cases})
    assert {a.failure for a in found} == {"NoPlanInTime"}


def test_only_the_generated_part_is_written():
    """What stands before and after the markers stays."""
    old = f"before\n{command.START}\nold\n{command.END}\nafter\n"

    assert command.written(old, command.page([("Title", "rows")])).startswith(
        f"before\n{command.START}\n\n## Title\n\n```text\nrows\n```")
    assert command.written(old, "new") == "before\nnew\nafter\n"
    assert command.START in command.PAGE.read_text(encoding="utf-8")
