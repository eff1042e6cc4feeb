"""The catalogue of exercises and everything else a coach may edit."""

from __future__ import annotations

from planner.catalog.errors import CatalogError
from planner.catalog.load import load
from planner.catalog.model import Catalog
from planner.catalog.schema import Exercise

__all__ = ["Catalog", "CatalogError", "Exercise", "load"]
