import pytest


@pytest.mark.parametrize(("entries", "wrong"), [
    (["bench_press", "leg_press"], 0),
    (["leg_press", "bench_press"], 1),  # a machine before a heavy barbell lift
    (["hammer_curl", "bench_press"], 1),  # whatever muscle it trains
    (["leg_press", "hammer_curl", "bench_press"], 2),
    (["leg_press", "bench_press", "back_squat"], 2),  # before each of the two
    (["bench_press", "back_squat"], 0),  # both of the heaviest class
    (["leg_press", "chin_up"], 0),  # neither is
    (["bent_over_row", "bench_press"], 1),  # of two heavy lifts the pull comes second
    (["bench_press", "bent_over_row"], 0),
    (["seated_row", "leg_press"], 0),  # of lighter ones it may come first
    (["hammer_curl", "leg_press"], 1),  # what moves one joint comes last
    (["leg_press", "hammer_curl"], 0),
    (["plank", "bench_press"], 0),  # trunk work is core_last's
    (["deadlift", "bench_press"], 0),  # a risk lift may begin
])
def test_the_heaviest_class_first(make_problem, workout, finding, weight, entries, wrong):
    """Isolations before compounds, light before heavy, pulls before heavy pushes: all clash."""
    problem = make_problem()

    [row] = finding("heavy_first", workout(problem, [(e, 3, 8) for e in entries]), problem)

    assert (row.reached, row.severity) == (wrong, "should")
    assert (row.status, row.penalty) == (
        "broken" if wrong else "kept", wrong * weight("heavy_first"))


def test_the_warm_up_may_come_before(make_problem, workout, finding):
    """A dead bug to activate is no lighter work."""
    problem = make_problem()
    entries = [("dead_bug", 1, 8, "activate"), ("bench_press", 3, 8)]

    [row] = finding("heavy_first", workout(problem, entries), problem)

    assert row.status == "kept"
