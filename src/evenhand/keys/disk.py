"""Make files and their names durable; a file's own fsync says nothing of its name."""

from __future__ import annotations

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Make a file's bytes durable, whoever wrote them.

    Raises:
        OSError: When the disk did not keep them.
    """
    _sync(path, os.O_RDONLY)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable.

    Raises:
        OSError: When the disk did not keep them.
    """
    _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def sync_write_ahead(database: Path) -> None:
    """Make what stands in an SQLite file's write-ahead file durable, and that file's name.

    A process that was killed may have left transactions that SQLite recovers from bytes nobody
    synced; whoever is told of them next must be able to count on them. And SQLite overlooks it
    when its own sync of the folder fails.

    Raises:
        OSError: When the disk did not keep them.
    """
    write_ahead = database.with_name(database.name + "-wal")
    if write_ahead.exists():
        sync_file(write_ahead)
    sync_folder(database.parent)


def _sync(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
