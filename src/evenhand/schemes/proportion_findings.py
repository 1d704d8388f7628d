"""What a list may not do: refusals of RF-8, the same domain and in proportion."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

MEASURE_OF_OTHER_DOMAIN: Final = Kind(
    "E-FLOOR-81",
    "stops",
    what=Text(
        zh="措施“{read}”属于“{its}”，名单属于“{allowed}”。",
        en='The measure "{read}" belongs to "{its}", the list to "{allowed}".',
    ),
    why=Text(
        zh="不能一处失信、处处受限。", en="A breach in one field restricts nobody in another."
    ),
    mend=Text(zh="改为同一领域的措施。", en="Take a measure of the list's own domain."),
    floor="RF-8",
)

RECORD_OF_OTHER_DOMAIN: Final = Kind(
    "E-FLOOR-82",
    "stops",
    what=Text(
        zh="“{read}”属于“{its}”，名单属于“{allowed}”。",
        en='"{read}" belongs to "{its}", the list to "{allowed}".',
    ),
    why=Text(zh="名单只能依据本领域的行为。", en="A list rests on conduct in its own domain."),
    mend=Text(zh="换一个信息类别，或改正 topic。", en="Take another record type, or mend topic."),
    floor="RF-8",
)

KINDS_MIXED: Final = Kind(
    "E-FLOOR-83",
    "stops",
    what=Text(
        zh="累计按“{read}”归为一类，应为 violation_kind。",
        en='The accumulation is over the same "{read}"; it should be violation_kind.',
    ),
    why=Text(
        zh="轻微行为须是同一种，才能累计为严重。",
        en="Minor offences add up to a serious one only when they are of one kind.",
    ),
    mend=Text(zh="写 same: violation_kind。", en="Write same: violation_kind."),
    example="same: violation_kind",
    floor="RF-8",
)

TOO_FEW_TIMES: Final = Kind(
    "E-FLOOR-84",
    "stops",
    what=Text(
        zh="累计 {read} 次就列入，至少要 {allowed} 次。",
        en="{read} times lead to the list; at least {allowed} are needed.",
    ),
    why=Text(zh="偶然的轻微行为不是严重行为。", en="A few slips are no serious breach."),
    mend=Text(zh="写 times: 3 或更多。", en="Write times: 3 or more."),
    example="times: 3",
    floor="RF-8",
)

ACCUMULATES_TOO_LONG: Final = Kind(
    "E-FLOOR-85",
    "stops",
    what=Text(
        zh="在“{read}”内累计，最长 {allowed} 个月。",
        en='The accumulation runs over "{read}"; at most {allowed} months are allowed.',
    ),
    why=Text(zh="相隔太久的轻微行为不能算在一起。", en="Slips far apart do not belong together."),
    mend=Text(zh="写 within: 24 months 或更短。", en="Write within: 24 months or less."),
    example="within: 12 months",
    floor="RF-8",
)

MINOR_ALONE: Final = Kind(
    "E-FLOOR-86",
    "stops",
    what=Text(
        zh="一条“{read}”就能列入，其中有不属于严重的行为。",
        en='A single "{read}" leads to the list, and not every one of them is serious.',
    ),
    why=Text(
        zh="单独一次轻微或一般的行为不得列入。",
        en="A single minor or moderate offence lists nobody.",
    ),
    mend=Text(zh="加上 where: {severity: serious}。", en="Add where: {severity: serious}."),
    example="where: {severity: serious}",
    floor="RF-8",
)

LASTS_TOO_LONG: Final = Kind(
    "E-FLOOR-87",
    "stops",
    what=Text(
        zh="名单记录持续“{read}”，最长 {allowed} 个月。",
        en='An entry lasts "{read}"; at most {allowed} months are allowed.',
    ),
    why=Text(zh="后果要与行为相当，并有终期。", en="What follows is in proportion and ends."),
    mend=Text(zh="写 lasts: 36 months 或更短。", en="Write lasts: 36 months or less."),
    example="lasts: 36 months",
    floor="RF-8",
)

MEASURE_UNKNOWN: Final = Kind(
    "E-FLOOR-88",
    "stops",
    what=Text(
        zh="目录中没有措施“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no measure "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="措施是封闭的，每项都有法律依据。", en="Measures are closed; each has its legal basis."
    ),
    mend=Text(zh="改为目录中的措施。", en="Write a measure of the catalogue."),
    example="measures: [food-inspect-more-often]",
    floor="RF-8",
)

BENEFIT_UNKNOWN: Final = Kind(
    "E-FLOOR-89",
    "stops",
    what=Text(
        zh="目录中没有激励“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no benefit "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="激励是封闭的，每项都有法律依据。", en="Benefits are closed; each has its legal basis."
    ),
    mend=Text(zh="改为目录中的激励。", en="Write a benefit of the catalogue."),
    example="benefit: bus-20",
    floor="RF-8",
)

KINDS: Final = (
    MEASURE_OF_OTHER_DOMAIN,
    RECORD_OF_OTHER_DOMAIN,
    KINDS_MIXED,
    TOO_FEW_TIMES,
    ACCUMULATES_TOO_LONG,
    MINOR_ALONE,
    LASTS_TOO_LONG,
    MEASURE_UNKNOWN,
    BENEFIT_UNKNOWN,
)
