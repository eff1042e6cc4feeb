"""One run of CP-SAT under limits that bind the same way every time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from ortools.sat.python import cp_model

from planner.progress import OnProgress, Progress, ShouldStop

WORK_PER_SECOND = 0.27
"""Deterministic time per second of the user's limit: on a slow two-core machine the
deterministic limit still binds before the wall clock does (docs/model.md)."""

WORK_OF_LOADING = 4e-6
"""What every run is charged for each variable and constraint beside its search: copying a
model, loading and presolving it."""

Stands = Callable[[tuple[int, ...]], bool]

Stop = Literal["proof", "deterministic", "wall", "user"]


class Measured(Protocol):
    """What is minimised: a tier, or several as one sum."""

    @property
    def names(self) -> tuple[str, ...]:
        """The tiers' names, the most important first."""

    def split(self, value: int) -> tuple[int, ...]:
        """Return the tiers' values in a value of the sum."""


@dataclass
class Control:
    """Limits of a whole request, shared by all of its runs."""

    seconds: float
    workers: int
    seed: int
    started: float
    on_progress: OnProgress | None = None
    should_stop: ShouldStop | None = None
    first_plan_s: float | None = None
    reached: dict[str, int] = field(default_factory=dict)
    used_work: float = 0.0
    stopped: bool = False
    out_of_wall: bool = False

    def reach(self, objective: Measured, value: int) -> None:
        """Note what a plan that was accepted is worth; only better ones are told from then on."""
        if self.better(objective, value) is not None:
            self.reached.update(zip(objective.names, objective.split(value), strict=True))

    def tell(self, objective: Measured, value: int, bound: int | None) -> None:
        """Report a plan that is better than what was reached; ``bound`` is None if not known."""
        place = None if self.on_progress is None else self.better(objective, value)
        if self.on_progress is None or place is None:
            return
        values = objective.split(value)
        bounds = None if bound is None else objective.split(bound)
        least = bounds[place] if bounds and values[:place] == bounds[:place] else None
        self.on_progress(Progress(objective.names[place], values[place], least, self.elapsed))

    def better(self, objective: Measured, value: int) -> int | None:
        """Return the place of the first tier that a value betters what was reached in, if any."""
        for place, (name, now) in enumerate(
                zip(objective.names, objective.split(value), strict=True)):
            before = self.reached.get(name)
            if before is None or now < before:
                return place
            if now > before:
                return None
        return None

    @property
    def work_left(self) -> float:
        """Deterministic time that is left."""
        return max(0.0, self.seconds * WORK_PER_SECOND - self.used_work)

    @property
    def wall_left(self) -> float:
        """Seconds that are left on the clock."""
        return max(0.0, self.seconds - self.elapsed)

    @property
    def spent(self) -> bool:
        """Whether the limits are reached, or somebody asked to stop."""
        return self.stopped or min(self.work_left, self.wall_left) <= 0

    @property
    def elapsed(self) -> float:
        """Seconds since the request was read."""
        return time.monotonic() - self.started


@dataclass(frozen=True)
class Run:
    """What one run found."""

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    value: int = 0
    bound: int = 0
    values: tuple[int, ...] = ()
    work: float = 0.0


@dataclass
class _Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
    """Copies values only; slow callbacks would dominate small solves."""

    control: Control = field()
    tier: str = ""
    objective: Measured | None = None
    whole: bool = False
    silent: bool = False
    stands: Stands | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def on_solution_callback(self) -> None:
        """Note the first plan, and tell who watches of each that is better than the best."""
        if self.silent:
            return
        control = self.control
        if control.first_plan_s is None:
            control.first_plan_s = control.elapsed
        if control.on_progress is None or (
                self.stands is not None and not self.stands(tuple(self.response_proto.solution))):
            return
        if self.objective is not None:
            bound = round(self.best_objective_bound) if self.whole else None
            control.tell(self.objective, round(self.objective_value), bound)
        elif self.tier not in control.reached:
            control.on_progress(Progress(self.tier, None, None, control.elapsed))


def run(model: Any, control: Control, tier: str, share: float = 1.0,
        presolve: bool = True, work: float | None = None, first: bool = False,
        linear: int = 2, cuts: bool = False, short: bool = False, spare: float = 0.0,
        whole: bool = False,
        silent: bool = False, objective: Measured | None = None,
        stands: Stands | None = None) -> Run:
    """Solve a model once.

    Parameters
    ----------
    tier
        What is searched for, where nothing is minimised.
    share
        Share of what is left of the limits that this run may use.
    work
        Deterministic time that it may use at most.
    first
        Stop at the first solution.
    linear
        How much of the model its linear relaxation holds: all (2), little (1), or nothing (0),
        which is faster to a plan, and slow to see that there is none.
    cuts
        Look for cutting planes: mostly they cost more linear programs than they save.
    short
        Presolve once, and do not simplify what is learned: for a single session, where
        that costs more than it saves.
    spare
        Deterministic time, and ten times as many seconds, that it may use where
        the limits are spent: for what is needed to hand over what was found before.
    whole
        Whether the model is all of the request, so that its bound is one.
    silent
        Report nothing: what is found is no plan yet.
    objective
        What is minimised.
    stands
        Whether a solution is a plan as it stands; others are not told of.
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = control.workers
    parameters.random_seed = control.seed % (2**31 - 1)
    parameters.linearization_level = linear
    parameters.cp_model_probing_level = 0
    parameters.cut_level = int(cuts)
    parameters.new_constraints_batch_size = 200  # all rows at once, and not 50 by 50
    if short:
        parameters.max_presolve_iterations = 1
        parameters.inprocessing_dtime_ratio = 0.0
    parameters.stop_after_first_solution = first
    parameters.catch_sigint_signal = False
    parameters.cp_model_presolve = presolve
    most = share * control.work_left
    parameters.max_deterministic_time = max(
        1e-3, spare, most if work is None else min(work, most))
    parameters.max_time_in_seconds = max(1e-2, 10 * spare, share * control.wall_left)
    if control.should_stop is not None and control.should_stop():
        control.stopped = True
    watch = _Watch(control=control, tier=tier, objective=objective, whole=whole, silent=silent,
                   stands=stands)
    with _stopper(solver, control):
        status = solver.solve(model, watch)
    used = solver.response_proto.deterministic_time
    size = len(model.proto.variables) + len(model.proto.constraints)
    control.used_work += used + WORK_OF_LOADING * size
    name = solver.status_name(status)
    if name in ("OPTIMAL", "FEASIBLE"):
        values = tuple(solver.response_proto.solution)
        proved = name == "OPTIMAL"
        value = round(solver.objective_value)
        bound = value if proved else round(solver.best_objective_bound)
        return Run("optimal" if proved else "feasible", value, bound, values, used)
    if name == "INFEASIBLE":
        return Run("infeasible", work=used)
    if name == "MODEL_INVALID":
        raise AssertionError(f"invalid model: {model.validate()}")
    return Run("unknown", work=used)


@contextmanager
def _stopper(solver: Any, control: Control) -> Iterator[None]:
    """Poll ``should_stop`` beside the solver, which releases the interpreter lock."""
    if control.should_stop is None:
        yield
        return
    done = threading.Event()
    asked = control.should_stop

    def watch() -> None:
        while not done.wait(0.05):
            if control.stopped or asked():
                control.stopped = True
                solver.stop_search()
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
