"""What can be wrong with, or was mended in, the characters of a cell."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_NOTHING: Final = Text(zh="无需处理。", en="Nothing needs to be done.")
_RETYPE: Final = Text(
    zh="删去该单元格内容，照原件重新键入（不要粘贴）。",
    en="Clear the cell and type it again from the document; do not paste.",
)

CLEANED: Final = Kind(
    "N-TEXT-01",
    "notes",
    what=Text(
        zh="去掉了看不见的字符、换行或特殊空格。",
        en="Invisible characters, line breaks or odd spaces were taken out.",
    ),
    why=Text(
        zh="它们会让相同的文字看起来相同、比较时却不同。",
        en="With them, texts that look equal do not compare equal.",
    ),
    mend=_NOTHING,
)

NARROWED: Final = Kind(
    "N-TEXT-02",
    "notes",
    what=Text(
        zh="全角字母、数字改成了半角。",
        en="Full-width letters and digits were made ordinary ones.",
    ),
    why=Text(zh="代码按半角比较。", en="Codes are compared in their ordinary width."),
    mend=_NOTHING,
)

CAPITALISED: Final = Kind(
    "N-TEXT-03",
    "notes",
    what=Text(zh="小写字母改成了大写。", en="Small letters were made capitals."),
    why=Text(zh="统一社会信用代码只用大写字母。", en="Credit codes are written in capitals."),
    mend=_NOTHING,
)

HIDDEN_CHARACTERS: Final = Kind(
    "E-TEXT-04",
    "holds",
    what=Text(
        zh="单元格里有改变文字方向的字符或控制字符（{read}）。",
        en="The cell holds characters that turn the direction of writing, or control characters ({read}).",
    ),
    why=Text(
        zh="看到的字可能不是写下的字。", en="What people see may not be what is written there."
    ),
    mend=_RETYPE,
)

LOST_CHARACTERS: Final = Kind(
    "E-TEXT-05",
    "holds",
    what=Text(
        zh="单元格里有“�”：原来的字在导出时丢失了。",
        en="The cell holds “�”: a character was lost in an earlier export.",
    ),
    why=Text(zh="丢失的字无法猜出。", en="What was lost cannot be guessed."),
    mend=_RETYPE,
)

PRIVATE_CHARACTERS: Final = Kind(
    "W-TEXT-06",
    "warns",
    what=Text(
        zh="单元格里有自造字（{read}），换一台计算机可能显示成别的字。",
        en="The cell holds a character of a private code ({read}), which other computers may show otherwise.",
    ),
    why=Text(zh="名称用字应当人人看到的都一样。", en="Everybody should see the same character."),
    mend=Text(zh="改用国家标准字符集中的字。", en="Use the character of the national standard."),
)

KINDS: Final = (
    CLEANED,
    NARROWED,
    CAPITALISED,
    HIDDEN_CHARACTERS,
    LOST_CHARACTERS,
    PRIVATE_CHARACTERS,
)
