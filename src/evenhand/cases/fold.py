"""Fold the events of a case into what is true of it.

``apply`` takes any event of the case as it stands in the ledger; it checks nothing. What may happen
is decided before it is recorded, in ``transitions.decide``. Every deadline stands in the event that
set it running, so that no later setting can shorten or prolong it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from evenhand.cases.case import (
    CASE_KINDS,
    PROVEN,
    Attempt,
    Cause,
    Decision,
    Facts,
    Happening,
    How,
    Objection,
    Opening,
    Ruling,
    State,
    Status,
    Suspension,
)
from evenhand.cases.redress import Appeal, RepairRequest
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.ids import (
    AuthorityId,
    CaseId,
    ListId,
    PersonId,
    RecordId,
    SchemeId,
    SubjectId,
)
from evenhand.kernel.periods import Day, Days
from evenhand.kernel.text import Text


def fold(events: Iterable[Happening]) -> State:
    """Fold the events of one case, in the order of the ledger.

    Raises:
        RegisterDamaged: When they do not begin with the proposal.
    """
    state: State | None = None
    for event in events:
        state = apply(state, event)
    if state is None:
        raise _damaged("?")
    return state


def fold_all(events: Iterable[Happening]) -> dict[CaseId, State]:
    """Fold the events of many cases, as they stand in the ledger.

    Raises:
        RegisterDamaged: When a case does not begin with its proposal.
    """
    states: dict[CaseId, State] = {}
    for event in events:
        case = CaseId(event.topic)
        states[case] = apply(states.get(case), event)
    return states


def apply(state: State | None, event: Happening) -> State:
    """Take one event of a case.

    Raises:
        RegisterDamaged: When it does not fit at all: a first event that proposes nothing, a second
            proposal, an unknown kind.
    """
    if (state is None) != (event.kind == "case.proposed") or event.kind not in CASE_KINDS:
        raise _damaged(event.topic)
    if state is None:
        return State(_facts(event), "proposed", _day(event, "on"))
    return _APPLY[event.kind](state, event)


def _facts(event: Happening) -> Facts:
    body = event.body
    since = body["public_since"]
    return Facts(
        case=CaseId(event.topic),
        subject=SubjectId.parse(_text(event, "subject")),
        list=ListId(_text(event, "list")),
        kind=_text(event, "kind"),  # type: ignore[arg-type]
        scheme=SchemeId(_text(event, "scheme")),
        version=_text(event, "version"),
        rule=_number(event, "rule"),
        records=tuple(RecordId.parse(r) for r in _texts(event, "records")),
        documents=tuple(int(d) for d in _texts(event, "documents")),
        met_on=_day(event, "met_on"),
        authority=AuthorityId(_text(event, "authority")),
        subjects=_text(event, "subjects"),
        public_since=None if since is None else _day(event, "public_since"),
        objection_days=_number(event, "objection_days"),
        lasts_months=_number(event, "lasts_months"),
        submitters=frozenset(PersonId(p) for p in _texts(event, "submitters")),
        deliveries=_texts(event, "deliveries"),
        lasts_days=int(str(body.get("lasts_days", 0))),
        ruling=_ruling(body.get("ruling")),
        grade=str(body.get("grade", "")),
        stage=str(body.get("stage", "")),
        follows=CaseId(_text(event, "follows")) if body.get("follows") else None,
        latest=_day(event, "latest") if body.get("latest") else None,
        calendar=str(body.get("calendar", "")),
    )


def _ruling(said: Json) -> Ruling | None:
    if not isinstance(said, Mapping):
        return None
    return Ruling(
        court=AuthorityId(str(said["court"])),
        docket=str(said["docket"]),
        final_on=dt.date.fromisoformat(str(said["final_on"])),
        able=said["able"] is True,
    )


def _noticed(state: State, event: Happening) -> State:
    return replace(
        state, status="noticed", content=_text(event, "content"), noticed_on=_day(event, "on")
    )


def _delivered(state: State, event: Happening) -> State:
    how: How = _text(event, "how")  # type: ignore[assignment]
    attempt = Attempt(
        how, _day(event, "delivered_on"), _text(event, "paper"), PersonId(event.actor)
    )
    state = replace(state, attempts=(*state.attempts, attempt))
    if how not in PROVEN:
        return state
    return replace(
        state,
        status="delivered",
        delivered_on=_day(event, "on"),
        object_until=_day(event, "object_until"),
        decide_until=_day(event, "decide_until"),
    )


def _waived(state: State, event: Happening) -> State:
    state = replace(
        state,
        waivers=(*state.waivers, PersonId(event.actor)),
        waiver_paper=_text(event, "paper"),
    )
    if event.body["counts"] is not True:
        return state
    return replace(state, waived_on=_day(event, "on"), decide_until=_day(event, "decide_until"))


def _objected(state: State, event: Happening) -> State:
    objection = Objection(_text(event, "objection"), _text(event, "text"), _day(event, "on"))
    return replace(
        state,
        status="delivered" if state.status in ("decided_once", "decided") else state.status,
        decisions=(),
        objections=(*state.objections, objection),
        changed=event.seq,
    )


def _answered(state: State, event: Happening) -> State:
    answered = tuple(
        replace(o, answer=_text(event, "reasons"), answered_by=PersonId(event.actor))
        if o.objection == _text(event, "objection")
        else o
        for o in state.objections
    )
    return replace(state, objections=answered, changed=event.seq)


def _opened(state: State, event: Happening) -> State:
    opening = Opening(PersonId(event.actor), event.at, _text(event, "content"), event.seq)
    return replace(state, openings=(*state.openings, opening))


def _declared(state: State, event: Happening) -> State:
    return replace(state, conflicts=state.conflicts | {PersonId(event.actor)})


def _decided(state: State, event: Happening) -> State:
    made = Decision(
        stage=_text(event, "stage"),  # type: ignore[arg-type]
        outcome=_text(event, "outcome"),  # type: ignore[arg-type]
        by=PersonId(event.actor),
        on=_day(event, "on"),
        reasons=_text(event, "reasons"),
        content=_text(event, "content"),
        objections=_texts(event, "objections"),
        seq=event.seq,
    )
    if made.stage == "review_first":
        return replace(state, reviews=(made,))
    if made.stage == "review_second":
        return replace(state, reviews=(), rounds=state.rounds + 1)
    both = (*state.decisions, made)
    if made.outcome != "list":
        return replace(state, decisions=both)
    enough = made.stage == "second" or not state.facts.adverse
    return replace(state, decisions=both, status="decided" if enough else "decided_once")


def _took_effect(state: State, event: Happening) -> State:
    effect = Days.through(_day(event, "on"), _day(event, "until"))
    return replace(state, status="in_effect", effect=effect)


def _suspended(state: State, event: Happening) -> State:
    cause: Cause = _text(event, "cause")  # type: ignore[assignment]
    causes = tuple((cause, RecordId.parse(r)) for r in _texts(event, "records"))
    review_until = _day(event, "review_until")
    if state.suspension is not None:
        causes = (*state.suspension.causes, *causes)
        kinds = (*state.suspension.kinds, cause)
        review_until = min(review_until, state.suspension.review_until)
        return replace(
            state,
            suspension=replace(
                state.suspension, causes=causes, review_until=review_until, kinds=kinds
            ),
            reviews=(),
        )
    return replace(state, suspension=Suspension(_day(event, "on"), causes, review_until, (cause,)))


def _signatures_void(state: State, event: Happening) -> State:
    """Acts that count no more; whoever has to act again opens the dossier anew."""
    lost = set(_texts(event, "answers"))
    objections = tuple(
        replace(o, answer=None, answered_by=None) if o.objection in lost else o
        for o in state.objections
    )
    state = replace(state, decisions=(), reviews=(), objections=objections, changed=event.seq)
    if event.body["waiver"] is True or event.body["delivery"] is True:
        state = replace(state, waivers=(), waiver_paper="", waived_on=None)
    if event.body["delivery"] is True:
        state = replace(state, delivered_on=None, object_until=None, decide_until=None)
    back: Status = (
        "delivered" if state.delivered_on else "noticed" if state.noticed_on else "proposed"
    )
    return replace(state, status=back)


def _shortened(state: State, event: Happening) -> State:
    if state.effect is None:
        raise _damaged(event.topic)
    return replace(state, effect=Days.through(state.effect.start, _day(event, "until")))


def _appealed(state: State, event: Happening) -> State:
    made = Appeal(
        _text(event, "appeal"),
        _text(event, "text"),
        _day(event, "on"),
        _day(event, "decide_until"),
        by=PersonId(event.actor),
    )
    return replace(state, appeals=(*state.appeals, made), changed=event.seq)


def _appeal_decided(state: State, event: Happening) -> State:
    appeals = tuple(
        replace(
            made,
            outcome=_text(event, "outcome"),  # type: ignore[arg-type]
            reasons=_text(event, "reasons"),
            decided_on=_day(event, "on"),
            decided_by=PersonId(event.actor),
            until=_day(event, "until") if "until" in event.body else None,
        )
        if made.appeal == _text(event, "appeal")
        else made
        for made in state.appeals
    )
    return replace(state, appeals=appeals)


def _repair_asked(state: State, event: Happening) -> State:
    made = RepairRequest(
        _text(event, "repair"),
        _day(event, "on"),
        _day(event, "decide_until"),
        _texts(event, "missing"),
    )
    return replace(state, repairs=(*state.repairs, made))


def _repair_decided(state: State, event: Happening) -> State:
    repairs = tuple(
        replace(
            made,
            outcome=_text(event, "outcome"),  # type: ignore[arg-type]
            reasons=_text(event, "reasons"),
            decided_on=_day(event, "on"),
            decided_by=PersonId(event.actor),
            missing=_texts(event, "missing"),
        )
        if made.repair == _text(event, "repair")
        else made
        for made in state.repairs
    )
    return replace(state, repairs=repairs)


def _resumed(state: State, _event: Happening) -> State:
    return replace(state, suspension=None)


def _over(state: State, event: Happening) -> State:
    return replace(
        state,
        status="ended" if event.kind == "case.ended" else "closed",
        over_on=_day(event, "on"),
        why=_text(event, "why"),
        suspension=None,
    )


_APPLY = {
    "case.noticed": _noticed,
    "case.delivered": _delivered,
    "case.waived": _waived,
    "case.objected": _objected,
    "case.answered": _answered,
    "case.opened": _opened,
    "conflict.declared": _declared,
    "case.decided": _decided,
    "case.took_effect": _took_effect,
    "case.suspended": _suspended,
    "case.resumed": _resumed,
    "case.signatures_void": _signatures_void,
    "case.shortened": _shortened,
    "case.appealed": _appealed,
    "case.appeal_decided": _appeal_decided,
    "case.repair_asked": _repair_asked,
    "case.repair_decided": _repair_decided,
    "case.ended": _over,
    "case.closed": _over,
}


def _text(event: Happening, name: str) -> str:
    return str(event.body[name])


def _texts(event: Happening, name: str) -> tuple[str, ...]:
    said = event.body[name]
    return tuple(str(part) for part in said) if isinstance(said, (list, tuple)) else ()


def _number(event: Happening, name: str) -> int:
    return int(str(event.body[name]))


def _day(event: Happening, name: str) -> Day:
    return dt.date.fromisoformat(str(event.body[name]))


def _damaged(case: str) -> RegisterDamaged:
    return RegisterDamaged(
        Text(
            zh=f"案件 {case} 的事件不能连成一个案件。请运行 evenhand check。",
            en=f"The events of case {case} do not make a case. Run `evenhand check`.",
        )
    )
