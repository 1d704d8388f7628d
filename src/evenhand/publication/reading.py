"""Read the files of an edition that nobody vouches for yet.

What it guards: only plain files inside the folder are opened, none is read beyond the size that it
may have, and a link, device or pipe is refused before it is opened.
What it does not do: it judges no content.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from evenhand.kernel.findings import Place
from evenhand.publication import log_findings
from evenhand.publication.failing import failed

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; no file of an edition is larger."""

_PLAINLY = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
    _PLAINLY |= getattr(os, _flag, 0)  # a stranger's system may lack one


class Folder:
    """An edition's folder; paths have the forms of ``layout``."""

    __slots__ = ("_checked", "_root")

    def __init__(self, root: Path) -> None:
        self._root = root
        self._checked: set[str] = set()

    def read(self, path: str, size: int | None = None) -> bytes:
        """Read one file whole.

        Args:
            path: Where it stands in the edition.
            size: How many bytes it must have; None for a file that says so itself.

        Raises:
            ProofFailed: When it is missing, no plain file, too large, or of another size.
        """
        self._check_folders(path)
        try:
            handle = os.open(self._root / path, _PLAINLY)
        except OSError as fault:
            raise self._unreadable(path, fault) from None
        with os.fdopen(handle, "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise failed(log_findings.NO_PLAIN_FILE, Place(path), read=path)
            if status.st_size > LARGEST_FILE:
                raise failed(log_findings.TOO_LARGE, Place(path), read=path, allowed=LARGEST_FILE)
            if size is not None and status.st_size != size:
                raise failed(
                    log_findings.WRONG_SIZE, Place(path), read=status.st_size, allowed=size
                )
            data = opened.read(LARGEST_FILE + 1)
        if len(data) != status.st_size:
            raise failed(
                log_findings.WRONG_SIZE, Place(path), read=len(data), allowed=status.st_size
            )
        return data

    def paths(self) -> Iterator[str]:
        """Name every file below the folder, in order.

        Raises:
            ProofFailed: At the first thing that is neither a plain file nor a folder.
        """
        waiting = [""]
        while waiting:
            inside = waiting.pop()
            folders = []
            for one in self._listed(inside):
                path = f"{inside}{one.name}"
                if one.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/")
                elif one.is_file(follow_symlinks=False):
                    yield path
                else:
                    raise failed(log_findings.NO_PLAIN_FILE, Place(path), read=path)
            waiting.extend(reversed(folders))

    def _listed(self, inside: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._root / inside) as listed:
                return sorted(listed, key=lambda entry: entry.name)
        except OSError as fault:
            raise self._unreadable(inside, fault) from None

    def _check_folders(self, path: str) -> None:
        """Refuse a path that leads through a link."""
        parts = path.split("/")[:-1]
        for depth in range(1, len(parts) + 1):
            inside = "/".join(parts[:depth])
            if inside in self._checked:
                continue
            try:
                mode = os.lstat(self._root / inside).st_mode
            except OSError as fault:
                raise self._unreadable(path, fault) from None
            if not stat.S_ISDIR(mode):
                raise failed(log_findings.NO_PLAIN_FILE, Place(inside), read=inside)
            self._checked.add(inside)

    def _unreadable(self, path: str, fault: OSError) -> Exception:
        if fault.errno in (errno.ENOENT, errno.ENOTDIR):
            return failed(log_findings.MISSING_FILE, Place(path))
        if fault.errno == errno.ELOOP:
            return failed(log_findings.NO_PLAIN_FILE, Place(path), read=path)
        said = fault.strerror or str(fault)
        return failed(log_findings.UNREADABLE, Place(path), file=path, read=said)
