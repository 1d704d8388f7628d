"""Ledgers of both databases, to begin anything in."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.relational.ledger import Event
from tests.stores.places import File, Makes, Schema, staffed
from tests.world import World, founded_once


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.needs_tool("initdb"))])
def makes(request: pytest.FixtureRequest, tmp_path: Path) -> Makes:
    """Makes ledgers in files, then in PostgreSQL."""
    if request.param == "sqlite":
        return lambda events: File(tmp_path, events)
    database: str = request.getfixturevalue("postgres")()
    return lambda events: Schema(database, events)


@pytest.fixture(scope="session")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Event, ...]:
    """The enrolment of everybody."""
    return staffed(tmp_path_factory.getbasetemp())


@pytest.fixture
def town(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town in which nothing has happened yet."""
    return founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("town"))
