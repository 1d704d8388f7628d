"""The order of a durable write: bytes, fsync, rename, fsync of the folder.

Whoever names a file in the ledger writes it first, through here: a crash at any step leaves the
old state or the new one, and at most a leftover whose name says that it is one. A failing fsync
is final (``docs/adr``): the kernel may have dropped the bytes and would report success the next
time, so it is never tried again; the command ends without a receipt.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from evenhand.kernel.errors import EvenhandError
from evenhand.kernel.text import Text
from evenhand.keys.disk import sync_file, sync_folder

LEFTOVER = ".partial"
"""Ending of every name under construction; no finished file of a register ends so."""


def write_durably(path: Path, data: bytes) -> None:
    """Write a file whole, in place of one that is there; durable when it returns.

    Raises:
        EvenhandError: When the disk is full or did not keep the bytes; the old file is as it was.
    """
    with file_written_durably(path) as file:
        file.write(data)


@contextmanager
def file_written_durably(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Give a file to write into; at exit its bytes are made durable, then it is named ``path``.

    Args:
        path: Its name in the end; what is there already is replaced.
        mode: Who may read it, less what the process masks.

    Raises:
        EvenhandError: As ``write_durably``.
    """
    temporary = path.with_name(path.name + LEFTOVER)
    with disk_explained(path):
        try:
            opened = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, mode)
            with os.fdopen(opened, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


@contextmanager
def folder_written_durably(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write into; at exit all in it is made durable, then named ``folder``.

    Raises:
        EvenhandError: When the disk is full or did not keep the bytes; there is no ``folder`` then.
    """
    temporary = folder.with_name(folder.name + LEFTOVER)
    with disk_explained(folder):
        if temporary.exists():
            shutil.rmtree(temporary)
        temporary.mkdir()
        try:
            yield temporary
            for parent, _, names in os.walk(temporary, topdown=False):
                for name in names:
                    sync_file(Path(parent, name))
                sync_folder(Path(parent))
            temporary.rename(folder)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        sync_folder(folder.parent)


def write_folder_durably(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files so that it appears whole or not at all; durable when it returns.

    Raises:
        EvenhandError: As ``folder_written_durably``.
    """
    with folder_written_durably(folder) as under_construction:
        for name, data in files.items():
            (under_construction / name).write_bytes(data)


def make_folder_durably(folder: Path) -> None:
    """Make a folder if it is not there; its name is durable when it returns.

    Raises:
        EvenhandError: When the disk is full or did not keep the name.
    """
    with disk_explained(folder):
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def remove_durably(path: Path) -> None:
    """Remove a file or a folder if it is there; gone for good when it returns.

    A folder is renamed to a leftover first, so that it is never seen half empty.

    Raises:
        EvenhandError: When the disk did not keep the removal.
    """
    with disk_explained(path):
        if path.is_dir():
            going = path.with_name(path.name + LEFTOVER)
            path.rename(going)
            sync_folder(path.parent)
            shutil.rmtree(going)
        else:
            path.unlink(missing_ok=True)
        sync_folder(path.parent)


def clear_leftovers(folder: Path) -> tuple[Path, ...]:
    """Remove what a crash left under construction in a folder; returns what it removed.

    Only whoever holds the register's lock may call it: another command's work looks the same.
    """
    leftovers = tuple(sorted(folder.glob(f"*{LEFTOVER}"))) if folder.is_dir() else ()
    with disk_explained(folder):
        for path in leftovers:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        if leftovers:
            sync_folder(folder)
    return leftovers


def keep_names(folder: Path) -> None:
    """Make the names in a folder durable, whoever wrote them.

    Raises:
        EvenhandError: When the disk did not keep them.
    """
    with disk_explained(folder):
        sync_folder(folder)


@contextmanager
def disk_explained(path: Path) -> Iterator[None]:
    """Turn what the operating system says of a disk into what it means here.

    Raises:
        EvenhandError: In place of every ``OSError``.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            text = Text(
                zh=f"磁盘已满，{path} 没有写入。腾出空间后请重试。",
                en=f"The disk is full; {path} was not written. Make room, then try again.",
            )
        else:
            text = Text(
                zh=f"磁盘未能保存 {path}（{fault.strerror}）。"
                "不得视为已收到；请检查磁盘并运行 evenhand check。",
                en=f"The disk did not keep {path} ({fault.strerror}). Take nothing for received; "
                "look at the disk and run evenhand check.",
            )
        raise EvenhandError(text) from fault
