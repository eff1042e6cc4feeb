"""How often the objective prefers a published week to the same week made worse."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.taste.corpus import Case
from benchmarks.taste.kinds import GROUPS
from benchmarks.taste.mutants import COUNT, mutants
from benchmarks.taste.score import Score, score

WIDTH = 80


@dataclass(frozen=True)
class Pair:
    """A programme and a mutant of it, both scored."""

    programme: str
    goal: str
    kind: str
    original: Score
    mutant: Score

    @property
    def worse_by(self) -> int:
        """Points by which the mutant is worse; 0 or less is a mistake of the objective."""
        return self.mutant.quality - self.original.quality

    @property
    def right(self) -> bool:
        """Whether quality alone prefers the original."""
        return self.worse_by > 0

    @property
    def tie(self) -> bool:
        """Whether quality sees no difference."""
        return self.worse_by == 0

    @property
    def right_in_order(self) -> bool:
        """Whether coverage first and then quality prefers the original."""
        a, b = self.original, self.mutant
        return (a.coverage, a.quality) < (b.coverage, b.quality)


def pairs_of(cases: Iterable[Case], count: int = COUNT) -> list[Pair]:
    """Return every programme with each of its mutants."""
    found = []
    for case in cases:
        original = score(case.workout, case.problem)
        found += [Pair(case.programme.name, case.programme.goal, m.kind, original,
                       score(m.workout, case.problem)) for m in mutants(case, count)]
    return found


def percent(some: Sequence[Pair], right: Callable[[Pair], bool] = lambda p: p.right) -> str:
    """Return the share of pairs in whole per cent."""
    return f"{round(100 * sum(map(right, some)) / len(some))} %" if some else "-"


def middle(some: Sequence[Pair]) -> int:
    """Return by how many points the mutants are worse in the middle."""
    return sorted(p.worse_by for p in some)[len(some) // 2]


def _line(name: str, some: Sequence[Pair]) -> str:
    ties = sum(p.tie for p in some)
    return (f"{name[:40]:40}{len(some):6}{percent(some):>8}{ties:6}"
            f"{percent(some, lambda p: p.right_in_order):>9}{middle(some):11}")


HEAD = f"{'':40}{'pairs':>6}{'right':>8}{'ties':>6}{'in order':>9}{'median':>11}"


def table(pairs: Sequence[Pair]) -> str:
    """Return the table by kind and by programme.

    *right*: quality alone is lower for the original; *in order*: coverage
    first, then quality; *median*: points between the two.
    """
    lines = [HEAD, _line("all", pairs)]
    for title, kinds in GROUPS.items():
        some = [p for p in pairs if p.kind in kinds]
        if some:
            lines += ["", _line(title.upper(), some)]
            lines += [_line(f"  {kind}", of) for kind in kinds
                      if (of := [p for p in some if p.kind == kind])]
    lines += ["", "BY PROGRAMME"]
    for name in dict.fromkeys(p.programme for p in pairs):
        lines.append(_line(f"  {name}", [p for p in pairs if p.programme == name]))
    unseen = f"Right less often than 80 %: {', '.join(blind(pairs)) or 'none'}."
    return "\n".join([*lines, "", *textwrap.wrap(unseen, WIDTH)])


def blind(pairs: Sequence[Pair], below: float = 0.8) -> list[str]:
    """Return the kinds that are ranked right less often than that, the worst first."""
    shares = {}
    for kind in dict.fromkeys(p.kind for p in pairs):
        of = [p for p in pairs if p.kind == kind]
        shares[kind] = sum(p.right for p in of) / len(of)
    return sorted((k for k, v in shares.items() if v < below), key=lambda k: (shares[k], k))
