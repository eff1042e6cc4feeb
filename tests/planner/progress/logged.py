"""Sessions in a few words, and athletes whose truth is known."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

from planner.catalog import Catalog
from planner.logs.log import LoggedEntry, LoggedSession, LoggedSet
from planner.progress.formulas import share, table

MONDAY = date(2030, 1, 7)


def one(reps: int | None = None, load: float | None = None, rir: float | None = None,
        **more: Any) -> LoggedSet:
    """Return a set."""
    return LoggedSet(reps=reps, load_kg=load, rir=rir, **more)


def session(day: int, start: datetime | None = None, end: datetime | None = None,
            **entries: list[LoggedSet]) -> LoggedSession:
    """Return a session so many days after a Monday, its sets by exercise."""
    return LoggedSession(
        start=start or MONDAY + timedelta(days=day), end=end,
        entries=tuple(LoggedEntry(exercise=name, name=name, sets=tuple(sets))
                      for name, sets in entries.items()))


def lifter(seed: int, catalog: Catalog, personal: bool = True
           ) -> tuple[list[LoggedSession], float]:
    """Return six sessions of somebody's bench press and what the maximum is on the last day.

    The maximum is 60 to 200 kg and gains up to 0.8 % a week. Three sets in each session aim at 3,
    5 or 8 repetitions with two left. What is not as the chart has it, standard deviations if not
    said otherwise:

    * ``personal``, which no log can tell: the person can do 8 % more or fewer repetitions beyond
      the first than the chart says, and misjudges the reserve by 0.4 always the same way;
    * the day's form is 1.5 % off, a set half a repetition, and each set costs 0.4 for the next;
    * the bar is loaded to 2.5 kg, so up to 1.25 kg beside what was meant;
    * the reserve is misjudged by 0.4 of a repetition and a fifth of what is left from set to set,
      and told in halves.
    """
    chance = random.Random(seed)
    start, gain = chance.uniform(60, 200), chance.uniform(0, 0.008)
    person, habit = chance.gauss(1, 0.08 * personal), chance.gauss(0, 0.4 * personal)
    shares, log, truth = table("chart", catalog), [], start
    for k in range(6):
        truth = start * (1 + gain * k / 2)
        form, aim = chance.gauss(1, 0.015), chance.choice([3, 5, 8])
        load = 2.5 * round(truth * share(shares, aim + 2) / 2.5)
        charted = next(n / 20 for n in range(20, 500)
                       if share(shares, n / 20) <= load / (truth * form))
        sets = []
        for before in range(3):
            can = 1 + (charted - 1) * person - 0.4 * before + chance.gauss(0, 0.5)
            reps = max(1, min(aim, int(can)))
            left = can - reps
            judged = left + habit + chance.gauss(0, 0.4 + 0.2 * max(0.0, left))
            sets.append(one(reps, load, max(0.0, round(2 * judged) / 2)))
        log.append(session(int(3.5 * k), bench_press=sets))
    return log, truth
