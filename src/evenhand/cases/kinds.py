"""What only some kinds of cases ask for: a court's ruling, the step before, records under a grade.

What it guards: a natural person enters an adverse list by a final ruling of a court alone, decided on
by officers of that court (RF-3); no step of an order is skipped (D4); a worse grade and a step rest on
records, never on points (RF-6). What it does not do: it finds no ground; ``pipeline`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from evenhand.cases.case import Cause, Facts, State
from evenhand.cases.commands import Context, EventBody, Reconsider
from evenhand.cases.guards import (
    D4_STAGE,
    RF3_COURT,
    RF3_PAUSED,
    RF3_RESIDENTS,
    RF3_RULING,
    RF6_RECORDS,
)
from evenhand.cases.terms import REVIEW_WITHIN
from evenhand.cases.words import CAUSE
from evenhand.kernel.canonical import Json
from evenhand.kernel.text import Text
from evenhand.rights.floor import enforces

NATURAL_SUBJECTS: Final = ("resident", "sole_trader")

PAUSES: Final[frozenset[Cause]] = frozenset({"part_payment", "stay", "payment_plan"})
"""What suspends an entry in the court's register until its last day, or until what takes it away."""

ENDS: Final[Mapping[Cause, Cause]] = {"plan_broken": "payment_plan", "stay_lifted": "stay"}
"""What takes a pause away; part payment is taken away by nothing but the plan that follows it."""

OF_THE_COURT: Final[frozenset[Cause]] = PAUSES | ENDS.keys() | {"settled"}

_MISSING: Final[Mapping[str, Text]] = {
    "ruling": Text(zh="没有裁判文书", en="there is no ruling"),
    "court": Text(zh="作出机关不是目录中的法院", en="who ruled is no court of the catalogue"),
    "docket": Text(zh="没有执行案号", en="it has no docket number"),
    "final": Text(zh="尚未生效", en="it is not final"),
    "able": Text(
        zh="没有“有能力履行而拒不履行”的认定",
        en="it does not find that the debtor can pay and refuses",
    ),
}


@enforces("RF-3", "RF-6")
def require_its_kind(facts: Facts, context: Context) -> None:
    """Require of a proposal what its kind asks for.

    Raises:
        NotLawfulNow: Naming the guard.
    """
    natural = facts.subjects in NATURAL_SUBJECTS
    if facts.kind == "court":
        RF3_RESIDENTS.require(natural, context, read=facts.subjects)
        _ruling(facts, context)
    elif facts.adverse:
        RF3_RESIDENTS.require(not natural, context, read=facts.subjects)
    if facts.kind in ("grade", "stage"):
        named = facts.grade if facts.kind == "grade" else facts.stage
        RF6_RECORDS.require(bool(facts.records) and bool(named), context, read=named or "—")
    if facts.kind == "stage":
        _after_the_step_before(facts, context)


@enforces("RF-3")
def _ruling(facts: Facts, context: Context) -> None:
    ruling = facts.ruling
    RF3_RULING.require(ruling is not None, context, read=_MISSING["ruling"])
    if ruling is None:
        return
    complete = {
        "court": ruling.court in context.courts,
        "docket": bool(ruling.docket.strip()),
        "final": ruling.final_on <= context.today,
        "able": ruling.able,
    }
    for part, holds in complete.items():
        RF3_RULING.require(holds, context, read=_MISSING[part])
    RF3_COURT.require(
        facts.authority == ruling.court, context, read=facts.authority, allowed=ruling.court
    )


def _after_the_step_before(facts: Facts, context: Context) -> None:
    """Require of a later step that the case of the one before took effect; an ended one counts."""
    if facts.rule == 1:
        return
    before = context.before
    taken = (
        before is not None
        and before.facts.case == facts.follows
        and before.facts.kind == "stage"
        and (before.facts.subject, before.facts.scheme) == (facts.subject, facts.scheme)
        and before.facts.rule == facts.rule - 1
        and before.effect is not None
    )
    D4_STAGE.require(taken, context, read=facts.stage)


@enforces("RF-3")
def court_reconsiders(state: State, command: Reconsider, context: Context) -> tuple[EventBody, ...]:
    """What follows at once when a debtor pays, or a court pauses the enforcement.

    Paid: the entry ends the same day. Part payment, a stay or a payment plan suspends it up to its last
    day. Once a plan is broken or a stay lifted, and nothing else pauses it, officers have time to review;
    without a review the entry ends.
    """
    cause, touched = command.cause, [r for r in command.records if r in state.facts.records]
    if not touched:
        return ()
    if cause == "settled":
        return (_over(state, "settled", context),)
    if state.status != "in_effect" or state.effect is None:
        return () if cause in ENDS else (_over(state, "paused", context),)
    known = [c for c, _ in state.suspension.causes] if state.suspension else []
    said = [c for c in known if c in OF_THE_COURT]
    needless = ENDS[cause] not in pausing(known) if cause in ENDS else said[-1:] == [cause]
    if needless:
        return ()
    reopens = cause in ENDS and not pausing((*known, cause))
    until = context.today + REVIEW_WITHIN if reopens else state.effect.last
    body: dict[str, Json] = {
        "on": context.today.isoformat(),
        "cause": cause,
        "records": sorted(str(r) for r in touched),
        "review_until": str(until),
    }
    return (EventBody("case.suspended", body, by_system=True),)


def pausing(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """What still pauses a debtor's entry, the last of it last, after everything that befell it, in order."""
    now: list[Cause] = []
    for cause in causes:
        over = {ENDS[cause], "part_payment"} if cause == "plan_broken" else {ENDS.get(cause), cause}
        now = [one for one in now if one not in over]
        if cause in PAUSES:
            now.append(cause)
    return tuple(now)


@enforces("RF-3")
def require_no_pause(state: State, context: Context) -> None:
    """Require of a debtor's suspended entry that shall stand that nothing pauses it any more."""
    causes = [c for c, _ in state.suspension.causes] if state.suspension else []
    still = pausing(causes)
    named = "stay" if "stay" in still else still[-1] if still else None
    RF3_PAUSED.require(not still, context, read=CAUSE[named] if named else Text(zh="—", en="—"))


def _over(state: State, why: str, context: Context) -> EventBody:
    kind = "case.ended" if state.status == "in_effect" else "case.closed"
    return EventBody(kind, {"on": context.today.isoformat(), "why": why}, by_system=True)
