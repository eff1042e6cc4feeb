"""The request of a plan on one line, for formats that are read back and judged by it."""

from __future__ import annotations

import json

from planner.plans.schema import Plan

LEFT_OUT = ("the request is that of the whole plan and is left out: the sessions that are written "
            "are judged by themselves")


def request_json(plan: Plan) -> str:
    """Return the request on one line, without what is a default anyway."""
    asked = plan.request.model_dump(mode="json", exclude_defaults=True)
    for session in asked["sessions"]:
        session.pop("id", None)
        if session.get("equipment") == list(plan.request.equipment):
            del session["equipment"]
    asked.pop("limits", None)
    return json.dumps(asked, ensure_ascii=False)
