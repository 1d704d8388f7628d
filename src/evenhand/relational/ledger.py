"""The append-only register of events: what people and the daily run did, in one order for ever.

Each event carries the digest of the one before it, so that none can be changed, dropped from the
middle or moved without ``verify`` naming the first that does not fit. Nobody who holds the file
alone can see that the *last* events were cut off: receipts and published editions show that.
Whoever reads the ledger folds its events; nothing is ever updated.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, Self

from evenhand.kernel.errors import Conflict
from evenhand.kernel.periods import Moment
from evenhand.relational.events import SYSTEM, Draft, Event, signed_bytes
from evenhand.relational.ledger_file import connect, create_file, explained
from evenhand.relational.ledger_proof import prove
from evenhand.relational.ledger_rows import append_rows, last_row, put_rows, read_rows
from evenhand.relational.moved import MOVED, SQLITE, last_of, refuse_moved

__all__ = [
    "SYSTEM",
    "Draft",
    "Event",
    "Ledger",
    "SqliteLedger",
    "Transaction",
    "signed_bytes",
]


class Transaction(Protocol):
    """Reads and appends that happen together or not at all."""

    def read(
        self,
        kinds: Collection[str] | None = None,
        topic: str | None = None,
        known_at: Moment | None = None,
        after: int = 0,
    ) -> Iterator[Event]:
        """Read as ``Ledger.read`` does; sees what this transaction appended."""
        ...

    def append(self, drafts: Sequence[Draft]) -> tuple[Event, ...]:
        """Append drafts in their order; all of them or, when it raises, none."""
        ...


class Ledger(Protocol):
    """What every ledger keeps, whatever database holds it."""

    def append(self, drafts: Sequence[Draft], at: Moment) -> tuple[Event, ...]:
        """Append drafts in one transaction; durable when it returns.

        Raises:
            AlreadyRecorded: When a ``once`` key was recorded before; nothing is appended.
        """
        ...

    def transaction(self, at: Moment) -> AbstractContextManager[Transaction]:
        """Shut out other writers, and commit at exit; an exception leaves nothing behind."""
        ...

    def read(
        self,
        kinds: Collection[str] | None = None,
        topic: str | None = None,
        known_at: Moment | None = None,
        after: int = 0,
    ) -> Iterator[Event]:
        """Read events in order of ``seq``, as far as the ledger went when the reading began.

        Args:
            kinds: Only events of these kinds; None for all.
            topic: Only events about this.
            known_at: Only what was recorded up to and including this moment.
            after: Only events with a greater ``seq``.

        Raises:
            ProofFailed: When an event does not fit its own digest; ``verify`` proves the chain.
        """
        ...

    def head(self) -> tuple[int, str]:
        """Sequence number and digest of the last event; 0 and 64 zeros when there is none."""
        ...

    def verify(self) -> int:
        """Recompute the whole chain and count its events.

        Raises:
            ProofFailed: When an event does not fit; names the first.
        """
        ...

    def copy_to(self, path: Path) -> None:
        """Copy the ledger as it stands, in one piece, to a SQLite file that must not exist yet."""
        ...

    def close(self) -> None:
        """Let go of file or database."""
        ...


class SqliteLedger:
    """The ledger in one SQLite file (WAL, synchronous=FULL); several processes may use it at once."""

    def __init__(self, path: Path) -> None:
        """Open a ledger that is there.

        Raises:
            RegisterDamaged: When the file is missing or no ledger.
        """
        self.path = path
        self._connection = connect(path)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty ledger.

        Raises:
            Conflict: When a file is there already.
        """
        create_file(path)
        return cls(path)

    def append(self, drafts: Sequence[Draft], at: Moment) -> tuple[Event, ...]:
        """See ``Ledger.append``."""
        with self.transaction(at) as open_one:
            return open_one.append(drafts)

    @contextmanager
    def transaction(self, at: Moment) -> Iterator[Transaction]:
        """See ``Ledger.transaction``.

        Raises:
            ValueError: When the moment has no zone.
            Conflict: When the register has moved to another database since.
        """
        if at.tzinfo is None:
            raise ValueError("a moment carries its zone")
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                refuse_moved(self._last_move(), SQLITE)
            except Conflict:
                self._connection.execute("ROLLBACK")
                raise
            open_one = _SqliteTransaction(self._connection, at)
            try:
                yield open_one
            except BaseException:
                if self._connection.in_transaction:
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
        with explained(self.path):
            yield from read_rows(self._connection, kinds, topic, known_at, after)

    def head(self) -> tuple[int, str]:
        """See ``Ledger.head``."""
        with explained(self.path):
            seq, digest, _ = last_row(self._connection)
        return seq, digest

    def verify(self) -> int:
        """See ``Ledger.verify``; the file's tables, triggers and indexes are proved too."""
        with explained(self.path):
            return prove(self._connection)

    def copy_to(self, path: Path) -> None:
        """Copy the ledger as it stands, in one piece, to a file that must not exist yet."""
        with explained(self.path):
            copy = sqlite3.connect(path)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def take_over(self, events: Iterable[Event]) -> None:
        """Put the whole chain of another ledger into this empty one, with its times and digests."""
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                put_rows(self._connection, events)
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._commit()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _last_move(self) -> Event | None:
        return last_of(read_rows(self._connection, (MOVED,), None, None, 0))

    def _commit(self) -> None:
        """Commit; a ledger whose disk failed is closed, so that nobody goes on with it."""
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._connection.close()
            raise


class _SqliteTransaction:
    """One open transaction; of no use once it has ended."""

    def __init__(self, connection: sqlite3.Connection, at: Moment) -> None:
        self._connection = connection
        self._at = at
        self.ended = False

    def read(
        self,
        kinds: Collection[str] | None = None,
        topic: str | None = None,
        known_at: Moment | None = None,
        after: int = 0,
    ) -> Iterator[Event]:
        self._refuse_ended()
        return read_rows(self._connection, kinds, topic, known_at, after)

    def append(self, drafts: Sequence[Draft]) -> tuple[Event, ...]:
        self._refuse_ended()
        return append_rows(self._connection, drafts, self._at)

    def _refuse_ended(self) -> None:
        if self.ended:
            raise ValueError("this transaction has ended")
