from itertools import combinations

import pytest

from planner.rules.superset_muscles import SupersetMuscles


@pytest.mark.parametrize(("a", "b", "reason"), [
    ("bench_press", "seated_row", None),  # antagonists
    ("lat_pulldown", "band_pulldown", "both train the same muscle directly"),
    ("barbell_curl", "seated_row", None),  # biceps 1.0 and 0.5
    ("bench_press", "bent_over_row", "two of the heaviest lifts"),
    ("bench_press", "one_arm_db_row", None),
    ("push_up", "incline_db_press", "compounds of one movement"),  # two parts of the chest
    ("push_up", "db_shoulder_press", None),  # forward, and upward
    ("plank", "bent_over_row", "a tired trunk"),  # core, and lumbar 3
    ("plank", "seated_row", None),  # core, and lumbar 1
])
def test_one_rests_while_the_other_works(make_problem, workout, finding, a, b, reason):
    """Not the same muscle directly, not two of the heaviest lifts or of one movement."""
    problem = make_problem()
    entries = [(a, 3, 10, "A"), (b, 3, 10, "A")]

    [row] = finding("superset_muscles", workout(problem, entries), problem)

    assert (row.status, row.severity) == ("broken" if reason else "kept", "must")
    assert (reason or "rests one muscle") in row.says


def test_one_after_the_other_is_fine(make_problem, workout, finding):
    """Two pulldowns that are no superset keep the rule."""
    problem = make_problem()
    entries = [("lat_pulldown", 3, 10), ("band_pulldown", 3, 10)]

    [row] = finding("superset_muscles", workout(problem, entries), problem)

    assert row.status == "kept"


@pytest.mark.parametrize("equipment", ["gym", "home"])
def test_all_pairs_at_once(make_problem, equipment):
    """What the solver is told of a session bars the same pairs as the check, one by one."""
    problem = make_problem(equipment=[equipment])
    [session], rule = problem.sessions, SupersetMuscles()
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
