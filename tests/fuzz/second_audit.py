"""A second audit that shares no code with the rules: what anybody could check with a pencil.

It reads a plan's JSON and the catalogue's data, and knows nothing of how plans are made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planner import Plan
from planner.catalog import Catalog


def faults(plan: Plan, catalog: Catalog) -> list[str]:
    """Return what is wrong with a plan, in words."""
    data = plan.model_dump(mode="json", by_alias=True)
    severity = {r.id: r.severity for r in catalog.rules} | {
        name: value if isinstance(value, str) else "must"
        for name, value in data["request"]["rules"].items()}
    return [fault for find in (_times, _kit, _named, _volume, _pairs)
            for fault in find(data, catalog, severity)]


def _times(data: dict[str, Any], catalog: Catalog, severity: dict[str, str]) -> Iterator[str]:
    """Sessions fit their minutes, and entries follow each other without a gap."""
    pace = data["request"]["pace"]
    for session, asked in zip(data["sessions"], data["request"]["sessions"], strict=True):
        if severity["time_budget"] == "must" and session["seconds"][pace] > 60 * asked["minutes"]:
            yield f"{session['id']} takes {session['seconds'][pace]} s of {asked['minutes']} min"
        at = 0
        for entry in session["entries"]:
            if entry["start_s"] != at and entry["seconds"]:
                yield f"{session['id']}: {entry['exercise']} begins at {entry['start_s']}, not {at}"
            at += entry["seconds"]
        if at != session["seconds"]["typical"]:
            yield f"{session['id']}: entries take {at} s, the session {session['seconds']}"


def _kit(data: dict[str, Any], catalog: Catalog, severity: dict[str, str]) -> Iterator[str]:
    """Whatever is done can be done with what is at hand."""
    presets = {p.id: set(p.equipment) for p in catalog.presets}
    for session, asked in zip(data["sessions"], data["request"]["sessions"], strict=True):
        hand: set[str] = set()
        for name in asked["equipment"]:
            hand |= presets.get(name, {name})
        for entry in session["entries"]:
            if severity["equipment"] == "must" and not set(entry["equipment"]) <= hand:
                yield f"{entry['exercise']} needs {entry['equipment']}"


def _named(data: dict[str, Any], catalog: Catalog, severity: dict[str, str]) -> Iterator[str]:
    """What is included is there, what is excluded is not; no exercise is twice in a session."""
    request = data["request"]
    used = Counter(e["exercise"] for s in data["sessions"] for e in s["entries"])
    for pin in request["include"]:
        if severity["include"] == "must" and not used[pin["exercise"]]:
            yield f"{pin['exercise']} is missing"
    for name in request["exclude"]:
        if severity["exclude"] == "must" and used[name]:
            yield f"{name} is excluded"
    for session in data["sessions"]:
        twice = [k for k, n in Counter(e["exercise"] for e in session["entries"]
                                       if e["phase"] == "work").items() if n > 1]
        if twice:
            yield f"{session['id']} has {twice} twice"


def _volume(data: dict[str, Any], catalog: Catalog, severity: dict[str, str]) -> Iterator[str]:
    """The sets of a goal are the sum of what its entries give: 1, 0.5 or nothing a set."""
    muscles = {m.id: m.group for m in catalog.muscles}
    for row in data["coverage"]:
        total = 0.0
        for session in data["sessions"]:
            for entry in session["entries"]:
                exercise = catalog.exercise_by_id[entry["exercise"]]
                shares = [share for muscle, share in exercise.muscles.items()
                          if row["muscle"] in (muscle, muscles[muscle])]
                if entry["phase"] != "work" or not shares:
                    continue
                total += entry["sets"] * entry["credit"] * (
                    1.0 if max(shares) == 1.0 else 0.5 if max(shares) == 0.5 else 0.0)
        if row["muscle"] in muscles.values() and abs(total - row["sets"]) > 1e-9:
            yield f"{row['muscle']} has {total:g} sets, the plan says {row['sets']:g}"


def _pairs(data: dict[str, Any], catalog: Catalog, severity: dict[str, str]) -> Iterator[str]:
    """A superset is two neighbours with equally many sets, none of them a risk lift."""
    for session in data["sessions"]:
        work = session["entries"]
        for letter in {e["superset"] for e in work if e["superset"]}:
            at = [k for k, e in enumerate(work) if e["superset"] == letter]
            if len(at) != 2 or at[1] != at[0] + 1:
                yield f"{session['id']}: superset {letter} stands at {at}"
            elif work[at[0]]["sets"] != work[at[1]]["sets"]:
                yield f"{session['id']}: superset {letter} has unequal sets"
