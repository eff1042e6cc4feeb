"""When the sessions of a plan begin."""

from __future__ import annotations

from datetime import datetime, timedelta

from planner.plans.schema import Plan, PlanSession
from planner.request.errors import InputError, nearest
from planner.request.request import DAYS
from planner.show.export_options import Options

LATER = timedelta(hours=3)
LAST_YEAR = 9000
"""Weeks after it still have dates."""
"""How long after the one before the next session of a day begins, where nobody says."""


def check_sessions(plan: Plan, options: Options) -> None:
    """Refuse options that name a session which the plan does not have."""
    known = [s.id for s in plan.sessions]
    for option, names in (("sessions", options.sessions), ("at", options.at)):
        for name in names:
            if name not in known:
                raise InputError(f"no session {name!r}; {nearest(name, known)}", option)


def starts_of(plan: Plan, options: Options) -> dict[str, datetime]:
    """Return when each session begins, by id; empty without a start.

    The second session of a day begins three hours after the first, or right
    after it where the day would be over.
    """
    if options.start is None:
        return {}
    if options.start.year > LAST_YEAR:
        raise InputError(f"expected a year up to {LAST_YEAR}, found {options.start.year}", "start")
    first = DAYS.index(plan.sessions[0].day)
    starts: dict[str, datetime] = {}
    before: PlanSession | None = None
    for session in plan.sessions:
        start = options.start + timedelta(days=DAYS.index(session.day) - first)
        if before is not None and before.day == session.day:
            start = _after(starts[before.id], before, session, plan)
        if session.id in options.at:
            start = datetime.combine(start.date(), options.at[session.id])
        starts[session.id] = start
        before = session
    return starts


def length_s(session: PlanSession, plan: Plan) -> int:
    """Return the seconds of a session at the request's pace."""
    return int(getattr(session.seconds, plan.request.pace))


def _after(began: datetime, before: PlanSession, session: PlanSession, plan: Plan) -> datetime:
    start = began + LATER
    if (start + timedelta(seconds=length_s(session, plan))).date() == began.date():
        return start
    return began + timedelta(minutes=-(-length_s(before, plan) // 60))
