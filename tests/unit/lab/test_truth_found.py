"""Whatever was planted in the worksheets of a model city is found when they are received."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

import pytest

from evenhand.lab.city import City
from evenhand.lab.worksheets import worksheets
from evenhand.records.statement import RowFate
from evenhand.sources.catalogue import Catalogue
from tests.unit.lab.register_in_memory import RegisterInMemory, contracts

FILES_ONLY = {"head in two rows", "head spelled otherwise", "hidden column", "new column"}


@pytest.fixture(scope="module")
def register(small: City, catalogue: Catalogue) -> RegisterInMemory:
    register = RegisterInMemory(catalogue, contracts(catalogue))
    for worksheet in worksheets(small):
        register.receive(worksheet)
    return register


@pytest.fixture(scope="module")
def fates(register: RegisterInMemory) -> dict[tuple[str, str, int], RowFate]:
    made = {}
    for name, admission in register.admissions.items():
        for fate in admission.fates:
            made[name, fate.sheet if name.endswith("xlsx") else "", fate.row] = fate
    return made


def faults(city: City) -> dict[str, Any]:
    planted = city.truth["faults"]
    assert isinstance(planted, dict)
    return planted


def rows_of(fault: dict[str, Any]) -> list[tuple[str, str, int]]:
    rows = []
    for file, sheet, cell in fault["cells"]:
        number = re.search(r"[0-9]+$", cell)
        if number:
            rows.append((file, sheet if file.endswith("xlsx") else "", int(number[0])))
    return rows


def plain(document: str) -> str:
    """Bring a document's number to the width in which it is stored."""
    return unicodedata.normalize("NFKC", document)


def outcome(fate: RowFate) -> str:
    if fate.fate != "stored":
        return str(fate.fate)
    if fate.reason == "identity_waits":
        return "waits"
    return "warned" if any(f.kind.weight == "warns" for f in fate.findings) else "read"


def test_every_fault_of_a_row_has_the_outcome_that_it_must_have(
    small: City, fates: dict[tuple[str, str, int], RowFate]
) -> None:
    wrong = []
    for name, fault in faults(small).items():
        expected = {"not read": {"read"}, "read": {"read", "warned"}}.get(
            fault["expects"], {fault["expects"]}
        )
        for row in rows_of(fault):
            fate = fates[row]
            # A resident's row that is read well is kept only under a consent.
            said = "read" if fate.reason == "not_kept" else outcome(fate)
            if said not in expected:
                wrong.append((name, row, said, [f.kind.code for f in fate.findings]))
    assert wrong == []


def test_nothing_else_is_held_or_refused(
    small: City, fates: dict[tuple[str, str, int], RowFate]
) -> None:
    planted = {row for fault in faults(small).values() for row in rows_of(fault)}
    others = Counter(
        (fate.fate, fate.reason)
        for row, fate in fates.items()
        if row not in planted and fate.fate != "stored"
    )
    heads = sum(len(page.above) for file in small.files for page in file.pages)
    heads -= sum(len(p.above) for f in small.files if "第一次" in f.name for p in f.pages)
    assert others.pop(("refused", "header")) == heads
    assert set(others) == {("refused", "not_kept")}


def test_rows_add_up_to_what_was_written(register: RegisterInMemory, small: City) -> None:
    for file in small.files:
        if file.name not in register.refusals:
            written = sum(len(page.above) + len(page.lines) for page in file.pages)
            assert len(register.admissions[file.name].fates) == written, file.name


def test_only_the_file_with_swapped_columns_is_stopped(register: RegisterInMemory) -> None:
    assert list(register.refusals) == ["交通运输局行政处罚（第一次）.xlsx"]
    said = [
        f.sentence("en") for f in register.refusals["交通运输局行政处罚（第一次）.xlsx"].findings
    ]
    assert len(said) == 3
    assert 'under "行政相对人名称", 20 look like credit codes' in said[0]


def test_faults_of_columns_are_said_once(register: RegisterInMemory, small: City) -> None:
    assert {name for name, fault in faults(small).items() if not rows_of(fault)} - {
        "columns under the wrong heads"
    } == FILES_ONLY
    late = [f.sentence("en") for f in register.admissions["未按期申报认定.xlsx"].findings]
    assert any('"经办科室" is not known and was not read' in said for said in late)
    awards = [f.sentence("en") for f in register.admissions["质量奖和知识产权奖.xlsx"].findings]
    assert any('The hidden column "备注"' in said for said in awards)


def test_what_was_planted_to_lead_to_a_list_is_stored(
    register: RegisterInMemory, small: City
) -> None:
    stored = {record.document.number for a in register.admissions.values() for record in a.records}
    for fact in small.facts:
        if fact.plan.startswith(("debtor", "serious", "three")):
            assert plain(fact.document) in stored, fact


def test_corrections_take_the_place_of_what_they_correct(
    register: RegisterInMemory, small: City
) -> None:
    taken = {
        record.document.number
        for admission in register.admissions.values()
        for record in admission.records
        if record.supersedes is not None and record.retracts
    }
    for fact in small.facts:
        if fact.plan == "serious and annulled" or fact.record == "ruling_reversed":
            assert plain(fact.document) in taken


def test_only_rows_of_who_joined_are_kept(register: RegisterInMemory, small: City) -> None:
    kept = sum(
        record.named is not None and record.named.scheme == "resident"
        for admission in register.admissions.values()
        for record in admission.records
    )
    truth = small.truth["residents"]
    assert isinstance(truth, dict)
    about = truth["rows about who joined"]
    assert isinstance(about, int)
    assert about - 30 < kept <= about


def test_no_finding_quotes_a_residents_number(register: RegisterInMemory) -> None:
    for admission in register.admissions.values():
        for finding in [
            *admission.findings,
            *(f for fate in admission.fates for f in fate.findings),
        ]:
            assert not re.search(r"999999[0-9]{6}", finding.sentence("zh") + finding.sentence("en"))


def test_consents_are_those_that_were_signed_by_grown_ups(
    register: RegisterInMemory, small: City
) -> None:
    acts = register.admissions["桂花分授权书登记.csv"].consents
    given = sum(act.act == "given" for act in acts)
    assert given == sum(resident.joined is not None for resident in small.residents)
    assert sum(act.act == "withdrawn" for act in acts) == sum(
        r.left is not None for r in small.residents
    )
