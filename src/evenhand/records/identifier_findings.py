"""What can be wrong with whom a row means.

Kinds about residents' numbers are silent: they name the place and quote nothing.
"""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_COPY_CODE: Final = Text(
    zh="照营业执照重新键入；先把该列设为“文本”格式。",
    en='Type it again from the licence, after setting the column to the format "text".',
)
_DIGITS_LOST: Final = Text(
    zh="表格软件只保留15位数字，18位代码的末几位已经改变，即使校验码碰巧相符。",
    en="A spreadsheet keeps 15 digits; the last of 18 were changed, even where the check happens to fit.",
)
_COUNTS_FOR_NOBODY: Final = Text(
    zh="在有人确认之前，这条信息不计入任何主体。",
    en="Until a person confirms whom it means, the record counts for nobody.",
)

ID_NUMERIC: Final = Kind(
    "E-ID-01",
    "holds",
    what=Text(
        zh="标识是数字格式，不是文本。", en="The identifier is stored as a number, not as text."
    ),
    why=_DIGITS_LOST,
    mend=_COPY_CODE,
    example="91000000MA0000001R",
    silent=True,
)

ID_DESTROYED: Final = Kind(
    "E-ID-02",
    "holds",
    what=Text(
        zh="标识已被表格软件改成“{read}”。",
        en='A spreadsheet has turned the identifier into "{read}".',
    ),
    why=_DIGITS_LOST,
    mend=_COPY_CODE,
    example="91000000MA0000001R",
)

ID_CHECK_FAILS: Final = Kind(
    "W-ID-03",
    "warns",
    what=Text(
        zh="统一社会信用代码“{read}”的校验码不符。",
        en='The check character of the credit code "{read}" does not fit.',
    ),
    why=_COUNTS_FOR_NOBODY,
    mend=_COPY_CODE,
    example="91000000MA0000001R",
)

ID_NO_FORM: Final = Kind(
    "W-ID-04",
    "warns",
    what=Text(
        zh="“{read}”不是统一社会信用代码。", en='"{read}" does not have the form of a credit code.'
    ),
    why=_COUNTS_FOR_NOBODY,
    mend=_COPY_CODE,
    example="91000000MA0000001R",
)

ID_PERSON: Final = Kind(
    "E-ID-05",
    "refuses",
    what=Text(
        zh="这一行是关于个人的，不能放在单位的数据表里。",
        en="This row is about a person and cannot stand in a worksheet about organisations.",
    ),
    why=Text(
        zh="没有本人同意，居民的信息不得保存。",
        en="Nothing about a resident is kept without their consent.",
    ),
    mend=Text(zh="从文件中删去这一行。", en="Remove the row from the file."),
    silent=True,
    floor="RF-1",
)

ID_SOLE_TRADER: Final = Kind(
    "E-ID-06",
    "refuses",
    what=Text(
        zh="这一行是关于个体工商户的，没有保存。",
        en="This row is about a sole trader and was not kept.",
    ),
    why=Text(
        zh="个体工商户按居民对待，不进入单位名单。",
        en="Sole traders are treated as residents and enter no list of organisations.",
    ),
    mend=Text(zh="从文件中删去这一行。", en="Remove the row from the file."),
    silent=True,
    floor="RF-3",
)

ID_MISSING: Final = Kind(
    "W-ID-07",
    "warns",
    what=Text(zh="没有主体标识。", en="No identifier is given."),
    why=_COUNTS_FOR_NOBODY,
    mend=Text(
        zh="补上统一社会信用代码后重新报送。", en="Deliver the row again with the credit code."
    ),
    example="91000000MA0000001R",
)

ID_ORGANISATION_CODE: Final = Kind(
    "W-ID-08",
    "warns",
    what=Text(
        zh="组织机构代码“{read}”不合规则或校验码不符。",
        en='The organisation code "{read}" has not the form, or its check character does not fit.',
    ),
    why=_COUNTS_FOR_NOBODY,
    mend=_COPY_CODE,
    example="MA0000001",
)

