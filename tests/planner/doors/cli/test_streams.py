"""Where the output goes, and what comes in, when something is wrong with either."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.doors.cli.bug import sentence
from planner.doors.cli.writing import harmless, write_files
from planner.request.errors import InputError, PlanBug

ASK = (sys.executable, "-m", "planner.doors.cli.main", "catalog", "show", "deadlift")
ROOT = Path(__file__).parents[4]


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in a folder, ``$ASK`` being a command that prints a page."""
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True,
                          timeout=60, check=False,
                          env={**os.environ, "ASK": " ".join(ASK), "PYTHONPATH": str(ROOT)})


@pytest.mark.parametrize(("command", "code", "says"), [
    ("$ASK > /dev/full", 74, "coach: the output cannot be written: no space left on device"),
    ("$ASK >&-", 74, "coach: the output cannot be written: standard output is closed"),
    ("$ASK | true; exit ${PIPESTATUS[0]}", None, ""),
    (f"{sys.executable} -m planner.doors.cli.main plan - <&-", 2,
     "coach: <stdin>: cannot be read: standard input is closed")])
def test_broken_streams(tmp_path: Path, command: str, code: int | None, says: str) -> None:
    """One sentence and an exit code that is no audit's; nothing where the reader has gone."""
    if ">/dev/full" in command.replace(" ", "") and not os.path.exists("/dev/full"):
        pytest.skip("this system has no device that is always full")
    done = shell(command, tmp_path)

    assert done.stderr.strip() == says
    assert done.returncode == code if code is not None else done.returncode in (0, 141)


def test_all_files_or_none(tmp_path: Path) -> None:
    """The second cannot be written, so the first is as it was."""
    good = tmp_path / "good"
    good.write_text("before")

    with pytest.raises(InputError) as refused:
        write_files([(str(good), b"after"), (str(tmp_path / "no" / "bad"), b"x")])

    assert refused.value.where.endswith("bad")
    assert good.read_text() == "before"
    assert [f.name for f in tmp_path.iterdir()] == ["good"]


def test_links_stay_links(tmp_path: Path) -> None:
    """What a link points to is written; the link is still one."""
    (tmp_path / "link").symlink_to("real")

    write_files([(str(tmp_path / "link"), b"plan")])

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"plan"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """A named pipe is not replaced by a file."""
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE) as reader:
        write_files([(str(tmp_path / "pipe"), b"plan")])
        assert reader.communicate(timeout=20)[0] == b"plan"

    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_nothing_steers_the_terminal() -> None:
    """Colours, a bell and a turned direction are spelled out; letters of any script stay."""
    assert harmless("\x1b[31mRücken\u202e\a 肩\n") == "\\x1b[31mRücken\\u202e\\x07 肩\n"


def test_a_bug_is_a_sentence_and_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file holds the command, the request that it named, and where the error is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "week.yaml").write_text("goal: strength\n")

    said = sentence(PlanBug("the audit says 3"), ["plan", "week.yaml", "--json"])

    [file] = tmp_path.glob("coach-bug-*.json")
    assert said == ("this is a bug of coach, not yours (the plan contradicts its audit); "
                    f"please send {file.name}")
    assert "goal: strength" in file.read_text()
    assert "the audit says 3" in file.read_text()
