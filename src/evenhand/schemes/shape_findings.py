"""What can be wrong with how a scheme is written."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

KEY_MISSING: Final = Kind(
    "E-SCH-01",
    "stops",
    what=Text(zh="“{read}”缺少“{allowed}”。", en='"{read}" lacks "{allowed}".'),
    why=Text(
        zh="没有这一项，读者和计算都不知道规则是什么。",
        en="Without it neither a reader nor the engine knows the rule.",
    ),
    mend=Text(zh="补上该项。", en="Add it."),
    example="within: 24 months",
)

KEY_UNKNOWN: Final = Kind(
    "E-SCH-02",
    "stops",
    what=Text(
        zh="“{read}”不是这里的关键词。最接近的是“{nearest}”。",
        en='"{read}" is no keyword here. The nearest is "{nearest}".',
    ),
    why=Text(
        zh="不认识的关键词不会有任何作用，却看似一条规则。",
        en="An unknown keyword would have no effect and look like a rule.",
    ),
    mend=Text(zh="改正拼写，或删去。", en="Mend the spelling or remove it."),
)

SHAPE_WRONG: Final = Kind(
    "E-SCH-04",
    "stops",
    what=Text(
        zh="“{read}”的形式不对。应为：{allowed}。",
        en='"{read}" does not have the right form. It should look like {allowed}.',
    ),
    why=Text(
        zh="每一项只有一种写法，才不会有两种读法。",
        en="With one form for each part there are no two readings.",
    ),
    mend=Text(zh="按所示形式改写。", en="Write it in the form shown."),
)

WORD_UNKNOWN: Final = Kind(
    "E-SCH-05",
    "stops",
    what=Text(
        zh="“{read}”不能用在这里。最接近的是“{nearest}”。允许：{allowed}。",
        en='"{read}" cannot stand here. The nearest is "{nearest}". Allowed: {allowed}.',
    ),
    why=Text(zh="只有列出的词有确定的含义。", en="Only the listed words have a fixed meaning."),
    mend=Text(zh="改为允许的词。", en="Write one of the allowed words."),
    example="counting: latest",
)

NUMBER_UNREADABLE: Final = Kind(
    "E-SCH-06",
    "stops",
    what=Text(zh="“{read}”不是数。", en='"{read}" is not a number.'),
    why=Text(
        zh="分数要能计算，而且事先就知道；一个范围（“-5到-50”）或“酌情”等于由经办人事后决定。",
        en="Points have to be counted and known beforehand; a range (-5 to -50) or a word leaves the number "
        "to an official afterwards.",
    ),
    mend=Text(
        zh="写一个阿拉伯数字，例如 -1 或 2.5，不写单位、分隔符和范围；情形不同的，用 table 逐项写明分数。",
        en="Write one number in digits, for example -1 or 2.5, without unit, separators or range; where cases "
        "differ, give each its number in a table.",
    ),
    example="points: 2.5",
)

NUMBER_TOO_FINE: Final = Kind(
    "E-SCH-07",
    "stops",
    what=Text(zh="“{read}”的小数多于三位。", en='"{read}" has more than three decimals.'),
    why=Text(
        zh="分数以千分之一分计，更细的部分无法保存。",
        en="Points are counted in thousandths; what is finer cannot be kept.",
    ),
    mend=Text(zh="保留三位小数以内。", en="Keep to three decimals."),
    example="times: 0.125",
)

NUMBER_NOT_WHOLE: Final = Kind(
    "E-SCH-08",
    "stops",
    what=Text(zh="“{read}”不是整数。", en='"{read}" is not a whole number.'),
    why=Text(zh="次数和天数没有小数。", en="Times and days have no fractions."),
    mend=Text(zh="写整数。", en="Write a whole number."),
    example="times: 3",
)

NUMBER_OUT_OF_RANGE: Final = Kind(
    "E-SCH-09",
    "stops",
    what=Text(
        zh="{read} 超出范围。允许：{allowed}。", en="{read} is out of range. Allowed: {allowed}."
    ),
    why=Text(
        zh="范围以外的数在这里没有意义。", en="A number beyond the range makes no sense here."
    ),
    mend=Text(zh="改为范围以内的数。", en="Write a number within the range."),
)

DAY_UNREADABLE: Final = Kind(
    "E-SCH-10",
    "stops",
    what=Text(zh="“{read}”不是日期。", en='"{read}" is not a day.'),
    why=Text(
        zh="规则从哪一天起生效，不能有两种读法。",
        en="There must be one reading of the day from which a rule holds.",
    ),
    mend=Text(zh="写年-月-日。", en="Write year-month-day."),
    example="2026-03-14",
)

SPAN_UNREADABLE: Final = Kind(
    "E-SCH-11",
    "stops",
    what=Text(
        zh="“{read}”不是这里可用的期限。",
        en='"{read}" is not a length of time that can stand here.',
    ),
    why=Text(
        zh="窗口和期限按日、月、年计算。",
        en="Windows and terms are counted in days, months and years.",
    ),
    mend=Text(
        zh="写例如 24 months、15 days 或 3 years。",
        en="Write for example 24 months, 15 days or 3 years.",
    ),
    example="within: 24 months",
)

NAME_MALFORMED: Final = Kind(
    "E-SCH-12",
    "stops",
    what=Text(zh="“{read}”不能作名称。", en='"{read}" cannot be a name.'),
    why=Text(
        zh="名称用于文件名、命令和网址。", en="Names go into file names, commands and addresses."
    ),
    mend=Text(
        zh="只用小写字母、数字和连字符，例如 food-safety-serious。",
        en="Use small letters, digits and hyphens, for example food-safety-serious.",
    ),
    example="food-safety-serious",
)

TEXT_BLANK: Final = Kind(
    "E-SCH-13",
    "stops",
    what=Text(zh="这里的文字是空的。", en="The text here is blank."),
    why=Text(
        zh="标题、依据和理由要让读者看得到。",
        en="Titles, citations and reasons are there to be read.",
    ),
    mend=Text(zh="写上文字。", en="Write the text."),
)

LIST_EMPTY: Final = Kind(
    "E-SCH-14",
    "stops",
    what=Text(
        zh="“{read}”是空的，至少要有一项。", en='"{read}" is empty; it needs at least one item.'
    ),
    why=Text(zh="没有内容的部分不成规则。", en="A part with nothing in it is no rule."),
    mend=Text(zh="补上内容。", en="Add an item."),
)

DATED_OUT_OF_ORDER: Final = Kind(
    "E-SCH-15",
    "stops",
    what=Text(
        zh="“{read}”的日期没有从早到晚排列。",
        en='The days of "{read}" are not in order, earliest first.',
    ),
    why=Text(zh="历史数值从上往下读。", en="A history of values is read from top to bottom."),
    mend=Text(zh="按日期从早到晚排列，每个日期一次。", en="Put the days in order, each once."),
    example="{2019-01-01: 3, 2021-07-01: 5}",
)

NAME_TWICE: Final = Kind(
    "E-SCH-16",
    "stops",
    what=Text(
        zh="“{read}”出现了两次，第一次在第 {first} 行。",
        en='"{read}" is there twice; it was first on line {first}.',
    ),
    why=Text(
        zh="两条同名的规则，说明里分不清是哪一条。",
        en="With two rules of one name an explanation cannot say which.",
    ),
    mend=Text(zh="给其中一个改名。", en="Rename one of them."),
)

RECORD_NOT_ONE: Final = Kind(
    "E-SCH-17",
    "stops",
    what=Text(
        zh="示例中的每条信息只写一个信息类别，这里是“{read}”。",
        en='Each record of an example names one record type; here it is "{read}".',
    ),
    why=Text(
        zh="一条信息来自一份文书，只有一个类别。",
        en="A record comes from one document and has one type.",
    ),
    mend=Text(zh="每条信息单独一行。", en="Write one record to a line."),
    example="- {speeding_decision: {on: 2026-03-01, over_limit_percent: 25}}",
)

KINDS: Final = (
    KEY_MISSING,
    KEY_UNKNOWN,
    SHAPE_WRONG,
    WORD_UNKNOWN,
    NUMBER_UNREADABLE,
    NUMBER_TOO_FINE,
    NUMBER_NOT_WHOLE,
    NUMBER_OUT_OF_RANGE,
    DAY_UNREADABLE,
    SPAN_UNREADABLE,
    NAME_MALFORMED,
    TEXT_BLANK,
    LIST_EMPTY,
    DATED_OUT_OF_ORDER,
    NAME_TWICE,
    RECORD_NOT_ONE,
)
