"""The list of instances: what is measured, and with which catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FOLDER = HERE / "instances"
INDEX = HERE / "instances.yaml"


@dataclass(frozen=True)
class Instance:
    """A frozen request and one catalogue that it is planned with.

    Attributes
    ----------
    scarce
        Whether time is too short for the coverage goals, whatever is chosen.
    """

    id: str
    catalog: str = "own"
    scarce: bool = False

    @property
    def kind(self) -> str:
        """What it is for: article, week, infeasible or swap."""
        return self.id.split("_")[0]

    @property
    def name(self) -> str:
        """Its name on the command line and in the tables."""
        return f"{self.id}@{self.catalog}"

    @property
    def path(self) -> Path:
        """Its request file."""
        return FOLDER / f"{self.id}.yaml"


def instances(index: Path = INDEX) -> list[Instance]:
    """Return all instances in the order of the index."""
    rows = yaml.safe_load(index.read_text(encoding="utf-8"))
    return [Instance(row["id"], catalog, row.get("scarce", False))
            for row in rows for catalog in row.get("catalogs", ["own"])]


def chosen(globs: Sequence[str] = ()) -> list[Instance]:
    """Return the instances that any of the patterns names, all of them without one.

    A pattern is matched against ``week_4x60_hypertrophy@own`` and against the
    part before the ``@``.
    """
    return [i for i in instances() if not globs
            or any(fnmatch(i.name, g) or fnmatch(i.id, g) for g in globs)]
