"""Who may act, as a fold of the ledger: stewards, auditor, clerks, officers, reviewers.

Stewards and the auditor come from the register's settings and can never be anything else; their keys
are replaced by one that the old key vouches for and another of them confirms. Everybody else is
enrolled: two stewards sign the same content, the auditor countersigns, and it counts seven days later.
A revocation counts at once. Whoever they are, two accounts of one natural person are one person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from evenhand.cases.case import Happening
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.kernel.periods import Moment, moment
from evenhand.kernel.text import Text
from evenhand.keys.acts import key_bytes, signed_bytes, verifies
from evenhand.keys.signing import PublicKey

Role = Literal["steward", "auditor", "clerk", "officer", "reviewer"]
ENROLLED: Final[tuple[Role, ...]] = ("clerk", "officer", "reviewer")
"""Roles that people are enrolled for; the others stand in the register's settings."""

COOLING: Final = dt.timedelta(days=7)
"""How long an enrolment waits before it counts, so that the public officer register can be read and
a false one be revoked first: whoever enrols officers is the real super-user."""

KEY_REPLACED: Final = "person.key_replaced"
PERSON_KINDS: Final = (
    KEY_REPLACED,
    "person.enrolled",
    "person.countersigned",
    "person.revoked",
    "person.compromised",
)

TITLES: Final[Mapping[Role, Text]] = {
    "steward": Text(zh="管理员", en="a steward"),
    "auditor": Text(zh="审计员", en="the auditor"),
    "clerk": Text(zh="报送员", en="a clerk"),
    "officer": Text(zh="经办人", en="an officer"),
    "reviewer": Text(zh="复审人", en="a reviewer"),
}


@dataclass(frozen=True, slots=True)
class Founder:
    """A steward or the auditor, as the register's settings say.

    Attributes:
        person: Their account.
        natural: Which natural person that is, as a reference that says nothing by itself.
        key: Their public key.
    """

    person: PersonId
    natural: str
    key: PublicKey


