"""The steps of ``coach export``: read, audit, make all of it, and only then write."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from planner.catalog import Catalog
from planner.doors.cli.writing import harmless, write_files
from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.request.request import DAYS
from planner.show.absurd import refuse_absurd
from planner.show.formats import Export, Format, format_for, written

EVENING = time(18)
TO_STDOUT = "-"
BINARY = ("xlsx", "fit", "pdf")


@dataclass(frozen=True)
class Made:
    """A file that is ready to be written."""

    path: str
    format: Format
    export: Export


def targets(paths: Sequence[str], format: str | None, as_json: bool) -> list[tuple[str, Format]]:
    """Return the files to write, each with its format.

    Raises
    ------
    InputError
        On an unknown format or suffix, and where two things want standard output.
    """
    if paths.count(TO_STDOUT) + as_json > 1:
        raise InputError("standard output can hold one thing; give -o FILE", "-o")
    found = []
    for path in paths:
        try:
            chosen = format_for(format or ("text" if path == TO_STDOUT else ""), path)
        except InputError as error:
            where = "--format" if format else error.where
            raise InputError(error.message, where) from None
        found.append((path, chosen))
    return found


def read_plan(path: str) -> tuple[str, Plan]:
    """Return what a plan's file is called, and the plan.

    Raises
    ------
    InputError
        When it is no plan, or one with figures that nobody could show.
    """
    from planner.plans.files import read_workout

    name, read = read_workout(path)
    if not isinstance(read, Plan):
        raise InputError("expected a plan's JSON, found text; coach plan --json prints one", name)
    try:
        refuse_absurd(read)
    except InputError as error:
        raise InputError(error.message, f"{name}: {error.where}") from None
    return name, read


def audit(name: str, plan: Plan, catalog: Catalog, done: str = "written") -> None:
    """Say on standard error what is wrong with a plan, if anything is.

    Parameters
    ----------
    done
        What becomes of it all the same.
    """
    import planner

    try:
        found = planner.check(plan, catalog=catalog)
    except InputError as error:
        note(f"{name}: {error}; it is {done} as it stands")
        return
    for said in found.notes:
        note(f"{name}: {said}")
    broken = [r for r in found.ledger if r.status == "broken" and r.severity == "must"]
    for row in broken:
        note(f"{name}: breaks {row.rule} ({row.where}): {row.says}")
    if broken:
        note(f"{name}: it is {done} as it stands; coach check shows all of it")


def make(plan: Plan, catalog: Catalog, wanted: Sequence[tuple[str, Format]],
         said: Mapping[str, Any], source: str) -> list[Made]:
    """Return every file, made and not yet written."""
    options = dict(said)
    if options.get("start") is None and any(format.dated for _, format in wanted):
        options["start"] = coming(plan, datetime.now())
        note(f"no --start was given: the first session is on "
             f"{options['start']:%A %Y-%m-%d at %H:%M}")
    made = []
    for path, format in wanted:
        for file, sessions in _files(path, format, plan, options["sessions"]):
            _not_the_plan(file, source)
            try:
                export = written(plan, format, catalog, **{**options, "sessions": sessions})
            except InputError as error:
                raise _as_option(error) from None
            for loss in export.losses:
                note(f"{file if file != TO_STDOUT else format.id}: {loss}")
            made.append(Made(file, format, export))
    return made


def coming(plan: Plan, now: datetime) -> datetime:
    """Return the next evening that is the day of the plan's first session."""
    day = DAYS.index(plan.sessions[0].day)
    date = now.date() + timedelta(days=(day - now.weekday() - 1) % 7 + 1)
    return datetime.combine(date, EVENING)


def _files(path: str, format: Format, plan: Plan,
           chosen: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the files of one target: one for each session where a file holds only one."""
    ids = [s.id for s in plan.sessions if not chosen or s.id in chosen]
    if not format.one_session or len(ids) < 2 or path == TO_STDOUT:
        return [(path, chosen)]
    whole = Path(path)
    return [(str(whole.with_name(f"{whole.stem}-{re.sub(r'[^A-Za-z0-9_]', '_', name)}"
                                 f"{whole.suffix}")), (name,)) for name in ids]


def _not_the_plan(path: str, source: str) -> None:
    if TO_STDOUT not in (path, source) and os.path.exists(path) and os.path.samefile(path, source):
        raise InputError("this is the file that was read; write to another", path)


def _as_option(error: InputError) -> InputError:
    names = {"sessions": "--session", "format": "--format"}
    place = names.get(error.where, f"--{error.where}" if error.where else "")
    return InputError(error.message, place)


def save(made: Sequence[Made], as_json: bool) -> None:
    """Write every file, beside its place first, so that none is ever half there."""
    for one in made:
        if one.path == TO_STDOUT:
            _print(one)
    write_files([(one.path, one.export.data) for one in made if one.path != TO_STDOUT])
    if as_json:
        from planner.doors.cli.shared import print_json

        print_json({"schema": "export/1", "files": [
            {"file": one.path, "format": one.format.id, "bytes": len(one.export.data),
             "losses": list(one.export.losses)} for one in made]})
        return
    for one in made:
        if one.path != TO_STDOUT:
            note(f"{one.path}: {one.format.says}, {len(one.export.data)} bytes", "")


def _print(one: Made) -> None:
    if one.format.id in BINARY and sys.stdout.isatty():
        raise InputError(f"{one.format.says} is nothing to read; give -o FILE", "-o")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(one.export.data.decode(errors="replace"))
    else:
        sys.stdout.flush()
        stream.write(one.export.data)
        stream.flush()


def note(text: str, who: str = "coach: ") -> None:
    """Say something on standard error."""
    print(harmless(f"{who}{text}"), file=sys.stderr)
