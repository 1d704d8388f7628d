"""Days are read by rules with names; what can be read in two ways is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.findings import Kind
from evenhand.records.days import read_day, rules_said
from evenhand.sources.day_rules import DAY_RULES, USUAL_DAY_RULES
from evenhand.sources.sheet import CellValue
from tests.golden import check_golden

GOLDEN = Path(__file__).parents[2] / "golden" / "normalise"
ALL = tuple(DAY_RULES)

TYPED: tuple[CellValue, ...] = (
    "2021年3月5日",
    "2021 年 03 月 05 日",
    "２０２１年３月５日",
    "2021年3月5号",
    "2021.3.5",
    "2021.03.05.",
    "2021/3/5",
    "2021-3-5",
    "2021-03-05",
    "20210305",
    20210305,
    "二〇二一年三月五日",
    "二○二一年十二月三十一日",
    "贰零贰壹年零叁月零伍日",
    "二〇二一年十三月一日",
    "2021-03-05 09:30:00",
    "2021/3/5 9:30",
    "2021年3月5日 9时30分",
    "2021-03-05T09:30:00+08:00",
    "2021-03-05T23:30:00Z",
    "2021-03-05 25:00",
    dt.date(2021, 3, 5),
    dt.datetime.fromisoformat("2021-03-05T09:30"),
    dt.time(9, 30),
    dt.timedelta(days=3),
    44260,
    44260.75,
    "44260",
    42965,
    60,
    1,
    0,
    -5,
    1e300,
    float("nan"),
    18000,
    "18000",
    99999999,
    "平成30年３月31日",
    "H29.4.24",
    "H29-4-24",
    "令和元年5月1日",
    "R6.5.1",
    "昭和64年1月7日",
    "昭和64年1月8日",
    "平成31年4月30日",
    "平成31年5月1日",
    "大正元年7月30日",
    "M45.7.29",
    "明治5年1月1日",
    "令和0年1月1日",
    "㍻30年3月31日",
    "2021-02-29",
    "2020-02-29",
    "2021年13月5日",
    "2021-00-10",
    "1899-12-31",
    "1900-01-01",
    "2199-12-31",
    "2200-01-01",
    "3/5/2021",
    "05-03-2021",
    "21-3-5",
    "21年3月5日",
    "3月5日",
    "210305",
    "2021年3月",
    "2021",
    "2021.3",
    "2021年",
    "2021年3月5日至2022年3月4日",
    "2021-03-05~2022-03-04",
    "长期",
    "永久有效",
    "不详",
    "未标明",
    "无",
    "-",
    "——",
    "",
    None,
    "明天",
    "2021年3月5日起",
    "２０２１．３．５",
    "2021\u200b-03-05",
    "2021-\u202e03-05",
    True,
    "٢٠٢١-٠٣-٠٥",
)


def shown(answer: tuple[dt.date, str] | Kind) -> str:
    return answer.code if isinstance(answer, Kind) else f"{answer[0]} {answer[1]}"


def test_what_becomes_of_days() -> None:
    lines = [
        f"{ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)}\t"
        f"{shown(read_day(value, ALL, date1904=False))}"
        for value in TYPED
    ]
    check_golden(GOLDEN / "days.txt", "\n".join(lines) + "\n")


def test_serials_count_from_1900_or_1904_as_the_workbook_says() -> None:
    assert read_day(44260, ("serial",), date1904=False) == (dt.date(2021, 3, 5), "serial-1900")
    assert read_day(42798, ("serial",), date1904=True) == (dt.date(2021, 3, 5), "serial-1904")


@pytest.mark.parametrize("value", [44260, "44260", "H29.4.24"])
def test_serials_and_eras_are_read_only_where_the_contract_says_so(value: CellValue) -> None:
    assert isinstance(read_day(value, ALL, date1904=False), tuple)
    answer = read_day(value, (), date1904=False)
    assert isinstance(answer, Kind)
    assert answer.code == "E-DATE-05"
    assert "a way that this column does not provide for" in answer.what.en


def test_a_rule_that_the_column_does_not_allow_reads_nothing() -> None:
    for rule in USUAL_DAY_RULES:
        others = tuple(name for name in DAY_RULES if name != rule)
        for value in TYPED:
            answer = read_day(value, others, date1904=False)
            if isinstance(answer, tuple):
                assert answer[1] != rule


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("3/5/2021", "can be read as several days"),
        ("2021年13月5日", "no such day in the calendar"),
        ("明天", "is not a day"),
        ("2021年3月", "states a year or month, not the day"),
        ("2021-03-05~2022-03-04", "states more than one day"),
        ("不详", "No day is stated"),
        ("1899-12-31", "does not lie between"),
    ],
)
def test_each_refusal_has_its_words(value: str, words: str) -> None:
    answer = read_day(value, ALL, date1904=False)
    assert isinstance(answer, Kind)
    assert words in answer.what.en


def test_the_allowed_ways_are_said_by_examples() -> None:
    assert rules_said(("chinese", "dot")) == "2021年3月5日; 2021.3.5"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_every_day_written_in_full_is_read_as_itself(day: dt.date) -> None:
    written = (
        f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02d}/{day.day:02d}", day.isoformat(), f"{day:%Y%m%d}", day,
    )  # fmt: skip
    for value in written:
        answer = read_day(value, (), date1904=False)
        assert isinstance(answer, tuple)
        assert answer[0] == day


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)), st.booleans())
def test_every_serial_is_read_as_its_day(day: dt.date, date1904: bool) -> None:
    start = dt.date(1904, 1, 1) if date1904 else dt.date(1899, 12, 30)
    answer = read_day((day - start).days, ("serial",), date1904=date1904)
    assert isinstance(answer, tuple)
    assert answer[0] == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_day(text, ALL, date1904=False)


@given(st.one_of(st.floats(), st.integers()))
def test_no_number_breaks_the_reading(value: float) -> None:
    answer = read_day(value, ALL, date1904=False)
    if isinstance(answer, tuple):
        assert dt.date(1900, 1, 1) <= answer[0] <= dt.date(2199, 12, 31)
