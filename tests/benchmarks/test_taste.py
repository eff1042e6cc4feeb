"""The corpus is read whole, ranked and measured as the tables say. Nothing is solved here."""

from __future__ import annotations

from collections import Counter

from benchmarks.taste import __main__ as command
from benchmarks.taste import convert, corpus, fit, ours, ranking, score, style
from planner.catalog.names import NameIndex
from planner.workout.session_seconds import session_seconds
from tests.benchmarks.conftest import named, short


def _ids(done):
    return [i.exercise.id for i in done.work]


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
    ids = [_ids(v) for v in named(cases, "Starting Strength Phase 2").workout.sessions]

    assert ids[0] == ids[2] == ["back_squat", "bench_press", "deadlift"]
    assert ids[1] == ["back_squat", "overhead_press", "power_clean"]
    assert len(named(cases, "Mike Mentzer's Consolidated Routine").workout.sessions) == 2


def test_a_request_is_the_upper_third_of_what_is_stated(cases):
    """60-90 minutes are 75, 30-45 are 40; strength and hypertrophy is planned as hypertrophy."""
    bridge = named(cases, "Barbell Medicine: The Bridge").problem.request
    mentzer = named(cases, "Mike Mentzer's Consolidated Routine").problem.request

    assert [(s.day, s.minutes) for s in bridge.sessions] == [
        ("mon", 75), ("wed", 75), ("thu", 75), ("fri", 75)]
    assert (bridge.goal, bridge.level, bridge.equipment) == ("strength", "intermediate", ("gym",))
    assert (mentzer.goal, mentzer.sessions[0].minutes) == ("hypertrophy", 40)


def test_a_published_session_has_a_warm_up_and_a_clock(bullmastiff):
    """The warm-up is as long as the request's; the work takes minutes at the typical pace."""
    done, session = bullmastiff.workout.sessions[0], bullmastiff.problem.sessions[0]
    held = sum(i.dose.hold_s for i in done.entries if not i.work)

    assert held == sum(sum(part.holds) for part in session.warm_up)
    assert 30 * 60 < session_seconds(done.entries, bullmastiff.problem.timing) < 75 * 60
    assert short(done)[0] == "back_squat 4x6"


def test_published_names_become_ids():
    """By name and kit, by the table, or not at all."""
    index = NameIndex(corpus.catalogue().exercises)

    assert convert.entry(["Bench Press", "dumbbell", 3, 8, None, "A"], index) == "db_bench 3x8 A"
    assert convert.entry(["Plank", "bodyweight", 5, None, 60], index) == "plank 5x60s"
    assert convert.resolved("Sling Shot Bench Press", "barbell", index) == "bench_press"
    assert convert.resolved("Flying Carpet", "cable", index) is None
    assert set(convert.OURS.values()) <= set(corpus.catalogue().exercise_by_id)


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
    week = named(cases, "Tactical Barbell: Operator").workout
    rows = {f.name: f for f in style.figures([week], corpus.catalogue())}

    assert list(rows["exercises of a session"].values) == [3, 3, 3]
    assert list(rows["work sets of a week"].values) == [27]
    assert list(rows["different exercises of a week"].values) == [4]
    assert rows["first is a barbell compound"].cells() == ("", "100 %", "")
    assert style.missing(week, corpus.catalogue()) == ["overhead press", "row"]
    assert all(len(line) <= 80 for line in
               style.table([week], [week], corpus.catalogue()).splitlines())


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
