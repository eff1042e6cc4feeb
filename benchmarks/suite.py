"""The list of instances: what is measured, and with which catalogue."""

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

LIVING = ("swap", "replan", "why_not", "alternatives")
"""Kinds that begin with a finished plan instead of a request."""


@dataclass(frozen=True)
class Instance:
    """A frozen request, or a question about a frozen plan, and the catalogue that it is for.

    Attributes
    ----------
    scarce
        Whether time is too short for the coverage goals, whatever is chosen.
    asks
        What is asked about a plan, as arguments of the public function.
    """

    id: str
    catalog: str = "own"
    scarce: bool = False
    asks: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What it is for: article, week, infeasible, or a kind of question about a plan."""
        return next((k for k in LIVING if self.id.startswith(f"{k}_")), self.id.split("_")[0])

    @property
    def base(self) -> str:
        """The request behind it: ``week_4x60_hypertrophy`` of a swap in that week."""
        return self.id.removeprefix(f"{self.kind}_") if self.kind in LIVING else self.id

    @property
    def name(self) -> str:
        """Its name on the command line and in the tables."""
        return f"{self.id}@{self.catalog}"

    @property
    def path(self) -> Path:
        """Its request file, or its plan."""
        if self.kind in LIVING:
            return PLANS / f"{self.base}.json"
        return FOLDER / f"{self.id}.yaml"


def instances(index: Path = INDEX) -> list[Instance]:
    """Return all instances in the order of the index."""
    rows = yaml.safe_load(index.read_text(encoding="utf-8"))
    return [Instance(row["id"], catalog, row.get("scarce", False), row.get("asks", {}))
            for row in rows for catalog in row.get("catalogs", ["own"])]


def chosen(globs: Sequence[str] = ()) -> list[Instance]:
    """Return the instances that any of the patterns names, all of them without one.

    A pattern is matched against ``week_4x60_hypertrophy@own`` and against the
    part before the ``@``.
    """
    return [i for i in instances() if not globs
            or any(fnmatch(i.name, g) or fnmatch(i.id, g) for g in globs)]
