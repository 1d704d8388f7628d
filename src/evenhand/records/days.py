"""Read days, each by a rule with a name; whatever can be read in two ways is not read.

``evenhand.sources.day_rules`` names the rules. A column allows some of them; a cell that reads only
by another one is a finding that says so. The answer is the day and the rule that read it, or the
kind of what is wrong: the caller gives it its place and quotes the cell.

>>> read_day("2021年3月5日", ("chinese",), date1904=False)
(datetime.date(2021, 3, 5), 'chinese')
>>> read_day("3/5/2021", ("slash",), date1904=False).code
'E-DATE-03'
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.periods import Day
from evenhand.records import normalise
from evenhand.records.eras import day_of_era
from evenhand.records.numerals import DIGITS, PLAIN, number
from evenhand.records.value_findings import (
    AMBIGUOUS_DAY,
    DAY_NOT_STATED,
    DAY_OUT_OF_RANGE,
    DAY_RULE_NOT_ALLOWED,
    NO_LAST_DAY,
    NO_SUCH_DAY,
    NOT_A_DAY,
    ONLY_A_MONTH,
    SEVERAL_DAYS,
)
from evenhand.sources.day_rules import DAY_RULES, USUAL_DAY_RULES
from evenhand.sources.sheet import CellValue

EARLIEST: Final = dt.date(1900, 1, 1)
LATEST: Final = dt.date(2199, 12, 31)
"""Days outside are findings; a permanent licence often says 2099-12-31."""

_SERIALS: Final = (dt.date(1950, 1, 1), dt.date(2099, 12, 31))
"""Days that a serial may mean; an amount or a code in the column reads as a day far outside."""

_Y: Final = r"(\d{4})"
_HOUR: Final = r"[ T]?(?:上午|下午)?(?:[01]?\d|2[0-4])"
_TIME: Final = rf"{_HOUR}[:时][0-5]?\d(?:[:分][0-5]?\d(?:\.\d+)?秒?|分)?"
_FORMS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("hyphen", re.compile(rf"{_Y}-(\d{{1,2}})-(\d{{1,2}})", re.ASCII)),
    ("slash", re.compile(rf"{_Y}/(\d{{1,2}})/(\d{{1,2}})", re.ASCII)),
    ("dot", re.compile(rf"{_Y}\.(\d{{1,2}})\.(\d{{1,2}})\.?", re.ASCII)),
    ("compact", re.compile(rf"{_Y}(\d\d)(\d\d)", re.ASCII)),
    ("chinese", re.compile(rf"{_Y}年(\d{{1,2}})月(\d{{1,2}})[日号]", re.ASCII)),
)
_NUMERALS: Final = re.compile(
    r"([〇一二三四五六七八九]{4})年〇?([一二三四五六七八九十]{1,3})月〇?([一二三四五六七八九十]{1,3})[日号]"
)
_WRITTEN: Final = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}|\d{4}年\d{1,2}月\d{1,2}日"
_TIMESTAMP: Final = re.compile(rf"({_WRITTEN}){_TIME}(?:\+08:?00)?", re.ASCII)
_ZONED: Final = re.compile(rf"(?:{_WRITTEN}){_TIME}(?:Z|[+-]\d\d:?\d\d)", re.ASCII)
_SERIAL_TEXT: Final = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_ANY_DAY: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}", re.ASCII)
_SHORT: Final = re.compile(
    r"\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,4}[日号]?|\d{6}|\d{1,2}[-/.月]\d{1,2}[日号]?", re.ASCII
)
_MONTH: Final = re.compile(r"\d{4}(?:[-/.年]\d{1,2}月?|年)", re.ASCII)
_NOTHING: Final = frozenset(
    (
        "",
        "-",
        "--",
        "---",
        "/",
        "\\",
        "无",
        "不详",
        "未标明",
        "未知",
        "未注明",
        "暂无",
        "空",
        "null",
        "none",
        "n/a",
        "na",
    )
)
_FOR_GOOD: Final = frozenset(("长期", "长期有效", "永久", "永久有效", "无期限", "无固定期限"))


def read_day(value: CellValue, rules: tuple[str, ...], date1904: bool) -> tuple[Day, str] | Kind:
    """Read a cell as a day.

    Args:
        value: What the cell holds.
        rules: Names of the rules that the column allows; empty for the usual ones.
        date1904: True when the workbook counts serial days from 1904.

    Returns:
        The day and the name of the rule, or the kind of what is wrong. Serials say which count read
        them: ``serial-1900`` or ``serial-1904``.
    """
    read = _read(value, date1904)
    if isinstance(read, Kind):
        return read
    day, rule = read
    if rule.split("-190")[0] not in (rules or USUAL_DAY_RULES):
        return DAY_RULE_NOT_ALLOWED
    if not EARLIEST <= day <= LATEST:
        return DAY_OUT_OF_RANGE
    return day, rule


def range_said() -> str:
    """Say the range of days that are read, for a finding."""
    return f"{EARLIEST}…{LATEST}"


def rules_said(rules: tuple[str, ...]) -> str:
    """Say by examples what a column allows, for a finding."""
    return "; ".join(DAY_RULES[rule].en for rule in rules or USUAL_DAY_RULES if rule in DAY_RULES)


def _read(value: CellValue, date1904: bool) -> tuple[Day, str] | Kind:
    match value:
        case dt.datetime():
            return value.date(), "date-cell"
        case dt.date():
            return value, "date-cell"
        case None:
            return DAY_NOT_STATED
        case bool() | dt.time() | dt.timedelta():
            return NOT_A_DAY
        case int() | float():
            return _read_number(value, date1904)
    return _read_text(value, date1904)


def _read_number(value: float, date1904: bool) -> tuple[Day, str] | Kind:
    if isinstance(value, float) and not (abs(value) < 1e9):
        return NOT_A_DAY
    if value == int(value) and 19_000_101 <= value <= 21_991_231:
        return _made("compact", *_split(f"{int(value):08d}"))
    return _of_serial(value, date1904)


def _of_serial(value: float, date1904: bool) -> tuple[Day, str] | Kind:
    """Turn a serial day into a day; 60 is the 29 February 1900 that never was."""
    whole = int(value)
    start = dt.date(1904, 1, 1) if date1904 else dt.date(1899, 12, 30)
    try:
        day = start + dt.timedelta(days=whole)
    except OverflowError:
        return NOT_A_DAY
    if not _SERIALS[0] <= day <= _SERIALS[1]:
        return NOT_A_DAY
    return day, "serial-1904" if date1904 else "serial-1900"


def _read_text(value: str, date1904: bool) -> tuple[Day, str] | Kind:
    cleaned = normalise.text(value)
    if not cleaned.usable:
        return NOT_A_DAY
    text = unicodedata.normalize("NFKC", cleaned.value)
    tight = text.replace(" ", "")
    if tight.lower() in _NOTHING or not tight.strip("-—_*"):
        return DAY_NOT_STATED
    if tight in _FOR_GOOD:
        return NO_LAST_DAY
    for rule, form in _FORMS:
        if found := form.fullmatch(tight):
            return _made(rule, *found.groups())
    for read in (_of_numerals, _of_timestamp, _of_era_text):
        if (answer := read(text)) is not None:
            return answer
    if _SERIAL_TEXT.fullmatch(tight):
        return _of_serial(float(tight), date1904)
    return _why_not(tight)


def _why_not(tight: str) -> Kind:
    if len(_ANY_DAY.findall(tight)) > 1:
        return SEVERAL_DAYS
    if _SHORT.fullmatch(tight) or _ZONED.fullmatch(tight):
        return AMBIGUOUS_DAY
    if _MONTH.fullmatch(tight):
        return ONLY_A_MONTH
    return NOT_A_DAY


def _of_numerals(text: str) -> tuple[Day, str] | Kind | None:
    found = _NUMERALS.fullmatch(text.replace(" ", "").translate(PLAIN))
    if not found:
        return None
    year = "".join(str(DIGITS[c]) for c in found[1])
    month, day = number(found[2]), number(found[3])
    if month is None or day is None:
        return NO_SUCH_DAY
    return _made("numerals", year, str(month), str(day))


def _of_timestamp(text: str) -> tuple[Day, str] | Kind | None:
    found = _TIMESTAMP.fullmatch(text)
    if not found:
        return None
    return _made("timestamp", *_split(found[1]))


def _of_era_text(text: str) -> tuple[Day, str] | Kind | None:
    read = day_of_era(text.replace(" ", ""))
    if read is None:
        return None
    return (read, "era") if isinstance(read, dt.date) else NO_SUCH_DAY


def _split(text: str) -> tuple[str, str, str]:
    if text.isdigit():
        return text[:4], text[4:6], text[6:]
    year, month, day = re.findall(r"\d+", text)
    return year, month, day


def _made(rule: str, year: str, month: str, day: str) -> tuple[Day, str] | Kind:
    try:
        return dt.date(int(year), int(month), int(day)), rule
    except ValueError:
        return NO_SUCH_DAY
