"""Benders cuts of the order: the cost of one choice's best order, stated for all choices like it.

A few entries force the cost of a session's best order. Exercises that the order rules cannot tell
from one of them would force it as well, so a cut speaks of kinds of exercises
(logic-based Benders decomposition, Hooker and Ottosson 2003; docs/explanation/model.md).

Lemma. Let the best order of some entries cost ``z``. Any choice with as many entries of each kind
costs at least ``z``, less what its menders save.

Proof. Take the best order of the choice. The earliest entries of each kind represent it. Delete
the others one by one. A clash needs both of its entries, so a deletion adds none. A deletion may
uncover a first entry that may not begin, or bring together two that may not be neighbours. An
entry whose deletion can do so, and which does not cost as much itself, is a mender
(`_never_mends`); a deletion adds at most `_saving_bound`. The representatives that are left cost
what the original entries cost, for no order rule can tell the two apart (`_replaces_first`).

The proof takes all first costs above 0 to be equal, and all costs of neighbours as well. That is
so where one rule speaks of first entries and one of neighbours, as it is with the built-in rules.
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
    """Exercises that order rules cannot tell apart; any ``count`` of them force the cost."""

    ids: frozenset[str]
    count: int


@dataclass(frozen=True)
class Forced:
    """A cut: a session that holds these kinds and groups, and no mender, costs at least ``cost``.

    Attributes
    ----------
    cost
        Pairs that break a must rule, and penalty points.
    kinds
        Exercises that the session holds, kind by kind.
    groups
        Exercises in supersets of equally many rounds, exactly as in the choice.
    menders
        The most penalty points that each exercise could save by being there.
    """

    cost: tuple[int, int]
    kinds: tuple[Kind, ...]
    groups: Groups
    menders: Mapping[str, int]


@dataclass
class _ForcingKinds:
    """Entries that force a cost, kind by kind, as indices of options.

    ``saves`` is the dearest cost of two of them as neighbours: an entry between two saves no more.
    """

    kinds: list[list[int]]
    saves: int


class OrderCuts:
    """Derives cuts from the choices of one session.

    What one entry costs beside another is asked of the rules once per request.

    Parameters
    ----------
    options
        Everything that the session may hold, as entries.
    """

    def __init__(self, arranger: Arranger, options: Sequence[WorkoutEntry]) -> None:
        self._arranger = arranger
        self._options = list({o.exercise.id: o for o in options}.values())
        self._index = {o.exercise.id: k for k, o in enumerate(self._options)}
        count = len(self._options)
        self._known_clashes: list[list[int | None]] = [[None] * count for _ in range(count)]

    def forced(self, entries: Sequence[WorkoutEntry], groups: Groups) -> list[Forced]:
        """Return the cuts that a choice gives, the most general first.

        Claim: entries cost at least as much in supersets as alone, for a superset only forbids
        the orders in which its two are not neighbours. So the cost of the entries alone bounds
        all choices that hold them. Only a cost above it needs the same supersets.
        """
        found = []
        alone = self._best_cost(entries, ())
        whole = self._best_cost(entries, groups) if groups else alone
        if alone > (0, 0):
            found.append(self._deletion_filtered(entries, (), alone))
        if whole > alone:
            found.append(self._deletion_filtered(entries, groups, whole))
        return found

    def _deletion_filtered(self, entries: Sequence[WorkoutEntry], groups: Groups,
                           whole: tuple[int, int]) -> Forced:
        """Return the cut of a minimal set of entries that forces the cost ``whole``.

        An entry is dropped where the cost of the rest, less what all dropped entries can save, is
        still ``whole``. With a broken must rule they may save nothing. A group is kept or dropped
        as one.
        """
        grouped = {e for g in groups for e in g}
        units = [*groups, *((i.exercise.id,) for i in entries if i.exercise.id not in grouped)]
        kept, cost = list(units), whole
        for unit in units:
            fewer = [u for u in kept if u is not unit]
            few, rest = _split_entries(entries, fewer)
            if not few:
                continue
            least = self._best_cost(few, [g for g in groups if g in fewer])
            relief = self._total_saving(
                self._indices(rest), self._forcing_kinds([[k] for k in self._indices(few)]))
            if (least[0], least[1] - relief) == whole and not (relief and whole[0]):
                kept, cost = fewer, least
        few, rest = _split_entries(entries, kept)
        fixed = {e for g in groups if g in kept for e in g}
        return self._generalised(self._indices(few), self._indices(rest),
                                 set(map(self._index.__getitem__, fixed)), cost,
                                 cost[1] - whole[1], tuple(g for g in groups if g in kept))

    def _total_saving(self, rest: Sequence[int], few: _ForcingKinds) -> int:
        """Return the most penalty points that the dropped entries save together."""
        return sum(self._saving_bound(r, few) for r in rest if not self._never_mends(r, few))

    def _generalised(self, few: Sequence[int], rest: Sequence[int], fixed: set[int],
                     cost: tuple[int, int], relief: int, groups: Groups) -> Forced:
        """Return the cut that the kept entries give once each is widened to its kind.

        Members of a kind that could themselves mend are taken out of it and named as menders.
        """
        names = [o.exercise.id for o in self._options]
        kinds: list[list[int]] = []
        counts: list[int] = []
        for entry in sorted(few, key=names.__getitem__):
            twin = next((k for k, m in enumerate(kinds) if entry not in fixed
                         and m[0] not in fixed and self._interchangeable(entry, m[0], few)), None)
            if twin is None:
                kinds.append([entry])
                counts.append(1)
            else:
                kinds[twin].append(entry)
                counts[twin] += 1
        held = self._forcing_kinds(kinds)
        for kind, count in zip(kinds, counts, strict=True):
            if kind[0] not in fixed:
                self._widen_kind(kind, count, rest, held, relief)
        inside = {k for kind in kinds for k in kind}
        menders = {o for o in range(len(names)) if o not in few
                   and not self._never_mends(o, held, kin=o in inside)}
        return Forced(cost, tuple(
            Kind(frozenset(names[k] for k in kind if k in few or k not in menders), count)
            for kind, count in zip(kinds, counts, strict=True)),
            groups, {names[o]: min(cost[1], self._saving_bound(o, held)) for o in sorted(menders)})

    def _widen_kind(self, kind: list[int], count: int, rest: Sequence[int], held: _ForcingKinds,
                    relief: int) -> None:
        """Add to a kind the options that order rules cannot tell from it beside all other kinds.

        A wider kind may turn entries of the choice into menders. An option is taken back where
        the ``rest`` of the choice could then save more than ``relief``: the cut would still be
        valid, but would no longer cut off the choice.
        """
        first = kind[0]
        taken = {k for m in held.kinds for k in m}
        others = [m for m in held.kinds if m is not kind]
        for option in range(len(self._options)):
            if option in taken or not self._replaces_first(option, first, others):
                continue
            if count > 1 and not all(self._costs(option, o) == self._costs(o, option)
                                     == self._costs(first, first) for o in (option, *kind)):
                continue
            before = held.saves
            held.saves = max(held.saves, self._dearest_beside(option, held.kinds))
            kind.append(option)
            if self._total_saving(rest, held) > relief:
                kind.pop()
                held.saves = before

    def _replaces_first(self, option: int, first: int, others: Sequence[Sequence[int]]) -> bool:
        """Whether an option costs beside all other kinds what the first of its kind costs.

        Then it may take the place of a representative in any order at the same cost.
        """
        if self._first_costs[option] != self._first_costs[first]:
            return False
        return all(self._costs(option, other) == self._costs(first, m[0]) and
                   self._costs(other, option) == self._costs(m[0], first)
                   for m in others for other in m)

    def _interchangeable(self, a: int, b: int, few: Sequence[int]) -> bool:
        """Whether two entries cost the same beside all kept entries and beside each other."""
        if self._first_costs[a] != self._first_costs[b]:
            return False
        if not self._costs(a, a) == self._costs(a, b) == self._costs(b, a) == self._costs(b, b):
            return False
        return all(self._costs(a, f) == self._costs(b, f) and self._costs(f, a) == self._costs(f, b)
                   for f in few if f not in (a, b))

    def _never_mends(self, extra: int, few: _ForcingKinds, kin: bool = False) -> bool:
        """Whether one more entry can never make the best order of these kinds cheaper.

        Claim: it cannot where it uncovers no first entry that may not begin, and where standing
        between two neighbours costs it at least ``few.saves``. It costs that much in two ways.
        It belongs to the class that may not be neighbours, so that it makes such a pair itself.
        Or its clashes with one entry of each kind come to as much, those with the two that it
        separates counted in the one order that is left: after the first, before the second.

        One more of a kind (``kin``) is never the first entry, for the earliest of a kind
        represents it.
        """
        if not kin and self._first_costs[extra] < self._dearest_first(few):
            return False
        if not few.saves:
            return True
        if not self._next_is_class:
            return False
        if self._next_costs[extra][extra] >= few.saves:
            return True
        # Lower bounds of the clashes that standing after and before each kind makes.
        after = [min(self._clash_cost(k, extra) for k in kind) for kind in few.kinds]
        before = [min(self._clash_cost(extra, k) for k in kind) for kind in few.kinds]
        base = sum(map(min, after, before))
        if base >= few.saves:
            return True
        apart = [k for k, kind in enumerate(few.kinds)
                 if any(self._next_costs[i][i] for i in kind)]
        least = min((after[a] - min(after[a], before[a]) + before[b] - min(after[b], before[b])
                     for a in apart for b in apart
                     if a != b or len(few.kinds[a]) > 1), default=STRICT)
        return base + least >= few.saves

    def _saving_bound(self, extra: int, few: _ForcingKinds) -> int:
        """Return the most penalty points that one more entry can save.

        It saves by standing between two that may not be neighbours, or first where another may
        not. Both are counted, rounded up, so the bound is valid.
        """
        begins = max(0, self._dearest_first(few) - self._first_costs[extra])
        return -(-(few.saves + begins) // SOFT)

    def _best_cost(self, entries: Sequence[WorkoutEntry],
                   groups: Sequence[tuple[str, ...]]) -> tuple[int, int]:
        """Return the cost of the best order in any matching of the groups, 0 where unknown."""
        found = self._arranger.best(entries, tuple(groups))
        assert found is not None, "a group without a matching was cut off before"
        return found.cost if found.exact else (0, 0)

    def _indices(self, entries: Sequence[WorkoutEntry]) -> list[int]:
        return [self._index[i.exercise.id] for i in entries]

    def _forcing_kinds(self, kinds: list[list[int]]) -> _ForcingKinds:
        everyone = [k for kind in kinds for k in kind]
        saves = max((self._next_costs[a][b] for a in everyone for b in everyone if a != b),
                    default=0)
        return _ForcingKinds(kinds, saves)

    def _dearest_beside(self, option: int, kinds: Sequence[Sequence[int]]) -> int:
        """Return the most that an option costs as a neighbour of an entry of these kinds."""
        return max((max(self._next_costs[option][k], self._next_costs[k][option])
                    for kind in kinds for k in kind), default=0)

    def _costs(self, a: int, b: int) -> tuple[int, int]:
        """Return the costs of one entry before another: anywhere, and as neighbours."""
        return self._clash_cost(a, b), self._next_costs[a][b]

    def _clash_cost(self, a: int, b: int) -> int:
        cost = self._known_clashes[a][b]
        if cost is None:
            cost = self._arranger.before_cost(self._options[a], self._options[b])
            self._known_clashes[a][b] = cost
        return cost

    @cached_property
    def _first_costs(self) -> list[int]:
        return [self._arranger.first_cost(o) for o in self._options]

    @cached_property
    def _next_costs(self) -> list[list[int]]:
        if not self._arranger.speaks_of_neighbours:
            return [[0] * len(self._options)] * len(self._options)
        cost = self._arranger.next_cost
        return [[cost(a, b) for b in self._options] for a in self._options]

    @cached_property
    def _next_is_class(self) -> bool:
        """Whether neighbours cost the same wherever both belong to one class of options, else 0."""
        inside = [bool(row[k]) for k, row in enumerate(self._next_costs)]
        alike = len({cost for row in self._next_costs for cost in row if cost}) <= 1
        return alike and all(bool(cost) == (inside[a] and inside[b])
                             for a, row in enumerate(self._next_costs)
                             for b, cost in enumerate(row))

    def _dearest_first(self, few: _ForcingKinds) -> int:
        """Return the most that an entry of these kinds costs as the first one."""
        return max((self._first_costs[k] for kind in few.kinds for k in kind), default=0)


def _split_entries(entries: Sequence[WorkoutEntry],
                   units: Sequence[tuple[str, ...]],
                   ) -> tuple[tuple[WorkoutEntry, ...], list[WorkoutEntry]]:
    """Return the entries of some units, and the other entries."""
    names = {e for u in units for e in u}
    return (tuple(i for i in entries if i.exercise.id in names),
            [i for i in entries if i.exercise.id not in names])
