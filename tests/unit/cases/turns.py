"""Bad turns: for each guard a life up to the turn that the guard refuses, and that turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from evenhand.cases.case import State
from evenhand.cases.commands import (
    Answer,
    DeclareConflict,
    Expire,
    Lapse,
    Notify,
    Object,
    Open,
    Propose,
    Reconsider,
    RecordDelivery,
    Refuse,
    Waive,
)
from evenhand.kernel.codes import resident_check_character
from tests.unit.cases.town import CONTENT, PAPER, STAFF, Town, facts

OTHER = "f" * 64
RESIDENT_NUMBER = "99999919900307781" + resident_check_character("99999919900307781")


@dataclass(frozen=True)
class Turn:
    """One refused turn: how to get there, the turn, and words of the refusal."""

    before: Callable[[Town], object]
    turn: Callable[[Town], object]
    says: str


def heard(town: Town) -> Town:
    return town.until("heard")


def heard_objection(town: Town) -> Town:
    town.until("delivered")
    town.say("clerk-two", Object("The fine was paid by mistake.", PAPER))
    return town.later(days=16)


def answered(town: Town) -> Town:
    heard_objection(town)
    town.say("officer-one", Answer("O-1", "The payment concerns another document."))
    return town


def suspended(town: Town) -> Town:
    town.until("in_effect").later(days=10)
    record = town.state.facts.records[0]
    town.doubt(record)
    town.run(Reconsider("doubted", (record,)))
    town.doubt(record, settled=True)
    return town


def settled_by(person: str, town: Town) -> Town:
    """An entry that was suspended over a doubt, which somebody then settled."""
    suspended(town)
    town.doubt(town.state.facts.records[0])
    town.doubt(town.state.facts.records[0], settled=True, by=person)
    return town


def corrected(town: Town) -> Town:
    town.until("in_effect").later(days=10)
    town.run(Reconsider("corrected", town.state.facts.records))
    return town


def forty_decided(town: Town) -> Town:
    """Forty cases decided once by officer-one on one day, and one more opened."""
    for number in range(1, 42):
        town.propose(number).notice().deliver()
    town.later(days=16)
    for number in range(1, 41):
        town.case = facts(number).case
        town.first()
    town.case = facts(41).case
    return town.open("officer-one").later(minutes=3)


def doubtful(town: Town) -> Town:
    heard(town)
    town.doubt(town.state.facts.records[0])
    return town


def conflict(town: Town) -> Town:
    heard(town)
    town.open("officer-one").later(minutes=3)
    town.say("officer-one", DeclareConflict("My brother works there."))
    return town


def opened(town: Town) -> Town:
    return heard(town).open("officer-one").later(minutes=3)


def other_content(town: Town) -> object:
    town.say("officer-one", Open(OTHER, OTHER))
    town.later(minutes=3)
    return town.say("officer-one", town.decision("first", "list", content=OTHER))


def review(town: Town, person: str, stage: str, outcome: str = "stands") -> Town:
    return town.sign(person, stage, outcome)


def again(town: Town) -> Town:
    """Propose another case on the same document, as the daily run would."""
    made = facts(2, documents=facts(1).documents)
    known = next((s for s in states(town) if set(s.facts.documents) & set(made.documents)), None)
    town.case = made.case
    town.run(Propose(made), known_case=known.facts.case if known else None)
    return town


def states(town: Town) -> list[State]:
    return list(town.states.values())


def second_account(town: Town, clerk: str) -> Town:
    """Let a clerk try to decide under an officer's account of their own."""
    natural, _, authority = STAFF[clerk]
    tenure = town.people.last_tenure("officer-four")
    assert tenure is not None
    town.people = replace(
        town.people,
        tenures={
            **town.people.tenures,
            tenure.person: (replace(tenure, natural=natural, authority=authority),),
        },
    )
    return town.first("officer-four")


