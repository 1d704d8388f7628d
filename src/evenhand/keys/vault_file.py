"""The vault's SQLite file: its tables, how it is made and opened, and what its errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evenhand.kernel.errors import BadInput, Conflict, EvenhandError, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.keys.disk import sync_write_ahead

FILE = "vault.sqlite"
_APPLICATION = 0x4556564C  # "EVVL": marks the file as an Evenhand vault
_FORM = 1
_WAIT_SECONDS = 30
_DISK = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
)

_TABLES = """
CREATE TABLE secret (name TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE subject (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key BLOB) STRICT;
CREATE TABLE identity (
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  subject INTEGER NOT NULL UNIQUE,
  organisation_code TEXT,
  PRIMARY KEY (scheme, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_organisation_code ON identity (organisation_code);
CREATE TABLE delivery (delivery TEXT PRIMARY KEY, key BLOB) STRICT, WITHOUT ROWID;
"""


def create_file(folder: Path) -> None:
    """Make an empty vault in a new folder that only its owner can enter.

    Raises:
        Conflict: When the folder is there already.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        raise Conflict(
            Text(
                zh=f"保险库 {folder} 已存在，不会覆盖。",
                en=f"The vault {folder} is there already; it is never overwritten.",
            )
        ) from None
    path = folder / FILE
    path.touch(mode=0o600)
    with explained():
        connection = _plain(path)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(
                f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_APPLICATION};"
                f"PRAGMA user_version = {_FORM}; COMMIT;"
            )
        finally:
            connection.close()


def connect(folder: Path) -> sqlite3.Connection:
    """Open a vault that is there.

    Raises:
        RegisterDamaged: When it is missing or no vault.
        BadInput: When others than its owner can enter it.
    """
    path = folder / FILE
    if not path.is_file():
        raise RegisterDamaged(
            Text(
                zh=f"保险库 {folder} 缺失。它不在备份里：请把另行保管的保险库放回原处。",
                en=f"The vault {folder} is missing. It is in no backup: put back the one kept apart.",
            )
        )
    if (folder.stat().st_mode | path.stat().st_mode) & 0o077:
        raise BadInput(
            Text(
                zh=f"他人可以进入保险库 {folder}，因此不予打开。请先执行 chmod -R go= {folder}。",
                en=f"Others can enter the vault {folder}, so it is not opened. Run: chmod -R go= {folder}",
            )
        )
    with explained():
        connection = _plain(path)
        try:
            marks = [
                connection.execute(f"PRAGMA {mark}").fetchone()[0]
                for mark in ("application_id", "user_version")
            ]
            if marks != [_APPLICATION, _FORM]:
                raise damaged("not a vault that this version reads")
            sync_write_ahead(path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One durable transaction; an exception leaves nothing behind."""
    with explained():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def forget(connection: sqlite3.Connection) -> None:
    """Empty the write-ahead file, which may still hold what was destroyed.

    Raises:
        Conflict: When another process reads the vault just now.
    """
    with explained():
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise Conflict(
            Text(
                zh="另一个命令正在读取保险库，销毁尚未完成。请重试。",
                en="Another command is reading the vault; what was destroyed may not be gone yet. "
                "Try again.",
            )
        )


@contextmanager
def explained() -> Iterator[None]:
    """Turn what SQLite says into what it means here; no message quotes what the vault holds.

    Raises:
        Conflict: When another process is writing for longer than we wait.
        RegisterDamaged: When the file is damaged.
        EvenhandError: When the disk is full or failed.
    """
    try:
        yield
    except OSError as fault:
        raise _unkept(str(fault.strerror)) from None
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        name = getattr(fault, "sqlite_errorname", "SQLITE_CORRUPT")
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Conflict(
                Text(
                    zh="另一个命令正在使用保险库。请稍后重试；没有更改任何内容。",
                    en="Another command is using the vault. Try again; nothing was changed.",
                )
            ) from None
        if code in _DISK:
            raise _unkept(name) from None
        raise damaged(name) from None


def damaged(how: str) -> RegisterDamaged:
    """What is raised when the vault's file is not what it must be."""
    return RegisterDamaged(
        Text(
            zh=f"保险库已损坏（{how}）。请放回另行保管的副本。",
            en=f"The vault is damaged ({how}). Put back the copy kept apart.",
        )
    )


def _unkept(how: str) -> EvenhandError:
    return EvenhandError(
        Text(
            zh=f"磁盘未能保存保险库（{how}）。不得视为已写入；请检查磁盘。",
            en=f"The disk did not keep the vault ({how}). Take nothing for written; look at the disk.",
        )
    )


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
