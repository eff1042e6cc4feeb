"""The pages of the documentation, and what stands in them: blocks, commands, links."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
OTHERS = [ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
SHELLS = ("console", "sh", "bash")
FENCE = re.compile(r"^```([a-z]*)[ \t]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
EXITS = re.compile(r"\s+#\s*exits (\d+)\s*$")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


@dataclass(frozen=True)
class Command:
    """A command of a shell block, what it should leave with, and what it is shown to print."""

    place: str
    text: str
    code: int
    shows: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.place} {self.text}"[:90]


def name_of(page: Path) -> str:
    """Return where a page stands, from the root."""
    return page.relative_to(ROOT).as_posix()


def blocks_of(page: Path) -> list[Block]:
    """Return the fenced blocks of a page in their order."""
    text = page.read_text(encoding="utf-8")
    return [Block(name_of(page), text.count("\n", 0, match.start()) + 1, match[1], match[2])
            for match in FENCE.finditer(text)]


def commands_of(block: Block) -> Iterator[Command]:
    """Yield every command of a shell block."""
    lines = block.text.splitlines()
    prompted = any(line.startswith("$ ") for line in lines)
    at = 0
    while at < len(lines):
        place, line = f"{block.page}:{block.line + 1 + at}", lines[at]
        at += 1
        if not line.strip() or line.startswith("#") or (prompted and line[:2] != "$ "):
            continue
        while line.endswith("\\"):
            line, at = line[:-1] + lines[at].strip(), at + 1
        code = EXITS.search(line)
        shows = []
        while prompted and at < len(lines) and not lines[at].startswith("$ "):
            shows.append(lines[at].rstrip())
            at += 1
        yield Command(place, EXITS.sub("", line.removeprefix("$ ")), int(code[1]) if code else 0,
                      tuple(shows))


def environment_in(folder: Path) -> dict[str, str]:
    """Return an environment in which `coach` and `python` are those that run the tests."""
    tools = folder / "bin"
    tools.mkdir()
    for name, words in (("coach", "-m planner.doors.cli.main"), ("python", "")):
        script = tools / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
    paths = [str(tools), str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    return {**os.environ, "PATH": os.pathsep.join(paths), "PYTHONPATH": str(ROOT),
            "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "COACH_DB": str(folder / "coach.db")}
