"""A small register for tests of the stores, and a plain ``receive`` that keeps the order of writes.

Run as a program it receives one delivery, as a process that can be killed:
``python -m tests.small_register receive FOLDER NUMBER``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.codes import document_key
from evenhand.kernel.errors import AlreadyRecorded, EvenhandError
from evenhand.kernel.ids import AuthorityId, DeliveryId, RecordId, RecordType, SubjectId
from evenhand.kernel.periods import microseconds
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.keys.vault import Wanted
from evenhand.relational.compaction import compact
from evenhand.relational.durable import write_durably, write_folder_durably
from evenhand.relational.erasure import erase
from evenhand.relational.evidence import EvidenceRow
from evenhand.relational.facts import facts_of
from evenhand.relational.ledger import Draft, Event, SqliteLedger
from evenhand.relational.live import live_segments
from evenhand.relational.register import Register, create, open_register
from evenhand.relational.segment import Scalar, packed, tables
from evenhand.relational.self_check import check_register
from evenhand.relational.settings import RegisterKind, Settings

AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
COMPANIES = [f"91000000MA{number:08d}" for number in range(7)]


def counted_chance(seed: str = "chance") -> Callable[[int], bytes]:
    """Random bytes that are the same for the same seed and order of draws."""
    drawn = 0

    def draw(count: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return hashlib.shake_256(f"{seed} {drawn}".encode()).digest(count)

    return draw


def key(name: str) -> PrivateKey:
    return PrivateKey.from_chance(hashlib.sha256(name.encode()).digest())


def settings(kind: RegisterKind = "demonstration") -> Settings:
    return Settings(
        name=Text(zh="临禾信用登记库", en="Register of Linhe"),
        jurisdiction="CN-LINHE",
        time_zone="Asia/Shanghai",
        kind=kind,
        stewards=(key("first steward").public, key("second steward").public),
        auditor=key("auditor").public,
    )


def new_register(folder: Path, kind: RegisterKind = "demonstration") -> Register:
    return create(folder, settings(kind), AT, counted_chance())


def delivery_of(number: int) -> DeliveryId:
    return DeliveryId.of(hashlib.sha256(f"workbook {number}".encode()).hexdigest())


def subjects(register: Register, codes: Sequence[str]) -> list[SubjectId]:
    """Numbers of companies, each drawn by its own code, so that every run draws the same."""
    wanted: list[Wanted] = [("uscc", code, "enterprise") for code in codes]
    new = [code for code in codes if register.vault.subject_of("uscc", code) is None]
    return list(register.vault.enrol(wanted, counted_chance("".join(new))).values())


def rows_for(register: Register, delivery: DeliveryId, count: int = 6) -> list[EvidenceRow]:
    whom = subjects(register, [*COMPANIES[: count - 1], f"91000000MB{str(delivery)[2:10].upper()}"])
    rows = []
    for number in range(count):
        subject = whom[number % len(whom)]
        record = RecordId.of(delivery, "月报", number + 2)
        scored: dict[str, Scalar] = {
            "type": RecordType.parse("food_safety_penalty"),
            "authority": AuthorityId.parse("linhe-market-bureau"),
            "document": document_key(
                "linhe-market-bureau", f"{delivery} {number}", register.vault.document_key
            ),
            "happened": dt.date(2025, 6, 1) + dt.timedelta(days=number),
            "leaves": dt.date(2030, 6, 1),
            "severity": "minor",
            "adverse": True,
            "known": microseconds(AT),
            "retracts": False,
            "waits": False,
            "delivery": delivery,
            "f_amount": 1_000 * number,
        }
        sealed: Json = {
            "name": f"临禾第{number}食品有限公司",
            "document": f"临市监罚〔2025〕{number}号",
        }
        rows.append(EvidenceRow(subject, record, scored, canonical(sealed)))
    return rows


def receive(
    register: Register,
    number: int,
    count: int = 6,
    write: Callable[[Path, bytes], object] = write_durably,
) -> Event:
    """Receive one delivery in the order of a durable write; the same again changes nothing."""
    delivery = delivery_of(number)
    with register.lock():
        segment = register.evidence.write(
            rows_for(register, delivery, count), register.vault.key_of
        )
        receipt = canonical({"delivery": delivery, "findings": [], "stored": count})
        write(register.receipt_path(delivery), receipt)
        draft = received(delivery, receipt, [segment.name], count)
        try:
            return register.ledger.append([draft], AT)[0]
        except AlreadyRecorded as before:
            return next(register.ledger.read(after=before.known - 1))


def codes(register: Register) -> list[str]:
    """What a check of the register finds."""
    return [finding.kind.code for finding in check_register(register)]


def received(delivery: DeliveryId, receipt: bytes, segments: Sequence[str], stored: int) -> Draft:
    """The event of a delivery with one sheet: a head, a held row, and the rest stored."""
    counts: dict[str, Json] = {"rows": stored + 2, "stored": stored, "held": 1, "refused": 1}
    body: dict[str, Json] = {
        "delivery": delivery,
        "source": "linhe-market-penalties",
        "digest": hashlib.sha256(delivery.encode()).hexdigest(),
        "name": "月报.xlsx",
        "format": "xlsx",
        "clerk": "clerk-1",
        "signature_of_digest": "",
        "receipt": hashlib.sha256(receipt).hexdigest(),
        "segments": list(segments),
        "not_told": 0,
        **counts,
        "sheets": [{"sheet": "月报", **counts}],
        "quality": {"timely": stored},
    }
    return Draft("delivery.received", delivery, "clerk-1", body, once=(f"delivery:{delivery}",))


def event_first(register: Register, number: int) -> Event:
    """A wrong order, for tests of the tests: the event is recorded before the bytes are there."""
    delivery = delivery_of(number)
    rows = rows_for(register, delivery)
    segment, files = packed(*tables(rows, register.vault.key_of))
    receipt = canonical({"delivery": delivery, "findings": [], "stored": len(rows)})
    with register.lock():
        draft = received(delivery, receipt, [segment.name], len(rows))
        event = register.ledger.append([draft], AT)[0]
        write_folder_durably(register.evidence.folder / segment.name, files)
        write_durably(register.receipt_path(delivery), receipt)
    return event


def promise_first(register: Register, number: int) -> Event:
    """Another wrong order: the receipt is handed out before the event is recorded."""
    tell(delivery_of(number), register.ledger.head()[0] + 1)
    return receive(register, number)


def unsynced(register: Register, number: int) -> Event:
    """A wrong way to write: the receipt has its name, and nobody made its bytes durable."""
    return receive(register, number, write=Path.write_bytes)


def erase_first(register: Register, number: int) -> Event:
    """Erase the first company of a delivery."""
    whom = RecordId.of(delivery_of(number), "月报", 2)
    with register.lock():
        names = live_segments(register.ledger.read())
        there = [fact.subject for fact in facts_of(register.evidence, names, [whom]).values()]
        erase(register, there, AT)
    *_, last = register.ledger.read()
    return last


def compact_all(register: Register, number: int) -> Event:
    """Make so many small segments one; nothing when it was done."""
    with register.lock():
        assert compact(register, AT) in (0, number)
    *_, last = register.ledger.read()
    return last


def by_real_chance(register: Register, number: int) -> Event:
    """As ``receive``, with numbers and keys that are drawn anew in every run."""
    code = f"91000000MB{str(delivery_of(number))[2:10].upper()}"
    with register.lock():
        register.vault.enrol([("uscc", code, "enterprise")], os.urandom)
    return receive(register, number)


def careless(setting: str) -> Callable[[Register, int], Event]:
    """A ledger that is opened as the report on faults forbids."""

    def way(register: Register, number: int) -> Event:
        assert isinstance(register.ledger, SqliteLedger)
        register.ledger._connection.execute(setting)
        return receive(register, number)

    return way


def tell(topic: str, seq: int) -> None:
    sys.stdout.write(f"received {topic} as event {seq}\n")
    sys.stdout.flush()


WAYS = {
    "receive": receive,
    "erase": erase_first,
    "compact": compact_all,
    "by-real-chance": by_real_chance,
    "event-first": event_first,
    "promise-first": promise_first,
    "unsynced": unsynced,
    "synchronous-normal": careless("PRAGMA synchronous = NORMAL"),
    "rollback-journal": careless("PRAGMA journal_mode = DELETE"),
}


def main(arguments: Sequence[str]) -> int:
    """Receive one delivery and print its receipt; 1 and no receipt when it could not be kept."""
    way, folder, number = arguments
    try:
        with open_register(Path(folder)) as register:
            event = WAYS[way](register, int(number))
            tell(event.topic, event.seq)
    except EvenhandError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
