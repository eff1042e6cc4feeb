"""Where the data lies, who can read it, and what is said where it cannot be opened."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.request.errors import InputError
from planner.store import open_store
from planner.store.places import place_of
from tests.planner.store.conftest import a_log

ROOT = Path(__file__).parents[3]


def mode(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_an_option_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch):
    """An option, then ``COACH_DB``, then the user's folder for data."""
    monkeypatch.setenv("COACH_DB", "/tmp/other.db")
    monkeypatch.setenv("XDG_DATA_HOME", "/tmp/somewhere")

    assert place_of("mine.db") == "mine.db"
    assert place_of() == "/tmp/other.db"
    monkeypatch.delenv("COACH_DB")
    if sys.platform == "linux":
        assert place_of() == "/tmp/somewhere/coach/coach.db"
    assert place_of("postgresql://host/db") == "postgresql://host/db"


@pytest.mark.skipif(os.name == "nt", reason="other rights there")
def test_only_the_owner_can_read(file: Path):
    """The folder is 0700, every file in it 0600, whatever the umask; a loose file is tightened."""
    umask = os.umask(0)
    try:
        with open_store(file) as store:
            store.import_log(store.add_athlete("Ann"), a_log(1))
            assert mode(file.parent) == 0o700
            found = sorted(file.parent.iterdir())
            assert [f.name for f in found] == ["coach.db", "coach.db-shm", "coach.db-wal",
                                               "coach.db.lock"]
            assert {mode(f) for f in found} == {0o600}
    finally:
        os.umask(umask)
    file.chmod(0o644)
    open_store(file).close()
    assert mode(file) == 0o600


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path):
    """Text is refused, and so is the database of another program; both stay as they were."""
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("Squat 100 kg, five times. " * 100)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    for file, says in ((text, "this is no database of coach"),
                       (other, "this is a database of another program"),
                       (tmp_path, "cannot be opened: this is a folder")):
        before = mode(file), file.read_bytes() if file.is_file() else b""
        with pytest.raises(InputError, match=says) as refused:
            open_store(file)
        assert str(refused.value).startswith(str(file))
        assert (mode(file), file.read_bytes() if file.is_file() else b"") == before


def test_a_server_that_is_not_there():
    """One sentence, with the address, and no password in it."""
    pytest.importorskip("psycopg")

    with pytest.raises(InputError) as refused:
        open_store("postgresql://ann:secret@127.0.0.1:1/coach")

    assert str(refused.value).startswith("postgresql://127.0.0.1:1/coach: the database says: ")
    assert "secret" not in str(refused.value)


def test_what_is_erased_is_not_in_the_file(file: Path):
    """Neither in its pages nor in the log of its writing."""
    with open_store(file) as store:
        ann = store.add_athlete("Ann")
        store.import_log(ann, a_log(20))
        assert any(b"Squat (Barbell)" in f.read_bytes() for f in file.parent.iterdir())
        store.erase(ann)
        assert not any(b"Squat (Barbell)" in f.read_bytes() for f in file.parent.iterdir())


@pytest.mark.parametrize(("module", "place"), [
    ("sqlalchemy", "/tmp/x.db"), ("platformdirs", None), ("psycopg", "postgresql://host/db")])
def test_a_library_that_is_missing_is_named(module: str, place: str | None,
                                            monkeypatch: pytest.MonkeyPatch):
    """With the extra that installs it."""
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delenv("COACH_DB", raising=False)
    extra = "postgres" if module == "psycopg" else "store"

    says = rf"needs {module}: pip install 'coach-planner\[{extra}\]'"
    with pytest.raises(InputError, match=says):
        open_store(place)


@pytest.mark.parametrize("module", ["planner", "planner.store", "planner.store.values",
                                    "planner.doors.cli.main"])
def test_no_database_is_loaded_before_it_is_used(module: str):
    """Importing the package, its store or the command line loads no SQLAlchemy."""
    code = (f"import sys, {module}\nprint([m for m in "
            "('sqlalchemy', 'alembic', 'psycopg', 'platformdirs', 'ortools') if m in sys.modules])")

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True,
                          timeout=60, check=False)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_opening_a_store_of_today_needs_no_migrations(file: Path):
    """A command on a store of the newest shape does not wait for the library that migrates."""
    open_store(file).close()
    code = (f"import sys; from planner.store import open_store; open_store({str(file)!r}).close()\n"
            "print('alembic' in sys.modules)")

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True,
                          timeout=60, check=False)

    assert (done.stdout.strip(), done.stderr) == ("False", "")
