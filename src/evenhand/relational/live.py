"""Which segments count, as a fold of the ledger.

A delivery's segments count from ``delivery.received`` until ``delivery.undone``. ``held.settled``
may add segments with rows that were held before. ``evidence.rewritten`` puts a segment without the
erased rows in the place of an old one, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evenhand.kernel.canonical import Json
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


def live_deliveries(events: Iterable[Event]) -> dict[str, LiveDelivery]:
    """Fold events (of ``LIVE_KINDS``; others are passed over) to the deliveries that stand.

    Raises:
        KeyError: When an event lacks what such an event says.
    """
    live: dict[str, LiveDelivery] = {}
    for event in events:
        body = event.body
        if event.kind == "delivery.received":
            delivery, exact = str(body["delivery"]), "stored" in body
            rows = _count(body["stored"] if exact else body["processed"])
            live[delivery] = LiveDelivery(delivery, _names(body["segments"]), rows, exact)
        elif event.kind == "delivery.undone":
            live.pop(str(body["delivery"]), None)
        elif event.kind == "held.settled" and body.get("segments"):
            old = live[str(body["delivery"])]
            added, more = _names(body["segments"]), _count(body["stored"])
            live[old.delivery] = replace(
                old, segments=(*old.segments, *added), rows=old.rows + more
            )
        elif event.kind == "evidence.rewritten":
            for change in _list(body["replaced"]):
                _rewrite(live, change)
    return live


def live_segments(events: Iterable[Event]) -> tuple[str, ...]:
    """Names of the segments that count, in the order in which their deliveries came."""
    return tuple(name for d in live_deliveries(events).values() for name in d.segments)


def _rewrite(live: dict[str, LiveDelivery], change: Json) -> None:
    if not isinstance(change, dict):
        raise KeyError("replaced")
    old, new, erased = str(change["old"]), change["new"], _count(change["rows"])
    for delivery in live.values():
        if old in delivery.segments:
            instead = () if new is None else (str(new),)
            at = delivery.segments.index(old)
            names = (*delivery.segments[:at], *instead, *delivery.segments[at + 1 :])
            rows = delivery.rows - erased
            live[delivery.delivery] = replace(delivery, segments=names, rows=rows)
            return


def _names(value: Json) -> tuple[str, ...]:
    return tuple(str(name) for name in _list(value))


def _list(value: Json) -> Sequence[Json]:
    if not isinstance(value, list):
        raise KeyError("a list")
    return value


def _count(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise KeyError("a count")
    return value
