"""What reasons say in figures, found again by audits of the plan changed by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import permutations, product
from pathlib import Path

import pytest

import planner
from planner.answers.reasons.why import why
from planner.answers.reasons.why_not import why_not
from planner.answers.swap import swap
from planner.answers.trial.opened_plan import open_plan, replaced
from planner.catalog import load
from planner.judge.audit import broken_musts, ledger, worth
from planner.solve.model.variables import as_item
from planner.workout.workout import with_entries
from tests.planner.answers.conftest import DAY
from tests.planner.figures import (
    ONE_OF_MANY,
    data_of,
    given,
    outside,
    seconds_of,
    sets_of,
    tiers_of,
    with_sets,
    work_of,
    works_of,
)

CATALOG = load()
FROZEN = Path(__file__).parents[4] / "examples" / "plans" / "week_mixed.json"


def sentence(answer, about):
    """Return what an answer says about something, nothing where it says nothing."""
    return " ".join(r.says for r in answer.reasons if r.about == about)


def entries_of(plan, day="mon"):
    """Return the ids of a session's work."""
    return [e["exercise"] for e in work_of(data_of(plan.session(day)))]


@pytest.fixture(scope="module")
def frozen():
    """Return the frozen week as JSON."""
    return json.loads(FROZEN.read_text(encoding="utf-8"))


# why: the whole plan, goals


def test_what_is_below_its_target(frozen):
    """All goals short of their target are named, with the sets of the entries and the target."""
    told = re.findall(r"([a-z ]+?) ([\d.]+) of ([\d.]+?)(?=,|\.$)",
                      sentence(why(frozen), "below target"))

    got = {c["muscle"]: (sets_of(frozen, c["muscle"], CATALOG), c["target"])
           for c in frozen["coverage"]}
    assert {name.strip().replace(" ", "_"): (float(n), float(of)) for name, n, of in told} == {
        name: (n, of) for name, (n, of) in got.items() if n < of}


def test_a_full_session_has_no_minute_left(frozen):
    """The sessions without room are those with less than a minute, or no set, to spare."""
    spare = {s["id"]: s["budget_s"] - seconds_of(s, CATALOG) for s in frozen["sessions"]}
    sets = {s["id"]: sum(e["sets"] for e in work_of(s)) for s in frozen["sessions"]}
    answer = why(frozen)

    for rule, full in (("time_budget", [d for d, s in spare.items() if s < 60]),
                       ("session_sets", [d for d, n in sets.items() if n == 24])):
        assert sentence(answer, rule) == f"No room left: {' and '.join(full)}."


def test_who_gives_a_goal_its_sets(frozen):
    """Each giver is named with its sets x involvement; together they are what the goal gets."""
    for goal in frozen["coverage"]:
        answer = why(frozen, goal["muscle"])
        expected = Counter()
        for session, entry in works_of(frozen):
            expected[f"{CATALOG.exercise_by_id[entry['exercise']].name.lower()} on {session['id']}"
                     ] += given(entry, goal["muscle"], CATALOG)
        told = {who.lower(): float(n) for who, n in re.findall(
            r"(?:^|, )([^,]+ on \w+) ([\d.]+)(?=[,.])", sentence(answer, "given by"))}

        assert told == {who: n for who, n in expected.items() if n}
        [sets] = re.findall(r" gets ([\d.]+) ", answer.says)
        [target] = re.findall(r"(?:target of|of the) ([\d.]+)", answer.says)
        assert (float(sets), float(target)) == (sum(told.values()), goal["target"])


def audits(opened, work):
    """Yield the tiers and the broken must rules of a day's work in every order."""
    [done] = opened.workout.sessions
    warm = tuple(i for i in done.entries if not i.work)
    for order in permutations(work):
        workout = replaced(opened.workout, 0, with_entries(done, (*warm, *order)))
        rows = ledger(workout, opened.problem, opened.rules)
        yield worth(workout, opened.problem, rows)[:2], {r.rule for r in broken_musts(rows)}


@pytest.fixture(scope="module")
def early(few):
    """Return the first plan of a day, which has room for more sets of everything."""
    seen = []
    return planner.plan(DAY, few, on_progress=seen.append, should_stop=lambda: bool(seen))


