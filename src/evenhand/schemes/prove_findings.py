"""What a proof can tell the author of a scheme, each at its line; the record stands beside it."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_SHOWN: Final = Text(
    zh="看检查结果给出的虚构信息，改到它不再成立。",
    en="Look at the made-up record that the check prints, and mend the rule until it no longer shows this.",
)

OUT_OF_RANGE: Final = Kind(
    "E-PROVE-01",
    "stops",
    what=Text(zh="分数可以越出 {allowed}。", en="Points can leave the range {allowed}."),
    why=Text(
        zh="居民的分数不得低于起点，任何分数不得越出写明的范围。",
        en="A resident never has less than the base, and nobody leaves the range that is stated.",
    ),
    mend=_SHOWN,
    floor="RF-2",
)

WORSE_FOR_TAKING_PART: Final = Kind(
    "E-PROVE-02",
    "stops",
    what=Text(
        zh="参加的人可能不如没有信息的新加入者：“{read}”。",
        en='Taking part can leave somebody worse off than a newcomer: "{read}".',
    ),
    why=Text(zh="对居民只有激励。", en="Residents have benefits only."),
    mend=_SHOWN,
    floor="RF-2",
)

GOOD_RECORD_LOWERS: Final = Kind(
    "E-PROVE-03",
    "stops",
    what=Text(
        zh="多一条有利的信息会使结果变差：“{read}”。",
        en='One favourable record more can make a standing worse: "{read}".',
    ),
    why=Text(zh="做了好事不应吃亏。", en="Nobody should lose by doing well."),
    mend=_SHOWN,
    floor="RF-2",
)

BAD_RECORD_RAISES: Final = Kind(
    "E-PROVE-04",
    "stops",
    what=Text(
        zh="多一条不利的信息会使结果变好：“{read}”。",
        en='One adverse record more can make a standing better: "{read}".',
    ),
    why=Text(zh="违法不应得分。", en="Nobody should gain by doing wrong."),
    mend=_SHOWN,
    floor="RF-2",
)

NEVER_ENDS: Final = Kind(
    "E-PROVE-05",
    "stops",
    what=Text(
        zh="“{read}”的不利影响没有终期。", en='What "{read}" counts against somebody has no end.'
    ),
    why=Text(zh="一切不利影响都有终期。", en="Everything that counts against somebody ends."),
    mend=Text(zh="写明 within。", en="Write within."),
    example="within: 24 months",
    floor="RF-12",
)

NOT_BACK_AT_BASE: Final = Kind(
    "E-PROVE-06",
    "stops",
    what=Text(
        zh="没有任何信息时，分数是 {read}，起点是 {allowed}。",
        en="Without any record the points are {read}, and the base is {allowed}.",
    ),
    why=Text(
        zh="最长窗口过后，一切回到起点。",
        en="After the longest window everything is back at the base.",
    ),
    mend=Text(zh="删去 starts 或 at_least。", en="Remove starts or at_least."),
    floor="RF-12",
)

BANDS_GAP: Final = Kind(
    "E-PROVE-07",
    "stops",
    what=Text(
        zh="有的分数没有等级，例如 {read}。", en="Some points have no grade, for example {read}."
    ),
    why=Text(
        zh="每一个可能的分数都要有等级。", en="Every number of points that can occur needs one."
    ),
    mend=_SHOWN,
)

MILDER_WORSE: Final = Kind(
    "E-PROVE-08",
    "stops",
    what=Text(
        zh="同一天换成较轻的信息，结果反而变差：“{read}”。",
        en='A milder record of the same day in place of another makes a standing worse: "{read}".',
    ),
    why=Text(zh="过罚相当。", en="What follows is in proportion to what was done."),
    mend=_SHOWN,
    floor="RF-8",
)

COUNTED_TWICE: Final = Kind(
    "E-PROVE-09",
    "stops",
    what=Text(
        zh="同一事件可以被“{read}”和第 {line} 行的“{other}”各计一次不利。",
        en='One event can count against its subject under "{read}" and again under "{other}" on line {line}.',
    ),
    why=Text(zh="一事不二罚。", en="One wrong is counted once."),
    mend=Text(
        zh="用 where 把两项分开，或合成一项。",
        en="Keep the two apart by where, or make them one factor.",
    ),
    floor="RF-8",
)

HELPS_TWICE: Final = Kind(
    "W-PROVE-10",
    "warns",
    what=Text(
        zh="同一条信息可以在“{read}”和第 {line} 行的“{other}”各加一次分。",
        en='One record can earn points under "{read}" and again under "{other}" on line {line}.',
    ),
    why=Text(zh="读者会以为一件事只算一次。", en="Readers expect that one thing counts once."),
    mend=Text(zh="用 where 把两项分开。", en="Keep the two apart by where."),
)

NEVER_MET: Final = Kind(
    "E-PROVE-11",
    "stops",
    what=Text(
        zh="没有任何信息能符合“{read}”的条件。", en='No record can meet the conditions of "{read}".'
    ),
    why=Text(
        zh="永远不成立的规则只会误导读者。", en="A rule that can never hold misleads its readers."
    ),
    mend=Text(
        zh="改正互相矛盾的条件，或删去它。", en="Mend the tests that contradict, or remove it."
    ),
)

ROW_NEVER_MET: Final = Kind(
    "W-PROVE-12",
    "warns",
    what=Text(
        zh="“{read}”的表中“{row}”一行永远用不到。",
        en='In the table of "{read}" no record ever reaches the row "{row}".',
    ),
    why=Text(
        zh="目录中没有这样的信息，或者前面的规则已经排除。",
        en="The catalogue has no such record, or the conditions shut it out.",
    ),
    mend=Text(zh="删去这一行。", en="Remove the row."),
)

BAND_NEVER_REACHED: Final = Kind(
    "W-PROVE-13",
    "warns",
    what=Text(
        zh="没有任何分数能得到等级“{read}”。",
        en='No points that can occur give the grade "{read}".',
    ),
    why=Text(zh="得不到的等级只会误导读者。", en="A grade that nobody can have misleads readers."),
    mend=Text(zh="改正它的起点，或删去它。", en="Mend where it starts, or remove it."),
)

SHADOWED: Final = Kind(
    "W-PROVE-14",
    "warns",
    what=Text(
        zh="凡符合这一条的信息都已符合第 {line} 行的那一条：“{read}”。",
        en='Whatever meets this meets line {line} already: "{read}".',
    ),
    why=Text(zh="后一条永远轮不到。", en="The later one never has its turn."),
    mend=Text(
        zh="把较窄的一条写在前面，或删去它。", en="Put the narrower one first, or remove it."
    ),
)

LIST_TOO_WIDE: Final = Kind(
    "E-PROVE-15",
    "stops",
    what=Text(
        zh="名单“{read}”可以因一条不该列入的信息而列入。",
        en='The list "{read}" can be entered on records that must not lead to it.',
    ),
    why=Text(
        zh="列入须有本领域的严重行为，或同一种类、至少三次、24个月以内的轻微行为。",
        en="An entry rests on a serious record of its domain, or on minor ones of one kind, at least three, within at most 24 months.",
    ),
    mend=_SHOWN,
    floor="RF-8",
)

ENTRY_TOO_LONG: Final = Kind(
    "E-PROVE-16",
    "stops",
    what=Text(
        zh="名单“{read}”的记录在 36 个月之后仍然有效。",
        en='An entry on the list "{read}" still stands after 36 months.',
    ),
    why=Text(zh="任何措施最长 36 个月。", en="No measure lasts longer than 36 months."),
    mend=Text(zh="缩短 lasts。", en="Shorten lasts."),
    floor="RF-8",
)

FRAMEWORK_ABSENT: Final = Kind(
    "E-PROVE-17",
    "stops",
    what=Text(
        zh="找不到框架“{read}”。手头有：{allowed}。",
        en='There is no framework "{read}" at hand. At hand: {allowed}.',
    ),
    why=Text(
        zh="没有框架就不能证明地方办法没有放宽它。",
        en="Without it nothing shows that the local scheme does not widen it.",
    ),
    mend=Text(
        zh="改正名称和版本，或用 --frameworks 指明文件夹。",
        en="Mend the name and version, or say --frameworks FOLDER.",
    ),
)

FRAMEWORK_WIDENED: Final = Kind(
    "E-PROVE-18",
    "stops",
    what=Text(zh="这里放宽了框架：{zh}。", en="This widens the framework: {en}."),
    why=Text(
        zh="地方办法可以收窄框架，不得放宽。",
        en="A local scheme may narrow its framework, never widen it.",
    ),
    mend=Text(zh="收窄到框架以内。", en="Stay within the framework."),
)

BEYOND_PROOF: Final = Kind(
    "E-PROVE-19",
    "stops",
    what=Text(zh="{read} 无法验证：{zh}", en="{read} cannot be checked: {en}"),
    why=Text(
        zh="底线规则不能验证的办法不得公布。",
        en="A scheme of which a floor rule cannot be checked is not made public.",
    ),
    mend=Text(zh="换一种能证明的写法。", en="Write it in a way that can be proved."),
)

KINDS: Final = (
    OUT_OF_RANGE,
    WORSE_FOR_TAKING_PART,
    GOOD_RECORD_LOWERS,
    BAD_RECORD_RAISES,
    NEVER_ENDS,
    NOT_BACK_AT_BASE,
    BANDS_GAP,
    MILDER_WORSE,
    COUNTED_TWICE,
    HELPS_TWICE,
    NEVER_MET,
    ROW_NEVER_MET,
    BAND_NEVER_REACHED,
    SHADOWED,
    LIST_TOO_WIDE,
    ENTRY_TOO_LONG,
    FRAMEWORK_ABSENT,
    FRAMEWORK_WIDENED,
    BEYOND_PROOF,
)
