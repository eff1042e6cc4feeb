"""Pages as lines: what they are on a terminal and in a pipe, and that nothing is cut off."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from planner.doors.cli.document import Heading, Items, Page, Row, Table, Words
from planner.doors.cli.layout import print_page, text_lines

SETS = Table(("exercise", "sets", "load"), "<<>", (
    Row(("Bench press", "4 x 8", "80 kg"), below="ramp: 5 at 40 kg"),
    Row(("日本語の運動", "3 x 10", "9 kg"))))
PAGE: Page = (Heading("A title", 1), Heading("Monday"), SETS, Items((("Why", "it is there"),)),
              Words("That is all."))
PLAIN = """\
A title

Monday
------

  exercise      sets     load
  Bench press   4 x 8   80 kg
    ramp: 5 at 40 kg
  日本語の運動  3 x 10   9 kg

  Why  it is there

That is all.
"""


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def lines_of(page: Page, width: int) -> list[str]:
    """Return the lines of a page as plain text."""
    return [line.plain for line in text_lines(page, width)]


def printed(stream: io.StringIO) -> str:
    """Return what is written to a stream."""
    print_page(PAGE, stream)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a usual terminal with colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "90")


def test_a_pipe_gets_plain_text() -> None:
    """Columns stand in line, those of two columns a sign too, and no line ends in blanks."""
    assert printed(io.StringIO()) == PLAIN


def test_a_terminal_gets_the_same_text_with_styles() -> None:
    """Only bold, underlined and magenta are used, which a white and a black ground both show."""
    shown = printed(Screen())

    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == PLAIN
    assert set(re.findall(r"\x1b\[([0-9;]*)m", shown)) == {"0", "1", "4", "1;35"}


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_without_colours(monkeypatch: pytest.MonkeyPatch, name: str,
                                    value: str) -> None:
    """Who wants no colours and what has none gets plain text."""
    monkeypatch.setenv(name, value)

    assert printed(Screen()) == PLAIN


@pytest.mark.parametrize("width", [60, 80, 100])
def test_nothing_is_cut_off(width: int) -> None:
    """Where a table is too wide each word still stands in it, and no line is too long."""
    names = [f"word{i}" for i in range(30)]
    table = Table(("a column", "another", "a third", "a fourth"), "<><<", (
        Row((" ".join(names[:10]), " ".join(names[10:20]), "x" * 120, "y"),
            below=" ".join(names[20:])),), widths=(99, 0, 0, 0))
    lines = lines_of((table,), width)

    assert max(map(cell_len, lines)) <= width
    text = " ".join(lines)
    assert all(name in text for name in names)
    assert text.count("x") == 120


def test_tables_with_least_widths_are_in_line() -> None:
    """The second column begins behind 20 signs and the gaps, however short the first is."""
    [head, row] = lines_of((Table(("a", "b"), "<<", (Row(("x", "y")),), widths=(20, 0)),), 80)

    assert (head.index("b"), row.index("y")) == (24, 24)


def test_columns_whose_blanks_count() -> None:
    """The digits of an exact column stand below each other where a sign follows some."""
    table = Table(("muscle", "mat "), "<>", (Row(("lats", "12 ")), Row(("biceps", "0~"))),
                  exact=frozenset({1}))

    assert lines_of((table,), 80) == [
        "  muscle  mat",
        "  lats     12",
        "  biceps    0~"]


def test_a_name_writes_no_codes() -> None:
    """What would move the cursor or colour the rest of a terminal is left out of a name."""
    assert lines_of((Items.of(["Curl\x1b[31m\x07\nred"]),), 80) == ["  Curl[31m red"]


@pytest.mark.parametrize("amount", ["12 kg", "74 %", "67 of 75 minutes", "4 x 8", "90 s"])
def test_a_figure_and_its_unit_stay_together(amount: str) -> None:
    """A line ends before the amount that it has no room for, not inside of it."""
    lines = lines_of((Words(f"{'word ' * 10}{amount} more"),), 52)

    assert lines == ["word " * 9 + "word", f"{amount} more"]


@pytest.mark.parametrize(("options", "module"), [
    (["--json"], "rich"), (["--format", "markdown"], "rich.console")],
    ids=lambda a: "" if isinstance(a, str) else " ".join(a))
def test_rich_is_imported_only_for_text(options: list[str], module: str) -> None:
    """A process that prints JSON does without it, for Markdown it only measures text."""
    root = Path(__file__).parents[4]
    code = ("import sys; from planner.doors.cli.main import app\n"
            "try: app(sys.argv[1:])\n"
            f"except SystemExit: print({module!r} in sys.modules, file=sys.stderr)")
    plan = root / "examples" / "plans" / "week_mixed.json"
    run = subprocess.run([sys.executable, "-c", code, "show", str(plan), *options],
                         capture_output=True, text=True, check=True, cwd=root)

    assert run.stderr == "False\n"
