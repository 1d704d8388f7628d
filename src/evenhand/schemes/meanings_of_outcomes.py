"""What each keyword of grades, stages, lists and examples means, in a line, zh and en."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.text import Text
from evenhand.schemes.meanings import FACTOR, HEAD, SCORE

GRADES: Final[Mapping[str, Text]] = {
    "grades": Text(zh="等级，从低分到高分", en="the bands, in order of their first number"),
    "GradePart.grade": Text(zh="等级的名称", en="the band's name"),
    "DirectGradePart.grade": Text(
        zh="无论多少分都给的等级，或 not_graded",
        en="what is given whatever the points, or not_graded",
    ),
    "NeedsPart.grade": Text(zh="这一等级或更好的", en="this grade or a better one"),
    "GradeTrigger.grade": Text(zh="须保持的等级", en="the grade that has to be held"),
    "GivesPart.grade": Text(
        zh="应得的等级，或 not_graded", en="the grade that must come out, or not_graded"
    ),
    "GradePart.from": Text(zh="从多少分起", en="where the half-open band starts"),
    "StagePart.from": Text(zh="到多少分时", en="reached with these points or worse ones"),
    "GradePart.needs": Text(zh="还须满足的条件", en="what has to hold beside the points"),
    "BenefitPart.needs": Text(zh="需要哪个等级", en="the grade that opens it"),
    "RepairPart.needs": Text(zh="需要哪些信息", en="the correcting records that it needs"),
    "costs": Text(
        zh="这一等级的代价；决定以前不生效",
        en="what the band costs; it has no effect before a case of it took effect",
    ),
    "each_of": Text(zh="这些指标或部分每一项", en="every one of these factors or components"),
    "grades_purposes": Text(zh="等级只用于什么", en="what the grades may be used for"),
    "direct_grades": Text(
        zh="由信息直接决定的等级，按顺序",
        en="grades that records give by themselves, in this order",
    ),
    "ceilings": Text(
        zh="符合情形时等级不能更好", en="the best grade that can be had while something holds"
    ),
    "not_above": Text(zh="等级不高于", en="no grade better than this one"),
    "when": Text(zh="什么情形", en="which records there are, or are not"),
    "all": Text(zh="以下情形同时存在", en="several looks, all of which have to be met"),
    "among": Text(
        zh="先在哪些信息中看", en="the records among which the look is taken; the latest of these"
    ),
    "fewer_than": Text(
        zh="少于多少条", en="the look is met when fewer records than this meet the conditions"
    ),
    "LookPart.of": Text(zh="任何一条，或最近一条", en="any record, or the latest alone"),
    "record": Text(zh="信息类别", en="the record type"),
    "reason": Text(zh="理由", en="why, in a few words"),
    "benefits": Text(zh="激励", en="what grades open"),
    "benefit": Text(zh="激励目录中的名称", en="what is opened; never an essential service"),
    "BenefitPart.by": Text(zh="由谁提供", en="who gives it"),
    "stages": Text(zh="不能跳过的措施", en="measures in an order that cannot be skipped"),
    "taken_by": Text(zh="什么信息表示措施已采取", en="the record of a measure taken"),
    "StagePart.stage": Text(zh="措施", en="the measure, a value of the field"),
    "GivesPart.stage": Text(zh="应轮到的措施，或 none", en="the stage that must be due, or none"),
    "StagePart.reduced_to": Text(
        zh="先采取此措施时，分数减到多少",
        en="what points that reach a later stage are cut to when this one is taken first",
    ),
    "GivesPart.reduced_to": Text(
        zh="采取措施时分数减到多少", en="what the points are cut to when that stage is taken"
    ),
}

LISTS: Final[Mapping[str, Text]] = {
    "lists": Text(zh="名单", en="lists of serious breaches and of good conduct"),
    "list": Text(zh="名单的名称", en="the list's name"),
    "topic": Text(zh="名单的领域", en="the list's domain; records and measures belong to it"),
    "enters_on": Text(zh="什么情形提议列入", en="what leads to a proposal; a person decides"),
    "any": Text(zh="以下任何一种", en="any one of these rules"),
    "accumulates": Text(zh="累计", en="several records of one kind within a time"),
    "same": Text(zh="哪一项须相同", en="the field in which the records are the same"),
    "for": Text(zh="保持多久", en="how long the grade has to be held"),
    "without": Text(zh="其间没有哪些信息", en="records that there must not be in that time"),
    "lasts": Text(zh="列入多久", en="how long an entry lasts"),
    "objection": Text(zh="提出异议的天数", en="days to object after proven delivery"),
    "repair": Text(zh="信用修复", en="how an organisation's entry ends early"),
    "after": Text(zh="满多久可以申请", en="from when it can be repaired"),
    "visibility": Text(
        zh="公布，或只答复有合法用途的查询",
        en="published, or answering look-ups with a purpose only",
    ),
    "decided_by": Text(zh="由哪个机关决定", en="the authority whose officers decide"),
    "successors": Text(
        zh="合并、分立后能否对承继者另行决定",
        en="after a merger or split: never, or by a decision of its own about the successor",
    ),
    "purposes": Text(zh="名单只用于什么", en="what the list may be used for"),
    "measures": Text(zh="列入后的措施", en="what follows from an entry, in the list's domain"),
}

EXAMPLES: Final[Mapping[str, Text]] = {
    "examples": Text(zh="算例", en="worked examples, run before the scheme counts"),
    "name": Text(zh="算例说明什么", en="what the example shows"),
    "ExamplePart.on": Text(zh="所问之日", en="the day asked about"),
    "ExampleRecordPart.on": Text(zh="信息的日期", en="the day of the record"),
    "records": Text(zh="已知的信息", en="the records that are known"),
    "cites": Text(zh="文书引用的条文", en="the article that the record's document cites"),
    "document": Text(
        zh="文书；同一文书的信息写同一个", en="records with the same one come from one document"
    ),
    "gives": Text(
        zh="应得的结果；不写的不比较", en="what must come out; what is not stated is not compared"
    ),
    "proposes": Text(zh="应提议列入哪些名单", en="the lists that must be proposed"),
    "rank": Text(zh="应得的百分位", en="the percentile that must come out"),
}

_ALL: Final[Mapping[str, Text]] = {**HEAD, **SCORE, **FACTOR, **GRADES, **LISTS, **EXAMPLES}


def meaning(part: str, keyword: str) -> Text:
    """What a keyword means in a part of the shape, by the part's name.

    Raises:
        KeyError: When nothing says what it means there.
    """
    own = _ALL.get(f"{part}.{keyword}")
    return _ALL[keyword] if own is None else own
