"""The events of a search, in the order in which they happen."""

from __future__ import annotations

import planner
from planner.solve import Event, Stage


def test_the_events_of_a_week(few):
    """Stages come in the order of the documentation; bounds rise, plans get better, work grows."""
    events: list[Event] = []
    plan = planner.plan({"sessions": [{"day": d, "minutes": 30} for d in ("mon", "wed", "fri")],
                         "limits": {"seconds": 3}}, few, on_event=events.append)

    stages = [e.stage for e in events if e.kind == "stage"]
    assert stages[:4] == [Stage.RELAXATION, Stage.SPLIT, Stage.SMALL_KERNEL, Stage.LARGE_KERNEL]
    assert stages == sorted(stages, key=list(Stage).index)
    bounds = [e.progress.bound for e in events if e.kind == "bound" and e.progress.bound]
    assert bounds == sorted(bounds)
    work = [e.work for e in events]
    assert work == sorted(work)
    plans = [e.progress for e in events if e.kind == "plan"]
    assert plans[-1].best == plan.solver.tiers[1 if plans[-1].tier == "quality" else 0].value


def test_better_plans_alone_are_progress(few):
    """Who asks for progress hears of the same plans as who asks for everything."""
    events: list[Event] = []
    progress: list[planner.Progress] = []
    planner.plan({"sessions": [{"day": "mon", "minutes": 30}]}, few, on_event=events.append,
                 on_progress=progress.append)

    assert progress == [e.progress for e in events if e.kind == "plan"]
    assert len(progress) < len(events)
