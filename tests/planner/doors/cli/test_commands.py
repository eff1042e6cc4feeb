"""check, catalog, program and schema; standard input, JSON, and starting fast."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import yaml

from planner.catalog import Exercise, load
from planner.doors.cli.document import Heading, Items, Row, Table, Words
from planner.doors.cli.grid import bar
from planner.doors.cli.layout import text_lines
from planner.doors.cli.markdown import markdown_text
from planner.judge.audit_rows import CoverageRow

PROGRAMS = sorted(load().program_by_id)


def test_help_is_quick(process) -> None:
    """``coach --help`` answers without solver, models, YAML or catalogue."""
    assert process("--help").returncode == 0
    code = ("import sys, planner.doors.cli.main; "
            "print([m for m in ('ortools', 'pydantic', 'rich', 'yaml', 'catalog') "
            "if m in sys.modules])")
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                            check=True, cwd=Path(__file__).parents[4])
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize("command", [
    [], ["plan"], ["check"], ["export"], ["schema"], ["catalog"], ["catalog", "list"],
    ["catalog", "show"], ["catalog", "lint"], ["program"], ["program", "list"], ["program", "show"],
    ["log"], ["log", "read"],
], ids=" ".join)
def test_help(coach, command: list[str]) -> None:
    """Every command explains itself on standard output."""
    result = coach(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: coach")
    assert result.stderr == ""


def test_version(coach) -> None:
    """The version is said."""
    assert coach("--version").stdout.startswith("coach ")


@pytest.mark.parametrize("program", PROGRAMS)
def test_program_text_is_checked_by_its_own_request(coach, program: str) -> None:
    """What ``program show --text`` prints is read by ``check -``, request and all."""
    text = coach("program", "show", program, "--text").stdout
    assert text.startswith("# request: {goal:")
    assert text.count("\n#") == 0
    result = coach("check", "-", "--json", stdin=text)
    audit = json.loads(result.stdout)
    assert audit["schema"] == "audit/1"
    assert result.exit_code == (0 if audit["ok"] else 1)
    asked = load().program_by_id[program].request
    assert audit["sessions"][0]["budget_s"] == asked["sessions"][0]["minutes"] * 60


@pytest.mark.parametrize("program", PROGRAMS)
def test_program_request_is_yaml(coach, program: str) -> None:
    """What ``program show --request`` prints is the request, in YAML."""
    text = coach("program", "show", program, "--request").stdout
    assert yaml.safe_load(text) == load().program_by_id[program].request


def test_program_request_is_planned(coach) -> None:
    """And ``plan -`` takes it."""
    text = coach("program", "show", "home", "--request").stdout
    assert json.loads(coach("plan", "-", "--json", stdin=text).stdout)["schema"] == "plan/1"


def test_a_plan_passes_its_own_check(coach, plan_json: Path) -> None:
    """A plan brings its request, from a file as from standard input."""
    for arguments, stdin in (([plan_json], None), (["-"], plan_json.read_text())):
        result = coach("check", *arguments, "--json", stdin=stdin)
        assert result.exit_code == 0
        assert json.loads(result.stdout)["ok"] is True


def test_a_spreadsheet_is_checked(coach, plan_json: Path, tmp_path: Path) -> None:
    """A plan exported as a workbook is judged by its own request, from a file or a stream."""
    file = tmp_path / "plan.xlsx"
    coach("export", plan_json, "-o", file)
    own = json.loads(coach("check", plan_json, "--json").stdout)

    for arguments, stdin in (([file], None), (["-"], file.read_bytes())):
        result = coach("check", *arguments, "--json", stdin=stdin)
        assert result.exit_code == 0
        assert json.loads(result.stdout)["tiers"] == own["tiers"]


def test_a_row_of_a_spreadsheet_is_named(coach, tmp_path: Path) -> None:
    """With --strict the error has the file and the row."""
    book = openpyxl.Workbook()
    book.active.title = "Plan"
    for row in (("Exercise", "Sets", "Reps or hold"), ("Deadlift", 5, 5), ("Dedlift", 5, 5)):
        book.active.append(row)
    file = tmp_path / "mine.xlsx"
    book.save(file)

    result = coach("check", file, "--strict")

    assert result.exit_code == 2
    assert f"{file}:3: " in result.stderr


def test_the_week_is_an_option(coach) -> None:
    """A wrong one is named by it."""
    text = "Week 1\n3x5 Squat\nWeek 2\n3x3 Squat\n"

    read = json.loads(coach("check", "-", "--week", "2", "--json", stdin=text).stdout)
    refused = coach("check", "-", "--week", "3", stdin=text)

    assert [e["reps"] for e in read["sessions"][0]["entries"]] == [3]
    assert refused.exit_code == 2
    assert refused.stderr == "coach: --week: there is no week 3; the text has weeks 1 and 2\n"


def test_check_page(coach) -> None:
    """A broken must rule is exit code 1 and stands first; nothing is over 80 columns."""
    result = coach("check", "-", stdin="10x10 Deadlift\n10x10 Back squat\n10x10 Power clean\n")
    assert result.exit_code == 1
    assert "breaks" in result.stdout.splitlines()[0]
    assert result.stdout.index("Unsafe") < result.stdout.index("Monday")
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stderr == ""


def test_check_by_a_request(coach, tmp_path: Path) -> None:
    """--request says what to judge by; both on standard input is refused."""
    file = tmp_path / "request.yaml"
    file.write_text("goal: strength\nsessions: [{day: mon, minutes: 5}]\n")
    result = coach("check", "-", "--request", file, "--json", stdin="5x5 Deadlift")
    rows = json.loads(result.stdout)["ledger"]
    assert any(r["rule"] == "time_budget" and r["status"] == "broken" for r in rows)
    assert "not both" in coach("check", "-", "--request", "-", stdin="x").stderr


@pytest.mark.parametrize(("filters", "member", "stranger"), [
    (["--muscle", "lats"], "lat_pulldown", "plank"),
    (["--group", "back"], "seated_row", "bench_press"),
    (["--pattern", "hip_hinge"], "deadlift", "plank"),
    (["--equipment", "minimal"], "plank", "lat_pulldown"),
    (["--phase", "raise"], "rowing_machine", "deadlift"),
    (["--skill", "1"], "plank", "deadlift"),
    (["--complaint", "low_back_pain", "--pattern", "hip_hinge"], "kb_deadlift", "deadlift"),
    (["--text", "Pull-Ups"], "pull_up", "plank"),
])
def test_catalog_filters(coach, filters: list[str], member: str, stranger: str) -> None:
    """Each filter keeps what it should; JSON is an array of exercises."""
    ids = {e["id"] for e in json.loads(coach("catalog", "list", *filters, "--json").stdout)}
    assert member in ids
    assert stranger not in ids
    page = coach("catalog", "list", *filters).stdout
    assert member in page
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("name", ["deadlift", "Deadlifts", "conventional deadlift"])
def test_catalog_show(coach, name: str) -> None:
    """An exercise is found by id, name and alias, and shown with its chain."""
    assert json.loads(coach("catalog", "show", name, "--json").stdout)["id"] == "deadlift"
    page = coach("catalog", "show", name).stdout
    assert "Romanian deadlift" in page
    assert max(map(len, page.splitlines())) <= 80
    assert coach("catalog", "show", "-", stdin=f"{name}\n").stdout == page


def test_the_fullest_exercise_of_every_kind_has_a_page(coach) -> None:
    """No exercise breaks the page: of each pattern and phase the one with most to print."""
    fullest: dict[tuple[str, str], Exercise] = {}
    for exercise in sorted(load().exercises, key=lambda e: len(e.model_dump_json())):
        fullest[exercise.pattern, exercise.phases[0]] = exercise
    assert len(fullest) >= len({e.pattern for e in load().exercises})
    for exercise in fullest.values():
        page = coach("catalog", "show", exercise.id).stdout
        assert exercise.name in page
        assert max(map(len, page.splitlines())) <= 80


def test_lint(coach, tmp_path: Path) -> None:
    """Our own catalogue has no error; a wrong file is exit code 1 with its place."""
    assert coach("catalog", "lint").exit_code == 0
    file = tmp_path / "mine.yaml"
    file.write_text("exercises:\n  - {id: my_lift, nam: My lift}\n")
    result = coach("catalog", "lint", file)
    assert result.exit_code == 1
    assert f"{file}:2:" in result.stdout
    found = json.loads(coach("catalog", "lint", "-", "--json", stdin=file.read_text()).stdout)
    assert found[0]["severity"] == "error"
    assert found[0]["where"].startswith("<stdin>:2:")


@pytest.mark.parametrize("what", ["request", "plan", "exercise", "audit"])
def test_schema(coach, what: str) -> None:
    """Each schema is JSON with properties; a plan's says its version under ``schema``."""
    schema = json.loads(coach("schema", what).stdout)
    assert schema["properties"]
    if what in ("plan", "audit"):
        assert "schema" in schema["properties"]


