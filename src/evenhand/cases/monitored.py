"""Events as the monitors see them: lives of cases, people in office, doubts; told anew from the log.

Apart from the names of settings this shares nothing with the stage that it watches over.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from evenhand.cases.people import Founders
from evenhand.kernel.canonical import Json, digest
from evenhand.keys.signing import PublicKey
from evenhand.relational.events import signed_bytes

_ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC)


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
        """Black or red."""
        return str(self.proposed.get("kind", "black"))

    @property
    def adverse(self) -> bool:
        """True for a black list."""
        return self.kind == "black"

    @property
    def records(self) -> set[str]:
        """The records that it rests on."""
        return _texts(self.proposed, "records")

    def all(self, kind: str, before: int | None = None) -> list[Seen]:
        """Its events of one kind, up to but not including one event."""
        return [e for e in self.events if e.kind == kind and (before is None or e.seq < before)]

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
    doubts: list[tuple[int, bool, set[str]]] = field(default_factory=list)
    _signed: dict[tuple[str, str], tuple[Mapping[str, Json], set[str]]] = field(
        default_factory=dict
    )

    @classmethod
    def of(cls, events: Iterable[Seen], founders: Founders, zone: dt.tzinfo) -> History:
        """Tell a history from a ledger's events."""
        history = cls(founders, zone)
        for event in events:
            if event.kind.startswith("case.") or event.kind == "conflict.declared":
                history.by_case.setdefault(event.topic, Life(event.topic)).events.append(event)
            elif event.kind.startswith("person."):
                history._person(event)
            elif event.kind in ("record.doubted", "document.conflict"):
                history.doubts.append((event.seq, True, _texts(event.body, "records")))
            elif event.kind in ("record.doubt_settled", "document.conflict_settled"):
                history.doubts.append((event.seq, False, _texts(event.body, "records")))
        return history

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
        try:
            made = base64.b64decode(event.signature, validate=True)
        except binascii.Error:
            return False
        said = signed_bytes(event.kind, event.topic, event.actor, event.body)
        return any(PublicKey.parse(key).verifies(made, said) for key in keys)

    def doubtful(self, before: int) -> set[str]:
        """Records in doubt just before an event."""
        open_ones: set[str] = set()
        for seq, doubted, records in self.doubts:
            if seq < before:
                open_ones = open_ones | records if doubted else open_ones - records
        return open_ones

    def _held(self, account: str) -> list[Office]:
        for founder in self.founders.stewards:
            if founder.person == account:
                return [_founding(founder.natural, "steward", str(founder.key))]
        auditor = self.founders.auditor
        if auditor.person == account:
            return [_founding(auditor.natural, "auditor", str(auditor.key))]
        return self.offices.get(account, [])

    def _person(self, event: Seen) -> None:
        if not self.signed(event):
            return
        role = self._held(event.actor)[0].role
        if event.kind == "person.enrolled" and role == "steward":
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
        elif event.kind == "person.revoked" and role == "steward":
            self._signed = {k: v for k, v in self._signed.items() if k[0] != event.topic}
            for office in self.offices[event.topic]:
                if office.until is None:
                    office.until, office.until_seq = event.at, event.seq


def _founding(natural: str, role: str, key: str) -> Office:
    return Office(natural, role, "", key, frozenset(), _ALWAYS)


def _holds(office: Office, event: Seen) -> bool:
    """By the clock, and within one moment by the order of the ledger."""
    if office.until is not None and (event.at, event.seq) >= (office.until, office.until_seq):
        return False
    return office.since <= event.at


def _texts(body: Mapping[str, Json], name: str) -> set[str]:
    said = body.get(name)
    return {str(part) for part in said} if isinstance(said, (list, tuple)) else set()
