"""The figures of a plan counted again: from its JSON and the catalogue's data, by nothing else."""

from __future__ import annotations

import math
import re
from typing import Any

from planner.catalog import Catalog, Exercise

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

ONE_OF_MANY = re.compile(
    r"(?<![\d.:,/+-])(?<! to )1 (?:(?:quarter |work |lumbar |grip )?(?:sets|points|minutes|entries|"
    r"pairs|places|ways|exercises|sessions|days)|break|keep)\b")
"""One of something in the plural, and one that does as many do."""


def numbers(text: str) -> list[float]:
    """Return the numbers of a sentence."""
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text)]


def data_of(plan: Any) -> dict[str, Any]:
    """Return a plan or an audit as its JSON has it."""
    return plan.model_dump(mode="json", by_alias=True)


def work_of(session: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the entries of a session's work."""
    return [e for e in session["entries"] if e["phase"] == "work"]


def works_of(data: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return every entry of work with its session."""
    return [(s, e) for s in data["sessions"] for e in work_of(s)]


def share(exercise: Exercise, group: str, catalog: Catalog) -> float:
    """Return the largest involvement of a group's muscles; a quarter is none."""
    groups = {m.id: m.group for m in catalog.muscles}
    most = max((v for m, v in exercise.muscles.items() if groups[m] == group), default=0.0)
    return most if most >= 0.5 else 0.0


def given(entry: dict[str, Any], group: str, catalog: Catalog) -> float:
    """Return the fractional sets of an entry for a group: sets x involvement x credit."""
    exercise = catalog.exercise_by_id[entry["exercise"]]
    return entry["sets"] * share(exercise, group, catalog) * entry["credit"]


def sets_of(data: dict[str, Any], group: str, catalog: Catalog) -> float:
    """Return the fractional sets of all sessions for a group."""
    return sum(given(e, group, catalog) for _, e in works_of(data))


def seconds_of(session: dict[str, Any], catalog: Catalog) -> int:
    """Return the seconds of a session: entries and pairs by lead-in, ramp, work and rests."""
    total, pairs = 0, {}
    for e in session["entries"]:
        if e["superset"] is None:
            total += (e["lead_in_s"] + e["ramp_s"] + e["sets"] * e["work_s"]
                      + (e["sets"] - 1) * e["rest_s"])
        else:
            pairs.setdefault(e["superset"], []).append(e)
    for a, b in pairs.values():
        total += (max(a["lead_in_s"], b["lead_in_s"]) + a["ramp_s"] + b["ramp_s"]
                  + a["sets"] * (a["work_s"] + catalog.timing.superset_move_s + b["work_s"])
                  + (a["sets"] - 1) * max(a["rest_s"], b["rest_s"]))
    return total


def whole_minutes(seconds: float) -> int:
    """Return minutes, halves up."""
    return math.floor(seconds / 60 + 0.5)


def in_seconds(clock: str) -> int:
    """Return the seconds of ``31:57``."""
    minutes, seconds = clock.split(":")
    return 60 * int(minutes) + int(seconds)


def outside(goals: list[dict[str, Any]], below: int = 1, above: int = 1) -> float:
    """Return how many quarter sets the goals are below their mins and above their maxes.

    Parameters
    ----------
    below, above
        How often a quarter set counts.
    """
    return sum(4 * (below * max(0, c["min"] - c["sets"]) + above * max(0, c["sets"] - c["max"]))
               for c in goals)


def tiers_of(audit: Any) -> tuple[int, int]:
    """Return coverage and quality of an audit."""
    return audit.tiers["coverage"], audit.tiers["quality"]


def with_sets(data: dict[str, Any], day: str, exercise: str, more: int) -> dict[str, Any]:
    """Return a plan's JSON with other sets of an entry, and of its partner in a superset."""
    def changed(entry: dict[str, Any], letter: str | None) -> dict[str, Any]:
        same = entry["exercise"] == exercise or (letter and entry["superset"] == letter)
        return {**entry, "sets": entry["sets"] + more} if same else entry

    sessions = []
    for session in data["sessions"]:
        letters = [e["superset"] for e in session["entries"] if e["exercise"] == exercise]
        if session["id"] == day and letters:
            session = {**session, "entries": [changed(e, letters[0]) for e in session["entries"]]}
        sessions.append(session)
    return {**data, "sessions": sessions}
