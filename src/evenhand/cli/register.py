"""``evenhand register``: where its ledger is kept, and the clock that a demonstration has of its own."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, RegisterAt
from evenhand.cli.voice import number_of, speaking
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import Moment, moment, said
from evenhand.kernel.text import Text
from evenhand.pipeline.opened import Opened
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.ledger_place import move_ledger, open_ledger

app = App(
    name="register",
    help="A register's ledger: move it to another database. A demonstration's clock: move it on.",
)

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


@app.command
def clock(
    *,
    to: Annotated[
        str | None, Parameter(help="A moment with its zone, 2026-03-30T11:00:00+08:00.")
    ] = None,
    register: RegisterAt = HERE,
) -> int:
    """Say what time it is in a register; move the clock of a demonstration on by hand.

    A demonstration's clock stands still between events, so that time to read and time to object pass
    there only when somebody lets them pass.
    """
    voice = speaking()
    with open_at(register) as opened:
        at = now(opened)
        if to is not None:
            at = _moved(opened, at, moment(to))
        zone = opened.zone
    voice.say(at.astimezone(zone).isoformat(timespec="seconds"))
    return 0


def _moved(opened: Opened, at: Moment, to: Moment) -> Moment:
    if opened.register.settings.kind != "demonstration":
        raise BadInput(
            Text(
                zh="只有演示登记库有自己的时钟。别的登记库用机器的时钟，不能拨动。",
                en="Only a demonstration has a clock of its own. Any other register goes by the "
                "machine's, and nobody moves it.",
            )
        )
    if to < at:
        raise BadInput(
            Text(
                zh=f"时钟不能往回拨：现在是 {said(at)}。",
                en=f"A clock never goes back: it is {said(at)}.",
            )
        )
    body: dict[str, Json] = {"to": said(to)}
    opened.register.ledger.append([Draft("clock.moved", "clock", SYSTEM, body)], to)
    return to
