"""What the self-check of a register can find."""

from __future__ import annotations

from evenhand.kernel.findings import Kind, Weight
from evenhand.kernel.text import Text

_RESTORE = Text(
    zh="停止使用登记库，用备份恢复；保留现状以便查明原因。",
    en="Stop using the register and restore a backup; keep what is there to find out why.",
)
_CRASH = Text(
    zh="命令中途被终止时会留下这些内容；没有事件提到它，因此不起任何作用。",
    en="A command that was killed leaves such things; no event names it, so it has no effect.",
)
_NOTHING = Text(zh="无需处理。", en="Nothing needs to be done.")


def _kind(code: str, weight: Weight, what: Text, why: Text, mend: Text = _RESTORE) -> Kind:
    return Kind(code=code, weight=weight, what=what, why=why, mend=mend)


LEDGER_BROKEN = _kind(
    "E-REG-01",
    "stops",
    Text(zh="账本不成立：{zh}", en="The ledger does not hold: {en}"),
    Text(
        zh="一切决定、同意和收据都以账本为凭。",
        en="Every decision, consent and receipt rests on the ledger.",
    ),
)
SEGMENT_MISSING = _kind(
    "E-REG-02",
    "stops",
    Text(
        zh="证据段 {segment} 缺失，账本仍以它为准。",
        en="Segment {segment} is missing, and the ledger still counts on it.",
    ),
    Text(zh="其中的信用信息已无法读取。", en="The records in it cannot be read."),
)
SEGMENT_FACTS = _kind(
    "E-REG-03",
    "stops",
    Text(
        zh="证据段 {segment} 的 segment.json 与其名称不符。",
        en="The segment.json of segment {segment} does not fit the segment's name.",
    ),
    Text(
        zh="名称由它的摘要而来，账本记载了名称。",
        en="The name is made of its digest, and the ledger has recorded the name.",
    ),
)
SEGMENT_FILE = _kind(
    "E-REG-04",
    "stops",
    Text(
        zh="证据段 {segment} 的文件 {read} 与其摘要不符，有问题的行：{rows}。",
        en="File {read} of segment {segment} does not fit its digest; rows concerned: {rows}.",
    ),
    Text(
        zh="文件写入之后有一个或多个字节变了。",
        en="One or more bytes changed after the file was written.",
    ),
)
SEGMENT_ROWS = _kind(
    "E-REG-05",
    "stops",
    Text(
        zh="证据段 {segment} 的行与 segment.json 不符：{rows}。",
        en="The rows of segment {segment} do not fit its segment.json: {rows}.",
    ),
    Text(
        zh="两个文件的行必须相同、有序，并与各块摘要一致。",
        en="Both files must hold the same rows, in order, and fit the digest of each block.",
    ),
)
RECORD_TWICE = _kind(
    "E-REG-06",
    "stops",
    Text(
        zh="信用信息 {read} 在有效证据段中出现不止一次（共 {count} 条这样的信息）。",
        en="Record {read} stands more than once in the live segments ({count} such records).",
    ),
    Text(zh="它会被重复计分。", en="It would count twice."),
)
ROWS_LOST = _kind(
    "E-REG-07",
    "stops",
    Text(
        zh="报送批次 {delivery} 登记了 {told} 行入库，证据段中有 {there} 行。",
        en="Delivery {delivery} recorded {told} stored rows, and the segments hold {there}.",
    ),
    Text(
        zh="每一入库行必须恰好在一个证据段中。",
        en="Each stored row stands in exactly one segment.",
    ),
)
SUM_BROKEN = _kind(
    "E-REG-08",
    "stops",
    Text(
        zh="报送批次 {delivery} 的行数不相加：共 {rows} 行，去向合计 {read} 行（{where}）。",
        en="The rows of delivery {delivery} do not add up: {rows} rows, {read} with a fate ({where}).",
    ),
    Text(
        zh="每一行都必须入库、待核或退回，不得丢失。",
        en="Every row is stored, held or refused; none is lost.",
    ),
)
RECEIPT_MISSING = _kind(
    "E-REG-09",
    "stops",
    Text(
        zh="报送批次 {delivery} 的收据缺失。",
        en="The receipt of delivery {delivery} is missing.",
    ),
    Text(
        zh="收据说明每一行的去向，并先于登记写入。",
        en="The receipt says what became of each row; it is written before the event.",
    ),
)
RECEIPT_CHANGED = _kind(
    "E-REG-10",
    "stops",
    Text(
        zh="报送批次 {delivery} 的收据与账本记载的摘要不符。",
        en="The receipt of delivery {delivery} does not fit the digest in the ledger.",
    ),
    Text(zh="收据在写入之后被改动。", en="The receipt was changed after it was written."),
)
EVENT_UNREADABLE = _kind(
    "E-REG-11",
    "stops",
    Text(zh="{zh}", en="{en}"),
    Text(
        zh="缺了它就无法核对行数和证据段。",
        en="Without it rows and segments cannot be checked.",
    ),
)
KEY_MISSING = _kind(
    "E-REG-12",
    "stops",
    Text(
        zh="保险库不认识信用主体 {read}（共 {count} 个），其密封内容无法打开。",
        en="The vault does not know subject {read} ({count} such subjects); what is sealed stays shut.",
    ),
    Text(
        zh="保险库与登记库不属于同一时间，或已损坏。",
        en="The vault is damaged, or older than the register.",
    ),
    Text(
        zh="放回另行保管的、最新的保险库。",
        en="Put back the newest vault that is kept apart.",
    ),
)
KEY_LENGTH = _kind(
    "E-REG-13",
    "stops",
    Text(
        zh="保险库中信用主体 {read} 的密钥有 {count} 字节，应为 32 字节。",
        en="The key of subject {read} in the vault has {count} bytes instead of 32.",
    ),
    Text(zh="密钥已损坏。", en="The key is damaged."),
    Text(
        zh="放回另行保管的、最新的保险库。",
        en="Put back the newest vault that is kept apart.",
    ),
)
ERASED_ROWS = _kind(
    "W-REG-14",
    "warns",
    Text(
        zh="证据段中还有 {count} 行属于已删除的信用主体。",
        en="The segments still hold {count} rows of subjects that were erased.",
    ),
    Text(
        zh="其密钥已销毁，密封内容不能再打开；计分列应在下次运行时清除。",
        en="Their keys are destroyed and what is sealed opens never again; the next run takes the "
        "scored columns away.",
    ),
    Text(zh="运行 evenhand run。", en="Run: evenhand run"),
)
ERASED = _kind(
    "N-REG-15",
    "notes",
    Text(zh="{count} 个信用主体已被删除。", en="{count} subjects were erased."),
    Text(
        zh="其密钥和身份标识已销毁。",
        en="Their keys and identifiers are destroyed.",
    ),
    _NOTHING,
)
ORPHAN_SEGMENT = _kind(
    "N-REG-16",
    "notes",
    Text(
        zh="没有事件提到证据段 {segment}。",
        en="No event names segment {segment}.",
    ),
    _CRASH,
    _NOTHING,
)
ORPHAN_FILE = _kind(
    "N-REG-17",
    "notes",
    Text(zh="没有事件提到文件 {read}。", en="No event names the file {read}."),
    _CRASH,
    _NOTHING,
)
LEFTOVER_FOUND = _kind(
    "N-REG-18",
    "notes",
    Text(zh="{read} 是未写完的内容。", en="{read} was never finished."),
    _CRASH,
    Text(
        zh="下一个写入命令会将其清除。",
        en="The next command that writes removes it.",
    ),
)
REPLACED_SEGMENT = _kind(
    "W-REG-19",
    "warns",
    Text(
        zh="证据段 {segment} 已改写，旧文件却还在。",
        en="Segment {segment} was written anew, and its old files are still there.",
    ),
    Text(
        zh="如因删除而改写，旧文件消失后删除才算完成。",
        en="If that was for an erasure, it is complete only when they are gone.",
    ),
    Text(zh="运行 evenhand run。", en="Run: evenhand run"),
)
HELD_FILE = _kind(
    "E-REG-20",
    "stops",
    Text(
        zh="报送批次 {delivery} 的待核行文件缺失或被改动。",
        en="The held rows of delivery {delivery} are missing or were changed.",
    ),
    Text(
        zh="待核行在处理完之前不得丢失。",
        en="A held row is never lost before it is settled.",
    ),
)
DELIVERED_BYTES = _kind(
    "E-REG-23",
    "stops",
    Text(
        zh="报送批次 {delivery} 的原始文件缺失、打不开或不是所登记的内容。",
        en="The delivered bytes of {delivery} are missing, do not open, or are not those recorded.",
    ),
    Text(
        zh="待核行处理完之前，应能对照原始文件。",
        en="Until every row is settled, people look at what was delivered.",
    ),
)
RULE_FILE = _kind(
    "E-REG-21",
    "stops",
    Text(
        zh="文件夹 {read} 中没有与第 {event} 号事件所记摘要相符的文件（{topic}）。",
        en="No file in the folder {read} has the digest that event {event} recorded for {topic}.",
    ),
    Text(
        zh="数据源和评价办法必须保持公布时的原样。",
        en="Sources and schemes stay what they were when they were recorded.",
    ),
)
VAULT_COPIED = _kind(
    "N-REG-22",
    "notes",
    Text(
        zh="保险库已从 {old} 复制到 {read}。",
        en="The vault was copied from {old} to {read}.",
    ),
    Text(
        zh="只在一处删除并不算删除。",
        en="Who erases in one of two vaults has not erased.",
    ),
    Text(
        zh="恢复后的登记库可用时，销毁旧的保险库。",
        en="Destroy the old vault once the restored register serves.",
    ),
)

KINDS: tuple[Kind, ...] = (
    LEDGER_BROKEN,
    SEGMENT_MISSING,
    SEGMENT_FACTS,
    SEGMENT_FILE,
    SEGMENT_ROWS,
    RECORD_TWICE,
    ROWS_LOST,
    SUM_BROKEN,
    RECEIPT_MISSING,
    RECEIPT_CHANGED,
    EVENT_UNREADABLE,
    KEY_MISSING,
    KEY_LENGTH,
    ERASED_ROWS,
    ERASED,
    ORPHAN_SEGMENT,
    ORPHAN_FILE,
    LEFTOVER_FOUND,
    REPLACED_SEGMENT,
    HELD_FILE,
    DELIVERED_BYTES,
    RULE_FILE,
    VAULT_COPIED,
)
