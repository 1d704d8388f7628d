"""The invariants of cases as monitors: they read events and nothing else.

This is the specification that the core is held against, so it is written apart from it: it shares no
code with guards, transitions, folds or the procedure's numbers, and states them again. It runs over
every life that the tests make up, over the real ledger in ``evenhand check``, and before an edition
is signed. Each violation is one sentence that names the invariant, the case and the event.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from evenhand.cases.monitored import History, Life, Seen
from evenhand.cases.people import Founders
from evenhand.kernel.codes import resident_number_passes
from evenhand.kernel.periods import months_after

_SPOKEN: Final = frozenset(
    {
        "case.delivered", "case.waived", "case.objected", "case.answered", "case.opened",
        "case.decided", "conflict.declared",
    }
)  # fmt: skip
_OWN: Final = frozenset(
    {"case.proposed", "case.noticed", "case.took_effect", "case.suspended", "case.resumed"}
)
_NUMBER: Final = re.compile(r"[1-9][0-9]{16}[0-9Xx]", re.ASCII)
_AGAINST: Final = {"black": ("list", "stands"), "red": ("ends",)}


def violations(events: Iterable[Seen], founders: Founders, zone: dt.tzinfo) -> list[str]:
    """Name everything in a ledger's events that no lawful life of a case can hold.

    Args:
        events: The ledger's events in order; those that concern neither cases, people nor doubts are
            passed over.
        founders: Stewards and auditor, from the register's settings.
        zone: The register's civil time zone.
    """
    history = History.of(events, founders, zone)
    found = [f"{life.case}: {said}" for life in history.lives for said in _of_life(history, life)]
    return [*found, *_documents(history), *_days_of_people(history)]


def _of_life(history: History, life: Life) -> Iterator[str]:
    """Everything that the monitors find in one case; events without their form are one finding."""
    try:
        for monitor in _MONITORS:
            yield from monitor(history, life)
    except (KeyError, IndexError, ValueError, TypeError):
        yield f"E5 the events do not have the form of a case (event {life.events[0].seq})"


def _beginning(_history: History, life: Life) -> Iterator[str]:
    """D8: a case is proposed once, before anything else; after its end nothing happens."""
    kinds = [event.kind for event in life.events]
    if kinds.count("case.proposed") != 1 or kinds[0] != "case.proposed":
        yield f"D8 the case was not proposed once, first of all (event {life.events[0].seq})"
    over = [i for i, kind in enumerate(kinds) if kind in ("case.ended", "case.closed")]
    if over and over[0] != len(kinds) - 1:
        yield f"D7 something happened after the case was over (event {life.events[over[0] + 1].seq})"
    if kinds.count("case.took_effect") > 1:
        yield f"D8 the entry took effect twice (event {life.events[-1].seq})"
    if life.adverse and life.proposed.get("subjects") in ("resident", "sole_trader"):
        yield f"RF-3 an adverse case is about a natural person (event {life.events[0].seq})"


def _authors(history: History, life: Life) -> Iterator[str]:
    """D5, G3: what people do carries their own signature; what is not theirs is the register's."""
    for event in life.events:
        refused = event.kind in ("case.ended", "case.closed") and event.body["why"] == "refused"
        if event.kind in _SPOKEN or refused:
            if not history.signed(event):
                yield f"D5 {event.kind} lacks its author's own signature (event {event.seq})"
        elif event.actor != "system":
            yield f"D5 {event.kind} is not the register's own (event {event.seq})"
        if refused and len(str(event.body.get("paper", ""))) != 64:
            yield f"D5 an entry was refused without the subject's paper (event {event.seq})"
        if refused and life.adverse:
            yield f"D5 an adverse entry was refused away (event {event.seq})"
        if event.body["on"] != history.day(event).isoformat():
            yield f"G4 the event states another day than its own (event {event.seq})"


def _heard(history: History, life: Life) -> Iterator[str]:
    """D1, D2: delivered with proof, time to object, every objection answered and weighed."""
    if not life.adverse:
        return
    for decision in life.all("case.decided"):
        if decision.body["stage"] in ("first", "second") and decision.body["outcome"] == "list":
            yield from _time_to_object(history, life, decision)
            yield from _answers(life, decision, life.objected(before=decision.seq))
    for effect in life.all("case.took_effect"):
        yield from _time_to_object(history, life, effect)
        for decision in life.deciding(effect):
            yield from _answers(life, decision, life.objected(before=effect.seq))


