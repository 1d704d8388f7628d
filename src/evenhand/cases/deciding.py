"""Steps of a case in which people decide: dossier, conflict, decision, review, refusal."""

from __future__ import annotations

import re

from evenhand.cases.case import Opening, State
from evenhand.cases.commands import (
    DOING,
    Context,
    Decide,
    DeclareConflict,
    EventBody,
    Open,
    Refuse,
)
from evenhand.cases.guards import (
    D1_DELIVERED,
    D1_WINDOW,
    D2_ANSWERED,
    D2_NAMED,
    D2_REASONS,
    D3_CONFLICT,
    D5_PAPER,
    D6_CONTENT,
    D9_FRESH,
    D9_OVERDUE,
    E5_CHANGED,
    E5_DOUBT,
    G1_CAP,
    G1_OPENED,
    G1_READING,
    ORDER,
    RF11_CLOCK,
    enrolled,
    free_of_numbers,
    impartial,
    in_office,
    signed,
    two_people,
)
from evenhand.cases.kinds import OF_THE_COURT, require_no_pause
from evenhand.cases.running import (
    day_of_appeal,
    day_of_authority,
    day_of_hearing,
    day_of_repair,
    day_of_review,
)
from evenhand.cases.terms import DAILY_CAP, READING, REASONS_LEAST
from evenhand.cases.words import CAUSE, STATUS
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import PersonId
from evenhand.rights.floor import enforces

_DIGEST = re.compile(r"[0-9a-f]{64}")


def open_dossier(state: State, command: Open, context: Context) -> tuple[EventBody, ...]:
    """Record who read the dossier, when, and what it held.

    An objection or an answer that came while it was being shown is not in it: it is opened anew.
    """
    people, actor = context.people, _actor(context)
    authority = state.facts.authority
    if not people.may(actor, "auditor", None, context.at) and not people.may(
        actor, "reviewer", authority, context.at
    ):
        in_office(context, "officer", authority)
    signed(context)
    D3_CONFLICT.require(
        people.natural_of(actor) not in people.naturals(state.conflicts), context, read=actor
    )
    _same_content(state, command.content, context)
    G1_OPENED.require(command.as_of in (None, state.changed), context, read=actor)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "content": command.content,
        "dossier": command.dossier,
    }
    return (EventBody("case.opened", body),)


def declare_conflict(
    _state: State, command: DeclareConflict, context: Context
) -> tuple[EventBody, ...]:
    """Record that somebody's own interest is touched; they decide nothing in this case any more."""
    enrolled(context)
    signed(context)
    free_of_numbers(context, command.why)
    body = {"on": context.today.isoformat(), "why": command.why}
    return (EventBody("conflict.declared", body),)


@enforces("RF-6")
def decide(state: State, command: Decide, context: Context) -> tuple[EventBody, ...]:
    """Record one officer's decision, and what follows from it at once.

    A first decision not to list closes the case: a relief needs no second officer. A second that
    disagrees closes it too. To list takes both, and takes effect later, by the passing of time.
    """
    in_office(context, "officer", state.facts.authority)
    signed(context)
    impartial(state, context, _actor(context))
    reasons = command.reasons
    D2_REASONS.require(
        len("".join(reasons.split())) >= REASONS_LEAST,
        context,
        read=reasons,
        allowed=REASONS_LEAST,
    )
    free_of_numbers(context, reasons)
    review = command.stage.startswith("review")
    fitting = ("stands", "ends") if review else ("list", "do_not_list")
    _possible(command.outcome in fitting, state, context)
    follows = _reviewed(state, command, context) if review else _decided(state, command, context)
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "stage": command.stage,
        "outcome": command.outcome,
        "reasons": reasons,
        "content": command.content,
        "objections": sorted(command.objections),
        "round": state.rounds,
    }
    return (EventBody("case.decided", body), *follows)


def _decided(state: State, command: Decide, context: Context) -> tuple[EventBody, ...]:
    """A first or second decision: check it, and say what follows."""
    if command.stage == "second":
        two_people(context, state.decisions[0].by, _actor(context))
    if command.outcome == "list":
        if state.facts.adverse:
            against(state, command.content, context)
            _heard(state, command, context)
        else:
            _same_content(state, command.content, context)
            _opening(state, command.content, context)
        return ()
    why = "not_listed" if command.stage == "first" else "disagreed"
    return (_system("case.closed", context, why=why),)


@enforces("RF-10", "RF-11")
def _heard(state: State, command: Decide, context: Context) -> None:
    """Require that the subject was heard before anything is decided against them."""
    D1_DELIVERED.require(state.delivered_on is not None, context)
    D1_WINDOW.require(
        state.delivered_on is None or state.window_over(day_of_hearing(state, context)),
        context,
        read=state.object_until,
    )
    waiting = state.open_objections
    D2_ANSWERED.require(not waiting, context, read=", ".join(waiting))
    known = {o.objection for o in state.objections}
    D2_NAMED.require(
        known == set(command.objections),
        context,
        read=", ".join(sorted(command.objections)) or "—",
        allowed=", ".join(sorted(known)) or "—",
    )
    RF11_CLOCK.require(
        state.decide_until is None or day_of_authority(state, context) <= state.decide_until,
        context,
        read=state.decide_until,
    )


