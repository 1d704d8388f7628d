"""Levels as plain sentences: bands, second conditions, direct grades, ceilings, steps, benefits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from evenhand.kernel.text import Text
from evenhand.schemes.phrases import (
    Titles,
    conditions_text,
    listed,
    listed_uses,
    lowered,
    number_text,
    signed_text,
    span_text,
)
from evenhand.schemes.scheme import (
    CeilingGrade,
    DirectGrade,
    Grade,
    Look,
    OfEach,
    Scheme,
    Stage,
    Stages,
)

_WORD: Final = re.compile(r"[a-z][a-z_-]+")
"""A grade whose name is an English word and no letter."""


def grade_name(grade: Grade) -> Text:
    """A level by its name and what it is called; in Chinese an English name is left out."""
    if grade.title is None:
        return Text(zh=grade.grade, en=grade.grade)
    name, zh, en = grade.grade, grade.title.zh, grade.title.en
    word = _WORD.fullmatch(name) is not None
    if en.lower() == name.lower():
        en = name
    elif not re.match(rf"{re.escape(name)}\b", en):
        en = f"{name} ({lowered(en)})"
    return Text(zh=zh if word or zh.startswith(name) else f"{name}（{zh}）", en=en)


def level_name(scheme: Scheme, name: str | None) -> Text:
    """What a level is called in a scheme: a band, a status that is no band, or none at all."""
    for grade in scheme.grades:
        if grade.grade == name:
            return grade_name(grade)
    for direct in scheme.direct:
        if direct.title is not None and direct.grade == name:
            return Text(zh=direct.title.zh, en=lowered(direct.title.en))
    if name is None:
        return Text(zh="不评等级", en="no level")
    return Text(zh=name, en=name)


def grade_texts(scheme: Scheme, titles: Titles) -> Iterator[Text]:
    """The levels, and what gives or bounds them whatever the points."""
    parts = part_names(scheme)
    for grade in scheme.grades:
        yield _band(grade, parts, ranked=scheme.scale.peers is not None)
    for direct in scheme.direct:
        yield _direct(scheme, direct, titles)
    for ceiling in scheme.ceilings:
        yield _ceiling(scheme, ceiling, titles)
    if scheme.grades_purposes:
        uses = listed_uses([titles.entry("purposes", name) for name in scheme.grades_purposes])
        yield Text(zh=f"等级只用于：{uses.zh}。", en=f"The level may be used only for: {uses.en}.")


def part_names(scheme: Scheme) -> dict[str, Text]:
    """The titles of factors and components, by name."""
    names: dict[str, Text] = {factor.factor: factor.title for factor in scheme.factors}
    return names | {component.component: component.title for component in scheme.components}


def _band(grade: Grade, parts: dict[str, Text], *, ranked: bool) -> Text:
    name = grade_name(grade)
    if ranked:
        rank = number_text(grade.start)
        zh = f"等级{name.zh}：从位次{rank.zh}起。"
        en = f"Level {name.en}: from rank {rank.en}."
    else:
        start = signed_text(grade.start)
        zh, en = f"等级{name.zh}：从{start.zh}起。", f"Level {name.en}: from {start.en}."
    if grade.needs is not None:
        needs = needs_text(grade.needs, parts)
        zh = f"{zh}还须{needs.zh}，否则评为下一等级。"
        en = f"{en} Also {needs.en}; otherwise the next level is given."
    if grade.costs is not None:
        zh = f"{zh}代价：{grade.costs.zh.rstrip('。')}。未经告知和两名经办人决定，不生效。"
        en = (
            f"{en} It costs: {grade.costs.en.rstrip('.')}. It has no effect before a notice and the "
            "decision of two officers."
        )
    return Text(zh=zh, en=en)


def needs_text(needs: OfEach, parts: dict[str, Text]) -> Text:
    """The second condition of a level."""
    of = listed([parts[name] for name in needs.of], last_zh="和")
    each = len(needs.of) > 1
    bounds = []
    if needs.at_least is not None:
        least = signed_text(needs.at_least)
        bounds.append(Text(zh=f"最少{least.zh}", en=f"at least {least.en}"))
    if needs.at_most is not None:
        most = signed_text(needs.at_most)
        bounds.append(Text(zh=f"最多{most.zh}", en=f"at most {most.en}"))
    bound = listed(bounds, last_zh="、") if bounds else Text(zh="有得分", en="points")
    return Text(
        zh=f"{of.zh}{'各' if each else ''}{bound.zh}",
        en=f"{of.en} {'each have' if each else 'has'} {bound.en}",
    )


def _direct(scheme: Scheme, direct: DirectGrade, titles: Titles) -> Text:
    looks = looks_text(direct.looks, titles)
    if direct.grade is None:
        level = Text(zh="不评等级", en="no level is given")
    elif direct.title is not None:
        name = level_name(scheme, direct.grade)
        level = Text(zh=f"状态为{name.zh}", en=f"the status is {name.en}")
    else:
        name = level_name(scheme, direct.grade)
        level = Text(zh=f"直接定为等级{name.zh}", en=f"level {name.en} is given")
    reason = direct.reason
    return Text(
        zh=f"{reason.zh}：{looks.zh}的，无论多少分，{level.zh}。",
        en=f"{reason.en}: when {looks.en}, {level.en}, whatever the points.",
    )


def _ceiling(scheme: Scheme, ceiling: CeilingGrade, titles: Titles) -> Text:
    looks, best = looks_text(ceiling.looks, titles), level_name(scheme, ceiling.not_above)
    reason = ceiling.reason
    return Text(
        zh=f"{reason.zh}：{looks.zh}的，等级最高为{best.zh}。",
        en=f"{reason.en}: while {looks.en}, the best level is {best.en}.",
    )


def looks_text(looks: tuple[Look, ...], titles: Titles) -> Text:
    """Several looks, all of which have to be met."""
    return listed([_look(look, titles) for look in looks], last_zh="，并且", last_en=", and ")


def _look(look: Look, titles: Titles) -> Text:
    of = look.record
    type_ = titles.type(of)
    where = conditions_text(look.where, of, titles) if look.where else None
    among = conditions_text(look.among, of, titles) if look.among else None
    seen = type_ if among is None else Text(
        zh=f"{among.zh}的{type_.zh}", en=f"{type_.en} where {among.en}"
    )  # fmt: skip
    if look.fewer_than is not None:
        said = _few(look, type_, where, among)
    elif look.of == "latest":
        said = Text(zh=f"最近一条{seen.zh}", en=f"the latest {seen.en} is there")
        if where is not None:
            of_those = "" if among is None else f", of those where {among.en},"
            said = Text(
                zh=f"最近一条{seen.zh}中{where.zh}",
                en=f"in the latest {type_.en}{of_those} {where.en}",
            )
    else:
        met = listed([each for each in (among, where) if each], last_zh="且") if where else among
        said = Text(zh=f"有{type_.zh}", en=f"there is a record: {type_.en}")
        if met is not None:
            said = Text(zh=f"有{met.zh}的{type_.zh}", en=f"{said.en} where {met.en}")
    if look.within is None:
        return said
    span = span_text(look.within)
    return Text(zh=f"{span.zh}内{said.zh}", en=f"within {span.en} {said.en}")


def _few(look: Look, type_: Text, where: Text | None, among: Text | None) -> Text:
    conditions = [each for each in (among, where) if each is not None]
    met = listed(conditions, last_zh="且") if conditions else None
    records = type_ if met is None else Text(
        zh=f"{met.zh}的{type_.zh}", en=f"{type_.en} where {met.en}"
    )  # fmt: skip
    on_latest = look.of == "latest"
    zh, en = ("最近一天的", "on the latest day ") if on_latest else ("", "")
    if look.fewer_than == 1:
        return Text(zh=f"没有{zh}{records.zh}", en=f"{en}there is no record: {records.en}")
    few = look.fewer_than
    return Text(
        zh=f"{zh}{records.zh}不足{few}条",
        en=f"{en}there are fewer than {few} records: {records.en}",
    )


def stage_texts(stages: Stages, better: str, titles: Titles) -> Iterator[Text]:
    """Measures in an order that cannot be skipped."""
    yield Text(
        zh="各项措施按顺序采取，每一项另行告知。",
        en="Each step comes after the one before it, and each has its own notice.",
    )
    for stage in stages.steps:
        yield _stage(stage, better)
    taken = titles.type(stages.taken_by)
    if stages.within is None:
        yield Text(
            zh=f"措施是否已采取，看{taken.zh}。",
            en=f"A record shows that a step was taken: {taken.en}.",
        )
        return
    span = span_text(stages.within)
    yield Text(
        zh=f"措施是否已采取，看{span.zh}内的{taken.zh}。",
        en=f"A record within {span.en} shows that a step was taken: {taken.en}.",
    )


def _stage(stage: Stage, better: str) -> Text:
    at = signed_text(stage.start)
    if better == "higher":
        zh, en = f"{stage.title.zh}：降到{at.zh}时。", f"{stage.title.en}: at {at.en} or fewer."
    else:
        zh, en = f"{stage.title.zh}：达到{at.zh}时。", f"{stage.title.en}: at {at.en} or more."
    if stage.reduced_to is not None:
        cut = signed_text(stage.reduced_to)
        zh += f"分数已到后一项的，先采取本项，分数改为{cut.zh}。"
        en += " When the points already reach a later step, this one comes first, "
        en += f"and they are cut to {cut.en}."
    return Text(zh=zh, en=en)


def benefit_texts(scheme: Scheme) -> Iterator[Text]:
    """What levels open."""
    names = {grade.grade: grade_name(grade) for grade in scheme.grades}
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
