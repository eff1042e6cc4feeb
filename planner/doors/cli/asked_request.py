"""The request of a command line: its options, then its file, then the profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.catalog import Catalog
from planner.doors.cli.clock import tell_clock, with_own_clock
from planner.doors.cli.profile import Merged, You, merged, tell
from planner.doors.cli.request_fields import nothing_to_plan, placed_field, request_fields
from planner.request.files import Document, request_of
from planner.request.request import Request


@dataclass(frozen=True)
class AskedRequest:
    """A request, and where its fields come from.

    Attributes
    ----------
    document
        Its file, None without one.
    mine
        The fields that options have set.
    both
        The file's fields with those of the profile below them.
    """

    request: Request
    document: Document | None
    mine: set[str]
    both: Merged

    def placed(self, error: Exception) -> Exception:
        """Give a wrong field the place where it was said."""
        return placed_field(error, self.document, self.mine, self.both)


def asked_request(given: Mapping[str, Any], document: Document | None, asks: You,
                  catalog: Catalog) -> AskedRequest:
    """Return the request that options, a file and the profile make together.

    What was taken from the profile and from the log is told.

    Raises
    ------
    InputError
        A field is wrong, with the place where it was said; or nothing says when to train.
    """
    both = merged(document.data if document else None, asks, catalog)
    fields, mine = request_fields(given, both.data, asks.unit, asks.usual_minutes)
    if document is None and not fields.get("sessions"):
        raise nothing_to_plan()
    try:
        asked = request_of(fields)
    except Exception as error:
        raise placed_field(error, document, mine, both) from None
    asked, clock = with_own_clock(asked, asks, catalog, given["no_clock"])
    tell(both.file, both.filled() - mine - ({"clock"} if given["no_clock"] else set()))
    tell_clock(clock)
    return AskedRequest(asked, document, mine, both)
