"""A request as people write it: names as printed, days by name, one word for a list of one."""

from __future__ import annotations

import pytest

from planner import InputError
from planner.request.request import as_request, normalise
from planner.request.spoken import as_ids, written


def test_names_as_they_are_printed(catalog):
    """Each list takes names and aliases; what comes out are ids."""
    found = normalise(as_request({
        "equipment": "gym", "sessions": [{"day": "Monday", "minutes": 45, "focus": "Back"}],
        "include": ["Bench press", {"exercise": "Pull-up", "day": "mon"}],
        "exclude": "Kettlebell swing, bench", "likes": ["Face pulls"], "goal": "Strength",
        "maxes_kg": {"Back squat": 120}}), catalog)

    assert found.equipment == ("gym",)
    assert (found.sessions[0].day, found.sessions[0].focus) == ("mon", ("back",))
    assert [p.exercise for p in found.include] == ["bench_press", "pull_up"]
    assert found.exclude == ("kb_swing", "bench")
    assert found.likes == ("face_pull",)
    assert (found.goal, found.maxes_kg) == ("strength", {"back_squat": 120.0})


@pytest.mark.parametrize(("word", "as_id"), [
    ("lat_pulldown", "lat_pulldown"), ("Lat pulldown", "lat_pulldown"), ("Chin-up", "chin_up"),
    ("  Mat ", "mat"), ("90/90", "90/90"), ("\x1bmat", "\x1bmat"), ("", ""), (3, 3), (None, None)])
def test_words_as_ids(word, as_id):
    """What cannot be an id stays, for the checks to speak of."""
    assert written(word) == as_id


def test_what_is_no_text_stays():
    """Nothing is guessed of values that are wrong anyway."""
    wrong = {"equipment": 3, "include": {"x": 1}, "sessions": "mon", "maxes_kg": [1]}

    assert as_ids(wrong) == wrong


@pytest.mark.parametrize(("fields", "meant"), [
    ({"level": "beginner"}, "novice"), ({"goal": "muscle"}, "hypertrophy"),
    ({"complaints": ["shoulder_pain"]}, "shoulder_impingement")])
def test_synonyms_before_spelling(catalog, fields, meant):
    """Beginner looks like intermediate and means novice."""
    with pytest.raises(InputError) as refused:
        normalise(as_request({"sessions": [{"day": "mon", "minutes": 30}], **fields}), catalog)

    assert f"did you mean {meant!r}?" in refused.value.message
