"""A superset rests one muscle while the other works."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Apart, Build, Finding
from planner.workout.workout import Workout, blocks


def barbell_lift(exercise: Exercise) -> bool:
    """Whether it is a compound with a barbell: loaded for one person, in one place."""
    return exercise.compound and exercise.load == "barbell"


def hinge_and_pull(p: Problem, a: Exercise, b: Exercise) -> bool:
    """Whether the first is a hinge and the second a pull."""
    basis = p.catalog.pattern_by_id
    return basis[a.pattern].basis == "hinge" and "pull" in (basis[b.pattern].basis or "")


class SupersetMuscles:
    """Not one muscle twice, no barbell lift, not two of one movement, no tired trunk under load.

    Antagonists and upper-lower pairs cost nothing, two heavy pulls in a pair
    cost strength (burke2024, iversen2024).
    """

    id = "superset_muscles"
    by_session = True

    def bars_pair(self, p: Problem, a: Exercise, b: Exercise, with_a: tuple[str, ...],
                  with_b: tuple[str, ...]) -> str | None:
        """Return why the two may not be a pair, or None."""
        if a.rest_class == b.rest_class == "heavy_compound":
            return "two of the heaviest lifts"
        if (a.core and b.strain.lumbar >= 2) or (b.core and a.strain.lumbar >= 2):
            return "a tired trunk would have to hold a loaded back"
        if barbell_lift(a) or barbell_lift(b):
            return "a barbell lift is not left standing"
        if any(v + b.muscles.get(m, 0.0) >= 1.5 for m, v in a.muscles.items()):
            return "both train the same muscle"
        if hinge_and_pull(p, a, b) or hinge_and_pull(p, b, a):
            return "both hang on the grip and the back"
        alike = a.compound and b.compound and a.pattern == b.pattern
        return "both are compounds of one movement" if alike else None

    def apart(self, p: Problem, session: SessionProblem) -> Apart:
        """Return the heaviest lifts, each movement's, each muscle's, and trunk against load."""
        options = session.options
        heavy = frozenset(o.id for o in options if o.exercise.rest_class == "heavy_compound")
        direct: dict[str, set[str]] = {}
        moves: dict[str, set[str]] = {}
        for o in options:
            if o.exercise.compound:
                moves.setdefault(o.exercise.pattern, set()).add(o.id)
            for muscle, share in o.exercise.muscles.items():
                if share == 1.0:
                    direct.setdefault(muscle, set()).add(o.id)
        alike = [found[k] for found in (moves, direct) for k in sorted(found)]
        cliques = (heavy, *map(frozenset, alike))
        core = frozenset(o.id for o in options if o.exercise.core)
        loaded = frozenset(o.id for o in options if o.exercise.strain.lumbar >= 2)
        bars = frozenset(o.id for o in options if barbell_lift(o.exercise))
        return Apart(bars, cliques, camps=((loaded, core),))

    def build(self, m: Build) -> None:
        """Take part in pairing; as `must` a barred pair is never offered."""
        m.pairing(self)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge every superset of two."""
        for done, _ in sessions_of(w, p):
            wrong = []
            for block in blocks(done.entries):
                if block[0].superset is not None and len(block) == 2:
                    a, b = (i.exercise for i in block)
                    reason = self.bars_pair(p, a, b, (), ())
                    if reason:
                        wrong.append(f"{a.name} with {b.name}: {reason}")
            yield Finding(done.id, "; ".join(wrong) or "each superset rests one muscle",
                          over=len(wrong), asked=0, reached=len(wrong))
