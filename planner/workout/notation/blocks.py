"""An exercise over several lines: its name first, its sets below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from planner.workout.notation.amounts import MAX_LINE, TIME
from planner.workout.notation.clauses import sets_in
from planner.workout.notation.opening import opening
from planner.workout.notation.prose import dose_in
from planner.workout.notation.spelling import clean, spelled
from planner.workout.notation.tables import Numbered

_FIELD = re.compile(
    r"[\s>*•-]*(?P<field>sets?|reps?|repetitions|rest|pause"
    r"|weight|load|rpe|rir|tempo|time|duration|hold)\s*[:=]\s*"
    r"(?P<value>\S(?:(?!\b(?:sets?|reps?|rest)\s*[:=]).)*)", re.IGNORECASE)
_FIELDS = re.compile(rf"(?:{_FIELD.pattern}[\s,;|]*){{2,}}".replace("?P<field>", "").replace(
    "?P<value>", ""), re.IGNORECASE)
_TAG = re.compile(r"\s*[\[(]\s*(?P<tag>warm[ -]?up|w|failure|to failure|f|drop(?:[ -]?set)?|d)"
                  r"\s*[\])]\W*$", re.IGNORECASE)
_REST_BELOW = re.compile(
    rf"[\s>*•-]*(?:rest|pause)\b\s*(?:for|of|[:=])?\s*(?:[0-9]+\s*(?:-|to)\s*)?{TIME}\W*"
    rf"|[\s>*•-]*{TIME}\s*(?:rest|between(?:\s+(?:rounds|sets))?)"
    r"(?:\s*,\s*[0-9]+\s*rounds)?\W*", re.IGNORECASE)
_ROUNDS_BEHIND = re.compile(r"\s*,\s*[0-9]+\s*(?:rounds|sets\s+of)\W*$", re.IGNORECASE)
_LETTERED_SET = re.compile(
    r"[\s>*•-]*(?P<kind>[wdf])[0-9]{0,2}\s*:\s*(?P<set>-?[0-9]+(?:[.,][0-9]+)?\s*(?:kgs?|lbs?)\s*"
    r"[x×]\s*[0-9]+\b(?:\s*@.*)?|[0-9]+\s*reps?\b(?:\s*@.*)?)\s*", re.IGNORECASE)
_TAGS = {"w": "[Warm-up]", "d": "[Drop]", "f": "[Failure]"}
_SET = re.compile(r"[\s>*•-]*set\s*#?[0-9]{1,2}\s*[:.)-]?\s*(?P<set>\S.*)", re.I)
_REPS = re.compile(r"(?P<reps>[0-9]+)\s*(?:reps?)?"
                   r"(?P<more>\s*(?:[@,(]|with\b).*)?", re.IGNORECASE)
_BOLD = re.compile(r"\*\*|__")


class Blocks:
    """Joins a name with the lines of sets below it.

    Parameters
    ----------
    is_name
        Whether a line is the name of an exercise and nothing else.
    is_dose
        Whether a line is a dose without a name.
    is_held
        Whether what a line names goes by the clock.
    """

    def __init__(self, is_name: Callable[[str], bool], is_dose: Callable[[str], bool],
                 is_held: Callable[[str], bool]) -> None:
        self._is_name = is_name
        self._is_dose = is_dose
        self._is_held = is_held

    def joined(self, lines: Iterable[Numbered]) -> Iterator[Numbered]:
        """Yield the lines, each name with its sets as one line under the name's number."""
        head: Numbered | None = None
        below: list[str] = []
        blank: list[Numbered] = []
        for number, text in _with_rests(lines):
            text = _LETTERED_SET.sub(_as_set, text) if head is not None else text
            near = bool(below) or not blank
            if head is not None and self._belongs(text, near):
                below.append(text)
                continue
            if head is not None and near and not below and (told := self._told(head[1], text)):
                below.append(told)
                continue
            if head is not None and not text.strip() and not below:
                blank.append((number, text))
                continue  # a blank line between a name and its sets
            if head is not None:
                yield from _whole(head, below)
                yield from blank if not below else []
                head, below = None, []
            if self._is_name(text):
                head, blank = (number, text), []
            else:
                yield number, text
        if head is not None:
            yield from _whole(head, below)

    def _belongs(self, text: str, near: bool) -> bool:
        text = _BOLD.sub("", text)
        return bool(_FIELDS.fullmatch(text) or _FIELD.fullmatch(text) or _SET.fullmatch(text)) or (
            near and bool(text.strip()) and self._is_dose(text))

    def _told(self, name: str, text: str) -> str | None:
        """Return the dose in a sentence below a name."""
        if not re.search("[0-9]", text) or len(text) > MAX_LINE or opens_another(text):
            return None
        return dose_in(text, self._is_held(name))


