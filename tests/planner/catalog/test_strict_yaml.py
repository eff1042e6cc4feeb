"""Strict YAML: what is written is what is read, or there is an error with its place."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.catalog.strict_yaml import MAX_BYTES, MAX_DEPTH, StrictYamlError, load, position


def refused(text: str) -> StrictYamlError:
    """Return the error that a text is refused with."""
    with pytest.raises(StrictYamlError) as caught:
        load(text, "file.yaml")
    return caught.value


def test_plain_values_are_what_they_look_like() -> None:
    """Words, plain decimals, true, false and null: nothing else is converted."""
    text = "{a: 3, b: -2.5, c: true, d: null, e: [word, 'quoted', 3x8]}"
    expected = {"a": 3, "b": -2.5, "c": True, "d": None, "e": ["word", "quoted", "3x8"]}
    assert load(text) == expected


@pytest.mark.parametrize("word", ["no", "on", "off", "yes", "y", "True", "FALSE", "truest"])
def test_words_that_yaml_1_1_takes_for_booleans_stay_words(word: str) -> None:
    """Norway's code is a word, and so is the name of a muscle that is switched on."""
    assert load(f"a: {word}") == {"a": word}


def test_dates_stay_strings() -> None:
    """A date in a request's history is text until somebody reads it as a date."""
    assert load("date: 2026-11-20") == {"date": "2026-11-20"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("010", "write 10 or '010'"),
        ("1_000", "write 1000 or '1_000'"),
        ("1e3", "write 1000 or '1e3'"),
        ("+5", "write 5 or '+5'"),
        (".5", "write 0.5 or '.5'"),
        ("12:30", "write it in quotes, '12:30'"),
        ("0x1f", "write it in quotes, '0x1f'"),
        (".inf", "write it in quotes, '.inf'"),
    ],
)
def test_numbers_in_other_notations_are_refused(written: str, meant: str) -> None:
    """A parser of YAML 1.1 would change them; the error says what to write."""
    error = refused(f"a: 1\nb: {written}")
    assert meant in error.message
    assert (error.line, error.column) == (2, 4)


@pytest.mark.parametrize("written", ["010", "12:30", "0x1f", "1e3"])
def test_the_same_in_quotes_is_text(written: str) -> None:
    """Quotes are the twin that is accepted."""
    assert load(f"a: '{written}'") == {"a": written}


def test_a_key_stands_once() -> None:
    """The second of two equal keys is named with its place; two different keys are fine."""
    assert load("a: 1\nb: 2") == {"a": 1, "b": 2}
    assert str(refused("a: 1\na: 2")) == "file.yaml:2:1: the key 'a' stands here twice"


def test_a_number_and_its_digits_are_the_same_key() -> None:
    """In JSON they would be, so they are here."""
    assert "stands here twice" in refused("1: a\n'1': b").message


def test_anchors_are_refused() -> None:
    """No aliases, so no file that is small on disk and huge in memory."""
    assert "anchors" in refused("a: &x [1]\nb: [*x, *x]").message


def test_tags_are_refused() -> None:
    """A tag could build anything; the value without it is read."""
    assert load("a: 3") == {"a": 3}
    assert "tag" in refused("a: !!python/name:os.system 3").message


def test_one_document_a_file() -> None:
    """One document with its marker is read, a second is refused."""
    assert load("---\na: 1\n") == {"a": 1}
    assert "second document" in refused("a: 1\n---\nb: 2\n").message


def test_depth_has_a_limit() -> None:
    """Up to the limit a document is read, one level more is refused."""
    assert load("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert "levels" in refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).message


def test_size_has_a_limit(tmp_path: Path) -> None:
    """A file of exactly the limit is read, one byte more is refused."""
    file = tmp_path / "big.yaml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert load(file) is None
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(StrictYamlError, match="at most"):
        load(file)


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    """The line is that of the first byte that cannot be read."""
    file = tmp_path / "latin.yaml"
    file.write_bytes("name: plain\nother: Übung".encode("latin-1"))
    with pytest.raises(StrictYamlError, match="not UTF-8") as caught:
        load(file)
    assert (caught.value.name, caught.value.line) == (str(file), 2)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        ((), (1, 1)),
        (("a",), (1, 1)),
        (("b", 1), (2, 8)),
        (("c", "d"), (4, 3)),
        (("c", "missing"), (3, 1)),
        (("b", 7), (2, 1)),
    ],
)
def test_position_follows_keys_and_indices(
    loc: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    """Where the path leaves the document, the deepest place on it is returned."""
    assert position("a: 1\nb: [x, y]\nc:\n  d: 2\n", loc) == place


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """There is no third way out: no other exception, whatever somebody pastes."""
    with contextlib.suppress(StrictYamlError):
        load(text, "file.yaml")


@given(st.integers(-(10**17), 10**17))
def test_plain_whole_numbers_come_back(number: int) -> None:
    """Every decimal as Python prints it is read as the same number."""
    assert load(f"a: {number}") == {"a": number}
