"""A small catalogue and contracts of the made-up city, for tests of sources and records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from evenhand.kernel.codes import uscc_check_character
from evenhand.kernel.ids import AuthorityId, RecordType
from evenhand.kernel.text import Text
from evenhand.sources.catalogue import (
    Authority,
    Catalogue,
    CitedArticle,
    FieldRule,
    TypeRule,
)
from evenhand.sources.contract import Contract
from evenhand.sources.read_contract import read_contract
from evenhand.sources.sheet import CellValue, Sheet, Workbook
from tests.conftest import ROOT


def both(word: str) -> Text:
    return Text(zh=word, en=word)


def type_rule(name: str, **changes: object) -> TypeRule:
    settings: dict[str, object] = {
        "title": both(name),
        "category": "administrative",
        "subjects": ("enterprise",),
        "domain": "environment",
        "authorities": ("environment",),
        "legal_basis": both("《环境保护法》"),
        "article": "第五十九条",
        "adverse": True,
        "retention_months": 36,
        "fields": (),
        "articles": (),
    }
    return TypeRule(type=RecordType(name), **(settings | changes))  # type: ignore[arg-type]


TYPES = (
    type_rule(
        "environmental_penalty",
        fields=(
            FieldRule("amount", both("罚款"), "amount", "yuan"),
            FieldRule("outlet", both("排放口"), "code", codes=("air", "water", "noise")),
            FieldRule("repeated", both("再犯"), "flag"),
            FieldRule("days", both("天数"), "integer", "day"),
            FieldRule("due", both("整改期限"), "day"),
        ),
        articles=(
            CitedArticle("《水污染防治法》第八十三条", "serious", "discharge"),
            CitedArticle("《水污染防治法》第八十四条", "minor", "outlet"),
        ),
    ),
    type_rule("environmental_rating", adverse=False),
    type_rule(
        "penalty_annulled",
        adverse=False,
        affects=(RecordType("environmental_penalty"),),
        correction="retracts",
    ),
    type_rule(
        "penalty_performed",
        adverse=False,
        affects=(RecordType("environmental_penalty"),),
        correction="settles",
    ),
    type_rule(
        "blood_donation_certificate",
        adverse=False,
        subjects=("resident",),
        authorities=("health",),
        domain="",
        fields=(FieldRule("millilitres", both("毫升"), "integer", "ml"),),
    ),
    type_rule(
        "judgment_default",
        subjects=("enterprise", "resident"),
        authorities=("court",),
        domain="judgments",
        fields=(FieldRule("amount", both("金额"), "amount", "yuan"),),
    ),
)

AUTHORITIES = tuple(
    Authority(AuthorityId(f"linhe-{name}"), both(name), kind, uscc)
    for name, kind, uscc in (
        ("environment-bureau", "environment", "11000000MA0A00030U"),
        ("health-commission", "health", "11000000MA0A00065E"),
        ("blood-centre", "health", "12000000MA0A001374"),
        ("court", "court", "11000000MA0A000146"),
    )
)

CATALOGUE = Catalogue(
    types={rule.type: rule for rule in TYPES},
    authorities={authority.authority: authority for authority in AUTHORITIES},
    domains={},
    purposes={},
    measures={},
    benefits={},
)

DELIVERIES = ROOT / "tests" / "good" / "deliveries"

PENALTIES = (DELIVERIES / "penalties.contract.yaml").read_text(encoding="utf-8")

DONATIONS = (DELIVERIES / "donations.contract.yaml").read_text(encoding="utf-8")

CONSENTS = (DELIVERIES / "consents.contract.yaml").read_text(encoding="utf-8")


@cache
def contract(text: str = PENALTIES) -> Contract:
    """Read a contract of the tests."""
    return read_contract(text.encode(), "c.yaml", CATALOGUE)


def sheet(rows: Sequence[Sequence[CellValue]], name: str = "行政处罚", **more: Any) -> Sheet:
    """A sheet of the given rows, filled up to one width."""
    width = max((len(row) for row in rows), default=0)
    filled = tuple(tuple(row) + (None,) * (width - len(row)) for row in rows)
    return Sheet(name=name, rows=filled, width=width, **more)


def workbook(*sheets: Sheet, **more: Any) -> Workbook:
    settings = {"name": "f.xlsx", "format": "xlsx", "digest": "0" * 64} | more
    return Workbook(sheets=sheets, **settings)


HEAD = (
    "行政相对人名称",
    "统一社会信用代码",
    "行政处罚决定书文号",
    "处罚决定日期",
    "处罚依据",
    "罚款金额(万元)",
)


def row(number: int, **changes: CellValue) -> tuple[CellValue, ...]:
    """One good row of penalties under ``HEAD``; a change names its column by field."""
    first = f"91000000MA{number:07d}"
    values: dict[str, CellValue] = {
        "name": f"临禾第{number}化工有限公司",
        "uscc": first + uscc_check_character(first),
        "document": f"临环罚〔2026〕{number}号",
        "decided_on": "2026-02-10",
        "article": "《水污染防治法》第八十四条",
        "amount": "2.5",
    }
    return tuple((values | changes).values())
