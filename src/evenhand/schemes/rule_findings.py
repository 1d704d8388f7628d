"""What can be wrong with what a scheme says: names, values, days, bands, totals."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

AUTHORITY_UNKNOWN: Final = Kind(
    "E-SCH-20",
    "stops",
    what=Text(
        zh="目录中没有机关“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no authority "{read}". The nearest is "{nearest}".',
    ),
    why=Text(zh="办法要由一个真实的机关负责。", en="Somebody has to answer for a scheme."),
    mend=Text(
        zh="改正拼写，或先把该机关列入目录。",
        en="Mend the spelling, or add the authority to the catalogue first.",
    ),
    example="authority: linhe-credit-office",
)

DOMAIN_UNKNOWN: Final = Kind(
    "E-SCH-21",
    "stops",
    what=Text(
        zh="目录中没有领域“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no domain "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="后果与行为须同一领域，所以领域是封闭的。",
        en="Consequences stay in the domain of the conduct, so the domains are closed.",
    ),
    mend=Text(zh="改为目录中的领域。", en="Write a domain of the catalogue."),
    example="domain: food-safety",
)

GRADE_UNKNOWN: Final = Kind(
    "E-SCH-22",
    "stops",
    what=Text(
        zh="本办法没有等级“{read}”。最接近的是“{nearest}”。",
        en='The scheme has no grade "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="引用的等级要在 grades 中写明。", en="A grade that is named has to stand under grades."
    ),
    mend=Text(zh="改正拼写，或在 grades 中加上。", en="Mend the spelling, or add it under grades."),
)

LIST_UNKNOWN: Final = Kind(
    "E-SCH-23",
    "stops",
    what=Text(
        zh="本办法没有名单“{read}”。最接近的是“{nearest}”。",
        en='The scheme has no list "{read}". The nearest is "{nearest}".',
    ),
    why=Text(zh="示例只能提到本办法的名单。", en="An example can only name lists of its scheme."),
    mend=Text(zh="改正拼写。", en="Mend the spelling."),
)

ARTICLE_UNKNOWN: Final = Kind(
    "E-SCH-24",
    "stops",
    what=Text(
        zh="目录没有为“{type}”列出条文“{read}”。最接近的是“{nearest}”。",
        en='For "{type}" the catalogue lists no article "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="轻重和种类只按所引条文取自目录。",
        en="Severity and kind come from the catalogue by the cited article, and from nowhere else.",
    ),
    mend=Text(zh="引用目录中的条文。", en="Cite an article of the catalogue."),
)

VALUE_WRONG: Final = Kind(
    "E-SCH-25",
    "stops",
    what=Text(
        zh="“{read}”不是“{field}”的值。最接近的是“{nearest}”。允许：{allowed}。",
        en='"{read}" is no value of "{field}". The nearest is "{nearest}". Allowed: {allowed}.',
    ),
    why=Text(
        zh="不可能出现的值会使条件永远不成立。",
        en="A value that cannot occur makes a condition that never holds.",
    ),
    mend=Text(
        zh="按目录中该字段的种类写值。", en="Write a value of the field's kind in the catalogue."
    ),
    example="over_limit_percent: {at_least: 20}",
)

FIELD_UNFIT: Final = Kind(
    "E-SCH-26",
    "stops",
    what=Text(
        zh="“{read}”不能这样用，它是 {is_kind}；这里需要 {allowed}。",
        en='"{read}" cannot be used like this: it is of kind {is_kind}, and {allowed} is needed.',
    ),
    why=Text(
        zh="只有数可以比较大小和相乘。", en="Only numbers can be compared in size and multiplied."
    ),
    mend=Text(zh="换一个字段，或换一种写法。", en="Take another field or another form."),
    example="points: {field: hours, times: 0.5}",
)

CORRECTION_UNKNOWN: Final = Kind(
    "E-SCH-27",
    "stops",
    what=Text(
        zh="“{read}”不是目录中的更正类信息。最接近的是“{nearest}”。",
        en='"{read}" is no correction of the catalogue. The nearest is "{nearest}".',
    ),
    why=Text(
        zh="修复须有文书证明改正，例如处罚已履行。",
        en="Repair rests on a document which shows that the wrong was mended.",
    ),
    mend=Text(zh="写目录中的更正类信息。", en="Name a correcting record type of the catalogue."),
    example="needs: [penalty_performed]",
)

SUBJECTS_DIFFER: Final = Kind(
    "E-SCH-28",
    "stops",
    what=Text(
        zh="“{read}”与“{allowed}”无关，本办法只涉及“{allowed}”。",
        en='"{read}" is not about subjects of kind "{allowed}", and this scheme is about those only.',
    ),
    why=Text(
        zh="不属于本办法主体的信息永远不会出现。",
        en="Records about other kinds of subjects would never be found.",
    ),
    mend=Text(
        zh="换一个信息类别，或改正 subjects。", en="Take another record type, or mend subjects."
    ),
)

PART_UNKNOWN: Final = Kind(
    "E-SCH-29",
    "stops",
    what=Text(
        zh="合计中的“{read}”既不是指标，也不是前面的合计。最接近的是“{nearest}”。",
        en='"{read}" is neither a factor nor a total before this one. The nearest is "{nearest}".',
    ),
    why=Text(zh="合计要能逐项加起来。", en="A total has to be added up from named parts."),
    mend=Text(
        zh="改正拼写，或先写下面的合计。", en="Mend the spelling, or put the inner total first."
    ),
)

FORCE_BACKWARDS: Final = Kind(
    "E-SCH-30",
    "stops",
    what=Text(zh="日期前后颠倒：{read}。", en="The days run backwards: {read}."),
    why=Text(zh="先公布，再生效，再终止。", en="First published, then in force, then ended."),
    mend=Text(zh="改正日期。", en="Mend the days."),
    example="in_force: {from: 2026-03-01, until: 2029-12-31}",
)

SCALE_CONTRADICTS: Final = Kind(
    "E-SCH-31",
    "stops",
    what=Text(
        zh="{read} 起，底线、起点和上限的大小不合。",
        en="From {read} on, floor, base and ceiling contradict each other.",
    ),
    why=Text(
        zh="底线不高于起点，起点不高于上限。",
        en="The floor is not above the base, nor the base above the ceiling.",
    ),
    mend=Text(zh="改正数值。", en="Mend the numbers."),
    example="score: {base: 100, floor: 100, ceiling: 200}",
)

BANDS_OUT_OF_ORDER: Final = Kind(
    "E-SCH-32",
    "stops",
    what=Text(
        zh="等级“{read}”的起点不高于前一等级。",
        en='The band "{read}" does not start above the one before it.',
    ),
    why=Text(
        zh="等级是从低到高相接的半开区间。", en="Bands are half-open and follow each other upwards."
    ),
    mend=Text(
        zh="按起点从小到大排列，各不相同。",
        en="Put the bands in order of where they start, each at its own number.",
    ),
)

BANDS_LEAVE_GAP: Final = Kind(
    "E-SCH-33",
    "stops",
    what=Text(
        zh="低于第一个等级（{read}）的分数没有等级，最低可到 {allowed}。",
        en="Points below the first band ({read}) have no grade, and they can go down to {allowed}.",
    ),
    why=Text(
        zh="每一个可能的分数都要有等级。", en="Every number of points that can occur needs a grade."
    ),
    mend=Text(
        zh="让第一个等级从最低分开始，或写明 floor。",
        en="Start the first band at the lowest points, or state a floor.",
    ),
)

NUMBER_STARTS_LATE: Final = Kind(
    "E-SCH-34",
    "stops",
    what=Text(
        zh="“{read}”的第一个数值从 {first} 起，办法从 {allowed} 起生效。",
        en='The first value of "{read}" is from {first}, and the scheme is in force from {allowed}.',
    ),
    why=Text(
        zh="早于第一个数值的日子无法计算。", en="A day before the first value cannot be counted."
    ),
    mend=Text(zh="补上更早的数值。", en="Add an earlier value."),
)

RED_WITH_BURDEN: Final = Kind(
    "E-SCH-35",
    "stops",
    what=Text(
        zh="守信激励名单“{read}”不能有惩戒措施或修复。",
        en='The list of good conduct "{read}" carries measures or repair.',
    ),
    why=Text(
        zh="守信激励名单没有需要承受或修复的后果。",
        en="Nothing of such a list has to be borne or repaired.",
    ),
    mend=Text(zh="删去 measures 和 repair。", en="Remove measures and repair."),
)

TOTAL_DIFFERS: Final = Kind(
    "E-SCH-36",
    "stops",
    what=Text(
        zh="“{read}”写明共 {allowed} 分，各项最高分相加却是 {sum} 分。",
        en='"{read}" says {allowed} points; the greatest points of its parts add up to {sum}.',
    ),
    why=Text(
        zh="各项之和与合计不符的表，计分前就自相矛盾。",
        en="A sheet whose rows do not add up contradicts itself before anybody is scored.",
    ),
    mend=Text(zh="改正某一项的最高分，或改正合计。", en="Mend a row or the total."),
)

TOTAL_OPEN: Final = Kind(
    "E-SCH-37",
    "stops",
    what=Text(
        zh="“{read}”中的“{part}”没有最高分。",
        en='In "{read}" the part "{part}" has no greatest number of points.',
    ),
    why=Text(zh="没有上限的项无法合计。", en="What has no limit cannot be added up."),
    mend=Text(zh="给该指标写 at_most: {in_all: …}。", en="Give the factor at_most: {in_all: …}."),
    example="at_most: {in_all: 6}",
)

NOTHING_COUNTED: Final = Kind(
    "E-SCH-38",
    "stops",
    what=Text(zh="办法没有指标，也没有名单。", en="The scheme has neither a factor nor a list."),
    why=Text(zh="没有内容的办法什么也不规定。", en="A scheme without either rules nothing."),
    mend=Text(zh="写上 factors 或 lists。", en="Write factors or lists."),
)

WINDOW_OUTLIVES_RECORDS: Final = Kind(
    "W-SCH-39",
    "warns",
    what=Text(
        zh="窗口“{read}”长于“{type}”的保存期限 {allowed} 个月。",
        en='The window "{read}" is longer than the retention of "{type}", {allowed} months.',
    ),
    why=Text(
        zh="保存期满的信息已经退出，窗口的后一段是空的。",
        en="Records leave when their retention is over; the rest of the window stays empty.",
    ),
    mend=Text(zh="缩短窗口。", en="Shorten the window."),
)

CHANGE_WITHOUT_ARTICLE: Final = Kind(
    "W-SCH-48",
    "warns",
    what=Text(
        zh="“{read}”自 {day} 起改变，没有写明依据的条文。",
        en='"{read}" changes on {day}, and no article is given for the change.',
    ),
    why=Text(
        zh="读者要能查到是哪条规定改了这个数。", en="Readers have to find the rule that changed it."
    ),
    mend=Text(zh="写 {is: 数值, article: 条文}。", en="Write {is: the number, article: the rule}."),
    example="{2019-01-01: 3, 2021-07-01: {is: 5, article: No. 31 of 2021}}",
)

KINDS: Final = (
    AUTHORITY_UNKNOWN,
    DOMAIN_UNKNOWN,
    GRADE_UNKNOWN,
    LIST_UNKNOWN,
    ARTICLE_UNKNOWN,
    VALUE_WRONG,
    FIELD_UNFIT,
    CORRECTION_UNKNOWN,
    SUBJECTS_DIFFER,
    PART_UNKNOWN,
    FORCE_BACKWARDS,
    SCALE_CONTRADICTS,
    BANDS_OUT_OF_ORDER,
    BANDS_LEAVE_GAP,
    NUMBER_STARTS_LATE,
    RED_WITH_BURDEN,
    TOTAL_DIFFERS,
    TOTAL_OPEN,
    NOTHING_COUNTED,
    WINDOW_OUTLIVES_RECORDS,
    CHANGE_WITHOUT_ARTICLE,
)
