"""Standings in a running process follow what comes in, and are those of a full run each time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks
from evenhand.pipeline.current import Current
from evenhand.pipeline.inquiry import scheme_in_force, standings_of
from evenhand.pipeline.opened import Opened
from tests.journeys.test_consent_on_paper import joined
from tests.journeys.test_consent_versions import without_blood
from tests.world import (
    CONSENTS,
    DONATIONS,
    MINOR,
    PENALTIES,
    REPAIRS,
    World,
    annulment,
    company,
    consent,
    donation,
    penalty,
)

SCHEME = "linhe-compliance"


class Following:
    """A process that keeps the standings of a scheme while the town goes on."""

    def __init__(self, town: World, scheme: str = SCHEME) -> None:
        self.town, self.scheme = town, scheme
        self.opened = Opened(town.register)
        self.current = Current(self.opened, scheme, town.at)

    def catches_up(self, *companies: int) -> None:
        """Exactly these companies are scored anew, and everybody stands as after a full run."""
        done = self.current.catch_up(self.town.at)
        assert done is not None
        assert set(done) == {self.opened.subject_named(company(n)) for n in companies}
        self.agrees()

    def begins_again(self) -> None:
        """Everybody is scored again."""
        assert self.current.catch_up(self.town.at) is None
        self.agrees()

    def agrees(self) -> None:
        knowledge = self.opened.knowledge(self.town.at)
        clocks = Clocks(self.opened.today(self.town.at), knowledge.learned or self.town.at)
        in_force = scheme_in_force(self.opened, self.scheme, clocks)
        full = standings_of(self.opened, in_force, clocks)
        assert self.current.standings().to_pylist() == full.to_pylist()
        for row in full.to_pylist():
            (own,) = self.current.of(SubjectId(row["subject"])).to_pylist()
            assert (own["points"], own["grade"]) == (row["points"], row["grade"])

    def close(self) -> None:
        self.current.close()
        self.opened.close()


@pytest.fixture
def following(published: World) -> Iterator[Following]:
    made = Following(published)
    yield made
    made.close()


def test_whoever_a_delivery_is_about_is_scored_anew_and_nobody_else(following: Following) -> None:
    town = following.town
    following.catches_up()
    town.deliver(PENALTIES, penalty(7), penalty(8, MINOR))
    following.catches_up(7, 8)
    town.deliver(PENALTIES, penalty(9, MINOR))
    following.catches_up(9)
    assert town.must("standing", SCHEME, "--json").value
    following.catches_up()


def test_what_is_corrected_disputed_or_contradicted_is_followed(following: Following) -> None:
    town = following.town
    town.deliver(PENALTIES, penalty(7), penalty(8))
    following.catches_up(7, 8)
    town.deliver(REPAIRS, annulment(7, "2026-03-20"))
    following.catches_up(7)
    town.deliver(PENALTIES, penalty(8, amount="90000"))
    following.catches_up(8)


def test_what_is_done_with_cases_and_editions_changes_no_standing(following: Following) -> None:
    town = following.town
    town.publish()
    assert town.must("audit", "--json").value["violations"] == []
    following.catches_up()


def test_another_day_and_a_delivery_that_is_undone_begin_again(following: Following) -> None:
    town = following.town
    receipt = town.deliver(PENALTIES, penalty(7))
    following.catches_up(7)
    town.must("held", "undo", receipt["delivery"], "--reason", "Sent twice.", *town.acting("clerk"))
    following.begins_again()
    town.later(days=400)
    following.begins_again()


def test_a_consent_begins_again_and_is_in_the_answer(town: World) -> None:
    made = Following(town, "linhe-osmanthus")
    assert made.current.standings().num_rows == 0
    town.deliver(CONSENTS, consent(1), consent(2))
    made.begins_again()
    assert made.current.standings().num_rows == 2
    town.deliver(DONATIONS, donation(1))
    assert made.current.catch_up(town.at) == (SubjectId.parse(town.subject(1)),)
    made.agrees()
    town.later(days=1)
    town.deliver(CONSENTS, consent(1, "退出", "2026-03-03"))
    made.begins_again()
    assert made.current.standings().num_rows == 1
    made.close()


def test_rf_1_what_a_yes_does_not_cover_does_not_come_in_by_a_running_process(
    town: World,
) -> None:
    joined(town, 1)
    without_blood(town)
    joined(town, 2)
    made = Following(town, "linhe-osmanthus")
    for on in ("2025-10-01", "2025-11-01"):
        town.deliver(DONATIONS, donation(1, on), donation(2, on))
        made.current.catch_up(town.at)
        made.agrees()
    points = {row["subject"]: row["points"] for row in made.current.standings().to_pylist()}
    assert len(set(points.values())) == 2
    assert points[SubjectId.parse(town.subject(2))] == min(points.values())
    made.close()


def test_a_scheme_that_nobody_has_is_refused_with_the_nearest(town: World) -> None:
    with Opened(town.register) as opened, pytest.raises(BadInput, match="linhe-compliance"):
        Current(opened, "linhe-complience", town.at)
