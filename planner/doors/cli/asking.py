"""From the table of questions to commands: their options, and the reading of what they were given.

Only typer is imported here; a command imports what it needs when it runs.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.doors.arguments import Argument
from planner.doors.questions import QUESTION, Question

if TYPE_CHECKING:
    from planner.catalog import Catalog

LISTS = ("ids", "texts", "minutes", "times")
METAVARS = {"id": "ID", "ids": "IDS", "text": "TEXT", "texts": "TEXT", "range": "LOW..HIGH",
            "minutes": "ID=MINUTES", "times": "ID=TIME"}

CATALOG = Argument("catalog", "texts", "Files or folders added to the catalogue; repeatable.", (),
                   metavar="PATH")
JSON = Argument("json", "flag", "Print JSON.", False)
OUTPUT = Argument("output", "text", "Write the plan to this file; - is standard output.", None,
                  short="-o", metavar="FILE")
PICK = Argument("pick", "whole", "Which of them --output writes.", 1, least=1, most=20)


def parameter(argument: Argument) -> inspect.Parameter:
    """Return an argument as a parameter that typer understands."""
    a = argument
    kind: Any = (list[str] | None if a.kind in LISTS else int if a.kind == "whole" else
                 float if a.kind == "seconds" else bool if a.kind == "flag" else str)
    if a.default is None and a.kind not in LISTS:
        kind = kind | None
    says = f"{a.says[:-1]}; - is standard input." if a.file and a.required else a.says
    metavar = a.metavar or (a.name.upper() if a.file else METAVARS.get(a.kind))
    if (a.file and a.required) or a.positional:
        info: Any = typer.Argument(help=says, metavar=metavar)
    else:
        names = [a.option, *(name for name in (a.also, a.short) if name)]
        info = typer.Option(*names, help=says, metavar=metavar, hidden=a.hidden, min=a.least,
                            max=a.most)
    default = inspect.Parameter.empty if a.required else None if a.kind in LISTS else a.default
    return inspect.Parameter(a.name, inspect.Parameter.KEYWORD_ONLY, default=default,
                             annotation=Annotated[kind, info])


@dataclass(frozen=True)
class Asked:
    """A question as it was asked on the command line.

    Attributes
    ----------
    raw
        The words of its arguments, as typer read them.
    """

    question: Question
    raw: Mapping[str, Any]
    catalog_paths: tuple[str, ...]

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue, with a person's own files on top."""
        from planner.doors.cli.shared import load_catalog

        return load_catalog(self.catalog_paths)

    def words(self) -> dict[str, Any]:
        """Return the arguments that are no files, read."""
        from planner.doors.cli.reading import read

        return {a.name: read(a, self.raw[a.name]) for a in self.question.arguments
                if not a.file and a.name in self.raw}

    def answer(self, file: str, given: Mapping[str, Any], **watching: Any) -> Any:
        """Return the answer; a wrong argument is named by its option, a file by its name."""
        from planner.doors.cli.opening import placed

        if self.question.solves:
            from planner.doors.cli.quick_start import import_solver

            import_solver()
        options = {a.name: a.name.upper() if a.positional else a.option
                   for a in self.question.arguments if not a.file}
        return placed(lambda: self.question.call(given, self.catalog, **watching), file,
                      {**options, **{o.strip("-"): o for o in options.values()}})


def command(name: str, *more: Argument, without: tuple[str, ...] = ()) -> Callable[
        [Callable[..., None]], Callable[..., None]]:
    """Make a function the command of a question.

    The command takes the question's arguments, then ``more`` of its own, then ``--catalog`` and
    ``--json``. The function gets what was asked, and by name what is not the question's.

    Parameters
    ----------
    without
        Arguments of the question that the command finds out by itself.
    """
    question = QUESTION[name]
    asks = [a for a in question.arguments if a.name not in without]

    def decorate(body: Callable[..., None]) -> Callable[..., None]:
        def run(**given: Any) -> None:
            asked = Asked(question, {a.name: given[a.name] for a in asks},
                          tuple(given["catalog"] or ()))
            body(asked, **{a.name: given[a.name] for a in (*more, JSON)})

        run.__name__, run.__doc__ = body.__name__, body.__doc__
        return taking(*asks, *more, CATALOG, JSON)(run)

    return decorate


def taking(*arguments: Argument) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a function the arguments of a command, each by its name."""
    def decorate(body: Callable[..., None]) -> Callable[..., None]:
        def run(**given: Any) -> None:
            body(**given)

        run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [parameter(a) for a in arguments])
        run.__annotations__ = {}
        run.__name__, run.__doc__ = body.__name__, body.__doc__
        return run

    return decorate
