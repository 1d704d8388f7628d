"""The ledger's SQLite file: its tables, how it is opened, and what its errors mean to people.

WAL with ``synchronous=FULL`` is the one setting of SQLite that lost no acknowledged row under a
strict model of power loss. Triggers refuse every change but an append at the end; they guard
against slips, the chain of digests against intent.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evenhand.kernel.errors import Conflict, EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.keys.disk import sync_write_ahead
from evenhand.relational.durable import disk_explained

_APPLICATION = 0x45564C47  # "EVLG": marks the file as an Evenhand ledger
_FORM = 1
_WAIT_SECONDS = 30

TABLES = """
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL,
  signature TEXT NOT NULL,
  once TEXT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE TABLE once (key TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX event_topic ON event (topic);
CREATE INDEX event_kind ON event (kind);
CREATE TRIGGER event_next BEFORE INSERT ON event
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
  BEGIN SELECT raise(ABORT, 'an event goes to the end of the ledger'); END;
CREATE TRIGGER event_stays BEFORE UPDATE ON event
  BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event
  BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER once_next BEFORE INSERT ON once
  WHEN EXISTS (SELECT 1 FROM once WHERE key = NEW.key)
  BEGIN SELECT raise(ABORT, 'this was recorded before'); END;
CREATE TRIGGER once_stays BEFORE UPDATE ON once
  BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER once_remains BEFORE DELETE ON once
  BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
"""


def create_file(path: Path) -> None:
    """Make an empty ledger file.

    Raises:
        Conflict: When a file is there already.
    """
    if path.exists():
        raise Conflict(
            Text(
                zh=f"账本 {path} 已存在，不会覆盖。",
                en=f"The ledger {path} is there already; it is never overwritten.",
            )
        )
    with explained(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(
                f"BEGIN IMMEDIATE; {TABLES} PRAGMA application_id = {_APPLICATION};"
                f"PRAGMA user_version = {_FORM}; COMMIT;"
            )
        finally:
            connection.close()


def connect(path: Path) -> sqlite3.Connection:
    """Open a ledger file that is there.

    Raises:
        RegisterDamaged: When it is missing, or no ledger of the form that this program reads.
    """
    if not path.is_file():
        raise RegisterDamaged(
            Text(
                zh=f"账本 {path} 不存在。请用备份恢复登记库。",
                en=f"The ledger {path} is missing. Restore the register from a backup.",
            )
        )
    with explained(path):
        connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            marks = [
                connection.execute(f"PRAGMA {mark}").fetchone()[0]
                for mark in ("application_id", "user_version")
            ]
            if marks != [_APPLICATION, _FORM]:
                raise _no_ledger(path)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA trusted_schema = OFF")
            with disk_explained(path):
                sync_write_ahead(path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what it means here.

    Raises:
        Conflict: When another process is writing for longer than we wait.
        RegisterDamaged: When the file is damaged.
        EvenhandError: When the disk is full or failed: nothing was acknowledged.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise _meaning(fault, path) from fault


def _meaning(fault: Exception, path: Path) -> EvenhandError:
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Conflict(
            Text(
                zh="另一个命令正在写入登记库。请稍后重试；本次没有登记任何内容。",
                en="Another command is writing to the register. Try again; nothing was recorded.",
            )
        )
    if code == sqlite3.SQLITE_FULL:
        return EvenhandError(
            Text(
                zh="磁盘已满，没有登记任何内容。腾出空间后请重试。",
                en="The disk is full; nothing was recorded. Make room, then try again.",
            )
        )
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
        return EvenhandError(
            Text(
                zh=f"磁盘未能保存 {path}（{fault}）。不得视为已登记；请检查磁盘并运行 evenhand check。",
                en=f"The disk did not keep {path} ({fault}). Take nothing for recorded; "
                "look at the disk and run evenhand check.",
            )
        )
    return RegisterDamaged(
        Text(
            zh=f"账本 {path} 已损坏：{fault}。请运行 evenhand check，并用备份恢复。",
            en=f"The ledger {path} is damaged: {fault}. Run evenhand check; restore from a backup.",
        )
    )


def _no_ledger(path: Path) -> RegisterDamaged:
    return RegisterDamaged(
        Text(
            zh=f"{path} 不是本版本可读的账本。",
            en=f"{path} is no ledger that this version reads.",
        )
    )
