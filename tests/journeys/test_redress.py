"""What happens to a company's entry after it took effect: appealed, missed, repaired; through the doors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import HEADS, LIST, REASONS, REPAIRS, Row, Said, World, annulment, write_workbook


def letter(town: World) -> Path:
    paper = town.folder / "inbox" / "letter.txt"
    paper.write_text("signed by the company", encoding="utf-8")
    return paper


def refused(done: Said, code: int, *words: str) -> None:
    assert (done.code, done.out) == (code, "")
    for word in words:
        assert word in done.err


def appeal(town: World) -> Said:
    said = ("--text", "工厂当时已转让。", "--paper", letter(town))
    return town.case("appeal", town.only_case(), "registrar", *said)


def decide(town: World, outcome: str, person: str = "reviewer", *more: object) -> Said:
    asked = ("--outcome", outcome, "--reasons", REASONS, *more)
    return town.case("decide-appeal", town.only_case(), person, *asked)


def mended(town: World, sheet: str, row: Row) -> None:
    """Deliver a workbook of the credit office: performed, or rectified."""
    path = town.folder / "inbox" / f"{sheet}.xlsx"
    write_workbook(path, sheet, (HEADS[REPAIRS], row))
    town.must("receive", REPAIRS, path, *town.acting("credit-clerk"))


@pytest.mark.both_databases("published")
def test_an_appeal_that_the_authority_misses_ends_the_effect_with_no_job(published: World) -> None:
    assert appeal(published).code == 0
    published.later(days=30)
    assert published.sizes() == {f"linhe-compliance/{LIST}": 1}
    published.later(days=1)
    assert published.sizes() == {}
    assert published.publish()["entries"] == 0
    assert published.events("case.suspended") == []
    refused(decide(published, "upheld"), 2, "now the entry can only be lifted or shortened")
    published.run()
    (event,) = published.events("case.suspended")
    assert event.body["cause"] == "appeal_overdue"
    assert decide(published, "lifted").code == 0
    assert published.look() == {published.only_case(): "ended"}


@pytest.mark.both_databases("published")
def test_an_appeal_that_wins_ends_it_at_once_and_the_same_fact_never_lists_again(
    published: World,
) -> None:
    assert appeal(published).code == 0
    refused(decide(published, "lifted", "officer-1"), 4, "officer-1 is not a reviewer")
    assert decide(published, "lifted").code == 0
    assert published.look() == {published.only_case(): "ended"}
    assert published.sizes() == {}
    published.later(days=1)
    assert published.run()["proposed"] == []


def test_a_reviewer_reads_before_a_decision_stands(published: World) -> None:
    case = published.only_case()
    assert appeal(published).code == 0
    refused(decide(published, "upheld"), 2, "has not opened the dossier")
    waiting = published.must("case", "list", "--mine", "--json", *published.acting("reviewer"))
    assert [(w["case"], w["waits_for"]) for w in waiting.value] == [(case, "decide_appeal")]
    dossier = published.case("open", case, "reviewer", "--lang", "en")
    assert dossier.code == 0, dossier.err
    assert "A-1" in dossier.out
    published.later(minutes=4)
    assert decide(published, "upheld").code == 0
    assert published.sizes() == {f"linhe-compliance/{LIST}": 1}


def test_an_appeal_can_only_shorten(published: World) -> None:
    assert appeal(published).code == 0
    refused(decide(published, "shortened"), 2, "cannot be the new last day")
    longer = ("--until", "2031-01-01")
    refused(decide(published, "shortened", "reviewer", *longer), 2, "before the present one")
    assert decide(published, "shortened", "reviewer", "--until", "2026-12-31").code == 0
    told = ("case", "letter", published.only_case(), *published.acting("auditor"))
    assert "31 December 2026" in published.must("--lang", "en", *told).out
    assert "2026年12月31日" in published.must("--lang", "zh", *told).out
    published.later(days=300)
    assert published.sizes() == {}


@pytest.mark.both_databases("ready")
def test_a_second_officer_who_disagrees_closes_the_case(ready: World) -> None:
    case = ready.only_case()
    assert ready.officer(case, "officer-1").code == 0
    assert ready.officer(case, "officer-2", "do_not_list").code == 0
    assert ready.look() == {case: "closed"}
    assert ready.sizes() == {}


@pytest.mark.both_databases("published")
def test_a_company_that_mended_is_repaired_after_a_year_and_not_before(published: World) -> None:
    case = published.only_case()
    asking = ("--paper", letter(published))
    refused(published.case("repair", case, "registrar", *asking), 2, "Repair can be asked for from")
    published.later(days=370)
    assert published.case("repair", case, "registrar", *asking).code == 0
    ends = ("--outcome", "ends", "--reasons", REASONS)
    refused(
        published.case("decide-repair", case, "officer-1", *ends),
        2,
        "penalty_performed, rectification_confirmed",
    )
    mended(published, "履行完毕", annulment(1, "2026-06-01"))
    mended(published, "整改完成", annulment(1, "2026-06-01"))
    refuse = ("--outcome", "refused", "--reasons", REASONS)
    refused(published.case("decide-repair", case, "officer-1", *refuse), 2, "cannot be refused")
    done = published.case("decide-repair", case, "officer-1", *ends)
    assert done.code == 0, done.err
    assert published.look() == {case: "ended"}
    assert published.sizes() == {}
