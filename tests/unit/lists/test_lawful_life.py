"""A whole case through the core's own door, then onto the list, into an edition, and off it again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.kernel.codes import uscc_check_character
from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.ids import SubjectId
from evenhand.lists.disclose import Identified, disclose_all
from evenhand.lists.draw import draw
from evenhand.lists.tally import tally
from evenhand.publication.publish import publish, read_past
from evenhand.publication.verify import verify_edition
from tests.unit.cases.town import Town
from tests.unit.lists.lives import FOOD, SCHEME
from tests.unit.lists.lives import scheme as rules_of
from tests.unit.publication.town import NAMED, PUBLISHER, content, public_list
from tests.unit.publication.town import scheme as public_scheme

RULES = {(SCHEME, "2025.1"): rules_of("2025.1")}
STEPS = ("proposed", "noticed", "delivered", "heard", "decided_once", "decided", "in_effect")


def who(subject: SubjectId) -> Identified:
    body = f"91000000{int(subject):09d}"
    return Identified("enterprise", "uscc", body + uscc_check_character(body), f"公司{subject}")


@pytest.mark.parametrize("stage", STEPS)
def test_a_case_is_on_the_list_from_its_effect_on_and_counted_at_every_step(stage: str) -> None:
    town = Town().until(stage)
    drawn = draw(town.events, town.today, RULES)
    assert len(drawn) == (stage == "in_effect")
    figures = tally(town.events, town.today)[SCHEME, FOOD]
    assert (figures["proposed"], figures["in_force"]) == (1, len(drawn))
    assert figures["open"] + figures["listed"] == 1
    assert figures["noticed"] == (STEPS.index(stage) >= 2)


def test_the_entry_names_the_two_decisions_and_ends_after_its_term() -> None:
    town = Town().until("in_effect")
    (entry,) = draw(town.events, town.today, RULES)
    decided = [event.seq for event in town.events if event.kind == "case.decided"]
    assert list(entry.decisions) == decided
    assert (entry.authority, entry.subjects) == ("linhe-credit-office", "enterprise")
    last = entry.term.last
    assert last is not None
    assert len(draw(town.events, last, RULES)) == 1
    assert draw(town.events, last + dt.timedelta(days=1), RULES) == ()


def test_a_refused_case_is_never_listed() -> None:
    town = Town().until("heard").first(outcome="do_not_list")
    assert draw(town.events, town.today, RULES) == ()
    figures = tally(town.events, town.today)[SCHEME, FOOD]
    assert (figures["not_listed"], figures["listed"]) == (1, 0)


def test_from_the_case_to_the_edition_and_out_of_the_next(tmp_path: Path) -> None:
    """What left the list is missing from the next edition, and the figures say why (D8)."""
    town = Town().until("in_effect")
    target = tmp_path / "editions"
    for number in (1, 2):
        shown, withheld = disclose_all(draw(town.events, town.today, RULES), who)
        listed = replace(
            public_list(FOOD, shown, withheld[SCHEME, FOOD]),
            tally=tally(town.events, town.today)[SCHEME, FOOD],
        )
        edition = replace(
            content(number=number),
            made_at=town.at,
            use_until=town.at + dt.timedelta(days=7),
            lists=(listed,),
            schemes=(public_scheme("2025.1"),),
        )
        past = read_past(target, 1, NAMED) if number == 2 else None
        published, report = publish(target, edition, PUBLISHER, past)
        assert report.entries == (number == 1)
        figures = published.manifest.lists[0].tally
        assert (figures["in_force"], figures["ended"]) == ((1, 0) if number == 1 else (0, 1))
        town.later(days=3 * 366)
    with pytest.raises(ProofFailed, match="E-ED-16"):
        verify_edition(target / "1", NAMED, town.at)
