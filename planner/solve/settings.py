"""How the search divides its time: every figure that may be tuned, in one place.

Deterministic time is CP-SAT's own measure of its work; it is the same on every machine.
The figures were chosen by measuring (docs/reference/performance.md); no plan is right or wrong
by them.
"""

from typing import Annotated

from pydantic import Field

from planner.catalog.words import Model

Work = Annotated[float, Field(gt=0, le=1000)]
"""Deterministic time."""
Seconds = Annotated[float, Field(ge=0, le=3600)]
Count = Annotated[int, Field(ge=1, le=100_000)]


class Settings(Model):
    """The settings of a search.

    Attributes
    ----------
    work_per_second
        Deterministic time per second of the user's limit. On a usual machine this limit binds
        before the clock does, so the same request gives the same plan.
    loading_work
        Deterministic time that a run is charged for each variable and constraint of its model.
    relaxation_share
        The share of the time left that a linear relaxation may take.
    kernel_points
        The highest reduced cost of an option in the small and in the large kernel, in points.
    split_from_days
        The fewest training days of a week that begins as a split.
    first_plan_work
        Deterministic time of the search for any plan.
    neighbourhood_work, most_neighbourhood_work
        Deterministic time of one neighbourhood: at first, and at most. It doubles whenever the
        neighbourhood gave nothing.
    neighbourhood_tries
        How often a neighbourhood is solved where its solutions were cut off.
    plan_s, bound_s, most_bound_s
        Seconds of the limit: those that the plan of a week has for itself, those kept for its
        bound after that, and the most for the bound where the plan is done sooner.
    short_proof_work
        Deterministic time of a week's proof before branch and cut looks for its bound.
    proof_rounds
        How often a search to the end begins anew with further cuts.
    tie_break_work
        Deterministic time for the choice among equals.
    variant_proof_work
        Deterministic time for the proof of a plan made from a plan, where no proof is asked for.
    question_work, unpaired_question_work
        Deterministic time of the question whether rules can hold together, with supersets and
        without. A question left open does not prove a clash.
    repairs
        The most repairs that are offered where there is no plan.
    explain_s, repairs_s
        Seconds that explaining has at least, for the conflict and for its repairs.
    second_opinion_s
        Seconds that must be left for a model without presolve.
    conflicts, conflict_share
        The most conflicts of a week, and the share of the time after which no further one is
        looked for.
    combinations, trial_s
        Combinations of repairs that are tried at most, and the seconds that a trial takes about:
        none begins with less left.
    """

    work_per_second: Work = 0.5
    loading_work: Annotated[float, Field(ge=0, le=1)] = 2e-6
    relaxation_share: Annotated[float, Field(gt=0, le=1)] = 0.5
    kernel_points: tuple[int, int] = (0, 4)
    split_from_days: Count = 4
    first_plan_work: Work = 0.2
    neighbourhood_work: Work = 0.06
    most_neighbourhood_work: Work = 0.3
    neighbourhood_tries: Count = 4
    plan_s: Seconds = 3.5
    bound_s: Seconds = 1.5
    most_bound_s: Seconds = 3.0
    short_proof_work: Work = 0.15
    proof_rounds: Count = 200
    tie_break_work: Work = 0.1
    variant_proof_work: Work = 0.1
    question_work: Work = 0.6
    unpaired_question_work: Work = 0.1
    repairs: Count = 4
    explain_s: Seconds = 0.25
    repairs_s: Seconds = 0.3
    second_opinion_s: Seconds = 0.5
    conflicts: Count = 3
    conflict_share: Annotated[float, Field(gt=0, le=1)] = 0.5
    combinations: Count = 12
    trial_s: Seconds = 0.12
