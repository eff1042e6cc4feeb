"""The plan by hand, and a reader of pictures."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from planner.plans.schema import Plan
from planner.show.formats import Options, Sheet, sheet_of
from tests.planner.first_exercises import first_exercises
from tests.planner.show.conftest import SMALL

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
