"""The queue of what waits for a person: held rows, unconfirmed identities, documents in conflict.

The queue is a fold of the ledger and of the receipts that it points to; nothing is kept beside them.
Each item has an owner (the authority that delivered it and the clerk who signed), an age, and the
ways to settle it:

- ``confirm``: an identity only; a person finds that the waiting record means a certain subject.
- ``correct``: a later delivery brings the row right, or brings what a wrong record is replaced by.
- ``refuse``: it stays out, for a reason; of two documents in conflict the earlier record stands.

A delivery that nothing rests on yet can be undone whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, Conflict
from evenhand.kernel.ids import AuthorityId, DeliveryId, PersonId, RecordId, SourceId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.relational.events import Draft, Event
from evenhand.rights.floor import enforces

Way = Literal["confirm", "correct", "refuse"]
What = Literal["row", "identity", "conflict"]
Receipts: TypeAlias = Callable[[DeliveryId], Mapping[str, Json]]
"""The receipt of a delivery, read back."""

SETTLED: Final = "held.settled"

_WAYS: Final[Mapping[What, tuple[Way, ...]]] = {
    "row": ("correct", "refuse"),
    "identity": ("confirm", "correct", "refuse"),
    "conflict": ("correct", "refuse"),
}


@dataclass(frozen=True, slots=True)
class HeldItem:
    """One thing that waits for a person.

    Attributes:
        authority: Its owner: who delivered it. None where the register itself has to settle it,
            because the source must not learn that a resident's record is there.
        reason: As in the receipt.
        codes: Codes of the findings that hold it.
        records: The waiting record, or the earlier records of a conflict.
        again: How often it came back after it was settled: a confirmed identity can be taken back.
    """

    delivery: DeliveryId
    sheet: str
    row: int
    what: What
    source: SourceId
    authority: AuthorityId | None
    clerk: PersonId
    since: Moment
    reason: str
    codes: tuple[str, ...] = ()
    records: tuple[RecordId, ...] = ()
    again: int = 0

    def __str__(self) -> str:
        """Name it as people type it: ``D-0123456789abcdef:Sheet!14``."""
        return f"{self.delivery}:{self.sheet}!{self.row}"

    @property
    def ways(self) -> tuple[Way, ...]:
        """How it may be settled."""
        return _WAYS[self.what]

    def days(self, now: Moment) -> int:
        """Its age in whole days."""
        return (now - self.since).days


def queue(events: Iterable[Event], receipts: Receipts) -> tuple[HeldItem, ...]:
    """Fold a ledger to what waits now, the oldest first."""
    items: dict[tuple[DeliveryId, str, int], HeldItem] = {}
    whole: dict[DeliveryId, HeldItem] = {}
    identities: dict[RecordId, HeldItem] = {}
    for event in events:
        if event.kind == "delivery.received":
            delivery = DeliveryId.parse(str(event.body["delivery"]))
            receipt = receipts(delivery)
            whole[delivery] = _of_delivery(event, delivery, receipt)
            for item in _listed(whole[delivery], receipt):
                items[item.delivery, item.sheet, item.row] = item
                identities |= dict.fromkeys(item.records, item)
        elif event.kind == "delivery.undone":
            gone = DeliveryId.parse(str(event.body["delivery"]))
            items = {key: item for key, item in items.items() if key[0] != gone}
        elif event.kind == "document.conflict":
            _conflict(items, whole, event)
        elif event.kind == SETTLED:
            items.pop(_key(event.body), None)
        elif event.kind == "identity.judged":
            _back_to_waiting(items, identities, event)
    return tuple(sorted(items.values(), key=lambda i: (i.since, i.delivery, i.sheet, i.row)))


def _back_to_waiting(
    items: dict[tuple[DeliveryId, str, int], HeldItem],
    identities: dict[RecordId, HeldItem],
    event: Event,
) -> None:
    """Let records wait again whose confirmed identity was taken back."""
    for said in _items(event.body.get("records", ())):
        listed = identities.get(RecordId.parse(str(said)))
        if listed is not None:
            again = replace(listed, again=listed.again + 1, since=event.at)
            identities |= dict.fromkeys(again.records, again)
            items[again.delivery, again.sheet, again.row] = again


def _of_delivery(event: Event, delivery: DeliveryId, receipt: Mapping[str, Json]) -> HeldItem:
    """What all items of one delivery have in common."""
    return HeldItem(
        delivery=delivery,
        sheet="",
        row=0,
        what="row",
        source=SourceId.parse(str(event.body["source"])),
        authority=AuthorityId.parse(str(receipt["authority"])),
        clerk=PersonId.parse(str(event.body["clerk"])),
        since=event.at,
        reason="",
    )


def _listed(base: HeldItem, receipt: Mapping[str, Json]) -> Iterator[HeldItem]:
    """The held and the waiting rows that a receipt lists."""
    for held in _rows(receipt["held"]):
        yield replace(
            base,
            sheet=str(held["sheet"]),
            row=_number(held["row"]),
            reason=str(held["reason"]),
            codes=tuple(str(code) for code in _items(held["codes"])),
        )
    for waits in _rows(receipt["waits"]):
        yield replace(
            base,
            sheet=str(waits["sheet"]),
            row=_number(waits["row"]),
            what="identity",
            reason="identity_waits",
            records=(RecordId.parse(str(waits["record"])),),
        )


def _conflict(
    items: dict[tuple[DeliveryId, str, int], HeldItem],
    whole: Mapping[DeliveryId, HeldItem],
    event: Event,
) -> None:
    """Let a conflict name the earlier records; one that no receipt lists is the register's own."""
    key = _key(event.body)
    records = tuple(RecordId.parse(str(record)) for record in _items(event.body["records"]))
    listed = items.get(key)
    if listed is None:
        sheet, row = key[1:]
        listed = replace(whole[key[0]], authority=None, sheet=sheet, row=row, since=event.at)
    both = tuple(dict.fromkeys((*listed.records, *records)))
    items[key] = replace(listed, what="conflict", reason="conflict", records=both)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person says when settling an item.

    Attributes:
        reason: Why; never empty.
        by: The delivery that brings it right, for ``correct``.
    """

    way: Way
    actor: str
    reason: str
    by: DeliveryId | None = None


@enforces("RF-16")
def settle(item: HeldItem, said: Settlement) -> tuple[Draft, ...]:
    """Make the events that settle an item.

    For ``confirm`` the judgement itself is an event of its own (``identity.judgement.judged``), to be
    appended with these. A conflict that is refused leaves the earlier record standing and out of
    doubt; one that is corrected leaves it in doubt until the next row about the document takes its
    place (``replaceable``).

    Raises:
        Conflict: When the item cannot be settled that way.
        BadInput: When no reason is given, or no delivery for a corrected row.
    """
    if said.way not in item.ways:
        ways = ", ".join(item.ways)
        raise Conflict(
            Text(
                zh=f"{item} 不能用 {said.way} 处理；可用：{ways}。",
                en=f"{item} cannot be settled by {said.way}; it can by: {ways}.",
            )
        )
    if not said.reason.strip():
        raise BadInput(Text(zh="请写明理由。", en="Say the reason."))
    if said.way == "correct" and item.what == "row" and said.by is None:
        raise BadInput(
            Text(
                zh="请写明是哪一批次更正了它（D- 开头的编号）。",
                en="Name the delivery that brings it right (its number begins with D-).",
            )
        )
    replaced = item.records if item.what == "conflict" and said.way == "correct" else ()
    body: dict[str, Json] = {
        "delivery": item.delivery,
        "sheet": item.sheet,
        "row": item.row,
        "way": said.way,
        "reason": said.reason,
        "by": said.by,
        "replaces": [str(record) for record in replaced],
    }
    once = f"settled:{item}:{item.again}" if item.again else f"settled:{item}"
    drafts = [Draft(SETTLED, item.delivery, said.actor, body, once=(once,))]
    if item.what == "conflict" and said.way == "refuse" and item.records:
        stands: dict[str, Json] = {"records": [str(record) for record in item.records]}
        drafts.append(Draft("document.conflict_settled", item.delivery, said.actor, stands))
    return tuple(drafts)


def replaceable(events: Iterable[Event]) -> frozenset[RecordId]:
    """Fold a ledger to the records whose place the next row about their document takes."""
    found: set[RecordId] = set()
    for event in events:
        if event.kind == SETTLED and event.body.get("way") == "correct":
            found |= {RecordId.parse(str(r)) for r in _items(event.body.get("replaces", []))}
    return frozenset(found)


def undo(delivery: DeliveryId, actor: str, reason: str, rests: Sequence[str]) -> Draft:
    """Make the event that undoes a delivery whole.

    Args:
        delivery: Which.
        actor: Who undoes it.
        reason: Why; never empty.
        rests: What rests on it already: cases, corrections, judgements, editions.

    Raises:
        Conflict: When anything rests on it.
        BadInput: When no reason is given.
    """
    if rests:
        named = ", ".join(rests[:5]) + (" …" if len(rests) > 5 else "")
        raise Conflict(
            Text(
                zh=f"批次 {delivery} 不能撤销，已有内容以它为依据：{named}。请报送更正信息。",
                en=f"Delivery {delivery} cannot be undone, because something rests on it: {named}. "
                "Deliver a correction instead.",
            )
        )
    if not reason.strip():
        raise BadInput(Text(zh="请写明理由。", en="Say the reason."))
    body: dict[str, Json] = {"delivery": delivery, "reason": reason}
    return Draft("delivery.undone", delivery, actor, body, once=(f"undone:{delivery}",))


def _key(body: Mapping[str, Json]) -> tuple[DeliveryId, str, int]:
    return DeliveryId.parse(str(body["delivery"])), str(body["sheet"]), _number(body["row"])


def _rows(value: Json) -> list[Mapping[str, Json]]:
    return [item for item in _items(value) if isinstance(item, Mapping)]


def _items(value: Json) -> Sequence[Json]:
    return value if isinstance(value, (list, tuple)) else ()


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no row")
    return value
