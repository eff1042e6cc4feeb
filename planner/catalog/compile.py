"""Compile the data files into the one JSON file that programs read.

``python -m planner.catalog.compile`` checks ``catalog`` and writes
``planner/catalog/catalog.json``; with ``--check`` it writes nothing and says whether
the file is up to date.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from planner.catalog.errors import CatalogError
from planner.catalog.load import build
from planner.catalog.model import Catalog
from planner.catalog.read import read

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "catalog"
TARGET = HERE / "catalog.json"


def text_of(catalog: Catalog) -> str:
    """Return a catalogue as JSON: keys sorted, an item of a list or of named lists a line.

    Without its line ends it is canonical JSON, so that the same data give the same file.
    """
    data: dict[str, Any] = catalog.model_dump(mode="json")
    lines = [f"{_line(key)}:{_value(data[key])}" for key in sorted(data)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(_line(item) for item in value) + "\n]"
    if isinstance(value, dict) and value and all(isinstance(one, list) for one in value.values()):
        lists = (f"{_line(key)}:{_line(value[key])}" for key in sorted(value))
        return "{\n" + ",\n".join(lists) + "\n}"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def compile_data(data: Path = DATA, target: Path = TARGET) -> Catalog:
    """Check the data files and write the compiled file beside its place, then into it.

    Raises
    ------
    CatalogError
        When a file is wrong; the compiled file is left as it was.
    """
    catalog = build(read(data))
    beside = target.with_suffix(".json.new")
    beside.write_text(text_of(catalog), encoding="utf-8", newline="\n")
    os.replace(beside, target)
    return catalog


def main(arguments: list[str] | None = None) -> int:
    """Compile, or with ``--check`` compare; return 0, or 1 when something is wrong."""
    check = "--check" in (sys.argv[1:] if arguments is None else arguments)
    try:
        catalog = build(read(DATA)) if check else compile_data()
    except CatalogError as error:
        print(error, file=sys.stderr)
        return 1
    if check and (not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text_of(catalog)):
        print(f"{TARGET}: out of date; run python -m planner.catalog.compile", file=sys.stderr)
        return 1
    print(f"{len(catalog.exercises)} exercises, sha256 {catalog.sha256}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
