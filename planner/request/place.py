"""A place to train at: its equipment, and the weights that can be put together there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planner.catalog.words import Id, Model
from planner.request.mass import Mass


class Ladder(Model):
    """Weights in equal steps: dumbbells from 2 to 40 kg by 2, a stack from 5 to 100 by 5.

    Attributes
    ----------
    add_ons
        Small weights that can be laid upon any step, each once.
    """

    lowest: Mass
    highest: Mass
    step: Mass
    add_ons: tuple[Mass, ...] = ()


class Weights(Model):
    """What a place has to load with.

    Attributes
    ----------
    bars
        The bars, by name (``barbell``, ``ez_bar``, ``trap_bar``), without plates.
    plates
        How many plates of each mass there are, all told; a barbell takes them in pairs.
    dumbbells, kettlebells
        The single ones, or a ladder of them; a dumbbell exercise takes two of one mass.
    stack
        The steps of the machines and cables.
    own_stacks
        Exercises with another stack than the usual one.
    collars
        What both collars of a bar weigh together.
    """

    bars: dict[Id, Mass] = {}
    plates: dict[Mass, Annotated[int, Field(ge=0, le=100)]] = {}
    dumbbells: tuple[Mass, ...] | Ladder = ()
    kettlebells: tuple[Mass, ...] | Ladder = ()
    stack: Ladder | None = None
    own_stacks: dict[Id, Ladder] = {}
    collars: Mass = Mass(0)


class Place(Model):
    """A place: equipment as in a request, and its weights.

    Attributes
    ----------
    weights
        None where nothing is said: the usual steps of the catalogue.
    """

    equipment: tuple[Id, ...] = ("gym",)
    weights: Weights | None = None
