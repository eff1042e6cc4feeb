"""Whether a solution is a plan: its supersets matched, its order priced; if not, a cut.

Choice and order are decided apart (logic-based Benders decomposition,
docs/explanation/model.md): the model believes of each session that its supersets can be matched
and what its best order costs. Where it believes too much, it learns.
"""

from __future__ import annotations

from planner.judge.order import Ordering
from planner.problem.problem import SessionProblem
from planner.solve.cuts.decode import Choice, Reader
from planner.solve.model.variables import MUCH, ModelBuilder


class Separator:
    """Matches and orders what the solver chose, session by session."""

    def __init__(self, model: ModelBuilder, reader: Reader) -> None:
        self._model = model
        self._reader = reader

    def beyond(self, values: tuple[int, ...]) -> int | None:
        """Return the penalty points of order beyond what the model believes.

        None where the solution is no plan: supersets that cannot be matched, or a must
        rule that no order keeps. Either way the model learns.
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
                self._learn(session, choice, ordering)
                refused = True
            elif ordering.penalty != believed:
                extra += ordering.penalty - believed
                if ordering.penalty > believed:
                    self._learn(session, choice, ordering)
        return None if refused else extra

    def _learn(self, session: SessionProblem, choice: Choice, ordering: Ordering) -> None:
        """Tell the model what the order of a choice, and of all like it, costs."""
        cp, reader = self._model.cp, self._reader
        theta = sum(self._model.theta[session.index])
        for (strict, penalty), missing, mending in reader.forced(session, choice):
            if strict:
                cp.add(missing + sum(x for _, x in mending) >= 1)
            else:
                cp.add(theta >= penalty - penalty * missing - sum(p * x for p, x in mending))
        least = reader.least(session, choice)
        if least.strict or ordering.cost == least.cost:
            return
        # A cheaper order exists with supersets that save less: the price is for needing more.
        enough = cp.new_bool_var("saves enough")
        superset = self._model.supersets[session.index]
        saved = self._model.total(superset.savings())
        cp.add(saved <= least.saved_s + MUCH * (1 - enough))
        exact = len(choice.entries) - sum(
            self._model.x(o) for o in session.options if o.id in dict(choice.entries)) + sum(
            self._model.x(o) for o in session.options if o.id not in dict(choice.entries)) + sum(
            superset.unlike(g, dict(choice.entries)[g[0]]) for g in choice.groups)
        if ordering.strict:
            cp.add(exact + enough >= 1)
        else:
            cp.add(theta >= ordering.penalty - ordering.penalty * (exact + enough))
