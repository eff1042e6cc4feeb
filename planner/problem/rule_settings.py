"""The setting of each rule in a request: the default of the catalogue, or what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from planner.catalog import Catalog
from planner.catalog.words import Severity
from planner.request.errors import InputError
from planner.request.request import Request, RuleFigures


class Figures(dict[str, float]):
    """The figures of a rule. One that a catalogue leaves out is its mistake, and said so."""

    rule = ""

    def __missing__(self, name: str) -> float:
        raise InputError(f"the catalogue has no figure {name!r} for the rule {self.rule}",
                         f"rules.{self.rule}.figures")


def figures_of(rule: str, figures: Mapping[str, float]) -> Figures:
    """Return the figures of a rule."""
    found = Figures(figures)
    found.rule = rule
    return found


@dataclass(frozen=True)
class Setting:
    """How strictly a rule is taken in this request."""

    severity: Severity
    weight: int
    figures: Mapping[str, float] = field(default_factory=dict)


class HasId(Protocol):
    """Anything with an id."""

    id: str


def settings_of(request: Request, catalog: Catalog, rules: Sequence[HasId]) -> dict[str, Setting]:
    """Return the setting of every rule, by id."""
    settings = {r.id: Setting(r.severity, r.weight, figures_of(r.id, r.figures))
                for r in catalog.rules}
    for rule in rules:
        if rule.id not in settings:
            settings[rule.id] = Setting(getattr(rule, "severity", "must"),
                                        getattr(rule, "weight", 1))
    for name, asked in request.rules.items():
        settings[name] = _overridden(name, settings[name], asked)
    return settings


def _overridden(name: str, default: Setting, asked: Severity | RuleFigures) -> Setting:
    if isinstance(asked, str):
        figures = figures_of(name, default.figures)
        if name == "session_cap" and asked != "must":
            figures.pop("must", None)
        return Setting(asked, default.weight, figures)
    written = {k: v for k, v in (("must", asked.must), ("should", asked.should)) if v is not None}
    takes = {"must", "should"} & set(default.figures)
    if not written or not takes:
        raise InputError("takes no figure; write must, should or off" if not takes else
                         "write a figure, such as {must: 20}", f"rules.{name}")
    severity: Severity = "must" if "must" in written else "should"
    if name == "session_cap":
        return Setting("must" if "must" in written else default.severity, default.weight,
                       figures_of(name, {**default.figures, **written}))
    limit = next(iter(written.values()))
    return Setting(severity, default.weight,
                   figures_of(name, {**default.figures, **written, "limit": limit}))
