"""A bug of ours: one sentence, and a file to send with all that is needed to see it again."""

from __future__ import annotations

import hashlib
import json
import platform
import tempfile
import traceback
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

MOST_BYTES = 200_000


def save(error: BaseException, arguments: Sequence[str]) -> str:
    """Write what happened to a file and return its name; empty where nothing can be written.

    The file holds the command, the files that it names, versions and where in the program the
    error is. It stands in the current folder or, where that is closed, in the one for temporary
    files.
    """
    told = {
        "schema": "bug/1", "command": ["coach", *arguments], "error": f"{type(error).__name__}: "
        f"{error}", "where": traceback.format_exception(error)[-12:],
        "files": {word: text for word in arguments if (text := _text(word)) is not None},
        "versions": {"python": platform.python_version(), "system": platform.system(),
                     **{name: _version(name) for name in ("coach-planner", "ortools",
                                                          "pydantic")}}}
    text = json.dumps(told, indent=1, ensure_ascii=False)
    name = f"coach-bug-{hashlib.sha256(text.encode()).hexdigest()[:8]}.json"
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        try:
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return name if folder == Path.cwd() else str(folder / name)
    return ""


def _text(word: str) -> str | None:
    """Return what a file of the command line holds, where it is one."""
    try:
        file = Path(word)
        if word.startswith("-") or not file.is_file() or file.stat().st_size > MOST_BYTES:
            return None
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def sentence(error: BaseException, arguments: Sequence[str]) -> str:
    """Return what a person reads of a bug, its file written."""
    kind = "the plan contradicts its audit" if type(error).__name__ == "PlanBug" else (
        f"an unexpected {type(error).__name__}")
    file = save(error, arguments)
    rest = f"; please send {file}" if file else ""
    return f"this is a bug of coach, not yours ({kind}){rest}"


