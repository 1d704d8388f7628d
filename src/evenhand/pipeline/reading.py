"""Who may read what: one gate before whatever is not public, asked by every command that reads it.

A reader is proved by a signature over the request: somebody in office by their enrolled key, a subject
by their own. ``MAY`` is the whole rule. Where even that something is there is nobody else's business,
"there is none" and "it is not for you" are one answer, word for word.

What it does not do: whoever holds the register's folder holds its files; the gate keeps the doors of
the program, and an office keeps the folder (``docs/reference/limits.md``).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.cases.case import State
from evenhand.cases.hand import Hand
from evenhand.cases.people import Role, Tenure
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import NotPermitted
from evenhand.kernel.ids import AuthorityId, CaseId, RecordId, SubjectId
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.keys.acts import verifies
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.acts import signed_act
from evenhand.pipeline.consequences import correction_named, made_corrections
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.subject_keys import subject_of_key
from evenhand.records.held import HeldItem
from evenhand.relational.doubts import texts
from evenhand.relational.facts import facts_of
from evenhand.relational.ledger import Draft, Event, signed_bytes
from evenhand.rights.floor import enforces

What = Literal["file", "held", "cases", "case", "correction", "doubts"]
"""A subject's file; what is held; the queue of cases; one case with its letters; a correction's letter;
records in doubt and corrections that were made."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Who may read one kind of thing.

    Attributes:
        roles: Roles of the authority that it is about; the auditor is of every authority.
        subject: Whether the subject that it is about may.
    """

    roles: frozenset[Role]
    subject: bool


MAY: Final[Mapping[What, Readers]] = {
    "file": Readers(frozenset({"auditor"}), subject=True),
    "held": Readers(frozenset({"clerk", "auditor"}), subject=False),
    "cases": Readers(frozenset({"clerk", "officer", "reviewer", "auditor"}), subject=False),
    "case": Readers(frozenset({"clerk", "officer", "reviewer", "auditor"}), subject=True),
    "correction": Readers(frozenset({"clerk", "officer", "reviewer", "auditor"}), subject=True),
    "doubts": Readers(frozenset({"clerk", "officer", "reviewer", "auditor"}), subject=False),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks to read: somebody in office with their key, or a subject with their own.

    Attributes:
        purpose: What an auditor reads a file for; its subject is told.
    """

    hand: Hand | None = None
    own: PrivateKey | None = None
    purpose: str = ""


@enforces("RF-14")
def may_read_file(opened: Opened, named: str, reader: Reader, at: Moment) -> SubjectId:
    """Let a subject's file be read by the subject, or by the auditor, of which the subject is told.

    Args:
        opened: The register.
        named: The subject as somebody typed it, or ``me``.
        reader: Who asks.
        at: The register's clock.

    Raises:
        NotPermitted: When nobody asks who may; the same words whoever is asked about.
        BadInput: When the auditor names nobody.
    """
    if reader.own is not None:
        owner = subject_of_key(opened, reader.own)
        if owner is None or named not in _names(opened, owner):
            raise _not_yours()
        return owner
    tenure = _in_office(opened, reader, "file", at)
    if tenure is None or reader.hand is None or not reader.purpose.strip():
        raise _not_yours()
    subject = opened.subject_named(named)
    opened.register.vault.identifier_of(subject)
    body: dict[str, Json] = {"on": opened.today(at).isoformat(), "purpose": reader.purpose}
    draft = Draft("file.read", str(subject), reader.hand.person, body)
    signed = signed_act(opened, reader.hand, draft, at, (("auditor",), None))
    opened.register.ledger.append([signed], at)
    return subject


def may_read_held(
    opened: Opened, items: Iterable[HeldItem], reader: Reader, at: Moment
) -> tuple[HeldItem, ...]:
    """Leave of what is held what the reader may see: a clerk what their authority delivered.

    Raises:
        NotPermitted: When nobody asks who may see any.
    """
    if _study(opened, reader):
        return tuple(items)
    tenure = _in_office(opened, reader, "held", at)
    if tenure is None:
        raise _needs("held")
    return tuple(i for i in items if _of(tenure, None if i.authority is None else str(i.authority)))


def may_read_cases(
    opened: Opened, states: Iterable[State], reader: Reader, at: Moment
) -> tuple[State, ...]:
    """Leave of some cases what the reader may see: those that their authority decides.

    Raises:
        NotPermitted: When nobody asks who may see any.
    """
    if _study(opened, reader):
        return tuple(states)
    tenure = _in_office(opened, reader, "cases", at)
    if tenure is None:
        raise _needs("cases")
    return tuple(state for state in states if _of(tenure, state.facts.authority))


def may_read_case(opened: Opened, case: str, reader: Reader, at: Moment) -> State:
    """Let one case be read by those of its authority, its subject and the auditor.

    Raises:
        NotPermitted: When it is not for the reader, or there is none of that number: the same words.
        BadInput: When there is none and the auditor asks, who may know.
    """
    opened.desk.catch_up()
    state = opened.desk.states.get(CaseId(case))
    if reader.own is not None:
        owner = subject_of_key(opened, reader.own)
        if (
            state is None
            or owner is None
            or state.facts.subject != owner
            or not MAY["case"].subject
        ):
            raise _no_such_case(case)
        return state
    tenure = _in_office(opened, reader, "case", at)
    if tenure is not None and tenure.role == "auditor":
        return opened.desk.state(case)
    if tenure is None or state is None or not _of(tenure, state.facts.authority):
        raise _no_such_case(case)
    return state


