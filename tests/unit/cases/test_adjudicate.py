"""The door for people: signed acts over a real ledger, checked in the transaction that records them."""

from __future__ import annotations

import base64
import datetime as dt
from dataclasses import replace

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.act import act, prepare, submit
from evenhand.cases.adjudicate import Proof, Verdict
from evenhand.cases.commands import Answer, Decide, Object, TakeEffect
from evenhand.cases.desk import Desk
from evenhand.cases.dossier import dossier_of
from evenhand.cases.enrol import revoke
from evenhand.cases.hand import Hand
from evenhand.cases.passing_time import pass_time
from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import BadInput, NotLawfulNow, NotPermitted
from evenhand.kernel.ids import PersonId
from evenhand.relational.ledger import Draft, SqliteLedger
from tests.unit.cases.office import Office, ground, hand
from tests.unit.cases.town import CHINA, PAPER, REASONS, ZONE, founders, key_of


def test_a_case_from_its_ground_to_its_last_day(office: Office) -> None:
    case = office.in_effect()
    state = office.desk.state(case)
    assert state.serves_on(dt.date(2026, 3, 18))
    assert state.serves_on(dt.date(2029, 3, 17))
    assert not state.serves_on(dt.date(2029, 3, 18))
    office.later(days=3 * 366)
    (ended,) = pass_time(office.desk, office.at).events
    assert (ended.kind, ended.actor, ended.body["why"]) == ("case.ended", "system", "last_day")


def test_an_objection_that_wins(office: Office) -> None:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    objection = Object("The penalty was imposed on a company with a similar name.", PAPER)
    adjudicate.record_objection(office.desk, hand("clerk-two"), case, objection, office.at)
    reply = Answer("O-1", "You are right; the document names another company.")
    adjudicate.answer(office.desk, hand("officer-one"), case, reply, office.at)
    events = office.first(case, outcome="do_not_list")
    assert [(e.kind, e.actor) for e in events] == [
        ("case.decided", "officer-one"),
        ("case.closed", "system"),
    ]
    assert office.desk.state(case).why == "not_listed"


