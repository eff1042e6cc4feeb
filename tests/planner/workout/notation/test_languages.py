"""Other languages: words beside figures and in headings, never those of a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.catalog import load
from planner.workout.notation.languages import Languages
from planner.workout.notation.read import read

ENGLISH = Languages(load()).english


@pytest.mark.parametrize(("written", "meant"), [
    ("Kreuzheben: 5 Sätze à 5 Wdh.", "Kreuzheben: 5 sets of 5 reps."),
    ("Kniebeugen 3x8 bis 12", "Kniebeugen 3x8 - 12"),
    ("4 series de 8 a 10 repeticiones", "4 sets of 8 - 10 reps"),
    ("Zancadas 3x12 por pierna", "Zancadas 3x12 per leg"),
    ("Peso muerto 3x5", "Peso muerto 3x5"),
    ("3x5 peso muerto con barra", "3x5 peso muerto con barra"),
    ("Press de banca", "Press de banca"),
    ("3x8 Y raise on the floor", "3x8 Y raise on the floor"),
    ("## Tag 1 (Montag): Brust & Rücken", "## day 1 (monday): chest & back"),
    ("Miércoles - pecho y espalda", "wednesday - chest and back"),
    ("| Übung | Sätze | Wdh |", "| exercise | sets | reps |"),
    ("Gewicht: 60 kg", "weight: 60 kg"),
])
def test_words_become_english_where_they_are_no_name(written: str, meant: str) -> None:
    """Beside a figure, between two, or at the head of a line."""
    assert ENGLISH(written) == meant


def test_a_file_adds_a_language(tmp_path: Path) -> None:
    """French is four words of a file, and the line is shown as it was written."""
    own = tmp_path / "fr.yaml"
    own.write_text(
        "aliases:\n  bench_press: [développé couché]\n"
        "dose_words:\n  séries: sets\n  répétitions: reps\n"
        "heading_words:\n  lundi: monday\n", encoding="utf-8")
    catalog = load(own)
    found = read("Lundi\nDéveloppé couché : 4 séries de 8 répétitions", catalog, "strength",
                 "novice")
    (session,) = found.sessions
    (entry,) = session.entries
    assert (session.day, entry.exercise.id, entry.sets, entry.dose.reps) == (
        "mon", "bench_press", 4, 8)
    assert [line.text for line in found.lines] == [
        "Lundi", "Développé couché : 4 séries de 8 répétitions"]
