from dataclasses import replace

import pytest

BENCH = ["barbell", "plates", "bench"]


@pytest.mark.parametrize(("equipment", "status"), [([*BENCH, "rack"], "kept"), (BENCH, "broken")])
def test_the_rack_counts(make_problem, workout, finding, equipment, status):
    """A bench press needs barbell, plates, bench and rack; without the rack it breaks."""
    problem = make_problem(equipment=equipment)

    [row] = finding("equipment", workout(problem, [("bench_press", 3, 8)]), problem)

    assert (row.status, row.severity) == (status, "must")
    assert ("needs squat rack" in row.says) == (status == "broken")


@pytest.mark.parametrize(("equipment", "status"), [
    ("band", "kept"), ("cable", "kept"), ("dumbbells", "broken")])
def test_any_one_alternative_is_enough(make_problem, workout, finding, equipment, status):
    """External rotations are done with a band or a cable, not with dumbbells."""
    problem = make_problem(equipment=[equipment])

    [row] = finding("equipment", workout(problem, [("external_rotation", 3, 12)]), problem)

    assert row.status == status


def test_half_of_each_alternative_is_not_enough(make_problem, workout, finding):
    """An inverted row needs a low bar, or a rack and a barbell; a rack alone breaks."""
    problem = make_problem(equipment=["rack"])

    [row] = finding("equipment", workout(problem, [("inverted_row", 3, 10)]), problem)

    assert row.status == "broken"
    assert row.reached == 1


@pytest.mark.parametrize(("equipment", "status"), [("gym", "kept"), ("minimal", "broken")])
def test_the_warm_up_needs_its_equipment_too(make_problem, workout, finding, equipment, status):
    """A walk on the treadmill before push-ups breaks the rule where there is no treadmill."""
    problem = make_problem(equipment=[equipment])
    entries = [("treadmill_walk", 1, 480, "raise"), ("push_up", 3, 10)]

    [row] = finding("equipment", workout(problem, entries, warm_up=False), problem)

    assert row.status == status


def test_a_sessions_own_equipment_replaces_the_requests(make_problem, workout, finding):
    """A lat pulldown fits Monday in the gym, not Thursday with dumbbells and mat."""
    problem = make_problem(sessions=[
        {"day": "mon", "minutes": 60},
        {"day": "thu", "minutes": 60, "equipment": ["dumbbells", "mat"]}])
    pulldown = [("lat_pulldown", 3, 10)]

    rows = finding("equipment", workout(problem, pulldown, pulldown), problem)

    assert [r.status for r in rows] == ["kept", "broken"]


def test_an_included_exercise_is_not_spared(make_problem, workout, finding):
    """A barbell does not appear by asking for the deadlift by name."""
    problem = make_problem(equipment=["minimal"], include=["deadlift"])

    [row] = finding("equipment", workout(problem, [("deadlift", 3, 5)]), problem)

    assert row.status == "broken"


def test_text_without_equipment_is_not_judged(make_problem, workout, finding):
    """Where no equipment is known the rule does not say that everything is there."""
    problem = replace(make_problem(), unknown=frozenset({"equipment"}))

    [row] = finding("equipment", workout(problem, [("deadlift", 3, 5)]), problem)

    assert row.status == "not_judged"
