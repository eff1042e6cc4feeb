"""The loads of a plan in somebody's unit. A plan itself keeps kilograms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.catalog import Catalog
from planner.catalog.words import LoadKind
from planner.loads.rounding import usual_kg
from planner.plans.progression import next_step
from planner.plans.schema import Entry, RampDose, RowDose
from planner.request.mass import Mass
from planner.request.request import Request
from planner.request.units import KG, Units
from planner.show import wording

_KILOGRAMS = re.compile(r"(?<![\w.])([0-9]+(?:\.[0-9]+)?)( ?)kg\b")

MOST_KG = 900
"""What is more than anybody lifts stays in kilograms."""


@dataclass(frozen=True)
class Scale:
    """What the loads of a plan are read off on.

    In pounds, what a maximum makes is rounded once, to the step of the place; what somebody wrote
    stays what it is.

    Attributes
    ----------
    request
        Of the plan, for its maxima. Where nobody knows it, a share and a load in whole plates
        are taken for what a maximum has made.
    """

    catalog: Catalog
    request: Request | None = None
    units: Units = KG

    def load(self, entry: Entry) -> str:
        """Return the load of an entry, ``60 kg``, its share of a maximum, or nothing."""
        if not self.units.pounds:
            return wording.load(entry)
        masses = [self.mass(entry, row) for row in entry.rows or (entry,)]
        if any(mass is None for mass in masses):
            one = self.mass(entry, entry)
            return wording.load(entry) if one is None else str(one)
        said = [str(mass).removesuffix(" lb") for mass in masses]
        return f"{'/'.join(said if len(set(said)) > 1 else said[:1])} lb"

    def mass(self, entry: Entry, row: Entry | RowDose) -> Mass | None:
        """Return what a row of an entry is loaded with, None where no load is known."""
        if row.load_kg is None or row.load_kg > MOST_KG:
            return None
        exact = self._exact_kg(entry.exercise, row)
        if exact is None:
            return self.units.written(row.load_kg)
        return self.units.rounded(exact, self.kind(entry))

    def ramp(self, entry: Entry) -> str:
        """Return ``ramp: 5 at 50 %, 3 at 85 %``, with loads where they are known."""
        if not self.units.pounds:
            return wording.ramp(entry.ramp)
        said = ", ".join(f"{r.reps} at {self.ramp_load(entry, r)}" for r in entry.ramp)
        return f"ramp: {said}" if said else ""

    def ramp_load(self, entry: Entry, ramp: RampDose) -> str:
        """Return the load of a ramp set, or its share of the working load."""
        if ramp.load_kg is None:
            return f"{ramp.percent} %"
        if not self.units.pounds or max(ramp.load_kg, entry.load_kg or 0) > MOST_KG:
            return f"{ramp.load_kg:g} kg"
        return str(self.ramp_mass(entry, ramp))

    def ramp_mass(self, entry: Entry, ramp: RampDose) -> Mass:
        """Return what a ramp set is loaded with, made of the working load and rounded once."""
        whole = self._exact_kg(entry.exercise, entry) or entry.load_kg
        kg = (ramp.load_kg or 0.0) if whole is None else whole * ramp.percent / 100
        return self.units.rounded(kg, self.kind(entry))

    def step(self, entry: Entry, request: Request) -> str:
        """Return the next step in a few words."""
        return next_step(entry, request, self.catalog, self.units)

    def sentence(self, text: str, entry: Entry) -> str:
        """Return a sentence on what to add, with what is added in the unit."""
        if not self.units.pounds:
            return text
        return _KILOGRAMS.sub(lambda found: found[0] if float(found[1]) > MOST_KG else str(
            self.units.added(float(found[1]), self.kind(entry))), text)

    def words(self, text: str) -> str:
        """Return a sentence on what somebody wrote, its loads in the unit."""
        if not self.units.pounds:
            return text
        return _KILOGRAMS.sub(lambda found: found[0] if float(found[1]) > MOST_KG else str(
            self.units.written(float(found[1]))).replace(" ", found[2]), text)

    def kind(self, entry: Entry) -> LoadKind:
        """Return what kind of load an exercise takes."""
        known = self.catalog.exercise_by_id.get(entry.exercise)
        return "none" if known is None else known.load

    def _exact_kg(self, exercise: str, row: Entry | RowDose) -> float | None:
        """Return a load before it was rounded to kilograms, None where a person wrote it."""
        if row.percent_1rm is None or row.load_kg is None:
            return None
        if self.request is None:
            return row.load_kg if usual_kg(row.load_kg, self.catalog) == row.load_kg else None
        known = self.request.maxes_kg.get(exercise)
        if known is None:
            return None
        exact = known * row.percent_1rm / 100
        return exact if usual_kg(exact, self.catalog) == row.load_kg else None
