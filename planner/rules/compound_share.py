"""Most of the work is compound, where compounds can serve the goals."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def asked_share(p: Problem, session: SessionProblem) -> int | None:
    """Return the percentage of compound sets asked of a session, if any."""
    return p.once("compound_share", _asked_shares)[session.index]


def _asked_shares(p: Problem) -> list[int | None]:
    return [_asked_share(p, session) for session in p.sessions]


def _asked_share(p: Problem, session: SessionProblem) -> int | None:
    if p.main_class(session) is None:
        return None
    goals = [g for g in p.session_goals(session) if not _trunk(p, g)]
    compounds = [o.exercise for o in session.options if o.exercise.compound and not o.barred]
    served = sum(any(p.trains(e, g) for e in compounds) for g in goals)
    if not goals or 2 * served < len(goals):
        return None
    figures = p.setting("compound_share").figures
    return int(figures.get(p.request.goal, figures["others"]))


class CompoundShare:
    """Compounds make 60 / 50 / 40 % of the work sets; class core and includes left out."""

    id = "compound_share"
    by_session = True

    def build(self, m: Build) -> None:
        """Weigh sets: a compound's share above the mark pays for the others below it."""
        for session in m.problem.sessions:
            share = asked_share(m.problem, session)
            if share is not None:
                terms = [(share - (100 if o.exercise.compound else 0), m.n(o))
                         for o in session.options if _counts(o)]
                m.keep(session.id, m.total(terms), 0, unit=100)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count sets again."""
        for done, session in sessions_of(w, p):
            if "equipment" in p.unknown:
                yield Finding(done.id, "the equipment at hand is not known",
                              status="not_judged")
                continue
            share = asked_share(p, session)
            if share is None:
                yield Finding(done.id, "compounds cannot serve half of the goals",
                              status="not_applicable")
                continue
            compound = other = 0
            for entry in done.work:
                if entry.exercise.compound and not entry.exercise.core:
                    compound += entry.sets
                elif not entry.exercise.core and not p.pinned(session, entry.exercise.id):
                    other += entry.sets
            total = compound + other
            reached = 100 * compound / total if total else 100.0
            short = max(0, share * total - 100 * compound)
            yield Finding(done.id, f"{reached:.0f} % of the sets are compound, {share} % asked",
                          over=-(-short // 100), asked=share, reached=round(reached, 1))


def _trunk(p: Problem, goal: str) -> bool:
    muscle = p.catalog.muscle_by_id.get(goal)
    group = p.catalog.group_by_id.get(muscle.group if muscle is not None else goal)
    return group is not None and group.trunk


def _counts(option: Option) -> bool:
    exercise = option.exercise
    return not exercise.core and (exercise.compound or not option.pinned)
