"""The catalogue: a small good one is read, and bad ones are refused with all findings at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import AuthorityId, RecordType
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.prohibited_names import MATTERS, prohibited_matter
from evenhand.sources.read_catalogue import read_catalogue

ENTRY = "{title: {zh: 名, en: name}, legal_basis: {zh: 法, en: law}, domain: food-safety}"
GOOD = {
    "authorities.yaml": """
authorities:
  linhe-market-bureau: {title: {zh: 局, en: Bureau}, kind: market, uscc: 11000000MA0A00049Q}
""",
    "domains.yaml": """
domains:
  food-safety: {title: {zh: 食品安全, en: Food safety}, legal_basis: {zh: 法, en: law}}
""",
    "purposes.yaml": f"purposes: {{look: {ENTRY}}}\n",
    "measures.yaml": f"measures: {{inspect: {ENTRY}}}\n",
    "benefits.yaml": f"benefits: {{bus: {ENTRY}}}\n",
    "record_types_test.yaml": """
record_types:
  food_safety_penalty:
    title: {zh: 食品处罚, en: Food penalty}
    category: administrative
    subjects: [enterprise]
    domain: food-safety
    authorities: [market]
    legal_basis: {zh: 食品安全法, en: Food Safety Law}
    article: 第九章
    adverse: true
    retention_months: 60
    fields:
      amount: {title: {zh: 罚款, en: Fine}, kind: amount, unit: yuan}
      grade: {title: {zh: 等级, en: Grade}, kind: code, codes: [A, B]}
    articles:
      - {cites: 第一条, severity: minor, kind: labelling}
  penalty_annulled:
    title: {zh: 撤销, en: Annulled}
    category: administrative
    subjects: [enterprise]
    authorities: [market]
    legal_basis: {zh: 法, en: law}
    article: 第一条
    adverse: false
    retention_months: 60
    correction: retracts
    affects: [food_safety_penalty]
