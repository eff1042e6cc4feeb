"""Balance your back and front: weekly ratios within their ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.catalog import Exercise
from planner.catalog.figures import Balance
from planner.problem.problem import Problem
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout

TENTHS = 10
DIRECT = 2
"""Half sets that a set gives to a side that it trains directly."""


def halves(p: Problem, exercise: Exercise, side: tuple[str, ...], ratio: Balance) -> int:
    """Return half sets that one set gives to a side of a ratio."""
    if ratio.counted == "patterns":
        return 2 if exercise.pattern in side else 0
    return round(2 * max(p.trains(exercise, g) for g in side))


def ratios(p: Problem) -> list[Balance]:
    """Return the ratios that a request can be judged by: both sides are its business."""
    return p.once("balance", _ratios)


def _ratios(p: Problem) -> list[Balance]:
    if len(p.sessions) == 1:
        return []
    offered = {o.id: o.exercise for s in p.sessions for o in s.options if not o.barred}
    return [r for r in p.catalog.balances
            if all(_concerned(p, side, r, offered.values()) for side in (r.left, r.right))]


def _concerned(p: Problem, side: tuple[str, ...], ratio: Balance,
               offered: Iterable[Exercise]) -> bool:
    focus = dict.fromkeys(g for s in p.sessions for g in s.focus)
    return any(
        halves(p, exercise, side, ratio) == DIRECT
        and (not focus or any(p.trains(exercise, g) == 1.0 for g in focus))
        for exercise in offered
    )


class BalanceRule:
    """pull : push, hip : knee and back : front over a week."""

    id = "balance"

    def build(self, m: Build) -> None:
        """Bind both sides of every ratio, in tenths of half sets."""
        for ratio in ratios(m.problem):
            low, high = round(TENTHS * ratio.low), round(TENTHS * ratio.high)
            too_little, too_much = [], []
            for session in m.problem.sessions:
                for o in session.options:
                    left = halves(m.problem, o.exercise, ratio.left, ratio)
                    right = halves(m.problem, o.exercise, ratio.right, ratio)
                    if left or right:
                        too_little.append((low * right - TENTHS * left, m.n(o)))
                        too_much.append((TENTHS * left - high * right, m.n(o)))
            m.keep(ratio.id, m.total(too_little), 0, unit=2 * TENTHS)
            m.keep(ratio.id, m.total(too_much), 0, unit=2 * TENTHS)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Compare the sums."""
        judged = ratios(p)
        if not judged:
            yield Finding("week", "one session, or a focus on one side", status="not_applicable")
        for ratio in judged:
            left = sum(i.sets * halves(p, i.exercise, ratio.left, ratio) for _, i in w.work())
            right = sum(i.sets * halves(p, i.exercise, ratio.right, ratio) for _, i in w.work())
            low, high = round(TENTHS * ratio.low), round(TENTHS * ratio.high)
            over = max(0, low * right - TENTHS * left) + max(0, TENTHS * left - high * right)
            reached = round(left / right, 2) if right else None
            yield Finding(
                ratio.id, f"{ratio.name} is {left / 2:g} : {right / 2:g}, "
                f"range {ratio.low:g} to {ratio.high:g}",
                over=-(-over // (2 * TENTHS)), reached=reached,
                asked=ratio.high if TENTHS * left > high * right else ratio.low)
