"""Large neighbourhoods for weeks: some sessions are planned anew, the others stay.

A week falls into sessions that meet only in the goals, in recovery and in
repeats, so freeing two or three of them at a time is a small problem that is
solved to the end in a fraction of a second. The incumbent only ever improves;
what is proved is proved by the full model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from planner.problem import SessionProblem
from planner.solve.model import ModelBuilder

WORK_PER_TRY, WORK_OF_ALL = 0.1, 1.0
"""Deterministic time of one neighbourhood, and of all sessions at once."""


Offers = Sequence[frozenset[str]]
"""Exercises by session."""


@dataclass(frozen=True)
class Move:
    """Which sessions are planned anew, whether with supersets, and from what.

    Attributes
    ----------
    offers
        What a free session may hold beside its present entries; None: anything.
    warm_ups
        Whether all warm-ups are free, those of the other sessions as well.
    pairing
        Whether the other sessions may pair what they hold in another way.
    work
        Deterministic time.
    """

    free: tuple[int, ...]
    supersets: bool = True
    offers: Offers | None = None
    warm_ups: bool = False
    pairing: bool = False
    work: float = WORK_PER_TRY


def moves(count: int, fresh: bool, paired: bool,
          buckets: Sequence[Offers | None] = (None,)) -> tuple[list[Move], list[Move], list[Move]]:
    """Return what a week is improved by: once at first, again and again, and when that is over.

    Parameters
    ----------
    fresh
        Begin without supersets: a whole week of entries alone is a far smaller
        problem, and what is chosen then is a good start for pairing.
    paired
        Whether there are supersets at all.
    buckets
        What is offered, one after the other.
    """
    groups = list(neighbourhoods(count))
    first = [Move(tuple(range(count)), False, buckets[0])] if fresh else []
    again = [Move(g, paired, offers) for offers in buckets for g in groups]
    return first, again, [Move(tuple(range(count)), paired, offers, work=WORK_OF_ALL)
                          for offers in buckets if offers is not None]


def neighbourhoods(count: int) -> Iterator[tuple[int, ...]]:
    """Yield sessions to free together: each alone, then neighbours, then any two."""
    yield from ((i,) for i in range(count))
    if count < 3:
        yield tuple(range(count))
        return
    size = 2 if count < 6 else 3
    chosen = [tuple(sorted((i + k) % count for k in range(size))) for i in range(count)]
    yield from dict.fromkeys(chosen)
    yield from (few for few in combinations(range(count), 2) if few not in chosen)


def fixed_outside(model: ModelBuilder, values: tuple[int, ...], move: Move) -> Any:
    """Return a copy of the model in which only some sessions may change."""
    clone = model.cp.clone()
    for session in model.problem.sessions:
        paired = [q.index for q in model.supersets[session.index].inside.values()]
        if session.index in move.free:
            barred = [] if move.supersets else paired
            if move.offers is not None:
                barred = barred + [
                    model.x(o).index for o in session.options
                    if o.id not in move.offers[session.index] and not values[model.x(o).index]]
            for index in barred:
                clone.add(clone.get_int_var_from_proto_index(index) == 0)
            continue
        held = [*entries(model, session), *([] if move.pairing else paired)]
        if not move.warm_ups:
            held += [y.index for _, y in model.warm_up(session)]
        for index in held:
            clone.add(clone.get_int_var_from_proto_index(index) == values[index])
    return clone


def entries(model: ModelBuilder, session: SessionProblem) -> Iterator[int]:
    """Yield the variables of what a session holds and of its sets."""
    for option in session.options:
        yield model.x(option).index
        if option.sets[0] < option.sets[1]:
            yield model.n(option).index
