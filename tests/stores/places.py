"""Where a ledger can be: a SQLite file, or a schema of a real PostgreSQL; the same for both in tests."""

from __future__ import annotations

import functools
import itertools
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

import psycopg

from evenhand.relational.ledger import Event, SqliteLedger
from evenhand.relational.postgres_ledger import PostgresLedger
from tests.unit.cases.office import Office

AnyLedger: TypeAlias = SqliteLedger | PostgresLedger

_NUMBERS = itertools.count()


class Place(Protocol):
    """One ledger, wherever it is."""

    def open(self) -> AnyLedger:
        """Open it once more, as another process would."""
        ...

    def remove(self) -> None:
        """Throw it away."""
        ...


class File:
    """A ledger in a file of its own."""

    def __init__(self, folder: Path, events: Sequence[Event]) -> None:
        self.folder = folder / f"file-{next(_NUMBERS)}"
        self.folder.mkdir()
        self.path = self.folder / "ledger.sqlite"
        made = SqliteLedger.create(self.path)
        made.take_over(events)
        made.close()

    def open(self) -> SqliteLedger:
        """See ``Place``."""
        return SqliteLedger(self.path)

    def remove(self) -> None:
        """See ``Place``."""
        shutil.rmtree(self.folder)


class Schema:
    """A ledger in a schema of its own; many of them share one database, which is quick to make."""

    def __init__(self, database: str, events: Sequence[Event]) -> None:
        self.database, self.name = database, f"s{next(_NUMBERS)}"
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {self.name}")
        self.where = f"{database} options='-c search_path={self.name}'"
        PostgresLedger.create(self.where, 0, events).close()

    def open(self) -> PostgresLedger:
        """See ``Place``."""
        return PostgresLedger(self.where)

    def remove(self) -> None:
        """See ``Place``."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            connection.execute("SET client_min_messages = warning")
            connection.execute(f"DROP SCHEMA {self.name} CASCADE")


Makes: TypeAlias = Callable[[Sequence[Event]], Place]
"""Makes a ledger that holds the whole chain of another one."""


@functools.cache
def staffed(folder: Path) -> tuple[Event, ...]:
    """The enrolment of everybody, as a ledger holds it."""
    ledger = SqliteLedger.create(folder / f"staffed-{next(_NUMBERS)}.sqlite")
    Office(ledger).staff()
    events = tuple(ledger.read())
    ledger.close()
    return events
