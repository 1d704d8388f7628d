"""A milder later law: the entry becomes as short as the newer rule, or ends; never longer (D4).

What the newer version says comes in with the command; the entry keeps every other term of the rule by
which it was decided. A harsher version changes nothing.
"""

from __future__ import annotations

from evenhand.cases.case import State
from evenhand.cases.commands import Context, EventBody, Lighten
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import ONE_DAY
from evenhand.rights.floor import enforces


@enforces("RF-12")
def lighten(state: State, command: Lighten, context: Context) -> tuple[EventBody, ...]:
    """Shorten or end an adverse entry where a newer version in force is milder; nothing otherwise."""
    effect, facts = state.effect, state.facts
    if not facts.adverse or effect is None:
        return ()
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "why": "milder_law",
        "version": command.version,
    }
    if command.lasts is None:
        return (EventBody("case.ended", body, by_system=True),)
    if effect.last is None:
        return ()
    until = command.lasts.after(effect.start) - ONE_DAY
    if until >= effect.last:
        return ()
    if until < context.today:
        return (EventBody("case.ended", body, by_system=True),)
    body["until"] = until.isoformat()
    return (EventBody("case.shortened", body, by_system=True),)
