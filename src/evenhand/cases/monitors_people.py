"""Monitors of people: who did it, signed by whom, and were they enough (D3, D5, D9, G1, G2, G3).

They read events and share nothing with the core; see ``monitors.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evenhand.cases.monitored import History, Life, Seen

_SPOKEN: Final = frozenset(
    {
        "case.delivered", "case.waived", "case.objected", "case.answered", "case.opened",
        "case.decided", "conflict.declared", "case.appealed", "case.appeal_decided",
        "case.repair_asked", "case.repair_decided",
    }
)  # fmt: skip


def authors(history: History, life: Life) -> Iterator[str]:
    """D5, G3: what people do carries their own signature; what is not theirs is the register's."""
    for event in life.events:
        refused = event.kind in ("case.ended", "case.closed") and event.body["why"] == "refused"
        follows = event.kind == "case.proposed" and event.actor != "system"
        if event.kind in _SPOKEN or refused or follows:
            if not history.signed(event):
                yield f"D5 {event.kind} lacks its author's own signature (event {event.seq})"
        elif event.actor != "system":
            yield f"D5 {event.kind} is not the register's own (event {event.seq})"
        if refused and len(str(event.body.get("paper", ""))) != 64:
            yield f"D5 an entry was refused without the subject's paper (event {event.seq})"
        if follows and not _of_an_officer(history, life, event):
            yield f"D5 a person opened a case that only the register opens (event {event.seq})"
        if refused and life.adverse:
            yield f"D5 an adverse entry was refused away (event {event.seq})"
        if event.body["on"] != history.day(event).isoformat():
            yield f"G4 the event states another day than its own (event {event.seq})"


def people(history: History, life: Life) -> Iterator[str]:
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
    if effect.kind == "case.resumed" and life.signers(history) & set(naturals):
        yield f"D9 somebody reviewed what they had signed (event {effect.seq})"
    if effect.kind == "case.resumed":
        settlers = history.settlers(life.records, before=effect.seq)
        if settlers & set(naturals):
            yield f"D9 somebody reviewed over a doubt that they had settled (event {effect.seq})"


def _of_an_officer(history: History, life: Life, event: Seen) -> bool:
    """Only a case against a successor is opened by a person, an officer of the authority (RF-9)."""
    authority = str(life.proposed["authority"])
    return bool(life.proposed.get("follows")) and history.in_office(event, "officer", authority)


def signatures(history: History) -> Iterator[str]:
    """G2, G3: whatever else an enrolled person did carries the signature of a key then in office.

    Residents act under the name of the subject that they are, with keys that only the register's
    vault can join to it; their signatures are checked where the vault is.
    """
    for event in history.others:
        if event.actor in ("system", "") or event.actor.startswith("S-"):
            continue
        if not history.signed(event):
            yield f"{event.topic}: G3 {event.kind} lacks its author's signature (event {event.seq})"
