"""Muscles and movements as a lifter says them: groups, and what a lift is called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from planner.catalog import Catalog, Exercise

HELPS, DIRECT = 0.5, 1.0
"""Involvement that counts, and involvement of what a movement is done for."""

_FIRST = {"squat": "quads", "hinge": "hamstrings", "horizontal_push": "chest",
          "vertical_push": "front_delts", "horizontal_pull": "upper_back", "vertical_pull": "lats"}
"""What a basic movement is named after, where it trains several groups directly."""

_WORDS = {"core": "deep core"}

_TOGETHER = (("arms", ("biceps", "triceps")), ("shoulders", ("side_delts", "rear_delts")),
             ("shoulders", ("side_delts", "front_delts")), ("abs", ("abs", "core")))
"""Groups that have one word where all of them are trained."""

_MOVES: dict[str, tuple[tuple[str, ...], str]] = {
    "squat": (("leg press",), "squat"),
    "hip_hinge": (("romanian deadlift", "trap-bar deadlift", "single-leg deadlift", "deadlift",
                   "swing", "good morning"), "hinge"),
    "horizontal_push": (("push-up", "bench press", "dip"), "chest press"),
    "vertical_push": (("pike push-up", "shoulder press"), "overhead press"),
    "horizontal_pull": ((), "row"),
    "vertical_pull": (("pull-up", "chin-up", "muscle-up", "pulldown"), "pull"),
    "lunge": (("split squat", "step-up"), "lunge"),
    "hip_extension": (("bridge",), "hip thrust"),
    "carry": ((), "carry"),
    "olympic": ((), "Olympic lift"),
    "jump": ((), "jump"),
}
"""By pattern: words of a name that say what it is, and what any other is called."""

_BESIDES = ("carry", "jump")
"""Compounds that no session is named after."""

MOST_LIFTS, MOST_NAMED = 3, 4
"""Lifts that a session's title has room for, and lifts and groups together."""


def group_words(group: str) -> str:
    """Return a group, muscle or other goal in words."""
    return _WORDS.get(group, group.replace("_", " "))


def listed(words: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def so_many(count: float, one: str, more: str = "") -> str:
    """Return ``1 set``, ``2.5 sets`` or ``2 entries``.

    Parameters
    ----------
    one, more
        The thing that is counted, as one and as several; several have an s where nothing is said.
    """
    return f"{count:g} {one if count == 1 else more or one + 's'}"


def groups(exercise: Exercise, catalog: Catalog, least: float = DIRECT) -> tuple[str, ...]:
    """Return the groups that an exercise trains, what it is done for first.

    Parameters
    ----------
    least
        The least involvement that counts.
    """
    found = {catalog.muscle_by_id[m].group for m, share in exercise.muscles.items()
             if share >= least}
    first = _FIRST.get(catalog.pattern_by_id[exercise.pattern].basis or "")
    order = {g.id: i for i, g in enumerate(catalog.groups)}
    return tuple(sorted(found, key=lambda g: (g != first, order[g])))


def move(exercise: Exercise) -> str:
    """Return what a compound lift is called in a gym, nothing for any other exercise."""
    if not exercise.compound or exercise.core or exercise.pattern not in _MOVES:
        return ""
    words, usual = _MOVES[exercise.pattern]
    name = exercise.name.lower()
    found = next((word for word in words if word in name), usual)
    return found[0].upper() + found[1:] if found.startswith("romanian") else found


def together(names: Collection[str]) -> tuple[str, ...]:
    """Return groups in words, those that have one word together under it."""
    left = list(names)
    said: dict[str, str] = {}
    for word, members in _TOGETHER:
        if all(m in left for m in members):
            said[members[0]] = word
            left = [n for n in left if n not in members[1:]]
    return tuple(dict.fromkeys(said.get(n, group_words(n)) for n in left))


def purpose(exercises: Iterable[Exercise], catalog: Catalog, most: int = MOST_NAMED) -> str:
    """Return what a session is for: ``squat and bench press, also arms``.

    The lifts of several joints give it its name; what none of them trains
    directly comes after.

    Parameters
    ----------
    most
        Lifts and groups that there is room for.
    """
    known = list(exercises)
    main = [e for e in known if move(e) and e.pattern not in _BESIDES]
    lifts = tuple(dict.fromkeys(e.in_words for e in main))[:MOST_LIFTS]
    covered = {g for e in main if e.in_words in lifts for g in groups(e, catalog)}
    found = dict.fromkeys(g for e in known for g in groups(e, catalog) if g not in covered)
    rest = listed(together(found)[:max(0 if lifts else 1, most - len(lifts))])
    return ", also ".join(part for part in (listed(lifts), rest) if part)
