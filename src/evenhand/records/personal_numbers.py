"""Find residents' numbers and telephone numbers in a text, however they are spaced.

A resident's number of 18 characters (GB 11643) is taken for one when its place and its day of birth
are plausible; a wrong check character makes it a mistyped one, not a harmless one, unless the whole is
a valid credit code or the day is so late that it is rather that of a document, whose numbers are often
built alike. One of 15 digits must not be a valid old registration number (ISO 7064 MOD 11,10), which
has the same length. Numbers with stars in place of the birthday count as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from evenhand.kernel.codes import birth_day, resident_number_passes, uscc_passes
from evenhand.kernel.findings import Kind
from evenhand.records.numerals import DIGITS
from evenhand.records.prohibited_findings import PHONE, RESIDENT_NUMBER

_PLACES: Final = frozenset(
    str(place)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65))
    for place in range(first, last + 1)
) | {"71", "81", "82", "83", "91", "99"}
"""First two digits: provinces, and 99, which no place has and the model city uses."""

_EARLIEST: Final = dt.date(1890, 1, 1)
_LATEST: Final = dt.date(2100, 1, 1)
_GROWN: Final = dt.date(2012, 12, 31)
"""A later day inside a number that fails its check is that of a document rather than of a birth."""

_ENOUGH: Final = re.compile(r"(?:[0-9*Xx][\s.·_()—–-]{0,3}){7}|[〇零○一二三四五六七八九]{11}")
_SPACED: Final = re.compile(r"(?<=[0-9*])[\s.·_—–-]{1,3}(?=[0-9Xx*])")
_CHINESE_RUN: Final = re.compile("[〇零○一二三四五六七八九]{11,18}")
_LONG: Final = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_SHORT: Final = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{14}(?![0-9A-Za-z])")
_STARRED: Final = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{2,13}(?:\*{4,}|[xX]{4,})[0-9]{0,7}[0-9Xx]?(?![0-9A-Za-z])"
)
_PERSON_WORD: Final = re.compile(
    r"身份证|证件号|公民身份|身份号|identity (?:card|number)|ID (?:card|no)", re.IGNORECASE
)

_MOBILE: Final = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9A-Za-z元万亿倍])"
)
_LANDLINE: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:\(0[1-9][0-9]{1,2}\)[- ]?|0[1-9][0-9]{1,2}[- ])[1-9][0-9]{6,7}(?![0-9A-Za-z])"
)
_CALLED: Final = re.compile(
    r"(?:电话|手机|座机|联系方式|联系号码|tel(?:ephone)?|phone|mobile|微信号?|QQ号?)(?:号码?|为|是|no|number)?"
    r"[.:：\s]{0,3}\+?(?=[0-9(])[0-9() -]{7,18}",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"(?:第|字|编号|单号|No\.?|№)\s*$", re.IGNORECASE)


def personal_numbers(plain: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield kind, start and end of each number in a text that is in NFKC."""
    if not _ENOUGH.search(plain):
        return
    written = _CHINESE_RUN.sub(_in_digits, plain)
    for text in dict.fromkeys((plain, written, _SPACED.sub("", written))):
        yield from _resident_numbers(text)
    for text in dict.fromkeys((plain, written)):
        yield from _phones(text)


def _resident_numbers(text: str) -> Iterator[tuple[Kind, int, int]]:
    for found in _LONG.finditer(text):
        if _is_resident(found[0].upper()):
            yield RESIDENT_NUMBER, found.start(), found.end()
    for found in _SHORT.finditer(text):
        if _is_old_resident(found[0]) or (
            _PERSON_WORD.search(text, max(0, found.start() - 16), found.start())
        ):
            yield RESIDENT_NUMBER, found.start(), found.end()
    for found in _STARRED.finditer(text):
        if found[0][:2] in _PLACES and 14 <= len(found[0]) <= 19:
            yield RESIDENT_NUMBER, found.start(), found.end()


def _is_resident(number: str) -> bool:
    born = birth_day(number)
    if born is None or not _EARLIEST <= born <= _LATEST:
        return False
    if resident_number_passes(number):
        return True
    return number[:2] in _PLACES and born <= _GROWN and not uscc_passes(number)


def _is_old_resident(number: str) -> bool:
    if number[:2] not in _PLACES or number[6] < "3" or _is_registration(number):
        return False
    try:
        dt.date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return False
    return True


def _is_registration(number: str) -> bool:
    """Say whether 15 digits pass the check of an old business registration number."""
    rest = 10
    for digit in number[:14]:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return (rest + int(number[14])) % 10 == 1


def _phones(text: str) -> Iterator[tuple[Kind, int, int]]:
    for form in (_MOBILE, _LANDLINE):
        for found in form.finditer(text):
            if not _NUMBERED.search(text, max(0, found.start() - 6), found.start()):
                yield PHONE, found.start(), found.end()
    for found in _CALLED.finditer(text):
        if sum(c.isdigit() for c in found[0]) >= 7:
            yield PHONE, found.start(), found.end()


def _in_digits(found: re.Match[str]) -> str:
    return "".join(str(DIGITS.get(c, 0)) for c in found[0])
