"""Small changes of a finished workout, judged exactly and fast, without the solver.

The first two tiers of a change follow from what its entries give, so thousands
of changes are ranked at once; only the best of them meet the rules. A trial
ends at the first must rule that it breaks, and rules that refused lately are
asked first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from planner.audit import broken_musts
from planner.fitness import fitness, tie_break
from planner.living.opened import Opened
from planner.rules import Rule
from planner.rules.base import Finding
from planner.tally import tally
from planner.workout import Workout

Score = tuple[int, int, int, int, int]
"""The five tiers of a workout, the most important first."""


class Judge:
    """Scores changed workouts of an opened plan.

    What the plan breaks already may stay broken, but not get worse.
    ``last_broken`` is the rule that refused last.
    """

    last_broken = ""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.p = opened.problem
        self._rules = [r for r in opened.rules if self.p.setting(r.id).severity != "off"]
        self._choice = [r for r in self._rules if r.id in self.p.catalog.rule_by_id
                        and not hasattr(r, "clash") and self.p.setting(r.id).severity == "must"]
        self._got = tally(opened.workout, self.p)
        self._goals = {g.id: g for g in self.p.goals}
        self._at = {g.id: (g.loss(self._got[g.id]), g.room(self._got[g.id]))
                    for g in self.p.goals}
        self._base = (sum(loss for loss, _ in self._at.values()),
                      sum(room for _, room in self._at.values()))
        self._broken: dict[tuple[str, str], int] = {}
        wrong = {row.rule for row in broken_musts(opened.rows)}
        for rule in (r for r in self._rules if r.id in wrong):
            for found in rule.check(opened.workout, self.p):
                if self._strict(rule, found):
                    key = (rule.id, found.where)
                    self._broken[key] = self._broken.get(key, 0) + found.over

    def reach(self, change: Mapping[str, int]) -> tuple[int, int]:
        """Return the first two tiers after a change in quarter sets by goal."""
        loss, room = self._base
        for name, extra in change.items():
            if extra:
                goal, (was, had) = self._goals[name], self._at[name]
                got = self._got[name] + extra
                loss += goal.loss(got) - was
                room += goal.room(got) - had
        return loss, room

    def score(self, workout: Workout) -> Score | None:
        """Return the tiers of a workout, None where it breaks a must rule anew."""
        penalty = 0
        for i, rule in enumerate(self._rules):
            found = self._judged(rule, workout)
            if found is None:
                self.last_broken = rule.id
                self._rules.insert(0, self._rules.pop(i))
                return None
            penalty += found
        got = tally(workout, self.p)
        loss = sum(g.loss(got[g.id]) for g in self.p.goals)
        room = sum(g.room(got[g.id]) for g in self.p.goals)
        return loss, room, penalty, fitness(workout, self.p), tie_break(workout, self.p)

    def fails(self, workout: Workout) -> bool:
        """Whether a workout breaks a must rule in whatever order its entries are done.

        Only built-in rules that do not speak of order are asked, so that a trial
        can be refused before it is put in order.
        """
        for i, rule in enumerate(self._choice):
            if self._judged(rule, workout) is None:
                self.last_broken = rule.id
                self._choice.insert(0, self._choice.pop(i))
                return True
        return False

    def breaks(self, workout: Workout) -> list[tuple[str, Finding]]:
        """Return every must rule that a workout breaks and the plan does not."""
        return [(rule.id, found) for rule in self.opened.rules
                if self.p.setting(rule.id).severity != "off"
                for found in rule.check(workout, self.p)
                if self._strict(rule, found) and found.over > self._broken.get(
                    (rule.id, found.where), 0)]

    def _judged(self, rule: Rule, workout: Workout) -> int | None:
        setting = self.p.setting(rule.id)
        penalty = 0
        over: dict[str, int] = {}
        for found in rule.check(workout, self.p):
            if self._strict(rule, found):
                over[found.where] = over.get(found.where, 0) + found.over
                if over[found.where] > self._broken.get((rule.id, found.where), 0):
                    return None
            elif found.verdict == "broken" and (found.severity or setting.severity) == "should":
                penalty += found.over * (setting.weight if found.weight is None else found.weight)
        return penalty

    def _strict(self, rule: Rule, found: Finding) -> bool:
        severity = found.severity or self.p.setting(rule.id).severity
        return (severity == "must" and found.verdict == "broken"
                and found.where not in self.p.done)


def in_turn(reached: Iterable[tuple[tuple[int, int], str]]) -> Iterator[list[str]]:
    """Yield names in groups that are equal in the first two tiers, the best group first."""
    ranked = sorted(set(reached))
    for _, group in groupby(ranked, key=lambda r: r[0]):
        yield [name for _, name in group]


def given(gives: Mapping[str, int], sets: int, less: Mapping[str, int],
          less_sets: int) -> dict[str, int]:
    """Return the change in quarter sets where so many sets of one exercise replace another's."""
    change = {k: v * sets for k, v in gives.items()}
    for name, each in less.items():
        change[name] = change.get(name, 0) - each * less_sets
    return change


def ordered_names(names: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
