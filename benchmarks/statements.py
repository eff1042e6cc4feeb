"""What the benchmark was asked to show, beside what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks import figures
from benchmarks.figures import Row
from benchmarks.living import QUESTIONS
from benchmarks.peers import LIMITS as PEERS_LIMITS
from benchmarks.peers import SOLVERS
from benchmarks.suite import instances

Line = tuple[str, str, bool]
"""What was asked, what was reached, and whether it was."""

Steps = Mapping[str, Sequence[Row]]

WITHIN = ((1.0, 0.08), (2.0, 0.03))
"""Seconds, and how far above the best plan known a week's may be then."""

EXACT = ("cpsat", "highs", "scip", "cbc")
"""Peers that can prove something, and are somebody else's."""

WORDS = {"swap": "a swap", "replan": "a replan of a week", "why_not": "an answer to why not",
         "alternatives": "finding three alternatives"}

KINDS = {i.id: i.kind for i in instances()}


def of(rows: Sequence[Row], kind: str) -> list[Row]:
    """Return the rows of one kind of instance."""
    return [r for r in rows if KINDS.get(r["instance"]) == kind]


def statements(steps: Steps) -> list[Line]:
    """Return all that there are rows for."""
    ours = steps.get("ours", ())
    found: list[Line] = []
    for part in (_sessions(ours), _weeks(of(ours, "week"), steps.get("reference", ())),
                 _rules(ours), _peers(steps.get("peers", ())), _questions(steps),
                 _sound(steps)):
        found += part
    return found


def _sessions(rows: Sequence[Row]) -> Iterator[Line]:
    article, gym = of(rows, "article"), of(rows, "gym")
    if article:
        done = [r for r in article if r["proved"] and r["total_s"] < 0.3]
        names = sorted({r["instance"] for r in article} - {r["instance"] for r in done})
        yield ("article sessions are proved in under 0.3 s",
               _count(len(done), len({(r["instance"], r["seed"]) for r in article}), names)
               + f", slowest {max(r['total_s'] for r in article):.2f} s",
               all(r["proved"] and r["total_s"] < 0.3 for r in article))
    if gym:
        last = figures.after(gym, 5)
        done = [r for r in last.values() if r["proved"] and r["total_s"] <= 3]
        names = sorted({r["instance"] for r in last.values() if r not in done})
        yield ("whole-body sessions end by themselves, with a proof, within 3 s",
               _count(len(done), len(last), names), len(done) == len(last))


def _weeks(rows: Sequence[Row], reference: Sequence[Row]) -> Iterator[Line]:
    if not rows:
        return
    best = figures.best_of([*rows, *reference])
    for seconds, share in WITHIN:
        far = {key: figures.excess(figures.worth(r), best[key[0]])
               for key, r in figures.after(rows, seconds).items()
               if key[0] in best}
        weeks = {name for name, _ in far}
        over = sorted({name for (name, _), e in far.items() if e > share})
        runs = sum(e <= share for e in far.values())
        yield (f"after {seconds:g} s a week's plan is within {100 * share:g} % of the best known",
               _count(len(weeks) - len(over), len(weeks), over)
               + f" with every seed, {runs} of {len(far)} runs", not over)
    worse = figures.worse_with_time(rows)
    yield "a week's plan is never worse with more time", "; ".join(worse) or "never", not worse
    last = figures.after(rows, 5)
    near = [r for r in last.values() if figures.gap(r) <= 0.1]
    proved = sum(r["proved"] for r in last.values())
    yield ("half of the weeks are proved or within 10 % of their bound after 5 s",
           f"{len(near)} of {len(last)} runs ({proved} proved)", 2 * len(near) >= len(last))
    first = max((r["first_s"] for r in rows if r.get("first_s") is not None), default=0.0)
    yield "the first plan of a week is there within 0.5 s", f"slowest {first:.2f} s", first <= 0.5


def _rules(rows: Sequence[Row]) -> Iterator[Line]:
    mine = {i: r for (i, seed), r in figures.after(rows, 5).items() if not seed}
    old = {i: r for i, r in figures.before().items() if i in mine}
    if old:
        now = sum(mine[i].get("penalties", 0) for i in old)
        then = sum(r["penalties"] for r in old.values())
        yield ("plans break fewer rules than those of version 0.1",
               f"{now} penalty points against {then} in {len(old)} requests, and no must rule; "
               f"{sum(bool(r['musts']) for r in old.values())} of the old plans break one",
               now < then)


def _peers(rows: Sequence[Row]) -> Iterator[Line]:
    if not rows:
        return
    for limit in sorted(PEERS_LIMITS):
        ahead = [f"{i}: {SOLVERS[s][0]} {figures.percent(b)} above the best, "
                 f"ours {figures.percent(a)}" for i, s, a, b in figures.peers_ahead(rows, limit)]
        yield (f"no peer has a better plan after {limit:g} s, in the median of the seeds",
               "; ".join(ahead) or "none has", not ahead)
    sooner = list(figures.proved_sooner(rows, EXACT))
    yield ("no solver that is not ours proves sooner", "; ".join(
        f"{i}: {SOLVERS[s][0]} {b:.2f} s, ours {'none' if a is None else f'{a:.2f} s'}"
        for i, s, a, b in sooner) or "none does", not sooner)


def _questions(steps: Steps) -> Iterator[Line]:
    rows = steps.get("questions", ())
    for kind, question in QUESTIONS.items():
        if mine := of(rows, kind):
            fast = [r for r in mine if r["audit"] == "kept" and r["total_s"] <= question.limit_s]
            yield (f"{WORDS[kind]} takes at most {question.limit_s:g} s in a warm process",
                   f"{len(fast)} of {len(mine)}, slowest {max(r['total_s'] for r in mine):.2f} s",
                   len(fast) == len(mine))


def _sound(steps: Steps) -> Iterator[Line]:
    bad = [f"{step}: {r['instance']} {r.get('solver', '')}: {r['audit']}"
           for step, rows in steps.items() for r in rows if r.get("audit", "kept") != "kept"]
    yield "every answer holds in the audit", "; ".join(bad) or "so it is", not bad
    clashes = disagreements(steps.get("peers", ()))
    yield "no two proofs disagree", "; ".join(clashes) or "none do", not clashes


def disagreements(rows: Sequence[Row]) -> list[str]:
    """Name where somebody has a plan below what somebody else proved to be the least."""
    found = []
    for name in dict.fromkeys(r["instance"] for r in rows):
        mine = [r for r in rows if r["instance"] == name and figures.worth(r) is not None]
        least = min(mine, key=lambda r: r["value"], default=None)
        most = max((r for r in mine if r.get("bound") is not None), key=lambda r: r["bound"],
                   default=None)
        if least is not None and most is not None and most["bound"] > least["value"]:
            found.append(f"{name}: {most['solver']} says at least {most['bound']}, "
                         f"{least['solver']} has {least['value']}")
    return found


def _count(held: int, of_all: int, others: Sequence[str]) -> str:
    """Return so many of so many, and who is missing."""
    return f"{held} of {of_all}" + (f" (not {', '.join(others)})" if others else "")
