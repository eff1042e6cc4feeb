from itertools import combinations

import pytest

from planner.rules.superset_pairs import SupersetPairs


def pair(a, b, sets_b=3):
    """Return two entries as superset A."""
    amounts = [40 if name == "plank" else 12 for name in (a, b)]
    return [(a, 3, amounts[0], "A"), (b, sets_b, amounts[1], "A")]


@pytest.mark.parametrize(("a", "b", "reason"), [
    ("lateral_raise", "hammer_curl", None),
    ("deadlift", "lateral_raise", "a risk lift stands alone"),
    ("lateral_raise", "back_squat", "a risk lift stands alone"),
    ("bent_over_fly", "back_extension", "both load the lower back"),  # lumbar 2 and 2
    ("bent_over_fly", "seated_row", None),  # 2 and 1
    ("chin_up", "forearm_curl", "both tire the grip"),  # grip 2 and 2
    ("chin_up", "hammer_curl", None),  # 2 and 1
    ("leg_curl", "leg_extension", "they are at two different stations"),
    ("leg_curl", "lateral_raise", None),  # one station, and dumbbells that come along
    ("face_pull", "triceps_pushdown", None),  # both at the cable
])
def test_the_four_bars(make_problem, workout, finding, a, b, reason):
    """No risk lift, not the lower back twice, not the grip twice, not two stations."""
    problem = make_problem()

    [row] = finding("superset_pairs", workout(problem, pair(a, b)), problem)

    assert (row.status, row.severity) == ("broken" if reason else "kept", "must")
    assert (reason or "safe") in row.says


def test_the_same_two_apart_are_fine(make_problem, workout, finding):
    """One after the other anything goes; the rule speaks of supersets."""
    problem = make_problem()
    entries = [e[:3] for e in pair("leg_curl", "leg_extension")]

    [row] = finding("superset_pairs", workout(problem, entries), problem)

    assert row.status == "kept"


@pytest.mark.parametrize("sets", [3, 4])
def test_one_of_them_may_have_a_set_more(make_problem, workout, finding, sets):
    """Three rounds together, and the fourth set of one of them by itself."""
    problem = make_problem()

    [row] = finding("superset_pairs", workout(problem, pair("lateral_raise", "hammer_curl", sets)),
                    problem)

    assert row.status == "kept"


@pytest.mark.parametrize(("entries", "wrong"), [
    ([("lateral_raise", 3, 12, "A")], 1),  # alone
    ([("lateral_raise", 3, 12, "A"), ("plank", 3, 40), ("hammer_curl", 3, 12, "A")], 2)])  # apart
def test_side_by_side(make_problem, workout, finding, entries, wrong):
    """The entries of a superset stand next to each other; what stands alone is none."""
    problem = make_problem()

    [row] = finding("superset_pairs", workout(problem, entries), problem)

    assert (row.status, row.reached) == ("broken", wrong)


@pytest.mark.parametrize(("third", "status"), [("plank", "kept"), ("deadlift", "broken")])
def test_a_circuit(make_problem, workout, finding, third, status):
    """Three in turn are a circuit, but a risk lift is done fresh and stands alone."""
    problem = make_problem()
    amount = 40 if third == "plank" else 5
    entries = [*pair("lateral_raise", "hammer_curl"), (third, 3, amount, "A")]

    [row] = finding("superset_pairs", workout(problem, entries), problem)

    assert row.status == status


@pytest.mark.parametrize(("others", "status"), [([], "broken"), ([("plank", 3, 40, "A")], "kept")])
def test_a_circuit_goes_from_place_to_place(make_problem, workout, finding, others, status):
    """Two stations are one too many for a pair; in a circuit of three nobody holds a place."""
    problem = make_problem()
    entries = [("leg_curl", 3, 12, "A"), ("leg_extension", 3, 12, "A"), *others]

    [row] = finding("superset_pairs", workout(problem, entries), problem)

    assert row.status == status


@pytest.mark.parametrize(("equipment", "status"), [
    (["low_bar", "cable"], "broken"), (["rack", "barbell", "cable"], "broken"),
    (["low_bar", "band"], "kept")])
def test_the_alternative_in_use_decides(make_problem, workout, finding, equipment, status):
    """Rotations with a band may join inverted rows, at the cable they are a station away."""
    problem = make_problem(equipment=equipment)

    [row] = finding("superset_pairs", workout(problem, pair("inverted_row", "external_rotation")),
                    problem)

    assert row.status == status


@pytest.mark.parametrize("equipment", ["gym", "home"])
def test_all_pairs_at_once(make_problem, equipment):
    """What the solver is told of a session bars the same pairs as the check, one by one."""
    problem = make_problem(equipment=[equipment])
    [session], rule = problem.sessions, SupersetPairs()
    told = rule.apart(problem, session)

    def barred(a, b):
        crossed = any((a in x and b in y) or (b in x and a in y) for x, y in told.camps)
        places = {told.places[i] for i in (a, b) if i in told.places}
        return (not told.alone.isdisjoint((a, b)) or any({a, b} <= c for c in told.cliques)
                or len(places) == 2 or crossed)

    wrong = [(a.id, b.id) for a, b in combinations(session.options, 2)
             if barred(a.id, b.id) != bool(rule.bars_pair(problem, a.exercise, b.exercise,
                                                         a.equipment, b.equipment))]

    assert len(session.options) > 10
    assert wrong == []