@pytest.mark.parametrize("command", [
    ["catalog", "list"], ["catalog", "show", "plank"], ["catalog", "lint"], ["program", "list"],
    ["program", "show", "men"], ["schema", "plan"],
], ids=" ".join)
def test_json_everywhere(coach, command: list[str]) -> None:
    """Every command prints JSON when asked."""
    assert json.loads(coach(*command, "--json").stdout) is not None


def test_bar() -> None:
    """A bar is as long as its size, marks min and target, and shows what is too much."""
    row = CoverageRow(muscle="lats", sets=8, min=2, target=6, max=8)
    assert bar(row, 8) == "[==:===|=]"
    assert bar(row.model_copy(update={"sets": 9}), 8)[-1] == "+"
    assert bar(CoverageRow(muscle="x", sets=0, min=0, target=0, max=0), 8) == "[        ]"


def test_blocks() -> None:
    """Every block is laid out in the width, as text and as Markdown."""
    words = "word " * 40
    page = (Heading(words, 1), Words(words), Items((("a name", words),)),
            Table(("a", "b"), "<>", (Row((words, "1"), below=words), Row(("x", "22")))))
    lines = [line.plain for line in text_lines(page, 60)]
    assert max(map(len, lines)) <= 60
    assert any(line.endswith(" 22") for line in lines)
    assert "- **a name**: word" in markdown_text(page)


