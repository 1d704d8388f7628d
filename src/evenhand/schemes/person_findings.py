"""What a scheme may not do to people, continued: refusals of RF-1, RF-2, RF-5 and RF-7."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

CONSENT_COUNTED: Final = Kind(
    "E-FLOOR-12",
    "stops",
    what=Text(
        zh="“{read}”是同意，不能计分，也不能决定等级或名单。",
        en='"{read}" is a consent; nothing is scored, graded or listed by it.',
    ),
    why=Text(
        zh="同意和撤回都是自由的，不得有分数上的好处或坏处。",
        en="Joining and leaving are free; neither earns points nor costs any.",
    ),
    mend=Text(zh="删去这一条。", en="Remove it."),
    floor="RF-1",
)

PERSON_MEASURED_BY_CHANCES: Final = Kind(
    "E-FLOOR-20",
    "stops",
    what=Text(
        zh="居民的办法用 exposure 相除。", en="A scheme about residents divides points by exposure."
    ),
    why=Text(
        zh="比率把一个人与别人相比，还会因为多了一条好的信息而变差；这只用于机构。",
        en="A rate holds a person against others and can fall by a good record; it is for organisations.",
    ),
    mend=Text(zh="删去 exposure。", en="Remove exposure."),
    floor="RF-2",
)

PERSONS_RANKED: Final = Kind(
    "E-FLOOR-27",
    "stops",
    what=Text(
        zh="居民的办法有 peers，会给居民排名。",
        en="A scheme about residents has peers; it would rank residents.",
    ),
    why=Text(
        zh="居民不排名：没有名次，没有百分位，不按分数排序。",
        en="Residents are never ranked: no order of standings, no percentile, no sort by points.",
    ),
    mend=Text(zh="删去 peers。", en="Remove peers."),
    floor="RF-2",
)

PERSONS_STAGED: Final = Kind(
    "E-FLOOR-28",
    "stops",
    what=Text(
        zh="居民的办法有分阶段的措施“{read}”。",
        en='A scheme about residents has stages of measures, "{read}" among them.',
    ),
    why=Text(
        zh="居民的分数只能打开激励，不带来任何措施。",
        en="A resident's points open benefits and carry no measure.",
    ),
    mend=Text(zh="删去 stages。", en="Remove stages."),
    floor="RF-2",
)

NEWCOMER_NOT_AT_BASE: Final = Kind(
    "E-FLOOR-29",
    "stops",
    what=Text(
        zh="没有任何信息的居民在“{read}”上已有 {points} 分。",
        en='A resident without any record already has {points} points of "{read}".',
    ),
    why=Text(
        zh="新加入者在起点：多了会被扣到新加入者以下，少了是没有行为的扣分。",
        en="A newcomer stands at the base: with more, a loss leads below a newcomer; with less, points "
        "are lost without any conduct.",
    ),
    mend=Text(
        zh="删去 starts 和高于零的 at_least，把分数写进 base。",
        en="Remove starts and an at_least above zero; put the points into the base.",
    ),
    floor="RF-2",
)

HEARSAY: Final = Kind(
    "E-FLOOR-51",
    "stops",
    what=Text(
        zh="“{read}”依据的是举报或传闻（{matter}），不是行政文书。",
        en='"{read}" rests on reports or hearsay ({matter}) and on no administrative document.',
    ),
    why=Text(
        zh="每条信息都要有机关、文书号、日期和依据；邻居、网格员和匿名者的话不是文书。",
        en="Every record has an authority, a document and a legal basis; the word of a neighbour, a grid "
        "worker or somebody unnamed is no document.",
    ),
    mend=Text(
        zh="删去这一条；机关查实后作出的决定可以计算。",
        en="Remove it; what an authority found and decided may count.",
    ),
    floor="RF-5",
)

GRADE_OPENS_NOTHING: Final = Kind(
    "E-FLOOR-74",
    "stops",
    what=Text(
        zh="居民的等级可用于“{read}”，而它不打开任何激励。",
        en='A resident\'s grade may be used for "{read}", which opens no benefit.',
    ),
    why=Text(
        zh="居民的等级只用于核对激励和本人查询，不得用于许可、执法、采购或别的审查。",
        en="A resident's grade is looked up to open a benefit or for their own report, and for no licence, "
        "enforcement, purchase or review.",
    ),
    mend=Text(
        zh="只写 benefit-entitlement 和 own-report。",
        en="Name benefit-entitlement and own-report only.",
    ),
    example="grades_purposes: [benefit-entitlement]",
    floor="RF-7",
)

PURPOSE_OF_OTHER_DOMAIN: Final = Kind(
    "E-FLOOR-75",
    "stops",
    what=Text(
        zh="用途“{read}”属于“{its}”，名单属于“{allowed}”。",
        en='The purpose "{read}" belongs to "{its}", the list to "{allowed}".',
    ),
    why=Text(
        zh="在别的领域查用名单，就是一处失信、处处受限。",
        en="A list that is looked up in another field restricts there, whatever its measures say.",
    ),
    mend=Text(zh="改为同一领域的用途。", en="Name purposes of the list's own domain."),
    floor="RF-7",
)

LIST_ENTRY_READ: Final = Kind(
    "E-FLOOR-76",
    "stops",
    what=Text(
        zh="“{read}”是别的名单上的记录，不能作为输入。",
        en='"{read}" is an entry on somebody\'s list and no input of a scheme.',
    ),
    why=Text(
        zh="名单记录只用于名单自己写明的用途；再拿来计分或列入，一次行为就受两次后果。",
        en="An entry serves the purposes that its own list names; read again, one breach has its "
        "consequences twice.",
    ),
    mend=Text(
        zh="改用该名单所依据的决定。", en="Count the decision that the entry rests on, if anything."
    ),
    example="counts: judgment_default",
    floor="RF-7",
)

KINDS: Final = (
    CONSENT_COUNTED,
    PERSON_MEASURED_BY_CHANCES,
    PERSONS_RANKED,
    PERSONS_STAGED,
    NEWCOMER_NOT_AT_BASE,
    HEARSAY,
    GRADE_OPENS_NOTHING,
    PURPOSE_OF_OTHER_DOMAIN,
    LIST_ENTRY_READ,
)
