"""What can be wrong with a file that the guard let through, and what is noted about it."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text
from evenhand.sources.guard_findings import MEND_SAVE_AGAIN, MEND_VALUES, WHY_HARM

UNREADABLE: Final = Kind(
    "E-FILE-16",
    "stops",
    what=Text(zh="工作簿的内部结构读不懂。", en="The inside of the workbook cannot be understood."),
    why=Text(
        zh="读不懂的文件不能猜着登记。", en="Nothing is recorded from a file by guessing at it."
    ),
    mend=MEND_SAVE_AGAIN,
)

UNKNOWN_ENCODING: Final = Kind(
    "E-FILE-18",
    "stops",
    what=Text(
        zh="认不出文件的文字编码；它不是 {allowed}。",
        en="The encoding of the text is not known; it is none of {allowed}.",
    ),
    why=Text(zh="猜错编码会登记错字。", en="A wrong guess would record wrong characters."),
    mend=Text(
        zh="另存为“CSV UTF-8”或 .xlsx，再报送。",
        en='Save it as "CSV UTF-8" or as .xlsx, and deliver again.',
    ),
)

BROKEN_QUOTES: Final = Kind(
    "E-FILE-19",
    "stops",
    what=Text(
        zh="第 {read} 行附近的引号不成对，或引号后面还有字。",
        en="Near line {read} a quotation mark is not closed, or something follows the closing one.",
    ),
    why=Text(
        zh="此处以后的单元格界限无法确定。", en="After this place no one can tell where cells end."
    ),
    mend=Text(
        zh="改为 .xlsx 报送，或在单元格内把引号写成两个。",
        en="Deliver it as .xlsx, or write each quotation mark inside a cell twice.",
    ),
    example='"临禾""老街""餐厅"',
)

CELL_TOO_LONG: Final = Kind(
    "E-FILE-20",
    "stops",
    what=Text(
        zh="有单元格超过 {allowed} 个字符。", en="A cell holds more than {allowed} characters."
    ),
    why=Text(
        zh="表格软件的单元格放不下这么多字，文件可能已损坏。",
        en="No spreadsheet cell holds as many, so the file may be damaged.",
    ),
    mend=Text(
        zh="检查该单元格；附件另行存档，不要粘贴进表格。",
        en="Look at that cell; file long texts elsewhere and do not paste them into the table.",
    ),
)

READER_STOPPED: Final = Kind(
    "E-FILE-21",
    "stops",
    what=Text(
        zh="读取这份 .xls 文件时超出了时间或内存限制。",
        en="Reading this .xls file took more time or memory than is allowed.",
    ),
    why=WHY_HARM,
    mend=MEND_SAVE_AGAIN,
)

NO_CELLS: Final = Kind(
    "E-FILE-22",
    "stops",
    what=Text(zh="文件里没有任何有内容的单元格。", en="No cell of the file holds anything."),
    why=Text(zh="没有可以登记的内容。", en="There is nothing to record."),
    mend=Text(zh="检查是否传错了文件。", en="Check whether this is the right file."),
)

TOO_MUCH_TEXT: Final = Kind(
    "E-FILE-23",
    "stops",
    what=Text(
        zh="各单元格的文字合计过多（{read}；最多允许 {allowed}）。",
        en="The cells hold too much text in all ({read}; at most {allowed} is allowed).",
    ),
    why=WHY_HARM,
    mend=Text(
        zh="如果是正常数据，请拆成几份文件，再报送。",
        en="If the data are real, split the file and deliver the parts.",
    ),
)

ENCODING_READ: Final = Kind(
    "N-FILE-30",
    "notes",
    what=Text(
        zh="按 {encoding} 编码读取。请确认这些字显示正确：{read}。",
        en="The text was read as {encoding}. Please confirm that these look right: {read}.",
    ),
    why=Text(
        zh="少数文件用两种编码都能读，结果不同。",
        en="A few files can be read in two encodings, with different results.",
    ),
    mend=Text(
        zh="如果显示为乱码，请撤回本批次，另存为“CSV UTF-8”再报送。",
        en='If they look wrong, undo this delivery, save the file as "CSV UTF-8" and deliver that.',
    ),
)

SEPARATOR_READ: Final = Kind(
    "N-FILE-31",
    "notes",
    what=Text(
        zh="单元格由{read}分隔，而不是逗号。",
        en="The cells are separated by {read}, not by commas.",
    ),
    why=Text(
        zh="不同地区的软件使用不同的分隔符。", en="Programs in different places use different ones."
    ),
    mend=Text(zh="无需处理。", en="Nothing needs to be done."),
)

NOT_CHECKED: Final = Kind(
    "N-FILE-32",
    "notes",
    what=Text(
        zh=".xls 格式中的隐藏行、隐藏列和公式没有检查。",
        en="In the .xls format hidden rows, hidden columns and formulas were not looked for.",
    ),
    why=Text(
        zh="公式的结果可能与显示的不同；旧格式无法查出。",
        en="What a formula shows may not be what it says; the old format does not tell.",
    ),
    mend=Text(
        zh="下次请另存为 .xlsx 报送。", en="Please save as .xlsx next time and deliver that."
    ),
)

DAYS_FROM_1904: Final = Kind(
    "N-FILE-33",
    "notes",
    what=Text(
        zh="此工作簿的日期序列号从1904年算起，已照此读取。",
        en="This workbook counts its days from 1904, and they were read that way.",
    ),
    why=Text(
        zh="按1900年读会差四年零一天。", en="Read from 1900 they would be four years and a day off."
    ),
    mend=Text(zh="无需处理。", en="Nothing needs to be done."),
)

CELLS_TOO_FAR: Final = Kind(
    "E-SHEET-01",
    "stops",
    what=Text(
        zh="工作表“{sheet}”占 {read}；最多允许 {allowed}。",
        en='The sheet "{sheet}" spreads over {read}; at most {allowed} is allowed.',
    ),
    why=Text(
        zh="多半是很远的地方有一个误填的单元格。",
        en="Most often a single cell was filled by mistake, far away from the others.",
    ),
    mend=Text(
        zh="按 Ctrl+End 找到最末单元格，删除多余的行和列，保存后再报送。",
        en="Press Ctrl+End to find the last cell, delete the rows and columns that are not needed, save.",
    ),
)

RAGGED_ROW: Final = Kind(
    "E-SHEET-02",
    "holds",
    what=Text(
        zh="这一行有 {read} 个单元格，其他行大多有 {allowed} 个。",
        en="This row has {read} cells; most rows have {allowed}.",
    ),
    why=Text(
        zh="多半是某个值里有没加引号的分隔符或换行，后面的值都错位了。",
        en="Most likely a value holds a separator or line break without quotes, and the rest has moved.",
    ),
    mend=Text(
        zh="给该值加上英文双引号，或改为 .xlsx 报送。",
        en='Put the value in quotation marks ("), or deliver the table as .xlsx.',
    ),
    example='"甲公司,乙公司"',
)

FLOODED: Final = Kind(
    "E-SHEET-03",
    "stops",
    what=Text(
        zh="工作表“{sheet}”里的公式、错误值或合并单元格超过 {allowed} 处。",
        en='The sheet "{sheet}" holds more than {allowed} formulas, errors or merged areas.',
    ),
    why=Text(
        zh="公式的结果不能作为依据，如此之多也无法逐一核对。",
        en="What a formula shows can support nothing, and so many cannot be checked one by one.",
    ),
    mend=MEND_VALUES,
)

KINDS: Final = (
    UNREADABLE,
    UNKNOWN_ENCODING,
    BROKEN_QUOTES,
    CELL_TOO_LONG,
    READER_STOPPED,
    NO_CELLS,
    TOO_MUCH_TEXT,
    ENCODING_READ,
    SEPARATOR_READ,
    NOT_CHECKED,
    DAYS_FROM_1904,
    CELLS_TOO_FAR,
    RAGGED_ROW,
    FLOODED,
)
