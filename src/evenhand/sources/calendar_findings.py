"""What can be wrong with a calendar of working days."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_DEADLINES: Final = Text(
    zh="期限按这份日历计算，错一天就会侵害权利。",
    en="Deadlines are counted by this calendar; one wrong day takes somebody's right away.",
)

CAL_MISSING: Final = Kind(
    "E-CAL-01",
    "stops",
    what=Text(zh="缺少“{allowed}”。", en='"{allowed}" is missing.'),
    why=_DEADLINES,
    mend=Text(zh="补上该项。", en="Add it."),
)

CAL_UNKNOWN_KEY: Final = Kind(
    "E-CAL-02",
    "stops",
    what=Text(
        zh="日历没有“{read}”这一项。最接近的是“{nearest}”。",
        en='A calendar has no part "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="不认识的项不会有任何作用，却看似有用。",
        en="An unknown part would have no effect and look as if it had one.",
    ),
    mend=Text(zh="改正拼写或删去该项。", en="Mend the spelling or remove it."),
)

CAL_VALUE: Final = Kind(
    "E-CAL-03",
    "stops",
    what=Text(
        zh="“{read}”不能用在这里。允许：{allowed}。",
        en='"{read}" cannot stand here. Allowed: {allowed}.',
    ),
    why=_DEADLINES,
    mend=Text(zh="按示例改写。", en="Write it as in the example."),
    example="2026-02-15 to 2026-02-23",
)

CAL_OTHER_YEAR: Final = Kind(
    "E-CAL-04",
    "stops",
    what=Text(zh="{read} 不在 {allowed} 年之内。", en="{read} does not lie in the year {allowed}."),
    why=_DEADLINES,
    mend=Text(zh="移到它所属的年份。", en="Move it to the year that it belongs to."),
)

CAL_TWICE: Final = Kind(
    "E-CAL-05",
    "stops",
    what=Text(zh="{read} 写了两次。", en="{read} is there twice."),
    why=Text(
        zh="同一天不能既休息又上班，同一年也只有一份安排。",
        en="A day cannot both rest and be worked, and a year is published once.",
    ),
    mend=Text(zh="删去其中一个。", en="Remove one of them."),
)

CAL_NOT_SHIFTED: Final = Kind(
    "E-CAL-06",
    "stops",
    what=Text(
        zh="{read} 本来就是工作日，不必列为调休上班。",
        en="{read} is a working day anyway and cannot be a shifted one.",
    ),
    why=Text(
        zh="调休上班的日子都在周末；不在周末，多半写错了日期。",
        en="Shifted working days are weekend days; one that is not is most likely a typing error.",
    ),
    mend=Text(zh="对照公布的安排改正日期。", en="Hold the day against the published notice."),
)

KINDS: Final = (
    CAL_MISSING,
    CAL_UNKNOWN_KEY,
    CAL_VALUE,
    CAL_OTHER_YEAR,
    CAL_TWICE,
    CAL_NOT_SHIFTED,
)
