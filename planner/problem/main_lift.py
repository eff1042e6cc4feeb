"""The lift that a session is built on."""

from __future__ import annotations

from planner.problem.problem import Problem, SessionProblem

GOALS = ("strength", "hypertrophy", "health")
"""Goals whose sessions have a main lift."""


def asked_class(p: Problem, session: SessionProblem) -> str | None:
    """Return the class of compound that a session must have, or None."""
    long_enough = session.minutes >= p.setting("main_lift").figures["from_minutes"]
    if p.request.goal not in GOALS or not long_enough:
        return None
    return p.main_class(session)
