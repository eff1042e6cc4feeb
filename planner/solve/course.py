"""How a model is searched, and what is known of it before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.solve.polish import Offers
from planner.solve.tiers import TIERS, Objective

SHARES = (0.8, 0.5, 0.5, 0.6, 1.0)
"""Share of the remaining limit that each tier may use."""

SHOULD, FITNESS = "should", "fitness"
"""The tiers that count what the order costs, and that warm-ups are chosen by."""

_PLACES = {build.__name__: i for i, build in enumerate(TIERS)}


@dataclass(frozen=True)
class Course:
    """How a model is searched, and what is known of it before.

    Attributes
    ----------
    start
        Values of a plan to begin with; None looks for a first one.
    floors
        Lower bounds of tiers that are known from elsewhere, by name.
    given
        Values of tiers that were searched before, by name; they are only kept.
    shares
        Share of the remaining limit that each tier may use.
    whole
        Whether what is proved of the model is proved of the request; None: as
        the problem says.
    buckets
        What the pieces of a week are planned from, one bucket after the other.
    fittest
        What the last tiers are planned from first.
    with_time
        Whether the use of time is minimised in one sum with the last tiers.
    work
        Deterministic time of one search of everything; None: its share of the limit.
    cuts
        Whether such a search looks for cutting planes.
    brief
        Be content with what the pieces give; nothing is to be proved.
    enough
        A value at which the pieces may stop.
    guess
        How much of each option a plan is likely to hold, 0 to 1, by session and
        exercise: where a search without a start begins.
    """

    start: tuple[int, ...] | None = None
    floors: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, int] = field(default_factory=dict)
    shares: Sequence[float] = SHARES
    whole: bool | None = None
    buckets: Sequence[Offers | None] = (None,)
    fittest: Offers | None = None
    with_time: bool = False
    work: float | None = None
    cuts: bool = False
    brief: bool = False
    enough: int | None = None
    guess: Mapping[tuple[int, str], float] = field(default_factory=dict)

    def share(self, objective: Objective) -> float:
        """Return the share of the remaining limit that a tier, or several as one, may use."""
        return self.shares[_PLACES.get(objective.names[-1], 0)]


def place(objective: Objective) -> int:
    """Return the place of a tier among the five, of a sum that of its `should` tier.

    Another one counts as the first.
    """
    return _PLACES.get(SHOULD if SHOULD in objective.names else objective.name, 0)
