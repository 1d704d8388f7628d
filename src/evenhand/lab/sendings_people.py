"""Which worksheets the authorities of the model city send about residents and public bodies."""

from __future__ import annotations

from typing import Final

from evenhand.lab import layouts
from evenhand.lab.layouts import for_bodies, for_residents
from evenhand.lab.sendings import Sending, SheetPlan

_YEAR: Final = ("年度", "year")
ABOUT_BODIES: Final = (
    Sending(
        "linhe-credit-office-departments",
        "部门信用工作年度情况.xlsx",
        (
            SheetPlan(
                "组织",
                "department_organisation_return",
                for_bodies(
                    _YEAR,
                    ("已明确牵头处室、技术处室和专人", "offices_named"),
                    ("已制定报送和异议处理制度", "rules_issued"),
                ),
            ),
            SheetPlan(
                "宣传",
                "department_publicity_return",
                for_bodies(
                    _YEAR,
                    ("开展宣传活动", "campaign_held"),
                    ("信息篇数", "monthly_articles"),
                    ("采用篇数", "articles_used"),
                ),
            ),
            SheetPlan(
                "信用产品",
                "credit_product_return",
                for_bodies(
                    _YEAR,
                    ("已公布信用承诺制度", "pledge_published"),
                    ("核查主体数", "subjects_checked"),
                ),
            ),
            SheetPlan(
                "会议任务",
                "attendance_return",
                for_bodies(
                    _YEAR,
                    ("缺席会议次数", "meetings_missed"),
                    ("下达任务数", "tasks_given"),
                    ("完成任务数", "tasks_done"),
                ),
            ),
            SheetPlan("联合奖惩", "joint_case_return", for_bodies(_YEAR, ("案例数", "cases"))),
            SheetPlan(
                "数据报送",
                "data_supply_return",
                for_bodies(
                    _YEAR,
                    ("报送方式", "channel"),
                    ("产生条数", "produced"),
                    ("报送条数", "reported"),
                    ("已标注失信程度", "severity_marked"),
                    ("双公示应报条数", "due"),
                    ("七个工作日内报送条数", "in_time"),
                    ("其他应报条数", "other_due"),
                    ("其他按月报送条数", "other_in_time"),
                    ("入库前条数", "supplied"),
                    ("有效入库条数", "loaded"),
                    ("应填数据项", "items_required"),
                    ("已填数据项", "items_given"),
                    ("准确数据项", "items_accurate"),
                    ("名单经严格核对", "lists_checked"),
                ),
            ),
            SheetPlan(
                "双公示月报",
                "double_publicity_return",
                for_bodies(
                    ("月份", "month"),
                    ("每月10日前报送", "returned_by_day_10"),
                    ("本单位网站已公示", "on_own_website"),
                ),
            ),
            SheetPlan(
                "双公示年度",
                "double_publicity_year_return",
                for_bodies(_YEAR, ("计划工作项数", "work_planned"), ("完成工作项数", "work_done")),
            ),
            SheetPlan(
                "创新获奖",
                "department_award",
                for_bodies(("类别", "ground"), ("级别", "level")),
            ),
        ),
        about="bodies",
    ),
)

_ON_DECISION = "决定日期"
_AWARD: Final = for_residents("表彰文号", ("级别", "level"), on="表彰日期")
_PLAIN_AWARD: Final = for_residents("表彰文号", on="表彰日期")

