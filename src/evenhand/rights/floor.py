"""The rules RF-1 to RF-16: number, text, legal reference, the case that made each necessary.

What it guards: no scheme, setting, role or command goes below these rules. What it does not do: it
enforces nothing itself. Whatever enforces a rule carries its mark::

    @enforces("RF-10")
    def window_is_over(...): ...

The public page of rules (``docs/reference/rights-floor.md``) is made from this text, and a test
walks the marks: no rule without an enforcer and a test that refuses, no mark without a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from evenhand.kernel.errors import FloorRefusal
from evenhand.kernel.text import Text

Marked = TypeVar("Marked", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class FloorRule:
    """One rule of the rights floor.

    Attributes:
        number: ``RF-1`` to ``RF-16``; never reused.
        title: A few words.
        text: The rule, as a resident reads it.
        law: Where it comes from.
        case: The documented case that it stops.
        acts: Which parts of the register keep it.
    """

    number: str
    title: Text
    text: Text
    law: str
    case: Text
    acts: tuple[str, ...]


RULES: tuple[FloorRule, ...] = (
    FloorRule(
        "RF-1",
        Text(zh="同意", en="Consent"),
        Text(
            zh="只有居民本人同意加入某一办法，且同意仍然有效时，才能按该办法给居民计分。撤回同意后，最迟到下一次运行，"
            "分数、等级和激励从所有结果中消失。从未加入和已经退出，对任何第三方都是一样的：“无信息”。"
            "没有同意，居民的信息不保存，报送单位也不会知道谁同意了。未满18岁的人不保存、不计分、不列入。",
            en="A resident is scored only under a scheme they have joined, and only while their consent is in "
            "force. After withdrawal the points, grade and benefits are gone from every result by the next "
            "run. Never joined and left look the same to every third party: no information. Without consent "
            "a resident's row is not kept, and its source is never told. Nobody under 18 is stored, scored "
            "or listed.",
        ),
        "GDPR Art. 6, 7, 17",
        Text(
            zh="默认加入；说是自愿却无法退出的办法",
            en='Enrolment by default; "voluntary" schemes nobody could leave',
        ),
        ("checker", "admission", "scoring"),
    ),
    FloorRule(
        "RF-2",
        Text(zh="对居民只有激励", en="Residents: benefits only"),
        Text(
            zh="居民的分数和等级只能带来激励。分数不低于新加入者的分数。分数不带来任何限制、涨价、名单或更差的排队位置。"
            "激励不得是基本服务，也不得使普通服务变慢、变贵或没有。居民不排名。",
            en="A resident's points and grade can only open benefits. Points never fall below what a newcomer "
            "has. They carry no restriction, price rise, list entry or worse place in a queue. A benefit is "
            "never an essential service and makes no ordinary service slower, dearer or unavailable. "
            "Residents are never ranked.",
        ),
        "EU AI Act (2024/1689) Art. 5(1)(c)",
        Text(
            zh="父母在失信名单上，孩子被拒绝入学",
            en="Pupils kept out because a parent was on a debtor list",
        ),
        ("checker", "scoring"),
    ),
    FloorRule(
        "RF-3",
        Text(
            zh="除法院外，居民不入严重失信名单", en="No black list for residents, except a court's"
        ),
        Text(
            zh="居民只能作为法院认定有能力履行而拒不履行的被执行人列入，须有生效裁判、案号和认定。该记录永不公开，"
            "只答复有合法用途的查询，清偿即移出，最长三年。个体工商户在此和公布中按居民对待。",
            en="A resident enters an adverse list only as a judgment debtor: final ruling of a named court, "
            "docket number, finding that the debtor can pay and refuses. The entry is never published, goes "
            "when the debt is settled and after three years at the latest. Sole traders are treated as "
            "residents here and in publication.",
        ),
        "ZPO §§ 882b-882h",
        Text(
            zh="公开点名羞辱个人；因没戴口罩被列入",
            en="Naming and shaming; listings for not wearing a mask",
        ),
        ("checker", "admission", "publication"),
    ),
    FloorRule(
        "RF-4",
        Text(zh="禁止的信息", en="Prohibited data"),
        Text(
            zh="不得有关于生物特征和人脸识别、位置和行踪、通信、社会关系、上网、游戏或购物、宗教、民族或语言、政治观点、"
            "集会、信访或投诉、工会、性生活、健康（居民自己提交的证明除外）、基因、家庭成员、择校的信息类别、列或条件。"
            "企业背后的人的列（法定代表人、证件号、电话、住址）按名称放弃，永不保存。",
            en="No record type, column or condition on biometrics and face recognition, location and movement, "
            "communications, social graph, browsing, gaming or purchases, religion, ethnicity or language, "
            "political opinion, assembly, petition or complaint, union, sexual life, health (except a "
            "certificate that the resident hands in), genetics, family members, school choice. Columns about "
            "the people behind a company are waived by name and never stored.",
        ),
        "GDPR Art. 9; Shanghai regulation 2017 Art. 14",
        Text(
            zh="以名单威胁学校语言抗议；行人人脸抓拍；游戏扣分",
            en="School-language threats; jaywalking cameras; gaming penalties",
        ),
        ("catalogue", "intake", "checker"),
    ),
    FloorRule(
        "RF-5",
        Text(zh="只认行政文书", en="Administrative documents only"),
        Text(
            zh="每条信息写明作出机关、文书号、日期和法律依据。传闻、邻居举报和没有签名的表格不收。",
            en="Every record names the authority that issued it, the document's number and date and its legal "
            "basis. Hearsay, reports by neighbours and unsigned sheets are refused.",
        ),
        "State Council guiding opinions 2020 No. 49",
        Text(zh="网格员和邻居的报告当作证据", en="Grid-worker and neighbour reports as evidence"),
        ("intake", "checker"),
    ),
    FloorRule(
        "RF-6",
        Text(zh="由人决定", en="People decide"),
        Text(
            zh="计算只能提议，不能列入、移出、降级或拒绝。不利名单只依据信息，不依据分数。决定由具名的经办人作出并说明理由；"
            "不利的决定须由第二人复核。两人都不得是提供证据的人。",
            en="The engine proposes; it never lists, delists, downgrades with effect or refuses. Adverse entries "
            "rest on records, never on points. A decision is by a named officer, with reasons. An adverse one "
            "needs a second officer. Neither of the two supplied the evidence.",
        ),
        "GDPR Art. 22; EU AI Act Art. 14; Convention 108+ Art. 9",
        Text(
            zh="澳大利亚 Robodebt；密歇根 MiDAS；荷兰育儿补贴",
            en="Robodebt; MiDAS; the Dutch childcare benefit",
        ),
        ("cases", "checker", "scoring"),
    ),
    FloorRule(
        "RF-7",
        Text(zh="用途限定", en="Purpose binding"),
        Text(
            zh="每份名单和每个等级写明可用于哪些用途，每个用途都有法律依据。其他机关、名单或办法不得把名单记录当作输入，"
            "除非名单自己的规则写明了这一用途。",
            en="Every list and grade names the purposes it may be used for, each with a legal basis. No other "
            "agency, list or scheme may read an entry as an input unless the entry's own rules name that use.",
        ),
        "GDPR Art. 5(1)(b); ZPO § 882f",
        Text(zh="公立学校使用被执行人名单", en="Public schools using the debtor list"),
        ("checker",),
    ),
    FloorRule(
        "RF-8",
        Text(zh="同一领域，过罚相当", en="Same domain, in proportion"),
        Text(
            zh="措施须与行为属于同一领域。严重程度、种类和领域按文书引用的条款从目录取得。一份文书最多产生一条不利记录。"
            "轻微行为须同一种类、至少三次、24个月以内，才算严重。措施最长36个月。",
            en="A measure belongs to the domain of the offence; severity, kind and domain come from the catalogue "
            "by the cited article. One document makes at most one adverse entry. Minor offences become a "
            "serious one only when they are of one kind, at least three, within at most 24 months. No measure "
            "lasts longer than 36 months.",
        ),
        "EU AI Act Art. 5(1)(c); SAMR Order 44 of 2021",
        Text(zh="“一处失信，处处受限”", en='"Once untrustworthy, restricted everywhere"'),
        ("checker", "catalogue", "cases"),
    ),
    FloorRule(
        "RF-9",
        Text(zh="只及本人", en="Only the subject"),
        Text(
            zh="亲属、关联人或同名者的信息不产生任何后果。不保存居民之间的关系。机构的名单记录不自动转到承继者。",
            en="Nothing follows from a record of a relative, an associate or a namesake. No relation between "
            "residents is stored. An organisation's entry follows to a successor only by a decision of its own.",
        ),
        "Convention 108+",
        Text(zh="惩罚亲属", en="Punishment of relatives"),
        ("catalogue", "checker", "identity"),
    ),
    FloorRule(
        "RF-10",
        Text(zh="先告知", en="Notice first"),
        Text(
            zh="告知书连同证据、理由和异议权送达，异议期（有证明的送达后至少15天）届满，且每项异议都已答复之前，"
            "任何不利记录不生效。送达是指本人签收或有签名的送达回证；已发出、排队中、被退回都不算。",
            en="No adverse entry has effect before a notice with the evidence, the reasons and the right to "
            "object was delivered, the objection period (at least 15 days after proven delivery) has ended "
            "and every objection is answered. Delivered means acknowledged by the subject or a signed return "
            "of service; sent, queued and bounced are not.",
        ),
        "ZPO § 882d; State Council guiding opinions 2020 No. 49 (8)",
        Text(
            zh="在售票窗口才知道自己被列入", en="People who learn of a listing at a ticket counter"
        ),
        ("cases", "checker"),
    ),
    FloorRule(
        "RF-11",
        Text(zh="救济有期限", en="Redress on the clock"),
        Text(
            zh="异议、申诉和更正都有期限（最长30天作出决定）。机关逾期的，效力立即中止，迟到的决定只能撤销或缩短。",
            en="Objection, appeal and correction have deadlines (30 days to decide at most). When the authority "
            "misses one, the effect is suspended at once, and a late decision can only lift or shorten the entry.",
        ),
        "15 U.S.C. 1681i; GDPR Art. 12",
        Text(zh="申诉多年无人处理", en="Appeals that rest for years"),
        ("cases",),
    ),
    FloorRule(
        "RF-12",
        Text(zh="一切都有终期", en="Everything ends"),
        Text(
            zh="每条不利记录都有最后一天，机构还有修复途径。最后一天之后，网站、接口、下载和凭证都不再提供。"
            "信息在窗口结束时退出计分，在保存期结束时退出登记。",
            en="Every adverse entry has a last day, and a repair path for organisations. After the last day it is "
            "served by nothing. Records leave scoring at the end of their window and the register at the end "
            "of their retention.",
        ),
        "ZPO § 882e; Shanghai regulation 2017 Art. 35",
        Text(zh="永不到期的记录", en="Entries that never expire"),
        ("checker", "lists", "publication"),
    ),
    FloorRule(
        "RF-13",
        Text(zh="规则公开，不溯及既往", en="Public rules, no surprise"),
        Text(
            zh="办法公布至少30天后才生效；公布日（以登记的日期为准）之前的行为不作不利计算。应急办法可立即生效，180天内终止，"
            "不设不利名单。",
            en="A scheme is published at least 30 days before it takes effect and counts nothing against anyone "
            "from before the day of publication, which is the register's recorded day and not the file's "
            "word. An emergency scheme may start at once, ends within 180 days and makes no adverse list.",
        ),
        "State Council guiding opinions 2020 No. 49 (7)",
        Text(zh="疫情中一夜之间发明的名单", en="Lists invented overnight in the pandemic"),
        ("checker", "scoring"),
    ),
    FloorRule(
        "RF-14",
        Text(zh="账目公开", en="Open accounts"),
        Text(
            zh="本人随时免费看到关于自己的每条信息、每分、每个决定和每次查询。公众看到规则、每份名单的人数、差错和申诉的数字。"
            "公布的一切任何人都能核验。",
            en="The subject sees every record, point, decision and look-up about them, free, at once. The public "
            "sees the rules, the size of every list, error and appeal figures. Everything published can be "
            "verified by anybody against an append-only log.",
        ),
        "GDPR Art. 12, 15; 15 U.S.C. 1681m",
        Text(zh="没有人能解释的分数", en="Scores nobody can explain"),
        ("scoring", "publication"),
    ),
    FloorRule(
        "RF-15",
        Text(zh="私营项目与公共无关", en="Private programmes stay private"),
        Text(
            zh="企业自己的积分项目经客户同意可以在自己的登记中运行；公共办法不得读取它，它也不得读取公共信息。",
            en="A company's own programme may run with the customer's consent in its own register; no official "
            "scheme may read it and it may read no official record.",
        ),
        "GDPR Art. 5(1)(b)",
        Text(zh="把购物积分当作国家信用", en="Private shopping scores taken for state credit"),
        ("checker", "catalogue"),
    ),
    FloorRule(
        "RF-16",
        Text(zh="疑点利益归于本人", en="Doubt speaks for the subject"),
        Text(
            zh="有争议、被撤回、身份不确定或超出窗口的信息，不作不利计算；仍可作有利计算。",
            en="A record that is disputed, retracted, of uncertain identity or past its window adds nothing "
            "against anyone. It may still add in favour.",
        ),
        "GDPR Art. 16, 18",
        Text(zh="同名误认", en="False name matches"),
        ("admission", "identity", "scoring"),
    ),
)

_BY_NUMBER = {rule.number: rule for rule in RULES}


def rule(number: str) -> FloorRule:
    """Return one rule by its number.

    Raises:
        KeyError: When there is no such rule.
    """
    return _BY_NUMBER[number]


def enforces(*numbers: str) -> Callable[[Marked], Marked]:
    """Mark a function or class as an enforcer of rules of the floor.

    Raises:
        KeyError: When a number is no rule.
    """
    for number in numbers:
        rule(number)

    def mark(marked: Marked) -> Marked:
        marked.__floor__ = numbers  # type: ignore[attr-defined]
        return marked

    return mark


def refusal(number: str, text: Text) -> FloorRefusal:
    """Make the refusal of something below one rule; the caller raises it.

    Raises:
        KeyError: When the number is no rule.
    """
    return FloorRefusal(rule(number).number, text)