""",
}


def read_with(folder: Path, changes: dict[str, tuple[str, str]]) -> Catalogue:
    """Write the good files, each with one text replaced, and read them."""
    for name, text in GOOD.items():
        old, new = changes.get(name, ("", ""))
        assert old in text
        (folder / name).write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return read_catalogue(folder)


def refused(folder: Path, old: str, new: str, file: str = "record_types_test.yaml") -> list[str]:
    """Say what is found, in English, when one text of the good files is replaced."""
    with pytest.raises(BadInput) as wrong:
        read_with(folder, {file: (old, new)})
    return [f"{f.place}: {f.sentence('en')}" for f in wrong.value.findings]


def test_a_good_catalogue_is_read_whole(tmp_path: Path) -> None:
    catalogue = read_with(tmp_path, {})
    rule = catalogue.types[RecordType("food_safety_penalty")]
    assert rule.adverse
    assert rule.domain == "food-safety"
    cited = rule.cited("第一条")
    assert cited is not None
    assert (cited.severity, cited.kind) == ("minor", "labelling")
    assert rule.cited("第二条") is None
    amount, grade = rule.field("amount"), rule.field("grade")
    assert amount is not None
    assert grade is not None
    assert amount.unit == "yuan"
    assert grade.codes == ("A", "B")
    annulled = catalogue.types[RecordType("penalty_annulled")]
    assert (annulled.correction, annulled.affects, annulled.domain) == (
        "retracts",
        ("food_safety_penalty",),
        "",
    )
    assert catalogue.authorities[AuthorityId("linhe-market-bureau")].kind == "market"
    assert catalogue.benefits["bus"].domain == "food-safety"


def test_a_retention_above_sixty_months_is_refused(tmp_path: Path) -> None:
    (said,) = refused(
        tmp_path,
        "adverse: true\n    retention_months: 60",
        "adverse: true\n    retention_months: 61",
    )
    assert said == (
        "record_types_test.yaml:12:23: A retention of 61 months is not within 1 to 60 months."
    )


def test_a_type_for_study_may_be_kept_for_eleven_years_and_no_longer(tmp_path: Path) -> None:
    """Ten years and the year of hold of the German register; RF-12 keeps all else at five."""
    old = "adverse: true\n    retention_months: 60"
    new = "adverse: true\n    for_study: true\n    retention_months: 132"
    made = read_with(tmp_path, {"record_types_test.yaml": (old, new)})
    assert made.types[RecordType("food_safety_penalty")].for_study
    (said,) = refused(tmp_path, old, new.replace("132", "133"))
    assert said.endswith("A retention of 133 months is not within 1 to 132 months.")


def test_an_unknown_authority_kind_gets_the_nearest_and_the_list(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        "domain: food-safety\n    authorities: [market]",
        "domain: food-safety\n    authorities: [markt]",
    )
    assert said == [
        'record_types_test.yaml:8:19: The catalogue has no "markt". The nearest is "market". '
        "Allowed: market."
    ]


def test_an_unknown_domain_gets_the_nearest(tmp_path: Path) -> None:
    said = refused(tmp_path, "domain: food-safety", "domain: food-safty")
    assert len(said) == 1
    assert 'has no "food-safty". The nearest is "food-safety"' in said[0]


def test_an_unknown_affected_type_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, "affects: [food_safety_penalty]", "affects: [food_penalty]")
    assert 'has no "food_penalty". The nearest is "food_safety_penalty"' in said[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("amount:", "blood_group:", '"blood_group" is about data that may not be collected'),
        ("grade:", "phone:", '"phone" is about data that may not be collected'),
        ("kind: labelling", "kind: religion", '"religion" is about data that may not be'),
        ("food_safety_penalty:\n", "spouse_default:\n", '"spouse_default" is about a relation'),
        (
            "zh: 食品处罚",
            "zh: 人脸识别记录",
            '"人脸识别记录" is about data that may not be collected',
        ),
        (
            "en: Food penalty",
            "en: Default of a family member",
            "is about a relation to another person",
        ),
        ("codes: [A, B]", "codes: [A, petition]", '"petition" is about data that may not be'),
    ],
)
def test_prohibited_names_and_titles_are_refused(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    said = refused(tmp_path, old, new)
    assert any(words in sentence for sentence in said), said


def test_the_finding_of_a_prohibited_name_carries_the_floor(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as wrong:
        read_with(tmp_path, {"record_types_test.yaml": ("amount:", "fingerprint:")})
    assert [f.kind.floor for f in wrong.value.findings] == ["RF-4"]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("codes: []", 'The code list of "grade" is wrong: [ ].'),
        ("codes: [A, B, A]", 'The code list of "grade" is wrong: 2 × A.'),
    ],
)
def test_bad_code_lists_are_refused(tmp_path: Path, codes: str, words: str) -> None:
    (said,) = refused(tmp_path, "codes: [A, B]", codes)
    assert words in said


def test_a_list_of_codes_for_another_kind_of_field_is_refused(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, "unit: yuan", "unit: yuan, codes: [A]")
    assert 'The code list of "amount" is wrong: amount ≠ code.' in said


def test_an_amount_without_a_unit_is_refused(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, ", unit: yuan", "")
    assert 'The amount "amount" has no unit.' in said


def test_an_article_graded_twice_is_refused(tmp_path: Path) -> None:
    one = "- {cites: 第一条, severity: minor, kind: labelling}"
    (said,) = refused(tmp_path, one, f"{one}\n      {one.replace('minor', 'serious')}")
    assert 'The article "第一条" is graded twice.' in said


def test_half_a_correction_is_refused(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, "    correction: retracts\n", "")
    assert '"penalty_annulled" states half a correction' in said


def test_a_type_that_corrects_nothing_needs_a_domain(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, "    domain: food-safety\n", "")
    assert said.endswith('"food_safety_penalty" has no domain.')


def test_an_authority_with_a_wrong_code_is_refused(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, "00049Q", "00049R", "authorities.yaml")
    assert '"11000000MA0A00049R" is not a valid unified social credit code.' in said


def test_a_measure_without_a_domain_is_refused(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, ", domain: food-safety", "", "measures.yaml")
    assert said.endswith('"inspect" has no domain.')


def test_a_type_in_two_files_is_refused(tmp_path: Path) -> None:
    text = GOOD["record_types_test.yaml"].split("  penalty_annulled")[0]
    (tmp_path / "record_types_also.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as wrong:
        read_with(tmp_path, {})
    assert [f.sentence("en") for f in wrong.value.findings] == [
        '"food_safety_penalty" is already in "record_types_also.yaml".'
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as wrong:
        read_catalogue(tmp_path)
    assert [dict(f.values)["allowed"] for f in wrong.value.findings] == [
        "record_types_*.yaml",
        "authorities*.yaml",
        "domains.yaml",
        "purposes.yaml",
        "measures.yaml",
        "benefits*.yaml",
    ]


def test_everything_out_of_shape_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as wrong:
        read_with(
            tmp_path,
            {
                "record_types_test.yaml": (
                    "category: administrative\n    subjects: [enterprise]\n    domain",
                    "category: administrativ\n    subjcts: [enterprise]\n    domain",
                ),
                "domains.yaml": ("legal_basis: {zh: 法, en: law}", "legal_basis: {zh: 法}"),
            },
        )
    said = {f"{f.place}: {f.sentence('en')}" for f in wrong.value.findings}
    assert {sentence.split(": ", 1)[1] for sentence in said} == {
        '"administrativ" cannot stand here. Allowed: registration, judicial, administrative, '
        "professional, abnormal_operation, serious_list, contract_performance, pledge, evaluation, "
        "compliance, honours, intellectual_property, voluntary.",
        '"food_safety_penalty" lacks "subjects".',
        'No entry of a catalogue has a part "subjcts". The nearest is "subjects".',
        '"legal_basis" lacks "en".',
    }


def test_findings_of_the_yaml_itself_come_with_the_others(tmp_path: Path) -> None:
    said = refused(tmp_path, "article: 第九章", "article: 第九章\n    article: 第八章")
    assert any('The key "article" is there twice' in sentence for sentence in said)


@pytest.mark.parametrize(
    "name",
    [
        "foster_family_award",
        "school_crossing_service_certificate",
        "blood_donation_certificate",
        "labour_penalty",
        "mediator_service_certificate",
        "drug_safety_penalty",
        "无偿献血证书",
        "工资支付",
    ],
)
def test_names_that_only_sound_alike_pass(name: str) -> None:
    assert prohibited_matter(name) is None


def test_every_term_of_every_matter_is_found() -> None:
    for matter in MATTERS:
        for term in (*matter.english, *matter.chinese):
            found = prohibited_matter(f"a_{term.replace(' ', '_')}_b")
            assert found is not None
            assert found.rule == matter.rule


def test_an_authority_abroad_may_have_no_code(tmp_path: Path) -> None:
    catalogue = read_with(tmp_path, {"authorities.yaml": (", uscc: 11000000MA0A00049Q", "")})
    assert catalogue.authorities[AuthorityId("linhe-market-bureau")].uscc == ""


def test_a_folder_that_is_not_there_lacks_every_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as wrong:
        read_catalogue(tmp_path / "nowhere")
    assert len(wrong.value.findings) == 6


def test_a_file_that_nothing_reads_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record_type_more.yaml").write_text("record_types: {}\n", encoding="utf-8")
    (tmp_path / "README.txt").write_text("about this folder", encoding="utf-8")
    with pytest.raises(BadInput) as wrong:
        read_with(tmp_path, {})
    assert [f.sentence("en") for f in wrong.value.findings] == [
        'No file of a catalogue is called "record_type_more.yaml". The nearest is '
        '"record_types_*.yaml".'
    ]
