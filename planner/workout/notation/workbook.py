"""Workbooks: from the bytes of an .xlsx to the text of its sheet Plan, a row a line.

Nothing of a file is trusted: what is too large, has a document type or isn't a workbook is refused
before the library that reads workbooks sees it, so that no file takes longer than a second or two.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from planner.request.errors import InputError
from planner.request.extras import needed
from planner.workout.notation.amounts import MAX_LINE, short
from planner.workout.notation.plan_sheet import PLAN, REQUEST, request_line

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins, and an empty one."""
MAX_BYTES = 30_000_000
"""Of all parts of a workbook, unpacked."""
MAX_PARTS = 500
MAX_TAGS, MAX_SHEET_TAGS = 60_000, 500_000
"""Of XML in all parts that are no sheets, and in each sheet: a year of sets in the log fits in."""
MAX_ROWS, MAX_COLUMNS = 2001, 60
_OLD = b"\xd0\xcf\x11\xe0"


def is_workbook(name: str, data: bytes) -> bool:
    """Whether a file is a workbook, by its name or by how it begins."""
    return name.lower().endswith((".xlsx", ".xlsm", ".xls")) or data.startswith((*SIGNATURES, _OLD))


def text_of(data: bytes, name: str = "<workbook>") -> str:
    """Return the sheet Plan as text, a row a line and a tab between cells; the request on top.

    Raises
    ------
    InputError
        In one sentence: it is no workbook, too large, or has no sheet of that name; or the
        library that reads it is not installed.
    """
    _refuse(data, name)
    openpyxl = needed("openpyxl", "export", "reading a spreadsheet")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on what a workbook has and we don't read
        try:
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            sheets = {str(sheet.title): sheet for sheet in book.worksheets}
            lines = _lines(sheets) if PLAN in sheets else None
        except Exception:  # whatever it stumbles on, the file is to blame
            raise InputError("this is no workbook that can be read", name) from None
    if lines is None:
        raise InputError(f"the workbook has no sheet {PLAN!r}; its sheets are "
                         f"{short(', '.join(map(repr, sheets)) or 'none')}", name)
    if not any(line.strip() for line in lines):
        raise InputError(f"the sheet {PLAN!r} is empty", name)
    return "\n".join(lines)


def _refuse(data: bytes, name: str) -> None:
    """Refuse what is no workbook, and what would take long to read."""
    if data.startswith(_OLD):
        raise InputError("this is a workbook of the old format, or one with a password; save it "
                         "as .xlsx without one", name)
    try:
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_BYTES:
                raise InputError("this is larger than any plan in a workbook", name)
            _refuse_parts(((part.filename, packed.read(part)) for part in parts), name)
    except InputError:
        raise
    except Exception:  # a broken archive fails in many ways
        raise InputError("this is no .xlsx workbook", name) from None


def _refuse_parts(parts: Iterable[tuple[str, bytes]], name: str) -> None:
    tags = 0
    for part, data in parts:
        if not part.lower().endswith((".xml", ".rels", ".vml")):
            continue
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
            raise InputError(f"{short(part)!r} in the workbook has a document type or is no "
                             "UTF-8; no program writes such a file", name)
        sheet = part.startswith("xl/worksheets/")
        tags += 0 if sheet else data.count(b"<")
        if tags > MAX_TAGS or (sheet and data.count(b"<") > MAX_SHEET_TAGS):
            raise InputError("this is larger than any plan in a workbook", name)


def _lines(sheets: dict[str, Any]) -> list[str]:
    lines = ["\t".join(map(_said, row)).rstrip("\t") for row in _cells(sheets[PLAN])]
    while lines and not lines[-1].strip():
        lines.pop()
    asked = (_said(cell, most=None) for row in _cells(sheets[REQUEST]) for cell in row) if (
        REQUEST in sheets) else ()
    carried = request_line(asked)
    # The first row is the title, which says nothing of what is done.
    return [carried, *lines[1:]] if carried and lines else lines


def _cells(sheet: Any) -> Iterator[Sequence[Any]]:
    yield from sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)


def _said(cell: Any, most: int | None = MAX_LINE) -> str:
    """Return a cell as text, as it is shown: 80 %, 2:30, and no fraction where there is none.

    A spreadsheet takes ``2:30`` for a time of day and ``8-12`` for a date, in whichever order it
    has day and month. Both are undone; a range of repetitions rises.
    """
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, time | timedelta):
        return _clock(value)
    if isinstance(value, date):
        return "{}-{}".format(*sorted((value.day, value.month)))
    if isinstance(value, int | float):
        percent = "%" in str(cell.number_format or "")
        return f"{100 * value:.10g} %" if percent else f"{value:.10g}"
    # The library leaves the sign that marks an underscore as one; see ECMA-376, ST_Xstring.
    return " ".join(str(value).replace("_x005F_", "_").split())[:most]


def _clock(value: time | timedelta) -> str:
    """Return ``2:30`` for half past two, and ``2:30`` too where 0:02:30 was typed."""
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
    else:
        seconds = 3600 * value.hour + 60 * value.minute + value.second
    minutes, rest = divmod(seconds, 60)
    if rest:  # 0:02:30, hours, minutes and seconds
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}"
