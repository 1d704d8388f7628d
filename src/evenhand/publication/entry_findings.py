"""What can be wrong with the entries, tables, schemes and figures of an edition."""

from __future__ import annotations

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text
from evenhand.publication.failing import CURRENT, REPORT, refuses

WRONG_DIGEST = refuses(
    "E-ED-22",
    Text(
        zh="文件与清单所记的摘要不符。",
        en="The file does not have the digest that the manifest records.",
    ),
)
NO_LINE = refuses(
    "E-ED-23",
    Text(zh="这一行不是规范的记录：{read}。", en="This line is no well-formed entry: {read}."),
)
NOT_IN_LOG = refuses(
    "E-ED-24",
    Text(
        zh="记录 {entry} 与日志第 {leaf} 行不符。",
        en="Entry {entry} is not what leaf {leaf} of the log records.",
    ),
)
OUT_OF_PLACE = refuses(
    "E-ED-25",
    Text(
        zh="记录 {entry} 不该在这里：{read}。",
        en="Entry {entry} does not belong here: {read}.",
    ),
)
WRONG_COUNT = refuses(
    "E-ED-26",
    Text(
        zh="这里有 {read} 条记录，清单写明 {allowed} 条。",
        en="There are {read} entries here, and the manifest says {allowed}.",
    ),
    Text(
        zh="少一条记录，名单就不再是公布的名单。",
        en="With one entry less, the list is not the one that was published.",
    ),
)
A_RESIDENT = refuses(
    "E-ED-27",
    Text(
        zh="这一行含有居民或个体工商户的信息（不引用）。",
        en="This line holds something of a resident or sole trader (not quoted).",
    ),
    Text(
        zh="居民和个体工商户从不公布（RF-3）。",
        en="Residents and sole traders are never published (RF-3).",
    ),
    Text(
        zh="请不要使用或传播，并立即告知审计人。",
        en="Do not use it or pass it on, and tell the auditor at once.",
    ),
    floor="RF-3",
    silent=True,
)
ENDED = refuses(
    "E-ED-28",
    Text(
        zh="记录 {entry} 的最后一日是 {read}，现在已过。",
        en="The last day of entry {entry} was {read}, and it is over.",
    ),
    Text(
        zh="到期的记录不得再出现（RF-12）。",
        en="What has ended is shown by nothing any more (RF-12).",
    ),
    CURRENT,
    floor="RF-12",
)
OUTLIVES = refuses(
    "E-ED-29",
    Text(
        zh="记录 {entry} 的最后一日是 {read}，而版次可用到 {allowed}，超过了它。",
        en="The last day of entry {entry} is {read}, and the edition would be in use until {allowed}.",
    ),
    Text(
        zh="版次的使用期限不得超过其中任何一条记录（RF-12）。",
        en="No edition may be in use longer than any entry in it lasts (RF-12).",
    ),
    REPORT,
    floor="RF-12",
)
OTHER_TABLE = refuses(
    "E-ED-30",
    Text(
        zh="这张表与它旁边的 {read} 不一致。",
        en="This table does not say what {read} beside it says.",
    ),
    Text(zh="同一份名单只能有一个说法。", en="One list says one thing."),
    REPORT,
)
WRONG_SUM = refuses(
    "E-ED-31",
    Text(
        zh="{list} 的数字对不上：{read}。",
        en="The figures of {list} do not add up: {read}.",
    ),
    Text(
        zh="公众凭这些数字知道有多少人被提议、告知、列入和移出（RF-14）。",
        en="By these figures the public knows how many were proposed, told, listed and removed (RF-14).",
    ),
    REPORT,
    floor="RF-14",
)
OTHER_SCHEME = refuses(
    "E-ED-32",
    Text(
        zh="清单写明的评价办法摘要是 {allowed}，文件是 {read}。",
        en="The manifest gives the scheme's digest as {allowed}, and the file has {read}.",
    ),
    Text(
        zh="名单依据哪份办法，必须能够核对（RF-14）。",
        en="It must be possible to check by which rules a list was made (RF-14).",
    ),
    REPORT,
)
DROPPED = refuses(
    "E-ED-34",
    Text(
        zh="记录 {entry} 被去掉了：应有 {allowed} 条，只有 {read} 条，而旁边的表里有它。",
        en="Entry {entry} was dropped: {read} of {allowed} entries are here, and the table beside them "
        "has it.",
    ),
    Text(
        zh="少一条记录，名单就不再是公布的名单。",
        en="With one entry less, the list is not the one that was published.",
    ),
)

KINDS: tuple[Kind, ...] = (
    WRONG_DIGEST,
    NO_LINE,
    NOT_IN_LOG,
    OUT_OF_PLACE,
    WRONG_COUNT,
    A_RESIDENT,
    ENDED,
    OUTLIVES,
    OTHER_TABLE,
    WRONG_SUM,
    OTHER_SCHEME,
    DROPPED,
)
