"""What answers say in figures, found again from the plans they are about or by planning."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import planner
from planner.answers.alternatives import alternatives
from planner.answers.difference import diff
from planner.answers.reasons.why import why
from planner.answers.replan import replan
from planner.answers.swap import swap
from planner.answers.tradeoff import tradeoff
from planner.doors.cli.changes import price
from planner.request.errors import Infeasible
from planner.show.wording import status
from tests.planner.answers.conftest import DAY
from tests.planner.figures import (
    ONE_OF_MANY,
    data_of,
    in_seconds,
    outside,
    seconds_of,
    sets_of,
    tiers_of,
    work_of,
)


def taken(plan, catalog):
    """Return the seconds of all sessions, from their entries."""
    return sum(seconds_of(s, catalog) for s in data_of(plan)["sessions"])


def values(plan):
    """Return coverage and quality as the plan has them."""
    return [t.value for t in plan.solver.tiers[:2]]


def changes(before, after):
    """Count the entries that came, went or are done otherwise in the sessions that both have."""
    found = Counter()
    sides = [{s["id"]: s for s in data_of(p)["sessions"]} for p in (before, after)]
    for day in sides[0].keys() & sides[1].keys():
        old, new = ({e["exercise"]: (e["sets"], e["reps"], e["hold_s"], e["equipment"], {
            o["exercise"] for o in work_of(side[day]) if e["superset"] and o is not e
            and o["superset"] == e["superset"]}) for e in work_of(side[day])} for side in sides)
        found["in"] += len(new.keys() - old.keys())
        found["out"] += len(old.keys() - new.keys())
        found["done otherwise"] += sum(old[k] != new[k] for k in old.keys() & new.keys())
    return found


# the price of a change


def test_the_price_of_a_swap_and_of_a_replan(week, rows, few):
    """Entries, minutes and both tiers are those of the two plans, each counted and audited anew."""
    others = [(rows, swap(rows, "mon", "seated_row", "lat_pulldown", catalog=few).options[0].plan),
              (week, replan(week, minutes={"wed": 25}, seconds=0.5, catalog=few).plan)]
    for before, after in others:
        said = price(diff(before, after, few))
        for word, count in changes(before, after).items():
            assert re.findall(rf"(\d+) {word}", said) == ([str(count)] if count else [])

        gap = taken(after, few) - taken(before, few)
        clocks = re.findall(r"(\d+:\d\d) minutes (more|less)", said) or [("0:00", "more")]
        assert [in_seconds(t) * (1 if word == "more" else -1) for t, word in clocks] == [gap]

        [(word, by, old, new)] = re.findall(
            r"quality (worse|better) by (\d+) points? \((\d+) to (\d+)\)", said)
        costs = [tiers_of(planner.check(p, catalog=few))[1] for p in (before, after)]
        assert [int(old), int(new)] == costs
        assert int(by) * (1 if word == "worse" else -1) == costs[1] - costs[0]


def test_coverage_in_quarter_sets(rows, few):
    """Coverage that is worse by so many quarter sets is so much further from the mins and maxes."""
    [other] = swap(rows, "mon", "seated_row", "lat_pulldown", catalog=few).options
    further = outside(data_of(other.plan)["coverage"]) - outside(data_of(rows)["coverage"])

    told = re.findall(r"(\d+) quarter sets? further", other.says)
    told += re.findall(r"coverage worse by (\d+) quarter sets?", price(other.difference))
    assert [int(n) for n in told] == [further] * len(told)


def test_the_new_minutes(week, few):
    """A plan for other minutes says which, and its session fits them."""
    found = replan(week, minutes={"wed": 25}, seconds=0.5, catalog=few)

    [(minutes, day)] = re.findall(r"(\d+) minutes on (\w+)", found.says)
    session = next(s for s in data_of(found.plan)["sessions"] if s["id"] == day)
    assert seconds_of(session, few) <= 60 * int(minutes) == session["budget_s"]


# what is still proved of a changed plan


def gap_of(said):
    """Return how much better a plan can be at most, in percent; None where nothing is claimed."""
    if said.startswith("Proved"):
        return 0
    found = re.findall(r"at most (\d+) % better", said)
    return int(found[0]) if found else None


def test_without_a_pin_the_plan_is_bounded_by_what_is_possible_without(planned, few):
    """A pinned exercise was swapped out; planning without the pin is no better than is claimed."""
    pinned, free = planned(include=["bent_over_row"]), planned()
    assert [t.proved for t in (*pinned.solver.tiers[:2], *free.solver.tiers[:2])] == [True] * 4
    for option in swap(pinned, "mon", "bent_over_row", catalog=few, count=9).options:
        gap, (loss, cost) = gap_of(status(option.plan)), values(option.plan)
        assert gap is None or [loss, cost * (100 - gap) / 100] <= values(free), (
            f"with {option.exercise}: {status(option.plan)} {[loss, cost]} against {values(free)}")


@pytest.fixture(scope="module")
def poor(catalog):
    """Return a catalogue of little for the back, and the proved plan that is made from it."""
    names = ("light_jog", "cat_cow", "deadlift", "band_row", "shrug")
    few_of_them = catalog.model_copy(update={"exercises": tuple(
        e for e in catalog.exercises if e.id in names)})
    return few_of_them, planner.plan(DAY, few_of_them)


def test_what_was_proved_of_another_catalogue_is_not_said_of_this_one(catalog, poor):
    """A plan that is the best of few exercises is not called the best where there are more."""
    known, plan = poor
    assert why(plan, catalog=known).says == "Proved to be the best in every tier."
    now, best = planner.check(plan, catalog=catalog), planner.plan(DAY, catalog)
    assert now.ok

    assert tuple(values(best)) < tiers_of(now)
    assert why(plan, catalog=catalog).says != "Proved to be the best in every tier."


def test_with_another_catalogue_the_plan_is_bounded_by_what_that_can_do(catalog, poor):
    """What was proved of few exercises is no claim about a plan with one that they have not."""
    _, plan = poor
    best = values(planner.plan(DAY, catalog))
    options = [o for e in ("deadlift", "band_row", "shrug")
               for o in swap(plan, "mon", e, catalog=catalog, count=9).options]
    assert options
    for option in options:
        gap, (loss, cost) = gap_of(status(option.plan)), values(option.plan)
        assert gap is None or [loss, cost * (100 - gap) / 100] <= best, (
            f"with {option.exercise}: {status(option.plan)} {[loss, cost]} against {best}")


def test_no_limit_stops_what_was_not_searched(rows, few):
    """A swap looks for one entry and has no limit of time that could have stopped it."""
    [option] = swap(rows, "mon", "seated_row", count=1, catalog=few).options

    assert "stopped by the limit" not in status(option.plan)


# alternatives


@pytest.mark.parametrize(("focus", "minutes", "told"), [
    ("back", 45, "minute"), ("legs chest", 60, "more for")])
def test_what_makes_an_alternative_different(catalog, focus, minutes, told):
    """Minutes, points, and what is new or gets more sets are those of the two plans."""
    best, other = alternatives({**DAY, "focus": focus.split(), "sessions": [
        {"day": "mon", "minutes": minutes}]}, 2, 3.0, catalog).plans
    gap = (taken(other.plan, catalog) - taken(best.plan, catalog)) / 60
    assert told in other.says

    for n, word in re.findall(r"(\d+) minutes? (longer|shorter)", other.says):
        assert abs(int(n) * (1 if word == "longer" else -1) - gap) <= 0.5
    [new] = re.findall(r"new: (.*?)\.$", other.says)
    assert {catalog.names.find(name) for name in re.split(", | and ", new)} == (
        in_plan(other.plan) - in_plan(best.plan))
    for more in re.findall(r"more for (.*?);", other.says):
        for goal in re.split(", | and ", more):
            sets = [sets_of(data_of(a.plan), goal.replace(" ", "_"), catalog)
                    for a in (best, other)]
            assert sets[1] - sets[0] >= 2
    costs = [tiers_of(planner.check(a.plan, catalog=catalog)) for a in (best, other)]
    assert (other.coverage_loss, other.dearer) == (costs[1][0], costs[1][1] - costs[0][1])


def in_plan(plan):
    """Return the exercises of a day's work."""
    return {e["exercise"] for e in work_of(data_of(plan)["sessions"][0])}


