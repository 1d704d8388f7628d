"""What a register knows at a moment: one fold of its ledger, read by every step of the line.

What it guards: nothing is read twice or remembered elsewhere; the ledger alone says which segments
are live, who has consented, which records are in doubt, and which schemes are in force. What it
does not do: it decides nothing and opens nothing sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from evenhand.identity.holders import Holders
from evenhand.kernel.canonical import Json
from evenhand.kernel.consent import Consent
from evenhand.kernel.ids import DeliveryId, PersonId, RecordId, SchemeId, SourceId, SubjectId
from evenhand.kernel.periods import Day, Moment, day, microseconds
from evenhand.pipeline.agreed import AT_EVERY_MOMENT, CONSENT_KINDS, Agreed
from evenhand.relational.doubts import DOUBT_KINDS, Doubts, Stretch
from evenhand.relational.ledger import Event, Ledger
from evenhand.relational.live import LIVE_KINDS, live_segments
from evenhand.rights.floor import enforces


@dataclass(frozen=True, slots=True)
class Received:
    """One delivery that stands: who sent it, what it left, whether it was undone."""

    delivery: DeliveryId
    source: SourceId
    clerk: PersonId
    at: Moment
    seq: int


@dataclass(frozen=True, slots=True)
class Publicised:
    """One version of a scheme made public in this register: its file's digest, when, by whom, why.

    Attributes:
        author: Who wrote and proposed it; None in a register of study.
        approver: Who approved it; another person.
        comments: The first and the last day of comments.
        comparison: What it changes, as its author signed it; None for the first of its kind.
    """

    scheme: SchemeId
    version: str
    digest: str
    since: Day
    author: PersonId | None = None
    approver: PersonId | None = None
    reasons: str = ""
    comments: tuple[Day, Day] | None = None
    comparison: Mapping[str, Json] | None = None


@dataclass(slots=True)
class Knowledge:
    """The fold.

    Attributes:
        agreed: Who has agreed to what, and what waits for a second clerk.
        segments: Names of the live segments, in order of their deliveries.
        judged: Waiting subject, subject meant, microseconds when a person said so.
        doubted: Which records are in doubt, why, from when until when.
        withdrawn: Records that a person found wrong, with the microseconds from which they count for
            nobody, and what was found: ``retracted`` or ``misidentified``.
        holders: Whose each code that was issued again was, on each day.
        gone: Subjects that are no more, with the delivery that said so.
        retired: Sources that are believed no longer, and since when.
        learned: When the register last learned something that an answer can depend on.
        head: Sequence number of the last event that was folded.
    """

    deliveries: dict[DeliveryId, Received] = field(default_factory=dict)
    agreed: Agreed = field(default_factory=Agreed)
    judged: list[tuple[SubjectId, SubjectId, int]] = field(default_factory=list)
    doubted: Doubts = field(default_factory=Doubts)
    withdrawn: dict[RecordId, tuple[int, str]] = field(default_factory=dict)
    holders: Holders = field(default_factory=Holders)
    gone: dict[SubjectId, str] = field(default_factory=dict)
    retired: dict[SourceId, Moment] = field(default_factory=dict)
    schemes: dict[tuple[SchemeId, str], Publicised] = field(default_factory=dict)
    sources: dict[SourceId, str] = field(default_factory=dict)
    segments: tuple[str, ...] = ()
    clock: Moment | None = None
    learned: Moment | None = None
    head: int = 0

    @property
    def consents(self) -> dict[tuple[str, SchemeId], Consent]:
        """The last yes of each resident to each scheme."""
        return self.agreed.given

    @property
    def doubts(self) -> dict[RecordId, tuple[Stretch, ...]]:
        """Every stretch of doubt of each record that events name."""
        return self.doubted.stretches()

    def clerk_of(self, delivery: DeliveryId) -> PersonId:
        """Who delivered; that person may sign no case that rests on it (D3).

        Raises:
            KeyError: When the delivery is unknown or was undone.
        """
        return self.deliveries[delivery].clerk

    def latest_versions(self, on: Day) -> tuple[Publicised, ...]:
        """Of each scheme the version made public last, up to and including a day."""
        chosen: dict[SchemeId, Publicised] = {}
        for made in self.schemes.values():
            if made.since <= on:
                chosen[made.scheme] = made
        return tuple(chosen[name] for name in sorted(chosen))


@enforces("RF-1")
def known(ledger: Ledger, known_at: Moment | None = None) -> Knowledge:
    """Fold the ledger up to and including a moment; without one, all of it.

    Three things count at every moment, also one before they were recorded, because whoever left or was
    erased is absent from past answers too: a withdrawal of consent, a record refused by its subject,
    and a rewriting of evidence.
    """
    knowledge = folded(ledger.read(known_at=known_at))
    if known_at is not None:
        for event in ledger.read(kinds=AT_EVERY_MOMENT, after=knowledge.head):
            knowledge.agreed.take(event)
        knowledge.segments = live_segments(ledger.read(kinds=LIVE_KINDS), known_at)
    return knowledge


def folded(events: Iterable[Event]) -> Knowledge:
    """Fold events, in order."""
    fold = Fold()
    fold.take(events)
    return fold.knowledge


class Fold:
    """Knowledge that is kept up with the ledger's end, each event read once.

    Attributes:
        knowledge: What the events so far come to; it changes as more are taken.
        last: When the last of them was recorded.
    """

    def __init__(self) -> None:
        self.knowledge = Knowledge()
        self.last: Moment | None = None
        self._about_segments: list[Event] = []

    def take(self, events: Iterable[Event]) -> None:
        """Take further events, in order."""
        before = len(self._about_segments)
        for event in events:
            take = _FOLDS.get(event.kind)
            if take is not None:
                take(self.knowledge, event)
                self.knowledge.learned = event.at
            if event.kind in LIVE_KINDS:
                self._about_segments.append(event)
            self.knowledge.head, self.last = event.seq, event.at
        if len(self._about_segments) > before:
            self.knowledge.segments = live_segments(self._about_segments)

    def caught_up(self, ledger: Ledger) -> Knowledge:
        """Read on to the ledger's end."""
        self.take(ledger.read(after=self.knowledge.head))
        return self.knowledge


