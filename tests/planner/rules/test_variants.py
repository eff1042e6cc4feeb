import pytest


@pytest.mark.parametrize(("entries", "over"), [
    (["bench_press", "db_bench"], 1),  # horizontal pushes, both for the chest
    (["bench_press", "db_bench", "push_up"], 2),
    (["goblet_squat", "leg_press"], 0),  # guided by a machine, the other is not
    (["seated_row", "bent_over_row"], 1),  # rows are done once, whatever they train
    (["seated_row", "lat_pulldown"], 0),
    (["bench_press", "overhead_press"], 0),  # forward, and upward
    (["bench_press", "seated_row"], 0),
    (["barbell_curl", "hammer_curl"], 0),  # elbow flexion, but the second is for the forearm too
    (["deadlift", "romanian_deadlift"], 0),  # hinges, for other muscles
])
def test_one_of_a_kind(make_problem, workout, finding, weight, entries, over):
    """Two of one movement for the same direct muscles are one too many, three two."""
    problem = make_problem()

    [row] = finding("variants", workout(problem, [(e, 3, 10) for e in entries]), problem)

    assert (row.status, row.severity) == ("broken" if over else "kept", "should")
    assert row.penalty == over * weight("variants")


def test_it_names_them(make_problem, workout, finding):
    """Which two are variants of one lift is said."""
    problem = make_problem()

    [row] = finding("variants", workout(problem, [("bench_press", 3, 8), ("db_bench", 3, 8)]),
                    problem)

    assert row.says == "variants of one lift: Bench press, Dumbbell bench press"


@pytest.mark.parametrize(("include", "status"), [
    ([], "broken"), (["db_bench"], "kept"), (["bench_press", "db_bench"], "kept")])
def test_who_asks_for_both_gets_both(make_problem, workout, finding, include, status):
    """What is included by name does not count."""
    problem = make_problem(include=include)

    [row] = finding("variants", workout(problem, [("bench_press", 3, 8), ("db_bench", 3, 8)]),
                    problem)

    assert row.status == status


def test_the_next_session_is_another(make_problem, workout, finding):
    """Bench presses on Monday and dumbbells on Thursday are no variants of one session."""
    problem = make_problem(days="mon thu")

    rows = finding("variants", workout(problem, [("bench_press", 3, 8)], [("db_bench", 3, 8)]),
                   problem)

    assert [r.status for r in rows] == ["kept", "kept"]
