"""What can be wrong with fading, giving back, shares, leasts, components: parts that do not fit."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

FADE_OUT_OF_ORDER: Final = Kind(
    "E-SCH-50",
    "stops",
    what=Text(
        zh="减弱的档“{read}”不比前一档“{allowed}”长。",
        en='The step of fading "{read}" is no longer than "{allowed}" before it.',
    ),
    why=Text(
        zh="第一个够长的档决定权重，后面较短的档永远用不到。",
        en="The first step that is long enough decides; a shorter one after it is never reached.",
    ),
    mend=Text(zh="按 to 从短到长排列。", en="Put the steps in order of to, shortest first."),
    example="fade: {steps: [{to: 6 months, times: 3}, {to: 12 months, times: 2}]}",
)

FADE_OUTLIVES_WINDOW: Final = Kind(
    "E-SCH-51",
    "stops",
    what=Text(
        zh="减弱的档“{read}”比窗口“{allowed}”长。",
        en='The step of fading "{read}" is longer than the window "{allowed}".',
    ),
    why=Text(
        zh="窗口之外的信息不计算，写在那里的权重是空话。",
        en="Nothing counts after the window; a weight that is promised there never applies.",
    ),
    mend=Text(zh="缩短该档，或放宽 within。", en="Shorten the step, or lengthen within."),
)

FADE_WITHOUT_WINDOW: Final = Kind(
    "E-SCH-52",
    "stops",
    what=Text(
        zh="指标“{read}”按天减弱到零，却没有窗口。",
        en='The factor "{read}" fades by the day down to nothing and has no window.',
    ),
    why=Text(
        zh="linear 在窗口结束时减到零，没有窗口就不知道多快。",
        en="Linear fading reaches nothing where the window ends; without one nobody knows how fast.",
    ),
    mend=Text(zh="写 within。", en="Write within."),
    example="within: 24 months",
)

SHARE_OF_ONE_RECORD: Final = Kind(
    "E-SCH-53",
    "stops",
    what=Text(
        zh="指标“{read}”按比例计分，不能同时写 {allowed}。",
        en='The factor "{read}" is a share, and "{allowed}" cannot be said of it.',
    ),
    why=Text(
        zh="比例对窗口内的全部信息求和，只得出一个数，不能挑选、减弱、返还其中一条，也不能分期封顶。",
        en="A share sums all records of its window into one number, so no single record can be chosen, "
        "fade or be given back, and no period has points of its own.",
    ),
    mend=Text(
        zh="删去这一项；总上限写 at_most: {in_all: …}。",
        en="Remove it; a cap on the whole is at_most: {in_all: …}.",
    ),
)

LEAST_ABOVE_MOST: Final = Kind(
    "E-SCH-54",
    "stops",
    what=Text(
        zh="“{read}”至少 {least} 分，最多也只有 {allowed} 分。",
        en='"{read}" has at least {least} points, and it can have {allowed} at most.',
    ),
    why=Text(
        zh="下限不低于上限，任何信息都不起作用。",
        en="With a least that is not below the most, no record makes a difference.",
    ),
    mend=Text(zh="降低 at_least，或提高上限。", en="Lower at_least, or raise what can be had."),
)

CAP_BELOW_NOTHING: Final = Kind(
    "E-SCH-55",
    "stops",
    what=Text(
        zh="部分“{read}”的 at_most 是 {cap}，低于零。",
        en='The component "{read}" has an at_most of {cap}, below zero.',
    ),
    why=Text(
        zh="上限按绝对值计算，低于零没有意义。",
        en="A cap holds in absolute value; below zero it means nothing.",
    ),
    mend=Text(zh="写零或更大的数。", en="Write zero or more."),
    example="at_most: 20",
)

FACTOR_IN_TWO_COMPONENTS: Final = Kind(
    "E-SCH-56",
    "stops",
    what=Text(
        zh="指标“{read}”已经属于部分“{first}”，又列在“{allowed}”中。",
        en='The factor "{read}" belongs to the component "{first}" and is named again in "{allowed}".',
    ),
    why=Text(zh="同一分数会算两次。", en="Its points would be counted twice."),
    mend=Text(zh="只留一处。", en="Leave it in one of them."),
)

PART_NAMED_TWICE: Final = Kind(
    "E-SCH-57",
    "stops",
    what=Text(
        zh="“{read}”既是{first_zh}，又是{then_zh}。",
        en='"{read}" is the name of a {first_en} and of a {then_en}.',
    ),
    why=Text(
        zh="合计、等级条件和说明按名称引用，重名就分不清是哪一个。",
        en="Totals, conditions of grades and explanations refer to it by name and could mean either.",
    ),
    mend=Text(zh="给其中一个改名。", en="Rename one of them."),
)

MENDED_OUT_OF_ORDER: Final = Kind(
    "E-SCH-58",
    "stops",
    what=Text(
        zh="指标“{read}”：到“{later}”返还的份额不少于更早的“{earlier}”，或期限没有由早到晚排列。",
        en='In "{read}" mending by "{later}" gives back no less than by "{earlier}" before it, or the '
        "deadlines are not in order, earliest first.",
    ),
    why=Text(
        zh="第一个赶上的期限决定；越早改正，返还越多。",
        en="The first deadline that was kept decides, and whoever mends sooner gets more back.",
    ),
    mend=Text(
        zh="按期限由早到晚排列，份额由多到少。",
        en="Put the deadlines in order, earliest first, each with a smaller share than the one before.",
    ),
    example="gives_back: [{to: 30 days, share: 0.8}, {to: year_end, share: 0.4}]",
)

MENDED_IN_FAVOUR: Final = Kind(
    "E-SCH-59",
    "stops",
    what=Text(
        zh="指标“{read}”写了 mended，却不对主体作不利计算。",
        en='The factor "{read}" says mended, and it counts nothing against its subject.',
    ),
    why=Text(zh="没有失去的分数无从返还。", en="What was not lost cannot be given back."),
    mend=Text(zh="删去 mended，或改正分数。", en="Remove mended, or mend the points."),
)

KINDS: Final = (
    FADE_OUT_OF_ORDER,
    FADE_OUTLIVES_WINDOW,
    FADE_WITHOUT_WINDOW,
    SHARE_OF_ONE_RECORD,
    LEAST_ABOVE_MOST,
    CAP_BELOW_NOTHING,
    FACTOR_IN_TWO_COMPONENTS,
    PART_NAMED_TWICE,
    MENDED_OUT_OF_ORDER,
    MENDED_IN_FAVOUR,
)
