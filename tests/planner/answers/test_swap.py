"""Swapping one entry: exact, dosed, timed, and never against a must rule."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import planner
from planner.answers.swap import swap
from planner.answers.trial.opened_plan import open_plan, replaced
from planner.answers.trial.replacements import Place, Replacements
from planner.answers.trial.scoring import Scorer
from planner.judge.audit import broken_musts, ledger, worth
from planner.judge.prices import quality_parts
from planner.judge.tiers import NO_BOUND
from planner.problem.warm_up import preparing
from planner.request.errors import Infeasible, InputError
from planner.workout.workout import WorkoutEntry, blocks, with_entries


def work(plan, session):
    """Return the ids of a session's work entries in order."""
    return [e.exercise for e in plan.session(session).entries if e.phase == "work"]


def everything(opened, session, entry):
    """Yield every workout that has another candidate for an entry, at every place.

    Each candidate, each number of sets, alone or in the entry's superset, the
    block before each of the others: what `swap` says it looks at, spelt out.
    """
    p = opened.problem
    there = next(s for s in p.sessions if s.id == session)
    held = opened.workout.sessions[there.index]
    old = next(i for i in held.entries if i.exercise.id == entry)
    before = tuple(i for i in held.entries if not i.work)
    partner = next((i for i in held.work if i is not old and i.superset is not None
                    and i.superset == old.superset), None)
    for option in there.options:
        if option.id in {i.exercise.id for i in held.entries}:
            continue
        for sets in range(option.sets[0], option.sets[1] + 1):
            for paired in (False, True):
                if paired and (partner is None or partner.sets != sets):
                    continue
                new = WorkoutEntry(option.exercise, "work", sets, option.dose, option.clock,
                                   old.superset if paired else None, option.equipment)
                rest = [i for i in held.work if i is not old]
                block = (new,)
                if paired:
                    rest.remove(partner)
                    block = (partner, new)
                elif partner is not None:
                    rest = [replace(i, superset=None) if i is partner else i for i in rest]
                groups = blocks(tuple(rest))
                for at in range(len(groups) + 1):
                    for way in (block, block[::-1]):
                        entries = [*groups[:at], way, *groups[at:]]
                        done = before + tuple(i for b in entries for i in b)
                        yield option.id, replaced(opened.workout, there.index,
                                                  with_entries(held, done))


def best_of_all(opened, session, entry, count):
    """Return the best of everything by full audits, one for each exercise."""
    best = {}
    for name, workout in everything(opened, session, entry):
        rows = ledger(workout, opened.problem, opened.rules)
        if not broken_musts(rows):
            score = worth(workout, opened.problem, rows)
            best[name] = min(score, best.get(name, score))
    return sorted((score, name) for name, score in best.items())[:count]


@pytest.mark.parametrize("fields", [
    {}, {"supersets": "prefer"}, {"goal": "strength", "level": "advanced"},
    {"focus": ["legs"], "supersets": "prefer"}, {"rules": {"core_last": "must"}}], ids=str)
def test_the_best_of_all_by_brute_force(planned, few, fields):
    """For every entry of a plan, swap finds what trying everything with full audits finds."""
    plan = planned(**fields)
    opened = open_plan(plan, few)
    for entry in work(plan, "mon"):
        expected = best_of_all(opened, "mon", entry, 3)
        if not expected:
            with pytest.raises(Infeasible):
                swap(plan, "mon", entry, catalog=few)
            continue

        found = swap(plan, "mon", entry, catalog=few)

        assert [(tuple(o.difference.tiers_after.values()), o.exercise)
                for o in found.options] == expected


def test_a_row_without_the_cable(rows, few):
    """The cable is taken: nothing that needs it is offered, and each session is timed anew."""
    found = swap(rows, "mon", "seated_row", without=["cable"], catalog=few)

    assert all("cable" not in o.entry.equipment for o in found.options)
    for option in found.options:
        page = option.plan.session("mon")
        assert option.seconds_change == page.seconds.typical - rows.session("mon").seconds.typical
        assert page.seconds.typical <= 40 * 60


def test_the_others_stay(rows, few):
    """The rest keeps exercises, sets, doses and order; only the clock on the page moves on."""
    def rest(plan, gone):
        return [(e.exercise, e.sets, e.reps, e.hold_s) for e in plan.session("mon").entries
                if e.exercise not in gone]

    for option in swap(rows, "mon", "seated_row", catalog=few).options:
        assert rest(option.plan, {option.exercise}) == rest(rows, {"seated_row"})


