"""The README of an edition: how a stranger verifies it, and what that does not prove."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.periods import said
from evenhand.publication.manifest import Manifest
from evenhand.publication.sign import NoteKey
from evenhand.publication.table import COLUMNS

_BAND: Final = """演示：本版次及其中的一切单位、数据均为虚构。
DEMONSTRATION: this edition and every organisation and figure in it are made up.

"""

_ZH: Final = """{name} 第 {number} 版
================================================================

制作时间  {made_at}
可使用到  {use_until}
过了这一时刻请不要再使用：名单可能已有变动。请下载当前版次。

怎样核对
  1. 从登记库以外的可靠渠道取得公钥，与下面一行比对：
     {key}
  2. 安装 Evenhand 后执行：
     evenhand verify 本文件夹 --key 公钥
  3. 不安装也可以用通用工具核对：checkpoint 是 C2SP 签名文本，tile/ 是 C2SP tlog-tiles
     格式的日志，manifest.json 的 SHA-256 是日志的最后一行，清单中有每个文件的 SHA-256。
     名单每一行：日志第 leaf 行等于字母 E 加上 SHA-256(salt 的字节 + entry 的规范 JSON)。
  请保存 checkpoint 文件。下次核对时一并给出，就能发现日志是否被改写。

文件
  lists/<办法>/<名单>/0001.jsonl  名单，每行一条记录，附盐值和日志行号
  lists/<办法>/<名单>/0001.csv    同样的内容，供电子表格打开；以 ' 开头的单元格请去掉这个撇号
  schemes/<办法>/<版本>/          评价办法的文件和中英文说明
  manifest.json                   名单的数量、统计，以及每个文件的摘要

核对证明什么
  登记库公布了这些内容，一字未改；日志只增不减；名单上都是单位，都未到期。
核对不能证明什么
  不能证明记录所载的事实属实。对记录有异议，请向作出决定的机关提出，不收费用。
  居民和个体工商户从不公布；只按用途答复查询的记录不在其中，只公布数量。
"""

_EN: Final = """
{name}, edition {number}
================================================================

Made at        {made_at}
For use until  {use_until}
Do not use it after that moment: the lists may have changed. Fetch the current edition.

How to verify
  1. Get the public key from a place that you trust other than this one, and compare:
     {key}
  2. With Evenhand installed:
     evenhand verify THIS-FOLDER --key KEY
  3. Without it, by any tools: checkpoint is a C2SP signed note, tile/ is the log in the form of
     C2SP tlog-tiles, the SHA-256 of manifest.json is the last leaf of the log, and the manifest has
     the SHA-256 of every file. For a line of a list: leaf number "leaf" of the log is the letter E
     and SHA-256(bytes of "salt" + canonical JSON of "entry").
  Keep the file checkpoint. Given with the next verification, it shows whether the log was rewritten.

Files
  lists/<scheme>/<list>/0001.jsonl  entries, one a line, with salt and leaf number
  lists/<scheme>/<list>/0001.csv    the same for a spreadsheet; drop the ' that a cell begins with
  schemes/<scheme>/<version>/       the rules: the file, and what it says in zh and en
  manifest.json                     sizes and figures of the lists, digests of the files

Columns of the tables
  {columns}

What this proves
  The register published exactly this; its log only grows; the lists name organisations only, none
  past its last day.
What it does not prove
  That what an entry says is true. To object, write to the authority that decided; it costs nothing.
  Residents and sole traders are never published; entries that only answer look-ups are counted here
  and not shown.
"""


def readme(manifest: Manifest, key: NoteKey) -> bytes:
    """Write the README of an edition; ``manifest`` needs no files yet."""
    demonstration = manifest.register.kind == "demonstration"
    values = {
        "number": manifest.number,
        "made_at": said(manifest.made_at),
        "use_until": said(manifest.use_until),
        "key": str(key),
        "columns": _wrapped(COLUMNS),
    }
    name = manifest.register.name
    zh, en = _ZH.format(name=name.zh, **values), _EN.format(name=name.en, **values)
    return f"{_BAND if demonstration else ''}{zh}{en}".encode()


def _wrapped(words: tuple[str, ...]) -> str:
    """Set words into lines of at most 90 characters."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 88:
            lines.append("")
        lines[-1] += f"{', ' if lines[-1] else ''}{word}"
    return ",\n  ".join(lines)
