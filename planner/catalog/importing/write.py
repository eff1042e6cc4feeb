"""Writing an overlay: all of it beside its place, then moved in; nothing foreign is overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from planner.catalog.errors import CatalogError
from planner.catalog.importing.outcome import Import, Outcome

MANIFEST = "import.json"
SCHEMA = "import/1"


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # What begins like a number is quoted: some readers would count 02054 in eights.
    quoted = "'" if text[:1] in "0123456789+-." else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=quoted)


_Dumper.add_representer(str, _text)


def overlay_files(done: Import) -> dict[str, str]:
    """Return the files of an overlay by name: exercises by pattern, and the source."""
    by_pattern: dict[str, list[Outcome]] = {}
    for each in done.of("imported"):
        assert each.exercise is not None
        by_pattern.setdefault(each.exercise["pattern"], []).append(each)
    found = {f"{pattern}.yaml": _exercises(done, outcomes)
             for pattern, outcomes in sorted(by_pattern.items())}
    source = {"id": done.shape.id, "citation": done.shape.citation,
              "status": "imported; muscles, level and equipment are its own, the rest by rules"}
    found["source.yaml"] = _dumped({"sources": [source]})
    return found


def _exercises(done: Import, outcomes: Iterable[Outcome]) -> str:
    parts = [f"# Imported from {done.shape.title} by `coach catalog import`."]
    for each in sorted(outcomes, key=lambda o: o.id or ""):
        note = f"# {each.record.id}"
        looks = [f"# to look at: {reason}" for reason in each.review]
        parts.append("\n".join([note, *looks, _dumped([each.exercise]).rstrip()]))
    return "\n\n".join(parts) + "\n"


def _dumped(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, default_flow_style=None, width=100,
                     allow_unicode=True)


def write_overlay(done: Import, folder: Path, provenance: dict[str, Any]) -> list[str]:
    """Write the overlay to a folder and return the names of its files.

    Parameters
    ----------
    folder
        A folder that is missing, empty, or an earlier import nobody changed.
    provenance
        Where it comes from; written to ``import.json`` with the files' hashes.

    Raises
    ------
    CatalogError
        When the folder holds anything else, or cannot be written; it is left
        as it was.
    """
    place = folder.resolve()
    try:
        check_folder(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    except OSError as error:
        raise CatalogError(_why(error), str(folder)) from None
    try:
        beside.chmod(0o777 & ~_umask())
        names = _fill(beside, overlay_files(done), provenance)
        _swap(beside, place)
    except OSError as error:
        raise CatalogError(_why(error), str(folder)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return names


def _why(error: OSError) -> str:
    return f"cannot be written: {(error.strerror or str(error)).lower()}"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _fill(beside: Path, files: dict[str, str], provenance: dict[str, Any]) -> list[str]:
    hashes = {}
    for name, text in files.items():
        (beside / name).write_text(text, encoding="utf-8", newline="\n")
        hashes[name] = _hash(text.encode())
    manifest = {"schema": SCHEMA, **provenance, "files": hashes}
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (beside / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    return [*hashes, MANIFEST]


def _swap(beside: Path, place: Path) -> None:
    """Move the new folder into its place; the old one comes back if that fails."""
    if not place.exists():
        beside.rename(place)
        return
    old = beside.with_name(f"{beside.name}.old")
    place.rename(old)
    try:
        beside.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def check_folder(folder: Path) -> None:
    """Refuse a folder with anything in it that is not an earlier import as it was written.

    Raises
    ------
    CatalogError
        Naming the first file in the way.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CatalogError("this is a file; a folder is expected", str(folder))
    inside = sorted(path.name for path in folder.iterdir())
    if not inside:
        return
    known = _manifest(folder)
    if known is None:
        raise CatalogError(f"this folder holds {_some(inside)}; give a new or an empty one, or one "
                           "that an import wrote", str(folder))
    strange = [name for name in inside if name != MANIFEST and name not in known]
    if strange:
        raise CatalogError(f"this folder holds {_some(strange)}, which no import wrote; move it "
                           "or give another folder", str(folder))
    for name in inside:
        if name != MANIFEST and _hash((folder / name).read_bytes()) != known[name]:
            raise CatalogError("changed since it was imported; move it or give another folder",
                               str(folder / name))


def _manifest(folder: Path) -> dict[str, str] | None:
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        return None
    files = data.get("files")
    return files if isinstance(files, dict) else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _some(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
