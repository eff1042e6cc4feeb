"""A cache of the problems of the plans that were opened last.

People ask several questions about a plan, and the plans made from it mostly have the same request.
A problem never changes, so it can be shared. One with an application's own rules is built anew each
time, for such rules may change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.catalog import Catalog
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.request.request import Request
from planner.rules import REGISTRY, Rule

MOST = 4

_latest: tuple[Problem, ...] = ()


def problem_of(request: Request, done: frozenset[str], catalog: Catalog,
               book: Sequence[Rule]) -> Problem:
    """Return the problem of a normalised request with the sessions that were done.

    Parameters
    ----------
    book
        The built-in rules and an application's own.
    """
    global _latest
    if tuple(book) != REGISTRY:
        return replace(build_problem(request, catalog, book), done=done)
    known = next((p for p in _latest if p.catalog is catalog and p.done == done
                  and p.request == request), None)
    if known is None:
        known = replace(build_problem(request, catalog, book), done=done)
    # One assignment, so that threads need no lock: at worst a problem is built twice.
    _latest = (known, *(p for p in _latest if p is not known))[:MOST]
    return known
