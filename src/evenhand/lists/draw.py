"""Draw lists: which entries are in force on a day, by the events that were known.

Expiry is computed here, when a list is read, by no job that can forget (RF-12, invariant D7). What is
suspended, ended, past its last day, or under an appeal that the authority missed is not drawn:
``State.serves_on`` says so, for everybody who asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from evenhand.cases.case import CASE_KINDS, Happening, State
from evenhand.cases.fold import fold_all
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.ids import CaseId, SchemeId
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.lists.entry import Entry
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import ListRule, Scheme

LISTS: Final = ("black", "red")
"""Kinds of cases that lead to an entry on a list; debtors, grades and steps are on none."""

Rules = Mapping[tuple[SchemeId, str], Scheme]
"""Schemes by name and version: every version by which an entry was ever decided."""


@enforces("RF-12")
def draw(events: Iterable[Happening], on: Day, rules: Rules) -> tuple[Entry, ...]:
    """Return the entries in force on a day, in order of scheme, list and entry.

    Args:
        events: Events as the ledger has them, those known at the moment asked about; what is not of
            a case is passed over.
        on: The day, in the register's civil time.
        rules: The schemes that entries were decided by.

    Raises:
        RegisterDamaged: When the events of a case do not make one, or an entry was decided by a
            scheme or list that is not there.
    """
    states = (state for state in states_of(events).values() if state.serves_on(on))
    served = [one for state in states if (one := entry_of(state, rules)) is not None]
    return tuple(sorted(served, key=lambda one: (one.scheme, one.list, one.entry)))


def states_of(events: Iterable[Happening]) -> dict[CaseId, State]:
    """Fold the events of cases among some events.

    Raises:
        RegisterDamaged: When the events of a case do not make one.
    """
    return fold_all(event for event in events if event.kind in CASE_KINDS)


def entry_of(state: State, rules: Rules) -> Entry | None:
    """Return the entry that a case led to; None when it led to none, is no list's, or was ended.

    Raises:
        RegisterDamaged: When the scheme or list that it was decided by is not there.
    """
    if state.status != "in_effect" or state.effect is None or not state.decisions:
        return None
    facts = state.facts
    if facts.kind not in LISTS:
        return None
    rule = _rule(state, rules)
    return Entry(
        entry=facts.entry,
        case=facts.case,
        subject=facts.subject,
        subjects=facts.subjects,
        list=facts.list,
        kind="black" if facts.kind == "black" else "red",
        topic=rule.topic,
        scheme=facts.scheme,
        version=facts.version,
        authority=facts.authority,
        legal_basis=rule.legal_basis,
        term=state.effect,
        decided_on=max(decision.on for decision in state.decisions),
        decisions=tuple(sorted(decision.seq for decision in state.decisions)),
        records=facts.records,
        measures=rule.measures,
        purposes=rule.purposes,
        repair=rule.repair,
        visibility=rule.visibility,
    )


def _rule(state: State, rules: Rules) -> ListRule:
    facts = state.facts
    try:
        return rules[facts.scheme, facts.version].list_rule(facts.list)
    except KeyError:
        raise RegisterDamaged(
            Text(
                zh=f"{facts.entry} 依据的 {facts.scheme} {facts.version} 没有名单 {facts.list}。"
                "请运行 evenhand check。",
                en=f"{facts.entry} was decided by {facts.scheme} {facts.version}, which has no list "
                f"{facts.list} here. Run `evenhand check`.",
            )
        ) from None
