"""A worse grade that costs something waits for a case; a better one takes effect at once (RF-6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.world import (
    ENVIRONMENT,
    MINOR,
    PENALTIES,
    World,
    clock,
    company,
    founded_once,
    penalty,
)

SCHEME = "town-watch"

HEAD = """
scheme: {name}
title: {{zh: 小城环境监管, en: Town watch}}
version: "2026.1"
authority: {authority}
jurisdiction: CN-LINHE
domain: environment
legal_basis: [{{title: {{zh: 小城条例, en: Town rules}}, article: "1"}}]
subjects: enterprise
participation: by_law
published: 2026-03-02
in_force: {{from: 2026-04-01, until: 2029-12-31}}
score: {{base: 100, floor: 0, ceiling: 100}}
factors:
  - factor: penalties
    title: {{zh: 环境处罚, en: Environmental penalties}}
    counts: environmental_penalty
    points: {{field: severity, table: {{minor: -5, moderate: -15, serious: -50}}}}
    within: 24 months
    at_most: {{per_year: 100}}
    article: "2"
"""
GRADES = """grades:
  - {grade: D, from: 0, costs: {zh: 每月检查一次, en: Inspected every month}}
  - {grade: B, from: 60}
  - {grade: A, from: 90}
grades_purposes: [environment-supervision]
"""
EXAMPLES = """examples:
  - {name: a serious penalty, on: 2027-06-30, records: [{environmental_penalty: {on: 2027-03-10, cites: 《水污染防治法》第八十三条}}], gives: {score: 50}}
  - {name: a penalty tomorrow, on: 2027-06-30, records: [{environmental_penalty: {on: 2027-07-01, cites: 《水污染防治法》第八十三条}}], gives: {score: 100}}
  - {name: an old penalty, on: 2028-06-30, records: [{environmental_penalty: {on: 2026-06-30, cites: 《水污染防治法》第八十三条}}], gives: {score: 100}}
"""  # noqa: E501


def published(town: World, text: str, name: str) -> None:
    """Propose a scheme and make it public; thirty days later it is in force."""
    file = town.folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    town.must("scheme", "propose", file, "--reasons", "A test.", *town.acting("officer-1"))
    town.must("scheme", "publish", file, *town.acting("steward-2"))


@pytest.fixture(scope="module")
def watched_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town whose scheme says what a grade costs; a month later."""
    made = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("watched"))
    text = HEAD.format(name=SCHEME, authority=ENVIRONMENT) + GRADES + EXAMPLES
    published(made, text, SCHEME)
    made.later(days=40)
    return made


