"""Workbooks that somebody made to do harm, or that are none: a sentence, and at once."""

from __future__ import annotations

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from planner.request import extras
from planner.request.errors import InputError
from planner.workout.notation.workbook import is_workbook, text_of

MOST_S = 2.0
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(title="Plan", rows=(("Exercise", "Sets", "Reps or hold"), ("Deadlift", 5, 5))):
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def with_part(name, content):
    """Return a workbook with other content in one of its parts."""
    made = BytesIO()
    with ZipFile(BytesIO(workbook())) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in {*old.namelist(), name}:
            new.writestr(part, content if part == name else old.read(part))
    return made.getvalue()


def zipped(**parts):
    """Return an archive."""
    made = BytesIO()
    with ZipFile(made, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


LAUGHS = (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
          b"<worksheet " + NAMESPACE + b"/>")
LARGE = "this is larger than any plan in a workbook"
DOCTYPE = "has a document type or is no UTF-8"
HOSTILE = {
    "no archive": (b"PK\x03\x04 and no more", "this is no .xlsx workbook"),
    "10 MB of nothing": (b"PK\x03\x04" + b"x" * 10_000_000, "this is no .xlsx workbook"),
    "cut off": (workbook()[:900], "this is no .xlsx workbook"),
    "another archive": (zipped(a="b"), "this is no workbook that can be read"),
    "of old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of the old format, or one with a password"),
    "a bomb": (with_part(SHEET, b" " * 100_000_000), LARGE),
    "many cells": (with_part(SHEET, b"<c/>" * 1_000_000), LARGE),
    "many styles": (with_part("xl/styles.xml", b"<xf/>" * 1_000_000), LARGE),
    "entities": (with_part(SHEET, LAUGHS), DOCTYPE),
    "wide entities": (with_part(SHEET, LAUGHS.decode().encode("utf-16")), DOCTYPE),
    "half a sheet": (with_part(SHEET, b"<worksheet " + NAMESPACE + b"><sheetData><row>"),
                     "this is no workbook that can be read"),
    "no such sheet": (workbook("Sheet1"), "no sheet 'Plan'; its sheets are 'Sheet1'"),
    "nothing in it": (workbook(rows=()), "the sheet 'Plan' is empty"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_sentence_at_once(name):
    """Nothing of it is read, and nothing takes long."""
    data, says = HOSTILE[name]
    started = time.perf_counter()

    with pytest.raises(InputError) as error:
        text_of(data, "plan.xlsx")

    assert says in error.value.message
    assert error.value.where == "plan.xlsx"
    assert time.perf_counter() - started < MOST_S


def test_cells_as_text():
    """A row a line, tabs between the cells, whole numbers without a fraction."""
    assert text_of(workbook()) == "Exercise\tSets\tReps or hold\nDeadlift\t5\t5"


def test_a_row_far_below():
    """What stands in the last row of a sheet isn't looked for through a million blank ones."""
    row = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    data = with_part(SHEET, b"<worksheet " + NAMESPACE + b"><sheetData>" + row
                     + b"</sheetData></worksheet>")

    with pytest.raises(InputError, match="is empty"):
        text_of(data)


@pytest.mark.parametrize(("name", "data", "is_one"), [
    ("plan.XLSX", b"", True), ("<stdin>", b"PK\x03\x04", True), ("plan.xls", b"", True),
    ("plan.txt", b"5x5 Deadlift", False), ("plan.txt", b"PK Squat 3x5", False)])
def test_which_files_are_workbooks(name, data, is_one):
    """By the name, or by how it begins."""
    assert is_workbook(name, data) is is_one


def test_without_the_library(monkeypatch):
    """One sentence says what to install."""
    def absent(name, *rest):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(extras, "import_module", absent)

    with pytest.raises(InputError) as error:
        text_of(workbook())

    assert error.value.message == ("reading a spreadsheet needs openpyxl: "
                                   "pip install 'coach-planner[export]'")
