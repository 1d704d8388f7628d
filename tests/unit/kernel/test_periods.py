"""Days, windows, and what is no day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import (
    Days,
    Span,
    day,
    microseconds,
    moment,
    months_after,
    months_before,
    said,
)

days = st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1))


def test_months_clamp_to_the_end_of_the_month() -> None:
    assert months_before(dt.date(2025, 3, 31), 1) == dt.date(2025, 2, 28)
    assert months_after(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)
    assert months_before(dt.date(2025, 1, 15), 13) == dt.date(2023, 12, 15)


@given(days, st.integers(0, 60))
def test_going_back_and_forth_never_passes_the_start(of: dt.date, months: int) -> None:
    assert months_after(months_before(of, months), months) <= of


@pytest.mark.parametrize(
    "text", ["2026-2-1", "2026-02-30", "26-02-01", "20260201", "2026-02-01T00:00", ""]
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(
        BadInput, match=r"is not a day\. Write year-month-day, for example 2026-03-14"
    ):
        day(text)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(BadInput, match="with a zone"):
        moment("2026-03-14T09:00:00")


def test_moments_print_in_utc_and_count_exactly() -> None:
    at = moment("2026-03-14T09:00:00.000001+08:00")
    assert said(at) == "2026-03-14T01:00:00.000001Z"
    assert microseconds(at) % 1_000_000 == 1


@pytest.mark.parametrize(
    ("text", "said_again"),
    [
        ("24 months", "24 months"),
        ("1 day", "1 day"),
        ("2 years", "2 years"),
        ("7 working days", "7 working days"),
    ],
)
def test_spans_read_and_print(text: str, said_again: str) -> None:
    assert str(Span.parse(text)) == said_again


@pytest.mark.parametrize(
    "text", ["", "24", "months", "-1 days", "1.5 years", "24 month s", "two years", "99999 days"]
)
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a length of time"):
        Span.parse(text)


def test_working_days_need_a_calendar() -> None:
    with pytest.raises(ValueError, match="calendar"):
        Span.parse("7 working days").after(dt.date(2026, 1, 1))


def test_files_say_the_last_day_and_the_kernel_keeps_the_day_after() -> None:
    period = Days.through(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    assert period.stop == dt.date(2026, 2, 1)
    assert dt.date(2026, 1, 31) in period
    assert dt.date(2026, 2, 1) not in period
    assert period.last == dt.date(2026, 1, 31)


def test_a_period_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="runs backwards"):
        Days(dt.date(2026, 1, 2), dt.date(2026, 1, 1))


@given(days, days, days)
def test_a_day_in_both_means_that_they_overlap(
    first: dt.date, length: dt.date, other: dt.date
) -> None:
    one, two = Days(min(first, length), max(first, length)), Days(other)
    assert one.overlaps(two) == any(
        one.start + dt.timedelta(d) in two
        for d in range((max(first, length) - min(first, length)).days)
    )
