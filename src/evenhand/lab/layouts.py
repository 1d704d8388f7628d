"""The columns of the worksheets that the authorities of the model city send.

Each layout pairs what stands in the head with what the column is for. Double publicity version 1
has 22 columns, and a variant with 19 circulates; version 2 came in 2018. The contracts in
``shipped/sources/linhe`` accept these heads and more spellings.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Layout: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of head and key."""

_CODES_1: Final[Layout] = (
    ("行政相对人代码_1(统一社会信用代码)", "uscc"),
    ("行政相对人代码_2(组织机构代码)", "organisation"),
    ("行政相对人代码＿3(工商登记码)", "register_code"),
    ("行政相对人代码_4(税务登记号)", "tax_code"),
    ("行政相对人代码_5(居民身份证号)", "person_number"),
)
_CODES_2: Final[Layout] = (
    ("行政相对人名称", "name"),
    ("行政相对人类别", "subject_kind"),
    ("统一社会信用代码", "uscc"),
    ("工商注册号", "register_code"),
    ("组织机构代码", "organisation"),
    ("税务登记号", "tax_code"),
    ("事业单位证书号", "institution_code"),
    ("社会组织登记证号", "association_code"),
    ("法定代表人", "representative"),
    ("法定代表人证件类型", "representative_document"),
    ("法定代表人证件号码", "representative_number"),
    ("证件类型", "person_document"),
    ("证件号码", "person_number"),
)
_FROM: Final[Layout] = (
    ("数据来源单位", "agency"),
    ("数据来源单位统一社会信用代码", "agency_code"),
    ("备注", "remark"),
)

PENALTY_1: Final[Layout] = (
    ("行政处罚\n决定书文号", "document"),
    ("案件名称", "case"),
    ("处罚类别1", "class_1"),
    ("处罚类别2", "class_2"),
    ("处罚事由", "cause"),
    ("处罚依据", "article"),
    ("行政相对人名称", "name"),
    *_CODES_1,
    ("法定代表人姓名", "representative"),
    ("处罚结果", "result"),
    ("处罚决定日期：", "decided_on"),
    ("处罚截止期", "ends"),
    ("公示期限", "publicity_term"),
    ("处罚机关", "agency"),
    ("当前状态", "state"),
    ("地方编码", "area"),
    ("数据更新时间戳", "reported_on"),
    ("备注", "remark"),
)
"""22 columns."""

PENALTY_1_SHORT: Final[Layout] = tuple(
    column for column in PENALTY_1 if column[1] not in ("class_2", "publicity_term", "ends")
)
"""19 columns."""

PENALTY_2: Final[Layout] = (
    *_CODES_2,
    ("行政处罚决定文书号", "document"),
    ("违法行为类型", "class_1"),
    ("违法事实", "cause"),
    ("处罚依据", "article"),
    ("处罚类别", "class_2"),
    ("处罚内容", "result"),
    ("罚款金额（万元）", "amount_10k"),
    ("没收违法所得、没收非法财物的金额（万元）", "confiscated_10k"),
    ("暂扣或吊销证照名称及编号", "licence_taken"),
    ("处罚决定日期", "decided_on"),
    ("处罚有效期", "ends"),
    ("公示截止期", "public_until"),
    ("处罚机关", "agency"),
    ("处罚机关统一社会信用代码", "agency_code"),
    *_FROM,
)
"""30 columns."""

PENALTY_2_YUAN: Final[Layout] = tuple(
    ("罚款金额（元）", "amount") if column[1] == "amount_10k" else column for column in PENALTY_2
)

LICENCE_1: Final[Layout] = (
    ("行政许可决定书文号", "document"),
    ("项目名称", "case"),
    ("审批类别", "licence_class"),
    ("许可内容", "result"),
    ("行政相对人名称", "name"),
    *_CODES_1,
    ("法定代表人姓名", "representative"),
    ("许可决定日期", "decided_on"),
    ("许可截止期", "ends"),
    ("许可机关", "agency"),
    ("当前状态", "state"),
    ("地方编码", "area"),
    ("数据更新时间戳", "reported_on"),
    ("备注", "remark"),
)

LICENCE_2: Final[Layout] = (
    *_CODES_2,
    ("行政许可决定文书名称", "case"),
    ("行政许可决定文书号", "document"),
    ("许可类别", "licence_class"),
    ("许可证书名称", "certificate"),
    ("许可编号", "certificate_number"),
    ("许可内容", "result"),
    ("许可决定日期", "decided_on"),
    ("有效期自", "valid_from"),
    ("有效期至", "ends"),
    ("许可机关", "agency"),
    ("许可机关统一社会信用代码", "agency_code"),
    ("当前状态", "state"),
    *_FROM,
)

