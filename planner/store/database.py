"""The store in a database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from pydantic import TypeAdapter, ValidationError

from planner.logs.log import Log, LoggedSession, Report, Unit
from planner.plans.schema import Plan
from planner.request.errors import InputError, nearest
from planner.request.mass import Mass
from planner.store.engine import Database
from planner.store.importing import import_log, replace
from planner.store.migrate import copy_of
from planner.store.rows import now, read_sessions, wall, when, write_session
from planner.store.tables import (
    athletes,
    imports,
    measurements,
    planned_sessions,
    plans,
    sessions,
)
from planner.store.values import (
    Athlete,
    AthleteExport,
    Imported,
    ImportNote,
    KeptLog,
    KeptPlan,
    KeptSession,
    Measurement,
    Name,
    NewMeasurement,
    Source,
)

LAST_DAY = "9999-12-31"


class DatabaseStore:
    """A `planner.store.Store` in SQLite or Postgres.

    Parameters
    ----------
    database
        Of the newest shape.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def place(self) -> str:
        """Where the data lies."""
        return self._database.name

    # Athletes

    def athletes(self) -> tuple[Athlete, ...]:  # noqa: D102
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(athletes).order_by(athletes.c.folded))
            return tuple(_athlete(row) for row in rows)

    def add_athlete(self, name: str) -> Athlete:  # noqa: D102
        try:
            name = TypeAdapter(Name).validate_python(name)
        except ValidationError:
            raise InputError(f"expected a name of 1 to 80 signs, found {name[:100]!r}") from None
        with self._database.writing() as connection:
            folded = name.casefold()
            if connection.execute(sa.select(athletes.c.id).where(
                    athletes.c.folded == folded)).first():
                raise InputError(f"there is an athlete {name!r} already", self.place)
            return _athlete(connection.execute(athletes.insert().returning(athletes).values(
                name=name, folded=folded, made_at=now())).one())

    def athlete(self, name: str | None = None) -> Athlete:  # noqa: D102
        known = self.athletes()
        if name is None:
            if len(known) == 1:
                return known[0]
            if not known:
                raise InputError("nothing is kept yet: coach log add or coach log import begins a "
                                 "log", self.place)
            names = ", ".join(one.name for one in known[:8])
            raise InputError(f"there are {len(known)} athletes; say which: {names}", "--athlete")
        found = next((one for one in known if one.name.casefold() == name.strip().casefold()), None)
        if found is None:
            near = f"; {nearest(name, [one.name for one in known])}" if known else ""
            raise InputError(f"no athlete {name!r}{near}; coach athlete add adds one", "--athlete")
        return found

    # Plans

    def put_plan(self, athlete: Athlete, plan: Plan) -> KeptPlan:  # noqa: D102
        with self._alone(athlete) as connection:
            connection.execute(plans.update().where(plans.c.athlete_id == athlete.id)
                               .values(current=False))
            row = connection.execute(plans.insert().returning(plans).values(
                athlete_id=athlete.id, written_at=now(), current=True,
                catalog_sha256=plan.catalog.sha256, body=plan.model_dump(mode="json"))).one()
            if plan.sessions:
                connection.execute(planned_sessions.insert(), [
                    {"plan_id": row.id, "position": i, "name": page.id, "day": page.day}
                    for i, page in enumerate(plan.sessions)])
            return _plan(row)

    def plan(self, number: int) -> KeptPlan:  # noqa: D102
        with self._database.reading() as connection:
            row = connection.execute(sa.select(plans).where(plans.c.id == number)).first()
        if row is None:
            raise InputError(f"there is no plan {number}", self.place)
        return _plan(row)

    def current_plan(self, athlete: Athlete) -> KeptPlan | None:  # noqa: D102
        with self._database.reading() as connection:
            row = connection.execute(sa.select(plans).where(
                plans.c.athlete_id == athlete.id, plans.c.current)).first()
        return None if row is None else _plan(row)

    # Sessions

    def add_session(self, athlete: Athlete, session: LoggedSession,  # noqa: D102
                    units: Iterable[Unit] = (), source: Source = "hand",
                    planned: tuple[int, str] | None = None) -> KeptSession:
        with self._alone(athlete) as connection:
            values: dict[str, Any] = {"athlete_id": athlete.id, "source": source}
            if planned is not None:
                values["planned_id"] = connection.execute(
                    sa.select(planned_sessions.c.id).where(
                        planned_sessions.c.plan_id == planned[0],
                        planned_sessions.c.name == planned[1])).scalar_one()
            number = write_session(connection, session, units, **values)
            return self._session(connection, athlete, number)

    def session(self, athlete: Athlete, number: int, newest: bool = True  # noqa: D102
                ) -> KeptSession:
        with self._database.reading() as connection:
            return self._session(connection, athlete, number, newest)

    def sessions(self, athlete: Athlete, since: date | None = None,  # noqa: D102
                 until: date | None = None, history: bool = False) -> tuple[KeptSession, ...]:
        chosen = sessions.c.athlete_id == athlete.id
        if not history:
            chosen &= sessions.c.current & sessions.c.removed_at.is_(None)
        if since is not None or until is not None:
            chosen &= sessions.c.day.between((wall(since) or "")[:10],
                                             (wall(until) or LAST_DAY)[:10])
        with self._database.reading() as connection:
            return read_sessions(connection, chosen)

    def correct_session(self, athlete: Athlete, number: int,  # noqa: D102
                        session: LoggedSession, units: Iterable[Unit] = ()) -> KeptSession:
        with self._alone(athlete) as connection:
            old = self._session(connection, athlete, number)
            row = connection.execute(sa.select(sessions).where(sessions.c.id == old.id)).one()
            values = {"athlete_id": athlete.id, "source": "hand", "app": row.app,
                      "planned_id": row.planned_id, "import_key": row.import_key}
            made = replace(connection, old.id, session, tuple(units), values)
            return self._session(connection, athlete, made)

    def remove_session(self, athlete: Athlete, number: int) -> KeptSession:  # noqa: D102
        with self._alone(athlete) as connection:
            old = self._session(connection, athlete, number)
            if old.removed_at is None:
                connection.execute(sessions.update().where(sessions.c.id == old.id)
                                   .values(removed_at=now()))
            return self._session(connection, athlete, old.id)

    def log(self, athlete: Athlete, since: date | None = None) -> KeptLog:  # noqa: D102
        found = self.sessions(athlete, since)
        unknown = dict.fromkeys(entry.name for session in found for entry in session.entries
                                if entry.exercise is None)
        rows = sum(len(entry.sets) for session in found for entry in session.entries)
        return KeptLog(app="coach", sessions=found, unknown=tuple(unknown),
                       report=Report(rows=rows))

    def import_log(self, athlete: Athlete, log: Log) -> Imported:  # noqa: D102
        with self._alone(athlete) as connection:
            done = import_log(connection, athlete.id, log)
            connection.execute(imports.insert().values(
                athlete_id=athlete.id, at=now(), app=log.app, sessions=len(log.sessions),
                sets=done.sets, new_sets=done.new_sets))
            return done

    # Measurements

    def add_measurement(self, athlete: Athlete, measured: NewMeasurement  # noqa: D102
                        ) -> Measurement:
        grams = (Mass.read(f"{measured.value} {measured.unit}").grams
                 if measured.unit in ("kg", "lb") else None)
        values = {**measured.model_dump(), "at": wall(measured.at)}
        with self._alone(athlete) as connection:
            row = connection.execute(measurements.insert().returning(measurements).values(
                athlete_id=athlete.id, written_at=now(), grams=grams, **values)).one()
            connection.execute(measurements.update().where(
                measurements.c.athlete_id == athlete.id, measurements.c.kind == row.kind,
                measurements.c.at == row.at, measurements.c.superseded_by.is_(None),
                measurements.c.id != row.id).values(superseded_by=row.id))
            return _measurement(row)

    def measurements(self, athlete: Athlete, kind: str | None = None,  # noqa: D102
                     since: date | None = None) -> tuple[Measurement, ...]:
        chosen = (measurements.c.athlete_id == athlete.id) & measurements.c.superseded_by.is_(None)
        if kind is not None:
            chosen &= measurements.c.kind == kind
        if since is not None:
            chosen &= measurements.c.at >= (wall(since) or "")
        with self._database.reading() as connection:
            return _measurements(connection, chosen)

    # All of it

    def export(self, athlete: Athlete) -> AthleteExport:  # noqa: D102
        with self._database.reading() as connection:
            kept = connection.execute(sa.select(plans).where(plans.c.athlete_id == athlete.id)
                                      .order_by(plans.c.id)).all()
            notes = connection.execute(sa.select(imports).where(
                imports.c.athlete_id == athlete.id).order_by(imports.c.id)).all()
            return AthleteExport(
                athlete=athlete, plans=tuple(map(_plan, kept)),
                sessions=read_sessions(connection, sessions.c.athlete_id == athlete.id),
                measurements=_measurements(connection, measurements.c.athlete_id == athlete.id),
                imports=tuple(ImportNote(
                    at=datetime.fromisoformat(note.at), app=note.app, sessions=note.sessions,
                    sets=note.sets, new_sets=note.new_sets) for note in notes))

    def erase(self, athlete: Athlete) -> None:  # noqa: D102
        with self._database.writing() as connection:
            connection.execute(athletes.delete().where(athletes.c.id == athlete.id))
        if self._database.file is not None:
            self._overwrite(self._database.file)

    def _overwrite(self, file: Path) -> None:
        """Leave nothing of what was erased: in no page, no log of writing, no copy."""
        for copy in file.parent.glob(f"{copy_of(file, '*').name}"):
            copy.unlink()
        self._database.tidy()

    def close(self) -> None:  # noqa: D102
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def _alone(self, athlete: Athlete) -> Any:
        return self._database.writing_for(sa.select(athletes.c.id).where(
            athletes.c.id == athlete.id).with_for_update(), f"there is no athlete {athlete.name!r}")

    def _session(self, connection: sa.Connection, athlete: Athlete, number: int,
                 newest: bool = True) -> KeptSession:
        found = read_sessions(connection, (sessions.c.id == number)
                              & (sessions.c.athlete_id == athlete.id))
        if not found:
            raise InputError(f"there is no session {number}; coach log list shows them", self.place)
        after = found[0].superseded_by
        if newest and after is not None:
            return self._session(connection, athlete, after)
        return found[0]


def _athlete(row: Any) -> Athlete:
    return Athlete(id=row.id, name=row.name, made_at=datetime.fromisoformat(row.made_at))


def _plan(row: Any) -> KeptPlan:
    return KeptPlan(id=row.id, written_at=datetime.fromisoformat(row.written_at),
                    current=row.current, plan=Plan.model_validate(row.body))


def _measurements(connection: sa.Connection, chosen: sa.ColumnElement[bool]
                  ) -> tuple[Measurement, ...]:
    rows = connection.execute(sa.select(measurements).where(chosen)
                              .order_by(measurements.c.at, measurements.c.id))
    return tuple(map(_measurement, rows))


def _measurement(row: Any) -> Measurement:
    at = when(row.at)
    assert at is not None
    return Measurement(id=row.id, kind=row.kind, at=at, value=row.value, unit=row.unit,
                       notes=row.notes, written_at=datetime.fromisoformat(row.written_at),
                       superseded_by=row.superseded_by)
