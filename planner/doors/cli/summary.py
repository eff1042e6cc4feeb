"""A whole plan and a whole audit as pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.doors.cli.brief import brief_sessions, legend
from planner.doors.cli.document import Block, Heading, Items, Page, Words
from planner.doors.cli.grid import coverage_blocks, week_blocks
from planner.doors.cli.ledger import broken_blocks, broken_musts, ledger_blocks
from planner.doors.cli.page import session_page
from planner.doors.cli.parts import PageParts
from planner.plans.schema import Audit, Plan, PlanSession, ReadAs, Skipped
from planner.request.units import KG, Units
from planner.show.missing_lifts import omissions
from planner.show.scale import Scale
from planner.show.wording import headline, session_names, status, unused
from planner.workout.notation.amounts import short

BRIEF = PageParts()
MOST_PROSE, MOST_OF_A_LINE = 6, 36
"""Lines of prose that are named, and how much of each."""
MORE = "More: --why, --coverage, --rules, --full."


def plan_page(plan: Plan, catalog: Catalog, parts: PageParts = BRIEF, units: Units = KG) -> Page:
    """Return a plan as a page: what to do, and the parts that are asked for."""
    blocks: list[Block] = [Heading(headline(plan), 1)]
    blocks += _advice(plan.sessions)
    blocks += (_in_full(plan, catalog, units) if parts.full else
               brief_sessions(plan, catalog, parts.why, units))
    blocks += _notes([*plan.notes, *omissions(plan, catalog), *unused(plan, catalog)])
    if parts.coverage or parts.full:
        blocks += (week_blocks(plan.sessions, plan.coverage, plan.ledger, catalog)
                   if len(plan.sessions) > 1 else coverage_blocks(plan.coverage))
    if parts.rules or parts.full or parts.ledger:
        blocks += ledger_blocks(plan.ledger, catalog, parts.ledger)
        blocks.append(_origin(plan))
    else:
        blocks += broken_blocks(plan.ledger, catalog, wishes=False)
    blocks.append(Words(status(plan)))
    if parts == BRIEF:
        blocks.append(Words(f"{legend(plan, catalog)}{MORE}", tight=True))
    return tuple(blocks)


def _in_full(plan: Plan, catalog: Catalog, units: Units) -> Iterator[Block]:
    request, scale = plan.request, Scale(catalog, plan.request, units)
    different = len({s.equipment for s in request.sessions}) > 1
    names = session_names(plan.sessions)
    # A file that somebody edited may have more sessions than its request, or fewer.
    for session, asked in zip_longest(plan.sessions, request.sessions[:len(plan.sessions)]):
        kit = asked.equipment or () if different and asked is not None else ()
        yield from session_page(session, names[session.id], catalog, request.pace, kit,
                                scale)


def _origin(plan: Plan) -> Words:
    return Words(
        f"Catalogue {plan.catalog.name} {plan.catalog.version}, {plan.catalog.exercises} "
        f"exercises, {plan.catalog.sha256[:12]}; seed {plan.solver.seed}, "
        f"{so_many(plan.solver.workers, 'worker')}.")


def audit_page(audit: Audit, catalog: Catalog, name: str, full_ledger: bool = False,
               reading: bool = False, units: Units = KG) -> Page:
    """Return an audit: what was not read and broken rules first, then the sessions as read."""
    count, scale = broken_musts(audit.ledger), Scale(catalog, units=units)
    verdict = "keeps every must rule" if audit.ok else (
        f"breaks {so_many(count, 'must rule')}")
    verdict += as_far_as_read(audit.skipped)
    blocks: list[Block] = [
        Heading(f"{'The workout' if name.startswith('<') else name} {verdict}", 1),
        Words(f"Coverage loss {so_many(audit.coverage_loss, 'point')}; 0 is every min reached and "
              "no max passed."),
    ]
    blocks += unread_blocks(audit.skipped, audit.reading)
    if reading:
        blocks += [Heading("As it was read", 3),
                   Items.of(f"{line.line}: {line.text} — {scale.words(line.says)}"
                            for line in audit.reading)]
    blocks += ledger_blocks(audit.ledger, catalog, full_ledger)
    able = _learned(audit, catalog)
    if able:
        blocks.append(Words(f"Whoever has learned it may: --skill {','.join(able)}."))
    blocks += _advice(audit.sessions)
    names = session_names(audit.sessions)
    for session in audit.sessions:
        blocks += session_page(session, names[session.id], catalog, scale=scale)
    if len(audit.sessions) > 1:
        blocks += week_blocks(audit.sessions, audit.coverage, audit.ledger, catalog)
    else:
        blocks += coverage_blocks(audit.coverage)
    blocks += _notes(audit.notes)
    if audit.reading and not audit.ok:
        blocks.append(Words(f"coach improve {'-' if name.startswith('<') else name} changes it as "
                            "little as possible, so that it keeps them."))
    return tuple(blocks)


def _learned(audit: Audit, catalog: Catalog) -> list[str]:
    """Return the lifts that ask for more skill than the level has."""
    said = {r.where: r.says for r in audit.ledger if r.rule == "skill" and r.status == "broken"}
    return list(dict.fromkeys(
        e.exercise for s in audit.sessions for e in s.entries
        if e.exercise in catalog.exercise_by_id and e.phase == "work"
        and catalog.exercise_by_id[e.exercise].name in said.get(s.id, "")))


def as_far_as_read(skipped: Sequence[Skipped]) -> str:
    """Return how many lines a verdict leaves out, nothing where all was read."""
    missed = sum(line.why != "prose" for line in skipped)
    return f", {so_many(missed, 'line')} not read" if missed else ""


def unread_blocks(skipped: Sequence[Skipped], reading: Sequence[ReadAs]) -> Iterator[Block]:
    """Yield the lines that were left out: those that look like exercises, then the others."""
    missed = [line for line in skipped if line.why != "prose"]
    if missed:
        yield Heading("Not read, and not judged", 3)
        yield Items.of(f"line {line.line}: {line.says}" for line in missed)
    guessed = [line for line in reading if line.remark]
    if guessed:
        yield Heading("Taken for granted", 3)
        yield Items.of(f"line {line.line}, {short(line.text, MOST_OF_A_LINE)}: {line.remark}"
                       for line in guessed)
    prose = [line for line in skipped if line.why == "prose"]
    if prose:
        yield Words("Taken as no exercise: " + "; ".join(
            f"line {line.line}, {short(line.text, MOST_OF_A_LINE)}" for line in prose[:MOST_PROSE])
            + (f"; and {len(prose) - MOST_PROSE} more" if len(prose) > MOST_PROSE else "") + ".")


def _advice(sessions: Sequence[PlanSession]) -> Iterator[Block]:
    said = dict.fromkeys(line for s in sessions for line in s.advice)
    if said:
        yield Heading("Take care", 3)
        yield Items.of(said)


def _notes(notes: Sequence[str]) -> Iterator[Block]:
    if notes:
        yield Heading("Notes", 3)
        yield Items.of(note[:1].upper() + note[1:] for note in notes)
