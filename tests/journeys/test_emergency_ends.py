"""An emergency scheme dies by itself on its day, with no job running, and its entries with it (RF-13)."""

from __future__ import annotations

import pytest

from evenhand.pipeline.founding import shipped
from tests.world import World, company, founded_once

SCHEME = "town-flood"
RATINGS = "linhe-environment-ratings"
TEXT = """
scheme: town-flood
title: {zh: 小城防汛应急, en: Town flood relief}
version: "2026.1"
authority: linhe-environment-bureau
jurisdiction: CN-LINHE
domain: environment
legal_basis: [{title: {zh: 小城防汛令, en: Town flood order}, article: "1"}]
subjects: enterprise
participation: by_law
emergency: true
published: 2026-03-02
in_force: {from: 2026-03-02, until: 2026-06-30}
score: {base: 0, floor: 0, ceiling: 100}
factors:
  - factor: ratings
    title: {zh: 环境等级, en: Environmental ratings}
    counts: environmental_rating
    where: {rating: green}
    points: 10
    within: 24 months
    article: "2"
grades:
  - {grade: base, from: 0}
  - {grade: helper, from: 10}
grades_purposes: [environment-supervision]
lists:
  - list: flood-helpers
    title: {zh: 防汛先进, en: Flood helpers}
    legal_basis: [{title: {zh: 小城防汛令, en: Town flood order}, article: "3"}]
    kind: red
    topic: environment
    enters_on: {record: environmental_rating, where: {rating: green}}
    lasts: 12 months
    purposes: [environment-supervision]
examples:
  - {name: green, on: 2026-06-30, records: [{environmental_rating: {on: 2026-03-10, rating: green}}], gives: {score: 10, grade: helper, proposes: [flood-helpers]}}
  - {name: green tomorrow, on: 2026-06-29, records: [{environmental_rating: {on: 2026-06-30, rating: green}}], gives: {score: 0, proposes: []}}
  - {name: blue, on: 2026-06-29, records: [{environmental_rating: {on: 2026-03-10, rating: blue}}], gives: {score: 0, proposes: []}}
  - {name: green long ago, on: 2026-06-30, records: [{environmental_rating: {on: 2024-06-30, rating: green}}], gives: {score: 0}}
"""  # noqa: E501


@pytest.fixture(scope="module")
def flooded_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with an emergency scheme that began today, and one company that helped."""
    made = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("flooded"))
    inbox = made.folder / "inbox"
    source = inbox / "environment-ratings.yaml"
    source.write_bytes(shipped("sources", "linhe", source.name).read_bytes())
    made.must("source", "add", source, *made.acting("steward-1"))
    scheme = inbox / "town-flood.yaml"
    scheme.write_text(TEXT, encoding="utf-8")
    made.must("scheme", "propose", scheme, "--reasons", "A flood.", *made.acting("officer-1"))
    made.must("scheme", "publish", scheme, *made.acting("steward-2"))
    ratings = inbox / "ratings.csv"
    ratings.write_text(
        "企业名称,统一社会信用代码,评价文号,评价年度,评价等级,公布日期\n"
        f"临禾第7排水有限公司,{company(7)},临环评〔2026〕7号,2026,绿色,2026-03-02\n",
        encoding="utf-8",
    )
    made.must("receive", RATINGS, ratings, *made.acting("clerk"))
    made.run()
    return made


@pytest.fixture
def flooded(flooded_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    return flooded_once.copy(tmp_path_factory.mktemp("town"))


def clock_to(town: World, day: str, hour: int = 9) -> None:
    """Move the clock by the command, as a person would; no job runs."""
    town.must("register", "clock", "--to", f"{day}T{hour:02}:00:00+08:00")


def case_of(town: World) -> str:
    """The case that came of the emergency scheme."""
    (event,) = [e for e in town.events("case.proposed") if e.body["scheme"] == SCHEME]
    return event.topic


@pytest.mark.both_databases("flooded")
def test_everything_of_it_is_gone_the_day_after_its_last_and_nothing_ran(flooded: World) -> None:
    case = case_of(flooded)
    done = flooded.officer(case, "officer-1")
    assert done.code == 0, done.err
    flooded.later(days=1)
    flooded.run()
    (effect,) = flooded.events("case.took_effect")
    assert effect.body["until"] == "2026-06-30"  # its list says twelve months
    clock_to(flooded, "2026-06-30", 23)
    assert flooded.sizes()["town-flood/flood-helpers"] == 1
    assert flooded.must("standing", SCHEME, "--json").value["grades"] == {"helper": 1}
    head = flooded.head()

    clock_to(flooded, "2026-07-01", 0)
    assert "town-flood/flood-helpers" not in flooded.sizes()
    asked = flooded.say("standing", SCHEME)
    assert (asked.code, "no scheme in force on that day" in asked.err) == (2, True)
    assert flooded.say("list", "show", "flood-helpers").code == 2
    told = [e.kind for e in flooded.events() if e.seq > head[0]]
    assert told == ["clock.moved"]

    flooded.at = flooded.at.replace(year=2026, month=7, day=2)
    flooded.move(flooded.at)
    flooded.run()
    (end,) = [e for e in flooded.events("case.ended") if e.topic == case]
    assert end.body["why"] == "sunset"


def test_a_case_that_was_not_decided_in_its_time_closes_with_its_scheme(flooded: World) -> None:
    case = case_of(flooded)
    clock_to(flooded, "2026-05-29")
    done = flooded.case("open", case, "officer-1")
    assert done.code == 0, done.err
    flooded.at = flooded.at.replace(year=2026, month=7, day=2)
    flooded.move(flooded.at)
    flooded.run()
    (end,) = [e for e in flooded.events("case.closed") if e.topic == case]
    assert end.body["why"] in ("sunset", "lapsed")
    assert case not in flooded.run()["proposed"]


def test_rf_13_an_emergency_scheme_makes_no_list_of_breaches(flooded: World) -> None:
    text = TEXT.replace("scheme: town-flood", "scheme: town-flood-2").replace(
        "kind: red", "kind: black"
    )
    text = text.replace(
        "where: {rating: green}}\n    lasts", "where: {rating: red}}\n    objection: 15\n    lasts"
    )
    file = flooded.folder / "inbox" / "second.yaml"
    file.write_text(text, encoding="utf-8")
    asked = ("--reasons", "A flood.", *flooded.acting("officer-1"))
    done = flooded.say("scheme", "propose", file, *asked)
    assert done.code == 2
    assert 'The emergency scheme has a list of serious breaches, "flood-helpers".' in done.err
