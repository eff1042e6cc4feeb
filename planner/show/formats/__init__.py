"""A plan in the formats of other programs, a file each behind one small interface.

`FORMATS` has them all. An application adds its own by passing an object with
the same attributes and ``write``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from planner.request.errors import InputError, nearest
from planner.show.export_options import Options, options
from planner.show.formats.base import Export, Format
from planner.show.formats.calendar import ICS
from planner.show.formats.fit import FIT
from planner.show.formats.html import HTML
from planner.show.formats.liftoscript import LIFTOSCRIPT
from planner.show.formats.markdown import MARKDOWN
from planner.show.formats.notation import TEXT
from planner.show.formats.pdf import PDF
from planner.show.formats.plan_json import JSON
from planner.show.formats.spreadsheet import XLSX
from planner.show.formats.table import CSV
from planner.show.view import Sheet, sheet_of

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.plans.schema import Plan

__all__ = ["FORMATS", "Export", "Format", "Options", "Sheet", "export", "format_for", "options",
           "sheet_of", "written"]

FORMATS: dict[str, Format] = {f.id: f for f in (
    TEXT, MARKDOWN, CSV, ICS, XLSX, LIFTOSCRIPT, FIT, HTML, PDF, JSON)}


def export(plan: Plan | Mapping[str, Any] | str, format: str | Format,
           catalog: Catalog | None = None, **given: Any) -> bytes:
    """Return a plan as a file of another program.

    Parameters
    ----------
    plan
        A finished plan, or its JSON as a mapping or text.
    format
        The id of a format, such as ``csv``, or a format of your own.
    catalog
        Where names come from; the built-in catalogue by default.
    given
        The fields of `Options`, as values or as text: ``title``, ``sessions``,
        ``start="2026-12-01T18:00"``, ``at``, ``zone``, ``weeks``, ``revision``.

    Raises
    ------
    InputError
        On an unknown format, session or option, and where the extra that the
        format needs is not installed.
    """
    return written(plan, format, catalog, **given).data


def written(plan: Plan | Mapping[str, Any] | str, format: str | Format,
            catalog: Catalog | None = None, **given: Any) -> Export:
    """Return the file as `export` does, and what the format could not hold."""
    from planner.catalog import load
    from planner.plans.check import as_plan

    plan = as_plan(plan)
    chosen = format_for(format) if isinstance(format, str) else format
    if not callable(getattr(chosen, "write", None)):
        raise InputError(f"expected a format, such as csv, found {format!r:.60}", "format")
    said = options(given)
    sheet = sheet_of(plan, catalog or load(), said)
    if chosen.dated and said.start is None:
        raise InputError(f"{chosen.says} needs the time of the first session, "
                         "such as 2026-12-01T18:00", "start")
    if chosen.one_session and len(sheet.sessions) > 1:
        raise InputError(f"{chosen.says} holds one session; name one of "
                         f"{', '.join(s.id for s in sheet.sessions)}", "sessions")
    return chosen.write(sheet, said)


def format_for(name: str = "", path: str = "") -> Format:
    """Return the format of a name, or without one that of a file name.

    Raises
    ------
    InputError
        With the nearest known name or the suffixes that are known.
    """
    if name:
        if name not in FORMATS:
            raise InputError(f"unknown format {name!r}; {nearest(name, FORMATS)}", "format")
        return FORMATS[name]
    suffix = PurePath(path).suffix.lower()
    found = next((f for f in FORMATS.values() if suffix in f.suffixes), None)
    if found is None:
        known = ", ".join(f.suffixes[0] for f in FORMATS.values())
        raise InputError(f"the name ends in no known suffix; they are {known}", path)
    return found
