"""Warm-up before work: entries follow the order of the phases."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.schema import PHASES
from planner.problem import Problem
from planner.rules.base import Build, Finding, visits
from planner.workout import Workout


class Phases:
    """raise, mobilise, activate, work, cool_down; work begins with its warm-up.

    The solver writes sessions phase by phase, so only the amount of warm-up is
    left to bind: the holds of a phase add up to what was asked.
    """

    id = "phases"

    def build(self, m: Build) -> None:
        """Fill every warm-up phase with as many entries as it was split into."""
        for session in m.problem.sessions:
            chosen = m.warm_up(session)
            for part in session.warm_up:
                of_phase = [y for o, y in chosen if o.phase == part.phase]
                short = len(part.holds) - m.total((1, y) for y in of_phase)
                m.keep(session.id, short, 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge the order, then the warm-up's seconds."""
        for visit, session in visits(w, p):
            ranks = [PHASES.index(i.phase) for i in visit.items]
            late = sum(b < a for a, b in zip(ranks, ranks[1:], strict=False))
            yield Finding(visit.id, "phases in order" if not late else
                          f"{late} entries stand after a later phase", over=late, asked=0,
                          reached=late)
            if "minutes" in p.unknown:
                continue
            for part in session.warm_up if visit.work else ():
                missing = len(part.holds) - sum(i.phase == part.phase for i in visit.items)
                held = sum(i.sets * (i.dose.hold_s or 0) for i in visit.items
                           if i.phase == part.phase)
                asked = sum(part.holds)
                if "warm_up" in p.unknown:
                    short = held == 0
                    says = f"no {part.phase} phase" if short else f"{held} s of {part.phase}"
                    yield Finding(visit.id, says, over=int(short and part.phase == "raise"),
                                  asked=None, reached=held)
                else:
                    yield Finding(visit.id, f"{held} s of {part.phase}, {asked} asked",
                                  over=max(missing, int(held != asked)), asked=asked, reached=held)
