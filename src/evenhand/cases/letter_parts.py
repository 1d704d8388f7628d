"""Parts that every letter about a case has in common: days, laws, facts, what was said and answered."""

from __future__ import annotations

from typing import Final

from evenhand.cases.case import Objection
from evenhand.cases.dossier import Content, RecordSaid
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Language
from evenhand.paper.page import one_line

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def said_day(day: Day, language: Language) -> str:
    """A day as people write it: ``14 March 2027``, ``2027年3月14日``."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def laws(content: Content, language: Language) -> str:
    """The laws that the rule rests on, each with its article."""
    if language == "zh":
        return "；".join(f"{law.zh}{article}" for law, article in content.legal_basis)
    return "; ".join(f"{law.en}, {article}" for law, article in content.legal_basis)


def effect(content: Content, language: Language) -> str:
    """What an entry leads to, as items."""
    sentences = [sentence.said_in(language).rstrip("。.") for sentence in content.effect]
    mark = "。" if language == "zh" else "."
    return "\n".join(f"- {sentence}{mark}" for sentence in sentences)


def facts(content: Content, language: Language) -> str:
    """Every record with its document and everything that was typed, with its cell."""
    return "\n".join(_fact(record, language) for record in content.records) or "-"


def rule(content: Content, language: Language) -> str:
    """The scheme, the rule and how it was met, and the law."""
    scheme, rule_said = content.scheme.said_in(language), content.rule.said_in(language)
    met_on = said_day(content.met_on, language)
    if language == "zh":
        return (
            f"{scheme}（{content.version}版）。{rule_said}\n规则于{met_on}满足。\n"
            f"法律依据：{laws(content, language)}。"
        )
    return (
        f"{scheme}, version {content.version}. {rule_said}\nThe rule was met on {met_on}.\n"
        f"Law: {laws(content, language)}."
    )


def said_and_answered(objections: tuple[Objection, ...], language: Language) -> str:
    """What the subject told the authority, and the answer to each point."""
    if not objections:
        return (
            "您尚未就此作出说明。"
            if language == "zh"
            else "You have not told us anything about this yet."
        )
    lines = []
    for o in objections:
        day, text = said_day(o.on, language), one_line(o.text)
        answer = None if o.answer is None else one_line(o.answer)
        if language == "zh":
            lines += [
                f"- {o.objection}，{day}，您说：“{text}”",
                f"  我们的答复：{answer or '尚未答复。'}",
            ]
        else:
            lines += [
                f'- {o.objection}, {day}, you said: "{text}"',
                f"  Our answer: {answer or 'We have not answered yet.'}",
            ]
    return "\n".join(lines)


def repair(content: Content, language: Language) -> str:
    """How an entry can end early."""
    if content.repair is not None:
        return content.repair.said_in(language)
    return (
        "这一名单没有信用修复；证据被更正或撤销的，记录随之结束。"
        if language == "zh"
        else "This list has no repair. An entry ends when its evidence is corrected or annulled."
    )


def _fact(record: RecordSaid, language: Language) -> str:
    title, authority = record.title.said_in(language), record.authority.said_in(language)
    day, document = said_day(record.decided_on, language), one_line(record.document)
    article = one_line(record.article)
    if language == "zh":
        cited = f"，引用{article}" if article else ""
        head = f"- {title}，文书号{document}，{authority}于{day}作出{cited}。"
        values = [
            f"  - {v.field.zh}：{one_line(v.original)}（单元格{v.cell}）" for v in record.values
        ]
    else:
        cited = f", citing {article}" if article else ""
        head = f"- {title}, document {document}, of {authority}, {day}{cited}."
        values = [
            f"  - {v.field.en}: {one_line(v.original)} (cell {v.cell})" for v in record.values
        ]
    return "\n".join([head, *values])