ABOUT_RESIDENTS: Final = (
    Sending(
        "linhe-health-blood-donations",
        "无偿献血者名册.xlsx",
        (
            SheetPlan(
                "献血",
                "blood_donation_certificate",
                for_residents("献血证号", on="献血日期"),
                "cell",
            ),
        ),
        about="residents",
    ),
    Sending(
        "linhe-health-first-aid",
        "急救培训合格名册.xlsx",
        (SheetPlan("急救", "first_aid_certificate", for_residents("证书编号"), "chinese"),),
        about="residents",
    ),
    Sending(
        "linhe-civil-affairs-volunteers",
        "志愿服务证明.csv",
        (
            SheetPlan(
                "志愿服务",
                "volunteer_service_certificate",
                for_residents("证明编号", ("服务小时", "hours"), on="开具日期"),
                "hyphen",
            ),
        ),
        "csv-utf-8-sig",
        about="residents",
    ),
    Sending(
        "linhe-civil-affairs-charity",
        "慈善捐赠证书.csv",
        (
            SheetPlan(
                "捐赠",
                "charity_donation_certificate",
                for_residents("证书编号", ("捐赠金额（元）", "amount"), on="捐赠日期"),
                "slash",
            ),
        ),
        "csv-gb18030",
        about="residents",
    ),
    Sending(
        "linhe-civil-affairs-honours",
        "市民表彰名册.xlsx",
        (
            SheetPlan("见义勇为", "bravery_award", _AWARD, "chinese"),
            SheetPlan("好市民", "civic_award", _AWARD, "chinese"),
            SheetPlan("拾金不昧", "honest_finder_award", _PLAIN_AWARD, "chinese"),
            SheetPlan("寄养家庭", "foster_family_award", _PLAIN_AWARD, "chinese"),
        ),
        about="residents",
    ),
    Sending(
        "linhe-library-readers",
        "守约读者.tsv",
        (
            SheetPlan(
                "守约读者",
                "library_good_standing",
                for_residents("证明编号", ("年度", "year"), on="开具日期"),
                "hyphen",
            ),
        ),
        "tsv-utf-16",
        about="residents",
    ),
    Sending(
        "linhe-library-overdue",
        "图书逾期处理决定.xlsx",
        (
            SheetPlan(
                "逾期",
                "library_overdue_decision",
                for_residents(
                    *(
                        "决定书文号",
                        ("处理依据", "article"),
                        ("逾期天数", "days_overdue"),
                        ("册数", "items"),
                    ),
                    on=_ON_DECISION,
                ),
                "slash",
            ),
        ),
        about="residents",
    ),
    Sending(
        "linhe-labour-certificates",
        "学习和技能证书.xlsx",
        (
            SheetPlan(
                "成人教育",
                "adult_education_certificate",
                for_residents("证书编号", ("学时", "hours")),
                "cell",
            ),
            SheetPlan(
                "职业技能",
                "vocational_certificate",
                for_residents("证书编号", ("技能等级", "level")),
                "slash",
            ),
            SheetPlan("劳动模范", "model_worker_award", _AWARD, "chinese"),
        ),
        about="residents",
    ),
    Sending(
        "linhe-environment-residents",
        "节能植树和垃圾处罚.xlsx",
        (
            SheetPlan("节能", "energy_saving_award", _PLAIN_AWARD, "chinese"),
            SheetPlan(
                "植树",
                "tree_planting_certificate",
                for_residents("证书编号", ("棵数", "trees")),
                "slash",
            ),
            SheetPlan(
                "垃圾处罚",
                "waste_dumping_decision",
                for_residents(
                    *("决定书文号", ("处罚依据", "article"), ("罚款金额（元）", "amount")),
                    on=_ON_DECISION,
                ),
                "slash",
            ),
        ),
        about="residents",
    ),
    Sending(
        "linhe-court-service",
        "调解员和陪审员服务.xlsx",
        (
            SheetPlan(
                "调解员",
                "mediator_service_certificate",
                for_residents("证明编号", ("调解件数", "cases"), on="开具日期"),
                "chinese",
            ),
            SheetPlan(
                "陪审员",
                "juror_service_certificate",
                for_residents("证明编号", ("陪审天数", "days"), on="开具日期"),
                "chinese",
            ),
        ),
        about="residents",
    ),
    Sending(
        "linhe-transport-residents",
        "护学岗和交通处罚.xlsx",
        (
            SheetPlan(
                "护学岗",
                "school_crossing_service_certificate",
                for_residents("证明编号", ("服务小时", "hours"), on="开具日期"),
                "slash",
            ),
            SheetPlan(
                "超速",
                "speeding_decision",
                for_residents(
                    *("决定书文号", ("处罚依据", "article"), ("超速百分比", "over_limit_percent")),
                    on=_ON_DECISION,
                ),
                "cell",
            ),
            SheetPlan(
                "交通安全",
                "traffic_safety_decision",
                for_residents(
                    *("决定书文号", ("处罚依据", "article"), ("罚款金额（元）", "amount")),
                    on=_ON_DECISION,
                ),
                "slash",
            ),
        ),
        about="residents",
    ),
    Sending(
        "linhe-emergency-relief",
        "抢险救灾服务.xlsx",
        (
            SheetPlan(
                "救灾",
                "disaster_relief_service_certificate",
                for_residents("证明编号", ("服务天数", "days"), on="开具日期"),
                "chinese",
            ),
        ),
        about="residents",
    ),
)

CONSENTS: Final = Sending(
    "linhe-credit-office-consents",
    "桂花分授权书登记.csv",
    (SheetPlan("授权书", "scheme_consent", layouts.CONSENT, "hyphen"),),
    "csv-utf-8-sig",
    about="residents",
)
"""Delivered before every other worksheet about residents, so that rows find who has joined."""