# more time


def test_what_a_step_of_time_brings(few):
    """A step's quarter sets are those that two plans with the same goals miss less of the targets.

    Each point is planned again, with the goals of the longest; all of the searches are proved.
    """
    found = tradeoff(DAY, (20, 50), step=30, catalog=few)
    longest = planner.plan({**DAY, "sessions": [{"day": "mon", "minutes": 50}]}, few)
    goals = {c.muscle: {"min": c.min, "target": c.target, "max": c.max} for c in longest.coverage}
    missing = []
    for point in found.points:
        plan = planner.plan({**DAY, "coverage": goals, "sessions": [
            {"day": "mon", "minutes": point.at}]}, few)
        assert point.proved == all(t.proved for t in plan.solver.tiers[:2]) is True
        assert [point.coverage, point.quality] == values(plan)
        missing.append(sum(4 * max(0, c["target"] - sets_of(data_of(plan), c["muscle"], few))
                           for c in data_of(plan)["coverage"]))

    [(low, high, step, whole)] = re.findall(
        r"from (\d+) to (\d+) minutes is worth most: (\d+) quarter sets? of (\d+)", found.says[0])
    assert [int(low), int(high)] == [20, 50]
    assert int(step) == int(whole) == missing[0] - missing[1]


def test_quarter_sets_of_a_goal_that_weighs_more(few):
    """However much a goal weighs, no more quarter sets are won than all targets have."""
    asked = {**DAY, "coverage": {"lats": {"weight": 50}}}
    found = tradeoff(asked, (20, 50), step=30, catalog=few)
    longest = planner.plan({**asked, "sessions": [{"day": "mon", "minutes": 50}]}, few)
    all_of_them = sum(4 * c.target for c in longest.coverage)

    told = re.findall(r"(\d+) quarter sets? of (\d+) in all", " ".join(found.says))
    assert all(int(n) <= all_of_them for pair in told for n in pair)


def test_time_without_a_plan_has_none(few):
    """Where no plan is said to fit, planning for that time finds none either."""
    found = tradeoff(DAY, (30, 40), step=10, seconds=0.001, catalog=few)
    without = [point.at for point in found.points if point.missing is None]
    assert without
    for minutes in without:
        assert planner.plan({**DAY, "sessions": [{"day": "mon", "minutes": minutes}]}, few)

    said = " ".join(found.says)
    assert not re.search(r"No plan fits|there is no plan", said)


def test_one_is_not_many(week, few):
    """No answer about a plan has one of something in the plural."""
    said = []
    with pytest.raises(Infeasible) as refused:
        replan(week, minutes={"wed": 1}, seconds=0.5, catalog=few)
    said += [c.says for c in refused.value.conflict.rules]
    same = diff(week, week, few)
    said.append(price(same.model_copy(update={"tiers_after": {
        name: value + 1 for name, value in same.tiers_before.items()}})))
    said += tradeoff({**DAY, "equipment": ["none"], "focus": ["abs"], "level": "advanced",
                      "coverage": {"abs": {"min": 1, "target": 4.25, "max": 4.25}}},
                     (12, 13), step=1, catalog=few).says

    assert [t for t in said if ONE_OF_MANY.search(t)] == []
