"""The words of a subject's file: headings, what can be done, what each event is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.cases.letter_words import WORDS, LetterKind
from evenhand.kernel.text import Text
from evenhand.pipeline.subject_file import Doing

HEADINGS: Final = (
    Text(zh="现在有效的记录", en="What is in effect now"),
    Text(zh="您现在可以做什么", en="What you can do now"),
    Text(zh="案件", en="Cases"),
    Text(zh="分和等级，以及怎样算出", en="Points and levels, and how they come about"),
    Text(zh="信息，以及每个值出自哪个单元格", en="Records, and the cell of each value"),
    Text(zh="同意", en="Consents"),
    Text(zh="谁查看过", en="Who looked"),
    Text(zh="登记库中关于您的每一件事", en="Everything that happened about you"),
)

ANSWER: Final[Mapping[str, Text]] = {
    "one": Text(
        zh="有1件案件需要您在{day}24:00前答复。在此之前，您的状况不会变动。",
        en="One case needs your answer by {day}, 24:00. Nothing changes before then.",
    ),
    "many": Text(
        zh="有{count}件案件需要您答复，最早的一件在{day}24:00前。在此之前，您的状况不会变动。",
        en="{count} cases need your answer, the first by {day}, 24:00. Nothing changes before then.",
    ),
    "in_effect": Text(
        zh="没有要您答复的事项。现在有效的记录：{count}条。",
        en="Nothing needs your answer. Entries in effect now: {count}.",
    ),
    "none": Text(
        zh="没有要您答复的事项，也没有有效的记录。",
        en="Nothing needs your answer, and no entry is in effect.",
    ),
}

DOING: Final[Mapping[Doing, Text]] = {
    "object": Text(
        zh="{case}：您可以提出异议，到{until}24:00止。",
        en="{case}: you can object until {until}, 24:00.",
    ),
    "wait_for_notice": Text(
        zh="{case}：告知书送达后您才需要答复，期限从送达起算。",
        en="{case}: you need not answer before the notice has reached you; your time runs from then.",
    ),
    "wait": Text(
        zh="{case}：轮到机关。{until}之前没有决定的，不予列入。",
        en="{case}: it is our turn. If nothing is decided by {until}, there will be no entry.",
    ),
    "appeal": Text(
        zh="{case}：您可以申诉，到{until}止；条件具备时可以申请信用修复。",
        en="{case}: you can appeal until {until}, and apply for repair once its conditions are met.",
    ),
    "add_papers": Text(
        zh="{case}：已中止，没有效力。您可以补充材料；{until}之前没有复审的，记录结束。",
        en="{case}: suspended, without effect. You can add papers; if it is not reviewed by {until}, it "
        "ends.",
    ),
    "refuse": Text(
        zh="{case}：这是对您有利的记录，您可以随时谢绝。",
        en="{case}: this is in your favour; you can refuse it at any time.",
    ),
}

KINDS: Final[Mapping[str, Text]] = {
    "enterprise": Text(zh="企业", en="Company"),
    "public_body": Text(zh="机关事业单位", en="Public body"),
    "social_organisation": Text(zh="社会组织", en="Social organisation"),
    "resident": Text(zh="居民", en="Resident"),
    "sole_trader": Text(zh="个体工商户", en="Sole trader"),
}

LETTER: Final[Mapping[LetterKind, Text]] = {
    "proposed": Text(zh="告知书", en="Notice of a proposal"),
    **{kind: words.title for kind, words in WORDS.items()},
}

_HAPPENED: Final[Mapping[str, Text]] = {
    "case.answered": Text(zh="机关答复了异议", en="an objection was answered"),
    "case.appeal_decided": Text(zh="对申诉作出决定", en="an appeal was decided"),
    "case.appealed": Text(zh="提出申诉", en="an appeal came in"),
    "case.closed": Text(zh="结案，未列入", en="a case was closed without an entry"),
    "case.decided": Text(zh="一名经办人作出决定", en="an officer decided"),
    "case.delivered": Text(zh="登记告知书的送达情况", en="how the notice fared was recorded"),
    "case.ended": Text(zh="记录结束", en="an entry ended"),
    "case.noticed": Text(zh="制作告知书", en="a notice was made"),
    "case.objected": Text(zh="提出异议", en="an objection came in"),
    "case.opened": Text(zh="打开案卷查看", en="the dossier was opened and read"),
    "case.proposed": Text(zh="提议", en="a case was proposed"),
    "case.repair_asked": Text(zh="申请信用修复", en="repair was asked for"),
    "case.repair_decided": Text(zh="对信用修复作出决定", en="repair was decided"),
    "case.resumed": Text(zh="恢复生效", en="an entry has effect again"),
    "case.shortened": Text(zh="期限缩短", en="an entry ends sooner"),
    "case.suspended": Text(zh="中止", en="an entry was suspended"),
    "case.took_effect": Text(zh="生效", en="an entry took effect"),
    "case.waived": Text(zh="登记书面放弃异议期", en="a written waiver was recorded"),
    "conflict.declared": Text(zh="有人声明利益冲突", en="somebody declared a conflict of interest"),
    "consent.confirmed": Text(zh="书面同意经第二人核对", en="a consent on paper was confirmed"),
    "consent.entered": Text(zh="录入书面同意", en="a consent on paper was entered"),
    "consent.given": Text(zh="同意", en="a consent was given"),
    "consent.record_refused": Text(zh="谢绝一条信息", en="a record was refused"),
    "consent.withdrawn": Text(zh="退出", en="a consent was withdrawn"),
    "correction.made": Text(zh="更正及其全部后果", en="a correction with all that followed"),
    "delivery.received": Text(
        zh="收到含有您的信息的报送", en="a delivery brought a record about you"
    ),
    "document.conflict": Text(zh="两份文书相互矛盾", en="two documents contradict each other"),
    "file.read": Text(zh="查看了整份档案", en="this file was read"),
    "identity.judged": Text(zh="认定一条信息指的是谁", en="somebody found whom a record means"),
    "record.corrected": Text(zh="一条信息被认定有误", en="a record was found to be wrong"),
    "record.doubt_settled": Text(zh="争议已经解决", en="a dispute was settled"),
    "record.doubted": Text(zh="一条信息有争议", en="a record was disputed"),
    "rows.read": Text(zh="查看了您的得分", en="your points were read"),
    "subject.key_enrolled": Text(zh="登记您的密钥", en="a key of yours was signed for"),
    "subject.key_revoked": Text(zh="收回您的密钥", en="a key of yours was taken back"),
}


def happened_in_words(kind: str) -> Text:
    """What an event is called; one that has no words yet is called by its kind."""
    return _HAPPENED.get(kind) or Text(zh=kind, en=kind)
