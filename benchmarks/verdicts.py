"""What the benchmark was asked to show, beside what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks import summary, tables

Row = Mapping[str, Any]


def verdicts(results: Mapping[str, Any]) -> str:
    """Return the criteria as a table; only those that there are rows for."""
    rows = results["rows"]
    judges = (_article, _weeks, _race, _quality, _greedy, _questions, _memory, _sound)
    lines = [line for judge in judges for line in judge(rows)]
    return tables.table(("asked", "reached", "held"), lines)


Line = tuple[str, str, str]


def _of(rows: Sequence[Row], kind: str, solver: str = "ours", catalog: str = "own") -> list[Row]:
    return [r for r in rows if r["kind"] == kind and r["solver"] == solver
            and r["catalog"] == catalog]


def _yes(held: bool) -> str:
    return "yes" if held else "**no**"


def _article(rows: Sequence[Row]) -> Iterator[Line]:
    ours = _of(rows, "article")
    if ours:
        fast = [r for r in ours if r["status"] == "optimal" and r["total_s"] < 0.3]
        proved = [r for r in ours if r["status"] == "optimal"]
        slow = max(r["total_s"] or 0.0 for r in ours)
        yield ("article sessions, all five tiers proved under 0.3 s",
               f"{len(fast)} of {len(ours)} ({len(proved)} proved at all), slowest {slow:.2f} s",
               _yes(len(fast) == len(ours)))
        sure = [r["proof_s"] for r in ours if r.get("proof_s") is not None]
        covered = sum(s < 0.3 for s in sure)
        yield ("article sessions, coverage proved under 0.3 s",
               f"{covered} of {len(ours)}, slowest {max(sure, default=0.0):.2f} s",
               _yes(covered == len(ours)))
    commands = _of(rows, "article", "command")
    if commands:
        quick = [r for r in commands if r["total_s"] < 1.2]
        slow = max(r["total_s"] for r in commands)
        yield ("`coach plan` of an article session under 1.2 s",
               f"{len(quick)} of {len(commands)}, slowest {slow:.2f} s",
               _yes(len(quick) == len(commands)))


def _weeks(rows: Sequence[Row]) -> Iterator[Line]:
    for catalog, title, asked in (("own", "our catalogue", 11), ("open991", "open catalogue", 9)):
        weeks = _of(rows, "week", catalog=catalog)
        if not weeks:
            continue
        need = -(-asked * len(weeks) // 12)
        first = [r for r in weeks if r.get("first_s") is not None and r["first_s"] < 0.5]
        done = [r for r in weeks if (s := summary.settled(r)) is not None and s < 5]
        near = [r for r in weeks if r.get("near_s") is not None and r["near_s"] < 5]
        both = [r for r in done if r in first]
        yield (f"weeks, {title}: first plan under 0.5 s and every tier proved or within 1 % under "
               f"5 s, {asked} of 12",
               f"{len(both)} of {len(weeks)} (first plan {len(first)}, coverage "
               f"{len(near)}, all tiers {len(done)})",
               _yes(len(both) >= need))


def _race(rows: Sequence[Row]) -> Iterator[Line]:
    for catalog, title in (("own", "our catalogue"), ("open991", "open catalogue")):
        part = summary.part(rows, catalog)
        found = summary.race(part)
        if found.ratio is None or found.best_peer is None:
            continue
        yield (f"proof of coverage 5 times as fast as the best exact peer, weeks, {title}",
               f"{found.ratio:.2f} times ({tables.NAMES[found.best_peer]}, "
               f"{found.instances} weeks)", _yes(found.ratio >= 5))
        lost = summary.slower_than(part)
        words = "; ".join(f"{i}: {tables.NAMES[s]} {b:.2f} s, ours {a:.2f} s"
                          for i, s, a, b in lost)
        yield (f"no peer proves sooner, {title}", words or "none does", _yes(not lost))


def _quality(rows: Sequence[Row]) -> Iterator[Line]:
    for catalog, title in (("own", "our catalogue"), ("open991", "open catalogue")):
        part = summary.part(rows, catalog)
        if len(tables.present(part)) < 2:
            continue
        lost = summary.worse_at(part)
        words = "; ".join(f"{i} at {e} s: {tables.NAMES[s]} {b}, ours {tables.whole(a)}"
                          for i, e, s, a, b in lost)
        yield (f"never worse in quality at 1, 5 and 10 s, {title}", words or "never",
               _yes(not lost))


def _greedy(rows: Sequence[Row]) -> Iterator[Line]:
    for catalog, title in (("own", "our catalogue"), ("open991", "open catalogue")):
        for solver, what in ((summary.OURS, "the same part"), ("ours", "whole plans")):
            share, count = summary.below_greedy(summary.part(rows, catalog), solver)
            if share is not None:
                yield (f"coverage loss 30 % below greedy's, scarce weeks, {title}, {what}",
                       f"{100 * share:.0f} % in the mean of {count}", _yes(share >= 0.3))


QUESTIONS = (("swap", "swap of an entry", 0.05), ("swap", "swap of an entry", 0.1),
             ("replan", "replan of a week", 2), ("why_not", "why-not", 1),
             ("alternatives", "three alternatives", 10))
"""Kind, what it is called, and the seconds that were asked for."""


def _questions(rows: Sequence[Row]) -> Iterator[Line]:
    for kind, what, asked in QUESTIONS:
        mine = _of(rows, kind)
        if not mine:
            continue
        fast = [r for r in mine if summary.counts(r) and r["status"] == "answered"
                and r["total_s"] < asked]
        slow, first = (max(r[name] for r in mine if r.get(name) is not None)
                       for name in ("total_s", "first_s"))
        limit = f"{1000 * asked:g} ms" if asked < 1 else f"{asked:g} s"
        few = sum(r["status"] == "incomplete" for r in mine)
        yield (f"{what} under {limit}, in a warm process",
               f"{len(fast)} of {len(mine)}, slowest {slow:.2f} s (first call {first:.2f} s)"
               + (f", {few} found fewer than asked" if few else ""),
               _yes(len(fast) == len(mine)))


def _memory(rows: Sequence[Row]) -> Iterator[Line]:
    used = [r["peak_mb"] for r in rows
            if r["kind"] == "week" and r["solver"] == "ours" and r.get("peak_mb")]
    if used:
        yield "peak memory of a week under 400 MB", f"{max(used):.0f} MB", _yes(max(used) < 400)


def _sound(rows: Sequence[Row]) -> Iterator[Line]:
    bad = [f"{r['instance']}@{r['catalog']} {r['solver']}: {tables.state(r)}"
           for r in rows if not summary.counts(r)]
    bad += summary.disagreements(rows)
    yield ("every answer holds in the audit, no two proofs disagree", "; ".join(bad) or "so it is",
           _yes(not bad))
