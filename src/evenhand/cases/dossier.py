"""The dossier: everything that officers decide on and the subject is told, and nothing else.

Its content is fixed when the notice is made: who, which records with what was typed in which cell,
which rule, which law, which effect, how long. Notice and decisions name the content's digest (D6).
Around it stand clocks, objections and answers, which go on. There is no point or grade in it, and
no decision: the second officer reads what the first one read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evenhand.cases.case import CaseKind, Objection, State
from evenhand.cases.redress import Appeal, RepairRequest
from evenhand.cases.words import FIELD, span_text
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.ids import CaseId, ListId, RecordId, RecordType, SubjectId
from evenhand.kernel.periods import Day, Span
from evenhand.kernel.text import Text
from evenhand.schemes.scheme import Repair, Scheme
from evenhand.sources.catalogue import Catalogue, TypeRule


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a record as it was typed: which field, what, in which cell."""

    field: Text
    original: str
    cell: str


@dataclass(frozen=True, slots=True)
class RecordSaid:
    """One record with its document and everything that was typed."""

    record: RecordId
    title: Text
    authority: Text
    document: str
    decided_on: Day
    article: str
    values: tuple[Said, ...]

    @classmethod
    def of(
        cls, record: RecordId, rule: TypeRule, authority: Text, day: Day, sealed: Mapping[str, Json]
    ) -> RecordSaid:
        """Take a record's unsealed part: document, article and statements.

        Args:
            record: Its number.
            rule: Its type in the catalogue.
            authority: Who issued the document.
            day: When it was decided.
            sealed: What the evidence store unsealed.
        """
        statements = sealed["statements"]
        values = tuple(
            _said(rule, statement)
            for statement in (statements if isinstance(statements, (list, tuple)) else ())
            if isinstance(statement, Mapping)
        )
        document, article = str(sealed["document"]), str(sealed["article"])
        return cls(record, rule.title, authority, document, day, article, values)


@dataclass(frozen=True, slots=True)
class Content:
    """What is decided; equal contents have one digest.

    Attributes:
        subject: The subject's number.
        name: What the subject is called in the records.
        list: Title of the list.
        scheme: Title of the scheme.
        legal_basis: Title and article of each law.
        rule: The list's rule as sentences.
        records: The records that meet it, in the order of the case.
        effect: What an entry leads to, as sentences.
        repair: How it can end early; None where the rule gives no way.
        authority: Whose officers decide.
        salt: Made with the subject's key, so that the digest tells nothing once the key is destroyed.
        kind: What kind of case it is; the list says the same to whoever holds the digest.
    """

    case: CaseId
    subject: SubjectId
    name: str
    list: Text
    adverse: bool
    scheme: Text
    version: str
    legal_basis: tuple[tuple[Text, str], ...]
    rule: Text
    met_on: Day
    records: tuple[RecordSaid, ...]
    effect: tuple[Text, ...]
    lasts: Span
    objection_days: int
    repair: Text | None
    authority: Text
    salt: str
    kind: CaseKind = "black"

    def value(self) -> Json:
        """The content as one canonical value."""
        return {
            "case": self.case,
            "subject": str(self.subject),
            "name": self.name,
            "list": _both(self.list),
            "adverse": self.adverse,
            "scheme": _both(self.scheme),
            "version": self.version,
            "legal_basis": [{"law": _both(law), "article": art} for law, art in self.legal_basis],
            "rule": _both(self.rule),
            "met_on": self.met_on.isoformat(),
            "records": [_record(record) for record in self.records],
            "effect": [_both(sentence) for sentence in self.effect],
            "lasts": str(self.lasts),
            "objection_days": self.objection_days,
            "repair": None if self.repair is None else _both(self.repair),
            "authority": _both(self.authority),
            "salt": self.salt,
        }

    def digest(self) -> str:
        """SHA-256 of the content; notice and both decisions name it."""
        return digest(self.value())


@dataclass(frozen=True, slots=True)
class Dossier:
    """The content with its clocks, objections and answers on one day, as an officer sees it."""

    content: Content
    on: Day
    noticed_on: Day | None
    delivered_on: Day | None
    object_until: Day | None
    waived_on: Day | None
    decide_until: Day | None
    objections: tuple[Objection, ...]
    suspended_for: tuple[str, ...]
    appeals: tuple[Appeal, ...] = ()
    repairs: tuple[RepairRequest, ...] = ()

    def value(self) -> Json:
        """The dossier as one canonical value."""
        return {
            "content": self.content.value(),
            "content_digest": self.content.digest(),
            "on": self.on.isoformat(),
            "clocks": {
                "noticed_on": _iso(self.noticed_on),
                "delivered_on": _iso(self.delivered_on),
                "object_until": _iso(self.object_until),
                "waived_on": _iso(self.waived_on),
                "decide_until": _iso(self.decide_until),
            },
            "objections": [
                {
                    "objection": o.objection,
                    "on": o.on.isoformat(),
                    "text": o.text,
                    "answer": o.answer,
                }
                for o in self.objections
            ],
            "suspended_for": list(self.suspended_for),
            **self._redress(),
        }

    def _redress(self) -> dict[str, Json]:
        """Appeals and repairs, where there are any; no decision on an earlier one is left out."""
        appeals: list[Json] = [
            {
                "appeal": a.appeal,
                "on": a.on.isoformat(),
                "text": a.text,
                "decide_until": a.decide_until.isoformat(),
                "outcome": a.outcome,
                "reasons": a.reasons,
            }
            for a in self.appeals
        ]
        repairs: list[Json] = [
            {
                "repair": r.repair,
                "on": r.on.isoformat(),
                "missing": list(r.missing),
                "decide_until": r.decide_until.isoformat(),
                "outcome": r.outcome,
                "reasons": r.reasons,
            }
            for r in self.repairs
        ]
        said: dict[str, Json] = {"appeals": appeals, "repairs": repairs}
        return {name: value for name, value in said.items() if value}

    def digest(self) -> str:
        """SHA-256 of everything that was shown."""
        return digest(self.value())


