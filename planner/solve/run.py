"""One run of CP-SAT under limits that bind the same way every time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from ortools.sat.python import cp_model

from planner.judge.tiers import TierName
from planner.request.errors import PlanBug
from planner.solve.settings import Settings
from planner.solve.trace import Event, OnEvent, OnProgress, Progress, ShouldStop, Stage

CLOCK_S = 0.01
"""Seconds before the end of the clock at which a run ends because of it."""

Stop = Literal["proof", "deterministic", "wall", "user"]


@dataclass
class Control:
    """The limits of a whole request, shared by all of its runs, and the observers of the search.

    Attributes
    ----------
    seconds
        The limit of the request, in seconds.
    started
        When the request was read, on the monotonic clock.
    weight_of_coverage
        Weight of a quarter set of coverage in the objective, in points.
    best, bound
        The least value of the objective so far, and the proved lower bound.
    used_work
        Deterministic time used so far.
    kept_s
        Seconds of the limits that are kept for a bound.
    work
        The limit in deterministic time; None: what the seconds stand for.
    by_clock
        Whether the clock ended anything that may change the plan, before the work did.
    """

    seconds: float
    workers: int
    seed: int
    started: float
    on_progress: OnProgress | None = None
    should_stop: ShouldStop | None = None
    on_event: OnEvent | None = None
    settings: Settings = field(default_factory=Settings)
    first_plan_s: float | None = None
    weight_of_coverage: int = 0
    best: int | None = None
    bound: int | None = None
    stage: Stage = Stage.RELAXATION
    used_work: float = 0.0
    kept_s: float = 0.0
    stopped: bool = False
    work: float | None = None
    by_clock: bool = False

    @property
    def reproducible(self) -> bool:
        """Whether the same request gives the same plan, however fast or busy the machine is."""
        return self.workers == 1 and not self.by_clock and not self.stopped

    @property
    def length_s(self) -> float:
        """The seconds that the limits stand for on a usual machine."""
        if self.work is None:
            return self.seconds
        return min(self.seconds, self.work / self.settings.work_per_second)

    def enter(self, stage: Stage) -> None:
        """Note that a stage of the search begins."""
        self.stage = stage
        self._tell("stage")

    def found(self, value: int) -> None:
        """Note a plan that is better than all before it."""
        if self.first_plan_s is None:
            self.first_plan_s = self.elapsed
        self.best = value
        self._tell("plan")

    def bounded(self, bound: int) -> None:
        """Note a lower bound of all plans."""
        if self.bound is None or bound > self.bound:
            self.bound = bound
            self._tell("bound")

    def _tell(self, event: Literal["stage", "plan", "bound"]) -> None:
        progress = self._progress()
        if self.on_event is not None:
            self.on_event(Event(event, self.stage, progress, self.used_work))
        if self.on_progress is not None and event == "plan":
            self.on_progress(progress)

    def _progress(self) -> Progress:
        weight, value = self.weight_of_coverage, self.best
        loss = max(0, (value + weight // 2) // weight) if weight and value is not None else 0
        tier, best, bound = ((TierName.COVERAGE, loss, None) if loss else
                             (TierName.QUALITY, value, self.bound))
        return Progress(tier, best, bound, self.elapsed)

    @property
    def work_left(self) -> float:
        """Deterministic time that is left."""
        return max(0.0, self._most_work - self.used_work)

    @property
    def no_more_plans(self) -> bool:
        """Whether the rest of the limits (``kept_s`` seconds) is kept for a bound."""
        by_work = self.work_left / self.settings.work_per_second <= self.kept_s
        if self.wall_left <= self.kept_s and not by_work:
            self.by_clock = True
        return self.spent or by_work or self.wall_left <= self.kept_s

    @property
    def _most_work(self) -> float:
        return self.seconds * self.settings.work_per_second if self.work is None else self.work

    @property
    def wall_left(self) -> float:
        """Seconds that are left on the clock."""
        return max(0.0, self.seconds - self.elapsed)

    @property
    def spent(self) -> bool:
        """Whether the limits are reached, or somebody asked to stop."""
        if self.should_stop is not None and not self.stopped:
            self.stopped = self.should_stop()
        if self.wall_left <= 0 < self.work_left:
            self.by_clock = True
        return self.stopped or min(self.work_left, self.wall_left) <= 0

    @property
    def why(self) -> Stop:
        """Which limit ended the search."""
        if self.stopped:
            return "user"
        return "wall" if self.wall_left <= 0 else "deterministic"

    @property
    def elapsed(self) -> float:
        """Seconds since the request was read."""
        return time.monotonic() - self.started


@dataclass(frozen=True)
class Run:
    """The result of one run.

    Attributes
    ----------
    value, bound
        The value of the solution, and the lower bound.
    values
        The solution; empty where there is none.
    """

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    value: int = 0
    bound: int = 0
    values: tuple[int, ...] = ()


def run(model: Any, control: Control, work: float | None = None, first: bool = False,
        linear: int = 2, presolve: bool = True, spare: float = 0.0) -> Run:
    """Solve a model once.

    Parameters
    ----------
    work
        Limit of deterministic time; None for all that is left.
    first
        Whether to stop at the first solution.
    linear
        Share of the model in the linear relaxation: all (2), little (1) or nothing (0). Without
        one a plan is found sooner, and infeasibility is proved later.
    spare
        Deterministic time, and ten times as many seconds, that the run may use where the limits
        are spent. The solution of a plan that was found before needs it.
    """
    if control.wall_left <= 0 and not spare:
        control.by_clock = True
        return Run("unknown")
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = control.workers
    parameters.random_seed = control.seed % (2**31 - 1)
    parameters.linearization_level = linear
    parameters.cp_model_probing_level = 0
    parameters.cut_level = 0  # they cost more linear programs than they save
    parameters.max_presolve_iterations = 1
    parameters.new_constraints_batch_size = 200  # all rows at once, and not 50 by 50
    parameters.stop_after_first_solution = first
    parameters.catch_sigint_signal = False
    parameters.cp_model_presolve = presolve
    left = control.work_left
    parameters.max_deterministic_time = max(1e-3, spare, left if work is None else min(work, left))
    parameters.max_time_in_seconds = max(1e-2, 10 * spare, control.wall_left)
    with stopping(control, solver.stop_search), blamed():
        status = solver.solve(model)
    used = solver.response_proto.deterministic_time
    if solver.status_name(status) in ("FEASIBLE", "UNKNOWN") and not first and (
            used < 0.999 * parameters.max_deterministic_time
            and solver.wall_time >= parameters.max_time_in_seconds - CLOCK_S):
        control.by_clock = True
    size = len(model.proto.variables) + len(model.proto.constraints)
    control.used_work += (used
                          + control.settings.loading_work * size)
    name = solver.status_name(status)
    if name in ("OPTIMAL", "FEASIBLE"):
        values = tuple(solver.response_proto.solution)
        value = round(solver.objective_value)
        bound = value if name == "OPTIMAL" else round(solver.best_objective_bound)
        return Run("optimal" if name == "OPTIMAL" else "feasible", value, bound, values)
    if name == "INFEASIBLE":
        return Run("infeasible")
    if name == "MODEL_INVALID":
        raise PlanBug(f"the model is invalid: {model.validate()}")
    return Run("unknown", bound=round(solver.best_objective_bound))


@contextmanager
def blamed() -> Iterator[None]:
    """Turn what OR-Tools raises into a bug of ours: no request may lead to it."""
    try:
        yield
    except Exception as error:
        raise PlanBug(f"the solver failed with {type(error).__name__}: {error}") from error


@contextmanager
def stopping(control: Control, stop: Callable[[], object]) -> Iterator[None]:
    """Poll ``should_stop`` beside a solver, which releases the interpreter lock."""
    if control.should_stop is None:
        yield
        return
    done = threading.Event()
    asked = control.should_stop

    def watch() -> None:
        while not done.wait(0.05):
            if control.stopped or asked():
                control.stopped = True
                stop()
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
