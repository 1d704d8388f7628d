"""Hold the sheets of a workbook against a source contract.

What it guards: that every column which is read is the one that the contract means, that nothing
else is read, and that every row is known for what it is. Rules, in order:

1. A sheet is known by its name, and where no name fits by its columns.
2. A template's version cell names source and layout; another source's template stops the delivery.
3. A missing, renamed, doubled or retyped column stops the delivery; so does a prohibited one (RF-4)
   that is not waived. A new one warns and is not read.
4. Titles, heads and repeated heads, blank rows, notes and totals are no rows of data.

All findings come at once; whoever calls decides by their weight whether the delivery stops::

    matching = match(workbook, contract)
    stopped = any(finding.kind.weight == "stops" for finding in matching.findings)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from evenhand.kernel.findings import Finding, Place, found
from evenhand.sources.column_checks import column_findings
from evenhand.sources.contract import Contract, SheetRule, plain_head
from evenhand.sources.delivery import MatchedColumn, MatchedSheet, UnreadSheet
from evenhand.sources.heads import Head, find_head
from evenhand.sources.match_findings import (
    SHEET_AMBIGUOUS,
    SHEET_HIDDEN,
    SHEET_MISSING,
    SHEET_NO_HEAD,
    SHEET_OTHER_SOURCE,
    SHEET_RENAMED,
    SHEET_TOO_WIDE,
    SHEET_TWICE,
    SHEET_UNKNOWN,
)
from evenhand.sources.row_kinds import row_kinds
from evenhand.sources.sheet import Sheet, Workbook

WIDEST: Final = 500
"""Columns that a sheet may have; the widest published layout has 30."""

_MARKED_ROWS: Final = 10
_MARK: Final = "evenhand:"


@dataclass(frozen=True, slots=True)
class Matching:
    """The sheets of one workbook held against one contract, and everything noticed."""

    sheets: tuple[MatchedSheet, ...]
    unread: tuple[UnreadSheet, ...]
    findings: tuple[Finding, ...]


def match(workbook: Workbook, contract: Contract) -> Matching:
    """Hold every sheet of a workbook against a contract."""
    guides = {plain_head(name) for name in contract.guides}
    holding = [s for s in workbook.sheets if s.rows and plain_head(s.name) not in guides]
    sheets: list[MatchedSheet] = []
    unread = [UnreadSheet(s, None) for s in workbook.sheets if s not in holding]
    findings: list[Finding] = []
    for sheet in holding:
        chosen = _rule_and_head(sheet, contract, workbook.name, alone=len(holding) == 1)
        if isinstance(chosen, Finding):
            findings.append(chosen)
            unread.append(UnreadSheet(sheet, chosen))
            continue
        rule, head = chosen
        made = _read_by(sheet, rule, head)
        sheets.append(made)
        findings += _sheet_findings(made, workbook)
        findings += column_findings(made, head, workbook.name)
    times = Counter(sheet.name for sheet in workbook.sheets)
    for name in (name for name, count in times.items() if count > 1):
        findings.append(found(SHEET_TWICE, Place(workbook.name, name), read=name))
    findings += _missing_sheets(sheets, holding, contract, workbook.name)
    return Matching(tuple(sheets), tuple(unread), tuple(findings))


def _rule_and_head(
    sheet: Sheet, contract: Contract, file: str, *, alone: bool
) -> tuple[SheetRule, Head] | Finding:
    """Choose the rule that a sheet is read by, and find its head; or say why there is none.

    A sheet that has a rule's name, or is the only one, is surely meant: what it lacks is a finding.
    Any other sheet is read only when it lacks nothing.
    """
    place = Place(file, sheet.name)
    if sheet.width > WIDEST:
        return found(SHEET_TOO_WIDE, place, read=sheet.name, columns=sheet.width, allowed=WIDEST)
    source, version = _mark(sheet)
    versions = sorted({layout.version for rule in contract.sheets for layout in rule.layouts})
    if source not in ("", contract.source) or (version and version not in versions):
        allowed = ", ".join(f"{contract.source} {known}" for known in versions)
        return found(SHEET_OTHER_SOURCE, place, read=f"{source} {version}", allowed=allowed)
    named = [rule for rule in contract.sheets if _is_named(sheet, rule)]
    rules = named or [r for r in contract.sheets if not r.names] or list(contract.sheets)
    heads: list[tuple[SheetRule, Head]] = []
    for rule in rules:
        layouts = [layout for layout in rule.layouts if version in ("", layout.version)]
        head = find_head(sheet, layouts, contract)
        if head is not None:
            heads.append((rule, head))
    complete = [(rule, head) for rule, head in heads if not head.missing()]
    surely_meant = bool(named) or alone
    if not complete and not (heads and surely_meant):
        if surely_meant:
            heads_named = [c.spellings[0] for c in rules[0].layouts[-1].columns if c.required]
            return found(SHEET_NO_HEAD, place, read=sheet.name, allowed="、".join(heads_named))
        return found(SHEET_UNKNOWN, place, read=sheet.name, rows=len(sheet.rows))
    rule, head = max(complete or heads, key=lambda pair: pair[1].rank())
    equals = [r for r, h in complete if h.rank() == head.rank()]
    if len(equals) > 1:
        allowed = ", ".join(r.names[0] if r.names else r.sheet for r in equals)
        return found(SHEET_AMBIGUOUS, place, read=sheet.name, allowed=allowed)
    return rule, head


def _is_named(sheet: Sheet, rule: SheetRule) -> bool:
    return plain_head(sheet.name) in {plain_head(name) for name in rule.names}


def _mark(sheet: Sheet) -> tuple[str, str]:
    """Return the source and layout that a template's version cell names; empty without one."""
    for row in sheet.rows[:_MARKED_ROWS]:
        for cell in row:
            if isinstance(cell, str) and cell.startswith(_MARK):
                source, _, version = cell.removeprefix(_MARK).strip().partition(":")
                return source, version
    return "", ""


