"""A whole-body week has every basic movement, a focus those that serve it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem, SessionProblem
from planner.problem.suitability import staples_of
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def movements(p: Problem) -> dict[str, frozenset[tuple[int, str]]]:
    """Return what counts for each basic movement that is asked for: by session, its staples.

    A week is asked for all, and so is a long single session; a focus for those whose staples
    train it directly, in a longer week for the rest of the body as well.
    """
    return p.once("movement_basis", _movements)


def _movements(p: Problem) -> dict[str, frozenset[tuple[int, str]]]:
    bases = sorted({row.basis for row in p.catalog.patterns if row.basis is not None})
    figures, minutes = p.setting("movement_basis").figures, sum(s.minutes for s in p.sessions)
    single = len(p.sessions) == 1
    if single and not p.focused and minutes < figures["single_from_minutes"]:
        return {}
    some = p.own_focus or (p.focused and (single or minutes < figures["focus_from_minutes"]))
    found: dict[str, frozenset[tuple[int, str]]] = {}
    for basis in bases:
        ids = frozenset(
            (s.index, name) for s in p.sessions for name in staples_of(p, s, basis)
            if not some or _serves(p, s, name))
        if ids:
            found[basis] = ids
    return found


def _of_others(w: Workout, p: Problem) -> Iterator[str]:
    """Yield the movements of a text's compounds, whichever of them a plan of ours would take."""
    for _, entry in w.work():
        basis = p.catalog.pattern_by_id[entry.exercise.pattern].basis
        if entry.exercise.compound and basis is not None:
            yield basis


def _serves(p: Problem, session: SessionProblem, name: str) -> bool:
    exercise = p.catalog.exercise_by_id[name]
    return any(p.trains(exercise, goal) == 1.0 for goal in session.focus)


class MovementBasis:
    """Squat, hinge, horizontal and vertical push and pull, as far as they are asked for."""

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
            yield Finding("week", "a short session without a focus", status="not_applicable")
            return
        done = {(session.index, entry.exercise.id) for held, session in sessions_of(w, p)
                for entry in held.work}
        there = set(_of_others(w, p)) if p.unknown else set()
        missing = [b.replace("_", " ") for b in sorted(asked) if not asked[b] & done
                   and b not in there]
        yield Finding("week", ("missing: " + ", ".join(missing)) if missing else
                      "every basic movement is there", over=len(missing), asked=len(asked),
                      reached=len(asked) - len(missing))
