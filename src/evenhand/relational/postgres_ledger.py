"""The ledger in a PostgreSQL database: the same events and the same chain, for an office of several.

A transaction takes the row ``head`` before it reads anything else. Whoever waited for it begins again
with what the other one recorded, so that a decision never rests on what was true before.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from psycopg import errors

from evenhand.kernel.errors import Conflict, ProofFailed
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.relational.events import Draft, Event
from evenhand.relational.ledger import SqliteLedger
from evenhand.relational.ledger_proof import COLUMNS, FIRST_PREVIOUS, broken, linked
from evenhand.relational.ledger_rows import Row, already, read_event, row_of, rows_after
from evenhand.relational.moved import MOVED, POSTGRESQL, last_of, refuse_moved
from evenhand.relational.postgres import (
    SECONDS_TO_WAIT,
    Connection,
    connect,
    create_tables,
    explained,
)
from evenhand.relational.postgres_proof import prove_triggers

_PAGE = 2_000
_INSERT = f"INSERT INTO event ({COLUMNS}) VALUES ({', '.join(['%s'] * 10)})"  # noqa: S608
_SELECT = f"SELECT {COLUMNS} FROM event WHERE seq > %s AND seq <= %s"  # noqa: S608


class PostgresLedger:
    """The ledger in one PostgreSQL database; several processes and machines may use it at once."""

    def __init__(self, where: str) -> None:
        """Open a ledger that is there.

        Args:
            where: How to reach the database, as libpq reads it.

        Raises:
            RegisterDamaged: When the database has no ledger, or acknowledges what is not on disk.
        """
        self.where = where
        self._connection = connect(where)
        found = self._connection.execute("SELECT move FROM form").fetchone()
        self._move = int(found[0]) if found else 0

    @classmethod
    def create(cls, where: str, move: int = 0, events: Iterable[Event] = ()) -> Self:
        """Make a ledger in an empty database, with the whole chain of another one if given.

        Raises:
            Conflict: When the database holds tables already.
        """
        create_tables(where, move, lambda connection: _put(connection, events))
        return cls(where)

    def append(self, drafts: Sequence[Draft], at: Moment) -> tuple[Event, ...]:
        """See ``Ledger.append``; begins anew when another writer came between, for half a minute."""
        until = time.monotonic() + SECONDS_TO_WAIT
        while True:
            try:
                with self.transaction(at) as open_one:
                    return open_one.append(drafts)
            except Conflict as lost:
                came_between = isinstance(lost.__cause__, errors.SerializationFailure)
                if not came_between or time.monotonic() >= until:
                    raise

    @contextmanager
    def transaction(self, at: Moment) -> Iterator[_PostgresTransaction]:
        """See ``Ledger.transaction``.

        Raises:
            ValueError: When the moment has no zone.
            Conflict: When the register has moved to another database since.
        """
        if at.tzinfo is None:
            raise ValueError("a moment carries its zone")
        with explained():
            last = self._begin()
            open_one = _PostgresTransaction(self._connection, at, last)
            try:
                refuse_moved(last_of(open_one.read((MOVED,))), POSTGRESQL, self._move)
                yield open_one
            except BaseException:
                if not self._connection.closed:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                open_one.ended = True
            self._commit()

    def read(
        self,
        kinds: Collection[str] | None = None,
        topic: str | None = None,
        known_at: Moment | None = None,
        after: int = 0,
    ) -> Iterator[Event]:
        """See ``Ledger.read``."""
        with explained():
            yield from _read(self._connection, kinds, topic, known_at, (after, self.head()[0]))

    def head(self) -> tuple[int, str]:
        """See ``Ledger.head``."""
        with explained():
            found = self._connection.execute("SELECT seq, digest FROM head").fetchone()
        return (int(found[0]), str(found[1])) if found else (0, FIRST_PREVIOUS)

    def verify(self) -> int:
        """See ``Ledger.verify``; head, once keys and triggers are proved too."""
        with explained():
            return _prove(self._connection)

    def copy_to(self, path: Path) -> None:
        """See ``Ledger.copy_to``."""
        copy = SqliteLedger.create(path)
        try:
            copy.take_over(self.read())
        finally:
            copy.close()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _begin(self) -> tuple[int, str, str | None]:
        """Begin, and take the head; begin anew when somebody else wrote while this one waited."""
        until = time.monotonic() + SECONDS_TO_WAIT
        while True:
            self._connection.execute("BEGIN ISOLATION LEVEL SERIALIZABLE")
            try:
                self._connection.execute(f"SET LOCAL lock_timeout = '{SECONDS_TO_WAIT}s'")
                taken = "SELECT seq, digest, at FROM head FOR UPDATE"
                found = self._connection.execute(taken).fetchone()
            except errors.SerializationFailure:
                self._connection.execute("ROLLBACK")
                if time.monotonic() >= until:
                    raise
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            else:
                return found or (0, FIRST_PREVIOUS, None)

    def _commit(self) -> None:
        """Commit; a connection that failed at it is closed, so that nobody goes on with it.

        What the database found not serialisable it has taken back whole: that is no failure of it.
        """
        try:
            self._connection.execute("COMMIT")
        except errors.SerializationFailure:
            raise
        except BaseException:
            self._connection.close()
            raise


def _put(connection: Connection, events: Iterable[Event]) -> None:
    with connection.cursor() as cursor:
        for event in events:
            cursor.execute(_INSERT, row_of(event))
            keys = [(key, event.seq) for key in event.once]
            cursor.executemany("INSERT INTO once VALUES (%s, %s)", keys)


class _PostgresTransaction:
    """One open transaction; of no use once it has ended."""

    def __init__(
        self, connection: Connection, at: Moment, last: tuple[int, str, str | None]
    ) -> None:
        self._connection = connection
        self._at = at
        self._last = last
        self.ended = False

    def read(
        self,
        kinds: Collection[str] | None = None,
        topic: str | None = None,
        known_at: Moment | None = None,
        after: int = 0,
    ) -> Iterator[Event]:
        self._refuse_ended()
        return _read(self._connection, kinds, topic, known_at, (after, self._last[0]))

    def append(self, drafts: Sequence[Draft]) -> tuple[Event, ...]:
        self._refuse_ended()
        rows = rows_after(self._last, drafts, self._at)
        events = tuple(read_event(row) for row in rows)
        keys = [(key, event.seq) for event in events for key in event.once]
        self._refuse_second(keys)
        with self._connection.cursor() as cursor:
            cursor.executemany(_INSERT, rows)
            cursor.executemany("INSERT INTO once VALUES (%s, %s)", keys)
        if rows:
            self._last = (rows[-1][0], rows[-1][9], rows[-1][1])
        return events

    def _refuse_second(self, keys: Sequence[tuple[str, int]]) -> None:
        named = [key for key, _ in keys]
        query = "SELECT key, seq FROM once WHERE key = ANY(%s)"
        known: dict[str, int] = dict(self._connection.execute(query, (named,)).fetchall())
        for key, seq in keys:
            if key in known:
                raise already(key, known[key])
            known[key] = seq

    def _refuse_ended(self) -> None:
        if self.ended:
            raise ValueError("this transaction has ended")


def _read(
    connection: Connection,
    kinds: Collection[str] | None,
    topic: str | None,
    known_at: Moment | None,
    span: tuple[int, int],
) -> Iterator[Event]:
    """Read in pages, so that no reading holds a transaction open."""
    condition, values = "", list[Any]()
    if known_at is not None:
        condition += " AND at <= %s"
        values.append(said(known_at))
    if topic is not None:
        condition += " AND topic = %s"
        values.append(topic)
    if kinds is not None:
        condition += " AND kind = ANY(%s)"
        values.append(sorted(kinds))
    after, last = span
    query = f"{_SELECT}{condition} ORDER BY seq LIMIT {_PAGE}"
    while rows := connection.execute(query, (after, last, *values)).fetchall():
        after = rows[-1][0]
        yield from (read_event(_row(row)) for row in rows)


def _row(row: tuple[Any, ...]) -> Row:
    return (int(row[0]), *map(str, row[1:]))  # type: ignore[return-value]


def _prove(connection: Connection) -> int:
    """Prove chain, head, once keys and triggers; count the events.

    Raises:
        ProofFailed: At the first thing that does not hold.
    """
    count, previous, at = 0, FIRST_PREVIOUS, ""
    keys: dict[str, int] = {}
    query = f"SELECT {COLUMNS} FROM event WHERE seq > %s ORDER BY seq LIMIT {_PAGE}"  # noqa: S608
    while rows := connection.execute(query, (count,)).fetchall():
        for row in map(_row, rows):
            told = row[:9]
            if row[0] != count + 1 or row[8] != previous or linked(told) != row[9] or row[1] < at:
                raise broken(count + 1)
            count, previous, at = row[0], row[9], row[1]
            keys |= dict.fromkeys(json.loads(row[7]), count)
    there: dict[str, int] = dict(connection.execute("SELECT key, seq FROM once").fetchall())
    head = connection.execute("SELECT seq, digest FROM head").fetchone()
    if there != keys or head != (count, previous):
        raise ProofFailed(
            Text(
                zh="账本的末端或唯一性登记被改动。",
                en="The ledger's head, or what it says was recorded once, was changed.",
            )
        )
    prove_triggers(connection)
    return count
