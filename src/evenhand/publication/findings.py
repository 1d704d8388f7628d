"""What can be wrong with an edition, each with its code; the first one found ends a verification."""

from __future__ import annotations

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.kernel.text import Language, Text

_FETCH = Text(
    zh="请从登记机关重新下载整个版次；若仍不通过，请不要使用，并告知登记机关和监督机构。",
    en="Fetch the whole edition from the register again. If it still fails, do not use it, and tell "
    "the register and its auditor.",
)
_CURRENT = Text(zh="请下载当前版次。", en="Fetch the current edition.")
_REPORT = Text(
    zh="请不要使用。请把这一版次原样保存，交给监督机构。",
    en="Do not use it. Keep the edition as it is and hand it to the auditor.",
)
_CHANGED = Text(
    zh="公布之后改动过的版次，什么也证明不了。",
    en="An edition that was changed after publication proves nothing.",
)
_ONE_VIEW = Text(
    zh="同一登记机关只能有一份名单，对所有人都一样。",
    en="A register has one list, the same for everybody.",
)


def _kind(
    code: str,
    what: Text,
    why: Text = _CHANGED,
    mend: Text = _FETCH,
    *,
    floor: str | None = None,
    silent: bool = False,
) -> Kind:
    return Kind(code, "refuses", what, why, mend, floor=floor, silent=silent)


