"""``python -m planner.pictures PLAN FOLDER [SESSION …]``: the pictures of a plan as SVG files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from planner.catalog import load
from planner.errors import InputError
from planner.exports import options, sheet_of
from planner.pictures.files import files
from planner.plan import Plan
from planner.reading import read_workout

USAGE = "usage: python -m planner.pictures PLAN FOLDER [SESSION ...]"


def main(words: Sequence[str]) -> int:
    """Write the files into the folder, which is made where it is missing."""
    if len(words) < 2:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        name, plan = read_workout(words[0])
        if not isinstance(plan, Plan):
            raise InputError("expected a plan's JSON, found text", name)
        made = files(sheet_of(plan, load(), options({"sessions": list(words[2:])})))
        folder = Path(words[1])
        folder.mkdir(parents=True, exist_ok=True)
        for file, picture in made.items():
            (folder / file).write_text(picture, encoding="utf-8")
    except (InputError, OSError) as error:
        print(f"planner.pictures: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
