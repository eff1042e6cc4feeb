"""Choosing exercises of the catalogue by what they train, need and ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planner.catalog import Catalog, Exercise
from planner.catalog.spelling import normalise, spellings
from planner.catalog.words import PHASES
from planner.request.errors import InputError, nearest

Test = Callable[[Exercise], bool]


# One parameter for each option of the command.
def chosen(catalog: Catalog, *, muscle: str | None = None, group: str | None = None,
           pattern: str | None = None, equipment: str | None = None, phase: str | None = None,
           skill: int | None = None, complaint: str | None = None,
           text: str | None = None) -> list[Exercise]:
    """Return the exercises that pass every filter that is given, sorted by id.

    Raises
    ------
    InputError
        When a filter names what the catalogue does not know.
    """
    tests: list[Test] = []
    if muscle is not None:
        tests.append(_trains("--muscle", muscle, catalog, 0.5))
    if group is not None:
        tests.append(_trains("--group", group, catalog, 1.0))
    if pattern is not None:
        tests.append(_moves(pattern, catalog))
    if equipment is not None:
        tests.append(_with(equipment, catalog))
    if phase is not None:
        _known("--phase", phase, PHASES)
        tests.append(lambda e: phase in e.phases)
    if skill is not None:
        tests.append(lambda e: e.skill <= skill)
    if complaint is not None:
        _known("--complaint", complaint, catalog.complaint_by_id)
        excluded = set(catalog.complaint_by_id[complaint].exclude)
        tests.append(lambda e: e.id not in excluded)
    if text is not None:
        wanted = normalise(text)
        further = catalog.aliases
        tests.append(lambda e: any(wanted in normalise(s) for s in (
            *spellings(e), *further.get(e.id, ()))))
    return sorted((e for e in catalog.exercises if all(test(e) for test in tests)),
                  key=lambda e: e.id)


def _known(option: str, word: str, known: Iterable[str]) -> None:
    words = list(known)
    if word not in words:
        raise InputError(f"unknown {word!r}; {nearest(word, words)}", option)


def _trains(option: str, word: str, catalog: Catalog, least: float) -> Test:
    from planner.problem.goals import expand
    from planner.workout.dose import counted  # a plain list needs nothing of the planner

    _known(option, word, {**catalog.muscle_by_id, **catalog.group_by_id, **catalog.region_by_id})
    targets = expand([word], catalog)
    return lambda e: any(counted(catalog, e, t) >= least for t in targets)


def _moves(word: str, catalog: Catalog) -> Test:
    _known("--pattern", word, {**catalog.pattern_by_id, **catalog.family_by_id})
    family = catalog.family_by_id.get(word)
    patterns = family.patterns if family else (word,)
    return lambda e: e.pattern in patterns


def _with(words: str, catalog: Catalog) -> Test:
    from planner.problem.equipment import alternative, expand_equipment

    names = [word.strip() for word in words.split(",") if word.strip()]
    for name in names:
        _known("--equipment", name, {**catalog.equipment_by_id, **catalog.preset_by_id})
    at_hand = expand_equipment(names, catalog)
    return lambda e: alternative(e, at_hand) is not None
