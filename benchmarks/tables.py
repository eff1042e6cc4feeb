"""Rows as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.measure import CHECKPOINTS
from benchmarks.summary import counts, settled

Row = Mapping[str, Any]

NAMES = {
    "ours": "ours, whole", "selection": "ours", "cpsat1": "CP-SAT plain, 1 worker",
    "cpsat2": "CP-SAT plain, 2 workers", "highs": "HiGHS", "scip": "SCIP", "cbc": "CBC",
    "greedy": "greedy", "random": "random",
}
ORDER = ("selection", "cpsat1", "cpsat2", "highs", "scip", "cbc", "greedy", "random")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def number(value: Any, digits: int = 2) -> str:
    """Return a figure, a dash where there is none."""
    return "-" if value is None else f"{value:.{digits}f}"


def whole(value: Any) -> str:
    """Return a whole number, a dash where there is none."""
    return "-" if value is None else str(value)


def state(row: Row) -> str:
    """Return how a run ended, in words."""
    if row["status"] == "error":
        return f"failed: {row.get('note', '')}"
    if row.get("audit") not in ("", "kept"):
        return f"refused by the audit: {row['audit']}"
    if row["status"] == "feasible":
        return row.get("note") or "time-out"
    return {"limit": "time-out, no plan"}.get(row["status"], str(row["status"]))


OURS_HEAD = ("instance", "build s", "first plan s", "within 1 % s", "coverage proved s",
             "all tiers s", "total s", "coverage", "bound", "tiers proved", "det. time",
             "peak MB", "status")


def ours(rows: Iterable[Row], commands: Mapping[str, Row] | None = None) -> str:
    """Return the table of our planner on whole requests."""
    head = list(OURS_HEAD) + (["command s"] if commands is not None else [])
    return table(head, [_ours(r, commands) for r in rows])


def _ours(row: Row, commands: Mapping[str, Row] | None) -> list[str]:
    tiers = row.get("tiers") or []
    cells = [
        row["instance"], number(row.get("build_s")), number(row.get("first_s")),
        number(row.get("near_s")), number(row.get("proof_s")), number(settled(row)),
        number(row.get("total_s")), whole(row.get("value")), whole(row.get("bound")),
        f"{sum(t['proved'] for t in tiers)} of {len(tiers)}" if tiers else "-",
        number(row.get("work")), number(row.get("peak_mb"), 0), state(row),
    ]
    if commands is not None:
        cells.append(number(commands.get(row["instance"], {}).get("total_s")))
    return cells


def short(rows: Iterable[Row]) -> str:
    """Return the table of requests without a plan."""
    return table(
        ("instance", "build s", "total s", "det. time", "peak MB", "status", "repairs"),
        [(r["instance"], number(r.get("build_s"), 3), number(r.get("total_s"), 3),
          number(r.get("work"), 3), number(r.get("peak_mb"), 0), state(r), r.get("audit", ""))
         for r in rows])


def questions(rows: Iterable[Row]) -> str:
    """Return the table of questions about a plan."""
    return table(
        ("instance", "first call s", "best call s", "peak MB", "answer", "audit"),
        [(r["instance"], number(r.get("first_s"), 3), number(r.get("total_s"), 3),
          number(r.get("peak_mb"), 0), r.get("note", "") if counts(r) else state(r),
          r.get("audit", "")) for r in rows])


def tiers(rows: Iterable[Row]) -> str:
    """Return when each tier was done and how far from proved."""
    listed = [r for r in rows if r.get("tiers")]
    if not listed:
        return ""
    names = [t["name"] for t in listed[0]["tiers"]]
    return table(("instance", *names), [(r["instance"], *(_tier(t) for t in r["tiers"]))
                                        for r in listed])


def _tier(tier: Mapping[str, Any]) -> str:
    if tier["proved"]:
        return f"{tier['value']} at {number(tier['end_s'])} s"
    gap = "?" if tier["gap"] is None else f"{100 * tier['gap']:.1f}"
    return f"{tier['value']} / {tier['bound']}, {gap} % open at {number(tier['end_s'])} s"


def proofs(rows: Mapping[str, Mapping[str, Row]]) -> str:
    """Return seconds to prove coverage by solver; a time-out with what it had."""
    there = present(rows)
    return table(("instance", *(NAMES[s] for s in there)),
                 [(instance, *(_proof(by.get(s)) for s in there)) for instance, by in rows.items()])


def _proof(row: Row | None) -> str:
    if row is None:
        return ""
    if not counts(row) or row["status"] == "limit":
        return state(row)
    if row.get("proof_s") is not None:
        return f"{number(row['proof_s'])} ({row.get('value')})"
    if row.get("bound") is None:
        return f"no proof ({row.get('value')})"
    return f"> {row['limit_s']:g} ({row['value']} / {row['bound']})"


def qualities(rows: Mapping[str, Mapping[str, Row]]) -> str:
    """Return coverage after 1, 5 and 10 seconds by solver, and the best bound that any proved."""
    there = present(rows)
    ends = [f"{c:g}" for c in CHECKPOINTS]
    body = []
    for instance, by in rows.items():
        cells = [" / ".join(whole(by[s]["at"].get(e)) for e in ends) if s in by else ""
                 for s in there]
        bound = max((r["bound"] for s, r in by.items()
                     if s in there and counts(r) and r.get("bound") is not None), default=None)
        body.append((instance, whole(bound), *cells))
    return table(("instance", "at least", *(NAMES[s] for s in there)), body)


def present(rows: Mapping[str, Mapping[str, Row]]) -> list[str]:
    """Return the solvers that any instance has, in the order of the columns."""
    return [s for s in ORDER if any(s in by for by in rows.values())]
