"""Read numbers as documents write them: digits, Chinese numerals, capitals, and mixtures.

Strict: a text is one number in the usual order of units, or it is none. ``壹万伍仟``, ``一万八千``,
``1万5千``, ``1.5万``, ``18,000.00`` and ``二百零三`` are numbers; ``一万五`` (fifteen thousand to some,
ten thousand and five to others) and ``壹拾贰佰`` are not.

>>> number("壹万伍仟壹佰伍拾")
Decimal('15150')
>>> number("1.5万"), number("一万五")
(Decimal('15000.0'), None)
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_FORMS: Final = {
    "〇": "零○Ｏ",
    "一": "壹弌幺",
    "二": "贰貳弍两兩",
    "三": "叁參叄叄弎参",
    "四": "肆",
    "五": "伍",
    "六": "陆陸",
    "七": "柒",
    "八": "捌",
    "九": "玖",
    "十": "拾",
    "百": "佰陌",
    "千": "仟阡",
    "万": "萬",
    "亿": "億",
}
PLAIN: Final = str.maketrans({old: new for new, olds in _FORMS.items() for old in olds})
"""Turns capitals and variants of Chinese numerals into the plain ones, for ``str.translate``."""

DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")}
"""Plain Chinese digits and their values."""

NUMERAL_CHARACTERS: Final = "".join(new + olds for new, olds in _FORMS.items())
"""Every character that may stand in a Chinese numeral, for patterns."""

_ARABIC: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONE: Final = r"(?:[一二三四五六七八九]|\d+)"
_BELOW_TEN_THOUSAND: Final = re.compile(
    rf"(?:(?P<thousands>{_ONE}|\d+\.\d+)千)?(?P<gap1>〇?)(?:(?P<hundreds>{_ONE})百)?(?P<gap2>〇?)"
    rf"(?:(?P<tens>{_ONE}?)十)?(?P<gap3>〇?)(?P<ones>[一二三四五六七八九]|\d+(?:\.\d+)?)?"
)
_WHOLE_ARABIC: Final = re.compile(_ARABIC)


def number(text: str) -> Decimal | None:
    """Read a text that is one number; None when it is none, or can be read in two ways."""
    plain = text.translate(PLAIN)
    if _WHOLE_ARABIC.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if not plain or plain.strip("〇") == "":
        return Decimal(0) if plain else None
    return _with_large_units(plain)


def _with_large_units(plain: str) -> Decimal | None:
    total = Decimal(0)
    rest = plain
    for unit, worth in (("亿", 100_000_000), ("万", 10_000)):
        if unit in rest:
            before, _, rest = rest.partition(unit)
            many = _small(before, leading=not total)
            if not many or (rest and many != many.to_integral_value()):
                return None
            total += many * worth
    if not rest:
        return total
    if total and not _full_below(rest):
        return None
    many = _small(rest, leading=not total)
    return None if many is None else total + many


def _small(text: str, *, leading: bool) -> Decimal | None:
    """Read what stands before 亿 or 万, or after them all: a number below ten thousand, or digits."""
    if _WHOLE_ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    bare = text if leading else text.removeprefix("〇")
    found = _BELOW_TEN_THOUSAND.fullmatch(bare)
    if not found or not bare or bare[0] == "〇" or bare[-1] == "〇":
        return None
    if found["ones"] and len(bare) > 1 and _skips(found):
        return None
    total = Decimal(0)
    for group, worth in (("thousands", 1000), ("hundreds", 100), ("tens", 10), ("ones", 1)):
        if digits := found[group]:
            total += _value(digits) * worth
        elif group == "tens" and "十" in bare:
            total += 10
    return total


def _skips(found: re.Match[str]) -> bool:
    """Say whether a last digit follows hundreds or thousands without 〇: 一百五 has two readings."""
    gap = found["gap1"] or found["gap2"] or found["gap3"]
    return found["tens"] is None and "十" not in found[0] and not gap


def _full_below(rest: str) -> bool:
    """Say whether what follows 万 says its own unit or begins with 〇: 一万五 does neither."""
    return rest[0] == "〇" or any(unit in rest for unit in "千百十") or len(rest) > 3


def _value(digits: str) -> Decimal:
    return Decimal(DIGITS[digits]) if digits in DIGITS else Decimal(digits)
