"""Steps that cannot be skipped: from worksheets of penalties to a case for each step, one after the other.

The scheme, its numbers and its three steps are made up; the record type of steps is that of the catalogue.
"""

from __future__ import annotations

import csv
from typing import Any

import pytest

from evenhand.cases.act import Hand
from evenhand.cases.enrol import Enrolment, countersign, enrol
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.pipeline.opened import Opened
from evenhand.relational.settings import AUDITOR, STEWARDS
from tests.journeys.test_grade_case import case_of, fined
from tests.world import (
    MINOR,
    PENALTIES,
    REASONS,
    ZONE,
    Said,
    World,
    company,
    founded_once,
    key_of,
    penalty,
)

SCHEME = "town-steps"
MARKET = "linhe-market-bureau"
STEPS = "linhe-market-steps"
PEOPLE = {
    "market-clerk": "clerk",
    "market-registrar": "clerk",
    "market-officer-1": "officer",
    "market-officer-2": "officer",
}
SOURCE = """source: linhe-market-steps
title: {zh: 监管措施, en: Steps of supervision}
authority: linhe-market-bureau
subjects: organisations
cadence: {every: 1 month, grace: 10 days}
constants:
  legal_basis: {zh: 《小城监管办法》第三条, en: "Town rules of supervision, Art. 3"}
expects: {rows: {at_least: 1, at_most: 100}}
record: supervision_step
layouts:
  - version: steps
    columns:
      - {field: name, spellings: [企业名称], required: true}
      - {field: uscc, role: identifier, scheme: uscc, spellings: [统一社会信用代码], required: true}
      - {field: document, spellings: [文书号], required: true}
      - {field: step, spellings: [措施], required: true, codes: {提醒: reminded, 警告: warned, 停业: closed}}
      - {field: decided_on, spellings: [采取日期], required: true}
made_up: {zh: 数据源为测试所拟。, en: The source is made up for a test.}
"""
TEXT = """
scheme: town-steps
title: {zh: 小城分步监管, en: Town steps of supervision}
version: "2026.1"
authority: linhe-market-bureau
jurisdiction: CN-LINHE
domain: compliance
legal_basis: [{title: {zh: 小城监管办法, en: Town rules of supervision}, article: "1"}]
subjects: enterprise
participation: by_law
published: 2026-03-10
in_force: {from: 2026-04-15, until: 2029-12-31}
score: {base: 100, floor: 0, ceiling: 100}
factors:
  - factor: penalties
    title: {zh: 环境处罚, en: Environmental penalties}
    counts: environmental_penalty
    points: {field: severity, table: {minor: -5, moderate: -15, serious: -50}}
    within: 24 months
    at_most: {per_year: 100}
    article: "2"
stages:
  taken_by: supervision_step
  field: step
  within: 36 months
  steps:
    - {stage: reminded, title: {zh: 提醒, en: Reminder}, from: 90}
    - {stage: warned, title: {zh: 警告, en: Warning}, from: 80}
    - {stage: closed, title: {zh: 停业整改, en: Closure}, from: 70}
made_up: {zh: 全部内容为测试所拟。, en: All of it is made up for a test.}
examples:
  - {name: a serious penalty, on: 2027-06-30, records: [{environmental_penalty: {on: 2027-03-10, cites: 《水污染防治法》第八十三条}}], gives: {score: 50, stage: reminded}}
  - {name: a penalty tomorrow, on: 2027-06-30, records: [{environmental_penalty: {on: 2027-07-01, cites: 《水污染防治法》第八十三条}}], gives: {score: 100}}
  - {name: an old penalty, on: 2028-06-30, records: [{environmental_penalty: {on: 2026-06-30, cites: 《水污染防治法》第八十三条}}], gives: {score: 100}}
  - {name: reminded already, on: 2027-06-30, records: [{environmental_penalty: {on: 2027-03-10, cites: 《水污染防治法》第八十三条}}, {supervision_step: {on: 2027-04-10, step: reminded}}], gives: {score: 50, stage: warned}}
"""  # noqa: E501


