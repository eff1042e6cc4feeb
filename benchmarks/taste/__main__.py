"""Whether the planner's taste is that of coaches who published their programmes.

``python -m benchmarks.taste`` ranks 33 published weeks against the same weeks
made worse in one way, and sets figures of their style beside those of our
plans. ``--write`` puts the tables into docs/reference/taste.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.taste import fit, ours, ranking, style
from benchmarks.taste.corpus import Case, case_of, catalogue, near, programmes
from benchmarks.taste.mutants import COUNT
from benchmarks.taste.score import score

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "taste.md"
START, END = "<!-- generated: python -m benchmarks.taste --write -->", "<!-- end of generated -->"

Part = tuple[str, str]
"""A title and the lines below it."""


def ranked(cases: Sequence[Case], count: int, suggest: bool) -> list[Part]:
    """Return how published weeks rank against their mutants."""
    pairs = ranking.pairs_of(cases, count)
    what = "the planner's quality"
    parts = [(f"Published weeks against worse ones, by {what}", ranking.table(pairs))]
    if suggest:
        parts.append(("What factors would rank best (a suggestion)", fit.table(pairs)))
    return parts


def compared(cases: Sequence[Case], seconds: float) -> list[Part]:
    """Return the style of the corpus beside that of our plans; no plans for 0 seconds."""
    plans = ours.answers(cases, seconds, lambda t: print(t, file=sys.stderr)) if seconds else []
    parts = []
    for title, goal in (("strength", "strength"), ("hypertrophy", "hypertrophy"), ("all", None)):
        published = [c.workout for c in cases if goal in (None, c.problem.request.goal)]
        made = [a.workout for a in plans if a.workout and goal in (None, a.problem.request.goal)]
        if published:
            parts.append((f"Style: {title}", style.table(published, made, catalogue())))
    if plans:
        named = [(a.title, a.workout) for a in plans if a.workout]
        parts.append(("Our plans: basic movements without a staple",
                      style.lacking(named, catalogue())))
        parts.append(("Our plans and published weeks by the same objective", _points(cases, plans)))
    parts.append(("Published weeks: basic movements without a staple", style.lacking(
        ((c.programme.name, c.workout) for c in cases), catalogue())))
    return parts


def _points(cases: Sequence[Case], plans: Sequence[ours.Answer]) -> str:
    by_name = {c.programme.name: c for c in cases}
    lines = [f"{'':44}{'coverage':>10}{'quality':>12}"]
    for answer in plans:
        scored = answer.scored()
        if scored is not None:
            lines.append(f"{answer.title[:44]:44}{scored.coverage:10}{scored.quality:12}")
        for name in answer.programmes:
            of = score(by_name[name].workout, by_name[name].problem)
            lines.append(f"{'  ' + name[:42]:44}{of.coverage:10}{of.quality:12}")
    return "\n".join(lines)


def text(parts: Sequence[Part]) -> str:
    """Return the parts for a terminal."""
    return "\n\n".join(f"{title}\n{'-' * len(title)}\n{body}" for title, body in parts) + "\n"


def page(parts: Sequence[Part]) -> str:
    """Return the parts as Markdown."""
    stands = "\n".join(f"* {line}" for line in near())
    body = "\n\n".join(f"## {title}\n\n```text\n{body}\n```" for title, body in parts)
    return (f"{START}\n\n{body}\n\n## Lifts for which another one stands\n\n{stands}\n\n{END}")


def written(old: str, new: str) -> str:
    """Return a page with its generated part replaced."""
    before, rest = old.split(START)
    return before + new + rest.split(END)[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, and write them if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.taste", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3, help="limit of each of our plans")
    parser.add_argument("--no-plans", action="store_true", help="leave our plans out")
    parser.add_argument("--fit", action="store_true", help="suggest a factor for each part")
    parser.add_argument("--mutants", type=int, default=COUNT, help="of each programme")
    parser.add_argument("--only", default="", help="part of a programme's name")
    parser.add_argument("--write", action="store_true", help="into docs/reference/taste.md")
    asked = parser.parse_args(arguments)
    cases = [case_of(p) for p in programmes() if asked.only.lower() in p.name.lower()]
    parts = [*ranked(cases, asked.mutants, asked.fit),
             *compared(cases, 0 if asked.no_plans else asked.seconds)]
    print(text(parts), end="")
    if asked.write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), page(parts)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
