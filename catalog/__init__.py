"""The catalogue of exercises and everything else a coach may edit."""

from __future__ import annotations

from catalog.errors import CatalogError
from catalog.load import load
from catalog.model import Catalog
from catalog.schema import Exercise

__all__ = ["Catalog", "CatalogError", "Exercise", "load"]
