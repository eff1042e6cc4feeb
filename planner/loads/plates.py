"""Which plates a load is made of, for people who stand before the bar."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from planner.catalog import Catalog
from planner.catalog.words import Model, Versioned
from planner.loads.kit import carried, unit_of, usual_bar, usual_steps
from planner.loads.load import Load
from planner.loads.loadable import Loadable, Plated
from planner.request.errors import InputError, nearest
from planner.request.mass import Mass, Unit
from planner.request.place import Weights


class Put(Model):
    """A load as it is put together.

    Attributes
    ----------
    load
        In the unit of the weights: ``102.5 kg``.
    plates
        Those of one side, or all of them where there is one side.
    says
        ``25 + 15 + 1.25 a side``; nothing for a single weight.
    """

    load: str
    load_kg: float
    bar: str | None = None
    plates: tuple[str, ...] = ()
    says: str = ""


class Weighed(Model):
    """A load that was asked for, and the nearest that there are.

    Attributes
    ----------
    exact
        Whether it can be loaded; ``below`` and ``above`` are the same then.
    """

    asked: str
    exact: bool
    below: Put | None
    above: Put | None

    @property
    def nearest(self) -> Put | None:
        """The nearer one, the lighter of two that are as near."""
        below, above = self.below, self.above
        if below is None or above is None:
            return below or above
        asked = Mass.read(self.asked).kg
        return above if above.load_kg - asked < asked - below.load_kg else below


class Plates(Versioned):
    """What loads are made of.

    Attributes
    ----------
    on
        What carries them: ``barbell``, ``ez_bar``, ``dumbbells``.
    """

    schema_: Literal["plates/1"] = Field(default="plates/1", alias="schema")
    on: str
    loads: tuple[Weighed, ...]


def plates(loads: tuple[Mass, ...], catalog: Catalog, on: str = "barbell",
           weights: Weights | None = None, bar: Mass | None = None) -> Plates:
    """Return what loads are made of, on a thing that is loaded.

    Parameters
    ----------
    on
        The id of the equipment.
    weights
        Of the place; the usual bars and plates of a gym where nothing is said.
    bar
        What the bar weighs, where it's another one.
    """
    unit = loads[0].unit if weights is None and loads else unit_of(weights or Weights())
    there = _there(on, weights, unit, bar, catalog)
    return Plates(on=on, loads=tuple(_weighed(mass, there) for mass in loads))


def _there(on: str, weights: Weights | None, unit: Unit, bar: Mass | None,
           catalog: Catalog) -> Loadable:
    carrier = next((c for c in catalog.loads.carriers if c.id == on), None)
    if carrier is None:
        known = [c.id for c in catalog.loads.carriers]
        raise InputError(f"{on!r} is nothing that is loaded; {nearest(on, known)}", "on")
    plated = carrier.loaded in ("pairs", "end", "hung")
    if bar is not None and not plated:
        raise InputError(f"{on!r} has no bar", "bar")
    if bar is not None:
        given = weights or Weights()
        weights = given.model_copy(update={"bars": {**given.bars, on: bar}})
    found = None if weights is None else carried(carrier, weights, catalog)
    if found is None:
        return usual_bar(on, unit, catalog) if plated else usual_steps(unit, catalog)
    return found


def _weighed(mass: Mass, there: Loadable) -> Weighed:
    below, above = there.down(mass.exact_grams), there.up(mass.exact_grams)
    exact = below is not None and below.grams == mass.exact_grams
    return Weighed(asked=str(mass), exact=exact, below=_put(below, there), above=_put(above, there))


def _put(load: Load | None, there: Loadable) -> Put | None:
    if load is None:
        return None
    bar = there.bar if isinstance(there, Plated) and there.bar.exact_grams > Decimal(0) else None
    return Put(load=str(load), load_kg=load.kg, bar=None if bar is None else str(bar),
               plates=tuple(str(plate) for plate in load.plates), says=load.plates_said)
