"""Variables and constraints: the request as a CP-SAT model (docs/explanation/model.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from planner.catalog.words import Severity
from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.rules.protocol import Expr, Orders, PairRule, Rule
from planner.solve.model.least_seconds import alone_terms, pair_rules, twice_least_terms
from planner.solve.model.supersets import Supersets
from planner.workout.workout import WorkoutEntry

MUCH = 10**5
"""An upper bound of single quantities of a plan: units over a should rule (such as minutes),
penalty points of a session's order, quarter sets above a max, and seconds that supersets save. It
has to exceed all of them, or plans are cut off. By default weights the points of an order stay
below it for 50 entries (`planner.judge.order`), and 600 minutes are 36 000 seconds."""


class SoftRow(NamedTuple):
    """A should rule at a place: its price per unit, and the variable of the units over it."""

    price: int
    over: Any


class ModelBuilder:
    """The CP-SAT model of a problem; rules see it as `Build`.

    Parameters
    ----------
    guarded
        Put every must constraint behind a literal per rule and place, so that
        the same model can tell which of them clash.
    paired
        Whether there may be supersets.
    """

    def __init__(self, problem: Problem, rules: Sequence[Rule], guarded: bool = False,
                 paired: bool = True) -> None:
        self.problem = problem
        self.rules = rules
        self.cp = cp_model.CpModel()
        self.guarded = guarded
        self.guards: dict[tuple[str, str], Any] = {}
        self.soft_rows: list[SoftRow] = []
        self.order_rules: list[Orders] = []
        self.theta: list[tuple[Any, Any]] = []
        self._x: dict[tuple[int, str], Any] = {}
        self._n: dict[tuple[int, str], Any] = {}
        self._got: dict[str, Any] = {}
        self._holds: dict[tuple[int, frozenset[str], int], Any] = {}
        self.supersets: list[Supersets] = []
        self.pair_rules: list[PairRule] = []
        self.strict_pairs = pair_rules(problem, rules)
        for session in problem.sessions:
            self._choices(session)
        for session in problem.sessions:
            self.supersets.append(Supersets(self, session, paired))
        for rule in rules:
            if problem.setting(rule.id).severity != "off":
                self._rule = rule
                rule.build(self)
        for superset in self.supersets:
            superset.bind(self.strict_pairs)
        self._order_bounds()

    # what rules see

    def x(self, option: Option) -> Expr:
        """Return 1 where the option is chosen, else 0."""
        return self._x[option.session, option.id]

    def n(self, option: Option) -> Expr:
        """Return the sets of an option, 0 where it is not chosen."""
        return self._n[option.session, option.id]

    def sets(self, option: Option) -> tuple[int, Any]:
        """Return a factor and a variable; their product is the number of sets of an option."""
        low, high = option.sets
        return (low, self.x(option)) if low == high else (1, self.n(option))

    def total(self, terms: Iterable[tuple[int, Expr]]) -> Expr:
        """Return the sum of all coefficients times their variables."""
        listed = [(c, v) for c, v in terms if c and not isinstance(v, int)]
        if not listed:
            return 0
        return cp_model.LinearExpr.weighted_sum([v for _, v in listed], [c for c, _ in listed])

    def flag(self, name: str) -> Expr:
        """Return a new 0-1 variable."""
        return self.cp.new_bool_var(name)

    def always(self, relation: Any) -> None:
        """Add a constraint that defines a new variable."""
        self.cp.add(relation)

    def keep(self, where: str, amount: Expr, at_most: int, *, severity: Severity | None = None,
             weight: int | None = None, unit: int = 1) -> None:
        """Ask for ``amount <= at_most``: strictly, or at a price per ``unit`` over it."""
        setting = self.problem.setting(self._rule.id)
        taken = severity or setting.severity
        if taken == "must":
            # Nobody judges what is done already.
            if where not in self.problem.done:
                self._require(where, amount, at_most)
        elif taken == "should" and (price := setting.weight if weight is None else weight):
            over = self.cp.new_int_var(0, MUCH, f"over {self._rule.id} {where}")
            self.cp.add(unit * over >= amount - at_most)
            self.soft_rows.append(SoftRow(price, over))

    def order(self, rule: Orders) -> None:
        """Register a rule on the order of a session's entries."""
        self.order_rules.append(rule)

    def pairing(self, rule: PairRule) -> None:
        """Register a rule on the two exercises of a superset."""
        self.pair_rules.append(rule)

    def got(self, goal: str) -> Expr:
        """Return the variable of the quarter sets that a goal gets."""
        if goal not in self._got:
            given = [(o.gives[goal], o) for s in self.problem.sessions for o in s.options
                     if goal in o.gives]
            most = sum(each * o.sets[1] for each, o in given)
            got = self._got[goal] = self.cp.new_int_var(0, most, f"got {goal}")
            self.cp.add(self.total([(-1, got), *((c, self.n(o)) for c, o in given)]) == 0)
        return self._got[goal]

    def seconds(self, session: SessionProblem) -> Expr:
        """Return the exact length of a session: entries alone, less what supersets save."""
        terms, fixed = alone_terms(self, session)
        terms += [(-c, v) for c, v in self.supersets[session.index].savings()]
        return self.total(terms) + fixed

    def keep_seconds(self, session: SessionProblem, at_most_s: int, unit_s: int) -> None:
        """Ask for a session of at most so many seconds, or at a price per unit over it.

        A must rule gets a second row, on a lower bound of the seconds without the variables of
        supersets (`twice_least`). It is redundant, but it lets the solver see at once which
        choices cannot fit.
        """
        self.keep(session.id, self.seconds(session), at_most_s, unit=unit_s)
        if self.problem.setting(self._rule.id).severity == "must":
            terms, fixed = twice_least_terms(self, session, self.strict_pairs)
            self.keep(session.id, self.total(terms) + fixed, 2 * at_most_s)

    def holds(self, session: SessionProblem, ids: frozenset[str], count: int) -> Any:
        """Return a 0-1 variable that is 1 where a session holds at least ``count`` of ``ids``.

        Only this implication is stated. The cuts need no other, for a 1 elsewhere only raises
        the cost.
        """
        key = (session.index, ids, count)
        if key not in self._holds:
            chosen = [self.x(o) for o in session.options if o.id in ids]
            if len(chosen) == count == 1:
                self._holds[key] = chosen[0]
            else:
                has = self._holds[key] = self.flag(f"holds {count} {session.id}")
                if count == 1:
                    for x in chosen:
                        self.cp.add_implication(x, has)
                else:
                    self.cp.add(sum(chosen) <= count - 1 + (len(chosen) - count + 1) * has)
        return self._holds[key]

    # private

    def _require(self, where: str, amount: Expr, at_most: int) -> None:
        if isinstance(amount, int):
            if amount <= at_most:
                return
            constraint = self.cp.add_bool_or([])
        else:
            constraint = self.cp.add(amount <= at_most)
        if self.guarded:
            constraint.only_enforce_if(self.guard(self._rule.id, where))

    def guard(self, rule: str, where: str) -> Any:
        """Return the literal that switches a rule on at a place."""
        key = (rule, where)
        if key not in self.guards:
            self.guards[key] = self.cp.new_bool_var(f"guard {rule} {where}")
        return self.guards[key]

    def _choices(self, session: SessionProblem) -> None:
        for option in session.options:
            key = (session.index, option.id)
            low, high = option.sets
            x = self._x[key] = self.cp.new_bool_var(f"x {session.id} {option.id}")
            if low == high:
                self._n[key] = low * x
                continue
            n = self._n[key] = self.cp.new_int_var(0, high, f"n {session.id} {option.id}")
            self.cp.add(n >= low * x)
            self.cp.add(n <= high * x)

    def _order_bounds(self) -> None:
        """Give each session two variables for the penalty of its best order.

        One is for clashes; only cuts bound it. One is for neighbours. Claim: of ``N`` entries,
        of which no two of a class of ``G`` may be neighbours, ``2 G - N - 1`` pairs of the class
        are neighbours in any order. For the ``G`` entries have ``G - 1`` gaps, and the other
        ``N - G`` fill at most one each.
        """
        for session in self.problem.sessions:
            clash, near = (self.cp.new_int_var(0, MUCH, f"{name} {session.id}")
                           for name in ("clashes", "neighbours"))
            self.theta.append((clash, near))
            for rule in self.order_rules:
                alike = [o for o in session.options if self._may_not_follow(rule, o, o)]
                setting = self.problem.setting(rule.id)
                if (setting.severity != "should" or len(alike) < 2
                    or not all(self._may_not_follow(rule, a, b) for a in alike for b in alike)):
                    continue
                names = {o.id for o in alike}
                terms = [(setting.weight * (1 if o.id in names else -1), self.x(o))
                         for o in session.options]
                self.cp.add(near >= self.total(terms) - setting.weight)

    def _may_not_follow(self, rule: Orders, a: Option, b: Option) -> bool:
        """Whether a rule bars the second option directly after the first."""
        return rule.next_to(self.problem, as_item(a), as_item(b))


def as_item(option: Option, sets: int = 1, superset: str | None = None) -> WorkoutEntry:
    """Return an option as an entry of a finished workout."""
    return WorkoutEntry(option.exercise, option.phase, sets, option.dose, option.clock, superset,
                        option.equipment)
