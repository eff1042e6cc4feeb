"""A store in a file of its own, one on a real server, and logs to put in."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.logs.log import Log, LoggedEntry, LoggedSession, LoggedSet, Report
from planner.store import Store, open_store

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
FIRST = datetime(2030, 1, 7, 18)


def a_log(sessions: int, sets: int = 5, load: float = 100.0) -> Log:
    """Return a log with a session a day: squats, one repetition more in each set."""
    return Log(app="hevy", report=Report(rows=sessions * sets, units=("kg",)), sessions=tuple(
        LoggedSession(title=f"Day {day}", start=FIRST + timedelta(days=day),
                      end=FIRST + timedelta(days=day, hours=1), entries=(
                          LoggedEntry(exercise="back_squat", name="Squat (Barbell)", sets=tuple(
                              LoggedSet(reps=5 + k, load_kg=load) for k in range(sets))),))
        for day in range(sessions)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a store may be made."""
    return tmp_path / "data" / "coach.db"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a Postgres server and return its address; it listens on a socket alone."""
    tools = SERVERS[-1] if SERVERS else None
    pytest.importorskip("psycopg")
    if tools is None:
        pytest.skip("no Postgres server is installed here (apt-get install postgresql)")
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="coach-pg-", dir="/tmp"))  # a socket's path is short
    if user:
        shutil.chown(folder, user)

    def run(*words: object) -> None:
        done = subprocess.run([str(w) for w in words], user=user, cwd=folder, timeout=120,
                              capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no Postgres server could be started: {done.stderr.strip()[-200:]}")

    data = folder / "data"
    run(tools / "initdb", "-D", data, "-A", "trust", "-U", "coach", "-E", "UTF8", "--no-sync")
    run(tools / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o",
        f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off", "start")
    yield f"postgresql://coach@/postgres?host={folder}"
    run(tools / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _user() -> str | None:
    """Return whom the server runs as: it refuses root."""
    if os.getuid():
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip("Postgres refuses to run as root, and there is no user postgres")


@pytest.fixture(params=["file", "server"])
def store(request: pytest.FixtureRequest, file: Path) -> Iterator[Store]:
    """Return an empty store: in a file, and on a server."""
    place = str(file) if request.param == "file" else request.getfixturevalue("server")
    with open_store(place) as opened:
        yield opened
        for athlete in opened.athletes():
            opened.erase(athlete)
