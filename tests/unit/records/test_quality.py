from __future__ import annotations

import datetime as dt

import pytest

from evenhand.records.quality import Quality, measure, silent_since, together
from tests.unit.records.deliveries import CALENDAR, DONATION, SCHEME, admit_rows, admitted
from tests.unit.records.test_admit_residents import ANNA, GOOD, who
from tests.unit.sources.linhe import DONATIONS, HEAD, PENALTIES, contract, row


@pytest.mark.parametrize(
    ("decided", "timely"),
    [
        ("2026-03-02", 1),  # the day of the delivery, a Monday
        ("2026-02-19", 1),  # seven working days before
        ("2026-02-18", 0),  # eight
        ("2026-01-05", 0),
    ],
)
def test_seven_working_days_are_timely(decided: str, timely: int) -> None:
    measured = measure(admitted([row(1, decided_on=decided)]), contract(), CALENDAR)
    assert (measured.dated, measured.timely) == (1, timely)


def test_a_row_that_says_when_it_was_entered_is_held_to_that() -> None:
    rows = [(*HEAD, "数据时间戳"), (*row(1, decided_on="2026-01-05"), "2026-01-07"),
            (*row(2, decided_on="2026-01-05"), "2026-01-27"),
            (*row(3, decided_on="2026-01-05"), "2025-12-31")]  # fmt: skip
    admission = admit_rows(rows, PENALTIES)[1]
    assert measure(admission, contract(), CALENDAR).timely == 1


def test_rows_still_to_come_are_not_dated() -> None:
    assert measure(admitted([row(1, decided_on="2026-04-01")]), contract(), CALENDAR).dated == 0


def test_completeness_counts_required_items() -> None:
    measured = measure(admitted([row(1), row(2, uscc=None)]), contract(), CALENDAR)
    assert (measured.required, measured.given) == (8, 7)
    assert measured.completeness() == 8750


def test_load_of_a_residents_source_counts_processed_rows() -> None:
    counts = {DONATION: frozenset({SCHEME})}
    measured = [
        measure(
            admit_rows(GOOD, DONATIONS, consents=consents, counts=counts)[1],
            contract(DONATIONS),
            CALENDAR,
        )
        for consents in (who(), who(ANNA))
    ]
    assert measured[0] == measured[1]
    assert measured[0].load() == 10_000


def test_shares_of_nothing_are_nothing() -> None:
    assert (Quality().load(), Quality().completeness(), Quality().timeliness()) == (
        None,
        None,
        None,
    )


def test_deliveries_add_up() -> None:
    one = Quality(rows=10, loaded=9, required=20, given=20, dated=10, timely=5)
    both = together([one, Quality(rows=10, loaded=10, required=20, given=10, dated=10, timely=10)])
    assert (both.load(), both.completeness(), both.timeliness()) == (9500, 7500, 7500)


@pytest.mark.parametrize(
    ("last", "today", "since"),
    [
        ("2026-01-31", "2026-03-10", None),  # a month, and ten days of grace
        ("2026-01-31", "2026-03-11", "2026-03-11"),
        ("2025-12-01", "2026-03-11", "2026-01-12"),
    ],
)
def test_a_source_that_sends_nothing_is_silent(last: str, today: str, since: str | None) -> None:
    found = silent_since(contract(), dt.date.fromisoformat(last), dt.date.fromisoformat(today))
    assert found == (dt.date.fromisoformat(since) if since else None)
