"""One entry free in a fixed plan.

A swap is a request file that pins every entry of a finished plan but one
(``include`` with day and sets), and the session in which that one stood. The
pins alone would let the planner add what it likes; `FixedPlan` is a rule of an
application's own, through the public ``rules`` argument, that closes
everything else and asks for exactly one new entry in that session. Warm-up,
supersets and order stay free, as does the exercise that was there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from planner.problem import Option, Problem, SessionProblem
from planner.rules import Build, Finding
from planner.workout import Workout

FREE = Path(__file__).with_name("swaps.yaml")


def free_session(instance: str) -> str:
    """Return the session of a swap whose entry is free."""
    rows: dict[str, Any] = yaml.safe_load(FREE.read_text(encoding="utf-8"))
    return str(rows[instance]["free"])


class FixedPlan:
    """Nothing but what is included by name, and one entry more in one session."""

    id = "fixed_plan"

    def __init__(self, free: str) -> None:
        self.free = free

    def build(self, m: Build) -> None:
        """Count what is not pinned: none, or exactly one."""
        for session in m.problem.sessions:
            others = [m.x(o) for o in session.options if not self._kept(m.problem, session, o)]
            count = m.total((1, x) for x in others)
            most = int(session.id == self.free)
            m.keep(session.id, count, most)
            m.keep(session.id, most - count, 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count again."""
        for visit, session in zip(w.visits, p.sessions, strict=True):
            asked = int(session.id == self.free)
            new = [i.exercise.id for i in visit.work if not p.pinned(session, i.exercise.id)]
            yield Finding(visit.id, f"{len(new)} new entries, {asked} asked",
                          over=abs(len(new) - asked), asked=asked, reached=len(new))

    def _kept(self, p: Problem, session: SessionProblem, option: Option) -> bool:
        return p.pinned(session, option.id)
