"""Events as the monitors see them: lives of cases, people in office, doubts; told anew from the log.

Apart from the names of settings this shares nothing with the stage that it watches over.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from evenhand.cases.people import Founder, Founders
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import EvenhandError
from evenhand.keys.acts import key_bytes
from evenhand.keys.signing import PublicKey
from evenhand.relational.events import signed_bytes

_ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC)

_DOUBTS: Final[Mapping[str, tuple[bool, str]]] = {
    "record.doubted": (True, "dispute"),
    "document.conflict": (True, "conflict"),
    "source.retired": (True, "source"),
    "record.corrected": (True, "corrected"),
    "record.doubt_settled": (False, "dispute"),
    "document.conflict_settled": (False, "conflict"),
}
"""Events that put records in doubt, or settle that, and which doubt it is."""


class Seen(Protocol):
    """An event of the ledger."""

    @property
    def seq(self) -> int:
        """Its number."""

    @property
    def at(self) -> dt.datetime:
        """When."""

    @property
    def kind(self) -> str:
        """What."""

    @property
    def topic(self) -> str:
        """About what."""

    @property
    def actor(self) -> str:
        """By whom."""

    @property
    def body(self) -> Mapping[str, Json]:
        """What in particular."""

    @property
    def signature(self) -> str:
        """Signed how."""


@dataclass(slots=True)
class Office:
    """One time in office of one account."""

    natural: str
    role: str
    authority: str
    key: str
    by: frozenset[str]
    since: dt.datetime
    until: dt.datetime | None = None
    until_seq: int = 0


@dataclass(slots=True)
class Life:
    """One case: its events in order."""

    case: str
    events: list[Seen] = field(default_factory=list)

    @property
    def proposed(self) -> Mapping[str, Json]:
        """What it was proposed on."""
        return self.events[0].body

    @property
    def kind(self) -> str:
        """Black, red, court, grade or stage."""
        return str(self.proposed.get("kind", "black"))

    @property
    def adverse(self) -> bool:
        """True for everything but good conduct."""
        return self.kind != "red"

    @property
    def records(self) -> set[str]:
        """The records that it rests on."""
        return _texts(self.proposed, "records")

    def all(self, kind: str, before: int | None = None) -> list[Seen]:
        """Its events of one kind, up to but not including one event."""
        return [e for e in self.events if e.kind == kind and (before is None or e.seq < before)]

    @property
    def effect(self) -> Seen | None:
        """Its taking effect, where it did."""
        return next((e for e in self.events if e.kind == "case.took_effect"), None)

    def last_day(self, before: int | None = None) -> str:
        """The last day of its entry as it stood before an event; empty where there is none."""
        said = [str(e.body["until"]) for kind in ("case.took_effect", "case.shortened")
                for e in self.all(kind, before)]  # fmt: skip
        return min(said, default="")

    def void(self, before: int) -> set[int]:
        """Numbers of acts that a stolen key signed, as found before an event."""
        found: set[int] = set()
        for event in self.all("case.signatures_void", before):
            found |= {int(seq) for seq in _texts(event.body, "decisions")}
            for kind, name in (("case.delivered", "delivery"), ("case.waived", "waiver")):
                if event.body.get(name) is True:
                    found |= {e.seq for e in self.all(kind, event.seq)}
        return found

    def counting(self, kind: str, before: int) -> list[Seen]:
        """Its events of one kind before an event, without those that a stolen key signed."""
        void = self.void(before)
        return [e for e in self.all(kind, before) if e.seq not in void]

    def suspensions(self, before: int) -> list[Seen]:
        """The suspensions since the last resumption, up to but not including an event."""
        resumed = max((e.seq for e in self.all("case.resumed", before)), default=0)
        return [e for e in self.all("case.suspended", before) if e.seq > resumed]

    def signers(self, history: History) -> set[str]:
        """The natural persons who decided what took effect."""
        effect = self.effect
        return {history.natural(d.actor) for d in self.deciding(effect)} if effect else set()

    def objected(self, before: int) -> set[object]:
        """Objections filed before an event."""
        return {e.body["objection"] for e in self.all("case.objected", before)}

    def deciding(self, effect: Seen) -> list[Seen]:
        """The decisions that an effect, a resumption or an early end carries out."""
        review = effect.kind != "case.took_effect"
        decided = [
            d
            for d in self.all("case.decided", effect.seq)
            if str(d.body["stage"]).startswith("review") == review
            and d.seq not in self.void(effect.seq)
        ]
        stages = ("review_first", "review_second") if review else ("first", "second")
        wanted = {"case.took_effect": "list", "case.resumed": "stands"}.get(effect.kind, "ends")
        last = [[d for d in decided if d.body["stage"] == stage][-1:] for stage in stages]
        return [d for ds in last for d in ds if d.body["outcome"] == wanted]

    def involved(self, history: History, before: int) -> set[str]:
        """Natural persons who brought evidence into the case or declared a conflict."""
        accounts = _texts(self.proposed, "submitters")
        for kind in ("case.delivered", "case.waived", "conflict.declared"):
            accounts |= {e.actor for e in self.all(kind, before)}
        return {history.natural(account) for account in accounts}

    def void_before(self, seq: int) -> bool:
        """Say whether its evidence was changed before it had any effect, and before an event."""
        return any(
            e.body["why"] == "evidence" and e.seq < seq for e in self.all("case.closed")
        ) and not self.all("case.took_effect")


@dataclass(slots=True)
class History:
    """Everything that the monitors may know."""

    founders: Founders
    zone: dt.tzinfo
    by_case: dict[str, Life] = field(default_factory=dict)
    offices: dict[str, list[Office]] = field(default_factory=lambda: defaultdict(list))
    verified: Callable[[Seen, str], bool] | None = None
    others: list[Seen] = field(default_factory=list)
    doubts: dict[str, list[tuple[int, bool, str]]] = field(default_factory=dict)
    settled: list[tuple[int, str, str]] = field(default_factory=list)
    founding: dict[str, list[Office]] = field(default_factory=dict)
    _offered: dict[str, Mapping[str, Json]] = field(default_factory=dict)
    _signed: dict[tuple[str, str], tuple[Mapping[str, Json], set[str]]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        """Begin with the founders, where no history says how they went on."""
        if not self.founding:
            stewards, auditor = self.founders.stewards, self.founders.auditor
            self.founding = {one.person: [_founding(one, "steward")] for one in stewards}
            self.founding[auditor.person] = [_founding(auditor, "auditor")]

    @classmethod
    def of(cls, events: Iterable[Seen], founders: Founders, zone: dt.tzinfo) -> History:
        """Tell a history from a ledger's events."""
        history = cls(founders, zone)
        for event in events:
            history.take(event)
        return history

    def take(self, event: Seen) -> None:
        """Take one more event, in the order of the ledger."""
        if event.kind.startswith("case.") or event.kind == "conflict.declared":
            self.by_case.setdefault(event.topic, Life(event.topic)).events.append(event)
            return
        if event.kind.startswith("person."):
            self._person(event)
        elif event.kind in _DOUBTS:
            self._doubt(event)
        self.others.append(event)

    def again(self) -> History:
        """The same people once more, without any case: where another life can begin."""
        offices = defaultdict(list, {who: list(held) for who, held in self.offices.items()})
        founding = {who: list(held) for who, held in self.founding.items()}
        return History(
            self.founders, self.zone, offices=offices, verified=self.verified, founding=founding
        )

    @property
    def lives(self) -> list[Life]:
        """Every case, in the order in which they began."""
        return list(self.by_case.values())

    def day(self, event: Seen) -> dt.date:
        """The civil day of an event."""
        return event.at.astimezone(self.zone).date()

    def natural(self, account: str) -> str:
        """The natural person behind an account."""
        held = self._held(account)
        return held[-1].natural if held else f"account {account}"

    def in_office(self, event: Seen, role: str, authority: str) -> bool:
        """Say whether an event's author held a role of an authority when it was recorded."""
        return any(
            o.role == role and o.authority == authority and _holds(o, event)
            for o in self._held(event.actor)
        )

    def enrollers(self, account: str) -> set[str]:
        """The natural persons who ever enrolled an account."""
        return {self.natural(by) for o in self._held(account) for by in o.by}

    def signed(self, event: Seen) -> bool:
        """Say whether an event carries its author's own signature over all that it says."""
        keys = [o.key for o in self._held(event.actor) if _holds(o, event)]
        verified = self.verified or verifies
        return any(verified(event, key) for key in keys)

    def doubtful(self, records: Iterable[str], before: int) -> set[str]:
        """Which of some records were in doubt just before an event."""
        found: set[str] = set()
        for record in records:
            open_ones: set[str] = set()
            for seq, doubted, reason in self.doubts.get(record, ()):
                if seq < before:
                    open_ones = open_ones | {reason} if doubted else open_ones - {reason}
            if open_ones:
                found.add(record)
        return found

    def settlers(self, records: Iterable[str], before: int) -> set[str]:
        """The natural persons who found before an event that some records stand."""
        asked = set(records)
        return {
            self.natural(by) for seq, record, by in self.settled if seq < before and record in asked
        }

    def _doubt(self, event: Seen) -> None:
        doubted, reason = _DOUBTS[event.kind]
        reasons = _texts(event.body, "of") if event.kind == "record.doubt_settled" else set()
        for record in _texts(event.body, "records"):
            if not doubted and event.actor != "system":
                self.settled.append((event.seq, record, event.actor))
            for one in sorted(reasons or {reason}):
                self.doubts.setdefault(record, []).append((event.seq, doubted, one))

    def _held(self, account: str) -> list[Office]:
        return self.founding.get(account) or self.offices.get(account, [])

    def _person(self, event: Seen) -> None:
        if not self.signed(event):
            return
        role = self._held(event.actor)[0].role
        if event.kind == "person.key_replaced" and role in ("steward", "auditor"):
            self._key_replaced(event)
        elif event.kind == "person.enrolled" and role == "steward":
            named = (event.topic, digest(dict(event.body)))
            _, stewards = self._signed.setdefault(named, (event.body, set()))
            stewards.add(event.actor)
        elif event.kind == "person.countersigned" and role == "auditor":
            body, stewards = self._signed.pop(
                (event.topic, str(event.body["enrolment"])), ({}, set())
            )
            if len(stewards) >= 2:
                self.offices[event.topic].append(
                    Office(
                        natural=str(body["natural"]),
                        role=str(body["role"]),
                        authority=str(body["authority"]),
                        key=str(body["key"]),
                        by=frozenset({*stewards, event.actor}),
                        since=event.at + dt.timedelta(days=7),
                    )
                )
        elif event.kind in ("person.revoked", "person.compromised") and role == "steward":
            self._signed = {k: v for k, v in self._signed.items() if k[0] != event.topic}
            self.offices[event.topic] = [
                replace(office, until=event.at, until_seq=event.seq)
                if office.until is None
                else office
                for office in self.offices[event.topic]
            ]

    def _key_replaced(self, event: Seen) -> None:
        """A founder's key gives way to one that it vouches for, and that another founder confirms."""
        held = self._held(event.topic)
        said = {"old": held[-1].key if held else "", "new": str(event.body.get("new"))}
        taken = {o.key for offices in (*self.founding.values(), *self.offices.values())
                 for o in offices}  # fmt: skip
        if event.topic not in self.founding or event.body.get("term") != len(held):
            return
        if said["new"] in taken or not _vouched(event, said):
            return
        if event.actor == event.topic:
            self._offered[event.topic] = dict(event.body)
        elif self._offered.pop(event.topic, None) == dict(event.body):
            held[-1] = replace(held[-1], until=event.at, until_seq=event.seq)
            since = replace(held[-1], key=said["new"], since=event.at, until=None)
            held.append(since)


