"""What follows for a case when a key that signed in it may have been in other hands.

Before there is an entry, what the key signed counts no more: officers decide again, a delivery is proven
again. An entry in effect is suspended, and two officers who did not sign it review it; past the time for
that it ends. What helped the subject stays: nothing here reopens a case that was closed, and an entry of
good conduct in effect is for two officers to end.
"""

from __future__ import annotations

from evenhand.cases.case import State
from evenhand.cases.commands import Context, EventBody, LoseSignatures
from evenhand.cases.terms import REVIEW_WITHIN
from evenhand.kernel.canonical import Json
from evenhand.rights.floor import enforces


@enforces("RF-6")
def lose_signatures(
    state: State, command: LoseSignatures, context: Context
) -> tuple[EventBody, ...]:
    """Let acts count no more, or suspend the entry that rests on them."""
    lost = (command.decisions, command.answers, command.delivery, command.waiver)
    if not any(lost):
        return ()
    if state.status != "in_effect":
        body: dict[str, Json] = {
            "on": context.today.isoformat(),
            "person": command.person,
            "decisions": list(command.decisions),
            "answers": list(command.answers),
            "delivery": command.delivery,
            "waiver": command.waiver,
        }
        return (EventBody("case.signatures_void", body, by_system=True),)
    if not state.facts.adverse:
        return ()
    suspended: dict[str, Json] = {
        "on": context.today.isoformat(),
        "cause": "compromised",
        "records": [],
        "review_until": (context.today + REVIEW_WITHIN).isoformat(),
    }
    return (EventBody("case.suspended", suspended, by_system=True),)
