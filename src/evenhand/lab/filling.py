"""Write a fact into the cells of a line, as a clerk of its authority would type it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.codes import organisation_code_in, resident_check_character
from evenhand.kernel.periods import Day, months_after
from evenhand.lab.chance import Chance
from evenhand.lab.facts import Fact
from evenhand.lab.people import AREA
from evenhand.lab.sheets import Cell

DayStyle = Literal["cell", "slash", "dot", "chinese", "hyphen", "compact", "serial"]

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {"active": "存续", "suspended": "歇业", "revoked": "吊销", "deregistered": "注销"},
    "licence_class": {
        "ordinary": "普通",
        "exclusive": "特许",
        "qualification": "认可",
        "inspection": "核准",
        "registration": "登记",
        "other": "其他",
    },
    "rating": {"green": "绿色", "blue": "蓝色", "yellow": "黄色", "red": "红色"},
    "level": {
        "national": "国家级",
        "provincial": "省级",
        "system": "系统级",
        "city": "市级",
        "advanced": "高级认证",
        "ordinary": "普通备案",
        "1": "一级",
        "2": "二级",
        "3": "三级",
        "4": "四级",
        "5": "五级",
    },
    "performance": {"none": "全部未履行", "part": "部分未履行", "stayed": "暂缓执行"},
    "act": {"given": "加入", "withdrawn": "退出"},
    "channel": {"database": "数据库对接", "other": "其他方式"},
    "ground": {"innovation": "创新", "award": "获奖"},
}
"""How the worksheets say the catalogue's codes; the contracts say the same."""

SERIAL_ZERO: Final = dt.date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a line is about, as a clerk writes it."""

    name: str
    code: str
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact to be written: about whom, by which agency, with days in which style."""

    fact: Fact
    party: Party
    agency: Party
    order: int
    days: DayStyle
    chance: Chance

    def day(self, of: Day) -> Cell:
        """Write a day in the sheet's style."""
        return _STYLES[self.days](of)


_STYLES: Final[Mapping[DayStyle, Callable[[Day], Cell]]] = {
    "cell": lambda of: of,
    "serial": lambda of: (of - SERIAL_ZERO).days,
    "slash": lambda of: f"{of.year}/{of.month}/{of.day}",
    "dot": lambda of: f"{of.year}.{of.month}.{of.day}",
    "chinese": lambda of: f"{of.year}年{of.month}月{of.day}日",
    "hyphen": Day.isoformat,
    "compact": lambda of: f"{of:%Y%m%d}",
}


def writer(key: str) -> Callable[[Entry], Cell]:
    """Return what writes the cells of a column; a key without a rule is a field of the fact."""
    return _WRITERS.get(key) or (lambda entry: said(key, entry))


def said(field: str, entry: Entry) -> Cell:
    """Say a field's value in the words of the worksheets."""
    value = entry.fact.value(field)
    if isinstance(value, str):
        return WORDS.get(field, {}).get(value, value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return entry.day(value) if isinstance(value, dt.date) else value


def representatives_number(entry: Entry) -> str:
    """Make a resident's number for who stands behind an enterprise; no register reads it."""
    order = entry.fact.subject
    first17 = f"{AREA}{1960 + order % 40}{1 + order % 12:02d}{1 + order % 28:02d}{order % 1000:03d}"
    return first17 + resident_check_character(first17)


def _ten_thousands(field: str) -> Callable[[Entry], Cell]:
    """Write an amount in units of 10,000 yuan, as numbers that spreadsheets hold in binary."""

    def write(entry: Entry) -> Cell:
        value = entry.fact.value(field)
        return value / 10_000 if isinstance(value, int) else None

    return write


def _law(entry: Entry) -> str:
    return entry.fact.article.split("》")[0].lstrip("《")


def _result(entry: Entry) -> Cell:
    if entry.fact.record == "licence_granted":
        return "准予许可"
    if entry.fact.record == "judgment_default":
        return f"给付{entry.fact.value('amount')}元及迟延履行期间的债务利息"
    return f"罚款人民币{entry.fact.value('amount')}元"


def _ends(entry: Entry) -> Cell:
    """Write the last day; penalties are said to hold until 2099 or, half the time, nothing."""
    if entry.fact.ends is not None:
        return entry.day(entry.fact.ends)
    return entry.day(Day(2099, 12, 31)) if entry.chance.happens(500) else None


def _reported(entry: Entry) -> Cell:
    hour, minute = entry.chance.between(8, 17), entry.chance.below(60)
    return f"{entry.fact.reported.isoformat()} {hour:02d}:{minute:02d}:{entry.chance.below(60):02d}"


_WRITERS: Final[Mapping[str, Callable[[Entry], Cell]]] = {
    "order": lambda e: e.order,
    "name": lambda e: e.party.name,
    "uscc": lambda e: e.party.code,
    "number": lambda e: e.party.code,
    "organisation": lambda e: organisation_code_in(e.party.code) if e.chance.happens(600) else None,
    "register_code": lambda _: None,
    "tax_code": lambda e: e.party.code if e.chance.happens(300) else None,
    "institution_code": lambda _: None,
    "association_code": lambda _: None,
    "person_document": lambda _: None,
    "person_number": lambda _: None,
    "subject_kind": lambda _: "法人及非法人组织",
    "representative": lambda e: e.party.representative,
    "representative_document": lambda _: "身份证",
    "representative_number": representatives_number,
    "document": lambda e: e.fact.document,
    "article": lambda e: e.fact.article,
    "case": lambda e: f"{e.party.name}案",
    "class_1": lambda _: "罚款",
    "class_2": lambda e: "没收违法所得" if e.chance.happens(100) else None,
    "cause": lambda e: f"违反{_law(e)}有关规定",
    "result": _result,
    "amount_10k": _ten_thousands("amount"),
    "capital_10k": _ten_thousands("capital"),
    "confiscated_10k": lambda _: None,
    "licence_taken": lambda _: None,
    "certificate": lambda _: "许可证",
    "certificate_number": lambda e: f"LH{e.fact.subject:06d}",
    "decided_on": lambda e: e.day(e.fact.decided_on),
    "valid_from": lambda e: e.day(e.fact.decided_on),
    "ends": _ends,
    "public_until": lambda e: e.day(months_after(e.fact.decided_on, 12)),
    "publicity_term": lambda e: e.chance.pick((1, 3)),
    "agency": lambda e: e.agency.name,
    "agency_code": lambda e: e.agency.code,
    "state": lambda _: "0",
    "area": lambda _: "000000",
    "reported_on": _reported,
    "remark": lambda _: None,
}