@enforces("RF-16")
def against(state: State, content: str, context: Context) -> None:
    """Require what any decision against a subject needs: evidence, its content, time to read it."""
    doubtful = sorted(str(r) for r in set(state.facts.records) & context.doubtful)
    E5_DOUBT.require(not doubtful, context, read=", ".join(doubtful))
    _same_content(state, content, context)
    actor = _actor(context)
    G1_CAP.require(context.listed_today < DAILY_CAP, context, read=actor, allowed=DAILY_CAP)
    opening = _opening(state, content, context)
    if opening is not None:
        spent = context.at - opening.at
        G1_READING.require(
            spent >= READING,
            context,
            read=int(spent.total_seconds()),
            allowed=int(READING.total_seconds()),
        )


def _opening(state: State, content: str, context: Context) -> Opening | None:
    """The actor's first opening of the dossier as it stands; refuse when there is none."""
    people, actor = context.people, _actor(context)
    fitting = (
        o
        for o in state.openings
        if people.natural_of(o.by) == people.natural_of(actor)
        and o.content == content
        and o.seq > state.changed
    )
    opening = next(fitting, None)
    G1_OPENED.require(opening is not None, context, read=actor)
    return opening


def _reviewed(state: State, command: Decide, context: Context) -> tuple[EventBody, ...]:
    """A decision of a review: of a suspended entry, or to end one early."""
    suspension = state.suspension
    changed = suspension is not None and any(c != "doubted" for c, _ in suspension.causes)
    adverse = (command.outcome == "stands") == state.facts.adverse
    _possible(command.outcome == "ends" or suspension is not None, state, context)
    first = state.reviews[0] if state.reviews else None
    _possible((command.stage == "review_second") == (first is not None), state, context)
    if command.outcome == "stands" and suspension is not None:
        _not_over_a_missed_clock(state, context)
        of_court = OF_THE_COURT if state.facts.kind == "court" else frozenset()
        for cause, record in suspension.causes:
            E5_CHANGED.require(cause == "doubted" or cause in of_court, context, read=record)
        if of_court:
            require_no_pause(state, context)
        last = suspension.review_until
        RF11_CLOCK.require(day_of_review(state, context) <= last, context, read=last)
        _fresh(state, context)
    if adverse:
        against(state, command.content, context)
    if first is not None:
        two_people(context, first.by, _actor(context))
    if command.outcome == "ends" and changed and state.facts.adverse:
        return (_system("case.ended", context, why="evidence"),)
    if first is None or first.outcome != command.outcome:
        return ()
    if command.outcome == "ends":
        return (_system("case.ended", context, why="early"),)
    return (_system("case.resumed", context, by=[first.by, _actor(context)]),)


def _not_over_a_missed_clock(state: State, context: Context) -> None:
    """Require that no missed appeal or repair took the effect away; nobody gives it back (D9)."""
    kinds = state.suspension.kinds if state.suspension else ()
    missed = [CAUSE[kind] for kind in kinds if kind in ("appeal_overdue", "repair_overdue")]
    appeal = state.appeal_overdue(day_of_appeal(state, context))
    request = state.repair_overdue(day_of_repair(state, context))
    named = [appeal.appeal] if appeal else []
    named += [request.repair] if request else []
    free = not missed and not named
    D9_OVERDUE.require(free, context, read=", ".join(named) or (missed[0] if missed else "—"))


def _fresh(state: State, context: Context) -> None:
    """Require that whoever reviews neither signed what is under review nor settled its doubts (D9)."""
    people, actor = context.people, _actor(context)
    bound = people.naturals({*(d.by for d in state.decisions), *context.settlers})
    D9_FRESH.require(people.natural_of(actor) not in bound, context, read=actor)


def refuse(state: State, command: Refuse, context: Context) -> tuple[EventBody, ...]:
    """Record that a subject does not want an entry of good conduct (Shenzhen 2022, Art. 39)."""
    enrolled(context)
    signed(context)
    _possible(not state.facts.adverse, state, context, of=Refuse)
    D5_PAPER.require(bool(_DIGEST.fullmatch(command.paper)), context)
    kind = "case.ended" if state.status == "in_effect" else "case.closed"
    body = {"on": context.today.isoformat(), "why": "refused", "paper": command.paper}
    return (EventBody(kind, body),)


def _same_content(state: State, content: str, context: Context) -> None:
    """Require the content of the notice; a red list without one has none to differ from."""
    D6_CONTENT.require(
        content == state.content or (not state.facts.adverse and not state.content),
        context,
        read=content[:16] or "—",
        allowed=state.content[:16] or "—",
    )


def _possible(holds: bool, state: State, context: Context, of: type = Decide) -> None:
    ORDER.require(
        holds, context, case=state.facts.case, read=STATUS[state.status], allowed=DOING[of]
    )


def _system(kind: str, context: Context, **body: Json) -> EventBody:
    return EventBody(kind, {"on": context.today.isoformat(), **body}, by_system=True)


def _actor(context: Context) -> PersonId:
    return context.actor or PersonId("")
