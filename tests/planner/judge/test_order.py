"""The order of a session's work, against brute force."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner import catalog as catalog_package
from planner.judge.order import Arranger
from planner.judge.pairing import Matcher, saving_s
from planner.problem.build import build_problem
from planner.problem.dosing import dose_for
from planner.request.request import Request, normalise
from planner.rules import REGISTRY, OrderRule
from planner.workout.dose import Dose
from planner.workout.workout import WorkoutEntry, blocks

CATALOG = catalog_package.load()
ORDER_RULES = tuple(r for r in REGISTRY if isinstance(r, OrderRule))
PROBLEM = build_problem(normalise(Request.model_validate(
    {"sessions": [{"day": "mon", "minutes": 60}], "focus": ["lats", "chest"]}), CATALOG),
    CATALOG, REGISTRY)
SESSION = PROBLEM.sessions[0]
PAIR_RULES = tuple(r for r in REGISTRY if hasattr(r, "bars_pair"))
MATCHER = Matcher(PROBLEM, SESSION, PAIR_RULES)
ARRANGER = Arranger(PROBLEM, SESSION, ORDER_RULES, MATCHER)
# Something for every order rule: risk lifts, lumbar strain, grip, isolations, trunk, focus.
NAMES = ("deadlift", "back_squat", "bent_over_row", "bench_press", "chin_up", "db_bench",
         "lat_pulldown", "leg_extension", "shrug", "barbell_curl", "lateral_raise", "plank",
         "russian_twist", "forearm_curl", "back_extension")
# Light enough, or at no station, so that most of them may be paired.
PAIRABLE = ("chin_up", "db_bench", "lat_pulldown", "leg_extension", "shrug", "barbell_curl",
            "lateral_raise", "plank", "russian_twist", "push_up", "back_extension")


def entry(name, to_failure=False, superset=None):
    """Return three work sets of an exercise."""
    exercise = CATALOG.exercise_by_id[name]
    dose = dose_for(exercise, PROBLEM.request, CATALOG, PROBLEM.limits)
    dose = Dose(dose.reps, dose.hold_s, 0 if to_failure else dose.rir, to_failure)
    return WorkoutEntry(exercise, "work", 3, dose,
                        PROBLEM.timing.clock(exercise, dose), superset)


def price(entries):
    """Return broken must pairs and the soft penalty, as the audit counts them."""
    strict = soft = 0
    for rule in ORDER_RULES:
        setting = PROBLEM.setting(rule.id)
        count = len(rule.wrong(PROBLEM, SESSION, entries))
        if setting.severity == "must":
            strict += count
        elif setting.severity == "should":
            soft += setting.weight * count
    return strict, soft


def every_order(entries):
    """Yield all orders of the blocks, the two of a superset either way round."""
    groups = blocks(tuple(entries))
    for order in permutations(groups):
        for ways in product(*([b, b[::-1]] if len(b) == 2 else [b] for b in order)):
            yield tuple(i for block in ways for i in block)


@st.composite
def sessions(draw):
    """Draw up to five entries, perhaps with a superset, some to failure."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    paired = len(names) > 1 and draw(st.booleans())
    return [entry(n, draw(st.booleans()), "A" if paired and i < 2 else None)
            for i, n in enumerate(names)]


