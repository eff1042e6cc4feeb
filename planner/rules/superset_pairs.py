"""Which two exercises may be done as a superset: safe, and at one place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from planner.catalog import Exercise
from planner.problem.equipment import stations
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Apart, Build, Finding
from planner.workout.workout import Workout, blocks


class SupersetPairs:
    """No risk lift, not lumbar or grip >= 2 twice, not two different stations."""

    id = "superset_pairs"
    by_session = True

    def bars_pair(self, p: Problem, a: Exercise, b: Exercise, with_a: tuple[str, ...],
                  with_b: tuple[str, ...]) -> str | None:
        """Return why the two may not be a pair, or None."""
        if a.risk_lift or b.risk_lift:
            return "a risk lift stands alone"
        if a.strain.lumbar >= 2 and b.strain.lumbar >= 2:
            return "both load the lower back"
        if a.strain.grip >= 2 and b.strain.grip >= 2:
            return "both tire the grip"
        at_a, at_b = stations(with_a, p.catalog), stations(with_b, p.catalog)
        if at_a and at_b and at_a != at_b:
            return "they are at two different stations"
        return None

    def apart(self, p: Problem, session: SessionProblem) -> Apart:
        """Return the risk lifts, the lumbar and the grip cliques, and the stations."""
        options = session.options
        alone = frozenset(o.id for o in options if o.exercise.risk_lift)
        lumbar = frozenset(o.id for o in options if o.exercise.strain.lumbar >= 2)
        grip = frozenset(o.id for o in options if o.exercise.strain.grip >= 2)
        places = {o.id: "+".join(sorted(at)) for o in options
                  if (at := stations(o.equipment, p.catalog))}
        return Apart(alone, (lumbar, grip), places)

    def build(self, m: Build) -> None:
        """Take part in pairing; as `must` a barred pair is never offered."""
        m.pairing(self)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge every superset; in a circuit of three and more people move from place to place."""
        for done, _ in sessions_of(w, p):
            wrong = [f"superset {b[0].superset} has one entry" for b in blocks(done.entries)
                     if b[0].superset is not None and len(b) == 1]
            for block in blocks(done.entries):
                for a, b in combinations(block, 2):
                    at = (a.kit, b.kit) if len(block) == 2 else ((), ())
                    reason = self.bars_pair(p, a.exercise, b.exercise, *at)
                    if reason:
                        wrong.append(f"{a.exercise.name} with {b.exercise.name}: {reason}")
            yield Finding(done.id, "; ".join(wrong) or "supersets are safe and at one place",
                          over=len(wrong), asked=0, reached=len(wrong))
