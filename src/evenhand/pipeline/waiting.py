"""What waits for a person: the queue, each way to settle an item or to undo a delivery.

What is kept only for that, a delivery's bytes and held rows, goes when nothing waits any more.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from evenhand.cases.hand import Hand
from evenhand.identity.judgement import Judgement, judged
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, Conflict, NotPermitted
from evenhand.kernel.ids import DeliveryId, SubjectId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.pipeline.acts import signed_act
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened, unknown
from evenhand.records.held import HeldItem, Settlement, queue, settle, undo
from evenhand.relational.compaction import clear, set_apart
from evenhand.relational.durable import remove_durably
from evenhand.relational.facts import corrections_of, facts_of, records_of_delivery
from evenhand.relational.ledger import SYSTEM, Event
from evenhand.relational.live import LIVE_KINDS
from evenhand.rights.floor import enforces

_OF_CONSENTS: Final = ("consent.given", "consent.confirmed", "consent.withdrawn")

KEPT: Final = dt.timedelta(days=30)
"""How long held rows and their file are kept at most (architecture, decision 4)."""


def waiting_items(opened: Opened) -> tuple[HeldItem, ...]:
    """Everything that waits, the oldest first."""

    def receipt(delivery: DeliveryId) -> Mapping[str, Json]:
        read: Mapping[str, Json] = json.loads(opened.register.receipt_path(delivery).read_bytes())
        return read

    return queue(opened.register.ledger.read(), receipt)


def item_named(opened: Opened, said: str) -> HeldItem:
    """Find an item by its name, ``D-0123456789abcdef:Sheet!14``.

    Raises:
        BadInput: When nothing of that name waits; names the nearest.
    """
    items = {str(item): item for item in waiting_items(opened)}
    if said not in items:
        raise unknown(said, tuple(items), Text(zh="待核事项", en="waiting item"))
    return items[said]


@enforces("RF-16")
def settle_item(
    opened: Opened,
    item: HeldItem,
    settlement: Settlement,
    hand: Hand | None,
    at: Moment,
    subject: SubjectId | None = None,
) -> tuple[Event, ...]:
    """Settle one item, by a clerk of the authority that delivered it; an identity by naming whom it means.

    Raises:
        BadInput: When an identity is confirmed without saying whom it means.
        Conflict: When the item cannot be settled that way.
        NotPermitted: When nobody, or a clerk of another authority, signs.
    """
    drafts = list(settle(item, settlement))
    if settlement.way == "confirm":
        if subject is None:
            raise BadInput(
                Text(
                    zh="请写明它指的是谁：--subject 统一社会信用代码。",
                    en="Say whom it means: --subject CODE.",
                )
            )
        _refuse_other_kind(opened, item, subject)
        facts = facts_of(opened.register.evidence, opened.knowledge().segments, item.records)
        drafts += [
            judged(facts[r].subject, subject, Judgement.SAME, "", settlement.reason)
            for r in item.records
            if r in facts
        ]
    unsigned = SYSTEM if hand is None else ""
    with opened.register.lock():
        signed = [
            signed_act(
                opened, hand, replace(draft, actor=unsigned), at, (("clerk",), item.authority)
            )
            for draft in drafts
        ]
        events = opened.register.ledger.append(signed, at)
        forget_settled(opened, opened.knowledge(), at)
    return events


@enforces("RF-9")
def _refuse_other_kind(opened: Opened, item: HeldItem, subject: SubjectId) -> None:
    """A waiting record means a subject that is there, and of a kind that its type is about."""
    _, _, kind = opened.register.vault.identifier_of(subject)
    facts = facts_of(opened.register.evidence, opened.knowledge().segments, item.records)
    for one in facts.values():
        if kind not in opened.catalogue.types[one.type].subjects:
            raise Conflict(
                Text(
                    zh=f"{item} 的信息类别 {one.type} 不是关于这类主体的。",
                    en=f"{item} is of the type {one.type}, which is not about such a subject.",
                )
            )


def undo_delivery(
    opened: Opened, delivery: DeliveryId, reason: str, hand: Hand | None, at: Moment
) -> Event:
    """Undo a delivery whole, by the clerk who delivered it; nothing may rest on it.

    Raises:
        BadInput: When there is no such delivery, or no reason.
        Conflict: When something rests on it; names what.
        NotPermitted: When somebody else than its clerk signs.
    """
    with opened.register.lock():
        knowledge = opened.knowledge()
        received = knowledge.deliveries.get(delivery)
        if received is None:
            raise unknown(delivery, tuple(knowledge.deliveries), Text(zh="报送批次", en="delivery"))
        if hand is not None and hand.person != received.clerk:
            raise NotPermitted(
                Text(
                    zh=f"{delivery} 由 {received.clerk} 报送，只有其本人可以撤销。",
                    en=f"{delivery} was delivered by {received.clerk}, who alone can undo it.",
                )
            )
        draft = undo(delivery, received.clerk, reason, _rests_on(opened, knowledge, delivery))
        signed = signed_act(opened, hand, draft, at, (("clerk",), None))
        apart = set_apart(opened.register, delivery)
        event = opened.register.ledger.append([signed, *apart], at)[0]
        if apart:
            clear(opened.register, opened.register.ledger.read(kinds=LIVE_KINDS))
        forget_settled(opened, opened.knowledge(), at)
    return event


def forget_settled(opened: Opened, knowledge: Knowledge, at: Moment) -> tuple[DeliveryId, ...]:
    """Destroy keys, then files, of deliveries that are settled, undone, or were kept for 30 days.

    Doing it again changes nothing; what a crash left of it, the next call does. The caller holds the
    register's lock. Files that no event names belong to a delivery that was interrupted; they stay
    for its next try.

    Returns:
        The deliveries that were forgotten.
    """
    register = opened.register
    there = (*register.held.iterdir(), *register.deliveries.iterdir())
    kept = sorted({path.name for path in there if not path.suffix})
    if not kept:
        return ()
    waits = {item.delivery for item in waiting_items(opened)}
    undone = {event.topic for event in register.ledger.read(kinds=("delivery.undone",))}
    forgotten = []
    for delivery in map(DeliveryId.parse, kept):
        received = knowledge.deliveries.get(delivery)
        stands = received is not None and delivery in waits and at < received.at + KEPT
        if stands or (received is None and delivery not in undone):
            continue
        register.vault.destroy_delivery_key(delivery)
        remove_durably(register.held_path(delivery))
        remove_durably(register.delivery_path(delivery))
        forgotten.append(delivery)
    return tuple(forgotten)


def _rests_on(opened: Opened, knowledge: Knowledge, delivery: DeliveryId) -> list[str]:
    """Name what rests on a delivery: cases, corrections by others, judgements, consents it brought."""
    opened.desk.catch_up()
    cases = [
        state.facts.case
        for state in opened.desk.states.values()
        if delivery in state.facts.deliveries
    ]
    store = opened.register.evidence
    own = records_of_delivery(store, knowledge.segments, delivery)
    about = [
        str(facts.record)
        for later in corrections_of(store, knowledge.segments, own).values()
        for facts in later
        if facts.delivery != delivery
    ]
    settled = [
        str(event.seq)
        for event in opened.register.ledger.read(kinds=("held.settled",), topic=delivery)
    ]
    consents = [
        str(event.seq)
        for event in opened.register.ledger.read(kinds=_OF_CONSENTS)
        if delivery in (event.body.get("delivery"), event.body.get("entry"))
    ]
    return [*cases, *about, *settled, *consents]
