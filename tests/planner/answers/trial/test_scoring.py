"""What is known of a plan is not asked again: the same answers as from asking everything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.answers.trial.cache import problem_of
from planner.answers.trial.opened_plan import open_plan, replaced
from planner.answers.trial.replacements import Place, Replacements
from planner.answers.trial.scoring import Scorer
from planner.judge.audit import broken_musts, ledger, worth
from planner.rules import REGISTRY, Rule
from planner.rules.protocol import by_session
from planner.workout.workout import part, with_entries

WEEKLY = frozenset({
    "accessory_basis", "balance", "coverage", "frequency", "include", "lift_days",
    "movement_basis", "recovery", "repeat", "rest_day", "strain"})
"""Rules that look at several sessions at once."""


@pytest.fixture(scope="module")
def opened(week, few):
    """Return a week that was opened."""
    return open_plan(week, few)


def trials(opened):
    """Yield the week with every set of work doubled, left out, or exchanged, in each session."""
    for session, done in zip(opened.problem.sessions, opened.workout.sessions, strict=True):
        for entry in done.work:
            for entries in (
                    (replace(i, sets=2 * i.sets) if i is entry else i for i in done.entries),
                    (i for i in done.entries if i is not entry)):
                yield replaced(opened.workout, session.index, with_entries(done, tuple(entries)))
            index = next(k for k, i in enumerate(done.entries) if i is entry)
            search = Replacements(opened, Place(session, index, entry, None, frozenset()))
            for option in session.options:
                yield search.workout(option, option.sets[1], paired=False)


def test_by_session(opened):
    """A rule that judges each session by itself finds the same in it alone as in the week."""
    said = [r for r in REGISTRY if by_session(r)]
    assert {r.id for r in REGISTRY} - {r.id for r in said} == WEEKLY
    for workout in trials(opened):
        for rule in said:
            alone = [found for i in range(len(workout.sessions))
                     for found in rule.check(part(workout, (i,)), opened.problem.part((i,)))]
            together = list(rule.check(workout, opened.problem))
            assert sorted(map(repr, alone)) == sorted(map(repr, together)), rule.id


def test_by_session_is_not_inherited():
    """Who makes a rule from another has not said that it judges each session by itself."""
    class Own(type(REGISTRY[1])):
        id = "own"

    own: Rule = Own()
    assert by_session(REGISTRY[1])
    assert not by_session(own)


def test_the_ledger_from_another(opened):
    """With the ledger of the week as it was, only what changed is judged, row by row the same."""
    for workout in trials(opened):
        known = ledger(workout, opened.problem, REGISTRY, (opened.workout, opened.rows))
        assert known == ledger(workout, opened.problem, REGISTRY)


def test_the_score_of_a_trial(opened):
    """A score is the tiers of a whole audit, and there is none where a must rule breaks."""
    judge = Scorer(opened)
    for workout in trials(opened):
        rows = ledger(workout, opened.problem, REGISTRY)
        expected = None if broken_musts(rows) else worth(
            workout, opened.problem, rows)
        assert judge.score(workout) == expected


def test_a_problem_is_remembered(opened, few, catalog):
    """The same request has the same problem; another catalogue or another day done has not."""
    request, problem = opened.problem.request, opened.problem
    done = frozenset({problem.sessions[0].id})

    assert problem_of(request.model_copy(), frozenset(), few, REGISTRY) is problem
    assert problem_of(request, done, few, REGISTRY).done == done
    assert problem_of(request, frozenset(), catalog, REGISTRY).catalog is catalog
    assert problem_of(request.model_copy(update={"seed": 7}), frozenset(), few,
                      REGISTRY).request.seed == 7


class Odd:
    """An application's rule that changes its mind."""

    id = "odd"
    wanted = "must"

    @property
    def severity(self):
        """How strictly it is taken just now."""
        return self.wanted

    def build(self, m):
        """Bind nothing."""

    def check(self, w, p):
        """Find nothing."""
        return ()


def test_a_problem_with_own_rules_is_built_anew(week, few):
    """An application's rule may change between two questions."""
    rule = Odd()
    assert open_plan(week, few, [rule]).problem.setting("odd").severity == "must"
    rule.wanted = "should"
    assert open_plan(week, few, [rule]).problem.setting("odd").severity == "should"
    assert "odd" not in open_plan(week, few).problem.settings
