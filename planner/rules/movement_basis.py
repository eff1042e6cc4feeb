"""A whole-body week has every basic movement."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem import Problem
from planner.rules.base import Build, Finding, visits
from planner.standing import staples_of
from planner.workout import Workout


def movements(p: Problem) -> dict[str, frozenset[tuple[int, str]]]:
    """Return what counts for each basic movement that a week can have: by session, its staples.

    Nothing is asked with a focus, or of a single session.
    """
    return p.once("movement_basis", _movements)


def _movements(p: Problem) -> dict[str, frozenset[tuple[int, str]]]:
    if p.request.focus or len(p.sessions) == 1 or any(s.own_focus for s in p.sessions):
        return {}
    bases = sorted({row.basis for row in p.catalog.patterns if row.basis is not None})
    found = {basis: frozenset((s.index, name) for s in p.sessions
                              for name in staples_of(p, s, basis)) for basis in bases}
    return {basis: ids for basis, ids in found.items() if ids}


class MovementBasis:
    """Squat, hinge, horizontal and vertical push and pull: the staple of each, at least once."""

    id = "movement_basis"

    def build(self, m: Build) -> None:
        """Take at least one exercise of each movement."""
        for _, ids in sorted(movements(m.problem).items()):
            taken = [m.x(o) for s in m.problem.sessions for o in s.options
                     if (s.index, o.id) in ids]
            m.keep("week", 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Name the movements that are missing."""
        asked = movements(p)
        if not asked:
            yield Finding("week", "not a whole-body week", status="not_applicable")
            return
        done = {(session.index, item.exercise.id) for visit, session in visits(w, p)
                for item in visit.work}
        missing = [b.replace("_", " ") for b in sorted(asked) if not asked[b] & done]
        yield Finding("week", ("missing: " + ", ".join(missing)) if missing else
                      "every basic movement is there", over=len(missing), asked=len(asked),
                      reached=len(asked) - len(missing))
