"""The small plans of the questions, to search from."""

from tests.planner.answers.conftest import few, planned, week

__all__ = ["few", "planned", "week"]
