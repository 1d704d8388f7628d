"""A list of a scheme as plain sentences: what leads to it, how long, how to leave, what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.ids import RecordType
from evenhand.kernel.text import Text
from evenhand.schemes.phrases import (
    Titles,
    calendar_text,
    conditions_text,
    listed,
    listed_uses,
    span_text,
)
from evenhand.schemes.scheme import (
    Condition,
    ListRule,
    ListTrigger,
    OnAccumulation,
    OnGradeHeld,
)


def list_texts(rule: ListRule, titles: Titles) -> Iterator[Text]:
    """One list in both languages, sentence by sentence."""
    ways = [_way(trigger, titles) for trigger in rule.enters_on]
    either = listed(ways, last_zh="；或者", last_en="; or ")
    yield Text(
        zh=f"有下列情形的，提议列入：{either.zh}。", en=f"An entry is proposed on {either.en}."
    )
    if rule.kind == "black":
        yield Text(
            zh="由两名工作人员决定；分数和等级不起作用。",
            en="Two officers decide. Points and levels play no part.",
        )
        yield Text(
            zh=f"先送达告知书，送达后有{rule.objection_days}天可以提出异议，其间不生效。",
            en=f"First comes a notice, then {rule.objection_days} days to object. "
            "Nothing has effect before.",
        )
    else:
        yield Text(zh="由工作人员决定。", en="An officer decides.")
    if rule.calendar:
        yield calendar_text(rule.calendar)
    lasts = span_text(rule.lasts)
    yield Text(
        zh=f"自生效之日起{lasts.zh}后自动移出。",
        en=f"An entry ends by itself after {lasts.en}.",
    )
    if rule.repair is not None:
        after = span_text(rule.repair.after)
        needs = listed([titles.type(RecordType(name)) for name in rule.repair.needs])
        yield Text(
            zh=f"满{after.zh}后，有{needs.zh}的，可以申请信用修复，提前移出。",
            en=f"After {after.en} it can be repaired and end early, with: {needs.en}.",
        )
    if rule.successors:
        yield Text(
            zh="合并、分立后，记录不随之转移；对承继者须另行告知、听取意见并作出决定，期限不超过原记录。",
            en="After a merger or split nothing follows by itself. A case of its own may be opened against "
            "the successor, with a notice, time to object and two officers, and ends no later.",
        )
    yield from _use(rule, titles)


def _use(rule: ListRule, titles: Titles) -> Iterator[Text]:
    if rule.measures:
        measures = listed_uses([titles.entry("measures", name) for name in rule.measures])
        yield Text(zh=f"措施：{measures.zh}。", en=f"What follows: {measures.en}.")
    if rule.purposes:
        purposes = listed_uses([titles.entry("purposes", name) for name in rule.purposes])
        yield Text(zh=f"只用于：{purposes.zh}。", en=f"It may be used only for: {purposes.en}.")
    if rule.visibility == "public":
        yield Text(zh="向社会公布。", en="Everybody can see it.")
    else:
        yield Text(
            zh="不公布，只答复有合法用途的查询。",
            en="It is not published and answers look-ups with a lawful purpose only.",
        )
    for article in rule.legal_basis:
        yield Text(
            zh=f"依据：{article.title.zh}{article.article}。",
            en=f"Legal basis: {article.title.en}, {article.article}.",
        )


def _way(trigger: ListTrigger, titles: Titles) -> Text:
    if isinstance(trigger, OnGradeHeld):
        span = span_text(trigger.during)
        zh, en = (
            f"连续{span.zh}保持等级{trigger.grade}",
            f"level {trigger.grade} held for {span.en}",
        )
        if trigger.without:
            without = listed([titles.type(name) for name in trigger.without], last_en=" or ")
            zh, en = f"{zh}，其间没有{without.zh}", f"{en} without any {without.en}"
        return Text(zh=zh, en=en)
    what = _counted(titles.type(trigger.record), trigger.where, trigger.record, titles)
    if isinstance(trigger, OnAccumulation):
        span, kind = span_text(trigger.within), titles.field(trigger.record, trigger.same)
        return Text(
            zh=f"{span.zh}内有{trigger.times}条{what.zh}，且{kind.zh}相同",
            en=f"{trigger.times} records within {span.en}, with {kind.en} the same: {what.en}",
        )
    return Text(zh=f"有{what.zh}", en=f"a record: {what.en}")


def _counted(
    type_: Text, conditions: tuple[Condition, ...], of: RecordType, titles: Titles
) -> Text:
    """A record type with what its records have to meet."""
    if not conditions:
        return type_
    said = conditions_text(conditions, of, titles)
    return Text(zh=f"{said.zh}的{type_.zh}", en=f"{type_.en} where {said.en}")
