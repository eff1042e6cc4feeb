"""``coach improve``: the workout nearest to a text that keeps the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.doors.cli.asking import OUTPUT, Asked, command
from planner.doors.cli.profile import ABOUT_YOU
from planner.doors.cli.request_options import JUDGED_BY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.answers.improve import Improved, Improvement
    from planner.catalog import Catalog
    from planner.doors.cli.document import Block, Page
    from planner.request.units import Units
    from planner.show.scale import Scale

MOST_REASONS = 2
"""Rules that are named for a change."""


@command("improve", *JUDGED_BY, *ABOUT_YOU, OUTPUT)
def improve(asked: Asked, output: str | None, json: bool, **said: Any) -> None:
    """Change a workout that somebody wrote as little as possible, so that it keeps the rules.

    What stays keeps its sets, loads, rests and order. Each change is named with
    the rule that asks for it and its price: it is taken back by itself, and the
    whole workout judged again.
    """
    import planner
    from planner.doors.cli import opening
    from planner.doors.cli.judging import judged
    from planner.doors.cli.profile import you
    from planner.doors.cli.quick_start import import_solver
    from planner.plans.files import read_workout
    from planner.request.errors import InputError

    name, read = read_workout(asked.raw["workout"])
    if not isinstance(read, str):
        raise InputError("this is a plan; coach replan and coach swap change it", name)
    given = {k: v for k, v in asked.words().items() if v is not None}
    asks = you(said, asked.catalog)
    import_solver()
    found = judged(name, read, asked.raw["request"], said, asks, lambda request: planner.improve(
        read, request, catalog=asked.catalog, **given))
    opening.answer(found, lambda: improvement_page(found, asked.catalog, name, asks.units), json,
                   found.plan, output)


def improvement_page(found: Improvement, catalog: Catalog, name: str, units: Units) -> Page:
    """Return the changes with their reasons and prices, then the workout to train by."""
    from planner.catalog.body import so_many
    from planner.doors.cli.brief import brief_sessions
    from planner.doors.cli.document import Heading, Items, Words
    from planner.doors.cli.summary import as_far_as_read, unread_blocks
    from planner.judge.tiers import TierName
    from planner.show.scale import Scale

    what = "The workout" if name.startswith("<") else name
    count = len(found.changes)
    if not count:
        title = f"{what} keeps the rules as it is"
    elif found.ok_before:
        title = f"{what} keeps the rules; {so_many(count, 'change')} would pay"
    else:
        title = f"{what} keeps the rules after {so_many(count, 'change')}"
    blocks: list[Block] = [Heading(f"{title}{as_far_as_read(found.skipped)}", 1)]
    blocks += unread_blocks(found.skipped, found.reading)
    blocks += _changes(found, Scale(catalog, found.plan.request, units))
    before, after = (getattr(found.difference, f"tiers_{when}") for when in ("before", "after"))
    if count > 1:
        blocks.append(Words("Each price is that of the change by itself; together they need not "
                            "add up."))
    blocks.append(Words(" ".join(
        f"{tier.value.capitalize()} {before[tier]} to {after[tier]} points." for tier
        in (TierName.COVERAGE, TierName.QUALITY)) + " Less is better."))
    hard = sorted({name for c in found.changes if c.change == "removed"
                   and any(why.endswith("(skill)") for why in c.needed) for name in c.exercises})
    if hard:
        blocks.append(Words(f"Whoever has learned it may: --skill {','.join(hard)}."))
    if not count:
        blocks.append(Words("--better makes changes as well that no rule asks for, where they "
                            "pay."))
    blocks += brief_sessions(found.plan, catalog, units=units)
    if found.notes:
        blocks += [Heading("Notes", 3), Items.of(found.notes)]
    return tuple(blocks)


def _changes(found: Improvement, scale: Scale) -> Iterator[Block]:
    from planner.doors.cli.document import Heading, Items
    from planner.show.wording import session_names

    names = session_names(found.plan.sessions)
    for session in found.plan.sessions:
        here = [c for c in found.changes if c.session == session.id]
        if here:
            yield Heading(names[session.id], 3)
            yield Items.of(f"{scale.words(f'{c.says[:1].upper()}{c.says[1:]}')}. {_reason(c)}"
                           for c in here)


def _reason(change: Improved) -> str:
    """Return what a change is for, and its price."""
    from planner.show.wording import plain

    why = "; ".join(change.needed[:MOST_REASONS])
    needed = f"Without this: {plain(why)}. " if why else ""
    return f"{needed}{_price(change)}"


def _price(change: Improved) -> str:
    """Return what a change costs and gains, in points of the first two tiers."""
    from planner.catalog.body import so_many

    prices = (("coverage", change.coverage_price), ("quality", change.quality_price))
    said = [f"{verb} {listed}" for verb, sign in (("costs", 1), ("gains", -1)) if (
        listed := " and ".join(f"{so_many(sign * price, 'point')} of {tier}"
                               for tier, price in prices if sign * price > 0))]
    text = ", ".join(said) or "costs nothing"
    return f"{text[:1].upper()}{text[1:]}."
