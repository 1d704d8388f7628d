"""Repair: an organisation mends what was wrong, and its entry ends early (RF-12).

What the list's rule asks for, and what of it is not there, comes in through ``Context.repair``. When
everything is there the end is owed: a refusal is refused, and a missed clock takes the effect away.
It costs nothing, and each entry is asked for by itself.
"""

from __future__ import annotations

import re

from evenhand.cases.case import State
from evenhand.cases.commands import AskForRepair, Context, DecideRepair, EventBody, RepairPath
from evenhand.cases.guards import (
    D2_REASONS,
    D3_CONFLICT,
    D5_PAPER,
    D9_ONE,
    D9_WHICH,
    RF12_AFTER,
    RF12_MISSING,
    RF12_OWED,
    RF12_PATH,
    enrolled,
    free_of_numbers,
    in_office,
    signed,
)
from evenhand.cases.kinds import NATURAL_SUBJECTS
from evenhand.cases.running import day_of_term
from evenhand.cases.terms import REASONS_LEAST, REPAIR_LATEST, REPAIR_WORKING_DAYS
from evenhand.kernel.calendars import add_working_days
from evenhand.kernel.canonical import Json
from evenhand.rights.floor import enforces

_DIGEST = re.compile(r"[0-9a-f]{64}")


@enforces("RF-12")
def ask_for_repair(state: State, command: AskForRepair, context: Context) -> tuple[EventBody, ...]:
    """Record an application for repair, and what is missing on that day."""
    enrolled(context)
    signed(context)
    path, first = _path(state, context), None
    if path is not None and state.effect is not None:
        first = path.after.after(state.effect.start)
        RF12_AFTER.require(day_of_term(state, context) >= first, context, read=first)
    waiting = state.open_repairs
    D9_ONE.require(
        not waiting,
        context,
        read=waiting[0].repair if waiting else "—",
        allowed=waiting[0].decide_until if waiting else "—",
    )
    D5_PAPER.require(bool(_DIGEST.fullmatch(command.paper)), context)
    until = add_working_days(context.calendar, context.today, REPAIR_WORKING_DAYS, "authority")
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "repair": f"P-{len(state.repairs) + 1}",
        "paper": command.paper,
        "missing": list(path.missing) if path else [],
        "first": first.isoformat() if first else None,
        "decide_until": min(until, context.today + REPAIR_LATEST).isoformat(),
    }
    return (EventBody("case.repair_asked", body),)


@enforces("RF-12")
def decide_repair(state: State, command: DecideRepair, context: Context) -> tuple[EventBody, ...]:
    """Record one officer's decision on a repair; a relief needs no second, and may be a signer's."""
    in_office(context, "officer", state.facts.authority)
    signed(context)
    people, actor = context.people, context.actor or ""
    conflict = people.natural_of(actor) in people.naturals(state.conflicts)
    D3_CONFLICT.require(not conflict, context, read=actor)
    open_ones = [one.repair for one in state.open_repairs]
    D9_WHICH.require(
        command.repair in open_ones,
        context,
        read=command.repair,
        allowed=", ".join(open_ones) or "—",
    )
    reasons = command.reasons
    enough = len("".join(reasons.split())) >= REASONS_LEAST
    D2_REASONS.require(enough, context, read=reasons, allowed=REASONS_LEAST)
    free_of_numbers(context, reasons)
    path = context.repair
    missing = list(path.missing) if path else []
    if command.outcome == "refused":
        RF12_OWED.require(bool(missing), context)
    else:
        RF12_MISSING.require(not missing and path is not None, context, read=", ".join(missing))
    on = context.today.isoformat()
    body: dict[str, Json] = {
        "on": on,
        "repair": command.repair,
        "outcome": command.outcome,
        "reasons": reasons,
        "missing": [*missing],
    }
    decided = EventBody("case.repair_decided", body)
    if command.outcome == "refused":
        return (decided,)
    return (decided, EventBody("case.ended", {"on": on, "why": "repaired"}, by_system=True))


def _path(state: State, context: Context) -> RepairPath | None:
    """The way of repair that the entry's rule gives; refuse where there is none."""
    path = context.repair
    natural = state.facts.subjects in NATURAL_SUBJECTS
    lawful = path is not None and state.facts.adverse and not natural
    RF12_PATH.require(lawful, context)
    return path
