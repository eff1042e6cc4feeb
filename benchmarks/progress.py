"""How long it takes to say what three years of a log say: ``python -m benchmarks.progress``."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from planner.catalog import Catalog, load
from planner.logs.log import LoggedEntry, LoggedSession, LoggedSet
from planner.progress.report import progress_report
from planner.show.progress_pictures import progress_figures, together

SETS, LIFTS, RUNS = 15_000, 30, 5


def three_years(catalog: Catalog) -> list[LoggedSession]:
    """Return sessions of eight lifts in four sets every other day, the same every time."""
    chance = random.Random(1)
    names = [e.id for e in catalog.exercises if e.measure == "reps" and "work" in e.phases
             and e.load in ("barbell", "dumbbell", "stack")][:LIFTS]
    sessions: list[LoggedSession] = []
    start = datetime(2027, 1, 4, 18)
    for _ in range(-(-SETS // 32)):
        entries = tuple(LoggedEntry(exercise=name, name=name, sets=tuple(
            LoggedSet(reps=chance.randint(5, 11), load_kg=chance.choice([40.0, 60.0, 80.0]),
                      rir=chance.choice([0.0, 1.0, 2.0, None])) for _ in range(4)))
            for name in chance.sample(names, 8))
        sessions.append(LoggedSession(start=start, end=start + timedelta(minutes=80),
                                      entries=entries))
        start += timedelta(days=chance.choice([2, 2, 3]))
    return sessions


def best_of(ask: Callable[[], Any]) -> float:
    """Return the seconds of the fastest of a few runs."""
    found = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        ask()
        found.append(time.perf_counter() - begin)
    return min(found)


def main() -> None:
    """Print the seconds of the report, and of its pictures."""
    gc.set_threshold(200_000)  # as the command line does
    catalog = load()
    sessions = three_years(catalog)
    sets = sum(len(entry.sets) for session in sessions for entry in session.entries)
    report = progress_report(sessions, catalog)
    print(f"{len(sessions)} sessions, {sets} sets, {len(report.maxima)} maxima")
    print(f"report   {best_of(lambda: progress_report(sessions, catalog)):.2f} s")
    print(f"pictures {best_of(lambda: together(progress_figures(report, catalog), 'x')):.2f} s")


if __name__ == "__main__":
    main()
