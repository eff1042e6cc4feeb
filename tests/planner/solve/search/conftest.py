"""The small plans of the questions, to search from."""

from tests.planner.living.conftest import few, planned, week

__all__ = ["few", "planned", "week"]