def _received(so_far: Knowledge, event: Event) -> None:
    body = event.body
    delivery = DeliveryId.parse(str(body["delivery"]))
    so_far.deliveries[delivery] = Received(
        delivery,
        SourceId.parse(str(body["source"])),
        PersonId.parse(str(body["clerk"])),
        event.at,
        event.seq,
    )


def _undone(so_far: Knowledge, event: Event) -> None:
    so_far.deliveries.pop(DeliveryId.parse(str(event.body["delivery"])), None)
    so_far.agreed.undo(str(event.body["delivery"]))
    said = str(event.body["delivery"])
    so_far.gone = {subject: by for subject, by in so_far.gone.items() if by != said}


def _agreed(so_far: Knowledge, event: Event) -> None:
    so_far.agreed.take(event)


def _judged(so_far: Knowledge, event: Event) -> None:
    """A finding that they differ, or cannot be told, sets the record back to its own number."""
    waiting = SubjectId.parse(str(event.body["waiting"]))
    same = event.body["judgement"] == "same"
    meant = SubjectId.parse(str(event.body["subject"])) if same else waiting
    so_far.judged.append((waiting, meant, microseconds(event.at)))


def _doubt(so_far: Knowledge, event: Event) -> None:
    so_far.doubted.take(event)
    if event.kind == "source.retired":
        so_far.retired.setdefault(SourceId.parse(str(event.body["source"])), event.at)


def _corrected(so_far: Knowledge, event: Event) -> None:
    found = (microseconds(event.at), str(event.body["outcome"]))
    for record in _items(event.body["records"]):
        so_far.withdrawn.setdefault(RecordId.parse(str(record)), found)


def _reissued(so_far: Knowledge, event: Event) -> None:
    first, holder = (SubjectId.parse(str(event.body[name])) for name in ("subject", "holder"))
    so_far.holders = so_far.holders.reissued(first, day(str(event.body["since"])), holder)


def _gone(so_far: Knowledge, event: Event) -> None:
    subject = SubjectId.parse(str(event.body["subject"]))
    so_far.gone[subject] = str(event.body["delivery"])
    if event.body["why"] == "deceased":
        so_far.agreed.bury(subject)


def _published(so_far: Knowledge, event: Event) -> None:
    body = event.body
    scheme, version = SchemeId.parse(str(body["scheme"])), str(body["version"])
    made = Publicised(scheme, version, str(body["digest"]), day(str(body["day"])))
    if "author" in body:
        comments, comparison = body["comments"], body["comparison"]
        made = replace(
            made,
            author=PersonId.parse(str(body["author"])),
            approver=PersonId.parse(event.actor),
            reasons=str(body["reasons"]),
            comments=(day(str(comments["first"])), day(str(comments["last"])))
            if isinstance(comments, Mapping)
            else None,
            comparison=comparison if isinstance(comparison, Mapping) else None,
        )
    so_far.schemes[scheme, version] = made


def _source_added(so_far: Knowledge, event: Event) -> None:
    so_far.sources[SourceId.parse(str(event.body["source"]))] = str(event.body["digest"])


def _clock_moved(so_far: Knowledge, event: Event) -> None:
    so_far.clock = event.at


def _items(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else ()


_FOLDS = {
    "delivery.received": _received,
    "delivery.undone": _undone,
    **dict.fromkeys(CONSENT_KINDS, _agreed),
    "identity.judged": _judged,
    **dict.fromkeys(DOUBT_KINDS, _doubt),
    "record.corrected": _corrected,
    "subject.code_reissued": _reissued,
    "subject.gone": _gone,
    "scheme.published": _published,
    "source.added": _source_added,
    "clock.moved": _clock_moved,
}
