"""Court registers of the catalogue: read whole, and refused in words wherever they leave the floor."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import AuthorityId, ListId
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT

SHIPPED = ROOT / "src" / "evenhand" / "shipped" / "catalogue"
FILE = "court_registers.yaml"


def changed(folder: Path, old: str, new: str, file: str = FILE) -> Path:
    """The shipped catalogue with one text of one file replaced."""
    shutil.copytree(SHIPPED, folder / "catalogue")
    path = folder / "catalogue" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path.parent


def test_the_register_of_the_linhe_court() -> None:
    catalogue = read_catalogue()
    register = catalogue.court_registers[ListId("judgment-debtors")]
    assert register.court in catalogue.courts
    assert AuthorityId("linhe-tax-office") not in catalogue.courts
    assert (register.lasts_months, register.objection_days) == (36, 15)
    finding = catalogue.types[register.finding]
    assert finding.adverse
    assert finding.subjects == ("resident",)
    assert all(catalogue.types[name].affects == (register.finding,) for name in register.follow_ups)
    assert register.purposes == ("judgment-enforcement",)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("court: linhe-court", "court: linhe-tax-office", '"linhe-tax-office" is no court'),
        ("lasts_months: 36", "lasts_months: 37", 'says "37": an entry lasts 36 months at most'),
        ("lasts_months: 36", "lasts_months: 0", 'says "0"'),
        ("objection_days: 15", "objection_days: 14", "the time to object 15 days at least"),
        ("visibility: purpose", "visibility: public", '"public"'),
        ("finding: debtor_finding", "finding: judgment_default", '"judgment_default" cannot stand'),
        ("finding: debtor_finding", "finding: debtor_findin", 'nearest is "debtor_finding"'),
        ("final_on: final_on", "final_on: amount", 'no field "amount" of the kind day'),
        ("able: able_and_refuses", "able: solvent", 'no field "solvent" of the kind flag'),
        ("paid: debtor_paid", "paid: judgment_satisfied", '"judgment_satisfied" cannot stand'),
        ("stay: enforcement_stayed", "stay: enforcement_staid", '"enforcement_stayed"'),
        ("[judgment-enforcement]", "[advertising-mail]", 'has no "advertising-mail"'),
        ("[judgment-enforcement]", "[]", "purposes"),
        ("domain: judgment-enforcement", "domain: shopping", 'has no "shopping"'),
    ],
)
def test_rf_3_a_register_below_the_floor_is_refused(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_catalogue(changed(tmp_path, old, new))
    said = [f"{f.place}: {f.sentence('en')}" for f in refused.value.findings]
    assert any(words in line and line.startswith(FILE) for line in said), said
    assert all(f.sentence("zh") for f in refused.value.findings)


def test_rf_3_a_finding_of_anybody_but_a_court_is_refused(tmp_path: Path) -> None:
    old = "debtor_finding:\n    title: {zh: 认定被执行人有能力履行而拒不履行, en: Finding that a resident can pay a judgment and refuses}\n    category: judicial\n    subjects: [resident]\n    domain: judgment-enforcement\n    authorities: [court]"  # noqa: E501
    wider = changed(tmp_path, old, old[:-1] + ", credit]", "record_types_court.yaml")
    with pytest.raises(BadInput) as refused:
        read_catalogue(wider)
    assert any('"debtor_finding" cannot stand' in f.sentence("en") for f in refused.value.findings)


def test_a_catalogue_may_have_no_court_register(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "catalogue")
    (tmp_path / "catalogue" / FILE).unlink()
    assert read_catalogue(tmp_path / "catalogue").court_registers == {}
