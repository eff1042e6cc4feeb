"""Each change of a workout taken back by itself: what breaks without it, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planner.answers.difference import Difference, EntryChange, SessionChange
from planner.answers.trial.opened_plan import Opened, replaced
from planner.catalog.words import PHASES
from planner.judge.audit import broken_musts, ledger, worth
from planner.judge.audit_rows import LedgerRow
from planner.judge.tiers import Worth
from planner.workout.notation.write import told
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, with_entries

Kind = Literal["added", "removed", "dosed", "moved", "warm_up", "cool_down"]


@dataclass(frozen=True)
class Undone:
    """A change that was taken back.

    Attributes
    ----------
    needed
        Sentences of the must rules that break without it.
    coverage, quality
        Points that the change costs; below 0 it gains them.
    """

    session: str
    kind: Kind
    exercises: tuple[str, ...]
    says: str
    needed: tuple[str, ...]
    coverage: int
    quality: int


def undone(before: Opened, after: Workout, found: Difference) -> tuple[Undone, ...]:
    """Take each change of a workout back, all others left, and judge what that is.

    Parameters
    ----------
    before
        The workout as it was; the problem is that of both.
    """
    trial = _Trial(before, after)
    changes = []
    for session, page in zip(before.problem.sessions, found.sessions, strict=True):
        old, new = (w.sessions[session.index] for w in (before.workout, after))
        for kind, names, says, back in _taken_back(old, new, page):
            changes.append(trial.judged(session.index, page.id, kind, names, says, back))
    return tuple(changes)


class _Trial:
    """Judges workouts against the changed one."""

    def __init__(self, before: Opened, after: Workout) -> None:
        self.before, self.after = before, after
        self.rows, self.worth = self._judge(after)

    def _judge(self, workout: Workout) -> tuple[tuple[LedgerRow, ...], Worth]:
        p = self.before.problem
        rows = ledger(workout, p, self.before.rules)
        return rows, worth(workout, p, rows)

    def judged(self, index: int, session: str, kind: Kind, names: tuple[str, ...], says: str,
               back: WorkoutSession) -> Undone:
        """Return a change whose session is taken back as given."""
        rows, value = self._judge(replaced(self.after, index, back))
        known = {(r.rule, r.where, r.says) for r in broken_musts(self.rows)}
        broken = [r for r in broken_musts(rows) if (r.rule, r.where, r.says) not in known]
        known_as = [self.before.catalog.exercise_by_id[n].name for n in names]
        broken.sort(key=lambda r: not any(name in r.says for name in known_as))
        needed = tuple(f"{r.says} ({r.rule.replace('_', ' ')})" for r in broken)
        return Undone(session, kind, names, says, needed, self.worth.coverage - value.coverage,
                      self.worth.quality - value.quality)


Taken = tuple[Kind, tuple[str, ...], str, WorkoutSession]


def _taken_back(old: WorkoutSession, new: WorkoutSession, page: SessionChange) -> Iterator[Taken]:
    """Yield the changes of a session, each with the session that is without it."""
    yield from _around(old, new)
    was = {i.exercise.id: i for i in old.work}
    now = {i.exercise.id: i for i in new.work}
    for change in page.entries:
        name = change.exercise
        if change.change == "added" and name in now and name not in was:
            yield "added", (name,), f"{_said(now[name])} comes in", _without(new, name)
        elif change.change == "removed" and name in was and name not in now:
            yield ("removed", (name,), f"{_said(was[name])} goes",
                   _put_back(old, new, was[name]))
        elif change.change == "dosed" and name in was and name in now:
            yield "dosed", (name,), _dosed(was[name], now[name]), _as_before(new, was[name])
    yield from _moved(old, new, page.entries)


def _key(entry: WorkoutEntry) -> tuple[object, ...]:
    return entry.phase, entry.exercise.id, entry.sets, entry.dose


def _alone(entry: WorkoutEntry) -> WorkoutEntry:
    return replace(entry, superset=None)


def _said(entry: WorkoutEntry) -> str:
    """Return an entry in set notation, without the reserve that nobody wrote."""
    rows = tuple(replace(row, dose=replace(row.dose, rir=None)) for row in entry.rows)
    return told(replace(entry, superset=None, dose=replace(entry.dose, rir=None), rows=rows))


def _dosed(was: WorkoutEntry, now: WorkoutEntry) -> str:
    a, b = _said(was), _said(now)
    if a != b:
        return f"{a} becomes {b}"
    if was.kit != now.kit:
        return f"{a} is done with {' and '.join(now.kit).replace('_', ' ') or 'nothing'}"
    if now.superset is None:
        return f"{a} is done by itself"
    return f"{a} is done in superset {now.superset}"


def _around(old: WorkoutSession, new: WorkoutSession) -> Iterator[Taken]:
    """Yield the warm-up and the cool-down as one change each, where they are not what they were."""
    parts: tuple[tuple[Kind, str], ...] = (("warm_up", "warm-up"), ("cool_down", "cool-down"))
    for kind, name in parts:
        was, now = ([i for i in done.entries if not i.work and
                     (i.phase == "cool_down") == (kind == "cool_down")] for done in (old, new))
        if [_key(i) for i in was] == [_key(i) for i in now]:
            continue
        gone = [i for i in was if _key(i) not in [_key(n) for n in now]]
        come = [i for i in now if _key(i) not in [_key(o) for o in was]]
        says = f"{name}: {_list(come)} comes in" if come else f"{name}: {_list(gone)} goes"
        if come and gone:
            says = f"{name}: {_list(come)} instead of {_list(gone)}"
        others = [i for i in new.entries if not i.work and i not in now]
        back = sorted((*was, *others), key=lambda i: PHASES.index(i.phase))
        first = tuple(i for i in back if i.phase != "cool_down")
        last = tuple(i for i in back if i.phase == "cool_down")
        yield (kind, tuple(i.exercise.id for i in (*come, *gone)), says,
               with_entries(new, (*first, *new.work, *last)))


def _list(entries: Sequence[WorkoutEntry]) -> str:
    """Return what a warm-up holds: ``8 min of rowing machine, inchworm``."""
    said = []
    for i in entries:
        minutes, seconds = divmod((i.dose.hold_s or 0) * i.sets, 60)
        amount = f"{minutes} min " if minutes and not seconds else ""
        said.append(f"{amount}{i.exercise.in_words}")
    return ", ".join(said)


def _without(new: WorkoutSession, name: str) -> WorkoutSession:
    """Return a session without an entry; who is left alone is in no superset."""
    kept = [i for i in new.entries if not (i.work and i.exercise.id == name)]
    letters = [i.superset for i in kept]
    return with_entries(new, tuple(
        _alone(i) if letters.count(i.superset) == 1 else i for i in kept))


def _put_back(old: WorkoutSession, new: WorkoutSession, entry: WorkoutEntry) -> WorkoutSession:
    """Return a session with an entry before the first that stood behind it."""
    ids = [i.exercise.id for i in old.work]
    behind = set(ids[ids.index(entry.exercise.id) + 1:])
    work = list(new.work)
    at = next((k for k, i in enumerate(work) if i.exercise.id in behind), len(work))
    while 0 < at < len(work) and work[at].superset is not None and (
            work[at].superset == work[at - 1].superset):
        at -= 1
    work.insert(at, _alone(entry))
    return _with_work(new, work)


def _as_before(new: WorkoutSession, entry: WorkoutEntry) -> WorkoutSession:
    return _with_work(new, [replace(entry, superset=i.superset)
                            if i.exercise.id == entry.exercise.id else i for i in new.work])


def _moved(old: WorkoutSession, new: WorkoutSession,
           changes: Sequence[EntryChange]) -> Iterator[Taken]:
    """Yield the order of a session as one change, where what stayed stands otherwise."""
    at = {i.exercise.id: k for k, i in enumerate(old.work)}
    if len(at) < len(old.work):  # what stands twice has no one place
        return
    stayed = [i for i in new.work if i.exercise.id in at]
    before = sorted(stayed, key=lambda i: at[i.exercise.id])
    if before == stayed:
        return
    moved = [c.exercise for c in changes if c.change == "moved"]
    names = moved or [next(b for a, b in zip(before, stayed, strict=True) if a != b).exercise.id]
    follows = iter(before)
    work = [next(follows) if i.exercise.id in at else i for i in new.work]
    by_id = {i.exercise.id: i for i in stayed}
    places = [_place(by_id[name], new) for name in names if name in by_id]
    says = " and ".join(places)
    yield "moved", tuple(names), says, _with_work(new, [_alone(i) for i in work])


def _place(entry: WorkoutEntry, new: WorkoutSession) -> str:
    k = [i.exercise.id for i in new.work].index(entry.exercise.id)
    if k == 0:
        return f"{entry.exercise.name} moves to the front"
    return f"{entry.exercise.name} moves behind {new.work[k - 1].exercise.name}"


def _with_work(new: WorkoutSession, work: Sequence[WorkoutEntry]) -> WorkoutSession:
    first = tuple(i for i in new.entries if not i.work and i.phase != "cool_down")
    last = tuple(i for i in new.entries if i.phase == "cool_down")
    return with_entries(new, (*first, *work, *last))
