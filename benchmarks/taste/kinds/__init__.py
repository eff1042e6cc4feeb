"""The kinds of mutants by name, each a small function that says why a coach likes it less."""

from __future__ import annotations

from benchmarks.taste.kinds import choice, days, dose, order
from benchmarks.taste.kinds.base import Kind

_ALL: tuple[Kind, ...] = (
    choice.niche_for_staple, choice.niche_everywhere, choice.kettlebell_for_barbell,
    choice.band_for_weights, choice.bands_everywhere, choice.too_easy, choice.machine_for_main,
    choice.isolation_for_compound, choice.upright_for_press, choice.second_variant,
    choice.scattered, choice.random_menu,
    order.isolation_first, order.core_first, order.main_last, order.reversed_session,
    order.heavy_superset, order.all_paired,
    dose.sets_tripled, dose.sets_doubled, dose.lift_doubled, dose.accessory_tens,
    dose.one_set_each, dose.main_reps_tripled, dose.heavy_isolation, dose.thirty_reps,
    days.pulls_for_pushes, days.pushes_for_pulls, days.legs_removed, days.pulls_removed,
    days.compounds_removed, days.half_removed, days.main_removed, days.mains_removed,
    days.day_copied, days.one_day_only, days.day_emptied, days.day_crammed,
)

KINDS: dict[str, Kind] = {kind.__name__: kind for kind in _ALL}

TITLES = {choice: "other exercises", order: "another order", dose: "another dose",
          days: "something missing, other days"}
"""What the modules of kinds change."""

GROUPS: dict[str, tuple[str, ...]] = {
    title: tuple(name for name, kind in KINDS.items() if kind.__module__ == module.__name__)
    for module, title in TITLES.items()}


def reason(name: str) -> str:
    """Return why a coach likes a kind less."""
    return (KINDS[name].__doc__ or "").strip()