@pytest.mark.parametrize(("which", "goal"), [
    ("rows", "traps"), ("rows", "upper_back"), ("early", "lats"), ("early", "upper_back")])
def test_the_ways_to_add_a_set(request, few, which, goal):
    """One more set of what is there, or another exercise with its fewest, wherever it may stand.

    Each way is audited at every place: it breaks a must rule where all places do, and is better
    where a place is.
    """
    plan = request.getfixturevalue(which)
    opened = open_plan(plan, few)
    [session], [done] = opened.problem.sessions, opened.workout.sessions
    there = {i.exercise.id: i.sets for i in done.work}
    count = Counter()
    for option in session.options:
        sets = there.get(option.id, max(1, option.sets[0]) - 1) + 1
        if goal not in option.gives or sets > option.sets[1]:
            continue
        others = [i for i in done.work if i.exercise.id != option.id]
        kept = [tiers for tiers, broken in audits(opened, (*others, as_item(option, sets)))
                if not broken]
        count["tried"] += 1
        count["would be better" if kept and min(kept) < opened.worth[:2] else
              "keep" if kept else "break"] += 1

    said = sentence(why(plan, goal, few), "short")
    told = {word: int(n) for n, word in re.findall(
        r"(\d+) (?:ways to add a set was )?(tried|breaks?|keeps?|would be better)", said)}
    assert {word.removesuffix("s"): n for word, n in told.items()} == count
    rules = re.findall(r"\w+ \((\d+)\)", said)
    assert sum(map(int, rules)) == count["break"]


def test_what_trains_a_goal_is_not_denied(few):
    """Where nothing is said to train a goal with credit, it gets no set."""
    plan = planner.plan({**DAY, "sessions": [{"day": "mon", "minutes": 60}]}, few)
    for goal in data_of(plan)["coverage"]:
        if "No candidate of any session trains it" in sentence(
                why(plan, goal["muscle"], few), "short"):
            assert sets_of(data_of(plan), goal["muscle"], few) == 0, goal["muscle"]


# why: an entry


def test_coverage_in_quarter_sets_is_the_way_to_the_mins(planned, few):
    """Where coverage is so many quarter sets further from the mins, the goals are as much short."""
    for plan in (planned(), planned(goal="strength")):
        before = data_of(plan)["coverage"]
        for name in entries_of(plan):
            [entry] = [e for e in works_of(data_of(plan)) if e[1]["exercise"] == name]
            after = [{**c, "sets": c["sets"] - given(entry[1], c["muscle"], few)} for c in before]
            told = re.findall(r"coverage is (\d+) quarter sets? further",
                              sentence(why(plan, name, few), "without it"))
            assert [int(n) for n in told] in ([], [outside(after) - outside(before)]), name


def test_one_set_more_or_fewer(planned, few):
    """The plan with another number of sets, audited, breaks that rule or costs those points."""
    told = 0
    for plan in (planned(), planned(focus=["legs"], supersets="prefer")):
        data, before = data_of(plan), planner.check(plan, catalog=few)
        for name in entries_of(plan):
            said = sentence(why(plan, name, few), "its sets")
            for word, outcome in re.findall(
                    r"(?i)one (more|fewer)(?: round)? would (.*?)(?=; one|$)", said):
                changed = with_sets(data, "mon", name, 1 if word == "more" else -1)
                after = planner.check(changed, catalog=few)
                if match := re.match(r"break (\w+) \((.*?)\)", outcome):
                    assert match.groups() in {(r.rule, r.says) for r in after.ledger
                                              if r.severity == "must" and r.status == "broken"}
                else:
                    verb, points = re.match(r"(cost|save) (\d+) point", outcome).groups()
                    more = after.tiers["quality"] - before.tiers["quality"]
                    assert (int(points), verb) == (abs(more), "cost" if more > 0 else "save")
                told += 1
    assert told > 4


