"""What time buys: a curve that never rises, in figures and in words."""

from __future__ import annotations

import pytest

from planner import plan
from planner.answers.tradeoff import Point, says, tradeoff
from planner.request.errors import Infeasible, InputError
from tests.planner.answers.conftest import DAY, WEEK


def losses(found):
    """Return what is missing along a curve where it has a plan."""
    return [p.missing for p in found.points if p.missing is not None]


@pytest.mark.parametrize(("request_", "minutes"), [
    ({**DAY, "include": ["deadlift"]}, (10, 70)), (WEEK, (15, 55)),
    ({**DAY, "goal": "strength"}, (20, 60))], ids=["deadlift", "week", "strength"])
def test_more_minutes_never_hurt(few, request_, minutes):
    """However short the search, no more is missing; once there is a plan there is one."""
    found = tradeoff(request_, minutes, step=10, seconds=0.25, catalog=few)

    assert losses(found) == sorted(losses(found), reverse=True)
    assert [p.at for p in found.points] == list(range(minutes[0], minutes[1] + 1, 10))
    have = [p.missing is not None for p in found.points]
    assert have == sorted(have)


def test_more_sessions_never_hurt(few):
    """One to four sessions like the first, all judged by the goals of four."""
    found = tradeoff(WEEK, sessions=(1, 4), seconds=0.3, catalog=few)

    assert [p.at for p in found.points] == [1, 2, 3, 4]
    assert losses(found) == sorted(losses(found), reverse=True)


def test_all_points_have_the_goals_of_the_most_time(few):
    """The last point is what planning for 50 minutes gives: its own goals, judged by them.

    With 20 minutes alone the goals are smaller; here they are those of 50, so what 20 minutes
    miss is counted against the same targets: their sum, less what is reached of each.
    """
    plans = {m: plan({**DAY, "sessions": [{"day": "mon", "minutes": m}]}, few) for m in (20, 50)}
    targets = {m: {c.muscle: c.target for c in p.coverage} for m, p in plans.items()}
    assert sum(targets[20].values()) < sum(targets[50].values())

    found = tradeoff(DAY, (20, 50), step=30, catalog=few)

    assert found.points[-1].proved
    assert found.points[-1].quality == plans[50].solver.tiers[1].value
    short = sum(4 * max(0.0, c.target - c.sets) for c in plans[50].coverage)
    assert found.points[-1].missing == short
    most = 4 * sum(targets[50].values())
    assert found.points[0].reached == pytest.approx(1 - found.points[0].missing / most, abs=1e-4)


def test_gains_add_up(few):
    """What the steps bring is what lies between the first and the last point."""
    found = tradeoff(DAY, (20, 50), step=10, seconds=0.4, catalog=few)

    assert sum(p.gain or 0 for p in found.points) == losses(found)[0] - losses(found)[-1]


def points(*values):
    """Return points ten minutes apart with these losses."""
    made, before = [], None
    for i, loss in enumerate(values):
        gain = None if before is None or loss is None else before - loss
        made.append(Point(at=20 + 10 * i, missing=loss, gain=gain, proved=loss is None))
        before = loss if loss is not None else before
    return made


def test_in_words():
    """100, 60, 8, 0, 0: the step of 52 is worth most; at 40 only 8 of 100 are still to come."""
    assert says(points(100, 60, 8, 0, 0), "minutes") == [
        "The step from 30 to 40 minutes is worth most: 52 quarter sets of 100 in all.",
        "From 40 minutes on, more buys little: 8 quarter sets up to 60.",
        "At 50 minutes every target is reached."]


def test_in_words_where_nothing_helps():
    """No plan at first, then the same one whatever the time."""
    assert says(points(None, 12, 12), "sessions") == [
        "Below 30 sessions there is no plan.",
        "More sessions bring the targets no nearer: 12 quarter sets are missing throughout."]


@pytest.mark.parametrize(("ranges", "says_"), [
    ({}, "of minutes or of sessions"), ({"minutes": (20, 10)}, "20..90"),
    ({"minutes": (1, 600), "step": 1}, "600 points are too many"),
    ({"minutes": (20, 40), "sessions": (1, 2)}, "one of them"), ({"sessions": (0, 2)}, "1 to 14")])
def test_wrong_ranges(few, ranges, says_):
    """A range that makes no sense is refused before anything is planned."""
    with pytest.raises(InputError) as refused:
        tradeoff(DAY, catalog=few, **ranges)

    assert says_ in refused.value.message


def test_no_plan_anywhere(few):
    """A wish that no time fulfils is explained as `plan` explains it."""
    with pytest.raises(Infeasible) as refused:
        tradeoff({**DAY, "equipment": ["none"], "include": ["deadlift"]}, (20, 30), step=10,
                 seconds=0.2, catalog=few)

    assert "equipment" in {c.rule for c in refused.value.conflict.rules}
