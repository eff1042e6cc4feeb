"""What to put on the bar, on a page; and the masses and weights that a command line names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.doors.cli.document import Items, Page, Words
from planner.loads.kit import unit_of
from planner.loads.plates import Plates, Put, Weighed
from planner.request.errors import InputError
from planner.request.files import model_of, read_document
from planner.request.mass import Mass, Unit
from planner.request.place import Place, Weights


def plates_page(found: Plates) -> Page:
    """Return a line for each load: its plates, or the nearest loads there are."""
    bars = {put.bar for one in found.loads for put in (one.below, one.above) if put and put.bar}
    foot = tuple(Words(f"On a bar of {bar}.") for bar in sorted(bars))
    return (Items(tuple((one.asked, _said(one)) for one in found.loads)), *foot)


def read_masses(loads: Sequence[str], bar: str | None, unit: str | None,
                weights: Weights | None) -> tuple[tuple[Mass, ...], Mass | None]:
    """Return the loads and the bar of a command line.

    Numbers without a unit have the one that is said, else that of the place's weights.
    """
    usual: Unit = "kg" if weights is None else unit_of(weights)
    if unit not in (None, "kg", "lb"):
        raise InputError(f"expected kg or lb, found {unit!r}", "--unit")
    said: Unit = "lb" if unit == "lb" else "kg" if unit == "kg" else usual
    masses = tuple(_mass(text, said, "LOAD") for text in _joined(loads))
    own = None if bar is None else _mass(bar, said if unit else masses[0].unit, "--bar")
    return masses, own


def read_weights(path: str) -> Weights:
    """Return the weights of a file: those of a place, or nothing but weights."""
    document = read_document(path, "the weights of a place")
    if "weights" in document.data or "equipment" in document.data:
        return model_of(Place, document.data, document).weights or Weights()
    return model_of(Weights, document.data, document)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Yield the loads; a unit that stands alone belongs to the number before it."""
    held = ""
    for word in words:
        if held and word.casefold() in ("kg", "lb", "lbs"):
            yield f"{held} {word}"
            held = ""
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _mass(text: str, unit: Unit, where: str) -> Mass:
    try:
        return Mass.read(text, unit)
    except ValueError as error:
        raise InputError(str(error), where) from None


def _said(one: Weighed) -> str:
    near = one.nearest
    if near is None:
        return "there is nothing to load"
    if one.exact:
        return near.says or "as it is"
    other = one.above if near is one.below else one.below
    if other is None:
        return f"{'the heaviest' if near is one.below else 'the lightest'} is {_put(near)}"
    return f"nearest is {_put(near)}; {'above' if other is one.above else 'below'}, {_put(other)}"


def _put(put: Put) -> str:
    return f"{put.load} ({put.says})" if put.says else put.load
