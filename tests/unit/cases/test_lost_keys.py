"""A person's key that others may have: what it signed since counts no more, and nothing else changes."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.commands import Answer, Object
from evenhand.cases.enrol import countersign, enrol, revoke
from evenhand.cases.lost_keys import LostKey, report_lost
from evenhand.cases.passing_time import pass_time
from evenhand.kernel.errors import BadInput, NotLawfulNow, NotPermitted
from evenhand.kernel.ids import CaseId, PersonId
from evenhand.kernel.periods import Moment
from evenhand.keys.signing import PrivateKey
from evenhand.relational.ledger import Event
from tests.unit.cases.office import Office, enrolment, ground, hand
from tests.unit.cases.town import PAPER, key_of


def lost(office: Office, person: str, since: Moment, by: str = "steward-one") -> tuple[Event, ...]:
    key = LostKey(PersonId(person), key_of(person).public, since, "The laptop was stolen.")
    return report_lost(office.desk, hand(by), key, office.at)


def status(office: Office, case: CaseId) -> str:
    return office.desk.state(case).status


def test_a_case_before_its_effect_loses_the_decision_and_is_decided_again(office: Office) -> None:
    case = office.heard()
    before = office.at
    office.first(case)
    office.second(case)
    events = lost(office, "officer-one", before)
    assert [e.kind for e in events] == ["person.compromised", "case.signatures_void"]
    state = office.desk.state(case)
    assert (state.status, state.decisions) == ("delivered", ())
    office.first(case, "officer-three")
    office.second(case, "officer-four")
    pass_time(office.desk, office.at)
    assert status(office, case) == "in_effect"


def test_a_decision_signed_before_the_moment_still_counts(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.second(case)
    office.later(minutes=1)
    assert len(lost(office, "officer-one", office.at)) == 1
    assert status(office, case) == "decided"
    pass_time(office.desk, office.at)
    assert status(office, case) == "in_effect"


def test_an_entry_is_suspended_and_two_fresh_officers_may_let_it_stand(office: Office) -> None:
    case = office.heard()
    before = office.at
    office.first(case)
    office.second(case)
    pass_time(office.desk, office.at)
    office.later(days=3)
    events = lost(office, "officer-two", before)
    assert [e.kind for e in events] == ["person.compromised", "case.suspended"]
    assert events[1].body["cause"] == "compromised"
    state = office.desk.state(case)
    assert not state.serves_on(office.desk.today(office.at))
    with pytest.raises(NotPermitted):
        office.review(case, "officer-one", "stands")
    office.review(case, "officer-three", "stands")
    office.review(case, "officer-four", "stands")
    assert office.desk.state(case).serves_on(office.desk.today(office.at))


def test_an_entry_that_nobody_reviews_ends(office: Office) -> None:
    case = office.heard()
    before = office.at
    office.first(case)
    office.second(case)
    pass_time(office.desk, office.at)
    lost(office, "officer-one", before)
    office.later(days=31)
    pass_time(office.desk, office.at)
    state = office.desk.state(case)
    assert (state.status, state.why) == ("ended", "review_overdue")


def test_a_proof_of_delivery_is_lost_and_the_time_to_object_begins_again(office: Office) -> None:
    case = office.case()
    office.notice(case)
    before = office.at
    office.deliver(case)
    office.later(days=16)
    office.first(case)
    lost(office, "clerk-one", before)
    state = office.desk.state(case)
    assert (state.status, state.delivered_on, state.object_until) == ("noticed", None, None)
    with pytest.raises(NotLawfulNow):
        office.first(case, "officer-three")
    office.deliver(case, "clerk-two")
    assert office.desk.state(case).object_until > office.desk.today(office.at)  # type: ignore[operator]


def test_a_waiver_is_lost_and_the_rest_of_the_time_runs(office: Office) -> None:
    case = office.case()
    office.notice(case)
    office.deliver(case, "clerk-two")
    before = office.at
    for clerk in ("clerk-one", "clerk-two"):
        adjudicate.record_waiver(office.desk, hand(clerk), case, PAPER, office.at)
    office.first(case)
    lost(office, "clerk-one", before)
    state = office.desk.state(case)
    assert (state.status, state.waived_on, state.waivers) == ("delivered", None, ())
    with pytest.raises(NotLawfulNow, match="before it is over"):
        office.first(case, "officer-three")


def test_an_answer_is_lost_and_the_objection_is_open_again(office: Office) -> None:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    before = office.at
    adjudicate.record_objection(
        office.desk, hand("clerk-two"), case, Object("We paid.", PAPER), office.at
    )
    reply = Answer("O-1", "The payment concerns another fine.")
    adjudicate.answer(office.desk, hand("officer-four"), case, reply, office.at)
    lost(office, "officer-four", before)
    assert office.desk.state(case).open_objections == ("O-1",)


def test_what_helped_the_subject_stays(office: Office) -> None:
    case = office.heard()
    before = office.at
    office.first(case, outcome="do_not_list")
    assert len(lost(office, "officer-one", before)) == 1
    assert status(office, case) == "closed"


def test_good_conduct_in_effect_is_for_two_officers_to_end(office: Office) -> None:
    before = office.at
    (case,) = office.propose(ground(1, "red")).new
    office.first(case)
    pass_time(office.desk, office.at)
    assert status(office, case) == "in_effect"
    assert len(lost(office, "officer-one", before)) == 1
    assert office.desk.state(case).suspension is None


def test_the_key_signs_nothing_any_more(office: Office) -> None:
    case = office.heard()
    lost(office, "officer-one", office.at)
    with pytest.raises(NotPermitted):
        office.first(case, "officer-one")
    assert office.desk.people.public_key_of("officer-one", office.at) is None


def test_the_person_goes_on_with_a_new_key_after_a_new_enrolment(office: Office) -> None:
    """Rotation: revoked or lost, then enrolled again for another key, which counts seven days later."""
    fresh = PrivateKey.from_chance(b"\x09" * 32)
    revoke(office.desk, hand("steward-one"), PersonId("officer-three"), "A new key.", office.at)
    lost(office, "officer-one", office.at)
    wanted = enrolment("officer-one", key=fresh.public)
    for steward in ("steward-one", "steward-two"):
        enrol(office.desk, hand(steward), wanted, office.at)
    countersign(office.desk, hand("auditor"), wanted, office.at)
    assert office.desk.people.public_key_of("officer-one", office.at) is None
    office.later(days=8)
    assert office.desk.people.public_key_of("officer-one", office.at) == fresh.public
    old = enrolment("officer-three", key=key_of("officer-three").public)
    assert office.desk.people.public_key_of("officer-three", office.at) is None
    assert old.key != fresh.public


def test_only_a_steward_reports_and_only_what_can_be(office: Office) -> None:
    with pytest.raises(NotPermitted):
        lost(office, "officer-one", office.at, by="officer-two")
    with pytest.raises(NotPermitted):
        lost(office, "officer-one", office.at, by="auditor")
    with pytest.raises(BadInput, match="is still to come"):
        lost(office, "officer-one", office.at + dt.timedelta(minutes=1))
    other = LostKey(
        PersonId("officer-one"), key_of("officer-two").public, office.at, "The wrong key."
    )
    with pytest.raises(NotLawfulNow):
        report_lost(office.desk, hand("steward-one"), other, office.at)
    lost(office, "officer-one", office.at)
    with pytest.raises(NotLawfulNow):
        lost(office, "officer-one", office.at)


def test_an_earlier_moment_can_be_found_out_later(office: Office) -> None:
    case = office.heard()
    before = office.at
    office.first(case)
    office.second(case)
    office.later(minutes=1)
    lost(office, "officer-one", office.at)
    assert status(office, case) == "decided"
    lost(office, "officer-one", before)
    assert status(office, case) == "delivered"
