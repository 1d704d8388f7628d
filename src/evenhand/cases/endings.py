"""Why a case closed without an entry, or an entry ended, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.text import Text

WHY: Final[Mapping[str, Text]] = {
    "not_listed": Text(zh="经办人决定不予列入", en="an officer decided not to list"),
    "disagreed": Text(
        zh="两名经办人意见不一致，因此不予列入",
        en="the two officers disagreed, so there is no entry",
    ),
    "lapsed": Text(
        zh="机关未在期限内决定，因此不予列入",
        en="the authority did not decide in time, so there is no entry",
    ),
    "undelivered": Text(
        zh="告知书未能在期限内送达，因此不予列入",
        en="the notice was not delivered in time, so there is no entry",
    ),
    "evidence": Text(
        zh="所依据的证据已被更正、撤回或了结",
        en="the evidence was corrected, withdrawn or settled",
    ),
    "refused": Text(zh="主体不愿列入", en="the subject does not want it"),
    "last_day": Text(zh="期限届满", en="its last day is over"),
    "sunset": Text(zh="应急办法的最后一日已过", en="the last day of its scheme is over"),
    "settled": Text(zh="债务已清偿", en="the debt was paid"),
    "paused": Text(
        zh="法院已部分受偿、暂缓执行或准许分期履行",
        en="there was a part payment, a stay or a payment plan",
    ),
    "deregistered": Text(zh="主体已注销", en="its subject was struck off its register"),
    "deceased": Text(zh="主体已死亡", en="its subject has died"),
    "appeal": Text(zh="申诉后撤销", en="an appeal lifted it"),
    "repaired": Text(zh="信用修复完成", en="it was repaired"),
    "milder_law": Text(zh="新规则更轻", en="a newer rule is milder"),
    "better": Text(zh="计算等级已经好转", en="the computed grade is better by now"),
    "early": Text(zh="两名经办人决定提前结束", en="two officers decided to end it early"),
    "review_overdue": Text(
        zh="中止后机关未在期限内复审",
        en="it was suspended and the authority did not review it in time",
    ),
}
"""Why a case closed without an entry, or an entry ended."""
