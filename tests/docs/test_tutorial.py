"""The tutorial is run from top to bottom, as its reader does, and prints what it shows."""

from __future__ import annotations

import contextlib
import io
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import planner
from tests.docs.pages import DOCS, Block, Command, blocks_of, commands_of, environment_in

PAGE = DOCS / "tutorial.md"
CUT = "…"


def missing(shown: Sequence[str], printed: str) -> list[str]:
    """Return the shown lines that are not printed: each run of lines in one piece, in order.

    A line that ends in the sign for a cut is shown up to there.
    """
    lines = [line.rstrip() for line in printed.splitlines()]
    at = 0
    for piece in pieces(shown):
        while at + len(piece) <= len(lines) and not all(map(same, piece, lines[at:])):
            at += 1
        if at + len(piece) > len(lines):
            return piece
        at += len(piece)
    return []


def pieces(shown: Sequence[str]) -> list[list[str]]:
    """Return the runs of lines between the cuts, without empty lines at their ends."""
    runs: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == CUT:
            runs.append([])
        else:
            runs[-1].append(line.rstrip())
    return [run for run in map(trimmed, runs) if run]


def trimmed(run: list[str]) -> list[str]:
    """Return lines without the empty ones at both ends."""
    while run and not run[0]:
        run = run[1:]
    while run and not run[-1]:
        run = run[:-1]
    return run


def same(shown: str, line: str) -> bool:
    """Whether a line is what is shown of it."""
    return line.startswith(shown[:-1]) if shown.endswith(CUT) else line == shown


class Reader:
    """Somebody who does what a page says, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "desk").mkdir()
        self.desk = folder / "desk"
        self.environment = environment_in(folder)
        self.names: dict[str, Any] = {}

    def save(self, block: Block) -> None:
        """Save a block under the name in its first line."""
        name = block.text.splitlines()[0].removeprefix("# ")
        (self.desk / name).write_text(block.text, encoding="utf-8")

    def type(self, command: Command) -> str:
        """Run a command, and return what it prints."""
        done = subprocess.run(["bash", "-c", command.text], cwd=self.desk, env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              stdin=subprocess.DEVNULL, timeout=120, check=False)
        assert done.returncode == command.code, f"{command}\n{done.stdout}"
        return done.stdout

    def run(self, block: Block) -> str:
        """Run a Python block after those before it, and return what it prints."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block.text, str(block), "exec"), self.names)
        return out.getvalue()


def test_the_tutorial_from_top_to_bottom(tmp_path: Path) -> None:
    """Files are saved, commands and Python are run in turn, and everything shown is printed."""
    reader, printed = Reader(tmp_path), ""
    for block in blocks_of(PAGE):
        if block.language == "yaml":
            reader.save(block)
        elif block.language == "console":
            for command in commands_of(block):
                told = missing(command.shows, reader.type(command))
                assert told == [], f"{command} no longer prints this"
        elif block.language == "python":
            printed = reader.run(block)
        elif printed:
            told = missing(block.text.splitlines(), printed)
            assert told == [], f"{block} is no longer printed"
            printed = ""
    assert isinstance(reader.names["week"], planner.Plan)


@pytest.mark.parametrize(("shown", "left"), [
    (["a", "b"], []), (["b", CUT, "d"], []), (["a", "c"], ["a", "c"]), (["d", CUT, "b"], ["b"]),
    (["long …"], []), (["lone …"], ["lone …"]), ([], [])])
def test_what_is_missing(shown: list[str], left: list[str]) -> None:
    """A piece is looked for as a whole, after the piece before it."""
    assert missing(shown, "a\nb\nc\nlong line\nd\n") == left
