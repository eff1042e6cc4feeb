import pytest


@pytest.fixture
def caution(catalog):
    """Return the penalty points of an entry that asks for caution."""
    return catalog.rule_by_id["complaints"].figures["caution"]


def test_without_a_complaint_there_is_nothing_to_judge(make_problem, workout, finding):
    """A healthy back makes the rule not applicable."""
    problem = make_problem()

    [row] = finding("complaints", workout(problem, [("deadlift", 5, 5)]), problem)

    assert row.status == "not_applicable"


@pytest.mark.parametrize(("exercise", "status"), [("hip_thrust", "kept"), ("deadlift", "broken")])
def test_an_excluded_exercise(make_problem, workout, finding, exercise, status):
    """With low back pain a hip thrust keeps the rule, a deadlift breaks it."""
    problem = make_problem(complaints=["low_back_pain"])

    row = finding("complaints", workout(problem, [(exercise, 2, 8)]), problem)[0]

    assert (row.status, row.severity) == (status, "must")


def test_an_included_exercise_is_not_spared(make_problem, workout, finding):
    """Asking for the deadlift by name does not lift the exclusion."""
    problem = make_problem(complaints=["low_back_pain"], include=["deadlift"])

    row = finding("complaints", workout(problem, [("deadlift", 2, 8)]), problem)[0]

    assert row.status == "broken"


def test_the_warm_up_is_judged_too(make_problem, workout, finding):
    """With knee pain no jog, not even to warm up."""
    problem = make_problem(complaints=["knee_pain"])
    entries = [("light_jog", 1, 480, "raise"), ("lat_pulldown", 3, 10)]

    row = finding("complaints", workout(problem, entries, warm_up=False), problem)[0]

    assert row.status == "broken"


@pytest.mark.parametrize(("sets", "status"), [(3, "kept"), (4, "broken")])
def test_lumbar_points(make_problem, workout, finding, sets, status):
    """Eight lumbar points are kept, nine are broken."""
    problem = make_problem(complaints=["low_back_pain"])
    # Seated rows and one-arm rows are one point a set each: 5 + 3 = 8, 5 + 4 = 9.
    rows_done = [("seated_row", 5, 10), ("one_arm_db_row", sets, 10)]

    rows = finding("complaints", workout(problem, rows_done), problem)
    [points] = [r for r in rows if "lumbar points" in r.says]

    assert (points.asked, points.reached, points.status) == (8, 5 + sets, status)


@pytest.mark.parametrize(("entries", "careful"), [
    ([("hip_thrust", 2, 10)], 0),
    ([("back_extension", 2, 10)], 1),
    ([("back_extension", 2, 10), ("bent_over_fly", 2, 10)], 2)])
def test_the_caution_list_costs(make_problem, workout, finding, caution, entries, careful):
    """Each entry that asks for caution costs the rule's figure and breaks no must."""
    problem = make_problem(complaints=["low_back_pain"])

    rows = finding("complaints", workout(problem, entries, warm_up=False), problem)
    wished = [r.penalty for r in rows if r.severity == "should"]

    assert wished == ([careful * caution] if careful else [])
    assert all(r.status == "kept" for r in rows if r.severity == "must")


def test_caution_counts_in_the_warm_up(make_problem, workout, finding, caution):
    """Ten minutes of rowing with low back pain cost the same as an entry of work."""
    problem = make_problem(complaints=["low_back_pain"])
    entries = [("rowing_machine", 1, 600, "raise"), ("lat_pulldown", 3, 10)]

    rows = finding("complaints", workout(problem, entries, warm_up=False), problem)

    assert [r.penalty for r in rows if r.severity == "should"] == [caution]


def _limit_statuses(rows):
    return [r.status for r in rows if "too hard or too long" in r.says]


@pytest.mark.parametrize(("words", "broken"), [((), []), (("to_failure",), ["broken"])])
def test_failure_never(make_problem, workout, finding, words, broken):
    """An elbow tendon allows rows, but no set to failure."""
    problem = make_problem(complaints=["elbow_tendon_pain"])

    rows = finding("complaints", workout(problem, [("seated_row", 3, 10, *words)]), problem)

    assert _limit_statuses(rows) == broken


@pytest.mark.parametrize(("rir", "broken"), [(3, []), (2, ["broken"])])
def test_rir_min(make_problem, workout, finding, rir, broken):
    """In pregnancy three repetitions in reserve keep the limit, two break it."""
    problem = make_problem(complaints=["pregnancy"])

    rows = finding("complaints", workout(problem, [("seated_row", 3, 10, f"rir {rir}")]), problem)

    assert _limit_statuses(rows) == broken


@pytest.mark.parametrize(("hold_s", "broken"), [(30, []), (31, ["broken"])])
def test_hold_s_max(make_problem, workout, finding, hold_s, broken):
    """With high blood pressure a hold of 30 s is kept, one of 31 s broken."""
    problem = make_problem(complaints=["hypertension"])

    rows = finding("complaints", workout(problem, [("prone_cobra", 3, hold_s)]), problem)

    assert _limit_statuses(rows) == broken


def test_a_carry_is_not_a_hold(make_problem, workout, finding):
    """Forty metres of farmer's carry are no hold of 40 s."""
    problem = make_problem(complaints=["hypertension"])

    rows = finding("complaints", workout(problem, [("farmers_carry", 3, 40)]), problem)

    assert _limit_statuses(rows) == []


def test_the_strictest_of_two_complaints_holds(make_problem):
    """Pregnancy and high blood pressure together: no failure, RIR 3, holds of 30 s."""
    limits = make_problem(complaints=["pregnancy", "hypertension", "low_back_pain"]).limits

    assert (limits.no_failure, limits.rir_min, limits.hold_s_max) == (True, 3, 30)
    assert (limits.lumbar_points_max, limits.rest_s_min, limits.percent_1rm_max) == (8, 90, 70)


def test_failure_breaks_rir_min(make_problem, workout, finding):
    """With high blood pressure (RIR 3 at least) rows to failure break the limit."""
    problem = make_problem(complaints=["hypertension"])

    rows = finding("complaints", workout(problem, [("seated_row", 3, 10, "to_failure")]), problem)

    assert _limit_statuses(rows) == ["broken"]


def test_percent_1rm_max(make_problem, workout, finding):
    """With high blood pressure 5 rows with 3 in reserve (79 %) break the limit of 70 %."""
    problem = make_problem(complaints=["hypertension"])

    rows = finding("complaints", workout(problem, [("seated_row", 3, 5, "rir 3")]), problem)

    assert _limit_statuses(rows) == ["broken"]
