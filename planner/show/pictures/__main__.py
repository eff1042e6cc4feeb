"""The pictures of a plan as files: ``python -m planner.show.pictures PLAN FOLDER [SESSION …]``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from planner.catalog import load
from planner.plans.files import read_workout
from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.export_options import options
from planner.show.pictures.files import files
from planner.show.view import sheet_of

USAGE = "usage: python -m planner.show.pictures PLAN FOLDER [SESSION ...]"


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
        print(f"planner.show.pictures: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
