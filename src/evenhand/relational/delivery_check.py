"""Check one delivery's event against its receipt and against itself: no row is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import Conflict, EvenhandError
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import DeliveryId
from evenhand.kernel.text import Text
from evenhand.keys.sealing import unseal
from evenhand.relational import findings
from evenhand.relational.events import Event
from evenhand.relational.ledger_place import LEDGER_FILE
from evenhand.relational.register import Register


def check_delivery(register: Register, event: Event, undone: bool) -> Iterator[Finding]:
    """Find what is wrong with one ``delivery.received`` event, its receipt, held rows and bytes."""
    try:
        delivery = DeliveryId.parse(str(event.body["delivery"]))
        counts = list(_counts(event.body))
    except (EvenhandError, KeyError, TypeError):
        yield _unreadable(event)
        return
    receipt = register.receipt_path(delivery)
    place = Place(file=f"receipts/{receipt.name}")
    there = _digest(receipt)
    if there is None:
        yield found(findings.RECEIPT_MISSING, place, delivery=delivery)
    elif there != event.body.get("receipt"):
        yield found(findings.RECEIPT_CHANGED, place, delivery=delivery)
    for where, rows, fates in counts:
        if rows != fates:
            told = {"delivery": delivery, "rows": rows, "read": fates, "where": where}
            yield found(findings.SUM_BROKEN, Place(file=LEDGER_FILE), **told)
    wanted = event.body.get("held_digest")
    if wanted and not undone and _unsettled(register, delivery):
        held = register.held_path(delivery)
        if _digest(held) != wanted:
            lost = Place(file=f"held/{held.name}")
            yield found(findings.HELD_FILE, lost, delivery=delivery)
        kept_digest = event.body.get("kept_digest")
        if kept_digest and not _opens(register, delivery, kept_digest):
            kept = Place(file=f"deliveries/{delivery}")
            yield found(findings.DELIVERED_BYTES, kept, delivery=delivery)


def _counts(body: Mapping[str, Json]) -> Iterator[tuple[str, int, int]]:
    """Each sum that must hold: where, rows, rows with a fate."""
    first = "stored" if "stored" in body else "processed"
    fates = (first, "held", "refused")
    sheets = body["sheets"]
    if not isinstance(sheets, list):
        raise TypeError
    yield "delivery", _count(body["rows"]), sum(_count(body[fate]) for fate in fates)
    for sheet in sheets:
        where = str(sheet["sheet"])
        yield where, _count(sheet["rows"]), sum(_count(sheet[fate]) for fate in fates)
    for fate in ("rows", *fates):
        yield f"sheets, {fate}", _count(body[fate]), sum(sheet[fate] for sheet in sheets)


def _count(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def _opens(register: Register, delivery: DeliveryId, digest: Json) -> bool:
    """The delivered bytes are there as sealed, open with their key, and are those that were named."""
    try:
        sealed = register.delivery_path(delivery).read_bytes()
        key = register.vault.delivery_key_of(delivery)
        whole = unseal(key, sealed, f"delivery {delivery}".encode())
    except (OSError, EvenhandError):
        return False
    unchanged = hashlib.sha256(sealed).hexdigest() == digest
    return unchanged and DeliveryId.of(hashlib.sha256(whole).hexdigest()) == delivery


def _unsettled(register: Register, delivery: DeliveryId) -> bool:
    """A delivery's key is destroyed when its last row is settled; its held rows may then go."""
    try:
        register.vault.delivery_key_of(delivery)
    except Conflict:
        return False
    return True


def _unreadable(event: Event) -> Finding:
    text = Text(
        zh=f"第 {event.seq} 号事件（{event.kind}）缺少应有的内容。",
        en=f"Event {event.seq} ({event.kind}) lacks what such an event says.",
    )
    place = Place(file=LEDGER_FILE)
    return found(findings.EVENT_UNREADABLE, place, zh=text.zh, en=text.en)