def test_a_long_label_takes_two_lines() -> None:
    """Labels share a column of at most 24 characters; what is longer goes on below."""
    items = Items((("Double kettlebell front squat", "one two"), ("Plank", "three")))

    assert [line.plain for line in text_lines((items,), 60)] == [
        "  Double kettlebell front   one two",
        "  squat",
        "  Plank                     three"]


def test_lint_takes_several_files_together(coach, tmp_path: Path) -> None:
    """A file that speaks of an exercise of another is wrong alone and right beside it."""
    own = ("- {id: %s, name: %s, pattern: carry, mechanic: compound, phases: [work], muscles: "
           "{forearms: 1.0}, equipment: [[dumbbells]], measure: distance, setup_s: 40, rest_class: "
           "free_compound, load: dumbbell, loading: moderate, standing: niche, skill: 1, strain: "
           "{lumbar: 1, grip: 2, systemic: 1}, met: '02054', easier: [%s], harder: [%s], sources: "
           "[judgement]}\n")
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(own % ("my_carry", "My carry", "", "my_long_carry"))
    second.write_text(own % ("my_long_carry", "My long carry", "my_carry", ""))
    alone = coach("catalog", "lint", first)
    assert (alone.exit_code, "my_long_carry" in alone.stdout) == (1, True)
    assert coach("catalog", "lint", first, second).exit_code == 0
