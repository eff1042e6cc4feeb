"""What a log says as pictures: a maximum as a line with its band, weekly sets as bars.

The line's band has an edge of its own and the bars have patterns, so that neither needs colour.
Every picture carries its figures, for a table beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.catalog import Catalog
from planner.catalog.body import group_words
from planner.progress.maxima import Maximum, MaximumPoint
from planner.progress.report import ProgressReport
from planner.progress.volume import Aim, WeekSets
from planner.request.mass import GRAMS, Unit
from planner.show.markup import Markup, tag
from planner.show.muscle_sets import level
from planner.show.pictures.levels import WORDS, patterns, shade
from planner.show.pictures.svg import fill, line, picture, shortened, text
from planner.show.wording import exercise_name, figure

WIDTH = 640
LINE_HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 280, 56, 20, 62, 30
TICKS, LABELS = 4, 4
GAP = 16

ROW, BAR_TOP, NAME, FIGURES = 44, 60, 96, 128
MOST_WEEKS = 26

RING = "a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"
RINGS = "Line: the estimate; dashes: its band; rings: what each session says by itself"
LEVELS = ("Full: the target is reached; hatched: below it; dotted: below the minimum; crossed: "
          "above the maximum")
BANDS = "Grey: from the minimum to the maximum; line: the target; at the end: the last week"

Scale = Callable[[float], float]


@dataclass(frozen=True)
class Figure:
    """A picture and the figures that it shows.

    Attributes
    ----------
    key
        What its ids begin with.
    """

    key: str
    title: str
    size: tuple[int, int]
    drawn: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def table(self) -> Markup:
        """Return the figures as a table of HTML."""
        return tag("table", tag("caption", self.title), tag("thead", tag(
            "tr", [tag("th", cell, scope="col") for cell in self.head])),
            tag("tbody", [tag("tr", tag("th", row[0], scope="row"),
                              [tag("td", cell) for cell in row[1:]]) for row in self.rows]))

    def html(self) -> Markup:
        """Return the picture with its table beside it."""
        return tag("figure", self.drawn, self.table())


def mass(kg: float, unit: Unit) -> str:
    """Return kilograms in a unit, to a tenth, without it."""
    return figure(round(kg * 1000 / float(GRAMS[unit]), 1))


def progress_figures(report: ProgressReport, catalog: Catalog, unit: Unit = "kg"
                     ) -> tuple[Figure, ...]:
    """Return all pictures of a report: a line for each maximum, and the weeks."""
    found = [maximum_figure(one, exercise_name(one.exercise, catalog), unit)
             for one in report.maxima if one.history]
    if report.weeks:
        found.append(weeks_figure(report.weeks, report.aims))
    return tuple(found)


def together(figures: Sequence[Figure], title: str) -> Markup:
    """Return pictures below each other as one that is a file of its own."""
    height, pieces = GAP, []
    for one in figures:
        pieces.append(tag("g", one.drawn, transform=f"translate({GAP} {height})"))
        height += one.size[1] + GAP
    width = 2 * GAP + max((one.size[0] for one in figures), default=WIDTH)
    return picture(title, "; ".join(one.title for one in figures) + ".", (width, height), pieces,
                   key="progress")


def maximum_figure(one: Maximum, name: str, unit: Unit = "kg") -> Figure:
    """Return a maximum over time: the line, its band, and what each session says by itself."""
    key, points = f"max-{one.exercise}", one.history
    head = ("day", f"maximum, {unit}", "from", "to", "session says")
    rows = tuple((f"{p.on}", *(mass(kg, unit) for kg in (
        p.value_kg, p.low_kg, p.high_kg, p.seen_kg))) for p in points)
    title = f"{name}: estimated maximum"
    describes = (f"{mass(one.value_kg, unit)} {unit} on {one.on}, with nine chances in ten from "
                 f"{mass(one.low_kg, unit)} to {mass(one.high_kg, unit)} {unit}; "
                 f"{_signed(one.trend_kg_week, unit)} {unit} a week.")
    size = (WIDTH, LINE_HEIGHT)
    drawn = picture(title, describes, size, *_line(points, title, describes, unit), key=key,
                    alone=False)
    return Figure(key, title, size, drawn, head, rows)


def _signed(kg: float, unit: Unit) -> str:
    return f"{'+' if kg > 0 else ''}{mass(kg, unit)}"


def _line(points: Sequence[MaximumPoint], title: str, says: str, unit: Unit) -> Iterator[Markup]:
    first, last = points[0].on.toordinal(), points[-1].on.toordinal()
    kilos = [kg for p in points for kg in (p.low_kg, p.high_kg, p.seen_kg)]
    low, high = min(kilos), max(kilos)
    step = _step((high - low) or 1.0, unit)
    bottom, top = step * int(low / step), step * (int(high / step) + 1)

    def x(on: date) -> float:
        part = (on.toordinal() - first) / (last - first) if last > first else 0.5
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def y(kg: float) -> float:
        return LINE_HEIGHT - BOTTOM - (kg - bottom) / (top - bottom) * (
            LINE_HEIGHT - TOP - BOTTOM)

    yield text(0, 14, title, font_size=14)
    yield text(0, 30, shortened(says, WIDTH), colour="quiet")
    yield text(0, 46, RINGS, colour="quiet")
    for tick in range(round((top - bottom) / step) + 1):
        at = y(bottom + tick * step)
        yield tag("path", d=f"M{LEFT} {at:.1f}H{WIDTH - RIGHT}", **line("grid"))
        yield text(LEFT - 6, at + 4, mass(bottom + tick * step, unit), "end", "quiet")
    for on in _days(points):
        yield text(x(on), LINE_HEIGHT - BOTTOM + 18, f"{on}", _anchor(on, points), "quiet")
    uppers = [(x(p.on), y(p.high_kg)) for p in points]
    lowers = [(x(p.on), y(p.low_kg)) for p in points]
    yield tag("path", d=f"{_path([*uppers, *reversed(lowers)])}Z", fill_opacity=0.6,
              **fill("band"))
    for edge in (uppers, lowers):
        yield tag("path", d=_path(edge), stroke_dasharray="4 3", **line("quiet", 0.8))
    # One path for all rings: three years of them are hundreds.
    yield tag("path", d="".join(f"M{x(p.on) - 2:.1f} {y(p.seen_kg):.1f}{RING}" for p in points),
              **line("quiet"))
    yield tag("path", d=_path([(x(p.on), y(p.value_kg)) for p in points]), stroke="currentColor",
              stroke_width="2", fill="none")


def _step(span_kg: float, unit: Unit) -> float:
    """Return the distance of two ticks in kilograms, a round figure in the unit."""
    size = float(GRAMS[unit]) / 1000
    wanted = span_kg / size / TICKS
    return size * next((s for s in (1, 2, 5, 10, 20, 25, 50, 100) if s >= wanted), 200)


def _days(points: Sequence[MaximumPoint]) -> list[date]:
    """Return a few days to write below, the first and the last among them."""
    many = min(LABELS, len({p.on for p in points}))
    if many < 2:
        return [points[0].on]
    first, last = points[0].on.toordinal(), points[-1].on.toordinal()
    found = [date.fromordinal(first + (last - first) * i // (many - 1)) for i in range(many)]
    return found if last - first >= 7 * many else [found[0], found[-1]]


def _anchor(on: date, points: Sequence[MaximumPoint]) -> str:
    return ("middle" if points[0].on == points[-1].on else "start" if on == points[0].on
            else "end" if on == points[-1].on else "middle")


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def weeks_figure(weeks: Sequence[WeekSets], aims: Sequence[Aim]) -> Figure:
    """Return the sets of the last weeks, a row of bars for each goal, over its min and max."""
    shown, key, title = weeks[-MOST_WEEKS:], "weeks", "Sets a week"
    goals = {aim.id: aim for aim in aims}
    names = [name for name in shown[-1].sets
             if name in goals or any(week.sets[name] for week in shown)]
    head = ("week of", *(group_words(name) for name in names))
    rows = tuple((f"{week.monday}", *(figure(week.sets[name]) for name in names))
                 for week in shown)
    size = (WIDTH, BAR_TOP + ROW * len(names) + 20)
    says = (f"Fractional sets of {len(shown)} weeks, {shown[0].monday} to {shown[-1].monday}: "
            + "; ".join(f"{group_words(name)} {_lately(shown, name)} in the last of them"
                        for name in names) + ".")
    drawn = picture(
        title, says, size, patterns(key), text(0, 14, title, font_size=14),
        [text(0, 30 + 16 * i, words, colour="quiet") for i, words in enumerate(
            (LEVELS, BANDS) if aims else ("Fractional sets by the week they were done in",))],
        [_row(shown, name, goals.get(name), BAR_TOP + ROW * i, key)
         for i, name in enumerate(names)],
        text(NAME, size[1] - 4, f"{shown[0].monday}", colour="quiet"),
        text(WIDTH - FIGURES, size[1] - 4, f"{shown[-1].monday}", "end", "quiet"),
        key=key, alone=False)
    return Figure(key, title, size, drawn, head, rows)


def _lately(weeks: Sequence[WeekSets], name: str) -> str:
    return figure(weeks[-1].sets[name])


def _row(weeks: Sequence[WeekSets], name: str, aim: Aim | None, top: float, key: str) -> Markup:
    room, bottom = WIDTH - NAME - FIGURES, top + ROW - 6
    most = max([week.sets[name] for week in weeks] + ([aim.max] if aim else [])) or 1.0
    scale, width = (ROW - 12) / most, room / len(weeks)
    inside: list[Markup] = [text(NAME - 8, bottom - 10, shortened(group_words(name), NAME - 8),
                                 "end")]
    if aim is not None:
        inside.append(tag("rect", x=NAME, y=bottom - aim.max * scale, width=room,
                          height=(aim.max - aim.min) * scale, **fill("band")))
    for i, week in enumerate(weeks):
        sets = week.sets[name]
        stands = level(sets, aim)
        bar = max(1.0, min(18.0, width - 3))
        inside.append(tag(
            "rect", tag("title", f"{week.monday}: {figure(sets)}, {WORDS[stands]}"),
            x=NAME + i * width + (width - bar) / 2, y=bottom - sets * scale, width=bar,
            height=max(0.5, sets * scale), **shade(stands, key)))
    if aim is not None:
        inside.append(tag("path", d=f"M{NAME} {bottom - aim.target * scale:.1f}h{room}",
                          **line("ink", 1.2)))
    goal = "" if aim is None else f" of {figure(aim.min)}-{figure(aim.target)}-{figure(aim.max)}"
    inside.append(tag("path", d=f"M{NAME} {bottom}h{room}", **line("quiet")))
    inside.append(text(WIDTH - FIGURES + 8, bottom - 10,
                       f"{figure(weeks[-1].sets[name])}{goal}"))
    return tag("g", inside)
