"""What can be wrong with a source contract."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_KNOWN: Final = Text(
    zh="合同里的每个名称都要在目录里查得到。",
    en="Every name in a contract is one of the catalogue.",
)
_REFERENCE: Final = Text(
    zh="参看 docs/reference/source-contracts.md。", en="See docs/reference/source-contracts.md."
)
_ONE_READING: Final = Text(zh="同一列只能有一种读法。", en="A column may be read in one way only.")

SRC_MISSING: Final = Kind(
    "E-SRC-01",
    "stops",
    what=Text(zh="“{read}”缺少“{allowed}”。", en='"{read}" lacks "{allowed}".'),
    why=Text(zh="没有这一项，数据表无法读取。", en="A worksheet cannot be read without it."),
    mend=_REFERENCE,
    example="title: {zh: 环境处罚, en: Environmental penalties}",
)

SRC_UNKNOWN_KEY: Final = Kind(
    "E-SRC-02",
    "stops",
    what=Text(
        zh="合同没有“{read}”这一项。最接近的是“{nearest}”。",
        en='A contract has no part "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="不认识的项不会起作用，却看似起作用。",
        en="An unknown part would have no effect and look as if it had one.",
    ),
    mend=Text(zh="改正拼写或删去。", en="Mend the spelling or remove it."),
)

SRC_VALUE: Final = Kind(
    "E-SRC-03",
    "stops",
    what=Text(
        zh="“{read}”不能用在这里。允许：{allowed}。",
        en='"{read}" cannot stand here. Allowed: {allowed}.',
    ),
    why=Text(zh="每一项只有一种写法。", en="Each part is written in one way."),
    mend=_REFERENCE,
)

SRC_UNKNOWN_NAME: Final = Kind(
    "E-SRC-04",
    "stops",
    what=Text(
        zh="目录里没有“{read}”。最接近的是“{nearest}”。",
        en='The catalogue has no "{read}". The nearest is "{nearest}".',
    ),
    why=_KNOWN,
    mend=Text(
        zh="改正拼写，或先写入目录。", en="Mend the spelling, or add it to the catalogue first."
    ),
)

SRC_SAME_HEAD: Final = Kind(
    "E-SRC-05",
    "stops",
    what=Text(
        zh="表头“{read}”在同一版式里属于两处：{allowed}。",
        en='The head "{read}" belongs to two things of one layout: {allowed}.',
    ),
    why=_ONE_READING,
    mend=Text(zh="从其中一处删去这个写法。", en="Take the spelling away from one of them."),
)

SRC_ROLE_MISSING: Final = Kind(
    "E-SRC-06",
    "stops",
    what=Text(
        zh="版式“{read}”没有必填的“{allowed}”列。",
        en='Layout "{read}" has no required column "{allowed}".',
    ),
    why=Text(
        zh="每条信息都要有主体标识、文书号和日期，否则无从核对。",
        en="Every record names whom it is about, its document's number and its day.",
    ),
    mend=Text(zh="加上该列并写 required: true。", en="Add the column and write required: true."),
    example="{field: document, spellings: [行政处罚决定书文号], required: true}",
    floor="RF-5",
)

SRC_PROHIBITED: Final = Kind(
    "E-SRC-07",
    "stops",
    what=Text(
        zh="“{read}”是禁止采集的内容（{allowed}）。",
        en='"{read}" is a prohibited matter ({allowed}).',
    ),
    why=Text(
        zh="权利底线禁止记录这类内容；企业背后个人的列只能声明不读。",
        en="The rights floor forbids it; columns about the people behind a company can only be waived.",
    ),
    mend=Text(
        zh="删去该列；若是企业背后个人的列，把表头写进 waived。",
        en="Remove the column; if it is about the people behind a company, put its head under waived.",
    ),
    example="waived: [法定代表人, 法定代表人身份证号]",
    floor="RF-4",
)

SRC_NOT_THEIRS: Final = Kind(
    "E-SRC-08",
    "stops",
    what=Text(
        zh="“{read}”不是能出具该类信息的机关。允许：{allowed}。",
        en='"{read}" is no authority that issues such records. Allowed kinds: {allowed}.',
    ),
    why=Text(
        zh="一类信息只能来自目录规定的机关。",
        en="A record type comes only from the authorities that the catalogue names for it.",
    ),
    mend=Text(zh="改正机关或信息类别。", en="Mend the authority or the record type."),
    floor="RF-5",
)

SRC_MISFIT: Final = Kind(
    "E-SRC-09",
    "stops",
    what=Text(zh="列“{read}”不能有“{allowed}”。", en='Column "{read}" cannot have "{allowed}".'),
    why=Text(
        zh="单位只属于金额，代码只属于代码，日期规则只属于日期。",
        en="Units belong to amounts, codes to codes, date rules to days.",
    ),
    mend=Text(zh="删去该项，或改正列的 role。", en="Remove it, or mend the column's role."),
)

SRC_REPRODUCTION: Final = Kind(
    "E-SRC-10",
    "stops",
    what=Text(
        zh="“{read}”只允许用在 kind: reproduction 的合同里。",
        en='"{read}" is allowed in a contract of kind: reproduction only.',
    ),
    why=Text(
        zh="正式登记的每条信息都要有真实的文书。",
        en="In a register that has effects every record rests on a document of its own.",
    ),
    mend=Text(zh="删去该项。", en="Remove it."),
    floor="RF-5",
)

SRC_SUBJECTS: Final = Kind(
    "E-SRC-11",
    "stops",
    what=Text(
        zh="“{read}”与合同的 subjects: {allowed} 不符。",
        en='"{read}" does not go with the contract\'s subjects: {allowed}.',
    ),
    why=Text(
        zh="居民的数据表和单位的数据表分开，保护才说得清。",
        en="Worksheets about residents and about organisations are kept apart.",
    ),
    mend=Text(zh="分成两份合同。", en="Write two contracts."),
)

SRC_SAME_NAME: Final = Kind(
    "E-SRC-12",
    "stops",
    what=Text(zh="“{read}”出现了两次。", en='"{read}" is there twice.'),
    why=_ONE_READING,
    mend=Text(zh="改名或删去其中一个。", en="Rename or remove one of them."),
)

SRC_FOR_STUDY: Final = Kind(
    "E-SRC-13",
    "stops",
    what=Text(
        zh="信息类别“{read}”只供研究，保存 {allowed} 个月，不得报送。",
        en='The record type "{read}" is for study only: it is kept for {allowed} months and cannot be delivered.',
    ),
    why=Text(
        zh="登记系统中的记录最长保存五年。",
        en="No record of a register is kept longer than five years.",
    ),
    mend=Text(zh="改用目录中的其他信息类别。", en="Use another record type of the catalogue."),
    floor="RF-12",
)

KINDS: Final = (
    SRC_MISSING,
    SRC_UNKNOWN_KEY,
    SRC_VALUE,
    SRC_UNKNOWN_NAME,
    SRC_SAME_HEAD,
    SRC_ROLE_MISSING,
    SRC_PROHIBITED,
    SRC_NOT_THEIRS,
    SRC_MISFIT,
    SRC_REPRODUCTION,
    SRC_SUBJECTS,
    SRC_SAME_NAME,
    SRC_FOR_STUDY,
)
