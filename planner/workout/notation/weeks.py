"""Programmes of several weeks: which weeks a text has, and which of them is read.

Weeks stand in headings, in a column of a table that numbers them, or in a column for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from planner.request.errors import InputError
from planner.workout.notation.headings import MOST_HEADING, weeks_of
from planner.workout.notation.spelling import clean
from planner.workout.notation.tables import Numbered, unrolled, weeks_in_tables

_NOTED = re.compile(r"[0-9]\s*[:(-]\s*[^\W_]")


@dataclass(frozen=True)
class Weeks:
    """The weeks of a text.

    Attributes
    ----------
    known
        Those that it has, in their order.
    chosen
        The one that is read, None where it names no week.
    in_days
        Whether the weeks stand below each day, instead of the days below each week.
    headings
        The lines that head a week. ``Week 1: 70 %`` and ``Week 2: 75 %``, one below the other, are
        notes on how it goes on.
    """

    known: tuple[int, ...] = ()
    chosen: int | None = None
    in_days: bool = False
    headings: frozenset[int] = frozenset()

    def leaves_out(self, weeks: range) -> bool:
        """Whether what stands under a heading of these weeks is not read."""
        return self.chosen is not None and self.chosen not in weeks


def weeks_in(lines: Sequence[Numbered], wanted: int | None) -> Weeks:
    """Return the weeks of the lines of a text; the first is read unless another one is wanted.

    Raises
    ------
    InputError
        The wanted one is not there; names those that are.
    """
    headed = dict(_headings(unrolled(lines)))
    in_order = [*(week for weeks in headed.values() for week in weeks), *weeks_in_tables(lines)]
    known = tuple(sorted(set(in_order)))
    if wanted is not None and wanted not in known:
        has = f"the text has {told(known)}" if known else "the text names no weeks; leave it out"
        raise InputError(f"there is no week {wanted}; {has}", "week")
    chosen = wanted if wanted is not None or not in_order else in_order[0]
    return Weeks(known, chosen, len(set(headed.values())) < len(headed), frozenset(headed))


def _headings(lines: Iterable[Numbered]) -> Iterator[tuple[int, range]]:
    """Yield the lines that head weeks, without lists of notes on them."""
    said = [(number, text, weeks_of(clean(text)) if len(text) < MOST_HEADING else None)
            for number, text in lines if text.strip()]
    for is_week, run in groupby(said, key=lambda line: line[2] is not None):
        found = list(run)
        notes = len(found) > 1 and all(_NOTED.search(text) for _, text, _ in found)
        if is_week and not notes:
            yield from ((number, weeks) for number, _, weeks in found if weeks is not None)


def told(weeks: Iterable[int]) -> str:
    """Return ``week 1`` or ``weeks 1, 2 and 3``."""
    *others, last = map(str, weeks)
    return f"weeks {', '.join(others)} and {last}" if others else f"week {last}"
