"""Fractional sets of single muscles."""

from __future__ import annotations

import pytest

from planner.catalog import Catalog
from planner.judge.audit_rows import CoverageRow
from planner.plans.schema import Plan
from planner.show.muscle_sets import level, muscle_sets
from tests.planner.first_exercises import first_exercises
from tests.planner.show.conftest import SMALL

CATALOG = first_exercises()


def sets_of(plan: Plan, catalog: Catalog = CATALOG) -> dict[str, float]:
    """Return sets by muscle."""
    return {m.muscle.id: m.sets for m in muscle_sets(plan, catalog)}


def with_entry(**fields: object) -> Plan:
    """Return the plan by hand with other fields in Monday's deadlift."""
    monday, thursday = SMALL["sessions"]
    entries = [{**e, **fields} if e["exercise"] == "deadlift" else e for e in monday["entries"]]
    return Plan.model_validate({**SMALL, "sessions": [{**monday, "entries": entries}, thursday]})


def test_each_muscle_has_its_own_involvement() -> None:
    """A group counts a set once, each muscle for itself.

    Teres major: chin-up 3 x 1.0, one-arm row 3 x 0.5, seated row 4 x 0.5 = 6.5,
    where the group, which takes the lats of the rows, has 3 + 3 + 4 = 10.
    """
    sets = sets_of(Plan.model_validate(SMALL))

    assert (sets["lats"], sets["teres_major"]) == (10, 6.5)


def test_a_quarter_counts_for_nothing() -> None:
    """The deadlift's involvement of 0.25 gives calves nothing, its 0.5 the quads 5 x 0.5."""
    sets = sets_of(Plan.model_validate(SMALL))

    assert (sets["calves"], sets["quads"]) == (0, 2.5)


@pytest.mark.parametrize(("fields", "glutes"), [
    ({}, 5), ({"credit": 0.5}, 2.5), ({"credit": 0}, 0), ({"sets": 3}, 3),
    ({"phase": "activate"}, 0), ({"exercise": "nobody_knows_it"}, 0)])
def test_what_a_set_is_worth(fields: dict[str, object], glutes: float) -> None:
    """Sets x credit, of work only, and only of exercises that the catalogue knows."""
    assert sets_of(with_entry(**fields))["glute_max"] == glutes


def test_a_muscle_is_measured_by_its_own_goal_or_its_groups() -> None:
    """The goal of brachialis wins over that of its group biceps; ``lats`` is always the group."""
    own = {"muscle": "brachialis", "sets": 6.5, "min": 2, "target": 3, "max": 6}
    plan = Plan.model_validate({**SMALL, "coverage": [*SMALL["coverage"], own]})
    goals = {m.muscle.id: m.goal.muscle if m.goal else None for m in muscle_sets(plan, CATALOG)}

    assert goals["brachialis"] == "brachialis"
    assert (goals["biceps"], goals["lats"], goals["teres_major"]) == ("biceps", "lats", "lats")
    assert goals["quads"] is None


@pytest.mark.parametrize(("sets", "named"), [
    (7.75, "below"), (8, "short"), (11.75, "short"), (12, "reached"), (18, "reached"),
    (18.25, "above")])
def test_levels(sets: float, named: str) -> None:
    """Each bound belongs to the better side of it."""
    row = CoverageRow(muscle="lats", sets=sets, min=8, target=12, max=18)

    assert level(sets, row) == named
    assert level(sets, None) == "none"
