"""Steps of a case that no person takes: effect of what was signed, suspension, lapse, expiry.

Each carries out what two officers signed, or leaves the subject no worse (D10).
"""

from __future__ import annotations

from evenhand.cases.case import State
from evenhand.cases.commands import (
    Context,
    EventBody,
    Expire,
    Improve,
    Lapse,
    Reconsider,
    TakeEffect,
)
from evenhand.cases.guards import (
    D1_DELIVERED,
    D1_WINDOW,
    D2_ANSWERED,
    D2_NAMED,
    D4_LATEST,
    D4_TERM,
    D5_PERSON,
    D6_CONTENT,
    E5_DOUBT,
    G1_DUE,
    RF6_BETTER,
    RF11_CLOCK,
    impartial,
    lasts_lawfully,
    two_people,
)
from evenhand.cases.kinds import OF_THE_COURT, court_reconsiders
from evenhand.cases.running import (
    day_of_authority,
    day_of_hearing,
    day_of_review,
    day_of_term,
)
from evenhand.cases.terms import DELIVER_WITHIN, EFFECT_WITHIN, LONGEST_MONTHS, REVIEW_WITHIN
from evenhand.cases.words import span_text
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces


@enforces("RF-6", "RF-12")
def take_effect(state: State, _command: TakeEffect, context: Context) -> tuple[EventBody, ...]:
    """Let a decided case take effect, when every guard still holds."""
    facts = state.facts
    D5_PERSON.require(
        context.signed,
        context,
        read=Text(zh="决定的签名无法核实", en="the signature of a decision cannot be verified"),
    )
    D4_TERM.require(
        lasts_lawfully(facts.lasts, context.today, facts.adverse),
        context,
        read=span_text(facts.lasts),
        allowed=LONGEST_MONTHS,
    )
    if facts.adverse:
        _heard_and_signed(state, context)
    if facts.latest is not None:
        D4_LATEST.require(context.today <= facts.latest, context, read=facts.latest)
    last, _ = _by_the_clock(state)
    RF11_CLOCK.require(context.today <= last, context, read=last)
    until = facts.lasts.after(context.today) - ONE_DAY
    if facts.latest is not None:
        until = min(until, max(facts.latest, context.today))
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "until": until.isoformat(),
        "decisions": [d.seq for d in state.decisions],
        "by": [d.by for d in state.decisions],
    }
    return (EventBody("case.took_effect", body, by_system=True),)


def _heard_and_signed(state: State, context: Context) -> None:
    D1_DELIVERED.require(state.delivered_on is not None, context)
    D1_WINDOW.require(
        state.delivered_on is None or state.window_over(day_of_hearing(state, context)),
        context,
        read=state.object_until,
    )
    waiting = state.open_objections
    D2_ANSWERED.require(not waiting, context, read=", ".join(waiting))
    doubtful = sorted(str(r) for r in set(state.facts.records) & context.doubtful)
    E5_DOUBT.require(not doubtful, context, read=", ".join(doubtful))
    known = {o.objection for o in state.objections}
    for decision in state.decisions:
        D2_NAMED.require(
            known == set(decision.objections),
            context,
            read=", ".join(decision.objections) or "—",
            allowed=", ".join(sorted(known)) or "—",
        )
        D6_CONTENT.require(
            decision.content == state.content,
            context,
            read=decision.content[:16],
            allowed=state.content[:16],
        )
        impartial(state, context, decision.by)
    first, second = state.decisions
    two_people(context, first.by, second.by)


@enforces("RF-16")
def reconsider(state: State, command: Reconsider, context: Context) -> tuple[EventBody, ...]:
    """Suspend an adverse entry whose evidence changed; close a case that is not in effect yet.

    A doubt about a record of an open case needs no event: nothing against its subject is decided or
    takes effect while the doubt is open. Good conduct is not taken away by the register itself.
    """
    if state.facts.kind == "court" and command.cause in OF_THE_COURT:
        return court_reconsiders(state, command, context)
    touched = [r for r in command.records if r in state.facts.records]
    if state.status != "in_effect":
        if command.cause == "doubted" or not touched:
            return ()
        return (_over("case.closed", "evidence", context),)
    known = state.suspension.causes if state.suspension else ()
    new = sorted({str(r) for r in touched if (command.cause, r) not in known})
    if not new or not state.facts.adverse:
        return ()
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "cause": command.cause,
        "records": new,
        "review_until": (context.today + REVIEW_WITHIN).isoformat(),
    }
    return (EventBody("case.suspended", body, by_system=True),)


@enforces("RF-11")
def lapse(state: State, _command: Lapse, context: Context) -> tuple[EventBody, ...]:
    """Close a case whose clock ran out on the authority."""
    last, why = last_day_of_authority(state)
    G1_DUE.require(
        day_of_authority(state, context) > last,
        context,
        read=last + ONE_DAY,
        allowed=Text(zh="因逾期而结案", en="close the case for lateness"),
    )
    return (_over("case.closed", why, context),)


@enforces("RF-12")
def expire(state: State, _command: Expire, context: Context) -> tuple[EventBody, ...]:
    """End an entry after its last day, or one that stayed suspended without review."""
    suspension, effect, latest = state.suspension, state.effect, state.facts.latest
    stop = effect.stop if effect else None
    over = stop is not None and stop <= day_of_term(state, context)
    reviewing = day_of_review(state, context)
    if suspension is not None and reviewing > suspension.review_until and not over:
        return (_over("case.ended", "review_overdue", context),)
    G1_DUE.require(
        over,
        context,
        read=stop,
        allowed=Text(zh="因期满而结束记录", en="end the entry for time"),
    )
    dies = effect is not None and latest is not None and effect.last == latest
    return (_over("case.ended", "sunset" if dies else "last_day", context),)


@enforces("RF-6")
def improve(state: State, _command: Improve, context: Context) -> tuple[EventBody, ...]:
    """Drop a case about a grade that the subject's records do not give any more."""
    RF6_BETTER.require(state.facts.kind == "grade", context, read=state.facts.case)
    kind = "case.ended" if state.status == "in_effect" else "case.closed"
    return (_over(kind, "better", context),)


def last_day_of_authority(state: State) -> tuple[Day, str]:
    """The last day on which the authority can go on with a case, and why the case closes after it."""
    last, why = _by_the_clock(state)
    latest = state.facts.latest
    return (latest, "sunset") if latest is not None and latest < last else (last, why)


def _by_the_clock(state: State) -> tuple[Day, str]:
    more = EFFECT_WITHIN if state.status == "decided" else ONE_DAY * 0
    if state.decide_until is not None:
        return state.decide_until + more, "lapsed"
    why = "undelivered" if state.facts.adverse else "lapsed"
    return state.proposed_on + DELIVER_WITHIN + more, why


def _over(kind: str, why: str, context: Context) -> EventBody:
    return EventBody(kind, {"on": context.today.isoformat(), "why": why}, by_system=True)
