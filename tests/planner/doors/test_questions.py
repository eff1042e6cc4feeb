"""The table of questions is what the functions are, and answers from plain data as they do."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

import planner
from planner import InputError
from planner.doors.cli.commands.schema import schema_of
from planner.doors.questions import QUESTION, QUESTIONS, _named

WEEK = json.loads((Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json").read_text(
    "utf-8"))
WATCHING = {"catalog", "rules", "on_progress", "on_event", "on_point", "should_stop", "settings"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_the_table_is_what_the_functions_take(question):
    """Each argument is one of the function, none is missing, and defaults are the same."""
    taken = {name: p for name, p in inspect.signature(_named(question.function)).parameters.items()
             if name not in WATCHING}
    named = {a.name: a for a in question.arguments}
    if "given" in taken:  # the options of a format
        taken.pop("given")
        options = inspect.signature(_named("planner.show.export_options:Options")).parameters
        taken |= {n: p for n, p in options.items() if n in named}
        assert set(options) <= set(named)

    assert set(taken) == set(named)
    for name, argument in named.items():
        default = taken[name].default
        assert argument.required == (default is inspect.Parameter.empty)
        if not argument.required and argument.default not in (None, ()):
            assert argument.default == default


def test_asked_with_plain_data():
    """A program that has nothing but JSON gets what the function gives."""
    asked = {"plan": WEEK, "session": "mon", "entry": WEEK["sessions"][0]["entries"][3]["exercise"]}

    found = QUESTION["swap"].ask({**asked, "count": 2})

    same = planner.swap(WEEK, asked["session"], asked["entry"], count=2)
    assert [(o.exercise, o.says) for o in found.options] == [
        (o.exercise, o.says) for o in same.options]


@pytest.mark.parametrize(("data", "where"), [
    ({"plan": WEEK, "session": "mon"}, "entry"),
    ({"plan": WEEK, "session": "mon", "entry": "x", "count": 0}, "count"),
    ({"plan": WEEK, "session": "mon", "entry": "x", "instead": "y"}, "instead"),
    ({"plan": WEEK, "session": "mon", "entry": 3}, "entry")])
def test_wrong_data_is_refused(data, where):
    """The error names the field."""
    with pytest.raises(InputError) as refused:
        QUESTION["swap"].ask(data)

    assert refused.value.where == where


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.name != "plan"],
                         ids=lambda q: q.name)
def test_every_question_has_a_schema(question):
    """It describes each argument, and the answer where that is no file."""
    found = schema_of(question.name)
    ask = found["$defs"][found["properties"]["ask"]["$ref"].rpartition("/")[2]]

    assert {n: p["description"] for n, p in ask["properties"].items()} == {
        a.name: a.says for a in question.arguments}
    assert ("answer" in found["properties"]) == (question.answers != "bytes")
