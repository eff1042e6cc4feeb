"""``coach progress``: the page, the JSON, the pictures, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from planner.progress.report import ProgressReport

ROOT = Path(__file__).parents[5]
LOG = ROOT / "examples" / "logs" / "three_days.csv"
PLAN = ROOT / "examples" / "plans" / "week_mixed.json"
REQUEST = ROOT / "examples" / "week_hypertrophy.yaml"


@pytest.mark.parametrize("options", [
    (), ("--full",), ("--lift", "bench press"), ("--since", "2030-02-01"), ("--unit", "lb"),
    ("--plan", PLAN), ("--plan", REQUEST), ("--plan", PLAN, "--plan-from", "2030-02-04")],
    ids=lambda options: " ".join(str(o) for o in options[:1]) or "plain")
def test_page(coach, options) -> None:
    """How much there is in the first line; nothing over 80 columns, no word on standard error."""
    result = coach("progress", LOG, *options)

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("What the log says: ")
    assert max(map(len, lines)) <= 80


def test_pounds(coach) -> None:
    """The same maximum, 2.2 times the figure."""
    def found(unit: str) -> float:
        lines = coach("progress", LOG, "--unit", unit).stdout.splitlines()
        return float(next(line for line in lines if "Bench press" in line).split()[2])

    assert found("lb") == pytest.approx(found("kg") / 0.45359237, abs=0.2)


@pytest.mark.parametrize(("word", "lifts"), [
    ("squat", {"back_squat"}), ("bench_press", {"bench_press"}), ("hip_hinge", {
        "deadlift", "romanian_deadlift"}), ("deadlift", {"deadlift"}), ("curl", {"db_curl"})])
def test_a_lift_by_what_it_is_called(coach, word: str, lifts: set[str]) -> None:
    """An id, a name, a movement, or a word of the name."""
    said = json.loads(coach("progress", LOG, "--lift", word, "--json").stdout)

    assert {one["exercise"] for one in said["maxima"]} == lifts


def test_json_is_the_report(coach) -> None:
    """--json prints all of it, in kilograms whatever the unit."""
    said = coach("progress", LOG, "--json", "--unit", "lb").stdout

    report = ProgressReport.model_validate_json(said)
    assert (report.sessions, report.adherence) == (25, None)
    assert said == coach("progress", LOG, "--json").stdout


def test_a_plan_says_what_was_missed(coach) -> None:
    """Its four days a week were mostly not trained as planned; the aims are its goals."""
    said = json.loads(coach("progress", LOG, "--plan", PLAN, "--json").stdout)

    kept = said["adherence"]
    assert kept["sessions_planned"] == len(kept["sessions"]) > kept["sessions_done"]
    assert {aim["id"] for aim in said["aims"]} >= {"chest", "lats"}


def test_the_same_log_twice_is_once(coach) -> None:
    """A session that stands in two files counts once."""
    assert coach("progress", LOG, LOG).stdout == coach("progress", LOG).stdout


def test_pictures(coach, tmp_path) -> None:
    """One well-formed file, and the page beside it as ever."""
    file = tmp_path / "progress.svg"

    result = coach("progress", LOG, "--svg", file)

    assert result.stdout == coach("progress", LOG).stdout
    assert ElementTree.parse(file).getroot().tag.endswith("svg")


@pytest.mark.parametrize(("options", "says"), [
    (("--unit", "stone"), "coach: --unit: expected kg or lb, found 'stone'"),
    (("--since", "soon"), "coach: --since: expected a date such as"),
    (("--lift", "zercher"), "coach: --lift: no lift of the log is called 'zercher'"),
    (("--body", "heavy"), "coach: --body: expected a mass"),
    (("--plan-from", "2030-01-07"), "coach: --plan-from: only with --plan"),
    (("--plan", REQUEST, "--plan-from", "2030-01-07"), "coach: --plan-from: "),
    (("--plan", "nowhere.json"), "coach: nowhere.json: "),
])
def test_refused(coach, options, says: str) -> None:
    """A sentence names the option and what would be right."""
    result = coach("progress", LOG, *options)

    assert result.exit_code == 2
    assert result.stderr.startswith(says)


def test_a_log_without_a_known_lift(coach) -> None:
    """One set of something unknown: it is told, and nothing is made up."""
    log = "Date,Exercise,Category,Weight (kg),Reps\n2030-01-07,Zzzq,Legs,60,5\n"

    lines = coach("progress", "-", stdin=log).stdout

    assert "1 set of exercises that are unknown counts for nothing" in " ".join(lines.split())
    assert "Estimated maxima" not in lines
