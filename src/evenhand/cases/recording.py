"""Record what a person signs: prepared and signed before, checked and recorded in one transaction (G2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from evenhand.cases.desk import Desk
from evenhand.cases.hand import Hand
from evenhand.cases.together import unsigned
from evenhand.kernel.periods import Moment
from evenhand.keys.acts import verifies
from evenhand.relational.events import Draft, Event, signed_bytes
from evenhand.relational.ledger import Transaction


def record_signed(
    desk: Desk,
    hand: Hand,
    make: Callable[[], Draft],
    at: Moment,
    follows: Callable[[Transaction], Iterable[Draft]] = lambda _: (),
) -> tuple[Event, ...]:
    """Sign what would be recorded now; check everything again in the transaction that records it.

    Args:
        desk: The cases.
        hand: Who acts, with their key.
        make: What would be recorded, by the desk as it then stands; raises what does not allow it.
        at: The register's clock.
        follows: What is recorded right after it.

    Returns:
        The person's event, and what follows.

    Raises:
        NotPermitted: When the signature is not theirs, and what ``make`` raises.
    """
    desk.catch_up()
    signature = hand.signed(make())
    with desk.transaction(at) as opened:
        draft = make()
        message = signed_bytes(draft.kind, draft.topic, draft.actor, draft.body)
        if not verifies(desk.people.public_key_of(hand.person, desk.now(at)), message, signature):
            raise unsigned()
        return opened.append([replace(draft, signature=signature), *follows(opened)])
