"""What programs do with an export: read it."""

from __future__ import annotations

import csv
import io

from planner.exports.rows import bare


def read_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column, with the texts as they were."""
    lines = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [{column: bare(cell) for column, cell in line.items()} for line in lines]
