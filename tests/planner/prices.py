"""A catalogue with other prices, so that a number derived by hand stays what it is."""

from __future__ import annotations

from planner.catalog import Catalog


def with_prices(catalog: Catalog, **points: int) -> Catalog:
    """Return the catalogue with some prices of the quality tier replaced."""
    assert points.keys() <= catalog.price_by_id.keys()
    return catalog.model_copy(update={"quality": tuple(
        row.model_copy(update={"points": points.get(row.id, row.points)})
        for row in catalog.quality)})


def free_of_charge(catalog: Catalog, **points: int) -> Catalog:
    """Return the catalogue with nothing but these prices: all others are 0."""
    return with_prices(catalog, **{**dict.fromkeys(catalog.price_by_id, 0), **points})
