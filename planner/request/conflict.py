"""Why there is no plan: the rules that clash and the verified ways out."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from planner.catalog.words import Model, Versioned


class Clash(Model):
    """One rule at one place that takes part in the conflict."""

    rule: str
    where: str
    says: str


class Repair(Model):
    """A change of the request that makes a plan possible; verified by solving again."""

    says: str
    change: dict[str, Any]


class Conflict(Versioned):
    """A minimal set of rules that cannot hold together, and the cheapest repairs."""

    schema_: Literal["conflict/1"] = Field(default="conflict/1", alias="schema")
    rules: tuple[Clash, ...]
    repairs: tuple[Repair, ...]

    def sentence(self) -> str:
        """Return the conflict in one sentence."""
        clash = "; ".join(f"{c.says} [{c.rule}, {c.where}]" for c in self.rules)
        return f"No plan can satisfy this request: {clash}."
