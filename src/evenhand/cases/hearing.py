"""Steps of a case before anybody decides: proposal, notice, delivery, waiver, objection, answer."""

from __future__ import annotations

import re

from evenhand.cases.case import PROVEN, Facts, State
from evenhand.cases.commands import (
    Answer,
    Context,
    EventBody,
    Notify,
    Object,
    Propose,
    RecordDelivery,
    Waive,
)
from evenhand.cases.guards import (
    D1_DAYS,
    D1_PROOF,
    D1_WAIVER,
    D2_LATE,
    D2_REASONS,
    D2_WHICH,
    D3_CONFLICT,
    D4_PUBLIC,
    D4_TERM,
    D5_PAPER,
    D8_ONCE,
    enrolled,
    free_of_numbers,
    in_office,
    lasts_lawfully,
    signed,
)
from evenhand.cases.kinds import require_its_kind
from evenhand.cases.running import day_of_hearing
from evenhand.cases.terms import (
    DECIDE_WITHIN,
    LONGEST_MONTHS,
    OBJECTION_DAYS_LEAST,
    REASONS_LEAST,
)
from evenhand.cases.words import span_text
from evenhand.kernel.calendars import first_working_day
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import ONE_DAY
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces

_DIGEST = re.compile(r"[0-9a-f]{64}")


@enforces("RF-8")
def propose(_state: None, command: Propose, context: Context) -> tuple[EventBody, ...]:
    """Open a case on facts that no case rests on yet."""
    facts = command.facts
    D8_ONCE.require(context.known_case is None, context, read=context.known_case)
    D4_TERM.require(
        lasts_lawfully(facts.lasts, context.today, facts.adverse),
        context,
        read=span_text(facts.lasts),
        allowed=LONGEST_MONTHS,
    )
    require_its_kind(facts, context)
    if facts.adverse:
        D1_DAYS.require(
            facts.objection_days >= OBJECTION_DAYS_LEAST,
            context,
            read=facts.objection_days,
            allowed=OBJECTION_DAYS_LEAST,
        )
        D4_PUBLIC.require(
            facts.public_since is not None and facts.public_since <= facts.met_on,
            context,
            read=facts.met_on,
            allowed=facts.public_since or "—",
        )
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "subject": str(facts.subject),
        "list": facts.list,
        "kind": facts.kind,
        "scheme": facts.scheme,
        "version": facts.version,
        "rule": facts.rule,
        "records": [str(r) for r in facts.records],
        "documents": [str(d) for d in facts.documents],
        "met_on": facts.met_on.isoformat(),
        "authority": facts.authority,
        "subjects": facts.subjects,
        "public_since": facts.public_since.isoformat() if facts.public_since else None,
        "objection_days": facts.objection_days,
        "lasts_months": facts.lasts_months,
        "lasts_days": facts.lasts_days,
        "submitters": sorted(facts.submitters),
        "deliveries": sorted(facts.deliveries),
        **_of_the_kind(facts),
    }
    return (EventBody("case.proposed", body, by_system=True),)


def _of_the_kind(facts: Facts) -> dict[str, Json]:
    """What only some kinds of cases say; left out where there is nothing to say."""
    ruling = facts.ruling
    said: dict[str, Json] = {
        "ruling": None
        if ruling is None
        else {
            "court": ruling.court,
            "docket": ruling.docket,
            "final_on": ruling.final_on.isoformat(),
            "able": ruling.able,
        },
        "grade": facts.grade,
        "stage": facts.stage,
        "follows": facts.follows,
        "latest": facts.latest.isoformat() if facts.latest else None,
        "calendar": facts.calendar,
    }
    return {name: value for name, value in said.items() if value}


def notify(_state: State, command: Notify, context: Context) -> tuple[EventBody, ...]:
    """Record that the notice was made, and the digest of what it says."""
    body = {"on": context.today.isoformat(), "content": command.content}
    return (EventBody("case.noticed", body, by_system=True),)


