"""The figures by which a training log is read: maxima, stalls, the clock of a person."""

# No annotations from __future__ where there are models: pydantic would have to evaluate every
# text of them by itself, which a command that starts would wait for.

from typing import Annotated, Literal

from pydantic import Field

from planner.catalog.schema import Source
from planner.catalog.words import Count, Id, Level, Model

SetKind = Literal["warm_up", "work", "drop", "failure"]
FormulaId = Literal["chart", "epley", "brzycki"]
Positive = Annotated[float, Field(gt=0, le=1000)]
NotNegative = Annotated[float, Field(ge=0, le=1000)]
Share = Annotated[float, Field(ge=0, le=1)]


class Formula(Model):
    """A way from repetitions to failure to the share of a maximum, and how far it is used."""

    id: FormulaId
    most_reps: Annotated[int, Field(ge=1, le=25)]
    sources: tuple[Id, ...]


class MaximumFigures(Model):
    """How a maximum is estimated from sets short of it.

    Errors are standard deviations: in repetitions (``_reps``), in percent of the maximum
    (``_percent``), or in multiples of such (``_errors``).

    Attributes
    ----------
    formula
        The one that is used.
    rir_error_reps, rir_error_each
        How far a judged RIR of 0 is off, and how much more for each repetition in reserve.
    unknown_rir, unknown_rir_error_reps
        What is taken for the reserve of a set where none is written.
    fatigue_reps, fatigue_sets, fatigue_share
        What each set before it costs a set, up to how many, and from which share of its load.
    same_session
        How much of its error a set shares with the others of its session.
    day_percent
        How much a person differs from day to day.
    formula_percent_each
        How much a person differs from the formula, for each repetition beyond the first.
    body_shares
        The share of the body that is lifted as well, by exercise.
    """

    formula: FormulaId
    formulas: tuple[Formula, ...]
    rir_error_reps: Positive
    rir_error_each: NotNegative
    most_rir: NotNegative
    unknown_rir: NotNegative
    unknown_rir_error_reps: Positive
    fatigue_reps: NotNegative
    fatigue_sets: Count
    fatigue_share: Share
    same_session: Share
    day_percent: Positive
    formula_percent_each: NotNegative
    half_life_days: Positive
    gain_percent_week: Positive
    odd_errors: Positive
    band_errors: Positive
    body_shares: dict[Id, Share]
    sources: tuple[Id, ...]

    @property
    def used(self) -> Formula:
        """The formula that is used."""
        return next(one for one in self.formulas if one.id == self.formula)


class StallFigures(Model):
    """When a lift stands still, and when a lifter is not ready."""

    exposures: dict[Level, Annotated[int, Field(ge=2, le=50)]]
    least_gain_percent: NotNegative
    within_days: Count
    tired_sessions: Annotated[int, Field(ge=1, le=10)]
    missed_reps: Annotated[int, Field(ge=1, le=20)]
    less_rir: Positive
    lighter_percent: Annotated[int, Field(ge=1, le=50)]
    sources: tuple[Id, ...]


class ClockFigures(Model):
    """How far a person's clock may be from the catalogue's.

    Attributes
    ----------
    rest_error, setup_error, warm_up_error
        Standard deviations of the factors around 1.
    session_percent
        How far a session is from its estimate, in percent of it.
    freedom
        Degrees of freedom of that error: the fewer, the less an odd session weighs.
    known_percent
        How many of a session's sets have to be of known exercises.
    """

    rest_error: Positive
    setup_error: Positive
    warm_up_error: Positive
    session_percent: Positive
    freedom: Positive
    least: Positive
    most: Positive
    known_percent: NotNegative
    sources: tuple[Id, ...]


class Estimates(Model):
    """What a training log says, and how sure that is.

    ``set_worth``: by the kind of a set. ``sources``: publications that are cited here only.
    """

    maximum: MaximumFigures
    set_worth: dict[SetKind, Share]
    stall: StallFigures
    clock: ClockFigures
    sources: tuple[Source, ...]
