"""What an explanation says of steps and of records that do not count, zh and en."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.text import Text
from evenhand.scoring.standing import Step, WhyNot

STEPS: Final[Mapping[Step, Text]] = {
    "base": Text(zh="起点", en="where everybody starts"),
    "start": Text(zh="该指标的起始分", en="what the factor starts with"),
    "points": Text(zh="得分", en="points"),
    "mended": Text(zh="按期纠正，退还的分", en="given back, mended in time"),
    "daily_cap": Text(zh="超过每日上限的部分", en="beyond the daily cap"),
    "monthly_cap": Text(zh="超过每月上限的部分", en="beyond the monthly cap"),
    "yearly_cap": Text(zh="超过年度上限的部分", en="beyond the yearly cap"),
    "rolling_cap": Text(zh="超过一段时间内上限的部分", en="beyond the cap of a stretch of time"),
    "total_cap": Text(zh="超过总上限的部分", en="beyond the total cap"),
    "least": Text(zh="不低于该指标的下限", en="not below the factor's own least"),
    "component": Text(zh="该部分的上限或下限", en="the cap or the least of this part"),
    "exposure": Text(zh="按受检次数等机会折算", en="divided by how many chances to err there were"),
    "floor": Text(zh="不低于下限", en="not below the floor"),
    "ceiling": Text(zh="不高于上限", en="not above the ceiling"),
}

WHY_NOT: Final[Mapping[WhyNot, Text]] = {
    "": Text(zh="计入", en="counts"),
    "outside_window": Text(zh="不在计算期内", en="before the window opens"),
    "not_yet": Text(zh="发生在所问日期之后", en="happens after the day asked about"),
    "condition": Text(zh="不符合该指标的条件", en="does not meet the factor's conditions"),
    "excused": Text(zh="有免责情形", en="is excused"),
    "superseded": Text(zh="已被另一条信息取代", en="another record took its place"),
    "later_one": Text(
        zh="该指标只计其中一条，计的是另一条", en="the factor counts another one of them"
    ),
    "in_doubt": Text(
        zh="有争议，不作不利计算（RF-16）", en="is disputed; nothing against anyone (RF-16)"
    ),
    "before_public": Text(
        zh="发生在办法公布之前，不作不利计算（RF-13）",
        en="is from before the scheme was public (RF-13)",
    ),
    "validity_over": Text(zh="有效期已过", en="its validity is over"),
    "retracts": Text(zh="撤销或更正另一条信息", en="takes another record away"),
    "retention_over": Text(zh="保存期已满", en="its retention is over"),
    "no_factor": Text(zh="本办法不计这类信息", en="the scheme counts no such record"),
    "too_few": Text(zh="件数不足，不计比例", en="too few cases for a share"),
}
