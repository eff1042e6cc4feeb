"""``coach catalog import``: the report, the files it writes, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.catalog import load

SAMPLES = Path(__file__).parents[2] / "catalog" / "samples"
OPEN, FREE = SAMPLES / "open_exercise_db.json", SAMPLES / "free_exercise_db.json"


def test_report(coach, tmp_path: Path) -> None:
    """Counts first, then what was refused and why; nothing over 80 columns."""
    result = coach("catalog", "import", OPEN, "--from", "open-exercise-db", "-o",
                   tmp_path / "open")

    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0] == "Import from open-exercise-db: 13 records"
    assert max(map(len, lines)) <= 80
    assert "Refused: an implement outside our equipment (1)" in lines
    assert any(line.split() == ["a", "sled", "Sled", "Sprint"] for line in lines)
    assert any(line.split() == ["Deadlift", "deadlift"] for line in lines)


def test_json_is_what_the_folder_remembers(coach, tmp_path: Path) -> None:
    """--json prints the report; import.json keeps it with the hashes of the files."""
    folder = tmp_path / "free"
    said = json.loads(coach("catalog", "import", FREE, "--from", "free-exercise-db", "-o", folder,
                            "--json").stdout)
    kept = json.loads((folder / "import.json").read_text())

    assert said["schema"] == kept["schema"] == "import/1"
    assert said["outcomes"] == kept["outcomes"]
    assert len(said["outcomes"]) == said["records"] == 13
    assert sorted(said["written"]) == sorted(path.name for path in folder.iterdir())
    assert set(kept["files"]) == set(said["written"]) - {"import.json"}


@pytest.mark.parametrize("source", ["open", "free"])
def test_the_overlay_is_a_catalogue(coach, tmp_path: Path, source: str) -> None:
    """It passes lint, is listed, and a plan can be made with it."""
    folder = tmp_path / source
    coach("catalog", "import", SAMPLES / f"{source}_exercise_db.json", "--from",
          f"{source}-exercise-db", "-o", folder)

    assert coach("catalog", "lint", folder).exit_code == 0
    listed = coach("catalog", "list", "--catalog", folder, "--text", "zigzag pull", "--json")
    assert [e["equipment"] for e in json.loads(listed.stdout)] == [[["pullup_bar"]]]
    nothing = coach("catalog", "list", "--catalog", folder, "--text", "zigzag pull", "--equipment",
                    "minimal", "--json")
    assert json.loads(nothing.stdout) == []
    planned = coach("plan", "--minutes", "20", "--equipment", "minimal", "--focus", "back",
                    "--catalog", folder, "--json")
    assert planned.exit_code == 0
    assert json.loads(planned.stdout)["catalog"]["exercises"] > len(load().exercises)


@pytest.mark.parametrize(("equipment", "code"), [("minimal", 3), ("minimal,pullup_bar", 0)])
def test_who_has_no_bar_gets_no_pull_up(coach, tmp_path: Path, equipment: str, code: int) -> None:
    """The record says "body only"; even asked for by name it takes a bar. The twin has one."""
    folder = tmp_path / "open"
    coach("catalog", "import", OPEN, "--from", "open-exercise-db", "-o", folder)

    planned = coach("plan", "--minutes", "30", "--equipment", equipment, "--level", "advanced",
                    "--include", "oedb_zigzag_pull_up", "--catalog", folder, "--seconds", "3",
                    "--focus", "lats", "--json")

    assert planned.exit_code == code
    said = json.loads(planned.stdout)
    if code:
        assert "equipment" in {each["rule"] for each in said["rules"]}
    else:
        entries = [e for session in said["sessions"] for e in session["entries"]]
        [pull_up] = [e for e in entries if e["exercise"] == "oedb_zigzag_pull_up"]
        assert pull_up["equipment"] == ["pullup_bar"]


def test_a_second_source_on_top_of_the_first(coach, tmp_path: Path) -> None:
    """With --catalog what the first import brought is known, and not doubled."""
    coach("catalog", "import", OPEN, "--from", "open-exercise-db", "-o", tmp_path / "open")
    said = json.loads(coach("catalog", "import", FREE, "--from", "free-exercise-db", "-o",
                            tmp_path / "free", "--catalog", tmp_path / "open", "--json").stdout)

    found = {row["name"]: (row["outcome"], row["id"]) for row in said["outcomes"]}
    assert found["Zigzag Pull-Up"] == ("matched", "oedb_zigzag_pull_up")
    both = ["--catalog", tmp_path / "open", "--catalog", tmp_path / "free"]
    assert coach("catalog", "list", *both).exit_code == 0
    assert coach("catalog", "lint", tmp_path / "open", tmp_path / "free").exit_code == 0


def test_standard_input(coach, tmp_path: Path) -> None:
    """- reads the database from standard input, a mark at its beginning or not."""
    result = coach("catalog", "import", "-", "--from", "free-exercise-db", "-o", tmp_path / "x",
                   stdin=b"\xef\xbb\xbf" + FREE.read_bytes())

    assert result.exit_code == 0
    assert (tmp_path / "x" / "import.json").exists()


@pytest.mark.parametrize(("source", "text", "says"), [
    ("free-exercise-db", OPEN.read_text(), "db.json:2:1: the exercise \"Zigzag Pull-Up\" has "
                                           "the fields of open-exercise-db"),
    ("open-exercise-db", FREE.read_text(), "try --from free-exercise-db"),
    ("free", FREE.read_text(), "--from: unknown source 'free'; did you mean 'free-exercise-db'?"),
    ("free-exercise-db", '[{"id": 1,]', "db.json:1:11: this is not JSON"),
    ("free-exercise-db", b"\xff\xfe[", "db.json:1: this is not text in UTF-8"),
], ids=["open as free", "free as open", "unknown source", "syntax", "binary"])
@pytest.mark.parametrize("as_json", [False, True])
def test_mistakes(coach, tmp_path: Path, source: str, text: str | bytes, says: str,
                  as_json: bool) -> None:
    """Exit code 2, one sentence with the place, and nothing written."""
    file = tmp_path / "db.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    folder = tmp_path / "out"

    result = coach("catalog", "import", file, "--from", source, "-o", folder,
                   *(["--json"] if as_json else []))

    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert not folder.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["db.json"]
    if as_json:
        assert json.loads(result.stdout)["schema"] == "error/1"


@pytest.mark.parametrize(("inside", "says"), [
    ("notes.txt", "this folder holds notes.txt"), ("import.json", "this folder holds import.json"),
])
def test_foreign_folders_are_left_alone(coach, tmp_path: Path, inside: str, says: str) -> None:
    """A folder that no import wrote is never touched, whatever its files are called."""
    (tmp_path / inside).write_text("mine")

    result = coach("catalog", "import", FREE, "--from", "free-exercise-db", "-o", tmp_path)

    assert result.exit_code == 2
    assert says in result.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(inside, "mine")]


def test_a_file_in_the_way_and_a_missing_file(coach, tmp_path: Path) -> None:
    """A file is no folder to write to, and what is not there cannot be read."""
    (tmp_path / "out").write_text("mine")
    result = coach("catalog", "import", FREE, "--from", "free-exercise-db", "-o",
                   tmp_path / "out")
    assert (result.exit_code, "this is a file" in result.stderr) == (2, True)

    result = coach("catalog", "import", tmp_path / "no.json", "--from", "free-exercise-db", "-o",
                   tmp_path / "x")
    assert (result.exit_code, "no such file" in result.stderr) == (2, True)
