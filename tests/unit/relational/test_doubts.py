"""Which records are in doubt: several doubts of one record, each settled by itself."""

from __future__ import annotations

import datetime as dt

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import DeliveryId, RecordId
from evenhand.kernel.periods import microseconds
from evenhand.relational.doubts import Doubts
from evenhand.relational.events import Event

START = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
RECORD, OTHER = RecordId(1), RecordId(2)
DELIVERY = DeliveryId.parse("D-00000000000000aa")


def us(minute: int) -> int:
    return microseconds(START + dt.timedelta(minutes=minute))


def fold(*said: tuple[int, str, dict[str, Json]]) -> Doubts:
    doubts = Doubts()
    for seq, (minute, kind, body) in enumerate(said, 1):
        at = START + dt.timedelta(minutes=minute)
        doubts.take(Event(seq, at, kind, "t", "somebody", body, "", "", ""))
    return doubts


def about(*records: RecordId, **more: Json) -> dict[str, Json]:
    return {"records": [str(r) for r in records], **more}


def test_rf_16_a_conflict_that_is_settled_does_not_settle_what_the_subject_disputes() -> None:
    doubts = fold(
        (1, "document.conflict", about(RECORD)),
        (2, "record.doubted", about(RECORD)),
        (3, "document.conflict_settled", about(RECORD)),
    )
    assert doubts.now() == {RECORD}
    assert doubts.open(RECORD) == {"dispute"}
    assert doubts.stretches() == {RECORD: ((us(1), us(3)), (us(2), None))}


def test_a_record_that_is_doubted_twice_keeps_the_first_time_in_mind() -> None:
    doubts = fold(
        (1, "record.doubted", about(RECORD)),
        (2, "record.doubt_settled", about(RECORD)),
        (5, "record.doubted", about(RECORD, OTHER)),
    )
    assert doubts.stretches() == {
        RECORD: ((us(1), us(2)), (us(5), None)),
        OTHER: ((us(5), None),),
    }


def test_a_finding_settles_only_the_doubts_that_it_names() -> None:
    doubts = fold(
        (1, "record.doubted", about(RECORD)),
        (2, "source.retired", about(RECORD, deliveries=[DELIVERY])),
        (3, "record.doubt_settled", about(RECORD, of=["source"])),
    )
    assert doubts.open(RECORD) == {"dispute"}
    assert doubts.trusted(RECORD) == us(3)
    assert doubts.retired == {DELIVERY: us(2)}


def test_what_nobody_doubted_is_not_settled() -> None:
    doubts = fold((1, "record.doubt_settled", about(RECORD)))
    assert doubts.now() == frozenset()
    assert doubts.stretches() == {}
