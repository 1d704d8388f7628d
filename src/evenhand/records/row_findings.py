"""What can be wrong with the cells of a row: codes, numbers, formulas, hidden and merged cells."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

CODE_UNKNOWN: Final = Kind(
    "E-CODE-01",
    "holds",
    what=Text(
        zh="“{read}”不在代码表里。允许：{allowed}。最接近的是“{nearest}”。",
        en='"{read}" is not in the code list. Allowed: {allowed}. The nearest is "{nearest}".',
    ),
    why=Text(
        zh="不认识的代码不猜，也不当作0。",
        en="An unknown code is not guessed, and not taken for 0.",
    ),
    mend=Text(zh="改成代码表里的写法。", en="Use a code of the list."),
)

CODE_STATE: Final = Kind(
    "E-CODE-02",
    "holds",
    what=Text(
        zh="当前状态“{read}”表示文书不是正常状态。",
        en='The state "{read}" says that the document is not in force as it stands.',
    ),
    why=Text(
        zh="撤销、变更、异议要以更正类信息报送，才有法律依据可查。",
        en="What was withdrawn, changed or disputed comes as a delivery of its own record type.",
    ),
    mend=Text(
        zh="按更正类数据源报送，并写明原文书号。",
        en="Deliver it through the source of corrections, naming the first document.",
    ),
)

NOT_WHOLE: Final = Kind(
    "E-AMT-20",
    "holds",
    what=Text(zh="“{read}”不是整数。", en='"{read}" is not a whole number.'),
    why=Text(zh="此项按整数计。", en="This is counted in whole numbers."),
    mend=Text(zh="写不带单位的整数。", en="Write a whole number without a unit."),
    example="30",
)

FINES_DISAGREE: Final = Kind(
    "W-AMT-21",
    "warns",
    what=Text(
        zh="罚款一格读作 {read} 元，文字中是 {allowed} 元；以该格为准。",
        en="The cell says {read} yuan, the words say {allowed} yuan; the cell holds.",
    ),
    why=Text(zh="两者至少有一个错了。", en="At least one of the two is wrong."),
    mend=Text(zh="照文书核对。", en="Check both against the document."),
)

CELL_EMPTY: Final = Kind(
    "E-ROW-01",
    "holds",
    what=Text(zh="必填的“{allowed}”是空的。", en='The required "{allowed}" is empty.'),
    why=Text(zh="缺少它，这一行无法入库。", en="Without it the row cannot be stored."),
    mend=Text(zh="补填后重新报送。", en="Fill it in and deliver the row again."),
)

CELL_FORMULA: Final = Kind(
    "E-ROW-02",
    "refuses",
    what=Text(zh="单元格里是公式。", en="The cell holds a formula."),
    why=Text(
        zh="公式旁保存的结果可能与公式不符。",
        en="The result stored beside a formula may not be its result.",
    ),
    mend=Text(
        zh="复制后选“粘贴为数值”，再报送。", en='Copy it and "paste values", then deliver again.'
    ),
)

CELL_ERROR: Final = Kind(
    "E-ROW-03",
    "holds",
    what=Text(zh="单元格里是表格软件的错误值。", en="The cell holds a spreadsheet's error."),
    why=Text(zh="原来的值已经丢失。", en="The value that belongs there is lost."),
    mend=Text(zh="照文书重新填写。", en="Fill it in again from the document."),
)

CELL_MERGED: Final = Kind(
    "E-ROW-04",
    "holds",
    what=Text(
        zh="单元格与上面的行合并，这一行没有自己的值。",
        en="The cell is merged with a row above; the row has no value of its own.",
    ),
    why=Text(
        zh="合并的值不能猜给下面的行。", en="A merged value is not guessed for the rows below."
    ),
    mend=Text(zh="取消合并，每行各填一次。", en="Unmerge it and fill it in on each row."),
)

CELL_TOO_LONG: Final = Kind(
    "E-ROW-05",
    "holds",
    what=Text(
        zh="有 {read} 个字符，最多允许 {allowed} 个。",
        en="It has {read} characters; at most {allowed} are allowed.",
    ),
    why=Text(
        zh="多半是别的内容误填在此，或几项内容写在了一格。",
        en="Most likely something else was put here, or several things in one cell.",
    ),
    mend=Text(zh="只填写该列的内容。", en="Put only what belongs to the column."),
)

ROW_HIDDEN: Final = Kind(
    "E-ROW-06",
    "holds",
    what=Text(zh="这一行是隐藏的。", en="The row is hidden."),
    why=Text(
        zh="报送人可能不知道它还在文件里。", en="Whoever delivers it may not know that it is there."
    ),
    mend=Text(
        zh="取消隐藏后重新报送，或删去这一行。", en="Show the row and deliver again, or remove it."
    ),
)

CELL_NO_TEXT: Final = Kind(
    "E-ROW-07",
    "holds",
    what=Text(
        zh="这里应当是文字，却是日期或时间。", en="There is a day or time where words should be."
    ),
    why=Text(
        zh="表格软件会把形似日期的文字改掉，原文已经丢失。",
        en="A spreadsheet turns what looks like a day into one, and the words are lost.",
    ),
    mend=Text(
        zh="把该列设为“文本”格式，照文书重新填写。",
        en='Set the column to the format "text" and fill it in again from the document.',
    ),
)

NUMBER_LOST: Final = Kind(
    "E-ROW-09",
    "holds",
    what=Text(
        zh="“{read}”是超过15位的数字，末几位已被表格软件改变。",
        en='"{read}" is a number of more than 15 digits, whose last ones a spreadsheet has changed.',
    ),
    why=Text(zh="文书号错一位就是另一份文书。", en="With one wrong digit it is another document."),
    mend=Text(
        zh="把该列设为“文本”格式，照文书重新填写。",
        en='Set the column to the format "text" and fill it in again from the document.',
    ),
)

CONSENT_SCHEME: Final = Kind(
    "E-ROW-08",
    "holds",
    what=Text(
        zh="“{read}”不是可以加入的评价办法。允许：{allowed}。",
        en='"{read}" is not a scheme that can be joined. Allowed: {allowed}.',
    ),
    why=Text(zh="同意只对写明的办法有效。", en="A consent holds for the scheme that it names."),
    mend=Text(
        zh="写已公布的、自愿加入的办法的标识。",
        en="Give the name of a published scheme that people may join.",
    ),
    floor="RF-1",
)

KINDS: Final = (
    CODE_UNKNOWN,
    CODE_STATE,
    NOT_WHOLE,
    FINES_DISAGREE,
    CELL_EMPTY,
    CELL_FORMULA,
    CELL_ERROR,
    CELL_MERGED,
    CELL_TOO_LONG,
    ROW_HIDDEN,
    CELL_NO_TEXT,
    NUMBER_LOST,
    CONSENT_SCHEME,
)
