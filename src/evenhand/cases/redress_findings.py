"""What an appeal, a repair and their decisions refuse: somebody with a part in it, lateness, nothing missing."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

NOT_NEW: Final = Kind(
    "E-CASE-60",
    "stops",
    what=Text(
        zh="{read} 参与过本案（签署、提供证据、答复异议、利益冲突或登记关系），不得决定申诉。",
        en="{read} had a part in this case (signed, supplied, answered, declared a conflict, or enrolled "
        "or was enrolled by a signer) and cannot decide its appeal.",
    ),
    why=Text(
        zh="申诉由没有参与过的人决定，否则等于没有申诉。",
        en="An appeal is decided by somebody new to the case; otherwise it is none.",
    ),
    mend=Text(zh="由另一名复议员决定。", en="Have another reviewer decide."),
    floor="RF-11",
)

LATE_APPEAL: Final = Kind(
    "E-CASE-61",
    "stops",
    what=Text(
        zh="决定申诉的期限到 {read} 止，已过；现在只能撤销或缩短。",
        en="The time to decide the appeal ended on {read}; now the entry can only be lifted or shortened.",
    ),
    why=Text(
        zh="机关逾期，后果由机关承担，不由当事人承担。",
        en="When an authority misses its time, the authority bears it, not the subject.",
    ),
    mend=Text(zh="撤销或缩短这条记录。", en="Lift or shorten the entry."),
    floor="RF-11",
)

NOT_SHORTER: Final = Kind(
    "E-CASE-62",
    "stops",
    what=Text(
        zh="新的最后一日 {read} 不行：须在今天或以后，并早于现在的最后一日 {allowed}。",
        en="{read} cannot be the new last day: it lies from today on, and before the present one, {allowed}.",
    ),
    why=Text(
        zh="申诉不得使当事人处境更坏；延长是另一个案件。",
        en="An appeal makes nothing worse for whoever appeals; prolonging is a case of its own.",
    ),
    mend=Text(zh="写明一个更早的最后一日。", en="Give an earlier last day."),
    floor="RF-11",
)

NO_REQUEST: Final = Kind(
    "E-CASE-63",
    "stops",
    what=Text(
        zh="案件没有待决定的“{read}”。待决定的：{allowed}。",
        en='The case has no open "{read}". Waiting for a decision: {allowed}.',
    ),
    why=Text(
        zh="决定必须对应某一项请求。",
        en="A decision is the decision on one request of the subject.",
    ),
    mend=Text(zh="写上待决定请求的编号。", en="Give the number of an open request."),
)

ASKED_ALREADY: Final = Kind(
    "E-CASE-64",
    "stops",
    what=Text(
        zh="“{read}”尚待决定（至 {allowed}）。",
        en="{read} waits for its decision (until {allowed}).",
    ),
    why=Text(
        zh="一项请求决定以后，可以再提出一项。",
        en="Once one is decided, another can be made.",
    ),
    mend=Text(zh="等待决定。", en="Wait for the decision."),
)

OVERDUE: Final = Kind(
    "E-CASE-65",
    "stops",
    what=Text(
        zh="机关逾期未决定申诉或修复（{read}），记录不能恢复效力。",
        en="The authority missed its time to decide {read}; the entry cannot take effect again.",
    ),
    why=Text(
        zh="逾期以后，只能对当事人有利。",
        en="After a missed time only what helps the subject is possible.",
    ),
    mend=Text(zh="结束这条记录。", en="End the entry."),
    floor="RF-11",
)

NO_REPAIR: Final = Kind(
    "E-CASE-66",
    "stops",
    what=Text(
        zh="这条记录没有信用修复的途径。", en="The rule of this entry gives no way of repair."
    ),
    why=Text(
        zh="修复按名单规则办理，只适用于单位。",
        en="Repair follows the rule of the list, and is for organisations.",
    ),
    mend=Text(
        zh="可以申诉，或对信息提出更正申请。", en="Appeal, or dispute the record that is wrong."
    ),
)

REPAIR_EARLY: Final = Kind(
    "E-CASE-67",
    "stops",
    what=Text(zh="{read} 以前不能申请信用修复。", en="Repair can be asked for from {read} on."),
    why=Text(
        zh="名单规则规定了生效后的最短时间。",
        en="The rule of the list says how long an entry stands at least.",
    ),
    mend=Text(
        zh="在该日或以后申请；也可以申诉。",
        en="Ask on that day or later. An appeal is possible now.",
    ),
)

REPAIR_OWED: Final = Kind(
    "E-CASE-68",
    "stops",
    what=Text(
        zh="规则要求的都已具备，不得拒绝修复。",
        en="Everything that the rule asks for is there; the repair cannot be refused.",
    ),
    why=Text(
        zh="条件具备，结束就是当事人的权利。",
        en="Once its conditions are met, the end is owed and not a favour.",
    ),
    mend=Text(zh="准予修复。", en="Decide that the entry ends."),
    floor="RF-12",
)

REPAIR_INCOMPLETE: Final = Kind(
    "E-CASE-69",
    "stops",
    what=Text(zh="规则要求的尚缺：{read}。", en="What the rule asks for is not there yet: {read}."),
    why=Text(
        zh="提前结束而条件不具备，须由两名经办人决定。",
        en="To end an entry without them takes two officers (`case decide --outcome ends`).",
    ),
    mend=Text(
        zh="由主管机关报送所缺的文件，或以此为由拒绝。",
        en="Have the authority deliver what is missing, or refuse for now.",
    ),
)

KINDS: Final = (
    NOT_NEW,
    LATE_APPEAL,
    NOT_SHORTER,
    NO_REQUEST,
    ASKED_ALREADY,
    OVERDUE,
    NO_REPAIR,
    REPAIR_EARLY,
    REPAIR_OWED,
    REPAIR_INCOMPLETE,
)
