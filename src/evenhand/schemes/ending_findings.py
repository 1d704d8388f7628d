"""What never ends or starts overnight: further refusals of RF-8, RF-12 and RF-13."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

DUTY_PRAISED: Final = Kind(
    "E-FLOOR-80",
    "stops",
    what=Text(
        zh="守信激励名单“{list}”依据“{read}”列入，而这是依法必须做的事。",
        en='The list of good conduct "{list}" is entered on "{read}", which is what was ordered anyway.',
    ),
    why=Text(
        zh="后果要与本人的行为相当；奉命行事不是美德，没有接到命令的也不是过错。",
        en="What follows is in proportion to conduct of the subject's own; to obey an order is no merit, "
        "and not to have been ordered is no fault.",
    ),
    mend=Text(
        zh="换成超出义务的行为，例如奖项。", en="Take conduct beyond duty, such as an award."
    ),
    example="enters_on: {record: quality_award}",
    floor="RF-8",
)

STARTS_AGAINST: Final = Kind(
    "E-FLOOR-125",
    "stops",
    what=Text(
        zh="“{read}”不论有无信息都对主体计 {points} 分。",
        en='"{read}" counts {points} points against its subject, with or without any record.',
    ),
    why=Text(
        zh="没有信息的不利计算，也就没有终期。",
        en="What counts against somebody without a record never stops counting.",
    ),
    mend=Text(zh="把它写进 base，或删去。", en="Put it into the base, or remove it."),
    floor="RF-12",
)

SINCE_OUTLIVES_RECORDS: Final = Kind(
    "E-FLOOR-126",
    "stops",
    what=Text(
        zh="不利的指标“{read}”自“{since}”起算“{window}”，比“{type}”的保存期限 {allowed} 个月长。",
        en='The adverse factor "{read}" counts for "{window}" from "{since}" on, longer than "{type}" is '
        "kept, {allowed} months.",
    ),
    why=Text(
        zh="起算日可能远在行为之后；窗口不长于保存期限，才能肯定有终期。",
        en="That day may lie long after the conduct; only a window within the retention surely ends.",
    ),
    mend=Text(zh="缩短 within。", en="Shorten within."),
    floor="RF-12",
)

CEILING_WITHOUT_END: Final = Kind(
    "E-FLOOR-127",
    "stops",
    what=Text(
        zh="等级上限“不高于 {read}”没有窗口。", en='The ceiling "not above {read}" has no window.'
    ),
    why=Text(zh="一条信息不能永远压低等级。", en="No record keeps a grade down for ever."),
    mend=Text(zh="在 when 中写 within。", en="Write within under when."),
    example="within: 36 months",
    floor="RF-12",
)

COUNTED_FOR_STUDY: Final = Kind(
    "E-FLOOR-128",
    "stops",
    what=Text(
        zh="“{read}”在目录中只供研究，只有复现可以计算它。",
        en='"{read}" is in the catalogue for study; only a reproduction counts it.',
    ),
    why=Text(
        zh="此类信息保存得比登记库允许的长，登记库不保存，也就没有终期。",
        en="Its records are kept for longer than a register may keep any, so no register holds them.",
    ),
    mend=Text(
        zh="换一个信息类别，或写 kind: reproduction。",
        en="Take another record type, or write kind: reproduction.",
    ),
    floor="RF-12",
)

EMERGENCY_WITHOUT_END: Final = Kind(
    "E-FLOOR-132",
    "stops",
    what=Text(zh="应急办法没有最后一天。", en="The emergency scheme has no last day."),
    why=Text(zh="没有终期的应急就成了常规。", en="An emergency without an end becomes the rule."),
    mend=Text(zh="写 in_force: {from: …, until: …}。", en="Write in_force: {from: …, until: …}."),
    example="in_force: {from: 2026-03-01, until: 2026-08-27}",
    floor="RF-13",
)

EMERGENCY_TOO_LONG: Final = Kind(
    "E-FLOOR-133",
    "stops",
    what=Text(
        zh="应急办法生效 {read} 天，最长 {allowed} 天。",
        en="The emergency scheme is in force for {read} days; at most {allowed} are allowed.",
    ),
    why=Text(zh="更长的规则要提前公布。", en="What is to hold for longer is published beforehand."),
    mend=Text(zh="提前终止，或改为普通办法。", en="Let it end earlier, or drop emergency."),
    floor="RF-13",
)

EMERGENCY_LISTS: Final = Kind(
    "E-FLOOR-134",
    "stops",
    what=Text(
        zh="应急办法有严重失信名单“{read}”。",
        en='The emergency scheme has a list of serious breaches, "{read}".',
    ),
    why=Text(
        zh="一夜之间定的规则不得把人列入名单。",
        en="Rules that are made overnight put nobody on a list.",
    ),
    mend=Text(zh="删去该名单。", en="Remove the list."),
    floor="RF-13",
)

OPEN_ENDED: Final = Kind(
    "E-FLOOR-135",
    "stops",
    what=Text(
        zh="“{read}”没有写明算什么（{matter}）。",
        en='"{read}" leaves open what it counts ({matter}).',
    ),
    why=Text(
        zh="公布的规则要让人事先知道；由经办人事后酌定的分数，等于没有公布。",
        en="People learn beforehand from a published rule what it does; what an official fills in "
        "afterwards was never published.",
    ),
    mend=Text(
        zh="逐项写明行为、条件和分数，或删去这一条。",
        en="Name each conduct with its condition and its number, or remove it.",
    ),
    floor="RF-13",
)

KINDS: Final = (
    DUTY_PRAISED,
    STARTS_AGAINST,
    SINCE_OUTLIVES_RECORDS,
    CEILING_WITHOUT_END,
    COUNTED_FOR_STUDY,
    EMERGENCY_WITHOUT_END,
    EMERGENCY_TOO_LONG,
    EMERGENCY_LISTS,
    OPEN_ENDED,
)
