"""One column of dates, all of them in one order of day and month."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from planner.logs.table import Record, Table
from planner.logs.times import When, day_comes_first, when


class Dates:
    """The dates of a column.

    Parameters
    ----------
    assumed
        Gets a sentence where no date of the column says whether the day comes first.
    """

    def __init__(self, table: Table, key: str, assumed: set[str]) -> None:
        self._table = table
        self._key = key
        first = day_comes_first(table.text(record, key) for record in table.records)
        if first is None:
            assumed.add("Dates such as 3/4/2030 are read with the month first.")
        self._read: Callable[[str], When] = cache(lambda text: when(text, bool(first)))

    def of(self, record: Record) -> When:
        """Return the date of a row.

        Raises
        ------
        InputError
            It has none.
        """
        return self._table.value(record, self._key, self._read)

    def maybe(self, record: Record) -> When | None:
        """Return the date of a row, None where nothing stands."""
        return self.of(record) if self._table.text(record, self._key) else None
