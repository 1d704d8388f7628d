"""The closed catalogues beside the record types: purposes, measures, benefits, domains, who is counted."""

from __future__ import annotations

import pytest

from evenhand.kernel.ids import RecordType
from evenhand.schemes.code_words import ZH, code_text
from evenhand.schemes.read import read_scheme
from evenhand.schemes.values import SEVERITIES, SEVERITY, VIOLATION_KIND, field_names
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import read_yaml
from tests.conftest import ROOT

SHIPPED = ROOT / "src" / "evenhand" / "shipped"


@pytest.mark.parametrize("section", ["domains", "purposes", "measures", "benefits"])
def test_each_entry_has_a_legal_basis_and_says_what_is_made_up(
    section: str, catalogue: Catalogue
) -> None:
    for entry in getattr(catalogue, section).values():
        assert entry.legal_basis.zh.startswith(("《", "海关"))
        assert entry.title.zh != entry.title.en
    text = (SHIPPED / "catalogue" / f"{section}.yaml").read_text(encoding="utf-8")
    assert "\nmade_up:\n" in text


def test_every_measure_has_a_domain_of_a_list(catalogue: Catalogue) -> None:
    data = (SHIPPED / "schemes" / "linhe" / "linhe-compliance.yaml").read_bytes()
    scheme = read_scheme(data, "linhe-compliance.yaml", catalogue)
    topics = {rule.topic for rule in scheme.lists if rule.kind == "black"}
    assert {measure.domain for measure in catalogue.measures.values()} == topics
    used = {name for rule in scheme.lists for name in rule.measures}
    assert used == set(catalogue.measures)


def test_essential_services_are_there_to_be_refused(catalogue: Catalogue) -> None:
    essential = {name for name, entry in catalogue.benefits.items() if entry.essential}
    assert {"school-place", "health-care", "housing-aid", "employment", "vote"} <= essential
    for path in SHIPPED.glob("schemes/linhe/*.yaml"):
        scheme = read_scheme(path.read_bytes(), path.name, catalogue)
        assert not {benefit.benefit for benefit in scheme.benefits} & essential


def test_osmanthus_counts_every_type_about_residents_but_the_consent(catalogue: Catalogue) -> None:
    data = (SHIPPED / "schemes" / "linhe" / "linhe-osmanthus.yaml").read_bytes()
    scheme = read_scheme(data, "linhe-osmanthus.yaml", catalogue)
    file = SHIPPED / "catalogue" / "record_types_residents.yaml"
    section = read_yaml(file.read_bytes(), file.name).value
    assert isinstance(section, dict)
    about = set(section["record_types"].keys)
    assert {factor.counts for factor in scheme.factors} == about - {RecordType("scheme_consent")}


def test_the_department_sheet_counts_every_return(catalogue: Catalogue) -> None:
    data = (SHIPPED / "schemes" / "linhe" / "linhe-public-bodies.yaml").read_bytes()
    scheme = read_scheme(data, "linhe-public-bodies.yaml", catalogue)
    about = {name for name, rule in catalogue.types.items() if rule.subjects == ("public_body",)}
    assert {factor.counts for factor in scheme.factors} == about


def test_no_record_type_has_a_field_of_the_catalogues_own_name(catalogue: Catalogue) -> None:
    for rule in catalogue.types.values():
        names = field_names(rule)
        assert names.count(SEVERITY) == names.count(VIOLATION_KIND) == 1
        assert "kind" not in names


def test_every_code_and_kind_of_conduct_has_a_chinese_word(catalogue: Catalogue) -> None:
    codes = {
        code
        for rule in catalogue.types.values()
        for field in rule.fields
        for code in field.codes
        if len(code) > 1 and not code.isupper()
    }
    kinds = {article.kind for rule in catalogue.types.values() for article in rule.articles}
    assert not (codes | kinds) - set(ZH)


def test_severity_is_said_by_the_catalogue_and_by_no_column(catalogue: Catalogue) -> None:
    also = {
        (rule.type, field.field)
        for rule in catalogue.types.values()
        for field in rule.fields
        if set(SEVERITIES) & set(field.codes)
    }
    assert also == {("restaurant_violation", "risk")}, "San Francisco's own classes of risk"


def test_a_code_without_a_word_is_said_as_it_is_written() -> None:
    assert code_text("new_code").zh == "new_code"
    assert code_text("new_code").en == "new code"
