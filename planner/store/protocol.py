"""What a store can do, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import TracebackType
from typing import Protocol, Self

from planner.logs.log import Log, LoggedSession, Unit
from planner.plans.schema import Plan
from planner.store.values import (
    Athlete,
    AthleteExport,
    Imported,
    KeptLog,
    KeptPlan,
    KeptSession,
    Measurement,
    NewMeasurement,
    Source,
)


class Store(Protocol):
    """Athletes and what they train. Each call is one transaction: all of it is kept, or nothing.

    Several processes may use one store. An `InputError` says what is not there, and what cannot
    be read or written.
    """

    def athletes(self) -> tuple[Athlete, ...]:
        """Return everybody, by name."""

    def add_athlete(self, name: str) -> Athlete:
        """Add somebody; a name stands once, whatever its case."""

    def athlete(self, name: str | None = None) -> Athlete:
        """Return somebody by name; without a name the only one there is."""

    def put_plan(self, athlete: Athlete, plan: Plan) -> KeptPlan:
        """Keep a plan, which is followed from now on."""

    def plan(self, number: int) -> KeptPlan:
        """Return a plan by its number."""

    def current_plan(self, athlete: Athlete) -> KeptPlan | None:
        """Return the plan that is followed."""

    def add_session(self, athlete: Athlete, session: LoggedSession, units: Iterable[Unit] = (),
                    source: Source = "hand", planned: tuple[int, str] | None = None
                    ) -> KeptSession:
        """Keep a session.

        Parameters
        ----------
        units
            Those its loads are written in; kilograms where none is said.
        planned
            The number of a plan, and the id of the session in it.
        """

    def session(self, athlete: Athlete, number: int, newest: bool = True) -> KeptSession:
        """Return a session.

        Parameters
        ----------
        newest
            Whether, of one that was corrected, what took its place.
        """

    def sessions(self, athlete: Athlete, since: date | None = None, until: date | None = None,
                 history: bool = False) -> tuple[KeptSession, ...]:
        """Return the sessions from the first to the last.

        Parameters
        ----------
        since, until
            Days, both included; sessions without a date stand outside of any days.
        history
            Whether those that were corrected or removed are among them.
        """

    def correct_session(self, athlete: Athlete, number: int, session: LoggedSession,
                        units: Iterable[Unit] = ()) -> KeptSession:
        """Put a session in the place of another, which stays in the history."""

    def remove_session(self, athlete: Athlete, number: int) -> KeptSession:
        """Take a session out of the log; it stays in the history."""

    def log(self, athlete: Athlete, since: date | None = None) -> KeptLog:
        """Return what was trained as a log."""

    def import_log(self, athlete: Athlete, log: Log) -> Imported:
        """Keep what another app has written down; what is there already is not added again."""

    def add_measurement(self, athlete: Athlete, measured: NewMeasurement) -> Measurement:
        """Keep a measurement; it takes the place of one of the same kind at the same time."""

    def measurements(self, athlete: Athlete, kind: str | None = None, since: date | None = None
                     ) -> tuple[Measurement, ...]:
        """Return the measurements that count, from the first to the last."""

    def export(self, athlete: Athlete) -> AthleteExport:
        """Return all that is kept about somebody."""

    def erase(self, athlete: Athlete) -> None:
        """Delete somebody and all that is kept about them, the history included."""

    def close(self) -> None:
        """Let go of the database."""

    def __enter__(self) -> Self:
        """Return the store."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        """Close it."""
