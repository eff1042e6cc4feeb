"""``coach next`` and ``coach done``: training by a plan, session by session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.keeping import CatalogOption, Db, Json, UnitOption, Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.athlete.coming import NextSession
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page
    from planner.logs.log import LoggedSet
    from planner.plans.schema import Plan
    from planner.request.place import Weights
    from planner.request.profile import Profile
    from planner.store.protocol import Store
    from planner.store.values import Athlete, KeptPlan

SessionOption = Annotated[str | None, typer.Option(
    "--session", metavar="ID", help="A session of the plan, such as mon; the first that is not "
                                    "done by default.")]
ProfileOption = Annotated[str | None, typer.Option(
    "--profile", metavar="FILE", help="Your profile, which says what your places have to load "
                                      "with.")]


def next_(
    session: SessionOption = None, profile: ProfileOption = None, athlete: Who = None,
    catalog: CatalogOption = None, db: Db = None, json: Json = False,
) -> None:
    """Show the next session of the plan you follow, with loads and what you did last time."""
    from planner.doors.cli import keeping
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import load_catalog, print_json

    known = load_catalog(catalog)
    with keeping.kept(db) as store:
        who = keeping.somebody(store, athlete)
        found, kept = _coming(store, who, known, _profile(profile, known), session)
    if json:
        print_json(found)
    else:
        show(next_page(found, kept.plan, known))


def done(
    except_: Annotated[list[str] | None, typer.Option(
        "--except", metavar="LINE", help="What differed: 'squat 3x4 95kg', or 'no curl'; "
                                         "repeatable.")] = None,
    session: SessionOption = None,
    date: Annotated[str | None, typer.Option(
        metavar="DAY", help="2030-01-07, with 18:00 where the time is known; today by default.")
    ] = None,
    minutes: Annotated[int | None, typer.Option(
        metavar="N", min=1, max=1440, help="How long it took.")] = None,
    notes: Annotated[str, typer.Option(metavar="TEXT", help="What is to be said of it.")] = "",
    unit: UnitOption = None, profile: ProfileOption = None, athlete: Who = None,
    catalog: CatalogOption = None, db: Db = None, json: Json = False,
) -> None:
    """Keep the next session of the plan as done, and go on with the plan.

    What differed counts for the week: the sessions still to come make up for it
    with as little change as possible. When all are done the plan begins anew.
    """
    from planner.athlete.done import after
    from planner.doors.cli import keeping
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.logs.log import LoggedSession
    from planner.store.as_planned import as_planned

    known, at = load_catalog(catalog), keeping.moment(date)
    with keeping.kept(db) as store:
        who = keeping.somebody(store, athlete)
        found, kept = _coming(store, who, known, _profile(profile, known), session)
        page = found.session
        written = as_planned(page, except_ or (), known, keeping.unit_of(unit))
        changed = after(kept.plan, kept.plan.session(page.id), written.entries, known,
                        _base(store, who, kept))
        logged = store.add_session(
            who, LoggedSession(title=page.id, start=at, end=keeping.ended(at, minutes), notes=notes,
                               entries=written.entries),
            written.units, "plan", (kept.id, page.id))
        store.put_plan(who, changed.plan)
    if json:
        print_json({"session": logged.id, "again": changed.again,
                    "plan": changed.plan.model_dump(mode="json", by_alias=True)})
        return
    sets = sum(len(e.sets) for e in written.entries)
    print(f"Session {logged.id} is kept: {page.id}, {sets} sets.")
    if changed.again:
        print("That was the last of the plan; it begins anew.")
    elif changed.difference is not None:
        from planner.doors.cli.changes import difference_blocks
        from planner.doors.cli.output import show

        print("The sessions still to come make up for it:")
        show(tuple(difference_blocks(changed.difference, known)))


def _coming(store: Store, who: Athlete, known: Catalog, profile: Profile | None,
            session: str | None) -> tuple[NextSession, KeptPlan]:
    from planner.athlete.coming import coming
    from planner.request.days import spoken_day
    from planner.request.errors import InputError, nearest

    kept = store.current_plan(who)
    if kept is None:
        raise InputError(f"{who.name} follows no plan; coach athlete follow PLAN takes one")
    if session is not None:
        ids = [s.id for s in kept.plan.sessions]
        session = spoken_day(session)
        if session not in ids:
            raise InputError(f"the plan has no session {session!r}; {nearest(session, ids)}",
                             "--session")
    weights = _weights(profile, kept.plan)
    body = profile.bodyweight.kg if profile is not None and profile.bodyweight else None
    for one in store.measurements(who, "bodyweight"):
        body = float(one.value) * (0.45359237 if one.unit == "lb" else 1)
    return coming(kept, store.sessions(who), known, weights, body, session), kept


def _profile(path: str | None, known: Catalog) -> Profile | None:
    from planner.request.profile_files import find, read_profile

    file = find(path)
    return None if file is None else read_profile(file, known).profile


def _weights(profile: Profile | None, plan: Plan) -> Mapping[str, Weights | None] | None:
    """Return what each session's place has to load with."""
    if profile is None or not profile.places:
        return None
    places = {s.id: profile.place_on(s.day) for s in plan.sessions}
    return {name: None if place is None else place.weights for name, place in places.items()}


