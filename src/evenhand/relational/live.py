"""Which segments count, as a fold of the ledger.

A delivery's segments count from ``delivery.received`` until ``delivery.undone``. ``held.settled``
may add segments with rows that were held before. ``evidence.rewritten`` puts a segment without the
erased rows in the place of an old one, or nothing; it counts at every known-at moment, also one
before it, for whoever was erased is absent from every answer, past ones included.

``evidence.compacted`` puts one segment in the place of several with the same rows, or several in the
place of one. It too counts at every moment. Asked about a moment at which not all of these rows were
known, a segment is named with that moment (``name@microseconds``): its rows known up to then count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.periods import Moment, microseconds
from evenhand.kernel.text import Text
from evenhand.relational.events import Event

COMPACTED: Final = "evidence.compacted"

_OF_DELIVERIES: Final = ("delivery.received", "delivery.undone", "held.settled")

LIVE_KINDS: Final = (*_OF_DELIVERIES, "evidence.rewritten", COMPACTED)

KNOWN_UNTIL: Final = "@"
"""Between a segment's name and a moment: only its rows known up to then count."""


@dataclass(frozen=True, slots=True)
class LiveDelivery:
    """A delivery that stands, and what of it the segments must hold.

    Attributes:
        segments: Names of its segments that count.
        rows: How many rows they hold.
        exact: False for a source about residents: they hold at most that many (RF-1: nobody can
            tell from the ledger whose rows were kept).
    """

    delivery: str
    segments: tuple[str, ...]
    rows: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A segment, the one in its place (None: nothing was left), and how many rows were erased.

    Attributes:
        of: Of a segment that several deliveries share: how many rows of each.
    """

    old: str
    new: str | None
    rows: int
    of: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Segments, and those in their place with the deliveries whose rows each holds."""

    old: tuple[str, ...]
    new: tuple[tuple[str, tuple[str, ...]], ...]


def live_deliveries(
    events: Iterable[Event], known_at: Moment | None = None
) -> dict[str, LiveDelivery]:
    """Fold events (of ``LIVE_KINDS``; others are passed over) to the deliveries that stand.

    Args:
        events: All events of the ledger, also those after ``known_at``.
        known_at: Which deliveries stood at this moment; None for now.

    Raises:
        RegisterDamaged: When an event lacks what such an event says.
    """
    return _folded(events, known_at).live


def live_segments(events: Iterable[Event], known_at: Moment | None = None) -> tuple[str, ...]:
    """Names of the segments that count, in the order in which their deliveries came, each once."""
    fold = _folded(events, known_at)
    names = segments_of(fold.live.values())
    if known_at is None:
        return names
    until = f"{KNOWN_UNTIL}{microseconds(known_at)}"
    return tuple(name + until if name in fold.partly else name for name in names)


def segments_of(deliveries: Iterable[LiveDelivery]) -> tuple[str, ...]:
    """Names of the segments of some deliveries, each once, in the order of the deliveries."""
    return tuple(dict.fromkeys(name for one in deliveries for name in one.segments))


def sharing(deliveries: Iterable[LiveDelivery], names: Collection[str]) -> list[str]:
    """Which deliveries have rows in some segments, in their order."""
    wanted = set(names)
    return [one.delivery for one in deliveries if not wanted.isdisjoint(one.segments)]


def brought(event: Event) -> tuple[str, ...]:
    """Names of the segments that an event brought; none for one that brings none."""
    named = event.body.get("segments")
    return tuple(map(str, named)) if isinstance(named, list) else ()


def not_undone(events: Iterable[Event]) -> list[Event]:
    """Events as if no delivery had been undone: what is folded from them counts at some moment.

    An erasure and the end of retention reach what was undone too, because questions about moments
    before that still read it.
    """
    return [event for event in events if event.kind != "delivery.undone"]


def rewritings(event: Event) -> tuple[Rewriting, ...]:
    """What an ``evidence.rewritten`` event says; nothing for an event of another kind.

    Raises:
        RegisterDamaged: When the event lacks what such an event says.
    """
    if event.kind != "evidence.rewritten":
        return ()
    try:
        return tuple(_rewriting(change) for change in _list(event.body["replaced"]))
    except (KeyError, TypeError):
        raise _unreadable(event) from None


def replacements(event: Event) -> tuple[Replacement, ...]:
    """What an ``evidence.compacted`` event says; nothing for an event of another kind.

    Raises:
        RegisterDamaged: When the event lacks what such an event says.
    """
    if event.kind != COMPACTED:
        return ()
    try:
        return tuple(_replacement(change) for change in _list(event.body["replaced"]))
    except (KeyError, TypeError):
        raise _unreadable(event) from None


