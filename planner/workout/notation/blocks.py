"""An exercise over several lines: its name first, its sets below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from planner.workout.notation.tables import Numbered

_FIELD = re.compile(
    r"[\s>*•-]*(?P<field>sets?|reps?|repetitions|rest|pause"
    r"|weight|load|rpe|rir|tempo|time|duration|hold)\s*[:=]\s*"
    r"(?P<value>\S(?:(?!\b(?:sets?|reps?|rest)\s*[:=]).)*)", re.IGNORECASE)
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
    """

    def __init__(self, is_name: Callable[[str], bool], is_dose: Callable[[str], bool]) -> None:
        self._is_name = is_name
        self._is_dose = is_dose

    def joined(self, lines: Iterable[Numbered]) -> Iterator[Numbered]:
        """Yield the lines, each name with its sets as one line under the name's number."""
        head: Numbered | None = None
        below: list[str] = []
        blank = False
        for number, text in lines:
            if head is not None and self._belongs(text, bool(below) or not blank):
                below.append(text)
                continue
            if head is not None and not text.strip() and not below:
                blank = True
                continue  # a blank line between a name and its sets
            if head is not None:
                yield from _whole(head, below)
                head, below = None, []
            if self._is_name(text):
                head, blank = (number, text), False
            else:
                yield number, text
        if head is not None:
            yield from _whole(head, below)

    def _belongs(self, text: str, near: bool) -> bool:
        text = _BOLD.sub("", text)
        return bool(_FIELD.fullmatch(text) or _SET.fullmatch(text)) or (
            near and bool(text.strip()) and self._is_dose(text))


def _whole(head: Numbered, below: list[str]) -> Iterator[Numbered]:
    number, name = head
    if not below:
        yield number, name
        return
    fields: dict[str, str] = {}
    doses: list[str] = []
    for text in (_BOLD.sub("", line) for line in below):
        if match := _SET.fullmatch(text):
            doses.append(_one_set(match["set"]))
        elif match := _FIELD.fullmatch(text):
            fields[match["field"].casefold()[:3]] = match["value"].strip()
        else:
            doses.append(text.strip())
    name = _BOLD.sub("", name).strip(" \t#").rstrip(":")
    yield number, f"{name}: {'; '.join([*_dose(fields), *doses])}"


def _one_set(text: str) -> str:
    """Return a set of a log: ``60 kg x 10`` as it is, ``12 reps @ 40kg`` as ``1x12 @ 40kg``."""
    match = _REPS.fullmatch(text.strip())
    return f"1x{match['reps']}{match['more'] or ''}" if match else text.strip()


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
