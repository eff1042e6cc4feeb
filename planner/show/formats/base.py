"""What every format is: an id, its suffixes, and ``write``.

A format reads the sheet and nothing else. It imports what it needs when it
writes, so that looking a format up costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planner.show.export_options import Options
    from planner.show.view import Sheet


@dataclass(frozen=True)
class Export:
    """A finished file.

    Attributes
    ----------
    data
        The bytes of the file.
    losses
        What the format could not hold, a sentence each.
    """

    data: bytes
    losses: tuple[str, ...] = ()


class Format(Protocol):
    """A format that a plan can be written in.

    Attributes
    ----------
    id
        What ``--format`` says.
    suffixes
        What file names end in, the usual one first, dot and all.
    says
        What it is, in a few words.
    extra
        The extra that brings what it imports, None where it needs nothing.
    one_session
        Whether a file holds one session; a week is then a file for each.
    dated
        Whether it cannot be written without the time of the first session.
    """

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def suffixes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def says(self) -> str: ...  # noqa: D102
    @property
    def extra(self) -> str | None: ...  # noqa: D102
    @property
    def one_session(self) -> bool: ...  # noqa: D102
    @property
    def dated(self) -> bool: ...  # noqa: D102

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the file of a sheet; the same sheet and options give the same bytes."""
        ...


@dataclass(frozen=True)
class BaseFormat:
    """What is true of a format, with the usual answers; the formats here derive from it."""

    id: str
    suffixes: tuple[str, ...]
    says: str
    extra: str | None = None
    one_session: bool = False
    dated: bool = False
