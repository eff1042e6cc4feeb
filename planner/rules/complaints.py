"""Nothing that a complaint excludes, and its limits kept. Not medical advice."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog import Exercise
from planner.catalog.body import so_many
from planner.problem.problem import Problem, SessionProblem
from planner.problem.warm_up import certain
from planner.rules.kinds import ExerciseRule, sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.dose import percent_1rm
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession


class Complaints(ExerciseRule):
    """Excluded exercises are barred, cautioned ones cost, limits hold per session."""

    id = "complaints"
    by_session = True
    phases = ("any",)
    kept = "nothing that a complaint excludes"

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Name the complaint that excludes the exercise."""
        for complaint in problem.request.complaints:
            if exercise.id in problem.catalog.complaint_by_id[complaint].exclude:
                return f"is excluded with {complaint}"
        return None

    def applies(self, p: Problem) -> bool:
        """Only with a complaint."""
        return bool(p.request.complaints)

    def build(self, m: Build) -> None:
        """Forbid, price the caution list, and bound lumbar points."""
        super().build(m)
        if not self.applies(m.problem):
            return
        caution = cautioned(m.problem)
        price = int(m.problem.setting(self.id).figures["caution"])
        most = m.problem.limits.lumbar_points_max
        for session in m.problem.sessions:
            careful = [m.x(o) for o in session.options if o.id in caution]
            warm = certain(m.problem, session, lambda e: e.id in caution)
            if careful or warm:
                m.keep(session.id, m.total((1, x) for x in careful) + warm, 0, severity="should",
                       weight=price)
            loaded = [o for o in session.options if o.exercise.strain.lumbar]
            if most is not None and loaded:
                m.keep(session.id, m.total((o.exercise.strain.lumbar, m.n(o)) for o in loaded),
                       most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge exclusions, limits and the caution list."""
        yield from super().check(w, p)
        if not self.applies(p):
            return
        caution, price = cautioned(p), int(p.setting(self.id).figures["caution"])
        for done, _ in sessions_of(w, p):
            yield from self._limits(p, done)
            careful = [i.exercise.name for i in done.entries if i.exercise.id in caution]
            if careful:
                yield Finding(done.id, "with caution: " + ", ".join(careful), over=len(careful),
                              asked=0, reached=len(careful), severity="should", weight=price)

    def _limits(self, p: Problem, done: WorkoutSession) -> Iterator[Finding]:
        most = p.limits.lumbar_points_max
        if most is not None:
            points = sum(i.sets * i.exercise.strain.lumbar for i in done.work)
            yield Finding(done.id, f"{so_many(points, 'lumbar point')}, at most {most}",
                          over=max(0, points - most), asked=most, reached=points)
        wrong = [i.exercise.name for i in done.work if beyond(p, i)]
        if wrong:
            yield Finding(done.id, "too hard or too long with the complaint: " + ", ".join(wrong),
                          over=len(wrong), asked=0, reached=len(wrong))


def cautioned(p: Problem) -> frozenset[str]:
    """Return the exercises that any complaint asks caution with."""
    return frozenset(e for c in p.request.complaints
                     for e in p.catalog.complaint_by_id[c].caution)


def beyond(p: Problem, entry: WorkoutEntry) -> bool:
    """Whether an entry's dose passes a complaint's limit on failure, reserve, load or holds."""
    limits, dose = p.limits, entry.dose
    if limits.no_failure and dose.to_failure:
        return True
    reserve = 0 if dose.to_failure else dose.rir
    if reserve is not None and reserve < limits.rir_min:
        return True
    percent = percent_1rm(p.catalog, entry.exercise, dose)
    if percent is not None and percent > (limits.percent_1rm_max or 100):
        return True
    timed = dose.hold_s is not None and entry.exercise.measure == "time"
    return timed and limits.hold_s_max is not None and (dose.hold_s or 0) > limits.hold_s_max
