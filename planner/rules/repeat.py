"""The same exercise not too often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.problem.problem import Problem
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def windows(days: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the groups of days that may hold an exercise once: a day, or two days running."""
    pairs = [(d, d + 1) for d in days if d + 1 in days]
    return pairs + [(d,) for d in days if not any(d in pair for pair in pairs)]


class Repeat:
    """A work exercise once a day, not on two days running, on at most two days a week."""

    id = "repeat"

    def build(self, m: Build) -> None:
        """Bound every exercise in every window, and over the week."""
        p = m.problem
        if len(p.sessions) == 1:
            return
        most = int(p.setting(self.id).figures["days_a_week"])
        apart = windows(p.days)
        by_exercise: dict[str, list[tuple[int, object]]] = {}
        for session in p.sessions:
            for option in session.options:
                by_exercise.setdefault(option.id, []).append((session.day, m.x(option)))
        for exercise in sorted(by_exercise):
            uses = by_exercise[exercise]
            for window in apart if len(uses) > 1 else ():
                inside = [x for day, x in uses if day in window]
                if len(inside) > 1:
                    m.keep("week", m.total((1, x) for x in inside), 1)
            if len(p.days) > most and len(uses) > most:
                m.keep("week", m.total((1, x) for _, x in uses), most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the days of every exercise."""
        most = int(p.setting(self.id).figures["days_a_week"])
        uses: dict[str, list[int]] = {}
        for done, entry in w.work():
            uses.setdefault(entry.exercise.id, []).append(done.day)
        days = sorted({v.day for v in w.sessions})
        apart = windows(days)
        over, wrong = 0, []
        for exercise, on in sorted(uses.items()):
            extra = sum(max(0, sum(d in window for d in on) - 1) for window in apart)
            extra += max(0, len(on) - most) if len(days) > most else 0
            if extra:
                wrong.append(p.catalog.exercise_by_id[exercise].name)
            over += extra
        yield Finding("week", ("too often: " + ", ".join(wrong)) if wrong else
                      "no exercise too often", over=over, asked=0, reached=over)
