"""Repairs that were tried: one change where one is enough, else one for each conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.request.conflict import Repair
from planner.request.errors import InputError
from planner.request.request import Request, normalise
from planner.rules.protocol import Rule
from planner.solve.explain.repairs import Offer, offers
from planner.solve.explain.sentences import Guard
from planner.solve.run import Control

SMALLER = (4, 8, 16)
"""Parts of the greatest step that are tried where it does not help."""

FIRST_STEP = 7
"""Where a bisection begins: the eighth smallest step."""

Possible = Callable[[Problem, Sequence[Rule], Control], bool | None]


@dataclass(frozen=True)
class Choice:
    """Some steps, each of an offer of its own, that are taken together."""

    offers: tuple[Offer, ...]
    at: tuple[int, ...]

    @property
    def steps(self) -> tuple[Repair, ...]:
        """The steps."""
        return tuple(offer.steps[k] for offer, k in zip(self.offers, self.at, strict=True))

    @property
    def repair(self) -> Repair | None:
        """The changes as one; None where two contradict each other."""
        change = merged([step.change for step in self.steps])
        if change is None:
            return None
        return Repair(says=", and ".join(step.says for step in self.steps), change=change)


class Fixer:
    """Tries changes of a request.

    Parameters
    ----------
    possible
        Whether a problem has a plan.
    """

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control,
                 possible: Possible) -> None:
        self._problem = problem
        self._rules = rules
        self._control = control
        self._possible = possible

    def repairs(self, conflicts: Sequence[Sequence[Guard]]) -> Iterator[Repair]:
        """Yield changes that resolve all conflicts, each verified by solving, none twice."""
        said: set[str] = set()
        for choice in self._in_turn(conflicts, said):
            if len(said) >= self._control.settings.repairs or self.late:
                return
            found = self._smallest(choice)
            if found is not None and found.says not in said:
                said.add(found.says)
                yield found

    def _in_turn(self, conflicts: Sequence[Sequence[Guard]], said: set[str]) -> Iterator[Choice]:
        """Yield the choices with their greatest steps; where none of them worked, smaller ones.

        A longer session asks for more than a shorter one, a main lift for example.
        """
        yield from self._choices(conflicts)
        for part in SMALLER:
            for choice in self._choices(conflicts) if not said else ():
                if any(k >= part for k in choice.at):
                    yield replace(choice, at=tuple(k // part for k in choice.at))

    @property
    def late(self) -> bool:
        """Whether there is no time for another trial."""
        return self._control.wall_left <= self._control.settings.trial_s

    def _choices(self, conflicts: Sequence[Sequence[Guard]]) -> Iterator[Choice]:
        """Yield what may resolve all conflicts: single changes first, then one for each.

        A single change is worth trying only where every conflict has it among its offers.
        """
        named = [{_kind(o): o for o in offers(self._problem, c) if o.steps} for c in conflicts]
        if not named:
            return
        for kind, offer in named[0].items():
            if all(kind in others for others in named[1:]):
                yield Choice((offer,), (len(offer.steps) - 1,))
        if len(named) > 1:
            for number, some in enumerate(product(*(n.values() for n in named))):
                if number >= self._control.settings.combinations:
                    return
                if len({_kind(o) for o in some}) == len(some):
                    yield Choice(tuple(some), tuple(len(o.steps) - 1 for o in some))

    def _smallest(self, choice: Choice) -> Repair | None:
        """Return the smallest steps of a choice that make a plan possible, by a biased bisection.

        Where the time ends, they are the smallest that were seen to.
        """
        if not self._works(choice):
            return None
        for place in range(len(choice.offers)):
            low, high = 0, choice.at[place]
            while low < high and not self.late:
                # Small steps first: where the time ends, nobody is offered two hours more.
                middle = min((low + high) // 2, 2 * low + FIRST_STEP)
                smaller = replace(choice, at=(*choice.at[:place], middle, *choice.at[place + 1:]))
                if self._works(smaller):
                    high, choice = middle, smaller
                else:
                    low = middle + 1
        return choice.repair

    def _works(self, choice: Choice) -> bool:
        repair = choice.repair
        if repair is None or self.late:
            return False
        own = [r.id for r in self._rules]
        try:
            asked = Request.model_validate(changed(self._problem.request, repair.change))
            request = normalise(asked, self._problem.catalog, own)
        except (InputError, ValueError):
            return False
        problem = build_problem(request, self._problem.catalog, self._rules)
        return self._possible(problem, self._rules, self._control) is True


def _kind(offer: Offer) -> str:
    """Return what an offer changes, the same for all of its steps."""
    return offer.steps[-1].says if offer.steps else ""


def merged(changes: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return several changes as one; None where two speak of the same thing unlike each other."""
    found: dict[str, Any] = {}
    for change in changes:
        for key, value in change.items():
            before = found.get(key)
            if before is None or before == value:
                found[key] = value
            elif key == "include":
                found[key] = [pin for pin in before if pin in value]
            elif key == "sessions":
                found[key] = [_session(a, b) for a, b in zip(before, value, strict=True)]
            elif isinstance(before, dict) and isinstance(value, dict):
                found[key] = {**before, **value}
            else:
                return None
    return found


def _session(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return a session with the more generous of two changes: minutes, equipment, warm-up."""
    more = {**one, **other, "minutes": max(one["minutes"], other["minutes"])}
    kits = [s["equipment"] for s in (one, other) if s.get("equipment") is not None]
    if kits:
        more["equipment"] = list(dict.fromkeys(name for kit in kits for name in kit))
    warm = [s["warm_up"] for s in (one, other) if s.get("warm_up") is not None]
    if warm:
        more["warm_up"] = {part: min(w[part] for w in warm) for part in warm[0]}
    return more


def changed(request: Request, change: dict[str, Any]) -> dict[str, Any]:
    """Return a request's fields with a repair's change put over them."""
    data = request.model_dump(mode="json", by_alias=True)
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(data.get(key), dict):
            data[key] = {**data[key], **value}
        else:
            data[key] = value
    return data
