"""The rules, one a file; this list is their registry and the order of the ledger."""

from __future__ import annotations

from planner.rules.accessory_basis import AccessoryBasis
from planner.rules.balance import BalanceRule
from planner.rules.big_lift import BigLift
from planner.rules.complaints import Complaints
from planner.rules.compound_first import CompoundFirst
from planner.rules.compound_share import CompoundShare
from planner.rules.core_last import CoreLast
from planner.rules.coverage import Coverage
from planner.rules.equipment import EquipmentRule
from planner.rules.exclude import Exclude
from planner.rules.exercise_sets import ExerciseSets
from planner.rules.failure_late import FailureLate
from planner.rules.focus_days import FocusDays
from planner.rules.focus_early import FocusEarly
from planner.rules.frequency import Frequency
from planner.rules.fresh_back import FreshBack
from planner.rules.grip_apart import GripApart
from planner.rules.heavy_first import HeavyFirst
from planner.rules.heavy_once import HeavyOnce
from planner.rules.include import IncludeRule
from planner.rules.kinds import ExerciseRule, OrderRule
from planner.rules.lift_days import LiftDays
from planner.rules.main_lift import MainLift
from planner.rules.movement_basis import MovementBasis
from planner.rules.pattern_cap import PatternCap
from planner.rules.phases import Phases
from planner.rules.protocol import Build, Finding, Rule
from planner.rules.recovery import Recovery
from planner.rules.relevant import Relevant
from planner.rules.repeat import Repeat
from planner.rules.rest_day import RestDay
from planner.rules.risk_first import RiskFirst
from planner.rules.session_cap import SessionCap
from planner.rules.session_sets import SessionSets
from planner.rules.skill import Skill
from planner.rules.split import SplitRule
from planner.rules.strain import StrainRule
from planner.rules.superset_muscles import SupersetMuscles
from planner.rules.superset_pairs import SupersetPairs
from planner.rules.time_budget import TimeBudget
from planner.rules.variants import Variants
from planner.rules.whole_body import WholeBody
from planner.rules.work import Work
from planner.rules.worth import Worth

__all__ = ["REGISTRY", "Build", "ExerciseRule", "Finding", "OrderRule", "Rule"]

REGISTRY: tuple[Rule, ...] = (
    TimeBudget(), EquipmentRule(), Skill(), Complaints(), IncludeRule(), Exclude(), SplitRule(),
    Work(), Phases(), RiskFirst(), FreshBack(), MainLift(), CompoundShare(), Relevant(),
    PatternCap(), Repeat(), Recovery(), SessionCap(), SessionSets(), StrainRule(),
    SupersetPairs(), SupersetMuscles(), MovementBasis(), WholeBody(), Coverage(), Frequency(),
    RestDay(), BalanceRule(), BigLift(), LiftDays(), AccessoryBasis(), HeavyOnce(), Variants(),
    FocusDays(), Worth(), HeavyFirst(), CompoundFirst(), CoreLast(), FocusEarly(), FailureLate(),
    GripApart(), ExerciseSets(),
)
