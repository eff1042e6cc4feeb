"""Set notation: workouts as people write them, one line an exercise (contract section 7).

``read`` turns text into sessions of entries, ``write`` turns entries into text
that reads back the same. What a line leaves out is filled in: the reserve from
the scheme of the goal, sets to failure from what the level is expected to
manage, and stretches without a time share three minutes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

from catalog import Catalog, Exercise
from catalog.names import NameIndex
from catalog.schema import PHASES, Goal, Level, Phase
from catalog.strict_yaml import StrictYamlError, load
from planner.dose import Dose, expected, half_up
from planner.errors import InputError
from planner.notation_line import MAX_REPS, Heading, Line, clean, has_sets, heading, parse, short
from planner.plan import Parts

MAX_BYTES = 1_000_000
MAX_ENTRIES = 1000
STRETCH_S = 180
"""What stretches without a written time share: the usual three minutes."""
LONG_S = 180
"""From here on a time without sets is light cardio rather than one long set."""

_DAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:(?<=mon|fri|sun)(?:days?)?|(?<=tue)(?:s|sdays?)?" \
       r"|(?<=wed)(?:s|nesdays?)?|(?<=thu)(?:r|rs|rsdays?)?|(?<=sat)(?:urdays?)?)"
_SEP = r"\.?\s*(?:[:,|(-]+\s*(?P<title>.*)|$)"
_NAMED_DAY = re.compile(rf"{_DAY}{_SEP}", re.IGNORECASE)
_COUNTED_DAY = re.compile(rf"(?:day|session|workout)\s+(?:[0-9]{{1,2}}|[a-z]){_SEP}", re.I)
_REQUEST = re.compile(r"\s*#\s*request\s*:(.*)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_OR = re.compile(r"\s*/\s*|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+\+\s+", re.IGNORECASE)


class Written(Protocol):
    """What ``write`` needs of an entry; a load and a rest are written where there are any."""

    @property
    def exercise(self) -> Exercise: ...  # noqa: D102
    @property
    def phase(self) -> Phase: ...  # noqa: D102
    @property
    def sets(self) -> int: ...  # noqa: D102
    @property
    def dose(self) -> Dose: ...  # noqa: D102
    @property
    def superset(self) -> str | None: ...  # noqa: D102
