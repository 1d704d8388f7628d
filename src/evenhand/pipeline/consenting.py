"""Consents on paper: entered by one clerk, confirmed by a second, told to the resident by letter.

The two are two natural persons of the scheme's authority, and read the same form: what each of them
typed has the same keyed commitment, or, for a delivered worksheet, the file has the same digest. Until
the second has signed, nothing counts. A form that leaves needs one clerk and counts at once. The
letter about a confirmed form is sealed under the resident's own key and gone after it was written out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Collection
from typing import Final

from evenhand.cases.hand import Hand
from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.codes import pseudonym
from evenhand.kernel.consent import Consent
from evenhand.kernel.errors import BadInput, Conflict, NotPermitted
from evenhand.kernel.ids import AuthorityId, DeliveryId, SchemeId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.keys.vault import Chance, Vault
from evenhand.pipeline.acts import CLERK, needed, signed_act
from evenhand.pipeline.agreed import Entered
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.letters import queue_letter
from evenhand.pipeline.opened import Opened, unknown
from evenhand.records.paper_form import PaperForm
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.rights.floor import enforces
from evenhand.schemes.consent_words import ConsentWords, consent_words
from evenhand.schemes.scheme import Scheme

CONFIRM_WITHIN: Final = dt.timedelta(days=30)
"""A form that no second clerk confirms in this time is forgotten by the next run."""


def opt_in_scheme(opened: Opened, name: str, at: Moment) -> Scheme:
    """The version made public last of a scheme that residents opt in to.

    Raises:
        BadInput: When there is none of that name.
    """
    made = opened.knowledge().latest_versions(opened.today(at))
    schemes = {m.scheme: opened.scheme(m) for m in made}
    there = {n: s for n, s in schemes.items() if s.participation == "opt_in"}
    if name not in there:
        raise unknown(name, tuple(there), Text(zh="居民自愿参加的办法", en="scheme to opt in to"))
    return there[SchemeId(name)]


def words_now(opened: Opened, name: str, at: Moment) -> ConsentWords:
    """The words that whoever joins a scheme today agrees to.

    Raises:
        BadInput: When nobody opts in to a scheme of that name.
    """
    return consent_words(opt_in_scheme(opened, name, at), opened.catalogue)


@enforces("RF-1")
def same_words(words: ConsentWords, read: str) -> None:
    """Refuse a yes to other words than those of today.

    Raises:
        BadInput: When the digests differ.
    """
    if read != words.digest:
        raise BadInput(
            Text(
                zh=f"所同意的文本不是 {words.scheme} 现行文本（版本{words.version}）。请先阅读："
                f"evenhand consent words {words.scheme}，并写明它的摘要。",
                en=f"These are not the words of {words.scheme} of today, version {words.version}. Read "
                f"them first: evenhand consent words {words.scheme}, and state their digest.",
            )
        )


def words_recorded(knowledge: Knowledge, words: ConsentWords) -> list[Draft]:
    """Record the words themselves before the first yes to them, so that they can always be read."""
    if words.digest in knowledge.agreed.words:
        return []
    body: dict[str, Json] = {
        "scheme": words.scheme,
        "version": words.version,
        "words": words.digest,
        "zh": words.text.zh,
        "en": words.text.en,
    }
    return [Draft("consent.words", words.scheme, SYSTEM, body)]


def form_commitment(vault: Vault, authority: AuthorityId, form: str) -> str:
    """Commit to the number of a form with a key that only the vault has."""
    said = f"consent form\x1f{authority}\x1f{form}".encode()
    return hmac.new(vault.document_key, said, hashlib.sha256).hexdigest()


def names_of(
    knowledge: Knowledge, vault: Vault, subject: SubjectId, scheme: SchemeId
) -> dict[str, Json]:
    """How an event names a resident: by number; by pseudonym too where an old consent does."""
    named: dict[str, Json] = {"subject": str(subject)}
    _, value, _ = vault.identifier_of(subject)
    return {**named, "person": value} if (value, scheme) in knowledge.consents else named


@enforces("RF-1")
def enter(opened: Opened, hand: Hand, form: PaperForm, at: Moment, chance: Chance) -> Event:
    """A clerk enters a form. One that joins waits for a second clerk; one that leaves counts at once.

    Raises:
        NotPermitted: When no clerk of the scheme's authority signs.
        BadInput: When the form stands on other words, or its key is none.
        Conflict: When the form was entered before, or whoever leaves takes no part.
    """
    with opened.register.lock():
        scheme = opt_in_scheme(opened, form.scheme, at)
        _clerk(opened, hand, scheme.authority, at)
        knowledge, vault = opened.knowledge(), opened.register.vault
        person = pseudonym(form.number, vault.pseudonym_key)
        commitment = form_commitment(vault, scheme.authority, form.form)
        drafts: list[Draft] = []
        if form.act == "leave":
            draft = _leaving(opened, knowledge, form, (person, commitment))
        else:
            words = consent_words(scheme, opened.catalogue)
            same_words(words, form.words)
            _new(knowledge, form, commitment)
            drafts = words_recorded(knowledge, words)
            subject = vault.enrol([("resident", person, "resident")], chance)["resident", person]
            content = _content(vault, subject, form)
            draft = _joining(form, subject, words, (commitment, content))
        signed = signed_act(opened, hand, draft, at, (CLERK, scheme.authority))
        return opened.register.ledger.append([*drafts, signed], at)[-1]


@enforces("RF-1")
def confirm_form(opened: Opened, hand: Hand, form: PaperForm, at: Moment) -> Event:
    """A second clerk confirms a form that they typed themselves; it counts from here on.

    Raises:
        NotPermitted: When no clerk of the authority signs, or the same natural person who entered it.
        Conflict: When no form with exactly this content waits.
    """
    with opened.register.lock():
        scheme = opt_in_scheme(opened, form.scheme, at)
        knowledge, vault = opened.knowledge(), opened.register.vault
        _clerk(opened, hand, scheme.authority, at)
        person = pseudonym(form.number, vault.pseudonym_key)
        subject = vault.subject_of("resident", person)
        entry = "" if subject is None else _content(vault, subject, form)
        waiting = knowledge.agreed.entered.get(entry, [])
        if subject is None or not waiting or _lapsed(waiting, at):
            raise _nothing_waits()
        _second(opened, hand, {str(one.clerk) for one in waiting})
        body: dict[str, Json] = {"entry": entry, "forms": len(waiting)}
        draft = Draft("consent.confirmed", form.scheme, "", body)
        signed = signed_act(opened, hand, draft, at, (CLERK, scheme.authority))
        queue_letter(opened, entry, subject, form, scheme)
        return opened.register.ledger.append([signed], at)[-1]


@enforces("RF-1")
def confirm_worksheet(opened: Opened, hand: Hand, data: bytes, at: Moment) -> Event:
    """A second clerk confirms all forms of a delivered worksheet, over the digest of the same file.

    Raises:
        NotPermitted: When no clerk of the authority signs, or the same natural person who delivered it.
        Conflict: When no form of exactly this file waits.
    """
    digest = hashlib.sha256(data).hexdigest()
    delivery = DeliveryId.of(digest)
    with opened.register.lock():
        knowledge = opened.knowledge()
        waiting = knowledge.agreed.entered.get(delivery, [])
        received = knowledge.deliveries.get(delivery)
        if received is None or not waiting or _lapsed(waiting, at):
            raise _nothing_waits()
        authority = opened.contract(received.source, knowledge).authority
        _clerk(opened, hand, authority, at)
        _second(opened, hand, {received.clerk})
        body: dict[str, Json] = {"entry": delivery, "digest": digest, "forms": len(waiting)}
        draft = Draft("consent.confirmed", delivery, "", body)
        signed = signed_act(opened, hand, draft, at, (CLERK, authority))
        return opened.register.ledger.append([signed], at)[-1]


def _joining(
    form: PaperForm, subject: SubjectId, words: ConsentWords, commitments: tuple[str, str]
) -> Draft:
    body: dict[str, Json] = {
        "subject": str(subject),
        "scheme": form.scheme,
        "version": words.version,
        "words": words.digest,
        "since": form.signed.isoformat(),
        "form": commitments[0],
        "content": commitments[1],
    }
    if form.key:
        body["key"] = str(PublicKey.parse(form.key))
    return Draft("consent.entered", form.scheme, "", body)


def _leaving(opened: Opened, knowledge: Knowledge, form: PaperForm, said: tuple[str, str]) -> Draft:
    """A withdrawal; who takes no part is told so, and nothing is recorded."""
    person, commitment = said
    vault = opened.register.vault
    subject = vault.subject_of("resident", person)
    if subject is None or not takes_part(knowledge, vault, subject, form.scheme):
        raise Conflict(
            Text(
                zh="没有本人对该办法的有效同意，无可退出；没有登记任何内容。",
                en="There is no consent of this resident to the scheme to withdraw. Nothing was recorded.",
            )
        )
    body = names_of(knowledge, vault, subject, form.scheme)
    body |= {"scheme": form.scheme, "since": form.signed.isoformat(), "form": commitment}
    return Draft("consent.withdrawn", form.scheme, "", body)


def takes_part(
    knowledge: Knowledge, vault: Vault, subject: SubjectId, scheme: SchemeId
) -> Consent | None:
    """The yes of a resident to a scheme that was not withdrawn, or that waits for a second clerk."""
    _, value, _ = vault.identifier_of(subject)
    for person in (str(subject), value):
        given = knowledge.consents.get((person, scheme))
        if given is not None and given.withdrawn is None:
            return given
    waiting = knowledge.agreed.waiting_of(str(subject))
    return next((c for c in waiting if c.scheme == scheme), None)


def schemes_of(knowledge: Knowledge, vault: Vault, subject: SubjectId) -> tuple[SchemeId, ...]:
    """The schemes that a resident takes part in, or has signed a form for that waits."""
    _, value, _ = vault.identifier_of(subject)
    given = {
        scheme
        for (person, scheme), consent in knowledge.consents.items()
        if person in (str(subject), value) and consent.withdrawn is None
    }
    waiting = {consent.scheme for consent in knowledge.agreed.waiting_of(str(subject))}
    return tuple(sorted(given | waiting))


def _new(knowledge: Knowledge, form: PaperForm, commitment: str) -> None:
    """Refuse a number of a form that was used, and a key that is another's or none."""
    if commitment in knowledge.agreed.forms:
        raise Conflict(
            Text(
                zh="这个编号的表已经登记过；一份表只用一次。再次参加请签新表。",
                en="A form of this number was entered before; a form counts once. Whoever joins again "
                "signs a new one.",
            )
        )
    if form.key and str(PublicKey.parse(form.key)) in knowledge.agreed.keys:
        raise Conflict(
            Text(
                zh="这把公钥已经登记。请用新的密钥：evenhand officer key 文件。",
                en="This public key is enrolled already. Make a new one: evenhand officer key FILE.",
            )
        )


