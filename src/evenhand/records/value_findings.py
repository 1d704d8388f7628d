"""Why a cell does not read as a day or an amount."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_WHY_DAY: Final = Text(
    zh="期限从日期算起，日期不能猜。", en="Terms run from days, so a day is never guessed."
)
_MEND_DAY: Final = Text(
    zh="照决定书写明年-月-日。", en="Write year-month-day, as the decision has it."
)
_DAY: Final = "2026-03-14"

NOT_A_DAY: Final = Kind(
    "E-DATE-01",
    "holds",
    what=Text(zh="“{read}”不是日期。", en='"{read}" is not a day.'),
    why=_WHY_DAY,
    mend=_MEND_DAY,
    example=_DAY,
)

NO_SUCH_DAY: Final = Kind(
    "E-DATE-02",
    "holds",
    what=Text(
        zh="“{read}”：日历上没有这一天。", en='"{read}": there is no such day in the calendar.'
    ),
    why=_WHY_DAY,
    mend=_MEND_DAY,
    example=_DAY,
)

AMBIGUOUS_DAY: Final = Kind(
    "E-DATE-03",
    "holds",
    what=Text(
        zh="“{read}”可以读成不同的日期（年份不全，或分不清月和日）。",
        en='"{read}" can be read as several days: the year is short, or month and day could be exchanged.',
    ),
    why=_WHY_DAY,
    mend=_MEND_DAY,
    example=_DAY,
)

DAY_OUT_OF_RANGE: Final = Kind(
    "E-DATE-04",
    "holds",
    what=Text(
        zh="“{read}”不在 {allowed} 之间。",
        en='"{read}" does not lie between {allowed}.',
    ),
    why=Text(
        zh="这么早或这么晚的日期多半是填错了，或者并不是日期。",
        en="A day so early or so late is most likely a slip, or no day at all.",
    ),
    mend=_MEND_DAY,
    example=_DAY,
)

DAY_RULE_NOT_ALLOWED: Final = Kind(
    "E-DATE-05",
    "holds",
    what=Text(
        zh="“{read}”的写法不在该列约定的写法之内（{allowed}）。",
        en='"{read}" is written in a way that this column does not provide for ({allowed}).',
    ),
    why=Text(
        zh="约定写法，才不会把别的数字当成日期。",
        en="The ways are agreed upon, so that no other number is taken for a day.",
    ),
    mend=_MEND_DAY,
    example=_DAY,
)

DAY_NOT_STATED: Final = Kind(
    "E-DATE-06",
    "holds",
    what=Text(zh="没有写明日期（“{read}”）。", en='No day is stated ("{read}").'),
    why=_WHY_DAY,
    mend=_MEND_DAY,
    example=_DAY,
)

ONLY_A_MONTH: Final = Kind(
    "E-DATE-07",
    "holds",
    what=Text(
        zh="“{read}”只写到年或月，没有写日。",
        en='"{read}" states a year or month, not the day.',
    ),
    why=_WHY_DAY,
    mend=_MEND_DAY,
    example=_DAY,
)

SEVERAL_DAYS: Final = Kind(
    "E-DATE-08",
    "holds",
    what=Text(zh="“{read}”里有不止一个日期。", en='"{read}" states more than one day.'),
    why=_WHY_DAY,
    mend=Text(
        zh="一个单元格只写一个日期；起止日期分列填写。",
        en="Write one day in one cell; put first and last day into columns of their own.",
    ),
    example=_DAY,
)

NO_LAST_DAY: Final = Kind(
    "N-DATE-09",
    "notes",
    what=Text(zh="写明长期有效，没有最后一天。", en="It is stated to hold without a last day."),
    why=Text(zh="长期有效的文书没有截止日。", en="A document that holds for good has no last day."),
    mend=Text(zh="无需处理。", en="Nothing needs to be done."),
)

_WHY_AMOUNT: Final = Text(
    zh="金额要按原件登记，不能猜。",
    en="An amount is recorded as the document has it, never guessed.",
)
_MEND_AMOUNT: Final = Text(
    zh="照决定书只写一个数字。", en="Write one figure, as the decision has it."
)
_AMOUNT: Final = "15000.00"

NOT_AN_AMOUNT: Final = Kind(
    "E-AMT-01",
    "holds",
    what=Text(zh="“{read}”不是金额。", en='"{read}" is not an amount.'),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

AMOUNT_NOT_STATED: Final = Kind(
    "E-AMT-02",
    "holds",
    what=Text(zh="没有写明金额（“{read}”）。", en='No amount is stated ("{read}").'),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

AMOUNT_RANGE: Final = Kind(
    "E-AMT-03",
    "holds",
    what=Text(
        zh="“{read}”是一个幅度或约数，不是一个金额。",
        en='"{read}" is a range or an estimate, not one amount.',
    ),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

SEVERAL_AMOUNTS: Final = Kind(
    "E-AMT-04",
    "holds",
    what=Text(zh="“{read}”里有几个不同的金额。", en='"{read}" states several different amounts.'),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

NEGATIVE_AMOUNT: Final = Kind(
    "E-AMT-05",
    "holds",
    what=Text(zh="金额“{read}”小于零。", en='The amount "{read}" is below zero.'),
    why=Text(
        zh="更正要用专门的信息类别报送。",
        en="A correction is delivered as a record of its own type.",
    ),
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

AMOUNT_TOO_LARGE: Final = Kind(
    "E-AMT-06",
    "holds",
    what=Text(zh="金额“{read}”过大。", en='The amount "{read}" is too large.'),
    why=Text(
        zh="多半是单位弄错了，或把代码填进了金额列。",
        en="Most likely the unit is wrong, or a code stands in the column of amounts.",
    ),
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

AMBIGUOUS_AMOUNT: Final = Kind(
    "E-AMT-07",
    "holds",
    what=Text(
        zh="“{read}”可以读成不同的金额（逗号、小数点或单位不清）。",
        en='"{read}" can be read as several amounts: comma, point or unit are unclear.',
    ),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

FOREIGN_CURRENCY: Final = Kind(
    "E-AMT-08",
    "holds",
    what=Text(zh="“{read}”不是人民币金额。", en='"{read}" is not an amount in yuan.'),
    why=Text(
        zh="汇率按哪一天，须由主管部门定。",
        en="Which day's rate applies is for the authority to say.",
    ),
    mend=Text(
        zh="写明折合人民币的金额。", en="Write the amount in yuan, as the decision converts it."
    ),
    example=_AMOUNT,
)

TOO_EXACT: Final = Kind(
    "E-AMT-09",
    "holds",
    what=Text(
        zh="“{read}”的小数超过三位。",
        en='"{read}" has more than three digits after the point.',
    ),
    why=Text(
        zh="多半是公式或单位换算留下的尾数。",
        en="Most likely a formula or a change of unit left these digits.",
    ),
    mend=_MEND_AMOUNT,
    example=_AMOUNT,
)

NO_FINE: Final = Kind(
    "N-AMT-10",
    "notes",
    what=Text(zh="文字中没有罚款。", en="The text names no fine."),
    why=Text(
        zh="警告、责令改正等处罚没有金额。",
        en="A warning or an order to mend has no amount.",
    ),
    mend=Text(zh="无需处理。", en="Nothing needs to be done."),
)

FINE_WITHOUT_AMOUNT: Final = Kind(
    "W-AMT-11",
    "warns",
    what=Text(
        zh="文字提到罚款，但没有写明金额。", en="The text speaks of a fine but states no amount."
    ),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example="罚款人民币壹万伍仟元整",
)

UNCLEAR_FINES: Final = Kind(
    "W-AMT-12",
    "warns",
    what=Text(
        zh="文字中的几个罚款金额互相矛盾（{read}）。",
        en="The fines that the text states contradict each other ({read}).",
    ),
    why=_WHY_AMOUNT,
    mend=_MEND_AMOUNT,
    example="罚款人民币壹万伍仟元整",
)

KINDS: Final = (
    NOT_A_DAY,
    NO_SUCH_DAY,
    AMBIGUOUS_DAY,
    DAY_OUT_OF_RANGE,
    DAY_RULE_NOT_ALLOWED,
    DAY_NOT_STATED,
    ONLY_A_MONTH,
    SEVERAL_DAYS,
    NO_LAST_DAY,
    NOT_AN_AMOUNT,
    AMOUNT_NOT_STATED,
    AMOUNT_RANGE,
    SEVERAL_AMOUNTS,
    NEGATIVE_AMOUNT,
    AMOUNT_TOO_LARGE,
    AMBIGUOUS_AMOUNT,
    FOREIGN_CURRENCY,
    TOO_EXACT,
    NO_FINE,
    FINE_WITHOUT_AMOUNT,
    UNCLEAR_FINES,
)
