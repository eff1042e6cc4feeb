"""One process at a time: a lock on a file, which ends with the process that holds it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.store.places import OWNER_FILE


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock on a file, waiting for whoever has it."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, OWNER_FILE)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)  # which lets go of the lock


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
