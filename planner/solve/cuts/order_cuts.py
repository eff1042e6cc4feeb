"""What a bad order of one choice says about all choices like it.

A few entries force the cost of a session's best order. Exercises that the order
rules cannot tell from one of them would force it as well, so the cut speaks of
kinds of exercises and not of the few that happened to be chosen (docs/explanation/model.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.judge.order import SOFT, STRICT, Arranger
from planner.judge.pairing import Groups
from planner.workout.workout import WorkoutEntry


@dataclass(frozen=True)
class Kind:
    """Exercises of which any ``count`` force what was found."""

    ids: frozenset[str]
    count: int


@dataclass(frozen=True)
class Forced:
    """A session that holds these kinds and groups, and no mender, costs at least as much.

    ``cost`` is (broken must rules, penalty). ``menders`` says of each how many penalty points
    it saves at most.
    """

    cost: tuple[int, int]
    kinds: tuple[Kind, ...]
    groups: Groups
    menders: Mapping[str, int]


@dataclass
class _Few:
    """Entries that force a cost, kind by kind, and what keeping two of them apart saves at most.

    Entries go by their numbers among the options; ``begins`` says whether any of them may not
    be the first.
    """

    kinds: list[list[int]]
    saves: int
    begins: bool


class OrderCuts:
    """Generalises the orders of one session.

    What one entry costs beside another is asked of the rules once for the whole request.

    Parameters
    ----------
    options
        Everything that the session may hold, as entries.
    """

    def __init__(self, arranger: Arranger, options: Sequence[WorkoutEntry]) -> None:
        self._arranger = arranger
        self._options = list({o.exercise.id: o for o in options}.values())
        self._number = {o.exercise.id: k for k, o in enumerate(self._options)}
        count = len(self._options)
        self._before: list[list[int | None]] = [[None] * count for _ in range(count)]

    def forced(self, entries: Sequence[WorkoutEntry], groups: Groups) -> list[Forced]:
        """Return what forces the cost of a choice's best order, the widest first.

        Entries cost at least as much in supersets as they do alone, where they
        may stand apart. So what they cost alone is said of all choices that
        hold them, and only what is more than that of the same supersets.
        """
        found = []
        alone = self._least(entries, ())
        whole = self._least(entries, groups) if groups else alone
        if alone > (0, 0):
            found.append(self._fewest(entries, (), alone))
        if whole > alone:
            found.append(self._fewest(entries, groups, whole))
        return found

    def _fewest(self, entries: Sequence[WorkoutEntry], groups: Groups,
                whole: tuple[int, int]) -> Forced:
        """Return the fewest entries from which the cost of all follows, kind by kind.

        More entries never undo a clash, and an entry between two that may not
        be neighbours helps only if standing there costs less than it saves
        (`_harmless`). What does help is left out as well where the others cost
        so much more without it. Groups are kept or left out whole, and only as they are.
        """
        grouped = {e for g in groups for e in g}
        units = [*groups, *((i.exercise.id,) for i in entries if i.exercise.id not in grouped)]
        kept, cost = list(units), whole
        for unit in units:
            fewer = [u for u in kept if u is not unit]
            few, rest = _split(entries, fewer)
            if not few:
                continue
            least = self._least(few, [g for g in groups if g in fewer])
            relief = self._relief(self._numbers(rest), self._few([[k] for k in self._numbers(few)]))
            if (least[0], least[1] - relief) == whole and not (relief and whole[0]):
                kept, cost = fewer, least
        few, rest = _split(entries, kept)
        fixed = {e for g in groups if g in kept for e in g}
        return self._generalised(self._numbers(few), self._numbers(rest),
                                 set(map(self._number.__getitem__, fixed)), cost,
                                 cost[1] - whole[1], tuple(g for g in groups if g in kept))

    def _relief(self, rest: Sequence[int], few: _Few) -> int:
        """Return the most penalty points that entries save of what a few others cost."""
        return sum(self._saves(r, few) for r in rest if not self._harmless(r, few))

    def _generalised(self, few: Sequence[int], rest: Sequence[int], fixed: set[int],
                     cost: tuple[int, int], relief: int, groups: Groups) -> Forced:
        names = [o.exercise.id for o in self._options]
        kinds: list[list[int]] = []
        counts: list[int] = []
        for entry in sorted(few, key=names.__getitem__):
            twin = next((k for k, m in enumerate(kinds) if entry not in fixed
                         and m[0] not in fixed and self._alike(entry, m[0], few)), None)
            if twin is None:
                kinds.append([entry])
                counts.append(1)
            else:
                kinds[twin].append(entry)
                counts[twin] += 1
        held = self._few(kinds)
        for kind, count in zip(kinds, counts, strict=True):
            if kind[0] not in fixed:
                self._widen(kind, count, rest, held, relief)
        inside = {k for kind in kinds for k in kind}
        menders = {o for o in range(len(names)) if o not in few
                   and not self._harmless(o, held, kin=o in inside)}
        return Forced(cost, tuple(
            Kind(frozenset(names[k] for k in kind if k in few or k not in menders), count)
            for kind, count in zip(kinds, counts, strict=True)),
            groups, {names[o]: min(cost[1], self._saves(o, held)) for o in sorted(menders)})

    def _widen(self, kind: list[int], count: int, rest: Sequence[int], held: _Few,
               relief: int) -> None:
        """Add to a kind what the order rules cannot tell from it beside all other kinds.

        The ``rest`` of the choice may save no more than the ``relief`` that the cost allows, or
        the cut would spare it.
        """
        first = kind[0]
        taken = {k for m in held.kinds for k in m}
        others = [m for m in held.kinds if m is not kind]
        for option in range(len(self._options)):
            if option in taken or not self._stands_for(option, first, others):
                continue
            if count > 1 and not all(self._pair(option, o) == self._pair(o, option)
                                     == self._pair(first, first) for o in (option, *kind)):
                continue
            before = held.saves, held.begins
            held.saves = max(held.saves, self._beside(option, held.kinds))
            held.begins = held.begins or bool(self._first[option])
            kind.append(option)
            if self._relief(rest, held) > relief:
                kind.pop()
                held.saves, held.begins = before

    def _stands_for(self, option: int, first: int, others: Sequence[Sequence[int]]) -> bool:
        """Whether an option costs beside all other kinds what the first of its kind does."""
        if self._first[option] != self._first[first]:
            return False
        return all(self._pair(option, other) == self._pair(first, m[0]) and
                   self._pair(other, option) == self._pair(m[0], first)
                   for m in others for other in m)

    def _alike(self, a: int, b: int, few: Sequence[int]) -> bool:
        """Whether two entries behave the same towards the few, and towards each other."""
        if self._first[a] != self._first[b]:
            return False
        if not self._pair(a, a) == self._pair(a, b) == self._pair(b, a) == self._pair(b, b):
            return False
        return all(self._pair(a, f) == self._pair(b, f) and self._pair(f, a) == self._pair(f, b)
                   for f in few if f not in (a, b))

    def _harmless(self, extra: int, few: _Few, kin: bool = False) -> bool:
        """Whether one more entry can never make the best order of any such few cheaper.

        One more of a kind (``kin``) is never the first entry: the one that
        stands earliest is taken for the kind, the others are the extras.
        """
        if not kin and few.begins and not self._first[extra]:
            return False
        if not few.saves:
            return True
        if not self._next_by_class:
            return False
        if self._next[extra][extra] >= few.saves:
            return True
        # Costs of standing after and before each kind, at least.
        after = [min(self._earlier(k, extra) for k in kind) for kind in few.kinds]
        before = [min(self._earlier(extra, k) for k in kind) for kind in few.kinds]
        base = sum(map(min, after, before))
        if base >= few.saves:
            return True
        apart = [k for k, kind in enumerate(few.kinds) if any(self._next[i][i] for i in kind)]
        least = min((after[a] - min(after[a], before[a]) + before[b] - min(after[b], before[b])
                     for a in apart for b in apart
                     if a != b or len(few.kinds[a]) > 1), default=STRICT)
        return base + least >= few.saves

    def _saves(self, extra: int, few: _Few) -> int:
        """Return the most penalty points that one more entry can save.

        It stands between two that may not be neighbours, or first where another may not.
        """
        begins = 0
        if not self._first[extra]:
            begins = max(self._first[k] for kind in few.kinds for k in kind)
        return -(-(few.saves + begins) // SOFT)

    def _least(self, entries: Sequence[WorkoutEntry],
               groups: Sequence[tuple[str, ...]]) -> tuple[int, int]:
        found = self._arranger.best(entries, tuple(groups))
        assert found is not None, "a group without a matching was cut off before"
        return found.cost

    def _numbers(self, entries: Sequence[WorkoutEntry]) -> list[int]:
        return [self._number[i.exercise.id] for i in entries]

    def _few(self, kinds: list[list[int]]) -> _Few:
        everyone = [k for kind in kinds for k in kind]
        saves = max((self._next[a][b] for a in everyone for b in everyone if a != b), default=0)
        return _Few(kinds, saves, any(self._first[k] for k in everyone))

    def _beside(self, option: int, kinds: Sequence[Sequence[int]]) -> int:
        """Return the most that an option costs as a neighbour of an entry of these kinds."""
        return max((max(self._next[option][k], self._next[k][option])
                    for kind in kinds for k in kind), default=0)

    def _pair(self, a: int, b: int) -> tuple[int, int]:
        """What it costs that one entry stands before another, and right before it."""
        return self._earlier(a, b), self._next[a][b]

    def _earlier(self, a: int, b: int) -> int:
        cost = self._before[a][b]
        if cost is None:
            cost = self._arranger.before_cost(self._options[a], self._options[b])
            self._before[a][b] = cost
        return cost

    @cached_property
    def _first(self) -> list[int]:
        return [self._arranger.first_cost(o) for o in self._options]

    @cached_property
    def _next(self) -> list[list[int]]:
        if not self._arranger.speaks_of_neighbours:
            return [[0] * len(self._options)] * len(self._options)
        cost = self._arranger.next_cost
        return [[cost(a, b) for b in self._options] for a in self._options]

    @cached_property
    def _next_by_class(self) -> bool:
        """Whether who may not be neighbours is a class: two of it, and nobody else."""
        inside = [bool(row[k]) for k, row in enumerate(self._next)]
        return all(bool(cost) == (inside[a] and inside[b])
                   for a, row in enumerate(self._next) for b, cost in enumerate(row))


def _split(entries: Sequence[WorkoutEntry],
           units: Sequence[tuple[str, ...]]) -> tuple[tuple[WorkoutEntry, ...], list[WorkoutEntry]]:
    names = {e for u in units for e in u}
    return (tuple(i for i in entries if i.exercise.id in names),
            [i for i in entries if i.exercise.id not in names])
