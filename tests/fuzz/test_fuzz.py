"""A few of the cases that ``python -m tests.fuzz`` tries by the thousand."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.fuzz import properties, strategies
from tests.fuzz.__main__ import main

FEW = settings(max_examples=12, derandomize=True, database=None, deadline=None,
               suppress_health_check=list(HealthCheck))


@FEW
@given(strategies.requests(2))
def test_requests(asked):
    """A plan that two audits accept, an honest no, or a refusal with its place."""
    asked["limits"]["seconds"] = 1
    assert properties.of_request(asked, timed=False)


@FEW
@given(strategies.wrong_requests())
def test_wrong_requests(asked):
    """Whatever stands in a field, the answer is a plan or a sentence."""
    assert properties.of_request(asked, timed=False)


@settings(FEW, max_examples=40)
@given(strategies.damaged())
def test_damaged_plans(plan):
    """A plan's file with other values in it is read, or refused with its place."""
    assert properties.of_plan_file(plan) in ("read", "refused")


@settings(FEW, max_examples=60)
@given(strategies.texts())
def test_texts(text):
    """Any text is judged, or refused with its line."""
    assert properties.of_text(text) in ("judged", "refused")


@settings(FEW, max_examples=25)
@given(strategies.texts())
def test_improvements(text):
    """A text that can be read becomes a plan that two audits accept."""
    assert properties.of_improvement(text, timed=False)


@settings(FEW, max_examples=60)
@given(strategies.logs())
def test_logs(log):
    """Whatever an app has exported is read, or refused with its place."""
    assert properties.of_log(log) in ("read", "refused")


@settings(FEW, max_examples=25)
@given(strategies.overlays())
def test_overlays(overlay):
    """A catalogue's overlay is refused with its place, or planned from."""
    assert properties.of_overlay(overlay)


@settings(FEW, max_examples=60)
@given(strategies.calls())
def test_calls(call):
    """Whatever a program hands over, it gets an answer or an error of this package."""
    assert properties.of_call(call)


@settings(FEW, max_examples=6)
@given(strategies.lives())
def test_lives(life):
    """A plan that is swapped, planned anew, done and exported stays a plan."""
    assert properties.of_life(life)


def test_the_long_run_counts(capsys):
    """Half a second of it: a line of counts, and 0 where nothing broke."""
    assert main(["--minutes", "0.008", "--seed", "3", "--kind", "texts"]) == 0
    assert capsys.readouterr().out.startswith("texts: ")
