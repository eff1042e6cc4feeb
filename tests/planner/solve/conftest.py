"""A few well-known exercises, planned from in no time."""

from tests.planner.living.conftest import few

__all__ = ["few"]
