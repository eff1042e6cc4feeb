"""What the tests of the corpus begin with."""

from __future__ import annotations

import pytest

from benchmarks.taste import corpus


@pytest.fixture(scope="module")
def cases():
    """Return every published week."""
    return [corpus.case_of(p) for p in corpus.programmes()]


@pytest.fixture(scope="module")
def bullmastiff(cases):
    """Return a week of four split days: mon, tue, thu, fri, five entries each."""
    return named(cases, "Bullmastiff")


def named(cases, name):
    """Return the programme of a name."""
    return next(c for c in cases if c.programme.name == name)


def short(done):
    """Return the work of a session in a few words."""
    return [f"{i.exercise.id} {i.sets}x{i.dose.reps or i.dose.hold_s}" for i in done.work]
