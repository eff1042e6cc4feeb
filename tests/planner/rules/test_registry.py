from pathlib import Path

import pytest

from planner.request.errors import InputError
from planner.rules import REGISTRY

RULES = Path(__file__).parents[3] / "planner" / "rules"


def test_every_rule_has_a_file_and_a_test():
    """One rule a file, one test file a rule, all of them registered once."""
    files = {f.stem for f in RULES.glob("*.py")} - {"__init__", "protocol", "kinds"}
    ids = [r.id for r in REGISTRY]

    assert sorted(ids) == sorted(files)
    assert {f"test_{i}.py" for i in ids} <= {f.name for f in Path(__file__).parent.glob("*.py")}


def test_every_rule_has_its_default(catalog):
    """The data file knows the same rules as the registry."""
    assert {r.id for r in catalog.rules} == {r.id for r in REGISTRY}


def test_switched_off_a_rule_is_silent(make_problem, workout, finding):
    """Whatever a workout breaks, a rule that is off has no row."""
    everything_off = {r.id: "off" for r in REGISTRY}
    problem = make_problem(rules=everything_off, level="novice", minutes=1)
    bad = workout(problem, [("seated_row", 30, 8), ("power_clean", 9, 3)], warm_up=False)

    assert {r.id: finding(r.id, bad, problem) for r in REGISTRY} == {r.id: [] for r in REGISTRY}


@pytest.mark.parametrize(("rules", "where"), [
    ({"time_budget": {"must": 50}}, "rules.time_budget"),
    ({"session_cap": {}}, "rules.session_cap")])
def test_figures_that_mean_nothing(make_problem, rules, where):
    """A figure for a rule that takes none is refused, and so are no figures at all."""
    with pytest.raises(InputError) as refused:
        make_problem(rules=rules)

    assert refused.value.where == where