@given(sessions(), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_no_order_is_better(entries, random):
    """The order that is found costs as little as the best of all permutations."""
    shuffled = random.sample(entries, len(entries))

    found = ARRANGER.arrange(shuffled)

    assert (found.strict, found.penalty) == min(price(order) for order in every_order(entries))
    assert price(found.entries) == (found.strict, found.penalty)
    # Nothing is lost, and the two of a superset still stand side by side.
    assert sorted(i.exercise.id for i in found.entries) == sorted(i.exercise.id for i in entries)
    assert all(len(b) == 2 for b in blocks(found.entries) if b[0].superset)


@given(sessions(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_the_order_given_does_not_matter(entries, random):
    """The same entries in another order come out the same."""
    assert ARRANGER.arrange(entries) == ARRANGER.arrange(random.sample(entries, len(entries)))


@pytest.mark.parametrize(("names", "order"), [
    (["plank", "lateral_raise", "lat_pulldown", "deadlift"],
     ["deadlift", "lat_pulldown", "lateral_raise", "plank"]),
    (["leg_extension", "back_squat", "deadlift"], ["back_squat", "deadlift", "leg_extension"]),
])
def test_as_a_coach_would_write_it(names, order):
    """Risk lifts, compounds, isolations, trunk."""
    found = ARRANGER.arrange([entry(n) for n in names])

    ids = [i.exercise.id for i in found.entries]
    risky = {"deadlift", "back_squat"}
    assert (found.strict, found.penalty) == (0, 0)
    assert [i for i in ids if i not in risky] == [i for i in order if i not in risky]
    assert set(ids[:len(risky & set(ids))]) == risky & set(ids)


@pytest.mark.parametrize(("slow", "order"), [
    ("deadlift", ["power_clean", "deadlift"]),  # both risk lifts: the fast one first
    ("bench_press", ["power_clean", "bench_press"]),  # a risk lift comes before any other
    ("back_squat", ["power_clean", "back_squat"])])
def test_fast_before_slow(slow, order):
    """Where no rule speaks a clean stands before the lift that tires."""
    found = ARRANGER.arrange([entry(slow), entry("power_clean")])

    assert [i.exercise.id for i in found.entries] == order


def test_two_heavy_grips_are_kept_apart():
    """Raises go between chin-ups and shrugs, which both tire the grip."""
    found = ARRANGER.arrange(
        [entry("bench_press"), entry("chin_up"), entry("lateral_raise"), entry("shrug")])

    grips = [i.exercise.strain.grip >= 2 for i in found.entries]
    assert (True, True) not in pairwise(grips)
    assert found.penalty == 0


def test_what_no_order_can_mend_is_counted():
    """Without a heavy compound to begin with one must rule is broken, whatever the order."""
    found = ARRANGER.arrange([entry("lateral_raise"), entry("plank")])

    assert found.strict == 1


def test_nothing_to_order():
    """An empty session has an empty order."""
    found = ARRANGER.arrange([])

    assert (found.entries, found.penalty, found.strict) == ((), 0, 0)


# --- who goes with whom --------------------------------------------------------------------


def test_what_a_superset_saves():
    """Raises and curls take 333 s each alone and 486 s together."""
    raises, curls = entry("lateral_raise"), entry("barbell_curl")

    # Lead-ins and rests of 75, three rounds, 15 s inside: 75 + 2 x 75 - 3 x 15 = 180.
    assert saving_s(raises.clock, curls.clock, 3, 15) == 180
    assert 2 * 333 - 486 == 180
    assert MATCHER.saved([(raises, curls)]) == 180


def test_all_allowed_matchings():
    """Of four entries three ways to pair up; a barred pair takes its way with it."""
    free = [entry(n) for n in ("lateral_raise", "barbell_curl", "leg_extension", "plank")]
    grips = [entry(n) for n in ("forearm_curl", "shrug", "leg_extension", "plank")]

    # Forearm curls and shrugs both tire the grip, so one of the three ways is barred.
    assert len(MATCHER.group(free)) == 3
    assert len(MATCHER.group(grips)) == 2


def test_an_odd_one_out_cannot_be_matched():
    """Three entries are no supersets."""
    assert MATCHER.group([entry(n) for n in ("lateral_raise", "barbell_curl", "plank")]) == []


@given(st.lists(st.sampled_from(PAIRABLE), min_size=4, max_size=5, unique=True))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_no_matching_is_better(names):
    """The best of all matchings of four, in its best order, is what brute force finds."""
    alone = [entry(n) for n in names]
    first, second, third, fourth = alone[:4]
    costs = []
    for pairs in (((first, second), (third, fourth)), ((first, third), (second, fourth)),
                  ((first, fourth), (second, third))):
        if all(MATCHER.price(*pair) is not None for pair in pairs):
            named = [replace(i, superset=letter)
                     for letter, pair in zip("AB", pairs, strict=True) for i in pair]
            costs.append(min(price(order) for order in every_order(named + alone[4:])))

    found = ARRANGER.best(alone, (tuple(names[:4]),))

    assert (found.cost if found else None) == min(costs, default=None)
