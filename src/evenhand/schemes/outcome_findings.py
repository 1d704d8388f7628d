"""What can be wrong with what follows from points: peers, stages, conditions of bands, statuses."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text

PEERS_WITHOUT_EXPOSURE: Final = Kind(
    "E-SCH-60",
    "stops",
    what=Text(zh="有 peers，没有 exposure。", en="There are peers and no exposure."),
    why=Text(
        zh="同类按机会的多少来分组；不知道机会的多少，就没有同类。",
        en="Peers are those with as many chances to err; without exposure nobody has peers.",
    ),
    mend=Text(zh="写 exposure，或删去 peers。", en="Write exposure, or remove peers."),
    example="exposure: {record: routine_inspection, within: 24 months, minimum: 3}",
)

PEERS_OUT_OF_ORDER: Final = Kind(
    "E-SCH-61",
    "stops",
    what=Text(
        zh="同类分组的起点没有从小到大排列：{read}。",
        en="The starts of the groups of peers are not in order, each above the one before: {read}.",
    ),
    why=Text(
        zh="每个主体只属于一个组。",
        en="Everybody belongs to one group, the greatest start reached.",
    ),
    mend=Text(zh="从小到大排列，各不相同。", en="Put the starts in order, each once."),
    example="peers: {starts: [3, 6, 12]}",
)

BAND_NO_PERCENTILE: Final = Kind(
    "E-SCH-62",
    "stops",
    what=Text(
        zh="等级“{read}”从 {from_points} 开始；有 peers 时，等级是 0 到 100 之间的百分位。",
        en='The band "{read}" starts at {from_points}; with peers, bands are percentiles from 0 to 100.',
    ),
    why=Text(zh="超过 100 的等级没有人到得了。", en="Nobody ever reaches a percentile above 100."),
    mend=Text(zh="写 0 到 100 之间的数。", en="Write a number from 0 to 100."),
)

STAGES_OUT_OF_ORDER: Final = Kind(
    "E-SCH-63",
    "stops",
    what=Text(
        zh="阶段“{read}”从 {from_points} 开始，不比前一阶段的 {allowed} 更差。",
        en='The stage "{read}" starts at {from_points}, which is no worse than {allowed} of the stage '
        "before it.",
    ),
    why=Text(
        zh="阶段由轻到重，不能跳过。", en="Stages run from mild to severe, and none can be skipped."
    ),
    mend=Text(
        zh="按由轻到重排列各阶段的起点。",
        en="Put the stages in order, each starting at worse points than the one before.",
    ),
)

STAGE_WITHOUT_RECORDS: Final = Kind(
    "E-SCH-64",
    "stops",
    what=Text(
        zh="阶段“{read}”从 {from_points} 开始，没有任何信息的主体（{allowed} 分）也会进入。",
        en='The stage "{read}" starts at {from_points}, so it is reached with {allowed}, the points of '
        "somebody without any record.",
    ),
    why=Text(zh="措施只能由行为引起。", en="A measure follows from conduct, never from nothing."),
    mend=Text(zh="让该阶段从更差的分数开始。", en="Let the stage start at worse points."),
)

REDUCED_OUTSIDE_STAGE: Final = Kind(
    "E-SCH-65",
    "stops",
    what=Text(
        zh="阶段“{read}”把分数减到 {reduced}，不在本阶段之内（{allowed}）。",
        en='The stage "{read}" cuts points to {reduced}, which is not inside the stage ({allowed}).',
    ),
    why=Text(
        zh="减分是为了停在本阶段；减到别处，就会跳过或重复措施。",
        en="The cut holds somebody in this stage; a number elsewhere skips a measure or undoes one.",
    ),
    mend=Text(
        zh="写本阶段内的数；最后一个阶段不写 reduced_to。",
        en="Write a number of this stage; the last stage has no reduced_to.",
    ),
)

STAGE_TWICE: Final = Kind(
    "E-SCH-66",
    "stops",
    what=Text(
        zh="阶段“{read}”不能用这个名称：已经有同名的阶段，或者它表示没有阶段。",
        en='A stage cannot be named "{read}": another one is, or the word says that none is due.',
    ),
    why=Text(
        zh="措施的信息按名称写明是哪个阶段。", en="A record says by its name which stage was taken."
    ),
    mend=Text(zh="给它另一个名称。", en="Give it another name."),
)

NEEDS_IMPOSSIBLE: Final = Kind(
    "E-SCH-67",
    "stops",
    what=Text(
        zh="等级“{read}”要求“{part}”{bound_zh} {allowed}，而它只能在 {reach} 之间。",
        en='The band "{read}" needs "{part}" {bound_en} {allowed}, and it can only be {reach}.',
    ),
    why=Text(zh="没有人能得到这个等级。", en="Nobody can ever have this grade."),
    mend=Text(zh="改正 needs 或该项的分数。", en="Mend needs, or the points of that part."),
)

NEEDS_EMPTY: Final = Kind(
    "E-SCH-68",
    "stops",
    what=Text(
        zh="等级“{read}”的 needs 没有可以满足的范围。",
        en='The needs of the band "{read}" leave no range that can be met.',
    ),
    why=Text(
        zh="至少要写 at_most 或 at_least 之一，且下限不高于上限。",
        en="It has to say at_most or at_least, and what is at least not above what is at most.",
    ),
    mend=Text(zh="写明范围。", en="State the range."),
    example="needs: {each_of: [hygiene, structure], at_most: 5}",
)

WORST_BAND_NEEDS: Final = Kind(
    "E-SCH-69",
    "stops",
    what=Text(
        zh="最差的等级“{read}”还有条件。",
        en='The worst band, "{read}", has a condition of its own.',
    ),
    why=Text(
        zh="不满足条件的会落到更差的等级，最差的下面没有了，就没有等级。",
        en="Whoever fails a condition falls to the next worse band; below the worst there is none.",
    ),
    mend=Text(zh="删去 needs，或在下面加一个等级。", en="Remove needs, or add a band below it."),
)

STATUS_IS_BAND: Final = Kind(
    "E-SCH-70",
    "stops",
    what=Text(
        zh="直接等级“{read}”有自己的名称（title），又与一个等级同名。",
        en='The direct grade "{read}" has a title of its own and the name of a band.',
    ),
    why=Text(
        zh="有 title 的直接等级是一种状态，不是等级；同名就分不清。",
        en="With a title it is a status such as pending and no band; under one name nobody can tell.",
    ),
    mend=Text(zh="删去 title，或换一个名称。", en="Remove the title, or choose another name."),
)

COSTS_OUT_OF_ORDER: Final = Kind(
    "E-SCH-75",
    "stops",
    what=Text(
        zh="等级“{read}”有代价，更差的等级“{allowed}”却没有。",
        en='The band "{read}" costs something, and the worse band "{allowed}" does not.',
    ),
    why=Text(
        zh="有代价的等级须先经案件决定；更差的等级不能绕过它。",
        en="A band that costs something waits for a decision; a worse one must not be a way around it.",
    ),
    mend=Text(
        zh="给更差的等级也写 costs，或删去这里的 costs。",
        en="Write costs at every worse band too, or remove it here.",
    ),
)

COSTS_THE_BEST: Final = Kind(
    "E-SCH-76",
    "stops",
    what=Text(
        zh="最好的等级“{read}”也有代价。", en='Even the best band, "{read}", costs something.'
    ),
    why=Text(
        zh="决定以前须有一个没有代价的等级有效。",
        en="Until a case is decided a band that costs nothing has to hold.",
    ),
    mend=Text(zh="删去最好等级的 costs。", en="Remove costs from the best band."),
)

COSTS_OF_PERSONS: Final = Kind(
    "E-FLOOR-62",
    "stops",
    what=Text(
        zh="居民的等级“{read}”写了代价。", en='The grade "{read}" would cost residents something.'
    ),
    why=Text(
        zh="居民的分数和等级只能带来好处。",
        en="A resident's points and grade can open benefits and nothing else.",
    ),
    mend=Text(zh="删去 costs。", en="Remove costs."),
    floor="RF-6",
)

FRAMEWORK_SCORES_NOBODY: Final = Kind(
    "E-SCH-71",
    "stops",
    what=Text(
        zh="“{read}”是框架，不能按它计分。", en='"{read}" is a framework; nobody is scored by it.'
    ),
    why=Text(
        zh="框架写明地方办法可以收窄、不得放宽的界限；计分的是地方办法。",
        en="A framework says what local schemes may narrow and never widen; those are what scores.",
    ),
    mend=Text(
        zh="公布写明 framework 的地方办法。",
        en="Put a local scheme in force that names it under framework.",
    ),
)

KINDS: Final = (
    PEERS_WITHOUT_EXPOSURE,
    PEERS_OUT_OF_ORDER,
    BAND_NO_PERCENTILE,
    STAGES_OUT_OF_ORDER,
    STAGE_WITHOUT_RECORDS,
    REDUCED_OUTSIDE_STAGE,
    STAGE_TWICE,
    NEEDS_IMPOSSIBLE,
    NEEDS_EMPTY,
    WORST_BAND_NEEDS,
    STATUS_IS_BAND,
    COSTS_OUT_OF_ORDER,
    COSTS_THE_BEST,
    COSTS_OF_PERSONS,
    FRAMEWORK_SCORES_NOBODY,
)
