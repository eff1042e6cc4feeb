"""Lint: each finding is shown by an exercise that has it and a twin that has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.catalog import load
from planner.catalog.lint import lint


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


USUAL = "is usual for elbow_flexion with the load barbell"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("biceps: 1.0", "biceps: 0.5", ["warning: my_curl: work, but direct (1.0) for no muscle"]),
        ("seconds_per_rep: 3.0\n", "seconds_per_rep: 12.0\n",
         ["error: my_curl: seconds_per_rep 12.0 is outside 0.5 to 10",
          f"warning: my_curl: 12 s a repetition; 3 {USUAL}"]),
        ("seconds_per_rep: 3.0\n", "seconds_per_rep: 7.0\n",
         [f"warning: my_curl: 7 s a repetition; 3 {USUAL}"]),
        ("  seconds_per_rep: 3.0\n", "", ["without seconds_per_rep"]),
        ("measure: reps", "measure: time", ["measured by time, but with seconds_per_rep"]),
        ("setup_s: 45", "setup_s: 400",
         ["error: my_curl: setup_s 400 is outside 35 to 160 for the load barbell",
          f"warning: my_curl: 400 s of set-up; 45 {USUAL}"]),
        ("setup_s: 45", "setup_s: 120", [f"warning: my_curl: 120 s of set-up; 45 {USUAL}"]),
        ("  rest_class: isolation\n", "", ["work, but without a rest_class"]),
        ("rest_class: isolation", "rest_class: heavy_compound", ["an isolation exercise of"]),
        ("name: My curl", "name: My cable curl", ["says cable, but its equipment has none"]),
        ("name: My curl", "name: Hammer curls", ["'Hammer curls' is also what hammer_curl"]),
        ("easier: []", "easier: [barbell_curl]", ["which does not list it as harder"]),
        ("load: barbell", "load: stack", ["the load stack, but none of its equipment can be"]),
        ("loading: moderate", "loading: isometric", ["isometric loading, but measured by reps"]),
    ],
)
def test_one_changed_fact_gives_its_findings_and_no_more(
    tmp_path: Path, own_curl: str, right: str, wrong: str, says: list[str]
) -> None:
    """Each slip is found once; a figure beyond belief is also far from what its siblings have."""
    assert right in own_curl
    findings = found(tmp_path, own_curl.replace(right, wrong))
    assert len(findings) == len(says)
    for finding, part in zip(findings, says, strict=True):
        assert part in finding


def test_a_hinge_with_a_bar_loads_the_back(tmp_path: Path, own_curl: str) -> None:
    """A hinge of the elbow: no strain where one is certain, far from its siblings, wrong muscle."""
    findings = found(tmp_path, own_curl.replace("pattern: elbow_flexion", "pattern: hip_hinge"))
    kind = "hip_hinge with the load barbell"
    assert findings == [
        f"error: my_curl: {kind}, but lumbar strain 0, of 1 at least",
        f"warning: my_curl: direct for biceps, which no other {kind} trains",
        f"warning: my_curl: lumbar strain 0; 3 is usual for {kind}",
    ]


def test_references_are_looked_at_as_well() -> None:
    """A catalogue that never went through the loader has its unknown ids found here."""
    catalog = load()
    without = tuple(e for e in catalog.exercises if e.id != "deadlift")
    messages = [f.message for f in lint(catalog.model_copy(update={"exercises": without}))]
    assert any("unknown exercise 'deadlift'" in message for message in messages)


def test_a_chain_goes_upwards() -> None:
    """The rows from easy to hard are fine; turned round, the chain is found."""
    catalog = load()
    rows = next(c for c in catalog.chains if c.id == "row_hinged")
    turned = rows.model_copy(update={"links": tuple(reversed(rows.links))})
    findings = lint(catalog.model_copy(update={"chains": (turned,)}))
    assert {f.id for f in findings if f.severity == "error"} == {"row_hinged"}
