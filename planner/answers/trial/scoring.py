"""Small changes of a finished workout, scored exactly and fast, without the solver.

A trial ends at the first must rule that it breaks, and rules that refused lately are asked first.
Rules that judge each session by itself are asked only about the sessions that changed. Their
penalties in the other sessions are known from the ledger, and the points of those are remembered.
"""

from __future__ import annotations

from collections.abc import Mapping

from planner.answers.trial.opened_plan import Opened
from planner.judge.audit import broken_musts
from planner.judge.prices import missed, price, session_parts, target_steps, time_steps, week_cost
from planner.judge.tie_break import session_tie_break
from planner.judge.tiers import Worth
from planner.problem.problem import Problem
from planner.problem.tally import tally
from planner.rules import Rule
from planner.rules.protocol import Finding, by_session
from planner.workout.workout import Workout, WorkoutSession, changed, part


class Scorer:
    """Scores changed workouts of an opened plan.

    A must rule that the plan breaks already may stay broken, but not get worse. ``last_broken`` is
    the rule that refused last.
    """

    last_broken = ""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.p = opened.problem
        self._rules = [r for r in opened.rules if self.p.setting(r.id).severity != "off"]
        self._point = price(self.p, "rule_point")
        self._penalties: dict[str, dict[str, int]] = {}
        for row in opened.rows:
            if row.penalty:
                there = self._penalties.setdefault(row.rule, {})
                there[row.where] = there.get(row.where, 0) + row.penalty
        self._sessions = [(self.session_points(i, v), session_tie_break(v))
                          for i, v in enumerate(opened.workout.sessions)]
        self._trial: tuple[Workout, Workout, Problem, tuple[int, ...]] | None = None
        self._got = tally(opened.workout, self.p)
        self._goals = {g.id: (g, (*target_steps(self.p, g), *time_steps(self.p, g)))
                       for g in self.p.goals}
        self._at: dict[tuple[str, int], tuple[int, int]] = {}
        self._base = [sum(v) for v in zip((0, 0), *(
            self._reached(name, got) for name, got in self._got.items()), strict=True)]
        self._broken: dict[tuple[str, str], int] = {}
        wrong = {row.rule for row in broken_musts(opened.rows)}
        for rule in (r for r in self._rules if r.id in wrong):
            for found in rule.check(opened.workout, self.p):
                if self._strict(rule, found):
                    key = (rule.id, found.where)
                    self._broken[key] = self._broken.get(key, 0) + found.over

    def reach(self, change: Mapping[str, int]) -> tuple[int, int]:
        """Return the coverage loss and the goals' points after a change in quarter sets by goal."""
        loss, points = self._base
        for name, extra in change.items():
            if extra:
                was, now = (self._reached(name, self._got[name] + e) for e in (0, extra))
                loss += now[0] - was[0]
                points += now[1] - was[1]
        return loss, points

    def _reached(self, name: str, got: int) -> tuple[int, int]:
        """Return a goal's share of the first tier, and its points, at so many quarter sets."""
        known = self._at.get((name, got))
        if known is None:
            goal, steps = self._goals[name]
            known = self._at[name, got] = goal.loss(got), missed(steps, got)
        return known

    def session_points(self, index: int, done: WorkoutSession) -> int:
        """Return the points of a session that depend on no other session."""
        return sum(points for _, points in session_parts(done, self.p.sessions[index], self.p))

    def points_without(self, index: int) -> int:
        """Return a lower bound of the points of the other sessions, goals and week left out."""
        here = self.p.sessions[index].id
        alone = {r.id for r in self._rules if by_session(r)}
        stays = sum(cost for rule, there in self._penalties.items() if rule in alone
                    for where, cost in there.items() if where != here)
        return self._point * stays + sum(v[0] for i, v in enumerate(self._sessions) if i != index)

    def score(self, workout: Workout) -> Worth | None:
        """Return the tiers of a workout, None where it breaks a must rule anew."""
        penalty = 0
        for i, rule in enumerate(self._rules):
            found = self._judged(rule, workout)
            if found is None:
                self.last_broken = rule.id
                self._rules.insert(0, self._rules.pop(i))
                return None
            penalty += found
        loss, points = (sum(v) for v in zip((0, 0), *(
            self._reached(name, got) for name, got in tally(workout, self.p).items()),
            strict=True))
        sessions = dict(enumerate(self._sessions))
        for i in self._changed(workout)[2]:
            done = workout.sessions[i]
            sessions[i] = self.session_points(i, done), session_tie_break(done)
        points += self._point * penalty + week_cost(workout, self.p)
        return Worth(loss, points + sum(v[0] for v in sessions.values()),
                     sum(v[1] for v in sessions.values()))

    def _changed(self, workout: Workout) -> tuple[Workout, Problem, tuple[int, ...]]:
        """Return the sessions that differ from the plan's: as a workout, a problem and indices."""
        if self._trial is None or self._trial[0] is not workout:
            at = changed(self.opened.workout, workout)
            self._trial = workout, part(workout, at), self.p.part(at), at
        return self._trial[1:]

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
                names = {v.id for v in workout.sessions}
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
    """Return the change in quarter sets by goal where sets of one exercise replace another's."""
    change = {k: v * sets for k, v in gives.items()}
    for name, each in less.items():
        change[name] = change.get(name, 0) - each * less_sets
    return change
