"""How many repetitions a set has: a number, a range, or parts as in 7 + 7 + 7."""

from planner.catalog.words import Model


class Parts(Model):
    """A compound set such as 7 + 7 + 7."""

    parts: tuple[int, ...]


Reps = int | tuple[int, int] | Parts