@dataclass(frozen=True, slots=True)
class Founders:
    """Whom a register begins with: stewards, at least two, and an auditor."""

    stewards: tuple[Founder, ...]
    auditor: Founder

    def __post_init__(self) -> None:
        """Refuse founders who are not that many natural persons.

        Raises:
            BadInput: When there are fewer than two stewards, or two of all share an account, a
                natural person or a key.
        """
        everybody = (*self.stewards, self.auditor)
        distinct = all(
            len({said(f) for f in everybody}) == len(everybody)
            for said in (
                lambda f: str(f.person),
                lambda f: f.natural,
                lambda f: str(f.key),
            )
        )
        if len(self.stewards) < 2 or not distinct:
            raise BadInput(
                Text(
                    zh="登记簿要有至少两名管理员和一名审计员，各是不同的人，各有自己的密钥。",
                    en="A register needs at least two stewards and an auditor, each another person "
                    "with a key of their own.",
                )
            )

    def role_of(self, person: str) -> Role | None:
        """The role of a founder; None for everybody else."""
        if person == self.auditor.person:
            return "auditor"
        return "steward" if any(person == f.person for f in self.stewards) else None

    def tenure_of(self, person: str) -> Tenure | None:
        """The tenure that a founder begins with; None for everybody else."""
        role = self.role_of(person)
        if role is None:
            return None
        founder = next(f for f in (*self.stewards, self.auditor) if f.person == person)
        always = dt.datetime.min.replace(tzinfo=dt.UTC)
        return Tenure(founder.person, founder.natural, role, None, founder.key, frozenset(), always)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one role, from a moment to a moment.

    Attributes:
        enrolled_by: The accounts that enrolled them: two stewards and the auditor.
        since: From when it counts.
        until: When it was revoked; None while it was not.
        revoked_by: Number of the event that revoked it; of two events of one moment the number says
            which was first.
    """

    person: PersonId
    natural: str
    role: Role
    authority: AuthorityId | None
    key: PublicKey
    enrolled_by: frozenset[PersonId]
    since: Moment
    until: Moment | None = None
    revoked_by: int = 0

    def holds(self, at: Moment, seq: int | None = None) -> bool:
        """Say whether it counts at a moment, for the event of a number or, without one, the next."""
        if self.until is None or at < self.until:
            return self.since <= at
        return seq is not None and at == self.until and seq < self.revoked_by


@dataclass(frozen=True, slots=True)
class Pending:
    """An enrolment that lacks a signature: its content and the stewards who signed it."""

    content: Mapping[str, Json]
    stewards: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody, at every moment.

    Attributes:
        tenures: All tenures of each person, in the order of the ledger.
        pending: Enrolments under way: by person, then by digest of their content.
        replaced: Tenures of each founder whose key was replaced: one for each key, in order.
        offered: What founders said of a new key of their own and nobody confirmed yet, by account.
        confirmed: What counted of it: the founder's event and the one that confirmed it.
    """

    founders: Founders
    tenures: Mapping[PersonId, tuple[Tenure, ...]] = field(default_factory=dict)
    pending: Mapping[PersonId, Mapping[str, Pending]] = field(default_factory=dict)
    replaced: Mapping[PersonId, tuple[Tenure, ...]] = field(default_factory=dict)
    offered: Mapping[PersonId, Happening] = field(default_factory=dict)
    confirmed: tuple[tuple[Happening, Happening], ...] = ()

    def tenure(self, person: str, at: Moment, seq: int | None = None) -> Tenure | None:
        """The tenure of a person that counts at a moment, as ``Tenure.holds`` says."""
        return next((t for t in self.of(person) if t.holds(at, seq)), None)

    def last_tenure(self, person: str) -> Tenure | None:
        """The latest tenure of a person, over or not, counting or not yet."""
        held = self.of(person)
        return held[-1] if held else None

    def may(self, person: str, role: Role, authority: str | None, at: Moment) -> bool:
        """Say whether a person holds a role, of one authority where the role has one, at a moment."""
        held = self.tenure(person, at)
        return held is not None and held.role == role and held.authority == authority

    def public_key_of(self, person: str, at: Moment, seq: int | None = None) -> PublicKey | None:
        """The key that a person signs with at a moment; None when they are not in office."""
        held = self.tenure(person, at, seq)
        return None if held is None else held.key

    def owner_of(self, key: PublicKey) -> PersonId | None:
        """Whose key it is or ever was; None when it is nobody's."""
        founders = (f.person for f in (*self.founders.stewards, self.founders.auditor))
        everybody = (*founders, *sorted(self.tenures))
        return next((p for p in everybody if any(t.key == key for t in self.of(p))), None)

    def natural_of(self, person: str) -> str:
        """Which natural person an account is; an unknown account is a person of its own."""
        held = self.last_tenure(person)
        return f"account {person}" if held is None else held.natural

    def naturals(self, persons: Iterable[str]) -> frozenset[str]:
        """Which natural persons some accounts are."""
        return frozenset(self.natural_of(person) for person in persons)

    def clerks_of(self, authority: str, at: Moment) -> tuple[Tenure, ...]:
        """The clerks of an authority who are in office at a moment, by account."""
        return self.in_office("clerk", authority, at)

    def in_office(self, role: Role, authority: str, at: Moment) -> tuple[Tenure, ...]:
        """Whoever holds a role of an authority at a moment, by account."""
        return tuple(
            held[-1]
            for person in sorted(self.tenures)
            if (held := tuple(t for t in self.tenures[person] if t.holds(at)))
            and held[-1].role == role
            and held[-1].authority == authority
        )

    def enrolled_by(self, person: str) -> frozenset[str]:
        """The natural persons who ever enrolled an account."""
        held = self.tenures.get(PersonId(person), ())
        return self.naturals(p for tenure in held for p in tenure.enrolled_by)

    def of(self, person: str) -> tuple[Tenure, ...]:
        """Every tenure of an account, in order; a founder has one for each key."""
        founding = self.founders.tenure_of(person)
        if founding is None:
            return self.tenures.get(PersonId(person), ())
        return self.replaced.get(PersonId(person), (founding,))


def people_of(founders: Founders, events: Iterable[Happening]) -> People:
    """Fold the events of people, in the order of the ledger."""
    people = People(founders)
    for event in events:
        people = take(people, event)
    return people


