"""What a standing is made of, line by line: what counts, what does not and why, the rules behind it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from evenhand.cli.explain_wrap import Said
from evenhand.cli.standing import points_said
from evenhand.cli.voice import Voice
from evenhand.kernel.text import Text
from evenhand.pipeline.inquiry import Reckoned, Reckoning
from evenhand.schemes.grade_sentences import level_name, needs_text, part_names
from evenhand.schemes.phrases import day_text, number_text, share_text, signed_text, weight_text
from evenhand.schemes.scheme import Scheme, SharePoints
from evenhand.schemes.sentences import sentence_of_factor
from evenhand.scoring.standing import Explanation, Standing
from evenhand.scoring.words import STEPS, WHY_NOT
from evenhand.sources.catalogue import Catalogue

_INDENT: Final = " " * 11
_FRACTIONS: Final = {
    Fraction(1, 2): Text(zh="现按一半计", en="counts half now"),
    Fraction(1, 3): Text(zh="现按三分之一计", en="counts one third now"),
    Fraction(2, 3): Text(zh="现按三分之二计", en="counts two thirds now"),
    Fraction(1, 4): Text(zh="现按四分之一计", en="counts one quarter now"),
    Fraction(3, 4): Text(zh="现按四分之三计", en="counts three quarters now"),
}


def made_of(voice: Voice, reckoning: Reckoning, catalogue: Catalogue) -> Iterator[Said]:
    """Say a reckoning: the standing, what counts, the sum, what does not count, the rules."""
    scheme = reckoning.in_force.scheme
    standing = reckoning.explanation.standing
    yield Said(voice(_headline(scheme, standing)))
    for text in _beside_the_points(reckoning):
        yield Said(voice(text))
    counted = [line for line in reckoning.lines if not line.contribution.why_not]
    idle = [line for line in reckoning.lines if line.contribution.why_not]
    yield Said("")
    shares = {f.factor for f in scheme.factors if isinstance(f.points, SharePoints)}
    for line in counted:
        if line.contribution.factor in shares and line.record is not None:
            yield Said(_source(voice, line, catalogue), _INDENT)
        else:
            yield from _said(voice, scheme, line, catalogue)
    yield Said(voice.pick("合计", "sum"), f"{points_said(standing.points):>9}  ")
    if idle:
        yield Said("")
        yield Said(voice.pick("不计的信息：", "Records that do not count:"))
        yield from _idle(voice, idle, catalogue)
    yield from _rules(voice, reckoning, catalogue)


def _headline(scheme: Scheme, standing: Standing) -> Text:
    day, points = day_text(standing.clocks.as_of), signed_text(standing.points)
    level, title = level_name(scheme, standing.grade), scheme.title
    if standing.grade is None:
        return Text(
            zh=f"{title.zh}，{day.zh}：{points.zh}，不评等级。",
            en=f"{title.en}, {day.en}: {points.en}, no level.",
        )
    return Text(
        zh=f"{title.zh}，{day.zh}：{points.zh}，等级{level.zh}。",
        en=f"{title.en}, {day.en}: {points.en}, level {level.en}.",
    )


def _beside_the_points(reckoning: Reckoning) -> Iterator[Text]:
    """What else decides the level: a rank, a direct grade, a ceiling; and the step that is due."""
    scheme, explanation = reckoning.in_force.scheme, reckoning.explanation
    standing, directly = explanation.standing, explanation.directly
    if reckoning.in_effect != standing.grade:
        held = level_name(scheme, reckoning.in_effect)
        yield Text(
            zh=f"生效的等级：{held.zh}。计算等级有代价，须经案件决定才生效。",
            en=f"Level in effect: {held.en}. The computed level costs something and waits for the decision "
            "of a case.",
        )
    if standing.rank is not None:
        rank = number_text(standing.rank)
        yield Text(
            zh=f"同组位次{rank.zh}（0到100）。", en=f"Rank {rank.en} of 100 among its peers."
        )
    if directly is not None:
        reason = scheme.direct[directly.direct].reason
        yield Text(
            zh=f"等级不由分数决定：{reason.zh}。",
            en=f"The level does not come from the points: {lowered_first(reason.en)}.",
        )
    if standing.ceiling is not None:
        ceiling = scheme.ceilings[standing.ceiling]
        best = level_name(scheme, ceiling.not_above)
        yield Text(
            zh=f"{ceiling.reason.zh}，等级最高为{best.zh}。",
            en=f"{ceiling.reason.en}: the best level is {best.en}.",
        )
    yield from _missed(scheme, explanation)
    stages = scheme.stages.steps if scheme.stages else ()
    for stage in stages:
        if stage.stage == standing.stage:
            yield Text(
                zh=f"应采取的措施：{stage.title.zh}。",
                en=f"The step that is due: {stage.title.en}.",
            )
    if standing.reduced_to is not None:
        cut = signed_text(standing.reduced_to)
        yield Text(zh=f"采取后分数减为{cut.zh}。", en=f"With it the points are cut to {cut.en}.")


def _missed(scheme: Scheme, explanation: Explanation) -> Iterator[Text]:
    """A second condition that keeps the subject from the level that its points reach."""
    standing = explanation.standing
    value = standing.points if scheme.scale.peers is None else standing.rank
    if explanation.directly is not None or standing.ceiling is not None or value is None:
        return
    reached = [grade for grade in scheme.grades if grade.start <= value]
    if not reached or reached[-1].grade == standing.grade or reached[-1].needs is None:
        return
    name, needs = level_name(scheme, reached[-1].grade), reached[-1].needs
    condition = needs_text(needs, part_names(scheme))
    yield Text(
        zh=f"分数已到等级{name.zh}，该等级还须{condition.zh}。",
        en=f"The points reach level {name.en}, which also needs that {condition.en}.",
    )


def lowered_first(said: str) -> str:
    """A reason as it stands inside a sentence."""
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]


def _said(voice: Voice, scheme: Scheme, line: Reckoned, catalogue: Catalogue) -> Iterator[Said]:
    contribution = line.contribution
    title = line.factor or _component(scheme, line)
    what = voice(title) if title else voice(STEPS[contribution.step])
    if title and contribution.step != "points":
        colon = "：" if voice.language == "zh" else ": "
        what = f"{what}{colon}{voice(STEPS[contribution.step])}"
    shown = ("+" if contribution.points >= 0 else "") + points_said(contribution.points)
    if contribution.step == "base":
        shown = points_said(contribution.points)
    yield Said(what, f"{shown:>9}  ", _INDENT)
    if line.record is not None:
        yield Said(_source(voice, line, catalogue), _INDENT)


def _idle(voice: Voice, lines: list[Reckoned], catalogue: Catalogue) -> Iterator[Said]:
    """Records that do not count: each reason once, under each factor, with its records."""
    said = ""
    for line in lines:
        what = voice(WHY_NOT[line.contribution.why_not])
        if line.factor is not None:
            what = f"{voice(line.factor)} — {what}"
        if what != said:
            yield Said(what, "- ", "  ")
            said = what
        if line.record is not None:
            yield Said(_source(voice, line, catalogue), _INDENT)


def _component(scheme: Scheme, line: Reckoned) -> Text | None:
    if line.contribution.step != "component":
        return None
    named = {component.component: component.title for component in scheme.components}
    return named.get(line.contribution.factor)


def _source(voice: Voice, line: Reckoned, catalogue: Catalogue) -> str:
    """Where a record comes from, how much of it is left, until when it counts, its number."""
    record, contribution = line.record, line.contribution
    if record is None:
        return ""
    rule = catalogue.types[record.facts.type]
    authority = catalogue.authorities[record.facts.authority].title
    document = str(record.sealed.get("document", ""))
    article = str(record.sealed.get("article", ""))
    parts = [voice(rule.title), document, voice(authority), voice(day_text(record.facts.happened))]
    if article:
        parts.append(article)
    left = left_text(contribution.times, contribution.over)
    if left is not None and not contribution.why_not:
        parts.append(voice(left))
    if contribution.until is not None:
        until = day_text(contribution.until)
        parts.append(voice.pick(f"计至{until.zh}", f"until {until.en}"))
    parts.append(str(record.facts.record))
    return ("，" if voice.language == "zh" else ", ").join(part for part in parts if part)


def left_text(times: int | None, over: int | None) -> Text | None:
    """How much of its points a record still counts; None where nothing fades or all is left."""
    if times is None or not over or times == over:
        return None
    left = Fraction(times, over)
    if left in _FRACTIONS:
        return _FRACTIONS[left]
    if left > 1:
        weight = weight_text(round(left * 1000))
        return Text(zh=f"现{weight.zh}", en=f"{weight.en} now")
    if left < Fraction(1, 100):
        return Text(zh="现按不到1%计", en="counts less than 1 % now")
    share = share_text(round(left * 100) * 10)
    return Text(zh=f"现按{share.zh}计", en=f"counts {share.en} now")


def _rules(voice: Voice, reckoning: Reckoning, catalogue: Catalogue) -> Iterator[Said]:
    """The sentence of each factor that a line is about, as the scheme says it."""
    named = {line.contribution.factor for line in reckoning.lines if line.factor is not None}
    factors = [f for f in reckoning.in_force.scheme.factors if f.factor in named]
    if not factors:
        return
    yield Said("")
    yield Said(voice.pick("所依据的规则：", "The rules behind these lines:"))
    for factor in factors:
        yield Said(sentence_of_factor(factor, voice.language, catalogue), "- ", "  ")