def _time_to_object(history: History, life: Life, event: Seen) -> Iterator[str]:
    proofs = [
        e
        for e in life.all("case.delivered", before=event.seq)
        if e.body["how"] in ("acknowledged", "signed_return") and len(str(e.body["paper"])) == 64
    ]
    notices = life.all("case.noticed", before=event.seq)
    if not proofs or not notices or proofs[0].seq < notices[0].seq:
        yield f"D1 {event.kind} without proven delivery of a notice (event {event.seq})"
        return
    days = max(15, int(str(life.proposed["objection_days"])))
    ends = history.day(proofs[0]) + dt.timedelta(days=days)
    waivers = [e for e in life.all("case.waived", before=event.seq) if e.seq > proofs[0].seq]
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


def _reasons(_history: History, life: Life) -> Iterator[str]:
    """RF-6: decisions and answers have reasons."""
    for event in (*life.all("case.decided"), *life.all("case.answered")):
        if len("".join(str(event.body["reasons"]).split())) < 10:
            yield f"D2 {event.kind} without reasons (event {event.seq})"


def _numbers(_history: History, life: Life) -> Iterator[str]:
    """RF-4: no resident's number in anything that people wrote."""
    for event in life.events:
        for name in ("text", "reasons", "why"):
            written = str(event.body.get(name, ""))
            if any(resident_number_passes(n.upper()) for n in _NUMBER.findall(written)):
                yield f"RF-4 {event.kind} holds a resident's number (event {event.seq})"


def _people(history: History, life: Life) -> Iterator[str]:
    """D3, D9, G1, G2: who decides."""
    authority = str(life.proposed["authority"])
    for decision in life.all("case.decided"):
        if not history.in_office(decision, "officer", authority):
            yield f"D3 the decision is not by an officer in office (event {decision.seq})"
        if history.natural(decision.actor) in life.involved(history, before=decision.seq):
            yield f"D3 the decision is by somebody with a part in the case (event {decision.seq})"
    for effect in (*life.all("case.took_effect"), *life.all("case.resumed")):
        if life.adverse:
            yield from _two(history, life, effect)


def _two(history: History, life: Life, effect: Seen) -> Iterator[str]:
    deciding = life.deciding(effect)
    naturals = [history.natural(d.actor) for d in deciding]
    if len(deciding) != 2 or len(set(naturals)) != 2:
        yield f"D3 {effect.kind} without two people who agree (event {effect.seq})"
        return
    one, other = (d.actor for d in deciding)
    if naturals[0] in history.enrollers(other) or naturals[1] in history.enrollers(one):
        yield f"D3 one of the two enrolled the other (event {effect.seq})"
    involved = life.involved(history, before=effect.seq)
    if involved & set(naturals):
        yield f"D3 one of the two has a part in the case (event {effect.seq})"
    if effect.kind == "case.took_effect" and len(involved | set(naturals)) < 3:
        yield f"G1 fewer than three people brought about an entry (event {effect.seq})"
    if effect.kind == "case.resumed":
        signers = {history.natural(d.actor) for e in life.all("case.took_effect")
                   for d in life.deciding(e)}  # fmt: skip
        if signers & set(naturals):
            yield f"D9 somebody reviewed what they had signed (event {effect.seq})"


def _terms(history: History, life: Life) -> Iterator[str]:
    """D4, D7: the last day; nothing from before the rule was public."""
    months = int(str(life.proposed["lasts_months"]))
    days = int(str(life.proposed.get("lasts_days", 0)))
    for effect in life.all("case.took_effect"):
        day = history.day(effect)
        clocks = [str(e.body["decide_until"]) for e in life.events if "decide_until" in e.body]
        if clocks and day > dt.date.fromisoformat(min(clocks)) + dt.timedelta(days=7):
            yield f"RF-11 the entry took effect long after it was decided (event {effect.seq})"
        stop = dt.date.fromisoformat(str(effect.body["until"])) + dt.timedelta(days=1)
        last = months_after(day, months) + dt.timedelta(days)
        if stop > last or (life.adverse and stop > months_after(day, 36)):
            yield f"D4 the entry lasts longer than its rule or 36 months (event {effect.seq})"
        public = life.proposed["public_since"]
        if life.adverse and (public is None or str(public) > str(life.proposed["met_on"])):
            yield f"D4 the entry rests on what happened before its rule (event {effect.seq})"
        for later in life.all("case.resumed"):
            if history.day(later) >= stop:
                yield f"D7 an entry was resumed after its last day (event {later.seq})"


