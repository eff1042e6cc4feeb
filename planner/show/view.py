"""A plan as plain values with every name and dose in words: what all formats read.

No text in here has a line break, a control character or a sign that turns the
direction of what follows, whatever a catalogue or a title held.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from planner.catalog import Catalog, Exercise
from planner.catalog.body import purpose
from planner.catalog.words import Phase
from planner.judge.audit_rows import CoverageRow
from planner.plans.schema import Entry, Plan, PlanSession
from planner.show import wording
from planner.show.absurd import refuse_absurd
from planner.show.export_options import Options
from planner.show.missing_lifts import omissions
from planner.show.scale import Scale
from planner.show.start_times import check_sessions, length_s, starts_of


@dataclass(frozen=True)
class EntryView:
    """One exercise of a session in words.

    Attributes
    ----------
    entry
        The plan's own figures.
    exercise
        What the catalogue says of it, None where it is not there.
    name
        Its name, its id in words where the catalogue lacks it.
    label
        ``A1`` in a superset, else empty.
    once
        One set: ``8-12``, ``40 s``, ``7+7+7``.
    dose
        All sets: ``3 x 8-12 a side``.
    effort
        ``RIR 2``, ``to failure`` or empty.
    load
        ``60 kg``, ``81 %`` or empty.
    rest
        The rest after a set, ``2:30``; a superset's stands on its last entry.
    rest_s
        The same in seconds, 0 where it is empty.
    ramp
        The ramp sets in words, empty where there are none.
    start, takes
        Minutes and seconds from the beginning of the session, and of the entry.
    equipment
        What is used, ``barbell, plates``.
    why, next_time
        The plan's own sentences.
    step
        The next step in a few words: ``+2.5 kg at 4 x 10``.
    scale
        What its loads are read off on.
    """

    entry: Entry
    exercise: Exercise | None
    name: str
    label: str
    once: str
    dose: str
    effort: str
    load: str
    rest: str
    rest_s: int
    ramp: str
    start: str
    takes: str
    equipment: str
    why: str
    next_time: str
    step: str
    scale: Scale

    @property
    def phase(self) -> Phase:
        """Where it stands in the session."""
        return self.entry.phase

    @property
    def titled(self) -> str:
        """The name behind its label: ``A1 Chin-up``."""
        return f"{self.label} {self.name}".lstrip()

    @property
    def amount(self) -> str:
        """The dose, a single stretch of time without its ``1 x``: ``8:00``."""
        entry = self.entry
        if entry.phase != "work" and entry.sets == 1 and entry.hold_s is not None:
            return wording.clock(entry.hold_s)
        return self.dose

    @property
    def details(self) -> str:
        """Effort, load and rest: ``RIR 2, 60 kg, rest 2:30``."""
        rest = f"rest {self.rest}" if self.rest else ""
        return ", ".join(part for part in (self.effort, self.load, rest) if part)


@dataclass(frozen=True)
class SessionView:
    """One session in words.

    Attributes
    ----------
    id, day
        ``mon_2`` and ``mon``.
    name
        ``Monday, second session``.
    length_s
        Seconds at the request's pace.
    purpose
        Its lifts and groups: ``squat and bench press, also abs``.
    minutes
        The same in whole minutes, halves up.
    budget
        The minutes it may take, empty where it has no limit.
    entries
        In the order to be done.
    start
        When it begins, local time; None where nobody said.
    """

    id: str
    day: str
    name: str
    purpose: str
    length_s: int
    minutes: str
    budget: str
    entries: tuple[EntryView, ...]
    start: datetime | None

    @property
    def parts(self) -> tuple[tuple[str, tuple[EntryView, ...]], ...]:
        """Warm-up, work and cool-down with their entries, empty ones left out."""
        titles = {"work": "Work", "cool_down": "Cool-down"}
        return tuple((title, tuple(run)) for title, run in groupby(
            self.entries, key=lambda e: titles.get(e.phase, "Warm-up")))

    @property
    def blocks(self) -> tuple[tuple[EntryView, ...], ...]:
        """The entries with the two of a superset together."""
        found: list[tuple[EntryView, ...]] = []
        for letter, run in groupby(self.entries, key=lambda e: e.entry.superset):
            members = tuple(run)
            found.extend([members] if letter is not None else [(e,) for e in members])
        return tuple(found)


@dataclass(frozen=True)
class CoverageView:
    """Fractional sets reached for one goal; ``state`` is ``below``, ``within`` or ``above``."""

    id: str
    name: str
    sets: float
    min: float
    target: float
    max: float
    state: str


@dataclass(frozen=True)
class Sheet:
    """A plan in words.

    Attributes
    ----------
    title
        What was asked for as a title, else the headline.
    headline
        What the plan is for, and how long.
    status
        How good it is known to be.
    sessions
        Those that are to be written, in the order of time.
    coverage
        Of the whole plan, whichever sessions are written.
    advice, notes
        Sentences to be careful by, and about the plan.
    plan, catalog
        What all of it comes from.
    """

    title: str
    headline: str
    status: str
    sessions: tuple[SessionView, ...]
    coverage: tuple[CoverageView, ...]
    advice: tuple[str, ...]
    notes: tuple[str, ...]
    plan: Plan
    catalog: Catalog


def sheet_of(plan: Plan, catalog: Catalog, options: Options) -> Sheet:
    """Return a plan in words.

    Raises
    ------
    InputError
        When the options name a session that the plan does not have, or its
        figures are absurd.
    """
    refuse_absurd(plan)
    check_sessions(plan, options)
    starts = starts_of(plan, options)
    scale = Scale(catalog, plan.request, options.units)
    chosen = [s for s in plan.sessions if not options.sessions or s.id in options.sessions]
    return Sheet(
        title=printable(options.title) or printable(wording.headline(plan)),
        headline=printable(wording.headline(plan)), status=wording.status(plan),
        sessions=tuple(_session(s, plan, scale, starts.get(s.id)) for s in chosen),
        coverage=tuple(_coverage(row, catalog) for row in plan.coverage),
        advice=tuple(dict.fromkeys(printable(a) for s in chosen for a in s.advice)),
        notes=tuple(printable(n) for n in (
            *plan.notes, *omissions(plan, catalog), *wording.unused(plan, catalog))),
        plan=plan, catalog=catalog)


def printable(text: str) -> str:
    """Return a text as one line without anything that cannot be seen and does harm."""
    kept = (" " if char.isspace() else char for char in text if not _harmful(char))
    return " ".join("".join(kept).split())


def _harmful(char: str) -> bool:
    code = ord(char)
    return ((unicodedata.category(char) in ("Cc", "Cs") and not char.isspace())
            or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069  # direction
            or code == 0xFEFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE)


def _session(session: PlanSession, plan: Plan, scale: Scale,
             start: datetime | None) -> SessionView:
    seconds = length_s(session, plan)
    return SessionView(
        id=session.id, day=session.day,
        name=printable(wording.session_names(plan.sessions)[session.id]),
        purpose=printable(_purpose(session, scale.catalog)), length_s=seconds,
        minutes=wording.minutes(seconds),
        budget="" if session.budget_s is None else wording.minutes(session.budget_s),
        entries=tuple(_entries(session.entries, plan, scale)), start=start)


def _purpose(session: PlanSession, catalog: Catalog) -> str:
    return purpose([catalog.exercise_by_id[e.exercise] for e in session.entries
                    if e.phase == "work" and e.exercise in catalog.exercise_by_id], catalog)


def _entries(entries: Sequence[Entry], plan: Plan, scale: Scale) -> Iterator[EntryView]:
    catalog = scale.catalog
    placed: Counter[str] = Counter()
    for e in entries:
        label, rest_s = "", wording.rest_behind(e, entries)
        if e.superset is not None:
            placed[e.superset] += 1
            label = f"{e.superset}{placed[e.superset]}"
        known = catalog.exercise_by_id.get(e.exercise)
        yield EntryView(
            entry=e, exercise=known, label=printable(label),
            name=printable(wording.exercise_name(e.exercise, catalog)) or e.exercise,
            once=wording.once(e), dose=wording.dose(e, catalog), effort=wording.effort(e),
            load=scale.load(e), rest=wording.clock(rest_s) if rest_s else "", rest_s=rest_s,
            ramp=scale.ramp(e), start=wording.clock(e.start_s),
            takes=wording.clock(e.seconds), equipment=printable(", ".join(
                _equipment(name, catalog) for name in e.equipment)),
            why=printable(e.why), next_time=printable(scale.sentence(e.next_time, e)),
            step=scale.step(e, plan.request), scale=scale)


def _equipment(name: str, catalog: Catalog) -> str:
    known = catalog.equipment_by_id.get(name)
    return known.name if known else wording.plain(name)


def _coverage(row: CoverageRow, catalog: Catalog) -> CoverageView:
    state = "below" if row.sets < row.min else "above" if row.sets > row.max else "within"
    return CoverageView(row.muscle, wording.plain(row.muscle), row.sets, row.min, row.target,
                        row.max, state)
