"""``coach athlete``: who trains, which plan they follow, and all that is kept about them."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.doors.cli.keeping import Db, Json, Who

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None,
                  help="Who trains: add, list, follow a plan, export, erase.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="Who.")]


@app.command("add")
def add(name: Name, db: Db = None, json: Json = False) -> None:
    """Add somebody."""
    from planner.doors.cli.keeping import kept
    from planner.doors.cli.shared import print_json

    with kept(db) as store:
        made = store.add_athlete(name)
    if json:
        print_json(made)
    else:
        print(f"{made.name} is there.")


@app.command("list")
def list_(db: Db = None, json: Json = False) -> None:
    """Show everybody: how many sessions are kept, and the plan that is followed."""
    from planner.doors.cli.document import Row, Table, Words
    from planner.doors.cli.keeping import kept
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import print_json

    with kept(db) as store:
        everybody = store.athletes()
        if json:
            print_json([one.model_dump(mode="json") for one in everybody])
            return
        rows = []
        for one in everybody:
            found, plan = store.sessions(one), store.current_plan(one)
            last = f"{found[-1].start:%Y-%m-%d}" if found and found[-1].start else ""
            rows.append(Row((one.name, str(len(found)), last, str(plan.id) if plan else "")))
    show((Table(("name", "sessions", "last", "plan"), "<><>", tuple(rows)),) if rows else
         (Words("Nobody yet: coach athlete add NAME."),))


@app.command("follow")
def follow(
    file: Annotated[str, typer.Argument(
        metavar="PLAN", help="What coach plan --json or coach block --json writes; - is standard "
                             "input.")],
    week: Annotated[int | None, typer.Option(
        metavar="N", min=1, help="Which week of a block; the first by default.")] = None,
    athlete: Who = None, db: Db = None, json: Json = False,
) -> None:
    """Keep a plan, or a week of a block, and follow it: coach next shows its sessions."""
    from planner.doors.cli.keeping import kept, somebody
    from planner.doors.cli.opening import read_plan_or_week
    from planner.doors.cli.shared import print_json

    plan = read_plan_or_week(file, week)
    with kept(db) as store:
        who = somebody(store, athlete)
        made = store.put_plan(who, plan)
    if json:
        print_json(made)
    else:
        print(f"{who.name} follows plan {made.id}: "
              f"{', '.join(page.id for page in plan.sessions)}.")


@app.command("export")
def export(
    name: Annotated[str | None, typer.Argument(
        metavar="[NAME]", help="Who; the only one by default.")] = None,
    output: Annotated[str | None, typer.Option(
        "-o", "--output", metavar="FILE", help="Write a file.")] = None,
    db: Db = None,
    json: Annotated[bool, typer.Option("--json", help="JSON, as always here.")] = False,
) -> None:
    """Print all that is kept about somebody, with the history, as coach schema athlete says."""
    from planner.doors.cli.keeping import kept
    from planner.doors.cli.opening import write
    from planner.doors.cli.shared import print_json

    with kept(db) as store:
        found = store.export(store.athlete(name))
    if output is None or output == "-":
        print_json(found)
    else:
        write(output, found.model_dump_json(indent=1) + "\n")


@app.command("erase")
def erase(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    db: Db = None, json: Json = False,
) -> None:
    """Delete somebody and all that is kept about them, for good."""
    import sys

    from planner.doors.cli.keeping import kept
    from planner.doors.cli.shared import print_json
    from planner.request.errors import InputError

    with kept(db) as store:
        who = store.athlete(name)
        if not yes:
            if not sys.stdin.isatty():
                raise InputError(f"this deletes all that is kept about {who.name}; say --yes")
            typer.confirm(f"Delete all that is kept about {who.name}?", abort=True, err=True)
        store.erase(who)
    if json:
        print_json({"erased": who.name})
    else:
        print(f"{who.name} is erased.")
