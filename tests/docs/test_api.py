"""The reference of the Python API is made of today's docstrings."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import planner
from tests.docs.pages import DOCS, ROOT

PAGE = DOCS / "reference" / "api.md"


def test_the_page_is_current() -> None:
    """``python docs/api.py --write`` would change nothing."""
    done = subprocess.run([sys.executable, "docs/api.py"], cwd=ROOT, capture_output=True, text=True,
                          encoding="utf-8", timeout=60, check=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"})

    assert PAGE.read_text(encoding="utf-8") == done.stdout


def test_every_public_name_has_an_entry() -> None:
    """Each name of ``planner.__all__`` stands there once, and no address in memory does."""
    text = PAGE.read_text(encoding="utf-8")

    assert sorted(re.findall(r"^### `(\w+)`$", text, re.MULTILINE)) == sorted(planner.__all__)
    assert " at 0x" not in text
