"""What a scheme looks at is what a resident consents to."""

from __future__ import annotations

from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT

SHIPPED = ROOT / "src" / "evenhand" / "shipped" / "schemes"


def shipped(name: str, catalogue: Catalogue) -> Scheme:
    path = SHIPPED / name
    return read_scheme(path.read_bytes(), path.name, catalogue)


def test_rf_1_a_record_that_mends_a_wrong_is_looked_at(catalogue: Catalogue) -> None:
    egret = shipped("xiamen/egret-adapted.yaml", catalogue)
    assert "resident_wrong_mended" in egret.reads()
    assert {factor.counts for factor in egret.factors} < egret.reads()


def test_looks_exposure_stages_and_lists_are_looked_at(catalogue: Catalogue) -> None:
    drivers = shipped("germany/driver-points.yaml", catalogue)
    assert drivers.stages is not None
    assert drivers.stages.taken_by in drivers.reads()
    carriers = shipped("carriers/safety-measurement.yaml", catalogue)
    assert carriers.scale.exposure is not None
    assert carriers.scale.exposure.record in carriers.reads()
    taxes = shipped("cn-tax/tax-credit-2014.yaml", catalogue)
    assert {look.record for one in taxes.ceilings for look in one.looks} <= taxes.reads()
    compliance = shipped("linhe/linhe-compliance.yaml", catalogue)
    assert "judgment_default" in compliance.reads()


def test_rf_1_a_scheme_looks_at_nothing_else(catalogue: Catalogue) -> None:
    osmanthus = shipped("linhe/linhe-osmanthus.yaml", catalogue)
    assert osmanthus.reads() == {factor.counts for factor in osmanthus.factors}
