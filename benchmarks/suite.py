"""The list of instances: what is measured, and with what it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FOLDER = HERE / "instances"
PLANS = FOLDER / "plans"
INDEX = HERE / "instances.yaml"

PLANNED = ("article", "gym", "week")
"""Kinds that are planned: the article's sessions, sessions of some length, weeks."""

LIVING = ("swap", "replan", "why_not", "alternatives")
"""Kinds that begin with a finished plan instead of a request."""


@dataclass(frozen=True)
class Instance:
    """A frozen request, or a question about a frozen plan.

    Attributes
    ----------
    asks
        What is asked about a plan, as arguments of the public function.
    """

    id: str
    asks: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What it is for: article, gym, week, infeasible, or a kind of question about a plan."""
        return next((k for k in LIVING if self.id.startswith(f"{k}_")), self.id.split("_")[0])

    @property
    def base(self) -> str:
        """The request behind it: ``week_4x60_hypertrophy`` of a swap in that week."""
        return self.id.removeprefix(f"{self.kind}_") if self.kind in LIVING else self.id

    @property
    def path(self) -> Path:
        """Its request file, or its plan."""
        if self.kind in LIVING:
            return PLANS / f"{self.base}.json"
        return FOLDER / f"{self.id}.yaml"


def instances() -> list[Instance]:
    """Return all instances in the order of the index."""
    rows = yaml.safe_load(INDEX.read_text(encoding="utf-8"))
    return [Instance(row["id"], row.get("asks", {})) for row in rows]


def chosen(kinds: Sequence[str], globs: Sequence[str] = ()) -> list[Instance]:
    """Return the instances of some kinds that any of the patterns names, all without one."""
    return [i for i in instances() if i.kind in kinds
            and (not globs or any(fnmatch(i.id, g) for g in globs))]
