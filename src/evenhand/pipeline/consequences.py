"""What follows from changed records, for the transaction that records the change (E5, D8).

Effects are suspended, cases close or wait, whoever holds an answer is told by the event
``correction.made`` (later stages send what it names), and each subject gets one letter. The ledger
keeps numbers and the digest of the letter; the letter itself is written again from them whenever
somebody who may read it asks. Of a resident's record that no case rests on, a delivery, or a source that
is believed no longer, leaves no such event: nobody can tell from the ledger whose rows were kept (RF-1);
the subject's file says it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evenhand.cases.case import Cause
from evenhand.cases.correction_letter import (
    FOUND,
    Becomes,
    CaseTold,
    CorrectionTold,
    Finding,
    correction_letter,
)
from evenhand.cases.passing_time import reconsidered
from evenhand.kernel.canonical import Json, canonical, digest
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import CaseId, EntryId, ListId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Moment, day, said
from evenhand.kernel.text import Text
from evenhand.pipeline.dossiers import open_records, said_of
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.touched import CaseTouched, SubjectTouched, is_natural, touched
from evenhand.relational.doubts import texts
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.rights.floor import enforces

MADE = "correction.made"


@dataclass(frozen=True, slots=True)
class Change:
    """What was found of records, and how.

    Attributes:
        found: What became of each record.
        act: Kind of the event that says so, such as ``record.corrected``.
        reasons: In the words of whoever found it.
        by_person: True when a person found it; False when a delivery did.
    """

    found: Mapping[RecordId, Finding]
    act: str
    reasons: str = ""
    by_person: bool = True

    @property
    def changes(self) -> dict[RecordId, Cause]:
        """What cases have to reconsider; a record that stands changes nothing."""
        return {record: what for record, what in self.found.items() if what != "stands"}


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows.

    Attributes:
        drafts: Events, to be appended right after the event of the change.
        touched: What each subject's part is.
        letters: The letter of each correction, by its number.
    """

    drafts: tuple[Draft, ...] = ()
    touched: tuple[SubjectTouched, ...] = ()
    letters: tuple[tuple[str, Text], ...] = ()


@enforces("RF-14", "RF-16")
def consequences(opened: Opened, knowledge: Knowledge, change: Change, at: Moment) -> Consequences:
    """Work out everything that follows from a change; nothing is recorded here.

    Args:
        opened: The register.
        knowledge: What it knew before the change.
        change: What was found.
        at: The register's clock.
    """
    if not change.found:
        return Consequences()
    follows = reconsidered(opened.desk, change.changes, at)
    all_touched = touched(opened, knowledge, change.found, follows, at)
    told = [one for one in all_touched if _is_told(opened, change, one)]
    bodies = [_body(one, change, opened, at) for one in told]
    letters = letters_of(opened, knowledge, bodies)
    made = [
        Draft(
            MADE, str(body["correction"]), SYSTEM, {**body, "letter": _proof(opened, body, letter)}
        )
        for body, letter in zip(bodies, letters, strict=True)
    ]
    named = tuple(
        (str(body["correction"]), letter) for body, letter in zip(bodies, letters, strict=True)
    )
    return Consequences((*follows, *made), all_touched, named)


def letters_of(
    opened: Opened, knowledge: Knowledge, bodies: Sequence[Mapping[str, Json]]
) -> list[Text]:
    """Write the letters of corrections from what the ledger says of them.

    A record whose subject was erased since is not in its letter any more.
    """
    wanted = {RecordId.parse(r) for body in bodies for r in texts(body["records"])}
    there = open_records(opened, knowledge, wanted)
    letters = []
    for body in bodies:
        records = [r for r in map(RecordId.parse, texts(body["records"])) if r in there]
        found: Finding = str(body["found"])  # type: ignore[assignment]
        told = CorrectionTold(
            correction=str(body["correction"]),
            name=next((there[r].name for r in records if there[r].name), str(body["subject"])),
            on=day(str(body["on"])),
            found=found,
            reasons=str(body["reasons"]),
            records=tuple(said_of(opened, there[r]) for r in records),
            schemes=tuple(_scheme_title(opened, knowledge, s) for s in texts(body["schemes"])),
            cases=tuple(_case_told(opened, knowledge, said) for said in _maps(body["cases"])),
            holders=len(_maps(body["recipients"])),
        )
        letters.append(correction_letter(told))
    return letters


