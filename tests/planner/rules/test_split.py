import pytest

from planner.rules.split import day_of

PLANK = [("plank", 2, 40)]


def _statuses(rows):
    return [r.status for r in rows]


def test_no_split(make_problem, workout, finding):
    """Without a split there is nothing to judge."""
    problem = make_problem()

    [row] = finding("split", workout(problem, [("bench_press", 3, 8)]), problem)

    assert row.status == "not_applicable"


@pytest.mark.parametrize("exercise", ["bench_press", "seated_row", "back_squat"])
def test_each_lift_has_its_day(make_problem, workout, finding, exercise):
    """Of push, pull and legs one day takes a lift, the two others break the rule with it."""
    problem = make_problem(days="mon wed fri", split="push_pull_legs")
    lift = [(exercise, 3, 8)]

    rows = finding("split", workout(problem, lift, lift, lift), problem)

    assert sorted(_statuses(rows)) == ["broken", "broken", "kept"]
    assert {r.severity for r in rows} == {"must"}


def test_push_and_pull_have_different_days(make_problem, workout, finding):
    """The day that takes the bench press refuses the row, with the name of the day."""
    problem = make_problem(days="mon wed fri", split="push_pull_legs")
    press, row = [("bench_press", 3, 8)], [("seated_row", 3, 8)]

    presses = finding("split", workout(problem, press, press, press), problem)
    pulls = finding("split", workout(problem, row, row, row), problem)
    on_push_day = pulls[_statuses(presses).index("kept")]

    assert on_push_day.status == "broken"
    assert "does not belong to a push day" in on_push_day.says


def test_the_kinds_take_turns(make_problem, workout, finding):
    """With two kinds of day the third session is of the first one's kind again."""
    problem = make_problem(days="mon wed fri", split="upper_lower")
    squat = [("back_squat", 3, 8)]

    first, second, third = _statuses(finding("split", workout(problem, squat, squat, squat),
                                             problem))

    assert first == third != second


def test_two_sessions_of_a_day_are_of_one_kind(make_problem, workout, finding):
    """Morning and evening of Monday take the same lifts, Thursday the others."""
    problem = make_problem(days="mon mon thu", split="upper_lower")
    row = [("seated_row", 3, 8)]

    morning, evening, thursday = _statuses(finding("split", workout(problem, row, row, row),
                                                   problem))

    assert morning == evening != thursday


def test_only_what_is_trained_directly_counts(make_problem, workout, finding):
    """A bench press trains the triceps at a half and still has its chest day."""
    problem = make_problem(days="mon tue wed thu fri", split="body_part")
    press = [("bench_press", 3, 8)]

    rows = finding("split", workout(problem, *[press] * 5), problem)

    assert _statuses(rows).count("kept") == 1


@pytest.mark.parametrize(("include", "kept"), [(["seated_row"], 3), ([], 1)])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, kept):
    """Rows asked for by name may stand on any day."""
    problem = make_problem(days="mon wed fri", split="push_pull_legs", include=include)
    row = [("seated_row", 3, 8)]

    rows = finding("split", workout(problem, row, row, row), problem)

    assert _statuses(rows).count("kept") == kept


@pytest.mark.parametrize(("split", "names"), [
    ("upper_lower", ["upper", "lower"]),
    ("push_pull_legs", ["push", "pull", "legs"]),
    ("body_part", ["chest", "back", "legs", "shoulders", "arms"])])
def test_the_days_come_in_the_order_of_their_names(make_problem, split, names):
    """Push, pull, legs: in this order from the first day on, as splits.yaml has them."""
    problem = make_problem(days="mon tue wed thu fri", split=split)

    found = [day_of(problem, s)[0] for s in problem.sessions]

    assert found[:len(names)] == names
