"""A muscle group rests by how hard it was trained."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog import Exercise
from planner.problem.problem import Problem
from planner.request.request import DAYS
from planner.rules.kinds import sets_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def slow_groups(p: Problem) -> list[str]:
    """Return the groups that may need more than a day."""
    return [g.id for g in p.catalog.groups if not g.daily]


def half_sets(p: Problem, exercise: Exercise, group: str) -> int:
    """Return half sets that one set gives to a group, credit left out."""
    return round(2 * p.trains(exercise, group))


class Recovery:
    """After F sets on a day, a group is not hit directly before 24, 48 or 72 hours.

    F up to 4: the next day; up to 8: the day after that; more, or more than 4
    with a set to failure: three days on (morannavarro2017). A day counts 24
    hours, its sessions as one.
    """

    id = "recovery"

    def build(self, m: Build) -> None:
        """Couple how much on a day with whether the group is hit soon after."""
        p = m.problem
        figures = p.setting(self.id).figures
        limits = {1: int(2 * figures["light_sets"]), 2: int(2 * figures["hard_sets"])}
        for group in slow_groups(p):
            load = {d: [(h, m.n(o), o) for s in p.on(d) for o in s.options
                        if (h := half_sets(p, o.exercise, group))] for d in p.days}
            hits = {d: [m.x(o) for h, _, o in load[d] if h == 2] for d in p.days}
            for later in p.days:
                gaps = [g for g in (1, 2) if load.get(later - g)]
                if not gaps or not hits[later]:
                    continue
                hit = m.flag(f"hit {group} {later}")
                for x in hits[later]:
                    m.always(hit >= x)
                for gap in gaps:
                    before = load[later - gap]
                    most = min(_most(p, later - gap), sum(h * o.sets[1] for h, _, o in before))
                    if most > limits[gap]:
                        total = m.total([*((h, n) for h, n, _ in before),
                                         (most - limits[gap], hit)])
                        m.keep(DAYS[later], total, most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Add up each day and look at the next two."""
        figures = p.setting(self.id).figures
        light, hard = int(2 * figures["light_sets"]), int(2 * figures["hard_sets"])
        days = sorted({v.day for v in w.sessions})
        if len(days) == 1:
            yield Finding("week", "one day only", status="not_applicable")
            return
        done_on, hit, failed = self._days(w, p)
        for later in days[1:]:
            wrong, over = [], 0
            for group in slow_groups(p):
                if (later, group) not in hit:
                    continue
                for gap, limit in ((1, light), (2, hard)):
                    done = done_on.get((later - gap, group), 0)
                    if (later - gap, group) in failed and done > light:
                        limit = light
                    if done > limit:
                        wrong.append(f"{p.catalog.group_by_id[group].name} had "
                                     f"{sets_of(done / 2)} {24 * gap} hours before")
                        over += done - limit
            yield Finding(DAYS[later], "; ".join(wrong) or "every group has recovered",
                          over=over, asked=0, reached=over)

    def _days(self, w: Workout, p: Problem) -> tuple[
            dict[tuple[int, str], int], set[tuple[int, str]], set[tuple[int, str]]]:
        """Return half sets by day and group, which were hit directly, and which to failure."""
        done: dict[tuple[int, str], int] = {}
        hit, failed = set(), set()
        groups = p.catalog.group_by_id
        for session, entry in w.work():
            for group, share in p.trained(entry.exercise).items():
                halves = round(2 * share)
                if halves and group in groups:
                    key = (session.day, group)
                    done[key] = done.get(key, 0) + entry.sets * halves
                    if halves == 2:
                        hit.add(key)
                    if entry.dose.to_failure:
                        failed.add(key)
        return done, hit, failed


def _most(p: Problem, day: int) -> int:
    """Half sets that a day can hold, as tight as the session's limit allows."""
    setting = p.setting("session_sets")
    if setting.severity != "must":
        return 10**6
    level = p.catalog.caps_by_id[p.request.level].session_sets
    return 2 * len(p.on(day)) * int(setting.figures.get("limit", level))
