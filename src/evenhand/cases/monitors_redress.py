"""Monitors of redress: appeal to somebody new, repair, a shorter entry (D9, D10, RF-11, RF-12).

They read events and share nothing with the core; see ``monitors.py``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from evenhand.cases.monitored import History, Life, Seen
from evenhand.cases.monitors_causes import furthest

_TERM = dt.timedelta(days=30)


def appeals(history: History, life: Life) -> Iterator[str]:
    """D9: within its time, by somebody who had no part in it; late, it can only help."""
    asked = {e.body["appeal"]: e for e in life.all("case.appealed")}
    for made in asked.values():
        yield from _asked(history, life, made)
        yield from _beside(life, made, "appeal")
    decided = life.all("case.appeal_decided")
    for decision in decided:
        appeal = asked.get(decision.body["appeal"])
        again = any(
            d.body["appeal"] == decision.body["appeal"] for d in decided if d is not decision
        )
        if appeal is None or appeal.seq > decision.seq or again:
            yield f"D9 a decision on no open appeal (event {decision.seq})"
            continue
        yield from _reviewer(history, life, decision)
        if history.natural(appeal.actor) == history.natural(decision.actor):
            yield f"D9 who recorded the appeal decided it (event {decision.seq})"
        late = history.day(decision).isoformat() > str(appeal.body["decide_until"])
        if late and decision.body["outcome"] not in ("lifted", "shortened"):
            yield f"D9 a late decision did not help the subject (event {decision.seq})"
    for resumed in life.all("case.resumed"):
        for appeal in asked.values():
            open_then = not any(
                d.body["appeal"] == appeal.body["appeal"] and d.seq < resumed.seq for d in decided
            )
            overdue = history.day(resumed).isoformat() > str(appeal.body["decide_until"])
            if open_then and overdue and appeal.seq < resumed.seq:
                yield f"D9 an entry was resumed over an overdue appeal (event {resumed.seq})"


def _asked(history: History, life: Life, asked: Seen) -> Iterator[str]:
    if not life.all("case.took_effect", before=asked.seq):
        yield f"D9 {asked.kind} where there is no entry (event {asked.seq})"
    if dt.date.fromisoformat(str(asked.body["decide_until"])) > history.day(asked) + _TERM:
        yield f"RF-11 the authority gave itself more than 30 days (event {asked.seq})"


def _beside(life: Life, made: Seen, name: str) -> Iterator[str]:
    """One at a time, so that one clock runs against the authority and one answer is owed."""
    asked = life.all("case.appealed" if name == "appeal" else "case.repair_asked", made.seq)
    decided = {e.body[name] for e in life.all(f"case.{name}_decided", made.seq)}
    if any(e.body[name] not in decided for e in asked):
        yield f"D9 {made.kind} beside an open one (event {made.seq})"


def _reviewer(history: History, life: Life, decision: Seen) -> Iterator[str]:
    authority = str(life.proposed["authority"])
    if not history.in_office(decision, "reviewer", authority):
        yield f"D9 the appeal was not decided by a reviewer in office (event {decision.seq})"
    natural = history.natural(decision.actor)
    signers = life.signers(history)
    answered = {history.natural(e.actor) for e in life.all("case.answered", decision.seq)}
    if natural in signers | answered | life.involved(history, decision.seq):
        yield f"D9 the appeal was decided by somebody with a part in the case (event {decision.seq})"
    if history.enrollers(decision.actor) & signers:
        yield f"D9 a signer enrolled who decided the appeal (event {decision.seq})"


def repairs(history: History, life: Life) -> Iterator[str]:
    """RF-12: asked by somebody enrolled, decided by an officer; what is complete is not refused."""
    asked = {e.body["repair"]: e for e in life.all("case.repair_asked")}
    for made in asked.values():
        yield from _asked(history, life, made)
        yield from _beside(life, made, "repair")
        first, effect = made.body.get("first", ""), life.effect
        if first is None or (effect and str(first) > furthest(history, effect, made)):
            yield f"RF-12 a repair was asked for that its rule does not give (event {made.seq})"
    for decision in life.all("case.repair_decided"):
        request = asked.get(decision.body["repair"])
        if request is None or request.seq > decision.seq:
            yield f"RF-12 a decision on no repair that was asked (event {decision.seq})"
        if not history.in_office(decision, "officer", str(life.proposed["authority"])):
            yield f"D3 the repair was not decided by an officer in office (event {decision.seq})"
        if decision.body["outcome"] == "ends" and decision.body.get("missing"):
            yield f"RF-12 a repair ended an entry although something is missing (event {decision.seq})"
        if decision.body["outcome"] == "refused" and not decision.body.get("missing"):
            yield f"RF-12 a repair was refused although nothing is missing (event {decision.seq})"


def shortened(_history: History, life: Life) -> Iterator[str]:
    """D9: an appeal that shortens an entry is what the reviewer signed."""
    for event in life.all("case.shortened"):
        if event.body["why"] != "appeal":
            continue
        said = life.all("case.appeal_decided", before=event.seq)
        if not said or said[-1].body["outcome"] != "shortened":
            yield f"D9 an entry was shortened by no appeal (event {event.seq})"
        elif str(said[-1].body["until"]) != str(event.body["until"]):
            yield f"D9 an entry was shortened otherwise than decided (event {event.seq})"
