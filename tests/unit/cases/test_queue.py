"""The officer's queue: what waits for whom, sorted by the legal deadline; and the auditor's flags."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.commands import Answer, Object
from evenhand.cases.flags import AGREED_AT_LEAST, always_agree, same_words
from evenhand.cases.passing_time import pass_time
from evenhand.cases.queue import TURN, Waiting, cases_of, mine, queue
from evenhand.kernel.ids import CaseId, PersonId, RecordId
from tests.unit.cases.office import Office, ground, hand
from tests.unit.cases.town import PAPER, REASONS, Town


def waiting(office: Office) -> tuple[Waiting, ...]:
    return queue(office.desk.states.values(), office.desk.today(office.at))


def turns(office: Office, person: str) -> list[tuple[CaseId, str]]:
    theirs = mine(waiting(office), office.desk, PersonId(person), office.at)
    return [(w.case, w.turn) for w in theirs]


def test_a_case_goes_from_hand_to_hand(office: Office) -> None:
    case = office.case()
    said = [waiting(office)[0].turn]
    office.notice(case)
    said.append(waiting(office)[0].turn)
    assert turns(office, "clerk-one") == [(case, "deliver")]
    office.deliver(case)
    said.append(waiting(office)[0].turn)
    office.later(days=16)
    said.append(waiting(office)[0].turn)
    assert turns(office, "officer-one") == [(case, "decide_first")]
    office.first(case)
    said.append(waiting(office)[0].turn)
    assert turns(office, "officer-two") == [(case, "decide_second")]
    office.second(case)
    said.append(waiting(office)[0].turn)
    pass_time(office.desk, office.at)
    assert said == ["notify", "deliver", "hear", "decide_first", "decide_second", "take_effect"]
    assert waiting(office) == ()
    later = {"answer", "review", "decide_appeal", "decide_repair"}
    assert set(said) | later == set(TURN)


@pytest.mark.parametrize(
    "person",
    ["officer-one", "officer-one-again", "clerk-as-officer", "tax-officer", "clerk-one", "auditor"],
)
def test_nobody_is_offered_a_second_decision_that_they_may_not_take(
    office: Office, person: str
) -> None:
    office.first(office.heard())
    assert turns(office, person) == []


def test_an_objection_waits_for_an_answer(office: Office) -> None:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    objection = Object("We paid at once.", PAPER)
    adjudicate.record_objection(office.desk, hand("clerk-two"), case, objection, office.at)
    assert turns(office, "officer-one") == [(case, "answer")]
    adjudicate.declare_conflict(office.desk, hand("officer-one"), case, "My own shop.", office.at)
    assert turns(office, "officer-one-again") == []


def test_a_suspended_entry_waits_for_somebody_who_did_not_sign(office: Office) -> None:
    case = office.in_effect()
    pass_time(office.desk, office.at, {RecordId(5001): "doubted"})
    assert turns(office, "officer-three") == [(case, "review")]
    assert turns(office, "officer-one") == []


def test_the_earliest_deadline_comes_first(office: Office) -> None:
    late = office.case(1)
    office.later(days=3)
    early = office.case(2)
    office.notice(early)
    office.deliver(early)
    assert [w.case for w in waiting(office)] == [early, late]
    today = office.desk.today(office.at)
    due = queue(office.desk.states.values(), today, today + dt.timedelta(days=20))
    assert [(w.case, w.days_left(today)) for w in due] == [(early, 15)]


def test_cases_as_they_were_known_at_a_moment(office: Office) -> None:
    case = office.case()
    before = office.at
    office.later(days=1)
    office.notice(case)
    assert cases_of(office.ledger, before)[case].status == "proposed"
    assert cases_of(office.ledger)[case].status == "noticed"
    assert cases_of(office.ledger) == office.desk.states


def test_the_same_answer_in_many_cases_is_flagged(office: Office) -> None:
    cases = office.propose(*(ground(number) for number in range(1, 8))).new
    for case in cases:
        office.notice(case)
        office.deliver(case)
        objection = Object("We paid.", PAPER)
        adjudicate.record_objection(office.desk, hand("clerk-two"), case, objection, office.at)
        if case != cases[-1]:
            reply = Answer("O-1", REASONS)
            adjudicate.answer(office.desk, hand("officer-one"), case, reply, office.at)
    (flag,) = same_words(office.desk.states.values())
    assert flag.kind.code == "W-CASE-01"
    assert "stand in 6 cases" in flag.sentence("en")
    some = [office.desk.state(case) for case in cases[:5]]
    assert same_words(some) == ()


def test_a_pair_that_never_disagrees_is_flagged() -> None:
    agreed = Town().until("decided").state
    many = [agreed] * AGREED_AT_LEAST
    (flag,) = always_agree(many)
    assert flag.kind.code == "W-CASE-03"
    assert flag.sentence("en") == (
        "officer-one and officer-two decided 200 cases together and never once disagreed."
    )
    assert always_agree(many[1:]) == ()
    town = Town().until("decided_once").second(outcome="do_not_list")
    assert always_agree([*many, town.state]) == ()
