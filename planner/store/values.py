"""What the store gives: plain values with the numbers under which they are kept."""

# No annotations from __future__ where there are models: see `planner.catalog.words`.

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from planner.catalog.words import Id, Model, Versioned
from planner.logs.log import AppId, Log, LoggedEntry, LoggedSession, LoggedSet
from planner.plans.schema import Plan

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Source = Literal["import", "plan", "hand"]


class Athlete(Model):
    """Somebody who trains.

    Attributes
    ----------
    made_at
        When the store got to know them, in UTC.
    """

    id: int
    name: Name
    made_at: datetime


class KeptSet(LoggedSet):
    """A set of the store.

    Attributes
    ----------
    load
        The load as it was written, with its unit: ``225 lb``; ``-20 kg`` was taken off.
    """

    load: str | None = None


class KeptEntry(LoggedEntry):
    """An entry of the store."""

    sets: tuple[KeptSet, ...]


class KeptSession(LoggedSession):
    """A session of the store.

    Attributes
    ----------
    id
        Its number. A correction gets a number of its own; the old one leads to it.
    source
        Whether it was imported, done as planned, or written by hand.
    app
        The app it was imported from.
    plan, planned
        The number of the plan it belongs to, and the id of its session there.
    written_at
        When it was written down, in UTC.
    superseded_by
        The number of what took its place; None for what counts.
    removed_at
        When it was removed, in UTC.
    """

    id: int
    source: Source = "hand"
    app: AppId | None = None
    plan: int | None = None
    planned: str | None = None
    written_at: datetime
    superseded_by: int | None = None
    removed_at: datetime | None = None
    entries: tuple[KeptEntry, ...]


class KeptLog(Log):
    """The log of the store: a log like any other, whose sessions have numbers."""

    sessions: tuple[KeptSession, ...]


class KeptPlan(Model):
    """A plan of the store.

    Attributes
    ----------
    current
        Whether it is the one that is followed.
    """

    id: int
    written_at: datetime
    current: bool
    plan: Plan


class NewMeasurement(Model):
    """Something measured of an athlete.

    Attributes
    ----------
    kind
        What: ``bodyweight``, ``readiness``, ``sleep_h``.
    at
        By the clock on the wall.
    value, unit
        As written: ``82.4`` and ``kg``; a mark without a unit.
    """

    kind: Id
    at: date | datetime
    value: Annotated[str, StringConstraints(pattern=r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$")]
    unit: Annotated[str, StringConstraints(max_length=20)] = ""
    notes: Annotated[str, StringConstraints(max_length=2000)] = ""


class Measurement(NewMeasurement):
    """A measurement of the store; measured again at the same time, the later one counts."""

    id: int
    written_at: datetime
    superseded_by: int | None = None


class Imported(Model):
    """What an import did, in sessions and sets.

    Attributes
    ----------
    new, known
        Sessions that were not there yet, and that were.
    changed
        Sessions that had changed in the file since, and took the place of what was there.
    kept
        Sessions that had changed in the file, but were corrected or removed here: those stay.
    sets, new_sets
        Sets of the file, and how many of them were not there yet.
    unknown
        Names that the catalogue does not know; they are kept as written.
    """

    new: int = 0
    known: int = 0
    changed: int = 0
    kept: int = 0
    sets: int = 0
    new_sets: int = 0
    unknown: tuple[str, ...] = ()


class ImportNote(Model):
    """That something was imported."""

    at: datetime
    app: AppId
    sessions: int
    sets: int
    new_sets: int


class AthleteExport(Versioned):
    """All that the store has about an athlete, what was corrected or removed included."""

    schema_: Literal["athlete/1"] = Field(default="athlete/1", alias="schema")
    athlete: Athlete
    plans: tuple[KeptPlan, ...] = ()
    sessions: tuple[KeptSession, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    imports: tuple[ImportNote, ...] = ()