def letter_of(opened: Opened, made: Event) -> Text:
    """The letter of one correction, written again from the ledger."""
    (letter,) = letters_of(opened, opened.knowledge(), [made.body])
    return letter


def correction_named(opened: Opened, correction: str) -> Event:
    """The event of one correction.

    Raises:
        BadInput: When there is no correction of that number.
    """
    events = [e for e in made_corrections(opened) if e.topic == correction]
    if not events:
        raise BadInput(
            Text(
                zh=f"没有更正“{correction}”。用 evenhand record list 查看。",
                en=f'There is no correction "{correction}". See: evenhand record list',
            )
        )
    return events[0]


def made_corrections(opened: Opened) -> tuple[Event, ...]:
    """Every correction that was made, in order: the outbox of whoever has to tell others of them."""
    return tuple(opened.register.ledger.read(kinds=(MADE,)))


def _is_told(opened: Opened, change: Change, one: SubjectTouched) -> bool:
    """Say whether a subject gets a letter: whoever is known, and may be named by the ledger."""
    if one.found not in FOUND:
        return False
    if change.act == "source.retired" and not one.cases and not one.standings:
        return False
    if opened.register.vault.scheme_of(one.subject) in ("", "waiting"):
        return False
    named = change.by_person and change.act != "source.retired"
    return named or bool(one.cases) or not is_natural(opened, one.subject)


def _body(one: SubjectTouched, change: Change, opened: Opened, at: Moment) -> dict[str, Json]:
    now = opened.desk.now(at)
    facts: dict[str, Json] = {
        "on": opened.today(now).isoformat(),
        "act": change.act,
        "found": one.found,
        "reasons": change.reasons,
        "subject": str(one.subject),
        "records": [str(record) for record in one.records],
        "schemes": [standing.scheme for standing in one.standings],
        "cases": [_case_said(case) for case in one.cases],
        "recipients": [
            {"what": use.what, "name": use.name, "holder": use.holder} for use in one.holders
        ],
    }
    number = "K-" + digest({**facts, "at": said(now)})[:16]
    return {"correction": number, **facts}


def _case_said(case: CaseTouched) -> Json:
    return {
        "case": case.case,
        "list": case.list,
        "scheme": case.scheme,
        "becomes": case.becomes,
        "entry": case.entry,
        "review_until": None if case.review_until is None else case.review_until.isoformat(),
        "editions": list(case.editions),
    }


def _case_told(opened: Opened, knowledge: Knowledge, said: Mapping[str, Json]) -> CaseTold:
    becomes: Becomes = str(said["becomes"])  # type: ignore[assignment]
    until, entry = said["review_until"], said["entry"]
    return CaseTold(
        case=CaseId(str(said["case"])),
        list=_list_title(opened, knowledge, str(said["scheme"]), str(said["list"])),
        becomes=becomes,
        entry=None if entry is None else EntryId(str(entry)),
        review_until=None if until is None else day(str(until)),
        editions=texts(said["editions"]),
    )


def _scheme_title(opened: Opened, knowledge: Knowledge, scheme: str) -> Text:
    made = [m for m in knowledge.schemes.values() if m.scheme == scheme]
    return opened.scheme(made[-1]).title if made else Text(zh=scheme, en=scheme)


def _list_title(opened: Opened, knowledge: Knowledge, scheme: str, named: str) -> Text:
    for made in reversed(list(knowledge.schemes.values())):
        if made.scheme == SchemeId(scheme):
            for rule in opened.scheme(made).lists:
                if rule.list == ListId(named):
                    return rule.title
    return Text(zh=named, en=named)


def _proof(opened: Opened, body: Mapping[str, Json], letter: Text) -> str:
    """Digest of the letter, salted with the subject's key: it says nothing once that is destroyed."""
    key = opened.register.vault.key_of(SubjectId.parse(str(body["subject"])))
    salt = hmac.new(key, f"correction\x1f{body['correction']}".encode(), hashlib.sha256).digest()
    return hashlib.sha256(salt + canonical({"zh": letter.zh, "en": letter.en})).hexdigest()


def _maps(said: Json) -> list[Mapping[str, Json]]:
    return (
        [one for one in said if isinstance(one, Mapping)] if isinstance(said, (list, tuple)) else []
    )
