"""The pictures in docs are those that the planner draws today."""

from __future__ import annotations

from pathlib import Path

from planner.show.pictures.__main__ import main

ROOT = Path(__file__).parents[2]
PLAN, PICTURES = ROOT / "examples" / "plans" / "week_mixed.json", ROOT / "docs" / "pictures"
DRAWN_BY_HAND = {"search.svg"}


def test_the_pictures_are_current(tmp_path: Path) -> None:
    """What differs is drawn anew: look at it, then run this.

    ``python -m planner.show.pictures examples/plans/week_mixed.json docs/pictures tue``
    """
    assert main([str(PLAN), str(tmp_path), "tue"]) == 0

    drawn, kept = ({f.name: f.read_text(encoding="utf-8") for f in folder.glob("*.svg")}
                   for folder in (tmp_path, PICTURES))
    assert drawn.keys() == kept.keys() - DRAWN_BY_HAND
    assert [name for name in drawn if drawn[name] != kept[name]] == []


def test_what_cannot_be_drawn_is_said(tmp_path: Path, capsys) -> None:
    """A missing file, a session that is not there and a missing word are sentences, exit 2."""
    for words, sentence in (([str(tmp_path / "no.json"), str(tmp_path)], "cannot be read"),
                            ([str(PLAN), str(tmp_path), "mno"], "did you mean 'mon'?"),
                            ([str(PLAN)], "usage: ")):
        assert main(words) == 2
        assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
