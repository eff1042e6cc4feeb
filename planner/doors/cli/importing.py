"""``coach catalog import``: an open exercise database becomes an overlay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

MAX_BYTES = 50_000_000


def import_database(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The database, a JSON array of "
                                                             "exercises; - is standard input.")],
    source: Annotated[str, typer.Option(
        "--from", metavar="SOURCE", help="open-exercise-db or free-exercise-db.")],
    out: Annotated[str, typer.Option(
        "-o", "--out", metavar="DIR", help="Where the overlay is written: a new or empty folder, "
                                           "or an earlier import.")],
    catalog: Annotated[list[str] | None, typer.Option(
        "--catalog", metavar="PATH", help="Files or folders that count as known exercises too; "
                                          "repeatable.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Turn an open exercise database into files for --catalog, and account for every record."""
    from pathlib import Path

    from planner.catalog.importing import (
        SHAPES,
        import_records,
        read_records,
        report,
        write_overlay,
    )
    from planner.catalog.importing.write import check_folder
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.request.errors import InputError, nearest

    if source not in SHAPES:
        raise InputError(f"unknown source {source!r}; {nearest(source, SHAPES)}", "--from")
    if not out:
        raise InputError("a folder is expected, found nothing", "--out")
    name, text = _text(file)
    folder = Path(out)
    check_folder(folder)
    shape = SHAPES[source]
    done = import_records(read_records(text, shape, name), shape, load_catalog(catalog))
    said = report(done)
    written = write_overlay(done, folder, _provenance(name, text, said))
    if json:
        print_json({**said, "folder": str(folder), "written": written})
        return
    from planner.doors.cli.output import show

    show(_page(said, str(folder), written))


def _text(file: str) -> tuple[str, str]:
    """Return the name and the text of a database, which is larger than a request."""
    from planner.request.files import read_text

    return read_text(file, MAX_BYTES, "no exercise database is that large")


def _provenance(name: str, text: str, said: dict[str, Any]) -> dict[str, Any]:
    from hashlib import sha256

    digest = sha256(text.encode()).hexdigest()
    return {"file": name, "sha256": digest, **{k: v for k, v in said.items() if k != "schema"}}


def _page(said: dict[str, Any], folder: str, written: list[str]) -> Any:
    from planner.doors.cli.document import Block, Heading, Words

    strength = said["strength"]
    body = said["body_only"]
    blocks: list[Block] = [
        Heading(f"Import from {said['source']}: {said['records']} records", 1),
        Words(f"{said['imported']} imported ({said['review']} of them to look at), "
              f"{said['matched']} matched to an exercise we have, {said['refused']} refused. "
              f"{strength['usable_percent']:g} % of the {strength['records']} strength records "
              "(strength, powerlifting, olympic weightlifting) are usable. "
              f"{body['need_apparatus']} of {body['records']} \"body only\" records, stretches "
              "aside, need apparatus."),
        Heading("By category"), _categories(said),
        Heading("Fields that rules decided"),
        _table(("field", "exercises"), [(k, str(n)) for k, n in said["derived"].items()], "<>"),
    ]
    matched = [(row["name"], row["id"]) for row in _of(said, "matched")]
    if matched:
        blocks += [Heading("Matched"), _table(("record", "is our"), matched)]
    looks = _grouped((reason, row["name"]) for row in _of(said, "imported")
                     for reason in row["review"])
    if looks:
        blocks += [Heading("To look at (review: true)"), _table(("why", "records"), looks)]
    for reason in sorted({row["reason"] for row in _of(said, "refused")}):
        rows = [row for row in _of(said, "refused") if row["reason"] == reason]
        blocks += [Heading(f"Refused: {reason} ({len(rows)})"),
                   _table(("what", "records"), _grouped((r["detail"], r["name"]) for r in rows))]
    blocks.append(Words(f"Written: {len(written)} files in {folder}"))
    return tuple(blocks)


def _categories(said: dict[str, Any]) -> Any:
    fields = ("records", "imported", "matched", "refused")
    rows = [(name, *(str(counts[f]) for f in fields))
            for name, counts in said["categories"].items()]
    return _table(("category", *fields), [*rows, ("all", *(str(said[f]) for f in fields))],
                  "<>>>>")


def _of(said: dict[str, Any], outcome: str) -> list[dict[str, Any]]:
    return [row for row in said["outcomes"] if row["outcome"] == outcome]


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return each first word with all that goes with it, in the order of the words."""
    found: dict[str, list[str]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return [(first, "; ".join(seconds)) for first, seconds in sorted(found.items())]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], align: str = "<<") -> Any:
    from planner.doors.cli.document import Row, Table

    flex = tuple(i for i, side in enumerate(align) if side == "<")
    return Table(head, align, tuple(Row(row) for row in rows), flex=flex)
