"""The loss report: what became of every record, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from planner.catalog.importing.outcome import Import, Outcome
from planner.catalog.importing.write import SCHEMA

BODY_ONLY = "body only"


def report(done: Import) -> dict[str, Any]:
    """Return the loss report.

    Returns
    -------
    dict
        Counts (``records`` is ``imported`` + ``matched`` + ``refused``), the
        same by category, the usable share of strength records, how many
        exercises have a field from a rule, how many "body only" records
        (stretches aside) need apparatus, and under ``outcomes`` every record
        in the order of the file.
    """
    categories = dict.fromkeys(each.record.category for each in done.outcomes)
    body_only = [each for each in done.outcomes if each.record.equipment == BODY_ONLY
                 and done.kind(each) != "stretch"]
    return {
        "schema": SCHEMA,
        "source": done.shape.title,
        **_counts(done.outcomes),
        "review": sum(bool(each.review) for each in done.of("imported")),
        "strength": _counts(done.strength) | {"usable_percent": usable_percent(done.strength)},
        "categories": {name: _counts([o for o in done.outcomes if o.record.category == name])
                       for name in sorted(categories)},
        "derived": dict(sorted(_derived(done.of("imported")).items())),
        "body_only": {"records": len(body_only),
                      "need_apparatus": sum(bool(o.needs) and all(o.needs) for o in body_only)},
        "outcomes": [_row(each) for each in done.outcomes],
    }


def usable_percent(outcomes: Sequence[Outcome]) -> float:
    """Return how much of the records is imported or matched, in per cent, rounded down."""
    if not outcomes:
        return 100.0
    usable = sum(each.what != "refused" for each in outcomes)
    return int(1000 * usable / len(outcomes)) / 10


def _counts(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    found = Counter(each.what for each in outcomes)
    return {"records": len(outcomes),
            **{what: found[what] for what in ("imported", "matched", "refused")}}


def _derived(outcomes: Iterable[Outcome]) -> Counter[str]:
    return Counter(field for each in outcomes for field in each.derived)


def _row(each: Outcome) -> dict[str, Any]:
    return {"record": each.record.id, "name": each.record.name, "outcome": each.what,
            "id": each.id, "reason": each.reason, "detail": each.detail,
            "needs": [sorted(alternative) for alternative in each.needs],
            "review": list(each.review), "derived": sorted(each.derived)}
