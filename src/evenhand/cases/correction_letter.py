"""Tell a subject, in one letter, what was wrong and everything that was undone.

One correction gives each subject one letter, whatever hung on the record: standings, proposals,
decisions, entries, editions, answers in other hands. The order is fixed: what was wrong; what we
undid; what happens now; what they can do; the proof line. It says plainly that the mistake was not
the subject's, and hides nothing that had followed from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.cases.case import Cause
from evenhand.cases.dossier import RecordSaid
from evenhand.cases.notice import said_day
from evenhand.kernel.ids import CaseId, EntryId
from evenhand.kernel.periods import Day
from evenhand.kernel.text import Language, Text
from evenhand.rights.floor import enforces

Finding = Literal[Cause, "stands"]
"""What became of the record; ``stands``: a doubt was examined and settled."""

Becomes = Literal["suspended", "closed", "ended", "waits", "unchanged"]
"""What becomes of a case: its entry has no effect, it is closed, it waits while the doubt is open."""

BECOMES: Final[Mapping[Becomes, Text]] = {
    "suspended": Text(zh="中止效力，待复审", en="the entry has no effect until it is reviewed"),
    "closed": Text(zh="结案，不予列入", en="the case is closed; there is no entry"),
    "ended": Text(zh="记录结束", en="the entry has ended"),
    "waits": Text(zh="争议解决以前不作任何决定", en="nothing is decided while the doubt is open"),
    "unchanged": Text(zh="不变", en="nothing changes"),
}

FOUND: Final[Mapping[Finding, Text]] = {
    "doubted": Text(
        zh="它有争议。争议解决以前，它不对您产生任何不利影响。",
        en="It is in dispute. While that lasts, it counts for nothing against you.",
    ),
    "corrected": Text(
        zh="它已被一条更正的信息取代，自今日起不再计入。这不是您的过错。",
        en="A corrected record took its place. From today the old one counts for nothing. The mistake "
        "was not yours.",
    ),
    "retracted": Text(
        zh="它已被撤回，自今日起不再计入。这不是您的过错。",
        en="It was withdrawn. From today it counts for nothing. The mistake was not yours.",
    ),
    "misidentified": Text(
        zh="它说的是另一个主体，被错误地记在了您的名下。自今日起它与您无关。这不是您的过错。",
        en="It is about somebody else and was put down to you by mistake. From today it has nothing "
        "to do with you. The mistake was not yours.",
    ),
    "stands": Text(
        zh="它的争议已经审查：信息属实。",
        en="The doubt about it was examined: the record is right.",
    ),
}


@dataclass(frozen=True, slots=True)
class CaseTold:
    """One case that hung on the record.

    Attributes:
        list: Title of its list.
        entry: Its entry, where it had led to one.
        review_until: Last day of the review of a suspended entry.
        editions: Numbers of the editions that showed the entry.
    """

    case: CaseId
    list: Text
    becomes: Becomes
    entry: EntryId | None = None
    review_until: Day | None = None
    editions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionTold:
    """Everything that the letter of one correction says.

    Attributes:
        correction: Its number, ``K-`` and 16 digits.
        name: What the subject is called.
        found: What became of the records.
        reasons: In the words of whoever found it; empty where a delivery brought it.
        records: The records, with everything that was typed.
        schemes: Titles of the schemes whose standings counted them.
        holders: How many answers or credentials in other hands are told.
    """

    correction: str
    name: str
    on: Day
    found: Finding
    reasons: str
    records: tuple[RecordSaid, ...]
    schemes: tuple[Text, ...]
    cases: tuple[CaseTold, ...]
    holders: int = 0


@enforces("RF-14", "RF-16")
def correction_letter(told: CorrectionTold) -> Text:
    """Write the letter, zh and en."""
    return Text(zh=_written("zh", told), en=_written("en", told))


def _written(language: Language, told: CorrectionTold) -> str:
    form = _ZH if language == "zh" else _EN
    cases = " ".join(case.case for case in told.cases) or "—"
    return form.format_map(
        {
            "on": said_day(told.on, language),
            "head": _head(told.found, language),
            "name": told.name,
            "records": "\n".join(_record(record, language) for record in told.records),
            "found": _found(told.found, language),
            "reasons": _reasons(told.reasons, language),
            "undone": "\n".join(f"- {line}" for line in _undone(told, language)),
            "now": _now(told, language),
            "can": _can(told.found, language),
            "correction": told.correction,
            "cases": cases,
        }
    )


def _head(found: Finding, language: Language) -> str:
    if found == "stands":
        return "我们审查了什么" if language == "zh" else "What we examined"
    return "错在哪里" if language == "zh" else "What was wrong"


def _found(found: Finding, language: Language) -> str:
    known = FOUND.get(found)
    if known is None:
        raise ValueError(f"no letter says {found}")
    return known.said_in(language)


def _reasons(reasons: str, language: Language) -> str:
    if not reasons:
        return ""
    return f"\n理由：{reasons}" if language == "zh" else f"\nReasons: {reasons}"


def _record(record: RecordSaid, language: Language) -> str:
    title, authority = record.title.said_in(language), record.authority.said_in(language)
    day = said_day(record.decided_on, language)
    if language == "zh":
        return f"- {title}，文书号{record.document}，{authority}于{day}作出（{record.record}）。"
    return f"- {title}, document {record.document}, of {authority}, {day} ({record.record})."


def _undone(told: CorrectionTold, language: Language) -> list[str]:
    zh = language == "zh"
    if told.found == "stands":
        return ["没有需要撤销的内容。" if zh else "There was nothing to undo."]
    lines = []
    for scheme in told.schemes:
        title = scheme.said_in(language)
        lines.append(
            f"评价“{title}”：自今日起按没有它来计算。"
            if zh
            else f'Your standing under "{title}" is reckoned without it from today.'
        )
    lines += [_case(case, language) for case in told.cases]
    editions = sorted({number for case in told.cases for number in case.editions}, key=int)
    if editions:
        named = ", ".join(editions)
        lines.append(
            f"这条名单记录曾在第{named}版公布。下一版不再有它，并公布这次更正。"
            if zh
            else f"The entry stood in edition {named}. The next edition no longer has it and names this "
            "correction."
        )
    if told.holders:
        lines.append(
            f"已通知{told.holders}个收到过有关答复或凭证的机构。"
            if zh
            else f"{told.holders} who had received an answer or a credential that rested on it are told."
        )
    return lines or ["没有任何内容以它为依据。" if zh else "Nothing had rested on it."]


def _case(case: CaseTold, language: Language) -> str:
    title, becomes = case.list.said_in(language), BECOMES[case.becomes].said_in(language)
    if language == "zh":
        return f"名单“{title}”的案件{case.case}：{becomes}。"
    return f'Case {case.case} of the list "{title}": {becomes}.'


def _now(told: CorrectionTold, language: Language) -> str:
    zh = language == "zh"
    reviewed = [case.review_until for case in told.cases if case.review_until is not None]
    if reviewed:
        last = said_day(min(reviewed), language)
        return (
            f"经办人在{last}以前复审被中止的记录。到期没有复审的，记录结束。您无须做任何事。"
            if zh
            else f"Officers review the suspended entry until {last}. If they do not, it ends. You need do "
            "nothing."
        )
    return "您无须做任何事。" if zh else "You need do nothing."


def _can(found: Finding, language: Language) -> str:
    if found == "stands":
        return (
            "您可以再次提出争议，附上新的材料；可以查阅全部案卷。不收任何费用。"
            if language == "zh"
            else "You can dispute it again with new material, and see the whole file. It costs nothing."
        )
    return (
        "您可以查阅全部案卷；认为还有没有撤销的内容的，可以告诉我们。不收任何费用。"
        if language == "zh"
        else "You can see the whole file. If you think that something was not undone, tell us. It costs "
        "nothing."
    )


_EN: Final = """\
Letter of correction
{on}

1. {head}
To {name}: this stands in the register about you.
{records}
{found}{reasons}

2. What we have undone
{undone}

3. What happens now
{now}

4. What you can do
{can}

5. Proof
Correction {correction}. Cases {cases}.
"""

_ZH: Final = """\
更正通知
{on}

一、{head}
{name}：登记库中有下列信息记在您的名下。
{records}
{found}{reasons}

二、我们撤销了什么
{undone}

三、接下来
{now}

四、您可以做什么
{can}

五、核验
更正{correction}。案件{cases}。
"""
