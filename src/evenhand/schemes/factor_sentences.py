"""One factor as plain sentences: what counts, how much, how long, what is cut, what is given back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evenhand.kernel.text import Text
from evenhand.schemes.phrases import (
    Titles,
    amount_text,
    changes_text,
    conditions_text,
    counted,
    dated_text,
    listed,
    number_text,
    points_text,
    share_text,
    signed_text,
    span_text,
    weight_text,
    zh_unit,
)
from evenhand.schemes.scheme import (
    Component,
    ConstantPoints,
    Counting,
    Dated,
    Deadline,
    Factor,
    HalfLifeFade,
    Limits,
    LinearFade,
    RatedPoints,
    SharePoints,
    StepFade,
    TabledPoints,
)

_WHICH: Final[dict[Counting, Text]] = {
    "each": Text(zh="每条{type}", en="Each {type}"),
    "latest": Text(zh="最近一条{type}", en="The latest {type}"),
    "worst": Text(zh="最不利的一条{type}", en="The {type} that counts most against the subject"),
    "best": Text(zh="最有利的一条{type}", en="The {type} that counts most in favour"),
    "one_per_event": Text(
        zh="每份文书中分值最高的一条{type}", en="In each document, the {type} with the most points"
    ),
    "once_a_day": Text(
        zh="每天分值最高的一条{type}", en="On each day, the {type} with the most points"
    ),
    "once_a_month": Text(
        zh="每月分值最高的一条{type}", en="In each month, the {type} with the most points"
    ),
    "once_a_year": Text(
        zh="每年分值最高的一条{type}", en="In each year, the {type} with the most points"
    ),
}
_ALL_TOGETHER: Final = Text(zh="全部{type}合计", en="All records of {type} together")


def factor_text(factor: Factor, titles: Titles) -> Text:
    """One factor in both languages."""
    parts = [_first(factor, titles), *_rest(factor, titles)]
    parts.append(Text(zh=f"依据：{factor.article}。", en=f"Rule: {factor.article}."))
    return Text(zh="".join(p.zh for p in parts), en=" ".join(p.en for p in parts))


def component_text(component: Component, names: dict[str, Text]) -> Text:
    """One component in both languages, with the titles of its factors by name."""
    of = listed([names[name] for name in component.of], last_zh="和")
    zh = f"{component.title.zh}：由{of.zh}合成。"
    en = f"{component.title.en}: made of {of.en}."
    if component.at_most is not None:
        most = amount_text(component.at_most)
        zh, en = f"{zh}合计加减最多{most.zh}。", f"{en} Together at most {most.en} either way."
    if component.at_least is not None:
        least = _least(component.at_least, Text(zh="合计", en="Together it"))
        zh, en = f"{zh}{least.zh}", f"{en} {least.en}"
    return Text(zh=zh, en=en)


def fade_text(fade: StepFade) -> Text:
    """Weights by age."""
    zh, en = [], []
    for index, step in enumerate(fade.steps):
        span, weight = span_text(step.until), weight_text(step.times)
        zh.append(f"{span.zh}以内{weight.zh}")
        en.append(f"up to {span.en} {'it ' if not index else ''}{weight.en}")
    return Text(zh="，".join(zh), en=", ".join(en))


def _first(factor: Factor, titles: Titles) -> Text:
    of = factor.counts
    together = isinstance(factor.points, SharePoints)
    which, type_ = _ALL_TOGETHER if together else _WHICH[factor.counting], titles.type(of)
    zh = which.zh.format(type=type_.zh)
    en = which.en.format(type=type_.en)
    if factor.where and not _said_apart(factor):
        where = conditions_text(factor.where, of, titles)
        zh, en = f"{where.zh}的，{zh}", f"{en} where {where.en}"
    worth = _worth(factor, titles)
    return Text(
        zh=f"{factor.title.zh}：{zh}{worth.zh}。", en=f"{factor.title.en}: {en} {worth.en}."
    )


def _said_apart(factor: Factor) -> bool:
    """Whether the conditions need a sentence of their own: they are about several fields."""
    return len({condition.field for condition in factor.where}) > 1


def _rest(factor: Factor, titles: Titles) -> Iterator[Text]:
    if _said_apart(factor):
        where = conditions_text(factor.where, factor.counts, titles)
        yield Text(zh=f"只计{where.zh}的。", en=f"Only records count where {where.en}.")
    if factor.unless:
        unless = conditions_text(factor.unless, factor.counts, titles, any_of_them=True)
        yield Text(zh=f"{unless.zh}的不计。", en=f"It does not count where {unless.en}.")
    yield _window(factor, titles)
    yield from _fading(factor)
    yield from _mended(factor, titles)
    yield from _caps(factor)
    if factor.starts is not None:
        starts = dated_text(factor.starts, signed_text)
        yield Text(zh=f"本项从{starts.zh}起算。", en=f"This line starts with {starts.en}.")
    if factor.at_least is not None:
        yield _least(factor.at_least, Text(zh="本项合计", en="In all it"))


def _worth(factor: Factor, titles: Titles) -> Text:
    rule, of = factor.points, factor.counts
    if isinstance(rule, ConstantPoints):
        return changes_text(rule.points)
    if isinstance(rule, RatedPoints):
        return _rate(rule, titles.field(of, rule.field), titles.unit(of, rule.field))
    if isinstance(rule, SharePoints):
        return _share(rule, factor, titles)
    return _table(rule, factor, titles)


def _rate(rule: RatedPoints, field: Text, unit: str) -> Text:
    """Points for each unit; a small rate is said for ten, a hundred or a thousand units."""
    for_each, times = 1, rule.times
    rate = times.history[0][1]
    if unit == "point" and len(times.history) == 1 and abs(rate) == 1000:
        return Text(
            zh=f"按“{field.zh}”{'加分' if rate > 0 else '减分'}",
            en=f"{'adds' if rate > 0 else 'takes'} the points in the record ({field.en})",
        )
    if len(times.history) == 1 and abs(rate) < 100:
        while rate % 1000 and for_each < 1000:
            for_each, rate = for_each * 10, rate * 10
        times = Dated.always(rate)
    change = changes_text(times)
    how_many = number_text(for_each * 1000)
    each = counted(how_many.en, unit) if unit and for_each > 1 else (unit or "one")
    return Text(
        zh=f"按“{field.zh}”计，每{how_many.zh}{zh_unit(unit)}{change.zh}",
        en=f"{change.en} for each {each} ({field.en})",
    )


def _share(rule: SharePoints, factor: Factor, titles: Titles) -> Text:
    share, of = (titles.field(factor.counts, name) for name in (rule.share, rule.of))
    full, percent = amount_text(rule.full), share_text(rule.full_from)
    zh = f"，按“{share.zh}”占“{of.zh}”的比例计：达到{percent.zh}得{full.zh}，不足的按比例计"
    en = (
        f"count by the share of {share.en} in {of.en}: {full.en} from {percent.en}, "
        "below that in proportion"
    )
    if rule.minimum > 1:
        zh += f"，“{of.zh}”少于{rule.minimum}的不计"
        en += f", and nothing with fewer than {rule.minimum}"
    return Text(zh=zh, en=en)


def _table(rule: TabledPoints, factor: Factor, titles: Titles) -> Text:
    field = titles.field(factor.counts, rule.field)
    zh, en = [], []
    for value, points in rule.table:
        said, change = titles.value(factor.counts, rule.field, value), changes_text(points)
        zh.append(f"{said.zh}{change.zh}")
        en.append(f"{said.en} {change.en}")
    if rule.otherwise is not None:
        change = changes_text(rule.otherwise)
        zh.append(f"其他{change.zh}")
        en.append(f"anything else {change.en}")
    return Text(
        zh=f"按“{field.zh}”计：{'，'.join(zh)}", en=f"counts by {field.en}: {', '.join(en)}"
    )


def _window(factor: Factor, titles: Titles) -> Text:
    field = None if factor.since is None else titles.field(factor.counts, factor.since)
    if factor.within is None:
        if field is None:
            return Text(zh="保存期内有效。", en="It counts for as long as the record is kept.")
        return Text(
            zh=f"从“{field.zh}”起，保存期内有效。",
            en=f"It counts from the {field.en} for as long as the record is kept.",
        )
    span = span_text(factor.within)
    if field is None:
        return Text(zh=f"{span.zh}内有效。", en=f"It counts for {span.en}.")
    return Text(
        zh=f"从“{field.zh}”起{span.zh}内有效。",
        en=f"It counts for {span.en}, counted from the {field.en}.",
    )


def _fading(factor: Factor) -> Iterator[Text]:
    fade = factor.fade
    if isinstance(fade, LinearFade):
        yield Text(
            zh="分数每天减少一点，到期减到零。",
            en="It counts a little less each day, down to nothing at the end.",
        )
    elif isinstance(fade, HalfLifeFade):
        span = span_text(fade.half_life)
        yield Text(
            zh=f"每过{span.zh}，分数减半。", en=f"After every {span.en} it counts half as much."
        )
    elif isinstance(fade, StepFade):
        steps = fade_text(fade)
        yield Text(
            zh=f"按时间远近计：{steps.zh}。", en=f"How much it counts depends on age: {steps.en}."
        )


def _mended(factor: Factor, titles: Titles) -> Iterator[Text]:
    if factor.mended is None:
        return
    zh, en = [], []
    for back in factor.mended.gives_back:
        share, deadline = share_text(back.share), deadline_text(back.by)
        zh.append(f"{deadline.zh}少计{share.zh}")
        en.append(f"{share.en} less {deadline.en}")
    shown = titles.type(factor.mended.record)
    yield Text(
        zh=f"及时纠正的，少计一部分：{'，'.join(zh)}。是否纠正，看同一文书的{shown.zh}。",
        en=f"When it is mended in time, it counts less: {', '.join(en)}. "
        f"What shows it is a record of the same document: {shown.en}.",
    )


def deadline_text(deadline: Deadline) -> Text:
    """By when a wrong has to be mended."""
    if deadline == "year_end":
        return Text(zh="当年年底前", en="by the end of that year")
    if deadline == "next_year_end":
        return Text(zh="次年年底前", en="by the end of the next year")
    span = span_text(deadline)
    return Text(zh=f"{span.zh}内", en=f"within {span.en}")


def _caps(factor: Factor) -> Iterator[Text]:
    caps = factor.at_most
    if caps.gains is not None:
        yield from _limits(caps.gains, "加分", "Of what it adds, at most")
    if caps.losses is not None:
        yield from _limits(caps.losses, "减分", "Of what it takes, at most")
    yield from _limits(caps, "", "At most")


def _limits(limits: Limits, zh: str, en: str) -> Iterator[Text]:
    periods = (
        (limits.per_day, Text(zh="一天最多{}。", en="{} on one day.")),
        (limits.per_month, Text(zh="一个自然月最多{}。", en="{} in a calendar month.")),
        (limits.per_year, Text(zh="一个自然年最多{}。", en="{} in a calendar year.")),
    )
    for cap, form in periods:
        if cap is not None:
            yield _cap(cap, form, zh, en)
    if limits.rolling is not None:
        span = span_text(limits.rolling.within)
        form = Text(
            zh=f"从计算之日往回，每{span.zh}最多{{}}。",
            en=f"{{}} in each {span.en}, counted back from the day asked about.",
        )
        yield _cap(limits.rolling.points, form, zh, en)
    if limits.in_all is not None:
        yield _cap(limits.in_all, Text(zh="合计最多{}。", en="{} in all."), zh, en)


def _cap(cap: Dated, form: Text, zh: str, en: str) -> Text:
    most = amount_text(cap)
    return Text(zh=zh + form.zh.format(most.zh), en=f"{en} {form.en.format(most.en)}")


def _least(least: Dated, of: Text) -> Text:
    """A lower bound on a total: below zero it bounds what is taken."""
    values = [value for _, value in least.history]
    if all(value < 0 for value in values):
        most = dated_text(least, points_text)
        return Text(zh=f"{of.zh}最多减{most.zh}。", en=f"{of.en} takes at most {most.en}.")
    said = dated_text(least, signed_text)
    return Text(zh=f"{of.zh}最少为{said.zh}。", en=f"{of.en} is at least {said.en}.")
