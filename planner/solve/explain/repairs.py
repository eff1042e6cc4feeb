"""Candidates for repairs: changes of the request, as steps from small to large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from planner.catalog.body import so_many
from planner.problem.problem import Problem, SessionProblem
from planner.request.conflict import Repair

MOST_MINUTES_MORE = 120


@dataclass(frozen=True)
class Offer:
    """One kind of repair; each step gives up more than the one before."""

    steps: tuple[Repair, ...]


def offers(problem: Problem, clash: Sequence[tuple[str, str]]) -> Iterator[Offer]:
    """Yield the repairs that may help against a clash, in the order a coach would ask."""
    named = {rule for rule, _ in clash}
    for rule, where in clash:
        if rule == "time_budget":
            yield _more_minutes(problem, where)
    if "time_budget" in named and any(s.warm_up for s in problem.sessions):
        yield _less_warm_up(problem)
    if "coverage" in named:
        yield Offer((Repair(says="let goals be missed where they must (coverage: should)",
                            change={"rules": {"coverage": "should"}}),))
    for pin in dict.fromkeys(i.exercise for i in problem.request.include):
        yield from _about_include(problem, pin, clash)
    if "split" in named:
        yield Offer((Repair(says="plan without a split", change={"split": "none"}),))
    if "relevant" in named:
        yield _whole_body(problem)
    if "exclude" in named and problem.request.exclude:
        yield Offer((Repair(says="exclude nothing", change={"exclude": []}),))
    if "equipment" in named and ("work" in named or "main_lift" in named):
        yield from _more_equipment(problem)
    for rule in sorted(named - {"time_budget", "include", "work", "phases", "equipment",
                                "complaints", "coverage", "split", "relevant", "exclude"}):
        yield Offer((Repair(says=f"take {rule} as a wish, not as a must",
                            change={"rules": {rule: "should"}}),))


def _whole_body(problem: Problem) -> Offer:
    sessions = [{**s.model_dump(mode="json"), "focus": None} for s in problem.request.sessions]
    return Offer((Repair(says="train the whole body instead of a focus",
                         change={"focus": [], "sessions": sessions}),))


def _more_equipment(problem: Problem) -> Iterator[Offer]:
    """Offer the presets, the smallest first: what each has besides."""
    for preset in sorted(problem.catalog.presets, key=lambda p: len(p.equipment)):
        sessions = []
        for asked in problem.request.sessions:
            data = asked.model_dump(mode="json")
            data["equipment"] = list(dict.fromkeys([*(asked.equipment or ()), preset.id]))
            sessions.append(data)
        yield Offer((Repair(says=f"have {preset.name[:1].lower()}{preset.name[1:]} at hand",
                            change={"sessions": sessions}),))


def _sessions(problem: Problem, index: int, **update: Any) -> list[dict[str, Any]]:
    data = [s.model_dump(mode="json") for s in problem.request.sessions]
    data[index] = {**data[index], **update}
    return data


def _more_minutes(problem: Problem, where: str) -> Offer:
    session = next(s for s in problem.sessions if s.id == where)
    steps = []
    for more in range(1, MOST_MINUTES_MORE + 1):
        if session.minutes + more > 600:
            break
        # The warm-up stays as it is: a longer session must not ask for a longer one.
        longer = session.minutes + more
        steps.append(Repair(says=f"{so_many(more, 'minute')} more on {where} ({longer})",
                            change={"sessions": _sessions(problem, session.index,
                                                          minutes=longer)}))
    return Offer(tuple(steps))


def _less_warm_up(problem: Problem) -> Offer:
    asked = [s.warm_up for s in problem.request.sessions]
    most = max((w.raise_minutes + w.mobilise_minutes for w in asked if w), default=0)
    steps = []
    for less in range(1, most + 1):
        sessions = []
        for session in problem.request.sessions:
            data = session.model_dump(mode="json")
            warm = session.warm_up
            if warm is not None:
                off_raise = min(less, warm.raise_minutes)
                off_mobilise = min(less - off_raise, warm.mobilise_minutes)
                data["warm_up"] = {"raise_minutes": warm.raise_minutes - off_raise,
                                   "mobilise_minutes": warm.mobilise_minutes - off_mobilise}
            sessions.append(data)
        steps.append(Repair(says=f"{so_many(less, 'minute')} less warm-up",
                            change={"sessions": sessions, "warm_up": None}))
    return Offer(tuple(steps))


def _about_include(problem: Problem, pin: str,
                   clash: Sequence[tuple[str, str]]) -> Iterator[Offer]:
    exercise = problem.catalog.exercise_by_id[pin]
    if any(rule == "equipment" for rule, _ in clash):
        for alternative in exercise.equipment:
            yield Offer((_add_equipment(problem, pin, alternative),))
    if ("include", pin) in clash and pin in problem.request.exclude:
        yield Offer((Repair(says=f"exclude {exercise.in_words} no longer", change={
            "exclude": [name for name in problem.request.exclude if name != pin]}),))
    if ("include", pin) in clash:
        kept = [i.model_dump(mode="json") for i in problem.request.include if i.exercise != pin]
        yield Offer((Repair(says=f"drop {exercise.in_words}", change={"include": kept}),))


def _add_equipment(problem: Problem, pin: str, alternative: Sequence[str]) -> Repair:
    def missing(session: SessionProblem) -> list[str]:
        return sorted(set(alternative) - session.equipment)

    days = {i.day for i in problem.request.include if i.exercise == pin}
    sessions = []
    for asked, session in zip(problem.request.sessions, problem.sessions, strict=True):
        data = asked.model_dump(mode="json")
        if None in days or session.id in days or asked.day in days:
            data["equipment"] = [*(asked.equipment or ()), *missing(session)]
        sessions.append(data)
    names = sorted({problem.catalog.equipment_by_id[m].name for s in problem.sessions
                    for m in missing(s)})
    return Repair(says=f"have {' and '.join(names)} at hand", change={"sessions": sessions})
