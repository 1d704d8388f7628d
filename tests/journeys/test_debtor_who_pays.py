"""A resident who owes: entered by two judges on a ruling, told first, gone the day they pay (RF-3)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tests.world import (
    CONSENTS,
    DEBTORS,
    DONATIONS,
    REASONS,
    ZONE,
    World,
    consent,
    donation,
    founded_once,
    resident,
    write_workbook,
)

WHO = ("身份证号码", "执行案号")
SHEETS = {
    "认定": (*WHO, "裁判生效日期", "有能力履行而拒不履行", "认定日期"),
    "清偿": (*WHO, "清偿日期"),
    "部分履行": (*WHO, "履行金额（元）", "履行日期"),
    "暂缓执行": (*WHO, "暂缓执行日期"),
    "分期履行": (*WHO, "准许日期"),
    "分期中断": (*WHO, "中断日期"),
    "恢复执行": (*WHO, "恢复执行日期"),
    "撤销": (*WHO, "撤销日期"),
}
REGISTER = "judgment-debtors"


def docket(number: int) -> str:
    return f"（2026）临执{number}号"


def deliver(town: World, sheet: str, *rows: Sequence[object]) -> dict[str, Any]:
    """The court delivers one sheet; the receipt."""
    path = town.folder / "inbox" / f"{sheet}-{town.at.timestamp():.0f}.xlsx"
    write_workbook(path, sheet, (SHEETS[sheet], *rows))
    by = town.acting("court-clerk")
    receipt: dict[str, Any] = town.must("receive", DEBTORS, path, *by, "--json").value
    return receipt


def finding(number: int, able: str = "是", final: str = "2026-01-10") -> Sequence[object]:
    return (resident(number), docket(number), final, able, "2026-02-10")


def today(town: World) -> str:
    return town.at.astimezone(ZONE).date().isoformat()


def serve(town: World, case: str) -> None:
    paper = town.folder / "inbox" / "return.txt"
    paper.write_text("signed", encoding="utf-8")
    how = ("--how", "signed_return", "--on", today(town), "--paper", paper)
    done = town.case("deliver", case, "court-registrar", *how)
    assert done.code == 0, done.err


def state(town: World, case: str) -> str:
    return town.look()[case]


def why(town: World, case: str) -> str:
    (event,) = [e for e in town.events("case.ended", "case.closed") if e.topic == case]
    assert str(event.body["on"]) == today(town)
    return str(event.body["why"])


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with one debtor, who was told today."""
    made = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("told"))
    deliver(made, "认定", finding(1))
    made.run()
    serve(made, made.only_case())
    return made


