"""What a scheme may not do to people: refusals of RF-1 to RF-6, and RF-7, RF-9 to RF-15."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

NOT_OPT_IN: Final = Kind(
    "E-FLOOR-11",
    "stops",
    what=Text(
        zh="居民的办法写的是“{read}”，不是 opt_in。",
        en='A scheme about residents says "{read}" and not opt_in.',
    ),
    why=Text(
        zh="没有本人的同意，不给居民计分。", en="Nobody scores a resident who has not agreed."
    ),
    mend=Text(zh="写 participation: opt_in。", en="Write participation: opt_in."),
    example="participation: opt_in",
    floor="RF-1",
)

FLOOR_IS_NOT_BASE: Final = Kind(
    "E-FLOOR-21",
    "stops",
    what=Text(
        zh="居民的分数可以低于起点：底线是 {read}，起点是 {allowed}。",
        en="A resident's points can fall below the base: the floor is {read}, the base {allowed}.",
    ),
    why=Text(
        zh="参加的人不能比没参加的人差；扣分只能扣掉挣来的分。",
        en="Nobody may be worse off for taking part; a loss eats earned points only.",
    ),
    mend=Text(zh="让 floor 等于 base。", en="Make the floor equal to the base."),
    example="score: {base: 100, floor: 100, ceiling: 200}",
    floor="RF-2",
)

LOWER_IS_BETTER_FOR_PERSONS: Final = Kind(
    "E-FLOOR-22",
    "stops",
    what=Text(
        zh="居民的办法不能越低越好。", en="In a scheme about residents, lower cannot be better."
    ),
    why=Text(
        zh="越低越好的分数只能记坏事，不能打开激励。",
        en="Points that are better when lower can only count wrongs; they open no benefit.",
    ),
    mend=Text(
        zh="删去 better: lower，改为挣分。", en="Remove better: lower, and let points be earned."
    ),
    example="better: higher",
    floor="RF-2",
)

RED_LIST_OF_PERSONS: Final = Kind(
    "E-FLOOR-23",
    "stops",
    what=Text(
        zh="居民的办法有名单“{read}”。", en='A scheme about residents has the list "{read}".'
    ),
    why=Text(
        zh="居民的分数和等级不带来名单，也不排名。",
        en="A resident's points and grade lead to no list, and residents are never ranked.",
    ),
    mend=Text(
        zh="删去该名单，用 benefits 打开激励。", en="Remove the list; open benefits by a grade."
    ),
    floor="RF-2",
)

ESSENTIAL_BENEFIT: Final = Kind(
    "E-FLOOR-24",
    "stops",
    what=Text(
        zh="“{read}”是基本服务，不能作激励。",
        en='"{read}" is an essential service and cannot be a benefit.',
    ),
    why=Text(
        zh="基本服务人人都有，不取决于分数。",
        en="Everybody has essential services, whatever their points.",
    ),
    mend=Text(zh="换一项激励。", en="Choose another benefit."),
    example="benefit: bus-20",
    floor="RF-2",
)

GRADE_BELOW_BASE: Final = Kind(
    "E-FLOOR-25",
    "stops",
    what=Text(
        zh="等级“{read}”从 {from_points} 开始，低于起点 {allowed}。",
        en='The grade "{read}" starts at {from_points}, below the base of {allowed}.',
    ),
    why=Text(
        zh="居民没有比新加入者更低的等级。", en="No resident has a grade below that of a newcomer."
    ),
    mend=Text(zh="删去该等级。", en="Remove the grade."),
    floor="RF-2",
)

RECORD_GRADES_PERSON: Final = Kind(
    "E-FLOOR-26",
    "stops",
    what=Text(
        zh="不利信息“{read}”直接决定居民的等级。",
        en='The adverse record "{read}" by itself decides a resident\'s grade.',
    ),
    why=Text(
        zh="扣分只能扣掉挣来的分，不能一下拿走等级。",
        en="A loss eats earned points; it takes no grade at one stroke.",
    ),
    mend=Text(zh="改为扣分的指标。", en="Make it a factor that takes points."),
    floor="RF-2",
)

BLACK_LIST_OF_PERSONS: Final = Kind(
    "E-FLOOR-31",
    "stops",
    what=Text(
        zh="居民的办法有严重失信名单“{read}”。",
        en='A scheme about residents has a list of serious breaches, "{read}".',
    ),
    why=Text(
        zh="居民只能由法院作为失信被执行人列入，不能按办法列入。",
        en="Only a court lists a resident, as a judgment debtor, and never by a scheme of points.",
    ),
    mend=Text(zh="删去该名单。", en="Remove the list."),
    floor="RF-3",
)

TYPE_OUTSIDE_CATALOGUE: Final = Kind(
    "E-FLOOR-41",
    "stops",
    what=Text(
        zh="目录中没有信息类别“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no record type "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="目录以外的信息不得记录，也不得计分。",
        en="What is not in the catalogue may be neither recorded nor counted.",
    ),
    mend=Text(
        zh="改正拼写，或先经程序列入目录。",
        en="Mend the spelling, or have the type entered in the catalogue first.",
    ),
    example="counts: blood_donation_certificate",
    floor="RF-4",
)

FIELD_OUTSIDE_CATALOGUE: Final = Kind(
    "E-FLOOR-42",
    "stops",
    what=Text(
        zh="“{type}”在目录中没有字段“{read}”。最接近的是“{nearest}”。",
        en='In the catalogue "{type}" has no field "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="目录以外的内容不得作为条件。", en="What is not in the catalogue cannot be a condition."
    ),
    mend=Text(zh="改正拼写，或换一个字段。", en="Mend the spelling or take another field."),
    floor="RF-4",
)

PROHIBITED_MATTER: Final = Kind(
    "E-FLOOR-43",
    "stops",
    what=Text(
        zh="“{read}”涉及禁止的内容（{matter_zh}）。",
        en='"{read}" is about a prohibited matter ({matter_en}).',
    ),
    why=Text(
        zh="无论行为好坏，此类内容都不得计分、列名单或作条件。",
        en="Good or bad, such matters are never scored, listed or made a condition.",
    ),
    mend=Text(zh="删去这一条。", en="Remove it."),
    floor="RF-4",
)

LISTED_ON_POINTS: Final = Kind(
    "E-FLOOR-61",
    "stops",
    what=Text(
        zh="严重失信名单“{read}”按等级列入。",
        en='The list of serious breaches "{read}" is entered on a grade.',
    ),
    why=Text(
        zh="不利名单只依据信息；把所有人的分数打乱，名单也不变。",
        en="Adverse lists rest on records; shuffling everybody's points must leave them as they are.",
    ),
    mend=Text(zh="写明导致列入的信息。", en="Name the records that lead to the list."),
    example="enters_on: {record: food_safety_penalty, where: {severity: serious}}",
    floor="RF-6",
)

GRADES_WITHOUT_PURPOSE: Final = Kind(
    "E-FLOOR-71",
    "stops",
    what=Text(zh="等级没有写明用途。", en="The grades name no purpose."),
    why=Text(
        zh="没有用途的等级可以被用于任何事。",
        en="A grade without a purpose could be used for anything.",
    ),
    mend=Text(
        zh="在 grades_purposes 中写目录中的用途。",
        en="Name purposes of the catalogue under grades_purposes.",
    ),
    example="grades_purposes: [benefit-entitlement]",
    floor="RF-7",
)

LIST_WITHOUT_PURPOSE: Final = Kind(
    "E-FLOOR-72",
    "stops",
    what=Text(zh="名单“{read}”没有写明用途。", en='The list "{read}" names no purpose.'),
    why=Text(
        zh="没有用途的名单可以被用于任何事。",
        en="A list without a purpose could be used for anything.",
    ),
    mend=Text(
        zh="在 purposes 中写目录中的用途。", en="Name purposes of the catalogue under purposes."
    ),
    example="purposes: [food-licence-review]",
    floor="RF-7",
)

PURPOSE_UNKNOWN: Final = Kind(
    "E-FLOOR-73",
    "stops",
    what=Text(
        zh="目录中没有用途“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no purpose "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="用途是封闭的，每个都有法律依据。", en="Purposes are closed; each has its legal basis."
    ),
    mend=Text(zh="改为目录中的用途。", en="Write a purpose of the catalogue."),
    example="purposes: [food-licence-review]",
    floor="RF-7",
)

OTHERS_CONDUCT: Final = Kind(
    "E-FLOOR-91",
    "stops",
    what=Text(
        zh="“{read}”涉及与他人的关系（{matter_zh}）。",
        en='"{read}" is about a relation to somebody else ({matter_en}).',
    ),
    why=Text(
        zh="亲属、关联人和同名者的信息不产生任何后果。",
        en="Nothing follows from a record of a relative, an associate or a namesake.",
    ),
    mend=Text(zh="删去这一条。", en="Remove it."),
    floor="RF-9",
)

OBJECTION_TOO_SHORT: Final = Kind(
    "E-FLOOR-101",
    "stops",
    what=Text(
        zh="异议期 {read} 天，至少 {allowed} 天。",
        en="{read} days to object; at least {allowed} are needed.",
    ),
    why=Text(
        zh="没有时间答复的告知不是告知。", en="A notice that leaves no time to answer is none."
    ),
    mend=Text(zh="写 objection: 15 或更多。", en="Write objection: 15 or more."),
    example="objection: 15",
    floor="RF-10",
)

LIST_WITHOUT_END: Final = Kind(
    "E-FLOOR-121",
    "stops",
    what=Text(
        zh="名单“{read}”没有写明持续多久。",
        en='The list "{read}" does not say how long an entry lasts.',
    ),
    why=Text(zh="每条不利记录都有最后一天。", en="Every adverse entry has a last day."),
    mend=Text(zh="写 lasts。", en="Write lasts."),
    example="lasts: 36 months",
    floor="RF-12",
)

FACTOR_WITHOUT_END: Final = Kind(
    "E-FLOOR-122",
    "stops",
    what=Text(
        zh="扣分的指标“{read}”没有窗口。",
        en='The factor "{read}" counts against its subject and has no window.',
    ),
    why=Text(
        zh="不利的信息到期就不再计算。", en="What counts against somebody stops counting one day."
    ),
    mend=Text(zh="写 within。", en="Write within."),
    example="within: 24 months",
    floor="RF-12",
)

GRADE_WITHOUT_END: Final = Kind(
    "E-FLOOR-123",
    "stops",
    what=Text(zh="直接等级“{read}”没有窗口。", en='The direct grade "{read}" has no window.'),
    why=Text(zh="一条信息不能永远决定等级。", en="No record decides a grade for ever."),
    mend=Text(zh="在 when 中写 within。", en="Write within under when."),
    example="within: 24 months",
    floor="RF-12",
)

NO_WAY_OUT: Final = Kind(
    "E-FLOOR-124",
    "stops",
    what=Text(zh="名单“{read}”没有修复途径。", en='The list "{read}" has no way of repair.'),
    why=Text(
        zh="机构改正以后可以提前移出。",
        en="An organisation that has mended the wrong can leave early.",
    ),
    mend=Text(zh="写 repair。", en="Write repair."),
    example="repair: {after: 12 months, needs: [penalty_performed]}",
    floor="RF-12",
)

PUBLISHED_TOO_LATE: Final = Kind(
    "E-FLOOR-131",
    "stops",
    what=Text(
        zh="{read} 公布，{allowed} 生效，相隔不到 30 天。",
        en="Published on {read} and in force from {allowed}: fewer than 30 days between.",
    ),
    why=Text(zh="人们要有时间知道规则。", en="People need time to learn the rules."),
    mend=Text(zh="推迟生效日。", en="Let it take effect later."),
    floor="RF-13",
)

PRIVATE_PROGRAMME: Final = Kind(
    "E-FLOOR-151",
    "stops",
    what=Text(
        zh="“{read}”读取私营项目（{matter}）。", en='"{read}" reads a private programme ({matter}).'
    ),
    why=Text(
        zh="企业自己的积分与公共信用无关。",
        en="A company's own points are no matter of public trust.",
    ),
    mend=Text(zh="删去这一条。", en="Remove it."),
    floor="RF-15",
)

KINDS: Final = (
    NOT_OPT_IN,
    FLOOR_IS_NOT_BASE,
    LOWER_IS_BETTER_FOR_PERSONS,
    RED_LIST_OF_PERSONS,
    ESSENTIAL_BENEFIT,
    GRADE_BELOW_BASE,
    RECORD_GRADES_PERSON,
    BLACK_LIST_OF_PERSONS,
    TYPE_OUTSIDE_CATALOGUE,
    FIELD_OUTSIDE_CATALOGUE,
    PROHIBITED_MATTER,
    LISTED_ON_POINTS,
    GRADES_WITHOUT_PURPOSE,
    LIST_WITHOUT_PURPOSE,
    PURPOSE_UNKNOWN,
    OTHERS_CONDUCT,
    OBJECTION_TOO_SHORT,
    LIST_WITHOUT_END,
    FACTOR_WITHOUT_END,
    GRADE_WITHOUT_END,
    NO_WAY_OUT,
    PUBLISHED_TOO_LATE,
    PRIVATE_PROGRAMME,
)
