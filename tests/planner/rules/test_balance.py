import pytest


def _row(make_problem, workout, finding, entries, ratio):
    problem = make_problem(days="mon thu")
    [row] = finding("balance", workout(problem, entries, []), problem, ratio)
    return row


@pytest.mark.parametrize(("pull", "push", "over"), [
    (4, 4, 0),  # 1.0, the lower end
    (4, 5, 1),  # 0.8: one set short of 5
    (3, 5, 2),
    (6, 4, 0),  # 1.5, the upper end
    (7, 4, 1),  # 1.75: one set over 6
    (0, 0, 0),
])
def test_pull_and_push(make_problem, workout, finding, weight, pull, push, over):
    """Pulls to pushes between 1 : 1 and 1.5 : 1; each set out of range costs."""
    entries = [e for e in [("seated_row", pull, 10), ("bench_press", push, 8)] if e[1]]

    row = _row(make_problem, workout, finding, entries, "pull_push")

    assert (row.status, row.severity) == ("broken" if over else "kept", "should")
    assert row.penalty == over * weight("balance")


@pytest.mark.parametrize(("hip", "knee", "status"), [
    (7, 10, "kept"), (6, 10, "broken"), (15, 10, "kept"), (16, 10, "broken")])
def test_hip_and_knee(make_problem, workout, finding, hip, knee, status):
    """Hinges and leg curls to squats and extensions between 0.7 and 1.5."""
    entries = [("deadlift", 3, 5), ("leg_curl", hip - 3, 12),
               ("back_squat", 5, 8), ("leg_extension", knee - 5, 12)]

    row = _row(make_problem, workout, finding, entries, "hip_knee")

    assert (row.reached, row.status) == (round(hip / knee, 2), status)


@pytest.mark.parametrize(("back", "front", "status"), [
    (3, 5, "kept"), (2, 5, "broken"), (6, 4, "kept"), (7, 4, "broken")])
def test_back_and_front(make_problem, workout, finding, back, front, status):
    """Lower back to abs between 0.6 and 1.5, counted by what the exercises train."""
    entries = [("back_extension", back, 12), ("plank", front, 40)]

    row = _row(make_problem, workout, finding, entries, "back_front")

    assert row.status == status


def test_half_involvements_count_half(make_problem, workout, finding):
    """Two barbell rows (lower back 0.5) are one set: 2 extensions + 1 against 5 planks is 0.6."""
    entries = [("bent_over_row", 2, 8), ("back_extension", 2, 12), ("plank", 5, 40)]

    row = _row(make_problem, workout, finding, entries, "back_front")

    assert (row.reached, row.status) == (0.6, "kept")


@pytest.mark.parametrize(("fields", "judged"), [
    ({"days": "mon"}, []),
    ({"days": "mon thu", "focus": ["biceps", "lower_back"]}, []),
    ({"days": "mon thu", "focus": ["lats", "chest"]}, ["pull_planes", "pull_push"]),
    ({"days": "mon thu", "focus": ["legs"]}, ["hip_knee"]),
    ({"days": "mon thu", "focus": ["trunk"]}, ["back_front"]),
    ({"days": "mon thu"}, ["back_front", "hip_knee", "pull_planes", "pull_push",
                              "push_planes"])])
def test_off_for_one_session_or_a_one_sided_focus(make_problem, workout, finding, fields, judged):
    """Only a week whose focus takes in both sides is judged."""
    problem = make_problem(**fields)

    rows = finding("balance", workout(problem, *[[("plank", 2, 40)]] * len(problem.sessions)),
                   problem)

    assert sorted(r.where for r in rows if r.status != "not_applicable") == judged
    assert len(rows) == max(1, len(judged))


def test_a_focus_on_the_back_is_one_sided(make_problem, workout, finding):
    """A week for the back asks for no abs to balance it, and for no presses; pulls have planes."""
    problem = make_problem(days="mon thu", focus=["back"])

    rows = finding("balance", workout(problem, [("back_extension", 3, 12)], []), problem)

    assert [r.where for r in rows] == ["pull_planes"]


@pytest.mark.parametrize(("vertical", "horizontal", "over"), [
    (4, 4, 0), (2, 4, 0), (1, 4, 1), (8, 4, 0), (10, 4, 2)])
def test_pulls_of_both_planes(make_problem, workout, finding, weight, vertical, horizontal, over):
    """Pulldowns to rows between 0.5 and 2; each set out of range costs."""
    entries = [("lat_pulldown", vertical, 10), ("seated_row", horizontal, 10)]

    row = _row(make_problem, workout, finding, entries, "pull_planes")

    assert row.penalty == over * weight("balance")


@pytest.mark.parametrize(("forward", "upward", "status"), [
    (4, 4, "kept"), (3, 4, "broken"), (12, 4, "kept"), (13, 4, "broken")])
def test_presses_of_both_planes(make_problem, workout, finding, forward, upward, status):
    """Bench presses to overhead presses between 1 and 3."""
    entries = [("bench_press", forward, 8), ("overhead_press", upward, 8)]

    row = _row(make_problem, workout, finding, entries, "push_planes")

    assert row.status == status
