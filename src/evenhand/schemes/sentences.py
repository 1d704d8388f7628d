"""A scheme as plain sentences, in Chinese and English, from the tree that the plan is made of.

One entry for each factor, grade, benefit and list, in short sentences for a reader with nine years of
school. ``explain`` uses the same sentences, so that what a resident reads about the rule and about
their own points is the same text. Words for readers follow the terms of ``docs/reference/glossary.md``:
level for grade, company for enterprise.
"""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.text import Language, Text
from evenhand.schemes.list_sentences import list_texts
from evenhand.schemes.phrases import (
    SUBJECTS,
    Titles,
    amount_text,
    changes_text,
    conditions_text,
    day_text,
    listed_uses,
    lowered,
    points_text,
    span_text,
)
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import (
    ConstantPoints,
    Counting,
    DirectGrade,
    Factor,
    Grade,
    ListRule,
    RatedPoints,
    Scale,
    Scheme,
    SharePoints,
    TabledPoints,
)
from evenhand.sources.catalogue import Catalogue

_WHICH: dict[Counting, Text] = {
    "each": Text(zh="每条{type}", en="Each {type}"),
    "latest": Text(zh="最近一条{type}", en="The latest {type}"),
    "worst": Text(zh="最不利的一条{type}", en="The {type} that counts most against the subject"),
    "best": Text(zh="最有利的一条{type}", en="The {type} that counts most in favour"),
    "one_per_event": Text(
        zh="每份文书中分值最高的一条{type}", en="In each document, the {type} with the most points"
    ),
}
_ALL_TOGETHER = Text(zh="全部{type}合计", en="All records of {type} together")


def say(scheme: Scheme, language: Language, catalogue: Catalogue | None = None) -> str:
    """Say a whole scheme, as lines of text with headings.

    Args:
        scheme: What to say.
        language: ``zh`` or ``en``.
        catalogue: Gives titles to record types, fields, purposes and measures; without it they are
            said by their names.
    """
    titles = Titles(catalogue)
    lines = [f"# {scheme.title.said_in(language)}", ""]
    for heading, texts in _sections(scheme, titles):
        said = [text.said_in(language) for text in texts]
        if said:
            lines += [f"## {heading.said_in(language)}", "", *(f"- {line}" for line in said), ""]
    return "\n".join(lines)


def sentence_of_factor(
    factor: Factor, language: Language, catalogue: Catalogue | None = None
) -> str:
    """Say one factor: what counts, how much, how long, at most how much, by which article."""
    return factor_text(factor, Titles(catalogue)).said_in(language)


def sentence_of_list(rule: ListRule, language: Language, catalogue: Catalogue | None = None) -> str:
    """Say one list: what leads to it, what comes first, how long it lasts, how to leave it."""
    texts = list_texts(rule, Titles(catalogue))
    return ("" if language == "zh" else " ").join(text.said_in(language) for text in texts)


def _sections(scheme: Scheme, titles: Titles) -> Iterator[tuple[Text, list[Text]]]:
    yield Text(zh="总则", en="In general"), list(_general(scheme, titles))
    yield Text(zh="计分", en="Points"), [factor_text(factor, titles) for factor in scheme.factors]
    yield Text(zh="合计", en="Totals"), list(_totals(scheme))
    yield Text(zh="等级", en="Levels"), list(_grades(scheme, titles))
    yield Text(zh="激励", en="Benefits"), list(_benefits(scheme))
    for rule in scheme.lists:
        name = rule.title
        if rule.kind == "black":
            heading = Text(
                zh=f"严重失信主体名单：{name.zh}", en=f"List of serious breaches: {name.en}"
            )
        else:
            heading = Text(zh=f"守信激励名单：{name.zh}", en=f"Commended list: {name.en}")
        yield heading, list(list_texts(rule, titles))