@dataclass(frozen=True, slots=True)
class Telling:
    """What a case cannot say of itself, since it is sealed or said elsewhere.

    Attributes:
        name: What the subject is called.
        rule: The list's rule as sentences, from the scheme.
        records: The case's records, unsealed.
        authority: Title of the deciding authority.
        salt: Made with the subject's key for this case.
    """

    name: str
    rule: Text
    records: tuple[RecordSaid, ...]
    authority: Text
    salt: str


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """What a list, a court's register or a scheme says to somebody whom a case is about.

    Attributes:
        title: Of the list, the register, the grade or the step.
        source: Title of the scheme that holds the rule.
        legal_basis: Title and article of each law.
        effect: What it leads to, as sentences.
        repair: How it can end early; None where there is no way.
    """

    title: Text
    source: Text
    version: str
    legal_basis: tuple[tuple[Text, str], ...]
    effect: tuple[Text, ...]
    repair: Text | None


def rule_of_list(scheme: Scheme, of: ListId, catalogue: Catalogue) -> RuleSaid:
    """What one list of a scheme says."""
    rule = scheme.list_rule(of)
    measures = tuple(catalogue.measures[name].title for name in rule.measures)
    return RuleSaid(
        title=rule.title,
        source=scheme.title,
        version=scheme.version,
        legal_basis=tuple((law.title, law.article) for law in rule.legal_basis),
        effect=(seen_by(rule.visibility), *measures),
        repair=None if rule.repair is None else _repair(rule.repair, catalogue),
    )


def content_of(state: State, rule: RuleSaid, telling: Telling) -> Content:
    """Put together what a case is about.

    Raises:
        RegisterDamaged: When the records handed in are not those of the case.
    """
    facts = state.facts
    said = {record.record: record for record in telling.records}
    if set(said) != set(facts.records):
        raise RegisterDamaged(
            Text(
                zh=f"案件 {facts.case} 的信息与证据库不符。请运行 evenhand check。",
                en=f"The records of case {facts.case} are not those of the evidence store. "
                "Run `evenhand check`.",
            )
        )
    return Content(
        case=facts.case,
        subject=facts.subject,
        name=telling.name,
        list=rule.title,
        adverse=facts.adverse,
        scheme=rule.source,
        version=rule.version,
        legal_basis=rule.legal_basis,
        rule=telling.rule,
        met_on=facts.met_on,
        records=tuple(said[record] for record in facts.records),
        effect=rule.effect,
        lasts=facts.lasts,
        objection_days=facts.objection_days,
        repair=rule.repair,
        authority=telling.authority,
        salt=telling.salt,
        kind=facts.kind,
    )


def dossier_of(state: State, content: Content, on: Day) -> Dossier:
    """Put a case's content and its course together, as it stands on a day."""
    causes = state.suspension.causes if state.suspension else ()
    return Dossier(
        content=content,
        on=on,
        noticed_on=state.noticed_on,
        delivered_on=state.delivered_on,
        object_until=state.object_until,
        waived_on=state.waived_on,
        decide_until=state.decide_until,
        objections=state.objections,
        suspended_for=tuple(f"{cause} {record}" for cause, record in causes),
        appeals=state.appeals,
        repairs=state.repairs,
    )


def seen_by(visibility: str) -> Text:
    """Say who sees an entry."""
    if visibility == "public":
        return Text(zh="名单记录向社会公布。", en="The entry is published.")
    return Text(
        zh="名单记录不公布，只答复有合法用途的查询。",
        en="The entry is not published; it answers look-ups with a lawful purpose only.",
    )


def _repair(repair: Repair, catalogue: Catalogue) -> Text:
    after = span_text(repair.after)
    needs = [_titled(name, catalogue) for name in repair.needs]
    return Text(
        zh=f"生效满{after.zh}后可以申请信用修复，须有：{'、'.join(n.zh for n in needs)}。",
        en=f"{after.en} after it took effect you can apply for repair. It needs: "
        f"{', '.join(n.en for n in needs)}.",
    )


def _titled(name: str, catalogue: Catalogue) -> Text:
    rule = catalogue.types.get(RecordType(name))
    return rule.title if rule else Text(zh=name, en=name)


def _said(rule: TypeRule, statement: Mapping[str, Json]) -> Said:
    name = str(statement["field"])
    known = rule.field(name)
    plain = name.replace("_", " ")
    title = known.title if known else FIELD.get(name, Text(zh=plain, en=plain.capitalize()))
    return Said(title, str(statement["original"]), str(statement["cell"]))


def _record(record: RecordSaid) -> Json:
    return {
        "record": str(record.record),
        "title": _both(record.title),
        "authority": _both(record.authority),
        "document": record.document,
        "decided_on": record.decided_on.isoformat(),
        "article": record.article,
        "values": [
            {"field": _both(v.field), "original": v.original, "cell": v.cell} for v in record.values
        ],
    }


def _both(text: Text) -> Json:
    return {"zh": text.zh, "en": text.en}


def _iso(day: Day | None) -> str | None:
    return None if day is None else day.isoformat()
