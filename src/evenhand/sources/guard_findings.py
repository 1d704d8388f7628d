"""Why the guard refuses a file before anything reads it."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

WHY_HARM: Final = Text(
    zh="这样的内容可能损害读取它的计算机，所以整份文件不读取，也不保存。",
    en="Contents like this can harm the computer that reads them, so the file is not read and not kept.",
)

MEND_SAVE_AGAIN: Final = Text(
    zh="用表格软件打开原文件，另存为新的 .xlsx 文件，再报送。",
    en="Open the file in your spreadsheet program, save it as a new .xlsx file and deliver that.",
)

MEND_VALUES: Final = Text(
    zh="新建一个空白工作簿，用“选择性粘贴—数值”把数据粘贴进去，再报送。",
    en='Make a new workbook, paste the data into it with "paste special: values", and deliver that.',
)

EMPTY_FILE: Final = Kind(
    "E-FILE-01",
    "stops",
    what=Text(zh="文件是空的，一个字节也没有。", en="The file is empty: it has no bytes."),
    why=Text(zh="没有可以登记的内容。", en="There is nothing to record."),
    mend=Text(
        zh="检查导出或上传是否中断，再报送一次。",
        en="Check whether the export or upload broke off, and deliver again.",
    ),
)

FILE_TOO_LARGE: Final = Kind(
    "E-FILE-02",
    "stops",
    what=Text(
        zh="文件有 {read} 字节，最多允许 {allowed} 字节。",
        en="The file has {read} bytes; at most {allowed} are allowed.",
    ),
    why=Text(
        zh="过大的文件会让其他单位等待。", en="A file this large would keep other offices waiting."
    ),
    mend=Text(
        zh="按月或按区县拆成几份文件，分别报送。",
        en="Split it, by month or by district, and deliver the parts.",
    ),
)

UNKNOWN_FORMAT: Final = Kind(
    "E-FILE-03",
    "stops",
    what=Text(
        zh="不能读取这种文件（{read}）。可以报送：{allowed}。",
        en="This kind of file cannot be read ({read}). You can deliver: {allowed}.",
    ),
    why=Text(zh="只有表格才能逐格核对。", en="Only a table can be checked cell by cell."),
    mend=MEND_SAVE_AGAIN,
    example="2026-03.xlsx",
)

NAME_BELIES_CONTENT: Final = Kind(
    "E-FILE-04",
    "stops",
    what=Text(
        zh="文件名以 {allowed} 结尾，内容却是 {read}。",
        en="The name of the file ends in {allowed}, but what it holds is {read}.",
    ),
    why=Text(
        zh="名称与内容不符，往往是改了扩展名或传错了文件。",
        en="A name that does not fit often means a changed ending or the wrong file.",
    ),
    mend=Text(
        zh="确认文件无误后，另存为与内容相符的格式，再报送。",
        en="Check that it is the right file, save it in the format that its name says, and deliver again.",
    ),
)

BROKEN_ARCHIVE: Final = Kind(
    "E-FILE-05",
    "stops",
    what=Text(
        zh="工作簿已损坏或不完整，打不开。",
        en="The workbook is broken or cut off and does not open.",
    ),
    why=Text(
        zh="损坏的文件可能缺行少列。", en="A broken file may have lost rows that nobody would miss."
    ),
    mend=Text(
        zh="多半是上传中断。请从原单位重新取得文件，再报送。",
        en="Most likely an upload broke off. Get the file again from where it was made, and deliver that.",
    ),
)

TOO_MANY_PARTS: Final = Kind(
    "E-FILE-06",
    "stops",
    what=Text(
        zh="工作簿由 {read} 个部件组成，最多允许 {allowed} 个。",
        en="The workbook is made of {read} parts; at most {allowed} are allowed.",
    ),
    why=WHY_HARM,
    mend=MEND_VALUES,
)

INFLATES_TOO_FAR: Final = Kind(
    "E-FILE-07",
    "stops",
    what=Text(
        zh="工作簿解压后异常庞大（{read}；最多允许 {allowed}）。",
        en="Unpacked, the workbook is unreasonably large ({read}; at most {allowed} is allowed).",
    ),
    why=WHY_HARM,
    mend=Text(
        zh="如果是正常数据，请删去多余的空白格式，或拆成几份文件，再报送。",
        en="If the data are real, clear the formatting of empty cells or split the file, and deliver again.",
    ),
)

UNSAFE_PART: Final = Kind(
    "E-FILE-08",
    "stops",
    what=Text(
        zh="工作簿内部有重名或指向外部的部件。",
        en="Inside the workbook are parts with equal names, or with names that lead out of it.",
    ),
    why=WHY_HARM,
    mend=MEND_SAVE_AGAIN,
)

MACROS: Final = Kind(
    "E-FILE-09",
    "stops",
    what=Text(zh="工作簿含有宏（程序）。", en="The workbook contains macros, which are programs."),
    why=WHY_HARM,
    mend=Text(
        zh="另存为不含宏的 .xlsx 文件，再报送。",
        en="Save it as an .xlsx file without macros, and deliver that.",
    ),
)

EXTERNAL_LINK: Final = Kind(
    "E-FILE-10",
    "stops",
    what=Text(
        zh="工作簿链接到其他文件、数据库或程序。",
        en="The workbook is linked to another file, a database or a program.",
    ),
    why=Text(
        zh="链接的数值会随别处改变，无法作为依据。",
        en="A linked value changes with what lies elsewhere and can support nothing.",
    ),
    mend=MEND_VALUES,
)

EMBEDDED_OBJECT: Final = Kind(
    "E-FILE-11",
    "stops",
    what=Text(
        zh="工作簿里嵌入了其他文件或控件。",
        en="Another file or a control is embedded in the workbook.",
    ),
    why=WHY_HARM,
    mend=MEND_VALUES,
)

ENCRYPTED: Final = Kind(
    "E-FILE-12",
    "stops",
    what=Text(zh="工作簿设有密码。", en="The workbook is protected by a password."),
    why=Text(
        zh="加密的内容无法检查，也无法登记。",
        en="What is encrypted can be neither checked nor recorded.",
    ),
    mend=Text(
        zh="取消打开密码，保存后再报送。",
        en="Take the password away, save the file and deliver it again.",
    ),
)

DOCUMENT_TYPE: Final = Kind(
    "E-FILE-13",
    "stops",
    what=Text(
        zh="工作簿内部有文档类型或实体声明，表格软件不会写这种内容。",
        en="Inside the workbook is a document type or entity declaration, which no spreadsheet writes.",
    ),
    why=WHY_HARM,
    mend=MEND_SAVE_AGAIN,
)

ODD_XML: Final = Kind(
    "E-FILE-14",
    "stops",
    what=Text(
        zh="工作簿内部的文字不是 UTF-8 编码。", en="The text inside the workbook is not UTF-8."
    ),
    why=Text(
        zh="两种读法会得出两种内容。", en="Read in two ways it would say two different things."
    ),
    mend=MEND_SAVE_AGAIN,
)

WEB_PAGE: Final = Kind(
    "E-FILE-15",
    "stops",
    what=Text(
        zh="文件名像表格，内容却是网页（{read}）。",
        en="The file is named like a workbook, but what it holds is a web page ({read}).",
    ),
    why=Text(
        zh="不少系统这样“导出”表格；网页没有可靠的单元格。",
        en="Many systems export like this; a web page has no reliable cells.",
    ),
    mend=MEND_SAVE_AGAIN,
)

NUL_BYTES: Final = Kind(
    "E-FILE-17",
    "stops",
    what=Text(zh="文本文件里有空字节。", en="There are NUL bytes in this text file."),
    why=Text(zh="这不是文本，或者文件已损坏。", en="Then it is no text, or the file is damaged."),
    mend=Text(
        zh="重新导出为 UTF-8 编码的 .csv，或另存为 .xlsx。",
        en="Export it again as .csv in UTF-8, or save it as .xlsx.",
    ),
)

KINDS: Final = (
    EMPTY_FILE,
    FILE_TOO_LARGE,
    UNKNOWN_FORMAT,
    NAME_BELIES_CONTENT,
    BROKEN_ARCHIVE,
    TOO_MANY_PARTS,
    INFLATES_TOO_FAR,
    UNSAFE_PART,
    MACROS,
    EXTERNAL_LINK,
    EMBEDDED_OBJECT,
    ENCRYPTED,
    DOCUMENT_TYPE,
    ODD_XML,
    WEB_PAGE,
    NUL_BYTES,
)
