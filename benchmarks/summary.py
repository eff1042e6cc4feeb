"""Figures over many rows: means, ratios, and where a peer is better."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.measure import CHECKPOINTS, NEAR

Row = Mapping[str, Any]

OURS = "selection"
EXACT = ("cpsat1", "cpsat2", "highs", "scip", "cbc")


def geometric_mean(values: Iterable[float]) -> float | None:
    """Return the geometric mean; None of nothing."""
    logs = [math.log(max(v, 1e-4)) for v in values]
    return math.exp(sum(logs) / len(logs)) if logs else None


def mean(values: Iterable[float]) -> float | None:
    """Return the arithmetic mean; None of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def counts(row: Row) -> bool:
    """Whether a row may be counted: its audit holds, and it is no failure."""
    return row["status"] != "error" and row.get("audit") in ("", "kept")


def proof(row: Row) -> float:
    """Return the time to prove coverage; the limit where it was not proved or may not count."""
    limit = float(row["limit_s"])
    if row.get("proof_s") is None or not counts(row):
        return limit
    return min(limit, float(row["proof_s"]))


def part(rows: Iterable[Row], catalog: str, kind: str = "week") -> dict[str, dict[str, Row]]:
    """Return the rows of a kind and catalogue: by instance, then by solver."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        if row["kind"] == kind and row["catalog"] == catalog:
            found.setdefault(row["instance"], {})[row["solver"]] = row
    return found


@dataclass(frozen=True)
class Race:
    """The time to prove coverage, over the instances that both sides ran."""

    means: Mapping[str, float]
    instances: int
    unproved: Mapping[str, int]

    @property
    def best_peer(self) -> str | None:
        """The exact peer with the least mean."""
        peers = [s for s in EXACT if s in self.means]
        return min(peers, key=lambda s: self.means[s], default=None)

    @property
    def ratio(self) -> float | None:
        """How many times as long the best peer takes."""
        best = self.best_peer
        return self.means[best] / self.means[OURS] if best and OURS in self.means else None


def race(rows: Mapping[str, Mapping[str, Row]]) -> Race:
    """Compare the geometric means, over the instances that every solver ran."""
    solvers = [s for s in (OURS, *EXACT) if any(s in by for by in rows.values())]
    common = [by for by in rows.values() if all(s in by for s in solvers)]
    means = {s: geometric_mean(proof(by[s]) for by in common) for s in solvers}
    return Race({s: m for s, m in means.items() if m is not None}, len(common),
                {s: sum(not (counts(by[s]) and by[s].get("proof_s")) for by in common)
                 for s in solvers})


def settled(row: Row) -> float | None:
    """Return when the last tier was done, if every one is proved or within one per cent."""
    tiers = row.get("tiers") or []
    if not tiers or not all(t["proved"] or (t["gap"] is not None and t["gap"] <= NEAR)
                            for t in tiers):
        return None
    return max(float(t["end_s"]) for t in tiers)


def worse_at(rows: Mapping[str, Mapping[str, Row]]) -> list[tuple[str, str, str, Any, int]]:
    """Return where a peer had the better plan: instance, second, peer, our value, its value."""
    found = []
    for instance, by in rows.items():
        if OURS not in by:
            continue
        for end in (f"{c:g}" for c in CHECKPOINTS):
            mine = by[OURS]["at"].get(end)
            theirs = {s: r["at"].get(end) for s, r in by.items()
                      if s not in (OURS, "ours", "command") and counts(r)}
            known = {s: v for s, v in theirs.items() if v is not None}
            if known:
                best = min(known, key=lambda s: known[s])
                if mine is None or known[best] < mine:
                    found.append((instance, end, best, mine, known[best]))
    return found


def slower_than(rows: Mapping[str, Mapping[str, Row]]) -> list[tuple[str, str, float, float]]:
    """Return where a peer proved coverage sooner: instance, peer, our seconds, its seconds."""
    found = []
    for instance, by in rows.items():
        peers = [s for s in EXACT if s in by and by[s].get("proof_s") and counts(by[s])]
        if OURS in by and peers:
            best = min(peers, key=lambda s: proof(by[s]))
            if proof(by[best]) < proof(by[OURS]):
                found.append((instance, best, proof(by[OURS]), proof(by[best])))
    return found


def below_greedy(rows: Mapping[str, Mapping[str, Row]],
                 solver: str = OURS) -> tuple[float | None, int]:
    """Return by what share our coverage loss is lower than greedy's, on the scarce weeks.

    Parameters
    ----------
    solver
        ``selection``: the same part, without supersets; ``ours``: the whole plan.
    """
    shares = [1 - by[solver]["value"] / by["greedy"]["value"] for by in rows.values()
              if solver in by and "greedy" in by and by[solver]["scarce"]
              and by[solver].get("value") is not None and by["greedy"].get("value")]
    return mean(shares), len(shares)


def disagreements(rows: Iterable[Row]) -> list[str]:
    """Return contradictions: two proofs with different values, or a value below a bound."""
    found = []
    by: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["solver"] in (OURS, *EXACT, "greedy", "random") and row.get("value") is not None:
            by.setdefault((row["instance"], row["catalog"]), []).append(row)
    for (instance, catalog), group in by.items():
        bounds: Sequence[Row] = [r for r in group if r.get("bound") is not None]
        best = min(group, key=lambda r: r["value"])
        high = max(bounds, key=lambda r: r["bound"], default=None)
        if high is not None and high["bound"] > best["value"]:
            found.append(f"{instance}@{catalog}: {high['solver']} says at least {high['bound']}, "
                         f"{best['solver']} has {best['value']}")
    return found
