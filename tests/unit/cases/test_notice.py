"""Notices in their fixed order, zh and en; dossiers; neither knows a point, a grade or a decision."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from evenhand.cases import adjudicate
from evenhand.cases.commands import Answer, Object
from evenhand.cases.dossier import RecordSaid, Telling, content_of, dossier_of, rule_of_list
from evenhand.cases.dossier_text import dossier_text
from evenhand.cases.notice import give_notice, letter_of, said_day
from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import NotLawfulNow, RegisterDamaged
from evenhand.kernel.ids import RecordId, RecordType
from evenhand.kernel.periods import Span, day
from evenhand.kernel.text import LANGUAGES, Language, Text
from evenhand.sources.catalogue import FieldRule, TypeRule
from tests.conftest import ROOT
from tests.golden import check_golden
from tests.unit.cases.office import BLACK, CATALOGUE, Office, hand, said, scheme
from tests.unit.cases.town import CHINA, PAPER

GOLDEN = ROOT / "tests" / "golden" / "notices"


def answered(office: Office) -> str:
    """A noticed case with one answered and one open objection."""
    case = office.case()
    office.notice(case)
    office.deliver(case)
    for text in ("We had sold the shop before the inspection.", "The fine was too high."):
        objection = Object(text, PAPER)
        adjudicate.record_objection(office.desk, hand("clerk-two"), case, objection, office.at)
    reply = Answer("O-1", "The register of companies shows you as the owner on that day.")
    adjudicate.answer(office.desk, hand("officer-one"), case, reply, office.at)
    return case


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_adverse_notice(office: Office, language: Language) -> None:
    case = office.case()
    notice = give_notice(office.desk, office.content(case), office.at)
    check_golden(GOLDEN / f"adverse.{language}.txt", notice.letter.said_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_with_objections_and_answers(office: Office, language: Language) -> None:
    case = answered(office)
    state = office.desk.state(case)
    content = replace(office.content(state.facts.case), repair=None)
    letter = letter_of(content, day("2026-03-02"), CHINA, state.objections)
    check_golden(GOLDEN / f"answered.{language}.txt", letter.said_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier(office: Office, language: Language) -> None:
    case = answered(office)
    state = office.desk.state(case)
    dossier = dossier_of(state, office.content(state.facts.case), day("2026-03-10"))
    check_golden(GOLDEN / f"dossier.{language}.txt", dossier_text(dossier).said_in(language))


def test_sections_stand_in_the_fixed_order(office: Office) -> None:
    case = office.case()
    letter = give_notice(office.desk, office.content(case), office.at).letter
    assert re.findall(r"^(\d)\. ", letter.en, re.MULTILINE) == list("12345678")
    assert re.findall(r"^([一二三四五六七八])、", letter.zh, re.MULTILINE) == list(
        "一二三四五六七八"
    )


def test_the_last_day_to_object_in_the_letter_is_never_after_the_one_that_counts(
    office: Office,
) -> None:
    case = office.case()
    letter = give_notice(office.desk, office.content(case), office.at).letter
    office.deliver(case)
    until = office.desk.state(case).object_until
    assert until is not None
    assert said_day(until, "en") in letter.en
    assert said_day(until, "zh") in letter.zh


def test_a_deadline_on_a_rest_day_moves_on(office: Office) -> None:
    content = office.content(office.case())
    letter = letter_of(content, day("2026-09-18"), CHINA)  # the 15th day is 3 October
    assert "8 October 2026, 24:00" in letter.en


def test_a_notice_is_made_once(office: Office) -> None:
    case = office.case()
    office.notice(case)
    with pytest.raises(NotLawfulNow, match="notice made, not delivered"):
        office.notice(case)


@pytest.mark.parametrize("word", ["score", "grade", "point", "rating", "blacklist", "dishonest"])
def test_neither_letter_nor_dossier_speaks_of_points(office: Office, word: str) -> None:
    case = office.case()
    content = office.content(case)
    letter = give_notice(office.desk, content, office.at).letter
    dossier = dossier_of(office.desk.state(case), content, day("2026-03-02"))
    for text in (letter.en, dossier_text(dossier).en, canonical(dossier.value()).decode()):
        assert word not in text.lower()
    for text in (letter.zh, dossier_text(dossier).zh):
        assert not re.search("得分|分数|积分|等级|黑名单", text)


def test_an_unsealed_record_is_said_field_by_field() -> None:
    rule = TypeRule(
        type=RecordType("food_safety_penalty"),
        title=Text(zh="食品安全行政处罚", en="Food-safety penalty"),
        category="penalty",
        subjects=("enterprise",),
        domain="food-safety",
        authorities=("market",),
        legal_basis=Text(zh="《食品安全法》", en="Food Safety Law"),
        article="",
        adverse=True,
        retention_months=60,
        fields=(FieldRule("amount", Text(zh="罚款金额", en="Fine"), "amount", "yuan"),),
        articles=(),
    )
    statements: list[Json] = [
        {"field": field, "original": typed, "cell": f"双公示!{cell}", "rule": ""}
        for field, typed, cell in (
            ("amount", "120000.00", "K14"),
            ("document", "7号", "B14"),
            ("shelf_life", "3天", "C14"),
        )
    ]
    sealed: dict[str, Json] = {"document": "7号", "article": "", "statements": statements}
    bureau = Text(zh="临禾市市场监督管理局", en="Linhe market bureau")
    record = RecordSaid.of(RecordId(1), rule, bureau, day("2026-01-20"), sealed)
    assert [v.field.en for v in record.values] == ["Fine", "Document number", "Shelf life"]
    assert [v.field.zh for v in record.values] == ["罚款金额", "文书号", "shelf life"]
    assert (record.values[0].original, record.values[0].cell) == ("120000.00", "双公示!K14")


def test_equal_contents_have_one_digest_and_any_change_another(office: Office) -> None:
    case = office.case()
    content = office.content(case)
    assert content.digest() == office.content(case).digest()
    record = content.records[0]
    value = replace(record.values[0], original="120001.00")
    changed = (
        replace(content, name="another"),
        replace(content, lasts=Span(35, "month")),
        replace(content, salt="0" * 64),
        replace(content, records=(replace(record, values=(value,)),)),
    )
    assert len({content.digest(), *(c.digest() for c in changed)}) == 5


def test_records_of_another_case_are_refused(office: Office) -> None:
    case = office.case()
    text = Text(zh="规则。", en="The rule.")
    wrong = Telling("a company", text, (said(RecordId(1)),), text, "0" * 64)
    with pytest.raises(RegisterDamaged, match="are not those of the evidence store"):
        content_of(office.desk.state(case), rule_of_list(scheme(), BLACK, CATALOGUE), wrong)


@pytest.mark.parametrize(("language", "says"), [("en", "14 March 2027"), ("zh", "2027年3月14日")])
def test_days_are_written_out(language: Language, says: str) -> None:
    assert said_day(day("2027-03-14"), language) == says
