"""Working days of China as published, and the two readings of a year that was not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.calendars import (
    Calendar,
    add_working_days,
    first_working_day,
    working_day,
    working_days_between,
)
from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import ONE_DAY
from evenhand.kernel.text import Text
from evenhand.sources.read_calendar import calendar_of, read_calendar, shipped_calendar

CHINA = shipped_calendar("china")
GERMANY = shipped_calendar("germany")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def calendar(**changes: object) -> Calendar:
    parts: dict[str, object] = {
        "calendar": "made-up",
        "title": Text(zh="示例", en="Example"),
        "weekend": frozenset({5, 6}),
        "published": frozenset({2026}),
        "rest": frozenset(),
        "work": frozenset(),
    }
    return Calendar(**(parts | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "days"),
    [(2024, 251), (2025, 248), (2026, 248)],
)
def test_a_published_year_has_its_number_of_working_days(year: int, days: int) -> None:
    before = dt.date(year, 1, 1) - ONE_DAY
    count = sum(
        working_day(CHINA, before + ONE_DAY * n)
        for n in range(1, 367)
        if (before + ONE_DAY * n).year == year
    )
    assert count == days


@pytest.mark.parametrize(
    ("of", "worked"),
    [
        ("2024-02-09", True),  # the eve of the Spring Festival was a working day by the notice
        ("2024-02-18", True),  # a Sunday worked in exchange
        ("2025-01-28", False),
        ("2025-02-08", True),
        ("2026-01-02", False),
        ("2026-01-04", True),
        ("2026-02-23", False),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2026-03-02", True),
        ("2026-09-20", True),
    ],
)
def test_shifted_days(of: str, worked: bool) -> None:
    assert working_day(CHINA, day(of), "subject") is worked
    assert working_day(CHINA, day(of), "authority") is worked


def test_seven_working_days_over_the_spring_festival() -> None:
    assert add_working_days(CHINA, day("2026-02-12"), 7) == day("2026-02-28")
    assert working_days_between(CHINA, day("2026-02-12"), day("2026-02-28")) == 7


def test_a_deadline_that_ends_on_a_rest_day_ends_on_the_next_working_day() -> None:
    assert first_working_day(CHINA, day("2026-10-02")) == day("2026-10-08")
    assert first_working_day(CHINA, day("2026-10-10")) == day("2026-10-10")


def test_no_working_days_end_on_the_day_itself() -> None:
    assert add_working_days(CHINA, day("2026-10-03"), 0) == day("2026-10-03")


def test_an_unpublished_year_is_read_longer_for_the_subject_and_shorter_for_the_authority() -> None:
    start = day("2027-02-01")
    assert add_working_days(CHINA, start, 5, "subject") == day("2027-03-08")
    assert add_working_days(CHINA, start, 5, "authority") == day("2027-02-06")
    assert add_working_days(CHINA, day("2026-12-30"), 3, "authority") == day("2027-01-02")


@given(
    start=st.dates(dt.date(2027, 1, 1), dt.date(2027, 11, 1)),
    n=st.integers(0, 15),
    chosen=st.data(),
)
def test_whatever_is_published_later_the_two_readings_hold_it_between_them(
    start: dt.date, n: int, chosen: st.DataObject
) -> None:
    year = [dt.date(2027, 1, 1) + ONE_DAY * i for i in range(365)]
    inside = [of for of in year if any(a <= (of.month, of.day) <= b for a, b in CHINA.may_rest)]
    weekend_days = [of for of in year if of.weekday() > 4]
    rest = chosen.draw(st.frozensets(st.sampled_from(inside), max_size=40))
    work = chosen.draw(st.frozensets(st.sampled_from(weekend_days), max_size=10)) - rest
    later = calendar(published=frozenset({2026, 2027, 2028}), rest=rest, work=work)
    true = add_working_days(later, start, n)
    assert add_working_days(CHINA, start, n, "authority") <= true
    assert true <= add_working_days(CHINA, start, n, "subject")


@given(start=st.dates(dt.date(2024, 1, 1), dt.date(2026, 11, 1)), n=st.integers(0, 30))
def test_counting_undoes_adding(start: dt.date, n: int) -> None:
    assert working_days_between(CHINA, start, add_working_days(CHINA, start, n)) == n


@pytest.mark.parametrize(("year", "days"), [(2025, 252), (2026, 254), (2027, 256)])
def test_a_german_year_has_its_number_of_working_days(year: int, days: int) -> None:
    end = dt.date(year, 12, 31)
    assert working_days_between(GERMANY, dt.date(year - 1, 12, 31), end) == days


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_german_holidays_move_with_easter_and_fall_where_they_may(year: int) -> None:
    easter = easter_sunday(year)
    movable = {easter + ONE_DAY * n for n in (-2, 1, 39, 50)}
    fixed = {dt.date(year, *of) for of in ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))}
    assert {of for of in GERMANY.rest if of.year == year} == movable | fixed
    for of in movable | fixed:
        assert any(a <= (of.month, of.day) <= b for a, b in GERMANY.may_rest)


def test_german_holidays_of_any_year_lie_where_an_unpublished_one_is_read_as_resting() -> None:
    for year in range(2028, 2128):
        for n in (-2, 1, 39, 50):
            of = easter_sunday(year) + ONE_DAY * n
            assert not working_day(GERMANY, of, "subject")
            assert working_day(GERMANY, of, "authority")


def easter_sunday(year: int) -> dt.date:
    """Easter by the Gregorian computus (Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    month, day_of = divmod(h + el - 7 * ((a + 11 * h + 22 * el) // 451) + 114, 31)
    return dt.date(year, month, day_of + 1)


def test_one_deadline_in_two_jurisdictions() -> None:
    assert first_working_day(GERMANY, day("2026-04-03")) == day("2026-04-07")  # Good Friday
    assert first_working_day(CHINA, day("2026-04-03")) == day("2026-04-03")
    assert first_working_day(GERMANY, day("2026-10-05")) == day("2026-10-05")
    assert first_working_day(CHINA, day("2026-10-05")) == day("2026-10-08")


@pytest.mark.parametrize(("said", "name"), [("CN-LINHE", "china"), ("de-BE", "germany")])
def test_a_jurisdiction_counts_by_its_country(said: str, name: str) -> None:
    assert calendar_of(said) == name


@pytest.mark.parametrize("said", ["FR-75", "Linhe", "", "CNX"])
def test_a_jurisdiction_without_a_calendar_is_refused_and_never_guessed(said: str) -> None:
    with pytest.raises(BadInput, match="no calendar of working days") as refused:
        calendar_of(said)
    assert "china, germany" in refused.value.text.en
    assert "没有工作日历" in refused.value.text.zh


def test_a_negative_deadline_is_refused() -> None:
    with pytest.raises(ValueError, match="does not run backwards"):
        add_working_days(CHINA, day("2026-03-02"), -1)


def test_counting_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="runs backwards"):
        working_days_between(CHINA, day("2026-03-02"), day("2026-03-01"))


def test_a_calendar_without_working_days_is_refused() -> None:
    never = calendar(weekend=frozenset(range(7)))
    with pytest.raises(ValueError, match="no working day"):
        first_working_day(never, day("2026-03-02"))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rest": frozenset({day("2026-05-09")}), "work": frozenset({day("2026-05-09")})}, "both"),
        ({"rest": frozenset({day("2027-05-03")})}, "not published"),
        ({"work": frozenset({day("2026-05-08")})}, "without being shifted"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(
    changes: dict[str, object], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        calendar(**changes)


GOOD = """\
calendar: example
title: {zh: 示例, en: Example}
weekend: [saturday, sunday]
years:
  - year: 2026
    source: {zh: 通知, en: Notice}
    rest: [2026-05-01 to 2026-05-05]
    work: [2026-05-09]
may_rest: [02-29 to 03-01]
"""


def test_a_calendar_is_read() -> None:
    read = read_calendar(GOOD.encode(), "example.yaml")
    assert read.published == {2026}
    assert len(read.rest) == 5
    assert read.may_rest == (((2, 29), (3, 1)),)


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("source: {zh: 通知, en: Notice}", "surce: {zh: 通知, en: Notice}", "E-CAL-02", "source"),
        ("    source: {zh: 通知, en: Notice}\n", "", "E-CAL-01", '"source" is missing'),
        ("{zh: 示例, en: Example}", "{zh: 示例}", "E-CAL-01", '"en" is missing'),
        ("{zh: 示例, en: Example}", "Example", "E-CAL-03", "zh, en"),
        ("[saturday, sunday]", "[saturday, sonntag]", "E-CAL-03", "sunday"),
        ("[saturday, sunday]", "sunday", "E-CAL-03", '"sunday" cannot stand here'),
        ("year: 2026", "year: 26", "E-CAL-03", '"26"'),
        ("2026-05-01 to", "2026-5-1 to", "E-CAL-03", "2026-5-1"),
        ("2026-05-01 to", "2025-12-31 to", "E-CAL-04", "does not lie in the year 2026"),
        ("work: [2026-05-09]", "work: [2026-05-02]", "E-CAL-05", "2026-05-02 is there twice"),
        ("work: [2026-05-09]", "work: [2026-05-08]", "E-CAL-06", "working day anyway"),
        ("02-29 to 03-01", "03-01 to 02-29", "E-CAL-03", "03-01 to 02-29"),
        ("calendar: example", "calendar: ''", "E-CAL-03", "cannot stand here"),
    ],
)
def test_a_bad_calendar_is_refused_in_words(old: str, new: str, code: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(BadInput, match="cannot be used") as refused:
        read_calendar(GOOD.replace(old, new).encode(), "example.yaml")
    said = {f.kind.code: f.sentence("en") for f in refused.value.findings}
    assert says in said[code]
    assert all(f.sentence("zh") for f in refused.value.findings)


def test_a_year_published_twice_is_refused() -> None:
    twice = GOOD.replace(
        "may_rest", "  - {year: 2026, source: {zh: 一, en: a}, rest: [], work: []}\nmay_rest"
    )
    with pytest.raises(BadInput) as refused:
        read_calendar(twice.encode(), "example.yaml")
    assert [f.sentence("en") for f in refused.value.findings] == ["2026 is there twice."]


def test_an_unknown_calendar_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="There are: china, germany"):
        shipped_calendar("atlantis")
