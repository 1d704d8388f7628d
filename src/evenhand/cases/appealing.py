"""Appeal after an entry took effect: recorded for the subject, decided in time by somebody new (D9).

A reviewer of the authority who had no part in the case decides: in time anything, late only what helps.
An appeal whose day is over takes the effect away by itself (``State.serves_on``), with no job running;
the daily run then records that (``overdue``), and a suspension that nobody reviews ends the entry.
"""

from __future__ import annotations

import re

from evenhand.cases.case import State
from evenhand.cases.commands import DOING, Appeal, Context, DecideAppeal, EventBody, Overdue
from evenhand.cases.deciding import against
from evenhand.cases.guards import (
    D2_REASONS,
    D5_PAPER,
    D9_LATE,
    D9_ONE,
    D9_REVIEWER,
    D9_SHORTER,
    D9_WHICH,
    ORDER,
    enrolled,
    free_of_numbers,
    in_office,
    signed,
)
from evenhand.cases.redress import Appeal as AppealMade
from evenhand.cases.running import day_of_appeal, day_of_repair
from evenhand.cases.terms import APPEAL_WITHIN, REASONS_LEAST, REVIEW_WITHIN
from evenhand.cases.words import STATUS
from evenhand.kernel.canonical import Json
from evenhand.rights.floor import enforces

_DIGEST = re.compile(r"[0-9a-f]{64}")


@enforces("RF-11")
def appeal(state: State, command: Appeal, context: Context) -> tuple[EventBody, ...]:
    """Record an appeal; its clock runs against the authority and no rest day moves it on."""
    enrolled(context)
    signed(context)
    ORDER.require(
        state.facts.adverse,
        context,
        case=state.facts.case,
        read=STATUS[state.status],
        allowed=DOING[Appeal],
    )
    waiting = state.open_appeals
    D9_ONE.require(
        not waiting,
        context,
        read=waiting[0].appeal if waiting else "—",
        allowed=waiting[0].decide_until if waiting else "—",
    )
    said = "".join(command.text.split())
    D2_REASONS.require(bool(said), context, read=command.text, allowed=1)
    free_of_numbers(context, command.text)
    D5_PAPER.require(bool(_DIGEST.fullmatch(command.paper)), context)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "appeal": f"A-{len(state.appeals) + 1}",
        "text": command.text,
        "paper": command.paper,
        "decide_until": (context.today + APPEAL_WITHIN).isoformat(),
    }
    return (EventBody("case.appealed", body),)


@enforces("RF-6", "RF-11")
def decide_appeal(state: State, command: DecideAppeal, context: Context) -> tuple[EventBody, ...]:
    """Record a reviewer's decision on an appeal, and what follows from it at once."""
    in_office(context, "reviewer", state.facts.authority)
    signed(context)
    _somebody_new(state, context)
    made = next((a for a in state.open_appeals if a.appeal == command.appeal), None)
    D9_WHICH.require(
        made is not None,
        context,
        read=command.appeal,
        allowed=", ".join(a.appeal for a in state.open_appeals) or "—",
    )
    reasons = command.reasons
    enough = len("".join(reasons.split())) >= REASONS_LEAST
    D2_REASONS.require(enough, context, read=reasons, allowed=REASONS_LEAST)
    free_of_numbers(context, reasons)
    if command.outcome == "upheld":
        _in_time(state, made, context)
        against(state, command.content, context)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "appeal": command.appeal,
        "outcome": command.outcome,
        "reasons": reasons,
        "content": command.content,
    }
    if command.outcome != "shortened":
        lifted = command.outcome == "lifted"
        follows = (_system("case.ended", context, why="appeal"),) if lifted else ()
        return (EventBody("case.appeal_decided", body), *follows)
    last = state.effect.last if state.effect else None
    until = command.until
    D9_SHORTER.require(
        until is not None and last is not None and context.today <= until < last,
        context,
        read=until or "—",
        allowed=last or "—",
    )
    body["until"] = str(until)
    shortened = _system("case.shortened", context, until=str(until), why="appeal")
    return (EventBody("case.appeal_decided", body), shortened)


@enforces("RF-11", "RF-12")
def overdue(state: State, _command: Overdue, context: Context) -> tuple[EventBody, ...]:
    """Record that an entry lost its effect because the authority missed a clock; once for each cause."""
    suspension = state.suspension
    known = suspension.kinds if suspension else ()
    late = {
        "appeal_overdue": state.appeal_overdue(day_of_appeal(state, context)) is not None,
        "repair_overdue": _repair_overdue(state, context),
    }
    return tuple(
        _system(
            "case.suspended",
            context,
            cause=cause,
            records=[],
            review_until=(context.today + REVIEW_WITHIN).isoformat(),
        )
        for cause, holds in late.items()
        if holds and cause not in known
    )


def _repair_overdue(state: State, context: Context) -> bool:
    """Past its day with everything there: when it was asked for, or by now."""
    day = day_of_repair(state, context)
    if state.repair_overdue(day) is not None:
        return True
    there = context.repair is not None and not context.repair.missing
    return there and any(day > one.decide_until for one in state.open_repairs)


def _in_time(state: State, made: AppealMade | None, context: Context) -> None:
    last = made.decide_until if made else None
    day = day_of_appeal(state, context)
    D9_LATE.require(last is None or day <= last, context, read=last)


@enforces("RF-11")
def _somebody_new(state: State, context: Context) -> None:
    """Require that the actor had no part in the case and stands in no enrolment with a signer (D9)."""
    people, actor = context.people, context.actor or ""
    natural = people.natural_of(actor)
    signers = {d.by for d in (*state.decisions, *state.reviews)}
    answered = {o.answered_by for o in state.objections if o.answered_by is not None}
    recorded = {a.by for a in state.open_appeals if a.by is not None}
    part = people.naturals(signers | answered | recorded | state.suppliers | state.conflicts)
    related = people.enrolled_by(actor) & people.naturals(signers) or any(
        natural in people.enrolled_by(signer) for signer in signers
    )
    D9_REVIEWER.require(natural not in part and not related, context, read=actor)


def _system(kind: str, context: Context, **body: Json) -> EventBody:
    return EventBody(kind, {"on": context.today.isoformat(), **body}, by_system=True)
