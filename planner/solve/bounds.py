"""What the last tiers never reach, by what fits into the time: bounds that need no search."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from planner import fitness as fit
from planner.problem import Option, SessionProblem
from planner.rules.superset_pairs import stations
from planner.solve.least_time import twice_least
from planner.solve.model import ModelBuilder, Wish
from planner.warm_up import held_s

MOST_TIE_SETS, MOST_TIE = 60, 4092
"""The largest weights of the tie-break: of a set, of an entry."""


class Bounds:
    """What the tiers of a model's plans are always below."""

    def __init__(self, model: ModelBuilder) -> None:
        self._model = model
        self._problem = p = model.problem
        self._strict = p.setting("time_budget").severity == "must"
        self._sizes: list[list[tuple[Option, int]]] = []
        for session in p.sessions:
            least = twice_least(p, session, model.strict_pairs)
            self._sizes.append([
                (o, max(1, least[o.id][0] + o.sets[0] * least[o.id][1])) for o in session.options])

    def fitness(self) -> int:
        """Return more than the costs of entries and warm-ups can come to."""
        p = self._problem
        total = 1
        for session in p.sessions:
            costs = [abs(fit.warm_up_cost(p, o.exercise)) for part in session.warm_up
                     for o in part.options]
            total += _warm_ups(session) * max(costs, default=0)
            total += self._packed(session, partial(self._worth, session))
        return total

    def tie_break(self) -> int:
        """Return more than the weights of a plan can come to."""
        return 1 + sum(
            _warm_ups(session) * MOST_TIE
            + self._packed(session, lambda o: MOST_TIE + o.sets[1] * MOST_TIE_SETS)
            for session in self._problem.sessions)

    def should(self) -> int:
        """Return more than broken should rules can cost, each at its worst by itself."""
        return 1 + sum(map(self._missed, self._model.wishes)) + sum(
            map(self._misplaced, self._problem.sessions))

    def _missed(self, wish: Wish) -> int:
        """Return the most that one wish costs: no more is over than fits into the time."""
        model, row = self._model, wish.row.proto.linear
        share: dict[int, int] = {i: -c for i, c in zip(row.vars, row.coeffs, strict=True)}
        unit = -share.pop(wish.over.index)
        over: int = row.domain[0]

        def most(option: Option) -> int:
            x = share.pop(model.x(option).index, 0)
            n = share.pop(model.n(option).index, 0) if option.sets[0] < option.sets[1] else 0
            return max(0, *(x + n * sets for sets in option.sets))

        for session in self._problem.sessions:
            over += self._packed(session, most)
        for index, c in share.items():
            domain = model.cp.get_int_var_from_proto_index(index).domain
            over += max(0, c * domain.min(), c * domain.max())
        return wish.price * max(0, -(-over // unit))

    def _misplaced(self, session: SessionProblem) -> int:
        """Return the most that a session's order and its pairs can cost."""
        p = self._problem
        rules = [*(r.id for r in self._model.order_rules), *(r.id for r in self._model.pair_rules)]
        each = sum(p.setting(r).weight for r in rules if p.setting(r).severity == "should")
        count = self._packed(session, lambda _: 1)
        return each * (count * (count - 1) // 2 + count)

    def _worth(self, session: SessionProblem, option: Option) -> int:
        """Return what one entry can change fitness by at most."""
        p = self._problem
        prices = ["same_pattern", "main_changes", "accessory_again", "pair", "unpaired"]
        return (abs(fit.entry_cost(p, session, option.exercise))
                + sum(abs(fit.price(p, name)) for name in prices)
                + len(stations(p, option.equipment)) * abs(fit.price(p, "station")))

    def _packed(self, session: SessionProblem, worth: Callable[[Option], int]) -> int:
        """Return the most that entries can be worth in a session's time, in parts of entries."""
        worths = [(worth(o), size) for o, size in self._sizes[session.index]]
        if not self._strict:
            return sum(each for each, _ in worths)
        left = 2 * (session.budget_s - held_s(self._problem, session))
        total = 0
        for each, size in sorted(worths, key=lambda w: w[0] / w[1], reverse=True):
            if left <= 0 or each == 0:
                break
            total += each
            left -= size
        return total


def _warm_ups(session: SessionProblem) -> int:
    """Return how many entries a session's warm-up has."""
    return sum(len(part.holds) for part in session.warm_up)
