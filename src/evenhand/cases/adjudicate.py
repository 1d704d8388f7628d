"""A named officer decides, with reasons: the only door to a list.

Everything here is an act of a person with a key of their own. The daily run cannot import this
module; there is no entry for more than one case at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

from evenhand.cases.act import act
from evenhand.cases.case import How, Outcome, Stage
from evenhand.cases.commands import (
    Answer,
    Appeal,
    AskForRepair,
    Decide,
    DecideAppeal,
    DecideRepair,
    DeclareConflict,
    Object,
    Open,
    RecordDelivery,
    Refuse,
    Waive,
)
from evenhand.cases.desk import Desk
from evenhand.cases.dossier import Content, Dossier, dossier_of
from evenhand.cases.hand import Hand
from evenhand.kernel.periods import Day, Moment
from evenhand.relational.ledger import Event


@dataclass(frozen=True, slots=True)
class Proof:
    """How a notice fared: in which way, on which day, and the SHA-256 of the paper that proves it."""

    how: How
    delivered_on: Day
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an officer decides, and why."""

    outcome: Outcome
    reasons: str


def record_delivery(
    desk: Desk, hand: Hand, case: str, proof: Proof, at: Moment
) -> tuple[Event, ...]:
    """A clerk of the deciding authority records how the notice fared.

    Raises:
        NotLawfulNow: When the proof is not complete, or the case is not waiting for one.
        NotPermitted: When the person is no such clerk.
    """
    command = RecordDelivery(proof.how, proof.delivered_on, proof.paper)
    return act(desk, hand, case, command, at)


def record_waiver(desk: Desk, hand: Hand, case: str, paper: str, at: Moment) -> tuple[Event, ...]:
    """A clerk records the subject's written waiver; the second who does lets it count.

    Raises:
        NotLawfulNow: When the notice was not delivered, or the papers differ.
        NotPermitted: When the person is no such clerk.
    """
    return act(desk, hand, case, Waive(paper), at)


def record_objection(
    desk: Desk, hand: Hand, case: str, objection: Object, at: Moment
) -> tuple[Event, ...]:
    """Anybody in office records what the subject answered.

    Raises:
        NotLawfulNow: When the time to object is over.
    """
    return act(desk, hand, case, objection, at)


def record_refusal(desk: Desk, hand: Hand, case: str, paper: str, at: Moment) -> tuple[Event, ...]:
    """Anybody in office records that the subject does not want an entry of good conduct.

    Raises:
        NotLawfulNow: When the case is about anything else.
    """
    return act(desk, hand, case, Refuse(paper), at)


def answer(desk: Desk, hand: Hand, case: str, reply: Answer, at: Moment) -> tuple[Event, ...]:
    """An officer answers one objection, citing it, with reasons.

    Raises:
        NotLawfulNow: When there is no such open objection, or no reasons.
        NotPermitted: When the person is no officer of the authority, or has a conflict.
    """
    return act(desk, hand, case, reply, at)


def declare_conflict(desk: Desk, hand: Hand, case: str, why: str, at: Moment) -> tuple[Event, ...]:
    """Somebody says that a case touches their own interest; they decide nothing in it any more.

    Raises:
        NotLawfulNow: When the case is over.
    """
    return act(desk, hand, case, DeclareConflict(why), at)


def open_dossier(desk: Desk, hand: Hand, content: Content, at: Moment) -> Dossier:
    """Show an officer the dossier, and record that they saw it and when.

    The dossier holds no decision: the second officer reads what the first one read.

    Raises:
        NotLawfulNow: When the content is not that of the notice, because evidence changed, or an
            objection or an answer came in between, which this dossier lacks.
        NotPermitted: When the person is no officer of the authority, or has a conflict.
    """
    desk.catch_up()
    state = desk.state(content.case)
    shown = dossier_of(state, content, desk.today(desk.now(at)))
    seen = Open(content.digest(), shown.digest(), as_of=state.changed)
    act(desk, hand, content.case, seen, at)
    return shown


def decide_first(
    desk: Desk, hand: Hand, dossier: Dossier, verdict: Verdict, at: Moment
) -> tuple[Event, ...]:
    """The first officer decides on the dossier that they opened.

    Raises:
        NotLawfulNow: When the subject was not heard, a clock ran out, or the dossier changed.
        NotPermitted: When this person may not decide in this case, or not today any more.
    """
    return _decide(desk, hand, dossier, verdict, "first", at)


def decide_second(
    desk: Desk, hand: Hand, dossier: Dossier, verdict: Verdict, at: Moment
) -> tuple[Event, ...]:
    """The second officer decides, by their own reading; a disagreement closes the case.

    Raises:
        NotLawfulNow: When the subject was not heard, a clock ran out, or the dossier changed.
        NotPermitted: When this person may not decide in this case, or not today any more.
    """
    return _decide(desk, hand, dossier, verdict, "second", at)


def review(
    desk: Desk, hand: Hand, dossier: Dossier, verdict: Verdict, at: Moment
) -> tuple[Event, ...]:
    """An officer reviews an entry: whether a suspended one stands, or whether one ends early.

    One officer ends an entry whose evidence was corrected; everything else takes two who agree,
    and to let an entry stand two who did not sign it.

    Raises:
        NotLawfulNow: When there is nothing to review, or the evidence changed.
        NotPermitted: When this person may not decide in this case.
    """
    desk.catch_up()
    under_way = bool(desk.state(dossier.content.case).reviews)
    stage: Stage = "review_second" if under_way else "review_first"
    return _decide(desk, hand, dossier, verdict, stage, at)


def record_appeal(
    desk: Desk, hand: Hand, case: str, appeal: Appeal, at: Moment
) -> tuple[Event, ...]:
    """Anybody in office records the subject's appeal.

    Raises:
        NotLawfulNow: When there is no entry in effect, or an appeal waits for its decision.
    """
    return act(desk, hand, case, appeal, at)


def decide_appeal(
    desk: Desk, hand: Hand, case: str, decision: DecideAppeal, at: Moment
) -> tuple[Event, ...]:
    """A reviewer who had no part in the case decides its appeal.

    Raises:
        NotLawfulNow: When it is late and does not help, or the dossier was not read.
        NotPermitted: When the person is no such reviewer.
    """
    return act(desk, hand, case, decision, at)


def ask_for_repair(desk: Desk, hand: Hand, case: str, paper: str, at: Moment) -> tuple[Event, ...]:
    """Anybody in office records an application for repair.

    Raises:
        NotLawfulNow: When the rule gives no way of repair, or not yet.
    """
    return act(desk, hand, case, AskForRepair(paper), at)


def decide_repair(
    desk: Desk, hand: Hand, case: str, decision: DecideRepair, at: Moment
) -> tuple[Event, ...]:
    """An officer decides an application for repair.

    Raises:
        NotLawfulNow: When it is refused while nothing is missing, or granted while something is.
        NotPermitted: When the person is no such officer.
    """
    return act(desk, hand, case, decision, at)


def _decide(
    desk: Desk, hand: Hand, dossier: Dossier, verdict: Verdict, stage: Stage, at: Moment
) -> tuple[Event, ...]:
    command = Decide(
        stage,
        verdict.outcome,
        verdict.reasons,
        dossier.content.digest(),
        tuple(o.objection for o in dossier.objections),
    )
    return act(desk, hand, dossier.content.case, command, at)
