"""What each keyword of the head, the points and the factors means, in a line, zh and en.

The JSON Schema shows these lines in an editor, and each keyword's page of the reference begins with
them. A keyword that means different things in different parts has a line for each, under the part's
name and a full stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.text import Text

HEAD: Final[Mapping[str, Text]] = {
    "scheme": Text(zh="办法的名称，各版本相同", en="the scheme's name, the same in all versions"),
    "FrameworkPart.scheme": Text(zh="框架办法的名称", en="the framework's name"),
    "title": Text(zh="给人看的名称", en="what people call it"),
    "zh": Text(zh="中文", en="the text in Chinese"),
    "en": Text(zh="英文", en="the text in English"),
    "version": Text(
        zh="版本；文件一改就是新版本", en="the version; a changed file is a new version"
    ),
    "authority": Text(zh="制定并负责本办法的机关", en="who made the rules and answers for them"),
    "calendar": Text(
        zh="案件期限按哪个工作日历计算",
        en="the working days that its cases' deadlines are counted by",
    ),
    "jurisdiction": Text(zh="适用地域", en="where the rules hold"),
    "domain": Text(zh="指标和激励所属的领域", en="the field of its factors and benefits"),
    "SchemePart.kind": Text(
        zh="正式办法、研究用复现，或地方办法只能收紧的框架",
        en="a scheme in force, a regime reproduced for study, or a framework that local schemes narrow",
    ),
    "ListPart.kind": Text(zh="严重失信或守信激励", en="serious breaches, or good conduct"),
    "emergency": Text(
        zh="应急办法：可以立即施行，180天内结束，不设严重失信主体名单",
        en="an emergency: may start at once, ends within 180 days, has no list of serious breaches",
    ),
    "framework": Text(
        zh="所属的框架；只能收紧，不能放宽", en="the framework that it may narrow and never widen"
    ),
    "legal_basis": Text(zh="法律依据", en="the laws that it rests on"),
    "CitationPart.article": Text(zh="条文", en="the article of that law"),
    "FactorPart.article": Text(
        zh="本办法中规定该指标的条文", en="the article of the rules that says so"
    ),
    "subjects": Text(zh="评价谁", en="whom the rules are about"),
    "participation": Text(
        zh="本人同意才参加，或依法适用", en="by the subject's own signed wish, or by law"
    ),
    "published": Text(zh="公布日", en="the day of publication"),
    "in_force": Text(zh="施行的第一天和最后一天", en="the first and the last day in force"),
    "ForcePart.from": Text(zh="施行的第一天", en="the first day in force"),
    "until": Text(zh="施行的最后一天", en="the last day in force"),
    "made_up": Text(
        zh="文件中哪些内容为示范所拟", en="what in the file was invented for a demonstration"
    ),
}

SCORE: Final[Mapping[str, Text]] = {
    "SchemePart.score": Text(zh="分数从哪里起、到哪里止", en="where points start and stop"),
    "GivesPart.score": Text(zh="应得的分数", en="the points that must come out"),
    "base": Text(zh="没有任何信息时的分数", en="the points of a subject of which nothing is known"),
    "floor": Text(zh="分数的下限", en="points never fall below it"),
    "ceiling": Text(zh="分数的上限", en="points never rise above it"),
    "better": Text(zh="分数高为好，或低为好", en="whether more or fewer points are good"),
    "exposure": Text(
        zh="各指标之和除以多少次可能出错的机会",
        en="what the sum of all factors is divided by: so many chances to err",
    ),
    "ScorePart.peers": Text(
        zh="在检查次数相近的同组单位中的百分位",
        en="a percentile among organisations with as many records of exposure",
    ),
    "ExamplePart.peers": Text(
        zh="同组其他单位各有哪些信息", en="the records of each other member of the population"
    ),
    "PeersPart.starts": Text(
        zh="每组至少有多少条机会信息", en="the least number of exposure records of each group"
    ),
    "FactorPart.starts": Text(
        zh="没有信息时该指标的分数", en="points that the factor has before any record"
    ),
    "SharePart.minimum": Text(
        zh="少于多少件就不计比例", en="with fewer cases than this nothing is given"
    ),
    "ExposurePart.minimum": Text(
        zh="少于多少条信息就不计算、不评等级",
        en="with fewer records than this nothing is divided and there is no grade",
    ),
    "PeersPart.minimum": Text(
        zh="少于多少个成员的组不排位", en="a group with fewer members ranks nobody"
    ),
    "ExposurePart.field": Text(
        zh="按哪一项求和；不写则按条数",
        en="the field that is summed; without it records are counted",
    ),
    "ExposurePart.of": Text(
        zh="全部信息，或只取最近一条", en="all matching records, or the latest of them alone"
    ),
    "ExposurePart.record": Text(
        zh="什么信息表示一次机会", en="the record type that means a chance to err"
    ),
}

FACTOR: Final[Mapping[str, Text]] = {
    "factors": Text(zh="指标", en="the lines of the scheme: what counts, how much"),
    "factor": Text(zh="指标的名称", en="the line's name; explanations use it"),
    "counts": Text(zh="计哪一类信息", en="which records count"),
    "where": Text(zh="全部符合才计", en="a record counts only when it meets all of them"),
    "unless": Text(
        zh="免责情形，符合任何一项就不计",
        en="excuses: a record that meets any of them does not count",
    ),
    "FactorPart.points": Text(zh="计多少分", en="how many points a record is worth"),
    "RollingPart.points": Text(zh="每一段最多多少分", en="the cap on each stretch"),
    "TabledPart.field": Text(zh="按哪一项的值", en="the field whose value chooses the points"),
    "RatedPart.field": Text(zh="按哪一项的数", en="the field whose number is multiplied"),
    "StagesPart.field": Text(
        zh="哪一项写明措施", en="the field of kind code that names the stage taken"
    ),
    "table": Text(zh="每个值计多少分", en="the points of each value"),
    "otherwise": Text(zh="其他值计多少分", en="the points of a value that is in no row"),
    "RatedPart.times": Text(zh="每一单位计多少分", en="the points of each unit of the field"),
    "FadeStepPart.times": Text(zh="到此为止的权重", en="the weight up to this age"),
    "AccumulationPart.times": Text(zh="累计多少条", en="how many records"),
    "SharePart.share": Text(zh="比例的分子", en="the counted part, above the line"),
    "GiveBackPart.share": Text(zh="还回几成", en="the part of the points that is given back"),
    "SharePart.of": Text(zh="比例的分母", en="the whole, below the line"),
    "full": Text(zh="达到比例时的满分", en="the points of the full share"),
    "full_from": Text(zh="比例达到多少得满分", en="the share from which the full points are given"),
    "counting": Text(zh="符合的信息计哪几条", en="which of the matching records count"),
    "within": Text(zh="从所问之日往回算的期限", en="the window back from the day asked about"),
    "RollingPart.within": Text(zh="每一段多长", en="the length of each stretch"),
    "AccumulationPart.within": Text(zh="在多长时间内累计", en="within how long they add up"),
    "StagesPart.within": Text(zh="采取过的措施多久内有效", en="how long a measure counts as taken"),
    "FactorPart.at_most": Text(zh="各种上限", en="caps on what the factor adds or takes"),
    "ComponentPart.at_most": Text(
        zh="该部分合计加或减的上限", en="cap on what the component adds or takes"
    ),
    "TestsPart.at_most": Text(zh="不高于", en="no more than this"),
    "OfEachPart.at_most": Text(zh="各项都不高于", en="none of them is above this"),
    "FactorPart.at_least": Text(
        zh="该指标合计不低于", en="the factor's total never falls below it"
    ),
    "ComponentPart.at_least": Text(
        zh="该部分合计不低于", en="the component's total never falls below it"
    ),
    "TestsPart.at_least": Text(zh="不低于", en="no less than this"),
    "OfEachPart.at_least": Text(zh="各项都不低于", en="none of them is below this"),
    "more_than": Text(zh="高于", en="more than this"),
    "less_than": Text(zh="低于", en="less than this"),
    "is": Text(zh="等于", en="exactly this"),
    "one_of": Text(zh="其中之一", en="any one of these"),
    "per_day": Text(zh="一天的上限", en="cap on each calendar day of the event"),
    "per_month": Text(zh="一个自然月的上限", en="cap on each calendar month of the event"),
    "per_year": Text(zh="一个自然年的上限", en="cap on each calendar year of the event"),
    "rolling": Text(
        zh="从所问之日往回，每一段的上限",
        en="cap on each stretch of time counted back from the day asked about",
    ),
    "in_all": Text(zh="合计的上限", en="cap on the factor in all"),
    "gains": Text(zh="加分的上限", en="caps on what is earned alone"),
    "losses": Text(zh="减分的上限", en="caps on what is lost alone"),
    "since": Text(
        zh="从哪一天起算（一项日期），代替发生之日",
        en="the field with the day from which time is counted, in place of the event",
    ),
    "FactorPart.fade": Text(zh="分数怎样随时间淡化", en="how points lose weight with age"),
    "ExposurePart.fade": Text(
        zh="机会怎样随时间淡化", en="how chances lose weight with age; in steps only"
    ),
    "StepFadePart.steps": Text(zh="每一段时间的权重", en="the weight of each age"),
    "StagesPart.steps": Text(zh="措施，按顺序", en="the measures, in their order"),
    "FadeStepPart.to": Text(zh="到多久以前为止", en="up to which age"),
    "GiveBackPart.to": Text(zh="最迟何时纠正", en="by when it has to be mended"),
    "half_life": Text(zh="每过多久减半", en="the time in which points halve"),
    "mended": Text(
        zh="及时纠正的，还回一部分", en="points given back when a wrong was mended in time"
    ),
    "MendedPart.by": Text(
        zh="什么信息表示已纠正", en="the record of the same document that shows it mended"
    ),
    "gives_back": Text(
        zh="多久内纠正还回几成", en="what is given back, by how soon; the first one kept decides"
    ),
    "components": Text(zh="几项指标合成的部分", en="factors that stand together"),
    "component": Text(zh="部分的名称", en="the component's name"),
    "ComponentPart.of": Text(zh="由哪些指标组成", en="the factors that it is made of"),
    "totals": Text(zh="满分核对", en="what greatest points must add up to"),
    "total": Text(zh="合计的名称", en="the total's name; later totals may use it"),
    "TotalPart.of": Text(zh="由哪些指标或合计组成", en="its factors, or totals before it"),
    "adds_up_to": Text(zh="满分应为多少", en="what the greatest points of its parts must sum to"),
}
