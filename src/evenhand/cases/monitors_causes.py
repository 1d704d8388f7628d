"""Monitors of what the register does by itself, and of evidence that changed (D10, E5).

They read events and share nothing with the core; see ``monitors.py``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from evenhand.cases.monitored import History, Life, Seen

_PAUSES: Final = ("part_payment", "stay", "payment_plan")
_RELIEFS: Final = ("deregistered", "deceased", "milder_law")
"""Ends that help whoever is still there, for reasons that stand in other events than the case's."""


def doubts(history: History, life: Life) -> Iterator[str]:
    """E5, RF-16: nothing against a subject on doubtful or changed evidence."""
    against = [d for d in life.all("case.decided") if d.body["outcome"] in ("list", "stands")]
    for event in (*against, *life.all("case.took_effect"), *life.all("case.resumed")):
        if life.adverse and history.doubtful(life.records, before=event.seq):
            yield f"E5 {event.kind} on evidence in doubt (event {event.seq})"
    court = (*_PAUSES, "plan_broken", "stay_lifted") if life.kind == "court" else ()
    for resumed in life.all("case.resumed"):
        suspended = {str(e.body["cause"]) for e in life.suspensions(resumed.seq)}
        if not suspended or suspended - {"doubted", "compromised", *court}:
            yield f"E5 an entry was resumed on changed evidence (event {resumed.seq})"


def causes(history: History, life: Life) -> Iterator[str]:
    """D10: what the register does by itself follows from people's acts or leaves nobody worse."""
    for event in life.events:
        if event.kind == "case.took_effect" and not life.deciding(event):
            yield f"D10 an entry took effect that nobody decided (event {event.seq})"
        if event.kind == "case.suspended" and not life.adverse:
            yield f"D10 good conduct was suspended by the register itself (event {event.seq})"
        if event.kind == "case.shortened" and str(event.body["until"]) > life.last_day(event.seq):
            yield f"D10 an entry was made longer (event {event.seq})"
        if event.kind in ("case.ended", "case.closed"):
            said = str(event.body["why"])
            if not _follows(history, life, event, said):
                yield f"D10 the case is over for a reason that is not there (event {event.seq})"


def _follows(history: History, life: Life, event: Seen, why: str) -> bool:
    """Say whether the end of a case has the reason that it states."""
    if why in ("last_day", "sunset", "review_overdue", "lapsed", "undelivered"):
        return _time_ran_out(history, life, event, why)
    of_kind = {"settled": "court", "paused": "court", "better": "grade"}
    if why in of_kind:
        in_effect = life.effect is not None
        return life.kind == of_kind[why] and not (why == "paused" and in_effect)
    if why in ("appeal", "repaired"):
        kind, outcome = _BY_PEOPLE[why]
        said = life.all(kind, before=event.seq)
        return bool(said) and said[-1].body["outcome"] == outcome
    return why in _RELIEFS or _people_decided(life, event, why)


_BY_PEOPLE: Final = {
    "appeal": ("case.appeal_decided", "lifted"),
    "repaired": ("case.repair_decided", "ends"),
}


def _people_decided(life: Life, event: Seen, why: str) -> bool:
    decided = life.all("case.decided", before=event.seq)
    last = (decided[-1].body["stage"], decided[-1].body["outcome"]) if decided else ("", "")
    if why in ("not_listed", "disagreed"):
        return last == ("first" if why == "not_listed" else "second", "do_not_list")
    if why == "early":
        return len(life.deciding(event)) == 2
    if why == "evidence" and life.all("case.took_effect", before=event.seq):
        suspended = {str(e.body["cause"]) for e in life.suspensions(event.seq)}
        return bool(suspended - {"doubted"}) and last[1] == "ends"
    return why in ("evidence", "refused")


def _time_ran_out(history: History, life: Life, event: Seen, why: str) -> bool:
    """Say whether a time is over by the register's clock, or by its witness's where one saw more."""
    last, latest = life.last_day(event.seq), str(life.proposed.get("latest") or "")
    began = life.all("case.took_effect", before=event.seq)[-1:] or life.events[:1]
    day = furthest(history, began[0], event)
    if why == "last_day":
        return bool(last) and day > last
    if why == "sunset":
        return bool(latest) and day > latest and last in ("", latest)
    if why == "review_overdue":
        return any(
            furthest(history, e, event) > _reviewed_until(history, e, last)
            for e in life.suspensions(event.seq)
        )
    heard = [
        e for kind in ("case.delivered", "case.waived") for e in life.counting(kind, event.seq)
    ]
    clocks = [e for e in heard if "decide_until" in e.body]
    if clocks:
        until = min(str(e.body["decide_until"]) for e in clocks)
        return furthest(history, clocks[0], event) > until
    until = (history.day(life.events[0]) + dt.timedelta(days=90)).isoformat()
    return furthest(history, life.events[0], event) > until


def furthest(history: History, began: Seen, event: Seen) -> str:
    """The day of an event for what began with another, by whichever clock went further."""
    days, first, last, who = 0, None, None, ""
    for mark in history.others:
        if mark.kind != "witness.cosigned" or mark.seq > event.seq:
            continue
        if int(str(mark.body["checkpoint"]).split("\n")[1]) < began.seq:
            continue
        seen = dt.datetime.fromtimestamp(int(str(mark.body["seconds"])), history.zone).date()
        if first is None or last is None or mark.topic != who:
            days += (last - first).days if first and last else 0
            first, who = seen, mark.topic
        last = seen
    days += (last - first).days if first and last else 0
    witnessed = history.day(began) + dt.timedelta(days=days)
    return max(history.day(event), witnessed).isoformat()


def _reviewed_until(history: History, suspended: Seen, last: str) -> str:
    """A debtor's payment pauses the entry to its end; everything else is reviewed in 30 days."""
    if suspended.body["cause"] in _PAUSES:
        return last
    return (history.day(suspended) + dt.timedelta(days=30)).isoformat()
