"""The dossier as text, zh and en: what an officer reads before deciding."""

from __future__ import annotations

from evenhand.cases.dossier import Dossier, RecordSaid
from evenhand.cases.notice import said_day
from evenhand.cases.redress import Appeal, RepairRequest
from evenhand.cases.words import span_text
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Language, Text


def dossier_text(dossier: Dossier) -> Text:
    """Write the dossier in both languages."""
    return Text(zh=_written(dossier, "zh"), en=_written(dossier, "en"))


def _written(dossier: Dossier, language: Language) -> str:
    content = dossier.content
    zh = language == "zh"
    head = [
        f"案卷 {content.case}" if zh else f"Dossier {content.case}",
        f"{said_day(dossier.on, language)}",
        "",
        f"主体：{content.name}（{content.subject}）"
        if zh
        else f"Subject: {content.name} ({content.subject})",
        f"拟列入：{content.list.zh}" if zh else f"Proposed for: {content.list.en}",
        f"决定机关：{content.authority.zh}" if zh else f"Decided by: {content.authority.en}",
        f"期限：生效后{span_text(content.lasts).zh}"
        if zh
        else f"Term: {content.lasts} from its effect",
    ]
    parts = [
        ("规则" if zh else "Rule", _rule(dossier, language)),
        ("证据" if zh else "Evidence", [_record(r, language) for r in content.records]),
        ("后果" if zh else "Effect", [f"- {s.said_in(language)}" for s in content.effect]),
        ("期限与送达" if zh else "Clocks", _clocks(dossier, language)),
        ("异议与答复" if zh else "Objections and answers", _objections(dossier, language)),
    ]
    if dossier.suspended_for:
        title = "中止的原因" if zh else "Suspended because"
        parts.append((title, [f"- {cause}" for cause in dossier.suspended_for]))
    if dossier.appeals:
        parts.append(("申诉" if zh else "Appeals", [_appeal(a, language) for a in dossier.appeals]))
    if dossier.repairs:
        parts.append(
            ("信用修复" if zh else "Repair", [_repair(r, language) for r in dossier.repairs])
        )
    body = [line for title, lines in parts for line in ("", title, *(lines or ["-"]))]
    foot = f"内容摘要{content.digest()}" if zh else f"Content {content.digest()}"
    return "\n".join([*head, *body, "", foot, ""])


def _rule(dossier: Dossier, language: Language) -> list[str]:
    content = dossier.content
    if language == "zh":
        laws = [f"- {law.zh}{article}" for law, article in content.legal_basis]
        return [
            f"{content.scheme.zh}（{content.version}版）",
            content.rule.zh,
            f"于{said_day(content.met_on, 'zh')}满足。",
            *laws,
        ]
    laws = [f"- {law.en}, {article}" for law, article in content.legal_basis]
    return [
        f"{content.scheme.en}, version {content.version}",
        content.rule.en,
        f"Met on {said_day(content.met_on, 'en')}.",
        *laws,
    ]


def _record(record: RecordSaid, language: Language) -> str:
    title, authority = record.title.said_in(language), record.authority.said_in(language)
    day = said_day(record.decided_on, language)
    if language == "zh":
        cited = record.article or "未引用条款"
        head = f"- {record.record} {title}，{record.document}，{authority}，{day}，{cited}"
        values = [f"    {v.field.zh}：{v.original}　〔{v.cell}〕" for v in record.values]
    else:
        cited = record.article or "cites no article"
        head = f"- {record.record} {title}, {record.document}, {authority}, {day}, {cited}"
        values = [f"    {v.field.en}: {v.original}  [{v.cell}]" for v in record.values]
    return "\n".join([head, *values])


def _clocks(dossier: Dossier, language: Language) -> list[str]:
    named: tuple[tuple[Text, Day | None], ...] = (
        (Text(zh="告知书制作", en="Notice made"), dossier.noticed_on),
        (Text(zh="送达（有证明）", en="Delivered, with proof"), dossier.delivered_on),
        (Text(zh="可异议至", en="Objections until"), dossier.object_until),
        (Text(zh="书面放弃异议期", en="Waived in writing"), dossier.waived_on),
        (Text(zh="须在此日前决定", en="Decide by"), dossier.decide_until),
    )
    mark = "：" if language == "zh" else ": "
    return [
        f"- {title.said_in(language)}{mark}{said_day(day, language)}"
        for title, day in named
        if day is not None
    ]


def _appeal(made: Appeal, language: Language) -> str:
    day, until = said_day(made.on, language), said_day(made.decide_until, language)
    if language == "zh":
        return f"- {made.appeal}，{day}：“{made.text}”　须在{until}前决定"
    return f'- {made.appeal}, {day}: "{made.text}"  To be decided by {until}'


def _repair(made: RepairRequest, language: Language) -> str:
    day, until = said_day(made.on, language), said_day(made.decide_until, language)
    missing = "、".join(made.missing) if language == "zh" else ", ".join(made.missing)
    if language == "zh":
        return f"- {made.repair}，{day}，尚缺：{missing or '无'}　须在{until}前决定"
    return f"- {made.repair}, {day}, missing: {missing or 'nothing'}  To be decided by {until}"


def _objections(dossier: Dossier, language: Language) -> list[str]:
    lines = []
    for o in dossier.objections:
        day = said_day(o.on, language)
        if language == "zh":
            lines += [f"- {o.objection}，{day}：“{o.text}”", f"  答复：{o.answer or '尚未答复'}"]
        else:
            lines += [f'- {o.objection}, {day}: "{o.text}"', f"  Answer: {o.answer or 'none yet'}"]
    return lines
