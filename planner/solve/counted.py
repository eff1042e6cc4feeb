"""Supersets that are only counted: how many of how many rounds, but not who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.solve.supersets import Supersets


class Counted(Supersets):
    """Supersets of one session without members.

    Each saves as much as any of its rounds could. So whatever can be done is
    allowed, and more; who is in them is found for one choice of entries after
    the other (`choosing`).
    """

    def _fill(self) -> None:
        most, total = self._most(), self.builder.total
        chosen = [(-1, self.builder.x(o)) for o in self.session.options]
        sets = [(-1, self.builder.n(o)) for o in self.session.options]
        for rounds, saved in sorted(most.items()):
            count = self.builder.cp.new_int_var(
                0, len(chosen) // 2, f"pairs {self.session.id} {rounds}")
            self.count[rounds] = count
            self.saved[rounds] = [(saved, count)]
        counts = self.count.items()
        self._add(total([*((2, count) for _, count in counts), *chosen]) <= 0)
        self._add(total([*((2 * rounds, count) for rounds, count in counts), *sets]) <= 0)

    def _most(self) -> dict[int, int]:
        """Return the most seconds that a superset saves by its rounds."""
        lengths: dict[int, list[tuple[int, int]]] = {}
        for o in self.session.options:
            for rounds in range(max(o.sets[0], 1), o.sets[1] + 1):
                lengths.setdefault(rounds, []).append((o.clock.rest_s, o.clock.lead_in_s))
        move = self.problem.catalog.timing.superset_move_s
        found = {}
        for rounds, of in lengths.items():
            if len(of) > 1:
                # The shorter of two is never longer than the second longest of all.
                rest, lead = (sorted(values)[-2] for values in zip(*of, strict=True))
                found[rounds] = max(0, (rounds - 1) * rest + lead - rounds * move)
        return found

    def believed(self, values: Sequence[int]) -> int:
        """Return 0: of no order is anything claimed."""
        return 0

    def bind(self, rules: Sequence[Any], lazy: bool) -> None:
        """Leave open who may be a pair."""
