"""Tell the subject what is proposed, why, until when they can object, and how it ends.

The order of an adverse notice is fixed: what is proposed; the facts; the rule; what the subject said
and the answer; what they can do and by when; how it ends; who decides; the proof line. It is neutral
about the subject and exact about the act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evenhand.cases import letter_parts as parts
from evenhand.cases.case import CaseKind, Objection
from evenhand.cases.commands import Notify
from evenhand.cases.desk import Desk
from evenhand.cases.dossier import Content
from evenhand.cases.letter_parts import said_day
from evenhand.cases.transitions import decide
from evenhand.cases.words import span_text
from evenhand.kernel.calendars import Calendar, first_working_day
from evenhand.kernel.ids import CaseId
from evenhand.kernel.periods import ONE_DAY, Day, Moment
from evenhand.kernel.text import Language, Text
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.rights.floor import enforces

__all__ = ["Notice", "give_notice", "letter_of", "said_day"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice: its case, the digest of its content, and the letter in both languages."""

    case: CaseId
    content: str
    letter: Text


@enforces("RF-10", "RF-14")
def give_notice(desk: Desk, content: Content, at: Moment) -> Notice:
    """Make the notice of a proposed case, and record that it was made and what it says.

    Nothing runs from it: the time to object runs from proven delivery.

    Raises:
        NotLawfulNow: When the case has a notice already, or is over.
    """
    with desk.transaction(at) as opened:
        context = desk.context(at)
        (body,) = decide(desk.state(content.case), Notify(content.digest()), context)
        once = (f"notice:{content.case}",)
        opened.append([Draft(body.kind, content.case, SYSTEM, body.body, once=once)])
    letter = letter_of(content, context.today, desk.calendar_of(desk.state(content.case).facts))
    return Notice(content.case, content.digest(), letter)


def letter_of(
    content: Content, on: Day, calendar: Calendar, objections: tuple[Objection, ...] = ()
) -> Text:
    """Write the letter, zh and en.

    Args:
        content: What is proposed, and on what.
        on: The day of the letter.
        calendar: Working days, for the last day to object.
        objections: What the subject said so far, with the answers; a first notice has none.
    """
    until = first_working_day(calendar, on + content.objection_days * ONE_DAY)
    return Text(
        zh=_written("zh", content, on, until, objections),
        en=_written("en", content, on, until, objections),
    )


def _written(
    language: Language, content: Content, on: Day, until: Day, objections: tuple[Objection, ...]
) -> str:
    sections = _ZH if language == "zh" else _EN
    places = {
        "heading": _HEADING[content.kind].said_in(language),
        "proposal": _PROPOSAL[content.kind]
        .said_in(language)
        .format(name=content.name, list=content.list.said_in(language)),
        "scheme": content.scheme.said_in(language),
        "version": content.version,
        "authority": content.authority.said_in(language),
        "on": said_day(on, language),
        "until": said_day(until, language),
        "days": content.objection_days,
        "lasts": span_text(content.lasts).said_in(language),
        "met_on": said_day(content.met_on, language),
        "rule": content.rule.said_in(language),
        "laws": parts.laws(content, language),
        "effect": parts.effect(content, language),
        "facts": parts.facts(content, language),
        "said": parts.said_and_answered(objections, language),
        "repair": parts.repair(content, language),
        "case": content.case,
        "digest": content.digest(),
    }
    return sections.format_map(places)


_LIST_HEADING: Final = Text(zh="拟列入名单告知书", en="Notice of a proposed entry on a list")
_LIST_PROPOSAL: Final = Text(
    zh="我们拟将{name}列入“{list}”。", en='We propose to put {name} on the list "{list}".'
)
_HEADING: Final[Mapping[CaseKind, Text]] = {
    "black": _LIST_HEADING,
    "red": _LIST_HEADING,
    "court": Text(
        zh="拟列入被执行人名册告知书", en="Notice of a proposed entry in a register of debtors"
    ),
    "grade": Text(zh="拟定等级告知书", en="Notice of a proposed level"),
    "stage": Text(zh="拟采取措施告知书", en="Notice of a proposed step"),
}
_PROPOSAL: Final[Mapping[CaseKind, Text]] = {
    "black": _LIST_PROPOSAL,
    "red": _LIST_PROPOSAL,
    "court": Text(
        zh="我们拟将您（{name}）列入“{list}”。",
        en='We propose to enter you ({name}) in the "{list}".',
    ),
    "grade": Text(
        zh="我们拟使{name}的{list}生效。", en="We propose that {list} of {name} takes effect."
    ),
    "stage": Text(
        zh="我们拟对{name}采取措施：{list}。", en='We propose a step about {name}: "{list}".'
    ),
}

_EN: Final = """\
{heading}
{on}

1. What we propose
{proposal} Nothing has been decided. The entry would begin on \
the day on which two officers have decided, and not before your time to object is over. It would \
mean:
{effect}

2. The facts we rely on
{facts}

3. The rule
{scheme}, version {version}. {rule}
The rule was met on {met_on}.
Law: {laws}.

4. What you told us
{said}

5. What you can do
You can object within {days} days after the day on which you receive this letter. If you receive it \
on {on}, you can object until {until}, 24:00. It costs nothing. You can see the whole file. Every \
objection is answered in writing, with reasons. Nothing changes for you before that. If we do not \
decide within 30 days after your time to object, there will be no entry.

6. How it would end
The entry would end by itself {lasts} after it takes effect. {repair}

7. Who decides, and who helps
Two officers of {authority} decide, each by their own reading. Neither of them supplied the \
evidence. You can bring somebody who helps you, and an interpreter. Both are free of charge.

8. Proof
Case {case}. Content {digest}
"""

_ZH: Final = """\
{heading}
{on}

一、我们的提议
{proposal}目前没有作出任何决定。两名经办人都作出决定、且您的异议期届满后，记录才会生效。列入意味着：
{effect}

二、我们依据的事实
{facts}

三、规则
{scheme}（{version}版）。{rule}
规则于{met_on}满足。
法律依据：{laws}。

四、您的说明
{said}

五、您可以做什么
收到本告知书之日起{days}天内可以提出异议。如果您在{on}收到，可以在{until}24:00前提出。不收任何费用。您可以查阅全部案卷。\
每项异议都会得到说明理由的书面答复。在此之前，您的状况不会变动。异议期满后30天内我们没有作出决定的，不予列入。

六、何时结束
记录生效满{lasts}后自动结束。{repair}

七、由谁决定，向谁求助
由{authority}的两名经办人各自阅卷后决定，两人都没有提供证据。您可以请人协助，可以请翻译，均不收费。

八、核验
案件{case}。内容摘要{digest}
"""
