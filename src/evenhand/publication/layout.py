"""The paths of a published edition (C2SP tlog-tiles), and nothing else.

A path is relative to the edition's folder, with ``/`` between its parts. Every path that an
edition may hold has one of the forms of this module, so that none leads out of the folder.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

CHECKPOINT = "checkpoint"
"""The signed head of the log."""

CONSISTENCY = "consistency"
"""Proof that this log continues the last edition's, as a witness takes it (C2SP tlog-witness)."""

MANIFEST = "manifest.json"
README = "README.txt"

KEYS = "keys.json"
"""What the register says about keys that were replaced or revoked; only where one was."""

TILES = "tile"
"""The folder of the log."""

SHARED = ("lists/", f"{TILES}/")
"""Beginnings of the paths of files that editions of one register may share."""

POINTER = "current"
"""Beside the editions: a file with the number of the one that is current, and a newline."""

TILE_HEIGHT = 8
TILE_WIDTH = 256
SHARD_ENTRIES = 10_000
"""At most so many entries stand in one shard."""

MOST_SHARDS = 9_999
"""At most so many shards has one list."""

_NAME = r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?"
_VERSION = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?"
_LISTED = re.compile(
    rf"README\.txt|keys\.json|lists/{_NAME}/{_NAME}/[0-9]{{4}}\.(?:jsonl|csv)"
    rf"|schemes/{_NAME}/{_VERSION}/(?:scheme\.yaml|sentences\.(?:zh|en)\.txt)"
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: level, index in the level, and its width in hashes (256, or less at the edge)."""

    level: int
    index: int
    width: int

    @property
    def path(self) -> str:
        """Where its hashes stand: ``tile/0/x001/067`` or ``tile/0/000.p/12``."""
        return f"{TILES}/{self.level}/{_numbered(self.index, self.width)}"

    @property
    def entries_path(self) -> str:
        """Where the leaves of a tile of level 0 stand: ``tile/entries/x001/067``.

        Raises:
            ValueError: When the tile is of a higher level.
        """
        if self.level:
            raise ValueError(f"a tile of level {self.level} has no leaves of its own")
        return f"{TILES}/entries/{_numbered(self.index, self.width)}"


def tiles(size: int) -> Iterator[Tile]:
    """Name every tile of a log of ``size`` leaves, level by level, the partial one last in each."""
    level, count = 0, size
    while count:
        full, rest = divmod(count, TILE_WIDTH)
        for index in range(full):
            yield Tile(level, index, TILE_WIDTH)
        if rest:
            yield Tile(level, full, rest)
        level, count = level + 1, full


def shard_paths(scheme: str, list_: str, number: int) -> tuple[str, str]:
    """Return the paths of one shard, counted from 1: its JSON Lines and its CSV.

    Raises:
        ValueError: When a name or the number fits no path.
    """
    stem = f"lists/{scheme}/{list_}/{number:04d}"
    return _checked(f"{stem}.jsonl"), _checked(f"{stem}.csv")


def scheme_paths(scheme: str, version: str) -> tuple[str, str, str]:
    """Return the paths of a scheme in force: its file, its sentences in zh and in en.

    A version that fits no path, such as one with a slash, stands under ``v-`` and the first sixteen
    digits of its SHA-256.

    Raises:
        ValueError: When the name fits no path.
    """
    plain = re.fullmatch(_VERSION, version)
    named = version if plain else "v-" + hashlib.sha256(version.encode()).hexdigest()[:16]
    folder = f"schemes/{scheme}/{named}"
    return (
        _checked(f"{folder}/scheme.yaml"),
        _checked(f"{folder}/sentences.zh.txt"),
        _checked(f"{folder}/sentences.en.txt"),
    )


def may_be_listed(path: str) -> bool:
    """Say whether a manifest may name a file by this path."""
    return bool(_LISTED.fullmatch(path))


def _checked(path: str) -> str:
    if not may_be_listed(path):
        raise ValueError(f"{path} is no path of an edition")
    return path


def _numbered(index: int, width: int) -> str:
    """Write a tile's index in groups of three digits, with its width when it is partial."""
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03d}")
    return "/".join(reversed(groups)) + ("" if width == TILE_WIDTH else f".p/{width}")
