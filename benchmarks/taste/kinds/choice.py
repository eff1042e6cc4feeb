"""Mutants with other exercises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.taste.corpus import Case
from benchmarks.taste.kinds.base import (
    HEAVY,
    Into,
    at_hand,
    main_place,
    other,
    places,
    replacement,
    swapped,
    swapped_everywhere,
    week,
    with_session,
    work_of,
)
from planner.catalog import Exercise
from planner.workout.workout import Workout

WEIGHTS = ("barbell", "dumbbell", "stack", "plate")


def _alike(old: Exercise, new: Exercise) -> bool:
    return new.pattern == old.pattern and new.compound == old.compound


def _odd(old: Exercise, new: Exercise) -> bool:
    return _alike(old, new) and new.standing == "niche"


def niche_for_staple(case: Case, rng: Random) -> Iterator[Workout]:
    """A staple becomes a niche lift of its pattern: the known one is learned and loaded better."""
    yield from swapped(case, rng, lambda e: e.standing == "staple", _odd)


def niche_everywhere(case: Case, rng: Random) -> Iterator[Workout]:
    """Every staple becomes a niche lift: a week of oddities teaches none of the basics."""
    yield from swapped_everywhere(case, rng, lambda e: e.standing == "staple", _odd)


def kettlebell_for_barbell(case: Case, rng: Random) -> Iterator[Workout]:
    """A barbell lift becomes a kettlebell one: in a full gym it cannot be loaded as far."""
    yield from swapped(case, rng, lambda e: e.load == "barbell" and e.compound,
                       lambda old, new: _alike(old, new) and new.load == "kettlebell")


def band_for_weights(case: Case, rng: Random) -> Iterator[Workout]:
    """A weight becomes a band: load and progress cannot be told where weights are at hand."""
    yield from swapped(case, rng, lambda e: e.load in WEIGHTS,
                       lambda old, new: _alike(old, new) and new.load == "band")


def bands_everywhere(case: Case, rng: Random) -> Iterator[Workout]:
    """Every weight becomes a band: nobody goes to a gym for that."""
    yield from swapped_everywhere(case, rng, lambda e: e.load in WEIGHTS,
                                  lambda old, new: _alike(old, new) and new.load == "band")


def too_easy(case: Case, rng: Random) -> Iterator[Workout]:
    """A loaded compound becomes a light bodyweight one: too easy for who lifts weights."""
    yield from swapped(case, rng, lambda e: e.load in WEIGHTS and e.compound,
                       lambda old, new: _alike(old, new) and new.load == "bodyweight"
                       and new.loading == "light")


def machine_for_main(case: Case, rng: Random) -> Iterator[Workout]:
    """For strength the main barbell lift becomes a machine: the lift itself is what is trained."""
    if case.programme.goal == "strength":
        mains = {work[at].exercise.id for work in work_of(case)
                 if (at := main_place(work)) is not None}
        yield from swapped(case, rng, lambda e: e.load == "barbell" and e.id in mains,
                           lambda old, new: _alike(old, new)
                           and new.rest_class == "machine_compound"
                           and new.load in ("stack", "plate"))


def isolation_for_compound(case: Case, rng: Random) -> Iterator[Workout]:
    """A compound becomes an isolation of one of its muscles: more is trained by the compound."""
    yield from swapped(case, rng, lambda e: e.compound, _isolates)


def _isolates(old: Exercise, new: Exercise) -> bool:
    return new.rest_class == "isolation" and new.standing != "niche" and any(
        share == 1.0 and old.muscles.get(muscle) == 1.0 for muscle, share in new.muscles.items())


def upright_for_press(case: Case, rng: Random) -> Iterator[Workout]:
    """An overhead press becomes an upright row: it pinches the shoulder and trains less."""
    yield from swapped(case, rng, lambda e: e.pattern == "vertical_push" and "press" in e.id,
                       lambda _, new: new.id in ("upright_row", "db_upright_row"))


def random_menu(case: Case, rng: Random) -> Iterator[Workout]:
    """Every exercise becomes any other at hand: the control, no thought in it at all."""
    for _ in range(3):
        yield from swapped_everywhere(case, rng, lambda _: True, lambda _, __: True)


def _variant_of(main: Exercise) -> Into:
    return lambda _, new: (_alike(main, new) and new.rest_class in HEAVY
                           and new.standing != "niche")


def second_variant(case: Case, rng: Random) -> Iterator[Workout]:
    """Another compound becomes a variant of the session's main lift: one of a kind is enough."""
    for s, i in places(case, rng, lambda entry: entry.exercise.compound):
        work = work_of(case)[s]
        at = main_place(work)
        if at is None or at == i or work[i].exercise.pattern == work[at].exercise.pattern:
            continue
        new = replacement(case, rng, s, work, work[i], _variant_of(work[at].exercise))
        if new is not None:
            yield with_session(case, s, (*work[:i], new, *work[i + 1:]))


def scattered(case: Case, rng: Random) -> Iterator[Workout]:
    """Each lift shares its sets with another of its pattern: nothing is practised twice."""
    found = []
    for s, work in enumerate(work_of(case)):
        hand = [e for e in at_hand(case, s) if e.standing != "niche"]
        used = {i.exercise.id for i in work}
        new = []
        for entry in work:
            fit = [e for e in hand if e.id not in used and _alike(entry.exercise, e)]
            if entry.sets < 2 or not fit:
                new.append(entry)
                continue
            twin = other(case, s, entry, rng.choice(fit))
            used.add(twin.exercise.id)
            half = entry.sets // 2
            new += [replace(entry, sets=entry.sets - half, superset=None),
                    replace(twin, sets=half, superset=None)]
        found.append(tuple(new))
    yield week(case, found)
