"""Consent: in force, not yet, withdrawn (RF-1)."""

from __future__ import annotations

import datetime as dt

from evenhand.kernel.consent import Consent, in_force
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import ListId, RecordId, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, moment

SCHEME = SchemeId("linhe-osmanthus")
GIVEN = Consent("a" * 64, SCHEME, dt.date(2025, 3, 1), moment("2025-03-01T08:00:00Z"))


def at(day: str, known: str) -> Clocks:
    return Clocks(dt.date.fromisoformat(day), moment(known))


def test_a_consent_holds_from_its_day_once_it_is_known() -> None:
    assert GIVEN.holds(at("2025-03-01", "2025-03-01T08:00:00Z"))
    assert in_force([GIVEN], at("2026-01-01", "2026-01-01T00:00:00Z")) == {("a" * 64, SCHEME)}


def test_not_before_its_day_nor_before_it_is_known() -> None:
    assert not GIVEN.holds(at("2025-02-28", "2026-01-01T00:00:00Z"))
    assert not GIVEN.holds(at("2026-01-01", "2025-03-01T07:59:59Z"))


def test_rf_1_a_withdrawal_counts_at_every_known_at_time_also_an_earlier_one() -> None:
    left = Consent(
        GIVEN.person, SCHEME, GIVEN.since, GIVEN.known, withdrawn=moment("2026-02-01T00:00:00Z")
    )
    assert not left.holds(at("2026-03-01", "2026-03-01T00:00:00Z"))
    assert not left.holds(at("2025-06-01", "2025-06-01T00:00:00Z"))


def test_the_same_facts_open_the_same_case_whatever_the_version() -> None:
    def ground(version: str, record: int) -> Ground:
        return Ground(
            SubjectId(1),
            ListId("food-serious"),
            "black",
            SCHEME,
            version,
            1,
            (RecordId(record),),
            (9,),
            dt.date(2026, 1, 1),
        )

    assert ground("1", 5).case_id() == ground("2", 5).case_id()
    assert ground("1", 5).case_id() != ground("1", 6).case_id()
