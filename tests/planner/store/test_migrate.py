"""A store of every released shape is brought to today's, and loses nothing."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from planner.request.errors import InputError
from planner.store import migrate, open_store
from planner.store.engine import Database
from planner.store.migrate import HEAD, bring_up, config_of
from planner.store.tables import tables

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))
"""What ``.dump`` gave of a store when its shape was released. Such a file is never changed."""


def shape_of(dump: Path) -> str:
    """Return the shape that a dump is of."""
    return dump.stem


def made_from(dump: Path, file: Path) -> None:
    """Make a database from a dump."""
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))


def test_each_shape_has_a_dump():
    """Whoever adds a migration adds what it was before."""
    script = ScriptDirectory.from_config(config_of())
    shapes = [one.revision for one in reversed(list(script.walk_revisions()))]

    assert shapes[-1] == HEAD
    assert sorted(shapes) == shapes, "shapes are compared by their numbers"
    assert [shape_of(dump) for dump in RELEASED] == shapes


@pytest.mark.parametrize("dump", RELEASED, ids=shape_of)
def test_from_a_released_shape(dump: Path, file: Path):
    """Ann's session, its correction, her plan, bodyweight and import are what they were."""
    made_from(dump, file)

    with open_store(file) as store:
        ann = store.athlete("Ann")
        whole = store.export(ann)
        imported, old, new = whole.sessions
        assert (imported.source, imported.app) == ("import", "hevy")
        assert imported.entries[0].sets[0].load == "225 lb"
        assert old.superseded_by == new.id
        assert (new.plan, new.planned) == (1, "mon")
        assert new.entries[0].sets[-1].rpe == 8.5
        assert [e.exercise for e in whole.plans[0].plan.sessions[0].entries]
        assert (whole.measurements[0].value, whole.measurements[0].unit) == ("82.4", "kg")
        assert whole.imports[0].sets == 1
    copy = file.with_name(f"coach.db.before-{shape_of(dump)}")
    assert copy.exists() == (shape_of(dump) != HEAD)


@pytest.mark.parametrize("dump", RELEASED, ids=shape_of)
def test_the_tables_are_those_of_the_code(dump: Path, file: Path):
    """``alembic check`` finds nothing to do after the migrations of a file."""
    made_from(dump, file)
    _check(str(file))


def test_the_tables_of_a_server_are_those_of_the_code(server: str):
    """The same on Postgres."""
    _check(server)


def _check(place: str) -> None:
    database = Database(place)
    bring_up(database)
    with database.reading() as connection:
        command.check(config_of(connection))
    database.close()


def test_a_later_version_is_not_touched(file: Path):
    """What this version does not know it leaves alone, and says so."""
    open_store(file).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9000'")

    with pytest.raises(InputError, match="written by a later version of coach"):
        open_store(file)


def _a_next_shape(monkeypatch: pytest.MonkeyPatch, folder: Path, body: str) -> None:
    """Let there be a shape 0002, reached by some steps."""
    script = folder / "migrations"
    (script / "versions").mkdir(parents=True)
    for file in ("env.py", "versions/r0001_first.py"):
        (script / file).write_text((migrate.FOLDER / file).read_text(encoding="utf-8"))
    steps = "".join(f"    {line}\n" for line in body.splitlines())
    (script / "versions" / "r0002_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = '0002', '0001'\n\n\ndef upgrade():\n{steps}")
    monkeypatch.setattr(migrate, "FOLDER", script)
    monkeypatch.setattr(migrate, "HEAD", "0002")


def test_a_copy_is_made_first_and_a_failure_changes_nothing(
        file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Half of a migration is none: the tables are as before, and the copy is whole."""
    made_from(RELEASED[0], file)
    with closing(sqlite3.connect(file)) as connection:
        before = "\n".join(connection.iterdump())
    _a_next_shape(monkeypatch, tmp_path, "op.add_column('athletes', sa.Column('height', sa.Text()))"
                                         "\nraise RuntimeError('half')")

    with pytest.raises(RuntimeError, match="half"):
        open_store(file)

    for one in (file, file.with_name("coach.db.before-0001")):
        with closing(sqlite3.connect(one)) as connection:
            assert "\n".join(connection.iterdump()) == before


def test_a_table_put_in_the_place_of_another_keeps_the_rows(
        file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """SQLite drops and makes a table to change a column; nothing that points to it goes along."""
    made_from(RELEASED[0], file)
    with closing(sqlite3.connect(file)) as connection:
        before = connection.execute("SELECT count(*) FROM sets").fetchone()
    _a_next_shape(monkeypatch, tmp_path,
                  "with op.batch_alter_table('athletes', recreate='always') as table:\n"
                  "    table.add_column(sa.Column('height', sa.Text()))")

    open_store(file).close()

    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM sets").fetchone() == before
        assert connection.execute("SELECT name, height FROM athletes").fetchall() == [("Ann", None)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_several_open_a_new_store_at_once(file: Path):
    """One of them makes the tables, the others wait."""
    with ThreadPoolExecutor(8) as pool:
        for store in pool.map(lambda _: open_store(file), range(8)):
            assert store.athletes() == ()
            store.close()


def test_names_of_constraints():
    """Each has one, or no later migration could change it."""
    for table in tables.tables.values():
        for constraint in table.constraints:
            assert constraint.name, constraint
        for index in table.indexes:
            assert re.fullmatch(r"(ix|uq)_\w+", str(index.name)), index
