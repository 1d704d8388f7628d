"""What the stages, outcomes and reasons of a case are called when people read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.cases.case import Cause, How, Outcome, Stage, Status
from evenhand.kernel.periods import Span
from evenhand.kernel.text import Text

STATUS: Final[Mapping[Status, Text]] = {
    "proposed": Text(zh="拟列入", en="proposed"),
    "noticed": Text(zh="已制作告知书，未送达", en="notice made, not delivered"),
    "delivered": Text(zh="已送达", en="notice delivered"),
    "decided_once": Text(zh="待第二名经办人决定", en="waiting for the second officer"),
    "decided": Text(zh="已决定，待生效", en="decided, not yet in effect"),
    "in_effect": Text(zh="生效", en="in effect"),
    "ended": Text(zh="已结束", en="ended"),
    "closed": Text(zh="已结案，未列入", en="closed without an entry"),
}

OUTCOME: Final[Mapping[Outcome, Text]] = {
    "list": Text(zh="列入", en="list"),
    "do_not_list": Text(zh="不予列入", en="do not list"),
    "stands": Text(zh="维持", en="stands"),
    "ends": Text(zh="结束", en="ends"),
}

STAGE: Final[Mapping[Stage, Text]] = {
    "first": Text(zh="第一次决定", en="first decision"),
    "second": Text(zh="第二次决定", en="second decision"),
    "review_first": Text(zh="复审第一次决定", en="first decision of the review"),
    "review_second": Text(zh="复审第二次决定", en="second decision of the review"),
}

HOW: Final[Mapping[How, Text]] = {
    "acknowledged": Text(zh="本人签收", en="acknowledged by the subject"),
    "signed_return": Text(zh="有签名的送达回证", en="signed return of service"),
    "sent": Text(zh="已发出", en="sent"),
    "queued": Text(zh="排队中", en="queued"),
    "bounced": Text(zh="被退回", en="bounced"),
}

CAUSE: Final[Mapping[Cause, Text]] = {
    "doubted": Text(zh="有争议", en="is in dispute"),
    "corrected": Text(zh="已更正", en="was corrected"),
    "retracted": Text(zh="已撤回", en="was withdrawn"),
    "misidentified": Text(zh="属于另一主体", en="is about somebody else"),
    "settled": Text(zh="已履行完毕", en="was paid or performed"),
    "part_payment": Text(zh="已部分履行", en="was paid in part"),
    "stay": Text(zh="暂缓执行", en="is stayed"),
    "payment_plan": Text(zh="分期履行", en="is being paid by a plan"),
    "compromised": Text(
        zh="签署所用的密钥可能已落入他人之手", en="was signed with a key that others may have"
    ),
    "appeal_overdue": Text(
        zh="申诉逾期未决定", en="waits for an appeal that was not decided in time"
    ),
    "repair_overdue": Text(
        zh="修复申请逾期未决定", en="waits for a repair that was not decided in time"
    ),
    "plan_broken": Text(zh="分期履行已中断", en="is not paid by its plan any more"),
    "stay_lifted": Text(zh="已恢复执行", en="is stayed no more"),
}

FIELD: Final[Mapping[str, Text]] = {
    "agency": Text(zh="作出机关", en="Authority"),
    "article": Text(zh="依据条款", en="Article cited"),
    "case": Text(zh="案件名称", en="Name of the case"),
    "conduct": Text(zh="行为类型", en="Kind of conduct"),
    "court": Text(zh="法院", en="Court"),
    "decided_on": Text(zh="决定日期", en="Decided on"),
    "document": Text(zh="文书号", en="Document number"),
    "duty": Text(zh="应履行的义务", en="Duty to be performed"),
    "facts": Text(zh="事实", en="Facts"),
    "name": Text(zh="名称", en="Name"),
    "organisation": Text(zh="组织机构代码", en="Organisation code"),
    "penalty_class": Text(zh="处罚类别", en="Class of penalty"),
    "penalty_class_2": Text(zh="第二处罚类别", en="Second class of penalty"),
    "remark": Text(zh="备注", en="Remark"),
    "reported_on": Text(zh="报送时间", en="Reported on"),
    "result": Text(zh="处理结果", en="Result"),
    "state": Text(zh="状态", en="State"),
    "subject_kind": Text(zh="主体类别", en="Kind of subject"),
    "uscc": Text(zh="统一社会信用代码", en="Unified social credit code"),
}
"""Values of a record that its type in the catalogue does not name, as source contracts call them."""


def span_text(span: Span) -> Text:
    """A length of time in words: ``36 months``, ``36个月``."""
    unit = {"day": "天", "month": "个月", "year": "年"}.get(span.unit, "个工作日")
    return Text(zh=f"{span.count}{unit}", en=str(span))