BAD: Final[Mapping[str, Turn]] = {
    "order": Turn(
        lambda t: heard(t).first(outcome="do_not_list"),
        lambda t: t.open("officer-two"),
        'is "closed without an entry"',
    ),
    "D1-delivered": Turn(
        lambda t: t.until("noticed").open("officer-one").later(days=40),
        lambda t: t.say("officer-one", t.decision("first", "list")),
        "no proof that the notice was delivered",
    ),
    "D1-proof": Turn(
        lambda t: t.until("noticed"),
        lambda t: t.say("clerk-one", RecordDelivery("acknowledged", t.today, "seen by the porter")),
        "lacks the digest of the paper",
    ),
    "D1-window": Turn(
        lambda t: t.until("delivered").later(days=15),
        lambda t: t.first(),
        "The subject can object until 2026-03-17",
    ),
    "D1-waiver": Turn(
        lambda t: t.until("delivered").say("clerk-one", Waive(PAPER)),
        lambda t: t.say("clerk-one", Waive(PAPER)),
        "another person has to confirm it",
    ),
    "D1-days": Turn(
        lambda t: None,
        lambda t: t.propose(objection_days=5),
        "The time to object is 5 days; it cannot be below 15",
    ),
    "D2-answered": Turn(
        heard_objection,
        lambda t: t.first(),
        "Objection O-1 has not been answered",
    ),
    "D2-named": Turn(
        lambda t: answered(t).open("officer-one").later(minutes=3),
        lambda t: t.say("officer-one", t.decision("first", "list", objections=())),
        "The case has: O-1; the decision names: —",
    ),
    "D2-which": Turn(
        answered,
        lambda t: t.say("officer-one", Answer("O-2", "There is nothing to answer here.")),
        'no open objection "O-2"',
    ),
    "D2-late": Turn(
        heard,
        lambda t: t.say("clerk-two", Object("We did not do it.", PAPER)),
        "The time to object ended on 2026-03-17",
    ),
    "D2-reasons": Turn(
        opened,
        lambda t: t.say("officer-one", t.decision("first", "list", reasons="yes.  ok.")),
        'These are no reasons: "yes.  ok."',
    ),
    "D3-office": Turn(
        heard,
        lambda t: t.first("tax-officer"),
        "tax-officer is not an officer of linhe-credit-office",
    ),
    "D3-two": Turn(
        lambda t: t.until("decided_once"),
        lambda t: t.second("officer-one-again"),
        "officer-one-again signed the first decision already",
    ),
    "D3-supplied": Turn(
        heard,
        lambda t: t.first("clerk-as-officer"),
        "clerk-as-officer supplied or recorded evidence",
    ),
    "D3-conflict": Turn(
        conflict,
        lambda t: t.say("officer-one", t.decision("first", "list")),
        "officer-one declared a conflict of interest",
    ),
    "D4-term": Turn(
        lambda t: None,
        lambda t: t.propose(lasts_months=48),
        "The term is 48 months; it is at most 36 months",
    ),
    "D4-public": Turn(
        lambda t: None,
        lambda t: t.propose(public_since=dt.date(2026, 2, 1)),
        "It happened on 2026-01-20, before the rule was public on 2026-02-01",
    ),
    "D5-person": Turn(
        opened,
        lambda t: t.say("officer-one", t.decision("first", "list"), signed=False),
        "the signature does not fit",
    ),
    "D5-paper": Turn(
        lambda t: t.propose(kind="red"),
        lambda t: t.say("clerk-two", Refuse("by telephone")),
        "The digest of the subject's letter is missing",
    ),
    "D6-content": Turn(
        heard,
        other_content,
        "The content is not that of the notice",
    ),
    "D8-once": Turn(
        lambda t: t.until("in_effect"),
        again,
        "These facts already have a case",
    ),
    "D9-fresh": Turn(
        suspended,
        lambda t: review(
            review(t, "officer-three", "review_first"), "officer-one", "review_second"
        ),
        "officer-one signed the decision or settled a doubt",
    ),
    "E5-doubt": Turn(
        doubtful,
        lambda t: t.first(),
        "is in doubt, and nobody has settled it",
    ),
    "E5-changed": Turn(
        corrected,
        lambda t: review(
            review(t, "officer-three", "review_first"), "officer-four", "review_second"
        ),
        "was corrected or withdrawn; the entry cannot be resumed",
    ),
    "G1-due": Turn(
        heard,
        lambda t: t.run(Lapse()),
        "It is not possible to close the case for lateness before 2026-04-17",
    ),
    "G1-cap": Turn(
        forty_decided,
        lambda t: t.say("officer-one", t.decision("first", "list")),
        "officer-one has signed 40 decisions to list today",
    ),
    "G1-opened": Turn(
        heard,
        lambda t: t.say("officer-one", t.decision("first", "list")),
        "officer-one has not opened the dossier",
    ),
    "G1-reading": Turn(
        lambda t: heard(t).open("officer-one").later(minutes=2),
        lambda t: t.say("officer-one", t.decision("first", "list")),
        "The dossier was opened 120 seconds ago; reading takes at least 180",
    ),
    "RF-3-residents": Turn(
        lambda t: None,
        lambda t: t.propose(subjects="sole_trader"),
        'The subject is a "sole_trader"',
    ),
    "RF-4-text": Turn(
        opened,
        lambda t: t.say(
            "officer-one",
            t.decision("first", "list", reasons=f"The owner {RESIDENT_NUMBER} did it himself."),
        ),
        "The text holds a resident's number",
    ),
    "RF-11-clock": Turn(
        lambda t: heard(t).later(days=31),
        lambda t: t.first(),
        "The time to decide against the subject ended on 2026-04-16",
    ),
}
"""Every guard of a common case; to D3-enrolled no lawful enrolment leads, see ``turns_of_enrolment``."""

