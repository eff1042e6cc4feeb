"""The tables that the objective and the doses are made of: complete, and no id that is unknown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from planner.catalog import Catalog, CatalogError, load
from planner.catalog.check import problems
from planner.catalog.compile import DATA
from planner.catalog.words import GOALS, Loading, LoadKind, RestClass


def refused(folder: Path, text: str) -> CatalogError:
    """Return the error that a user's file is refused with."""
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load(folder)
    return caught.value


@pytest.mark.parametrize(("text", "says", "line"), [
    ("importance:\n  - {id: chests, points: 5, sources: [judgement]}\n",
     "unknown group 'chests'; did you mean 'chest'?", 2),
    ("importance:\n  - {id: chest, points: -1, sources: [judgement]}\n",
     "greater than or equal", 2),
    ("importance:\n  - {id: chest, points: 5, sources: [judgment]}\n",
     "unknown source 'judgment'; did you mean 'judgement'?", 2),
    ("capacity:\n  - {id: strenght, sets_an_hour: 15, gives: 2, sources: [judgement]}\n",
     "unknown value 'strenght'; did you mean 'strength'?", 2),
    ("kit_ranks:\n  - {load: barbel, loading: any, rank: 0}\n",
     "unknown value 'barbel'; did you mean 'barbell'?", 2),
    ("kit_ranks:\n  - {load: barbell, loading: hevy, rank: 0}\n", "'heavy'", 2),
    ("rep_ranges:\n  - {id: isolations, low: 6, high: 25, sources: [judgement]}\n",
     "unknown value 'isolations'; did you mean 'isolation'?", 2),
    ("profiles:\n  - {goal: strength, rest_class: core, day: heavi, reps: [1, 1, 1], "
     "reps_top: [1, 1, 1], rir: 2, sources: [judgement]}\n", "unknown value 'heavi'", 2),
    ("profiles:\n  - {goal: strength, rest_class: core, day: heavy, reps: [1, 1], "
     "reps_top: [1, 1, 1], rir: 2, sources: [judgement]}\n", "profiles", 2),
    ("firsts:\n  - {id: squat, exercises: [back_squats]}\n",
     "unknown exercise 'back_squats'; did you mean 'back_squat'?", 2),
    ("firsts:\n  - {id: squats, exercises: [back_squat]}\n",
     "unknown basic movement 'squats'; did you mean 'squat'?", 2),
    ("stand_ins:\n  wall_sits: [leg_extension]\n",
     "unknown exercise 'wall_sits'; did you mean 'wall_sit'?", 2),
    ("stand_ins:\n  wall_sit: [leg_extensions]\n",
     "unknown exercise 'leg_extensions'; did you mean 'leg_extension'?", 2),
    ("least_reps:\n  hip_thrusts: 6\n",
     "unknown exercise 'hip_thrusts'; did you mean 'hip_thrust'?", 2),
    ("quality:\n  - {id: crowded, points: -1, unit: a count, reason: b, sources: [judgement]}\n",
     "-1 is below 0", 2),
    ("quality:\n  - {id: near_percent, points: 120, unit: a %, reason: b, sources: [judgement]}\n",
     "120 is above 100 %", 2),
    ("quality:\n  - {id: entry, points: few, unit: a, reason: b, sources: [judgement]}\n",
     "expected a whole number, found", 2),
])
def test_what_is_unknown_is_refused(tmp_path: Path, text: str, says: str, line: int) -> None:
    """With file and line, and the nearest known word where there is one."""
    error = refused(tmp_path, text)

    assert says in error.message
    assert (Path(error.file).name, error.line) == ("own.yaml", line)


def without(field: str, **of: str) -> Catalog:
    """Return the built-in catalogue without one row of a table."""
    catalog = load()
    rows = getattr(catalog, field)
    left = tuple(r for r in rows if any(getattr(r, k) != v for k, v in of.items()))
    assert len(left) == len(rows) - 1
    return catalog.model_copy(update={field: left})


@pytest.mark.parametrize(("changed", "says"), [
    (without("importance", id="chest"), "importance: no importance of chest"),
    (without("capacity", id="health"), "capacity: no capacity for health"),
    (without("rep_ranges", id="core"), "rep_ranges: no range of repetitions for core"),
    (without("kit_ranks", load="bodyweight", loading="light"),
     "kit_ranks: no rank of bodyweight, light"),
    (without("schemes", goal="health", rest_class="core"),
     "schemes: no scheme for health and core"),
])
def test_a_gap_is_named(changed: Catalog, says: str) -> None:
    """A row that every planner needs is missed by name."""
    assert [str(p) for p in problems(changed)] == [says]


def test_the_built_in_tables_are_whole() -> None:
    """No unknown id, no gap, no loop; each class, goal and load has its row once."""
    catalog = load()

    assert list(problems(catalog)) == []
    assert {r.id for r in catalog.rep_ranges} == set(get_args(RestClass))
    assert {r.id for r in catalog.capacity} == set(GOALS)
    assert {r.load for r in catalog.kit_ranks} == set(get_args(LoadKind))
    assert {r.loading for r in catalog.kit_ranks} <= {"any", *get_args(Loading)}
    assert all(r.low <= r.high for r in catalog.rep_ranges)


def test_profiles_are_heavier_on_heavy_days() -> None:
    """Of one class and goal the heavy day has no more repetitions than the other, at no level."""
    rows = load().profile_by_key
    pairs = [(row, rows[goal, rest_class, "volume", staple])
             for (goal, rest_class, day, staple), row in rows.items() if day == "heavy"]

    assert pairs
    for heavy, volume in pairs:
        assert all(h <= v for h, v in zip(heavy.reps, volume.reps, strict=True))
    assert all(r <= top for row in rows.values()
               for r, top in zip(row.reps, row.reps_top, strict=True))


def test_lookups() -> None:
    """By goal, class, day and standing; by load and loading; by name."""
    catalog = load()

    assert catalog.profile_by_key["strength", "heavy_compound", "heavy", True].reps[2] == 3
    assert (catalog.profile_by_key["strength", "free_compound", "heavy", True]
            is catalog.profile_by_key["strength", "free_compound", "heavy", False])
    assert catalog.kit_rank_by_key["barbell", "any"] == 0
    assert catalog.price_by_id["entry"].unit == "an entry"
    assert {"deadlift", "bench_press"} <= catalog.first_ids


def test_an_overlay_changes_one_price(tmp_path: Path) -> None:
    """Who would like another taste writes down the price; the others stay."""
    (tmp_path / "own.yaml").write_text(
        "quality:\n  - {id: entry, points: 1, unit: an entry, reason: mine, "
        "sources: [judgement]}\n", encoding="utf-8")
    catalog = load(tmp_path)

    assert catalog.price_by_id["entry"].points == 1
    assert len(catalog.quality) == len(load().quality)
    assert catalog.price_by_id["crowded"] == load().price_by_id["crowded"]


def test_each_file_of_exercises_holds_one_pattern() -> None:
    """Who looks for an exercise, or adds one, goes to the file of its pattern."""
    folder = DATA / "exercises"
    pattern = {e.id: e.pattern for e in load().exercises}
    for file in sorted(folder.glob("*.yaml")):
        ids = re.findall(r"^- id: (\w+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert {pattern[i] for i in ids} == {file.stem}
        assert ids == sorted(ids)
