"""What a case refuses because of where it stands: one kind of finding for each such guard.

``KINDS`` holds every kind of the stage, those about who acts included.
"""

from __future__ import annotations

from typing import Final

from evenhand.cases.kind_findings import KINDS as OF_KINDS
from evenhand.cases.person_findings import KINDS as OF_PERSONS
from evenhand.cases.redress_findings import KINDS as OF_REDRESS
from evenhand.cases.succession_findings import KINDS as OF_SUCCESSORS
from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

ORDER: Final = Kind(
    "E-CASE-01",
    "stops",
    what=Text(
        zh="案件 {case} 处于“{read}”阶段，此时不能{allowed}。",
        en='Case {case} is "{read}"; at this stage it is not possible to {allowed}.',
    ),
    why=Text(
        zh="每一步都有前提，跳过一步就侵害了权利。",
        en="Each step needs the one before; a step left out is a right taken away.",
    ),
    mend=Text(
        zh="用 case show 查看案件目前到哪一步。", en="See with `case show` where the case stands."
    ),
)

UNDELIVERED: Final = Kind(
    "E-CASE-02",
    "stops",
    what=Text(
        zh="告知书没有送达的证明，不得作出不利的决定。",
        en="There is no proof that the notice was delivered, so nothing can be decided against the subject.",
    ),
    why=Text(
        zh="只有本人签收或有签名的送达回证才算送达；已发出、排队中、被退回都不算。",
        en="Only the subject's acknowledgement or a signed return of service proves delivery; "
        "queued, sent and bounced do not.",
    ),
    mend=Text(zh="先登记送达证明。", en="Record the proof of delivery first."),
    floor="RF-10",
)

PROOF: Final = Kind(
    "E-CASE-03",
    "stops",
    what=Text(zh="送达证明不完整：{read}。", en="The proof of delivery is not complete: {read}."),
    why=Text(zh="异议期从送达起算。", en="The time to object runs from delivery."),
    mend=Text(
        zh="写明证明文件的摘要（SHA-256），送达日不早于告知书之日、不晚于今天。",
        en="Give the digest (SHA-256) of the paper that proves it, and a day of delivery not before the "
        "notice and not after today.",
    ),
    floor="RF-10",
)

WINDOW_OPEN: Final = Kind(
    "E-CASE-04",
    "stops",
    what=Text(
        zh="异议期到 {read} 止，此前不得作出不利的决定。",
        en="The subject can object until {read}; nothing can be decided against them before it is over.",
    ),
    why=Text(
        zh="有证明的送达后至少有15天可以异议。",
        en="There are at least 15 days to object after proven delivery.",
    ),
    mend=Text(zh="等到次日。", en="Wait until the day after."),
    floor="RF-10",
)

WAIVER: Final = Kind(
    "E-CASE-05",
    "stops",
    what=Text(
        zh="放弃异议期的书面声明尚不能成立：{read}。",
        en="The written waiver cannot stand: {read}.",
    ),
    why=Text(
        zh="放弃权利只能由本人在送达后书面作出，并由两名工作人员分别登记。",
        en="Only the subject gives up a right, in writing, after delivery; two clerks record it, "
        "each by themself.",
    ),
    mend=Text(
        zh="写明声明文件的摘要，由另一名工作人员确认。",
        en="Give the digest of the paper, and have another clerk confirm it.",
    ),
    floor="RF-10",
)

TOO_SHORT: Final = Kind(
    "E-CASE-06",
    "stops",
    what=Text(
        zh="异议期为 {read} 天，不得少于 {allowed} 天。",
        en="The time to object is {read} days; it cannot be below {allowed}.",
    ),
    why=Text(zh="这是权利底线。", en="This is the rights floor."),
    mend=Text(zh="修改名单规则。", en="Change the rule of the list."),
    floor="RF-10",
)

UNANSWERED: Final = Kind(
    "E-CASE-07",
    "stops",
    what=Text(zh="异议 {read} 尚未答复。", en="Objection {read} has not been answered."),
    why=Text(
        zh="每项异议都须说明理由地答复，才能作出不利的决定。",
        en="Every objection is answered with reasons before anything is decided against the subject.",
    ),
    mend=Text(zh="先用 case answer 答复。", en="Answer it first with `case answer`."),
    floor="RF-10",
)

UNNAMED: Final = Kind(
    "E-CASE-08",
    "stops",
    what=Text(
        zh="决定没有提到全部异议。案件的异议：{allowed}；决定提到的：{read}。",
        en="The decision does not name every objection. The case has: {allowed}; the decision names: {read}.",
    ),
    why=Text(
        zh="决定人须表明已考虑每一项异议。",
        en="Whoever decides says that they have weighed each objection.",
    ),
    mend=Text(
        zh="重新打开案卷，再作决定。", en="Open the dossier again and decide on what it shows."
    ),
    floor="RF-10",
)

