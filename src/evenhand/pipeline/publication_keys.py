"""The register's own key over the years: replaced in good order, or revoked because somebody has it.

Two stewards sign each statement; it counts from the second. From then on the new key publishes, and the
old one is refused. Every edition carries the statements, so that whoever trusts an earlier key can go on.
"""

from __future__ import annotations

from dataclasses import dataclass

from evenhand.cases.case import Happening
from evenhand.cases.guards import free_of_numbers
from evenhand.cases.hand import Hand
from evenhand.cases.people import People
from evenhand.cases.stewards import sign_together
from evenhand.cases.together import Agreed, Agreements, Proposal
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, Conflict
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.pipeline.opened import Opened
from evenhand.publication.key_statements import (
    ANNOUNCED,
    REVOKED,
    statements_file,
    with_signatures,
)
from evenhand.publication.sign import Checkpoint, encoded, note_parts
from evenhand.relational.ledger import Event


@dataclass(frozen=True, slots=True)
class Loss:
    """A key that somebody else may have: since when, and why that is thought."""

    key: PublicKey
    since: Moment
    why: str


def statements_of(opened: Opened, origin: str) -> tuple[Agreed, ...]:
    """What two stewards said about the keys of a log, in order."""
    opened.desk.catch_up()
    agreements = opened.desk.agreements
    both = (*agreements.of(ANNOUNCED, origin), *agreements.of(REVOKED, origin))
    return tuple(sorted(both, key=lambda one: one.seq))


def keys_file(opened: Opened, origin: str) -> bytes:
    """What ``keys.json`` of an edition says; nothing while every edition has the first key."""
    made: list[tuple[Happening, ...]] = [one.signed for one in statements_of(opened, origin)]
    if not made:
        return b""
    people = opened.desk.people
    made += [
        both for both in people.confirmed if people.founders.role_of(both[0].topic) == "steward"
    ]
    made.sort(key=lambda signed: signed[-1].seq)
    return statements_file(_row(people, signed) for signed in made)


def _row(people: People, signed: tuple[Happening, ...]) -> Json:
    """One statement: what was said, and the signature of each who said it with the key of then."""
    first = signed[0]
    return {
        "kind": first.kind,
        "topic": first.topic,
        "body": dict(first.body),
        "signatures": [
            {
                "by": e.actor,
                "key": str(people.public_key_of(e.actor, e.at, e.seq)),
                "signature": e.signature,
            }
            for e in signed
        ],
    }


def current_key(opened: Opened, origin: str) -> PublicKey | None:
    """The key that publishes now; None before the first edition."""
    made = statements_of(opened, origin)
    if made:
        return PublicKey.parse(str(made[-1].proposal.body["new"]))
    last = _editions(opened, origin)[-1:]
    return PublicKey.parse(str(last[0].body["key"])) if last else None


def replace_key(
    opened: Opened, hand: Hand, origin: str, keys: tuple[PrivateKey, PrivateKey], at: Moment
) -> Event:
    """A steward replaces the publication key by another, which the old one signs for.

    Args:
        opened: The register.
        hand: The steward.
        origin: The name of the log.
        keys: The old key and the new one.
        at: The register's clock.

    Raises:
        Conflict: When the old key is not the one that publishes now, or the new one was used before.
        NotPermitted: When the person is no steward.
        NotLawfulNow: When this steward signed it before.
    """
    old, new = keys

    def make(agreements: Agreements) -> Proposal:
        _fitting(opened, origin, old.public, new.public)
        body = _body(old.public, new.public, agreements.term(ANNOUNCED, origin))
        editions = _editions(opened, origin)
        body["size"] = _head(editions[-1]).size if editions else 0
        return Proposal(ANNOUNCED, origin, with_signatures(ANNOUNCED, origin, body, new, old))

    return sign_together(opened.desk, hand, make, at)


