"""What a case refuses because of who acts: one kind of finding for each such guard."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

NOT_IN_OFFICE: Final = Kind(
    "E-CASE-10",
    "stops",
    what=Text(zh="{read} 目前不是 {allowed}。", en="{read} is not {allowed} at this time."),
    why=Text(
        zh="只有在任的人才能行使职权；登记满7天后生效，撤销立即生效。",
        en="Only somebody in office may act; an enrolment counts after 7 days, a revocation at once.",
    ),
    mend=Text(zh="由有此职务的人办理。", en="Somebody who holds the office has to act."),
    floor="RF-6",
)

SAME_PERSON: Final = Kind(
    "E-CASE-11",
    "stops",
    what=Text(
        zh="{read} 已经签署过第一次决定；第二次决定须由另一个自然人作出。",
        en="{read} signed the first decision already; the second is for another natural person.",
    ),
    why=Text(
        zh="不利的决定由两个人作出；一个人的两个账户仍是一个人。",
        en="An adverse decision takes two people; two accounts of one person are one person.",
    ),
    mend=Text(zh="由另一名经办人复核。", en="Have another officer decide."),
    floor="RF-6",
)

SUPPLIED: Final = Kind(
    "E-CASE-12",
    "stops",
    what=Text(
        zh="{read} 提供或登记过本案的证据，不得在本案中决定。",
        en="{read} supplied or recorded evidence in this case and cannot decide in it.",
    ),
    why=Text(
        zh="提供证据的人不得评判自己的证据。",
        en="Whoever brings the evidence does not judge it.",
    ),
    mend=Text(zh="由另一名经办人决定。", en="Have another officer decide."),
    floor="RF-6",
)

CONFLICT: Final = Kind(
    "E-CASE-13",
    "stops",
    what=Text(
        zh="{read} 已声明与本案有利益冲突，不得在本案中办理。",
        en="{read} declared a conflict of interest in this case and cannot act in it.",
    ),
    why=Text(zh="任何人不得评判自己的事。", en="Nobody judges their own affair."),
    mend=Text(zh="由另一名经办人办理。", en="Have another officer act."),
    floor="RF-6",
)

ENROLLED: Final = Kind(
    "E-CASE-14",
    "stops",
    what=Text(
        zh="{read} 与第一次决定的签署人之间有登记关系，两人不得共同决定。",
        en="{read} and the signer of the first decision enrolled one another; they cannot decide together.",
    ),
    why=Text(
        zh="登记他人的人可以造出一个听话的第二人。",
        en="Whoever enrols people could make a second one who obeys.",
    ),
    mend=Text(zh="由另一名经办人复核。", en="Have another officer decide."),
    floor="RF-6",
)

NO_PERSON: Final = Kind(
    "E-CASE-17",
    "stops",
    what=Text(
        zh="这一步须由本人签名，而{read}。",
        en="This step needs a person's own signature, but {read}.",
    ),
    why=Text(
        zh="程序不能作出不利的决定；签名证明是谁决定的。",
        en="No program decides against anybody; the signature proves who did.",
    ),
    mend=Text(zh="用本人的密钥签署后再提交。", en="Sign with your own key and submit again."),
    floor="RF-6",
)

NOT_FRESH: Final = Kind(
    "E-CASE-22",
    "stops",
    what=Text(
        zh="{read} 签署过原决定或者解决过证据的争议，不得复审是否维持。",
        en="{read} signed the decision or settled a doubt about its evidence, and cannot review "
        "whether it stands.",
    ),
    why=Text(zh="复审须由新的人进行。", en="A review is for somebody new."),
    mend=Text(zh="由两者都没有做过的经办人复审。", en="Have an officer review who did neither."),
    floor="RF-11",
)

CAP: Final = Kind(
    "E-CASE-24",
    "stops",
    what=Text(
        zh="{read} 今天已作出 {allowed} 个列入决定，这是每人每天的上限。",
        en="{read} has signed {allowed} decisions to list today, which is the most for one person and day.",
    ),
    why=Text(
        zh="批量列入没有门。每个案件都要有人读过。",
        en="There is no door for listing in bulk; somebody has to have read each case.",
    ),
    mend=Text(
        zh="明天继续，或由其他经办人决定。", en="Go on tomorrow, or leave it to another officer."
    ),
    floor="RF-6",
)

NOT_OPENED: Final = Kind(
    "E-CASE-25",
    "stops",
    what=Text(
        zh="{read} 尚未打开案卷，或打开之后案卷又有变化。",
        en="{read} has not opened the dossier, or it has changed since.",
    ),
    why=Text(zh="没有读过案卷的人不能决定。", en="Nobody decides on what they have not read."),
    mend=Text(zh="先打开案卷。", en="Open the dossier first."),
    floor="RF-6",
)

TOO_FAST: Final = Kind(
    "E-CASE-26",
    "stops",
    what=Text(
        zh="打开案卷才 {read} 秒，至少须阅读 {allowed} 秒。",
        en="The dossier was opened {read} seconds ago; reading takes at least {allowed}.",
    ),
    why=Text(zh="复核不是盖章。", en="A review is not a rubber stamp."),
    mend=Text(zh="读完再决定。", en="Read it, then decide."),
    floor="RF-6",
)

OTHER_STEWARD: Final = Kind(
    "E-CASE-41",
    "stops",
    what=Text(zh="{read} 已经签署过这项登记。", en="{read} signed this enrolment already."),
    why=Text(zh="登记他人须由两名管理员分别签署。", en="It takes two stewards to enrol anybody."),
    mend=Text(zh="由另一名管理员签署。", en="Another steward has to sign."),
    floor="RF-6",
)

NOTHING_TO_SIGN: Final = Kind(
    "E-CASE-42",
    "stops",
    what=Text(
        zh="{read} 没有两名管理员签署过的同一登记，也没有可撤销的职务。",
        en="For {read} there is no enrolment that two stewards signed, and no office to revoke.",
    ),
    why=Text(
        zh="审计员只能会签两名管理员签署的同一内容。",
        en="The auditor countersigns exactly what two stewards signed.",
    ),
    mend=Text(
        zh="核对账号、职务、主管部门和公钥是否完全相同。",
        en="Compare account, role, authority and public key; all must be the same.",
    ),
)

FOUNDER: Final = Kind(
    "E-CASE-43",
    "stops",
    what=Text(
        zh="{read} 的账号、本人或密钥属于管理员或审计员。",
        en="The account, person or key of {read} is a steward's or the auditor's.",
    ),
    why=Text(
        zh="登记他人的人和审计的人永远不能办案。",
        en="Whoever enrols or audits people never decides cases.",
    ),
    mend=Text(zh="登记另一个人。", en="Enrol somebody else."),
    floor="RF-6",
)

ALREADY_ENROLLED: Final = Kind(
    "E-CASE-44",
    "stops",
    what=Text(zh="{read} 已经登记。", en="{read} is enrolled already."),
    why=Text(zh="一个账号同一时间只有一个职务。", en="One account holds one role at a time."),
    mend=Text(zh="先撤销原职务。", en="Revoke the present role first."),
)

KEY_TAKEN: Final = Kind(
    "E-CASE-45",
    "stops",
    what=Text(
        zh="{read} 的公钥已由另一个人使用。", en="The public key of {read} is another person's."
    ),
    why=Text(
        zh="一把密钥只能证明一个人。", en="A key proves one person; two could hide behind it."
    ),
    mend=Text(zh="为此人制作新密钥。", en="Make a key for this person."),
)

WRONG_ROLE: Final = Kind(
    "E-CASE-46",
    "stops",
    what=Text(
        zh="不能登记“{read}”这一职务。可登记：clerk、officer、reviewer。",
        en='Nobody is enrolled as "{read}". There are: clerk, officer, reviewer.',
    ),
    why=Text(
        zh="管理员和审计员只在建立登记簿时确定。",
        en="Stewards and the auditor are named when the register is made.",
    ),
    mend=Text(zh="改用可登记的职务。", en="Use one of these roles."),
)

ACCOUNT_TAKEN: Final = Kind(
    "E-CASE-47",
    "stops",
    what=Text(
        zh="账号 {read} 曾属于另一个人。", en="The account {read} was another person's before."
    ),
    why=Text(
        zh="账号换人，旧的签名就会算到新人头上。",
        en="With a new person behind an account its old signatures would be theirs.",
    ),
    mend=Text(zh="为此人另立账号。", en="Give this person an account of their own."),
)

KEY_USED: Final = Kind(
    "E-CASE-73",
    "stops",
    what=Text(
        zh="{read} 是或曾经是某人的密钥，或是见证人的密钥。",
        en="{read} is or was somebody's key, or the witness's.",
    ),
    why=Text(zh="一把密钥只能证明一个人。", en="A key proves one person."),
    mend=Text(
        zh="用 officer key 制作一把新密钥。", en="Make a new one: evenhand officer key FILE."
    ),
)

NO_REPLACEMENT: Final = Kind(
    "E-CASE-74",
    "stops",
    what=Text(
        zh="{read} 没有签署过换用这把新密钥。",
        en="{read} did not sign that this new key follows theirs.",
    ),
    why=Text(
        zh="旧密钥须为新密钥签名，否则两个人就能冒充第三个人。",
        en="The old key has to sign for the new one; else two people could make themselves the third.",
    ),
    mend=Text(
        zh="当面核对新公钥；本人先用 officer replace-key 签署。",
        en="Compare the new public key face to face; its owner signs first: officer replace-key.",
    ),
)

OWN_REPLACEMENT: Final = Kind(
    "E-CASE-75",
    "stops",
    what=Text(zh="{read} 不能确认自己的密钥。", en="{read} cannot confirm a key of their own."),
    why=Text(zh="拿走旧密钥的人也会这样做。", en="Whoever took the old key would do the same."),
    mend=Text(
        zh="由另一名管理员或审计员确认。", en="The other steward or the auditor confirms it."
    ),
)

KINDS: Final = (
    NOT_IN_OFFICE,
    SAME_PERSON,
    SUPPLIED,
    CONFLICT,
    ENROLLED,
    NO_PERSON,
    NOT_FRESH,
    CAP,
    NOT_OPENED,
    TOO_FAST,
    OTHER_STEWARD,
    NOTHING_TO_SIGN,
    FOUNDER,
    ALREADY_ENROLLED,
    KEY_TAKEN,
    WRONG_ROLE,
    ACCOUNT_TAKEN,
    KEY_USED,
    NO_REPLACEMENT,
    OWN_REPLACEMENT,
)
