"""A blind sample of the catalogue, to check annotations against a second source.

``python -m benchmarks.sample`` prints 40 exercises that a seed picked among those that were
annotated after the first ones (``first_exercises.txt``, whose figures stand in the science
table), with all that is to be checked. What was found is written in
``docs/explanation/figures.md``.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from planner.catalog import Catalog, Exercise, load

SEED = 20261124
COUNT = 40
FIRST = Path(__file__).with_name("first_exercises.txt")


def sample(catalog: Catalog, count: int = COUNT, seed: int = SEED) -> list[Exercise]:
    """Return ``count`` exercises that were not among the first, sorted by id.

    The same seed picks the same of the same catalogue.
    """
    first = set(FIRST.read_text(encoding="utf-8").split())
    later = sorted((e for e in catalog.exercises if e.id not in first), key=lambda e: e.id)
    picked = random.Random(seed).sample(later, min(count, len(later)))
    return sorted(picked, key=lambda e: e.id)


def card(exercise: Exercise) -> str:
    """Return what is to be checked of an exercise, a few lines."""
    shares = ", ".join(f"{m} {share:g}" for m, share in exercise.muscles.items())
    needs = " | ".join(" + ".join(needed) or "nothing" for needed in exercise.equipment)
    strain = exercise.strain
    rep = "-" if exercise.seconds_per_rep is None else f"{exercise.seconds_per_rep:g}"
    return (f"{exercise.id}: {exercise.name} ({exercise.pattern}, {exercise.standing})\n"
            f"  {shares}\n  needs {needs}\n"
            f"  {rep} s/rep, set-up {exercise.setup_s} s, {exercise.rest_class}, "
            f"skill {exercise.skill}, outgrown {exercise.outgrown_at}, lumbar {strain.lumbar}, "
            f"grip {strain.grip}, systemic {strain.systemic}")


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    print("\n\n".join(card(e) for e in sample(load(), asked.count, asked.seed)))


if __name__ == "__main__":
    main()
