"""What becomes of a subject's cases when there is no subject any more: an end, at once.

Whoever died, or was struck off its register, can answer nothing, repair nothing and be heard by
nobody. Everything about them ends on the day on which the register learns of it. Nothing passes to an
heir, a relative or a successor by itself (RF-9); to open a case of its own against a successor is an
officer's own act (``following``, ``succession``).
"""

from __future__ import annotations

from evenhand.cases.case import State
from evenhand.cases.commands import Cease, Context, EventBody
from evenhand.rights.floor import enforces


@enforces("RF-9", "RF-12")
def cease(state: State, command: Cease, context: Context) -> tuple[EventBody, ...]:
    """End an entry, or close a case that led to none, whoever the list speaks for or against."""
    kind = "case.ended" if state.status == "in_effect" else "case.closed"
    body = {"on": context.today.isoformat(), "why": command.why}
    return (EventBody(kind, body, by_system=True),)
