"""A training log as plain values: sessions, entries, sets, and how it was read."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from planner.catalog.words import Id, Model, Versioned

AppId = Literal["strong", "hevy", "fitnotes", "stronglifts", "share_text", "coach"]
SetKind = Literal["warm_up", "work", "drop", "failure"]
Unit = Literal["kg", "lb"]
UNITS: tuple[Unit, ...] = ("kg", "lb")


class LoggedSet(Model):
    """One set as it was done.

    Attributes
    ----------
    reps
        Whole repetitions; None where the set has none, such as a hold.
    load_kg
        What was on the bar, the stack or the belt; None for the body alone, negative where weight
        was taken off.
    hold_s
        The seconds it lasted: a hold, a carry, a run.
    rpe, rir
        The effort as written, from 1 to 10, and the repetitions in reserve that it says.
    """

    kind: SetKind = "work"
    reps: int | None = None
    load_kg: float | None = None
    hold_s: int | None = None
    distance_m: float | None = None
    rpe: float | None = None
    rir: float | None = None


class LoggedEntry(Model):
    """One exercise of a session.

    Attributes
    ----------
    exercise
        Its id in the catalogue, None where the name is unknown.
    name
        As written.
    superset
        A letter that it shares with what was done in turn with it.
    """

    exercise: Id | None
    name: str
    superset: str | None = None
    notes: str = ""
    sets: tuple[LoggedSet, ...]


class LoggedSession(Model):
    """One session, its entries in the order they were done.

    Attributes
    ----------
    start, end
        By the clock on the wall, without a zone; a date alone where no time is written, None where
        nothing is.
    """

    title: str = ""
    start: date | datetime | None = None
    end: datetime | None = None
    notes: str = ""
    entries: tuple[LoggedEntry, ...]


class ReadName(Model):
    """A name of the log, and what it was read as.

    Attributes
    ----------
    exercise
        None where it is unknown.
    nearest
        For an unknown name, the names of exercises that look most like it.
    sets, line
        How many sets have it, and the line where it stands first.
    """

    name: str
    exercise: Id | None = None
    nearest: tuple[str, ...] = ()
    sets: int
    line: int


class SkippedRow(Model):
    """A row that holds no set, and why it was left out."""

    line: int
    reason: str


class Report(Model):
    """How a log was read.

    Attributes
    ----------
    rows
        The rows of the file below its header, or the lines with sets of a text.
    units
        Those the loads are written in; they are read as kilograms.
    mapped, unsure, unknown
        Names found in the catalogue; found by a looser reading, to be looked at; not found.
    assumed
        What the file does not say and was taken for granted, in sentences.
    """

    rows: int
    units: tuple[Unit, ...] = ()
    mapped: tuple[ReadName, ...] = ()
    unsure: tuple[ReadName, ...] = ()
    unknown: tuple[ReadName, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    assumed: tuple[str, ...] = ()


class Log(Versioned):
    """What was trained, as another app has written it down.

    Attributes
    ----------
    app
        The app whose format it is; ``share_text`` is what apps put on the clipboard, ``coach`` what
        was logged here.
    sessions
        From the first to the last.
    unknown
        The names that the catalogue does not know, as written.
    report
        How each name was read, what was left out and what was assumed.
    """

    schema_: Literal["log/1"] = Field(default="log/1", alias="schema")
    app: AppId
    sessions: tuple[LoggedSession, ...]
    unknown: tuple[str, ...] = ()
    report: Report
