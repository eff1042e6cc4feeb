"""The rows of an audit: one for each finding of a rule, each goal and each tier."""

from typing import Literal

from planner.catalog.words import Model


class CoverageRow(Model):
    """Fractional sets reached for one goal."""

    muscle: str
    sets: float
    min: float
    target: float
    max: float
    weight: int = 1


class LedgerRow(Model):
    """What a rule asked at one place, what was reached, and both in a sentence."""

    rule: str
    severity: Literal["must", "should", "off"]
    status: Literal["kept", "broken", "not_judged", "not_applicable"]
    where: str
    asked: float | None = None
    reached: float | None = None
    slack: float | None = None
    penalty: int = 0
    says: str


class Tier(Model):
    """One level of the objective, most important first; all are minimised."""

    name: str
    value: int
    bound: int
    proved: bool
