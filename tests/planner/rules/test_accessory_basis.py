import pytest

CURL, DOWN, RAISE, LEGS = (("barbell_curl", 3, 12), ("triceps_pushdown", 3, 12),
                           ("lateral_raise", 3, 12), ("leg_curl", 3, 12))
LONG = {"days": "mon thu", "minutes": 90}


@pytest.mark.parametrize(("first", "second", "missing"), [
    ([CURL, DOWN], [RAISE, LEGS], []),
    ([("hammer_curl", 3, 12), DOWN], [RAISE, LEGS], []),  # any curl
    ([CURL, DOWN], [RAISE], ["knee flexion"]),
    ([CURL], [CURL], ["elbow extension", "knee flexion", "shoulder abduction"]),
])
def test_the_small_work_of_a_week(make_problem, workout, finding, weight, first, second, missing):
    """Each of four movements that no session holds is one unit."""
    problem = make_problem(**LONG)

    [row] = finding("accessory_basis", workout(problem, first, second), problem)

    assert (row.asked, row.reached, row.severity) == (4, 4 - len(missing), "should")
    assert row.penalty == len(missing) * weight("accessory_basis")
    assert row.says == ("missing: " + ", ".join(missing) if missing else "the small work is there")


@pytest.mark.parametrize("fields", [
    {"days": "mon thu", "minutes": 60},  # two hours a week are less than two and a half
    {"minutes": 180},  # one session
    {**LONG, "goal": "strength"},
    {**LONG, "focus": ["chest"]},
    {"sessions": [{"day": "mon", "minutes": 90},
                  {"day": "thu", "minutes": 90, "focus": ["chest"]}]}])
def test_only_a_long_week_for_muscle(make_problem, workout, finding, fields):
    """Strength, a focus, a single session or a short week is not asked for it."""
    problem = make_problem(**fields)
    done = workout(problem, *[[CURL]] * len(problem.sessions))

    [row] = finding("accessory_basis", done, problem)

    assert row.status == "not_applicable"


@pytest.mark.parametrize(("first", "second", "missing"), [
    ([CURL, DOWN], [CURL, DOWN], ""),
    ([CURL, DOWN], [("hammer_curl", 3, 12), DOWN], ""),
    ([CURL, DOWN], [CURL], "elbow extension on 1 day"),
    ([CURL], [CURL], "elbow extension"),
])
def test_a_focus_has_its_own_twice(make_problem, workout, finding, weight, first, second, missing):
    """Arms in focus are curled and extended on two days, whatever the goal and the minutes."""
    problem = make_problem(days="mon thu", focus=["arms"], goal="strength")
    units = 2 if missing == "elbow extension" else int(bool(missing))

    [row] = finding("accessory_basis", workout(problem, first, second), problem)

    assert (row.asked, row.reached) == (4, 4 - units)
    assert row.penalty == units * weight("accessory_basis")
    assert row.says == (f"missing: {missing}" if missing else "the small work is there")


def test_what_the_place_cannot_do_is_not_asked(make_problem, workout, finding):
    """With dumbbells and a mat nothing bends the knee against a weight."""
    problem = make_problem(**LONG, equipment=["minimal"])

    [row] = finding("accessory_basis", workout(problem, [RAISE], [("hammer_curl", 3, 12)]), problem)

    assert "knee flexion" not in row.says
    assert row.asked < 4
