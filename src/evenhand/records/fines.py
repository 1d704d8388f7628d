"""Read the fine out of the text of a penalty.

A penalty's text names many amounts: the investment that a fine is a share of, the limits of the law,
what is confiscated, each fine of several, their sum, and all that again in brackets in capitals. Each
amount is given a role by the words beside it; the fine is the sum of the single fines, and where a
sum is stated the two must agree. What was confiscated is counted apart.

>>> fines_in_text("责令停产；罚款人民币壹万伍仟元整（¥15000.00）").amount
15000000
>>> fines_in_text("处投资额（50万元）1%的罚款5000元，没收违法所得200元").confiscated
200000
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Final, Literal

from evenhand.kernel.findings import Kind
from evenhand.records.amounts import MOST
from evenhand.records.money import Mention, mentions, plain_writing
from evenhand.records.numerals import NUMERAL_CHARACTERS
from evenhand.records.value_findings import FINE_WITHOUT_AMOUNT, NO_FINE, UNCLEAR_FINES

Role = Literal[
    "fine",  # one fine
    "total",  # the sum of the fines
    "confiscated",  # taken, not fined
    "person",  # a fine on a person beside the company
    "base",  # what the fine is a share of
    "limit",  # a limit of the law
    "again",  # the amount before, in other writing
    "clash",  # in brackets after an amount, but another one
    "alone",  # an amount that is a clause of its own
    "other",  # no money, or none of the above
]

_FINE_WORD: Final = re.compile(r"罚款|罚金|处罚|并处|罚")
_TAKEN: Final = re.compile(r"没收|追缴|收缴")
_TOTAL: Final = re.compile(
    r"(?:共计|合计|总计|总共|共处|共罚|合并|累计|罚没|综上)(?:[^;。]*(?:罚款|处罚|处以|罚没)[^;。]{0,8}|[^,;。]{0,8})$"
)
_PERSON: Final = re.compile(r"(?:责任人员?|负责人|法定代表人|法人代表|经营者|个人)[^,;。]{0,12}$")
_BROKEN: Final = re.compile(rf"(?<=罚款|民币);(?=[(¥0-9{NUMERAL_CHARACTERS}])")
_BASE_BEFORE: Final = re.compile(
    r"(?:投资额?|投资为|造价|货值|货值金额|合同价款|价款|排污费|所得|销售额|营业额|金额)"
    r"(?:的|为|约|共|计|是|人民币|[(:,])*$"
)
_BASE_AFTER: Final = re.compile(
    r"^\)?(?:的|处以|处)?(?:[0-9.]+%|[0-9.]+‰|百分之|千分之|[0-9一二三四五六七八九十]+倍|投资)"
)
_LIMIT_AFTER: Final = re.compile(r"^(?:\(含\))?(?:以上|以下|以内|至|到|-|~|—)")
_LIMIT_BEFORE: Final = re.compile(r"(?:以上|至|到|-|~|—|不超过|不足|不低于)$")
_FINE_AFTER: Final = re.compile(r"^\)?的?(?:人民币)?的?(?:罚款|罚金|行政处罚|处罚)")
_BARE_BEFORE: Final = re.compile(
    r"(?:罚款|罚金|罚|共计|合计|处以|人民币)(?:人民币|共计|合计|[:(])*$"
)
_MEASURE_AFTER: Final = re.compile(
    r"^(?:余?吨|立方|平方|公斤|千克|[台套个件米头只条款项日天年月号倍家份辆张根块羽万亿%‰]|[a-zA-Z])"
)
_AGAIN_BETWEEN: Final = re.compile(r"^[(,:]*(?:大写|小写|即|计|即人民币|人民币|折合|¥|[(:,)])*$")
_CLAUSE: Final = re.compile(r"[;。]")


_MOST_MENTIONS: Final = 64
"""No decision names as many amounts; a text that does is not read."""


@dataclass(frozen=True, slots=True)
class Fines:
    """What a penalty's text says about money; all in thousandths of a yuan.

    Attributes:
        amount: All fines together.
        parts: The single fines, in order.
        confiscated: What is confiscated, which is no fine.
        rule: ``one fine``, ``sum of fines`` or ``stated sum``.
    """

    amount: int
    parts: tuple[int, ...]
    confiscated: int
    rule: Literal["one fine", "sum of fines", "stated sum"]


def fines_in_text(text: str) -> Fines | Kind:
    """Read the fines that a penalty's text states, or say why none can be read."""
    plain = _BROKEN.sub("", plain_writing(text))
    roles = _roles(plain)
    if len(roles) > _MOST_MENTIONS:
        return UNCLEAR_FINES
    fines = [m.yuan for m, role in roles if role == "fine" and m.yuan]
    totals = {m.yuan for m, role in roles if role == "total" and m.yuan}
    taken = sum((m.yuan for m, role in roles if role == "confiscated" and m.yuan), Decimal(0))
    alone = [m.yuan for m, role in roles if role == "alone" and m.yuan]
    if not fines and not totals and len(alone) == 1:
        fines = alone
    if not fines and not totals:
        return FINE_WITHOUT_AMOUNT if re.search("罚款|罚金", plain) else NO_FINE
    total = sum(fines, Decimal(0))
    rule: Literal["one fine", "sum of fines", "stated sum"]
    rule = "sum of fines" if len(fines) > 1 else "one fine"
    if any(role == "clash" for _, role in roles):
        return UNCLEAR_FINES
    if totals:
        stated = max(totals)
        if stated == total + taken and taken:
            stated = total
        if len(totals) > 1 or (fines and stated != total):
            return UNCLEAR_FINES
        total, rule = stated, "stated sum"
    return Fines(int(total * 1000), tuple(int(f * 1000) for f in fines), int(taken * 1000), rule)