@pytest.fixture
def watched(watched_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    return watched_once.copy(tmp_path_factory.mktemp("town"))


def fined(number: int, *days: str, article: str = MINOR) -> list[Sequence[object]]:
    """Penalties of one company, one for each day."""
    return [
        penalty(number, article, document=f"临环罚〔2026〕{number}{n}号", decided_on=day)
        for n, day in enumerate(days)
    ]


def counts(town: World) -> tuple[dict[str, int], dict[str, int]]:
    said: dict[str, Any] = town.must("standing", SCHEME, "--json").value
    return said["grades"], said["in_effect"]


def case_of(town: World, kind: str) -> str:
    (event,) = [e for e in town.events("case.proposed") if e.body["kind"] == kind]
    return event.topic


TENS = tuple(f"2026-04-{day:02}" for day in range(1, 10))


@pytest.mark.both_databases("watched")
def test_a_worse_grade_waits_for_two_officers_and_a_better_one_for_nobody(watched: World) -> None:
    watched.deliver(PENALTIES, *fined(1, *TENS))
    report = watched.run()
    assert counts(watched) == ({"D": 1}, {"B": 1})
    why = watched.must("explain", SCHEME, company(1)).out
    assert "level D." in why
    assert "Level in effect: B. The computed level costs something and waits" in " ".join(
        why.split()
    )
    assert watched.must("explain", SCHEME, company(1), "--json").value["grade_in_effect"] == "B"
    case = case_of(watched, "grade")
    assert case in report["proposed"]
    letter = watched.must("case", "notice", case, *watched.acting("officer-1")).out
    assert "We propose that level D of" in letter
    assert "- Inspected every month." in letter

    assert watched.notified(case).code == 0
    watched.later(days=25)
    for officer in ("officer-1", "officer-2"):
        done = watched.officer(case, officer)
        assert done.code == 0, done.err
    watched.later(days=1)
    watched.run()
    assert counts(watched) == ({"D": 1}, {"D": 1})
    assert "Level in effect" not in watched.must("explain", SCHEME, company(1)).out

    annulled = [(row[0], row[1], row[2], row[6], "2026-05-06") for row in fined(1, *TENS)]
    watched.deliver("linhe-credit-office-repairs", *annulled)
    assert counts(watched)[1] == {"A": 1}
    watched.run()
    (end,) = [e for e in watched.events("case.ended") if e.topic == case]
    assert end.body["why"] == "better"


def test_a_grade_that_costs_nothing_takes_effect_at_once(watched: World) -> None:
    watched.deliver(PENALTIES, *fined(2, *TENS[:5]))
    watched.run()
    assert "grade" not in {e.body["kind"] for e in watched.events("case.proposed")}
    assert counts(watched) == ({"B": 1}, {"B": 1})


def test_a_decision_not_to_list_leaves_the_better_grade_and_is_not_asked_again(
    watched: World,
) -> None:
    watched.deliver(PENALTIES, *fined(1, *TENS))
    watched.run()
    case = case_of(watched, "grade")
    watched.notified(case)
    watched.later(days=25)
    assert watched.officer(case, "officer-1", "do_not_list").code == 0
    watched.later(days=1)
    assert watched.run()["proposed"] == []
    assert counts(watched) == ({"D": 1}, {"B": 1})


def test_one_officer_is_not_enough_and_neither_is_who_delivered(watched: World) -> None:
    watched.deliver(PENALTIES, *fined(1, *TENS))
    watched.run()
    case = case_of(watched, "grade")
    watched.notified(case)
    watched.later(days=25)
    assert watched.officer(case, "officer-1").code == 0
    assert watched.officer(case, "officer-1-again").code == 4
    done = watched.officer(case, "clerk-as-officer")
    assert (done.code, "supplied" in done.err) == (4, True)
    watched.run()
    assert counts(watched)[1] == {"B": 1}


@pytest.fixture(scope="module")
def counted_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town in China with a scheme whose cases count by Germany's working days; company 1 is fined."""
    made = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("counted"))
    head = HEAD.replace("jurisdiction: CN-LINHE", "jurisdiction: CN-LINHE\ncalendar: germany")
    published(made, head.format(name=SCHEME, authority=ENVIRONMENT) + GRADES + EXAMPLES, SCHEME)
    made.move(clock("2026-09-18"))
    made.deliver(PENALTIES, *fined(1, *TENS))
    made.run()
    return made


def test_a_case_counts_by_the_working_days_of_its_scheme(counted_once: World) -> None:
    """The 15th day is 3 October: a Saturday in Germany, the first day of a week off in China."""
    town = counted_once
    case = case_of(town, "grade")
    letter = town.must("case", "notice", case, *town.acting("officer-1")).out
    assert "5 October 2026" in letter
    assert town.notified(case).code == 0
    (told,) = [e for e in town.events("case.delivered") if e.topic == case]
    assert told.body["object_until"] == "2026-10-05"
    town.move(clock("2026-10-05"))
    early = town.officer(case, "officer-1")
    assert (early.code, "2026-10-05" in early.err) == (2, True)
    town.move(clock("2026-10-06"))
    assert town.officer(case, "officer-1").code == 0
    said = town.call("scheme", "say", town.folder / f"{SCHEME}.yaml").out
    assert "counted by the working days of Germany" in " ".join(said.split())


def test_a_calendar_that_there_is_not_is_refused(watched: World) -> None:
    head = HEAD.replace("jurisdiction: CN-LINHE", "jurisdiction: CN-LINHE\ncalendar: atlantis")
    file = watched.folder / "atlantis.yaml"
    file.write_text(head.format(name="town-far", authority=ENVIRONMENT) + GRADES + EXAMPLES)
    asked = ("--reasons", "A test.", *watched.acting("officer-1"))
    done = watched.say("scheme", "propose", file, *asked)
    assert done.code == 2
    assert '"atlantis" cannot stand here. The nearest is "germany".' in done.err
