"""What can be wrong with a YAML file before anybody asks what it says."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

_MEND_EDITOR: Final = Text(
    zh="用纯文本编辑器打开该文件，改正后重试。",
    en="Open the file in a plain text editor and mend it.",
)

YAML_TOO_LARGE: Final = Kind(
    "E-FILE-60",
    "stops",
    what=Text(
        zh="文件有 {read} 字节，最多允许 {allowed} 字节。",
        en="The file has {read} bytes; at most {allowed} are allowed.",
    ),
    why=Text(
        zh="规则文件要能由人通读。",
        en="A file of rules has to be one that a person can read whole.",
    ),
    mend=Text(zh="把文件拆成几个。", en="Split the file."),
)

YAML_NOT_TEXT: Final = Kind(
    "E-FILE-61",
    "stops",
    what=Text(zh="文件不是 UTF-8 文本。", en="The file is not UTF-8 text."),
    why=Text(
        zh="只用一种编码，任何人读到的字都一样。",
        en="With one encoding everybody reads the same characters.",
    ),
    mend=Text(zh="另存为 UTF-8 编码。", en="Save it again as UTF-8."),
)

YAML_SYNTAX: Final = Kind(
    "E-FILE-62",
    "stops",
    what=Text(zh="此处不合 YAML 语法（{read}）。", en="This is not YAML: {read}."),
    why=Text(zh="此处以后的内容无法读取。", en="Nothing after this place can be read."),
    mend=Text(
        zh="检查缩进、引号、冒号后的空格；缩进只用空格。",
        en="Check indentation, quotes and the space after a colon; indent with spaces only.",
    ),
    example="title: {zh: 示例, en: Example}",
)

YAML_DUPLICATE: Final = Kind(
    "E-FILE-63",
    "stops",
    what=Text(
        zh="键“{read}”重复，第一次在第 {first} 行。",
        en='The key "{read}" is there twice; it was first on line {first}.',
    ),
    why=Text(
        zh="两个相同的键只有一个会生效，读者看不出是哪一个。",
        en="Only one of two equal keys could count, and a reader cannot see which.",
    ),
    mend=Text(zh="删去其中一个，或改名。", en="Remove or rename one of them."),
)

YAML_ANCHOR: Final = Kind(
    "E-FILE-64",
    "stops",
    what=Text(
        zh="不允许锚点或引用（{read}）。", en="Anchors and references are not allowed ({read})."
    ),
    why=Text(
        zh="规则要能从上往下读，不跳转；引用也能使文件膨胀。",
        en="Rules are read from top to bottom; references can also make a small file huge.",
    ),
    mend=Text(zh="把内容在此处写全。", en="Write the content out here."),
)

YAML_TAG: Final = Kind(
    "E-FILE-65",
    "stops",
    what=Text(zh="不允许标签（{read}）。", en="Tags are not allowed ({read})."),
    why=Text(
        zh="每个值先按文字读取，再由规则定类型。",
        en="Each value is read as text and typed by the rules alone.",
    ),
    mend=Text(zh="删去以“!”开头的标签。", en='Remove the tag that begins with "!".'),
)

YAML_KEY: Final = Kind(
    "E-FILE-66",
    "stops",
    what=Text(
        zh="键必须是一个词，不能是列表或映射。", en="A key has to be a word, not a list or a map."
    ),
    why=Text(zh="键是名称。", en="A key is a name."),
    mend=Text(
        zh="给花括号内的文字加引号，或改写为“键: 值”。",
        en='Quote text in braces, or write it as "key: value".',
    ),
)

YAML_TOO_DEEP: Final = Kind(
    "E-FILE-67",
    "stops",
    what=Text(
        zh="层次超过 {allowed} 层。",
        en="Lists and maps stand more than {allowed} deep in each other.",
    ),
    why=Text(zh="没有规则需要这么深的层次。", en="No rule needs that depth."),
    mend=_MEND_EDITOR,
)

YAML_SEVERAL: Final = Kind(
    "E-FILE-68",
    "stops",
    what=Text(
        zh="一个文件只能有一份内容，不能有“%”指令或第二个“---”。",
        en='A file holds one document, no "%" directive and no second "---".',
    ),
    why=Text(
        zh="第二份内容不会被任何人看到。", en="Nobody would notice that a second one is there."
    ),
    mend=Text(zh="每份内容单独成文件。", en="Put each document in a file of its own."),
)

YAML_CONTROL: Final = Kind(
    "E-FILE-69",
    "stops",
    what=Text(
        zh="此处有不可见的控制字符（{read}）。",
        en="There is an invisible control character here ({read}).",
    ),
    why=Text(
        zh="它能使显示的文字与实际内容不同。",
        en="It can make a text look different from what it is.",
    ),
    mend=Text(zh="重新键入该值。", en="Type the value again."),
)

YAML_EMPTY: Final = Kind(
    "E-FILE-70",
    "stops",
    what=Text(zh="文件是空的。", en="The file is empty."),
    why=Text(zh="没有可读的内容。", en="There is nothing to read."),
    mend=_MEND_EDITOR,
)

YAML_TAB: Final = Kind(
    "E-FILE-71",
    "stops",
    what=Text(zh="此处用制表符缩进。", en="A tab indents this line."),
    why=Text(
        zh="制表符有多宽，各个编辑器不一样，层次就看不出来。",
        en="Each editor shows a tab as wide as it likes, so nobody can see what belongs to what.",
    ),
    mend=Text(zh="缩进只用空格。", en="Indent with spaces only."),
)

YAML_TOO_MANY: Final = Kind(
    "E-FILE-72",
    "stops",
    what=Text(zh="文件的项多于 {allowed} 个。", en="The file has more than {allowed} parts."),
    why=Text(
        zh="规则文件要能由人通读。",
        en="A file of rules has to be one that a person can read whole.",
    ),
    mend=Text(zh="把文件拆成几个。", en="Split the file."),
)

KINDS: Final = (
    YAML_TOO_LARGE,
    YAML_NOT_TEXT,
    YAML_SYNTAX,
    YAML_DUPLICATE,
    YAML_ANCHOR,
    YAML_TAG,
    YAML_KEY,
    YAML_TOO_DEEP,
    YAML_SEVERAL,
    YAML_CONTROL,
    YAML_EMPTY,
    YAML_TAB,
    YAML_TOO_MANY,
)
