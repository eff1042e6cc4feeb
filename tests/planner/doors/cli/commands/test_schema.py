"""The JSON Schemas that editors use are committed, and are the ones the code means."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.doors.cli.commands.schema import WORDS, schema_of

FOLDER = Path(__file__).parents[5] / "docs" / "schemas"


@pytest.mark.parametrize("word", WORDS)
def test_the_committed_schema_is_current(word: str) -> None:
    """``coach schema WORD > docs/schemas/WORD.schema.json`` would change nothing."""
    committed = json.loads((FOLDER / f"{word}.schema.json").read_text(encoding="utf-8"))
    assert committed == schema_of(word)


def test_no_schema_is_left_over() -> None:
    """Every file of the folder is the schema of something."""
    assert {p.name for p in FOLDER.iterdir()} == {f"{word}.schema.json" for word in WORDS}
