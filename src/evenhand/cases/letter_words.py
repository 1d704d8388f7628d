"""The words of each letter about a case: what it is called, what was decided, what can be done, the end.

Headings and their order are the same in every letter and stand in ``letters.py``. Sentences are
short, say who did it, and praise or blame nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.cases.case import CaseKind
from evenhand.kernel.text import Text

LetterKind = Literal[
    "proposed",
    "answered",
    "listed",
    "not_listed",
    "suspended",
    "resumed",
    "appeal_decided",
    "repair_decided",
    "shortened",
    "ended",
]
"""What a letter is about."""


@dataclass(frozen=True, slots=True)
class Words:
    """One letter's own words, with places in braces.

    Attributes:
        title: What the letter is called.
        decided: The first section: what, with its effect and its day.
        can_do: What the subject can do, by when, what it costs, what happens meanwhile.
        end: How it can be changed later, and when it ends anyway.
        by: Who decided.
    """

    title: Text
    decided: Text
    can_do: Text
    end: Text
    by: Text


THING: Final[Mapping[CaseKind, Text]] = {
    "black": Text(zh="“{list}”上的记录", en='the entry on the list "{list}"'),
    "red": Text(zh="“{list}”上的记录", en='the entry on the list "{list}"'),
    "court": Text(zh="“{list}”上的记录", en='the entry in the "{list}"'),
    "grade": Text(zh="等级“{list}”", en='the level "{list}"'),
    "stage": Text(zh="措施“{list}”", en='the step "{list}"'),
}
"""What is decided on, as a part of a sentence."""

HEADINGS: Final = (
    Text(zh="一、我们的决定", en="1. What we decided"),
    Text(zh="二、我们依据的事实", en="2. The facts we rely on"),
    Text(zh="三、规则", en="3. The rule"),
    Text(zh="四、您的说明和我们的答复", en="4. What you told us, and our answers"),
    Text(zh="五、您可以做什么", en="5. What you can do"),
    Text(zh="六、何时结束", en="6. How it ends"),
    Text(zh="七、由谁决定，向谁求助", en="7. Who decided, and who helps"),
    Text(zh="八、核验", en="8. Proof"),
)

HELP: Final = Text(
    zh="您可以请人协助，可以请翻译，均不收费。",
    en="You can bring somebody who helps you, and an interpreter. Both are free of charge.",
)

_BOTH: Final = Text(
    zh="由{authority}的两名经办人各自阅卷后决定，两人都没有提供证据。两人在公开的经办人名册上的账号：{officers}。",
    en="Two officers of {authority} decided, each by their own reading. Neither of them supplied the "
    "evidence. Their accounts in the public officer register: {officers}.",
)
_OFFICER: Final = Text(
    zh="由{authority}作出。办理人在公开的经办人名册上的账号：{officers}。",
    en="{authority} decided. The account in the public officer register: {officers}.",
)
_SYSTEM: Final = Text(
    zh="没有人作出决定：这是规则直接规定的结果，由登记库执行。负责机关是{authority}。",
    en="Nobody decided this: the rules say it, and the register carried it out. The authority in charge "
    "is {authority}.",
)
_APPEAL: Final = Text(
    zh="只要{thing}还有效，您都可以申诉，最后一日是{until}。申诉由另一人审理，此人既没有签署本决定，也没有提供证据。"
    "收到申诉后应在30天内决定；逾期的，停止生效。不收任何费用。您可以查阅全部案卷。"
    "数据有误的，可以随时要求更正。",
    en="You can appeal for as long as {thing} has effect, until {until}. Somebody else decides your appeal, "
    "who neither signed this decision nor supplied the evidence. We decide within 30 days after your "
    "appeal comes in; when we are late, it has no effect. Appealing costs nothing. You can see the whole "
    "file. You can ask at any time that wrong data is corrected.",
)
_NOTHING: Final = Text(
    zh="您不需要做任何事。您可以查阅全部案卷，不收任何费用。数据有误的，可以随时要求更正。",
    en="You need not do anything. You can see the whole file; it costs nothing. You can ask at any time "
    "that wrong data is corrected.",
)
_ENDS: Final = Text(
    zh="最迟于{until}自动结束。{repair}",
    en="It ends by itself on {until} at the latest. {repair}",
)
_OVER: Final = Text(
    zh="已经结束。同样的事实没有新的证据，不会再次列入。",
    en="It is over. The same facts lead to no new case without new evidence.",
)

WORDS: Final[Mapping[LetterKind, Words]] = {
    "answered": Words(
        Text(zh="对您异议的答复", en="Our answer to your objection"),
        Text(
            zh="我们答复您的异议{objection}。{thing}还没有决定，状况没有变动。我们的答复是：{reasons}",
            en="We answer your objection {objection}. Nothing about {thing} has been decided, and nothing "
            "has changed. Our answer: {reasons}",
        ),
        Text(
            zh="在{object_until}24:00之前，您还可以提出异议。每项异议都会得到说明理由的书面答复。"
            "我们没有在{decide_until}之前决定的，不予列入。不收任何费用。您可以查阅全部案卷。",
            en="You can object again until {object_until}, 24:00. Every objection is answered in writing, "
            "with reasons. If we do not decide by {decide_until}, there will be no entry. It costs "
            "nothing. You can see the whole file.",
        ),
        Text(
            zh="如果列入，生效满{lasts}后自动结束。{repair}",
            en="If there is an entry, it ends by itself {lasts} after it takes effect. {repair}",
        ),
        _OFFICER,
    ),
    "listed": Words(
        Text(zh="决定书", en="Decision"),
        Text(
            zh="两名经办人决定：{thing}自{on}起生效，到{until}止。理由：{reasons}它意味着：",
            en="Two officers decided: {thing} takes effect on {on} and lasts until {until}. The reasons: "
            "{reasons} It means:",
        ),
        _APPEAL,
        _ENDS,
        _BOTH,
    ),
    "not_listed": Words(
        Text(zh="不予列入通知书", en="There will be no entry"),
        Text(
            zh="{on}，案件已结，{thing}不会生效。原因：{why}。您的状况没有变动。{reasons}",
            en="On {on} we closed the case, and {thing} does not take effect. The reason: {why}. Nothing "
            "has changed for you. {reasons}",
        ),
        _NOTHING,
        _OVER,
        _OFFICER,
    ),
    "suspended": Words(
        Text(zh="中止通知书", en="Suspended"),
        Text(
            zh="自{on}起，{thing}中止，没有任何效力。原因：{causes}。",
            en="From {on} on {thing} is suspended and has no effect. The reason: {causes}.",
        ),
        Text(
            zh="您不需要做任何事。我们应在{review_until}之前复审；逾期的，它就此结束。您可以补充说明和材料，不收任何费用。",
            en="You need not do anything. We have to review it by {review_until}; if we do not, it ends. "
            "You can add what you want to say and papers. It costs nothing.",
        ),
        _ENDS,
        _SYSTEM,
    ),
    "resumed": Words(
        Text(zh="恢复生效通知书", en="In effect again"),
        Text(
            zh="两名没有签署原决定的经办人复审后决定：{thing}自{on}起恢复生效，期限不变，到{until}止。理由：{reasons}",
            en="Two officers who had not signed the decision reviewed it: {thing} has effect again from "
            "{on}. It lasts until {until}, as before. The reasons: {reasons}",
        ),
        _APPEAL,
        _ENDS,
        _BOTH,
    ),
    "appeal_decided": Words(
        Text(zh="申诉决定书", en="Decision on your appeal"),
        Text(
            zh="{on}，我们对您的申诉{appeal}作出决定：{outcome}。理由：{reasons}",
            en="On {on} we decided your appeal {appeal}: {outcome}. The reasons: {reasons}",
        ),
        Text(
            zh="您可以依法向人民法院提起诉讼。有新的证据时可以再次申诉。不收任何费用。您可以查阅全部案卷。",
            en="You can go to court, as the law says. With new evidence you can appeal again. It costs "
            "nothing. You can see the whole file.",
        ),
        _ENDS,
        Text(
            zh="由{authority}的一名复审人决定。此人既没有签署原决定，也没有提供证据。其账号：{officers}。",
            en="A reviewer of {authority} decided, who neither signed the decision nor supplied the "
            "evidence. Their account in the public officer register: {officers}.",
        ),
    ),
    "repair_decided": Words(
        Text(zh="信用修复决定书", en="Decision on your repair"),
        Text(
            zh="{on}，我们对您的信用修复申请{repair_no}作出决定：{outcome}。理由：{reasons}{missing}",
            en="On {on} we decided your application for repair {repair_no}: {outcome}. The reasons: "
            "{reasons} {missing}",
        ),
        Text(
            zh="缺少的材料补齐后，可以随时再次申请。您也可以申诉。不收任何费用。您可以查阅全部案卷。",
            en="You can apply again at any time, once what is missing is there. You can also appeal. It "
            "costs nothing. You can see the whole file.",
        ),
        _ENDS,
        _OFFICER,
    ),
    "shortened": Words(
        Text(zh="期限缩短通知书", en="Ends sooner"),
        Text(
            zh="{thing}现在到{until}止，比原来早。原因：{why}。",
            en="{thing} now lasts until {until}, which is sooner than before. The reason: {why}.",
        ),
        _NOTHING,
        _ENDS,
        _SYSTEM,
    ),
    "ended": Words(
        Text(zh="结束通知书", en="It has ended"),
        Text(
            zh="自{on}起，{thing}已经结束，不再有任何效力。原因：{why}。下一版公布中不再有它。{reasons}",
            en="From {on} on {thing} has ended and has no effect any more. The reason: {why}. The next "
            "edition is without it. {reasons}",
        ),
        _NOTHING,
        _OVER,
        _SYSTEM,
    ),
}
"""``proposed`` is the notice itself; its words stand in ``notice.py``."""

APPEAL_OUTCOME: Final[Mapping[str, Text]] = {
    "upheld": Text(zh="维持原决定", en="the decision stands"),
    "lifted": Text(zh="撤销，自今日起不再有效", en="it is lifted and has no effect from today"),
    "shortened": Text(zh="期限缩短", en="it ends sooner"),
}

REPAIR_OUTCOME: Final[Mapping[str, Text]] = {
    "ends": Text(zh="准予修复，记录结束", en="granted; the entry ends"),
    "refused": Text(zh="条件尚不具备", en="not yet, because something is missing"),
}

BY_PEOPLE: Final = Text(
    zh="由{authority}作出。办理人的账号：{officers}。",
    en="{authority} decided. Their accounts in the public officer register: {officers}.",
)
"""For an end that officers decided."""

BY_ANOTHER_LETTER: Final = Text(
    zh="这是{authority}所作决定的结果；由谁决定、理由是什么，写在关于该决定的信件里。",
    en="It follows from a decision of {authority}. The letter about that decision says who decided and why.",
)
"""For what follows from a decision on an appeal or a repair."""
