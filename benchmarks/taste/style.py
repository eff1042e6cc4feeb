"""What a week looks like in figures: the corpus's beside those of our plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles

from planner.catalog import Catalog
from planner.workout.dose import counted
from planner.workout.workout import Workout, WorkoutEntry, blocks

PLACES = range(6)

BASICS: Mapping[str, tuple[str, ...]] = {
    "overhead press": ("vertical_push",), "horizontal press": ("horizontal_push",),
    "row": ("horizontal_pull",), "vertical pull": ("vertical_pull",),
    "squat": ("squat",), "hinge": ("hip_hinge",)}
"""Movements that a week has by a staple; dips push vertically, and are no press overhead."""

UPRIGHT = "upright_row"


@dataclass(frozen=True)
class Figure:
    """One row of the table: values, of which a share is the mean in per cent."""

    name: str
    values: Sequence[float]
    share: bool = False

    def cells(self) -> tuple[str, str, str]:
        """Return p10, p50 and p90, or the share in the middle."""
        if not self.values:
            return "", "-", ""
        if self.share:
            return "", f"{round(100 * sum(self.values) / len(self.values))} %", ""
        low, middle, high = spread(self.values)
        return f"{low:.3g}", f"{middle:.3g}", f"{high:.3g}"


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the 10th, 50th and 90th percentile."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    cuts = quantiles(values, n=10, method="inclusive")
    return cuts[0], cuts[4], cuts[8]


def basics(w: Workout, catalog: Catalog) -> dict[str, bool]:
    """Return which basic movements a week has by a staple or a first lift of the movement."""
    found = {i.exercise.pattern for _, i in w.work() if i.exercise.id != "dip"
             and (i.exercise.standing == "staple" or i.exercise.id in catalog.first_ids)}
    return {name: not found.isdisjoint(patterns) for name, patterns in BASICS.items()}


def group_sets(w: Workout, catalog: Catalog) -> dict[str, float]:
    """Return the sets of each group: the whole where it is trained directly, else half."""
    found = {group.id: 0.0 for group in catalog.groups}
    for _, entry in w.work():
        for group in found:
            found[group] += entry.sets * counted(catalog, entry.exercise, group)
    return found


def figures(weeks: Sequence[Workout], catalog: Catalog) -> list[Figure]:
    """Return every figure of some weeks, in the order of the table."""
    works = [done.work for w in weeks for done in w.sessions]
    entries = [entry for work in works for entry in work]
    sets = [group_sets(w, catalog) for w in weeks]
    return [*_sessions(works), *_weeks(weeks), *_entries(entries), *_by_place(works),
            *(Figure(f"has {name} by a staple", [basics(w, catalog)[name] for w in weeks], True)
              for name in BASICS),
            *(Figure(f"sets of {group.name.lower()}", [of[group.id] for of in sets])
              for group in catalog.groups)]


def _sessions(works: Sequence[tuple[WorkoutEntry, ...]]) -> list[Figure]:
    return [
        Figure("exercises of a session", [len(w) for w in works]),
        Figure("work sets of a session", [sum(i.sets for i in w) for w in works]),
        Figure("most entries of one pattern", [
            max(Counter(i.exercise.pattern for i in w).values()) for w in works]),
        Figure("first is a barbell compound", [
            w[0].exercise.compound and w[0].exercise.load == "barbell" for w in works], True),
        Figure("first is a compound", [w[0].exercise.compound for w in works], True),
        Figure("compounds before isolations", [_in_order(w) for w in works], True),
        Figure("sessions with a superset", [
            any(len(b) > 1 for b in blocks(w)) for w in works], True),
        Figure("sessions with core work", [any(i.exercise.core for i in w) for w in works], True),
    ]


def _in_order(work: tuple[WorkoutEntry, ...]) -> bool:
    compound = [i.exercise.compound for i in work]
    return compound == sorted(compound, reverse=True)


def _weeks(weeks: Sequence[Workout]) -> list[Figure]:
    used = [Counter(i.exercise.id for _, i in w.work()) for w in weeks]
    return [
        Figure("work sets of a week", [sum(i.sets for _, i in w.work()) for w in weeks]),
        Figure("different exercises of a week", [len(u) for u in used]),
        Figure("of them more than once, share", [
            sum(n > 1 for n in u.values()) / len(u) for u in used], True),
        Figure("upright rows of a week", [
            sum(n for e, n in u.items() if UPRIGHT in e) for u in used]),
    ]


def _entries(entries: Sequence[WorkoutEntry]) -> list[Figure]:
    lifts: list[tuple[str, Callable[[WorkoutEntry], bool]]] = [
        ("compound", lambda i: i.exercise.compound),
        ("isolation", lambda i: i.exercise.mechanic == "isolation")]
    loads = ("barbell", "dumbbell", "kettlebell", "stack", "plate", "band", "bodyweight")
    return [
        Figure("sets of an entry", [i.sets for i in entries]),
        *(Figure(f"entries: {standing}", [i.exercise.standing == standing for i in entries], True)
          for standing in ("staple", "common", "niche")),
        *(Figure(f"entries: {name}", [which(i) for i in entries], True) for name, which in lifts),
        *(Figure(f"entries by {load}", [i.exercise.load == load for i in entries], True)
          for load in loads),
        *(Figure(f"reps, {name}", [i.dose.top_reps() for i in entries
                                   if which(i) and i.dose.hold_s is None])
          for name, which in lifts),
    ]


def _by_place(works: Sequence[tuple[WorkoutEntry, ...]]) -> list[Figure]:
    at = {k: [w[k] for w in works if len(w) > k] for k in PLACES}
    return [
        *(Figure(f"place {k + 1}: compound", [i.exercise.compound for i in at[k]], True)
          for k in PLACES),
        *(Figure(f"place {k + 1}: reps", [
            i.dose.top_reps() for i in at[k] if i.dose.hold_s is None]) for k in PLACES),
        *(Figure(f"place {k + 1}: sets", [i.sets for i in at[k]]) for k in PLACES),
    ]


def table(corpus: Sequence[Workout], ours: Sequence[Workout], catalog: Catalog) -> str:
    """Return p10, p50 and p90 of both, the corpus first."""
    lines = [f"{len(corpus)} programmes, {len(ours)} plans",
             f"{'':32}{'corpus':>14}{'':10}{'ours':>13}",
             f"{'':32}{'p10':>7}{'p50':>7}{'p90':>7}   {'p10':>7}{'p50':>7}{'p90':>7}"]
    own = figures(ours, catalog) if ours else []
    for i, figure in enumerate(figures(corpus, catalog)):
        cells = (*figure.cells(), *(own[i].cells() if own else ("", "", "")))
        lines.append((f"{figure.name[:32]:32}" + "".join(f"{c:>7}" for c in cells[:3]) + "   "
                      + "".join(f"{c:>7}" for c in cells[3:])).rstrip())
    return "\n".join(lines)


def missing(w: Workout, catalog: Catalog) -> list[str]:
    """Return the basic movements that a week has no staple for."""
    return [name for name, has in basics(w, catalog).items() if not has]


def lacking(weeks: Iterable[tuple[str, Workout]], catalog: Catalog) -> str:
    """Return a line for each week, marked where it has no staple: press and bench, row and pull."""
    lines = [f"{'':44}{'press':>6}{'bench':>6}{'row':>6}{'pull':>6}{'squat':>6}{'hinge':>6}"]
    for name, w in weeks:
        marks = "".join(f"{'' if has else '-':>6}" for has in basics(w, catalog).values())
        lines.append(f"{name[:43]:44}{marks}".rstrip())
    return "\n".join(lines)
