"""Places that a test says in a few words, and plate sets that nobody chose."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from planner.request.mass import Mass
from planner.request.place import Weights

tried = settings(max_examples=300, derandomize=True, deadline=None, database=None)
"""A property is tried on the same examples, however long they take."""

HOME = {"bars": {"barbell": "20"}, "plates": {"10": 2, "5": 2, "2.5": 2, "1.25": 4}}
POUNDS = {"bars": {"barbell": "45 lb"},
          "plates": {"45 lb": 4, "25 lb": 2, "10 lb": 2, "5 lb": 2, "2.5 lb": 2}}


def weights(**fields: Any) -> Weights:
    """Return what a place has to load with, from words and numbers."""
    return Weights.model_validate(fields)


masses = st.builds(
    lambda thousandths, unit: Mass(f"{thousandths / 1000:.3f}", unit),
    st.one_of(st.sampled_from([500, 1250, 2500, 5000, 10000, 15000, 20000, 25000, 45000]),
              st.integers(1, 30_000)),
    st.sampled_from(["kg", "lb"]))
counts = st.dictionaries(masses, st.integers(0, 5), min_size=0, max_size=5).map(
    lambda found: tuple(sorted(found.items())))