@enforces("RF-10")
def record_delivery(
    state: State, command: RecordDelivery, context: Context
) -> tuple[EventBody, ...]:
    """Record how the notice fared; proof sets the time to object and the time to decide running.

    The days run from the day on which the proof is recorded, not from the day that it states, so
    that nobody can shorten them by an earlier date.
    """
    in_office(context, "clerk", state.facts.authority)
    signed(context)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "how": command.how,
        "delivered_on": command.delivered_on.isoformat(),
        "paper": command.paper,
    }
    D1_PROOF.require(
        bool(_DIGEST.fullmatch(command.paper)) or (command.how not in PROVEN and not command.paper),
        context,
        read=Text(zh="没有证明文件的摘要", en="it lacks the digest of the paper"),
    )
    D1_PROOF.require(
        state.noticed_on is not None and state.noticed_on <= command.delivered_on <= context.today,
        context,
        read=Text(
            zh=f"送达日 {command.delivered_on} 早于告知书或晚于今天",
            en=f"the day of delivery {command.delivered_on} lies before the notice or after today",
        ),
    )
    if command.how in PROVEN:
        until = first_working_day(
            context.calendar, context.today + state.facts.objection_days * ONE_DAY, "subject"
        )
        body["object_until"] = until.isoformat()
        body["decide_until"] = (until + DECIDE_WITHIN).isoformat()
    return (EventBody("case.delivered", body),)


@enforces("RF-10")
def waive(state: State, command: Waive, context: Context) -> tuple[EventBody, ...]:
    """Record the subject's written waiver; it counts when a second clerk confirms the same paper."""
    in_office(context, "clerk", state.facts.authority)
    signed(context)
    people, actor = context.people, context.actor or ""
    D1_WAIVER.require(
        bool(_DIGEST.fullmatch(command.paper)),
        context,
        read=Text(zh="没有声明文件的摘要", en="it lacks the digest of the paper"),
    )
    D1_WAIVER.require(
        state.waived_on is None,
        context,
        read=Text(zh="已经成立", en="it was confirmed before"),
    )
    D1_WAIVER.require(
        people.natural_of(actor) not in people.naturals(state.waivers),
        context,
        read=Text(zh="须由另一个人确认", en="another person has to confirm it"),
    )
    D1_WAIVER.require(
        not state.waivers or state.waiver_paper == command.paper,
        context,
        read=Text(zh="两人登记的不是同一份文件", en="the two clerks recorded different papers"),
    )
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "paper": command.paper,
        "counts": bool(state.waivers),
    }
    if state.waivers and state.decide_until is not None:
        body["decide_until"] = min(state.decide_until, context.today + DECIDE_WITHIN).isoformat()
    return (EventBody("case.waived", body),)


def object_to(state: State, command: Object, context: Context) -> tuple[EventBody, ...]:
    """Record an objection; it blocks whatever is against the subject until it is answered."""
    enrolled(context)
    signed(context)
    D2_LATE.require(
        state.object_until is None or day_of_hearing(state, context) <= state.object_until,
        context,
        read=state.object_until,
    )
    _said(context, command.text, least=1)
    D5_PAPER.require(not command.paper or bool(_DIGEST.fullmatch(command.paper)), context)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "objection": f"O-{len(state.objections) + 1}",
        "text": command.text,
        "paper": command.paper,
    }
    return (EventBody("case.objected", body),)


@enforces("RF-10")
def answer(state: State, command: Answer, context: Context) -> tuple[EventBody, ...]:
    """Record an officer's answer to one objection."""
    in_office(context, "officer", state.facts.authority)
    signed(context)
    people, actor = context.people, context.actor or ""
    D3_CONFLICT.require(
        people.natural_of(actor) not in people.naturals(state.conflicts), context, read=actor
    )
    D2_WHICH.require(
        command.objection in state.open_objections,
        context,
        read=command.objection,
        allowed=", ".join(state.open_objections) or "—",
    )
    _said(context, command.reasons, least=REASONS_LEAST)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "objection": command.objection,
        "reasons": command.reasons,
    }
    return (EventBody("case.answered", body),)


def _said(context: Context, text: str, least: int) -> None:
    D2_REASONS.require(len("".join(text.split())) >= least, context, read=text, allowed=least)
    free_of_numbers(context, text)
