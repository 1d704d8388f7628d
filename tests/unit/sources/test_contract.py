"""Contracts: everything wrong at once; nothing prohibited (RF-4), nothing without a document (RF-5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evenhand.kernel.errors import ContractRefused
from evenhand.kernel.ids import AuthorityId, RecordType
from evenhand.kernel.periods import Span
from evenhand.sources.contract import (
    GUIDE_SHEETS,
    ROLES,
    STATES,
    SUBJECT_WORDS,
    Contract,
    plain_head,
)
from evenhand.sources.contract_checks import ACTS
from evenhand.sources.contract_shape import KEYS
from evenhand.sources.day_rules import DAY_RULES
from evenhand.sources.read_contract import read_contract
from tests.conftest import ROOT
from tests.unit.sources.linhe import CATALOGUE, CONSENTS, DONATIONS, PENALTIES


def read(text: str) -> Contract:
    return read_contract(text.encode(), "c.yaml", CATALOGUE)


def refusal(text: str, old: str = "", new: str = "") -> list[str]:
    assert old in text
    with pytest.raises(ContractRefused) as caught:
        read(text.replace(old, new) if old else text)
    assert caught.value.exit_code == 2
    return [f"{f.place} {f.kind.code} {f.sentence('en')}" for f in caught.value.findings]


def test_a_contract_says_who_what_and_how() -> None:
    made = read(PENALTIES)
    assert made.source == "linhe-environmental-penalties"
    assert made.every == Span(1, "month")
    assert made.expects.filled == {"article": 5000}
    assert not made.about_residents
    sheet = made.sheets[0]
    assert sheet.record == "environmental_penalty"
    columns = {column.field: column for column in sheet.layouts[0].columns}
    assert columns["uscc"].scheme == "uscc"
    assert columns["document"].role == "document"
    assert columns["document"].max_length == 128
    assert columns["outlet"].kind == "code"
    assert columns["outlet"].codes["水"] == "water"
    assert columns["due"].is_day
    assert not columns["amount"].is_day
    assert [c.unit for c in sheet.layouts[0].columns if c.field == "amount"] == ["10k-yuan", "yuan"]


def test_the_deliverer_and_the_issuer_may_differ() -> None:
    made = read(DONATIONS)
    assert made.authority == "linhe-health-commission"
    assert made.sheets[0].constants.authority == AuthorityId("linhe-blood-centre")
    assert made.about_residents


def test_consents_need_no_record_type_of_the_catalogue() -> None:
    assert read(CONSENTS).sheets[0].record == "scheme_consent"


def test_sheets_share_the_layouts_of_the_top() -> None:
    text = PENALTIES.replace(
        "record: environmental_penalty\n",
        "sheets:\n"
        "  - {sheet: penalties, names: [行政处罚], record: environmental_penalty}\n"
        "  - {sheet: annulled, names: [撤销], record: penalty_annulled, optional: true,\n"
        "     layouts: [{version: '1', columns: [\n"
        "      {field: uscc, role: identifier, spellings: [统一社会信用代码]},\n"
        "      {field: document, spellings: [原文号], required: true},\n"
        "      {field: decided_on, spellings: [撤销日期], required: true}]}]}\n",
    )
    made = read(text)
    assert [sheet.sheet for sheet in made.sheets] == ["penalties", "annulled"]
    assert made.sheets[1].optional
    assert len(made.sheets[0].layouts[0].columns) == 18
    assert len(made.sheets[1].layouts[0].columns) == 3


def test_a_version_mark_names_source_and_layout() -> None:
    made = read(PENALTIES)
    assert (
        made.version_mark(made.sheets[0].layouts[0]) == "evenhand:linhe-environmental-penalties:2"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("处罚决定书文号（\n必填）：", "处罚决定书文号(必填)"),
        ("行政相对人代码＿1", "行政相对人代码_1"),
        ("doc,no.", "DOC NO"),
        ("\u200b统一 社会\xa0信用代码 *", "统一社会信用代码"),
        ("罚款金额（万元）", "罚款金额(万元)"),
    ],
)
def test_heads_are_compared_in_one_form(one: str, other: str) -> None:
    assert plain_head(one) == plain_head(other)


def test_heads_that_differ_in_their_unit_stay_apart() -> None:
    assert plain_head("罚款金额（万元）") != plain_head("罚款金额（元）")


def test_everything_wrong_is_named_at_once_with_line_and_column() -> None:
    text = (
        PENALTIES.replace(
            "authority: linhe-environment-bureau", "authority: linhe-environment-buro"
        )
        .replace("unit: yuan", "unit: dollar")
        .replace("title: {", "titel: {")
    )
    assert refusal(text) == [
        'c.yaml:1:1 E-SRC-01 "c.yaml" lacks "title".',
        'c.yaml:2:1 E-SRC-02 A contract has no part "titel". The nearest is "title".',
        'c.yaml:23:59 E-SRC-03 "dollar" cannot stand here. Allowed: yuan, 10k-yuan.',
    ]


def test_unknown_names_get_the_nearest_spelling() -> None:
    text = PENALTIES.replace("linhe-environment-bureau", "linhe-environment-buro")
    assert refusal(text, "record: environmental_penalty", "record: enviromental_penalty") == [
        'c.yaml:3:12 E-SRC-04 The catalogue has no "linhe-environment-buro". '
        'The nearest is "linhe-environment-bureau".',
        'c.yaml:10:9 E-SRC-04 The catalogue has no "enviromental_penalty". '
        'The nearest is "environmental_penalty".',
    ]


def test_an_unknown_field_gets_the_nearest_field_or_role() -> None:
    found = refusal(PENALTIES, "{field: days,", "{field: day,")
    assert found == ['c.yaml:26:17 E-SRC-04 The catalogue has no "day". The nearest is "days".']


def test_a_head_belongs_to_one_column() -> None:
    found = refusal(
        PENALTIES, "spellings: [处罚依据]", "spellings: [处罚依据, 行政相对人 名称：, 备注]"
    )
    assert found == [
        'c.yaml:19:44 E-SRC-05 The head "行政相对人 名称：" belongs to two things of one layout: '
        "name, article.",
        'c.yaml:19:55 E-SRC-05 The head "备注" belongs to two things of one layout: unused, article.',
    ]


@pytest.mark.parametrize("role", ["document", "decided_on"])
def test_floor_rf_5_document_number_and_day_are_required(role: str) -> None:
    line = next(line for line in PENALTIES.splitlines(True) if f"field: {role}," in line)
    expected = f'E-SRC-06 Layout "2" has no required column "{role}".'
    assert expected in refusal(PENALTIES, line, "")[0]
    assert expected in refusal(PENALTIES, line, line.replace(", required: true", ""))[0]


def test_floor_rf_5_an_authority_delivers_only_its_own_record_types() -> None:
    found = refusal(PENALTIES, "authority: linhe-environment-bureau", "authority: linhe-court")
    assert found == [
        'c.yaml:10:9 E-SRC-08 "linhe-court" is no authority that issues such records. '
        "Allowed kinds: environment."
    ]


def test_floor_rf_4_columns_about_people_behind_a_company_can_only_be_waived() -> None:
    found = refusal(
        PENALTIES, "role: text, spellings: [违法事实]", "role: text, spellings: [法定代表人姓名]"
    )
    assert found == [
        'c.yaml:20:48 E-SRC-07 "法定代表人姓名" is a prohibited matter '
        "(the people behind an organisation)."
    ]


def test_floor_rf_4_other_prohibited_matters_cannot_even_be_waived() -> None:
    found = refusal(PENALTIES, "住所]", "住所, 宗教信仰]")
    assert (
        'E-SRC-07 "宗教信仰" is a prohibited matter (religion, ethnicity and language).' in found[0]
    )
    assert "E-SRC-07" in refusal(PENALTIES, "unused: [序号", "unused: [指纹, 序号")[0]


def test_a_contract_about_organisations_takes_no_residents_number() -> None:
    found = refusal(PENALTIES, "scheme: organisation_code", "scheme: resident")
    assert found[0].endswith(
        'E-SRC-11 "resident" does not go with the contract\'s subjects: organisations.'
    )


def test_a_record_type_about_residents_needs_a_contract_about_residents() -> None:
    found = refusal(DONATIONS, "subjects: residents", "subjects: organisations")
    assert '"blood_donation_certificate" does not go with' in found[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{field: days,", "{field: days, unit: yuan,", 'Column "days" cannot have "unit".'),
        ("{field: days,", "{field: days, codes: {a: b},", 'Column "days" cannot have "codes".'),
        ("{field: days,", "{field: days, dates: [slash],", 'Column "days" cannot have "dates".'),
        ("{field: days,", "{field: days, scheme: uscc,", 'Column "days" cannot have "scheme".'),
        ("{field: due,", "{field: due, dates: [slesh],", '"slesh" cannot stand here. Allowed: date-cell'),
        (", unit: yuan", "", '"amount" lacks "unit".'),
        ("fines: amount", "fines: amuont", 'The nearest is "amount".'),
        ("{field: days,", "{field: days, fines: amount,", 'Column "days" cannot have "fines".'),
        ("水: water", "水: sea", '"sea" cannot stand here. Allowed: air, water, noise.'),
        ('否: "false"', "否: never", '"never" cannot stand here. Allowed: true, false.'),
        ("2\": disputed", "2\": doubtful", "Allowed: normal, update, delete, withdrawn, disputed, other."),
        ("自然人: resident", "自然人: person", "Allowed: organisation, sole_trader, resident."),
        ("codes: {法人及非法人组织: organisation, 自然人: resident, 个体工商户: sole_trader}",
         "max_length: 20", '"subject_kind" lacks "codes".'),
        ("水: water", "水: water, 水。: noise", '"水。" is there twice.'),
        ("{field: days,", "{field: days, spellings: [日]}\n      - {field: days, role: text,",
         '"days" is there twice.'),
        ("filled: {article:", "filled: {artikel:", 'The nearest is "article".'),
        ("every: 1 month", "every: 1 fortnight", "Allowed: 1 month, 15 days, 1 year."),
        ('article: "0.5"', 'article: "95 %"', '"95 %" cannot stand here. Allowed: 0.95.'),
        ("record: environmental_penalty\n", "", 'lacks "record | sheets".'),
        ("constants: {", "constants: {decided_on: 2026-01-01, ",
          '"decided_on" is allowed in a contract of kind: reproduction'),
        ("constants: {", "constants: {decided_on: 2026-02-30, ",
          '"2026-02-30" cannot stand here. Allowed: 2026-03-14.'),
        ("record: env", "document_of: [name]\nrecord: env",
          '"document_of" is allowed in a contract of kind: reproduction'),
        ("- {field: name", "- {field: Name", '"Name" cannot stand here. Allowed: a-z, 0-9, _, -.'),
        ("subjects: organisations", "subjects: everybody", "Allowed: organisations, residents."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_words(old: str, new: str, words: str) -> None:
    assert any(words in found for found in refusal(PENALTIES, old, new))


def test_two_layouts_of_one_version_are_refused() -> None:
    start = PENALTIES.index('  - version: "2"')
    found = refusal(PENALTIES + PENALTIES[start:])
    assert 'E-SRC-12 "2" is there twice.' in found[0]


def test_no_source_delivers_a_type_for_study() -> None:
    """RF-12: what is kept for longer than five years enters no register, not even one of study."""
    rule = CATALOGUE.types[RecordType("environmental_penalty")]
    studied = replace(rule, for_study=True, retention_months=132)
    catalogue = replace(CATALOGUE, types={**CATALOGUE.types, rule.type: studied})
    for text in (PENALTIES, PENALTIES.replace("subjects:", "kind: reproduction\nsubjects:", 1)):
        with pytest.raises(ContractRefused) as caught:
            read_contract(text.encode(), "c.yaml", catalogue)
        (found,) = caught.value.findings
        assert (found.kind.code, found.kind.floor) == ("E-SRC-13", "RF-12")
        assert "for study only: it is kept for 132 months" in found.sentence("en")


def test_a_reproduction_may_lack_documents() -> None:
    text = PENALTIES.replace(
        "subjects:", "kind: reproduction\ndocument_of: [name, decided_on]\nsubjects:"
    )
    text = text.replace("文号], required: true", "文号]")
    made = read(text)
    assert made.kind == "reproduction"
    assert made.sheets[0].document_of == ("name", "decided_on")


def test_yaml_that_has_two_readings_is_a_refused_contract() -> None:
    found = refusal(PENALTIES + "source: again\n")
    assert 'The key "source" is there twice; it was first on line 1.' in found[0]


def test_a_refusal_counts_in_both_languages() -> None:
    with pytest.raises(ContractRefused) as caught:
        read(PENALTIES.replace("subjects: organisations", "subjects: x"))
    assert caught.value.said_in("zh") == "数据源合同“c.yaml”不能使用，发现 1 个问题。"
    assert caught.value.said_in("en").endswith("cannot be used; 1 things are wrong with it.")


def test_every_key_role_and_word_is_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "source-contracts.md").read_text(encoding="utf-8")
    words = {*KEYS, *ROLES, *STATES, *SUBJECT_WORDS, *ACTS, *DAY_RULES, *GUIDE_SHEETS}
    assert not [word for word in sorted(words) if f"`{word}`" not in page]


def test_the_example_of_the_reference_is_a_contract() -> None:
    page = (ROOT / "docs" / "reference" / "source-contracts.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert read(example).source == "linhe-environment-penalties"
