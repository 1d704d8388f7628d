"""A scheme as plain sentences, in Chinese and English, from the tree that the plan is made of.

One entry for each factor, grade, benefit and list, in short sentences for a reader with nine years of
school. ``explain`` uses the same sentences, so that what a resident reads about the rule and about
their own points is the same text. Words for readers follow the terms of ``docs/reference/glossary.md``:
level for grade, company for enterprise.
"""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.text import Language, Text
from evenhand.schemes.factor_sentences import component_text, factor_text
from evenhand.schemes.grade_sentences import benefit_texts, grade_texts, stage_texts
from evenhand.schemes.list_sentences import list_texts
from evenhand.schemes.phrases import SUBJECTS, Titles, calendar_text, day_text, points_text
from evenhand.schemes.scale_sentences import scale_texts
from evenhand.schemes.scheme import Factor, ListRule, Scheme
from evenhand.sources.catalogue import Catalogue


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
    yield Text(zh="部分", en="Parts"), list(_components(scheme))
    yield Text(zh="合计", en="Totals"), list(_totals(scheme))
    yield Text(zh="等级", en="Levels"), list(grade_texts(scheme, titles))
    yield Text(zh="措施的顺序", en="Steps in their order"), list(_stages(scheme, titles))
    yield Text(zh="激励", en="Benefits"), list(benefit_texts(scheme))
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
    if scheme.kind == "framework":
        yield Text(
            zh="本文件是框架，各地办法在其范围内制定，不直接用于评分。",
            en="This file is a framework. Local rules keep within it. It scores nobody by itself.",
        )
    if scheme.framework is not None:
        whose, version = scheme.framework.scheme, scheme.framework.version
        yield Text(
            zh=f"本办法在框架“{whose}”（版本{version}）的范围内制定。",
            en=f'These rules keep within the framework "{whose}", version {version}.',
        )
    if scheme.emergency:
        yield Text(
            zh="这是应急办法，到期自动失效。",
            en="These are emergency rules. They end by themselves.",
        )
    if scheme.participation == "opt_in":
        yield Text(
            zh=f"{who.zh}本人签署同意后才参加，随时可以退出。",
            en=f"A {who.en} takes part only by signing for it, and can leave at any time.",
        )
    else:
        yield Text(zh=f"适用于所有{who.zh}。", en=f"The rules apply to every {who.en}.")
    if scheme.calendar:
        yield calendar_text(scheme.calendar)
    yield _force(scheme)
    for article in scheme.legal_basis:
        yield Text(
            zh=f"依据：{article.title.zh}{article.article}。",
            en=f"Legal basis: {article.title.en}, {article.article}.",
        )
    yield from scale_texts(scheme.scale, who, titles)
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


def _totals(scheme: Scheme) -> Iterator[Text]:
    for total in scheme.totals:
        most = points_text(total.adds_up_to)
        yield Text(
            zh=f"{total.title.zh}：最多{most.zh}。", en=f"{total.title.en}: at most {most.en}."
        )


def _components(scheme: Scheme) -> Iterator[Text]:
    names = {factor.factor: factor.title for factor in scheme.factors}
    for component in scheme.components:
        yield component_text(component, names)


def _stages(scheme: Scheme, titles: Titles) -> Iterator[Text]:
    if scheme.stages is not None:
        yield from stage_texts(scheme.stages, scheme.scale.better, titles)
