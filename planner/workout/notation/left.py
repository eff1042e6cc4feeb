"""What is left of a line once its doses and options are cut out: a name, and perhaps a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_NAMES = 12
"""Ways to tell a name from a note that are tried on a line."""

_BREAKS = re.compile(r"\s[(\[•]|\s+-\s+|[,;:•]\s|\s\|\s|\.\s")


def names_of(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the name: all the words, those before the dose, those up to a break."""
    seen: set[str] = set()
    whole = f"{before} {after}"
    first, second = bare(before), bare(after)
    ways = [(whole, "")]
    if first and second:
        ways.append((before, after))
    for text, note in ((before, after), (after, before)) if first else ((after, ""),):
        for cut in _BREAKS.finditer(text):
            ways.append((text[:cut.start()], f"{text[cut.start():]} {note}"))
    if first and second:
        ways.append((after, before))
    for text, note in ways:
        name = bare(text)
        if any(char.isalnum() for char in name) and name not in seen and len(seen) < MAX_NAMES:
            seen.add(name)
            yield name, bare(note).strip("()[] •")


def bare(rest: str) -> str:
    """Return what is left of a piece of a line without the signs around it."""
    name = " ".join(re.sub(r"\(\s*[,;@]*\s*\)", " ", rest.replace("@", " ")).split())
    name = re.sub(r"^(?:of|reps?)\s+", "", name.strip(" ,;:|-=*_.•\"'"), flags=re.IGNORECASE)
    name = re.sub(r"\s+(?:for|with|w/|at|using|of)$", "", name, flags=re.IGNORECASE)
    return name.strip(" ,;:|-=*_.•\"'")
