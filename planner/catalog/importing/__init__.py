"""Turning an open exercise database into an overlay of this catalogue's shape.

``read_records`` reads a file of one of the two known shapes, ``import_records``
decides for every record what becomes of it, ``report`` accounts for them all
and ``write_overlay`` writes the exercises. What is decided is in the YAML files
of ``data``; here are only the mechanisms that read them.
"""

from __future__ import annotations

from planner.catalog.importing.outcome import Import, Outcome, import_records
from planner.catalog.importing.records import SHAPES, Record, read_records
from planner.catalog.importing.report import report
from planner.catalog.importing.write import write_overlay

__all__ = [
    "SHAPES",
    "Import",
    "Outcome",
    "Record",
    "import_records",
    "read_records",
    "report",
    "write_overlay",
]
