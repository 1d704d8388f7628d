"""A local scheme narrows its framework: proved, or shown with a record that costs more or enters more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.schemes.frameworks import frameworks_in, shipped_frameworks
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT
from tests.unit.schemes.proving import claims, plan, shown_in

Read = Callable[[str], Scheme]
LINHE = ROOT / "src" / "evenhand" / "shipped" / "schemes" / "linhe" / "linhe-compliance.yaml"
AT_HAND = ("town-compliance", "2026.1")


@pytest.fixture
def framework(compliance: str, read: Read) -> Scheme:
    return read(compliance.replace("subjects:", "kind: framework\nsubjects:", 1))


@pytest.fixture
def local(compliance: str) -> str:
    named = 'framework: {scheme: town-compliance, version: "2026.1"}\nsubjects:'
    return compliance.replace("scheme: town-compliance", "scheme: village", 1).replace(
        "subjects:", named, 1
    )


def test_the_shipped_framework_is_narrowed_by_the_shipped_local_scheme(
    catalogue: Catalogue,
) -> None:
    scheme = read_scheme(LINHE.read_bytes(), LINHE.name, catalogue)
    found = claims(scheme, catalogue, shipped_frameworks(catalogue))
    assert found["framework-narrowed"].outcome == "proved"


def test_the_same_rules_narrow_themselves(
    local: str, framework: Scheme, read: Read, catalogue: Catalogue
) -> None:
    found = claims(read(local), catalogue, {AT_HAND: framework})
    assert found["framework-narrowed"].outcome == "proved"


def test_a_framework_that_is_not_at_hand_is_refused(
    local: str, read: Read, catalogue: Catalogue
) -> None:
    claim = claims(read(local), catalogue)["framework-narrowed"]
    assert claim.outcome == "refuted"
    assert claim.findings[0].sentence("en") == (
        'There is no framework "town-compliance 2026.1" at hand. At hand: –.'
    )


def test_a_record_that_costs_more_is_shown(
    local: str, framework: Scheme, read: Read, catalogue: Catalogue
) -> None:
    wider = read(local.replace("serious: -20", "serious: -21"))
    claim = claims(wider, catalogue, {AT_HAND: framework})["framework-narrowed"]
    shown = shown_in(claim)
    [own] = plan(wider, catalogue, (shown, shown.records))
    [frame] = plan(framework, catalogue, (shown, shown.records))
    assert own.points is not None
    assert frame.points is not None
    assert own.points < frame.points
    assert "costs more than under the framework" in claim.findings[0].sentence("en")


def test_a_record_that_enters_here_and_not_there_is_shown(
    local: str, framework: Scheme, read: Read, catalogue: Catalogue
) -> None:
    wider = read(local.replace("where: {severity: serious}", "where: {severity: moderate}", 1))
    claim = claims(wider, catalogue, {AT_HAND: framework})["framework-narrowed"]
    shown = shown_in(claim)
    [own] = plan(wider, catalogue, (shown, shown.records))
    [frame] = plan(framework, catalogue, (shown, shown.records))
    assert own.proposes == ("food-serious",)
    assert frame.proposes == ()


@pytest.mark.parametrize(
    ("there", "here", "said"),
    [
        ("within: 24 months", "within: 30 months", "count for longer than under the framework"),
        ("at_most: {per_year: 40}", "at_most: {per_year: 60}", "together can cost more"),
        ("within: 12 months}}", "within: 13 months}}", "lead onto this list and not onto"),
        ("objection: 15", "objection: 14", "fewer days to object"),
        (
            "purposes: [food-licence-review]",
            "purposes: [food-procurement]",
            'has no "food-procurement"',
        ),
        (
            "grades_purposes: [supervision-planning]",
            "grades_purposes: [supervision-planning, own-report]",
            'the framework has no "own-report"',
        ),
    ],
)
def test_what_is_wider_is_named(
    there: str,
    here: str,
    said: str,
    local: str,
    framework: Scheme,
    read: Read,
    catalogue: Catalogue,
) -> None:
    assert there in local
    wider = read(local.replace(there, here, 1))
    claim = claims(wider, catalogue, {AT_HAND: framework})["framework-narrowed"]
    assert claim.outcome == "refuted"
    assert any(said in finding.sentence("en") for finding in claim.findings)


def test_frameworks_are_read_from_a_folder(
    catalogue: Catalogue,
) -> None:
    folder = ROOT / "tests" / "good" / "schemes"
    assert frameworks_in(folder, catalogue) == {}
    assert ("public-trust-framework", "2025.1") in shipped_frameworks(catalogue)