@pytest.fixture
def told(told_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    return told_once.copy(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def listed_once(told_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    made = told_once.copy(tmp_path_factory.mktemp("listed"))
    made.later(days=25)
    for judge in ("judge-1", "judge-2"):
        done = made.officer(made.only_case(), judge)
        assert done.code == 0, done.err
    made.later(days=1)
    made.run()
    assert state(made, made.only_case()) == "in_effect"
    return made


@pytest.fixture
def listed(listed_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with one debtor in the court's register."""
    return listed_once.copy(tmp_path_factory.mktemp("town"))


@pytest.mark.both_databases("listed")
def test_a_debtor_who_pays_is_gone_the_same_day_and_no_run_was_needed(listed: World) -> None:
    case = listed.only_case()
    listed.later(days=9)
    receipt = deliver(listed, "清偿", (resident(1), docket(1), today(listed)))
    assert receipt["counts"]["processed"] == 1
    assert state(listed, case) == "ended"
    assert why(listed, case) == "settled"
    listed.later(days=1)
    assert listed.run()["proposed"] == []
    assert listed.must("check").out == "The register is whole.\n"


def test_the_letter_names_the_ruling_and_the_ledger_does_not(told: World) -> None:
    letter = told.must("case", "notice", told.only_case(), *told.acting("auditor")).out
    assert "Notice of a proposed entry in a register of debtors" in letter
    assert docket(1) in letter
    assert "On the day on which the debt is paid in full, the entry ends." in letter
    assert "它" not in letter
    (event,) = told.events("case.proposed")
    assert event.body["ruling"]["able"] is True  # type: ignore[index, call-overload]
    kept = json.dumps([dict(e.body) for e in told.events()], ensure_ascii=False)
    assert docket(1) not in kept
    assert resident(1) not in kept + letter


def test_a_debtor_who_pays_before_the_decision_is_never_entered(told: World) -> None:
    deliver(told, "清偿", (resident(1), docket(1), today(told)))
    assert state(told, told.only_case()) == "closed"
    assert why(told, told.only_case()) == "settled"


def test_nothing_of_a_debtor_is_published_or_shown(listed: World) -> None:
    done = listed.say("list", "show", REGISTER)
    assert done.code == 2
    assert "RF-3" in done.err
    assert "never published" in done.err
    assert "不公布" in listed.say("--lang", "zh", "list", "show", REGISTER).err
    sizes = listed.must("list", "sizes", "--json").value
    assert sizes[REGISTER] == "<5"
    edition = listed.publish()
    assert edition["entries"] == 0
    case = listed.only_case()
    for file in (listed.register / "editions").rglob("*"):
        if file.is_file():
            text = file.read_bytes()
            for hidden in (case, "E" + case[1:], REGISTER, docket(1), "debtor_finding"):
                assert hidden.encode() not in text, (file, hidden)


@pytest.mark.parametrize(
    ("sheet", "more"), [("部分履行", ("100",)), ("暂缓执行", ()), ("分期履行", ())]
)
def test_part_payment_stay_and_plan_suspend_at_once(
    listed: World, sheet: str, more: tuple[str, ...]
) -> None:
    case = listed.only_case()
    deliver(listed, sheet, (resident(1), docket(1), *more, today(listed)))
    assert listed.suspended(case)
    listed.later(days=400)
    listed.run()
    assert listed.suspended(case)
    assert state(listed, case) == "in_effect"


@pytest.mark.both_databases("listed")
def test_a_broken_plan_lets_two_fresh_judges_let_it_stand(listed: World) -> None:
    case = listed.only_case()
    deliver(listed, "分期履行", (resident(1), docket(1), today(listed)))
    stands = ("--outcome", "stands", "--reasons", REASONS)
    opened = listed.case("open", case, "judge-3")
    assert opened.code == 0, opened.err
    listed.later(minutes=5)
    early = listed.case("decide", case, "judge-3", *stands)
    assert (early.code, "is being paid by a plan" in early.err) == (2, True)
    listed.later(days=30)
    deliver(listed, "分期中断", (resident(1), docket(1), today(listed)))
    assert listed.officer(case, "judge-1", "stands").code == 4  # who decided reviews nothing
    for judge in ("judge-3", "judge-4"):
        done = listed.officer(case, judge, "stands")
        assert done.code == 0, done.err
    assert not listed.suspended(case)
    listed.later(days=1)
    listed.run()
    assert not listed.suspended(case)


def test_a_broken_plan_that_nobody_reviews_ends_the_entry(listed: World) -> None:
    case = listed.only_case()
    deliver(listed, "分期履行", (resident(1), docket(1), today(listed)))
    listed.later(days=30)
    deliver(listed, "分期中断", (resident(1), docket(1), today(listed)))
    listed.later(days=31)
    listed.run()
    assert why(listed, case) == "review_overdue"


def test_a_lifted_stay_lets_two_fresh_judges_let_it_stand(listed: World) -> None:
    case = listed.only_case()
    deliver(listed, "暂缓执行", (resident(1), docket(1), today(listed)))
    early = listed.officer(case, "judge-3", "stands")
    assert (early.code, "is stayed" in early.err) == (2, True)
    listed.later(days=60)
    deliver(listed, "恢复执行", (resident(1), docket(1), today(listed)))
    for judge in ("judge-3", "judge-4"):
        assert listed.suspended(case)
        done = listed.officer(case, judge, "stands")
        assert done.code == 0, done.err
    assert not listed.suspended(case)
    assert listed.must("audit").code == 0


def test_a_finding_whose_stay_was_lifted_opens_a_case_and_one_that_is_stayed_none(
    town: World,
) -> None:
    deliver(town, "认定", finding(3))
    deliver(town, "暂缓执行", (resident(3), docket(3), "2026-02-20"))
    assert town.run()["proposed"] == []
    town.later(days=1)
    deliver(town, "恢复执行", (resident(3), docket(3), today(town)))
    assert len(town.run()["proposed"]) == 1


def test_an_entry_ends_after_three_years_by_itself(listed: World) -> None:
    case = listed.only_case()
    listed.later(days=3 * 366)
    assert listed.must("list", "sizes", "--json").value[REGISTER] == 0
    listed.run()
    assert why(listed, case) == "last_day"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (finding(2, able="否"), "does not find that the debtor can pay and refuses"),
        (finding(2, final="2026-03-01"), ""),
    ],
)
def test_rf_3_an_incomplete_ruling_proposes_nobody(
    town: World, row: Sequence[object], words: str
) -> None:
    deliver(town, "认定", row)
    report = town.run()
    assert len(report["proposed"]) == (0 if words else 1)
    left = report["left_out_why"]
    assert [words in one for one in left] == ([True] if words else [])


def test_a_finding_with_a_plan_opens_no_case(town: World) -> None:
    deliver(town, "认定", finding(3))
    deliver(town, "分期履行", (resident(3), docket(3), "2026-02-20"))
    assert town.run()["proposed"] == []


def test_only_judges_of_the_court_decide(told: World) -> None:
    told.later(days=25)
    done = told.officer(told.only_case(), "officer-1")
    assert done.code == 4
    assert "officer of linhe-court" in done.err
    assert told.officer(told.only_case(), "court-clerk").code == 4


def test_rf_1_leaving_a_scheme_erases_no_ruling(listed: World) -> None:
    """A debtor cannot get out of the court's register by joining a scheme and leaving it."""
    listed.deliver(CONSENTS, consent(1, on="2026-03-20"))
    listed.deliver(DONATIONS, donation(1))
    listed.later(days=1)
    listed.deliver(CONSENTS, consent(1, "退出", on=today(listed)))
    listed.run()
    case = listed.only_case()
    assert state(listed, case) == "in_effect"
    listed.must("case", "notice", case, *listed.acting("auditor"))
    with_types = _types(listed)
    assert "debtor_finding" in with_types
    assert "blood_donation_certificate" not in with_types


def _types(town: World) -> set[str]:
    from evenhand.kernel.ids import SubjectId
    from evenhand.pipeline.opened import Opened
    from evenhand.relational.facts import records_about

    with Opened(town.register) as opened:
        about = records_about(
            opened.register.evidence,
            opened.knowledge().segments,
            [SubjectId.parse(town.subject(1))],
        )
    return {str(facts.type) for facts in about}
