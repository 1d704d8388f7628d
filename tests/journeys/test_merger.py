"""Subjects live on: a merger, a split, an end, a new name, a code issued again, a death."""

from __future__ import annotations

import csv
import datetime as dt
from typing import Any

import pytest

from evenhand.cases.act import Hand
from evenhand.cases.enrol import Enrolment, countersign, enrol
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.pipeline.founding import add_source, shipped
from evenhand.pipeline.opened import Opened
from evenhand.relational.settings import AUDITOR, STEWARDS
from tests.journeys.test_milder_rule import ALONE, in_force, next_version
from tests.world import LIST, PENALTIES, Said, World, company, key_of, penalty

MARKET = "linhe-market-bureau"
CHANGES = "linhe-market-changes"
HEAD = (
    "企业名称", "统一社会信用代码", "变更事项", "变更后名称", "承继者统一社会信用代码", "核准文号",
    "核准日期",
)  # fmt: skip
WHY = "The plant, its owners and its permits went over whole."
ENTRY = {f"linhe-compliance/{LIST}": 1}


def refused(done: Said, code: int, *words: str) -> None:
    assert (done.code, done.out) == (code, "")
    for word in words:
        assert word in done.err


@pytest.fixture
def market(published: World) -> World:
    """The town with company 1 on a list, company 5 beside it, and the market bureau's clerk."""
    key_of("market-clerk").write(published.key("market-clerk"))
    key_of("officer-3").write(published.key("officer-3"))
    with Opened(published.register) as opened:
        one, two = (Hand(s, key_of(s).sign) for s in STEWARDS)
        for person, role, authority in (
            ("market-clerk", "clerk", MARKET),
            ("officer-3", "officer", "linhe-environment-bureau"),
        ):
            wanted = Enrolment(
                PersonId(person),
                f"n-{person}",
                role,  # type: ignore[arg-type]
                AuthorityId(authority),
                key_of(person).public,
            )
            enrol(opened.desk, one, wanted, published.at)
            enrol(opened.desk, two, wanted, published.at)
            countersign(opened.desk, Hand(AUDITOR, key_of(AUDITOR).sign), wanted, published.at)
        data = shipped("sources", "linhe", "market-changes.yaml").read_bytes()
        add_source(opened, data, "market-changes.yaml", published.at, one)
    published.later(days=8)
    published.deliver(PENALTIES, penalty(5, "《水污染防治法》第八十二条"))
    return published


def change(
    town: World, what: str, number: int = 1, *, to: str = "", name: str = "", on: str = "2026-04-01"
) -> Said:
    """The market bureau delivers one change."""
    row = (
        f"临禾第{number}化工有限公司", company(number), what, name, to, f"登字〔2026〕{number}{what}号", on,
    )  # fmt: skip
    file = town.folder / "inbox" / f"change-{number}-{what}.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows((HEAD, row))
    return town.must("receive", CHANGES, file, *town.acting("market-clerk"), "--json")


def follow(town: World, case: str, to: str, person: str = "officer-3", why: str = WHY) -> Said:
    return town.say("case", "follow", case, "--to", to, "--reasons", why, *town.acting(person))


def followed(market: World) -> str:
    """A merger, and an entry against the successor in effect; its case."""
    before = market.only_case()
    change(market, "合并", to=company(5))
    assert follow(market, before, company(5)).code == 0
    (case,) = market.look().keys() - {before}
    market.later(days=1)
    market.run()
    assert market.notified(case).code == 0
    market.later(days=25)
    for person in ("officer-1", "officer-2"):
        assert market.officer(case, person).code == 0
    market.later(days=1)
    market.run()
    assert market.look()[case] == "in_effect"
    return case


def counted(town: World, subject: str) -> list[dict[str, Any]]:
    """The lines of an explanation that cost a subject points."""
    why = town.must("explain", "linhe-compliance", subject, "--json").value
    return [line for line in why["contributions"] if line["points"] < 0]


def documents(town: World, subject: str) -> set[str]:
    """The documents that cost a subject points."""
    return {line["document"] for line in counted(town, subject)}


def test_a_merger_ends_the_entry_and_nothing_follows_by_itself(market: World) -> None:
    case = market.only_case()
    change(market, "合并", to=company(5))
    assert market.look() == {case: "ended"}
    assert market.sizes() == {}
    (ended,) = market.events("case.ended")
    assert (ended.body["why"], ended.actor) == ("deregistered", "system")
    for _ in range(2):
        market.later(days=1)
        assert market.run()["proposed"] == []
    assert market.look() == {case: "ended"}
    assert market.publish()["entries"] == 0


@pytest.mark.both_databases("published")
def test_rf_9_an_officer_opens_a_case_of_its_own_and_it_takes_notice_and_two_others(
    market: World,
) -> None:
    before = market.only_case()
    (took,) = market.events("case.took_effect")
    change(market, "合并", to=company(5))
    done = follow(market, before, company(5))
    assert done.code == 0, done.err
    (case,) = market.look().keys() - {before}
    assert market.look()[case] == "proposed"
    market.later(days=1)
    market.run()
    letter = market.case("notice", case, "registrar").out
    assert "临禾第5化工有限公司" in letter
    assert "You can object within 15 days" in letter
    assert market.sizes() == {}
    assert market.notified(case).code == 0
    market.later(days=25)
    refused(market.officer(case, "officer-3"), 4, "officer-3 supplied or recorded evidence")
    for person in ("officer-1", "officer-2"):
        done = market.officer(case, person)
        assert done.code == 0, done.err
    market.later(days=1)
    market.run()
    assert market.look()[case] == "in_effect"
    assert market.sizes() == ENTRY
    effects = {e.topic: e.body["until"] for e in market.events("case.took_effect")}
    assert effects[case] == took.body["until"], "no longer than the predecessor would have had"
    refused(follow(market, before, company(5)), 2, "These facts already have a case")


