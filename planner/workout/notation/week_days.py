"""On which days of a week a session is done: several in a heading, letters that a line places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.catalog.body import so_many
from planner.workout.notation.headings import BEFORE_DAY, DAY_WORDS, session_heading
from planner.workout.notation.spelling import clean

_DAY = "|".join(DAY_WORDS.values())
_SIGN = r"\.?\s*(?:[,/&+|]|\band\b)\s*(?:and\s+)?"
_SEVERAL = re.compile(rf"(?P<days>(?:{_DAY})(?:{_SIGN}(?:{_DAY}))+)\.?\s*"
                      r"(?:[:|(\[-]+\s*(?P<title>.*)|$)", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?=.*\b(?:class|sessions?|workouts?|days?|body|strength|upper|lower|push|pull|legs?|circuits?"
    r"|routine|program(?:me)?|plan|group|training)\b)(?!.*\b(?:rest|off|train|on|do|every|not?|or|alternat\w*|repeat|cardio|walk|run)\b)"
    rf"[^:]{{3,60}}[\s(\[-](?P<days>(?:{_DAY})(?:{_SIGN}(?:{_DAY}))+)[)\]]?", re.IGNORECASE)
_PLACED = re.compile(rf"\b(?P<day>{_DAY})\b\.?\s*[:=(-]*\s*(?:(?:workout|session|day)\s+)?"
                     r"(?P<letter>[A-G])\b", re.IGNORECASE)
_LETTER = re.compile(r"\W*(?:(?:workout|session|day)\s+)?[\"']?([A-G])[\"']?\b(?:\W*$|\s*[:(-].*)"
                     r"|\W*([A-G])\s+(?:day|workout|session)\b.*", re.IGNORECASE)
_BARE = re.compile(r"\W*([A-G])\W*")
_BLOCK = re.compile(r"\W*block\s+#?(?:[0-9]{1,2}|[a-g])\b\W*", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:([2-7])|two|three|four|five|six)\s*(?:x|times)?\s*"
                    r"(?:/|(?:an?|per|each)\s+)\s*week\b", re.IGNORECASE)
_ALTERNATE = re.compile(r"\balternat(?:e|es|ing)\b(?!\s+(?:hand|arm|leg|side|grip)s?)",
                        re.IGNORECASE)
_FIGURE = re.compile("[0-9]\\s*x\\s*[0-9]")
Numbered = tuple[int, str]


@dataclass(frozen=True)
class WeekDays:
    """What a text says of its sessions beside their headings.

    Attributes
    ----------
    bare
        Lines that are headings because no other line is one: ``A``, ``Block 2``.
    placed
        Days by the letter of a session: ``mon A / wed B / fri A``.
    placing
        The lines that say so.
    note
        A sentence where sessions alternate and no line says on which days.
    """

    bare: frozenset[int] = frozenset()
    placed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    placing: frozenset[int] = frozenset()
    note: str = ""

    def of(self, text: str) -> tuple[str, ...]:
        """Return the days of the session that a heading with a letter opens."""
        return self.placed.get(letter_of(text) or "", ())


def several_days(text: str) -> tuple[tuple[str, ...], str] | None:
    """Return the days of ``Mon, Wed, Fri: full body`` and what stands behind, else None."""
    match = _SEVERAL.fullmatch(BEFORE_DAY.sub("", text.strip(" #=*_~-•").rstrip(":")))
    if match is None:
        bare = text.strip(" #=*_~-•.")
        match = None if _FIGURE.search(bare) else _BEHIND.fullmatch(bare)
    if match is None:
        return None
    days = tuple(dict.fromkeys(_day(found[0]) for found in re.finditer(
        rf"\b(?:{_DAY})\b", match["days"], re.IGNORECASE)))
    title = match.groupdict().get("title") or ""
    return (days, title.rstrip(")]")) if len(days) > 1 else None


def letter_of(text: str) -> str | None:
    """Return the letter of a session's heading: B of ``Workout B`` and of ``B``."""
    match = _LETTER.fullmatch(text)
    return (match[1] or match[2]).upper() if match else None


def week_days(lines: Sequence[Numbered], weeks: bool) -> WeekDays:
    """Return what the lines of a text say of its sessions.

    Parameters
    ----------
    weeks
        Whether it is a programme of several weeks, whose blocks are weeks.
    """
    cleaned = [(number, clean(text)) for number, text in lines if len(text) < 200]
    opened = {number: text for number, text in cleaned if _opens(text)}
    bare = frozenset() if opened or weeks else frozenset(_bare(cleaned))
    lettered = [letter for number, text in cleaned if number in opened or number in bare
                for letter in [letter_of(text)] if letter]
    placing, placed = _placed(cleaned, set(lettered))
    note = "" if placed else _alternating([text for _, text in cleaned], lettered)
    return WeekDays(bare, placed, placing, note)


def _day(word: str) -> str:
    return next(day for day, words in DAY_WORDS.items() if re.fullmatch(words, word, re.IGNORECASE))


def _opens(text: str) -> bool:
    found = session_heading(text)
    return several_days(text) is not None or (
        found is not None and found.sure and not _FIGURE.search(text)
        and not (found.split and found.title))


def _bare(lines: Iterable[Numbered]) -> Iterator[int]:
    """Yield the lines that are a letter, where there are A and B, or one of several blocks."""
    letters = [(number, match[1]) for number, text in lines if (match := _BARE.fullmatch(text))]
    if {"A", "B"} <= {letter for _, letter in letters}:
        yield from (number for number, _ in letters)
    blocks = [number for number, text in lines if _BLOCK.fullmatch(text)]
    if len(blocks) > 1:
        yield from blocks


def _placed(lines: Iterable[Numbered], letters: set[str]
            ) -> tuple[frozenset[int], dict[str, tuple[str, ...]]]:
    """Return the lines that place sessions on days, and the days of each letter."""
    placed: dict[str, tuple[str, ...]] = {}
    at = set()
    for number, text in lines:
        found = [(_day(m["day"]), m["letter"].upper()) for m in _PLACED.finditer(text)]
        if len(found) < 2 or not {letter for _, letter in found} <= letters:
            continue
        at.add(number)
        for day, letter in found:
            placed[letter] = (*placed.get(letter, ()), day)
    twice = any(count > 1 for count in Counter(d for ds in placed.values() for d in ds).values())
    return (frozenset(), {}) if twice else (frozenset(at), placed)


def _alternating(texts: Iterable[str], letters: Sequence[str]) -> str:
    """Return a sentence where a text says that its lettered sessions take turns."""
    if not 1 < len(set(letters)) == len(letters):
        return ""
    for text in texts:
        times = _TIMES.search(text)
        more = times is not None and _number(times[0]) > len(letters)
        if (more or _ALTERNATE.search(text)) and not _FIGURE.search(text):
            return (f"{so_many(len(letters), 'session')} were read, each once a week; that they "
                    f"take turns, as {text.rstrip(' .')!r} says, is not judged.")
    return ""


def _number(text: str) -> int:
    words = ("two", "three", "four", "five", "six")
    return next((k for k, word in enumerate(words, start=2) if word in text.casefold()),
                int("0" + "".join(re.findall("^[0-9]", text))))