def _content(history: History, life: Life) -> Iterator[str]:
    """D6: notice, dossier and decisions are about one content, read for long enough."""
    for decision in life.all("case.decided"):
        body = decision.body
        if body["outcome"] not in _AGAINST[life.kind] and not (
            life.kind == "red" and body["outcome"] == "list"
        ):
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
        elif body["outcome"] in _AGAINST[life.kind] and (
            decision.at - opened[0].at < dt.timedelta(minutes=3)
        ):
            yield f"T15 the officer had not read for three minutes (event {decision.seq})"


def _doubts(history: History, life: Life) -> Iterator[str]:
    """E5, RF-16: nothing against a subject on doubtful or changed evidence."""
    against = [d for d in life.all("case.decided") if d.body["outcome"] in ("list", "stands")]
    for event in (*against, *life.all("case.took_effect"), *life.all("case.resumed")):
        if life.adverse and life.records & history.doubtful(before=event.seq):
            yield f"E5 {event.kind} on evidence in doubt (event {event.seq})"
    for resumed in life.all("case.resumed"):
        causes = {e.body["cause"] for e in life.all("case.suspended", before=resumed.seq)}
        if causes != {"doubted"}:
            yield f"E5 an entry was resumed on changed evidence (event {resumed.seq})"


def _causes(history: History, life: Life) -> Iterator[str]:
    """D10: what the register does by itself follows from people's acts or leaves nobody worse."""
    for event in life.events:
        if event.kind == "case.took_effect" and not life.deciding(event):
            yield f"D10 an entry took effect that nobody decided (event {event.seq})"
        if event.kind == "case.suspended" and not life.adverse:
            yield f"D10 good conduct was suspended by the register itself (event {event.seq})"
        if event.kind in ("case.ended", "case.closed"):
            said = str(event.body["why"])
            if not _follows(history, life, event, said):
                yield f"D10 the case is over for a reason that is not there (event {event.seq})"


def _follows(history: History, life: Life, event: Seen, why: str) -> bool:
    """Say whether the end of a case has the reason that it states."""
    if why in ("last_day", "review_overdue", "lapsed", "undelivered"):
        return _time_ran_out(history, life, event, why)
    decided = life.all("case.decided", before=event.seq)
    last = (decided[-1].body["stage"], decided[-1].body["outcome"]) if decided else ("", "")
    if why in ("not_listed", "disagreed"):
        return last == ("first" if why == "not_listed" else "second", "do_not_list")
    if why == "early":
        return len(life.deciding(event)) == 2
    if why == "evidence" and life.all("case.took_effect", before=event.seq):
        causes = {e.body["cause"] for e in life.all("case.suspended", before=event.seq)}
        return bool(causes - {"doubted"}) and last[1] == "ends"
    return why in ("evidence", "refused")


def _time_ran_out(history: History, life: Life, event: Seen, why: str) -> bool:
    day = history.day(event)
    if why == "last_day":
        effects = life.all("case.took_effect", before=event.seq)
        return bool(effects) and day.isoformat() > str(effects[0].body["until"])
    if why == "review_overdue":
        since = [history.day(e) for e in life.all("case.suspended", before=event.seq)]
        return bool(since) and day > min(since) + dt.timedelta(days=30)
    clocks = [e for e in life.events if "decide_until" in e.body]
    if clocks:
        return day.isoformat() > min(str(e.body["decide_until"]) for e in clocks)
    return day > history.day(life.events[0]) + dt.timedelta(days=90)


def _documents(history: History) -> Iterator[str]:
    """D8, RF-8: one document makes at most one adverse case, unless its evidence was changed."""
    used: dict[object, Life] = {}
    for life in history.lives:
        documents = life.proposed.get("documents")
        if not life.adverse or not isinstance(documents, (list, tuple)):
            continue
        for document in documents:
            before = used.get(document)
            if before is not None and not before.void_before(life.events[0].seq):
                yield f"{life.case}: D8 its document already made case {before.case}"
            used[document] = life


def _days_of_people(history: History) -> Iterator[str]:
    """T12: nobody decides against more than 40 subjects in a day."""
    count: dict[tuple[str, dt.date], int] = defaultdict(int)
    for life in history.lives:
        for decision in life.all("case.decided"):
            if decision.body["outcome"] in _AGAINST[life.kind]:
                count[history.natural(decision.actor), history.day(decision)] += 1
    for (natural, day), made in sorted(count.items()):
        if made > 40:
            yield f"T12 {natural} decided against {made} subjects on {day}"


_MONITORS: Final[tuple[Callable[[History, Life], Iterator[str]], ...]] = (
    _beginning,
    _authors,
    _heard,
    _reasons,
    _numbers,
    _people,
    _terms,
    _content,
    _doubts,
    _causes,
)
