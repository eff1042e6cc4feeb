"""Options of an export: what is taken, and the sentence for what is not."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import pytest

from planner.request.errors import InputError
from planner.show.export_options import Options, options


def test_defaults() -> None:
    """Nothing said is everything by default; None says nothing."""
    assert options({}) == options({"start": None, "zone": None}) == Options()


def test_texts_and_values_are_the_same() -> None:
    """A command line has texts, a program values."""
    said = options({"start": "2026-12-01T18:00", "at": {"sat": "10:00"}, "sessions": "mon"})

    assert said == options({"start": datetime(2026, 12, 1, 18), "at": {"sat": time(10)},
                            "sessions": ("mon",)})


@pytest.mark.parametrize(("given", "message"), [
    ({"titel": "x"}, "options: unknown option 'titel'; did you mean 'title'?"),
    ({"title": 3}, "title: expected a text of at most 1000 characters"),
    ({"title": "x" * 1001}, "title: expected a text of at most 1000 characters"),
    ({"sessions": 3}, "sessions: expected ids of sessions, such as mon, found 3"),
    ({"start": "tomorrow"},
     "start: 'tomorrow' is no time; write a local time such as 2026-12-01T18:00"),
    ({"start": "2026-12-01"},
     "start: '2026-12-01' has no time of day; write a local time such as 2026-12-01T18:00"),
    ({"start": 18}, "start: expected a time, found 18; write a local time such as "
                    "2026-12-01T18:00"),
    ({"start": "2026-12-01T18:00+01:00"},
     "start: a time with an offset; write the local time, and the zone by its name, such as "
     "Europe/Berlin"),
    ({"at": "10:00"}, "at: expected times by session, such as mon_2: 18:00"),
    ({"at": {"sat": "ten"}}, "at: 'ten' is no time of day; write 18:00"),
    ({"at": {"sat": "10:00+01:00"}}, "at: '10:00+01:00' is no time of day; write 18:00"),
    ({"zone": "Europe/Berln"}, "zone: unknown time zone 'Europe/Berln'; did you mean "
                               "'Europe/Berlin'?"),
    ({"weeks": 0}, "weeks: expected a whole number from 1 to 52, found 0"),
    ({"weeks": True}, "weeks: expected a whole number from 1 to 52, found True"),
    ({"revision": -1}, "revision: expected a whole number from 0 to 1000000, found -1"),
])
def test_refused(given: Any, message: str) -> None:
    """Every mistake is a sentence that names the option and says what would be right."""
    with pytest.raises(InputError) as error:
        options(given)

    assert str(error.value) == message


@pytest.mark.parametrize("zone", ["../../etc/passwd", "", "/etc/localtime", 3])
def test_a_zone_is_a_name(zone: Any) -> None:
    """A path or anything else is no zone."""
    with pytest.raises(InputError, match="unknown time zone"):
        options({"zone": zone})
