"""What is there for a repair, looked up here and handed to the core.

The needs of a list's rule are record types, found by the document of the case where the type corrects
others, and by the subject where it does not.
"""

from __future__ import annotations

from collections.abc import Collection

from evenhand.cases.case import State
from evenhand.cases.commands import RepairPath
from evenhand.kernel.ids import CaseId, RecordType
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.milder_rules import ON_LISTS
from evenhand.pipeline.opened import Opened
from evenhand.relational.facts import records_about
from evenhand.rights.floor import enforces


@enforces("RF-12")
def repair_paths(
    opened: Opened, knowledge: Knowledge, states: Collection[State]
) -> dict[CaseId, RepairPath]:
    """How some entries can end early, and what of it is not there; those without a way are left out."""
    found: dict[CaseId, RepairPath] = {}
    for state in states:
        facts = state.facts
        if facts.kind not in ON_LISTS:
            continue
        scheme = opened.scheme(knowledge.schemes[facts.scheme, facts.version])
        repair = scheme.list_rule(facts.list).repair
        if repair is not None:
            missing = _missing(opened, knowledge, state, repair.needs)
            found[facts.case] = RepairPath(repair.after, missing)
    return found


def open_repairs(opened: Opened, knowledge: Knowledge) -> dict[CaseId, RepairPath]:
    """The same for every entry with an open application."""
    waiting = [state for state in opened.desk.states.values() if state.open_repairs]
    return repair_paths(opened, knowledge, waiting)


def _missing(
    opened: Opened, knowledge: Knowledge, state: State, needs: Collection[str]
) -> tuple[str, ...]:
    """Which needed record types have no record about the subject, or about the case's documents."""
    facts = state.facts
    store = opened.register.evidence
    about = [r for r in records_about(store, knowledge.segments, [facts.subject]) if not r.waits]
    counted = [r for r in about if r.record not in knowledge.withdrawn]
    absent: list[str] = []
    for need in needs:
        rule = opened.catalogue.types.get(RecordType(need))
        there = [r for r in counted if r.type == need]
        if rule is not None and rule.affects:
            documents = {r.document for r in there}
            fulfilled = set(facts.documents) <= documents
        else:
            fulfilled = bool(there)
        if not fulfilled:
            absent.append(need)
    return tuple(absent)
