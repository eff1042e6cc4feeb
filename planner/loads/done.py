"""Sets as they were done, as far as the next load depends on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from planner.catalog import Catalog
from planner.loads.prescription import Asked

SNAP_KG = 0.05
"""Apps write 135 lb as 61.2 kg."""


class SetDone(Protocol):
    """A set of a log."""

    @property
    def kind(self) -> str:
        """``work``, ``warm_up``, ``drop`` or ``failure``."""
        ...

    @property
    def reps(self) -> int | None:
        """Whole repetitions."""
        ...

    @property
    def load_kg(self) -> float | None:
        """What was lifted beside the body."""
        ...

    @property
    def rir(self) -> float | None:
        """Repetitions in reserve, where somebody wrote them."""
        ...


@dataclass(frozen=True)
class Done:
    """A set in a few words."""

    reps: int | None
    load_kg: float | None = None
    rir: float | None = None
    kind: str = "work"


@dataclass(frozen=True)
class Session:
    """The sets of a session at its heaviest load, warm-up and drop sets left out.

    Attributes
    ----------
    kg
        The load; None where there was none.
    reserves
        None where nobody wrote any.
    """

    kg: float | None
    reps: tuple[int, ...]
    reserves: tuple[float | None, ...]

    @classmethod
    def of(cls, sets: Iterable[SetDone]) -> Session | None:
        """Return what counts of a session, None where nothing does."""
        work = [one for one in sets if one.kind in ("work", "failure") and one.reps]
        if not work:
            return None
        kg = max((one.load_kg for one in work if one.load_kg is not None), default=None)
        if kg is not None:
            work = [one for one in work
                    if one.load_kg is not None and abs(one.load_kg - kg) <= SNAP_KG]
        return cls(kg, tuple(one.reps or 0 for one in work),
                   tuple(0 if one.kind == "failure" else one.rir for one in work))

    def to_failure(self, rir: float) -> tuple[float, ...]:
        """Return the repetitions that each set had in it.

        Parameters
        ----------
        rir
            The reserve of a set that says none: it was asked for.
        """
        return tuple(reps + (rir if reserve is None else reserve)
                     for reps, reserve in zip(self.reps, self.reserves, strict=True))

    def reached(self, asked: Asked) -> bool:
        """Whether all its sets are at the top of the range, and there are as many as asked."""
        return min(self.reps) >= asked.top and len(self.reps) >= asked.needed

    def short(self, asked: Asked) -> bool:
        """Whether a set is below the range."""
        return min(self.reps) < asked.reps

    def spent(self, asked: Asked) -> float | None:
        """Return the smallest reserve where one is smaller than asked."""
        return min((r for r in self.reserves if r is not None and r < asked.rir), default=None)

    def maximum_kg(self, rir: float, catalog: Catalog) -> float:
        """Return the one-repetition maximum that its weakest set stands for."""
        return 100 * (self.kg or 0) / percent(min(self.to_failure(rir)), catalog)


def sessions_of(sessions: Iterable[Sequence[SetDone]]) -> tuple[Session, ...]:
    """Return what counts of each session that has any work."""
    found = (Session.of(sets) for sets in sessions)
    return tuple(one for one in found if one is not None)


def percent(to_failure: float, catalog: Catalog) -> float:
    """Return the share of the maximum that can be lifted so often, between rows of the chart."""
    chart = catalog.chart
    at = min(max(1.0, to_failure), float(max(chart)))
    low = int(at)
    high = min(low + 1, max(chart))
    return chart[low] + (chart[high] - chart[low]) * (at - low)
