"""How somebody's seconds differ from the catalogue's."""

# No annotations from __future__ where there are models, as in `planner.catalog.words`.

from typing import Annotated

from pydantic import Field

from planner.catalog.words import Model

LEAST, MOST = 0.5, 2.0
Factor = Annotated[float, Field(ge=LEAST, le=MOST, allow_inf_nan=False)]


class ClockFactors(Model):
    """Factors on the catalogue's seconds at every pace; 1 is the catalogue's own.

    Attributes
    ----------
    rest
        Of rests between sets, and before an exercise; a written rest is what it is.
    setup
        Of setting up, and of the way from exercise to exercise in a superset.
    warm_up
        Of the sets that lead up to a load. The minutes to raise and to mobilise are asked for.
    """

    rest: Factor = 1.0
    setup: Factor = 1.0
    warm_up: Factor = 1.0


AS_IT_IS = ClockFactors()
"""The catalogue's clock."""
