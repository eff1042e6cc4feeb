"""The catalogue: the built-in one, read fast, and a user's own files on top."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.catalog.errors import CatalogError
from planner.catalog.model import Catalog

# Reading YAML and checking what was read is for overlays and for compiling: most commands do
# neither, and are on the screen a twentieth of a second sooner.
if TYPE_CHECKING:
    from planner.catalog.check import Fault
    from planner.catalog.read import Folder, Place

__all__ = ["Catalog", "CatalogError", "build", "load", "read_folder"]


def load(*overlays: Path | str) -> Catalog:
    """Return the built-in catalogue with a user's own files on top.

    Parameters
    ----------
    overlays
        Files or folders of the same shape as the built-in data. Each adds to
        what is there or overrides an id with a whole new item; the last one
        counts.

    Returns
    -------
    Catalog
        Frozen; the same object again where there are no overlays.

    Raises
    ------
    CatalogError
        With file, line and column, when a file is wrong or mentions what
        does not exist.
    """
    if not overlays:
        return _built_in()
    from planner.catalog.read import read

    folder = _unfolded(_built_in())
    for overlay in overlays:
        folder.overlay(read(Path(overlay)))
    return build(folder)


def read_folder(path: Path | str) -> dict[str, Any]:
    """Return the raw fields of the files below a folder, each value already checked by itself.

    Raises
    ------
    CatalogError
        With file, line and column, on the first value that is wrong.
    """
    from planner.catalog.read import read

    return read(Path(path)).fields()


def build(folder: Folder) -> Catalog:
    """Make a catalogue of what was read, refusing missing fields and wrong references."""
    from planner.catalog.check import problems
    from planner.catalog.read import FIELDS

    fields = folder.fields()
    missing = [name for name in FIELDS if name not in fields]
    if missing:
        raise CatalogError(f"no file has the field {', '.join(missing)}")
    catalog = Catalog.model_validate_json(json.dumps(fields))
    found = list(problems(catalog))
    if found:
        raise _placed(found, folder)
    return catalog


def _placed(found: list[Fault], folder: Folder) -> CatalogError:
    # What a user's file broke stands in that file; a problem without a place comes last.
    found.sort(key=lambda problem: (problem.field, problem.key) not in folder.places)
    first = found[0]
    message = f"{first}{f' (and {len(found) - 1} more)' if len(found) > 1 else ''}"
    place: Place | None = folder.places.get((first.field, first.key))
    return place.error(message, first.loc) if place else CatalogError(message)


@lru_cache(maxsize=1)
def _built_in() -> Catalog:
    # Compiled from the data files and checked when it was; here only its shape is.
    data = Path(__file__).with_name("catalog.json").read_bytes()
    return Catalog.model_validate_json(data)


def _unfolded(catalog: Catalog) -> Folder:
    """Return a catalogue as if it had been read from files, without places."""
    from planner.catalog.read import Folder, items

    data: dict[str, Any] = catalog.model_dump(mode="json")
    folder = Folder()
    for name, value in data.items():
        folder.values[name] = {key: item for key, item, _ in items(name, value)}
    return folder
