"""A user's own catalogue file, to be changed by one fact at a time."""

from __future__ import annotations

import pytest

OWN_CURL = """\
- id: my_curl
  name: My curl
  pattern: elbow_flexion
  mechanic: isolation
  phases: [work]
  muscles: {biceps: 1.0, brachialis: 0.5}
  equipment: [[barbell]]
  measure: reps
  seconds_per_rep: 3.0
  setup_s: 45
  rest_class: isolation
  load: barbell
  loading: moderate
  standing: common
  skill: 1
  strain: {lumbar: 0, grip: 1, systemic: 1}
  met: "02054"
  easier: []
  harder: []
  sources: [judgement]
"""


@pytest.fixture
def own_curl() -> str:
    """Return a sound exercise of a user's own."""
    return OWN_CURL
