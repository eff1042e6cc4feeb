"""What comes out: a plan and an audit, with their sessions, entries, coverage and ledger."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from planner.catalog.words import Model, Phase, Versioned
from planner.judge.audit_rows import CoverageRow, LedgerRow, Tier
from planner.request.request import Request
from planner.workout.reps import Reps


class RampDose(Model):
    """One ramp set: reps at a percentage of the working load."""

    reps: int
    percent: int
    load_kg: float | None = None


class RowDose(Model):
    """Sets of an entry that are alike. A rest or a tempo stands here where it was written."""

    sets: Annotated[int, Field(ge=1, le=20)]
    reps: Reps | None = None
    hold_s: int | None = None
    to_failure: bool = False
    rir: float | None = None
    percent_1rm: float | None = None
    load_kg: float | None = None
    rest_s: Annotated[int, Field(ge=0, le=3600)] | None = None
    tempo: Annotated[str, StringConstraints(pattern=r"^[0-9x](-[0-9x]){3}$")] | None = None


class Entry(Model):
    """One exercise in a session with its dose. Seconds are at typical pace.

    Where its sets differ, or a load or a rest was written, ``rows`` has them in the order done.
    Then ``sets`` is their sum, ``reps`` and the rest are those of the hardest row, and ``work_s``
    and ``rest_s`` are means.
    """

    exercise: str
    equipment: tuple[str, ...] = ()
    phase: Phase
    sets: int
    reps: Reps | None = None
    hold_s: int | None = None
    to_failure: bool = False
    rir: float | None = None
    percent_1rm: int | None = None
    credit: float = 1.0
    superset: str | None = None
    load_kg: float | None = None
    ramp: tuple[RampDose, ...] = ()
    rows: tuple[RowDose, ...] = ()
    lead_in_s: int
    ramp_s: int
    work_s: int
    rest_s: int
    start_s: int
    seconds: int
    why: str = ""
    next_time: str = ""


class PaceSeconds(Model):
    """A session's length on the three clocks."""

    brisk: int
    typical: int
    generous: int


class PlanSession(Model):
    """The entries of a session in the order to be done."""

    id: str
    day: str
    budget_s: int | None
    seconds: PaceSeconds
    entries: tuple[Entry, ...]
    advice: tuple[str, ...] = ()


class SolverReport(Model):
    """How the plan was found.

    ``first_plan_s`` is 0 where a plan was changed, as by a swap, and nothing was searched.

    ``reproducible`` says that the same request gives the same plan on any machine, however busy:
    no clock, no second worker and no person ended the search before its work was done.
    """

    build_s: float
    first_plan_s: float
    seconds: float
    workers: int
    seed: int
    stopped_by: Literal["proof", "deterministic", "wall", "user"]
    tiers: tuple[Tier, ...]
    reproducible: bool | None = None


class CatalogReport(Model):
    """The catalogue that the plan was made from."""

    name: str
    version: str
    exercises: int
    sha256: str


class Plan(Versioned):
    """A finished, audited plan.

    ``done`` are the ids of sessions that were done already: they count towards
    the goals and bind what follows, and no rule judges them any more.
    """

    schema_: Literal["plan/1"] = Field(default="plan/1", alias="schema")
    status: Literal["optimal", "feasible"]
    request: Request
    catalog: CatalogReport
    solver: SolverReport
    sessions: tuple[PlanSession, ...]
    coverage: tuple[CoverageRow, ...]
    quality_parts: dict[str, int] = {}
    ledger: tuple[LedgerRow, ...]
    notes: tuple[str, ...] = ()
    done: tuple[str, ...] = ()

    def session(self, name: str) -> PlanSession:
        """Return the session with this id."""
        return next(s for s in self.sessions if s.id == name)


class Skipped(Model):
    """A line of a text that was left out, and why; ``near`` are names like an unknown one."""

    line: int
    text: str
    why: Literal["prose", "unknown exercise", "unclear", "wrong"]
    says: str = ""
    near: tuple[str, ...] = ()


class ReadAs(Model):
    """A line of a text, what was understood, and what was taken for granted."""

    line: int
    text: str
    says: str
    remark: str = ""


class Audit(Versioned):
    """What the rules say of a finished workout.

    Of a text, ``skipped`` are the lines that were left out, and ``reading`` those that were read.
    """

    schema_: Literal["audit/1"] = Field(default="audit/1", alias="schema")
    ok: bool
    sessions: tuple[PlanSession, ...]
    coverage: tuple[CoverageRow, ...]
    coverage_loss: int
    tiers: dict[str, int] = {}
    quality_parts: dict[str, int] = {}
    ledger: tuple[LedgerRow, ...]
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    reading: tuple[ReadAs, ...] = ()