def out_of_use(events: Iterable[Event]) -> frozenset[str]:
    """Segments in whose place others are, at every moment; their files are to go.

    Raises:
        RegisterDamaged: When an event lacks what such an event says.
    """
    old: set[str] = set()
    for event in events:
        for rewriting in rewritings(event):
            old.add(rewriting.old)
            old.difference_update(() if rewriting.new is None else (rewriting.new,))
        for replacement in replacements(event):
            old.update(replacement.old)
            old.difference_update(name for name, _ in replacement.new)
    return frozenset(old)


@dataclass(slots=True)
class _Fold:
    """The deliveries that stand, and the segments of which not all rows were known at the moment."""

    live: dict[str, LiveDelivery] = field(default_factory=dict)
    partly: set[str] = field(default_factory=set)

    def take_rewriting(self, change: Rewriting) -> None:
        new = () if change.new is None else (change.new,)
        if change.old in self.partly:
            self.partly.update(new)
        for name, delivery in list(self.live.items()):
            if change.old in delivery.segments:
                self._swap(name, {change.old}, new)
                gone = change.of.get(name, 0) if change.of else change.rows
                self.live[name] = replace(self.live[name], rows=delivery.rows - gone)

    def take_replacement(self, change: Replacement) -> None:
        old = set(change.old)
        there = old.intersection(segments_of(self.live.values()))
        partly = there != old or not old.isdisjoint(self.partly)
        for segment, deliveries in change.new:
            if partly:
                self.partly.add(segment)
            for name in deliveries:
                if name in self.live:
                    self._swap(name, old, (segment,))
        gone = old.difference(segment for segment, _ in change.new)
        for name in list(self.live):  # nothing is left of it in what took the place
            self._swap(name, gone, ())

    def _swap(self, name: str, old: set[str], new: tuple[str, ...]) -> None:
        before = self.live[name].segments
        at = next((n for n, one in enumerate(before) if one in old), None)
        if at is None:
            return
        after = tuple(one for one in before[at:] if one not in old)
        self.live[name] = replace(self.live[name], segments=(*before[:at], *new, *after))


def _folded(events: Iterable[Event], known_at: Moment | None) -> _Fold:
    fold = _Fold()
    for event in events:
        for rewriting in rewritings(event):
            fold.take_rewriting(rewriting)
        for replacement in replacements(event):
            fold.take_replacement(replacement)
        if event.kind in _OF_DELIVERIES and (known_at is None or event.at <= known_at):
            try:
                _take(fold.live, event)
            except (KeyError, TypeError):
                raise _unreadable(event) from None
    return fold


def _take(live: dict[str, LiveDelivery], event: Event) -> None:
    body = event.body
    delivery = str(body["delivery"])
    if event.kind == "delivery.undone":
        live.pop(delivery, None)
    elif event.kind == "delivery.received":
        exact = "stored" in body
        rows = _count(body["stored"] if exact else body["processed"])
        live[delivery] = LiveDelivery(delivery, _names(body["segments"]), rows, exact)
    elif body.get("segments") and delivery in live:
        old = live[delivery]
        segments = (*old.segments, *_names(body["segments"]))
        live[delivery] = replace(old, segments=segments, rows=old.rows + _count(body["stored"]))


def _rewriting(change: Json) -> Rewriting:
    if not isinstance(change, dict):
        raise TypeError
    new, of = change["new"], change.get("deliveries", {})
    if not isinstance(of, dict):
        raise TypeError
    return Rewriting(
        str(change["old"]),
        None if new is None else str(new),
        _count(change["rows"]),
        {str(name): _count(rows) for name, rows in of.items()},
    )


def _replacement(change: Json) -> Replacement:
    if not isinstance(change, dict):
        raise TypeError
    return Replacement(_names(change["old"]), tuple(map(_holding, _list(change["new"]))))


def _holding(new: Json) -> tuple[str, tuple[str, ...]]:
    if not isinstance(new, dict):
        raise TypeError
    return str(new["segment"]), _names(new["deliveries"])


def _names(value: Json) -> tuple[str, ...]:
    return tuple(str(name) for name in _list(value))


def _list(value: Json) -> Sequence[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _count(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _unreadable(event: Event) -> RegisterDamaged:
    return RegisterDamaged(
        Text(
            zh=f"第 {event.seq} 号事件（{event.kind}）缺少应有的内容。",
            en=f"Event {event.seq} ({event.kind}) lacks what such an event says.",
        )
    )
