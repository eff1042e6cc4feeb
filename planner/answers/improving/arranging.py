"""The order of a workout that is nearest to the written one, and what stands in for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from planner.answers.trial.circumstances import with_rows
from planner.answers.trial.opened_plan import Opened, replaced
from planner.answers.trial.placing import arranger_of
from planner.catalog.words import PHASES
from planner.judge.audit import broken_musts, ledger
from planner.judge.order import Arranger
from planner.problem.problem import Problem, SessionProblem
from planner.rules.protocol import PairRule
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, blocks, with_entries


def before_work(entry: WorkoutEntry) -> bool:
    """Whether an entry is of a phase before the work."""
    return PHASES.index(entry.phase) < PHASES.index("work")


def nearest_order(opened: Opened, found: Workout) -> Workout:
    """Return what was found in the order as written, as far as the must rules let it be."""
    best = found
    for session in opened.problem.sessions:
        for way in _ways(opened, session, found.sessions[session.index]):
            tried = replaced(best, session.index, way)
            if not broken_musts(ledger(tried, opened.problem, opened.rules)):
                best = tried
                break
    return best


def _ways(opened: Opened, session: SessionProblem,
          found: WorkoutSession) -> Iterator[WorkoutSession]:
    """Yield orders of a session, the nearest to the written one first, the found one last."""
    old = opened.workout.sessions[session.index]
    there = tuple(i for i in found.entries if not i.work)
    ends = tuple(i for i in old.entries if i.phase in ("activate", "cool_down"))
    work = with_rows(old, found.work)
    kinds = kin(opened.problem, opened)
    arranger = arranger_of(opened, session)
    for paired in (_as_paired(old, work, opened), work):
        placed = _placed(old, paired, arranger, kinds)
        for order in (placed, mended(placed, arranger)):
            yield around(found, (*there, *(i for i in ends if i not in there)), order)
            yield around(found, there, order)
    yield around(found, there, work)


def around(found: WorkoutSession, others: Sequence[WorkoutEntry],
            work: Sequence[WorkoutEntry]) -> WorkoutSession:
    """Return a session of some work, with the other phases before and behind it."""
    first = sorted((i for i in others if before_work(i)), key=lambda i: PHASES.index(i.phase))
    return with_entries(found, (*first, *work, *(i for i in others if not before_work(i))))


def _as_paired(old: WorkoutSession, work: Sequence[WorkoutEntry],
               opened: Opened) -> tuple[WorkoutEntry, ...]:
    """Return the work in the written supersets that may stay, and in no others."""
    sets = {i.exercise.id: i.sets for i in work}
    letters: dict[str, str | None] = {}
    for block in blocks(old.entries):
        stayed = all(sets.get(i.exercise.id) == i.sets for i in block) and not _apart(
            block, opened)
        for entry in block:
            letters[entry.exercise.id] = entry.superset if stayed else None
    return tuple(replace(i, superset=letters.get(i.exercise.id)) for i in work)


def _apart(block: Sequence[WorkoutEntry], opened: Opened) -> bool:
    """Whether a must rule bars two of a superset; a circuit goes from place to place."""
    p = opened.problem
    pairs = [r for r in opened.rules if isinstance(r, PairRule)
             and p.setting(r.id).severity == "must"]
    return any(r.bars_pair(p, a.exercise, b.exercise, *(
        (a.kit, b.kit) if len(block) == 2 else ((), ()))) is not None
        for a, b in combinations(block, 2) for r in pairs)


def _placed(old: WorkoutSession, work: Sequence[WorkoutEntry], arranger: Arranger,
            kinds: Mapping[str, frozenset[str]]) -> tuple[WorkoutEntry, ...]:
    """Return what stayed in its written order, and what is new at its cheapest place.

    Among places that cost as much it is that of the one that it stands in for, or the end.
    """
    at = {i.exercise.id: k for k, i in enumerate(old.work)}
    groups: dict[str, list[WorkoutEntry]] = {}
    for entry in work:
        groups.setdefault(entry.superset or f"alone {entry.exercise.id}", []).append(entry)
    later = len(at)
    ordered = [sorted(g, key=lambda i: at.get(i.exercise.id, later)) for g in groups.values()]
    stayed = sorted((g for g in ordered if g[0].exercise.id in at),
                    key=lambda g: at[g[0].exercise.id])
    entries = tuple(i for g in stayed for i in g)
    for group in ordered:
        if group[0].exercise.id not in at:
            gone = [k for name, k in at.items() if group[0].exercise.id in kinds.get(name, ())
                    and all(i.exercise.id != name for i in work)]
            near = sum(at.get(i.exercise.id, 0) < gone[0] for i in entries
                       if i.exercise.id in at) if gone else len(entries)
            entries = arranger.inserted(entries, group, near)
    return entries


def mended(entries: tuple[WorkoutEntry, ...], arranger: Arranger) -> tuple[WorkoutEntry, ...]:
    """Return an order that keeps the must rules, with one block after the other moved."""
    for _ in entries:
        if not arranger.strict(entries):
            break
        ways = []
        for k, block in enumerate(blocks(entries)):
            rest = tuple(i for i in entries if i not in block)
            moved = arranger.inserted(rest, block, k)
            ways.append((arranger.strict(moved), -k, moved))
        entries = min(ways, key=lambda way: way[:2])[2]
    return entries



def kin(p: Problem, opened: Opened) -> dict[str, frozenset[str]]:
    """Return for each written exercise those that may stand in for it: easier, of its movement."""
    found: dict[str, frozenset[str]] = {}
    for session, done in zip(p.sessions, opened.workout.sessions, strict=True):
        for entry in done.work:
            e = entry.exercise
            near = frozenset(o.id for o in session.options if o.id in e.easier) or frozenset(
                o.id for o in session.options if o.exercise.pattern == e.pattern
                and o.exercise.compound and o.exercise.skill < e.skill)
            found[e.id] = found.get(e.id, frozenset()) | near
    return found
