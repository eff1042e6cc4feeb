"""The open exercise database as a catalogue of the size that the planner has to bear.

``python -m benchmarks.open_db FILE [--seconds 10]`` converts the file, plans
``examples/week_hypertrophy.yaml`` with it on one worker and prints how fast and how well.

The figures are as rough as the source: good for measuring speed, not for training. The rules:

* Muscles: one of the source's is one or two of ours (`MUSCLES`, sharpened by name and pattern in
  `SHARPER`); primary 1.0, secondary 0.5; a primary one without a counterpart drops the record.
* Pattern: words of the name, else the source's family, else the primary muscle.
* Equipment: the source's one value, unless we have no such thing (dropped); then what it leaves
  out, recovered by name (`ADDED`): bars, benches, racks, balls, bands. A barbell brings plates
  unless the lift is isolated; trap, EZ and safety bars count as barbells, the Smith machine and
  plate-loaded levers as ``machine``. A name with chains, rings, a rope or a sled drops the record.
* Mechanic: some patterns are always multi-joint or always single-joint,
  flies and pullovers single-joint; else as the source says. Holds are isometric.
* Rest class: trunk, hip flexion and holds -> core; single-joint -> isolation; compounds by
  what is lifted: barbell or T-bar -> heavy, stack, leg press or band -> machine, else free.
* Seconds per rep and set-up as in science 1.1 and 1.2. Loading: holds isometric, a heavy class and
  bodyweight on bars heavy; bands, balls, core without load and jumps light; else moderate.
* Skill from the level (1, 2, 4), one more for a heavy class, at least 4 for a jump, 5 for olympic
  lifts; strain by pattern and class (`strain`); standing niche.
* Stretching -> mobility in the cool-down; cardio and sprint drills -> raise; both 0.25 a muscle.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import planner
from benchmarks.open_db_words import (
    ADDED,
    BY_MUSCLE,
    EQUIPMENT,
    FAMILIES,
    INSTEAD,
    MUSCLES,
    PATTERN_WORDS,
    SHARPER,
    lifted,
    rep_s,
    setup_s,
    strain,
)
from benchmarks.weeks import EXAMPLES, gap, limited, machine
from catalog import Catalog
from catalog import load as built_in
from catalog.check import problems
from catalog.schema import Exercise, Loading, Mechanic, RestClass, Strain
from planner.api import rule_book
from planner.problem import build_problem
from planner.reading import read_request
from planner.request import normalise

MULTI = {"squat", "lunge", "hip_hinge", "olympic", "horizontal_pull", "vertical_push", "carry"}
SINGLE = {"elbow_flexion", "elbow_extension", "wrist_flexion", "ankle_extension", "knee_flexion",
          "knee_extension", "hip_abduction", "hip_adduction", "shoulder_abduction",
          "shoulder_rotation", "horizontal_abduction", "scapular_elevation", "trunk_extension"}
CORE = {"anti_extension", "anti_extension_rotation", "anti_lateral_flexion", "trunk_flexion",
        "trunk_rotation", "hip_flexion"}
FLIES = re.compile(r"fly\b|flyes?\b|cross ?over|around the worlds|pullover")
UNKNOWN = re.compile(r"\bchains?\b|\bring\b|climb|sled|rope jump|bosu")
SKILL = {"beginner": 1, "intermediate": 2, "expert": 4}


class Unconvertible(Exception):
    """A record that is nothing of ours; says why."""


def convert(path: Path, catalog: Catalog) -> Catalog:
    """Return the catalogue with every convertible record of the file added, by the rules above."""
    return converted(path, catalog)[0]


def converted(path: Path, catalog: Catalog) -> tuple[Catalog, Counter[str]]:
    """Return the larger catalogue and why how many records were dropped."""
    dropped: Counter[str] = Counter()
    found: dict[str, Exercise] = dict(catalog.exercise_by_id)
    for record in json.loads(path.read_text(encoding="utf-8")):
        stem = "db_" + re.sub(r"[^a-z0-9]+", "_", record["id"].lower()).strip("_")[:70]
        key = next(k for n in range(len(found) + 1)
                   if (k := f"{stem}_{n + 1}" if n else stem) not in found)
        try:
            found[key] = exercise(key, record)
        except Unconvertible as why:
            dropped[str(why)] += 1
    larger = catalog.model_copy(update={
        "name": f"{catalog.name} and the open exercise database",
        "exercises": tuple(found[key] for key in sorted(found))})
    wrong = [str(problem) for problem in problems(larger)]
    assert not wrong, wrong
    return larger, dropped


def exercise(key: str, record: dict[str, Any]) -> Exercise:
    """Return a record as an exercise of ours, or raise `Unconvertible`."""
    words = re.sub(r"[-/]", " ", record["name"].lower())
    stretch = record["modality"] == "stretching"
    pattern = "mobility" if stretch else _pattern(words, record)
    if record["modality"] in ("cardio", "technique"):
        pattern = "cardio"
    muscles, needed = _muscles(words, pattern, record), _equipment(words, record)
    common = {
        "id": key, "name": record["name"], "pattern": pattern, "standing": "niche",
        "unilateral": record["laterality"] == "unilateral", "sources": ("judgement",),
        "review": True, "met": "02101" if stretch else "02054",
    }
    if pattern in ("mobility", "cardio"):
        return Exercise(
            **common, mechanic=pattern, phases=("cool_down" if stretch else "raise",),
            muscles=dict.fromkeys(muscles, 0.25), equipment=(needed,), measure="time", setup_s=15,
            load="none", loading="light", skill=1,
            strain=Strain(lumbar=0, grip=0, systemic=0 if stretch else 1))
    timed = record["measurementType"] in ("time", "weighted_time")
    measure = "distance" if pattern == "carry" else "time" if timed else "reps"
    mechanic = _mechanic(words, pattern, measure, record)
    if "barbell" in needed and mechanic == "compound":
        needed = tuple(sorted({*needed, "plates"}))
    rest_class = _rest_class(pattern, mechanic, needed)
    jump = record["modality"] == "plyometrics"
    loading = _loading(rest_class, measure, jump, needed)
    skill = SKILL[record["level"]] + (rest_class == "heavy_compound")
    return Exercise(
        **common, mechanic=mechanic, phases=("work",), muscles=muscles, equipment=(needed,),
        measure=measure,
        seconds_per_rep=rep_s(words, pattern, jump) if measure == "reps" else None,
        setup_s=setup_s(needed), rest_class=rest_class, load=lifted(needed), loading=loading,
        outgrown_at="advanced" if loading == "light" else None,
        skill=5 if pattern == "olympic" else min(5, max(skill, 4 if jump else 1)),
        strain=strain(pattern, rest_class, needed))


def _pattern(words: str, record: dict[str, Any]) -> str:
    for said, pattern in PATTERN_WORDS:
        if re.search(said, words):
            return pattern
    known = FAMILIES.get(record["family"] or "")
    return known or BY_MUSCLE.get(record["primaryMuscles"][0], "")


def _muscles(words: str, pattern: str, record: dict[str, Any]) -> dict[str, float]:
    found: dict[str, float] = {}
    for field, share in (("primaryMuscles", 1.0), ("secondaryMuscles", 0.5)):
        for name in record[field]:
            for muscle in _ours(name, words, pattern):
                found.setdefault(muscle, share)
    if 1.0 not in found.values():
        raise Unconvertible("no such muscle")
    return found


def _ours(name: str, words: str, pattern: str) -> tuple[str, ...]:
    for source, said, patterns, ours in SHARPER:
        if source == name and (pattern in patterns.split() if patterns else re.search(said, words)):
            return ours
    return MUSCLES.get(name, ())


def _equipment(words: str, record: dict[str, Any]) -> tuple[str, ...]:
    if record["equipment"] not in EQUIPMENT or UNKNOWN.search(words):
        raise Unconvertible("no such equipment")
    needed = set(EQUIPMENT[record["equipment"]])
    for wide, said, narrow in INSTEAD:
        if wide in needed and re.search(said, words):
            needed = needed - {wide} | {narrow}
    have = needed or {"bare"}
    if record["modality"] != "stretching":
        for said, on, more in ADDED:
            if have.intersection(on.split()) and re.search(said, words):
                needed |= set(more)
    return tuple(sorted(needed - {"bench"} if "incline_bench" in needed else needed))


def _mechanic(words: str, pattern: str, measure: str, record: dict[str, Any]) -> Mechanic:
    if measure == "time":
        return "isometric"
    if pattern in MULTI:
        return "compound"
    if pattern in SINGLE or FLIES.search(words) or record["mechanic"] != "compound":
        return "isolation"
    return "compound"


def _rest_class(pattern: str, mechanic: str, needed: tuple[str, ...]) -> RestClass:
    if pattern in CORE or mechanic == "isometric":
        return "core"
    if mechanic == "isolation":
        return "isolation"
    if {"barbell", "tbar_row"}.intersection(needed):
        return "heavy_compound"
    guided = lifted(needed) in ("stack", "band") or "leg_press" in needed
    return "machine_compound" if guided else "free_compound"


def _loading(rest_class: RestClass, measure: str, jump: bool, needed: tuple[str, ...]) -> Loading:
    load = lifted(needed)
    if measure != "reps":
        return "isometric"
    if jump or load == "band" or "medicine_ball" in needed:
        return "light"
    if rest_class == "heavy_compound":
        return "heavy"
    if load == "bodyweight":
        bars = rest_class == "free_compound" and {"pullup_bar", "dip_bars"}.intersection(needed)
        return "heavy" if bars else "moderate" if rest_class == "free_compound" else "light"
    return "moderate"


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert, plan the four-day week and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.open_db")
    parser.add_argument("file", type=Path, help="the open exercise database as JSON")
    parser.add_argument("--seconds", type=float, default=10, help="limit of the plan")
    parser.add_argument("--workers", type=int, default=1, help="threads of the solver")
    asked = parser.parse_args(arguments)
    small = built_in()
    catalog, dropped = converted(asked.file, small)
    added = len(catalog.exercises) - len(small.exercises)
    print(f"converted {added} of {added + dropped.total()}; dropped {dict(dropped)}; "
          f"{len(catalog.exercises)} exercises in all")
    request = limited(read_request(str(EXAMPLES / "week_hypertrophy.yaml")), asked.seconds,
                      asked.workers)
    started = time.perf_counter()
    problem = build_problem(normalise(request, catalog), catalog, rule_book())
    print(f"build_problem {time.perf_counter() - started:.2f} s; candidates per session "
          f"{[len(s.options) for s in problem.sessions]}", flush=True)
    plan = planner.plan(request, catalog=catalog)
    first = plan.solver.tiers[0]
    print(f"first plan {plan.solver.first_plan_s:.2f} s, solver {plan.solver.seconds:.1f} s; "
          f"coverage {first.value}, bound {first.bound}, gap {gap(plan):.2f} %, "
          f"{plan.solver.stopped_by}, {plan.status}")
    print(f"{machine()}, {asked.seconds:g} s.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
