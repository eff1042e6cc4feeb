"""``coach swap``: the best replacements of one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.doors.cli.asking import OUTPUT, PICK, Asked, command

if TYPE_CHECKING:
    from planner.answers.swap import Swaps
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page


@command("swap", PICK, OUTPUT)
def swap(asked: Asked, pick: int, output: str | None, json: bool) -> None:
    """Show what could stand in an entry's place, the rest of the plan as it is.

    Each replacement is dosed, timed and audited in the whole plan; none breaks
    a must rule. Exit code 3 means that nothing can stand there, and says why.
    """
    from planner.catalog.body import so_many
    from planner.doors.cli import opening
    from planner.request.errors import InputError

    name, plan = opening.read_plan(asked.raw["plan"])
    given = asked.words()
    found = asked.answer(name, {**given, "plan": plan, "count": max(given["count"], pick)})
    if pick > len(found.options):
        raise InputError(f"{so_many(len(found.options), 'replacement was', 'replacements were')} "
                         f"found, not {pick}", "--pick")
    opening.say(found.notes)
    opening.answer(found, lambda: swap_page(found, asked.catalog, pick if output else None), json,
                   found.options[pick - 1].plan, output)


def swap_page(found: Swaps, catalog: Catalog, picked: int | None = None) -> Page:
    """Return the replacements as a table, and what the picked one, or the best, changes."""
    from planner.doors.cli.changes import goal_blocks, rule_blocks
    from planner.doors.cli.document import Block, Heading, Row, Table, Words
    from planner.show.wording import dose, effort, exercise_name, load

    blocks: list[Block] = [Heading(
        f"{exercise_name(found.entry, catalog)} on {found.session}: what could stand in", 1)]
    rows = []
    for i, option in enumerate(found.options, start=1):
        entry = option.entry
        rows.append(Row((
            str(i), exercise_name(option.exercise, catalog), dose(entry, catalog), effort(entry),
            load(entry), _signed_clock(option.seconds_change), f"{option.coverage_change:+d}",
            f"{option.quality_change:+d}"),
            below=f"{option.exercise}; in a superset" if entry.superset else option.exercise))
    blocks.append(Table(("", "exercise", "sets x reps", "effort", "load", "minutes", "coverage",
                         "points"), "><<<>>>>", tuple(rows), flex=(1,)))
    blocks.append(Words("Coverage is the distance from the mins and maxes: 16 for each set below a "
                        "min, 8 for each above a max, times the weight of the goal. Points are the "
                        "price of everything else. Below 0 is better."))
    number = picked or 1
    option = found.options[number - 1]
    name = exercise_name(option.exercise, catalog)
    blocks.append(Words(f"With {name[:1].lower() + name[1:]}: "
                        f"{option.says[:1].lower()}{option.says[1:]}"))
    blocks += goal_blocks(option.difference)
    blocks += rule_blocks(option.difference)
    return tuple(blocks)


def _signed_clock(seconds: int) -> str:
    from planner.show.wording import clock

    return f"{'-' if seconds < 0 else '+'}{clock(abs(seconds))}"
