"""Towns to begin a journey in: each is lived once, and copied for every test."""

from __future__ import annotations

from contextlib import closing

import pytest

from evenhand.relational.ledger_place import open_ledger
from evenhand.relational.postgres_ledger import PostgresLedger
from tests.world import PENALTIES, World, founded_once, minor_and_serious


@pytest.fixture
def town(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town in which nothing has happened yet, on the second of March."""
    return founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def noticed_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = founded_once(tmp_path_factory).copy(tmp_path_factory.mktemp("noticed"))
    made.deliver(PENALTIES, *minor_and_serious())
    made.run()
    return made


@pytest.fixture
def noticed(noticed_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with one case, of which the notice was made today."""
    return noticed_once.copy(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def ready_once(noticed_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    made = noticed_once.copy(tmp_path_factory.mktemp("ready"))
    assert made.notified(made.only_case()).code == 0
    made.later(days=25)
    return made


@pytest.fixture
def ready(ready_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with one case, delivered, its time to object over."""
    return ready_once.copy(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def published_once(ready_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    made = ready_once.copy(tmp_path_factory.mktemp("published"))
    made.list_only_case()
    made.publish()
    return made


@pytest.fixture
def published(published_once: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A town with one company on a list, and an edition that says so."""
    return published_once.copy(tmp_path_factory.mktemp("town"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whole lives are lived twice: with the ledger in a file, and in a real PostgreSQL."""
    if metafunc.definition.get_closest_marker("both_databases"):
        twice = ["sqlite", pytest.param("postgresql", marks=pytest.mark.needs_tool("initdb"))]
        metafunc.parametrize("ledger_of", twice, indirect=True)


@pytest.fixture(autouse=True)
def ledger_of(request: pytest.FixtureRequest) -> None:
    """Move the ledger of the town that the marker names, before anything else happens in it."""
    if getattr(request, "param", "sqlite") == "postgresql":
        (begins,) = request.node.get_closest_marker("both_databases").args
        town: World = request.getfixturevalue(begins)
        town.must("register", "move", "--to", request.getfixturevalue("postgres")())
        with closing(open_ledger(town.register)) as ledger:
            assert isinstance(ledger, PostgresLedger)
