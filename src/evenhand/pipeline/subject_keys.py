"""Keys with which organisations prove who they are: enrolled by two clerks, taken back by one.

A resident's own key is enrolled with their consent (``agreed.py``). An organisation's is read from its
letter by one clerk and confirmed by a second of the same authority, another natural person; it counts
from the second signature. Both sign the same content. Whoever holds the key reads the organisation's
own file and nothing else; it signs nothing in a case.
"""

from __future__ import annotations

from evenhand.cases.hand import Hand
from evenhand.cases.people import Role
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import BadInput, NotPermitted
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.pipeline.acts import signed_act
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.own_acts import owner_of
from evenhand.relational.ledger import Draft, Event

KEY_KINDS = ("subject.key_enrolled", "subject.key_revoked")
_CLERK: tuple[Role, ...] = ("clerk",)
_ORGANISATIONS = ("enterprise", "public_body", "social_organisation")


def enrol_key(
    opened: Opened, subject: SubjectId, key: PublicKey, hand: Hand, at: Moment
) -> tuple[Event, bool]:
    """Record one clerk's signature to an organisation's key.

    Returns:
        The event, and whether the key counts now.

    Raises:
        BadInput: When the subject is a resident, or the key is somebody's already.
        NotPermitted: When no clerk signs, the same person signs twice, or clerks of two authorities.
    """
    with opened.register.lock():
        _refuse_resident(opened, subject)
        _refuse_taken(opened, key)
        opened.desk.catch_up()
        tenure = opened.desk.people.tenure(hand.person, opened.desk.now(at))
        authority = "" if tenure is None else str(tenure.authority)
        body: dict[str, Json] = {
            "on": opened.today(at).isoformat(),
            "subject": str(subject),
            "key": str(key),
            "authority": authority,
            "content": _content(subject, key, authority),
        }
        draft = Draft("subject.key_enrolled", str(subject), hand.person, body)
        signed = signed_act(opened, hand, draft, at, (_CLERK, None))
        before = _signers(opened, subject, key, authority)
        if opened.desk.people.natural_of(hand.person) in opened.desk.people.naturals(before):
            raise NotPermitted(
                Text(
                    zh="已有您的签名；还须由同一机关的另一个人签名。",
                    en="You have signed this already; another person of the same authority has to.",
                )
            )
        return opened.register.ledger.append([signed], at)[0], bool(before)


def revoke_key(opened: Opened, subject: SubjectId, key: PublicKey, hand: Hand, at: Moment) -> Event:
    """Take an organisation's key back, by one clerk; at once.

    Raises:
        BadInput: When it is not the organisation's.
        NotPermitted: When no clerk signs.
    """
    with opened.register.lock():
        if keys_of_organisations(opened).get(str(key)) != subject:
            raise BadInput(
                Text(zh="这把密钥不属于该主体。", en="This key is not enrolled for the subject.")
            )
        body: dict[str, Json] = {
            "on": opened.today(at).isoformat(),
            "subject": str(subject),
            "key": str(key),
        }
        draft = Draft("subject.key_revoked", str(subject), hand.person, body)
        return opened.register.ledger.append(
            [signed_act(opened, hand, draft, at, (_CLERK, None))], at
        )[0]


def keys_of_organisations(opened: Opened) -> dict[str, SubjectId]:
    """Keys that count, each with the organisation whose it is."""
    opened.desk.catch_up()
    people = opened.desk.people
    signers: dict[tuple[str, str], set[str]] = {}
    keys: dict[str, SubjectId] = {}
    for event in opened.register.ledger.read(kinds=KEY_KINDS):
        key, content = str(event.body["key"]), str(event.body.get("content", ""))
        if event.kind == "subject.key_revoked":
            keys.pop(key, None)
            signers = {of: by for of, by in signers.items() if of[0] != key}
            continue
        signed = signers.setdefault((key, content), set())
        signed.add(people.natural_of(event.actor))
        if len(signed) > 1:
            keys[key] = SubjectId.parse(str(event.body["subject"]))
    return keys


def subject_of_key(opened: Opened, key: PrivateKey) -> SubjectId | None:
    """Whose own key it is, a resident's or an organisation's; None when it is nobody's."""
    return owner_of(opened, key) or keys_of_organisations(opened).get(str(key.public))


def _signers(opened: Opened, subject: SubjectId, key: PublicKey, authority: str) -> list[str]:
    content = _content(subject, key, authority)
    signed: list[str] = []
    for event in opened.register.ledger.read(kinds=KEY_KINDS, topic=str(subject)):
        if event.kind == "subject.key_revoked":
            signed = []
        elif event.body["content"] == content:
            signed.append(event.actor)
    return signed


def _content(subject: SubjectId, key: PublicKey, authority: str) -> str:
    return digest({"subject": str(subject), "key": str(key), "authority": authority})


def _refuse_resident(opened: Opened, subject: SubjectId) -> None:
    _, _, kind = opened.register.vault.identifier_of(subject)
    if kind not in _ORGANISATIONS:
        raise BadInput(
            Text(
                zh="居民的密钥随其书面同意登记：evenhand consent enter。",
                en="A resident's key is enrolled with their consent on paper: evenhand consent enter",
            )
        )


def _refuse_taken(opened: Opened, key: PublicKey) -> None:
    """A key that acts for anybody else, or counts already, is enrolled for nobody."""
    residents = opened.knowledge().agreed.keys
    owner = keys_of_organisations(opened).get(str(key)) or residents.get(str(key))
    if owner is not None or opened.desk.people.owner_of(key) is not None:
        raise BadInput(
            Text(
                zh="这把密钥已经登记过。每个主体用自己的新密钥：evenhand officer key 文件。",
                en="This key is enrolled already. Each subject makes a new one of their own: "
                "evenhand officer key FILE",
            )
        )
