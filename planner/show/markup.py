"""Elements of SVG and HTML as text, everything that is not markup escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

import markupsafe
from markupsafe import Markup

__all__ = ["Markup", "escape", "joined", "tag"]

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VOID = frozenset({"input", "link", "meta", "img"})

Value = str | float | bool | None
Inside = str | Iterable["Inside"]


def escape(text: str) -> Markup:
    """Return a text that is safe between tags and in attributes, of XML too."""
    return markupsafe.escape(_NO_XML.sub("", text))


def joined(inside: Inside) -> Markup:
    """Return texts and elements, nested as they come, as one piece of markup."""
    if isinstance(inside, Markup):
        return inside
    if isinstance(inside, str):
        return escape(inside)
    return Markup().join(joined(one) for one in inside)


def tag(name: str, /, *inside: Inside, **attributes: Value) -> Markup:
    """Return an element.

    Parameters
    ----------
    inside
        Elements, and texts that are escaped.
    attributes
        ``stroke_width`` is ``stroke-width``, ``class_`` is ``class``. None and
        False are left out, True has no value.
    """
    said = "".join(_attribute(key.rstrip("_").replace("_", "-"), value)
                   for key, value in attributes.items() if value is not None and value is not False)
    rest = "" if name in _VOID else f"{joined(inside)}</{name}>"
    # Each part is escaped by now; to have Markup look again triples the time of a page.
    return Markup(f"<{name}{said}>{rest}")  # noqa: S704


def _attribute(name: str, value: Value) -> str:
    if value is True:
        return f' {name}=""'
    text = joined(value) if isinstance(value, str) else f"{round(value or 0, 2):g}"
    return f' {name}="{text}"'
