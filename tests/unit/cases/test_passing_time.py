"""What time does: effect of what was signed, suspension, lapse, expiry; twice changes nothing."""

from __future__ import annotations

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.passing_time import pass_time, reconsidered
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.ids import CaseId, RecordId
from evenhand.kernel.periods import day
from evenhand.relational.ledger import Draft
from tests.unit.cases.office import Office, ground, hand

RECORD = RecordId(5001)


def doubt(office: Office, settled: bool = False) -> None:
    kind = "record.doubt_settled" if settled else "record.doubted"
    body = {"records": [str(RECORD)]}
    office.ledger.append([Draft(kind, str(RECORD), "system", body)], office.at)
    office.desk.catch_up()


def passed(office: Office, **changes: object) -> list[tuple[str, str]]:
    """What time did: kind and reason of each event."""
    done = pass_time(office.desk, office.at, **changes)  # type: ignore[arg-type]
    return [(e.kind, str(e.body.get("why", ""))) for e in done.events]


def status(office: Office, case: CaseId) -> tuple[str, str]:
    state = office.desk.state(case)
    return state.status, state.why


def test_the_same_day_twice_changes_nothing(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.second(case)
    assert passed(office) == [("case.took_effect", "")]
    head = office.ledger.head()
    assert passed(office) == []
    assert office.ledger.head() == head


def test_a_case_that_nobody_decides_closes_after_thirty_days(office: Office) -> None:
    case = office.heard()
    office.later(days=30)
    assert office.desk.today(office.at) == day("2026-04-17")
    assert passed(office) == [("case.closed", "lapsed")]
    assert status(office, case) == ("closed", "lapsed")


def test_on_the_last_day_the_authority_still_decides(office: Office) -> None:
    case = office.heard()
    office.later(days=29)
    assert office.desk.today(office.at) == day("2026-04-16") == office.desk.state(case).decide_until
    assert passed(office) == []
    office.first(case)
    office.second(case)
    office.later(days=2)
    assert passed(office) == [("case.took_effect", "")]


def test_one_decision_in_time_is_not_enough(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.later(days=30)
    assert passed(office) == [("case.closed", "lapsed")]
    with pytest.raises(NotLawfulNow, match="closed without an entry"):
        office.second(case)


def test_a_proposal_does_not_hang_over_anybody_for_ever(office: Office) -> None:
    case = office.case()
    office.later(days=90)
    assert passed(office) == []
    office.later(days=1)
    assert passed(office) == [("case.closed", "undelivered")]
    assert status(office, case) == ("closed", "undelivered")


def test_a_doubt_holds_up_what_two_officers_signed_and_time_then_closes_it(office: Office) -> None:
    """RF-16: doubt speaks for the subject."""
    case = office.heard()
    office.first(case)
    office.second(case)
    doubt(office)
    done = pass_time(office.desk, office.at)
    assert done.events == ()
    ((held, why),) = done.held_up
    assert held == case
    assert "in doubt" in why.en
    assert "有争议" in why.zh
    office.later(days=30)
    assert passed(office) == []
    office.later(days=7)
    assert passed(office) == [("case.closed", "lapsed")]


def test_a_signed_decision_is_not_sprung_on_anybody_months_later(office: Office) -> None:
    """RF-11: whatever kept the register from running, the subject does not bear it."""
    case = office.heard()
    office.first(case)
    office.second(case)
    office.later(days=37)
    done = pass_time(office.desk, office.at)
    assert [(e.kind, e.body["why"]) for e in done.events] == [("case.closed", "lapsed")]
    assert "The time to decide against the subject ended on 2026-04-23" in done.held_up[0][1].en


def test_a_doubt_that_is_settled_lets_the_signed_decision_take_effect(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.second(case)
    doubt(office)
    assert passed(office) == []
    doubt(office, settled=True)
    assert passed(office) == [("case.took_effect", "")]
    assert status(office, case)[0] == "in_effect"


def test_a_conflict_declared_after_signing_holds_the_entry_up(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.second(case)
    why = "I found out that my sister works there."
    adjudicate.declare_conflict(office.desk, hand("officer-two"), case, why, office.at)
    done = pass_time(office.desk, office.at)
    assert done.events == ()
    assert "officer-two declared a conflict" in done.held_up[0][1].en


def test_evidence_corrected_before_the_effect_closes_the_case(office: Office) -> None:
    case = office.heard()
    office.first(case)
    office.second(case)
    assert passed(office, changes={RECORD: "corrected"}) == [("case.closed", "evidence")]
    assert status(office, case) == ("closed", "evidence")


@pytest.mark.parametrize("cause", ["doubted", "corrected", "retracted", "misidentified", "settled"])
def test_changed_evidence_suspends_an_entry(office: Office, cause: str) -> None:
    case = office.in_effect()
    assert passed(office, changes={RECORD: cause}) == [("case.suspended", "")]
    state = office.desk.state(case)
    assert not state.serves_on(office.desk.today(office.at))
    assert passed(office, changes={RECORD: cause}) == []


def test_a_suspended_entry_that_nobody_reviews_ends(office: Office) -> None:
    case = office.in_effect()
    doubt(office)
    assert passed(office) == [("case.suspended", "")]
    office.later(days=31)
    assert passed(office) == [("case.ended", "review_overdue")]
    assert status(office, case) == ("ended", "review_overdue")


def test_two_new_officers_resume_an_entry_whose_doubt_was_settled(office: Office) -> None:
    case = office.in_effect()
    doubt(office)
    passed(office)
    doubt(office, settled=True)
    office.review(case, "officer-three", "stands")
    events = office.review(case, "officer-four", "stands")
    assert [e.kind for e in events] == ["case.decided", "case.resumed"]
    assert office.desk.state(case).serves_on(office.desk.today(office.at))


def test_an_open_doubt_cannot_be_reviewed_away(office: Office) -> None:
    case = office.in_effect()
    doubt(office)
    passed(office)
    with pytest.raises(NotLawfulNow, match="is in doubt, and nobody has settled it"):
        office.review(case, "officer-three", "stands")


def test_reviewers_who_disagree_leave_the_entry_suspended(office: Office) -> None:
    case = office.in_effect()
    doubt(office)
    passed(office)
    doubt(office, settled=True)
    office.review(case, "officer-three", "stands")
    (only,) = office.review(case, "officer-four", "ends")
    assert only.kind == "case.decided"
    assert office.desk.state(case).suspension is not None
    assert office.desk.state(case).rounds == 1


def test_one_officer_ends_an_entry_on_corrected_evidence(office: Office) -> None:
    case = office.in_effect()
    passed(office, changes={RECORD: "retracted"})
    events = office.review(case, "officer-one", "ends")
    assert [e.kind for e in events] == ["case.decided", "case.ended"]
    assert status(office, case) == ("ended", "evidence")


def test_no_single_officer_ends_an_undisturbed_entry(office: Office) -> None:
    case = office.in_effect()
    office.review(case, "officer-one", "ends")
    assert office.desk.state(case).serves_on(office.desk.today(office.at))
    office.review(case, "officer-two", "ends")
    assert status(office, case) == ("ended", "early")


def test_a_correction_and_what_follows_from_it_go_into_one_transaction(office: Office) -> None:
    case = office.in_effect()
    changes = {RECORD: "retracted"}
    with office.ledger.transaction(office.at) as opened:
        drafts = reconsidered(office.desk, changes, office.at)  # type: ignore[arg-type]
        opened.append([Draft("delivery.undone", "D-0", "system", {}), *drafts])
    office.desk.catch_up()
    assert office.desk.state(case).suspension is not None


def test_good_conduct_is_not_taken_away_by_the_register_itself(office: Office) -> None:
    (case,) = office.propose(ground(1, "red")).new
    office.first(case)
    passed(office)
    assert passed(office, changes={RECORD: "retracted"}) == []
    assert office.desk.state(case).serves_on(office.desk.today(office.at))
