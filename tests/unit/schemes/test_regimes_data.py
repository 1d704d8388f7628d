"""Regimes reproduced on published data: read as official, which rules of the floor must refuse each."""

from __future__ import annotations

from typing import Final

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.schemes.check import accept, check
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT

FOLDER: Final = ROOT / "src" / "evenhand" / "shipped" / "schemes"
NEVER_ENDS: Final = {("E-FLOOR-122", "RF-12"), ("E-FLOOR-123", "RF-12")}

REFUSED_BY: Final[dict[str, set[tuple[str, str]]]] = {
    "new-york/restaurant-letters": set(),
    "new-york/graded-inspections": set(),
    "uk/food-hygiene-rating": NEVER_ENDS,
    "san-francisco/restaurant-scores": set(),
    "cn-highway/construction-credit": set(),
    "cn-sichuan/geohazard-credit": set(),
}


def read(name: str, catalogue: Catalogue, *, official: bool) -> Scheme:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    if official:
        assert "kind: reproduction\n" in text
        text = text.replace("kind: reproduction\n", "")
    return read_scheme(text.encode(), f"{name}.yaml", catalogue)


@pytest.mark.parametrize("name", REFUSED_BY)
def test_as_official_these_rules_refuse_it_and_no_other(name: str, catalogue: Catalogue) -> None:
    findings = check(read(name, catalogue, official=True), catalogue)
    assert {(f.kind.code, f.kind.floor) for f in findings if f.kind.floor} == REFUSED_BY[name]


@pytest.mark.parametrize("name", REFUSED_BY)
def test_as_a_reproduction_it_is_accepted(name: str, catalogue: Catalogue) -> None:
    scheme = read(name, catalogue, official=False)
    assert (scheme.kind, scheme.subjects) == ("reproduction", "enterprise")
    assert scheme.made_up is not None
    accept(scheme, catalogue)


def test_a_rating_that_never_runs_out_is_refused_in_words(catalogue: Catalogue) -> None:
    with pytest.raises(SchemeRefused) as refused:
        accept(read("uk/food-hygiene-rating", catalogue, official=True), catalogue)
    said = [finding.sentence("en") for finding in refused.value.findings]
    assert 'The factor "handling-points" counts against its subject and has no window.' in said
    assert 'The direct grade "exempt" has no window.' in said
