"""Correct once, undo everything: acts that say a record is wrong, each one transaction with what follows.

What it guards: from the moment at which a record is disputed, found wrong, taken from the subject it
was put down to, or its source is believed no longer, nothing that rests on it has effect against
anybody. What it does not do: it takes nothing away that speaks for a subject (that takes a delivery
of the authority), and it lets nothing come back: that takes two officers (``case decide``). Rules:

1. Anybody enrolled may dispute a record for its subject; it is in doubt at once.
2. An officer or reviewer of the record's authority, or of one that decides a case on it, settles a
   dispute or finds the record wrong; not who delivered it, who disputed it, or declared a conflict.
3. By hand a record is only ever found wrong in its subject's favour.
4. With ``dry`` everything is worked out and nothing is recorded.

    done = dispute(opened, hand, record, Disputed("It was not our drain.", paper), at)
    done.touched, done.letters, done.events
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from evenhand.cases.case import State
from evenhand.cases.hand import Hand
from evenhand.cases.people import Role
from evenhand.identity.judgement import Judgement, taken_back
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, Conflict, NotPermitted
from evenhand.kernel.ids import AuthorityId, PersonId, RecordId, SourceId
from evenhand.kernel.periods import Day, Moment
from evenhand.kernel.text import Text
from evenhand.pipeline.acts import signed_act
from evenhand.pipeline.consequences import Change, Consequences, consequences
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened, unknown
from evenhand.pipeline.touched import SubjectTouched
from evenhand.relational.facts import (
    RecordFacts,
    brought_by,
    corrections_of,
    facts_of,
    records_about,
)
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.rights.floor import enforces

Outcome = Literal["retracted", "misidentified"]
ANYBODY: tuple[Role, ...] = ("clerk", "officer", "reviewer", "steward", "auditor")
SETTLERS: tuple[Role, ...] = ("officer", "reviewer")


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts on the register's clock, or only looks at what would follow.

    Attributes:
        hand: Who acts, with their key; with ``dry`` nobody has to.
        dry: Work everything out, record nothing.
    """

    hand: Hand | None
    at: Moment
    dry: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, or would be.

    Attributes:
        touched: Everything that it touched, by subject.
        letters: The letters, by number of their correction.
        events: What was recorded; empty when nothing was.
    """

    touched: tuple[SubjectTouched, ...]
    letters: tuple[tuple[str, Text], ...]
    events: tuple[Event, ...]


_Prepared = tuple[Draft, Change, tuple[tuple[Role, ...], AuthorityId | None]]


@enforces("RF-11", "RF-16")
def dispute(opened: Opened, act: Act, record: RecordId, text: str, paper: str) -> Done:
    """Dispute a record for its subject; from now on it counts for nothing against them.

    Args:
        opened: The register.
        act: Anybody enrolled.
        record: Which.
        text: What the subject says.
        paper: Digest of their letter.

    Raises:
        BadInput: When there is no such record, or nothing is said.
        Conflict: When it is disputed already, or was found wrong.
        NotPermitted: When nobody enrolled signs.
    """

    def prepare(knowledge: Knowledge) -> _Prepared:
        _there(opened, knowledge, record)
        _refuse_empty(text)
        if "dispute" in opened.desk.doubts.open(record):
            raise Conflict(
                Text(
                    zh=f"{record} 已有争议，尚未解决；在此期间它不产生任何不利影响。",
                    en=f"{record} is disputed already and nobody has settled it; meanwhile it counts for "
                    "nothing against its subject.",
                )
            )
        _refuse_withdrawn(knowledge, record)
        body: dict[str, Json] = {
            "on": _today(opened, act).isoformat(),
            "records": [str(record)],
            "text": text,
            "paper": paper,
        }
        draft = Draft("record.doubted", str(record), SYSTEM, body)
        return draft, Change({record: "doubted"}, draft.kind, text), (ANYBODY, None)

    return _carried_out(opened, act, prepare)


@enforces("RF-11")
def settle_doubt(opened: Opened, act: Act, record: RecordId, reasons: str) -> Done:
    """Find that a record stands, after its dispute or its source was examined.

    What was suspended stays so until two officers who neither signed it nor settled this let it stand.

    Raises:
        BadInput: When there is no such record, or no reason.
        Conflict: When nobody doubts it, or two documents differ (that is settled by ``held settle``).
        NotPermitted: When somebody signs who may not.
    """

    def prepare(knowledge: Knowledge) -> _Prepared:
        facts = _there(opened, knowledge, record)
        _refuse_empty(reasons)
        open_ones = set(opened.desk.doubts.open(record)) - {"conflict"}
        retired = knowledge.doubted.retired
        if facts.delivery in retired and knowledge.doubted.trusted(record) is None:
            open_ones.add("source")
        if not open_ones:
            raise Conflict(
                Text(
                    zh=f"{record} 没有待解决的争议。两份文书不一致的，用 held settle 处理。",
                    en=f"Nobody doubts {record}. Where two documents differ, use `held settle`.",
                )
            )
        by = _settlers(opened, act, facts)
        body: dict[str, Json] = {
            "on": _today(opened, act).isoformat(),
            "records": [str(record)],
            "of": sorted(open_ones),
            "reasons": reasons,
        }
        draft = Draft("record.doubt_settled", str(record), SYSTEM, body)
        return draft, Change({record: "stands"}, draft.kind, reasons), (SETTLERS, by)

    return _carried_out(opened, act, prepare)


@enforces("RF-9", "RF-16")
def correct(opened: Opened, act: Act, record: RecordId, outcome: Outcome, reasons: str) -> Done:
    """Find by hand that a record is wrong or about somebody else; from now on it counts for nobody.

    Raises:
        BadInput: When there is no such record, or no reason.
        Conflict: When it speaks for its subject, or was corrected or found wrong before.
        NotPermitted: When somebody signs who may not.
    """

    def prepare(knowledge: Knowledge) -> _Prepared:
        facts = _there(opened, knowledge, record)
        _refuse_empty(reasons)
        _refuse_withdrawn(knowledge, record)
        if corrections_of(opened.register.evidence, knowledge.segments, [record]):
            raise Conflict(
                Text(
                    zh=f"{record} 已由后来的报送更正，不再计入。",
                    en=f"A later delivery corrected {record}; it counts for nothing any more.",
                )
            )
        _refuse_favourable(opened, facts)
        by = _settlers(opened, act, facts)
        body: dict[str, Json] = {
            "on": _today(opened, act).isoformat(),
            "records": [str(record)],
            "outcome": outcome,
            "reasons": reasons,
        }
        draft = Draft("record.corrected", str(record), SYSTEM, body)
        return draft, Change({record: outcome}, draft.kind, reasons), (SETTLERS, by)

    return _carried_out(opened, act, prepare)


@enforces("RF-9", "RF-16")
def undo_identity(
    opened: Opened, act: Act, record: RecordId, reasons: str, finding: Judgement
) -> Done:
    """Take a confirmed identity back: the record waits again and counts for nobody.

    Raises:
        BadInput: When there is no such record, or no reason.
        Conflict: When nobody had confirmed whom it means.
        NotPermitted: When the signer is no clerk or officer of the authority that delivered it.
    """

    def prepare(knowledge: Knowledge) -> _Prepared:
        facts = _there(opened, knowledge, record)
        _refuse_empty(reasons)
        meant = {waiting: subject for waiting, subject, _ in knowledge.judged}
        subject = meant.get(facts.subject, facts.subject)
        if not facts.waits or subject == facts.subject:
            raise Conflict(
                Text(
                    zh=f"{record} 的身份不是由人确认的，没有可以收回的认定。",
                    en=f"Nobody confirmed whom {record} means; there is no finding to take back.",
                )
            )
        about = records_about(opened.register.evidence, knowledge.segments, [facts.subject])
        records = sorted(one.record for one in about)
        source = knowledge.deliveries[facts.delivery].source
        authority = opened.contract(source, knowledge).authority
        draft = taken_back(facts.subject, subject, finding, records, reasons)
        change = Change(dict.fromkeys(records, "misidentified"), draft.kind, reasons)
        return draft, change, (("clerk", "officer"), authority)

    return _carried_out(opened, act, prepare)


@enforces("RF-5", "RF-16")
def retire_source(opened: Opened, act: Act, source: SourceId, reasons: str) -> Done:
    """Believe a source no longer: nothing more comes in from it, all that came is in doubt.

    Raises:
        BadInput: When there is no such source, or no reason.
        Conflict: When it was retired before.
        NotPermitted: When neither a steward nor an officer of its authority signs.
    """

    def prepare(knowledge: Knowledge) -> _Prepared:
        if source not in knowledge.sources:
            raise unknown(source, tuple(knowledge.sources), Text(zh="数据源", en="source"))
        _refuse_empty(reasons)
        if source in knowledge.retired:
            raise Conflict(
                Text(zh=f"数据源 {source} 已停用。", en=f"The source {source} is retired already.")
            )
        deliveries = sorted(d.delivery for d in knowledge.deliveries.values() if d.source == source)
        rested = _rested_on(opened)
        brought = brought_by(opened.register.evidence, knowledge.segments, deliveries)
        records = sorted(rested & brought.keys())
        body: dict[str, Json] = {
            "on": _today(opened, act).isoformat(),
            "source": source,
            "reasons": reasons,
            "deliveries": list(deliveries),
            "records": [str(record) for record in records],
        }
        draft = Draft("source.retired", source, SYSTEM, body)
        authority = opened.contract(source, knowledge).authority
        change = Change(dict.fromkeys(sorted(brought), "doubted"), draft.kind, reasons)
        return draft, change, (("steward", "officer"), authority)

    return _carried_out(opened, act, prepare)


def _carried_out(opened: Opened, act: Act, prepare: Callable[[Knowledge], _Prepared]) -> Done:
    """Check, work out what follows, and record both together, or nothing."""
    if act.dry:
        opened.desk.catch_up()
        knowledge = opened.knowledge()
        _, change, _ = prepare(knowledge)
        found = consequences(opened, knowledge, change, act.at)
        return Done(found.touched, found.letters, ())
    with opened.register.lock(), opened.desk.transaction(act.at) as transaction:
        knowledge = opened.knowledge()
        draft, change, by = prepare(knowledge)
        signed = signed_act(opened, act.hand, draft, act.at, by)
        follows: Consequences = consequences(opened, knowledge, change, act.at)
        events = transaction.append([signed, *follows.drafts])
    return Done(follows.touched, follows.letters, events)


def _settlers(opened: Opened, act: Act, facts: RecordFacts) -> AuthorityId | None:
    """The authority whose officers may say whether a record holds, for whoever acts (D3).

    Raises:
        NotPermitted: When this person brought the record, disputed it, or declared a conflict.
    """
    if act.hand is None:
        return facts.authority
    people, person = opened.desk.people, act.hand.person
    natural = people.natural_of(person)
    involved = _involved(opened, facts)
    if natural in people.naturals(involved):
        raise NotPermitted(
            Text(
                zh=f"{person} 报送过这条信息、对它提出过争议，或声明过利益冲突，须由他人处理。",
                en=f"{person} delivered this record, disputed it, or declared a conflict of interest; "
                "somebody else has to do this.",
            )
        )
    tenure = people.tenure(person, opened.desk.now(act.at))
    deciding = {state.facts.authority for state in _states_on(opened, facts.record)}
    if tenure is not None and tenure.authority in deciding:
        return tenure.authority
    return facts.authority


def _involved(opened: Opened, facts: RecordFacts) -> set[PersonId]:
    """Who delivered a record, disputed it, judged its identity, or declared a conflict in a case on it."""
    knowledge, ledger = opened.knowledge(), opened.register.ledger
    received = knowledge.deliveries.get(facts.delivery)
    involved = set() if received is None else {received.clerk}
    disputes = ledger.read(kinds=("record.doubted",), topic=str(facts.record))
    judged = ledger.read(kinds=("identity.judged",), topic=str(facts.subject))
    involved |= {PersonId(event.actor) for event in (*disputes, *judged)}
    for state in _states_on(opened, facts.record):
        involved |= state.conflicts
    return involved


def _states_on(opened: Opened, record: RecordId) -> list[State]:
    return [state for state in opened.desk.states.values() if record in state.facts.records]


def _rested_on(opened: Opened) -> frozenset[RecordId]:
    return frozenset(
        record
        for state in opened.desk.states.values()
        if state.status not in ("ended", "closed")
        for record in state.facts.records
    )


def _there(opened: Opened, knowledge: Knowledge, record: RecordId) -> RecordFacts:
    found: Mapping[RecordId, RecordFacts] = facts_of(
        opened.register.evidence, knowledge.segments, [record]
    )
    if record not in found:
        raise BadInput(
            Text(
                zh=f"登记库中没有信息 {record}。编号见 evenhand explain 或案卷。",
                en=f"The register has no record {record}. Numbers stand in `evenhand explain` and in "
                "every dossier.",
            )
        )
    return found[record]


def _refuse_withdrawn(knowledge: Knowledge, record: RecordId) -> None:
    if record in knowledge.withdrawn:
        raise Conflict(
            Text(
                zh=f"{record} 已被认定有误，不再计入。",
                en=f"{record} was found wrong before; it counts for nothing any more.",
            )
        )


@enforces("RF-6")
def _refuse_favourable(opened: Opened, facts: RecordFacts) -> None:
    """By hand nothing is taken from a subject: what speaks for them goes by a delivery alone."""
    if not opened.catalogue.types[facts.type].adverse:
        raise Conflict(
            Text(
                zh=f"{facts.record}（{facts.type}）不是对主体不利的信息；撤回它要由主管部门报送更正。",
                en=f"{facts.record} ({facts.type}) is not against its subject. To take it away takes a "
                "delivery of the authority.",
            )
        )


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise BadInput(Text(zh="请写明理由。", en="Say the reasons."))


def _today(opened: Opened, act: Act) -> Day:
    return opened.desk.today(opened.desk.now(act.at))