@settings(max_examples=25, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_swap_breaks_a_must_rule(week, few, data):
    """Swap after swap, the plan passes its audit and says of itself what the audit says."""
    plan = week
    for _ in range(3):
        session = data.draw(st.sampled_from([s.id for s in plan.sessions]))
        entry = data.draw(st.sampled_from([e.exercise for e in plan.session(session).entries]))
        try:
            options = swap(plan, session, entry, catalog=few).options
        except Infeasible:
            continue
        option = data.draw(st.sampled_from(options))
        audit = planner.check(option.plan, catalog=few)

        assert audit.ok
        assert audit.tiers == {t.name: t.value for t in option.plan.solver.tiers}
        assert entry not in [e.exercise for e in option.plan.session(session).entries]
        untouched = [s for s in plan.sessions if s.id != session]
        assert [option.plan.session(s.id) for s in untouched] == untouched
        plan = option.plan


def test_a_proof_that_still_holds_is_kept(day, few):
    """The plan is proved in coverage and quality: a swap that keeps coverage keeps both bounds.

    Where coverage is lost nothing is known of quality any more.
    """
    coverage, quality = (t.value for t in day.solver.tiers[:2])
    assert [t.proved for t in day.solver.tiers[:2]] == [True, True]
    seen = set()
    for entry in ("light_jog", "arm_circles", *work(day, "mon")):
        try:
            options = swap(day, "mon", entry, catalog=few).options
        except Infeasible:
            continue
        for option in options:
            first, second, _ = option.plan.solver.tiers
            same = first.value == coverage
            seen.add(same)
            assert (first.bound, first.proved) == (coverage, same)
            assert second.proved == (same and second.value == quality)
            assert second.bound == (quality if same else NO_BOUND.quality)
    assert False in seen


def test_a_named_replacement(rows, few):
    """`replacement` asks for one exercise, and gets it with the best number of sets.

    A pulldown is worth as much to the lats as a row, half as much to the upper back (1.0 and
    0.5) and nothing to the rear delts. Of 4 sets 2 go from the upper back, 5.5 to 3.5, of which
    half a set is below the min of 4: 2 quarter sets, times 4.
    """
    back = next(c for c in rows.coverage if c.muscle == "upper_back")
    assert (back.sets, back.min) == (5.5, 4)

    [option] = swap(rows, "mon", "seated_row", "lat_pulldown", catalog=few).options

    assert (option.exercise, option.entry.sets) == ("lat_pulldown", 4)
    assert option.coverage_change == 8
    assert option.says.startswith(
        "Would take the plan 8 points of coverage further from the mins and maxes "
        "(upper back 5.5 to 3.5 sets, rear delts 5 to 3 sets) and cost ")


def test_the_price_in_words_is_the_difference_of_the_parts(week, few):
    """Each part that is named stands with the points by which it differs, and the sum is all.

    The parts of both plans are those of `quality_parts`, from audits of their own.
    """
    before = open_plan(week, few)
    old = quality_parts(before.workout, before.problem, before.rows)
    entry = work(week, "fri")[-1]
    options = swap(week, "fri", entry, catalog=few, count=9).options
    assert len(options) > 2
    for option in options:
        after = open_plan(option.plan, few)
        new = quality_parts(after.workout, after.problem, after.rows)
        moved = sorted((new[k] - old[k] for k in new if new[k] != old[k]), key=lambda v: -abs(v))

        assert option.plan.quality_parts == new
        told = [int(v) for v in re.findall(r"\(([+-]\d+)\)", option.says)]

        assert sum(moved) == option.quality_change
        assert told == moved[:3]
        assert f"{abs(option.quality_change)} point" in option.says


def test_the_order_of_trials_is_a_bound(planned, few):
    """What a way is said to cost at least is never more than what it costs."""
    for fields in ({}, {"supersets": "prefer"}, {"maxes_kg": {"deadlift": 150}}):
        opened = open_plan(planned(**fields), few)
        judge = Scorer(opened)
        [session] = opened.problem.sessions
        done = opened.workout.sessions[0]
        for index, entry in enumerate(done.entries):
            if not entry.work:
                continue
            search = Replacements(opened, Place(session, index, entry, None, frozenset()), judge)
            options = {o.id: o for o in session.options
                       if o.id not in {i.exercise.id for i in done.entries}}
            for way in search.ways(options.values()):
                found = judge.score(search.workout(options[way.exercise], way.sets, way.paired))
                assert found is None or way.least <= found[:2]


def test_another_warm_up(gym_day, catalog):
    """A warm-up costs no points, so what prepares the work best comes first, and the work stays."""
    [jog] = [e for e in gym_day.session("mon").entries if e.phase == "raise"]
    opened = open_plan(gym_day, catalog)
    worth = preparing(opened.problem, opened.workout.sessions[0].work)
    options = {o.id: o for o in opened.problem.sessions[0].warm_up[0].options}

    found = swap(gym_day, "mon", jog.exercise, catalog=catalog).options

    assert {(o.quality_change, o.entry.phase) for o in found} == {(0, "raise")}
    assert all(work(o.plan, "mon") == work(gym_day, "mon") for o in found)
    best = [worth(options[name]) for name in (jog.exercise, *(o.exercise for o in found))]
    assert best == sorted(best, reverse=True)


@pytest.mark.parametrize(("fields", "says"), [
    ({"session": "mon2"}, "no session 'mon2'; did you mean 'mon'?"),
    ({"entry": "deadlfit"}, "mon has no 'deadlfit'; did you mean 'deadlift'?"),
    ({"replacement": "pull_upp"}, "no exercise 'pull_upp'; did you mean 'pull_up'?"),
    ({"replacement": "face_pull"}, "face_pull stands in mon already"),
    ({"without": ["cabel"]}, "no equipment 'cabel'; did you mean 'cable'?")])
def test_wrong_names(rows, few, fields, says):
    """Every name is checked, and the nearest is offered."""
    with pytest.raises(InputError) as refused:
        swap(rows, **{"session": "mon", "entry": "seated_row", "catalog": few, **fields})

    assert refused.value.message == says


def test_what_cannot_stand_there_says_why(planned, few):
    """A pulldown at home: the rule that forbids it is named, with its reason."""
    plan = planned(equipment=["home"], focus=["legs", "chest"])
    with pytest.raises(Infeasible) as refused:
        swap(plan, "mon", work(plan, "mon")[0], "lat_pulldown", catalog=few)

    assert ("equipment", "mon") in {(c.rule, c.where) for c in refused.value.conflict.rules}


def test_a_pin_gives_way(planned, few):
    """Swapping what the request includes by name drops that wish, and says so."""
    plan = planned(include=["deadlift"])

    found = swap(plan, "mon", "deadlift", catalog=few)

    assert found.options[0].plan.request.include == ()
    assert found.notes == ("The plan's request no longer includes deadlift by name.",)
    assert planner.check(found.options[0].plan, catalog=few).ok
