"""Whatever reads a plan file audits it first, and says what is odd about it."""

from __future__ import annotations

import json

import pytest

from planner.answers.reasons.why import why
from planner.answers.swap import swap
from planner.answers.trial.opened_plan import open_plan
from planner.request.errors import InputError


def changed(plan, change):
    """Return a plan's file with something changed in it."""
    data = json.loads(plan.model_dump_json(by_alias=True))
    change(data)
    return data


def test_a_fresh_plan(week, few):
    """A plan as the planner wrote it has nothing odd, in all three forms."""
    for form in (week, json.loads(week.model_dump_json()), week.model_dump_json()):
        opened = open_plan(form, few)
        assert opened.notes == ()
        assert opened.worth.by_name() == {t.name: t.value for t in week.solver.tiers}


def test_proofs_hold_for_the_catalogue_and_the_rules_of_a_plan(day, few, catalog):
    """More exercises, or a rule of an application that is not there, may allow a better plan."""
    def another_rule(data):
        data["ledger"].append({**data["ledger"][0], "rule": "one_at_the_bar"})

    assert all(t.proved for t in open_plan(day, few).proofs)
    for opened in (open_plan(day, catalog), open_plan(changed(day, another_rule), few)):
        assert not any(t.proved for t in opened.proofs)
        assert opened.proofs[1].bound < opened.worth.quality
    assert why(day, catalog=catalog).says == (
        "How good it is with this catalogue and these rules is not known.")


def test_an_edited_plan(rows, few):
    """One set more than the planner wrote: the file disagrees with itself, and is over its time.

    One more set of seated rows takes its reps and one rest more; 7 seconds were left.
    """
    def one_more(data):
        entry = next(e for e in data["sessions"][0]["entries"] if e["exercise"] == "seated_row")
        entry["sets"] += 1

    assert 40 * 60 - rows.session("mon").seconds.typical == 7

    first, second = open_plan(changed(rows, one_more), few).notes

    assert first.startswith("The plan was edited: it says 39:53 for mon, which takes 4")
    assert second.startswith("The plan breaks time_budget (mon): 4")


def test_edited_figures(day, few):
    """A quality that is better than it is."""
    def boast(data):
        data["solver"]["tiers"][1]["value"] = 0

    value = day.solver.tiers[1].value
    assert value > 0
    assert open_plan(changed(day, boast), few).notes == (
        f"The plan was edited: it says 0 for quality, which is {value}.",)


def test_a_plan_of_other_tiers(day, few):
    """A file from before the tiers were three: its figures are not today's, and it is read."""
    def before(data):
        data["solver"]["tiers"][1]["name"] = "use_of_time"

    [note] = open_plan(changed(day, before), few).notes

    value = day.solver.tiers[1].value
    assert note == f"The plan was edited: it says {value} for use_of_time, which is None."


def test_another_catalogue(day, few, catalog):
    """A plan from fewer exercises, read with more: judged by today's, and it says so."""
    [note] = open_plan(day, catalog).notes

    assert note == ("The plan was made from catalogue coach 1 in another state; "
                    "it is judged by today's.")


def test_a_broken_plan_is_answered_all_the_same(rows, few):
    """Questions about a plan that breaks a rule are answered, with the fault beside them."""
    def long(data):
        entry = next(e for e in data["sessions"][0]["entries"] if e["exercise"] == "seated_row")
        entry["sets"] += 1

    broken = changed(rows, long)

    assert any("time_budget" in n for n in why(broken, "lats", few).notes)
    found = swap(broken, "mon", "seated_row", catalog=few)
    assert any("time_budget" in n for n in found.notes)
    over = [max(0, o.plan.session("mon").seconds.typical - 40 * 60) for o in found.options]
    assert all(-(-s // 60) <= 3 for s in over)  # it was up to three minutes over, and no more


@pytest.mark.parametrize(("change", "where", "says"), [
    (lambda d: d["sessions"][0]["entries"][2].update(exercise="dedlift"),
     "sessions.0.entries.2.exercise", "unknown exercise 'dedlift'; did you mean 'deadlift'?"),
    (lambda d: d["sessions"][0].update(id="tue"), "sessions",
     "the request asks for the sessions mon, the plan has tue"),
    (lambda d: d.update(done=["tue"]), "done", "no session 'tue'"),
    (lambda d: d["sessions"][0]["entries"][2].update(reps=None),
     "sessions.0.entries.2", "either reps or hold_s"),
    (lambda d: d.pop("request"), "request", "missing")])
def test_no_plan(rows, few, change, where, says):
    """What cannot be a plan names the field, what was found and the nearest that is known."""
    with pytest.raises(InputError) as refused:
        open_plan(changed(rows, change), few)

    assert refused.value.where == where
    assert says in refused.value.message


def test_a_foreign_plan_says_where_it_is_from(rows, few):
    """An exercise that is gone, in a plan from another catalogue: both are said."""
    def foreign(data):
        data["catalog"].update(name="mine", version="7", sha256="0" * 64)
        data["sessions"][0]["entries"][3]["exercise"] = "atlas_stone"

    with pytest.raises(InputError, match="made from another catalogue, mine 7"):
        open_plan(changed(rows, foreign), few)
