"""The rest of a block planned anew: weeks that were missed, a complaint, other minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from planner.answers.replan import replan
from planner.answers.trial.opened_plan import open_plan
from planner.blocks.block import Block, BlockWeek, filled
from planner.blocks.wave import FEWEST, WaveWeek, wave
from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.request.arguments import catalog_of, whole
from planner.request.errors import InputError
from planner.rules import Rule


def resume(block: Block, done: int, missed: int = 0, complaints: Iterable[str] = (),
           minutes: Mapping[str, int] | None = None, without: Iterable[str] = (),
           catalog: Catalog | None = None, rules: Sequence[Rule] = ()) -> Block:
    """Plan the rest of a block anew; it ends when it would have ended.

    The weeks that were done stay. The weeks that are left get a wave of their own; after missed
    weeks it begins with an easier one. Where circumstances have changed, the weeks that the
    others are made from are planned anew with as few changes as possible.

    Parameters
    ----------
    done
        How many weeks were trained, from the first on.
    missed
        How many weeks after them fell out.
    complaints, minutes, without
        As `replan` takes them.

    Raises
    ------
    InputError
        Fewer than two weeks are left, or a word is wrong.
    Infeasible, NoPlanInTime
        As `replan` does.
    """
    catalog = catalog_of(catalog)
    total = len(block.weeks)
    whole(done, 0, total, "done")
    whole(missed, 0, total, "missed")
    behind = (block.weeks[done - 1].week if done else block.weeks[0].week - 1) + missed
    left = block.weeks[-1].week - behind
    if left < FEWEST:
        raise InputError(f"{so_many(max(left, 0), 'week')} of {total} would be left; a new block "
                         f"has at least {FEWEST}", "missed" if missed else "done")
    pain, gone = tuple(complaints), tuple(without)
    bases = list(block.bases)
    if pain or gone or minutes:
        bases = [replan(base, complaints=pain, minutes=minutes, without=gone, catalog=catalog,
                        rules=rules).plan for base in bases]
    opened = [open_plan(base, catalog, rules) for base in bases]
    shape = [replace(week, week=week.week + behind)
             for week in _after(missed, wave(left, block.request.goal, catalog), catalog)]
    return Block(request=bases[0].request, bases=tuple(bases), done=done, missed=missed,
                 weeks=(*block.weeks[:done], *filled(opened, shape, rules)),
                 notes=tuple(_told(done, missed, left)))


def _after(missed: int, shape: Sequence[WaveWeek], catalog: Catalog) -> list[WaveWeek]:
    """Return a wave with an easier week in front, where weeks were missed."""
    rows = [r for r in catalog.blocks.returns if missed >= r.from_weeks]
    if not rows:
        return list(shape)
    row = max(rows, key=lambda r: r.from_weeks)
    first = shape[0]
    return [replace(first, kind="return",
                    sets_percent=min(first.sets_percent, row.sets_percent),
                    rir_more=first.rir_more + row.rir_more), *shape[1:]]


def _told(done: int, missed: int, left: int) -> list[str]:
    said = [f"{so_many(done, 'week')} done"] if done else []
    said += [f"{so_many(missed, 'week')} missed"] if missed else []
    return [f"{' and '.join(said)}; {so_many(left, 'week')} planned anew."] if said else []


def week_of(block: Block, number: int) -> BlockWeek:
    """Return a week of a block by its number.

    Raises
    ------
    InputError
        There is none.
    """
    for week in block.weeks:
        if week.week == number:
            return week
    raise InputError(f"no week {number}; the block has "
                     f"{', '.join(str(w.week) for w in block.weeks)}", "week")
