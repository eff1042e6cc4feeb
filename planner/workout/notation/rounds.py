"""Headings over exercises that are done in rounds, and those that go by the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.request.errors import InputError
from planner.workout.notation.amounts import MAX_LINE, TIME, short
from planner.workout.notation.spelling import clean

_SUPERSET = (r"(?:(?:first|second|third|fourth|fifth|last|core|main|strength|accessory)\s+)?"
             r"(?:super-?\s?sets?|tri-?\s?sets?|giant\s+sets?|compound\s+sets?|pair|triplet)")
_KIND = re.compile(
    rf"(?:(?P<section>warm[ -]?ups?|cool[ -]?downs?)\s*[,:(-]+\s*)?"
    rf"(?:(?P<super>{_SUPERSET})|(?P<circuit>(?:(?:core|main|strength|finisher)\s+)?circuit))?"
    r"(?(super)\b(?:\s*#?(?:[0-9]{1,2}|[a-z])\b(?!\s*(?:rounds?|sets?|x\b|times)))?)",
    re.IGNORECASE)
_SPAN = rf"(?:(?:[0-9]+|{TIME})\s*(?:-|\bto\b)\s*)?{TIME}"
_WHERE = (r"(?:\s*,?\s*(?:in\s+)?(?:after|between)(?:\s+(?:both|all|each|the|every))*"
          r"(?:\s+(?P<of>rounds?|circuits?|laps?|sets?|exercises?|stations?))?)?")
_PIECES = (
    ("work", re.compile(rf"(?P<v>{TIME})\s*(?:on|work)\b|\bwork\s*(?:for\s+)?:?\s*(?P<w>{TIME})",
                        re.IGNORECASE)),
    ("rest", re.compile(rf"\brest\s*(?:for\s+|of\s+)?:?\s*(?P<v>{_SPAN}){_WHERE}"
                        rf"|(?P<w>{_SPAN})\s*(?:rest|off)\b{_WHERE.replace('<of>', '<of2>')}"
                        rf"|(?P<z>{_SPAN})\s*(?:in\s+)?between\b(?:\s+(?:rounds|sets))?",
                        re.IGNORECASE)),
    ("dose", re.compile(r"(?P<v>[0-9]{1,2}\s*x\s*(?:[0-9]{1,3}(?:\s*-\s*[0-9]{1,3})?|max))"
                        r"(?:\s*reps?)?(?![\w-])", re.IGNORECASE)),
    ("rounds", re.compile(r"(?:x\s*)?(?P<v>[0-9]{1,2})(?:\s*-\s*[0-9]{1,2})?\s*"
                          r"(?:rounds?|sets?|times|circuits?|laps?|x)(?!\w)(?:\s+of\b)?"
                          r"|\bx\s*(?P<w>[0-9]{1,2})(?![\w.]|:[0-9])"
                          r"|\brounds?\s*:?\s*x?\s*(?P<z>[0-9]{1,2})\b",
                          re.IGNORECASE)))
ROUNDS = re.compile(r"[0-9]\s*(?:rounds?|circuits?|laps?|stations?)\b|\b(?:rounds?|circuit)\b",
                    re.IGNORECASE)
"""What a line has that heads rounds, whatever else it says."""
_STATIONS = re.compile(r"^[0-9]{1,2}\s*(?:stations?|exercises?|moves?)\s*[,:;-]+\s*", re.IGNORECASE)
_REST_ALONE = re.compile(
    rf"\W*rest\s*(?:for\s+|of\s+)?:?\s*({_SPAN})(?:\s+(?:after|between)\b.*)?\W*"
    rf"|\W*({_SPAN})\s*rest(?:\s+(?:after|between)\b.*)?\W*", re.IGNORECASE)
_FIRST = re.compile(r"[\s(]*(?:x\s*)?(?:[0-9]{1,2}\s*(?:-\s*[0-9]{1,2}\s*)?"
                    r"(?:rounds?|circuits?|laps?)"
                    rf"|rounds?\b|(?:do|complete|perform)\b|work\b|{TIME}\s*(?:on|work)\b)",
                    re.IGNORECASE)
_LEFT = re.compile(r"(?:[\W_]|\b(?:of|each|for|with|no|and|then|do|complete|perform"
                   r"|exercises?)\b)*", re.IGNORECASE)
_MIN = r"(?:\s*-?\s*(?:min(?:ute)?s?|')\b\.?)?"
_CLOCK = re.compile(
    rf"\W*(?:(?:wod|metcon|finisher|conditioning|part\s+[a-d])\b[^:]{{0,30}}:\s*)?(?:"
    rf"amrap(?:\s*[-:x]?\s*[0-9]{{1,2}}{_MIN})?|[0-9]{{1,2}}{_MIN}\s*amrap"
    rf"|e[0-9]?mom(?:\s*(?:x|for|:|-)?\s*[0-9]{{1,2}}{_MIN})?|[0-9]{{1,2}}{_MIN}\s*e[0-9]?mom"
    rf"|(?:[0-9]{{1,2}}\s*rounds?\s*|[0-9]+(?:-[0-9]+)+\s*(?:reps?\s*)?)?for\s+time(?:\s+of)?"
    rf"|every\s+(?:minute|{TIME})(?:\s+on\s+the\s+minute)?(?:\s*(?:,|for|x)\s*[0-9]{{1,2}}{_MIN})?"
    rf"|tabata(?:\s+[0-9]+/[0-9]+)?|ladder|chipper)\s*(?:\([^)]*\))?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class RoundHead:
    """What a heading says of the exercises below it.

    Attributes
    ----------
    superset
        Whether they are one superset.
    rounds, dose
        How often each is done where it says nothing itself; ``3x5-8`` for all of them.
    work, rest
        Seconds on and off at each, as they are written; the rest behind a round.
    section
        Warm-up or cool-down, where that stands before it.
    """

    superset: bool
    rounds: int | None = None
    dose: str = ""
    work: str = ""
    pause: str = ""
    rest: str = ""
    section: str = ""


def round_head(text: str) -> RoundHead | None:
    """Return what heads rounds or a superset, None for any other line."""
    if len(text) > MAX_LINE:
        return None
    bare = _STATIONS.sub("", clean(text).strip(" *#_-•>="))
    kind = _KIND.match(bare)
    left = bare[kind.end():] if kind else bare
    found: dict[str, str] = {}
    rests: list[tuple[str, str]] = []
    for name, form in _PIECES:
        for match in list(form.finditer(left)):
            value = next(v for key, v in match.groupdict().items() if v and key[0] in "vwz")
            if name == "rest":
                rests.append((value, (match["of"] or match["of2"] or "").casefold()))
            found.setdefault(name, value)
        left = form.sub(" ", left)
    if not _LEFT.fullmatch(left):
        return None
    superset = bool(kind and kind["super"])
    if not (kind and (kind["super"] or kind["circuit"])) and not _FIRST.match(
            bare[kind.end():] if kind else bare):
        return None  # ``60 s between, 4 rounds`` stands below its exercises
    known = superset or bool(kind and kind["circuit"]) or "rounds" in found
    if not known or (not superset and not found.keys() & {"rounds", "work"}):
        return None
    if "dose" in found and not superset:
        return None
    pause = next((v for v, of in rests
                  if "work" in found and not of.startswith(("round", "circ", "lap"))), "")
    rest = next((v for v, _ in rests if v != pause), "")
    return RoundHead(superset, int(found["rounds"]) if "rounds" in found else None,
                     found.get("dose", ""), found.get("work", ""), pause, rest,
                     (kind["section"] or "") if kind else "")


@dataclass
class Clock:
    """Refuses what stands below a line such as ``AMRAP 12:``, up to an empty line behind it."""

    head: str = ""
    below: bool = False

    def blank(self) -> None:
        """Note an empty line; one between the head and what it is of ends nothing."""
        if self.below:
            self.head, self.below = "", False

    def refuse(self, text: str, named: bool) -> None:
        """Refuse a head, and a line below one that has figures or names an exercise.

        Raises
        ------
        InputError
            Naming the head.
        """
        if clock_head(text):
            self.head, self.below = text, False
            raise InputError(f"{short(text)!r} goes by the clock, which says no sets; write the "
                             "rounds as sets, as in 10x5 Pull-up, 40s rest")
        self.below = bool(self.head)
        if self.head and (named or re.search("[0-9]", text)):
            raise InputError(f"stands below {short(self.head)!r}, which goes by the clock and "
                             "says no sets")


def rest_alone(text: str) -> str:
    """Return the rest that a line is, empty for any other line."""
    match = _REST_ALONE.fullmatch(clean(text))
    return next(filter(None, match.groups()), "") if match else ""


def clock_head(text: str) -> bool:
    """Whether a line heads exercises that go by the clock: ``AMRAP 12:``, ``For time``."""
    return len(text) < MAX_LINE and _CLOCK.fullmatch(clean(text)) is not None