def may_read_correction(opened: Opened, correction: str, reader: Reader, at: Moment) -> Event:
    """Let the letter of a correction be read by its subject, the records' authorities and the auditor.

    Raises:
        NotPermitted: When it is not for the reader, or there is none of that number: the same words.
        BadInput: When there is none and the auditor asks, who may know.
    """
    made = next((e for e in made_corrections(opened) if e.topic == correction), None)
    if reader.own is not None:
        owner = subject_of_key(opened, reader.own)
        if made is None or owner is None or made.body["subject"] != str(owner):
            raise _no_such_correction(correction)
        return made
    tenure = None if _study(opened, reader) else _in_office(opened, reader, "correction", at)
    if _study(opened, reader) or (tenure is not None and tenure.role == "auditor"):
        return correction_named(opened, correction)
    if (
        made is None
        or tenure is None
        or tenure.authority not in _brought_by(opened, _records_of(made)).values()
    ):
        raise _no_such_correction(correction)
    return made


def may_read_doubts(
    opened: Opened, reader: Reader, at: Moment
) -> tuple[tuple[RecordId, ...], tuple[Event, ...]]:
    """Leave of records in doubt, and of corrections, those of the reader's authority.

    Raises:
        NotPermitted: When nobody asks who may see any.
    """
    opened.desk.catch_up()
    doubtful, made = tuple(sorted(opened.desk.doubts.now())), made_corrections(opened)
    if _study(opened, reader):
        return doubtful, made
    tenure = _in_office(opened, reader, "doubts", at)
    if tenure is None:
        raise _needs("doubts")
    if tenure.role == "auditor":
        return doubtful, made
    corrected = {event.topic: _records_of(event) for event in made}
    everything = {*doubtful, *(record for records in corrected.values() for record in records)}
    own = {r for r, by in _brought_by(opened, everything).items() if by == tenure.authority}
    return (
        tuple(record for record in doubtful if record in own),
        tuple(event for event in made if not own.isdisjoint(corrected[event.topic])),
    )


def _records_of(made: Event) -> list[RecordId]:
    """The records that a correction is about."""
    return [RecordId.parse(said) for said in texts(made.body["records"])]


def _brought_by(opened: Opened, records: Iterable[RecordId]) -> dict[RecordId, AuthorityId]:
    """The authority that brought each of some records."""
    store, segments = opened.register.evidence, opened.knowledge().segments
    there = facts_of(store, segments, list(records))
    return {record: facts.authority for record, facts in there.items()}


def is_reading(event: Event) -> bool:
    """Say whether an event records that somebody looked at a subject's affairs."""
    return event.kind in ("case.opened", "file.read", "rows.read") or event.kind.startswith(
        "lookup."
    )


def _in_office(opened: Opened, reader: Reader, what: What, at: Moment) -> Tenure | None:
    """The office of whoever signed the request; None when it opens nothing of the kind."""
    hand = reader.hand
    if hand is None:
        return None
    opened.desk.catch_up()
    now = opened.desk.now(at)
    tenure = opened.desk.people.tenure(hand.person, now)
    if tenure is None or tenure.role not in MAY[what].roles:
        return None
    body: dict[str, Json] = {"at": said(now)}
    message = signed_bytes("register.read", what, hand.person, body)
    made = base64.b64encode(hand.sign(message)).decode()
    return tenure if verifies(tenure.key, message, made) else None


def _of(tenure: Tenure, authority: str | None) -> bool:
    return tenure.role == "auditor" or (authority is not None and tenure.authority == authority)


def _study(opened: Opened, reader: Reader) -> bool:
    """A register of study holds published worksheets and decides nothing; whoever reads it may."""
    return opened.register.settings.kind == "reproduction" and reader == Reader()


def _names(opened: Opened, owner: SubjectId) -> tuple[str, ...]:
    _, code, kind = opened.register.vault.identifier_of(owner)
    own = ("me", str(owner))
    return own if kind in ("resident", "sole_trader") else (*own, code)


def _not_yours() -> NotPermitted:
    return NotPermitted(
        Text(
            zh="没有可以给您看的档案。本人用自己的密钥查看（me --key 文件）；审计员签名并写明用途"
            "（--as auditor --key 文件 --purpose 用途），主体会看到。",
            en="There is no file that you can see. Subjects read their own with their own key "
            "(me --key FILE); the auditor signs and says what for (--as auditor --key FILE "
            "--purpose TEXT), and the subject sees that.",
        )
    )


def _no_such_case(case: str) -> NotPermitted:
    return NotPermitted(
        Text(
            zh=f"没有您可以查看的案件“{case}”。决定机关的人员、主体本人和审计员可以查看："
            "--as 账号 --key 文件，或本人的 --key 文件。",
            en=f'There is no case "{case}" that you can see. Those of the deciding authority can, its '
            "subject and the auditor: --as ACCOUNT --key FILE, or a subject's own --key FILE.",
        )
    )


def _no_such_correction(correction: str) -> NotPermitted:
    return NotPermitted(
        Text(
            zh=f"没有您可以查看的更正“{correction}”。信息所属机关的人员、主体本人和审计员可以查看："
            "--as 账号 --key 文件，或本人的 --key 文件。",
            en=f'There is no correction "{correction}" that you can see. Those of the records\' authority '
            "can, its subject and the auditor: --as ACCOUNT --key FILE, or a subject's own --key FILE.",
        )
    )


def _needs(what: What) -> NotPermitted:
    who = {
        "held": Text(zh="报送机关的报送员和审计员", en="clerks of the authority that delivered it"),
        "cases": Text(zh="决定机关的人员和审计员", en="those of the deciding authority"),
        "doubts": Text(zh="信息所属机关的人员和审计员", en="those of the records' authority"),
    }[what]
    return NotPermitted(
        Text(
            zh=f"只有{who.zh}可以查看，须签名请求：--as 账号 --key 文件。",
            en=f"Only {who.en} and the auditor see this, by a signed request: "
            "--as ACCOUNT --key FILE.",
        )
    )
