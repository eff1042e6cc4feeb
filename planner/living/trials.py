"""Small changes of a finished workout, judged exactly and fast, without the solver.

The first two tiers of a change follow from what its entries give, so thousands
of changes are ranked at once; only the best of them meet the rules. A trial
ends at the first must rule that it breaks, and rules that refused lately are
asked first. Rules that judge each session by itself are asked about the
sessions that changed; what they said of the others is known from the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.audit import broken_musts
from planner.fitness import visit_fitness, visit_tie_break, week_fitness
from planner.living.opened import Opened
from planner.problem import Problem
from planner.rules import Rule
from planner.rules.base import Finding, by_session
from planner.tally import tally
from planner.workout import Workout, changed, part

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
        self._free = [r for r in self._rules if r.id in self.p.catalog.rule_by_id
                      and not hasattr(r, "clash")]
        self._bound = [r for r in self._rules if r not in self._free]
        self._penalties: dict[str, dict[str, int]] = {}
        for row in opened.rows:
            if row.penalty:
                there = self._penalties.setdefault(row.rule, {})
                there[row.where] = there.get(row.where, 0) + row.penalty
        self._visits = [(visit_fitness(v, s, self.p), visit_tie_break(v))
                        for v, s in zip(opened.workout.visits, self.p.sessions, strict=True)]
        self._trial: tuple[Workout, Workout, Problem, tuple[int, ...]] | None = None
        self._got = tally(opened.workout, self.p)
        self._goals = {g.id: g for g in self.p.goals}
        self._at = {g.id: (g.loss(self._got[g.id]), g.room(self._got[g.id]))
                    for g in self.p.goals}
        self._base = (sum(loss for loss, _ in self._at.values()),
                      sum(room for _, room in self._at.values()))
        self._steps: dict[tuple[str, int], tuple[int, int]] = {}
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
                step = self._steps.get((name, extra))
                if step is None:
                    goal, (was, had) = self._goals[name], self._at[name]
                    got = self._got[name] + extra
                    step = goal.loss(got) - was, goal.room(got) - had
                    self._steps[name, extra] = step
                loss += step[0]
                room += step[1]
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
        return loss, room, penalty, *self._worth(workout)

    def price(self, workout: Workout, bar: Score | None) -> int | None:
        """Return what a workout costs by the rules that do not speak of order.

        None where it breaks one of them, or where it is worse than a bar with
        the same first two tiers, in whatever order its entries are done.
        """
        return self._within(self._free, workout, 0, bar)

    def placed(self, workout: Workout, price: int, bar: Score | None) -> Score | None:
        """Return the tiers of a workout of which `price` is known; None as there."""
        penalty = self._within(self._bound, workout, price, bar)
        if penalty is None:
            return None
        got = tally(workout, self.p)
        loss = sum(g.loss(got[g.id]) for g in self.p.goals)
        room = sum(g.room(got[g.id]) for g in self.p.goals)
        return loss, room, penalty, *self._worth(workout)

    def _within(self, rules: list[Rule], workout: Workout, penalty: int,
                bar: Score | None) -> int | None:
        """Add what rules cost; None where one refuses or all is worse than the bar."""
        for i, rule in enumerate(rules):
            found = self._judged(rule, workout)
            if found is not None:
                penalty += found
            if found is None or (bar is not None and penalty > bar[2]):
                rules.insert(0, rules.pop(i))
                return None
        if bar is not None and penalty == bar[2] and self._worth(workout) > bar[3:]:
            return None
        return penalty

    def _worth(self, workout: Workout) -> tuple[int, int]:
        """Return the last two tiers."""
        visits = dict(enumerate(self._visits))
        for i in self._changed(workout)[2]:
            visit = workout.visits[i]
            visits[i] = visit_fitness(visit, self.p.sessions[i], self.p), visit_tie_break(visit)
        fit = sum(v[0] for v in visits.values()) + week_fitness(workout, self.p)
        return fit, sum(v[1] for v in visits.values())

    def _changed(self, workout: Workout) -> tuple[Workout, Problem, tuple[int, ...]]:
        """Return the sessions in which a workout is not the plan's, as a workout of their own."""
        if self._trial is None or self._trial[0] is not workout:
            at = changed(self.opened.workout, workout)
            self._trial = workout, part(workout, at), self.p.part(at), at
        return self._trial[1:]

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
        penalty, p = 0, self.p
        over: dict[str, int] = {}
        if by_session(rule):
            workout, p, _ = self._changed(workout)
            known = self._penalties.get(rule.id)
            if known:
                names = {v.id for v in workout.visits}
                penalty = sum(v for where, v in known.items() if where not in names)
        for found in rule.check(workout, p):
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
