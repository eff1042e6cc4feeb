"""What other programs call our exercises: the data files in ``planner/catalog/formats``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from planner.catalog.strict_yaml import load


@cache
def pairings(name: str) -> dict[str, Any]:
    """Return a data file of ``planner/catalog/formats`` by its name without the suffix."""
    text = (files("planner.catalog") / "formats" / f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = load(text, f"{name}.yaml")
    return found
