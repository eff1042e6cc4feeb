"""The parts of an answer to "why", and a change of the tiers in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from planner.answers.trial.opened_plan import Opened
from planner.catalog import Exercise
from planner.catalog.body import listed, so_many
from planner.catalog.words import Model, Versioned
from planner.judge.audit import ledger
from planner.judge.audit_rows import LedgerRow
from planner.judge.prices import missed, quality_parts, target_steps
from planner.judge.tiers import TierName, Worth
from planner.problem.goals import CoverageGoal
from planner.problem.problem import Problem, SessionProblem
from planner.problem.suitability import standing
from planner.problem.tally import tally
from planner.workout.dose import QUARTERS
from planner.workout.workout import Workout

Kind = Literal["plan", "entry", "goal", "rule", "exercise"]

MOST_PARTS = 3
"""The most parts of a price that are named, the dearest first."""

PARTS_IN_WORDS = {
    "time": "use of the time", "choice": "choice of exercises",
    "dose": "repetitions out of the usual range", "shape": "shape of the session",
    "week": "shape of the week", "supersets": "supersets", "stations": "stations",
    "wishes": "likes, dislikes and what was done lately"}


class Reason(Model):
    """One reason: its subject, a sentence, and its figures."""

    about: str
    says: str
    figures: dict[str, float] = {}


class Answer(Versioned):
    """The answer to a why or a why not.

    Figures of ``coverage`` and ``quality`` are points of these tiers. Above 0 is worse than the
    plan as it is.
    """

    schema_: Literal["why/1"] = Field(default="why/1", alias="schema")
    asked: str
    kind: Kind
    says: str
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()


def gap(opened: Opened, after: Workout, score: Worth) -> tuple[str, str, int]:
    """Return the first tier that a change touches: in words, by name, and the difference.

    Above 0 the change is worse. No earlier tier tells the two plans apart.
    """
    before = opened.worth
    if before == score:
        return "would change no tier at all", "none", 0
    tier, more = next((tier, b - a) for tier, a, b in zip(TierName, before, score, strict=True)
                      if a != b)
    if tier == TierName.TIE_BREAK:
        return "would be just as good in every respect; a fixed tie-break chose", tier.value, more
    return f"would {cost_in_words(opened, after, tier, more)}", tier.value, more


def cost_in_words(opened: Opened, after: Workout, tier: str, more: int,
                  rows: Sequence[LedgerRow] | None = None) -> str:
    """Return ``cost 36 points: lats 12 to 10.5 sets (+48); choice of exercises (-12)``.

    Parameters
    ----------
    rows
        The ledger of the changed workout, where it is known.
    """
    if tier == TierName.COVERAGE:
        word = "further from" if more > 0 else "nearer to"
        return (f"take the plan {coverage_in_words(more)} {word} the mins and maxes "
                f"({goals_in_words(opened, after)})")
    word = "cost" if more > 0 else "save"
    return f"{word} {points_in_words(more)}: {parts_in_words(opened, after, rows)}"


def points_in_words(count: int) -> str:
    """Return ``36 points``, whatever the sign."""
    return so_many(abs(count), "point")


def coverage_in_words(count: int) -> str:
    """Return ``8 points of coverage``, whatever the sign."""
    return f"{points_in_words(count)} of coverage"


def parts_in_words(opened: Opened, after: Workout,
                   rows: Sequence[LedgerRow] | None = None) -> str:
    """Return the parts of a change of quality with their points, the dearest first."""
    p = opened.problem
    if rows is None:
        rows = ledger(after, p, opened.rules, (opened.workout, opened.rows))
    old = quality_parts(opened.workout, p, opened.rows)
    new = quality_parts(after, p, rows)
    moved = sorted((n for n in new if new[n] != old[n]), key=lambda n: -abs(new[n] - old[n]))
    said = []
    for name in moved[:MOST_PARTS]:
        text = (goals_in_words(opened, after) if name == "targets" else
                _rules(opened.rows, rows) if name == "rules" else
                PARTS_IN_WORDS.get(name, name))
        said.append(f"{text} ({new[name] - old[name]:+d})")
    return "; ".join(said) or "nothing that is named"


def goals_in_words(opened: Opened, after: Workout, most: int = 3) -> str:
    """Return the goals that a change moves most, such as ``lats 12 to 9 sets``."""
    p = opened.problem
    old, new = tally(opened.workout, p), tally(after, p)

    def weight(goal: CoverageGoal) -> tuple[int, int, int]:
        steps = target_steps(p, goal)
        was, now = old[goal.id], new[goal.id]
        return (-abs(goal.loss(now) - goal.loss(was)),
                -abs(missed(steps, now) - missed(steps, was)), -abs(now - was))

    moved = sorted((g for g in p.goals if old[g.id] != new[g.id]), key=lambda g: (weight(g), g.id))
    shown = [f"{g.id.replace('_', ' ')} {old[g.id] / QUARTERS:g} to {new[g.id] / QUARTERS:g} sets"
             for g in moved[:most]]
    return ", ".join(shown) or "no goal gets more or less"


def _rules(before: Sequence[LedgerRow], after: Sequence[LedgerRow]) -> str:
    """Name the should rules whose penalty changes."""
    old, new = (Counter[tuple[str, str]](), Counter[tuple[str, str]]())
    for count, rows in ((old, before), (new, after)):
        for row in rows:
            count[row.rule, row.where] += row.penalty
    changed = [f"{rule} on {where}" for rule, where in new | old
               if new[rule, where] != old[rule, where]]
    return listed(changed[:3]) or "rules"


def fit_words(p: Problem, session: SessionProblem, old: Exercise, new: Exercise) -> Iterator[str]:
    """Yield what makes one exercise fit a session more or less than another."""
    kinds = [standing(p, session, e) for e in (old, new)]
    if kinds[0] != kinds[1]:
        yield (f"here {new.in_words} is a {kinds[1]} choice, {old.in_words} a {kinds[0]} one")
    strain = [sum((e.strain.lumbar, e.strain.grip, e.strain.systemic)) for e in (old, new)]
    if strain[0] != strain[1]:
        word = "more" if strain[1] > strain[0] else "less"
        yield f"it strains {word} ({points_in_words(strain[1])} for {strain[0]})"
    for wish, ids in (("liked", p.request.likes), ("disliked", p.request.dislikes)):
        for e in (new, old):
            if e.id in ids:
                yield f"{e.in_words} is {wish}"


def sentence(parts: Sequence[str]) -> str:
    """Join parts to one sentence."""
    text = "; ".join(p for p in parts if p)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
