"""``evenhand register``: where a register's ledger is kept, and moving it."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, RegisterAt
from evenhand.cli.voice import number_of, speaking
from evenhand.relational.ledger_place import move_ledger, open_ledger

app = App(name="register", help="A register's ledger: move it to another database.")

FILE = "file"


@app.command
def move(
    *,
    to: Annotated[
        str,
        Parameter(help="An empty PostgreSQL database, postgresql://host/name; or `file`."),
    ],
    register: RegisterAt = HERE,
) -> int:
    """Move the ledger, event by event with its digests, and prove it where it is now."""
    voice = speaking()
    with open_at(register) as opened:
        kept = opened.register
        with kept.lock():
            moved = move_ledger(kept.folder, kept.ledger, None if to == FILE else to, now(opened))
    fresh = open_ledger(register)
    try:
        events = fresh.verify()
    finally:
        fresh.close()
    if voice.as_json:
        voice.result({"to": moved.body["to"], "events": events, "head": moved.digest})
        return 0
    voice.say(
        voice.pick(
            f"账本已迁移到 {moved.body['to']}：{events} 个事件，摘要链完整。",
            f"The ledger is in {moved.body['to']} now: {number_of(events, 'event')}, "
            "and the chain holds.",
        )
    )
    return 0
