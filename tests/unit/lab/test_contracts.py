"""The contracts of Linhe: all can be used, twelve authorities deliver, every type has a source."""

from __future__ import annotations

import pytest

from evenhand.kernel.ids import SourceId
from evenhand.lab.bodies import AUTHORITIES
from evenhand.lab.city import City
from evenhand.lab.filling import WORDS
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.contract import CONSENT, Contract
from tests.unit.lab.register_in_memory import contracts

STUDIED = {
    *("restaurant_inspection", "highway_credit_rating"),
    *("published_environmental_penalty", "published_listing"),
}
"""Types of published data that are reproduced; no authority of Linhe delivers them."""

BEHIND = ("法定代表人", "法定代表人证件号码", "联系电话")


@pytest.fixture(scope="module")
def all_contracts(catalogue: Catalogue) -> dict[SourceId, Contract]:
    return contracts(catalogue)


def test_twelve_authorities_deliver(all_contracts: dict[SourceId, Contract]) -> None:
    assert len(all_contracts) == 39
    delivering = {str(contract.authority) for contract in all_contracts.values()}
    assert delivering == {name for name, _, _ in AUTHORITIES[:12]}
    assert all(contract.kind == "official" for contract in all_contracts.values())


def test_every_type_of_the_catalogue_has_a_source(
    all_contracts: dict[SourceId, Contract], catalogue: Catalogue
) -> None:
    delivered = {str(s.record) for c in all_contracts.values() for s in c.sheets}
    assert {str(name) for name in catalogue.types} - delivered == STUDIED


def test_every_contract_is_used_by_the_city(
    all_contracts: dict[SourceId, Contract], small: City
) -> None:
    assert {file.source for file in small.files} == set(all_contracts)


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
