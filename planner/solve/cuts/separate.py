"""Separation: whether a solution is a plan, and otherwise the cuts that it violates.

The master problem (the CP-SAT model) chooses exercises, sets and supersets. The subproblem of each
session matches its supersets and orders its work (logic-based Benders decomposition, Hooker and
Ottosson 2003; docs/explanation/model.md). The master holds an estimate of what supersets save and
of what the best order costs. Where the subproblem finds worse, the master gets a cut.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner.judge.order import Ordering
from planner.problem.problem import SessionProblem
from planner.solve.cuts.decode import Choice, Reader
from planner.solve.model.variables import MUCH, ModelBuilder


class Separator:
    """Solves the subproblem of each session and adds the cuts to the model.

    The best order of a very long session may stay unknown. Such an order gives no cut.

    Attributes
    ----------
    left_open
        Whether a solution was left in the model that the order found makes dearer.
    guessed
        Whether a choice was cut off whose best order is not known. Then a model without a
        solution proves nothing.
    """

    def __init__(self, model: ModelBuilder, reader: Reader) -> None:
        self._model = model
        self._reader = reader
        self.left_open = False
        self.guessed = False

    def beyond(self, values: tuple[int, ...]) -> int | None:
        """Return the penalty points of the order beyond the model's estimate.

        None where the solution is no plan: its supersets cannot be matched, or no order keeps a
        must rule. Cuts are added in both cases. Below 0 the order costs less than the estimate.
        """
        extra, refused = 0, False
        reader = self._reader
        for session in self._model.problem.sessions:
            choice = reader.choice(session, values)
            superset = self._model.supersets[session.index]
            if choice.groups and superset.learn(reader.entries(session, choice), values,
                                                reader.matchers[session.index]):
                refused = True
                continue
            ordering = reader.ordering(session, choice)
            believed = sum(values[t.index] for t in self._model.theta[session.index])
            if ordering.strict:
                self._refuse(session, choice, ordering)
                refused = True
            elif ordering.penalty != believed:
                extra += ordering.penalty - believed
                if ordering.penalty > believed and ordering.exact:
                    self._add_cuts(session, choice, ordering)
                elif ordering.penalty > believed:
                    self.left_open = True
        return None if refused else extra

    def _refuse(self, session: SessionProblem, choice: Choice, ordering: Ordering) -> None:
        """Cut off a choice of which no order was found that keeps the must rules."""
        if ordering.exact:
            self._add_cuts(session, choice, ordering)
        else:
            self._model.cp.add(self._unlike(session, choice) >= 1)
            self.guessed = True

    def _unlike(self, session: SessionProblem, choice: Choice) -> Any:
        """Return an expression that is 0 for exactly this choice, and at least 1 for any other."""
        superset, rounds = self._model.supersets[session.index], dict(choice.entries)
        return len(choice.entries) - sum(
            self._model.x(o) for o in session.options if o.id in rounds) + sum(
            self._model.x(o) for o in session.options if o.id not in rounds) + sum(
            superset.unlike(g, rounds[g[0]]) for g in choice.groups)

    def _add_cuts(self, session: SessionProblem, choice: Choice, ordering: Ordering) -> None:
        """Add the cuts of a choice's order to the model.

        With ``missing`` at least 1 an optimality cut says nothing, for the estimate is never
        below 0. A broken must rule gives a combinatorial Benders cut (Codato and Fischetti 2006):
        of the 0-1 variables that force it, or of the menders, one has to change.
        """
        cp, reader = self._model.cp, self._reader
        theta = sum(self._model.theta[session.index])
        for (strict, penalty), missing, mending in reader.forced(session, choice):
            if strict:
                cp.add(missing + sum(x for _, x in mending) >= 1)
            else:
                cp.add(theta >= penalty - penalty * missing - sum(p * x for p, x in mending))
        least = reader.least(session, choice)
        if least.strict or ordering.cost == least.cost or not least.exact:
            return
        # Other matchings have cheaper orders but save less. The price is due in exactly this
        # choice (``unlike`` is 0), unless it claims no more seconds than one of those saves.
        # MUCH has to exceed the difference of two savings, so that ``enough = 0`` forbids nothing.
        enough = cp.new_bool_var("saves enough")
        superset = self._model.supersets[session.index]
        saved = self._model.total(superset.savings())
        cp.add(saved <= self._saved_cheaper(session, choice, ordering, least) + MUCH * (1 - enough))
        unlike = self._unlike(session, choice)
        if ordering.strict:
            cp.add(unlike + enough >= 1)
        else:
            cp.add(theta >= ordering.penalty - ordering.penalty * (unlike + enough))

    def _saved_cheaper(self, session: SessionProblem, choice: Choice, ordering: Ordering,
                       least: Ordering) -> int:
        """Return the most seconds that a matching with a cheaper order saves.

        The cheapest order that saves so much gets dearer the more it has to save, so the matchings
        are found one by one, each saving more than the one before.
        """
        saved_s = least.saved_s
        while saved_s < choice.need_s:
            further = self._reader.ordering(session, replace(choice, need_s=saved_s + 1))
            if not further.exact:
                return choice.need_s
            if further.cost == ordering.cost:
                break
            saved_s = further.saved_s
        return saved_s