_WHO: Final[Layout] = (("序号", "order"), ("企业名称", "name"), ("统一社会信用代码", "uscc"))
_WHOM: Final[Layout] = (("姓名", "name"), ("身份证号码", "number"))
_BODY: Final[Layout] = (
    ("单位名称", "name"),
    ("统一社会信用代码", "uscc"),
    ("报送文号", "document"),
)

REGISTRATION: Final[Layout] = (
    ("企业名称", "name"),
    ("统一社会信用代码", "uscc"),
    ("法定代表人", "representative"),
    ("注册资本（万元）", "capital_10k"),
    ("成立日期", "established"),
    ("登记状态", "status"),
    ("行业门类", "sector"),
    ("核准文号", "document"),
    ("核准日期", "decided_on"),
)
REPORT: Final[Layout] = (
    *_WHO,
    ("年报年度", "year"),
    ("公示编号", "document"),
    ("公示日期", "decided_on"),
)
REPORT_MISSED: Final[Layout] = (
    *_WHO,
    ("年报年度", "year"),
    ("列入决定书文号", "document"),
    ("列入依据", "article"),
    ("列入日期", "decided_on"),
)
REVOCATION: Final[Layout] = (
    *_WHO,
    ("决定书文号", "document"),
    ("吊销依据", "article"),
    ("决定日期", "decided_on"),
    ("备注", "remark"),
)
LATE_RETURN: Final[Layout] = (
    *_WHO,
    ("限改通知书文号", "document"),
    ("认定依据", "article"),
    ("逾期天数", "days_late"),
    ("认定日期", "decided_on"),
)
RATING: Final[Layout] = (
    *_WHO,
    ("评价文号", "document"),
    ("评价年度", "year"),
    ("评价等级", "rating"),
    ("公布日期", "decided_on"),
)
RATING_WITH_POINTS: Final[Layout] = (
    *_WHO,
    ("评价文号", "document"),
    ("评价年度", "year"),
    ("得分", "points"),
    ("等级", "rating"),
    ("公布日期", "decided_on"),
)
AWARD: Final[Layout] = (
    *_WHO,
    ("表彰文号", "document"),
    ("奖励级别", "level"),
    ("表彰日期", "decided_on"),
    ("备注", "remark"),
)
CHARITY_AWARD: Final[Layout] = (
    *_WHO,
    ("表彰文号", "document"),
    ("奖励级别", "level"),
    ("捐赠金额（元）", "donated"),
    ("表彰日期", "decided_on"),
)
CUSTOMS: Final[Layout] = (
    *_WHO,
    ("认证文号", "document"),
    ("认证级别", "level"),
    ("认证日期", "decided_on"),
)
WAGES: Final[Layout] = (
    *_WHO,
    ("法定代表人", "representative"),
    ("处理决定书文号", "document"),
    ("违法事实", "cause"),
    ("处理依据", "article"),
    ("拖欠金额（元）", "amount"),
    ("涉及人数", "workers"),
    ("决定日期", "decided_on"),
    ("录入日期", "reported_on"),
    ("备注", "remark"),
)
DEBTORS: Final[Layout] = (
    ("案号", "document"),
    ("被执行人名称", "name"),
    ("统一社会信用代码", "uscc"),
    ("组织机构代码", "organisation"),
    ("法定代表人或者负责人姓名", "representative"),
    ("执行法院", "agency"),
    ("生效法律文书确定的义务", "result"),
    ("被执行人的履行情况", "performance"),
    ("失信行为认定依据", "article"),
    ("未履行金额（元）", "amount"),
    ("认定日期", "decided_on"),
    ("发布时间", "reported_on"),
)
CLOSURE: Final[Layout] = (
    ("案号", "document"),
    ("被执行人名称", "name"),
    ("统一社会信用代码", "uscc"),
    ("办结日期", "decided_on"),
)
REPAIR: Final[Layout] = (
    ("原处罚决定书文号", "document"),
    ("处罚机关", "agency"),
    ("企业名称", "name"),
    ("统一社会信用代码", "uscc"),
    ("确认日期", "decided_on"),
    ("录入日期", "reported_on"),
    ("备注", "remark"),
)

CONSENT: Final[Layout] = (
    ("授权书编号", "document"),
    *_WHOM,
    ("加入或退出", "act"),
    ("签署日期", "decided_on"),
)


def for_residents(document: str, *fields: tuple[str, str], on: str = "发证日期") -> Layout:
    """Make the layout of a sheet about residents: who, document, its day, what it says."""
    return (*_WHOM, (document, "document"), *fields, (on, "decided_on"))


def for_bodies(*fields: tuple[str, str]) -> Layout:
    """Make the layout of a public body's return."""
    return (*_BODY, *fields, ("报送日期", "decided_on"))
