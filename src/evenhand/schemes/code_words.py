"""What the catalogue's codes and kinds of conduct are called in a Chinese sentence.

In English a code is said as it is written, with spaces: ``forged_invoices`` is *forged invoices*. A code
that is not here is said in Chinese as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.text import Text

ZH: Final[Mapping[str, str]] = {
    # states, levels, ratings
    "active": "存续", "suspended": "停业", "revoked": "吊销", "deregistered": "注销",
    "none": "未履行", "part": "部分履行", "stayed": "暂缓执行", "ordinary": "一般", "exclusive": "特许",
    "qualification": "资质", "inspection": "检验", "registration": "登记注册", "other": "其他",
    "green": "绿色", "blue": "蓝色", "yellow": "黄色", "red": "红色", "national": "国家级",
    "provincial": "省级", "city": "市级", "system": "系统级", "advanced": "高级", "database": "数据库对接",
    "innovation": "创新", "award": "获奖", "given": "同意", "withdrawn": "撤回", "initial": "初查",
    "re_inspection": "复查", "reopening": "重新开业检查", "compliance": "整改检查",
    "not_graded_programme": "不评等级的检查", "violations_cited": "发现违规", "no_violations": "未发现违规",
    "clear": "未发现问题", "faults_found": "发现问题", "reminded": "提醒", "warned": "警告",
    "closed": "责令停业", "reopened": "准予重新开业", "reclosed": "再次责令停业",
    "decided": "已定", "pending": "待裁决", "not_yet": "尚未评级", "rated": "已评级", "exempt": "免于评级",
    "awaiting_inspection": "等待检查", "awaiting_publication": "等待公布", "other_scheme": "按另一制度评定",
    "routine": "例行检查", "high": "高风险", "moderate": "中风险", "low": "低风险",
    "normal": "正常", "non_normal": "非正常", "remind": "提醒", "warn": "警告", "withdraw": "吊销驾驶证",
    "speeding_6_to_10_mph": "超速6至10英里", "speeding_11_to_14_mph": "超速11至14英里",
    "speeding_15_mph_and_more": "超速15英里以上", "following_too_close": "跟车过近",
    "hours_60_70": "违反60/70小时工时", "out_of_service_order_broken": "违反停运令",
    "late_accounts": "逾期报送财务报表", "accounting_method": "会计制度未备案",
    "bank_accounts": "银行账户未报告", "unpaid_tax": "逾期未缴税款",
    # kinds of conduct
    "report_missed": "未报年报", "false_report": "年报弄虚作假", "labelling": "标签标识",
    "record_keeping": "记录台账", "hygiene": "卫生", "storage": "贮存", "unlicensed": "无证经营",
    "toxic_food": "有毒有害食品", "unsafe_food": "不安全食品", "quality_management": "质量管理",
    "counterfeit_drugs": "假药", "inferior_drugs": "劣药", "staffing": "人员配备", "notices": "安全警示",
    "uninspected_equipment": "使用未检验设备", "accident": "责任事故", "obsolete_products": "淘汰产品",
    "inspection_refused": "拒绝检查", "false_origin": "伪造产地", "unsafe_products": "不安全产品",
    "adulteration": "掺杂掺假", "misleading_statements": "误导宣传", "refund_refused": "拒绝退换",
    "customer_data": "侵害消费者信息", "unsafe_goods": "不安全商品", "recall_refused": "拒绝召回",
    "confusion": "混淆", "prize_sales": "违规有奖销售", "online_interference": "网络妨碍",
    "false_promotion": "虚假宣传", "bribery": "商业贿赂", "trade_secrets": "侵犯商业秘密",
    "mark_not_registered": "应注册未注册商标", "false_registration_sign": "冒充注册商标",
    "well_known_mark_sign": "违规使用驰名商标字样", "passed_off_patent": "假冒专利",
    "trademark_infringement": "侵犯商标权", "special_content": "违规广告内容",
    "inexact_statements": "广告不准确", "not_recognisable": "广告不可识别", "superlatives": "绝对化用语",
    "false_advertising": "虚假广告", "price_not_shown": "未明码标价", "overcharging": "多收价款",
    "data_refused": "拒绝提供资料", "set_price_ignored": "不执行政府定价", "unfair_pricing": "不正当价格行为",
    "dust": "扬尘", "vapours": "挥发性有机物", "monitoring": "监测", "waste_ledger": "固废台账",
    "no_assessment": "未批先建", "illegal_emission": "违法排放废气", "illegal_discharge": "违法排放废水",
    "hazardous_waste": "危险废物", "training": "培训", "warning_signs": "警示标志", "exits": "安全出口",
    "hazard_not_removed": "未消除隐患", "equipment": "消防设施", "wiring": "电气线路",
    "unapproved_use": "未经消防验收使用", "dangerous_goods_in_dwelling": "住人场所存放易燃易爆物品",
    "certificate_not_carried": "未随车携带证件", "route": "未按线路营运", "maintenance": "未按规定维护",
    "licence_lent": "出借许可证", "testing": "检测", "warranty": "保修", "site_order": "现场管理",
    "no_permit": "未取得施工许可", "shoddy_work": "偷工减料", "qualification_lent": "出借资质",
    "partition": "违规隔断出租", "lease_not_filed": "租赁未备案", "disclosure": "未公示信息",
    "unfit_premises": "出租不合格房屋", "concealment": "隐瞒交易信息", "books": "账簿",
    "late_filing": "逾期申报", "invoices": "发票", "withholding": "未扣缴税款", "evasion": "偷税",
    "forged_invoices": "虚开发票", "contracts": "劳动合同", "working_time": "工作时间",
    "inspection_hindered": "阻挠检查", "unlicensed_agency": "无证中介", "underage_labour": "使用童工",
    "payroll_records": "工资台账", "wage_account": "工资专用账户", "subcontractor_payroll": "分包工资支付",
    "arrears": "拖欠工资", "arrears_refused": "拒不支付拖欠工资", "opening_hours": "营业时间",
    "venue_safety": "场所安全", "minors_admitted": "接纳未成年人", "staff_certificates": "从业人员健康证明",
    "waste_rules": "医疗废物管理", "waste_dumped": "倾倒医疗废物", "late_contributions": "逾期缴费",
    "fraudulent_claims": "骗取待遇", "able_but_refuses": "有能力履行而拒不履行",
    "obstruction": "妨碍抗拒执行",
    "assets_hidden": "隐匿财产", "assets_not_reported": "不报告财产",
    "spending_order_breached": "违反限制消费令",
    "settlement_broken": "不履行和解协议", "obtained_by_deceit": "骗取许可", "revoked_as_penalty": "处罚吊销",
    "speeding": "超速", "speeding_by_half": "超速一半以上", "rules_of_the_road": "违反通行规定",
    "seat_belt_or_helmet": "未系安全带或未戴头盔", "drink_driving": "饮酒驾驶", "overdue": "逾期",
    "damaged_or_lost": "损坏或遗失", "household_waste": "生活垃圾",
    "renamed": "变更名称", "merged_into": "合并", "split_into": "分立", "code_reissued": "代码转发他人",
}  # fmt: skip


def code_text(code: str) -> Text:
    """Say a code in both languages."""
    return Text(zh=ZH.get(code, code), en=code.replace("_", " "))
