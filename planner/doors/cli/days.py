"""Sessions from ``--days`` and ``--minutes``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.catalog.body import so_many
from planner.request.errors import InputError, nearest
from planner.request.request import DAYS

Sessions = list[dict[str, Any]]


def sessions_of(days: str | None, minutes: str | None, written: Any,
                usual: int | None = None) -> Sessions | None:
    """Return the sessions that the options ask for, None where a file's own stand.

    Parameters
    ----------
    days
        Days with commas; a day twice is two sessions.
    minutes
        One number for all, one for each session in turn, or pairs such as
        ``sat=35``; a number and pairs together mix.
    written
        The sessions of the request file, if any.
    usual
        Minutes of a day that nobody says anything of.

    Raises
    ------
    InputError
        Naming the option, what was found and what would be right.
    """
    if days is None and minutes is None:
        return None
    own = written if isinstance(written, list) else []
    numbers, pairs = _minutes(minutes)
    sessions = _sessions(days, own, list(pairs) if not numbers else [])
    _spread(sessions, numbers)
    for name, value in pairs.items():
        _set(sessions, name, value)
    for name, session in zip(_names(sessions), sessions, strict=True):
        if "minutes" not in session and usual is not None:
            session["minutes"] = usual
        if "minutes" not in session:
            raise InputError(f"no minutes for {name}; write --minutes 55, or {name}=55",
                             "--minutes")
    return sessions


def minutes_by_session(text: str | None, ids: Sequence[str]) -> dict[str, int]:
    """Return minutes by session from ``45``, which is for all, or from ``mon=35,thu=50``."""
    numbers, pairs = _minutes(text)
    if len(numbers) > 1:
        raise InputError("expected one number for all sessions, or pairs such as sat=35",
                         "--minutes")
    return {**{name: numbers[0] for name in ids if numbers}, **pairs}


def _minutes(text: str | None) -> tuple[list[int], dict[str, int]]:
    numbers, pairs = [], {}
    for part in (text or "").split(","):
        if not part.strip():
            continue
        name, equals, value = part.strip().rpartition("=")
        try:
            number = int(value)
        except ValueError:
            raise InputError("expected whole minutes, as in 55 or 60,45,60 or sat=35, "
                             f"found {part.strip()!r}", "--minutes") from None
        if equals:
            pairs[name.strip().lower()] = number
        else:
            numbers.append(number)
    return numbers, pairs


def _sessions(days: str | None, own: Sessions, paired: list[str]) -> Sessions:
    """Return sessions on the days asked for; a file's own stay what they are."""
    if days is None:
        if own:
            return [dict(s) for s in own if isinstance(s, dict)]
        names = sorted((_day(p.split("_")[0], "--minutes") for p in paired), key=DAYS.index)
        return [{"day": day} for day in names or ["mon"]]
    left = [dict(s) for s in own if isinstance(s, dict)]
    known = [s.get("minutes") for s in left]
    same_length = known[0] if known and known.count(known[0]) == len(known) else None
    sessions: Sessions = []
    for word in days.split(","):
        day = _day(word.strip().lower(), "--days")
        same = next((s for s in left if s.get("day") == day), None)
        if same is not None:
            left.remove(same)
            sessions.append({k: v for k, v in same.items() if k != "id"})
        else:
            sessions.append({"day": day} if same_length is None else
                            {"day": day, "minutes": same_length})
    return sessions


def _day(word: str, option: str) -> str:
    if word not in DAYS:
        raise InputError(f"unknown day {word!r}; {nearest(word, DAYS)}", option)
    return word


def _spread(sessions: Sessions, numbers: list[int]) -> None:
    if len(numbers) not in (0, 1, len(sessions)):
        raise InputError(f"{len(numbers)} numbers for {so_many(len(sessions), 'session')}; "
                         "write one for all or one each", "--minutes")
    for i, session in enumerate(sessions):
        if numbers:
            session["minutes"] = numbers[i if len(numbers) > 1 else 0]


def _names(sessions: Sessions) -> list[str]:
    seen: dict[str, int] = {}
    names = []
    for session in sessions:
        day = str(session.get("day"))
        seen[day] = seen.get(day, 0) + 1
        names.append(day if seen[day] == 1 else f"{day}_{seen[day]}")
    return names


def _set(sessions: Sessions, name: str, value: int) -> None:
    names = _names(sessions)
    if name not in names:
        raise InputError(f"no session {name!r}; {nearest(name, names)}", "--minutes")
    sessions[names.index(name)]["minutes"] = value
