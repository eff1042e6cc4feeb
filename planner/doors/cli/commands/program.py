"""``coach program``: the built-in programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from planner.catalog.figures import Program

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None,
                  help="The built-in programmes: eight workouts with their requests.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_programs(json: AsJson = False) -> None:
    """List the programmes."""
    from planner.doors.cli.document import Row, Table
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import load_catalog, print_json

    programs = load_catalog(None).programs
    if json:
        print_json([p.model_dump(mode="json") for p in programs])
        return
    rows = tuple(
        Row((p.id, p.name, p.request.get("goal", "hypertrophy"),
             "+".join(str(s["minutes"]) for s in p.request["sessions"]), p.says))
        for p in programs)
    show((Table(("id", "name", "goal", "minutes", "says"), "<<<><", rows, flex=(1, 4)),))


@app.command("show")
def show_program(
    program: Annotated[str, typer.Argument(metavar="ID", help="Its id; - reads it.")],
    request: Annotated[bool, typer.Option("--request", help="Its request as YAML, ready for "
                                                            "coach plan -")] = False,
    text: Annotated[bool, typer.Option("--text", help="Its text, ready for coach check -")
                    ] = False,
    json: AsJson = False,
) -> None:
    """Show a programme: what is said of it, its text, its request."""
    from planner.doors.cli.shared import one_word, print_json
    from planner.request.errors import InputError

    found = _find(one_word(program))
    if request + text + json > 1:
        raise InputError("one of --request, --text and --json at a time")
    if json:
        print_json(found.model_dump(mode="json"))
    elif request:
        print(f"# {found.name}: {found.says}\n{request_yaml(found.request)}", end="")
    elif text:
        print(f"# request: {request_line(found.request)}\n{found.text}", end="")
    else:
        _page(found)


def _find(name: str) -> Program:
    from planner.doors.cli.shared import load_catalog
    from planner.request.errors import InputError, nearest

    programs = load_catalog(None).program_by_id
    key = name.lower().replace(" ", "_").replace("-", "_")
    if key not in programs:
        raise InputError(f"no programme {name!r}; {nearest(name, programs)}")
    return programs[key]


def request_yaml(request: dict[str, Any]) -> str:
    """Return a request as YAML, lists and sessions on a line each."""
    import yaml

    return str(yaml.safe_dump(_ordered(request), sort_keys=False, default_flow_style=None,
                              width=100, allow_unicode=True))


def request_line(request: dict[str, Any]) -> str:
    """Return a request as one line of YAML."""
    import yaml

    return str(yaml.safe_dump(_ordered(request), sort_keys=False, default_flow_style=True,
                              width=100_000, allow_unicode=True)).strip()


def _ordered(request: dict[str, Any]) -> dict[str, Any]:
    from planner.request.request import Request

    def inner(value: Any, first: tuple[str, ...]) -> Any:
        return {k: value[k] for k in (*first, *value) if k in value}

    ordered: dict[str, Any] = inner(request, tuple(Request.model_fields))
    ordered["sessions"] = [inner(s, ("day", "minutes")) for s in request["sessions"]]
    return ordered


def _page(found: Program) -> None:
    from planner.doors.cli.document import Heading, Items, Words
    from planner.doors.cli.output import show

    # Text and request are to be copied: they are printed as they stand.
    show((Heading(found.name, 1), Words(found.says), Heading("Text")))
    print("\n".join(f"  {line}".rstrip() for line in found.text.strip().splitlines()))
    print()
    show((Heading("Request"),))
    print("\n".join(f"  {line}" for line in request_yaml(found.request).splitlines()))
    print()
    show((Items((("its plan", f"coach program show {found.id} --request | coach plan -"),
                 ("its audit", f"coach program show {found.id} --text | coach check -"))),))
