"""What an answer to "why" is made of, and a change of the tiers in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import ConfigDict, Field

from catalog import Exercise
from catalog.words import Model
from planner.dose import QUARTERS
from planner.fitness import entry_cost, has_harder
from planner.living.opened import Opened
from planner.living.trials import Score, ordered_names
from planner.problem import Problem, SessionProblem
from planner.tally import tally
from planner.workout import Workout

Kind = Literal["plan", "entry", "goal", "rule", "exercise"]


class Reason(Model):
    """One reason: what it is about, the sentence, and its figures."""

    about: str
    says: str
    figures: dict[str, float] = {}


class Answer(Model):
    """The answer to a why or a why not; figures of coverage are quarter sets."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True,
                              serialize_by_alias=True)
    schema_: Literal["why/1"] = Field(default="why/1", alias="schema")
    asked: str
    kind: Kind
    says: str
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()


def score_of(opened: Opened) -> Score:
    """Return the tiers of a plan as they are."""
    v = opened.values
    return (v["coverage"], v["use_of_time"], v["should"], v["fitness"], v["tie_break"])


def gap(opened: Opened, after: Workout, score: Score) -> tuple[str, str, int]:
    """Return the first tier that a change touches, in words, its name and by how much.

    Above 0 is worse: the plan as it is is better in that tier, and no earlier
    tier tells the two apart.
    """
    before = score_of(opened)
    names = ("coverage", "use_of_time", "should", "fitness", "tie_break")
    for name, a, b in zip(names, before, score, strict=True):
        if a != b:
            return _words(opened, after, name, b - a), name, b - a
    return "would change no tier at all", "none", 0


def _words(opened: Opened, after: Workout, name: str, more: int) -> str:
    word = "more" if more > 0 else "less"
    if name == "coverage":
        text = f"would take coverage {abs(more)} quarter sets {_nearer(more)} the goals"
        return f"{text} ({goals_in_words(opened, after)})"
    if name == "use_of_time":
        return (f"would reach the same targets and leave {abs(more)} quarter sets {word} of room "
                f"up to the max ({goals_in_words(opened, after)})")
    if name == "should":
        return f"would cost {abs(more)} points {word} of wishes ({_wishes(opened, after)})"
    if name == "fitness":
        return f"would be {abs(more)} points {'less' if more > 0 else 'more'} fitting"
    return "would be just as good in every respect; a fixed tie-break chose"


def _nearer(more: int) -> str:
    return "further from" if more > 0 else "nearer to"


def goals_in_words(opened: Opened, after: Workout, most: int = 3) -> str:
    """Return the goals that a change moves most, ``lats 12 to 9``."""
    old, new = tally(opened.workout, opened.problem), tally(after, opened.problem)
    moved = sorted((g for g in old if old[g] != new[g]), key=lambda g: (-abs(new[g] - old[g]), g))
    shown = [f"{g.replace('_', ' ')} {old[g] / QUARTERS:g} to {new[g] / QUARTERS:g}"
             for g in moved[:most]]
    return ", ".join(shown) or "no goal gets more or less"


def _wishes(opened: Opened, after: Workout) -> str:
    p = opened.problem
    before = {(r.rule, r.where): 0 for r in opened.rows}
    for r in opened.rows:
        before[r.rule, r.where] += r.penalty
    from planner.audit import ledger

    rows = ledger(after, p, opened.rules)
    now: dict[tuple[str, str], int] = {}
    for r in rows:
        now[r.rule, r.where] = now.get((r.rule, r.where), 0) + r.penalty
    changed = [f"{rule} on {where}" for (rule, where), cost in now.items()
               if cost != before.get((rule, where), 0)]
    return ordered_names(changed[:3]) or "the order"


def fit_words(p: Problem, session: SessionProblem, old: Exercise, new: Exercise) -> Iterator[str]:
    """Say what makes one exercise a less or more fitting choice than another in a session."""
    gap = entry_cost(p, session, new) - entry_cost(p, session, old)
    if new.standing != old.standing:
        yield (f"{new.in_words} is {_article(new.standing)} {new.standing} lift, "
               f"{old.in_words} {_article(old.standing)} {old.standing} one")
    strain = [sum((e.strain.lumbar, e.strain.grip, e.strain.systemic)) for e in (old, new)]
    if strain[0] != strain[1]:
        word = "more" if strain[1] > strain[0] else "less"
        yield f"it strains {word} ({strain[1]} points for {strain[0]})"
    if has_harder(session, new) and not has_harder(session, old):
        yield "a harder link of its chain is at hand"
    for wish, ids in (("liked", p.request.likes), ("disliked", p.request.dislikes)):
        for e in (new, old):
            if e.id in ids:
                yield f"{e.in_words} is {wish}"
    if gap == 0:
        yield "the difference lies in stations, patterns or variety over the week"


def _article(word: str) -> str:
    return "a" if word[0] not in "aeiou" else "an"


def sentence(parts: Sequence[str]) -> str:
    """Join parts to one sentence."""
    text = "; ".join(p for p in parts if p)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