ID_RESIDENT: Final = Kind(
    "E-ID-09",
    "holds",
    what=Text(
        zh="居民身份证号不合规则或校验码不符。",
        en="The resident's number has not the form, or its check character does not fit.",
    ),
    why=Text(zh="错一位就是另一个人。", en="With one wrong digit it is somebody else's."),
    mend=Text(
        zh="照证件重新键入；先把该列设为“文本”格式。",
        en='Type it again from the document, after setting the column to the format "text".',
    ),
    silent=True,
)

ID_MINOR: Final = Kind(
    "E-ID-10",
    "refuses",
    what=Text(
        zh="这一行是关于未成年人的，没有保存。",
        en="This row is about somebody under 18 and was not kept.",
    ),
    why=Text(
        zh="未满18岁的人不保存、不计分、不列入。", en="Nobody under 18 is stored, scored or listed."
    ),
    mend=Text(zh="从文件中删去这一行。", en="Remove the row from the file."),
    silent=True,
    floor="RF-1",
)

ID_SIGNED_YOUNG: Final = Kind(
    "E-ID-15",
    "refuses",
    what=Text(
        zh="签署当日未满18岁：不登记，没有保存。",
        en="Whoever signed was under 18 on that day. Nothing was entered or kept.",
    ),
    why=Text(
        zh="未成年人不能同意参加；成年以后可以自己签新表。",
        en="Nobody under 18 can agree to take part; once grown up they can sign a new form.",
    ),
    mend=Text(
        zh="从文件中删去这一行，把表退给本人。",
        en="Remove the row from the file and give the form back.",
    ),
    silent=True,
    floor="RF-1",
)

ID_DISAGREE: Final = Kind(
    "W-ID-11",
    "warns",
    what=Text(
        zh="组织机构代码“{read}”与统一社会信用代码中的“{allowed}”不同。",
        en='The organisation code "{read}" is not the one inside the credit code, "{allowed}".',
    ),
    why=_COUNTS_FOR_NOBODY,
    mend=Text(
        zh="核对两个代码是否属于同一单位。", en="Check whether both codes are of one organisation."
    ),
)

ID_PERHAPS_PERSON: Final = Kind(
    "E-ID-12",
    "holds",
    what=Text(
        zh="这一行没有单位代码，名称像是人名，内容没有保存。",
        en="The row has no organisation's code and its name looks like a person's; nothing was kept.",
    ),
    why=Text(
        zh="没有本人同意，居民的信息不得保存。",
        en="Nothing about a resident is kept without their consent.",
    ),
    mend=Text(
        zh="若是单位，补上统一社会信用代码；若是个人，删去这一行。",
        en="If it is an organisation, give its credit code; if it is a person, remove the row.",
    ),
    silent=True,
    floor="RF-4",
)

ID_OTHER_KIND: Final = Kind(
    "E-ID-13",
    "holds",
    what=Text(
        zh="代码“{read}”是另一类主体的（允许：{allowed}）。",
        en='The code "{read}" is that of another kind of subject (allowed: {allowed}).',
    ),
    why=Text(
        zh="目录规定了每类信息可以关于谁。",
        en="The catalogue says whom each record type may be about.",
    ),
    mend=Text(
        zh="核对代码，或按正确的信息类别报送。",
        en="Check the code, or deliver the row as another record type.",
    ),
)

ID_CODE_UNKNOWN: Final = Kind(
    "W-ID-14",
    "warns",
    what=Text(
        zh="只有组织机构代码，登记库中没有单位用它。",
        en="There is an organisation code alone, and no known organisation has it.",
    ),
    why=_COUNTS_FOR_NOBODY,
    mend=Text(
        zh="补上统一社会信用代码后重新报送。", en="Deliver the row again with the credit code."
    ),
    example="91000000MA0000001R",
)

KINDS: Final = (
    ID_NUMERIC,
    ID_DESTROYED,
    ID_CHECK_FAILS,
    ID_NO_FORM,
    ID_PERSON,
    ID_SOLE_TRADER,
    ID_MISSING,
    ID_ORGANISATION_CODE,
    ID_RESIDENT,
    ID_MINOR,
    ID_SIGNED_YOUNG,
    ID_DISAGREE,
    ID_PERHAPS_PERSON,
    ID_OTHER_KIND,
    ID_CODE_UNKNOWN,
)
