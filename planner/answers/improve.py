"""Improving a workout that somebody wrote: the nearest one that keeps the rules."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from planner.answers.difference import Difference, compared, made, side
from planner.answers.improving.nearest import nearest
from planner.answers.improving.undone import Undone, undone
from planner.answers.trial.opened_plan import Opened, revised
from planner.answers.trial.opened_text import open_text
from planner.catalog import Catalog
from planner.catalog.words import Model, Versioned
from planner.judge.audit import broken_musts
from planner.plans.check import read_lines, skipped_lines
from planner.plans.make import rule_book
from planner.plans.schema import Plan, ReadAs, Skipped
from planner.plans.text import Stated, TextWorkout
from planner.request.arguments import catalog_of
from planner.request.arguments import seconds as seconds_of
from planner.request.errors import Infeasible, InputError
from planner.rules import Rule
from planner.workout.workout import Workout

DEFAULT_SECONDS = 3.0


class Improvement(Versioned):
    """A workout that keeps the rules, and each change that it took.

    Attributes
    ----------
    ok_before
        Whether the text kept every must rule.
    plan
        The improved workout as a plan, audited.
    changes
        Each change by itself, in the order of the sessions.
    difference
        The whole comparison with the text.
    skipped
        Lines of the text that were left out.
    reading
        Lines that were read, each with what was taken for granted in it.
    """

    schema_: Literal["improve/1"] = Field(default="improve/1", alias="schema")
    ok_before: bool
    plan: Plan
    changes: tuple[Improved, ...]
    difference: Difference
    skipped: tuple[Skipped, ...] = ()
    reading: tuple[ReadAs, ...] = ()
    notes: tuple[str, ...] = ()


class Improved(Model):
    """A change, and what it is for: it is taken back, and the whole workout judged again.

    Attributes
    ----------
    says
        The change in words.
    needed
        What breaks without it, in words; nothing where it only pays.
    coverage_price, quality_price
        Points of the first two tiers that it costs; below 0 it gains them.
    """

    session: str
    change: Literal["added", "removed", "dosed", "moved", "warm_up", "cool_down"]
    exercises: tuple[str, ...]
    says: str
    needed: tuple[str, ...] = ()
    coverage_price: int
    quality_price: int


def improve(workout: str, request: Stated = None, minutes: int | None = None,
            better: bool = False, week: int | None = None, seconds: float = DEFAULT_SECONDS,
            catalog: Catalog | None = None, rules: Sequence[Rule] = ()) -> Improvement:
    """Return the workout nearest to a text that keeps the must rules, and what it costs.

    What stays keeps its sets, repetitions, loads, rests and order. Where nothing else is asked for,
    the rules are those that `check` judges a text by: the craft of this planner is advice.

    Parameters
    ----------
    workout
        Set notation as people write it.
    request
        What it is for, or some fields of that; the rest is what the text shows.
    minutes
        Minutes of every session. By default those of the request, else what the text takes.
    better
        Whether changes that no must rule asks for are made as well, where each is worth five times
        the price of a change in a plan of our own (``change`` in the table of prices).
    week
        Which week of a text with several; the first one by default.
    seconds
        Seconds of search.

    Raises
    ------
    InputError
        Nothing of the text could be read, or the request is wrong.
    Infeasible
        No workout keeps the rules, whatever is changed.
    NoPlanInTime
        The limit passed before any was found.
    """
    started = time.monotonic()
    limit = seconds_of(seconds)
    catalog = catalog_of(catalog)
    book = rule_book(rules)
    if not isinstance(workout, str) or workout.lstrip().startswith("{"):
        raise InputError("expected a text in set notation; replan and swap change a plan",
                         "workout")
    opened, text = open_text(workout, request, minutes, catalog, book, week)
    _enough(text)
    broken = broken_musts(opened.rows)
    done = nearest(opened, started, limit, better) if broken or better else opened.workout
    if done is None:
        from planner.solve import Control, conflict_of

        p = opened.problem
        control = Control(limit, p.request.limits.workers, p.request.seed, time.monotonic())
        raise Infeasible(conflict_of(p, book, control))
    plan = revised(opened, done, (), started, opened.problem, (), None,
                   time.monotonic() - started)
    difference = compared(side(opened), made(plan))
    return Improvement(
        ok_before=not broken, plan=plan,
        changes=tuple(_changes(undone(opened, done, difference))), difference=difference,
        skipped=skipped_lines(text.reading), reading=read_lines(text.reading),
        notes=(*opened.notes, *_together(opened, done)))


def _enough(text: TextWorkout) -> None:
    """Refuse a text of which too little was read to say what it wants to be."""
    read = sum(len(v.work) for v in text.workout.sessions)
    missed = [line for line in text.reading.lines if line.missed]
    if not read:
        raise InputError("no work was read that could be improved; coach check --show-reading "
                         "shows how each line was understood", "workout")
    if len(missed) > read:
        raise InputError(f"{len(missed)} lines could not be read, and only {read} could; mend "
                         f"them first (line {missed[0].number}: {missed[0].says})", "workout")


def _together(before: Opened, done: Workout) -> Iterator[str]:
    """Yield a note where what stood twice is one entry."""
    for old, new in zip(before.workout.sessions, done.sessions, strict=True):
        ids = [[i.exercise.id for i in v.work] for v in (old, new)]
        if len(set(ids[0])) < len(ids[0]) and len(set(ids[1])) == len(ids[1]):
            yield f"What stands twice on {old.id} is one entry, its sets together."


def _changes(found: Sequence[Undone]) -> Iterator[Improved]:
    for change in found:
        yield Improved(session=change.session, change=change.kind, exercises=change.exercises,
                       says=change.says, needed=change.needed,
                       coverage_price=change.coverage, quality_price=change.quality)
