"""Letters about each turn of a case: fixed order, what was true then, who decided, what can be done."""

from __future__ import annotations

import re

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.adjudicate import Proof
from evenhand.cases.commands import Answer, Object
from evenhand.cases.letter_words import APPEAL_OUTCOME, REPAIR_OUTCOME, WORDS
from evenhand.cases.letters import ABOUT, Letter, letter_about, letters_of, page_of
from evenhand.cases.passing_time import pass_time
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.ids import CaseId, RecordId
from evenhand.kernel.periods import day
from evenhand.kernel.text import LANGUAGES, Language
from evenhand.relational.events import Draft
from tests.conftest import ROOT
from tests.golden import check_golden
from tests.unit.cases.office import Office, hand
from tests.unit.cases.town import CHINA, PAPER, REASONS, happened

GOLDEN = ROOT / "tests" / "golden" / "notices"


def letters(office: Office, case: CaseId) -> dict[str, Letter]:
    """The letters of a case by their kind; the last of a kind counts."""
    written = letters_of(office.ledger.read(topic=case), office.content(case), CHINA)
    return {letter.kind: letter for letter in written}


def heard_with_an_objection(office: Office) -> CaseId:
    case = office.case()
    office.notice(case)
    office.deliver(case)
    objection = Object("We had sold the shop\n\n1. before the inspection.", PAPER)
    adjudicate.record_objection(office.desk, hand("clerk-two"), case, objection, office.at)
    reply = Answer("O-1", "The register of companies shows you as the owner on that day.")
    adjudicate.answer(office.desk, hand("officer-one"), case, reply, office.at)
    office.later(days=16)
    return case


def listed(office: Office) -> CaseId:
    case = heard_with_an_objection(office)
    office.first(case)
    office.second(case)
    pass_time(office.desk, office.at)
    return case


def suspended(office: Office) -> CaseId:
    case = listed(office)
    office.later(days=1)
    pass_time(office.desk, office.at, {RecordId(5001): "corrected"})
    return case


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["answered", "listed", "suspended", "ended"])
def test_a_life_in_letters(office: Office, kind: str, language: Language) -> None:
    case = suspended(office)
    office.later(days=1)
    office.review(case, "officer-three", "ends")
    letter = letters(office, case)[kind]
    check_golden(GOLDEN / f"letter-{kind}.{language}.txt", letter.text.said_in(language))


def test_every_letter_keeps_the_fixed_order(office: Office) -> None:
    for letter in letters(office, suspended(office)).values():
        en = re.findall(r"^(\d)\. ", letter.text.en, re.MULTILINE)
        zh = re.findall(r"^([一二三四五六七八])、", letter.text.zh, re.MULTILINE)
        assert en == list("12345678"), letter.kind
        assert zh == list("一二三四五六七八"), letter.kind


def test_a_decision_says_its_term_its_reasons_both_officers_and_until_when_to_appeal(
    office: Office,
) -> None:
    text = letters(office, listed(office))["listed"].text
    assert "takes effect on 18 March 2026 and lasts until 17 March 2029" in text.en
    assert "You can appeal for as long as" in text.en
    assert text.en.count(f'"{REASONS}"') == 2
    assert "officer-one, officer-two" in text.en
    assert "自2026年3月18日起生效，到2029年3月17日止" in text.zh
    assert "您都可以申诉，最后一日是2029年3月17日" in text.zh
    assert "officer-one、officer-two" in text.zh


def test_an_answer_goes_out_before_anything_is_decided_and_names_no_decision(
    office: Office,
) -> None:
    text = letters(office, listed(office))["answered"].text
    assert "Nothing about the entry" in text.en
    assert REASONS not in text.en


def test_whoever_is_not_listed_is_told_why(office: Office) -> None:
    case = office.heard()
    office.first(case, outcome="do_not_list")
    text = letters(office, case)["not_listed"].text
    assert "an officer decided not to list" in text.en
    assert REASONS in text.en
    assert "经办人决定不予列入" in text.zh


def test_lateness_is_said_as_the_authoritys_own(office: Office) -> None:
    case = office.heard()
    office.later(days=60)
    pass_time(office.desk, office.at)
    text = letters(office, case)["not_listed"].text
    assert "the authority did not decide in time" in text.en
    assert REASONS not in text.en


def test_a_proposal_nobody_was_told_of_ends_without_a_letter(office: Office) -> None:
    case = office.case()
    pass_time(office.desk, office.at, {RecordId(5001): "retracted"})
    assert office.desk.state(case).status == "closed"
    assert letters(office, case) == {}


def test_an_entry_that_has_effect_again_says_so_with_both_new_officers(office: Office) -> None:
    case = listed(office)
    office.later(days=1)
    office.ledger.append(
        [Draft("record.doubted", "R-1", "system", {"records": [str(RecordId(5001))], "on": "x"})],
        office.at,
    )
    pass_time(office.desk, office.at)
    office.ledger.append(
        [
            Draft(
                "record.doubt_settled",
                "R-1",
                "system",
                {"records": [str(RecordId(5001))], "on": "x"},
            )
        ],
        office.at,
    )
    for person in ("officer-three", "officer-four"):
        office.review(case, person, "stands")
    text = letters(office, case)["resumed"].text
    assert "officer-three, officer-four" in text.en
    assert "officer-one" not in text.en
    assert "恢复生效" in text.zh


APPEALS: dict[str, Json] = {
    "on": "2026-05-04",
    "appeal": "A-1",
    "reasons": "The term is longer than the act deserves.",
    "content": "",
}


