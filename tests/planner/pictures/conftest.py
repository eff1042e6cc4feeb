"""The plan by hand, and a reader of pictures."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from planner.exports import Options, Sheet, sheet_of
from planner.plan import Plan
from tests.planner.exports.conftest import SMALL
from tests.planner.first_exercises import first_exercises

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    """Return the plan by hand in words."""
    return sheet_of(Plan.model_validate(SMALL), first_exercises(), Options())


@pytest.fixture(scope="session")
def read() -> Callable[[str], ElementTree.Element]:
    """Read a picture, and see that it says what it is to who cannot see it."""

    def reader(source: str) -> ElementTree.Element:
        root = ElementTree.fromstring(source)
        ids = {e.get("id"): e.text for e in root.iter() if e.get("id")}
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        assert ids[root.get("aria-labelledby")]
        assert ids[root.get("aria-describedby")]
        return root

    return reader