def _vouched(event: Seen, said: Mapping[str, Json]) -> bool:
    """The new key signed that it follows the old one."""
    if event.body.get("old") != said["old"]:
        return False
    try:
        made = base64.b64decode(str(event.body.get("by_new")), validate=True)
        new = PublicKey.parse(str(said["new"]))
    except (ValueError, EvenhandError):
        return False
    return new.verifies(made, key_bytes(event.kind, event.topic, said))


def verifies(event: Seen, key: str) -> bool:
    """Say whether an event's signature is one of a key, over all that the event says."""
    try:
        made = base64.b64decode(event.signature, validate=True)
    except ValueError:
        return False
    said = signed_bytes(event.kind, event.topic, event.actor, event.body)
    return PublicKey.parse(key).verifies(made, said)


def _founding(founder: Founder, role: str) -> Office:
    return Office(founder.natural, role, "", str(founder.key), frozenset(), _ALWAYS)


def _holds(office: Office, event: Seen) -> bool:
    """By the clock, and within one moment by the order of the ledger."""
    if office.until is not None and (event.at, event.seq) >= (office.until, office.until_seq):
        return False
    return office.since <= event.at


def _texts(body: Mapping[str, Json], name: str) -> set[str]:
    said = body.get(name)
    return {str(part) for part in said} if isinstance(said, (list, tuple)) else set()
