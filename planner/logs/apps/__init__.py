"""The apps whose logs are read, each known by the columns of its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.logs.apps import fitnotes, hevy, strong, stronglifts
from planner.logs.log import AppId, SkippedRow
from planner.logs.measures import Measures
from planner.logs.row import Row
from planner.logs.table import Table

Read = Callable[[Table, Measures], Iterator[Row | SkippedRow]]


@dataclass(frozen=True)
class App:
    """A layout of a table.

    Attributes
    ----------
    needs
        The keys of the columns that tell it from others, all of which it has.
    read
        Yields its sets, and the rows that hold none.
    """

    id: AppId
    needs: frozenset[str]
    read: Read


APPS: tuple[App, ...] = (
    App("strong", frozenset({"date", "workout name", "exercise name", "set order"}), strong.read),
    App("hevy", frozenset({"start time", "exercise title"}), hevy.read),
    App("stronglifts", frozenset({"date yyyy/mm/dd", "exercise", "set 1 reps"}),
        stronglifts.read_entries),
    App("stronglifts", frozenset({"date", "exercise 1", "set 1"}), stronglifts.read_sessions),
    App("fitnotes", frozenset({"date", "exercise", "category"}), fitnotes.read),
)


def app_of(table: Table) -> App | None:
    """Return the app whose columns a table has."""
    return next((app for app in APPS if app.needs <= table.columns.keys()), None)


def closest(table: Table) -> tuple[App, list[str]] | None:
    """Return the app of which a table has at least half the columns, and those it lacks."""
    found = max(APPS, key=lambda app: len(app.needs & table.columns.keys()) / len(app.needs))
    lacking = sorted(found.needs - table.columns.keys())
    return (found, lacking) if 2 * len(lacking) <= len(found.needs) else None
