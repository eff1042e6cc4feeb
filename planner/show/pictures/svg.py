"""What every picture shares: its frame, its colours in light and dark, and how wide text is.

Colours stand on the elements, so that a program without style sheets shows
them; the rules of `css` replace them with variables, which turn with the
reader's colour scheme.
"""

from __future__ import annotations

import unicodedata

from planner.show.markup import Inside, Markup, tag

COLOURS = {
    "ink": ("#1b2430", "#e8ecf1"),
    "paper": ("#ffffff", "#12171e"),
    "quiet": ("#59636f", "#a3aebb"),
    "grid": ("#d9dee5", "#333d49"),
    "body": ("#e3e7ec", "#2a333e"),
    "work": ("#1f5fa8", "#74b0f0"),
    "second": ("#b3541e", "#f0a06a"),
    "ramp": ("#5b6fb5", "#9db0ee"),
    "light": ("#4c8f80", "#7cc4b3"),
    "set-up": ("#7a8592", "#8a97a5"),
    "below": ("#c2621b", "#f0a45c"),
    "short": ("#4f8fcf", "#6fa8e0"),
    "reached": ("#1b5598", "#a9d0fa"),
    "above": ("#8a2f7d", "#e08fd3"),
    "none": ("#c4ccd5", "#4a5664"),
    "band": ("#d5dde7", "#303c4a"),
}
"""Each colour by name, on light and on dark paper."""

NARROW, WIDE = 0.56, 1.0


def fill(name: str) -> dict[str, str]:
    """Return the attributes that fill a shape with a colour of `COLOURS`."""
    return {"class_": f"f-{name}", "fill": COLOURS[name][0]}


def line(name: str, width: float = 1) -> dict[str, str]:
    """Return the attributes that draw a shape's outline only."""
    return {"class_": f"l-{name}", "fill": "none", "stroke": COLOURS[name][0],
            "stroke_width": f"{width:g}"}


def css() -> str:
    """Return the style sheet of all pictures."""
    light = "".join(f"--{name}:{on[0]};" for name, on in COLOURS.items())
    dark = "".join(f"--{name}:{on[1]};" for name, on in COLOURS.items())
    fills = "".join(f".f-{name}{{fill:var(--{name})}}.l-{name}{{stroke:var(--{name})}}"
                    for name in COLOURS)
    return (f".picture{{{light}color:var(--ink)}}"
            f"@media screen and (prefers-color-scheme:dark){{.picture{{{dark}}}}}{fills}")


def picture(title: str, describes: str, size: tuple[int, int], *inside: Inside, key: str = "",
            alone: bool = True) -> Markup:
    """Return a whole picture.

    Parameters
    ----------
    title, describes
        What it is called and what it shows, for who cannot see it.
    size
        Width and height in pixels.
    key
        What its ids begin with where several stand on one page.
    alone
        Whether it is a file of its own, with its own paper and style sheet.
    """
    width, height = size
    name = key or "picture"
    return tag(
        "svg", tag("title", title, id=f"{name}-title"), tag("desc", describes, id=f"{name}-desc"),
        (tag("style", Markup(css())), tag("rect", width=width, height=height, **fill("paper")))
        if alone else (), *inside,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}", width=width,
        height=height, class_="picture", role="img", aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc", color=COLOURS["ink"][0],
        font_family="system-ui, 'Noto Sans', sans-serif", font_size=11)


def text(x: float, y: float, words: str, anchor: str = "start", colour: str = "ink",
         **more: str | float) -> Markup:
    """Return a line of text whose baseline is at ``y``."""
    return tag("text", words, x=x, y=y, **{"text_anchor": anchor, **fill(colour), **more})


def width_of(words: str, size: float = 11) -> float:
    """Return about how wide a text is, in pixels."""
    return size * sum(WIDE if unicodedata.east_asian_width(c) in "WF" else NARROW for c in words)


def shortened(words: str, room: float, size: float = 11) -> str:
    """Return a text that fits, its end cut off where it has to be."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(f"{words}…", size) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
