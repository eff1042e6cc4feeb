"""The pictures of a log: inside their frame, with their figures beside them, without colour too."""

from __future__ import annotations

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from planner.logs.log import LoggedEntry, LoggedSession, LoggedSet
from planner.progress.report import Reader, progress_report
from planner.progress.volume import Aim
from planner.show.progress_pictures import RING, mass, progress_figures, together
from tests.planner.progress.logged import MONDAY

AIMS = tuple(Aim(id=name, min=4, target=8, max=12) for name in ("chest", "triceps"))


@pytest.fixture(scope="module")
def figures(catalog):
    """Return the pictures of ten weeks of bench presses: 4, 8, 12, 16 sets and so on."""
    log = [LoggedSession(start=MONDAY + timedelta(days=7 * week), entries=(LoggedEntry(
        exercise="bench_press", name="Bench", sets=(LoggedSet(
            reps=5, load_kg=100 + week, rir=1),) * (4 * (1 + week % 4))),)) for week in range(10)]
    return progress_figures(progress_report(log, catalog, Reader(wanted=AIMS)), catalog)


def drawn(markup):
    """Return the root of a picture."""
    return ElementTree.fromstring(str(markup))


def test_one_for_each_maximum_and_one_for_the_weeks(figures):
    """A line for the bench press and the bars."""
    assert [one.title for one in figures] == ["Bench press: estimated maximum", "Sets a week"]


def test_it_says_what_it_shows(figures):
    """Each is an image with a title and a description in words."""
    for figure in figures:
        root = drawn(figure.drawn)
        said = {e.tag.rpartition("}")[2]: e.text for e in root}
        assert root.get("role") == "img"
        assert said["title"] == figure.title
        assert re.search(r"\d", said["desc"])


def test_a_ring_for_each_session_inside_the_frame(figures):
    """Ten sessions, ten rings, none outside."""
    [path] = [e.get("d") for e in drawn(figures[0].drawn).iter() if RING in e.get("d", "")]
    rings = [tuple(map(float, ring.split())) for ring in re.findall(r"M([\d. ]+)a", path)]

    width, height = figures[0].size
    assert len(rings) == 10
    assert all(0 < x < width - 4 and 2 < y < height - 2 for x, y in rings)


def test_the_line_takes_the_colour_of_the_text(figures):
    """It is drawn in the current colour, and its band has dashes for an edge."""
    paths = [e for e in drawn(figures[0].drawn).iter() if e.tag.endswith("path")]

    assert [e.get("stroke") for e in paths].count("currentColor") == 1
    assert sum(e.get("stroke-dasharray") is not None for e in paths) == 2


def test_bars_are_told_apart_by_pattern(figures):
    """Chest 4, 8, 12 and 16 of 4-8-12: hatched, full, full, crossed; triceps half of each."""
    fills = [e.get("fill") for e in drawn(figures[1].drawn).iter()
             if e.tag.endswith("rect") and len(e)]

    assert [f if f.startswith("url") else "full" for f in fills[:4]] == [
        "url(#weeks-short)", "full", "full", "url(#weeks-above)"]
    assert [f if f.startswith("url") else "full" for f in fills[10:14]] == [
        "url(#weeks-below)", "url(#weeks-short)", "url(#weeks-short)", "full"]


def test_the_table_beside_it(figures):
    """A row for each session and each week, the first cell naming it."""
    line, bars = (drawn(figure.table()) for figure in figures)

    assert len(line.findall(".//tbody/tr")) == 10
    assert [e.text for e in bars.findall(".//tbody/tr")[3]] == ["2030-01-28", "16", "8"]
    assert str(figures[0].html()).startswith("<figure><svg")


def test_all_of_them_in_one_file(figures):
    """The file has its own paper and style, and every id once."""
    root = drawn(together(figures, "What the log says"))

    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert int(root.get("height")) > sum(figure.size[1] for figure in figures)


def test_pounds():
    """45.359237 kg are a hundred pounds."""
    assert (mass(45.359237, "lb"), mass(45.359237, "kg")) == ("100", "45.4")


def test_nothing_was_trained(catalog):
    """No session, no picture."""
    assert progress_figures(progress_report([], catalog), catalog) == ()
