"""What a conflict and its repairs say in figures, found again from the request and by planning."""

from __future__ import annotations

import re

import pytest

import planner
from planner import Infeasible
from planner.request.request import as_request, normalise
from planner.solve.explain.fixes import changed

SESSIONS = {
    "one short session": [(12, 8, 3)], "a minute": [(1, 0, 0)],
    "two of three": [(40, 6, 3), (8, 6, 3), (7, 6, 3)]}
"""Minutes of sessions, and those of the two parts of their warm-ups."""

DAYS = ("mon", "wed", "fri")


def asked(name):
    """Return a request for the sessions of a name."""
    return {"limits": {"seconds": 8}, "sessions": [
        {"day": day, "minutes": minutes,
         "warm_up": {"raise_minutes": first, "mobilise_minutes": second}}
        for day, (minutes, first, second) in zip(DAYS, SESSIONS[name], strict=False)]}


@pytest.fixture(scope="module")
def conflicts(few):
    """Return the conflict of each request."""
    found = {}
    for name in SESSIONS:
        with pytest.raises(Infeasible) as refused:
            planner.plan(asked(name), few)
        found[name] = refused.value.conflict
    return found


def possible(request, few):
    """Whether a plan exists."""
    try:
        return bool(planner.plan(request, few))
    except Infeasible:
        return False


def repaired(name, repair, few):
    """Return the request as a repair changes it, and as it was, both in full."""
    before = normalise(as_request(asked(name)), few)
    return changed(before, repair.change), before.model_dump(mode="json")


def warm(session):
    """Return the minutes of a session's warm-up."""
    return session["warm_up"]["raise_minutes"] + session["warm_up"]["mobilise_minutes"]


@pytest.mark.parametrize("name", SESSIONS)
def test_minutes_and_warm_up_are_those_of_the_request(conflicts, name):
    """A session's minutes, and those of its warm-up, are what was written; one is no plural."""
    said = [c for c in conflicts[name].rules if c.rule == "time_budget"]
    assert said
    for clash in said:
        minutes, *parts = SESSIONS[name][DAYS.index(clash.where)]
        held = f", of which the warm-up takes {sum(parts)}" if sum(parts) else ""
        assert clash.says == f"{clash.where} has {minutes} minute{'s' * (minutes != 1)}{held}"
        assert clash.says in conflicts[name].sentence()


@pytest.mark.parametrize("name", SESSIONS)
def test_a_repair_changes_what_it_says(conflicts, few, name):
    """Minutes more are those of the changed session, with their sum; warm-ups lose what is said."""
    assert conflicts[name].repairs
    for repair in conflicts[name].repairs:
        after, before = repaired(name, repair, few)
        pairs = list(zip(before["sessions"], after["sessions"], strict=True))
        more = {new["id"]: (new["minutes"] - old["minutes"], new["minutes"])
                for old, new in pairs if new["minutes"] != old["minutes"]}
        told = re.findall(r"(\d+) (minutes?) more on (\w+) \((\d+)\)", repair.says)

        assert {day: (int(n), int(total)) for n, _, day, total in told} == more
        assert all((unit == "minute") == (n == "1") for n, unit, _, _ in told)
        less = [warm(old) - warm(new) for old, new in pairs]
        assert re.findall(r"(\d+) minutes? less warm-up", repair.says) == (
            [str(max(less))] if any(less) else [])


def test_no_minute_less_of_a_repair_would_do(conflicts, few):
    """A warm-up that is a minute less short, or a session a minute shorter, has no plan."""
    for repair in conflicts["one short session"].repairs:
        request, before = repaired("one short session", repair, few)
        [session], [old] = request["sessions"], before["sessions"]
        assert possible(request, few)
        if session["minutes"] > old["minutes"]:
            session["minutes"] -= 1
        else:
            part = "raise_minutes" if session["warm_up"]["raise_minutes"] < 8 else (
                "mobilise_minutes")
            session["warm_up"][part] += 1
        assert not possible(request, few), repair.says
