"""What a place can load: every weight there is, no other, and its plates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.catalog import Catalog, load
from planner.loads.kit import loadable
from planner.loads.loadable import Plated, Singles
from planner.loads.sums import Counts, sums
from planner.request.errors import InputError
from planner.request.mass import Mass
from planner.request.place import Ladder
from tests.planner.loads.conftest import HOME, POUNDS, counts, masses, tried, weights

GRAMS = st.integers(0, 400_000).map(Decimal)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the whole catalogue: its kit is what matters here."""
    return load()


def by_hand(plates: Counts, ends: int) -> Iterator[tuple[Decimal, int]]:
    """Yield what each choice of plates weighs, and how many of them are on one end."""
    kinds = [(mass, range(number // ends + 1)) for mass, number in plates]
    for chosen in product(*(numbers for _, numbers in kinds)):
        weights_of_kinds = (ends * n * mass.exact_grams
                            for (mass, _), n in zip(kinds, chosen, strict=True))
        yield sum(weights_of_kinds, Decimal(0)), sum(chosen)


def bar_of(place: dict[str, object], exercise: str, catalog: Catalog) -> Plated:
    """Return what a place can load for an exercise on a bar."""
    lift = catalog.exercise_by_id[exercise]
    found = loadable(lift, lift.equipment[0], weights(**place), catalog)
    assert isinstance(found, Plated)
    return found


@tried
@given(counts, st.sampled_from([1, 2]))
def test_every_sum_of_plates_and_no_other(plates: Counts, ends: int) -> None:
    """The sums are those of all choices, each made with the fewest plates that make it."""
    fewest: dict[Decimal, int] = {}
    for grams, number in by_hand(plates, ends):
        fewest[grams] = min(number, fewest.get(grams, number))

    made = sums(plates, ends)

    assert list(made) == sorted(fewest)
    for grams, number in fewest.items():
        side = made.plates(grams)
        assert len(side) == number
        assert ends * sum(p.exact_grams for p in side) == grams
        assert all(ends * side.count(mass) <= dict(plates)[mass] for mass in side)


@tried
@given(counts, st.sampled_from([1, 2]), GRAMS, st.booleans())
def test_neighbours(plates: Counts, ends: int, grams: Decimal, strictly: bool) -> None:
    """The next sum down and up is the nearest of all choices on that side."""
    every = [g for g, _ in by_hand(plates, ends)]
    made = sums(plates, ends)

    assert made.down(grams, strictly) == max(
        (g for g in every if g < grams or (g == grams and not strictly)), default=None)
    assert made.up(grams, strictly) == min(
        (g for g in every if g > grams or (g == grams and not strictly)), default=None)


@tried
@given(counts, masses, st.one_of(st.just(Mass(0)), masses), GRAMS, st.booleans())
def test_neighbours_on_a_bar(plates: Counts, bar: Mass, collars: Mass, grams: Decimal,
                             strictly: bool) -> None:
    """The bar alone weighs itself; with plates, the collars are on as well."""
    every = sorted({bar.exact_grams + (g + collars.exact_grams if g else 0)
                    for g, _ in by_hand(plates, 2)})
    loads = Plated(plates, "pairs", bar, collars)
    assume(every[-1] <= 1_000_000)

    down, up = loads.down(grams, strictly), loads.up(grams, strictly)

    assert sorted(one.grams for one in loads) == every
    assert (down and down.grams) == max(
        (g for g in every if g < grams or (g == grams and not strictly)), default=None)
    assert (up and up.grams) == min(
        (g for g in every if g > grams or (g == grams and not strictly)), default=None)


def test_a_home_gym(catalog: Catalog) -> None:
    """2 x 10, 2 x 5, 2 x 2.5 and 4 x 1.25 make 20 to 60 kg in steps of 2.5.

    A pair of 1.25 is 2.5 kg; all of them are 20 + 10 + 5 + 5 = 40 kg on a bar of 20.
    """
    loads = bar_of(HOME, "bench_press", catalog)

    assert [one.kg for one in loads] == [20 + 2.5 * n for n in range(17)]
    assert [str(one) for one in loads][:3] == ["20 kg", "22.5 kg", "25 kg"]


@pytest.mark.parametrize(("kg", "plates"), [
    (20, "the bar alone"),
    (22.5, "1.25 a side"),
    (25, "2.5 a side"),  # one plate, not two of 1.25
    (47.5, "10 + 2.5 + 1.25 a side"),
    (60, "10 + 5 + 2.5 + 1.25 + 1.25 a side"),
])
def test_plates_of_a_side(catalog: Catalog, kg: float, plates: str) -> None:
    """As few as there are, the heaviest first."""
    found = bar_of(HOME, "bench_press", catalog).down(Decimal(str(kg * 1000)))

    assert found is not None
    assert (found.kg, found.plates_said) == (kg, plates)


def test_a_bar_of_45_pounds(catalog: Catalog) -> None:
    """A plate of 45 lb on each side is 135 lb, which no number of kilograms says exactly."""
    found = bar_of(POUNDS, "back_squat", catalog).down(Decimal(61_235))

    assert found is not None
    assert (str(found), found.plates_said) == ("135 lb", "45 a side")
    assert found.grams == 135 * Decimal("453.59237")


def test_plates_of_two_units(catalog: Catalog) -> None:
    """A bar of 20 kg with 45 lb and 1.25 kg a side: 20 + 2 x 20.41165665 + 2.5 = 63.3233133 kg."""
    place = {"bars": {"barbell": "20"}, "plates": {"45 lb": 2, "1.25": 2}}
    loads = bar_of(place, "back_squat", catalog)

    assert [one.grams for one in loads] == [Decimal(x) for x in (
        "20000", "22500", "60823.3133", "63323.3133")]
    assert str(list(loads)[-1]) == "63.32 kg"
    assert list(loads)[-1].plates_said == "45 lb + 1.25 kg a side"


def test_each_bar_has_its_own_mass(catalog: Catalog) -> None:
    """An EZ bar that a place doesn't weigh has the usual 10 kg, a landmine counts its plates."""
    place = {"bars": {"barbell": "15"}, "plates": {"10": 2}}

    assert [one.kg for one in bar_of(place, "back_squat", catalog)] == [15, 35]
    assert [one.kg for one in bar_of(place, "ez_bar_curl", catalog)] == [10, 30]
    assert [one.kg for one in bar_of(place, "landmine_press", catalog)] == [0, 10, 20]
    assert [one.kg for one in bar_of(place, "leg_press", catalog)] == [0, 20]
    assert [one.kg for one in bar_of(place, "weighted_pull_up", catalog)] == [0, 10, 20]


def test_collars_are_on_where_plates_are(catalog: Catalog) -> None:
    """A bar of 20 kg with collars of 5: alone 20, with two plates of 25 it is 75."""
    place = {"bars": {"barbell": "20"}, "plates": {"25": 2}, "collars": "5"}

    assert [one.kg for one in bar_of(place, "back_squat", catalog)] == [20, 75]


@pytest.mark.parametrize(("exercise", "fields", "first", "last", "number"), [
    # Dumbbells from 5 to 30 by 2.5 are 11; a stack from 5 to 100 by 5, each step with or without
    # 2.5 laid upon it, is 40 and ends at 102.5.
    ("db_fly", {"dumbbells": {"lowest": 5, "highest": 30, "step": "2.5"}}, 5, 30, 11),
    ("seated_row", {"stack": {"lowest": 5, "highest": 100, "step": 5, "add_ons": ["2.5"]}},
     5, 102.5, 40),
    ("kb_swing", {"kettlebells": [24, 16, 16, 20]}, 16, 24, 3),
])
def test_single_weights(catalog: Catalog, exercise: str, fields: dict[str, object], first: float,
                        last: float, number: int) -> None:
    """Ready as they are, each once."""
    lift = catalog.exercise_by_id[exercise]
    found = loadable(lift, lift.equipment[0], weights(**fields), catalog)

    assert isinstance(found, Singles)
    masses_there = [one.kg for one in found]
    assert (masses_there[0], masses_there[-1], len(masses_there)) == (first, last, number)
    assert next(iter(found)).plates_said == ""


def test_an_exercise_with_a_stack_of_its_own(catalog: Catalog) -> None:
    """It goes before the usual stack."""
    ladder = {"lowest": 10, "highest": 30, "step": 10}
    lift = catalog.exercise_by_id["seated_row"]
    place = weights(stack={"lowest": 5, "highest": 100, "step": 5}, own_stacks={lift.id: ladder})

    found = loadable(lift, lift.equipment[0], place, catalog)

    assert isinstance(found, Singles)
    assert [one.kg for one in found] == [10, 20, 30]


def test_what_a_place_says_nothing_of(catalog: Catalog) -> None:
    """Steps of 2.5 kg, or 5 lb where its other weights are pounds; a bar alone has usual plates."""
    lift = catalog.exercise_by_id["db_fly"]

    def up(place: dict[str, object] | None) -> str:
        found = loadable(lift, lift.equipment[0], None if place is None else weights(**place),
                         catalog)
        assert found is not None
        return str(found.up(Decimal(1)))

    assert up(None) == up(HOME) == "2.5 kg"
    assert up(POUNDS) == "5 lb"
    only_a_bar = bar_of({"bars": {"barbell": "15"}}, "bench_press", catalog)
    assert [str(one) for one in only_a_bar][:2] == ["15 kg", "17.5 kg"]


def test_without_a_load(catalog: Catalog) -> None:
    """The body and bands have none, whatever there is."""
    for name in ("push_up", "band_pull_apart", "plank"):
        lift = catalog.exercise_by_id[name]
        assert loadable(lift, ("plates",), weights(**HOME), catalog) is None


def test_a_gym_with_everything_is_counted_at_once() -> None:
    """Ten pairs of thirteen plates in two units: few sums of each unit, and all their pairs."""
    plates = tuple((Mass(x), 20) for x in ("25", "20", "15", "10", "5", "2.5", "1.25", "0.5")) + (
        tuple((Mass(x, "lb"), 20) for x in ("45", "35", "25", "10", "5")))
    loads = Plated(plates, "pairs", Mass(20))

    found = loads.down(Decimal(142_600))

    assert found is not None
    assert 142_500 <= found.grams <= 142_600


def test_too_many_sums_are_refused() -> None:
    """Seventeen plates of 1, 2, 4 … grams make 131,072 weights."""
    plates = tuple((Mass(f"{2 ** n / 1000:.3f}"), 1) for n in range(17))

    with pytest.raises(InputError, match="more than 50,000 weights"):
        sums(plates, 1)


def test_ladders_of_one_and_of_none() -> None:
    """A step of nothing is one weight."""
    one = Ladder(lowest=Mass(5), highest=Mass(5), step=Mass(0))

    assert [x.kg for x in Singles.of(one, "stack")] == [5]
