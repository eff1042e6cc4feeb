"""What is more than any log holds or anybody does."""

from __future__ import annotations

MAX_BYTES = 30_000_000
MAX_ROWS = 300_000
MAX_SETS = 500_000
MAX_CHARS = 10_000
"""Signs of one value, such as a note."""
MAX_NAME = 200
"""Signs of the name of an exercise or a session."""
MAX_NAMES = 5_000
"""Exercises of one log."""

MAX_REPS = 10_000
MAX_LOAD_KG = 2_000
MAX_SECONDS = 7 * 86_400
MAX_DISTANCE_M = 1_000_000

MAX_NEAREST = 40
"""Unknown names for which the nearest exercises are looked up, those with most sets first."""
