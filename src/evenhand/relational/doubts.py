"""Which records are in doubt, from when until when: a fold of the ledger (RF-16).

A record can be in doubt for several reasons at once: two documents differ, somebody disputes it for
its subject, its source was retired. Each is settled by itself; the record is free of doubt when none
is left. What was in doubt at an earlier moment stays so for questions about that moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import DeliveryId, PersonId, RecordId
from evenhand.kernel.periods import microseconds
from evenhand.relational.events import Event

Why = Literal["conflict", "dispute", "source"]
Stretch: TypeAlias = tuple[int, int | None]
"""Microseconds from which and until which a record is in doubt; None: still."""

_RAISED: Final[Mapping[str, Why]] = {
    "document.conflict": "conflict",
    "record.doubted": "dispute",
    "source.retired": "source",
}
DOUBT_KINDS: Final = (*_RAISED, "document.conflict_settled", "record.doubt_settled")


@dataclass(slots=True)
class Doubts:
    """The fold; ``take`` every event of ``DOUBT_KINDS`` in order.

    Attributes:
        retired: Deliveries of retired sources with the microseconds of the retirement: every record
            that they brought is in doubt, whether an event names it or not. The ledger names only
            those that cases rest on, so that nobody can tell from it whose rows were kept (RF-1).
    """

    retired: dict[DeliveryId, int] = field(default_factory=dict)
    _open: dict[RecordId, dict[Why, int]] = field(default_factory=dict)
    _over: dict[RecordId, tuple[Stretch, ...]] = field(default_factory=dict)
    _trusted: dict[RecordId, int] = field(default_factory=dict)
    _settlers: dict[RecordId, frozenset[PersonId]] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        """Take one event."""
        at = microseconds(event.at)
        raised = _RAISED.get(event.kind)
        if event.kind == "source.retired":
            for delivery in texts(event.body.get("deliveries")):
                self.retired.setdefault(DeliveryId.parse(delivery), at)
        for said in texts(event.body.get("records")):
            record = RecordId.parse(said)
            if raised is not None:
                self._open.setdefault(record, {}).setdefault(raised, at)
                continue
            for why in _settled(event):
                self._settle(record, why, at)
            if event.actor != "system":
                self._settlers[record] = self.settlers(record) | {PersonId(event.actor)}

    def open(self, record: RecordId) -> frozenset[Why]:
        """Why a record that events name is in doubt now."""
        return frozenset(self._open.get(record, ()))

    def now(self) -> frozenset[RecordId]:
        """Records in doubt now that events name."""
        return frozenset(self._open)

    def settlers(self, record: RecordId) -> frozenset[PersonId]:
        """Who ever found that a record stands although it was in doubt."""
        return self._settlers.get(record, frozenset())

    def trusted(self, record: RecordId) -> int | None:
        """When a person found that a record stands although its source was retired."""
        return self._trusted.get(record)

    def stretches(self) -> dict[RecordId, tuple[Stretch, ...]]:
        """Every stretch of doubt of each record that events name, over or not."""
        found = dict(self._over)
        for record, whys in self._open.items():
            found[record] = (*found.get(record, ()), *((at, None) for at in sorted(whys.values())))
        return found

    def _settle(self, record: RecordId, why: Why, at: int) -> None:
        if why == "source":
            self._trusted[record] = at
        since = self._open.get(record, {}).pop(why, None)
        if since is None:
            return
        self._over[record] = (*self._over.get(record, ()), (since, at))
        if not self._open[record]:
            del self._open[record]


def _settled(event: Event) -> tuple[Why, ...]:
    """Which doubts an event settles: a conflict its own, a person's finding those that it names."""
    if event.kind == "document.conflict_settled":
        return ("conflict",)
    named = texts(event.body.get("of")) or ("dispute",)
    return tuple(why for why in ("conflict", "dispute", "source") if why in named)


def texts(said: Json) -> tuple[str, ...]:
    """The texts of a list in an event; nothing where there is no list."""
    return tuple(str(part) for part in said) if isinstance(said, (list, tuple)) else ()
