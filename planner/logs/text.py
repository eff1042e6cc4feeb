"""From bytes to text: apps and spreadsheets write UTF-8, UTF-16 and the code page of Windows."""

from __future__ import annotations

import codecs

from planner.request.errors import InputError

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))
LOOKED_AT = 200
"""Bytes that are looked at for a UTF-16 without a mark."""


def text_of(data: bytes, name: str) -> str:
    """Return the text of a file.

    What begins with a mark, or is UTF-8, is read as that; anything else as the code page of
    western Windows, which never fails.

    Raises
    ------
    InputError
        It is binary or empty.
    """
    text = _decoded(data, name)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError("this is binary, not text", f"{name}:{line}")
    if not text.strip():
        raise InputError("this is empty", name)
    return text


def _decoded(data: bytes, name: str) -> str:
    encoding = next((e for mark, e in MARKS if data.startswith(mark)), None) or _wide(data)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding is not None:
            raise InputError("this is binary, not text", name) from None
    return data.decode("cp1252", errors="replace")


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 whose every other byte is 0, as it is in a header of English words."""
    head = data[:LOOKED_AT - LOOKED_AT % 2]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 1 and not any(head[start::2]) and all(head[1 - start::2]):
            return encoding
    return None
