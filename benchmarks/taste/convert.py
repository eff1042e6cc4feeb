"""Facts of published programmes as they were collected, to the shape kept here.

``python -m benchmarks.taste.convert FILE.json`` writes ``programmes.yaml``. Names
and kit become ids by the catalogue's own index; what it does not know by both
stands in `OURS`, and in ``near`` of the file where it is not quite the same.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from planner import catalog as catalog_package
from planner.catalog.names import NameIndex

FILE = Path(__file__).with_name("programmes.yaml")

SAME: dict[tuple[str, str], str] = {
    ("Ab Wheel", "bodyweight"): "ab_wheel",
    ("Back Extension", "bodyweight"): "back_extension",
    ("Bent Over One Arm Row", "dumbbell"): "one_arm_db_row",
    ("Cable Crossover", "cable"): "cable_fly",
    ("Calf Press on Leg Press", "machine"): "leg_press_calf_raise",
    ("Hack Squat", "barbell"): "hack_squat",
    ("Hip Thrust", "bodyweight"): "reverse_crunch",
    ("Seated Calf Raise", "barbell"): "calf_raise",
    ("Seated Wide Grip Row", "cable"): "wide_cable_row",
    ("T Bar Row", "machine"): "t_bar_row",
    ("Triceps Extension", "cable"): "rope_overhead_extension",
}
"""What the index does not know by name and kit, and is the same lift."""

NEAR: dict[tuple[str, str], str] = {
    ("Bent Over Row", "cable"): "seated_row",
    ("Clean", "barbell"): "power_clean",
    ("Decline Bench Press", "smith machine"): "decline_bench_press",
    ("Incline Bench Press Wide Grip", "barbell"): "incline_bench_press",
    ("Incline Chest Press", "machine"): "chest_press",
    ("Legs Up Bench Press", "barbell"): "bench_press",
    ("Lying Bicep Curl", "cable"): "cable_curl",
    ("Pullover", "ez bar"): "db_pullover",
    ("Reverse Fly", "band"): "band_pull_apart",
    ("Reverse Hyperextension", "band"): "db_reverse_hyper",
    ("Safety Squat Bar Squat", "barbell"): "back_squat",
    ("Side Crunch", "cable"): "oblique_crunch",
    ("Sling Shot Bench Press", "barbell"): "bench_press",
    ("Superman", "bodyweight"): "alternating_superman",
}
"""What the catalogue lacks, and the lift that stands for it."""

OURS = {**SAME, **NEAR}

SPREAD = {2: ("mon", "thu"), 3: ("mon", "wed", "fri"), 4: ("mon", "tue", "thu", "fri"),
          5: ("mon", "tue", "wed", "thu", "fri"),
          6: ("mon", "tue", "wed", "thu", "fri", "sat")}
"""The days of a programme that names none."""

HEAD = """\
# Facts of 33 published programmes: what is done, in which order, how often, how long. No sentence
# of theirs. Collected from the descriptions in astashov/liftosaur; `source` is the author's page.
# Written by benchmarks/taste/convert.py. An entry is exercise, sets x reps (or seconds), superset.
# Kit that a programme does not name is the collection's default. Maximal and rest-pause sets count
# as one, ramp-up sets are left out; where weeks vary it is the first, or a typical one.
# weekdays_are: fixed or example as published; ours where no days are named.
"""


def resolved(name: str, kit: str, index: NameIndex) -> str | None:
    """Return the id of a lift, by the table, by name and kit, or by the name alone."""
    return (OURS.get((name, kit)) or index.find(f"{name} ({kit})")
            or index.find(f"{kit} {name}") or index.find(name))


def entry(line: Sequence[Any], index: NameIndex) -> str:
    """Return an entry in short: ``back_squat 3x5``, ``plank 5x60s``, ``sit_up 3x20 A``."""
    name, kit, sets, reps, seconds, *letter = line
    exercise = resolved(name, kit, index)
    if exercise is None:
        raise SystemExit(f"unknown: {name}, {kit}; add it to OURS")
    amount = f"{reps}" if reps is not None else f"{seconds}s"
    return " ".join([exercise, f"{sets}x{amount}", *letter])


def days(programme: dict[str, Any]) -> tuple[Sequence[str], str]:
    """Return the weekdays and where they are from; once a week counts every session once."""
    if programme["weekdays"]:
        return programme["weekdays"], programme["weekdays_are"]
    count = programme["days_per_week"]
    return SPREAD[count if count > 1 else len(programme["days"])], "ours"


def written(programme: dict[str, Any], index: NameIndex) -> str:
    """Return a programme as YAML."""
    weekdays, are = days(programme)
    lines = [f"- name: {json.dumps(programme['name'])}", f"  source: {programme['source']}",
             f"  goal: {programme['goal']}", f"  level: {programme['level']}",
             f"  minutes: {programme['minutes']}",
             f"  days_per_week: {programme['days_per_week']}",
             f"  weekdays: [{', '.join(weekdays)}]", f"  weekdays_are: {are}", "  sessions:"]
    for work in programme["days"]:
        text = f"- [{', '.join(entry(line, index) for line in work)}]"
        lines += textwrap.wrap(text, 100, initial_indent="    ", subsequent_indent="       ",
                               break_on_hyphens=False)
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the collection and write the file."""
    [path] = sys.argv[1:] if arguments is None else arguments
    programmes = json.loads(Path(path).read_text(encoding="utf-8"))
    index = NameIndex(catalog_package.load().exercises)
    near = "".join(f'  - "{name}, {kit} -> {exercise}"\n'
                   for (name, kit), exercise in sorted(NEAR.items()))
    body = "".join(written(p, index) for p in programmes)
    FILE.write_text(f"{HEAD}near:\n{near}programmes:\n{body}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
