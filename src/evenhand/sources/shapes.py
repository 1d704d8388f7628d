"""Tell what the cells of a column look like, to notice columns that stand under the wrong head.

A shape is a look, not a reading: it is never used to take a value. Cells that say "unknown" in one
of the usual ways count as empty.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.codes import has_uscc_form
from evenhand.kernel.text import Text
from evenhand.sources.contract import Column, IdentifierKind, Role
from evenhand.sources.sheet import CellValue

Shape = Literal["empty", "day", "uscc", "resident", "number", "amount", "words", "other"]

SHAPES: Final[dict[Shape, Text]] = {
    "empty": Text(zh="空", en="nothing"),
    "day": Text(zh="日期", en="days"),
    "uscc": Text(zh="统一社会信用代码", en="credit codes"),
    "resident": Text(zh="居民身份证号", en="residents' numbers"),
    "number": Text(zh="数字", en="numbers"),
    "amount": Text(zh="金额", en="amounts"),
    "words": Text(zh="文字", en="words"),
    "other": Text(zh="代码", en="codes"),
}

_UNKNOWN: Final = re.compile(
    r"[-—–/\\.。*]*|无|不详|未标明|未知|空|暂无|none|null|n/?a", re.IGNORECASE
)
_DAY: Final = re.compile(
    r"(?:19|20)\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
    r"|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}[-./]\d{1,2}[-./](?:(?:19|20)?\d{2})|\d{2}[-./]\d{1,2}[-./]\d{1,2}"
    r"|[〇零一二三四五六七八九○]{4}年.*|(?:明治|大正|昭和|平成|令和|[MTSHR])(?:\d{1,2}|元)[年.].*"
)
_NUMBER: Final = re.compile(r"[-+]?[\d,]+(?:\.\d+)?(?:[eE][+]?\d+)?%?")
_AMOUNT: Final = re.compile(
    r".*(?:\d|[壹贰叁肆伍陆柒捌玖拾佰仟萬万亿])\s*(?:元|圆|万)(?:整|正)?.*|[¥￥$]\s*\d.*"
)
_RESIDENT: Final = re.compile(r"[1-9]\d{5}(?:19|20)\d{9}[\dXx]")
_WORDS: Final = re.compile(r"[^\d]*[\u3400-\u9fff]{2}.*|[A-Za-z][A-Za-z&.,' -]{3,}")

_FORMS: Final[tuple[tuple[Shape, re.Pattern[str]], ...]] = (
    ("empty", _UNKNOWN),
    ("resident", _RESIDENT),
    ("day", _DAY),
    ("number", _NUMBER),
    ("amount", _AMOUNT),
    ("words", _WORDS),
)

_MOST: Final = 60
"""Percent of the filled cells that look like something else before a column counts as retyped."""

_FEW: Final = 3
"""Fewer such cells are rows to hold, and prove nothing about the column."""

_SAMPLE: Final = 400


@dataclass(frozen=True, slots=True)
class Retyped:
    """A column whose cells belie its head: how many of how many look like which shape."""

    seen: Shape
    count: int
    of: int
    allowed: Text


def shape(value: CellValue) -> Shape:
    """Say what one cell looks like."""
    if value is None:
        return "empty"
    if isinstance(value, dt.date):
        return "day"
    if isinstance(value, str):
        return _shape_of(unicodedata.normalize("NFKC", value).strip())
    return "number"


def _shape_of(said: str) -> Shape:
    if has_uscc_form(said.upper()) and not _RESIDENT.fullmatch(said):
        return "uscc"
    for look, form in _FORMS:
        if form.fullmatch(said):
            return look
    return "other"


def retyped(column: Column, cells: Iterable[CellValue]) -> Retyped | None:
    """Say whether most cells of a column look like something that cannot stand there."""
    expected, impossible = _expected(column)
    if not impossible:
        return None
    looks: Counter[Shape] = Counter()
    for seen, value in enumerate(cells):
        if seen >= _SAMPLE:
            break
        look = shape(value)
        looks["other" if look == "number" and column.is_day and _is_small(value) else look] += 1
    del looks["empty"]
    filled = sum(looks.values())
    wrong = Counter({look: times for look, times in looks.items() if look in impossible})
    count = sum(wrong.values())
    if count < _FEW or count * 100 < _MOST * filled:
        return None
    return Retyped(wrong.most_common(1)[0][0], count, filled, expected)


def _is_small(value: CellValue) -> bool:
    """Say whether a number is too small to be a day as spreadsheets count days."""
    return len(str(value).partition(".")[0]) < 5


def _expected(column: Column) -> tuple[Text, frozenset[Shape]]:
    """What a column's cells should look like, and what they cannot."""
    if column.is_day:
        return SHAPES["day"], frozenset({"uscc", "resident", "amount", "words", "other"})
    if column.kind in ("amount", "integer"):
        return SHAPES["number"], frozenset({"uscc", "resident", "day", "words"})
    if column.kind in ("code", "flag"):
        return SHAPES["other"], _CODED
    if column.role == "identifier":
        return _IDENTIFIERS[column.scheme or "uscc"]
    return _ROLES.get(column.role, (SHAPES["words"], frozenset()))


_CODED: Final[frozenset[Shape]] = frozenset({"uscc", "resident", "day", "amount"})

_IDENTIFIERS: Final[dict[IdentifierKind, tuple[Text, frozenset[Shape]]]] = {
    "uscc": (SHAPES["uscc"], frozenset({"day", "amount", "words"})),
    "organisation_code": (SHAPES["uscc"], frozenset({"day", "amount", "words"})),
    "resident": (SHAPES["resident"], frozenset({"uscc", "day", "amount", "words"})),
    "register_number": (SHAPES["number"], frozenset({"day", "amount"})),
}

_ROLES: Final[dict[Role, tuple[Text, frozenset[Shape]]]] = {
    "name": (Text(zh="名称", en="names"), frozenset({"uscc", "resident", "day", "number"})),
    "document": (Text(zh="文书号", en="document numbers"), frozenset({"uscc", "resident", "day"})),
    "subject_kind": (SHAPES["other"], _CODED),
    "state": (SHAPES["other"], _CODED),
    "act": (SHAPES["other"], _CODED),
    "authority": (SHAPES["other"], _CODED),
}