def _general(scheme: Scheme, titles: Titles) -> Iterator[Text]:
    who = SUBJECTS[scheme.subjects]
    authority = titles.authority(scheme.authority)
    yield Text(
        zh=f"本办法由{authority.zh}制定，版本{scheme.version}，适用于{scheme.jurisdiction}。",
        en=f"{authority.en} made these rules, version {scheme.version}, for {scheme.jurisdiction}.",
    )
    if scheme.kind == "reproduction":
        yield Text(
            zh="本文件只为研究而复现已公布的办法，不对任何人生效。",
            en="This file reproduces a published regime for study. It has no effect on anybody.",
        )
    if scheme.participation == "opt_in":
        yield Text(
            zh=f"{who.zh}本人签署同意后才参加，随时可以退出。",
            en=f"A {who.en} takes part only by signing for it, and can leave at any time.",
        )
    else:
        yield Text(zh=f"适用于所有{who.zh}。", en=f"The rules apply to every {who.en}.")
    yield _force(scheme)
    for article in scheme.legal_basis:
        yield Text(
            zh=f"依据：{article.title.zh}{article.article}。",
            en=f"Legal basis: {article.title.en}, {article.article}.",
        )
    yield from _scale(scheme.scale)
    if scheme.made_up is not None:
        yield scheme.made_up


def _force(scheme: Scheme) -> Text:
    published, first = day_text(scheme.published), day_text(scheme.in_force.start)
    last = scheme.in_force.last
    zh = f"{published.zh}公布，{first.zh}起施行"
    en = f"Published on {published.en}, in force from {first.en}"
    if last is None:
        return Text(zh=f"{zh}。", en=f"{en}.")
    until = day_text(last)
    return Text(zh=f"{zh}，到{until.zh}止。", en=f"{en} until {until.en}.")


def _scale(scale: Scale) -> Iterator[Text]:
    base = amount_text(scale.base)
    yield Text(zh=f"起点为{base.zh}。", en=f"Everybody starts with {base.en}.")
    if scale.floor is not None:
        floor = amount_text(scale.floor)
        yield Text(zh=f"分数不低于{floor.zh}。", en=f"Points never fall below {floor.en}.")
    if scale.ceiling is not None:
        ceiling = amount_text(scale.ceiling)
        yield Text(zh=f"分数不高于{ceiling.zh}。", en=f"Points never rise above {ceiling.en}.")
    if scale.better == "lower":
        yield Text(zh="分数越低越好。", en="Fewer points are better.")


def factor_text(factor: Factor, titles: Titles) -> Text:
    """One factor in both languages."""
    of = factor.counts
    together = isinstance(factor.points, SharePoints)
    which, type_ = _ALL_TOGETHER if together else _WHICH[factor.counting], titles.type(of)
    zh = which.zh.format(type=type_.zh)
    en = which.en.format(type=type_.en)
    if factor.where:
        where = conditions_text(factor.where, of, titles)
        zh, en = f"{where.zh}的，{zh}", f"{en} where {where.en}"
    worth = _worth(factor, titles)
    parts = [
        Text(zh=f"{factor.title.zh}：{zh}{worth.zh}。", en=f"{factor.title.en}: {en} {worth.en}.")
    ]
    if factor.unless:
        unless = conditions_text(factor.unless, of, titles, any_of_them=True)
        parts.append(Text(zh=f"{unless.zh}的不计。", en=f"It does not count where {unless.en}."))
    parts.append(_window(factor))
    parts += _limits(factor)
    parts.append(Text(zh=f"依据：{factor.article}。", en=f"Rule: {factor.article}."))
    return Text(zh="".join(p.zh for p in parts), en=" ".join(p.en for p in parts))


def _worth(factor: Factor, titles: Titles) -> Text:
    rule, of = factor.points, factor.counts
    if isinstance(rule, ConstantPoints):
        return changes_text(rule.points)
    if isinstance(rule, RatedPoints):
        field, change = titles.field(of, rule.field), changes_text(rule.times)
        unit = titles.unit(of, rule.field) or "one"
        return Text(
            zh=f"按“{field.zh}”计，每1{change.zh}",
            en=f"{change.en} for each {unit} ({field.en})",
        )
    if isinstance(rule, SharePoints):
        return _share(rule, factor, titles)
    return _table(rule, factor, titles)


