"""Which worksheets the authorities of the model city send about enterprises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from evenhand.lab import layouts
from evenhand.lab.filling import DayStyle
from evenhand.lab.layouts import Layout
from evenhand.lab.sheets import FileFormat


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet to be made: its name, the record type in it, its columns.

    Attributes:
        of: Authority whose documents alone are in it; empty for all.
        title: Text of a merged title row above the head; empty for none.
    """

    name: str
    record: str
    layout: Layout
    days: DayStyle = "slash"
    of: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """One file to be made."""

    source: str
    file: str
    sheets: tuple[SheetPlan, ...]
    format: FileFormat = "xlsx"
    about: Literal["enterprises", "bodies", "residents"] = "enterprises"


_V1, _V1_SHORT = layouts.PENALTY_1, layouts.PENALTY_1_SHORT
_V2, _V2_YUAN = layouts.PENALTY_2, layouts.PENALTY_2_YUAN
_TITLE: Final = "临禾市行政处罚信息双公示表"

ABOUT_ORGANISATIONS: Final = (
    Sending(
        "linhe-market-registration",
        "临禾市企业登记信息.csv",
        (SheetPlan("企业登记", "enterprise_registration", layouts.REGISTRATION, "hyphen"),),
        "csv-gb18030",
    ),
    Sending(
        "linhe-market-annual-reports",
        "2024年度年报公示情况.csv",
        (SheetPlan("年报", "annual_report_filed", layouts.REPORT, "hyphen"),),
        "csv-utf-8-sig",
    ),
    Sending(
        "linhe-market-annual-reports-missed",
        "未按期公示年报企业.xlsx",
        (SheetPlan("未公示", "annual_report_missed", layouts.REPORT_MISSED, "chinese"),),
    ),
    Sending(
        "linhe-market-penalties",
        "市场监管局行政处罚双公示.xlsx",
        (
            SheetPlan("食品安全", "food_safety_penalty", _V2, "slash", title=_TITLE),
            SheetPlan("药品安全", "drug_safety_penalty", _V2, "cell"),
            SheetPlan("特种设备", "special_equipment_penalty", _V2, "hyphen"),
            SheetPlan("产品质量", "product_quality_penalty", _V2, "slash"),
            SheetPlan("消费者权益", "consumer_rights_penalty", _V2, "dot"),
            SheetPlan("公平竞争", "fair_competition_penalty", _V2, "slash"),
            SheetPlan("知识产权", "intellectual_property_penalty", _V2, "chinese"),
            SheetPlan("广告", "advertising_penalty", _V2, "cell"),
            SheetPlan("价格", "price_penalty", _V2, "slash"),
        ),
    ),
    Sending(
        "linhe-market-licences",
        "市场监管局行政许可.xlsx",
        (
            SheetPlan("许可", "licence_granted", layouts.LICENCE_2, "slash", "linhe-market-bureau"),
            SheetPlan("吊销", "licence_revoked", layouts.REVOCATION, "slash"),
        ),
    ),
    Sending(
        "linhe-market-awards",
        "质量奖和知识产权奖.xlsx",
        (
            SheetPlan("质量奖", "quality_award", layouts.AWARD, "chinese"),
            SheetPlan("创新奖", "innovation_award", layouts.AWARD, "chinese"),
        ),
    ),
    Sending(
        "linhe-tax-penalties",
        "税务局行政处罚.xlsx",
        (SheetPlan("Sheet1", "tax_penalty", _V2, "compact"),),
    ),
    Sending(
        "linhe-tax-late-filings",
        "未按期申报认定.xlsx",
        (SheetPlan("Sheet1", "tax_late_filing", layouts.LATE_RETURN, "cell"),),
    ),
    Sending(
        "linhe-tax-ratings",
        "2024年度纳税信用级别.xlsx",
        (SheetPlan("评价结果", "tax_rating", layouts.RATING, "cell"),),
    ),
    Sending(
        "linhe-environment-penalties",
        "生态环境局行政处罚.xlsx",
        (SheetPlan("行政处罚", "environmental_penalty", _V2_YUAN, "chinese", title=_TITLE),),
    ),
    Sending(
        "linhe-environment-ratings",
        "企业环境信用评价结果.xlsx",
        (SheetPlan("评价结果", "environmental_rating", layouts.RATING, "chinese"),),
    ),
    Sending(
        "linhe-construction-penalties",
        "住建局行政处罚.xlsx",
        (
            SheetPlan("建筑市场", "construction_penalty", _V2, "dot"),
            SheetPlan("房屋租赁", "housing_rental_penalty", _V2, "dot"),
        ),
    ),
    Sending(
        "linhe-construction-ratings",
        "建筑市场信用评价.xlsx",
        (SheetPlan("评价", "construction_rating", layouts.RATING_WITH_POINTS, "cell"),),
    ),
    Sending(
        "linhe-emergency-penalties",
        "应急管理局行政处罚.xlsx",
        (
            SheetPlan("安全生产", "work_safety_penalty", _V2, "cell"),
            SheetPlan("消防", "fire_safety_penalty", _V2, "slash"),
        ),
    ),
    Sending(
        "linhe-emergency-awards",
        "安全生产先进单位.xlsx",
        (SheetPlan("先进单位", "safety_award", layouts.AWARD, "chinese"),),
    ),
    Sending(
        "linhe-transport-penalties",
        "交通运输局行政处罚.xlsx",
        (SheetPlan("Sheet1", "road_transport_penalty", _V1_SHORT, "slash", title=_TITLE),),
    ),
    Sending(
        "linhe-transport-licences",
        "交通运输局行政许可.xlsx",
        (
            SheetPlan(
                "Sheet1", "licence_granted", layouts.LICENCE_1, "slash", "linhe-transport-bureau"
            ),
        ),
    ),
    Sending(
        "linhe-labour-penalties",
        "人社局行政处罚和处理决定.xlsx",
        (
            SheetPlan("劳动保障", "labour_penalty", _V2, "slash"),
            SheetPlan("社会保险", "social_insurance_penalty", _V2, "slash"),
            SheetPlan("拖欠工资", "wage_arrears_decision", layouts.WAGES, "chinese"),
        ),
    ),
    Sending(
        "linhe-culture-penalties",
        "文旅局行政处罚.xlsx",
        (SheetPlan("行政处罚", "culture_market_penalty", _V1, "dot"),),
    ),
    Sending(
        "linhe-health-penalties",
        "卫健委行政处罚.xlsx",
        (SheetPlan("行政处罚", "health_facility_penalty", _V1, "slash"),),
    ),
    Sending(
        "linhe-court-defaulters",
        "失信被执行人（单位）.xlsx",
        (SheetPlan("失信被执行人", "judgment_default", layouts.DEBTORS, "chinese"),),
    ),
    Sending(
        "linhe-court-closures",
        "失信被执行人履行和撤销.xlsx",
        (
            SheetPlan("履行完毕", "judgment_satisfied", layouts.CLOSURE, "chinese"),
            SheetPlan("决定撤销", "ruling_reversed", layouts.CLOSURE, "chinese"),
        ),
    ),
    Sending(
        "linhe-civil-affairs-awards",
        "慈善表彰企业.xlsx",
        (SheetPlan("表彰", "charity_award", layouts.CHARITY_AWARD, "chinese"),),
    ),
    Sending(
        "linhe-credit-office-customs",
        "海关认证企业.xlsx",
        (SheetPlan("认证", "customs_certification", layouts.CUSTOMS, "cell"),),
    ),
    Sending(
        "linhe-credit-office-repairs",
        "行政处罚履行整改撤销.xlsx",
        (
            SheetPlan("履行完毕", "penalty_performed", layouts.REPAIR, "slash"),
            SheetPlan("整改完成", "rectification_confirmed", layouts.REPAIR, "slash"),
            SheetPlan("处罚撤销", "penalty_annulled", layouts.REPAIR, "slash"),
        ),
    ),
)
