"""The registry of formats, and every example's plan in every format."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import planner
from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.formats import FORMATS, Export, Options, Sheet, export, format_for, written
from planner.show.formats.base import BaseFormat

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize("name", FORMATS)
def test_every_example_comes_out(example: Plan, name: str) -> None:
    """No format stumbles over any plan, and no file is empty."""
    format = FORMATS[name]
    sessions = [s.id for s in example.sessions] if format.one_session else [""]
    for session in sessions:
        assert export(example, name, start="2026-12-01T07:00", sessions=session or ())


def test_ids_and_suffixes_are_unique() -> None:
    """An id names one format, and so does a suffix."""
    suffixes = [s for f in FORMATS.values() for s in f.suffixes]

    assert len(suffixes) == len(set(suffixes))
    assert all(f.id == name and f.suffixes[0].startswith(".") for name, f in FORMATS.items())


@pytest.mark.parametrize(("path", "name"), [
    ("week.csv", "csv"), ("a.b/WEEK.MD", "markdown"), ("w.ics", "ics"), ("w.txt", "text")])
def test_format_by_suffix(path: str, name: str) -> None:
    """The suffix says it, in capitals too."""
    assert format_for(path=path).id == name


@pytest.mark.parametrize(("given", "message"), [
    ({"name": "excel"}, "format: unknown format 'excel'; "),
    ({"path": "week.doc"}, "week.doc: the name ends in no known suffix; they are .txt, .md"),
    ({"path": "week"}, "week: the name ends in no known suffix"),
])
def test_unknown_formats(given: Any, message: str) -> None:
    """What is not known is named, with what is."""
    with pytest.raises(InputError) as error:
        format_for(**given)

    assert str(error.value).startswith(message)


def test_a_format_of_ones_own(small: Plan) -> None:
    """Any object with the attributes and `write` is a format."""

    class Names(BaseFormat):
        def write(self, sheet: Sheet, options: Options) -> Export:
            names = [e.name for s in sheet.sessions for e in s.entries]
            return Export("\n".join(names).encode(), (f"{len(names)} doses",))

    found = written(small, Names("names", (".names",), "a list of names"), sessions="thu")

    assert found == Export(b"Light jog\nSeated row\nPlank", ("3 doses",))


def test_the_public_function(small: Plan) -> None:
    """`planner.export` is the function."""
    assert planner.export is export
    assert planner.export(small, "csv").startswith("\ufeffsession,".encode())


@pytest.mark.parametrize(("name", "module"), [
    ("ics", "icalendar"), ("xlsx", "xlsxwriter"), ("fit", "fit_tool")])
def test_a_missing_extra_is_named(small: Plan, monkeypatch: pytest.MonkeyPatch, name: str,
                                  module: str) -> None:
    """Without its library a format says what to install."""
    for loaded in [m for m in sys.modules if m.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(InputError, match=r"needs \w+: pip install 'coach-planner\[export\]'"):
        export(small, name, start="2026-12-01T07:00", sessions="mon")


def test_looking_formats_up_imports_nothing() -> None:
    """The registry loads none of the libraries that the formats need."""
    code = ("import sys, planner.show.formats\n"
            "print([m for m in ('icalendar', 'xlsxwriter', 'fit_tool', 'ortools', 'typer') "
            "if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True,
                          timeout=60, check=True)

    assert done.stdout.strip() == "[]"