def _share(rule: SharePoints, factor: Factor, titles: Titles) -> Text:
    share, of = (titles.field(factor.counts, name) for name in (rule.share, rule.of))
    full, percent = amount_text(rule.full), decimal_text(rule.full_from * 100)
    zh = f"，按“{share.zh}”占“{of.zh}”的比例计：达到{percent}%得{full.zh}，不足的按比例计"
    en = (
        f"count by the share of {share.en} in {of.en}: {full.en} from {percent} %, "
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


def _window(factor: Factor) -> Text:
    if factor.within is None:
        return Text(zh="保存期内有效。", en="It counts for as long as the record is kept.")
    span = span_text(factor.within)
    return Text(zh=f"{span.zh}内有效。", en=f"It counts for {span.en}.")


def _limits(factor: Factor) -> Iterator[Text]:
    if factor.at_most.per_year is not None:
        year = amount_text(factor.at_most.per_year)
        yield Text(zh=f"一个自然年最多{year.zh}。", en=f"At most {year.en} in a calendar year.")
    if factor.at_most.in_all is not None:
        in_all = amount_text(factor.at_most.in_all)
        yield Text(zh=f"合计最多{in_all.zh}。", en=f"At most {in_all.en} in all.")


def _totals(scheme: Scheme) -> Iterator[Text]:
    for total in scheme.totals:
        most = points_text(total.adds_up_to)
        yield Text(
            zh=f"{total.title.zh}：最多{most.zh}。", en=f"{total.title.en}: at most {most.en}."
        )


def _grade_name(grade: Grade) -> Text:
    """A level by its name and what it is called."""
    if grade.title is None:
        return Text(zh=grade.grade, en=grade.grade)
    same = grade.title.en.lower() == grade.grade.lower()
    return Text(
        zh=f"{grade.grade}（{grade.title.zh}）",
        en=grade.grade if same else f"{grade.grade} ({lowered(grade.title.en)})",
    )


def _grades(scheme: Scheme, titles: Titles) -> Iterator[Text]:
    for grade in scheme.grades:
        name, start = _grade_name(grade), points_text(grade.start)
        sign = "-" if grade.start < 0 else ""
        yield Text(
            zh=f"等级{name.zh}：从{sign}{start.zh}起。",
            en=f"Level {name.en}: from {sign}{start.en}.",
        )
    for direct in scheme.direct:
        yield _direct(direct, titles)
    if scheme.grades_purposes:
        uses = listed_uses([titles.entry("purposes", name) for name in scheme.grades_purposes])
        yield Text(zh=f"等级只用于：{uses.zh}。", en=f"The level may be used only for: {uses.en}.")


def _direct(direct: DirectGrade, titles: Titles) -> Text:
    look = direct.looks[0]
    type_ = titles.type(look.record)
    where = conditions_text(look.where, look.record, titles) if look.where else None
    zh, en = f"有{type_.zh}", f"there is a record: {type_.en}"
    if where is not None:
        zh, en = f"有{where.zh}的{type_.zh}", f"{en} where {where.en}"
    if look.of == "latest":
        zh, en = f"最近一条{type_.zh}", f"the latest {type_.en} is there"
        if where is not None:
            zh, en = f"{zh}中{where.zh}", f"in the latest {type_.en} {where.en}"
    if look.within is not None:
        span = span_text(look.within)
        zh, en = f"{span.zh}内{zh}", f"within {span.en} {en}"
    level = (
        Text(zh="不评等级", en="no level is given")
        if direct.grade is None
        else Text(zh=f"直接定为等级{direct.grade}", en=f"level {direct.grade} is given")
    )
    reason = direct.reason
    return Text(
        zh=f"{reason.zh}：{zh}的，无论多少分，{level.zh}。",
        en=f"{reason.en}: when {en}, {level.en}, whatever the points.",
    )


def _benefits(scheme: Scheme) -> Iterator[Text]:
    names = {grade.grade: _grade_name(grade) for grade in scheme.grades}
    for benefit in scheme.benefits:
        name = names[benefit.needs_grade]
        yield Text(
            zh=f"等级{name.zh}及以上：{benefit.title.zh}。",
            en=f"Level {name.en} or better opens: {benefit.title.en}.",
        )
    if scheme.benefits and scheme.subjects == "resident":
        yield Text(
            zh="没有参加或没有等级的居民，照常享有普通条件。",
            en="A resident who does not take part keeps the ordinary terms.",
        )
