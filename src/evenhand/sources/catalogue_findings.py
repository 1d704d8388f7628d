"""What can be wrong with a catalogue."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_CLOSED: Final = Text(
    zh="目录是封闭的：其中没有的内容不得记录。",
    en="The catalogue is closed: what is not in it may not be recorded.",
)
_MEND_NAME: Final = Text(
    zh="改正拼写，或先在目录中加入该名称。",
    en="Mend the spelling, or add the name to the catalogue first.",
)

CAT_FILE: Final = Kind(
    "E-CAT-01",
    "stops",
    what=Text(zh="目录缺少文件“{allowed}”。", en='The catalogue has no file "{allowed}".'),
    why=Text(
        zh="少一个文件，其他文件的引用就无从核对。",
        en="Without it the names in the other files cannot be checked.",
    ),
    mend=Text(zh="补上该文件。", en="Add the file."),
)

CAT_MISSING: Final = Kind(
    "E-CAT-02",
    "stops",
    what=Text(zh="“{read}”缺少“{allowed}”。", en='"{read}" lacks "{allowed}".'),
    why=Text(
        zh="每个条目都要说全，读者不必猜。",
        en="Every entry says all of it, so that nobody has to guess.",
    ),
    mend=Text(zh="补上该项。", en="Add it."),
    example="title: {zh: 食品安全行政处罚, en: Food safety penalty}",
)

CAT_UNKNOWN_KEY: Final = Kind(
    "E-CAT-03",
    "stops",
    what=Text(
        zh="目录条目没有“{read}”这一项。最接近的是“{nearest}”。",
        en='No entry of a catalogue has a part "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="不认识的项不会有任何作用，却看似有用。",
        en="An unknown part would have no effect and look as if it had one.",
    ),
    mend=Text(zh="改正拼写或删去该项。", en="Mend the spelling or remove it."),
)

CAT_VALUE: Final = Kind(
    "E-CAT-04",
    "stops",
    what=Text(
        zh="“{read}”不能用在这里。允许：{allowed}。",
        en='"{read}" cannot stand here. Allowed: {allowed}.',
    ),
    why=_CLOSED,
    mend=Text(zh="改为允许的值。", en="Write one of the allowed values."),
)

CAT_TWICE: Final = Kind(
    "E-CAT-05",
    "stops",
    what=Text(zh="“{read}”在“{first}”中已经有了。", en='"{read}" is already in "{first}".'),
    why=Text(
        zh="同一名称两种规则，无法知道按哪一种。",
        en="With two rules for one name nobody knows which holds.",
    ),
    mend=Text(zh="删去其中一个，或改名。", en="Remove or rename one of them."),
)

CAT_UNKNOWN_NAME: Final = Kind(
    "E-CAT-06",
    "stops",
    what=Text(
        zh="目录中没有“{read}”。最接近的是“{nearest}”。允许：{allowed}。",
        en='The catalogue has no "{read}". The nearest is "{nearest}". Allowed: {allowed}.',
    ),
    why=_CLOSED,
    mend=_MEND_NAME,
)

CAT_RETENTION: Final = Kind(
    "E-CAT-07",
    "stops",
    what=Text(
        zh="保存期限 {read} 个月不在 1 至 {allowed} 个月之内。",
        en="A retention of {read} months is not within 1 to {allowed} months.",
    ),
    why=Text(
        zh="公开的规则中，不利信息最长保存五年；任何记录都有终止之日。",
        en="Published rules keep negative records for five years at most; every record ends.",
    ),
    mend=Text(zh="缩短保存期限。", en="Shorten the retention."),
    example="retention_months: 60",
    floor="RF-12",
)

CAT_PROHIBITED: Final = Kind(
    "E-CAT-08",
    "stops",
    what=Text(
        zh="“{read}”涉及禁止采集的内容（{allowed}）。",
        en='"{read}" is about data that may not be collected ({allowed}).',
    ),
    why=Text(
        zh="权利底线第4条：此类信息类别、列和条件一概不得存在。",
        en="Rule RF-4: no record type, column or condition on such data may exist.",
    ),
    mend=Text(zh="从目录中删去。", en="Remove it from the catalogue."),
    floor="RF-4",
)

CAT_RELATION: Final = Kind(
    "E-CAT-09",
    "stops",
    what=Text(
        zh="“{read}”涉及与他人的关系（{allowed}）。",
        en='"{read}" is about a relation to another person ({allowed}).',
    ),
    why=Text(
        zh="权利底线第9条：不得因亲属、关联人或同名者的记录产生任何后果。",
        en="Rule RF-9: nothing follows from a record of a relative, an associate or a namesake.",
    ),
    mend=Text(zh="从目录中删去。", en="Remove it from the catalogue."),
    floor="RF-9",
)

CAT_CODES: Final = Kind(
    "E-CAT-10",
    "stops",
    what=Text(
        zh="字段“{read}”的代码表不对：{allowed}。",
        en='The code list of "{read}" is wrong: {allowed}.',
    ),
    why=Text(
        zh="代码字段只接受列出的值；其他字段没有代码表。",
        en="A code field takes the listed values only; other fields have no list.",
    ),
    mend=Text(zh="列出全部代码，不重复，不留空。", en="List every code once, and leave none out."),
    example="codes: [A, B, M, C, D]",
)

CAT_UNIT: Final = Kind(
    "E-CAT-11",
    "stops",
    what=Text(zh="金额字段“{read}”没有单位。", en='The amount "{read}" has no unit.'),
    why=Text(
        zh="元和万元相差一万倍。", en="Yuan and ten thousand yuan are ten thousand times apart."
    ),
    mend=Text(zh="写明 unit: yuan。", en="Write unit: yuan."),
    example="unit: yuan",
)

CAT_ARTICLE_TWICE: Final = Kind(
    "E-CAT-12",
    "stops",
    what=Text(zh="条文“{read}”定了两次级。", en='The article "{read}" is graded twice.'),
    why=Text(
        zh="轻重只能由条文决定，且只有一种。",
        en="Severity comes from the article alone, and there is one.",
    ),
    mend=Text(zh="只留一条。", en="Keep one of them."),
)

CAT_CORRECTION: Final = Kind(
    "E-CAT-13",
    "stops",
    what=Text(
        zh="“{read}”只写了更正的一半：correction 和 affects 须同时有或同时没有。",
        en='"{read}" states half a correction: it needs both "correction" and "affects", or neither.',
    ),
    why=Text(zh="更正要说明更正什么、怎样更正。", en="A correction says what it corrects and how."),
    mend=Text(zh="补上另一半。", en="Add the other half."),
    example="correction: settles",
)

CAT_NO_DOMAIN: Final = Kind(
    "E-CAT-14",
    "stops",
    what=Text(zh="“{read}”没有领域。", en='"{read}" has no domain.'),
    why=Text(
        zh="措施必须与违法行为同一领域；只有更正类没有自己的领域。",
        en="A measure belongs to the domain of the offence; only a correction has none of its own.",
    ),
    mend=Text(zh="写明领域。", en="State the domain."),
    example="domain: food-safety",
    floor="RF-8",
)

CAT_USCC: Final = Kind(
    "E-CAT-15",
    "stops",
    what=Text(
        zh="“{read}”不是有效的统一社会信用代码。",
        en='"{read}" is not a valid unified social credit code.',
    ),
    why=Text(
        zh="机关的代码写错，其全部文书都会挂到别处。",
        en="With a wrong code the authority's documents would belong to somebody else.",
    ),
    mend=Text(zh="对照登记证书改正。", en="Compare it with the certificate of registration."),
    example="11000000MA0A000146",
)

CAT_STRANGER: Final = Kind(
    "E-CAT-16",
    "stops",
    what=Text(
        zh="目录中没有名为“{read}”的文件。最接近的是“{nearest}”。",
        en='No file of a catalogue is called "{read}". The nearest is "{nearest}".',
    ),
    why=Text(
        zh="没有人读的文件看似有用。", en="A file that nothing reads would look as if it counted."
    ),
    mend=Text(zh="改文件名，或移走该文件。", en="Rename the file, or take it away."),
    example="record_types_organisations.yaml",
)

CAT_COURT: Final = Kind(
    "E-CAT-17",
    "stops",
    what=Text(zh="“{read}”不是目录中的法院。", en='"{read}" is no court of the catalogue.'),
    why=Text(
        zh="居民只能由法院列为被执行人。",
        en="Only a court enters a resident as a judgment debtor.",
    ),
    mend=Text(zh="写下列之一：{allowed}。", en="Name one of: {allowed}."),
    floor="RF-3",
)

CAT_COURT_TERM: Final = Kind(
    "E-CAT-18",
    "stops",
    what=Text(
        zh="法院名册写的是“{read}”：期限至多36个月，异议期至少15天。",
        en='The court register says "{read}": an entry lasts 36 months at most, the time to object 15 '
        "days at least.",
    ),
    why=Text(zh="这是权利底线。", en="This is the rights floor."),
    mend=Text(zh="改正该数。", en="Mend the number."),
    floor="RF-3",
)

CAT_COURT_TYPE: Final = Kind(
    "E-CAT-19",
    "stops",
    what=Text(
        zh="信息类别“{read}”不能用在法院名册的这一项。",
        en='The record type "{read}" cannot stand there in a court register.',
    ),
    why=Text(
        zh="认定须是法院对居民作出的不利信息；其余各类须由法院报送，且只针对该认定（settles）。",
        en="The finding is an adverse one of a court about residents; the others are of the court too and "
        "settle that finding alone.",
    ),
    mend=Text(zh="改用符合的类别。", en="Name a type that is so."),
    floor="RF-3",
)

CAT_COURT_FIELD: Final = Kind(
    "E-CAT-20",
    "stops",
    what=Text(
        zh="认定没有名为“{read}”的 {allowed} 字段。",
        en='The finding has no field "{read}" of the kind {allowed}.',
    ),
    why=Text(
        zh="没有生效日和“有能力履行而拒不履行”的认定，就不得列入。",
        en="Without the day since which the ruling is final, and the finding that the debtor can pay and "
        "refuses, nobody is entered.",
    ),
    mend=Text(zh="写认定中的该字段。", en="Name that field of the finding."),
    floor="RF-3",
)

KINDS: Final = (
    CAT_FILE,
    CAT_MISSING,
    CAT_UNKNOWN_KEY,
    CAT_VALUE,
    CAT_TWICE,
    CAT_UNKNOWN_NAME,
    CAT_RETENTION,
    CAT_PROHIBITED,
    CAT_RELATION,
    CAT_CODES,
    CAT_UNIT,
    CAT_ARTICLE_TWICE,
    CAT_CORRECTION,
    CAT_NO_DOMAIN,
    CAT_USCC,
    CAT_STRANGER,
    CAT_COURT,
    CAT_COURT_TERM,
    CAT_COURT_TYPE,
    CAT_COURT_FIELD,
)
