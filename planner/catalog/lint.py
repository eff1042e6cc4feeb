"""What a careful reader would say about a catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.catalog.check import problems
from planner.catalog.model import Catalog
from planner.catalog.plausibility import Look, looks
from planner.catalog.siblings import odd_ones
from planner.catalog.spelling import normalise, spellings
from planner.catalog.spread import holes

__all__ = ["Look", "lint"]


def lint(catalog: Catalog) -> list[Look]:
    """Return everything that is wrong or odd and not waived, errors first, then by id.

    Parameters
    ----------
    catalog
        Any catalogue, also one whose references were never checked.
    """
    found = [Look("error", p.key or p.field, str(p), "mentions") for p in problems(catalog)]
    for exercise in catalog.exercises:
        found.extend(looks(exercise, catalog))
    found.extend(odd_ones(catalog))
    found.extend(_clashes(catalog))
    found.extend(_chains(catalog))
    found.extend(Look("warning", h.id, h.message, h.look) for h in holes(catalog))
    return sorted(_unwaived(found, catalog), key=lambda f: (f.severity, f.id, f.message))


def _unwaived(found: Iterable[Look], catalog: Catalog) -> Iterator[Look]:
    unused = {(waiver.id, waiver.look) for waiver in catalog.waivers}
    waived = frozenset(unused)
    for finding in found:
        if (finding.id, finding.look) in waived:
            unused.discard((finding.id, finding.look))
        else:
            yield finding
    for key, look in sorted(unused):
        yield Look("warning", key, f"the waiver for {look} waives nothing", "waivers")


def _clashes(catalog: Catalog) -> Iterator[Look]:
    owner: dict[str, str] = {}
    for exercise in catalog.exercises:
        yield from _taken(exercise.id, spellings(exercise), owner)
    for key, names in catalog.aliases.items():
        yield from _taken(key, names, owner)
    # What is near is for names that nothing has: an overlay may well have the exercise itself.
    near: dict[str, str] = {}
    for key, names in catalog.near_names.items():
        yield from _taken(key, names, near)


def _taken(owned_by: str, names: Iterable[str], owner: dict[str, str]) -> Iterator[Look]:
    for name in names:
        key = normalise(name)
        first = owner.setdefault(key, owned_by)
        if not key:
            yield Look("error", owned_by, f"'{name}' has no letters or digits", "names")
        elif first != owned_by:
            yield Look("error", owned_by, f"'{name}' is also what {first} is called", "names")


def _chains(catalog: Catalog) -> Iterator[Look]:
    above = _above(catalog)
    for chain in catalog.chains:
        for index, link in enumerate(chain.links):
            for later in chain.links[index + 1 :]:
                if link in above.get(later, ()):
                    message = f"{link} comes before {later}, but is listed as the harder one"
                    yield Look("error", chain.id, message, "chains")


def _above(catalog: Catalog) -> dict[str, set[str]]:
    """Return for each exercise everything that is harder, however many steps up."""
    above: dict[str, set[str]] = {e.id: set(e.harder) for e in catalog.exercises}
    changed = True
    while changed:
        changed = False
        for harder in above.values():
            more = set().union(*(above.get(key, set()) for key in harder)) - harder
            harder |= more
            changed = changed or bool(more)
    return above
