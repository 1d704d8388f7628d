"""Which segments count, as a fold of the ledger.

A delivery's segments count from ``delivery.received`` until ``delivery.undone``. ``held.settled``
may add segments with rows that were held before. ``evidence.rewritten`` puts a segment without the
erased rows in the place of an old one, or nothing; it counts at every known-at moment, also one
before it, for whoever was erased is absent from every answer, past ones included.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.relational.events import Event

LIVE_KINDS: Final = (
    "delivery.received",
    "delivery.undone",
    "held.settled",
    "evidence.rewritten",
)


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
    """A segment, the one in its place (None: nothing was left), and how many rows were erased."""

    old: str
    new: str | None
    rows: int


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
    live: dict[str, LiveDelivery] = {}
    for event in events:
        if event.kind == "evidence.rewritten":
            for change in rewritings(event):
                _rewrite(live, change)
        elif event.kind in LIVE_KINDS and (known_at is None or event.at <= known_at):
            try:
                _take(live, event)
            except (KeyError, TypeError):
                raise _unreadable(event) from None
    return live


def live_segments(events: Iterable[Event], known_at: Moment | None = None) -> tuple[str, ...]:
    """Names of the segments that count, in the order in which their deliveries came."""
    live = live_deliveries(events, known_at)
    return tuple(name for delivery in live.values() for name in delivery.segments)


def rewritings(event: Event) -> tuple[Rewriting, ...]:
    """What an ``evidence.rewritten`` event says; nothing for an event of another kind.

    The files of each ``old`` segment must go when the event is recorded.

    Raises:
        RegisterDamaged: When the event lacks what such an event says.
    """
    if event.kind != "evidence.rewritten":
        return ()
    try:
        return tuple(_rewriting(change) for change in _list(event.body["replaced"]))
    except (KeyError, TypeError):
        raise _unreadable(event) from None


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


def _rewrite(live: dict[str, LiveDelivery], change: Rewriting) -> None:
    for name, delivery in live.items():
        if change.old in delivery.segments:
            at = delivery.segments.index(change.old)
            instead = () if change.new is None else (change.new,)
            segments = (*delivery.segments[:at], *instead, *delivery.segments[at + 1 :])
            live[name] = replace(delivery, segments=segments, rows=delivery.rows - change.rows)
            return


def _rewriting(change: Json) -> Rewriting:
    if not isinstance(change, dict):
        raise TypeError
    new = change["new"]
    return Rewriting(str(change["old"]), None if new is None else str(new), _count(change["rows"]))


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