def test_a_second_officer_who_disagrees_closes_the_case(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.second(case, outcome="do_not_list")
    assert (office.desk.state(case).status, office.desk.state(case).why) == ("closed", "disagreed")


def test_a_waiver_of_two_clerks_ends_the_time_to_object(office: Office) -> None:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    for clerk in ("clerk-one", "clerk-two"):
        adjudicate.record_waiver(office.desk, hand(clerk), case, PAPER, office.at)
    office.first(case)
    office.second(case)
    passed = pass_time(office.desk, office.at)
    assert [e.kind for e in passed.events] == ["case.took_effect"]


def test_an_objection_after_a_waiver_voids_the_decisions(office: Office) -> None:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    for clerk in ("clerk-one", "clerk-two"):
        adjudicate.record_waiver(office.desk, hand(clerk), case, PAPER, office.at)
    office.first(case)
    office.second(case)
    late = Object("We have thought again.", PAPER)
    adjudicate.record_objection(office.desk, hand("clerk-two"), case, late, office.at)
    passed = pass_time(office.desk, office.at)
    assert passed.events == ()
    assert office.desk.state(case).status == "delivered"
    assert office.desk.state(case).decisions == ()


@pytest.mark.parametrize("how", ["bounced", "sent", "queued"])
def test_what_does_not_prove_delivery_never_counts(office: Office, how: str) -> None:
    case = office.case()
    office.notice(case)
    for _ in range(4):
        proof = Proof(how, office.desk.today(office.at), PAPER)  # type: ignore[arg-type]
        adjudicate.record_delivery(office.desk, hand("clerk-one"), case, proof, office.at)
        office.later(days=20)
    assert office.desk.state(case).status == "noticed"
    with pytest.raises(NotLawfulNow, match="no proof that the notice was delivered"):
        office.first(case)
    office.later(days=365)
    pass_time(office.desk, office.at)
    assert office.desk.state(case).why == "undelivered"


def test_a_signature_by_another_key_changes_nothing(office: Office) -> None:
    case = office.heard()
    dossier = office.open(case, "officer-one")
    office.later(minutes=3)
    head = office.ledger.head()
    forged = Hand(PersonId("officer-one"), key_of("officer-two").sign)
    with pytest.raises(NotPermitted, match="signature does not fit") as refused:
        adjudicate.decide_first(office.desk, forged, dossier, Verdict("list", REASONS), office.at)
    assert refused.value.guard == "D5-person"
    assert office.ledger.head() == head


@pytest.mark.parametrize(
    "signature", ["", "not base64 at all!", base64.b64encode(b"0" * 64).decode()]
)
def test_a_prepared_act_without_a_true_signature_is_refused(office: Office, signature: str) -> None:
    case = office.heard()
    dossier = office.open(case, "officer-one")
    office.later(minutes=3)
    command = Decide("first", "list", REASONS, dossier.content.digest(), ())
    draft = prepare(office.desk, PersonId("officer-one"), case, command, office.at)
    with pytest.raises(NotPermitted, match="signature does not fit"):
        submit(office.desk, draft, command, signature, office.at)


def test_a_signature_over_other_reasons_does_not_fit(office: Office) -> None:
    case = office.heard()
    dossier = office.open(case, "officer-one")
    office.later(minutes=3)
    said = Decide("first", "list", REASONS, dossier.content.digest(), ())
    draft = prepare(office.desk, PersonId("officer-one"), case, said, office.at)
    signature = hand("officer-one").signed(draft)
    other = replace(said, reasons="Quite another reason than the one signed.")
    with pytest.raises(NotPermitted, match="signature does not fit"):
        submit(office.desk, draft, other, signature, office.at)


def test_a_signature_made_before_the_case_changed_is_refused(office: Office) -> None:
    """An officer's signature races a colleague's conflict, in another process."""
    case = office.heard()
    dossier = office.open(case, "officer-one")
    office.later(minutes=3)
    command = Decide("first", "list", REASONS, dossier.content.digest(), ())
    draft = prepare(office.desk, PersonId("officer-one"), case, command, office.at)
    signature = hand("officer-one").signed(draft)
    assert isinstance(office.ledger, SqliteLedger)
    ledger = SqliteLedger(office.ledger.path)
    elsewhere = Desk(ledger, founders(), ZONE, CHINA)
    adjudicate.declare_conflict(
        elsewhere, hand("officer-one-again"), case, "My cousin owns it.", office.at
    )
    ledger.close()
    with pytest.raises(NotPermitted, match="declared a conflict of interest"):
        submit(office.desk, draft, command, signature, office.at)


def test_a_signed_act_cannot_be_replayed(office: Office) -> None:
    case = office.heard()
    (first,) = office.first(case)
    command = Decide("first", "list", REASONS, str(first.body["content"]), ())
    draft = Draft(first.kind, first.topic, first.actor, first.body)
    with pytest.raises(NotLawfulNow, match="waiting for the second officer"):
        submit(office.desk, draft, command, first.signature, office.at)


def test_an_earlier_clock_does_not_reopen_a_deadline(office: Office) -> None:
    case = office.heard()
    dossier = office.open(case, "officer-one")
    early = office.later(minutes=3).at
    office.later(days=31)
    office.ledger.append([], office.at)
    adjudicate.declare_conflict(
        office.desk, hand("officer-four"), case, "Only so that time is on record.", office.at
    )
    with pytest.raises(NotLawfulNow, match="time to decide against the subject ended"):
        adjudicate.decide_first(
            office.desk, hand("officer-one"), dossier, Verdict("list", REASONS), early
        )


def test_the_second_officer_reads_what_the_first_one_read(office: Office) -> None:
    case = office.heard()
    content = office.content(case)
    today = office.desk.today(office.at)
    before = canonical(dossier_of(office.desk.state(case), content, today).value())
    office.first(case)
    state = office.desk.state(case)
    assert state.decisions
    assert canonical(dossier_of(state, content, today).value()) == before


def test_a_changed_content_cannot_be_opened(office: Office) -> None:
    case = office.heard()
    changed = replace(office.content(case), name="临禾乙食品有限公司")
    with pytest.raises(NotLawfulNow, match="The content is not that of the notice"):
        adjudicate.open_dossier(office.desk, hand("officer-one"), changed, office.at)


def test_somebody_with_a_conflict_cannot_even_open_the_dossier(office: Office) -> None:
    case = office.heard()
    adjudicate.declare_conflict(office.desk, hand("officer-one"), case, "I own a share.", office.at)
    with pytest.raises(NotPermitted, match="declared a conflict"):
        office.open(case, "officer-one-again")


def test_the_auditor_and_a_reviewer_may_read(office: Office) -> None:
    case = office.heard()
    for person in ("auditor", "reviewer"):
        assert office.open(case, person).content.case == case
    with pytest.raises(NotPermitted, match="is not an officer"):
        office.open(case, "clerk-one")


def test_a_person_revoked_a_moment_ago_decides_nothing(office: Office) -> None:
    case = office.heard()
    dossier = office.open(case, "officer-one")
    office.later(minutes=3)
    revoke(office.desk, hand("steward-one"), PersonId("officer-one"), "suspended", office.at)
    with pytest.raises(NotPermitted, match="officer-one is not an officer"):
        adjudicate.decide_first(
            office.desk, hand("officer-one"), dossier, Verdict("list", REASONS), office.at
        )


def test_no_person_can_take_the_registers_turn(office: Office) -> None:
    case = office.heard()
    with pytest.raises(TypeError, match="TakeEffect is no act of a person"):
        act(office.desk, hand("officer-one"), case, TakeEffect(), office.at)


def test_an_unknown_case_is_refused(office: Office) -> None:
    with pytest.raises(BadInput, match='There is no case "C-0000000000000000"'):
        adjudicate.declare_conflict(
            office.desk, hand("officer-one"), "C-0000000000000000", "none at all", office.at
        )


def test_a_subject_can_refuse_an_entry_of_good_conduct(office: Office) -> None:
    (case,) = office.propose(ground(1, "red")).new
    with pytest.raises(NotLawfulNow, match="digest of the subject's letter is missing"):
        adjudicate.record_refusal(office.desk, hand("clerk-two"), case, "", office.at)
    (event,) = adjudicate.record_refusal(office.desk, hand("clerk-two"), case, PAPER, office.at)
    assert (event.kind, event.actor) == ("case.closed", "clerk-two")


def test_an_adverse_entry_cannot_be_refused_away(office: Office) -> None:
    case = office.in_effect()
    with pytest.raises(NotLawfulNow, match="not possible to refuse an entry of good conduct"):
        adjudicate.record_refusal(office.desk, hand("clerk-two"), case, PAPER, office.at)


def test_a_red_entry_takes_one_officer_and_no_notice(office: Office) -> None:
    (case,) = office.propose(ground(1, "red")).new
    office.first(case)
    passed = pass_time(office.desk, office.at)
    assert [e.kind for e in passed.events] == ["case.took_effect"]
    assert office.desk.state(case).effect is not None


def test_one_officer_cannot_take_a_red_entry_away(office: Office) -> None:
    (case,) = office.propose(ground(1, "red")).new
    office.first(case)
    pass_time(office.desk, office.at)
    office.review(case, "officer-one", "ends")
    assert office.desk.state(case).status == "in_effect"
    with pytest.raises(NotPermitted, match="signed the first decision already"):
        office.review(case, "officer-one-again", "ends")
    office.review(case, "officer-two", "ends")
    assert office.desk.state(case).why == "early"
