"""What is sealed about a case, opened for those who may read it: its content, notice and dossier."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from evenhand.cases.case import State
from evenhand.cases.dossier import Content, RecordSaid, Telling, content_of
from evenhand.identity.holders import code_in
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import Conflict
from evenhand.kernel.ids import CaseId, RecordId, SubjectId
from evenhand.lists.disclose import Identified
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.rules_said import rule_said
from evenhand.relational.facts import RecordFacts, facts_of, records_about

CHANGE: Final = "registration_change"
"""The record type that says what happened to a body itself."""


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """One record with its plain facts and its unsealed part."""

    facts: RecordFacts
    sealed: Mapping[str, Json]

    @property
    def name(self) -> str:
        """What the subject is called in it."""
        return str(self.sealed.get("name", ""))

    @property
    def new_name(self) -> str:
        """What the subject is called from this record on, where it registers a new name."""
        return self.typed("new_name") if self.facts.type == CHANGE else ""

    def typed(self, field: str) -> str:
        """What was typed under a field; empty where nothing was."""
        statements = self.sealed.get("statements", ())
        for said in statements if isinstance(statements, (list, tuple)) else ():
            if isinstance(said, Mapping) and said.get("field") == field:
                return str(said.get("original", "")).strip()
        return ""


def open_records(
    opened: Opened, knowledge: Knowledge, records: Collection[RecordId]
) -> dict[RecordId, OpenedRecord]:
    """Open the sealed part of some records; one whose subject was erased is left out."""
    register = opened.register
    facts = facts_of(register.evidence, knowledge.segments, records)
    found = register.evidence.unseal(knowledge.segments, list(facts), register.vault.key_of)
    return {
        record: OpenedRecord(facts[record], sealed)
        for record, sealed in found
        if isinstance(sealed, Mapping)
    }


def contents_of(
    opened: Opened, knowledge: Knowledge, states: Collection[State]
) -> dict[CaseId, Content]:
    """What some cases are about, as notice, dossier and decisions name it; by case."""
    wanted = {record for state in states for record in state.facts.records}
    there = open_records(opened, knowledge, wanted)
    nameless = {s.facts.subject for s in states if not s.facts.records or s.facts.follows}
    names = names_of(opened, knowledge, nameless)
    contents = {}
    for state in states:
        facts = state.facts
        rule, sentences = rule_said(opened, knowledge, facts)
        said = tuple(said_of(opened, there[record]) for record in facts.records)
        own = () if facts.kind == "black" and facts.follows else facts.records
        name = next((there[r].name for r in own if there[r].name), "")
        telling = Telling(
            name=name or names.get(facts.subject, "") or str(facts.subject),
            rule=sentences,
            records=said,
            authority=opened.catalogue.authorities[facts.authority].title,
            salt=_salt(opened, facts.subject, facts.case),
        )
        contents[facts.case] = content_of(state, rule, telling)
    return contents


def names_of(
    opened: Opened, knowledge: Knowledge, subjects: Collection[SubjectId]
) -> dict[SubjectId, str]:
    """What organisations are called: by the latest registration of a new name, or the latest record.

    A new name changes what a subject is called from then on, and nothing of what was recorded.
    """
    register = opened.register
    about = records_about(register.evidence, knowledge.segments, subjects)
    latest = sorted(about, key=lambda facts: (facts.happened, facts.record))
    there = open_records(opened, knowledge, [facts.record for facts in latest])
    opened_ones = [there[facts.record] for facts in latest if facts.record in there]
    names = {one.facts.subject: one.name for one in opened_ones if one.name}
    renamed = {one.facts.subject: one.new_name for one in opened_ones if one.new_name}
    return names | renamed


def identified(
    opened: Opened, knowledge: Knowledge, subjects: Collection[SubjectId]
) -> dict[SubjectId, Identified]:
    """Who some organisations are; residents and erased subjects are left out."""
    names = names_of(opened, knowledge, subjects)
    found = {}
    for subject in subjects:
        try:
            scheme, code, kind = opened.register.vault.identifier_of(subject)
        except Conflict:
            continue
        if scheme in ("uscc", "organisation_code", "register_number"):
            name = names.get(subject, "")
            found[subject] = Identified(kind, scheme, code_in(code), name)  # type: ignore[arg-type]
    return found


def said_of(opened: Opened, record: OpenedRecord) -> RecordSaid:
    """One record as dossier, notice and letter say it."""
    rule = opened.catalogue.types[record.facts.type]
    authority = opened.catalogue.authorities[record.facts.authority].title
    return RecordSaid.of(record.facts.record, rule, authority, record.facts.happened, record.sealed)


def _salt(opened: Opened, subject: SubjectId, case: str) -> str:
    key = opened.register.vault.key_of(subject)
    return hmac.new(key, f"case salt\x1f{case}".encode(), hashlib.sha256).hexdigest()