def take(people: People, event: Happening) -> People:
    """Take one event; what is not about people, or was not signed by a founder, changes nothing."""
    if event.kind == KEY_REPLACED:
        return _replacing(people, event)
    by = people.founders.role_of(event.actor)
    if by != ("auditor" if event.kind == "person.countersigned" else "steward"):
        return people
    person = PersonId(event.topic)
    pending = dict(people.pending.get(person, {}))
    held = people.tenures.get(person, ())
    if event.kind == "person.enrolled":
        named = digest(dict(event.body))
        before = pending.get(named, Pending(dict(event.body), ()))
        signed = (*before.stewards, PersonId(event.actor))
        pending[named] = replace(before, stewards=tuple(dict.fromkeys(signed)))
    elif event.kind == "person.countersigned":
        agreed = pending.get(str(event.body["enrolment"]))
        if agreed is None or len(agreed.stewards) < 2:
            return people
        held = (*held, _tenure(agreed, event))
        pending = {}
    elif event.kind == "person.revoked":
        held = tuple(
            t if t.until is not None else replace(t, until=event.at, revoked_by=event.seq)
            for t in held
        )
        pending = {}
    elif event.kind == "person.compromised":
        held = _without(held, str(event.body["key"]), moment(str(event.body["since"])))
        pending = {}
    else:
        return people
    return replace(
        people,
        tenures={**people.tenures, person: held},
        pending={**people.pending, person: pending},
    )


def vouched_for(account: str, body: Mapping[str, Json]) -> bytes:
    """What a founder's new key signs: that it follows their old one."""
    return key_bytes(KEY_REPLACED, account, {"old": body["old"], "new": body["new"]})


def _replacing(people: People, event: Happening) -> People:
    """A founder says which key follows theirs; it counts from the moment that another founder agrees.

    Signatures are checked here and not only where events are made: by this one event whoever wrote it
    would be somebody else.
    """
    person, held = PersonId(event.topic), people.of(event.topic)
    if not _in_order(people, event, held):
        return people
    if event.actor == person:
        return replace(people, offered={**people.offered, person: event})
    offer = people.offered.get(person)
    if offer is None or dict(offer.body) != dict(event.body):
        return people
    ended = replace(held[-1], until=event.at, revoked_by=event.seq)
    key = PublicKey.parse(str(event.body["new"]))
    following = (*held[:-1], ended, replace(held[-1], key=key, since=event.at))
    return replace(
        people,
        replaced={**people.replaced, person: following},
        offered={who: said for who, said in people.offered.items() if who != person},
        confirmed=(*people.confirmed, (offer, event)),
    )


def _in_order(people: People, event: Happening, held: tuple[Tenure, ...]) -> bool:
    """Say whether founders sign, and the new key too, that it follows the one in use."""
    founders, body = people.founders, event.body
    if founders.role_of(event.topic) is None or founders.role_of(event.actor) is None:
        return False
    own = people.public_key_of(event.actor, event.at, event.seq)
    message = signed_bytes(event.kind, event.topic, event.actor, body)
    try:
        new = PublicKey.parse(str(body.get("new")))
    except BadInput:
        return False
    return (
        (body.get("old"), body.get("term")) == (str(held[-1].key), len(held))
        and people.owner_of(new) is None
        and verifies(own, message, event.signature)
        and verifies(new, vouched_for(event.topic, body), str(body.get("by_new")))
    )


def _without(held: tuple[Tenure, ...], key: str, since: Moment) -> tuple[Tenure, ...]:
    """Tenures after a key was lost: what it signed from that moment on was signed by nobody."""
    return tuple(
        replace(t, until=since, revoked_by=0)
        if str(t.key) == key and (t.until is None or t.until > since)
        else t
        for t in held
    )


def _tenure(agreed: Pending, event: Happening) -> Tenure:
    content = agreed.content
    return Tenure(
        person=PersonId(event.topic),
        natural=str(content["natural"]),
        role=str(content["role"]),  # type: ignore[arg-type]
        authority=AuthorityId(str(content["authority"])),
        key=PublicKey.parse(str(content["key"])),
        enrolled_by=frozenset({*agreed.stewards, PersonId(event.actor)}),
        since=event.at + COOLING,
    )
