"""The plan by hand in every format, as it should look: read the files in ``golden``.

After a change that is meant, ``python -m tests.planner.show.formats.test_golden`` writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import fitdecode
import openpyxl
import pytest

from planner.plans.schema import Plan
from planner.show.formats import export
from tests.planner.first_exercises import first_exercises
from tests.planner.show.conftest import SMALL

GOLDEN = Path(__file__).parent / "golden"
SAID = {"title": "Spring, \"week 1\"", "start": "2026-12-01T18:00", "at": {"thu": "07:30"}}
MORE = {"ics": {"weeks": 2}, "fit": {"sessions": "mon"}}


def as_text(data: bytes) -> str:
    """Return what is text already, with its line ends visible where they are CRLF."""
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def cells(data: bytes) -> str:
    """Return a workbook as its sheets' cells, a row a line."""
    lines = []
    for sheet in openpyxl.load_workbook(BytesIO(data)):
        lines.append(f"== {sheet.title} ==")
        for row in sheet.iter_rows(values_only=True):
            lines.append(" | ".join("" if cell is None else str(cell) for cell in row).rstrip(" |"))
    return "\n".join(lines) + "\n"


def messages(data: bytes) -> str:
    """Return a FIT file as its messages, a field a word."""
    lines = []
    with fitdecode.FitReader(BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                said = [f"{f.name}={f.value}" for f in frame.fields if f.value is not None]
                lines.append(f"{frame.name}: {'; '.join(said)}")
    return "\n".join(lines) + "\n"


FILES: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "plan.txt": ("text", as_text), "plan.md": ("markdown", as_text), "plan.csv": ("csv", as_text),
    "plan.ics": ("ics", as_text), "plan.liftoscript": ("liftoscript", as_text),
    "plan.xlsx.txt": ("xlsx", cells), "plan.fit.txt": ("fit", messages),
}


def made(name: str) -> str:
    """Return what the plan by hand is in the format of a golden file."""
    format, shown = FILES[name]
    said = {**SAID, **MORE.get(format, {})}
    data = export(Plan.model_validate(SMALL), format, first_exercises(), **said)
    return shown(data)


@pytest.mark.parametrize("name", FILES)
def test_golden(name: str) -> None:
    """Every format is what it was."""
    assert made(name) == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_the_same_bytes_again(name: str, small: Plan) -> None:
    """Nothing depends on the moment or on the process: two exports are equal to the byte."""
    format, _ = FILES[name]
    said = {**SAID, **MORE.get(format, {})}

    first, second = (export(small, format, **said) for _ in range(2))

    assert first == second


if __name__ == "__main__":
    for name in FILES:
        (GOLDEN / name).write_text(made(name), encoding="utf-8")
