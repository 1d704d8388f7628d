"""Find amounts of money in writing: ``壹万伍仟元整``, ``5万元``, ``¥18,000.00``, ``叁佰元伍角``.

Works on texts in NFKC without spaces, as ``plain_writing`` makes them. An amount is in yuan; who
counts in 10,000 yuan says so in the writing (``5万元``) or by the column's unit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evenhand.records.numerals import NUMERAL_CHARACTERS, PLAIN, number

_SPACE: Final = re.compile(
    r"(?<![0-9])[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+(?![0-9])"
)
_SPACES: Final = re.compile(r"\s+")
_DIGIT: Final = rf"[0-9{NUMERAL_CHARACTERS}零]"
MONEY: Final = re.compile(
    r"(?P<sign>(?:(?:人民币|RMB|CNY|[¥Y](?=[0-9]))[:,]?|\(?大写\)?[:,]?|\(?小写\)?[:,]?){0,4})"
    rf"(?P<number>{_DIGIT}(?:[.,]?{_DIGIT})*)"
    r"(?P<unit>[元圆圓]{1,2}|园(?=整|正))?"
    rf"(?P<jiao>(?<=[元圆圓])零?(?P<tenths>{_DIGIT})角)?"
    rf"(?P<fen>(?<=[元圆圓角])零?(?P<hundredths>{_DIGIT})分)?"
    r"(?P<whole>整|正(?!在|式|常))?"
)
"""One amount as written; ``number`` may be no number at all, which ``amount_of`` finds out."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One amount in a text: where it stands, how many yuan, and whether it says that it is money.

    ``yuan`` is None when the digits make no number. ``said`` is False for bare digits; ``whole`` is
    True when the writing ends the amount (``元``, ``整``), so that no measure can follow.
    """

    start: int
    end: int
    yuan: Decimal | None
    said: bool
    whole: bool


def plain_writing(text: str) -> str:
    """Bring a text to NFKC and take out every space but one between two digits, which parts them."""
    return _SPACES.sub(" ", _SPACE.sub("", unicodedata.normalize("NFKC", text)))


def mention(found: re.Match[str]) -> Mention:
    """Make a mention of a match of ``MONEY``."""
    yuan = number(found["number"])
    for digit, worth in ((found["tenths"], "0.1"), (found["hundredths"], "0.01")):
        if digit and yuan is not None:
            small = number(digit)
            yuan = None if small is None else yuan + small * Decimal(worth)
    plain = found["number"].translate(PLAIN)
    scaled = "万" in plain or "亿" in plain
    said = bool(found["sign"] or found["unit"] or found["whole"] or scaled)
    whole = bool(found["unit"] or found["whole"])
    return Mention(found.start(), found.end(), yuan, said, whole)


def mentions(text: str) -> Iterator[Mention]:
    """Yield every amount and bare number in a text that ``plain_writing`` made."""
    return (mention(found) for found in MONEY.finditer(text))
