"""Where points start and stop, what they are divided by, who is compared with whom, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.text import Text
from evenhand.schemes.factor_sentences import fade_text
from evenhand.schemes.phrases import (
    Titles,
    conditions_text,
    dated_text,
    listed,
    signed_text,
    span_text,
)
from evenhand.schemes.scheme import Exposure, PeerGroup, Scale


def scale_texts(scale: Scale, who: Text, titles: Titles) -> Iterator[Text]:
    """The scale, sentence by sentence; ``who`` is what the subjects are called."""
    base = dated_text(scale.base, signed_text)
    yield Text(zh=f"起点为{base.zh}。", en=f"Everybody starts with {base.en}.")
    if scale.floor is not None:
        floor = dated_text(scale.floor, signed_text)
        yield Text(zh=f"分数不低于{floor.zh}。", en=f"Points never fall below {floor.en}.")
    if scale.ceiling is not None:
        ceiling = dated_text(scale.ceiling, signed_text)
        yield Text(zh=f"分数不高于{ceiling.zh}。", en=f"Points never rise above {ceiling.en}.")
    if scale.better == "lower":
        yield Text(zh="分数越低越好。", en="Fewer points are better.")
    if scale.exposure is not None:
        yield from _exposure(scale.exposure, titles)
        if scale.peers is not None:
            yield from _peers(scale.peers, scale.exposure, who, titles)


def _exposure(exposure: Exposure, titles: Titles) -> Iterator[Text]:
    records = titles.type(exposure.record)
    if exposure.where:
        where = conditions_text(exposure.where, exposure.record, titles)
        records = Text(zh=f"{where.zh}的{records.zh}", en=f"{records.en} where {where.en}")
    when_zh, when_en = "", ""
    if exposure.within is not None:
        span = span_text(exposure.within)
        when_zh, when_en = f"{span.zh}内", f" within {span.en}"
    latest = exposure.of == "latest"
    if exposure.field is None:
        by = Text(
            zh=f"{when_zh}{'最近一条' if latest else ''}{records.zh}的条数",
            en=f"the number of records{when_en}: {records.en}",
        )
    else:
        field = titles.field(exposure.record, exposure.field)
        which = "the latest record" if latest else "the records"
        by = Text(
            zh=f"{when_zh}{'最近一条' if latest else ''}{records.zh}的“{field.zh}”",
            en=f"the {field.en} of {which}{when_en}: {records.en}",
        )
    yield Text(zh=f"各项之和除以{by.zh}。", en=f"The sum of all lines is divided by {by.en}.")
    if exposure.fade is not None:
        steps = fade_text(exposure.fade)
        yield Text(zh=f"越近的越重：{steps.zh}。", en=f"Each record has a weight: {steps.en}.")
    few = exposure.minimum
    yield Text(
        zh=f"这类信息不足{few}条的，分数停在起点，不评等级。"
        if few > 1
        else "没有这类信息的，分数停在起点，不评等级。",
        en=f"With fewer than {few} of these the points stay at the start and no level is given."
        if few > 1
        else "Without such a record the points stay at the start and no level is given.",
    )


def _peers(peers: PeerGroup, exposure: Exposure, who: Text, titles: Titles) -> Iterator[Text]:
    records = titles.type(exposure.record)
    groups = []
    for index, start in enumerate(peers.starts):
        if index + 1 < len(peers.starts):
            last = peers.starts[index + 1] - 1
            same = last == start
            zh = f"{start}条" if same else f"{start}到{last}条"
            groups.append(Text(zh=zh, en=f"{start}" if same else f"{start} to {last}"))
        else:
            groups.append(Text(zh=f"{start}条及以上", en=f"{start} or more"))
    group = listed(groups)
    yield Text(
        zh=f"然后按{records.zh}的条数分组，与同组的{who.zh}比较，分为{group.zh}。",
        en=f"Then each {who.en} is compared with others by the number of these records: {group.en}.",
    )
    yield Text(
        zh="比较的结果是0到100的位次：同组其他单位每100个中有多少个分数更低。",
        en="The result is a rank from 0 to 100: of 100 others, how many have fewer points.",
    )
    yield Text(
        zh=f"同组不足{peers.minimum}个的，不排位次，不评等级。",
        en=f"A group of fewer than {peers.minimum} has no ranks and no levels.",
    )
