"""What the edition before lends the next one: files that have not changed, and that they were checked.

What it guards: a shard that was checked, line by line, in an edition of the same log is not wrong in a
later edition whose log continues that one, as long as its bytes are the same. What depends on the
edition that it stands in, the days, the kind and the versions of its lines, is checked again.
What it does not do: nothing is taken for the same by its name or its time; bytes are read and hashed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evenhand.kernel.errors import ProofFailed
from evenhand.publication.layout import MANIFEST
from evenhand.publication.manifest import FileRow
from evenhand.publication.manifest_reading import read_manifest
from evenhand.publication.reading import Folder
from evenhand.publication.shards import manifest_leaf, read_line
from evenhand.publication.tiles import Log

_NOTHING: Final[Mapping[str, FileRow]] = {}


@dataclass(frozen=True, slots=True)
class Checked:
    """An edition that was verified when it was published, and is still there.

    Attributes:
        root: Its folder.
        note: Its signed checkpoint; whoever relies on the rest checks that the log continues it.
        files: Its files as its manifest names them; none when it was withdrawn.
    """

    root: Path
    note: bytes
    files: Mapping[str, FileRow]

    def file(self, path: str) -> bytes | None:
        """Read one of its files; None when it is not what the manifest says, or there is none."""
        row = self.files.get(path)
        if row is None:
            return None
        try:
            data = Folder(self.root).read(path, row.size)
        except ProofFailed:
            return None
        return data if hashlib.sha256(data).hexdigest() == row.digest else None

    def lend(self, path: str, data: bytes, target: Path) -> bool:
        """Give a file that has these very bytes another name; False when there is no such file."""
        try:
            if Folder(self.root).read(path, len(data)) != data:
                return False
            os.link(self.root / path, target)
        except (ProofFailed, OSError):  # not there, or a file system that knows no second name
            return False
        return True


def checked(root: Path, note: bytes, log: Log) -> Checked:
    """Read what an edition can lend: nothing when its manifest is gone, or not the one in its log."""
    try:
        data = Folder(root).read(MANIFEST)
        logged = manifest_leaf(data) == log.leaf(max(log.size - 1, 0))
        files = {row.path: row for row in read_manifest(data).files} if logged else _NOTHING
    except ProofFailed:
        files = _NOTHING
    return Checked(root, note, files)


@dataclass(frozen=True, slots=True)
class Brief:
    """What of the lines of a shard depends on the edition that they stand in.

    Attributes:
        entries: The first and the last entry's number.
        days: The latest day on which one began, and the earliest last day of one.
    """

    count: int
    entries: tuple[str, str]
    kind: str
    versions: frozenset[str]
    days: tuple[str, str]


def brief_of(data: bytes) -> Brief | None:
    """Sum up a shard that was checked line by line before; None when it has to be read like any other.

    In canonical JSON a quote inside a text has a backslash before it, so a key with its quotes and
    colon is found nowhere but where it is the key.
    """
    versions = frozenset(_texts(data, b"version"))
    if not versions or any("\\" in version for version in versions):
        return None
    first = read_line(data[: data.index(b"\n") + 1])
    last = read_line(data[data.rfind(b"\n", 0, -1) + 1 :])
    return Brief(
        count=data.count(b"\n"),
        entries=(first.fields["entry"], last.fields["entry"]),
        kind=first.fields["kind"],
        versions=versions,
        days=(max(_texts(data, b"since")), min(_texts(data, b"last_day"))),
    )


def _texts(data: bytes, key: bytes) -> Iterator[str]:
    """The different values of a key whose values are texts."""
    parts = iter(data.split(b'"%s":"' % key))
    next(parts)
    return (one.decode() for one in {part[: part.index(b'"')] for part in parts})
