"""Linear expressions over whole-number variables, as plain data.

Rules speak to a ``Build`` in sums and differences. Here these become rows of
numbers, for the linear relaxation and for whoever wants to solve what the rules
say with something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Union

Number = Union[int, "Lin"]


class Lin:
    """A linear expression: whole coefficients by variable, and a constant."""

    __slots__ = ("constant", "terms")

    def __init__(self, terms: Mapping[int, int] | None = None, constant: int = 0) -> None:
        self.terms = {v: c for v, c in (terms or {}).items() if c}
        self.constant = constant

    def __add__(self, other: Number) -> Lin:
        return summed(((1, self), (1, other)))

    __radd__ = __add__

    def __sub__(self, other: Number) -> Lin:
        return summed(((1, self), (-1, other)))

    def __rsub__(self, other: Number) -> Lin:
        return summed(((1, other), (-1, self)))

    def __neg__(self) -> Lin:
        return summed(((-1, self),))

    def __mul__(self, factor: int) -> Lin:
        return summed(((factor, self),))

    __rmul__ = __mul__

    def __le__(self, other: Number) -> AtMost:
        return AtMost(self - other)

    def __ge__(self, other: Number) -> AtMost:
        return AtMost(other - self)

    def value(self, values: Sequence[int]) -> int:
        """Return what the expression is worth in a solution."""
        return self.constant + sum(c * values[v] for v, c in self.terms.items())


def summed(terms: Iterable[tuple[int, Number]]) -> Lin:
    """Return the sum of coefficient x expression."""
    found: dict[int, int] = {}
    constant = 0
    for factor, part in terms:
        if isinstance(part, int):
            constant += factor * part
            continue
        constant += factor * part.constant
        for variable, coefficient in part.terms.items():
            found[variable] = found.get(variable, 0) + factor * coefficient
    made = Lin.__new__(Lin)
    made.terms = found if all(found.values()) else {v: c for v, c in found.items() if c}
    made.constant = constant
    return made


@dataclass(frozen=True)
class AtMost:
    """The relation ``left <= 0``."""

    left: Lin


@dataclass(frozen=True)
class Variable:
    """A whole number between two bounds."""

    name: str
    low: int
    high: int


@dataclass(frozen=True)
class Row:
    """``terms <= at_most``, and the rule that says so."""

    rule: str
    where: str
    terms: Mapping[int, int]
    at_most: int

    def excess(self, values: Sequence[int]) -> int:
        """Return by how much a solution misses the row; 0 or less where it holds."""
        return sum(c * values[v] for v, c in self.terms.items()) - self.at_most


@dataclass(frozen=True)
class Wish:
    """A coverage goal: quarter sets by variable, and the figures of the first tier."""

    id: str
    gives: Mapping[int, int]
    min: int
    target: int
    max: int
    weight: int

    def loss(self, got: int) -> int:
        """Return the goal's share of the first tier (contract section 4)."""
        return self.weight * (4 * max(0, self.min - got) + max(0, self.target - got)
                              + 2 * max(0, got - self.max))

    def got(self, values: Sequence[int]) -> int:
        """Return the quarter sets that a solution gives."""
        return sum(c * values[v] for v, c in self.gives.items())


@dataclass
class Linear:
    """Variables, rows and goals: choice and coverage, without order."""

    variables: list[Variable] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)

    def add(self, name: str, low: int, high: int) -> Lin:
        """Add a variable and return it as an expression."""
        self.variables.append(Variable(name, low, high))
        return Lin({len(self.variables) - 1: 1})

    def loss(self, values: Sequence[int]) -> int:
        """Return the first tier of a solution."""
        return sum(w.loss(w.got(values)) for w in self.wishes)

    def broken(self, values: Sequence[int]) -> list[Row]:
        """Return the rows that a solution misses."""
        return [r for r in self.rows if r.excess(values) > 0]


Distance = tuple[int, int, int]
"""Price, factor and constant of ``max(0, constant + factor x got)``."""


def missed(wish: Wish) -> tuple[Distance, ...]:
    """Return what the first tier, coverage, is the sum of for a goal."""
    return ((4 * wish.weight, -1, wish.min), (wish.weight, -1, wish.target),
            (2 * wish.weight, 1, -wish.max))


def room(wish: Wish) -> tuple[Distance, ...]:
    """Return what the second tier, use of time, is the sum of for a goal."""
    return (1, -2, wish.target + wish.max), (1, -1, wish.max)


Slack = tuple[int, Mapping[int, int], int]
"""Price, terms and constant of ``slack >= constant + terms``, slack >= 0."""


def slacks(linear: Linear) -> Iterator[Slack]:
    """Yield what the first tier, coverage, is the sum of."""
    for wish in linear.wishes:
        for price, factor, constant in missed(wish):
            yield price, {v: factor * c for v, c in wish.gives.items()}, constant
