"""Liftoscript: a programme as the app Liftosaur reads it.

Work is exercises with sets, loads, reserve and rests. What is timed before
and after it stands in the description of its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.formats.losses import Losses
from planner.show.formats.markdown import paragraph
from planner.show.formats.pairings import pairings
from planner.show.formats.words import entry_line
from planner.show.unlike import unlike
from planner.show.view import EntryView, SessionView, Sheet
from planner.workout.reps import Parts

_NOT_IN_NAMES = re.compile(r"[/{}()#\[\]|!:,\\]+")


class Liftoscript(BaseFormat):
    """A week with a day a session, an exercise a line; it begins anew every week."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the programme, and the names that Liftosaur does not know."""
        losses = Losses()
        lines = [f"// {paragraph(sheet.title)}", "# Week 1"]
        for session in sheet.sessions:
            lines += ["", *_day(session, losses)]
        return Export(("\n".join(lines) + "\n").encode(), losses.sentences())


def _day(session: SessionView, losses: Losses) -> Iterator[str]:
    for title, entries in session.parts:
        if title != "Work":
            losses.say("what is not work stands in the description of its day")
            for entry in entries:
                yield f"// {title}: {paragraph(entry_line(entry))}"
    yield f"## {session.name}"
    used: set[str] = set()
    work = [entry for entry in session.entries if entry.phase == "work"]
    if not work:
        losses.of("no work, so no exercises", session.name)
    for entry in work:
        yield ""
        said = [part for part in (_told(entry), entry.next_time) if part]
        if said:
            yield f"// {paragraph('. '.join(said))}"
        yield _exercise(entry, used, losses)


def _told(entry: EntryView) -> str:
    """Return of a dose what the sets cannot say."""
    one_sided = entry.exercise is not None and entry.exercise.unilateral
    rows = unlike(entry)
    side = " a side" if one_sided else ""
    said = [f"{part.once}{side}" for part in rows if one_sided or isinstance(
        part.entry.reps, Parts)]
    said += [f"tempo {row.tempo}" for row in entry.entry.rows if row.tempo]
    return ", ".join(dict.fromkeys(said))


def _exercise(entry: EntryView, used: set[str], losses: Losses) -> str:
    sections = [_name(entry, used, losses), ", ".join(map(_sets, unlike(entry))),
                _warm_up(entry)]
    if entry.label:
        sections.append(f"superset: {_NOT_IN_NAMES.sub('', entry.label.rstrip('0123456789'))}")
    return " / ".join(sections)


def _name(entry: EntryView, used: set[str], losses: Losses) -> str:
    """Return the name it has there, else its own without the signs that a name cannot have."""
    name: str = pairings("liftosaur").get(entry.entry.exercise, "")
    if not name:
        name = " ".join(_NOT_IN_NAMES.sub(" ", entry.name).split()).strip(". ") or "Exercise"
        if name != entry.name:
            losses.of("signs that a name cannot have are left out", entry.name)
        losses.of("not among the exercises of Liftosaur, where custom ones are to be made", name)
    label, number = name, 1
    while label.casefold() in used:
        number += 1
        label = f"{number}: {name}"
    used.add(label.casefold())
    return label


def _sets(entry: EntryView) -> str:
    dose = entry.entry
    rest_s = entry.rest_s
    if dose.hold_s is not None:
        more = "+" if dose.to_failure else ""
        amount, rest = f"{dose.sets}x1", f"{dose.hold_s}s{more}|{rest_s}s"
    else:
        amount, rest = f"{dose.sets}x{_reps(entry)}", f"{rest_s}s"
    effort = ""
    if dose.rir is not None and not dose.to_failure:
        effort = f"@{10 - dose.rir:g}"
    return " ".join(part for part in (amount, rest, _load(entry), effort) if part)


def _reps(entry: EntryView) -> str:
    dose = entry.entry
    if isinstance(dose.reps, Parts):
        return str(sum(dose.reps.parts))
    if dose.to_failure:
        return f"{dose.reps[0] if isinstance(dose.reps, tuple) else dose.reps}+"
    return entry.once


def _load(entry: EntryView) -> str:
    dose, scale = entry.entry, entry.scale
    mass = scale.mass(dose, dose.rows[0] if dose.rows else dose) if scale.units.pounds else None
    if mass is not None:
        return str(mass).replace(" ", "")
    if dose.load_kg is not None:
        return f"{dose.load_kg:g}kg"
    return "0kg" if dose.percent_1rm is None else f"{dose.percent_1rm}%"


def _warm_up(entry: EntryView) -> str:
    ramp = [f"1x{s.reps} {entry.scale.ramp_load(entry.entry, s).replace(' ', '')}"
            for s in entry.entry.ramp]
    return f"warmup: {', '.join(ramp) or 'none'}"


LIFTOSCRIPT = Liftoscript("liftoscript", (".liftoscript",), "a programme for Liftosaur")
