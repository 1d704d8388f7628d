"""Small segments become one in a run: no answer changes, now or about an earlier moment, nor later acts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from evenhand.kernel.periods import said
from evenhand.relational.compaction import TOGETHER
from tests.world import MINOR, PENALTIES, REPAIRS, World, annulment, company, penalty

SCHEME = "linhe-compliance"


@pytest.fixture
def receipts(town: World) -> list[str]:
    """The deliveries of a town in which sixteen worksheets of one row came in, an hour apart."""
    made = []
    for number in range(TOGETHER):
        town.later(minutes=60)
        made.append(town.deliver(PENALTIES, penalty(number, MINOR))["delivery"])
    return made


def segments(town: World) -> int:
    return len(list((town.register / "evidence").iterdir()))


def answers(town: World, *clocks: object) -> list[object]:
    """Everybody's standing, what three companies are told of theirs, and the lists."""
    told = [
        town.must("explain", SCHEME, company(number), *clocks).out
        for number in (2, 7, TOGETHER - 1)
        if town.say("explain", SCHEME, company(number), *clocks).code == 0
    ]
    standing = town.must("standing", SCHEME, "--json", *clocks).value
    return [standing, told, town.sizes(*clocks)]


def sound(town: World) -> None:
    assert town.must("check", "--json").value["damage"] == []
    assert town.must("audit", "--json").value["violations"] == []


@pytest.mark.usefixtures("receipts")
def test_a_run_leaves_one_segment_and_every_answer_as_it_was(town: World) -> None:
    day = ("--as-of", "2026-03-03")
    earlier = [
        (*day, "--known-at", event.at.isoformat())
        for event in town.events("delivery.received")[::5]
    ]
    before = [answers(town, *clocks) for clocks in (day, *earlier)]
    assert segments(town) == TOGETHER
    town.run()
    assert segments(town) == 1
    assert [answers(town, *clocks) for clocks in (day, *earlier)] == before
    assert all(one != other for one, other in pairwise(before[1:]))
    (event,) = town.events("evidence.compacted")
    assert event.actor == "system"
    sound(town)


def test_who_delivered_can_still_undo_and_correct(town: World, receipts: list[str]) -> None:
    town.run()
    clerk = town.acting("clerk")
    town.must("held", "undo", receipts[5], "--reason", "Sent twice.", *clerk)
    assert town.say("explain", SCHEME, company(5)).code != 0
    before = town.events("delivery.received")[6].at
    told = town.must("explain", SCHEME, company(5), "--known-at", said(before)).out
    assert "78 points" in told
    town.deliver(REPAIRS, annulment(6, "2026-03-03"))
    sound(town)
    town.later(days=1)
    town.run()
    sound(town)


def test_what_was_undone_goes_too_when_its_time_is_over(town: World) -> None:
    receipt = town.deliver(PENALTIES, penalty(5, MINOR))
    undo = ("held", "undo", receipt["delivery"], "--reason", "Sent twice.")
    town.must(*undo, *town.acting("clerk"))
    town.run()
    assert segments(town) == 1
    town.later(days=4000)
    town.run()
    assert segments(town) == 0
    sound(town)
