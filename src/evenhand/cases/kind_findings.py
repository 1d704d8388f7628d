"""What only some kinds of cases refuse: debtors without a ruling, skipped steps, grades without records."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

NO_RULING: Final = Kind(
    "E-CASE-50",
    "stops",
    what=Text(
        zh="这不是完整的法院裁判：{read}。",
        en="This is no complete court ruling: {read}.",
    ),
    why=Text(
        zh="居民只能凭指名法院的生效裁判、执行案号和“有能力履行而拒不履行”的认定列为被执行人。",
        en="A resident is listed only as a judgment debtor: by the final ruling of a named court, with "
        "its docket number and the finding that the debtor can pay and refuses.",
    ),
    mend=Text(
        zh="由法院补报缺少的内容，或不再提议。",
        en="Let the court deliver what is missing, or propose nothing.",
    ),
    floor="RF-3",
)

NOT_THE_COURT: Final = Kind(
    "E-CASE-51",
    "stops",
    what=Text(
        zh="拟由 {read} 决定，而裁判是 {allowed} 作出的。",
        en="{read} would decide, but the ruling is of {allowed}.",
    ),
    why=Text(
        zh="只有作出裁判的法院可以把居民列为被执行人。",
        en="Only the court that ruled enters a resident as a judgment debtor.",
    ),
    mend=Text(zh="由该法院的经办人决定。", en="Let officers of that court decide."),
    floor="RF-3",
)

PAUSED: Final = Kind(
    "E-CASE-52",
    "stops",
    what=Text(
        zh="执行依据{read}，记录不能恢复效力。",
        en="The entry cannot stand: the debt {read}.",
    ),
    why=Text(
        zh="部分履行、暂缓执行、分期履行都中止这条记录；只有分期履行中断，才能复审。",
        en="A part payment, a stay or a payment plan suspends it; only when the plan was broken can "
        "officers let it stand.",
    ),
    mend=Text(zh="保持中止，或结束这条记录。", en="Leave it suspended, or end it."),
    floor="RF-3",
)

STEP_SKIPPED: Final = Kind(
    "E-CASE-53",
    "stops",
    what=Text(
        zh="措施“{read}”以前的一项没有生效的案件。",
        en='The step before "{read}" has no case that took effect.',
    ),
    why=Text(
        zh="各项措施按顺序采取，一项也不能跳过。",
        en="Steps are taken in their order; none is skipped.",
    ),
    mend=Text(zh="先办理前一项措施。", en="Propose the step before it first."),
    floor="RF-8",
)

SCHEME_OVER: Final = Kind(
    "E-CASE-54",
    "stops",
    what=Text(
        zh="评价办法的最后一日是 {read}，此后什么也不能生效。",
        en="The last day of the scheme is {read}; nothing takes effect after it.",
    ),
    why=Text(
        zh="应急办法到期自行失效，由它产生的一切随之结束。",
        en="An emergency scheme dies by itself, and everything that it led to with it.",
    ),
    mend=Text(zh="案件将自行结束。", en="The case closes by itself."),
    floor="RF-13",
)

NO_RECORDS: Final = Kind(
    "E-CASE-55",
    "stops",
    what=Text(
        zh="对“{read}”没有依据任何信息。",
        en='There is no record under "{read}".',
    ),
    why=Text(
        zh="不利的决定依据信息作出，不依据分数。",
        en="What is against somebody rests on records, never on points.",
    ),
    mend=Text(zh="不再提议。", en="Propose nothing."),
    floor="RF-6",
)

NO_GRADE: Final = Kind(
    "E-CASE-56",
    "stops",
    what=Text(
        zh="案件 {read} 不是等级案件。",
        en="Case {read} is not about a grade.",
    ),
    why=Text(
        zh="分数好转只影响等级，不影响名单。",
        en="Better points change a grade, never a list.",
    ),
    mend=Text(zh="什么也不用做。", en="Do nothing."),
    floor="RF-6",
)

KINDS: Final = (
    NO_RULING,
    NOT_THE_COURT,
    PAUSED,
    STEP_SKIPPED,
    SCHEME_OVER,
    NO_RECORDS,
    NO_GRADE,
)
