"""Where the data lies: an option, ``COACH_DB``, else the user's folder for data."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from planner.request.errors import InputError
from planner.request.extras import needed

FILE = "coach.db"
VARIABLE = "COACH_DB"
OWNER_FILE, OWNER_FOLDER = 0o600, 0o700
"""What is known of somebody's body is nobody else's to read."""
SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")


def place_of(said: str | Path | None = None) -> str:
    """Return the address of a Postgres server, or the path of a file.

    Parameters
    ----------
    said
        What an option says.
    """
    text = str(said) if said is not None else os.environ.get(VARIABLE, "")
    if is_server(text):
        return text
    return str(Path(text).expanduser()) if text else str(usual_folder() / FILE)


def is_server(place: str) -> bool:
    """Whether a place is the address of a server."""
    return place.startswith(SERVERS)


def usual_folder() -> Path:
    """Return the user's folder for the data of this program."""
    folders = needed("platformdirs", "store", "the store")
    return Path(folders.user_data_path("coach", appauthor=False))


def make_file(path: Path) -> None:
    """Make an empty file, with its folder, that only its owner can read, unless one is there.

    Raises
    ------
    InputError
        It cannot be made.
    """
    try:
        if not path.parent.exists():
            path.parent.mkdir(mode=OWNER_FOLDER, parents=True)
        if path.is_dir():
            raise IsADirectoryError(0, "this is a folder")
        if not path.exists():
            with suppress(FileExistsError):  # another process may be quicker
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(f"cannot be opened: {why[:1].lower()}{why[1:]}", str(path)) from None


def tighten(path: Path) -> None:
    """Let only the owner read a file that is known to be ours."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & ~OWNER_FILE:
        with suppress(PermissionError):  # somebody else's file
            path.chmod(OWNER_FILE)
