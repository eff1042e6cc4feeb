"""The clock of a person."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from planner.logs.log import LoggedEntry, LoggedSession
from planner.progress.clock import learned_clock
from planner.progress.session_parts import PartsReader
from planner.workout.dose import Dose
from planner.workout.timing import Timing
from tests.planner.progress.logged import one, session

ATHLETES = 150
LIFTS = ("back_squat", "bench_press", "lat_pulldown", "leg_curl", "plank", "seated_row",
         "lateral_raise", "barbell_curl", "romanian_deadlift")
SIX = datetime(2030, 1, 7, 18)


def parts(catalog, log):
    """Return the parts of a session for hypertrophy at a typical pace."""
    return PartsReader(Timing(catalog, "hypertrophy", "typical")).of(log)


def test_parts_are_those_of_a_plan(catalog):
    """The seconds of a session are those that a plan of the same entries has."""
    log = session(0, lateral_raise=[one(12, 8)] * 3)
    raise_ = catalog.exercise_by_id["lateral_raise"]

    clock = Timing(catalog, "hypertrophy", "typical").clock(raise_, Dose(12, None, 2))

    assert parts(catalog, log).seconds == clock.alone(3)
    assert parts(catalog, log).rest_s == clock.lead_in_s + 2 * clock.rest_s


def test_a_superset_rests_once_a_round(catalog):
    """Two in turn, three sets each: two rests between rounds, one before, three ways across."""
    alone = session(0, lateral_raise=[one(12, 8)] * 3, leg_curl=[one(12, 30)] * 3)
    paired = alone.model_copy(update={"entries": tuple(
        entry.model_copy(update={"superset": "A"}) for entry in alone.entries)})

    apart, turn = parts(catalog, alone), parts(catalog, paired)

    assert turn.work_s == apart.work_s
    assert turn.rest_s == apart.rest_s / 2
    assert turn.setup_s == 3 * catalog.timing.superset_move_s


def test_sets_to_warm_up_are_those_written(catalog):
    """Sets of 5 and 3 before the squat at 3.5 s: 17.5 and 10.5, halves up, and a minute each."""
    log = session(0, back_squat=[one(5, 40, kind="warm_up"), one(3, 60, kind="warm_up"),
                                 one(5, 80)])

    assert parts(catalog, log).warm_up_s == 18 + 11 + 2 * 60


def test_too_much_that_is_unknown(catalog):
    """One of two entries unknown is half of the sets: nothing can be said of the session."""
    unknown = LoggedEntry(exercise=None, name="Zzz", sets=(one(10, 20),) * 3)
    known = session(0, bench_press=[one(8, 60)] * 3)

    assert parts(catalog, known.model_copy(update={"entries": (*known.entries, unknown)})) is None
    few = unknown.model_copy(update={"sets": (one(10, 20),)})
    more = parts(catalog, known.model_copy(update={"entries": (*known.entries, few)}))
    assert more.seconds == pytest.approx(parts(catalog, known).seconds * 4 / 3)


def test_without_times_the_catalogue_stands(catalog):
    """A log without ends says nothing: factors of 1, as unsure as people differ."""
    clock = learned_clock([session(0, bench_press=[one(8, 60)] * 3)], catalog)

    assert (clock.rest, clock.setup, clock.warm_up, clock.sessions) == (1, 1, 1, 0)
    assert clock.rest_error == catalog.estimates.clock.rest_error


def workout(chance, at):
    """Return a session of four to six lifts, without an end."""
    entries = []
    for name in chance.sample(LIFTS, chance.randint(4, 6)):
        done = one(hold_s=40) if name == "plank" else one(chance.choice([6, 8, 10, 12]), 60)
        warm = ([one(5, 40, kind="warm_up")] * chance.randint(1, 2)
                if name in ("back_squat", "bench_press", "romanian_deadlift") else [])
        entries.append(LoggedEntry(exercise=name, name=name,
                                   sets=(*warm, *[done] * chance.randint(2, 4))))
    return LoggedSession(start=at, entries=tuple(entries))


def lived(log, catalog, factors, chance=None):
    """Return the seconds that a person takes for a session, set by set.

    Every rest is off by a fifth, every set by a tenth, and the way to an exercise takes the longer
    of rest and set-up; without ``chance`` nothing is off.
    """
    rests, setup, warm_up, tempo = factors
    timing = Timing(catalog, "hypertrophy", "typical")
    reader, total = PartsReader(timing), 0.0
    for entry in log.entries:
        exercise = catalog.exercise_by_id[entry.exercise]
        clocks = [(s.kind, reader._clock(exercise, s)) for s in entry.sets]
        work = [clock for kind, clock in clocks if kind != "warm_up"]
        total += max(rests * work[0].rest_s, setup * exercise.setup_s)
        for kind, clock in clocks:
            off = (1.0, 1.0) if chance is None else (chance.gauss(1, 0.1), chance.gauss(1, 0.2))
            if kind == "warm_up":
                total += warm_up * (clock.work_s + 60) * off[1]
            else:
                total += tempo * clock.work_s * off[0] + rests * clock.rest_s * off[1]
        total -= rests * work[-1].rest_s
    return total


def person(seed, catalog, paused=False):
    """Return a log of three sessions, four where the app ran on once, and the person's factors."""
    chance = random.Random(seed)
    factors = (max(0.5, chance.gauss(1, 0.35)), max(0.5, chance.gauss(1, 0.3)),
               max(0.5, chance.gauss(1, 0.3)), chance.gauss(1, 0.08))
    log = []
    for k in range(3 + paused):
        done = workout(chance, SIX + timedelta(days=2 * k))
        seconds = lived(done, catalog, factors, chance) * chance.gauss(1, 0.04)
        seconds += chance.uniform(0.5, 3) * 3600 if paused and k == 1 else 0
        log.append(done.model_copy(update={
            "end": done.start + timedelta(minutes=round(seconds / 60))}))
    return log, factors, chance