NO_REASONS: Final = Kind(
    "E-CASE-09",
    "stops",
    what=Text(
        zh="理由太短：“{read}”。至少写 {allowed} 个字。",
        en='These are no reasons: "{read}". Write at least {allowed} characters.',
    ),
    why=Text(
        zh="没有理由的决定，当事人无从反驳，法院无从审查。",
        en="A decision without reasons cannot be answered by the subject or examined by a court.",
    ),
    mend=Text(zh="写明依据的事实和规则。", en="Name the facts and the rule that you rely on."),
    floor="RF-6",
)

TERM: Final = Kind(
    "E-CASE-15",
    "stops",
    what=Text(
        zh="期限为{read}，不得超过 {allowed} 个月。",
        en="The term is {read}; it is at most {allowed} months.",
    ),
    why=Text(zh="每一条不利记录都有最后一天。", en="Every adverse entry has a last day."),
    mend=Text(zh="修改名单规则。", en="Change the rule of the list."),
    floor="RF-12",
)

BEFORE_PUBLIC: Final = Kind(
    "E-CASE-16",
    "stops",
    what=Text(
        zh="事实发生在 {read}，早于规则公开之日 {allowed}。",
        en="It happened on {read}, before the rule was public on {allowed}.",
    ),
    why=Text(
        zh="规则公开以前的事不得用来不利于任何人。",
        en="Nothing from before a rule was public counts against anyone.",
    ),
    mend=Text(zh="不予列入。", en="Do not list."),
    floor="RF-13",
)

OTHER_CONTENT: Final = Kind(
    "E-CASE-18",
    "stops",
    what=Text(
        zh="内容与告知书不同（{read}，告知书为 {allowed}）。",
        en="The content is not that of the notice ({read}; the notice has {allowed}).",
    ),
    why=Text(
        zh="决定的内容必须正是当事人得到告知、可以异议的内容。",
        en="What is decided has to be what the subject was told and could object to.",
    ),
    mend=Text(
        zh="重新打开案卷；证据变了，须重新告知。",
        en="Open the dossier again; changed evidence needs a new notice.",
    ),
    floor="RF-10",
)

DOUBT: Final = Kind(
    "E-CASE-19",
    "stops",
    what=Text(
        zh="证据 {read} 有争议，尚未解决。",
        en="The evidence {read} is in doubt, and nobody has settled it.",
    ),
    why=Text(zh="存疑时有利于当事人。", en="Doubt speaks for the subject."),
    mend=Text(zh="先解决争议，或不予列入。", en="Settle the doubt first, or do not list."),
    floor="RF-16",
)

CHANGED: Final = Kind(
    "E-CASE-20",
    "stops",
    what=Text(
        zh="证据 {read} 已被更正或撤回，不能恢复这条记录的效力。",
        en="The evidence {read} was corrected or withdrawn; the entry cannot be resumed on it.",
    ),
    why=Text(
        zh="变了的证据须重新告知、重新决定。",
        en="Changed evidence needs a notice and decisions of its own.",
    ),
    mend=Text(zh="结束这条记录。", en="End the entry."),
    floor="RF-16",
)

KNOWN_FACT: Final = Kind(
    "E-CASE-21",
    "stops",
    what=Text(zh="这一事实已有案件 {read}。", en="These facts already have a case, {read}."),
    why=Text(
        zh="同一文书最多只能产生一条不利记录，同一事实不得再次列入。",
        en="One document makes at most one adverse entry, and the same fact never lists again.",
    ),
    mend=Text(zh="不再提议。", en="Propose nothing."),
    floor="RF-8",
)

TOO_LATE: Final = Kind(
    "E-CASE-23",
    "stops",
    what=Text(
        zh="作出不利决定的期限到 {read} 止，已过。",
        en="The time to decide against the subject ended on {read}.",
    ),
    why=Text(
        zh="机关逾期，后果由机关承担，不由当事人承担。",
        en="When an authority misses its time, the authority bears it, not the subject.",
    ),
    mend=Text(zh="案件将不予列入而结束。", en="The case closes without an entry."),
    floor="RF-11",
)

RESIDENT: Final = Kind(
    "E-CASE-27",
    "stops",
    what=Text(
        zh="主体类别为“{read}”，本程序不办理居民或个体工商户的不利案件。",
        en='The subject is a "{read}"; no adverse case about a resident or sole trader is opened here.',
    ),
    why=Text(
        zh="居民只能由法院按专门程序列为被执行人。",
        en="A resident is listed only by a court, as a judgment debtor, in a procedure of its own.",
    ),
    mend=Text(zh="不再提议。", en="Propose nothing."),
    floor="RF-3",
)

