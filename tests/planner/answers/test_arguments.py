"""The functions check what they are given as the command line does."""

from __future__ import annotations

import math

import pytest

import planner
from planner import InputError


@pytest.mark.parametrize(("ask", "where"), [
    (lambda p, few: planner.swap(p, "mon", "deadlift", count=0, catalog=few), "count"),
    (lambda p, few: planner.swap(p, None, "deadlift", catalog=few), "session"),
    (lambda p, few: planner.swap(p, "mon", "deadlift", without=3, catalog=few), "without"),
    (lambda p, few: planner.replan(p, minutes={"mon": "x"}, catalog=few), "minutes"),
    (lambda p, few: planner.replan(p, lost=["mon"], seconds=math.nan, catalog=few), "seconds"),
    (lambda p, few: planner.alternatives(p.request, True, catalog=few), "count"),
    (lambda p, few: planner.tradeoff(p.request, (20, 30), seconds=-1, catalog=few), "seconds"),
    (lambda p, few: planner.tradeoff(p.request, (20, 30), step=0, catalog=few), "step"),
    (lambda p, few: planner.why(p, 3, catalog=few), "what"),
    (lambda p, few: planner.why_not(p, None, catalog=few), "exercise"),
    (lambda p, few: planner.check(p, catalog="coach"), "catalog")])
def test_odd_values_are_refused(day, few, ask, where):
    """The error names the argument; nothing is planned."""
    with pytest.raises(InputError) as refused:
        ask(day, few)

    assert refused.value.where == where


def test_days_and_exercises_by_name(rows, few):
    """Monday is mon, and Seated rows is the seated row."""
    found = planner.swap(rows, "Monday", "Seated rows", count=1, catalog=few)

    assert (found.session, found.entry) == ("mon", "seated_row")


class Own:
    """A rule of an application's own, with a fact of it changed."""

    def __init__(self, **facts):
        self.__dict__.update({"id": "own", "severity": "must", "weight": 1, **facts})

    def build(self, m):
        """Ask for nothing."""

    def check(self, w, p):
        """Find nothing."""
        return ()


@pytest.mark.parametrize("rules", [
    [Own(severity="strict")], [Own(weight=-1)], [Own(weight=1.5)], [Own(weight=math.nan)],
    [Own(id="")], [Own(id="Two words")], [Own(), Own()]])
def test_rules_of_an_application(few, rules):
    """A severity, a whole weight, and an id that no other rule has."""
    with pytest.raises(InputError) as refused:
        planner.plan({"sessions": [{"day": "mon", "minutes": 20}]}, few, rules=rules)

    assert refused.value.where == "rules"


def test_unknown_equipment_in_a_plan(rows, few):
    """The entry is named, wherever the plan is opened."""
    data = rows.model_dump(mode="json", by_alias=True)
    data["sessions"][0]["entries"][-1]["equipment"] = ["wings"]

    for ask in (lambda: planner.check(data, catalog=few), lambda: planner.why(data, catalog=few)):
        with pytest.raises(InputError) as refused:
            ask()
        assert refused.value.where.endswith("equipment")
