from itertools import combinations

import pytest

from planner.rules.superset_muscles import SupersetMuscles


@pytest.mark.parametrize(("a", "b", "reason"), [
    ("db_bench", "seated_row", None),  # antagonists
    ("lat_pulldown", "band_pulldown", "both train the same muscle"),  # lats 1.0 and 1.0
    ("hammer_curl", "seated_row", "both train the same muscle"),  # biceps 1.0 and 0.5
    ("chest_supported_row", "lat_pulldown", "both train the same muscle"),  # 1.0 and 0.5
    ("triceps_pushdown", "hammer_curl", None),  # what bends the arm, and what stretches it
    ("bench_press", "bent_over_row", "two of the heaviest lifts"),
    ("bench_press", "hammer_curl", "a barbell lift"),
    ("barbell_curl", "triceps_pushdown", None),  # a barbell, but no compound
    ("back_squat", "face_pull", "a barbell lift"),
    ("split_squat", "face_pull", None),
    ("push_up", "incline_db_press", "both train the same muscle"),  # chest 1.0 and 0.5
    ("goblet_squat", "leg_press", "both train the same muscle"),
    ("push_up", "db_shoulder_press", "both train the same muscle"),  # front delts 0.5, 1.0
    ("push_up", "lateral_raise", None),
    ("kb_swing", "seated_row", "both hang on the grip and the back"),  # a hinge and a pull
    ("kb_swing", "db_bench", None),
    ("plank", "bent_over_row", "a tired trunk"),  # core, and lumbar 3
    ("plank", "seated_row", None),  # core, and lumbar 1
])
def test_one_rests_while_the_other_works(make_problem, workout, finding, a, b, reason):
    """Not one muscle at 1.5 in all, no barbell lift, not two of one movement, no tired trunk."""
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
    """What the solver is told of a session bars no pair that the check would let pass.

    It need not say all: a muscle that is direct in one and half in the other is no clique, nor
    are hinges and pulls, and who may not be matched is cut off when it occurs.
    """
    problem = make_problem(equipment=[equipment])
    [session], rule = problem.sessions, SupersetMuscles()
    told = rule.apart(problem, session)

    def barred(a, b):
        crossed = any((a in x and b in y) or (b in x and a in y) for x, y in told.camps)
        places = {told.places[i] for i in (a, b) if i in told.places}
        return (not told.alone.isdisjoint((a, b)) or any({a, b} <= c for c in told.cliques)
                or len(places) == 2 or crossed)

    pairs = list(combinations(session.options, 2))
    reasons = {(a.id, b.id): rule.bars_pair(problem, a.exercise, b.exercise, a.equipment,
                                            b.equipment) for a, b in pairs}
    said = {pair for pair in reasons if barred(*pair)}
    half = {pair for pair, reason in reasons.items() if reason in (
        "both train the same muscle", "both hang on the grip and the back")}

    assert len(session.options) > 10
    assert said <= {pair for pair, reason in reasons.items() if reason}
    assert {pair for pair, reason in reasons.items() if reason} - said <= half
