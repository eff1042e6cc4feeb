"""What pictures share: contrast, dark mode, room for text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.show.pictures.svg import COLOURS, css, picture, shortened, text, width_of


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize(("names", "least"), [
    (("ink", "quiet"), 4.5), (("work", "second", "ramp", "light", "set-up", "below", "short",
                               "reached", "above"), 3)])
def test_contrast(scheme: int, names: tuple[str, ...], least: float) -> None:
    """Text has a contrast of 4.5 with the paper, what is drawn 3, in light and in dark."""
    paper = COLOURS["paper"][scheme]

    assert {n: contrast(COLOURS[n][scheme], paper) for n in names
            if contrast(COLOURS[n][scheme], paper) < least} == {}


def test_every_colour_turns_dark() -> None:
    """The style sheet has each colour twice, and a rule for each that uses the variable."""
    sheet = css()

    assert all(sheet.count(f"--{name}:") == 2 for name in COLOURS)
    assert set(re.findall(r"var\(--([\w-]+)\)", sheet)) == set(COLOURS)


def test_a_picture_alone_has_its_style_one_in_a_page_has_none() -> None:
    """A page brings the style sheet once."""
    alone, within = (picture("t", "d", (10, 20), text(0, 0, "x"), key="k", alone=one)
                     for one in (True, False))

    assert ("<style>" in alone, "<style>" in within) == (True, False)
    assert 'viewBox="0 0 10 20"' in within


@given(st.text(max_size=300), st.floats(10, 400))
def test_shortened_fits(words: str, room: float) -> None:
    """A shortened text has room, and is the beginning of the whole."""
    short = shortened(words, room)

    assert width_of(short) <= room or short == "…"
    assert short == words or words.startswith(short.removesuffix("…").rstrip())
