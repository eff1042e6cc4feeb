"""Our own exports, and programmes in Liftoscript, line by line as set notation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from planner.workout.notation.csv_table import is_table, table_lines
from planner.workout.notation.plan_sheet import is_sheet, sheet_lines
from planner.workout.notation.tables import Numbered

_SECTION = re.compile(r"\s+/\s+")
_DAY = re.compile(r"##\s+\S")
_OPTION = re.compile(r"(?:warmup|superset|update|progress|used|id|tags)\s*:", re.IGNORECASE)
_SNIFF = re.compile(r"\s/\s+(?:warmup|superset|update|progress|used)\s*:")
_PAGE = re.compile(r"\|\s*start\s*\|(?:.*\|)?\s*exercise\s*\|")
_PAGE_DAY = re.compile(r"## (?P<name>[^:]+): [0-9]+ (?:of [0-9]+ )?minutes?.*")
_TIMED = re.compile(r"//\s*(?P<head>[A-Z][a-z-]+): (?P<name>.+): (?P<time>[0-9]+:[0-9]{2})")
_REST = re.compile(r"(?<![\w.|])([0-9]+s)(?![\w|])")
_NEXT_SETS = re.compile(r",\s+(?=[0-9]+x)")
_HELD = re.compile(r"([0-9]+)x1 ([0-9]+s)(\+?)\|([0-9]+s)")


def exported(lines: Sequence[Numbered]) -> list[Numbered] | None:
    """Return the lines of a table or of a programme as set notation, None for any other text."""
    first = next((text for _, text in lines if text.strip()), "")
    if is_table(first):
        return list(table_lines(lines))
    if is_sheet(lines):
        return list(sheet_lines(lines))
    if any(_SNIFF.search(text) for _, text in lines):
        return list(_liftoscript(lines))
    if any(_PAGE.match(text) for _, text in lines):
        return list(_page(lines))
    return None


def _page(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the tables of a page in Markdown under their days; the rest of it is words.

    Rows of the same work, one below the other, are sets that differ.
    """
    columns: list[str] = []
    held: tuple[int, str, list[str]] | None = None
    for number, text in [*lines, (len(lines) + 1, "")]:
        cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
        row = dict.fromkeys(columns, "") | dict(zip(columns, cells, strict=False))
        is_row = text.startswith("|") and bool(columns) and not (
            _PAGE.match(text) or set(text) <= set("|-: "))
        name = _page_name(row) if is_row and "for" not in row else ""
        if held and name and held[1] == name:
            held[2].append(_page_sets(row))
            continue
        if held:
            yield held[0], f"{held[1]}: {'; '.join(held[2])}"
            held = None
        if name:
            held = (number, name, [_page_sets(row)])
        elif is_row:
            yield number, f"{row['for']} {_page_name(row)}"
        elif heading := _PAGE_DAY.fullmatch(text):
            yield number, heading["name"]
        elif text.startswith("### "):
            yield number, f"{text.strip('# ')}:"
        elif _PAGE.match(text):
            columns = cells
            yield number, ""
        else:
            columns = columns if text.startswith("|") else []
            yield number, ""


def _page_name(row: Mapping[str, str]) -> str:
    name = re.sub(r"\s*\(ramp: [^)]*\)", "", row["exercise"])
    return f"{row.get('', '')} {name}".strip()


def _page_sets(row: Mapping[str, str]) -> str:
    options = [form.format(row[column]) for column, form in (
        ("effort", "{}"), ("load", "{}"), ("rest", "{} rest")) if row.get(column)]
    return f"{row.get('sets x reps', '')} @ {', '.join(options)}"


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


def _with_rest(sets: str) -> str:
    """Return sets with the rest behind them in words."""
    return _HELD.sub(_held, sets) if _HELD.search(sets) else _REST.sub(r"@ \1 rest", sets)


def _exercise(sections: Sequence[str]) -> str:
    """Return ``Bench Press / 3x8 90s 70% @8`` as ``Bench Press: 3x8 @ 90s rest 70% @8``."""
    name, *others = sections
    said = [part for part in others if not _OPTION.match(part)]
    letter = next((part.partition(":")[2].strip() for part in others
                   if part.startswith("superset")), "")
    sets = "; ".join(_with_rest(one).replace(" 0kg", "")
                     for part in said for one in _NEXT_SETS.split(part))
    label = f"{letter[:1].upper()}1 " if letter else ""
    return f"{label}{name.split(': ')[-1]}: {sets}"