def test_a_milder_rule_ends_the_entry_of_a_successor_too(market: World) -> None:
    """The newer version lists no single serious offence: whose conduct it was is asked about."""
    case = followed(market)
    serious = "        - {record: environmental_penalty, where: {severity: serious}}\n"
    in_force(market, next_version(market, (serious, ""), without=ALONE, years=2))
    (ended,) = [e for e in market.events("case.ended") if e.topic == case]
    assert (ended.body["why"], ended.body["version"]) == ("milder_law", "2026.1")
    assert market.sizes() == {}


def test_a_version_that_still_lists_the_conduct_leaves_a_successors_entry(market: World) -> None:
    case = followed(market)
    in_force(market, next_version(market, years=2))
    assert market.look()[case] == "in_effect"


def test_what_is_no_succession_is_not_followed(market: World) -> None:
    case = market.only_case()
    refused(follow(market, case, company(5)), 2, "No registration names S-")
    change(market, "分立", to=company(5))
    assert market.look() == {case: "in_effect"}, "a split ends nothing by itself"
    refused(follow(market, case, company(1)), 2, "No registration names S-")
    refused(follow(market, case, company(5), person="clerk"), 4, "clerk is not an officer")
    refused(follow(market, case, company(5), why="so"), 2, "These are no reasons")
    refused(follow(market, "C-0000000000000000", company(5)), 2, "There is no case")
    assert market.look() == {case: "in_effect"}


def test_rf_9_what_was_corrected_is_not_followed(market: World) -> None:
    case = market.only_case()
    change(market, "分立", to=company(5))
    (record,) = {line["record"] for line in counted(market, company(1))}
    asked = ("record", "correct", record, "--outcome", "retracted", "--reasons", WHY)
    assert market.say(*asked, *market.acting("officer-2")).code == 0
    assert market.suspended(case)
    assert market.officer(case, "officer-1", "ends").code == 0
    refused(follow(market, case, company(5)), 2, "has no entry that could be followed")


def test_a_company_that_is_struck_off_leaves_the_list_at_once(market: World) -> None:
    change(market, "注销")
    assert market.sizes() == {}
    assert market.look() == {market.only_case(): "ended"}
    assert market.must("check").out == "The register is whole.\n"
    late = penalty(1, document="临环罚〔2026〕51号", decided_on="2026-03-30")
    market.deliver(PENALTIES, late)
    market.later(days=1)
    assert market.run()["proposed"] == [], "what is delivered later finds nobody to answer it"


def test_a_new_name_changes_the_name_and_nothing_else(market: World) -> None:
    case = market.only_case()
    before = market.case("notice", case, "registrar").out
    change(market, "更名", name="临禾新星化工有限公司")
    assert market.look() == {case: "in_effect"}
    assert before
    assert market.case("notice", case, "registrar").out == before
    assert "65 points" in market.must("explain", "linhe-compliance", company(1)).out
    edition = market.publish()
    folder = market.folder / edition["folder"]
    text = "".join(p.read_text(encoding="utf-8") for p in folder.rglob("*.jsonl"))
    assert "临禾新星化工有限公司" in text
    assert "临禾第1化工有限公司" not in text


def test_rf_9_a_code_that_is_issued_again_leaves_the_past_with_the_old_holder(
    market: World,
) -> None:
    case = market.only_case()
    late = {"document": "临环罚〔2026〕31号", "decided_on": "2026-03-25", "amount": "1000"}
    market.deliver(PENALTIES, penalty(1, **late))
    with Opened(market.register) as opened:
        old = opened.subject_named(company(1))
    change(market, "代码重新赋予", on="2026-03-20")
    with Opened(market.register) as opened:
        new = opened.subject_named(company(1))
    assert new != old
    assert market.look()[case] == "ended"
    assert documents(market, str(old)) == {"临环罚〔2026〕1号"}
    assert documents(market, company(1)) == set(), "it counts for neither until it comes again"
    receipt = market.deliver(PENALTIES, penalty(1, **late), penalty(6))
    assert receipt["counts"]["stored"] == 2
    market.deliver(PENALTIES, penalty(1, document="临环罚〔2026〕9号", decided_on="2026-03-01"))
    assert documents(market, company(1)) == {"临环罚〔2026〕31号"}
    assert documents(market, str(old)) == {"临环罚〔2026〕1号", "临环罚〔2026〕9号"}


def test_the_day_before_and_the_day_of_a_reissue(market: World) -> None:
    change(market, "代码重新赋予", on="2026-03-20")
    for number, on in ((41, "2026-03-19"), (42, "2026-03-20")):
        row = penalty(1, document=f"临环罚〔2026〕{number}号", decided_on=on)
        market.deliver(PENALTIES, row)
    assert documents(market, company(1)) == {"临环罚〔2026〕42号"}
    assert dt.date.fromisoformat("2026-03-20") in {d for d, _ in _holders(market)}


def _holders(town: World) -> list[tuple[dt.date, object]]:
    with Opened(town.register) as opened:
        return [one for later in opened.knowledge().holders.since.values() for one in later]
