"""What a case against a successor is refused for."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

NOT_ALLOWED: Final = Kind(
    "E-CASE-70",
    "stops",
    what=Text(
        zh="名单“{read}”的规则不允许对承继者另立案件。",
        en='The rule of the list "{read}" does not let anything follow to a successor.',
    ),
    why=Text(
        zh="记录不随主体的合并、分立转移；只有规则写明的，才能对承继者作出单独的决定。自然人没有承继者。",
        en="An entry does not move with a merger or split. Only where the rule says so can a decision "
        "of its own be made about a successor. Nobody succeeds a natural person.",
    ),
    mend=Text(
        zh="不再办理；要允许的，另行公布写有 successors 的新版本。",
        en="Leave it. To allow it, publish a version whose list says `successors: own_decision`.",
    ),
    floor="RF-9",
)

NOT_NAMED: Final = Kind(
    "E-CASE-71",
    "stops",
    what=Text(
        zh="没有登记文书说明 {read} 是承继者。",
        en="No registration names {read} as the successor.",
    ),
    why=Text(
        zh="关联、投资或同名都不是承继；承继须由登记机关的文书证明。",
        en="A link, a share or a name makes nobody a successor; a document of the registration "
        "authority does.",
    ),
    mend=Text(
        zh="由登记机关报送合并或分立的登记信息。",
        en="Let the registration authority deliver the merger or split.",
    ),
    floor="RF-9",
)

NOTHING_LEFT: Final = Kind(
    "E-CASE-72",
    "stops",
    what=Text(
        zh="案件 {read} 没有生效中的记录可以跟随（至 {allowed}）。",
        en="Case {read} has no entry that could be followed (until {allowed}).",
    ),
    why=Text(
        zh="承继者承担的，不得多于或长于前主体；已更正、修复或期满的，不再跟随。",
        en="A successor bears no more and no longer than its predecessor would have: what was "
        "corrected, repaired or is over is not followed.",
    ),
    mend=Text(zh="不再办理。", en="Leave it."),
    floor="RF-9",
)

KINDS: Final = (NOT_ALLOWED, NOT_NAMED, NOTHING_LEFT)
