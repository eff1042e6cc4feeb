"""Two plans side by side."""

from __future__ import annotations

import pytest

from planner.answers.difference import diff, entry_changes
from planner.answers.swap import swap
from planner.plans.schema import Entry
from planner.request.errors import InputError


def entry(exercise, sets=3, superset=None, phase="work"):
    """Return an entry that takes no time."""
    return Entry(exercise=exercise, phase=phase, sets=sets, reps=8, superset=superset,
                 lead_in_s=0, ramp_s=0, work_s=0, rest_s=0, start_s=0, seconds=0)


def marks(before, after):
    """Return what happened to each entry, in the order of the page."""
    return [(c.exercise, c.change) for c in entry_changes(before, after)]


def test_added_and_removed():
    """What goes is shown where it stood, what comes where it stands."""
    before = [entry("a"), entry("b"), entry("c")]
    after = [entry("a"), entry("d"), entry("c")]

    assert marks(before, after) == [("a", "same"), ("b", "removed"), ("d", "added"),
                                    ("c", "same")]


def test_sets_and_supersets_are_the_dose():
    """More sets, or another partner, is another dose; another letter for the pair is not."""
    before = [entry("a", 3), entry("b", superset="A"), entry("c", superset="A")]
    more = [entry("a", 4), entry("b", superset="B"), entry("c", superset="B")]
    alone = [entry("a", 3), entry("b"), entry("c")]

    assert marks(before, more) == [("a", "dosed"), ("b", "same"), ("c", "same")]
    assert marks(before, alone) == [("a", "same"), ("b", "dosed"), ("c", "dosed")]


@pytest.mark.parametrize(("after", "moved"), [
    ("abcd", []), ("bcda", ["a"]), ("dabc", ["d"]), ("abdc", ["c", "d"]), ("acbd", ["b", "c"])])
def test_as_few_as_possible_have_moved(after, moved):
    """Of a, b, c, d in another order, those outside a longest run in order have moved.

    bcd keeps its order when a goes to the end, so only a has moved. Of two neighbours that
    changed places either may be said to have moved, but not both.
    """
    found = [name for name, change in marks([entry(n) for n in "abcd"],
                                            [entry(n) for n in after]) if change == "moved"]

    assert len(found) == (1 if moved else 0)
    assert set(found) <= set(moved)


def test_a_plan_and_itself(day, few):
    """Nothing differs."""
    found = diff(day, day, few)

    assert (found.changes, found.coverage, found.rules, found.request) == (0, (), (), ())
    assert [s.change for s in found.sessions] == ["same"]
    assert found.before_s == found.after_s == day.session("mon").seconds.typical


def test_both_ways(rows, few):
    """There and back: what one way adds the other removes, and the losses change places."""
    other = swap(rows, "mon", "seated_row", catalog=few).options[0].plan

    there, back = diff(rows, other, few), diff(other, rows, few)

    opposite = {"added": "removed", "removed": "added", "same": "same", "moved": "moved"}
    changes = {e.exercise: e.change for s in there.sessions for e in s.entries if s.id == "mon"}
    returned = {e.exercise: e.change for s in back.sessions for e in s.entries if s.id == "mon"}
    assert {k: opposite.get(v, v) for k, v in changes.items()} == returned
    assert there.coverage_loss_before == back.coverage_loss_after
    assert {g.muscle: (g.after, g.before) for g in there.coverage} == {
        g.muscle: (g.before, g.after) for g in back.coverage}


def test_by_hand(rows, few):
    """Seated row out, barbell row in, both 3 sets: the sets of each goal by hand.

    The goals are those of the day; each changes by 3 x (involvement of the one less that of
    the other), and nothing else changes.
    """
    option = next(o for o in swap(rows, "mon", "seated_row", catalog=few, count=9).options)
    old = next(e for e in rows.session("mon").entries if e.exercise == "seated_row")
    new = option.entry

    found = {g.muscle: g.after - g.before for g in diff(rows, option.plan, few).coverage}

    for goal in rows.coverage:
        muscles = few.members(goal.muscle)
        share = [max((v for m, v in few.exercise_by_id[e.exercise].muscles.items()
                      if m in muscles and v >= 0.5), default=0) for e in (old, new)]
        assert found.get(goal.muscle, 0) == new.sets * share[1] - old.sets * share[0]


def test_a_foreign_plan_is_compared_all_the_same(rows, few):
    """An exercise that the catalogue lacks is named, with the nearest, and still shown."""
    data = rows.model_dump(mode="json", by_alias=True)
    data["sessions"][0]["entries"][3]["exercise"] = "seated_rowing"

    found = diff(rows, data, few)

    assert [e.change for e in found.sessions[0].entries if "seated" in e.exercise] == [
        "removed", "added"]
    [note] = found.notes
    assert note.startswith("After: sessions.0.entries.3.exercise: unknown exercise "
                           "'seated_rowing'; did you mean 'seated_row'?")


def test_no_plan_at_all(day, few):
    """What is no plan is refused with the field."""
    with pytest.raises(InputError) as refused:
        diff(day, {"schema": "plan/1"}, few)

    assert "missing" in refused.value.message
