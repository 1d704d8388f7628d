"""The queue of what waits: owners, ways to settle, doubt that is settled by a person (RF-16)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import BadInput, Conflict
from evenhand.kernel.ids import DeliveryId, RecordId
from evenhand.kernel.periods import Moment
from evenhand.records.admit import admit
from evenhand.records.held import HeldItem, Settlement, queue, replaceable, settle, undo
from evenhand.records.receipt import receipt_of
from evenhand.relational.events import Draft, Event
from tests.unit.records.deliveries import CALENDAR, NOW, context, taken
from tests.unit.sources.linhe import CATALOGUE, HEAD, row

LATER = NOW + dt.timedelta(days=12, hours=3)
RECORD = RecordId(7)


def event(draft: Draft, seq: int = 1, at: Moment = NOW) -> Event:
    return Event(seq, at, draft.kind, draft.topic, draft.actor, draft.body, "", "0" * 64, "0" * 64)


class World:
    """A ledger in memory with one delivery: a good row, a held one, one that waits, a conflict."""

    def __init__(self) -> None:
        rows = [HEAD, row(1), row(2, decided_on="昨天"), row(3, uscc=None), row(4, name=None)]
        delivery = taken(rows)
        self.delivery = delivery.delivery
        receipt = receipt_of(delivery, admit(delivery, CATALOGUE, context()), CATALOGUE, CALENDAR)
        self.receipts: dict[DeliveryId, Mapping[str, Json]] = {
            self.delivery: json.loads(canonical(receipt))
        }
        body: dict[str, Json] = {
            "delivery": self.delivery,
            "source": "linhe-environmental-penalties",
            "clerk": "clerk-wang",
        }
        self.events = [event(Draft("delivery.received", self.delivery, "system", body))]

    def tell(self, *drafts: Draft) -> None:
        for draft in drafts:
            self.events.append(event(draft, len(self.events) + 1))

    def conflict(self, at: int) -> None:
        body: dict[str, Json] = {
            "records": [str(RECORD)], "delivery": self.delivery, "sheet": "行政处罚", "row": at,
        }  # fmt: skip
        self.tell(Draft("document.conflict", self.delivery, "system", body))

    def queue(self) -> tuple[HeldItem, ...]:
        return queue(self.events, self.receipts.__getitem__)

    def item(self, at: int) -> HeldItem:
        return next(item for item in self.queue() if item.row == at)


@pytest.fixture
def world() -> World:
    return World()


def test_the_queue_holds_rows_and_identities_with_owner_age_and_ways(world: World) -> None:
    row_item, identity, empty = world.queue()
    assert (row_item.row, row_item.what, row_item.codes) == (3, "row", ("E-DATE-01",))
    assert (row_item.authority, row_item.clerk) == ("linhe-environment-bureau", "clerk-wang")
    assert row_item.ways == ("correct", "refuse")
    assert row_item.days(LATER) == 12
    assert (identity.row, identity.what, identity.reason) == (4, "identity", "identity_waits")
    assert identity.ways == ("confirm", "correct", "refuse")
    assert identity.records == (RecordId.of(world.delivery, "行政处罚", 4),)
    assert empty.codes == ("E-ROW-01",)
    assert str(row_item) == f"{world.delivery}:行政处罚!3"


def test_a_settled_item_leaves_the_queue(world: World) -> None:
    drafts = settle(world.item(3), Settlement("refuse", "officer-li", "文书不存在"))
    world.tell(*drafts)
    assert [item.row for item in world.queue()] == [4, 5]
    assert drafts[0].once == (f"settled:{world.delivery}:行政处罚!3",)


def test_a_row_is_corrected_by_a_later_delivery(world: World) -> None:
    by = DeliveryId("D-0000000000000001")
    draft = settle(world.item(3), Settlement("correct", "clerk-wang", "重新报送", by))[0]
    assert draft.body["by"] == by
    world.tell(draft)
    assert len(world.queue()) == 2


def test_an_identity_is_confirmed(world: World) -> None:
    world.tell(*settle(world.item(4), Settlement("confirm", "officer-li", "与登记核对一致")))
    assert [item.row for item in world.queue()] == [3, 5]


def test_a_held_row_cannot_be_confirmed_into_the_register(world: World) -> None:
    with pytest.raises(Conflict, match="cannot be settled by confirm; it can by: correct, refuse"):
        settle(world.item(3), Settlement("confirm", "officer-li", "看起来没错"))


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_settlement_without_a_reason_is_refused(world: World, reason: str) -> None:
    with pytest.raises(BadInput, match="Say the reason"):
        settle(world.item(3), Settlement("refuse", "officer-li", reason))


def test_a_correction_without_its_delivery_is_refused(world: World) -> None:
    with pytest.raises(BadInput, match="Name the delivery that brings it right"):
        settle(world.item(3), Settlement("correct", "clerk-wang", "改好了"))


def test_floor_rf_16_a_refused_conflict_leaves_the_earlier_record_out_of_doubt(
    world: World,
) -> None:
    world.conflict(3)
    item = world.item(3)
    assert (item.what, item.records) == ("conflict", (RECORD,))
    drafts = settle(item, Settlement("refuse", "officer-li", "文书与先前一致"))
    assert [draft.kind for draft in drafts] == ["held.settled", "document.conflict_settled"]
    assert drafts[1].body == {"records": [str(RECORD)]}
    world.tell(*drafts)
    assert replaceable(world.events) == frozenset()


def test_a_corrected_conflict_lets_the_next_row_take_the_records_place(world: World) -> None:
    world.conflict(3)
    drafts = settle(world.item(3), Settlement("correct", "officer-li", "先前录错"))
    assert [draft.kind for draft in drafts] == ["held.settled"]
    world.tell(*drafts)
    assert replaceable(world.events) == frozenset({RECORD})


def test_floor_rf_1_a_conflict_that_the_source_may_not_see_is_the_registers_own(
    world: World,
) -> None:
    world.conflict(2)
    item = world.item(2)
    assert item.authority is None
    assert item.what == "conflict"


def test_an_undone_delivery_leaves_nothing_in_the_queue(world: World) -> None:
    world.tell(undo(world.delivery, "clerk-wang", "报错了文件", ()))
    assert world.queue() == ()


def test_a_delivery_that_something_rests_on_cannot_be_undone(world: World) -> None:
    with pytest.raises(Conflict) as caught:
        undo(world.delivery, "clerk-wang", "报错了文件", [f"C-{n:016x}" for n in range(7)])
    assert (
        "cannot be undone, because something rests on it: C-0000000000000000"
        in caught.value.text.en
    )
    assert "…" in caught.value.text.en
    assert "请报送更正信息" in caught.value.text.zh


def test_undoing_needs_a_reason(world: World) -> None:
    with pytest.raises(BadInput, match="Say the reason"):
        undo(world.delivery, "clerk-wang", " ", ())


def test_the_queue_is_the_same_however_often_it_is_folded(world: World) -> None:
    world.conflict(3)
    first: Any = world.queue()
    assert world.queue() == first
