"""What a bad order of one choice says about all choices like it.

A few entries force the cost of a session's best order. Exercises that the order
rules cannot tell from one of them would force it as well, so the cut speaks of
kinds of exercises and not of the few that happened to be chosen (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.order import STRICT, Arranger
from planner.pairing import Groups
from planner.workout import Item


@dataclass(frozen=True)
class Kind:
    """Exercises of which any ``count`` force what was found."""

    ids: frozenset[str]
    count: int


@dataclass(frozen=True)
class Forced:
    """A session that holds these kinds and groups, and no mender, costs at least as much.

    ``cost`` is (broken must rules, penalty).
    """

    cost: tuple[int, int]
    kinds: tuple[Kind, ...]
    groups: Groups
    menders: frozenset[str]


class OrderCuts:
    """Generalises the orders of one session.

    Parameters
    ----------
    options
        Everything that the session may hold, as entries.
    """

    def __init__(self, arranger: Arranger, options: Sequence[Item]) -> None:
        self._arranger = arranger
        self._options = {o.exercise.id: o for o in options}
        self._before: dict[tuple[str, str], int] = {}

    def forced(self, items: Sequence[Item], groups: Groups) -> list[Forced]:
        """Return what forces the cost of a choice's best order, the widest first.

        Entries cost at least as much in supersets as they do alone, where they
        may stand apart. So what they cost alone is said of all choices that
        hold them, and only what is more than that of the same supersets.
        """
        found = []
        alone, whole = self._least(items, ()), self._least(items, groups)
        if alone > (0, 0):
            found.append(self._fewest(items, (), alone))
        if whole > alone:
            found.append(self._fewest(items, groups, whole))
        return found

    def _fewest(self, items: Sequence[Item], groups: Groups, whole: tuple[int, int]) -> Forced:
        """Return the fewest entries that already cost what all cost, kind by kind.

        More entries never undo a clash, and an entry between two that may not
        be neighbours helps only if standing there costs less than it saves
        (`_harmless`). Groups are kept or left out whole, and only as they are.
        """
        grouped = {e for g in groups for e in g}
        units = [*groups, *((i.exercise.id,) for i in items if i.exercise.id not in grouped)]
        kept = list(units)
        for unit in units:
            fewer = [u for u in kept if u is not unit]
            few, rest = _split(items, fewer)
            if few and self._least(few, [g for g in groups if g in fewer]) == whole and all(
                    self._harmless(i, [[f] for f in few]) for i in rest):
                kept = fewer
        few, _ = _split(items, kept)
        fixed = {e for g in groups if g in kept for e in g}
        return self._generalised(few, _split(items, kept)[1], fixed, whole,
                                 tuple(g for g in groups if g in kept))

    def _generalised(self, few: Sequence[Item], rest: Sequence[Item], fixed: set[str],
                     cost: tuple[int, int], groups: Groups) -> Forced:
        members: list[list[Item]] = []
        counts: list[int] = []
        for item in sorted(few, key=lambda i: i.exercise.id):
            twin = next((k for k, m in enumerate(members) if item.exercise.id not in fixed
                         and m[0].exercise.id not in fixed and self._alike(item, m[0], few)), None)
            if twin is None:
                members.append([item])
                counts.append(1)
            else:
                members[twin].append(item)
                counts[twin] += 1
        chosen = {i.exercise.id for i in few}
        for group, count in zip(members, counts, strict=True):
            if group[0].exercise.id not in fixed:
                self._widen(group, count, rest, members)
        menders = {o.exercise.id for o in self._options.values()
                   if o.exercise.id not in chosen and not self._harmless(
                       o, members, kin=any(o is i for group in members for i in group))}
        kinds = tuple(
            Kind(frozenset(i.exercise.id for i in group
                           if i.exercise.id in chosen or i.exercise.id not in menders), count)
            for group, count in zip(members, counts, strict=True))
        return Forced(cost, kinds, groups, frozenset(menders))

    def _widen(self, group: list[Item], count: int, rest: Sequence[Item],
               members: Sequence[Sequence[Item]]) -> None:
        """Add to a kind what the order rules cannot tell from it beside all other kinds.

        The ``rest`` of the choice has to stay harmless, or the cut would spare it.
        """
        first = group[0]
        taken = {i.exercise.id for m in members for i in m}
        others = [m for m in members if m is not group]
        for name, option in self._options.items():
            if name in taken or not self._stands_for(option, first, others):
                continue
            if count > 1 and not all(self._pair(option, o) == self._pair(o, option)
                                     == self._pair(first, first) for o in (option, *group)):
                continue
            group.append(option)
            if not all(self._harmless(r, members) for r in rest):
                group.pop()

    def _stands_for(self, option: Item, first: Item, others: Sequence[Sequence[Item]]) -> bool:
        """Whether an option costs beside all other kinds what the first of its kind does."""
        if self._arranger.first_cost(option) != self._arranger.first_cost(first):
            return False
        return all(self._pair(option, other) == self._pair(first, m[0]) and
                   self._pair(other, option) == self._pair(m[0], first)
                   for m in others for other in m)

    def _alike(self, a: Item, b: Item, few: Sequence[Item]) -> bool:
        """Whether two entries behave the same towards the few, and towards each other."""
        arranger = self._arranger
        own = self._pair(b, b)
        if arranger.first_cost(a) != arranger.first_cost(b):
            return False
        if not self._pair(a, a) == self._pair(a, b) == self._pair(b, a) == own:
            return False
        return all(self._pair(a, f) == self._pair(b, f) and self._pair(f, a) == self._pair(f, b)
                   for f in few if f is not a and f is not b)

    def _pair(self, a: Item, b: Item) -> tuple[int, int]:
        """What it costs that one entry stands before another, and right before it."""
        return self._earlier(a, b), self._arranger.next_cost(a, b)

    def _earlier(self, a: Item, b: Item) -> int:
        key = (a.exercise.id, b.exercise.id)
        if key not in self._before:
            self._before[key] = self._arranger.before_cost(a, b)
        return self._before[key]

    def _least(self, items: Sequence[Item], groups: Sequence[tuple[str, ...]]) -> tuple[int, int]:
        found = self._arranger.best(items, tuple(groups))
        assert found is not None, "a group without a matching was cut off before"
        return found.cost

    def _harmless(self, extra: Item, members: Sequence[Sequence[Item]],
                  kin: bool = False) -> bool:
        """Whether one more entry can never make the best order of any such few cheaper.

        One more of a kind (``kin``) is never the first entry: the one that
        stands earliest is taken for the kind, the others are the extras.
        """
        arranger = self._arranger
        everyone = [i for group in members for i in group]
        if not kin and arranger.first_cost(extra) == 0 and any(
                arranger.first_cost(i) for i in everyone):
            return False
        saves = max((arranger.next_cost(a, b) for a in everyone for b in everyone if a is not b),
                    default=0)
        if not saves:
            return True
        if not self._next_by_class:
            return False
        if arranger.next_cost(extra, extra) >= saves:
            return True
        # Costs of standing after and before each kind, at least.
        after = [min(self._earlier(i, extra) for i in group) for group in members]
        before = [min(self._earlier(extra, i) for i in group) for group in members]
        base = sum(map(min, after, before))
        apart = [k for k, group in enumerate(members)
                 if any(arranger.next_cost(i, i) for i in group)]
        least = min((after[a] - min(after[a], before[a]) + before[b] - min(after[b], before[b])
                     for a in apart for b in apart
                     if a != b or len(members[a]) > 1), default=STRICT)
        return base + least >= saves

    @cached_property
    def _next_by_class(self) -> bool:
        """Whether who may not be neighbours is a class: two of it, and nobody else."""
        cost = self._arranger.next_cost
        options = list(self._options.values())
        inside = {o.exercise.id: bool(cost(o, o)) for o in options}
        return all(bool(cost(a, b)) == (inside[a.exercise.id] and inside[b.exercise.id])
                   for a in options for b in options)


def _split(items: Sequence[Item],
           units: Sequence[tuple[str, ...]]) -> tuple[tuple[Item, ...], list[Item]]:
    names = {e for u in units for e in u}
    return (tuple(i for i in items if i.exercise.id in names),
            [i for i in items if i.exercise.id not in names])
