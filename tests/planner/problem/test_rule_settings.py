"""The settings of rules: a catalogue has to bring the figures that they need."""

from __future__ import annotations

import pytest

import planner
from planner.catalog import load
from planner.request.errors import InputError


def test_a_figure_that_is_missing_is_the_catalogues_mistake():
    """An overlay that names a rule without its figures is told which one is missing."""
    whole = load()
    rules = tuple(r.model_copy(update={"figures": {}}) if r.id == "repeat" else r
                  for r in whole.rules)

    with pytest.raises(InputError, match="no figure 'days_a_week' for the rule repeat") as refused:
        planner.plan({"sessions": [{"day": "mon", "minutes": 20}]},
                     whole.model_copy(update={"rules": rules}))

    assert refused.value.where == "rules.repeat.figures"
