"""What the rule behind a case says to its subject: a list, a court's register, a grade, a step."""

from __future__ import annotations

from evenhand.cases.case import Facts
from evenhand.cases.dossier import RuleSaid, rule_of_list, seen_by
from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.schemes.grade_sentences import level_name
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.sentences import sentence_of_list
from evenhand.sources.catalogue import CourtRegister

_OF_DEBTORS = Text(
    zh="法院的生效裁判认定债务人有能力履行而拒不履行的，由该法院两名经办人决定列入。全部清偿之日当天结束；"
    "部分履行、暂缓执行、分期履行期间中止。",
    en="A debtor is entered by two officers of the court whose final ruling found that they can pay and "
    "refuse. The entry ends on the day on which the debt is paid; part payment, a stay or a payment plan "
    "suspends it.",
)
_PAYING_ENDS_IT = Text(
    zh="全部清偿之日，记录当天结束。",
    en="On the day on which the debt is paid in full, the entry ends.",
)


def rule_said(opened: Opened, knowledge: Knowledge, facts: Facts) -> tuple[RuleSaid, Text]:
    """What the rule behind a case says, and the rule itself as sentences.

    Raises:
        RegisterDamaged: When the court register of a case is not in the catalogue.
    """
    if facts.kind == "court":
        return _of_register(_register(opened, facts)), _OF_DEBTORS
    scheme = opened.scheme(knowledge.schemes[facts.scheme, facts.version])
    if facts.kind == "grade":
        return _of_scheme(scheme, *_grade(scheme, facts.grade))
    if facts.kind == "stage":
        return _of_scheme(scheme, *_step(scheme, facts.stage))
    rule = scheme.list_rule(facts.list)
    sentences = Text(
        zh=sentence_of_list(rule, "zh", opened.catalogue),
        en=sentence_of_list(rule, "en", opened.catalogue),
    )
    return rule_of_list(scheme, facts.list, opened.catalogue), sentences


def _register(opened: Opened, facts: Facts) -> CourtRegister:
    try:
        return opened.catalogue.court_registers[facts.list]
    except KeyError:
        raise RegisterDamaged(
            Text(
                zh=f"目录中没有案件 {facts.case} 所属的法院名册 {facts.list}。请运行 evenhand check。",
                en=f"The catalogue has no court register {facts.list}, which case {facts.case} is of. "
                "Run `evenhand check`.",
            )
        ) from None


def _of_register(register: CourtRegister) -> RuleSaid:
    return RuleSaid(
        title=register.title,
        source=register.title,
        version=register.version,
        legal_basis=((register.legal_basis, register.article),),
        effect=(seen_by("purpose"),),
        repair=_PAYING_ENDS_IT,
    )


def _of_scheme(scheme: Scheme, title: Text, effect: Text, sentences: Text) -> tuple[RuleSaid, Text]:
    said = RuleSaid(
        title=title,
        source=scheme.title,
        version=scheme.version,
        legal_basis=tuple((law.title, law.article) for law in scheme.legal_basis),
        effect=(effect,),
        repair=None,
    )
    return said, sentences


def _grade(scheme: Scheme, grade: str) -> tuple[Text, Text, Text]:
    """Title, effect and rule of a grade that costs something."""
    name = level_name(scheme, grade)
    costs = next((g.costs for g in scheme.grades if g.grade == grade and g.costs), None)
    effect = costs or Text(zh=f"等级为{name.zh}。", en=f"The level is {name.en}.")
    return (
        Text(zh=f"等级{name.zh}", en=f"level {name.en}"),
        effect,
        Text(
            zh=f"计算等级为{name.zh}。未经决定，它不产生不利后果；好转的等级立即生效。",
            en=f"The computed level is {name.en}. Until it is decided it has no adverse effect; a better "
            "level takes effect at once.",
        ),
    )


def _step(scheme: Scheme, step: str) -> tuple[Text, Text, Text]:
    """Title, effect and rule of one step of a scheme's measures."""
    steps = scheme.stages.steps if scheme.stages else ()
    title = next((s.title for s in steps if s.stage == step), Text(zh=step, en=step))
    return (
        title,
        Text(zh=f"采取措施：{title.zh}。", en=f"The step is taken: {title.en}."),
        Text(
            zh="各项措施按顺序采取，每一项另行告知；前一项的案件生效后，才办理后一项。",
            en="Steps are taken in their order, each with its own notice; none before the case of the "
            "step before took effect.",
        ),
    )
