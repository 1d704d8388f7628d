"""A penalty is annulled: the case that rests on it closes, the entry is suspended, at once."""

from __future__ import annotations

from tests.world import ENVIRONMENT, LIST, PENALTIES, REPAIRS, World, annulment, company, penalty

ENTRY = {f"linhe-compliance/{LIST}": 1}


def test_rf_16_an_open_case_closes_when_its_evidence_is_taken_away(ready: World) -> None:
    case = ready.only_case()
    assert ready.officer(case, "officer-1").code == 0
    ready.deliver(REPAIRS, annulment(1, "2026-03-20"))
    assert ready.look() == {case: "closed"}
    late = ready.case("open", case, "officer-2")
    assert (late.code, late.out) == (2, "")
    ready.later(days=1)
    report = ready.run()
    assert (report["proposed"], report["time"]) == ([], [])


def test_rf_16_an_entry_is_suspended_with_the_delivery_that_annuls_its_evidence(
    published: World,
) -> None:
    case = published.only_case()
    assert published.sizes() == ENTRY
    published.deliver(REPAIRS, annulment(1, "2026-03-20"))
    assert published.suspended(case)
    assert published.sizes() == {}
    edition = published.publish()
    assert (edition["number"], edition["entries"]) == (2, 0)
    published.later(days=1)
    assert published.run()["time"] == []
    assert published.say("check").code == 0


def test_the_annulled_penalty_stays_in_the_explanation_and_counts_for_nothing(
    published: World,
) -> None:
    published.deliver(REPAIRS, annulment(1, "2026-03-20"))
    said = published.must("explain", "linhe-compliance", company(1)).out
    assert "80 points, level B" in said
    before, after = said.split("Records that do not count:")
    assert "临环罚〔2026〕1号" not in before
    assert "临环罚〔2026〕1号" in after


def test_rf_16_a_review_cannot_resume_an_entry_on_annulled_evidence(published: World) -> None:
    case = published.only_case()
    published.deliver(REPAIRS, annulment(1, "2026-03-20"))
    stands = published.officer(case, "officer-1", "stands")
    assert stands.code in (2, 4)
    assert published.suspended(case)
    published.later(days=31)
    published.run()
    assert published.look() == {case: "ended"}


def test_an_annulment_of_nothing_known_takes_nothing_away(published: World) -> None:
    receipt = published.deliver(REPAIRS, annulment(7, "2026-03-20"))
    assert receipt["counts"]["stored"] + receipt["counts"]["held"] == 1
    assert published.sizes() == ENTRY


def test_rf_16_a_document_with_other_content_counts_against_nobody_until_settled(
    published: World,
) -> None:
    """The same document arrives with another fine: both sides are in doubt, the entry suspended."""
    case = published.only_case()
    receipt = published.deliver(PENALTIES, penalty(1, amount="90000"))
    assert receipt["counts"]["held"] == 1
    assert published.suspended(case)
    assert published.sizes() == {}
    assert "80 points" in published.must("explain", "linhe-compliance", company(1)).out
    (item,) = published.must("held", "--json", *published.acting("auditor")).value
    assert (item["what"], item["authority"]) == ("conflict", ENVIRONMENT)
    settled = published.say(
        "held", "settle", item["item"], "refuse", "--reason", "The first decision is the one on file.",
        *published.acting("clerk"),
    )  # fmt: skip
    assert settled.code == 0, settled.err
    assert published.must("held", "--json", *published.acting("auditor")).value == []
    assert "65 points" in published.must("explain", "linhe-compliance", company(1)).out
    assert published.suspended(case), "an entry comes back by a review of two officers alone"
