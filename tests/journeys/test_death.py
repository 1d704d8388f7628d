"""Somebody dies: from the worksheet to the ended entry, the withdrawn consents, and nothing after it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from evenhand.cases.act import Hand
from evenhand.cases.enrol import Enrolment, countersign, enrol
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.pipeline.founding import add_source, shipped
from evenhand.pipeline.opened import Opened
from evenhand.relational.settings import AUDITOR, STEWARDS
from tests.journeys.test_consent_on_paper import SCHEME, confirm, enter, joined, mine, points
from tests.journeys.test_debtor_who_pays import deliver, finding, serve, state, why
from tests.world import DONATIONS, Said, World, donation, founded_once, key_of, paper_form, resident

DEATHS = "linhe-civil-affairs-deaths"
BUREAU = "linhe-civil-affairs-bureau"
HEAD = ("身份证号码", "死亡证明编号", "登记日期")


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with a bureau of civil affairs; resident 1 takes part and stands in the court's register."""
    town = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("mortal"))
    key_of("civil-clerk").write(town.key("civil-clerk"))
    with Opened(town.register) as opened:
        one, two = (Hand(s, key_of(s).sign) for s in STEWARDS)
        wanted = Enrolment(
            PersonId("civil-clerk"), "n-civil", "clerk", AuthorityId(BUREAU), key_of("civil-clerk").public
        )  # fmt: skip
        enrol(opened.desk, one, wanted, town.at)
        enrol(opened.desk, two, wanted, town.at)
        countersign(opened.desk, Hand(AUDITOR, key_of(AUDITOR).sign), wanted, town.at)
        data = shipped("sources", "linhe", "civil-affairs-deaths.yaml").read_bytes()
        add_source(opened, data, "civil-affairs-deaths.yaml", town.at, one)
    joined(town)
    town.deliver(DONATIONS, donation(1))
    deliver(town, "认定", finding(1))
    town.run()
    serve(town, town.only_case())
    town.later(days=25)
    for judge in ("judge-1", "judge-2"):
        done = town.officer(town.only_case(), judge)
        assert done.code == 0, done.err
    town.later(days=1)
    assert points(town) == 1
    assert state(town, town.only_case()) == "in_effect"
    return town


@pytest.fixture
def mortal(told_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    return told_once.copy(tmp_path_factory.mktemp("town"))


def sheet(town: World, number: int) -> Path:
    file = town.folder / "inbox" / f"deaths-{number}.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows((HEAD, (resident(number), f"临亡{number}号", "2026-03-27")))
    return file


def dies(town: World, number: int = 1, by: str = "civil-clerk") -> Said:
    return town.say("receive", DEATHS, sheet(town, number), *town.acting(by), "--json")


@pytest.mark.both_databases("mortal")
def test_the_entry_ends_the_consent_goes_and_nothing_of_the_dead_counts(mortal: World) -> None:
    town, case = mortal, mortal.only_case()
    key = town.key("resident-1")
    subject = town.subject(1)
    assert mine(town, key).code == 0
    assert dies(town).code == 0
    assert (state(town, case), why(town, case)) == ("ended", "deceased")
    (gone,) = town.events("subject.gone")
    assert (gone.body["subject"], gone.body["why"], gone.actor) == (subject, "deceased", "system")
    (left,) = town.events("consent.withdrawn")
    assert (left.body["scheme"], left.body["why"]) == (SCHEME, "deceased")
    asked = mine(town, key)
    assert (asked.code, asked.out) == (4, "")
    assert points(town) == 0, "the day after they are in no standing"
    assert town.must("check").code == 0
    assert town.must("audit").code == 0


def test_nobody_signs_in_the_name_of_the_dead(mortal: World) -> None:
    key = mortal.key("resident-1")
    words = mortal.must("consent", "words", SCHEME, "--json").value["words"]
    assert dies(mortal).code == 0
    again = mortal.say("consent", "give", SCHEME, "--words", words, "--key", key)
    assert (again.code, "This key is no resident's here." in again.err) == (4, True)
    assert mortal.events("consent.given") == []


def test_a_form_of_the_dead_that_waits_is_confirmed_by_nobody(mortal: World) -> None:
    said = paper_form(mortal, 2)
    assert enter(mortal, said).code == 0
    assert dies(mortal, 2).code == 0
    refused = confirm(mortal, said)
    assert (refused.code, "No form with exactly this content waits" in refused.err) == (2, True)


def test_rf_9_what_a_court_finds_later_about_the_dead_opens_no_case(mortal: World) -> None:
    case = mortal.only_case()
    assert dies(mortal).code == 0
    mortal.later(days=1)
    deliver(mortal, "认定", ("".join(finding(1)[:1]), "（2026）临执77号", *finding(1)[2:]))  # type: ignore[arg-type]
    deliver(mortal, "认定", finding(3))
    report = mortal.run()
    (of_another,) = report["proposed"]
    assert mortal.look() == {case: "ended", of_another: "noticed"}


def test_a_death_that_another_office_delivers_is_refused(mortal: World) -> None:
    done = dies(mortal, by="court-clerk")
    assert done.code == 4
    assert BUREAU in done.err
    assert state(mortal, mortal.only_case()) == "in_effect"


def test_rf_1_the_receipt_says_the_same_of_the_known_and_the_unknown(mortal: World) -> None:
    known, unknown = dies(mortal, 1).value, dies(mortal, 9).value
    assert known["counts"] == unknown["counts"]
    assert mortal.events("subject.gone")[-1].body["delivery"] == known["delivery"]
