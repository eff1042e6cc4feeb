"""The last tier: fixed weights that make the plan unique with high probability."""

from __future__ import annotations

from functools import lru_cache

from planner.workout.workout import Workout, WorkoutSession


@lru_cache(maxsize=65536)
def tie_weight(*names: str) -> int:
    """Return a fixed pseudo-random whole number for a name.

    Random weights make the minimum unique with high probability (isolation lemma, Mulmuley,
    Vazirani and Vazirani 1987). Hashing makes them the same for every order of the catalogue.
    """
    from hashlib import blake2b

    return int.from_bytes(blake2b("/".join(names).encode(), digest_size=4).digest(), "big") % 4093


def tie_break(w: Workout) -> int:
    """Return the last tier of a finished workout, which only chooses among equals.

    Supersets have no weight, nor has the order: both follow from the choice.
    """
    return sum(session_tie_break(done) for done in w.sessions)


def session_tie_break(done: WorkoutSession) -> int:
    """Return a session's share of the last tier."""
    return sum(tie_weight(done.id, entry.exercise.id)
               + entry.sets * (tie_weight(done.id, entry.exercise.id, "sets") % 61)
               for entry in done.work)
