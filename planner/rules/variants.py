"""Two variants of one lift are not two exercises of a session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner.catalog import Catalog, Exercise
from planner.problem.problem import Problem
from planner.rules.kinds import SPARED, names, sessions_of
from planner.rules.protocol import Build, Expr, Finding
from planner.workout.workout import Workout

Variant = tuple[str, frozenset[str], bool]


def variant(exercise: Exercise, catalog: Catalog) -> Variant:
    """Return what makes two exercises variants of one lift.

    Movement, direct muscles, and whether a machine guides it; of a movement that is done once in
    a session (rows, pulldowns, shrugs) the movement alone.
    """
    if catalog.pattern_by_id[exercise.pattern].single:
        return exercise.pattern, frozenset(), False
    direct = frozenset(m for m, v in exercise.muscles.items() if v == 1.0)
    return exercise.pattern, direct, exercise.rest_class == "machine_compound"


class Variants:
    """No lift in two variants (`variant`); included ones are spared."""

    id = "variants"
    by_session = True

    def build(self, m: Build) -> None:
        """Count by variant."""
        for session in m.problem.sessions:
            alike: dict[Variant, list[tuple[int, Expr]]] = {}
            for option in session.options:
                if not option.pinned:
                    kind = variant(option.exercise, m.problem.catalog)
                    alike.setdefault(kind, []).append((1, m.x(option)))
            for terms in alike.values():
                if len(terms) > 1:
                    m.keep(session.id, m.total(terms), 1)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count again."""
        for done, session in sessions_of(w, p):
            found = Counter(variant(i.exercise, p.catalog) for i in done.work
                            if not p.pinned(session, i.exercise.id))
            says = [names(i.exercise for i in done.work if variant(i.exercise, p.catalog) == kind)
                    for kind, n in found.items() if n > 1]
            spared = Counter(variant(i.exercise, p.catalog) for i in done.work) - found
            kept = "no lift in two variants" + (f" {SPARED}" if any(
                found[kind] + n > 1 for kind, n in spared.items()) else "")
            text = f"variants of one lift: {'; '.join(says)}" if says else kept
            yield Finding(done.id, text, over=sum(n - 1 for n in found.values()), asked=1,
                          reached=max(found.values(), default=0))