@pytest.fixture(scope="module")
def stepped_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with a market bureau and steps of supervision in force."""
    town = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("stepped"))
    with Opened(town.register) as opened:
        one, two = (Hand(s, key_of(s).sign) for s in STEWARDS)
        for person, role in PEOPLE.items():
            key_of(person).write(town.key(person))
            wanted = Enrolment(
                PersonId(person),
                f"n-{person}",
                role,  # type: ignore[arg-type]
                AuthorityId(MARKET),
                key_of(person).public,
            )
            enrol(opened.desk, one, wanted, town.at)
            enrol(opened.desk, two, wanted, town.at)
            countersign(opened.desk, Hand(AUDITOR, key_of(AUDITOR).sign), wanted, town.at)
    source = town.folder / "inbox" / "market-steps.yaml"
    source.write_text(SOURCE, encoding="utf-8")
    town.must("source", "add", source, *town.acting("steward-1"))
    town.later(days=8)
    file = town.folder / f"{SCHEME}.yaml"
    file.write_text(TEXT, encoding="utf-8")
    town.must("scheme", "propose", file, "--reasons", "A test.", *town.acting("market-officer-1"))
    town.must("scheme", "publish", file, *town.acting("steward-2"))
    town.later(days=40)
    return town


@pytest.fixture
def stepped(stepped_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    return stepped_once.copy(tmp_path_factory.mktemp("town"))


def measured(town: World, step: str) -> Said:
    """The bureau delivers that a step was taken against company 1."""
    on = town.at.astimezone(ZONE).date().isoformat()
    file = town.folder / "inbox" / f"step-{on}-{step}.csv"
    head = ("企业名称", "统一社会信用代码", "文书号", "措施", "采取日期")
    row = ("临禾第1化工有限公司", company(1), f"临市监措〔2026〕{step}号", step, on)
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows((head, row))
    return town.must("receive", STEPS, file, *town.acting("market-clerk"), "--json")


def steps(town: World) -> list[tuple[str, Any]]:
    """The steps that cases were proposed on, and the case that each follows."""
    return [
        (str(e.body["stage"]), e.body.get("follows"))
        for e in town.events("case.proposed")
        if e.body["kind"] == "stage"
    ]


def last_case(town: World) -> str:
    return [e.topic for e in town.events("case.proposed") if e.body["kind"] == "stage"][-1]


def decided(town: World, case: str) -> None:
    """The notice is served, its days go by, two officers decide, the next day carries it out."""
    paper = town.folder / "inbox" / "return.txt"
    paper.write_text("signed", encoding="utf-8")
    on = town.at.astimezone(ZONE).date().isoformat()
    how = ("--how", "signed_return", "--on", on, "--paper", paper)
    done = town.case("deliver", case, "market-registrar", *how)
    assert done.code == 0, done.err
    town.later(days=25)
    for officer in ("market-officer-1", "market-officer-2"):
        done = town.officer(case, officer)
        assert done.code == 0, done.err
    town.later(days=1)
    town.run()
    assert town.look()[case] == "in_effect"


def test_points_that_jump_over_two_steps_lead_to_the_first_and_then_to_the_second(
    stepped: World,
) -> None:
    town = stepped
    town.deliver(PENALTIES, *fined(1, *(f"2026-04-{day:02}" for day in range(1, 5))))
    report = town.run()
    assert steps(town) == [("reminded", None)], "80 points reach two steps, and one is due"
    first = last_case(town)
    assert first in report["proposed"]
    letter = town.must("case", "notice", first, *town.acting("market-officer-1")).out
    assert "Reminder" in letter
    decided(town, first)
    assert steps(town) == [("reminded", None)], "nobody has delivered that it was taken"
    assert measured(town, "提醒").value["counts"]["stored"] == 1
    more = [f"2026-05-{day:02}" for day in range(1, 4)]
    town.deliver(PENALTIES, *_more(more))
    town.later(days=1)
    town.run()
    assert steps(town) == [("reminded", None), ("warned", first)]
    decided(town, last_case(town))
    assert town.must("audit").code == 0


def _more(days: list[str]) -> list[Any]:
    return [
        penalty(1, MINOR, document=f"临环罚〔2026〕8{n}号", decided_on=day)
        for n, day in enumerate(days)
    ]


def test_d4_a_step_that_was_taken_without_a_case_opens_none_for_the_next(stepped: World) -> None:
    town = stepped
    town.deliver(PENALTIES, *fined(1, *(f"2026-04-{day:02}" for day in range(1, 5))))
    measured(town, "提醒")
    report = town.run()
    assert steps(town) == []
    (why,) = report["left_out_why"]
    assert why == (
        'The step before "warned" has no case that took effect. Propose the step before it first.'
    )


def test_the_first_step_that_was_not_decided_bars_the_second(stepped: World) -> None:
    town = stepped
    town.deliver(PENALTIES, *fined(1, *(f"2026-04-{day:02}" for day in range(1, 5))))
    town.run()
    case = case_of(town, "stage")
    paper = town.folder / "inbox" / "return.txt"
    paper.write_text("signed", encoding="utf-8")
    on = town.at.astimezone(ZONE).date().isoformat()
    how = ("--how", "signed_return", "--on", on, "--paper", paper)
    assert town.case("deliver", case, "market-registrar", *how).code == 0
    town.later(days=25)
    opened = town.case("open", case, "market-officer-1")
    assert opened.code == 0, opened.err
    no = ("--outcome", "do_not_list", "--reasons", REASONS)
    assert town.case("decide", case, "market-officer-1", *no).code == 0
    town.later(days=1)
    assert town.run()["proposed"] == []
    assert steps(town) == [("reminded", None)]
