"""An objection that wins: the company is heard, nobody lists it, it is told, and it stays so."""

from __future__ import annotations

import pytest

from tests.world import World, company

OBJECTION = "处罚决定所附检测报告属于另一企业。"
FOUND = "检测报告确属另一企业，异议成立，不列入名单。"


@pytest.fixture
def won(noticed: World) -> str:
    """The company objected within its time, was answered, and the first officer decided for it."""
    case = noticed.only_case()
    assert noticed.notified(case).code == 0
    noticed.later(days=5)
    assert noticed.case("object", case, "registrar", "--text", OBJECTION).code == 0
    assert noticed.case("open", case, "officer-1").code == 0
    noticed.later(minutes=5)
    assert noticed.case("answer", case, "officer-1", "O-1", "--reasons", FOUND).code == 0
    noticed.later(days=20)
    assert noticed.case("open", case, "officer-1").code == 0
    noticed.later(minutes=5)
    decided = noticed.case(
        "decide", case, "officer-1", "--outcome", "do_not_list", "--reasons", FOUND
    )
    assert decided.code == 0, decided.err
    return case


@pytest.mark.both_databases("noticed")
def test_an_objection_that_wins_closes_the_case_and_nobody_is_listed(
    noticed: World, won: str
) -> None:
    assert noticed.look() == {won: "closed"}
    assert noticed.sizes() == {}
    edition = noticed.publish()
    assert edition["entries"] == 0
    for file in noticed.register.joinpath("editions").rglob("*"):
        assert not file.is_file() or company(1).encode() not in file.read_bytes()


def test_the_company_is_told_in_both_languages_that_it_won(noticed: World, won: str) -> None:
    asked = ("case", "letter", won, *noticed.acting("auditor"))
    chinese = noticed.must("--lang", "zh", *asked).out
    english = noticed.must("--lang", "en", *asked).out
    assert FOUND in chinese
    assert FOUND in english


def test_the_same_fact_never_makes_another_case(noticed: World, won: str) -> None:
    for days in (1, 30, 200):
        noticed.later(days=days)
        assert noticed.run()["proposed"] == []
    assert noticed.look() == {won: "closed"}


def test_a_case_that_was_won_is_listed_by_nobody_afterwards(noticed: World, won: str) -> None:
    head = noticed.head()
    for person in ("officer-1", "officer-2"):
        refused = noticed.officer(won, person)
        assert refused.code == 2
        assert "closed" in refused.err
    assert noticed.head() == head
