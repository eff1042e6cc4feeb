"""What an argument of a question is, whichever way it comes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["plan", "request", "workout", "id", "ids", "text", "texts", "whole", "seconds",
               "range", "minutes", "times", "flag"]
"""What a value is: a file's content; an id or several; a text; a number; two numbers as
``20..90``; a number or a time of day by session as ``sat=35``; yes or no."""

REQUIRED: Any = object()
"""In the place of a default."""


@dataclass(frozen=True)
class Argument:
    """One argument.

    Attributes
    ----------
    name
        As in Python and in JSON.
    says
        What it is, in one sentence.
    default
        What it is where it is not given.
    flag, also, short, metavar
        How it stands on the command line, where that does not follow from name and kind; ``also``
        is another flag for the same.
    positional
        Whether it stands there without a flag; files always do where they have no default.
    hidden
        Whether the command line's help leaves it out.
    least, most
        Bounds of a number.
    """

    name: str
    kind: Kind
    says: str
    default: Any = REQUIRED
    flag: str = ""
    also: str = ""
    short: str = ""
    metavar: str = ""
    positional: bool = False
    hidden: bool = False
    least: float | None = None
    most: float | None = None

    @property
    def required(self) -> bool:
        """Whether it has to be given."""
        return self.default is REQUIRED

    @property
    def file(self) -> bool:
        """Whether it is what a file holds."""
        return self.kind in ("plan", "request", "workout")

    @property
    def option(self) -> str:
        """The flag on the command line."""
        return self.flag or f"--{self.name.replace('_', '-')}"


def python_type(argument: Argument) -> Any:
    """Return the type of an argument's value in Python and in JSON."""
    from planner.plans.schema import Plan
    from planner.request.request import Request

    types: dict[Kind, Any] = {
        "plan": Plan, "request": Request, "workout": Plan | str, "id": str, "text": str,
        "ids": tuple[str, ...], "texts": tuple[str, ...], "whole": int, "seconds": float,
        "range": tuple[int, int], "minutes": dict[str, int], "times": dict[str, str],
        "flag": bool}
    found = types[argument.kind]
    return found | None if argument.default is None else found
