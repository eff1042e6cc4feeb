"""What a plan is known by in programs that keep it: the same request, the same name."""

from __future__ import annotations

import json
from hashlib import sha256

from planner.plans.schema import Plan


def identity(plan: Plan, title: str) -> str:
    """Return 32 hexadecimal digits that stand for what a plan was asked to be.

    Limits and seed do not count, and neither do the exercises: a plan in which
    one was swapped is still the plan that a calendar already holds. A title
    of its own makes it another one: for another person, or another month.
    """
    asked = plan.request.model_dump(mode="json", exclude={"limits", "seed"})
    text = json.dumps([title, asked], sort_keys=True, ensure_ascii=False)
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]
