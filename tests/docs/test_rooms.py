"""The table of rooms in the page of the design is that of the house."""

from __future__ import annotations

import re

from tests.docs.pages import DOCS, ROOT
from tests.planner.test_imports import FLOOR

PAGE = DOCS / "explanation" / "design.md"
ROW = re.compile(r"^\| (\d*) ?\| ((?:`[\w/]+`(?:, )?)+) \|", re.MULTILINE)


def rows() -> list[tuple[str, list[str]]]:
    """Return the floor and the rooms of each row."""
    return [(floor, re.findall(r"`([\w/]+)`", rooms))
            for floor, rooms in ROW.findall(PAGE.read_text(encoding="utf-8"))]


def test_the_floors_of_the_page() -> None:
    """Each room stands on the floor that the imports keep it on."""
    assert {room: int(floor) for floor, rooms in rows() if floor for room in rooms} == FLOOR


def test_every_folder_has_a_row() -> None:
    """The rows name every package of the house, and nothing else."""
    house = ROOT / "planner"
    packages = {file.parent.relative_to(house).as_posix() for file in house.rglob("__init__.py")}

    assert {room for _, rooms in rows() for room in rooms} == packages - {"."}
