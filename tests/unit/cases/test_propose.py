"""Grounds to cases: never twice, one document at most one adverse case, nothing untraceable."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.passing_time import pass_time
from evenhand.cases.propose import Origin, propose
from evenhand.kernel.ids import AuthorityId, DeliveryId, ListId, PersonId, RecordId, SubjectId
from evenhand.kernel.periods import day
from evenhand.schemes.scheme import InForce
from tests.unit.cases.office import DELIVERY, SCHEME, Office, ground, hand, list_rule, scheme
from tests.unit.cases.town import PAPER


def test_a_ground_opens_one_case_for_ever(office: Office) -> None:
    first = office.propose(ground(1), ground(2))
    assert (len(first.new), first.known, first.left_out) == (2, (), ())
    head = office.ledger.head()
    again = office.propose(ground(2), ground(1))
    assert (again.new, set(again.known)) == ((), set(first.new))
    assert office.ledger.head() == head


def test_the_same_ground_twice_in_one_day_opens_one_case(office: Office) -> None:
    done = office.propose(ground(1), ground(1))
    assert done.new == done.known


def test_the_order_of_grounds_does_not_matter(office: Office) -> None:
    shared = (9001,)
    grounds = [
        ground(1),
        ground(1, list=ListId("market-serious"), documents=shared, met_on=day("2026-01-19")),
        ground(2),
    ]
    rules = (*scheme().lists, list_rule(ListId("market-serious"), "black", 36))
    office.in_force = {SCHEME: InForce(scheme(lists=rules), day("2025-01-06"))}
    done = [office.propose(*order) for order in permutations(grounds)]
    assert {case for one in done for case in one.new} == set(done[0].new)
    assert len(done[0].new) == 2
    (left,) = done[0].left_out
    assert left[0] == grounds[0].case_id()  # the earlier ground of one document wins
    assert "These facts already have a case" in left[1].en


def test_case_keeps_who_decides_who_supplied_and_until_when(office: Office) -> None:
    case = office.case()
    facts = office.desk.state(case).facts
    assert facts.authority == "linhe-credit-office"
    assert facts.submitters == {"tax-clerk"}
    assert facts.deliveries == (DELIVERY,)
    assert (facts.objection_days, str(facts.lasts)) == (15, "36 months")
    assert facts.public_since == day("2025-01-06")


def test_a_list_may_say_whose_officers_decide(office: Office) -> None:
    rule = replace(scheme().lists[0], decided_by=AuthorityId("linhe-court"))
    office.in_force = {SCHEME: InForce(scheme(lists=(rule,)), day("2025-01-06"))}
    assert office.desk.state(office.case()).facts.authority == "linhe-court"


def test_everybody_who_touched_a_record_is_a_supplier(office: Office) -> None:
    made = ground(1, records=(RecordId(1), RecordId(2)))
    origins = {
        RecordId(1): (
            Origin(DELIVERY, PersonId("tax-clerk")),
            Origin(DeliveryId("D-00000000000000ff"), PersonId("clerk-two")),
        ),
        RecordId(2): (Origin(DELIVERY, PersonId("officer-three")),),
    }
    (case,) = propose(office.desk, [made], office.in_force, origins, office.at).new
    suppliers = office.desk.state(case).suppliers
    assert suppliers == {"tax-clerk", "clerk-two", "officer-three"}


def test_a_record_that_nobody_delivered_opens_no_case(office: Office) -> None:
    done = propose(office.desk, [ground(1)], office.in_force, {}, office.at)
    ((case, why),) = done.left_out
    assert case == ground(1).case_id()
    assert "nobody can say who delivered the record R-" in why.en
    assert "报送批次" in why.zh
    assert office.desk.states == {}


def test_a_document_that_led_to_an_entry_leads_to_no_other(office: Office) -> None:
    office.in_effect()
    again = ground(1, subject=SubjectId(77), records=(RecordId(99),))
    ((_, why),) = office.propose(again).left_out
    assert "These facts already have a case" in why.en


def test_a_document_whose_entry_ended_never_lists_again(office: Office) -> None:
    office.in_effect()
    office.later(days=4 * 366)
    pass_time(office.desk, office.at)
    again = ground(1, records=(RecordId(99),))
    assert office.propose(again).new == ()


def test_a_document_that_was_not_listed_is_not_tried_again(office: Office) -> None:
    case = office.heard()
    office.first(case, outcome="do_not_list")
    assert office.propose(ground(1, records=(RecordId(99),))).new == ()


def test_corrected_evidence_may_open_a_case_of_its_own(office: Office) -> None:
    office.case()
    pass_time(office.desk, office.at, {RecordId(5001): "corrected"})
    corrected = ground(1, records=(RecordId(99),))
    assert office.propose(corrected).new == (corrected.case_id(),)


def test_what_happened_before_the_rule_was_public_opens_no_case(office: Office) -> None:
    ((_, why),) = office.propose(ground(1, met_on=day("2024-12-31"))).left_out
    assert "before the rule was public on 2025-01-06" in why.en


@pytest.mark.parametrize("subjects", ["resident", "sole_trader"])
def test_no_adverse_case_about_a_natural_person(office: Office, subjects: str) -> None:
    """RF-3: a resident is listed only by a court, in a procedure of its own."""
    office.in_force = {SCHEME: InForce(scheme(subjects=subjects), day("2025-01-06"))}
    ((_, why),) = office.propose(ground(1)).left_out
    assert "no adverse case about a resident or sole trader" in why.en
    assert "居民" in why.zh


def test_a_reproduction_leads_to_no_case(office: Office) -> None:
    office.in_force = {SCHEME: InForce(scheme(kind="reproduction"), None)}
    ((_, why),) = office.propose(ground(1, "red")).left_out
    assert "no case comes of it" in why.en


def test_a_subject_is_proposed_once_for_a_red_list(office: Office) -> None:
    january = ground(1, "red", records=(), documents=(), met_on=day("2026-01-31"))
    february = ground(1, "red", records=(), documents=(), met_on=day("2026-02-28"))
    first = office.propose(january)
    assert len(first.new) == 1
    ((_, why),) = office.propose(february).left_out
    assert first.new[0] in why.en


def test_who_refused_good_conduct_is_left_alone(office: Office) -> None:
    (case,) = office.propose(ground(1, "red")).new
    adjudicate.record_refusal(office.desk, hand("clerk-two"), case, PAPER, office.at)
    assert office.propose(ground(1, "red", records=(RecordId(99),))).new == ()


def test_a_red_list_that_ended_can_be_earned_again(office: Office) -> None:
    (case,) = office.propose(ground(1, "red")).new
    office.first(case)
    pass_time(office.desk, office.at)
    office.later(days=3 * 366)
    pass_time(office.desk, office.at)
    assert office.desk.state(case).why == "last_day"
    again = ground(1, "red", records=(RecordId(99),), met_on=day("2028-12-31"))
    assert len(office.propose(again).new) == 1


def test_three_hundred_cases_are_opened_and_a_hundred_and_twenty_of_them_decided(
    office: Office,
) -> None:
    cases = office.propose(*(ground(number) for number in range(1, 301))).new
    for case in cases:
        office.notice(case)
        office.deliver(case)
    office.later(days=16)
    for number, case in enumerate(cases[:120]):
        if number % 40 == 0 and number:
            office.at = (office.at + dt.timedelta(days=1)).replace(hour=1)
        office.first(case)
        office.second(case)
    assert len(pass_time(office.desk, office.at).events) == 120
