"""Lint: each finding is shown by an exercise that has it and a twin that has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog import load
from catalog.lint import lint


def found(folder: Path, text: str) -> list[str]:
    """Return what lint says of the exercises whose ids begin with ``my_``."""
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return [str(finding) for finding in lint(load(folder)) if finding.id.startswith("my_")]


def test_the_built_in_catalogue_has_no_errors() -> None:
    """What is wrong stands nowhere in it."""
    assert [f for f in lint(load()) if f.severity == "error"] == []


def test_a_sound_exercise_gives_no_finding(tmp_path: Path, own_curl: str) -> None:
    """The twin of all the cases below."""
    assert found(tmp_path, own_curl) == []


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("biceps: 1.0", "biceps: 0.5", "warning: my_curl: work, but direct (1.0) for no muscle"),
        ("seconds_per_rep: 3.0\n", "seconds_per_rep: 12.0\n", "outside 0.5 to 10"),
        ("  seconds_per_rep: 3.0\n", "", "without seconds_per_rep"),
        ("measure: reps", "measure: time", "measured by time, but with seconds_per_rep"),
        ("setup_s: 45", "setup_s: 400", "setup_s 400 is outside 35 to 160 for the load barbell"),
        ("  rest_class: isolation\n", "", "work, but without a rest_class"),
        ("rest_class: isolation", "rest_class: heavy_compound", "an isolation exercise of"),
        ("name: My curl", "name: My cable curl", "says cable, but its equipment has none"),
        ("name: My curl", "name: Hammer curls", "'Hammer curls' is also what hammer_curl"),
        ("easier: []", "easier: [barbell_curl]", "which does not list it as harder"),
        ("load: barbell", "load: stack", "the load stack, but none of its equipment can be"),
        ("loading: moderate", "loading: isometric", "isometric loading, but measured by reps"),
    ],
)
def test_one_changed_fact_gives_one_finding(
    tmp_path: Path, own_curl: str, right: str, wrong: str, says: str
) -> None:
    """Each slip is found, and named once."""
    assert right in own_curl
    findings = found(tmp_path, own_curl.replace(right, wrong))
    assert len(findings) == 1
    assert says in findings[0]


def test_a_hinge_with_a_bar_loads_the_back(tmp_path: Path, own_curl: str) -> None:
    """It cannot have lumbar strain 0, and no other hinge has none either: two findings."""
    findings = found(tmp_path, own_curl.replace("pattern: elbow_flexion", "pattern: hip_hinge"))
    assert len(findings) == 2
    assert any("hip_hinge with the load barbell, but" in f for f in findings)


def test_references_are_looked_at_as_well() -> None:
    """A catalogue that never went through the loader has its unknown ids found here."""
    catalog = load()
    without = tuple(e for e in catalog.exercises if e.id != "deadlift")
    messages = [f.message for f in lint(catalog.model_copy(update={"exercises": without}))]
    assert any("unknown exercise 'deadlift'" in message for message in messages)


def test_a_chain_goes_upwards() -> None:
    """The rows from easy to hard are fine; turned round, the chain is found."""
    catalog = load()
    rows = catalog.chain_by_id["row_hinged"]
    turned = rows.model_copy(update={"links": tuple(reversed(rows.links))})
    findings = lint(catalog.model_copy(update={"chains": (turned,)}))
    assert {f.id for f in findings if f.severity == "error"} == {"row_hinged"}
