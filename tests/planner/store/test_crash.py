"""A process that is killed in mid-write leaves all that it had said to have kept, and no half."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from planner.request.errors import InputError
from planner.store import open_store
from planner.store.engine import BUSY_MS
from tests.planner.store.conftest import a_log

ROOT = Path(__file__).parents[3]
SESSIONS, SETS = 500, 10
KILLS = 20
IMPORT = """
import sys
from planner.logs.log import Log
from planner.store import open_store

with open(sys.argv[2], encoding="utf-8") as file:
    log = Log.model_validate_json(file.read())
with open_store(sys.argv[1]) as store:
    ann = store.athlete("Ann")
    print("ready", flush=True)
    done = store.import_log(ann, log)
print("kept", done.new, flush=True)
"""
KILL = """
import os, signal, sys, time
from planner.logs.log import Log
from planner.store import open_store

with open(sys.argv[2], encoding="utf-8") as file:
    log = Log.model_validate_json(file.read())
open_store(sys.argv[1]).close()
for line in sys.stdin:
    heard, tell = os.pipe()
    child = os.fork()
    if not child:
        store = open_store(sys.argv[1])
        ann = store.athlete("Ann")
        os.write(tell, b"r")
        store.import_log(ann, log)
        os.write(tell, b"k")
        time.sleep(60)
    os.close(tell)
    os.read(heard, 1)
    time.sleep(float(line))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print("kept" if os.read(heard, 1) else "killed", flush=True)
    os.close(heard)
"""
"""Forks a process that imports, and kills it after so many seconds."""
WRITE = """
import sys
from planner.logs.log import LoggedSession
from planner.store import open_store

with open_store(sys.argv[1]) as store:
    ann = store.athlete("Ann")
    for number in range(int(sys.argv[3])):
        store.add_session(ann, LoggedSession(title=f"{sys.argv[2]} {number}", entries=()))
"""


def started(code: str, *words: object) -> subprocess.Popen[str]:
    """Start a process of its own."""
    return subprocess.Popen([sys.executable, "-c", code, *map(str, words)], cwd=ROOT, text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@contextmanager
def sound(file: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a database whose pages and pointers are whole."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        yield connection


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
def test_killed_at_twenty_moments_of_an_import(file: Path, tmp_path: Path):
    """5,000 sets, killed without warning: none of them are there, or all, and in the end once.

    The moments are spread a little beyond what the import takes, so that some are after its end:
    what was said to be kept is there.
    """
    log, path = a_log(SESSIONS, SETS), tmp_path / "log.json"
    path.write_text(log.model_dump_json(), encoding="utf-8")
    with open_store(file) as store:
        began = time.monotonic()
        store.import_log(store.add_athlete("Ann"), log)
        took = time.monotonic() - began
    rng, killer, halves = random.Random(7), started(KILL, file, path), 0
    for _ in range(KILLS):
        with open_store(file) as store:
            if store.sessions(store.athlete()):
                store.erase(store.athlete())
                store.add_athlete("Ann")
        assert killer.stdin is not None
        assert killer.stdout is not None
        print(rng.uniform(0, 1.3 * took), file=killer.stdin, flush=True)
        said = killer.stdout.readline().strip()
        with sound(file) as connection:
            there = tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                          for table in ("imports", "sessions", "entries", "sets"))
        assert there in ((0, 0, 0, 0), (1, SESSIONS, SESSIONS, SESSIONS * SETS))
        assert said in ("killed", "kept")
        assert said == "killed" or there[0]
        halves += said == "killed"
    killer.communicate(timeout=60)
    with open_store(file) as store:
        ann = store.athlete("Ann")
        store.import_log(ann, log)
        assert store.import_log(ann, log).known == SESSIONS
        assert len(store.sessions(ann, history=True)) == SESSIONS
    assert halves >= KILLS // 4


@pytest.mark.parametrize("kind", ["file", "server"])
def test_two_processes_write(kind: str, file: Path, request: pytest.FixtureRequest):
    """Each waits for the other; nothing is lost and nobody sees an error."""
    place = str(file) if kind == "file" else request.getfixturevalue("server")
    with open_store(place) as store:
        ann = store.add_athlete("Ann")
        writers = [started(WRITE, place, name, 30) for name in ("one", "two")]
        assert [writer.wait(60) for writer in writers] == [0, 0]
        titles = {session.title for session in store.sessions(ann)}
        assert titles == {f"{name} {number}" for name in ("one", "two") for number in range(30)}
        store.erase(ann)


@pytest.mark.parametrize("kind", ["file", "server"])
def test_two_processes_import_the_same_file(kind: str, file: Path, tmp_path: Path,
                                            request: pytest.FixtureRequest):
    """Whoever comes second finds all of it known."""
    place = str(file) if kind == "file" else request.getfixturevalue("server")
    log = tmp_path / "log.json"
    log.write_text(a_log(40).model_dump_json(), encoding="utf-8")
    with open_store(place) as store:
        ann = store.add_athlete("Ann")
        importers = [started(IMPORT, place, log) for _ in range(2)]
        said = sorted(importer.communicate(timeout=60)[0].split()[-1] for importer in importers)
        assert said == ["0", "40"]
        assert len(store.sessions(ann, history=True)) == 40
        store.erase(ann)


def test_who_waits_too_long_is_told(file: Path, monkeypatch: pytest.MonkeyPatch):
    """A process that writes for longer than the others wait is named as the reason."""
    assert BUSY_MS >= 1000
    monkeypatch.setattr("planner.store.engine.PRAGMAS", ("busy_timeout = 50",))
    with open_store(file) as store, closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match="another process has been writing for too long"):
            store.add_athlete("Ann")
