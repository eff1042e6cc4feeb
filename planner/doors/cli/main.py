"""``coach``: the command line.

Only typer is imported here; a command imports what it needs when it runs.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from io import StringIO, TextIOBase, TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from planner.doors.cli.commands import (
    alternatives,
    athlete,
    block,
    catalog,
    check,
    config,
    diff,
    export,
    improve,
    init,
    log,
    plan,
    plates,
    program,
    progress,
    replan,
    schema,
    show,
    swap,
    tradeoff,
    training,
    why,
)
from planner.doors.cli.failures import CLOSED_PIPE, INTERRUPTED, report
from planner.doors.cli.parts import with_bare_coverage
from planner.doors.cli.quick_start import prepare


class Coach(TyperGroup):
    """The commands, with one place where every error becomes a sentence and an exit code."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None,
             complete_var: str | None = None, standalone_mode: bool = True,
             windows_expand_args: bool = True, **extra: Any) -> Any:
        """Run a command line and leave with its exit code."""
        given = with_bare_coverage(sys.argv[1:] if args is None else args)
        try:
            code = super().main(given, prog_name or "coach", complete_var, False,
                                windows_expand_args, **extra)
        except Exception as error:
            code = report(error, given)
        sys.exit(code if isinstance(code, int) else 0)


app = typer.Typer(
    cls=Coach, name="coach", no_args_is_help=True, rich_markup_mode=None, add_completion=False,
    pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
    help="Plan training sessions and weeks the way a good coach would, with proof.",
    epilog="Exit codes: 0 done; 1 a must rule is broken (check), the catalogue is wrong (lint); "
           "2 bad input; 3 no plan can satisfy the request; 4 no plan within the time limit; 70 a "
           "bug of coach; 74 the output cannot be written.",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"coach {version('coach-planner')}")
        except PackageNotFoundError:
            typer.echo("coach (not installed)")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[bool, typer.Option(
        "--version", callback=_version, is_eager=True, help="Show the version and exit.",
    )] = False,
) -> None:
    pass


app.command("init")(init.init)
app.command("config")(config.config)
app.command("plan")(plan.plan)
app.command("block")(block.block)
app.command("check")(check.check)
app.command("show")(show.show)
app.command("swap")(swap.swap)
app.command("improve")(improve.improve)
app.command("replan")(replan.replan)
app.command("alternatives")(alternatives.alternatives)
app.command("tradeoff")(tradeoff.tradeoff)
app.command("why")(why.why)
app.command("why-not")(why.why_not)
app.command("diff")(diff.diff)
app.command("export")(export.export)
app.add_typer(catalog.app, name="catalog")
app.add_typer(program.app, name="program")
app.add_typer(log.app, name="log")
app.command("progress")(progress.progress)
app.command("plates")(plates.plates)
app.command("next")(training.next_)
app.command("done")(training.done)
app.add_typer(athlete.app, name="athlete")
app.command("schema")(schema.schema)


def _without_others(command: str) -> None:
    """Leave the command that a line begins with, where it is one: each costs time to make."""
    commands, groups = app.registered_commands, app.registered_groups
    if command in {c.name for c in commands} | {g.name for g in groups}:
        app.registered_commands = [c for c in commands if c.name == command]
        app.registered_groups = [g for g in groups if g.name == command]


def main() -> None:
    """Run ``coach`` on the arguments of the process."""
    # What a command reads it keeps to its end: looking for garbage in it finds none.
    gc.set_threshold(200_000)
    prepare()
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if len(sys.argv) > 1:
        _without_others(sys.argv[1])
    code = _run()
    gc.freeze()  # nor is there anything to look for when it leaves
    sys.exit(code)


def _run() -> int:
    """Run the command to its end, the last byte of its output included."""
    try:
        app()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if not isinstance(sys.stdout, TextIOBase):
            code = CLOSED_PIPE  # click has put something in its place that swallows the rest
    except KeyboardInterrupt:
        print("coach: stopped", file=sys.stderr)
        code = INTERRUPTED
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        code = report(error, ()) if isinstance(error, OSError) else code
        _to_nowhere()
    return code


def _to_nowhere() -> None:
    """Let what is left in the buffers go, so that nothing more is said of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)


class _Closed(StringIO):
    """Standard output that was closed by whoever called: it can be had, and not written to."""

    def write(self, text: str) -> int:
        """Refuse."""
        raise OSError(errno.EBADF, "standard output is closed")


if __name__ == "__main__":
    main()
