"""Read amounts of money to exact thousandths of a yuan, each by a rule with a name.

A number without a unit is in the unit of its column; a unit in the cell (``5万元``, ``¥18000.00``)
speaks for itself. Ranges, estimates, several amounts and other currencies are findings. A float is
taken to the fifteen digits that a spreadsheet keeps, as a decimal; nothing is computed in binary.

>>> read_amount("壹万伍仟元整", "yuan")
(15000000, 'writing')
>>> read_amount(1.5, "10k-yuan")
(15000000, 'number')
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.records import normalise
from evenhand.records.money import MONEY, mention, plain_writing
from evenhand.records.numerals import NUMERAL_CHARACTERS
from evenhand.records.value_findings import (
    AMBIGUOUS_AMOUNT,
    AMOUNT_NOT_STATED,
    AMOUNT_RANGE,
    AMOUNT_TOO_LARGE,
    FOREIGN_CURRENCY,
    NEGATIVE_AMOUNT,
    NOT_AN_AMOUNT,
    SEVERAL_AMOUNTS,
    TOO_EXACT,
)
from evenhand.sources.sheet import CellValue

UNITS: Final = {"": 1, "yuan": 1, "10k-yuan": 10_000}
"""What a column's unit is worth in yuan."""

MOST: Final = 10**12
"""Yuan; a larger amount is a code in the wrong column, or a wrong unit."""

_LONGEST: Final = 60
_DIGITS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_FOREIGN: Final = re.compile(
    r"[$€£₩]|美元|美金|欧元|港元|港币|日元|日圆|英镑|韩元|卢布|USD|EUR|HKD|JPY|GBP", re.I
)
_RANGE: Final = re.compile(
    r"以上|以下|以内|不超过|不低于|不少于|至|到|约|左右|上下|[0-9万元][-~—–][0-9¥]|余元?$|多元?$"
)
_NEGATIVE: Final = re.compile(rf"[-−–—]¥?[0-9{NUMERAL_CHARACTERS}].*|¥-[0-9].*|\([¥0-9,.]+\)|负.*")
_BETWEEN: Final = re.compile(r"[():,;、大小写即计共合元]*")
_NOTHING: Final = frozenset(
    (
        "",
        "-",
        "--",
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


def read_amount(value: CellValue, unit: str) -> tuple[int, str] | Kind:
    """Read a cell as an amount of money.

    Args:
        value: What the cell holds.
        unit: Unit of the column, one of ``UNITS``.

    Returns:
        Thousandths of a yuan and the name of the rule (``number``, ``digits``, ``writing``), or the
        kind of what is wrong.
    """
    if value is None:
        return AMOUNT_NOT_STATED
    if isinstance(value, bool):
        return NOT_AN_AMOUNT
    if isinstance(value, int | float):
        if isinstance(value, float) and not math.isfinite(value):
            return NOT_AN_AMOUNT
        exact = Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
        return _thousandths(exact * UNITS[unit], "number")
    if not isinstance(value, str):
        return NOT_AN_AMOUNT
    return _read_text(value, unit)


def _read_text(value: str, unit: str) -> tuple[int, str] | Kind:
    cleaned = normalise.text(value)
    text = plain_writing(cleaned.value).rstrip("。.;,")
    if text.lower() in _NOTHING or not text.strip("-—_*"):
        return AMOUNT_NOT_STATED
    if len(text) > _LONGEST or not cleaned.usable:
        return NOT_AN_AMOUNT
    if _FOREIGN.search(text):
        return FOREIGN_CURRENCY
    if " " in text:
        return AMBIGUOUS_AMOUNT
    if _DIGITS.fullmatch(text):
        return _thousandths(Decimal(text.replace(",", "")) * UNITS[unit], "digits")
    if _NEGATIVE.fullmatch(text):
        return NEGATIVE_AMOUNT
    if _RANGE.search(text):
        return AMOUNT_RANGE
    return _of_writing(text, unit)


def _of_writing(text: str, unit: str) -> tuple[int, str] | Kind:
    found = list(MONEY.finditer(text))
    if not found or not _BETWEEN.fullmatch(MONEY.sub("", text)):
        return NOT_AN_AMOUNT
    read = [mention(one) for one in found]
    if any(one.yuan is None for one in read):
        return AMBIGUOUS_AMOUNT
    amounts = {one.yuan for one in read if one.yuan is not None}
    if len(amounts) > 1:
        return SEVERAL_AMOUNTS
    if UNITS[unit] != 1 and not any(one.said for one in read):
        return AMBIGUOUS_AMOUNT
    return _thousandths(amounts.pop(), "writing")


def _thousandths(yuan: Decimal, rule: str) -> tuple[int, str] | Kind:
    if yuan < 0:
        return NEGATIVE_AMOUNT
    if yuan > MOST:
        return AMOUNT_TOO_LARGE
    exact = yuan * 1000
    if exact != exact.to_integral_value():
        return TOO_EXACT
    return int(exact), rule