def test_the_best_in_its_place(planned, few):
    """The plan with the best other exercise, audited, costs what is said; so do its strains."""
    plan = planned()
    before = planner.check(plan, catalog=few)
    for name in entries_of(plan):
        said = sentence(why(plan, name, few), "in its place")
        [other] = swap(plan, "mon", name, count=1, catalog=few).options
        after = planner.check(other.plan, catalog=few)

        assert f" with {other.entry.sets} sets, would " in said
        costs = [b - a for a, b in zip(tiers_of(before), tiers_of(after), strict=True)]
        for points in re.findall(r"would cost (\d+) point", said):
            assert costs == [0, int(points)]
        for strains in re.findall(r"strains \w+ \((\d+) points? for (\d+)\)", said):
            assert [int(n) for n in strains] == [
                s.lumbar + s.grip + s.systemic for s in (
                    few.exercise_by_id[e].strain for e in (other.exercise, name))]


# why: a rule, why not


@pytest.mark.parametrize("rule", ["main_lift", "movement_basis"])
def test_a_plan_without_the_rule(gym_day, catalog, rule):
    """The plan is better by what planning with the rule switched off gives."""
    asked = {**data_of(gym_day)["request"], "rules": {rule: "off"}}
    free = planner.plan(asked, catalog)
    assert free.solver.tiers[1].proved

    [(points, least)] = re.findall(r"would be (\d+) points? better( at least)?",
                                   sentence(why(gym_day, rule, catalog), "without it"))
    better = gym_day.solver.tiers[1].value - free.solver.tiers[1].value
    assert int(points) <= better if least else int(points) == better


def test_where_a_rule_is_broken(frozen):
    """So many places of so many are those of the ledger."""
    for rule in ("session_cap", "balance"):
        rows_of = [r for r in frozen["ledger"] if r["rule"] == rule]
        broken = sum(r["status"] == "broken" for r in rows_of)
        assert why(frozen, rule).says.endswith(f"broken at {broken} of {len(rows_of)} places.")


def test_the_best_single_way(planned, few):
    """The plan in which the exercise takes that place, audited, costs what is said."""
    plan = planned()
    sets, place, points = re.search(
        r"(\d+) sets? on mon in the place of ([a-z ]+), would cost (\d+) points",
        sentence(why_not(plan, "face_pull", few), "cost")).groups()

    [other] = swap(plan, "mon", place.replace(" ", "_"), "face_pull", catalog=few).options
    audit = planner.check(other.plan, catalog=few)
    assert other.entry.sets == int(sets)
    assert audit.tiers["quality"] - plan.solver.tiers[1].value == int(points)


def test_the_single_ways_that_break_a_rule(planned, few):
    """Every number of sets, beside the others or for one of them, breaks a rule in every order.

    The rules that refuse are counted once a way; each refuses as many at least.
    """
    plan = planned(goal="strength")
    [said] = [r.says for r in why_not(plan, "face_pull", few).reasons if "Each of" in r.says]
    told = {rule: int(n) for rule, n in re.findall(r"(\w+) \((\d+)\)", said)}

    opened = open_plan(plan, few)
    [session], [done] = opened.problem.sessions, opened.workout.sessions
    [option] = [o for o in session.options if o.id == "face_pull"]
    ways, refused = 0, Counter()
    for sets, out in product(range(option.sets[0], option.sets[1] + 1), (None, *done.work)):
        found = list(audits(opened, (*(i for i in done.work if i is not out),
                                     as_item(option, sets))))
        assert all(broken for _, broken in found)
        refused.update(set().union(*(broken for _, broken in found)))
        ways += 1
    assert sum(told.values()) == ways == int(re.findall(r"Each of (\d+) single ways", said)[0])
    assert all(n <= refused[rule] for rule, n in told.items())


def test_one_is_not_many(planned, few, gym_day, catalog):
    """No answer has one of something in the plural."""
    single = planned(include=[{"exercise": "face_pull", "sets": 1}])
    answers = [why_not(single, "face_pull", few), why(single, "face_pull", few)]
    for plan, known in ((single, few), (gym_day, catalog)):
        answers += [why(plan, e, known) for e in entries_of(plan)]
        answers += [why(plan, c.muscle, known) for c in plan.coverage]
    said = {t for a in answers for t in (a.says, *(r.says for r in a.reasons))}

    assert sorted(t for t in said if ONE_OF_MANY.search(t)) == []
