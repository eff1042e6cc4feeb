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
        Deterministic time per second of the user's limit: so little that on a usual machine this
        limit binds before the clock does, and the same request gives the same plan.
    loading_work
        What every run is charged for each variable and constraint beside its search.
    kernel_points
        By how many points an option of the small and of the large kernel may worsen the linear
        relaxation.
    split_from_days
        Training days from which on a week begins as a split.
    first_plan_work
        Deterministic time of looking for any plan.
    neighbourhood_work, most_neighbourhood_work
        The same of one neighbourhood: little at first, twice as much whenever that gave nothing.
    neighbourhood_tries
        How often a neighbourhood is solved again where a cut refused what it found.
    plan_s, bound_s, most_bound_s
        Seconds of the limit that a week's plan has for itself, that are kept for its bound after
        that, and that the bound has at most where the plan is done sooner.
    short_proof_work
        Deterministic time of a week's proof before branch and cut looks for its bound.
    proof_rounds
        How often a search to the end begins anew with another cut.
    tie_break_work
        Deterministic time for the choice among equals.
    variant_proof_work
        The same for the proof of a plan that is made from a plan, where nobody asks for one.
    question_work, unpaired_question_work
        The same of asking whether rules can hold together, with supersets and without. A question
        left open counts as no proof of a clash.
    repairs
        How many repairs are offered at most where there is no plan.
    """

    work_per_second: Work = 0.5
    loading_work: Annotated[float, Field(ge=0, le=1)] = 2e-6
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
