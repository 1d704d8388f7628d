"""Monitors of what a case is and how long it lasts: kinds, grounds, terms, steps (D4, D7, D8, RF-3, RF-6).

They read events and share nothing with the core; see ``monitors.py``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from evenhand.cases.monitored import History, Life
from evenhand.kernel.periods import months_after


def beginning(_history: History, life: Life) -> Iterator[str]:
    """D8: a case is proposed once, before anything else; after its end nothing happens."""
    kinds = [event.kind for event in life.events]
    if kinds.count("case.proposed") != 1 or kinds[0] != "case.proposed":
        yield f"D8 the case was not proposed once, first of all (event {life.events[0].seq})"
    over = [i for i, kind in enumerate(kinds) if kind in ("case.ended", "case.closed")]
    if over and over[0] != len(kinds) - 1:
        yield f"D7 something happened after the case was over (event {life.events[over[0] + 1].seq})"
    if kinds.count("case.took_effect") > 1:
        yield f"D8 the entry took effect twice (event {life.events[-1].seq})"
    natural = life.proposed.get("subjects") in ("resident", "sole_trader")
    if life.adverse and natural != (life.kind == "court"):
        yield f"RF-3 an adverse case is about a natural person (event {life.events[0].seq})"


def terms(history: History, life: Life) -> Iterator[str]:
    """D4, D7: the last day; nothing from before the rule was public."""
    months = int(str(life.proposed["lasts_months"]))
    days = int(str(life.proposed.get("lasts_days", 0)))
    for effect in life.all("case.took_effect"):
        day = history.day(effect)
        clocks = [str(e.body["decide_until"]) for kind in ("case.delivered", "case.waived")
                  for e in life.counting(kind, effect.seq) if "decide_until" in e.body]  # fmt: skip
        if clocks and day > dt.date.fromisoformat(min(clocks)) + dt.timedelta(days=7):
            yield f"RF-11 the entry took effect long after it was decided (event {effect.seq})"
        stop = dt.date.fromisoformat(str(effect.body["until"])) + dt.timedelta(days=1)
        last = months_after(day, months) + dt.timedelta(days)
        if stop > last or (life.adverse and stop > months_after(day, 36)):
            yield f"D4 the entry lasts longer than its rule or 36 months (event {effect.seq})"
        latest = life.proposed.get("latest")
        if latest and str(effect.body["until"]) > str(latest):
            yield f"D4 the entry outlasts its scheme, or whom it follows (event {effect.seq})"
        public = life.proposed["public_since"]
        if life.adverse and (public is None or str(public) > str(life.proposed["met_on"])):
            yield f"D4 the entry rests on what happened before its rule (event {effect.seq})"
        for later in life.all("case.resumed"):
            if history.day(later).isoformat() > life.last_day(later.seq):
                yield f"D7 an entry was resumed after its last day (event {later.seq})"


def kinds(history: History, life: Life) -> Iterator[str]:
    """RF-3, RF-6, D4: what only debtors, grades and steps need."""
    began = life.events[0]
    if life.kind == "court":
        ruling = life.proposed.get("ruling")
        said: Mapping[str, object] = ruling if isinstance(ruling, Mapping) else {}
        complete = bool(str(said.get("docket", "")).strip()) and said.get("able") is True
        if not complete or str(said.get("final_on", "9999")) > history.day(began).isoformat():
            yield f"RF-3 a debtor without a complete, final ruling (event {began.seq})"
        elif said.get("court") != life.proposed["authority"]:
            yield f"RF-3 another authority than the court decides (event {began.seq})"
        yield from _paused(life)
    if life.kind in ("grade", "stage"):
        named = life.proposed.get(life.kind)
        if not named or not life.records:
            yield f"RF-6 a case of kind {life.kind} names nothing (event {began.seq})"
    if life.kind == "stage":
        yield from _steps(history, life)


def _paused(life: Life) -> Iterator[str]:
    """A debtor's entry stands again only once plans are broken and stays lifted, and no other is left."""
    for resumed in life.all("case.resumed"):
        left: set[str] = set()
        for event in life.suspensions(resumed.seq):
            match str(event.body["cause"]):
                case "part_payment" | "stay" | "payment_plan" as pause:
                    left.add(pause)
                case "plan_broken":
                    left -= {"payment_plan", "part_payment"}
                case "stay_lifted":
                    left.discard("stay")
        if left:
            yield f"RF-3 an entry was resumed while its debtor pays (event {resumed.seq})"


def _steps(history: History, life: Life) -> Iterator[str]:
    """D4: no step without the one before, of the same subject and scheme, in effect by then."""
    number = int(str(life.proposed["rule"]))
    before = history.by_case.get(str(life.proposed.get("follows")))
    if number == 1:
        return
    taken = (
        before is not None
        and before.kind == "stage"
        and all(before.proposed[n] == life.proposed[n] for n in ("subject", "scheme"))
        and int(str(before.proposed["rule"])) == number - 1
        and bool(before.all("case.took_effect", before=life.events[0].seq))
    )
    if not taken:
        yield f"D4 a step was skipped (event {life.events[0].seq})"


def successors(history: History, life: Life) -> Iterator[str]:
    """RF-9: against a successor only what its predecessor's entry still was, and for no longer."""
    follows = life.proposed.get("follows")
    if life.kind != "black" or not follows:
        return
    began = life.events[0]
    before = history.by_case.get(str(follows))
    last = before.last_day(began.seq) if before is not None else ""
    if before is None or not last or history.day(began).isoformat() > last:
        yield f"RF-9 a successor's case follows no entry (event {began.seq})"
    elif not life.proposed.get("latest") or str(life.proposed["latest"]) > last:
        yield f"RF-9 a successor would bear more than is left (event {began.seq})"
    elif before.proposed["subject"] == life.proposed["subject"]:
        yield f"RF-9 nobody succeeds themselves (event {began.seq})"
    for name in ("allowed", "named"):
        if life.proposed.get(name) is False:
            yield f"RF-9 the successor's case was not {name} (event {began.seq})"
