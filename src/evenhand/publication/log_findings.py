"""What can be wrong with the signature, log, manifest, time or files of an edition."""

from __future__ import annotations

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text
from evenhand.publication.failing import CURRENT, ONE_VIEW, REPORT, refuses

NO_EDITION = refuses(
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
NO_NOTE = refuses(
    "E-ED-02",
    Text(
        zh="这不是签名文本（C2SP signed-note）。", en="This is no signed note (C2SP signed-note)."
    ),
)
OTHER_KEY = refuses(
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
        en="Get the public key again from where you trust it. If it is the same, do not use the edition.",
    ),
)
FALSE_SIGNATURE = refuses(
    "E-ED-04",
    Text(
        zh="{name} 的签名与文本不符：文本被改过，或签名是伪造的。",
        en="The signature of {name} does not fit the text: the text was changed or the signature forged.",
    ),
)
NO_CHECKPOINT = refuses(
    "E-ED-05",
    Text(
        zh="签名的文本不是检查点（名称、大小、根，各一行）。",
        en="The signed text is no checkpoint (origin, size and root, a line each).",
    ),
)
OTHER_ORIGIN = refuses(
    "E-ED-06",
    Text(
        zh="检查点属于 {read}，不属于 {allowed}。",
        en="The checkpoint belongs to {read}, not to {allowed}.",
    ),
)
MISSING_FILE = refuses(
    "E-ED-07",
    Text(zh="缺少这个文件。", en="This file is missing."),
    Text(zh="缺一部分的版次，可能少了记录。", en="An edition in part may lack entries."),
)
UNREADABLE = refuses(
    "E-ED-35",
    Text(zh="无法读取 {file}：{read}。", en="{file} cannot be read: {read}."),
    Text(zh="读不到的文件无法核对。", en="What cannot be read cannot be checked."),
    Text(
        zh="请检查文件夹的权限和磁盘，然后再核对一次。",
        en="Look at the permissions of the folder and at the disk, then verify again.",
    ),
)
EXTRA_FILE = refuses(
    "E-ED-08",
    Text(zh="版次中不应有 {read}。", en="{read} does not belong to the edition."),
    Text(
        zh="未列入清单的文件没有签名保护，会被误当作公布的内容。",
        en="What the manifest does not name is not signed, and could be taken for what was published.",
    ),
    Text(zh="请移走它，再核对一次。", en="Take it away and verify again."),
)
NO_PLAIN_FILE = refuses(
    "E-ED-09",
    Text(
        zh="{read} 不是普通文件（链接、设备或管道）。",
        en="{read} is no plain file (a link, device or pipe).",
    ),
    Text(zh="它会引到版次之外。", en="It may lead out of the edition."),
)
WRONG_SIZE = refuses(
    "E-ED-10",
    Text(
        zh="文件有 {read} 字节，应为 {allowed} 字节。",
        en="The file has {read} bytes and must have {allowed}.",
    ),
)
WRONG_LEAF = refuses(
    "E-ED-11",
    Text(
        zh="日志第 {leaf} 行与签名的日志不符。",
        en="Leaf {leaf} is not the one in the signed log.",
    ),
)
WRONG_TILE = refuses(
    "E-ED-12",
    Text(
        zh="该块的第 {hash} 个哈希与日志的各行不符。",
        en="Hash {hash} of this tile does not follow from the leaves.",
    ),
)
WRONG_ROOT = refuses(
    "E-ED-13",
    Text(
        zh="日志的 {size} 行得不出签名的根。",
        en="The {size} leaves of the log do not lead to the signed root.",
    ),
)
NOT_THE_MANIFEST = refuses(
    "E-ED-14",
    Text(
        zh="这份清单不是日志第 {leaf} 行所记的清单。",
        en="This manifest is not the one that leaf {leaf} of the log records.",
    ),
)
NO_MANIFEST = refuses(
    "E-ED-15",
    Text(zh="清单的“{field}”不对：{read}。", en='The manifest\'s "{field}" is wrong: {read}.'),
    Text(
        zh="清单说明版次里有什么；读不懂就无法核对。",
        en="The manifest says what is in the edition; what cannot be read cannot be checked.",
    ),
    REPORT,
)
PAST_USE = refuses(
    "E-ED-16",
    Text(
        zh="这一版次只可使用到 {read}，现在是 {now}。",
        en="This edition was for use until {read}, and it is {now}.",
    ),
    Text(
        zh="过期的名单可能含有已经结束或移出的记录。",
        en="A list past its time may hold entries that have ended or were removed.",
    ),
    CURRENT,
    floor="RF-12",
)
NOT_YET = refuses(
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
REWRITTEN = refuses(
    "E-ED-18",
    Text(
        zh="日志没有延续先前的检查点（{size} 行）：前面的内容被改写。",
        en="The log does not continue the earlier checkpoint of {size} leaves: its past was rewritten.",
    ),
    Text(zh="日志只能追加。", en="The log may only grow."),
    REPORT,
)
WRONG_CONSISTENCY = refuses(
    "E-ED-19",
    Text(
        zh="与上一版次的一致性证明不对。",
        en="The proof of consistency with the last edition is wrong.",
    ),
)
EQUIVOCATION = refuses(
    "E-ED-20",
    Text(
        zh="同为 {size} 行，却有两个不同的签名检查点：{one} 与 {other}。登记库出示了两份不同的日志。",
        en="Two signed checkpoints of {size} leaves differ, {one} and {other}: the register showed two logs.",
    ),
    ONE_VIEW,
    REPORT,
)
OLDER_THAN_KNOWN = refuses(
    "E-ED-21",
    Text(
        zh="您已见过 {read} 行的检查点，而这一版次只有 {size} 行：它是旧的。",
        en="You have seen a checkpoint of {read} leaves, and this edition has {size}: it is an old one.",
    ),
    ONE_VIEW,
    CURRENT,
)
TOO_LARGE = refuses(
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

KINDS: tuple[Kind, ...] = (
    NO_EDITION,
    NO_NOTE,
    OTHER_KEY,
    FALSE_SIGNATURE,
    NO_CHECKPOINT,
    OTHER_ORIGIN,
    MISSING_FILE,
    UNREADABLE,
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
    TOO_LARGE,
)
