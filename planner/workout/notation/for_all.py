"""What is written once and is of the whole text: a warm-up, a rest, a training maximum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from planner.request.errors import InputError
from planner.workout.notation.amounts import MAX_LINE, MAX_REST_S, TIME, in_limits, seconds_of
from planner.workout.notation.entry import ReadEntry
from planner.workout.notation.line import Line
from planner.workout.notation.marks import TRAINING_MAX
from planner.workout.notation.spelling import clean
from planner.workout.rows import Row

Opened = tuple[tuple[str, ...], list[ReadEntry]]
"""The days of a session and its entries."""

_PREPARES = ("raise", "mobilise", "activate")
_WARMS_ALL = "it stands above the first day, and was taken as the warm-up of every session"
_REST = re.compile(
    rf"\W*(?:rest|pause)\s*(?:for\s+|of\s+)?:?\s*(?:(?:[0-9]+|{TIME})\s*(?:-|\bto\b)\s*)?"
    rf"(?P<time>{TIME})\s*(?:in\s+)?(?:rest|between|after|for)?\s*(?P<all>(?:on|for|of)?\s*"
    r"(?:all|every|each)(?:\s+(?:the|working|work))?\s*(?:sets?|exercises?|lifts?)"
    r"(?:\s+(?:of|on|for)\s+(?:all|every|each)\s+(?:exercises?|lifts?))?|throughout)\W*",
    re.IGNORECASE)
_TM = r"(?:tms?|training\s+max(?:es|imums?)?)\b"
_TM_LINE = re.compile(
    rf"(?:^|[\s(])(?:your\s+|my\s+)?{_TM}\s*(?:\([^)]*\)\s*)?(?::|=|\bis\b|\bare\b)"
    rf"|(?:%s|\b(?:percent(?:age)?s?|loads|weights|numbers))\b[^0-9]{{0,40}}\b{_TM}"
    rf"|\ball\s+%[^0-9]{{0,30}}\b{_TM}", re.IGNORECASE)
_TM_SHARE = re.compile(rf"\b{_TM}[^0-9]{{0,15}}(?P<share>[0-9]{{2}})\s*%", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"[0-9]\s*%\s*(?:of\s+)?(?:(?:your|the|my|a)\s+)?(?:e?[0-9]*\s*-?\s*rm\b"
                         r"|max\b)", re.IGNORECASE)


def warmed(sessions: Sequence[Opened]) -> list[Opened]:
    """Return the sessions, what warms up above the first heading in each of those with work."""
    (days, first), *others = sessions
    trained = [entries for _, entries in others if any(e.phase == "work" for e in entries)]
    if days or not first or not trained or any(e.phase not in _PREPARES for e in first):
        return list(sessions)
    common = [replace(e, remark="; ".join(filter(None, (e.remark, _WARMS_ALL)))) for e in first]
    return [(its, [*common, *entries] if any(e.phase == "work" for e in entries) else entries)
            for its, entries in others]


def rest_of_all(text: str) -> int | None:
    """Return the seconds of ``Rest 60 s between all sets``, None for any other line."""
    match = _REST.fullmatch(clean(text)) if len(text) <= MAX_LINE else None
    if match is None:
        return None
    return int(in_limits(seconds_of(match["time"])["seconds"], 0, MAX_REST_S, "seconds of rest"))


def rested(entries: Sequence[ReadEntry], rest_s: int, line: int) -> list[ReadEntry]:
    """Return entries with a rest where none is written; in a superset it is behind the last."""
    followed = {a.line for a, b in pairwise(entries) if a.superset and a.superset == b.superset}
    return [_rested(e, rest_s, line) if e.phase == "work" and e.line not in followed else e
            for e in entries]


def _rested(entry: ReadEntry, rest_s: int, line: int) -> ReadEntry:
    rows = entry.rows or (Row(entry.sets, entry.dose),)
    if any(row.rest_s is not None for row in rows):
        return entry
    said = f"the {rest_s} s of rest on line {line} were taken for every set"
    return replace(entry, rows=tuple(replace(row, rest_s=rest_s) for row in rows),
                   remark="; ".join(filter(None, (entry.remark, said))))


def training_max(lines: Iterable[str]) -> float | None:
    """Return the training maximum that a text says its per cent are of, as a share of the maximum.

    ``TM = 85 %`` says which share; without a figure it is that of its inventor.
    """
    for text in lines:
        bare = clean(text)
        if len(bare) <= MAX_LINE and _TM_LINE.search(bare):
            share = _TM_SHARE.search(bare)
            return int(share["share"]) / 100 if share else TRAINING_MAX
    return None


def of_training_max(line: Line, share: float, text: str) -> Line:
    """Return a line whose per cent are of a training maximum, as per cent of the maximum."""
    if _OF_ANOTHER.search(text):
        return line
    rows = []
    for row in line.rows:
        percent = row.said.get("percent")
        if percent is None or "of_rm" in row.said or "of_tm" in row.said:
            rows.append(row)
            continue
        mine = round(percent * share, 2)
        if mine < 1:
            raise InputError(f"{percent:g} % of a training maximum is no load")
        said = (f"{percent:g} % was taken as of the training maximum, {mine:g} % of the maximum")
        rows.append(replace(row, said={**row.said, "percent": mine, "taken": said}))
    return replace(line, rows=tuple(rows))