@pytest.mark.parametrize("outcome", sorted(APPEAL_OUTCOME))
def test_an_appeal_is_decided_in_words(office: Office, outcome: str) -> None:
    case = listed(office)
    state, content = office.desk.state(case), office.content(case)
    body: dict[str, Json] = {**APPEALS, "outcome": outcome, "until": "2027-01-31"}
    event = happened(Draft("case.appeal_decided", case, "reviewer", body), 99, office.at)
    text = letter_about(event, ABOUT[event.kind], state, content, ())
    assert f"A-1: {APPEAL_OUTCOME[outcome].en}" in text.en
    assert APPEAL_OUTCOME[outcome].zh in text.zh
    assert "neither signed the decision nor supplied the evidence" in text.en
    assert "reviewer" in text.en
    assert "31 January 2027" in text.en


@pytest.mark.parametrize("outcome", sorted(REPAIR_OUTCOME))
def test_a_repair_is_decided_with_what_is_missing(office: Office, outcome: str) -> None:
    case = listed(office)
    state, content = office.desk.state(case), office.content(case)
    missing: list[Json] = ["penalty_performed"] if outcome == "refused" else []
    body: dict[str, Json] = {**APPEALS, "repair": "P-1", "outcome": outcome, "missing": missing}
    event = happened(Draft("case.repair_decided", case, "officer-one", body), 99, office.at)
    text = letter_about(event, ABOUT[event.kind], state, content, ())
    assert REPAIR_OUTCOME[outcome].en in text.en
    assert ("Still missing: penalty_performed." in text.en) is (outcome == "refused")
    assert ("还缺：penalty_performed。" in text.zh) is (outcome == "refused")


@pytest.mark.parametrize("why", ["appeal", "repaired"])
def test_an_end_that_people_decided_is_not_called_the_rules_own(office: Office, why: str) -> None:
    case = listed(office)
    state, content = office.desk.state(case), office.content(case)
    body: dict[str, Json] = {"on": "2026-05-04", "why": why}
    event = happened(Draft("case.ended", case, "system", body), 99, office.at)
    text = letter_about(event, "ended", state, content, ())
    assert "Nobody decided this" not in text.en
    assert "It follows from a decision of Linhe credit office" in text.en
    assert "没有人作出决定" not in text.zh


def test_every_letter_about_an_event_has_words() -> None:
    assert set(WORDS) | {"proposed"} == set(ABOUT.values())


@pytest.mark.parametrize("word", ["score", "point", "rating", "blacklist", "dishonest", "penalise"])
def test_no_letter_speaks_of_points_or_of_character(office: Office, word: str) -> None:
    for letter in letters(office, suspended(office)).values():
        assert word not in letter.text.en.lower()
        assert not re.search("得分|分数|积分|黑名单|失信人|！", letter.text.zh)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_somebody_typed_cannot_make_a_section_of_its_own(
    office: Office, language: Language
) -> None:
    letter = letters(office, listed(office))["listed"]
    page = letter.page(language)
    assert len(page.sections) == 8
    assert page.text() == letter.text.said_in(language)
    said = [line.text for line in page.sections[3].lines]
    assert any("We had sold the shop 1. before the inspection." in line for line in said)


def test_a_letter_read_as_a_page_says_the_same(office: Office) -> None:
    for letter in letters(office, suspended(office)).values():
        for language in LANGUAGES:
            text = letter.text.said_in(language)
            assert page_of(text, language).text() == text


@pytest.mark.parametrize("how", ["bounced", "sent", "queued"])
def test_a_year_of_letters_that_did_not_arrive_lists_nobody(office: Office, how: str) -> None:
    """T17: an address that is dead proves nothing; the case closes in the subject's favour."""
    case = office.case()
    office.notice(case)
    for _ in range(52):
        office.later(days=7)
        proof = Proof(how, office.desk.today(office.at))  # type: ignore[arg-type]
        if office.desk.state(case).status == "closed":
            with pytest.raises(NotLawfulNow):
                adjudicate.record_delivery(office.desk, hand("clerk-one"), case, proof, office.at)
        else:
            adjudicate.record_delivery(office.desk, hand("clerk-one"), case, proof, office.at)
            state = office.desk.state(case)
            assert state.delivered_on is None
            assert state.object_until is None
            assert state.status == "noticed"
        pass_time(office.desk, office.at)
    state = office.desk.state(case)
    assert (state.status, state.why) == ("closed", "undelivered")
    assert {a.how for a in state.attempts} == {how}
    assert not any(state.serves_on(day("2026-03-02").replace(year=y)) for y in (2026, 2027, 2028))
    assert "the notice was not delivered in time" in letters(office, case)["not_listed"].text.en


@pytest.mark.parametrize("how", ["acknowledged", "signed_return"])
def test_each_proof_sets_the_time_to_object_running(office: Office, how: str) -> None:
    case = office.case()
    office.notice(case)
    proof = Proof(how, office.desk.today(office.at), PAPER)  # type: ignore[arg-type]
    adjudicate.record_delivery(office.desk, hand("clerk-one"), case, proof, office.at)
    state = office.desk.state(case)
    assert state.status == "delivered"
    assert state.object_until == day("2026-03-17")


def test_proof_without_its_paper_proves_nothing(office: Office) -> None:
    case = office.case()
    office.notice(case)
    proof = Proof("acknowledged", office.desk.today(office.at))
    with pytest.raises(NotLawfulNow, match="lacks the digest of the paper"):
        adjudicate.record_delivery(office.desk, hand("clerk-one"), case, proof, office.at)
