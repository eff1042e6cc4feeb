"""Writing files whole or not at all, and saying what cannot be seen."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from planner.request.errors import InputError


def write_files(files: Sequence[tuple[str, bytes]]) -> None:
    """Write all files or none: each beside its place first, then in it.

    A link stays a link, and what is no regular file (a device, a pipe) is written to, not
    replaced.

    Raises
    ------
    InputError
        A file cannot be written; names it. None of them is there then, and none has changed.
    """
    ready: list[tuple[str, Path]] = []
    path = ""
    try:
        streams = [(path, data) for path, data in files if _stream(path)]
        for path, data in files:
            if not _stream(path):
                target = Path(os.path.realpath(path))
                ready.append((_beside(target, data), target))
        for temporary, target in ready:
            path = str(target)
            os.replace(temporary, target)
        for path, data in streams:
            with open(path, "wb") as stream:
                stream.write(data)
    except OSError as error:
        for temporary, _ in ready:
            if os.path.exists(temporary):
                os.unlink(temporary)
        why = error.strerror or str(error)
        raise InputError(f"cannot be written: {why[:1].lower()}{why[1:]}", path) from None


def _stream(path: str) -> bool:
    """Whether there is a device, a pipe or the like at a place."""
    return os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path))


def _beside(target: Path, data: bytes) -> str:
    """Write a file beside a place, with the rights that a new file has; return its name."""
    if target.is_dir():
        raise IsADirectoryError(0, "this is a folder")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a name is given to what is on the disk, not to a promise
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
    except OSError:
        os.unlink(name)
        raise
    return name


def harmless(text: str) -> str:
    """Return a text for a terminal: what would steer it, or turn its direction, is spelled out."""
    return "".join(char if char in "\n\t" or not _steers(char)
                   else char.encode("unicode_escape").decode() for char in text)


def _steers(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") or char in "\u2028\u2029"
