"""Every link in the README and the pages leads somewhere, and the index leads to every page."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, FENCE, OTHERS, PAGES, ROOT, name_of

LINK = re.compile(r"\]\(([^)\s]+)\)")
HOMES = (ROOT, ROOT / "planner")
TITLE = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


def links(page: Path) -> list[tuple[str, str]]:
    """Return the relative links of a page: a file, empty for the page itself, and a title in it."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    found = [target.partition("#") for target in LINK.findall(text) if "://" not in target]
    return [(file, title) for file, _, title in found]


def anchors(page: Path) -> set[str]:
    """Return the names by which the titles of a page are linked to; a second one ends in -1."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    found = set()
    for title in TITLE.findall(text):
        name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


@pytest.mark.parametrize("page", [*PAGES, *OTHERS], ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there, and a title that the file has."""
    there = [(page.parent / file if file else page, title) for file, title in links(page)]

    assert [str(file) for file, _ in there if not file.exists()] == []
    assert [f"{file}#{title}" for file, title in there
            if title and title not in anchors(file)] == []


def test_the_index_has_every_page() -> None:
    """docs/README.md names each page in one line."""
    index = DOCS / "README.md"
    named = [(DOCS / file).resolve() for file, _ in links(index) if file.endswith(".md")]

    pages = {page.resolve() for page in DOCS.rglob("*.md")} - {index.resolve()}
    assert sorted(named) == sorted(pages), "each page once"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_that_are_named_are_there(page: Path) -> None:
    """A path of the planner's code in backticks is that of a file or folder."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    paths = re.findall(r"`((?:planner|benchmarks|catalog|tests|docs|examples)/[\w/.-]+)`", text)

    assert [p for p in paths if not any((folder / p).exists() for folder in HOMES)] == []


def test_the_glossary_is_sorted_and_names_what_is_there() -> None:
    """Each table is in alphabetical order, and each path in it leads somewhere."""
    page = DOCS / "reference" / "glossary.md"
    tables = page.read_text(encoding="utf-8").split("\n## ")[1:]
    for table in tables:
        words = re.findall(r"^\| (?!word \||---)(.+?) \|", table, re.MULTILINE)
        assert words == sorted(words, key=str.lower)
        for path in re.findall(r"`([a-z_]+/[\w/.]+)`", table):
            assert any((folder / path).exists() for folder in HOMES), path
