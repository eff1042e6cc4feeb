"""The table of questions: what may be asked, with which arguments, and what comes back.

Every way in takes its arguments from here: the command line its options, JSON Schema its fields,
and so do other programs. A question names its function and the models of its answer; they are
imported when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from planner.doors.arguments import Argument, python_type

if TYPE_CHECKING:
    from pydantic import BaseModel

    from planner.catalog import Catalog
    from planner.rules import Rule

PLAN = Argument("plan", "plan", "A plan's JSON, as coach plan --json writes it.")
REQUEST = Argument("request", "request", "A request in YAML or JSON.")
REQUEST_OR_PLAN = Argument("request", "request", "A request in YAML or JSON, or a plan of it.",
                           metavar="REQUEST|PLAN")
WEEK = Argument("week", "whole", "Which week of a text with several; the first by default.", None,
                least=1)
SECONDS = Argument("seconds", "seconds", "How long to search.", None, least=0.1)


@dataclass(frozen=True)
class Question:
    """Something that may be asked.

    Attributes
    ----------
    name
        As on the command line.
    says
        What it answers, in one sentence.
    function, answers
        The function, as ``module:name``, and the model of what it returns.
    solves
        Whether it needs the solver.
    """

    name: str
    says: str
    arguments: tuple[Argument, ...]
    function: str
    answers: str
    solves: bool = True

    def ask_model(self) -> type[BaseModel]:
        """Return the model of the arguments."""
        return self._model(self.arguments)

    def _model(self, arguments: Iterable[Argument]) -> type[BaseModel]:
        from pydantic import Field, create_model

        from planner.catalog.words import Model

        fields: dict[str, Any] = {
            a.name: (python_type(a), Field(... if a.required else a.default, description=a.says,
                                           ge=a.least, le=a.most)) for a in arguments}
        title = "".join(word.capitalize() for word in self.name.split("-"))
        return create_model(f"{title}Ask", __base__=Model, __doc__=self.says, **fields)

    def answer_model(self) -> Any:
        """Return the model of the answer; ``bytes`` where it is a file."""
        return bytes if self.answers == "bytes" else _named(self.answers)

    def ask(self, data: Mapping[str, Any], catalog: Catalog | None = None,
            rules: Sequence[Rule] = ()) -> Any:
        """Answer the question from plain data.

        Numbers and words are read strictly; a plan or a request as its own reader does.

        Raises
        ------
        InputError
            An argument is missing, unknown or wrong; names its field.
        """
        from planner.request.errors import InputError
        from planner.request.files import model_of, request_of

        files = {a.name: a for a in self.arguments if a.file}
        for name, argument in files.items():
            if argument.required and data.get(name) is None:
                raise InputError("this is missing", name)
        words = model_of(self._model(a for a in self.arguments if not a.file),
                         {name: value for name, value in data.items() if name not in files})
        given = {name: getattr(words, name) for name in words.model_fields_set}
        for name in files.keys() & data.keys():
            asked = files[name].kind == "request" and isinstance(data[name], Mapping)
            given[name] = request_of(data[name]) if asked else data[name]
        return self.call(given, catalog, rules)

    def call(self, given: Mapping[str, Any], catalog: Catalog | None = None,
             rules: Sequence[Rule] = (), **watching: Any) -> Any:
        """Call the function; what is None was not given."""
        known = {name: value for name, value in given.items() if value is not None}
        extra = {"rules": rules} if rules else {}
        return _named(self.function)(**known, catalog=catalog, **extra, **watching)


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


QUESTIONS: tuple[Question, ...] = (
    Question("plan", "Plan a session or a week, with proof.", (REQUEST,),
             "planner.plans.make:plan", "planner.plans.schema:Plan"),
    Question("check", "Audit a workout by the same rules that bind the planner.", (
        Argument("workout", "workout", "A plan's JSON or spreadsheet, or text such as 5x5 "
                                       "Deadlift, one line an exercise."),
        Argument("request", "request", "What to judge it by, in YAML or JSON.", None),
        Argument("strict", "flag", "Make a line that is not understood an error.", False),
        WEEK),
        "planner.plans.make:check", "planner.plans.schema:Audit", solves=False),
    Question("improve", "Change a text as little as possible, so that it keeps the rules.", (
        Argument("workout", "workout", "A workout as people write it, such as 5x5 Deadlift, one "
                                       "line an exercise.", metavar="TEXT"),
        Argument("request", "request", "What it is for, in YAML or JSON.", None),
        Argument("minutes", "whole", "Minutes of every session; left out, what the text takes.",
                 None, least=1, most=600),
        Argument("better", "flag", "Make changes as well that no rule asks for, where they pay.",
                 False),
        WEEK, SECONDS),
        "planner.answers.improve:improve", "planner.answers.improve:Improvement"),
    Question("swap", "Show what could stand in an entry's place, the rest of the plan as it is.", (
        PLAN,
        Argument("session", "id", "The session: mon, thu_2."),
        Argument("entry", "id", "The entry that goes.", metavar="EXERCISE"),
        Argument("replacement", "id", "What comes in its place; left out, the best.", None,
                 flag="--for", metavar="EXERCISE"),
        Argument("without", "ids", "Equipment that is taken or gone.", (), metavar="EQUIPMENT"),
        Argument("count", "whole", "How many replacements to show.", 3, short="-k", least=1,
                 most=20)),
        "planner.answers.swap:swap", "planner.answers.swap:Swaps", solves=False),
    Question("replan", "Plan the rest of a plan anew, changing as little as possible.", (
        PLAN,
        Argument("done", "ids", "Sessions that were done: mon,tue.", ()),
        Argument("locked", "ids", "What stays: wed:deadlift, or wed for all of it.", (),
                 flag="--lock", metavar="ENTRIES"),
        Argument("lost", "ids", "Sessions that fall away.", ()),
        Argument("minutes", "minutes", "New minutes: sat=35.", None, metavar="MINUTES"),
        Argument("complaints", "ids", "Complaints that came up: knee_pain.", (),
                 flag="--complaint", also="--complaints"),
        Argument("without", "ids", "Equipment that is gone.", ()),
        Argument("likes", "ids", "Exercises whose change counts double.", (), flag="--like",
                 also="--likes"),
        SECONDS),
        "planner.answers.replan:replan", "planner.answers.replan:Replan"),
    Question("alternatives", "Plan a request in several ways that differ in a third of their "
             "entries.", (
        REQUEST_OR_PLAN,
        Argument("count", "whole", "How many plans, the first included.", 3, short="-k"),
        Argument("seconds", "seconds", "How long to search in all.", None, least=0.1),
        Argument("first", "plan", "A plan of the request to begin with.", None)),
        "planner.answers.alternatives:alternatives", "planner.answers.alternatives:Alternatives"),
    Question("tradeoff", "Show what each further step of minutes, or of sessions, buys.", (
        REQUEST_OR_PLAN,
        Argument("minutes", "range", "Minutes of every session: 20..90.", None),
        Argument("sessions", "range", "Number of sessions: 2..6.", None),
        Argument("step", "whole", "Minutes from point to point.", 5, least=1),
        Argument("seconds", "seconds", "How long to search at each point.", None, least=0.1)),
        "planner.answers.tradeoff:tradeoff", "planner.answers.tradeoff:Tradeoff"),
    Question("why", "Say why an entry is there, why a muscle is short, or what a rule costs.", (
        PLAN,
        Argument("what", "id", "deadlift or mon:deadlift, lats, recovery; left out: the whole "
                               "plan.", None, positional=True, metavar="[ENTRY|MUSCLE|RULE]")),
        "planner.answers.reasons.why:why", "planner.answers.reasons.answer:Answer"),
    Question("why-not", "Say why an exercise is not in a plan.", (
        PLAN,
        Argument("exercise", "id", "What is not there.", positional=True, metavar="EXERCISE")),
        "planner.answers.reasons.why_not:why_not", "planner.answers.reasons.answer:Answer"),
    Question("diff", "Compare two plans: entries, minutes, coverage, rules.", (
        Argument("before", "plan", "A plan's JSON.", metavar="PLAN"),
        Argument("after", "plan", "Another one.", metavar="PLAN")),
        "planner.answers.difference:diff", "planner.answers.difference:Difference", solves=False),
    Question("export", "Write a plan as a calendar, a spreadsheet, a watch's workout and more.", (
        PLAN,
        Argument("format", "id", "The format, whatever the suffix; text without -o.",
                 metavar="FORMAT"),
        Argument("sessions", "ids", "Only this session: mon.", (), flag="--session", metavar="ID"),
        Argument("title", "text", "What stands on top.", None),
        Argument("start", "text", "When the first session is: 2026-12-01T18:00.", None,
                 metavar="TIME"),
        Argument("at", "times", "Another time of day: sat=10:00.", None),
        Argument("zone", "text", "The time zone, Europe/Berlin; without one it is local time "
                                 "everywhere.", None, metavar="ZONE"),
        Argument("weeks", "whole", "How many weeks in a row.", 1),
        Argument("revision", "whole", "Which change of a calendar that was imported before.", 0),
        Argument("paper", "text", "Printed pages: A4 or letter.", "A4", metavar="SIZE"),
        Argument("units", "id", "What loads are printed in, kg or lb; plans keep kilograms.", None,
                 metavar="UNIT")),
        "planner.show.formats:export", "bytes", solves=False),
)

QUESTION: Mapping[str, Question] = {q.name: q for q in QUESTIONS}
