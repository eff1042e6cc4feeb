"""Our own exports, and programmes in Liftoscript, line by line as set notation."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from planner.workout.notation.plan_sheet import is_sheet, sheet_lines
from planner.workout.notation.tables import Numbered

_CSV = ("session", "day", "phase", "superset", "exercise", "sets", "reps_low", "hold_s")
_SECTION = re.compile(r"\s+/\s+")
_DAY = re.compile(r"##\s+\S")
_OPTION = re.compile(r"(?:warmup|superset|update|progress|used|id|tags)\s*:", re.IGNORECASE)
_SNIFF = re.compile(r"\s/\s+(?:warmup|superset|update|progress|used)\s*:")
_PAGE = re.compile(r"\|\s*start\s*\|(?:.*\|)?\s*exercise\s*\|")
_PAGE_DAY = re.compile(r"## (?P<name>[^:]+): [0-9]+ (?:of [0-9]+ )?minutes?.*")
_TIMED = re.compile(r"//\s*(?P<head>[A-Z][a-z-]+): (?P<name>.+): (?P<time>[0-9]+:[0-9]{2})")
_REST = re.compile(r"(?<![\w.|])([0-9]+s)(?![\w|])")
_HELD = re.compile(r"([0-9]+)x1 ([0-9]+s)(\+?)\|([0-9]+s)")


def exported(lines: Sequence[Numbered]) -> list[Numbered] | None:
    """Return the lines of a table or of a programme as set notation, None for any other text."""
    first = next((text for _, text in lines if text.strip()), "")
    header = first.lstrip("\ufeff").split(",")
    if set(_CSV) <= set(header):
        return list(_table(lines, header))
    if is_sheet(lines):
        return list(sheet_lines(lines))
    if any(_SNIFF.search(text) for _, text in lines):
        return list(_liftoscript(lines))
    if any(_PAGE.match(text) for _, text in lines):
        return list(_page(lines))
    return None


def _page(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the tables of a page in Markdown under their days; the rest of it is words."""
    columns: list[str] = []
    for number, text in lines:
        cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
        if heading := _PAGE_DAY.fullmatch(text):
            yield number, heading["name"]
        elif text.startswith("### "):
            yield number, f"{text.strip('# ')}:"
        elif _PAGE.match(text):
            columns = cells
            yield number, ""
        elif not text.startswith("|") or not columns or set(text) <= set("|-: "):
            columns = columns if text.startswith("|") else []
            yield number, ""
        else:
            yield number, _page_row(dict.fromkeys(columns, "")
                                    | dict(zip(columns, cells, strict=False)))


def _page_row(row: Mapping[str, str]) -> str:
    label, name = row.get("", ""), re.sub(r"\s*\(ramp: [^)]*\)", "", row["exercise"])
    if "for" in row:
        return f"{row['for']} {name}"
    options = [form.format(row[column]) for column, form in (
        ("effort", "{}"), ("load", "{}"), ("rest", "{} rest")) if row.get(column)]
    return f"{label} {name}: {row.get('sets x reps', '')} @ {', '.join(options)}".strip()


def _table(lines: Sequence[Numbered], header: Sequence[str]) -> Iterator[Numbered]:
    """Yield the rows of a table of entries; a session begins where its id changes."""
    session = None
    for number, text in lines:
        cells = next(csv.reader([text]), [])
        row = dict.fromkeys(header, "") | dict(zip(header, cells, strict=False))
        if row["session"] in ("session", ""):
            yield number, ""
            continue
        if row["session"] != session:
            session = row["session"]
            yield number, row["day"].strip("'")
        yield number, _entry(row)


def _entry(row: Mapping[str, str]) -> str:
    amount = f"{row['hold_s']}s" if row["hold_s"] else row.get("parts") or (
        row["reps_low"] if row.get("reps_high") in (row["reps_low"], "", None)
        else f"{row['reps_low']}-{row['reps_high']}")
    work = row["phase"] == "work"
    head = "" if work else f"{row['phase'].replace('_', '-').capitalize()}: "
    label = f"{row['superset'].strip(chr(39))} " if row["superset"] else ""
    options = [form.format(row[name]) for name, form in (
        ("rir", "RIR {}"), ("load_kg", "{}kg"), ("rest_s", "{}s rest"))
        if work and row.get(name) and not (name == "rir" and row.get("to_failure") == "yes")]
    failure = " to failure" if row.get("to_failure") == "yes" else ""
    sets = "" if not work and row["sets"] == "1" and row["hold_s"] else f"{row['sets']}x"
    return (f"{head}{label}{sets}{amount} {row['exercise'].strip(chr(39))}{failure}"
            + (f" @ {', '.join(options)}" if options else ""))


def _liftoscript(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the exercises of a programme; what a comment says of a day belongs to it."""
    described: list[Numbered] = []
    for number, text in lines:
        bare = text.strip()
        if timed := _TIMED.fullmatch(bare):
            described.append((number, f"{timed['head']}: {timed['time']} {timed['name']}"))
        elif _DAY.match(bare):
            yield number, bare
            yield from described
            described = []
        elif bare.startswith("//") or not _SECTION.search(bare):
            yield number, bare if bare.startswith("#") else ""
        else:
            yield number, _exercise(_SECTION.split(bare))


def _held(match: re.Match[str]) -> str:
    """Return ``3x1 40s+|60s``, a hold with its rest behind it, as ``3x40s to failure``."""
    sets, hold, plus, rest = match.groups()
    return f"{sets}x{hold}{' to failure' if plus else ''} @ {rest} rest"


def _exercise(sections: Sequence[str]) -> str:
    """Return ``Bench Press / 3x8 90s 70% @8`` as ``Bench Press: 3x8 @ 90s rest 70% @8``."""
    name, *others = sections
    said = [part for part in others if not _OPTION.match(part)]
    letter = next((part.partition(":")[2].strip() for part in others
                   if part.startswith("superset")), "")
    sets = "; ".join(_REST.sub(r"@ \1 rest", _HELD.sub(_held, part)).replace(" 0kg", "")
                     for part in said)
    label = f"{letter[:1].upper()}1 " if letter else ""
    return f"{label}{name.split(': ')[-1]}: {sets}"