MORE: Final[tuple[tuple[str, Turn], ...]] = (
    (
        "D9-fresh",
        Turn(
            lambda t: settled_by("officer-three", t),
            lambda t: review(t, "officer-three", "review_first"),
            "officer-three signed the decision or settled a doubt about its evidence",
        ),
    ),
    (
        "D1-proof",
        Turn(
            lambda t: t.until("noticed"),
            lambda t: t.say(
                "clerk-one",
                RecordDelivery("signed_return", t.today - dt.timedelta(days=1), PAPER),
            ),
            "lies before the notice or after today",
        ),
    ),
    (
        "D1-waiver",
        Turn(
            lambda t: t.until("delivered").say("clerk-one", Waive(PAPER)),
            lambda t: t.say("clerk-two", Waive(OTHER)),
            "the two clerks recorded different papers",
        ),
    ),
    (
        "D1-waiver",
        Turn(
            lambda t: t.until("delivered"),
            lambda t: t.say("clerk-one", Waive("by telephone")),
            "lacks the digest of the paper",
        ),
    ),
    (
        "order",
        Turn(
            lambda t: t.until("noticed"),
            lambda t: t.say("clerk-one", Waive(PAPER)),
            "it is not possible to record a waiver",
        ),
    ),
    (
        "D3-office",
        Turn(
            lambda t: t.until("delivered"),
            lambda t: t.say("officer-one", Waive(PAPER)),
            "officer-one is not a clerk of linhe-credit-office",
        ),
    ),
    (
        "D3-office",
        Turn(
            lambda t: heard(t).revoke("officer-one"),
            lambda t: t.first(),
            "officer-one is not an officer",
        ),
    ),
    (
        "D3-office",
        Turn(
            heard,
            lambda t: t.first("clerk-one"),
            "clerk-one is not an officer",
        ),
    ),
    (
        "D3-supplied",
        Turn(
            lambda t: (t.until("noticed"), t.deliver("clerk-two"), t.later(days=16)),
            lambda t: second_account(t, "clerk-two"),
            "supplied or recorded evidence",
        ),
    ),
    (
        "D6-content",
        Turn(
            heard,
            lambda t: t.open("officer-one", OTHER),
            "The content is not that of the notice",
        ),
    ),
    (
        "G1-opened",
        Turn(
            lambda t: (
                t.until("delivered"),
                t.open("officer-one"),
                t.say("clerk-two", Object("We paid.", PAPER)),
                t.say("officer-two", Answer("O-1", "The payment came after the decision.")),
                t.later(days=16),
            ),
            lambda t: t.say("officer-one", t.decision("first", "list")),
            "or it has changed since",
        ),
    ),
    (
        "order",
        Turn(
            heard,
            lambda t: t.run(Notify(CONTENT)),
            "it is not possible to make the notice",
        ),
    ),
    (
        "order",
        Turn(
            lambda t: t.until("in_effect"),
            lambda t: t.say("clerk-one", Object("We did not do it.", PAPER)),
            'is "in effect"',
        ),
    ),
    (
        "G1-due",
        Turn(
            lambda t: t.until("in_effect").later(days=300),
            lambda t: t.run(Expire()),
            "before 2029-03-18",
        ),
    ),
    (
        "RF-11-clock",
        Turn(
            lambda t: suspended(t).later(days=31),
            lambda t: review(t, "officer-three", "review_first"),
            "The time to decide against the subject ended on",
        ),
    ),
    (
        "order",
        Turn(
            heard,
            lambda t: t.say("officer-one", t.decision("first", "stands")),
            "it is not possible to decide",
        ),
    ),
    (
        "order",
        Turn(
            lambda t: t.until("in_effect"),
            lambda t: review(t, "officer-three", "review_first"),
            "it is not possible to decide",
        ),
    ),
)
"""More ways to be refused by the same guards."""
