"""What comes in from people, programs and broken disks, as hypothesis strategies."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from planner.catalog import load

CATALOG = load()
EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN: dict[str, Any] = json.loads((EXAMPLES / "plans" / "week_mixed.json").read_text("utf-8"))

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORK = sorted(e.id for e in CATALOG.exercises if "work" in e.phases)
ANY = sorted(e.id for e in CATALOG.exercises)
MUSCLES = sorted({m.id for m in CATALOG.muscles} | {g.id for g in CATALOG.groups}
                 | {r.id for r in CATALOG.regions})
RULES = sorted(r.id for r in CATALOG.rules)
EQUIPMENT = [*sorted(e.id for e in CATALOG.equipment), "gym", "home", "minimal", "none"]

HOSTILE: tuple[Any, ...] = (
    None, True, 0, -1, 1, 10**9, 10**400, 0.5, 1e308, "", " ", "x", "A1", "mon", "x[y]", "[",
    "\x1b[31m", "\u202emon", "a" * 5000, "barbell", "deadlift", [], {}, [[]], [None], {"x": 1},
    ["gym"], "NaN", "9999-12-31", "plan/1", "plan/2")
"""Values that stand where others belong."""


def requests(most_days: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    """Return requests that are well-formed, though not always possible."""
    return _request(most_days)


@st.composite
def _request(draw: st.DrawFn, most_days: int) -> dict[str, Any]:
    count = draw(st.integers(1, most_days))
    days = sorted(draw(st.lists(st.integers(0, 6), min_size=count, max_size=count)))
    fields: dict[str, Any] = {
        "sessions": [{"day": DAYS[d], "minutes": draw(st.integers(5, 120))} for d in days],
        "limits": {"seconds": draw(st.sampled_from([0.3, 1, 2]))}}
    some = {
        "goal": st.sampled_from(["hypertrophy", "strength", "toning", "health", "maintenance"]),
        "level": st.sampled_from(["novice", "intermediate", "advanced"]),
        "equipment": st.lists(st.sampled_from(EQUIPMENT), min_size=1, max_size=3, unique=True),
        "focus": st.lists(st.sampled_from(MUSCLES), max_size=2, unique=True),
        "include": st.lists(st.sampled_from(ANY), max_size=2, unique=True),
        "exclude": st.lists(st.sampled_from(ANY), max_size=3, unique=True),
        "likes": st.lists(st.sampled_from(ANY), max_size=2, unique=True),
        "complaints": st.lists(st.sampled_from(sorted(c.id for c in CATALOG.complaints)),
                               max_size=2, unique=True),
        "supersets": st.sampled_from(["never", "allow", "prefer"]),
        "split": st.sampled_from(["none", "full_body", "upper_lower", "push_pull_legs",
                                  "body_part"]),
        "pace": st.sampled_from(["brisk", "typical", "generous"]),
        "rules": st.dictionaries(st.sampled_from(RULES), st.sampled_from(["must", "should",
                                                                          "off"]), max_size=3),
        "warm_up": st.builds(lambda r, m: {"raise_minutes": r, "mobilise_minutes": m},
                             st.integers(0, 15), st.integers(0, 10)),
        "coverage": st.dictionaries(st.sampled_from(MUSCLES), st.builds(
            lambda a, b, c: {"min": a, "target": a + b, "max": a + b + c}, st.integers(0, 9),
            st.integers(0, 9), st.integers(0, 9)), max_size=2)}
    for name in draw(st.lists(st.sampled_from(sorted(some)), max_size=6, unique=True)):
        fields[name] = draw(some[name])
    return fields


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of everything in a JSON value."""
    if before:
        yield before
    inside = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, each in inside:
        yield from paths(each, (*before, key))


PLACES = tuple(paths(PLAN))


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """Return a plan's JSON of which one to three places hold something else, or nothing."""
    plan = copy.deepcopy(PLAN)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(PLACES))
        parent: Any = plan
        try:
            for key in way:
                parent = parent[key]
            how = draw(st.sampled_from(["other", "gone", "twice"]))
            if how == "gone":
                del parent[last]
            elif how == "twice" and isinstance(parent, list):
                parent.insert(last, copy.deepcopy(parent[last]))
            else:
                parent[last] = draw(st.sampled_from(HOSTILE))
        except (KeyError, IndexError, TypeError):
            continue  # an earlier damage took the place away
    return plan


def wrong_requests() -> st.SearchStrategy[dict[str, Any]]:
    """Return requests of which one field holds something hostile."""
    fields = ("goal", "level", "equipment", "sessions", "focus", "coverage", "include", "exclude",
              "likes", "dislikes", "able", "complaints", "supersets", "warm_up", "split", "recent",
              "maxes_kg", "pace", "rules", "seed", "limits", "x[y]")
    return st.builds(
        lambda asked, name, value: {**asked, name: value}, requests(2), st.sampled_from(fields),
        st.sampled_from(HOSTILE) | st.dictionaries(st.sampled_from([*RULES, *ANY[:9], "x["]),
                                                   st.sampled_from(HOSTILE), max_size=2))


def texts() -> st.SearchStrategy[str]:
    """Return workouts as people might write them, with what is no workout among it."""
    name = st.sampled_from([e.name for e in CATALOG.exercises]) | st.text(max_size=12)
    dose = st.sampled_from(["3x8", "5x5", "4 x 10-12", "3x30s", "20 min", "3x?", "3x8 @ 80%",
                            "100x100", "3x", "x8", "3x8+8+8", "2x40m", "3x8 rir 2", "0x0"])
    line = st.builds(lambda d, n, swap: f"{n} {d}" if swap else f"{d} {n}", dose, name,
                     st.booleans()) | st.sampled_from(
                         ["", "Monday", "# request: {}", "# ## Upper", "Warm-up:", "A1 3x8 Curl",
                          "\x00", "\u202e", "```", "---"]) | st.text(max_size=30)
    return st.lists(line, max_size=8).map("\n".join)
