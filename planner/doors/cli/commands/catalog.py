"""``coach catalog``: list, show and lint the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.doors.cli.importing import import_database

if TYPE_CHECKING:
    from planner.catalog import Catalog, Exercise

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None,
                  help="The catalogue of exercises: list, show one, lint files.")
app.command("import")(import_database)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Paths = Annotated[list[str] | None, typer.Option(
    "--catalog", metavar="PATH", help="Files or folders added to the catalogue; repeatable.")]
Word = str | None


@app.command("list")
# One parameter for each option.
def list_exercises(
    muscle: Annotated[Word, typer.Option(help="Trains this muscle or group, at half or "
                                              "more.")] = None,
    group: Annotated[Word, typer.Option(help="Trains a group or region directly.")] = None,
    pattern: Annotated[Word, typer.Option(help="Movement pattern or family.")] = None,
    equipment: Annotated[Word, typer.Option(help="Can be done with this: home or "
                                                 "dumbbells,bench.")] = None,
    phase: Annotated[Word, typer.Option(help="raise, mobilise, activate, work or "
                                             "cool_down.")] = None,
    skill: Annotated[int | None, typer.Option(help="Asks at most this skill, 1 to 5.")] = None,
    complaint: Annotated[Word, typer.Option(help="Not excluded by this complaint.")] = None,
    text: Annotated[Word, typer.Option(help="Has this in id, name or alias.")] = None,
    catalog: Paths = None,
    json: AsJson = False,
) -> None:
    """List exercises, all filters together."""
    from planner.doors.cli.filters import chosen
    from planner.doors.cli.shared import load_catalog, print_json

    known = load_catalog(catalog)
    found = chosen(known, muscle=muscle, group=group, pattern=pattern, equipment=equipment,
                   phase=phase, skill=skill, complaint=complaint, text=text)
    if json:
        print_json([e.model_dump(mode="json") for e in found])
        return
    from planner.doors.cli.exercise import list_page
    from planner.doors.cli.output import show

    show(list_page(found, known))


@app.command("show")
def show_exercise(
    exercise: Annotated[str, typer.Argument(metavar="ID", help="Id, name or alias; - reads "
                                                               "it.")],
    catalog: Paths = None,
    json: AsJson = False,
) -> None:
    """Show one exercise in full."""
    from planner.doors.cli.shared import load_catalog, one_word, print_json

    known = load_catalog(catalog)
    found = _find(one_word(exercise), known)
    if json:
        print_json(found.model_dump(mode="json"))
        return
    from planner.doors.cli.exercise import exercise_page
    from planner.doors.cli.output import show

    show(exercise_page(found, known))


@app.command("stats")
def show_stats(catalog: Paths = None, json: AsJson = False) -> None:
    """Count exercises by muscle and equipment, by phase and by complaint; mark the holes."""
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.doors.cli.stats import stats, stats_page

    known = load_catalog(catalog)
    if json:
        print_json(stats(known))
        return
    show(stats_page(known))


def _find(name: str, known: Catalog) -> Exercise:
    from planner.request.errors import InputError

    found = known.names.find(name)
    if found is None:
        near = known.names.nearest(name)
        raise InputError(f"no exercise is called {name!r}"
                         + (f"; nearest are {', '.join(near)}" if near else ""))
    return known.exercise_by_id[found]


@app.command("lint")
def lint(
    paths: Annotated[list[str] | None, typer.Argument(
        metavar="[PATH]...", help="Files or folders to lint, all on top of the built-in catalogue; "
                                  "- is standard input.")] = None,
    json: AsJson = False,
) -> None:
    """Check catalogue files; exit code 1 when something is wrong."""
    from planner.catalog.body import so_many
    from planner.doors.cli.shared import print_json

    findings = _findings(list(paths or ()))
    errors = sum(f["severity"] == "error" for f in findings)
    if json:
        print_json(findings)
    else:
        for f in findings:
            place = f" {f['where']}:" if f["where"] else ""
            name = f" {f['id']}:" if f["id"] else ""
            print(f"{f['severity']}:{place}{name} {f['message']}")
        warnings = len(findings) - errors
        print(f"{so_many(errors, 'error')}, {so_many(warnings, 'warning')}")
    if errors:
        raise typer.Exit(1)


def _findings(paths: list[str]) -> list[dict[str, Any]]:
    """Return what is wrong or odd in the built-in catalogue with the paths on top of it."""
    from contextlib import ExitStack
    from pathlib import Path

    from planner.catalog import load
    from planner.catalog.errors import CatalogError
    from planner.catalog.lint import lint as look
    from planner.doors.cli.shared import as_file
    from planner.request.errors import InputError

    if not paths:
        return [vars(f) | {"where": ""} for f in look(load())]
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise InputError("no such file or folder", path)
    builtin = {str(f) for f in look(load())}
    with ExitStack() as stack:
        files = {path: stack.enter_context(as_file(path)) for path in paths}
        try:
            known = load(*files.values())
        except CatalogError as error:
            place = [error.file, error.line, error.column]
            where = ":".join(str(p) for p in place if p is not None)
            where = where.replace(str(files.get("-")), "<stdin>")
            return [{"severity": "error", "id": "", "message": error.message, "where": where}]
        return [vars(f) | {"where": ""} for f in look(known) if str(f) not in builtin]
