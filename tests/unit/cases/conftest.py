"""The office over a real ledger; whatever a test did in it, the monitors find nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evenhand.cases.monitors import violations
from evenhand.relational.ledger import SqliteLedger
from tests.unit.cases.office import Office
from tests.unit.cases.town import ZONE, founders


@pytest.fixture(scope="session")
def staffed_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which everybody has been enrolled."""
    ledger = SqliteLedger.create(tmp_path_factory.mktemp("staffed") / "ledger.sqlite")
    Office(ledger).staff()
    copy = ledger.path.with_name("copy.sqlite")
    ledger.copy_to(copy)
    ledger.close()
    return copy


@pytest.fixture
def office(staffed_ledger: Path, tmp_path: Path) -> Iterator[Office]:
    """An office of its own for each test."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(staffed_ledger.read_bytes())
    made = Office(SqliteLedger(path))
    yield made
    assert violations(made.ledger.read(), founders(), ZONE) == []
    assert made.ledger.verify() == made.ledger.head()[0]
    made.ledger.close()
