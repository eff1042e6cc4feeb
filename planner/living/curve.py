"""A curve of time and targets as a small SVG picture."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from planner.living.tradeoff import Point, Tradeoff

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 48, 52
TICKS = 4

Scale = Callable[[float], float]


def svg(found: Tradeoff) -> str:
    """Return what is missing to the targets over minutes or sessions, a step at a time."""
    points = [p for p in found.points if p.missing is not None]
    most = max([p.missing or 0 for p in points], default=0) or 1
    low, high = found.points[0].at, max(found.points[-1].at, found.points[0].at + 1)

    def x(at: float) -> float:
        return LEFT + (at - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(loss: float) -> float:
        return HEIGHT - BOTTOM - loss / most * (HEIGHT - TOP - BOTTOM)

    title = f"What more {found.by} buy"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="title desc" font-family="sans-serif" font-size="12">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(" ".join(found.says))}</desc>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="26" font-size="16" fill="#1b1b1b">{escape(title)}</text>']
    for tick in range(TICKS + 1):
        value = most * tick / TICKS
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" '
                     f'y2="{y(value):.1f}" stroke="#d9d9d9"/>')
        parts.append(_label(LEFT - 8, y(value) + 4, f"{value:.0f}", "end"))
    every = max(1, len(found.points) // 10)
    parts += [_label(x(p.at), HEIGHT - BOTTOM + 18, str(p.at), "middle")
              for p in found.points[::every]]
    word = "minutes a session" if found.by == "minutes" else "sessions"
    parts.append(_label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, word, "middle"))
    parts.append(_label(LEFT, TOP - 8, "missing to the targets, in quarter sets", "start"))
    parts.append(f'<path d="{_steps(points, x, y)}" fill="none" stroke="#00539f" '
                 f'stroke-width="2"/>')
    for point in points:
        filled = "#00539f" if point.carried is None else "#ffffff"
        parts.append(f'<circle cx="{x(point.at):.1f}" cy="{y(point.missing or 0):.1f}" '
                     f'r="3.5" fill="{filled}" stroke="#00539f"><title>{point.at}: '
                     f'{point.missing}</title></circle>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" '
            f'fill="#4a4a4a">{escape(text)}</text>')


def _steps(points: list[Point], x: Scale, y: Scale) -> str:
    """Return the path: a plan for less time holds until a better one is found."""
    path = ""
    for point in points:
        at, loss = x(point.at), y(point.missing or 0)
        path += f" H{at:.1f} V{loss:.1f}" if path else f"M{at:.1f} {loss:.1f}"
    return path
