import pytest


def _row(rows, what):
    [found] = [r for r in rows if what in r.says]
    return found


@pytest.mark.parametrize(("rows_done", "points", "status"), [(2, 32, "kept"), (3, 33, "broken")])
def test_lumbar_points(make_problem, workout, finding, rows_done, points, status):
    """Thirty-two lumbar points are an intermediate's limit."""
    problem = make_problem()
    # Deadlifts 5 x 3, barbell rows 5 x 3, seated rows 1 each.
    entries = [("deadlift", 5, 5), ("bent_over_row", 5, 8), ("seated_row", rows_done, 10)]

    row = _row(finding("strain", workout(problem, entries), problem), "lumbar points, at")

    assert (row.asked, row.reached, row.status, row.severity) == (32, points, status, "must")


@pytest.mark.parametrize(("sets", "points", "status"), [(0, 36, "kept"), (1, 37, "broken")])
def test_grip_points(make_problem, workout, finding, sets, points, status):
    """Thirty-six grip points are an intermediate's limit."""
    problem = make_problem()
    # Deadlifts 5 x 3, chin-ups 3 x 2, shrugs 5 x 3: 36. A seated row is one more.
    entries = [("deadlift", 5, 5), ("chin_up", 3, 6), ("shrug", 5, 12)]
    entries += [("seated_row", sets, 10)] if sets else []

    row = _row(finding("strain", workout(problem, entries), problem), "grip points")

    assert (row.asked, row.reached, row.status) == (36, points, status)


@pytest.mark.parametrize(("level", "most"), [("novice", 1), ("intermediate", 2), ("advanced", 3)])
def test_the_hardest_lifts(make_problem, workout, finding, level, most):
    """One, two or three lifts of systemic strain 3 in a session, by level."""
    problem = make_problem(level=level)
    hard = [("deadlift", 1, 5), ("back_squat", 1, 5), ("kb_swing", 1, 12), ("power_clean", 1, 3)]

    for count in range(1, 5):
        row = _row(finding("strain", workout(problem, hard[:count]), problem), "hardest lifts")

        assert (row.asked, row.reached) == (most, count)
        assert row.status == ("kept" if count <= most else "broken")


def test_hard_is_not_hardest(make_problem, workout, finding):
    """Barbell rows and bench presses (systemic 2) beside a deadlift are not counted."""
    problem = make_problem(level="novice")
    entries = [("deadlift", 1, 5), ("bent_over_row", 1, 8), ("bench_press", 1, 8)]

    row = _row(finding("strain", workout(problem, entries), problem), "hardest lifts")

    assert (row.reached, row.status) == (1, "kept")


@pytest.mark.parametrize(("level", "lumbar", "grip", "pair"), [
    ("novice", 20, 24, 24), ("intermediate", 32, 36, 36), ("advanced", 45, 48, 50)])
def test_limits_by_level(make_problem, workout, finding, level, lumbar, grip, pair):
    """The four limits of each level stand in the ledger."""
    problem = make_problem(days="mon tue", level=level)
    plank = [("plank", 2, 40)]

    rows = finding("strain", workout(problem, plank, plank), problem)

    assert [r.asked for r in rows if r.where == "mon"][:2] == [lumbar, grip]
    assert [r.asked for r in rows if r.where == "mon+tue"] == [pair]


@pytest.mark.parametrize(("rows_done", "status"), [(0, "kept"), (1, "broken")])
def test_two_days_running(make_problem, workout, finding, rows_done, status):
    """Eighteen lumbar points on Monday and Tuesday are 36, the limit; one more breaks it."""
    problem = make_problem(days="mon tue")
    # Barbell rows: 6 x 3.
    tuesday = [("bent_over_row", 6, 8)]
    tuesday += [("seated_row", rows_done, 10)] if rows_done else []

    [row] = finding("strain", workout(problem, [("deadlift", 6, 5)], tuesday), problem, "mon+tue")

    assert (row.asked, row.reached, row.status) == (36, 36 + rows_done, status)


@pytest.mark.parametrize(("days", "pairs"), [
    ("mon wed", []),
    ("mon mon", ["mon+mon_2"]),
    ("mon tue wed", ["mon+tue", "tue+wed"]),
    ("mon mon tue", ["mon+mon_2", "mon+tue", "mon_2+tue"]),
    ("mon sun", [])])
def test_which_sessions_are_neighbours(make_problem, workout, finding, days, pairs):
    """Any two sessions of a day or of neighbouring days; the week does not wrap round."""
    problem = make_problem(days=days)
    sessions = [[("deadlift", 9, 5)]] * len(days.split())  # 27 points each, 54 together

    rows = finding("strain", workout(problem, *sessions), problem)

    assert [(r.where, r.status) for r in rows if "+" in r.where] == [(p, "broken") for p in pairs]


def test_the_warm_up_is_not_counted(make_problem, workout, finding):
    """Rowing to warm up (lumbar 1, grip 1) adds no points."""
    problem = make_problem()
    entries = [("rowing_machine", 1, 480, "raise"), ("plank", 2, 40)]

    rows = finding("strain", workout(problem, entries, warm_up=False), problem)

    assert [r.reached for r in rows] == [0, 0, 0]