def _content(vault: Vault, subject: SubjectId, form: PaperForm) -> str:
    """Commit to all that a form says, with the resident's own key."""
    return hmac.new(vault.key_of(subject), canonical(form.said()), hashlib.sha256).hexdigest()


def _clerk(opened: Opened, hand: Hand, authority: AuthorityId, at: Moment) -> None:
    opened.desk.catch_up()
    if not opened.desk.people.may(hand.person, "clerk", authority, opened.desk.now(at)):
        raise needed(CLERK)


@enforces("RF-1")
def _second(opened: Opened, hand: Hand, first: Collection[str]) -> None:
    """Refuse the natural person who entered it, under whatever account."""
    people = opened.desk.people
    if people.natural_of(hand.person) in people.naturals(first):
        raise NotPermitted(
            Text(
                zh="登记人和确认人必须是两个人。请由另一名报送员核对原表后确认。",
                en="Who enters a form and who confirms it are two people. Another clerk reads the form and "
                "confirms it.",
            )
        )


def _lapsed(waiting: list[Entered], at: Moment) -> bool:
    return any(at >= one.consent.known + CONFIRM_WITHIN for one in waiting)


def _nothing_waits() -> Conflict:
    return Conflict(
        Text(
            zh="没有内容完全相同的表在等待确认：可能已经确认、已过30天，或两人输入的内容不同。请对照原表。",
            en="No form with exactly this content waits: it was confirmed, or is older than 30 days, or "
            "the two typed different things. Compare both with the paper.",
        )
    )
