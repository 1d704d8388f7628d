"""Monitors of hearing and reading: was the subject told, heard and answered, the dossier read (D1, D2, D6).

They read events and share nothing with the core; see ``monitors.py``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from evenhand.cases.monitored import History, Life, Seen
from evenhand.kernel.codes import resident_number_passes

_NUMBER: Final = re.compile(r"[1-9][0-9]{16}[0-9Xx]", re.ASCII)


def against(life: Life) -> tuple[str, ...]:
    """What an officer may decide that leaves the subject worse."""
    return ("list", "stands") if life.adverse else ("ends",)


def heard(history: History, life: Life) -> Iterator[str]:
    """D1, D2: delivered with proof, time to object, every objection answered and weighed."""
    if not life.adverse:
        return
    for decision in life.all("case.decided"):
        if decision.body["stage"] in ("first", "second") and decision.body["outcome"] == "list":
            yield from _time_to_object(history, life, decision)
            yield from _answers(life, decision, life.objected(before=decision.seq))
    for answer in life.all("case.answered"):
        if answer.body["objection"] not in life.objected(before=answer.seq):
            yield f"D2 an answer to no objection (event {answer.seq})"
    for effect in life.all("case.took_effect"):
        yield from _time_to_object(history, life, effect)
        for decision in life.deciding(effect):
            yield from _answers(life, decision, life.objected(before=effect.seq))


def _time_to_object(history: History, life: Life, event: Seen) -> Iterator[str]:
    proofs = [
        e
        for e in life.counting("case.delivered", before=event.seq)
        if e.body["how"] in ("acknowledged", "signed_return") and len(str(e.body["paper"])) == 64
    ]
    notices = life.all("case.noticed", before=event.seq)
    if not proofs or not notices or proofs[0].seq < notices[0].seq:
        yield f"D1 {event.kind} without proven delivery of a notice (event {event.seq})"
        return
    days = max(15, int(str(life.proposed["objection_days"])))
    ends = history.day(proofs[0]) + dt.timedelta(days=days)
    waivers = [e for e in life.counting("case.waived", before=event.seq) if e.seq > proofs[0].seq]
    papers: dict[object, set[str]] = defaultdict(set)
    for waiver in waivers:
        papers[waiver.body["paper"]].add(history.natural(waiver.actor))
    confirmed = any(len(naturals) > 1 for naturals in papers.values())
    if history.day(event) <= ends and not confirmed:
        yield f"D1 {event.kind} within the time to object (event {event.seq})"
    yield from _clocks(history, event, ends, [proofs[0], *waivers])


def _clocks(history: History, event: Seen, ends: dt.date, set_by: list[Seen]) -> Iterator[str]:
    """RF-11: the time to decide is 30 days, and a decision against a subject keeps it."""
    stated = dt.date.fromisoformat(str(set_by[0].body["object_until"]))
    # a time to object that ends on rest days is longer by these, never shorter
    if not ends <= stated <= ends + dt.timedelta(days=60):
        yield f"D1 the time to object is not what the law gives (event {set_by[0].seq})"
    decide_until = [str(e.body["decide_until"]) for e in set_by if "decide_until" in e.body]
    if dt.date.fromisoformat(decide_until[0]) > stated + dt.timedelta(days=30):
        yield f"RF-11 the authority gave itself more than 30 days (event {set_by[0].seq})"
    if event.kind == "case.decided" and history.day(event).isoformat() > min(decide_until):
        yield f"RF-11 the decision came after its time (event {event.seq})"


def _answers(life: Life, decision: Seen, objected: set[object]) -> Iterator[str]:
    answered = {e.body["objection"] for e in life.all("case.answered", before=decision.seq)}
    if objected - answered:
        yield f"D2 an objection was not answered before the decision (event {decision.seq})"
    named = decision.body["objections"]
    if set(named if isinstance(named, (list, tuple)) else ()) != objected:
        yield f"D2 the decision does not name every objection (event {decision.seq})"


def reasons(_history: History, life: Life) -> Iterator[str]:
    """RF-6: decisions and answers have reasons."""
    kinds = ("case.decided", "case.answered", "case.appeal_decided", "case.repair_decided")
    for event in (e for kind in kinds for e in life.all(kind)):
        if len("".join(str(event.body["reasons"]).split())) < 10:
            yield f"D2 {event.kind} without reasons (event {event.seq})"


def numbers(_history: History, life: Life) -> Iterator[str]:
    """RF-4: no resident's number in anything that people wrote."""
    for event in life.events:
        for name in ("text", "reasons", "why"):
            written = str(event.body.get(name, ""))
            if any(resident_number_passes(n.upper()) for n in _NUMBER.findall(written)):
                yield f"RF-4 {event.kind} holds a resident's number (event {event.seq})"


def content(history: History, life: Life) -> Iterator[str]:
    """D6: notice, dossier and decisions are about one content, read for long enough."""
    for decision in life.all("case.decided"):
        body = decision.body
        if body["outcome"] not in (*against(life), "list"):
            continue
        notices = life.all("case.noticed", before=decision.seq)
        if life.adverse and {e.body["content"] for e in notices} != {body["content"]}:
            yield f"D6 the decision is about other content than the notice (event {decision.seq})"
        natural = history.natural(decision.actor)
        changed = [e.seq for kind in ("case.objected", "case.answered")
                   for e in life.all(kind, before=decision.seq)]  # fmt: skip
        opened = [
            e
            for e in life.all("case.opened", before=decision.seq)
            if history.natural(e.actor) == natural
            and e.body["content"] == body["content"]
            and e.seq > max(changed, default=0)
        ]
        if not opened:
            yield f"D6 the officer had not opened the dossier as it stood (event {decision.seq})"
        elif body["outcome"] in against(life) and (
            decision.at - opened[0].at < dt.timedelta(minutes=3)
        ):
            yield f"T15 the officer had not read for three minutes (event {decision.seq})"
