"""``evenhand explain``: one standing with all that it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.cli.edge import clocks, open_at
from evenhand.cli.options import HERE, KnownAt, OnDay, RegisterAt
from evenhand.cli.standing import points_said
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.canonical import Json
from evenhand.pipeline.inquiry import Reckoned, Reckoning, reckon
from evenhand.schemes.scheme import NOT_GRADED
from evenhand.scoring.words import STEPS, WHY_NOT
from evenhand.sources.catalogue import Catalogue


def explain(
    scheme: str,
    subject: str,
    /,
    *,
    as_of: OnDay = None,
    known_at: KnownAt = None,
    register: RegisterAt = HERE,
) -> int:
    """Every contribution with its record, document, authority, article, points and last day.

    Args:
        scheme: The scheme.
        subject: A unified social credit code, a register number, or a subject's number S-….
    """
    voice = speaking()
    with open_at(register) as opened:
        asked = clocks(opened, as_of, known_at)
        reckoning = reckon(opened, scheme, opened.subject_named(subject), asked)
        catalogue = opened.catalogue
    if voice.as_json:
        voice.result(as_json(reckoning))
    else:
        for line in sentences(voice, reckoning, catalogue):
            voice.say(line)
    return 0


def sentences(voice: Voice, reckoning: Reckoning, catalogue: Catalogue) -> Iterator[str]:
    """Say a reckoning: what counts, what does not and why, and the sum."""
    standing = reckoning.explanation.standing
    scheme = reckoning.in_force.scheme
    grade = standing.grade or NOT_GRADED
    points = points_said(standing.points)
    yield voice.pick(
        f"{scheme.title.zh}，{standing.clocks.as_of}：{points} 分，等级 {grade}。",
        f"{scheme.title.en}, {standing.clocks.as_of}: {points} points, grade {grade}.",
    )
    counted = [line for line in reckoning.lines if not line.contribution.why_not]
    idle = [line for line in reckoning.lines if line.contribution.why_not]
    yield ""
    for line in counted:
        yield from _said(voice, line, catalogue)
    yield f"{points:>9}  {voice.pick('合计', 'sum')}"
    if idle:
        yield ""
        yield voice.pick("不计的信息：", "Records that do not count:")
        for line in idle:
            yield from _said(voice, line, catalogue)


def _said(voice: Voice, line: Reckoned, catalogue: Catalogue) -> Iterator[str]:
    contribution = line.contribution
    what = voice(line.factor) if line.factor else voice(STEPS[contribution.step])
    if line.factor and contribution.step != "points":
        what = f"{what}：{voice(STEPS[contribution.step])}" if voice.language == "zh" else (
            f"{what}: {voice(STEPS[contribution.step])}"
        )  # fmt: skip
    if contribution.why_not:
        why = voice(WHY_NOT[contribution.why_not])
        what = f"{what} — {why}" if line.factor else why
    sign = "+" if contribution.points >= 0 else ""
    shown = "" if contribution.why_not else sign + points_said(contribution.points)
    if contribution.step == "base":
        shown = points_said(contribution.points)
    yield f"{shown:>9}  {what}"
    if line.record is not None:
        yield f"{'':>9}  {_source(voice, line, catalogue)}"


def _source(voice: Voice, line: Reckoned, catalogue: Catalogue) -> str:
    record = line.record
    if record is None:
        return ""
    rule = catalogue.types[record.facts.type]
    authority = catalogue.authorities[record.facts.authority].title
    document = str(record.sealed.get("document", ""))
    article = str(record.sealed.get("article", ""))
    parts = [voice(rule.title), document, voice(authority), record.facts.happened.isoformat()]
    if article:
        parts.append(article)
    if line.contribution.until is not None:
        until = line.contribution.until.isoformat()
        parts.append(voice.pick(f"计至 {until}", f"until {until}"))
    parts.append(str(record.facts.record))
    return ("，" if voice.language == "zh" else ", ").join(part for part in parts if part)


def as_json(reckoning: Reckoning) -> Json:
    """The reckoning as one JSON value; points in thousandths."""
    standing = reckoning.explanation.standing
    return {
        "scheme": standing.scheme,
        "version": reckoning.in_force.scheme.version,
        "subject": str(standing.subject),
        "as_of": standing.clocks.as_of.isoformat(),
        "points": standing.points,
        "grade": standing.grade,
        "contributions": [
            {
                "step": line.contribution.step,
                "factor": line.contribution.factor,
                "points": line.contribution.points,
                "why_not": line.contribution.why_not,
                "until": None
                if line.contribution.until is None
                else line.contribution.until.isoformat(),
                "record": None
                if line.contribution.record is None
                else str(line.contribution.record),
                "document": None if line.record is None else line.record.sealed.get("document"),
                "authority": None if line.record is None else line.record.facts.authority,
                "article": None if line.record is None else line.record.sealed.get("article"),
            }
            for line in reckoning.lines
        ],
    }
