"""The event with which a register moves its ledger to another database, and what follows from it.

It is the last event of the ledger that is left, and stands in the one moved to as well. Whoever still
has the old one open is refused, so that no event is ever recorded where nobody looks any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from evenhand.kernel.errors import Conflict
from evenhand.kernel.text import Text
from evenhand.relational.events import Event

MOVED: Final = "register.moved"
SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"


def last_of(events: Iterable[Event]) -> Event | None:
    """The last of some events."""
    found = None
    for event in events:
        found = event
    return found


def number_of(moved: Event | None) -> int:
    """How many moves there were."""
    return int(str(moved.body["number"])) if moved else 0


def refuse_moved(moved: Event | None, place: str, number: int | None = None) -> None:
    """Refuse to record where the ledger was before it moved.

    Args:
        moved: The last move that this ledger knows of.
        place: What kind of database this ledger is in.
        number: The move that made this ledger, where it says so.

    Raises:
        Conflict: When the ledger moved on from here.
    """
    if moved is None:
        return
    elsewhere = moved.body["to"] != place
    if elsewhere or (number is not None and number != number_of(moved)):
        raise Conflict(
            Text(
                zh=f"账本已迁移到 {moved.body['to']}（第 {moved.seq} 号事件）。"
                "请重新打开登记库；本次没有登记任何内容。",
                en=f"The ledger has moved to {moved.body['to']} (event {moved.seq}). "
                "Open the register again; nothing was recorded.",
            )
        )
