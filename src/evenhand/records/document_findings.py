"""What can be wrong with the document that a row rests on: number, day, article, repeats, conflicts."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_DOCUMENT: Final = Text(
    zh="每条信息都要能追溯到一份行政文书。",
    en="Every record rests on an administrative document that can be looked up.",
)

DOC_NUMBER_MISSING: Final = Kind(
    "E-DOC-01",
    "holds",
    what=Text(zh="没有文书号。", en="No document number is given."),
    why=_DOCUMENT,
    mend=Text(zh="照文书补上文号。", en="Give the number that the document has."),
    example="临环罚〔2026〕12号",
    floor="RF-5",
)

DOC_MISSING: Final = Kind(
    "E-DOC-02",
    "refuses",
    what=Text(
        zh="这一行既没有文书号也没有日期。", en="The row has neither a document number nor a day."
    ),
    why=Text(
        zh="没有行政文书的说法不予记录。",
        en="What no administrative document says is not recorded.",
    ),
    mend=Text(
        zh="有文书的，补上文号和日期；没有的，删去这一行。",
        en="Give number and day of the document, or remove the row if there is none.",
    ),
    floor="RF-5",
)

DOC_STANDS_IN: Final = Kind(
    "W-DOC-03",
    "warns",
    what=Text(
        zh="没有文书号；复现登记中以“{read}”代替。",
        en='No document number is given; in this reproduction "{read}" stands in for it.',
    ),
    why=_DOCUMENT,
    mend=Text(zh="仅供研究，无需处理。", en="For study only; nothing needs to be done."),
    floor="RF-5",
)

DOC_DAY_STANDS_IN: Final = Kind(
    "W-DOC-04",
    "warns",
    what=Text(
        zh="没有写明日期；复现登记中以 {read} 代替。",
        en="No day is stated; in this reproduction {read} stands in for it.",
    ),
    why=_DOCUMENT,
    mend=Text(zh="仅供研究，无需处理。", en="For study only; nothing needs to be done."),
    floor="RF-5",
)

DOC_ARTICLE_UNKNOWN: Final = Kind(
    "W-DOC-05",
    "warns",
    what=Text(
        zh="目录没有给“{read}”定轻重。最接近的是“{nearest}”。",
        en='The catalogue does not grade "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="轻重和种类只看所引条文；没有定级的不导致列入名单。",
        en="Severity and kind come from the cited article alone; an ungraded record leads to no list.",
    ),
    mend=Text(
        zh="照文书写明法律名称和条款。", en="Cite the law and the article as the document does."
    ),
    example="《水污染防治法》第八十三条",
)

DOC_ARTICLE_MISSING: Final = Kind(
    "W-DOC-06",
    "warns",
    what=Text(zh="没有写明处罚依据。", en="No article is cited."),
    why=Text(
        zh="轻重和种类只看所引条文；没有定级的不导致列入名单。",
        en="Severity and kind come from the cited article alone; an ungraded record leads to no list.",
    ),
    mend=Text(
        zh="照文书写明法律名称和条款。", en="Cite the law and the article as the document does."
    ),
    example="《水污染防治法》第八十三条",
)

DOC_REPEAT: Final = Kind(
    "E-DOC-07",
    "refuses",
    what=Text(
        zh="与第 {other} 行相同，没有再次记录。",
        en="The same as row {other}; it was not recorded again.",
    ),
    why=Text(zh="一份文书只记录一次。", en="One document is recorded once."),
    mend=Text(zh="无需处理。", en="Nothing needs to be done."),
)

DOC_KNOWN: Final = Kind(
    "E-DOC-08",
    "refuses",
    what=Text(
        zh="以前的批次已经报送过，没有再次记录（{read}）。",
        en="An earlier delivery has brought it; it was not recorded again ({read}).",
    ),
    why=Text(zh="一份文书只记录一次。", en="One document is recorded once."),
    mend=Text(zh="无需处理。", en="Nothing needs to be done."),
)

DOC_RETRACTED: Final = Kind(
    "E-DOC-13",
    "refuses",
    what=Text(
        zh="该文书已被撤销或改判，没有再次记录（{read}）。",
        en="The document was annulled or reversed; it was not recorded again ({read}).",
    ),
    why=Text(
        zh="撤销之后，同一文书不能再计入。",
        en="What was taken away is not brought back by the same document.",
    ),
    mend=Text(
        zh="若重新作出决定，请按新文书报送。",
        en="If a new decision was made, deliver that document.",
    ),
)

DOC_CONFLICT_INSIDE: Final = Kind(
    "E-DOC-09",
    "holds",
    what=Text(
        zh="同一文书在第 {other} 行有不同的内容。",
        en="Row {other} says something else of the same document.",
    ),
    why=Text(
        zh="看不出哪一行是对的；在核实之前，两行都不计入。",
        en="It cannot be told which is right; until that is settled neither counts.",
    ),
    mend=Text(
        zh="照文书核对，只保留正确的一行后重新报送。",
        en="Check against the document and deliver again with the right row alone.",
    ),
)

DOC_CONFLICT: Final = Kind(
    "E-DOC-10",
    "holds",
    what=Text(
        zh="以前的批次对同一文书有不同的内容（{read}）。",
        en="An earlier delivery says something else of the same document ({read}).",
    ),
    why=Text(
        zh="在有人核实之前，两者都不对任何主体不利。",
        en="Until a person has settled it, neither counts against anyone.",
    ),
    mend=Text(
        zh="由报送单位和复核人核对文书后处理。",
        en="To be settled by a person who looks at the document.",
    ),
    floor="RF-16",
)

DOC_NOTHING_TO_CORRECT: Final = Kind(
    "E-DOC-11",
    "holds",
    what=Text(
        zh="找不到要更正的文书“{read}”。",
        en='There is no record of the document "{read}" to correct.',
    ),
    why=Text(
        zh="更正必须指明它所更正的文书。", en="A correction names the document that it corrects."
    ),
    mend=Text(
        zh="写明原文书的文号；若原文书尚未报送，请先报送。",
        en="Give the number of the first document; if it was never delivered, deliver it first.",
    ),
)

DOC_SEVERAL_TO_CORRECT: Final = Kind(
    "E-DOC-12",
    "holds",
    what=Text(
        zh="文书“{read}”有几条信息，看不出更正哪一条。",
        en='Several records rest on the document "{read}"; it cannot be told which is corrected.',
    ),
    why=Text(
        zh="更正必须指明它所更正的信息。", en="A correction takes away one record and no other."
    ),
    mend=Text(zh="核对主体代码和文号。", en="Check the subject's code and the document's number."),
)

DAY_AHEAD: Final = Kind(
    "E-DATE-20",
    "holds",
    what=Text(
        zh="“{read}”在报送之日（{allowed}）以后。",
        en='"{read}" lies after the day of delivery ({allowed}).',
    ),
    why=Text(zh="尚未发生的事不能记录。", en="What has not happened yet cannot be recorded."),
    mend=Text(zh="核对年份。", en="Check the year."),
    example="2026-02-10",
)

DAY_ORDER: Final = Kind(
    "E-DATE-21",
    "holds",
    what=Text(
        zh="截止日“{read}”早于决定日（{allowed}）。",
        en='The last day "{read}" lies before the day of the decision ({allowed}).',
    ),
    why=Text(zh="两个日期至少有一个错了。", en="At least one of the two is wrong."),
    mend=Text(zh="照文书核对两个日期。", en="Check both days against the document."),
)

DAY_REPORTED: Final = Kind(
    "W-DATE-22",
    "warns",
    what=Text(
        zh="录入时间“{read}”读不出来，及时率按报送日计算。",
        en='The time of entry "{read}" cannot be read; timeliness is counted up to the delivery.',
    ),
    why=Text(
        zh="决定后7个工作日内录入才算及时。",
        en="A row counts as timely when it was entered within 7 working days of the decision.",
    ),
    mend=Text(zh="写年-月-日。", en="Write year-month-day."),
    example="2026-02-12",
)

KINDS: Final = (
    DOC_NUMBER_MISSING,
    DOC_MISSING,
    DOC_STANDS_IN,
    DOC_DAY_STANDS_IN,
    DOC_ARTICLE_UNKNOWN,
    DOC_ARTICLE_MISSING,
    DOC_REPEAT,
    DOC_KNOWN,
    DOC_CONFLICT_INSIDE,
    DOC_CONFLICT,
    DOC_NOTHING_TO_CORRECT,
    DOC_SEVERAL_TO_CORRECT,
    DOC_RETRACTED,
    DAY_AHEAD,
    DAY_ORDER,
    DAY_REPORTED,
)
