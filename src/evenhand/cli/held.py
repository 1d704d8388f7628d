"""``evenhand held``: rows, identities and conflicts that wait for a person."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, RegisterAt, maybe_hand, reader
from evenhand.cli.voice import speaking
from evenhand.kernel.ids import DeliveryId
from evenhand.pipeline.reading import may_read_held
from evenhand.pipeline.waiting import item_named, settle_item, undo_delivery, waiting_items
from evenhand.records.held import Settlement, Way

app = App(name="held", help="Rows and identities that wait for a person.")

Reason = Annotated[str, Parameter(help="The reason, in a sentence.")]


@app.default
def list_held(
    *,
    source: Annotated[str | None, Parameter(help="Only of this source.")] = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """What waits of one's own authority, the oldest first, with its owner, age, and the ways to settle it.

    A clerk sees what their authority delivered, the auditor everything.
    """
    voice = speaking()
    with open_at(register) as opened:
        at = now(opened)
        there = may_read_held(opened, waiting_items(opened), reader(as_, key), at)
        items = [i for i in there if source in (None, i.source)]
    if voice.as_json:
        voice.result(
            [
                {
                    "item": str(i),
                    "what": i.what,
                    "source": i.source,
                    "authority": i.authority,
                    "clerk": i.clerk,
                    "days": i.days(at),
                    "reason": i.reason,
                    "codes": list(i.codes),
                    "ways": list(i.ways),
                }
                for i in items
            ]
        )
        return 0
    heads = (
        ("事项", "类别", "主管部门", "日龄", "原因", "处理方式") if voice.language == "zh"
        else ("item", "what", "owner", "days", "why", "ways")
    )  # fmt: skip
    voice.table(
        heads,
        (
            (
                str(i),
                i.what,
                i.authority or "—",
                str(i.days(at)),
                " ".join(i.codes) or i.reason,
                " ".join(i.ways),
            )
            for i in items
        ),
        "lllrll",
    )
    voice.tell(voice.pick(f"{len(items)} 项", f"{len(items)} items"))
    return 0


@app.command
def settle(
    item: str,
    way: Way,
    /,
    *,
    reason: Reason,
    by: Annotated[str | None, Parameter(help="The delivery that brought it right.")] = None,
    subject: Annotated[str | None, Parameter(help="Whom a waiting identity means.")] = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Settle one item: confirm an identity, point to the delivery that corrects it, or refuse it.

    Args:
        item: As the list names it.
        way: How.
    """
    voice = speaking()
    with open_at(register) as opened:
        there = item_named(opened, item)
        delivery = DeliveryId.parse(by) if by else None
        who = None if subject is None else opened.subject_named(subject)
        settlement = Settlement(way, as_ or "", reason, delivery)
        hand = maybe_hand(as_, key)
        events = settle_item(opened, there, settlement, hand, now(opened), who)
    for event in events:
        voice.say(f"{event.seq}  {event.kind}  {event.topic}")
    return 0


@app.command
def undo(
    delivery: str,
    /,
    *,
    reason: Reason,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Undo a delivery whole, as long as nothing rests on it.

    Args:
        delivery: The delivery.
    """
    voice = speaking()
    with open_at(register) as opened:
        event = undo_delivery(
            opened, DeliveryId.parse(delivery), reason, maybe_hand(as_, key), now(opened)
        )
    voice.say(f"{event.seq}  {event.kind}  {event.topic}")
    return 0