def _base(store: Store, who: Athlete, kept: KeptPlan) -> Plan | None:
    """Return the plan as it began: the last one of which nothing was done."""
    plans = sorted(store.export(who).plans, key=lambda one: one.id)
    fresh = [one.plan for one in plans if one.id <= kept.id and not one.plan.done]
    return fresh[-1] if fresh else None


def next_page(found: NextSession, plan: Plan, catalog: Catalog) -> Page:
    """Return the next session: what to lift, why, and what was done last time."""
    from planner.doors.cli.document import Block, Heading, Items, Row, Table
    from planner.show.wording import dose, exercise_name, minutes, session_names

    page = found.session
    name = session_names(plan.sessions)[page.id]
    blocks: list[Block] = [Heading(
        f"{name}, {minutes(getattr(page.seconds, plan.request.pace))} minutes", 1)]
    warm = [e for e in page.entries if e.phase != "work" and e.phase != "cool_down"]
    if warm:
        blocks.append(Items((("Warm-up", ", ".join(
            f"{minutes(e.hold_s or 0)} min {exercise_name(e.exercise, catalog)}"
            if (e.hold_s or 0) >= 120 else exercise_name(e.exercise, catalog) for e in warm)),)))
    by_name = {e.exercise: e for e in found.entries}
    rows = []
    for entry in page.entries:
        if entry.phase != "work":
            continue
        said = by_name.get(entry.exercise)
        load = said.load or "" if said else ""
        side = f" ({said.each_side})" if said and said.each_side else ""
        rows.append(Row((exercise_name(entry.exercise, catalog), dose(entry, catalog),
                         "" if entry.rir is None else f"{entry.rir:g}", f"{load}{side}",
                         _last(said.last.sets) if said and said.last else "")))
    blocks.append(Table(("exercise", "sets x reps", "RIR", "load", "last time"), "<<>><",
                        tuple(rows), flex=(0, 4)))
    why = [(exercise_name(e.exercise, catalog), e.why) for e in found.entries if e.why]
    if why:
        blocks += [Heading("Why so much", 3), Items(tuple(why))]
    if found.proposals:
        blocks += [Heading("To think about", 3), Items(tuple(
            (exercise_name(p.exercise, catalog), p.reason) for p in found.proposals))]
    return tuple(blocks)


def _last(sets: tuple[LoggedSet, ...]) -> str:
    """Return ``8, 8, 7 x 60 kg``."""
    work = [s for s in sets if s.kind != "warm_up"] or list(sets)
    amounts = ", ".join(f"{s.reps}" if s.reps is not None else f"{s.hold_s} s" for s in work)
    loads = {s.load_kg for s in work if s.load_kg}
    if not loads:
        return amounts
    heaviest = max(loads)
    return f"{amounts} x {heaviest:g} kg" if len(loads) == 1 else f"{amounts}, to {heaviest:g} kg"
