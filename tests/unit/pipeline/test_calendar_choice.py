"""Which working days a register counts by: its settings, else its jurisdiction's country, never a guess."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from evenhand.cases.commands import RecordDelivery
from evenhand.cases.transitions import decide
from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import day, moment
from evenhand.pipeline.founding import found_register
from evenhand.pipeline.opened import Opened
from evenhand.relational.settings import Settings
from evenhand.schemes.phrases import CALENDARS
from evenhand.schemes.shape import CalendarName
from evenhand.sources.read_calendar import shipped_calendar, shipped_calendars
from tests.small_register import AT, counted_chance, settings
from tests.unit.cases.town import PAPER, Town


def founded(folder: Path, **changes: str) -> Opened:
    wanted = replace(settings("official"), **changes)  # type: ignore[arg-type]
    found_register(folder, wanted, AT, counted_chance()).close()
    return Opened(folder)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "china"),
        ({"jurisdiction": "DE-BE", "time_zone": "Europe/Berlin"}, "germany"),
        ({"jurisdiction": "DE-BE", "calendar": "china"}, "china"),
    ],
)
def test_a_register_counts_by_its_own_working_days(
    tmp_path: Path, changes: dict[str, str], name: str
) -> None:
    with founded(tmp_path / "register", **changes) as opened:
        assert opened.calendar.calendar == name
        assert opened.desk.calendar == opened.calendar


def test_a_register_of_a_place_without_a_calendar_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match='no calendar of working days for the jurisdiction "FR-75"'):
        founded(tmp_path / "register", jurisdiction="FR-75")
    assert not (tmp_path / "register").exists()


def test_an_unknown_calendar_makes_no_register(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There are: china, germany"):
        founded(tmp_path / "register", calendar="atlantis")
    assert not (tmp_path / "register").exists()


def test_settings_without_a_calendar_read_as_before_and_with_one_keep_it() -> None:
    plain = settings("official")
    assert "calendar" not in plain.said()
    named = replace(plain, calendar="germany")
    assert Settings.read(_bytes(named)) == named
    assert Settings.read(_bytes(plain)) == plain


def _bytes(of: Settings) -> bytes:
    return json.dumps(of.said()).encode()


@pytest.mark.parametrize(
    ("calendar", "delivered", "until"),
    [
        # the 15th day is 3 October: a Saturday in Germany, the National Day in China
        ("china", "2026-09-18T09:00:00+08:00", "2026-10-08"),
        ("germany", "2026-09-18T09:00:00+08:00", "2026-10-05"),
        # a year that neither has published: the subject's day moves past everything that may rest
        ("china", "2030-09-18T09:00:00+08:00", "2030-10-14"),
        ("germany", "2030-09-18T09:00:00+08:00", "2030-10-04"),
    ],
)
def test_the_last_day_to_object_is_counted_by_the_jurisdiction(
    calendar: str, delivered: str, until: str
) -> None:
    town = Town()
    town.at = moment(delivered)
    town.propose(met_on=day("2026-01-20")).notice()
    context = replace(town.context("clerk-one"), calendar=shipped_calendar(calendar))
    proof = RecordDelivery("acknowledged", town.today, PAPER)
    (delivered_body,) = decide(town.state, proof, context)
    assert delivered_body.body["object_until"] == until


def test_a_list_counts_by_its_own_calendar_and_every_other_by_the_registers(tmp_path: Path) -> None:
    with founded(tmp_path / "register") as opened:
        facts = Town().propose().state.facts
        for named, counts in (("", "china"), ("germany", "germany")):
            of = replace(facts, calendar=named)
            assert opened.desk.calendar_of(of).calendar == counts
        with pytest.raises(BadInput, match='There is no calendar "atlantis"'):
            opened.desk.calendar_of(replace(facts, calendar="atlantis"))


def test_a_scheme_can_name_every_shipped_calendar_and_says_whose_it_is() -> None:
    assert set(get_args(CalendarName)) == set(shipped_calendars()) == set(CALENDARS)
    for name, whose in CALENDARS.items():
        assert whose.en.removeprefix("mainland ") in shipped_calendar(name).title.en