def _as_set(match: re.Match[str]) -> str:
    """Return ``W: 40 kg x 10`` of a log as a set that is tagged: ``Set 1: … [Warm-up]``."""
    return f"Set 1: {match['set']} {_TAGS[match['kind'].casefold()]}"


def opens_another(text: str) -> bool:
    """Whether a line begins with a number or a label of its own: ``2) Glute bridge``."""
    return bool(re.match(r"\s*(?:[0-9]{1,2}[.)]\s|[a-z][0-9]?[.)]\s|#)", text, re.IGNORECASE))


def _with_rests(lines: Iterable[Numbered]) -> Iterator[Numbered]:
    """Yield the lines, an indented rest with the exercise that it stands below."""
    held: Numbered | None = None
    for number, text in lines:
        deeper = held is not None and (
            _indent(text) > _indent(held[1]) or "superset" in opening(clean(held[1]))[1])
        if held is not None and deeper and _REST_BELOW.fullmatch(text) and sets_in(
                spelled(clean(held[1]))):
            rest = _ROUNDS_BEHIND.sub("", spelled(clean(text))).strip(" -*•>.")
            yield held[0], f"{held[1].rstrip()}, {rest}"
            held = None
            continue
        if held is not None:
            yield held
        held = (number, text)
    if held is not None:
        yield held


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip()) if text.strip() else 0


def _whole(head: Numbered, below: list[str]) -> Iterator[Numbered]:
    number, name = head
    if not below:
        yield number, name
        return
    fields: dict[str, str] = {}
    doses: list[str] = []
    for text in (_BOLD.sub("", line) for line in below):
        if match := _SET.fullmatch(text):
            doses += _one_set(match["set"])
        elif _FIELDS.fullmatch(text):
            fields |= {m["field"].casefold()[:3]: m["value"].strip(" ,;|")
                       for m in _FIELD.finditer(text)}
        elif match := _FIELD.fullmatch(text):
            fields[match["field"].casefold()[:3]] = match["value"].strip()
        else:
            doses.append(text.strip())
    name = _BOLD.sub("", name).strip(" \t#").rstrip(":")
    if doses and any(_is_warm_up(line) for line in below):
        doses[-1] += " (warm-up left out)"
    if not fields and not doses:
        yield number, name  # nothing but sets to warm up
        return
    yield number, f"{name}: {'; '.join([*_dose(fields), *doses])}"


def _is_warm_up(text: str) -> bool:
    """Whether a line is a set that a log calls a warm-up."""
    tag = _TAG.search(text)
    return tag is not None and tag["tag"].casefold().startswith("w")


def _one_set(text: str) -> Iterator[str]:
    """Yield a set of a log: ``60 kg x 10`` as it is, ``12 reps @ 40kg`` as ``1x12 @ 40kg``.

    A warm-up set is none that counts.
    """
    if _is_warm_up(text):
        return
    tag = _TAG.search(text)
    what = tag["tag"].casefold() if tag else ""
    bare = (text[:tag.start()] if tag else text).strip()
    match = _REPS.fullmatch(bare)
    dose = f"1x{match['reps']}{match['more'] or ''}" if match else bare
    yield dose + (" to failure" if what in ("f", "failure", "to failure") else "")


def _dose(fields: dict[str, str]) -> Iterator[str]:
    """Yield the fields below a name as one dose."""
    words = {"pau": "res", "loa": "wei", "dur": "tim", "hol": "tim"}
    known = {words.get(name, name): value for name, value in fields.items()}
    if not known:
        return
    amount = known.get("rep") or known.get("tim") or ""
    sets = known.get("set", "")
    dose = f"{sets}x{amount}" if sets and amount else amount or sets
    options = [form.format(known[name]) for name, form in (
        ("wei", "@ {}"), ("rpe", "@ RPE {}"), ("rir", "@ RIR {}"), ("tem", "tempo {}"),
        ("res", "{} rest")) if name in known]
    yield ", ".join([dose, *options])
