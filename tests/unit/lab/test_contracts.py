"""The contracts of Linhe: all can be used, twelve authorities deliver, every type has a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.kernel.ids import SourceId
from evenhand.lab.bodies import AUTHORITIES
from evenhand.lab.city import City
from evenhand.lab.filling import WORDS
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import CONSENT, Contract
from evenhand.sources.strict_yaml import read_yaml
from tests.conftest import ROOT
from tests.unit.lab.register_in_memory import contracts

OF_LINHE = ("court", "organisations", "public_bodies", "residents", "subjects")
"""The files of record types that authorities of Linhe deliver; the others are of other places."""

NOT_IN_THE_CITY = frozenset(
    SourceId(name)
    for name in ("linhe-court-debtors", "linhe-market-changes", "linhe-civil-affairs-deaths")
)
"""The demonstration makes up nobody who owes, merges or dies."""

BEHIND = ("法定代表人", "法定代表人证件号码", "联系电话")


def names(file: Path) -> list[str]:
    """The record types of one file of the catalogue."""
    section = read_yaml(file.read_bytes(), file.name).value
    assert isinstance(section, dict)
    return list(section["record_types"].keys)


@pytest.fixture(scope="module")
def all_contracts(catalogue: Catalogue) -> dict[SourceId, Contract]:
    return contracts(catalogue)


def test_twelve_authorities_deliver(all_contracts: dict[SourceId, Contract]) -> None:
    assert len(all_contracts) == 42
    delivering = {str(contract.authority) for contract in all_contracts.values()}
    assert delivering == {name for name, _, _ in AUTHORITIES[:12]}
    assert all(contract.kind == "official" for contract in all_contracts.values())


def test_every_type_of_the_catalogue_has_a_source(
    all_contracts: dict[SourceId, Contract], catalogue: Catalogue
) -> None:
    delivered = {str(s.record) for c in all_contracts.values() for s in c.sheets}
    folder = ROOT / "src" / "evenhand" / "shipped" / "catalogue"
    files = [folder / f"record_types_{name}.yaml" for name in OF_LINHE]
    ours = {name for file in files for name in names(file)}
    assert ours == delivered
    assert ours <= {str(name) for name in catalogue.types}


def test_every_contract_is_used_by_the_city(
    all_contracts: dict[SourceId, Contract], small: City
) -> None:
    assert {file.source for file in small.files} == set(all_contracts) - NOT_IN_THE_CITY


def test_people_behind_a_company_are_waived_where_double_publicity_names_them(
    all_contracts: dict[SourceId, Contract],
) -> None:
    for source, contract in all_contracts.items():
        if source.endswith(("-penalties", "-licences")):
            assert set(BEHIND) <= set(contract.waived), source
        if contract.about_residents:
            assert "姓名" in contract.waived, source


def test_no_contract_scores_or_keeps_what_it_waives(
    all_contracts: dict[SourceId, Contract],
) -> None:
    for contract in all_contracts.values():
        heads = {
            spelling
            for sheet in contract.sheets
            for layout in sheet.layouts
            for column in layout.columns
            for spelling in column.spellings
        }
        assert not heads & set(contract.waived)


def test_contracts_know_the_words_that_clerks_write(
    all_contracts: dict[SourceId, Contract],
) -> None:
    for contract in all_contracts.values():
        for sheet in contract.sheets:
            for column in (c for layout in sheet.layouts for c in layout.columns):
                for written, code in column.codes.items():
                    said = WORDS.get(column.field, {}).get(code)
                    if said is not None:
                        assert said in column.codes, (contract.source, column.field, written)


def test_consents_are_to_the_one_scheme_of_residents(
    all_contracts: dict[SourceId, Contract],
) -> None:
    consents = all_contracts[SourceId("linhe-credit-office-consents")]
    assert [sheet.record for sheet in consents.sheets] == [CONSENT]
    assert consents.sheets[0].constants.scheme == "linhe-osmanthus"


def test_each_contract_says_what_was_made_up(all_contracts: dict[SourceId, Contract]) -> None:
    assert all(contract.made_up for contract in all_contracts.values())
