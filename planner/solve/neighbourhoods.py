"""Large neighbourhoods: parts of a plan that are planned anew while the rest stays.

(Large neighbourhood search, Shaw 1998; Pisinger and Ropke 2010.) A week falls into sessions that
meet only in the goals, in recovery and in repeats, so one or two of them are a small problem that
is solved to the end in a fraction of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Neighbourhood:
    """What may change: all of some sessions, and the sets of everything that is there."""

    sessions: tuple[int, ...]
    sets: bool = False


def neighbourhoods(count: int) -> list[Neighbourhood]:
    """Return what a week is improved by, in turn: single sessions, sets, pairs of sessions."""
    alone = [Neighbourhood((i,)) for i in range(count)]
    if count == 1:
        return alone
    near = [(i, (i + 1) % count) for i in range(count if count > 2 else 1)]
    pairs = [*near, *(p for p in combinations(range(count), 2) if p not in near
                      and p[::-1] not in near)]
    return [*alone, Neighbourhood((), sets=True), *(Neighbourhood(p) for p in pairs)]
