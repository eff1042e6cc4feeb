"""The ledger in plain sentences: what is broken first, what is kept in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words
from planner.judge.audit_rows import LedgerRow
from planner.show.wording import figure, plain

_STATUS = {"kept": "kept", "broken": "broken", "not_judged": "not judged",
           "not_applicable": "idle"}
_MUST = {"safety": "Unsafe", "possible": "Not possible", "asked": "Not as it was asked for",
         "preparation": "Not prepared for", "craft": "Broken, and must hold"}
"""Titles of broken must rules by their concern, the gravest first."""
_SHOULD = "Not kept, though it would be better"


def ledger_blocks(ledger: Sequence[LedgerRow], catalog: Catalog,
                  full: bool = False) -> Iterator[Block]:
    """Yield the ledger.

    Parameters
    ----------
    full
        Whether to list every row.
    """
    yield Heading("Rules")
    yield from broken_blocks(ledger, catalog)
    yield Words(_summary(ledger))
    if full:
        yield _table(ledger)


def broken_blocks(ledger: Sequence[LedgerRow], catalog: Catalog,
                  wishes: bool = True) -> Iterator[Block]:
    """Yield what is broken, the gravest first and wishes last; nothing where all is kept."""
    broken = [r for r in ledger if r.status == "broken"]
    titled = {title: [r for r in broken if r.severity == "must" and _concern(r, catalog) == concern]
              for concern, title in _MUST.items()}
    titled[_SHOULD] = [r for r in broken if r.severity == "should" and wishes]
    for title, rows in titled.items():
        if rows:
            yield Heading(title, 3)
            yield Items(tuple((_where(r), _sentence(r)) for r in rows))


def _concern(row: LedgerRow, catalog: Catalog) -> str:
    """Return what a rule is about; an application's own rule is as grave as any other."""
    known = catalog.rule_by_id.get(row.rule)
    return "craft" if known is None else known.concern


def broken_musts(ledger: Sequence[LedgerRow]) -> int:
    """Return how many must rules are broken."""
    return len({r.rule for r in ledger if r.status == "broken" and r.severity == "must"})


def _where(row: LedgerRow) -> str:
    return f"{plain(row.rule)} ({plain(row.where)})"


def _sentence(row: LedgerRow) -> str:
    text = row.says[:1].upper() + row.says[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _summary(ledger: Sequence[LedgerRow]) -> str:
    """Count rules: one counts as kept only where it is kept everywhere it applies."""
    parts = []
    for severity in ("must", "should"):
        by_rule: dict[str, set[str]] = {}
        for row in ledger:
            if row.severity == severity:
                by_rule.setdefault(row.rule, set()).add(row.status)
        kept = sum(1 for s in by_rule.values() if "kept" in s and "broken" not in s)
        parts.append(f"{so_many(kept, f'{severity} rule')} kept")
    left = {r.rule for r in ledger}
    judged = {r.rule for r in ledger if r.status in ("kept", "broken")}
    unsaid = sorted({r.rule for r in ledger if r.status == "not_judged"} - judged)
    idle = len(left - judged - set(unsaid))
    text = f"{' and '.join(parts)}; {idle} that {'does' if idle == 1 else 'do'} not apply here."
    if unsaid:
        names = ", ".join(plain(name) for name in unsaid)
        text += f" Not judged, because the text does not say enough: {names}."
    return text


def _table(ledger: Sequence[LedgerRow]) -> Table:
    rows = tuple(
        Row((plain(r.rule), plain(r.where), r.severity, _STATUS[r.status],
             "" if r.asked is None else figure(r.asked),
             "" if r.reached is None else figure(r.reached)), below=_sentence(r))
        for r in ledger)
    return Table(("rule", "where", "is a", "status", "asked", "reached"), "<<<<>>", rows)
