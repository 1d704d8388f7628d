"""What can be wrong when a sheet is held against its contract: sheets, heads, columns."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_TEMPLATE: Final = Text(
    zh="使用“evenhand source template”生成的模板。",
    en='Use the template that "evenhand source template" makes.',
)
_NOT_READ: Final = Text(
    zh="合同没有说明的内容不读取、不保存。",
    en="What the contract does not name is neither read nor kept.",
)

COL_MISSING: Final = Kind(
    "E-COL-01",
    "stops",
    what=Text(
        zh="缺少必填列“{allowed}”。最接近的表头是“{nearest}”。",
        en='The required column "{allowed}" is missing. The nearest head is "{nearest}".',
    ),
    why=Text(zh="没有这一列，每一行都无法入库。", en="Without this column no row can be stored."),
    mend=Text(
        zh="补上该列；若只是改了名，请改回表头，或请数据源管理员在合同里加上新写法。",
        en="Add the column; if it was renamed, restore the head or have the spelling added to the contract.",
    ),
    example="行政处罚决定书文号",
)

COL_UNKNOWN: Final = Kind(
    "W-COL-02",
    "warns",
    what=Text(
        zh="不认识的列“{read}”，没有读取。最接近的是“{nearest}”。",
        en='The column "{read}" is not known and was not read. The nearest is "{nearest}".',
    ),
    why=_NOT_READ,
    mend=Text(
        zh="删去该列；若需要它，请数据源管理员写入合同。",
        en="Remove the column, or have it added to the contract if it is needed.",
    ),
)

COL_RETYPED: Final = Kind(
    "E-COL-03",
    "stops",
    what=Text(
        zh="“{read}”这一列有内容的 {of} 格中，{count} 格看起来是{seen_zh}，而不是{allowed_zh}。",
        en='Of {of} filled cells under "{read}", {count} look like {seen_en}, not like {allowed_en}.',
    ),
    why=Text(
        zh="多半是列的位置错开了，或两列对调了。",
        en="Most likely columns have moved against their heads, or two were swapped.",
    ),
    mend=Text(
        zh="核对每个表头下面是不是它的内容。", en="Check that each head stands above its own cells."
    ),
)

COL_PROHIBITED: Final = Kind(
    "E-COL-04",
    "stops",
    what=Text(
        zh="“{read}”是禁止采集的列（{matter_zh}）。",
        en='The column "{read}" is prohibited ({matter_en}).',
    ),
    why=Text(
        zh="权利底线禁止采集这类内容，整份文件不能接收。",
        en="The rights floor forbids such data, so that the file cannot be taken.",
    ),
    mend=Text(zh="删去整列后重新报送。", en="Remove the whole column and deliver the file again."),
    floor="RF-4",
)

COL_TWICE: Final = Kind(
    "E-COL-05",
    "stops",
    what=Text(
        zh="两列是同一项内容：“{read}”和“{other}”。",
        en='Two columns are the same thing: "{read}" and "{other}".',
    ),
    why=Text(zh="看不出以哪一列为准。", en="It cannot be told which of them holds."),
    mend=Text(zh="删去其中一列。", en="Remove one of them."),
)

COL_UNIT: Final = Kind(
    "E-COL-06",
    "stops",
    what=Text(
        zh="表头“{read}”的单位与合同的单位（{allowed}）不同。",
        en='The head "{read}" names another unit than the contract ({allowed}).',
    ),
    why=Text(zh="元与万元相差一万倍。", en="A yuan and 10,000 yuan differ by 10,000."),
    mend=Text(
        zh="改正表头和数值，或请数据源管理员在合同里另写一列。",
        en="Mend head and cells, or have another column added to the contract.",
    ),
    example="罚款金额（万元）",
)

COL_HIDDEN: Final = Kind(
    "W-COL-07",
    "warns",
    what=Text(zh="隐藏的列“{read}”也已读取。", en='The hidden column "{read}" was read as well.'),
    why=Text(
        zh="报送人可能不知道它还在文件里。", en="Whoever delivers it may not know that it is there."
    ),
    mend=Text(zh="取消隐藏，核对内容；不需要就删去。", en="Show it and check it, or remove it."),
)

COL_NAMELESS: Final = Kind(
    "W-COL-08",
    "warns",
    what=Text(
        zh="有一列有内容却没有表头，没有读取。",
        en="A column has cells but no head; it was not read.",
    ),
    why=_NOT_READ,
    mend=Text(zh="补上表头或删去该列。", en="Give it a head or remove it."),
)

SHEET_MISSING: Final = Kind(
    "E-SHEET-10",
    "stops",
    what=Text(
        zh="缺少工作表“{allowed}”。最接近的是“{nearest}”。",
        en='The sheet "{allowed}" is missing. The nearest is "{nearest}".',
    ),
    why=Text(zh="合同规定每次都要报送这张表。", en="The contract asks for it in every delivery."),
    mend=_TEMPLATE,
)

SHEET_UNKNOWN: Final = Kind(
    "E-SHEET-11",
    "refuses",
    what=Text(
        zh="合同里没有工作表“{read}”，其中的 {rows} 行没有读取。",
        en='The contract knows no sheet "{read}"; its {rows} rows were not read.',
    ),
    why=_NOT_READ,
    mend=Text(
        zh="删去该表；若需要它，请数据源管理员写入合同。",
        en="Remove the sheet, or have it added to the contract if it is needed.",
    ),
)

SHEET_HIDDEN: Final = Kind(
    "E-SHEET-12",
    "holds",
    what=Text(
        zh="工作表“{read}”是隐藏的，其中的行待核。",
        en='The sheet "{read}" is hidden; its rows are held.',
    ),
    why=Text(
        zh="报送人可能不知道它还在文件里。", en="Whoever delivers it may not know that it is there."
    ),
    mend=Text(
        zh="取消隐藏后重新报送，或删去该表。", en="Show the sheet and deliver again, or remove it."
    ),
)

SHEET_NO_HEAD: Final = Kind(
    "E-SHEET-13",
    "stops",
    what=Text(
        zh="工作表“{read}”里找不到表头。应有：{allowed}。",
        en='No head was found in the sheet "{read}". It should have: {allowed}.',
    ),
    why=Text(
        zh="不知道各列是什么，就不能读取。",
        en="Columns cannot be read without knowing what they are.",
    ),
    mend=_TEMPLATE,
)

SHEET_OTHER_SOURCE: Final = Kind(
    "E-SHEET-14",
    "stops",
    what=Text(
        zh="此表是按“{read}”的模板做的，这里应为：{allowed}。",
        en='The sheet was made from the template of "{read}"; here belongs: {allowed}.',
    ),
    why=Text(
        zh="按别的模板读取会把列读错。", en="Read by another template, columns would be mistaken."
    ),
    mend=Text(
        zh="报送到该模板的数据源，或改用当前模板。",
        en="Deliver it to the source of that template, or use the present one.",
    ),
)

SHEET_RENAMED: Final = Kind(
    "W-SHEET-15",
    "warns",
    what=Text(
        zh="工作表叫“{read}”，合同里叫“{allowed}”；按列认出后已读取。",
        en='The sheet is called "{read}", in the contract "{allowed}"; it was known by its columns and read.',
    ),
    why=Text(
        zh="表名是区分各表的第一依据。", en="Names are the first thing that tells sheets apart."
    ),
    mend=Text(zh="把表名改回合同中的名称。", en="Give the sheet the name in the contract."),
)

SHEET_AMBIGUOUS: Final = Kind(
    "E-SHEET-16",
    "stops",
    what=Text(
        zh="工作表“{read}”可能是其中任何一张：{allowed}。",
        en='The sheet "{read}" may be any of these: {allowed}.',
    ),
    why=Text(
        zh="列相同的表只能靠表名区分。",
        en="Sheets with equal columns are told apart by name alone.",
    ),
    mend=Text(zh="把表名改成其中一个。", en="Give the sheet one of these names."),
)

SHEET_TWICE: Final = Kind(
    "E-SHEET-17",
    "stops",
    what=Text(zh="有两张工作表都叫“{read}”。", en='Two sheets are called "{read}".'),
    why=Text(
        zh="每一行都要能说出它在哪张表里。",
        en="Of every row it must be plain in which sheet it is.",
    ),
    mend=Text(zh="改名。", en="Rename one of them."),
)

SHEET_TOO_WIDE: Final = Kind(
    "E-SHEET-18",
    "stops",
    what=Text(
        zh="工作表“{read}”有 {columns} 列，最多允许 {allowed} 列。",
        en='The sheet "{read}" has {columns} columns; at most {allowed} are allowed.',
    ),
    why=Text(
        zh="多半是右边很远处有误填的单元格。",
        en="Most likely a cell far to the right was filled by mistake.",
    ),
    mend=Text(zh="删去右边多余的列。", en="Remove the columns on the right that do not belong."),
)

SIGNATURE_WRONG: Final = Kind(
    "E-FILE-80",
    "stops",
    what=Text(zh="签名与这份文件不符。", en="The signature does not fit this file."),
    why=Text(
        zh="没有经办人签名的数据表不接收。",
        en="A worksheet without its clerk's signature is not taken.",
    ),
    mend=Text(
        zh="用登记过的密钥对这份文件重新签名；签名之后不要再保存文件。",
        en="Sign this very file again with the enrolled key, and do not save it afterwards.",
    ),
    floor="RF-5",
)

FEW_ROWS: Final = Kind(
    "W-SRC-20",
    "warns",
    what=Text(
        zh="只有 {read} 行数据，通常至少 {allowed} 行。",
        en="There are {read} rows of data; usually there are at least {allowed}.",
    ),
    why=Text(zh="可能漏报。", en="Some may be missing."),
    mend=Text(
        zh="核对是否全部报送；若无误，无需处理。",
        en="Check that all are there; if so, nothing needs to be done.",
    ),
)

MANY_ROWS: Final = Kind(
    "W-SRC-21",
    "warns",
    what=Text(
        zh="有 {read} 行数据，通常至多 {allowed} 行。",
        en="There are {read} rows of data; usually there are at most {allowed}.",
    ),
    why=Text(zh="可能混入了其他批次。", en="Another delivery may be mixed in."),
    mend=Text(
        zh="核对是否重复；若无误，无需处理。",
        en="Check for repeats; if there are none, nothing needs to be done.",
    ),
)

FEW_FILLED: Final = Kind(
    "W-SRC-22",
    "warns",
    what=Text(
        zh="“{field}”只有 {read} 的行填写了，通常至少 {allowed}。",
        en='Only {read} of the rows have "{field}"; usually at least {allowed} do.',
    ),
    why=Text(zh="可能有一列没有填全。", en="A column may be incomplete."),
    mend=Text(zh="补全后下次报送。", en="Complete it in the next delivery."),
)

KINDS: Final = (
    COL_MISSING,
    COL_UNKNOWN,
    COL_RETYPED,
    COL_PROHIBITED,
    COL_TWICE,
    COL_UNIT,
    COL_HIDDEN,
    COL_NAMELESS,
    SHEET_MISSING,
    SHEET_UNKNOWN,
    SHEET_HIDDEN,
    SHEET_NO_HEAD,
    SHEET_OTHER_SOURCE,
    SHEET_RENAMED,
    SHEET_AMBIGUOUS,
    SHEET_TWICE,
    SHEET_TOO_WIDE,
    SIGNATURE_WRONG,
    FEW_ROWS,
    MANY_ROWS,
    FEW_FILLED,
)
