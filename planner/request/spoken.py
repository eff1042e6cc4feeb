"""A request as people write it, turned into ids: names as printed, one word for a list of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planner.catalog import Catalog
from planner.request.days import spoken_day

_ID = re.compile(r"[a-z][a-z0-9_]*")
_LISTS = ("equipment", "focus", "exclude", "likes", "dislikes", "able", "complaints")
_WORDS = ("goal", "level", "supersets", "split", "pace")


SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "beginner": ("novice",), "starter": ("novice",), "expert": ("advanced",),
    "pro": ("advanced",), "muscle": ("hypertrophy",), "mass": ("hypertrophy",),
    "power": ("strength",), "fitness": ("health",), "tone": ("toning",),
    "bench": ("bench_press",), "squat": ("back_squat",), "ppl": ("push_pull_legs",),
    "dumbbell": ("dumbbells",), "bodyweight": ("none",), "mats": ("mat",),
    "shoulder_pain": ("shoulder_impingement",), "back_pain": ("low_back_pain",),
    "abdominals": ("abs",), "thighs": ("quads",)}
"""Words that people use for others, before any spelling is compared."""


def as_ids(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a request with words as ids.

    ``Bench press`` is ``bench_press``, ``Monday`` is ``mon``, and ``equipment: gym`` a list of one.
    What is no text is left as it is, for the checks to speak of.
    """
    found = dict(data)
    for name in _LISTS:
        if name in found:
            found[name] = _list(found[name])
    for name in _WORDS:
        if name in found:
            found[name] = written(found[name])
    if "include" in found:
        found["include"] = _pins(found["include"])
    if isinstance(found.get("sessions"), list | tuple):
        found["sessions"] = [_session(s) for s in found["sessions"]]
    for name in ("maxes_kg", "coverage", "rules", "clock"):
        if isinstance(found.get(name), Mapping):
            found[name] = {written(key): value for key, value in found[name].items()}
    return found


def written(word: Any) -> Any:
    """Return a word as an id would be written; what is none already or no text stays."""
    if not isinstance(word, str) or _ID.fullmatch(word):
        return word
    found = re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_")
    return found if _ID.fullmatch(found) and len(found) <= 80 and word.isprintable() else word


def known_id(name: str, catalog: Catalog) -> str:
    """Return the id of an exercise by any of its names; any other word as it is."""
    if name in catalog.exercise_by_id:
        return name
    return catalog.names.find(name.replace("_", " ")) or name


def _list(value: Any) -> Any:
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    return [written(one) for one in value] if isinstance(value, list | tuple) else value


def _pins(value: Any) -> Any:
    if isinstance(value, str):
        value = _list(value)
    if not isinstance(value, list | tuple):
        return value
    return [{**pin, "exercise": written(pin.get("exercise"))} if isinstance(pin, Mapping)
            and "exercise" in pin else written(pin) for pin in value]


def _session(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    found = dict(value)
    if isinstance(found.get("day"), str):
        found["day"] = spoken_day(found["day"])
    for name in ("equipment", "focus"):
        if found.get(name) is not None:
            found[name] = _list(found[name])
    return found
