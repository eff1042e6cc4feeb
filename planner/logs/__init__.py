"""Training logs: what was done, as other apps export it.

``read_log`` knows a format by its header. Each app has a file in ``apps`` that turns rows into
sets; names, sessions and the report are made in one place for all of them.
"""

from __future__ import annotations

from planner.logs.log import Log
from planner.logs.read import read_log

__all__ = ["Log", "read_log"]