def _read_by(sheet: Sheet, rule: SheetRule, head: Head) -> MatchedSheet:
    columns = tuple(
        MatchedColumn(column, index, head.texts[index])
        for index, column in sorted(head.mapped.items())
    )
    waived = tuple(sorted(i for i, why in head.closed.items() if why == "waived"))
    return MatchedSheet(
        rule=rule,
        layout=head.layout,
        sheet=sheet,
        columns=columns,
        kinds=row_kinds(sheet, columns, head.last, waived),
        waived=waived,
    )


def _sheet_findings(made: MatchedSheet, workbook: Workbook) -> Iterator[Finding]:
    place = Place(workbook.name, made.sheet.name)
    renamed = bool(made.rule.names) and not _is_named(made.sheet, made.rule)
    if renamed and workbook.format not in ("csv", "tsv"):
        yield found(SHEET_RENAMED, place, read=made.sheet.name, allowed=made.rule.names[0])
    if made.sheet.hidden:
        yield found(SHEET_HIDDEN, place, read=made.sheet.name)


def _missing_sheets(
    sheets: Sequence[MatchedSheet], holding: Sequence[Sheet], contract: Contract, file: str
) -> Iterator[Finding]:
    """Name each sheet that the contract asks for and the file lacks."""
    if len(holding) == 1 and not sheets:
        return
    there = {made.rule.sheet for made in sheets}
    for rule in contract.sheets:
        named = any(_is_named(sheet, rule) for sheet in holding)
        if not (rule.optional or rule.sheet in there or named):
            wanted = rule.names[0] if rule.names else rule.sheet
            names = [sheet.name for sheet in holding]
            nearest = get_close_matches(wanted, names, n=1, cutoff=0.0)
            yield found(
                SHEET_MISSING, Place(file), allowed=wanted, nearest=nearest[0] if nearest else "—"
            )
