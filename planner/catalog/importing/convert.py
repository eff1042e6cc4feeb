"""One record as an exercise of ours, every field by the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.catalog.importing.apparatus import ANYTHING, Apparatus, apparatus, found
from planner.catalog.importing.records import Record
from planner.catalog.importing.rows import Known, first
from planner.catalog.importing.tables import Tables
from planner.catalog.spelling import words

LEVELS = ("beginner", "intermediate", "expert")
SHARES = (("primary", 1.0), ("secondary", 0.5))
LEAST = 0.25
DIRECT = 1.0


class Refused(Exception):
    """A record that is nothing of ours.

    Parameters
    ----------
    reason
        The kind of reason, the same sentence for all records it concerns.
    detail
        What it is about in this record.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Draft:
    """A record that is understood: what it is, before it has an id and figures."""

    record: Record
    name: str
    pattern: str
    muscles: dict[str, float]
    apparatus: Apparatus
    facts: Known
    review: tuple[str, ...]
    derived: frozenset[str]


def draft(record: Record, tables: Tables) -> Draft:
    """Understand a record.

    Raises
    ------
    Refused
        When it needs or trains what we do not know.
    """
    category = tables.categories.get(record.category)
    if category is None:
        raise Refused("a category we do not know", record.category)
    facts = Known(" ".join(words(record.name))).plus(
        category=record.category, kind=category.kind, primary=record.primary,
        family=record.family, level=record.level, force=record.force,
        source_mechanic=record.mechanic, laterality=record.laterality,
        timed={None: "unsaid", True: "yes", False: "no"}[record.timed])
    if not any(tables.muscles.get(muscle) for muscle in record.primary):
        raise Refused("no muscle we know", ", ".join(record.primary) or "none given")
    barred = first(tables.refusals, facts)
    if barred is not None:
        raise Refused("an implement outside our equipment", barred.said["then"])
    moves = first(tables.patterns, facts)
    if moves is None:
        raise Refused("a movement we have no pattern for", ", ".join(record.primary) or "no muscle")
    pattern = str(moves.said["then"])
    kind = "raise" if pattern == "cardio" else category.kind
    facts = facts.plus(pattern=pattern, kind=kind)
    muscles, repeated = _muscles(record, facts, tables)
    needs = apparatus(record.equipment, facts, tables)
    if isinstance(needs, str):
        raise Refused("an implement outside our equipment", needs)
    review = [*needs.review, *([moves.said["review"]] if "review" in moves.said else [])]
    if record.level not in LEVELS:
        review.append(f"the level '{record.level}' is not known")
    derived = {"pattern"} | {name for name, yes in (
        ("equipment (left out by the source)", needs.recovered),
        ("equipment (corrected by the name)", needs.corrected),
        ("muscles (one repeated)", repeated)) if yes}
    return Draft(record, _renamed(record.name, tables), pattern, muscles, needs,
                 facts.plus(needs=found(needs.needs), unsure="yes" if review else "no"),
                 tuple(review), frozenset(derived))


def _renamed(name: str, tables: Tables) -> str:
    for says, then in tables.renames:
        name = says.sub(then, name)
    return " ".join(name.split())


def _muscles(record: Record, facts: Known, tables: Tables) -> tuple[dict[str, float], bool]:
    """Return involvements, the largest where a muscle stands twice, and whether one does."""
    shares: dict[str, float] = {}
    for field, share in SHARES:
        for muscle in getattr(record, field):
            asked = facts.plus(muscle=muscle)
            row = first(tables.sharper, asked)
            spread = row.said["then"] if row else tables.muscles.get(muscle, {})
            steadies = share < DIRECT and first(tables.minor, asked) is not None
            for ours, part in spread.items():
                counts = LEAST if steadies else share * part
                shares[ours] = max(shares.get(ours, 0.0), counts)
    if DIRECT not in shares.values():
        raise Refused("no muscle we know", ", ".join(record.primary) or "none given")
    named = [*record.primary, *record.secondary]
    if facts.of("kind") != {"work"}:
        shares = dict.fromkeys(shares, LEAST)
    return shares, len(set(named)) < len(named)


def exercise(draft: Draft, key: str, name: str, aliases: list[str],
             sources: list[str], tables: Tables) -> tuple[dict[str, Any], frozenset[str]]:
    """Return an exercise in the shape of a data file, and the fields that rules decided."""
    figures, facts = {}, draft.facts
    for field, table in tables.figures.items():
        row = first(table, facts)
        assert row is not None, f"no row of '{field}' fits {draft.record.name}"
        value = figures[field] = row.said["then"]
        facts = facts.plus(**{field: value if isinstance(value, list) else str(value)})
    strain = {each: figures[each] for each in ("lumbar", "grip", "systemic")}
    timeless = figures["seconds_per_rep"] is None
    made: dict[str, Any] = {
        "id": key, "name": name, "aliases": aliases, "pattern": draft.pattern,
        "mechanic": figures["mechanic"], "phases": figures["phases"], "muscles": draft.muscles,
        "equipment": draft.apparatus.sorted, "measure": figures["measure"],
        **({} if timeless else {"seconds_per_rep": figures["seconds_per_rep"]}),
        "setup_s": figures["setup_s"],
        **({} if figures["rest_class"] is None else {"rest_class": figures["rest_class"]}),
        "unilateral": figures["unilateral"], "load": figures["load"],
        "loading": figures["loading"], "outgrown_at": figures["outgrown_at"],
        "standing": figures["standing"], "skill": figures["skill"], "strain": strain,
        "met": figures["met"], "sources": sources,
        **({"review": True} if draft.review else {}),
    }
    return made, draft.derived | _derived(draft.record, made)


def _derived(record: Record, made: dict[str, Any]) -> frozenset[str]:
    """Return the fields that the source does not have, or has otherwise."""
    always = ("phases", "setup_s", "load", "loading", "standing", "skill", "strain", "met")
    sometimes = {
        "mechanic": record.mechanic != made["mechanic"],
        "measure": record.timed is None or made["measure"] == "distance",
        "unilateral": record.laterality is None,
        "seconds_per_rep": "seconds_per_rep" in made,
        "rest_class": "rest_class" in made,
        "outgrown_at": made["outgrown_at"] is not None,
    }
    return frozenset(always) | {field for field, yes in sometimes.items() if yes}


def silent(draft: Draft) -> bool:
    """Whether nothing at all is known of what a record needs."""
    said = draft.record.equipment
    return not said or (ANYTHING not in draft.facts.of("needs") and said == "other")
