"""The package's own errors. Every one names the place and what would be right.

PlannerError
├── InputError        a file, field or value is wrong            exit 2
├── Infeasible        no plan can satisfy the request            exit 3
├── NoPlanInTime      the limit passed before any plan           exit 4
└── PlanBug           the audit contradicts the solver (a bug)
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from planner.request.spoken import SYNONYMS, written

if TYPE_CHECKING:
    from planner.request.conflict import Conflict


class PlannerError(Exception):
    """Base of all errors of this package."""


class InputError(PlannerError):
    """Something that came in is wrong.

    Parameters
    ----------
    message
        One sentence: what was found and what would be right.
    where
        The place: a file with line and column, or the path of a field.
    """

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.message = message
        self.where = where

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """Keep the fields when the error comes from another process."""
        return type(self), (self.message, self.where)


class Infeasible(PlannerError):
    """No plan can satisfy the request.

    Parameters
    ----------
    conflict
        The rules that clash and the repairs that were verified.
    """

    def __init__(self, conflict: Conflict) -> None:
        super().__init__(conflict.sentence())
        self.conflict = conflict

    def __reduce__(self) -> tuple[type[Infeasible], tuple[Conflict]]:
        """Keep the conflict when the error comes from another process."""
        return type(self), (self.conflict,)


class NoPlanInTime(PlannerError):
    """The time limit passed before any plan was found."""


class PlanBug(PlannerError):
    """The audit contradicts the solver; never the user's fault."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``did you mean …?`` for an unknown name, or a list to choose from."""
    names = sorted(known)
    meant = next((word for word in SYNONYMS.get(str(written(name)), ()) if word in names), None)
    if meant is not None:
        return f"did you mean {meant!r}?"
    close = get_close_matches(name, names, n=1, cutoff=0.6) or get_close_matches(
        name.lower().replace(" ", "_").replace("-", "_"), names, n=1, cutoff=0.4
    )
    if close:
        return f"did you mean {close[0]!r}?"
    shown = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    return f"known are {shown}"
