"""What several commands do alike."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.request.errors import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from planner.catalog import Catalog

FORMATS = ("text", "markdown", "json")


def check_format(name: str, as_json: bool) -> str:
    """Return the format of the output, refusing an unknown one."""
    if as_json:
        return "json"
    if name not in FORMATS:
        raise InputError(f"unknown format {name!r}; {nearest(name, FORMATS)}", "--format")
    return name


def print_json(value: BaseModel | Any) -> None:
    """Print a model, or plain values, as JSON."""
    if hasattr(value, "model_dump_json"):
        print(value.model_dump_json(indent=1))
    else:
        print(json.dumps(value, indent=1, ensure_ascii=False))


def load_catalog(paths: Sequence[str] | None) -> Catalog:
    """Return the built-in catalogue with a user's own files on top."""
    from planner.catalog import load

    return load(*(paths or ()))


@contextmanager
def as_file(path: str) -> Iterator[Path]:
    """Give a path that can be read twice: standard input goes through a file."""
    if path != "-":
        yield Path(path)
        return
    from planner.request.files import read_text

    _, text = read_text(path)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stdin.yaml"
        file.write_text(text, encoding="utf-8")
        yield file


def one_word(word: str) -> str:
    """Return an argument, read from standard input where it is ``-``."""
    return sys.stdin.readline(200).strip() if word == "-" else word