OBJECTION_LATE: Final = Kind(
    "E-CASE-28",
    "stops",
    what=Text(zh="异议期已于 {read} 届满。", en="The time to object ended on {read}."),
    why=Text(
        zh="期满以后，有争议的信息仍可随时提出更正。",
        en="After it, a record that is wrong can still be disputed at any time.",
    ),
    mend=Text(zh="对信息提出更正申请。", en="Dispute the record that is wrong."),
)

NOT_DUE: Final = Kind(
    "E-CASE-29",
    "stops",
    what=Text(zh="{read} 以前不能{allowed}。", en="It is not possible to {allowed} before {read}."),
    why=Text(zh="时间届满才能产生后果。", en="Time has an effect when it has run, and not before."),
    mend=Text(zh="等到该日。", en="Wait for that day."),
)

NUMBER_IN_TEXT: Final = Kind(
    "E-CASE-30",
    "stops",
    what=Text(zh="文字中有居民身份号码。", en="The text holds a resident's number."),
    why=Text(
        zh="登记簿永久保存，其中不得有居民身份号码。",
        en="The ledger keeps everything for good; no resident's number may be in it.",
    ),
    mend=Text(zh="删去号码后再提交。", en="Remove the number and submit again."),
    silent=True,
    floor="RF-4",
)

NO_OBJECTION: Final = Kind(
    "E-CASE-31",
    "stops",
    what=Text(
        zh="案件没有异议“{read}”，或它已经答复。现有待答复：{allowed}。",
        en='The case has no open objection "{read}". Waiting for an answer: {allowed}.',
    ),
    why=Text(zh="答复必须对应某一项异议。", en="An answer is the answer to one objection."),
    mend=Text(zh="写上待答复异议的编号。", en="Give the number of an open objection."),
)

NO_PAPER: Final = Kind(
    "E-CASE-32",
    "stops",
    what=Text(zh="没有主体书面声明的摘要。", en="The digest of the subject's letter is missing."),
    why=Text(
        zh="以主体的名义行事，须有主体自己的文件。",
        en="Whoever acts in the subject's name needs the subject's own paper.",
    ),
    mend=Text(zh="写明该文件的摘要（SHA-256）。", en="Give the digest (SHA-256) of the paper."),
)

SAME_WORDS: Final = Kind(
    "W-CASE-01",
    "warns",
    what=Text(
        zh="同一段文字用在 {read} 个案件中（例如 {allowed}）。",
        en="The same words stand in {read} cases (for example {allowed}).",
    ),
    why=Text(zh="千篇一律的答复等于没有答复。", en="An answer that fits every case answers none."),
    mend=Text(zh="由审计员查看这些案件。", en="The auditor looks at these cases."),
)

ALWAYS_AGREE: Final = Kind(
    "W-CASE-03",
    "warns",
    what=Text(
        zh="{read} 与 {allowed} 一起决定了 {count} 个案件，从未有过不同意见。",
        en="{read} and {allowed} decided {count} cases together and never once disagreed.",
    ),
    why=Text(zh="从不反对的复核可能没有在复核。", en="A review that never objects may be none."),
    mend=Text(
        zh="由审计员抽查这些案件；换人搭配。",
        en="The auditor looks at some of these cases; let others be paired.",
    ),
)

UNTRACED: Final = Kind(
    "W-CASE-02",
    "warns",
    what=Text(
        zh="没有提议：信息 {read} 找不到报送批次和报送人。",
        en="Not proposed: nobody can say who delivered the record {read}.",
    ),
    why=Text(
        zh="不知道谁提供证据，就无法保证他不参与决定。",
        en="Without that, nothing keeps whoever supplied it from deciding.",
    ),
    mend=Text(zh="检查登记簿。", en="Check the register."),
    floor="RF-6",
)

KINDS: Final = (
    ORDER,
    UNDELIVERED,
    PROOF,
    WINDOW_OPEN,
    WAIVER,
    TOO_SHORT,
    UNANSWERED,
    UNNAMED,
    NO_REASONS,
    TERM,
    BEFORE_PUBLIC,
    OTHER_CONTENT,
    DOUBT,
    CHANGED,
    KNOWN_FACT,
    TOO_LATE,
    RESIDENT,
    OBJECTION_LATE,
    NOT_DUE,
    NUMBER_IN_TEXT,
    NO_OBJECTION,
    NO_PAPER,
    SAME_WORDS,
    ALWAYS_AGREE,
    UNTRACED,
    *OF_KINDS,
    *OF_SUCCESSORS,
    *OF_REDRESS,
    *OF_PERSONS,
)
