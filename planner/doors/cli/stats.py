"""How widely the catalogue spreads, as tables with the holes marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.catalog.spread import ANYTHING, Hole, by_complaint, by_muscle, by_phase, holes
from planner.doors.cli.document import Block, Heading, Items, Page, Row, Table, Words
from planner.show.wording import plain


def stats(catalog: Catalog) -> dict[str, Any]:
    """Return every count and every hole, with the reason of its waiver where it has one."""
    reasons = {(w.id, w.look): w.reason for w in catalog.waivers}
    return {
        "exercises": len(catalog.exercises),
        "direct": by_muscle(catalog),
        "phases": by_phase(catalog),
        "complaints": by_complaint(catalog),
        "holes": [vars(h) | {"waived": reasons.get((h.id, h.look))} for h in holes(catalog)],
    }


def stats_page(catalog: Catalog) -> Page:
    """Return the counts as tables: ``!`` marks a hole, ``~`` one that has its reason."""
    found = list(holes(catalog))
    reasons = {(w.id, w.look): w.reason for w in catalog.waivers}
    mark = {(h.id, h.look): "~" if (h.id, h.look) in reasons else "!" for h in found}
    open_holes = sum(m == "!" for m in mark.values())
    return (
        Heading(so_many(len(catalog.exercises), "exercise"), 1),
        Heading("Exercises that train a muscle directly, by what they need"),
        _muscles(catalog, mark),
        Words("'!' is a hole, '~' a hole with a reason; every kit has the floor to lie on."),
        Heading("By phase"),
        Items(tuple((plain(phase), f"{count}{mark.get((phase, 'phase'), '')} "
                                   f"(at least {catalog.phase_floors[phase]})")
                    for phase, count in by_phase(catalog).items())),
        *_complaints(catalog, mark),
        *_reasons(found, reasons),
        Words(f"{so_many(open_holes, 'hole')} without a reason."),
    )


def _muscles(catalog: Catalog, mark: dict[tuple[str, str], str]) -> Table:
    kits = (ANYTHING, *(kit.id for kit in catalog.kits))
    rows = tuple(
        Row((plain(muscle), *(f"{counts[kit]}{mark.get((muscle, f'spread_{kit}'), ' ')}"
                              for kit in kits)))
        for muscle, counts in by_muscle(catalog).items())
    return Table(("muscle", *(f"{kit} " for kit in kits)), "<" + ">" * len(kits), rows,
                 exact=frozenset(range(1, len(kits) + 1)))


def _complaints(catalog: Catalog, mark: dict[tuple[str, str], str]) -> Iterator[Block]:
    table = by_complaint(catalog)
    if not table:
        return
    groups = list(next(iter(table.values())))
    yield Heading("What a complaint leaves of the large groups")
    yield Table(("complaint", *(f"{plain(g)} " for g in groups)), "<" + ">" * len(groups), tuple(
        Row((plain(complaint), *(f"{left[g]}{mark.get((complaint, f'leaves_{g}'), ' ')}"
                                 for g in groups)))
        for complaint, left in table.items()), exact=frozenset(range(1, len(groups) + 1)))


def _reasons(found: Iterable[Hole], reasons: dict[tuple[str, str], str]) -> Iterator[Block]:
    lines = [(f"{plain(h.id)}, {plain(h.look.removeprefix('spread_'))}", reasons[h.id, h.look])
             for h in found if (h.id, h.look) in reasons]
    if lines:
        yield Heading("Holes that stay, and why")
        yield Items(tuple(lines))
