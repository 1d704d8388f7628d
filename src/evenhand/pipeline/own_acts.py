"""What residents do themselves, with their own key: join, leave, refuse a record in their favour.

A key is a resident's own after two clerks confirmed a form that names it. Whoever has it acts as nobody
but themselves: they are found by the key, and no number is ever typed.
"""

from __future__ import annotations

import base64
from dataclasses import replace

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import Conflict, NotPermitted
from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.consenting import (
    names_of,
    opt_in_scheme,
    same_words,
    takes_part,
    words_now,
    words_recorded,
)
from evenhand.pipeline.opened import Opened
from evenhand.relational.facts import facts_of
from evenhand.relational.ledger import Draft, Event, signed_bytes
from evenhand.rights.floor import enforces


def owner_of(opened: Opened, key: PrivateKey) -> SubjectId | None:
    """The resident whose own key it is; None when it is nobody's, or they were erased."""
    subject = opened.knowledge().agreed.keys.get(str(key.public))
    there = opened.register.vault.identifiers("resident")
    return subject if subject in there else None


@enforces("RF-1")
def give(opened: Opened, key: PrivateKey, scheme: str, words: str, at: Moment) -> Event:
    """Join a scheme, or agree to what a new version counts; it counts at once.

    Raises:
        NotPermitted: When the key is nobody's.
        BadInput: When there is no such scheme, or the words are others.
        Conflict: When the same was agreed to before.
    """
    with opened.register.lock():
        subject, knowledge = _owner(opened, key), opened.knowledge()
        of_today = words_now(opened, scheme, at)
        same_words(of_today, words)
        given = knowledge.consents.get((str(subject), of_today.scheme))
        if given is not None and given.withdrawn is None and given.words == words:
            raise Conflict(
                Text(
                    zh=f"你已经同意过 {scheme} 的这一版文本；没有再登记。",
                    en=f"You have agreed to these words of {scheme} already; nothing was recorded.",
                )
            )
        body: dict[str, Json] = {
            "subject": str(subject),
            "scheme": of_today.scheme,
            "version": of_today.version,
            "words": of_today.digest,
            "since": opened.today(at).isoformat(),
        }
        draft = _signed(Draft("consent.given", of_today.scheme, str(subject), body), key)
        drafts = [*words_recorded(knowledge, of_today), draft]
        return opened.register.ledger.append(drafts, at)[-1]


@enforces("RF-1")
def withdraw(opened: Opened, key: PrivateKey, scheme: str, at: Moment) -> Event:
    """Leave a scheme; it counts at once, in every answer, about every day.

    Raises:
        NotPermitted: When the key is nobody's.
        BadInput: When there is no such scheme.
        Conflict: When its owner takes no part in it.
    """
    with opened.register.lock():
        subject, knowledge = _owner(opened, key), opened.knowledge()
        name, vault = opt_in_scheme(opened, scheme, at).scheme, opened.register.vault
        if takes_part(knowledge, vault, subject, name) is None:
            raise Conflict(
                Text(
                    zh=f"你没有参加 {scheme}，无可退出。",
                    en=f"You take no part in {scheme}; there is nothing to leave.",
                )
            )
        body = names_of(knowledge, vault, subject, name)
        body |= {"scheme": name, "since": opened.today(at).isoformat()}
        draft = _signed(Draft("consent.withdrawn", name, str(subject), body), key)
        return opened.register.ledger.append([draft], at)[-1]


@enforces("RF-1", "RF-14")
def refuse_record(opened: Opened, key: PrivateKey, record: RecordId, at: Moment) -> Event:
    """Refuse a record in one's own favour; it counts for nothing at once, and the next run erases it.

    Source in law: Shenzhen Special Economic Zone Social Credit Regulations 2022, Art. 39.

    Raises:
        NotPermitted: When the key is nobody's, or the record is not its owner's: the same words.
        Conflict: When the record is not in their favour, or was refused before.
    """
    with opened.register.lock():
        subject, knowledge = _owner(opened, key), opened.knowledge()
        there = facts_of(opened.register.evidence, knowledge.segments, [record]).get(record)
        if there is None or there.subject != subject:
            raise NotPermitted(
                Text(
                    zh="这不是关于你的信息。用 evenhand explain 办法 me --key 文件 查看你的信息。",
                    en="This is no record about you. See yours: evenhand explain SCHEME me --key FILE",
                )
            )
        if opened.catalogue.types[there.type].adverse:
            raise Conflict(
                Text(
                    zh="只能不要对自己有利的信息。这一条若有错，请提出异议。",
                    en="Only a record in your favour can be refused. When this one is wrong, dispute it.",
                )
            )
        if record in knowledge.agreed.refused:
            raise Conflict(
                Text(zh="这一条已经不要了。", en="This record was refused before; nothing changed.")
            )
        body: dict[str, Json] = {
            "subject": str(subject),
            "record": str(record),
            "document": str(there.document or 0),
        }
        draft = _signed(Draft("consent.record_refused", str(record), str(subject), body), key)
        return opened.register.ledger.append([draft], at)[-1]


def _owner(opened: Opened, key: PrivateKey) -> SubjectId:
    subject = owner_of(opened, key)
    if subject is None:
        raise NotPermitted(
            Text(
                zh="这把密钥不属于登记库中的任何居民。密钥由书面表登记，两名经办人员核对后生效。",
                en="This key is no resident's here. A key is enrolled with a paper form that two clerks "
                "confirm.",
            )
        )
    return subject


def _signed(draft: Draft, key: PrivateKey) -> Draft:
    message = signed_bytes(draft.kind, draft.topic, draft.actor, draft.body)
    return replace(draft, signature=base64.b64encode(key.sign(message)).decode())
