"""One place that says what rests on what: given records, deliveries or sources, every dependent.

It is a fold of the ledger and can be thrown away. Each stage that uses evidence registers a *user*,
which says of the stage's own events what they make and what that rests on; the index knows no stage.
Cases, notices and editions are registered below. Credentials, look-ups and whoever received an answer
join by a user of their own; what they make and somebody holds names its holder, who is told when
what it rests on turns out wrong.

What it guards: nothing that rests on a record, however far away, is left out of a correction. What
it does not do: it decides nothing, reads no evidence and opens nothing sealed. Which records a
delivery brought, and in whose standings they count, stands in the evidence (``touched``). Worked use::

    index = EvidenceIndex(users(zone))
    index.caught_up(ledger)
    index.dependents([("record", "R-1VBCNRKMAZBHB")])
    # (Use("case", "C-…"), Use("notice", …), Use("decision", …), Use("entry", …), Use("edition", "1"))
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

from evenhand.cases.case import CASE_KINDS, PROVEN, State
from evenhand.cases.fold import apply
from evenhand.kernel.ids import CaseId
from evenhand.relational.doubts import texts
from evenhand.relational.ledger import Event, Ledger

What = Literal[
    "source", "delivery", "record", "subject", "standing",
    "case", "notice", "decision", "entry", "edition", "answer", "credential",
]  # fmt: skip
Node: TypeAlias = tuple[What, str]
"""What kind of thing, and its name: ``("record", "R-…")``, ``("entry", "E-…")``."""

HELD_BY_OTHERS: Final[frozenset[What]] = frozenset({"answer", "credential"})
"""What leaves the register in somebody's hands; its holder is told of a correction."""

_NATURAL = ("resident", "sole_trader")


@dataclass(frozen=True, slots=True)
class Use:
    """Something that rests on something else.

    Attributes:
        what: Its kind.
        name: Its name, unique among its kind.
        seq: Number of the event that made it.
        holder: Who holds it, where that is somebody outside.
    """

    what: What
    name: str
    seq: int
    holder: str = ""

    @property
    def node(self) -> Node:
        """What others rest on when they rest on this."""
        return self.what, self.name


class User(Protocol):
    """A stage that uses evidence: it says of an event what that makes, and what it rests on."""

    def uses(self, event: Event) -> Iterable[tuple[Use, Sequence[Node]]]:
        """Say what an event makes, each with the things that it rests on; nothing for most events.

        Events come in order and each once, so that a user may keep a fold of its own.
        """
        ...


class EvidenceIndex:
    """The fold: what rests on what, kept up with the ledger's end."""

    def __init__(self, users: Sequence[User]) -> None:
        self._users = tuple(users)
        self._resting: dict[Node, list[Use]] = defaultdict(list)
        self._seen = 0

    def take(self, events: Iterable[Event]) -> None:
        """Take further events, in order."""
        for event in events:
            for user in self._users:
                for use, rests_on in user.uses(event):
                    for node in rests_on:
                        self._resting[node].append(use)
            self._seen = event.seq

    def caught_up(self, ledger: Ledger) -> EvidenceIndex:
        """Read on to the ledger's end."""
        self.take(ledger.read(after=self._seen))
        return self

    def dependents(self, nodes: Iterable[Node]) -> tuple[Use, ...]:
        """Everything that rests on some things, directly or through others, in order of its events."""
        found: dict[Node, Use] = {}
        waiting = list(nodes)
        while waiting:
            for use in self._resting.get(waiting.pop(), ()):
                if use.node not in found:
                    found[use.node] = use
                    waiting.append(use.node)
        return tuple(sorted(found.values(), key=lambda use: (use.seq, use.what, use.name)))


class Deliveries:
    """Deliveries rest on their source: whoever doubts the one doubts the others."""

    def uses(self, event: Event) -> Iterator[tuple[Use, Sequence[Node]]]:
        """See ``User.uses``."""
        if event.kind == "delivery.received":
            source = str(event.body["source"])
            yield Use("delivery", event.topic, event.seq), [("source", source)]


class Cases:
    """A case rests on its records and deliveries and on the case it follows; decisions and entry on it."""

    def uses(self, event: Event) -> Iterator[tuple[Use, Sequence[Node]]]:
        """See ``User.uses``."""
        case: Node = ("case", event.topic)
        body = event.body
        if event.kind == "case.proposed":
            rests_on: list[Node] = [("record", r) for r in texts(body["records"])]
            rests_on += [("delivery", d) for d in texts(body["deliveries"])]
            if body.get("follows"):
                rests_on.append(("case", str(body["follows"])))
            yield Use("case", event.topic, event.seq), rests_on
        elif event.kind == "case.decided":
            yield Use("decision", str(event.seq), event.seq), [case]
        elif event.kind == "case.took_effect":
            yield Use("entry", "E-" + event.topic[2:], event.seq), [case]


class Notices:
    """A notice rests on its case; one that reached the subject is told from one that was only made."""

    def uses(self, event: Event) -> Iterator[tuple[Use, Sequence[Node]]]:
        """See ``User.uses``."""
        case: Node = ("case", event.topic)
        if event.kind == "case.noticed":
            yield Use("notice", f"{event.topic} made", event.seq), [case]
        elif event.kind == "case.delivered" and event.body["how"] in PROVEN:
            yield Use("notice", f"{event.topic} delivered", event.seq), [case]


class Editions:
    """An edition rests on every entry that it could show when it was made.

    Entries about natural persons are in none. One that a list's rule keeps for look-ups is counted
    as shown: a correction rather names one edition too many than one too few.
    """

    def __init__(self, zone: dt.tzinfo) -> None:
        self._zone = zone
        self._states: dict[CaseId, State] = {}

    def uses(self, event: Event) -> Iterator[tuple[Use, Sequence[Node]]]:
        """See ``User.uses``."""
        if event.kind in CASE_KINDS:
            case = CaseId(event.topic)
            self._states[case] = apply(self._states.get(case), event)
        elif event.kind == "edition.published":
            day = event.at.astimezone(self._zone).date()
            shown: list[Node] = [
                ("entry", state.facts.entry)
                for state in self._states.values()
                if state.serves_on(day) and state.facts.subjects not in _NATURAL
            ]
            yield Use("edition", event.topic, event.seq), shown


def users(zone: dt.tzinfo) -> tuple[User, ...]:
    """Every registered user; a stage that comes later adds its own here.

    Args:
        zone: The register's civil time zone, for the day of an edition.
    """
    return Deliveries(), Cases(), Notices(), Editions(zone)