def revoke_key(
    opened: Opened, hand: Hand, origin: str, lost: Loss, new: PrivateKey, at: Moment
) -> Event:
    """A steward revokes the publication key from a moment on, and names another.

    Raises:
        BadInput: When the moment is still to come.
        Conflict: When the key is not the one that publishes now, or the new one was used before.
        NotPermitted: When the person is no steward.
        NotLawfulNow: When this steward signed it before.
    """
    if lost.since > at:
        raise BadInput(
            Text(
                zh=f"撤销的时刻 {said(lost.since)} 还没有到。",
                en=f"The moment of revocation, {said(lost.since)}, is still to come.",
            )
        )

    def make(agreements: Agreements) -> Proposal:
        free_of_numbers(opened.desk.context(at), lost.why)
        _fitting(opened, origin, lost.key, new.public)
        body = _body(lost.key, new.public, agreements.term(REVOKED, origin))
        before = [one for one in _editions(opened, origin) if one.at < lost.since]
        head = _head(before[-1]) if before else Checkpoint(origin, 0, b"")
        body |= {
            "size": head.size,
            "root": encoded(head.root),
            "since": said(lost.since),
            "why": lost.why,
        }
        return Proposal(REVOKED, origin, with_signatures(REVOKED, origin, body, new))

    return sign_together(opened.desk, hand, make, at)


def confirm_key(opened: Opened, hand: Hand, origin: str, at: Moment) -> Event:
    """The other steward signs what waits: that a key is replaced, or that one is revoked.

    Raises:
        NotPermitted: When the person is no steward.
        NotLawfulNow: When nothing waits, or this steward signed it.
    """

    def make(agreements: Agreements) -> Proposal:
        if agreements.waiting(REVOKED, origin) is not None:
            return agreements.confirmed(REVOKED, origin)
        return agreements.confirmed(ANNOUNCED, origin)

    return sign_together(opened.desk, hand, make, at)


def refuse_other_key(opened: Opened, origin: str, key: PublicKey) -> None:
    """Refuse to publish under another name, or with another key than the one that publishes now.

    Raises:
        Conflict: When it is another.
    """
    published = list(opened.register.ledger.read(kinds=("edition.published",)))
    current = current_key(opened, origin)
    if published and published[-1].body["origin"] != origin:
        raise _another(str(published[-1].body["origin"]))
    if current is None or current == key:
        return
    replaced = {str(one.proposal.body["old"]) for one in statements_of(opened, origin)}
    if str(key) in replaced:
        raise Conflict(
            Text(
                zh=f"这把密钥已被替换或撤销，不能再公布。现在的公布密钥是 {current}。",
                en="This key was replaced or revoked and publishes nothing any more. "
                f"The key now is {current}.",
            )
        )
    raise _another(origin)


def _editions(opened: Opened, origin: str) -> list[Event]:
    events = opened.register.ledger.read(kinds=("edition.published",))
    return [event for event in events if event.body["origin"] == origin]


def _head(edition: Event) -> Checkpoint:
    text, _ = note_parts(str(edition.body["checkpoint"]).encode())
    return Checkpoint.read(text)


def _body(old: PublicKey, new: PublicKey, term: int) -> dict[str, Json]:
    return {"old": str(old), "new": str(new), "term": term}


def _fitting(opened: Opened, origin: str, old: PublicKey, new: PublicKey) -> None:
    current = current_key(opened, origin)
    if current != old:
        raise Conflict(
            Text(
                zh=f"{old} 不是 {origin} 现在的公布密钥（{current or '尚未公布'}）。",
                en=f"{old} is not the key that publishes {origin} now "
                f"({current or 'nothing was published'}).",
            )
        )
    used = {str(one.body["key"]) for one in _editions(opened, origin)}
    used |= {str(one.proposal.body["old"]) for one in statements_of(opened, origin)}
    if str(new) in used or opened.desk.people.owner_of(new) is not None:
        raise Conflict(
            Text(
                zh="新的公布密钥须是从未用过、也不属于任何人的密钥。",
                en="The new key for publishing has to be one that nobody owns and that was never used.",
            )
        )


def _another(origin: str) -> Conflict:
    return Conflict(
        Text(
            zh=f"此前的版次由 {origin} 的另一把密钥公布。请使用同一名称和密钥。",
            en=f"Editions before were published as {origin} with another key. Use the same name and key.",
        )
    )