def _roles(plain: str) -> list[tuple[Mention, Role]]:
    given: list[tuple[Mention, Role]] = []
    for one in islice(mentions(plain), _MOST_MENTIONS + 1):
        if one.yuan and one.yuan <= MOST:
            given.append((one, _role(plain, one, given)))
    return given


def _role(plain: str, one: Mention, given: list[tuple[Mention, Role]]) -> Role:
    after = plain[one.end : one.end + 12]
    yuan = one.yuan or Decimal(0)
    counted = [m for m, role in given if role not in ("other",)]
    before = plain[max(0, one.start - 60) : one.start]
    if not one.said and (yuan < 100 or not _BARE_BEFORE.search(before)):
        return "other"
    if not one.whole and _MEASURE_AFTER.match(after) and not _BASE_AFTER.match(after):
        return "other"
    if counted:
        between = plain[counted[-1].end : one.start]
        if len(between) < 12 and _AGAIN_BETWEEN.match(between):
            if counted[-1].yuan == one.yuan:
                return "again"
            if between.startswith("(") and not _BASE_AFTER.match(after):
                return "clash"
    clause = _CLAUSE.split(before)[-1]
    last = clause
    if counted and one.start - counted[-1].end < len(clause):
        last = plain[counted[-1].end : one.start]
    if _LIMIT_AFTER.match(after) or _LIMIT_BEFORE.search(before):
        return "limit"
    if _BASE_AFTER.match(after) or (_BASE_BEFORE.search(before) and not _TAKEN.search(last)):
        return "base"
    return _kind_of_money(clause, last, after)


def _kind_of_money(clause: str, last: str, after: str) -> Role:
    fined = max((m.end() for m in _FINE_WORD.finditer(clause)), default=-1)
    taken = max((m.end() for m in _TAKEN.finditer(clause)), default=-1)
    if taken > fined:
        return "confiscated"
    if _PERSON.search(last):
        return "person"
    if _TOTAL.search(last):
        return "total"
    if fined >= 0 or _FINE_AFTER.match(after):
        return "fine"
    own = not clause or clause[-1] in ",、."
    return "alone" if own and (not after or after[0] in ",;。、") else "other"