NO_EDITION = _kind(
    "E-ED-01",
    Text(zh="这里没有版次：缺少 {read}。", en="No edition is here: {read} is missing."),
    Text(
        zh="没有检查点，就无从核对。", en="Without a checkpoint there is nothing to check against."
    ),
    Text(
        zh="请给出版次的文件夹，例如 editions/4。",
        en="Name the edition's folder, for example editions/4.",
    ),
)
NO_NOTE = _kind(
    "E-ED-02",
    Text(
        zh="这不是签名文本（C2SP signed-note）。", en="This is no signed note (C2SP signed-note)."
    ),
)
OTHER_KEY = _kind(
    "E-ED-03",
    Text(
        zh="没有用这把公钥的签名。签名者：{read}；您的公钥：{allowed}。",
        en="It is not signed with this key. Signed by {read}; your key is {allowed}.",
    ),
    Text(
        zh="公钥不同，就是另一个发布者，或者是伪造。",
        en="Another key is another publisher, or a forgery.",
    ),
    Text(
        zh="请从可靠的渠道再取一次公钥。若公钥无误，请不要使用这一版次。",
        en="Get the public key again, from a place that you trust. If the key is right, do not use the edition.",
    ),
)
FALSE_SIGNATURE = _kind(
    "E-ED-04",
    Text(
        zh="{name} 的签名与文本不符：文本被改过，或签名是伪造的。",
        en="The signature of {name} does not fit the text: the text was changed or the signature forged.",
    ),
)
NO_CHECKPOINT = _kind(
    "E-ED-05",
    Text(
        zh="签名的文本不是检查点（名称、大小、根，各一行）。",
        en="The signed text is no checkpoint (origin, size and root, a line each).",
    ),
)
OTHER_ORIGIN = _kind(
    "E-ED-06",
    Text(
        zh="检查点属于 {read}，不属于 {allowed}。",
        en="The checkpoint belongs to {read}, not to {allowed}.",
    ),
)
MISSING_FILE = _kind(
    "E-ED-07",
    Text(zh="缺少这个文件。", en="This file is missing."),
    Text(zh="缺一部分的版次，可能少了记录。", en="An edition in part may lack entries."),
)
EXTRA_FILE = _kind(
    "E-ED-08",
    Text(zh="版次中不应有 {read}。", en="{read} does not belong to the edition."),
    Text(
        zh="未列入清单的文件没有签名保护，会被误当作公布的内容。",
        en="What the manifest does not name is not signed, and could be taken for what was published.",
    ),
    Text(zh="请移走它，再核对一次。", en="Take it away and verify again."),
)
NO_PLAIN_FILE = _kind(
    "E-ED-09",
    Text(
        zh="{read} 不是普通文件（链接、设备或管道）。",
        en="{read} is no plain file (a link, device or pipe).",
    ),
    Text(zh="它会引到版次之外。", en="It may lead out of the edition."),
)
WRONG_SIZE = _kind(
    "E-ED-10",
    Text(
        zh="文件有 {read} 字节，应为 {allowed} 字节。",
        en="The file has {read} bytes and must have {allowed}.",
    ),
)
WRONG_LEAF = _kind(
    "E-ED-11",
    Text(
        zh="日志第 {leaf} 行与签名的日志不符。",
        en="Leaf {leaf} is not the one in the signed log.",
    ),
)
WRONG_TILE = _kind(
    "E-ED-12",
    Text(
        zh="该块的第 {hash} 个哈希与日志的各行不符。",
        en="Hash {hash} of this tile does not follow from the leaves.",
    ),
)
WRONG_ROOT = _kind(
    "E-ED-13",
    Text(
        zh="日志的 {size} 行得不出签名的根。",
        en="The {size} leaves of the log do not lead to the signed root.",
    ),
)
NOT_THE_MANIFEST = _kind(
    "E-ED-14",
    Text(
        zh="这份清单不是日志第 {leaf} 行所记的清单。",
        en="This manifest is not the one that leaf {leaf} of the log records.",
    ),
)
NO_MANIFEST = _kind(
    "E-ED-15",
    Text(zh="清单的“{field}”不对：{read}。", en='The manifest\'s "{field}" is wrong: {read}.'),
    Text(
        zh="清单说明版次里有什么；读不懂就无法核对。",
        en="The manifest says what is in the edition; what cannot be read cannot be checked.",
    ),
    _REPORT,
)
PAST_USE = _kind(
    "E-ED-16",
    Text(
        zh="这一版次只可使用到 {read}，现在是 {now}。",
        en="This edition was for use until {read}, and it is {now}.",
    ),
    Text(
        zh="过期的名单可能含有已经结束或移出的记录。",
        en="A list past its time may hold entries that have ended or were removed.",
    ),
    _CURRENT,
    floor="RF-12",
)
NOT_YET = _kind(
    "E-ED-17",
    Text(
        zh="这一版次写明制作于 {read}，而现在是 {now}。",
        en="This edition says that it was made on {read}, and it is {now}.",
    ),
    Text(
        zh="两个时钟必有一个不对，使用期限就无从判断。",
        en="One of the two clocks is wrong, so its time of use cannot be judged.",
    ),
    Text(zh="请核对本机时间。", en="Check the clock of this computer."),
)
REWRITTEN = _kind(
    "E-ED-18",
    Text(
        zh="日志没有延续先前的检查点（{size} 行）：前面的内容被改写。",
        en="The log does not continue the earlier checkpoint of {size} leaves: what came before was rewritten.",
    ),
    Text(zh="日志只能追加。", en="The log may only grow."),
    _REPORT,
)
WRONG_CONSISTENCY = _kind(
    "E-ED-19",
    Text(
        zh="与上一版次的一致性证明不对。",
        en="The proof of consistency with the last edition is wrong.",
    ),
)
EQUIVOCATION = _kind(
    "E-ED-20",
    Text(
        zh="同为 {size} 行，却有两个不同的签名检查点：{one} 与 {other}。登记机关出示了两份不同的日志。",
        en="Two signed checkpoints of {size} leaves differ, {one} and {other}: the register showed two logs.",
    ),
    _ONE_VIEW,
    _REPORT,
)
OLDER_THAN_KNOWN = _kind(
    "E-ED-21",
    Text(
        zh="您已见过 {read} 行的检查点，而这一版次只有 {size} 行：它是旧的。",
        en="You have seen a checkpoint of {read} leaves, and this edition has {size}: it is an old one.",
    ),
    _ONE_VIEW,
    _CURRENT,
)
WRONG_DIGEST = _kind(
    "E-ED-22",
    Text(
        zh="文件与清单所记的摘要不符。",
        en="The file does not have the digest that the manifest records.",
    ),
)
NO_LINE = _kind(
    "E-ED-23",
    Text(zh="这一行不是规范的记录：{read}。", en="This line is no well-formed entry: {read}."),
)
NOT_IN_LOG = _kind(
    "E-ED-24",
    Text(
        zh="记录 {entry} 与日志第 {leaf} 行不符。",
        en="Entry {entry} is not what leaf {leaf} of the log records.",
    ),
)
OUT_OF_PLACE = _kind(
    "E-ED-25",
    Text(
        zh="记录 {entry} 不该在这里：{read}。",
        en="Entry {entry} does not belong here: {read}.",
    ),
)
WRONG_COUNT = _kind(
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
A_RESIDENT = _kind(
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
        zh="请不要使用或传播，并立即告知监督机构。",
        en="Do not use it or pass it on, and tell the auditor at once.",
    ),
    floor="RF-3",
    silent=True,
)
ENDED = _kind(
    "E-ED-28",
    Text(
        zh="记录 {entry} 的最后一日是 {read}，现在已过。",
        en="The last day of entry {entry} was {read}, and it is over.",
    ),
    Text(
        zh="到期的记录不得再出现（RF-12）。",
        en="What has ended is shown by nothing any more (RF-12).",
    ),
    _CURRENT,
    floor="RF-12",
)
OUTLIVES = _kind(
    "E-ED-29",
    Text(
        zh="记录 {entry} 的最后一日是 {read}，而版次可用到 {allowed}，超过了它。",
        en="The last day of entry {entry} is {read}, and the edition would be in use until {allowed}.",
    ),
    Text(
        zh="版次的使用期限不得超过其中任何一条记录（RF-12）。",
        en="No edition may be in use longer than any entry in it lasts (RF-12).",
    ),
    _REPORT,
    floor="RF-12",
)
OTHER_TABLE = _kind(
    "E-ED-30",
    Text(
        zh="这张表与它旁边的 {read} 不一致。",
        en="This table does not say what {read} beside it says.",
    ),
    Text(zh="同一份名单只能有一个说法。", en="One list says one thing."),
    _REPORT,
)
WRONG_SUM = _kind(
    "E-ED-31",
    Text(
        zh="{list} 的数字对不上：{read}。",
        en="The figures of {list} do not add up: {read}.",
    ),
    Text(
        zh="公众凭这些数字知道有多少人被提议、告知、列入和移出（RF-14）。",
        en="By these figures the public knows how many were proposed, told, listed and removed (RF-14).",
    ),
    _REPORT,
    floor="RF-14",
)
OTHER_SCHEME = _kind(
    "E-ED-32",
    Text(
        zh="清单写明的评价办法摘要是 {allowed}，文件是 {read}。",
        en="The manifest gives the scheme's digest as {allowed}, and the file has {read}.",
    ),
    Text(
        zh="名单依据哪份办法，必须能够核对（RF-14）。",
        en="It must be possible to check by which rules a list was made (RF-14).",
    ),
    _REPORT,
)
TOO_LARGE = _kind(
    "E-ED-33",
    Text(
        zh="{read} 超过上限 {allowed} 字节，没有读取。",
        en="{read} is above the limit of {allowed} bytes and was not read.",
    ),
    Text(
        zh="核对用的时间和内存有上限。",
        en="A verification is bounded in time and memory.",
    ),
)
DROPPED = _kind(
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
    NO_EDITION,
    NO_NOTE,
    OTHER_KEY,
    FALSE_SIGNATURE,
    NO_CHECKPOINT,
    OTHER_ORIGIN,
    MISSING_FILE,
    EXTRA_FILE,
    NO_PLAIN_FILE,
    WRONG_SIZE,
    WRONG_LEAF,
    WRONG_TILE,
    WRONG_ROOT,
    NOT_THE_MANIFEST,
    NO_MANIFEST,
    PAST_USE,
    NOT_YET,
    REWRITTEN,
    WRONG_CONSISTENCY,
    EQUIVOCATION,
    OLDER_THAN_KNOWN,
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
    TOO_LARGE,
    DROPPED,
)


def failed(kind: Kind, place: Place, **values: object) -> ProofFailed:
    """Make the exception that names what is wrong and where; the caller raises it."""
    finding = found(kind, place, **values)
    return ProofFailed(Text(zh=_said(finding, "zh"), en=_said(finding, "en")), finding)


def _said(finding: Finding, language: Language) -> str:
    at, between = str(finding.place), "：" if language == "zh" else ": "
    gap = "" if language == "zh" else " "
    where = f"{at}{between}" if at else ""
    mend = finding.kind.mend.said_in(language)
    return f"{finding.kind.code} {where}{finding.sentence(language)}{gap}{mend}"
