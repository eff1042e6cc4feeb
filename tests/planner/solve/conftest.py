"""A few well-known exercises, planned from in no time."""

from tests.planner.answers.conftest import few

__all__ = ["few"]