@pytest.mark.parametrize("paused", [False, True], ids=["clean", "an app that ran on"])
def test_people_whose_truth_is_known(catalog, paused):
    """After three sessions the length of another is told within 10 %, for 19 of 20 people.

    Rests are 0.5 to 2 times the catalogue's; each session is 4 % off besides what its rests and
    sets are, and is written in whole minutes.
    """
    errors, before = [], []
    for seed in range(ATHLETES):
        log, factors, chance = person(seed, catalog, paused)
        clock = learned_clock(log, catalog)
        another = workout(chance, SIX)
        truth = lived(another, catalog, factors)
        errors.append(abs(clock.seconds(parts(catalog, another)) / truth - 1))
        before.append(abs(parts(catalog, another).seconds / truth - 1))

    assert sum(error <= 0.1 for error in errors) >= 0.95 * ATHLETES
    assert sum(errors) < sum(before) / 3


def test_rests_are_told_from_the_rest(catalog):
    """Ten sessions of somebody who rests half as long again: the factor is 1.5, give or take."""
    chance, log = random.Random(3), []
    for k in range(10):
        done = workout(chance, SIX + timedelta(days=2 * k))
        seconds = lived(done, catalog, (1.5, 1, 1, 1), chance)
        log.append(done.model_copy(update={"end": done.start + timedelta(seconds=seconds)}))

    clock = learned_clock(log, catalog)

    assert clock.rest == pytest.approx(1.5, rel=0.1)
    assert clock.sessions == 10


def test_one_session_moves_little(catalog):
    """One evening twice as long as the clock says is no proof: less than half of it is believed."""
    done = workout(random.Random(1), SIX)
    total = parts(catalog, done)
    long = done.model_copy(update={"end": done.start + timedelta(seconds=2 * total.seconds)})

    clock = learned_clock([long], catalog)

    assert 1 < clock.seconds(total) / total.seconds < 1.5


def test_an_impossible_session_is_left_out(catalog):
    """Six hours for three sets, and one minute: both had start and end, neither says anything."""
    log = session(0, start=SIX, bench_press=[one(8, 60)] * 3)

    for minutes in (360, 1):
        clock = learned_clock([log.model_copy(update={
            "end": SIX + timedelta(minutes=minutes)})], catalog)
        assert (clock.sessions, clock.left_out, clock.rest) == (0, 1, 1)
