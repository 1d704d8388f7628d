"""Read a compound file, the container of old binary workbooks: its streams by name.

Only as much as the guard needs, following the published format [MS-CFB]: names and sizes of the
streams, and the first bytes of one. Chains are followed for as many sectors as the file has, so that
a loop ends.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

_HEADER: Final = struct.Struct("<8s16s5H6xIIII4sIIII")
_ENTRY: Final = struct.Struct("<64sHBBIII16sIQQIQ")
_FREE: Final = 0xFFFFFFFA
"""Sector numbers from here on are no sectors but marks: end of chain, free, table."""
_SMALLEST_BIG: Final = 4096
_LARGEST_DIRECTORY: Final = 2 * 1024 * 1024


class NotCompound(ValueError):
    """The bytes are no compound file, or a broken one."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One entry of the directory; ``kind`` is 1 for a folder, 2 for a stream, 5 for the root."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A compound file's directory, and the bytes of its streams.

    Attributes:
        streams: Every entry of the directory that is in use, folders too.
    """

    def __init__(self, data: bytes) -> None:
        """Read header, tables and directory.

        Raises:
            NotCompound: When they make no sense.
        """
        try:
            head = _HEADER.unpack_from(data)
        except struct.error:
            raise NotCompound("no header") from None
        major, order, shift, small_shift = head[3:7]
        if order != 0xFFFE or (major, shift) not in ((3, 9), (4, 12)) or small_shift != 6:
            raise NotCompound("an odd header")
        self._data = data
        self._size = 1 << shift
        self._most = len(data) // self._size + 1
        directory, small_table, more_tables = head[9], head[12], head[14]
        self._table = self._read_table(more_tables)
        self.streams = self._read_directory(directory)
        root = next((s for s in self.streams if s.kind == 5), None)
        if root is None:
            raise NotCompound("no root")
        self._small_table = _numbers(self._chain(small_table, root.size // 16 + 4))
        self._small = self._chain(root.start, root.size)

    def read(self, stream: Stream, limit: int) -> bytes:
        """Return the first bytes of a stream, at most ``limit``.

        Raises:
            NotCompound: When its chain leads out of the file.
        """
        wanted = min(stream.size, limit)
        if stream.size >= _SMALLEST_BIG:
            return self._chain(stream.start, wanted)
        made = bytearray()
        sector = stream.start
        while len(made) < wanted:
            if sector >= len(self._small_table):
                raise NotCompound("a broken chain")
            made += self._small[sector * 64 : sector * 64 + 64]
            sector = self._small_table[sector]
            if sector >= _FREE:
                break
        return bytes(made[:wanted])

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        if number >= _FREE or at >= len(self._data):
            raise NotCompound("a sector outside the file")
        return self._data[at : at + self._size]

    def _read_table(self, more: int) -> tuple[int, ...]:
        places = list(struct.unpack_from("<109I", self._data, 76))
        for _ in range(self._most):
            if more >= _FREE:
                break
            further = _numbers(self._sector(more))
            places += further[:-1]
            more = further[-1]
        enough = self._most * 4 // self._size + 1
        used = [place for place in places if place < _FREE][:enough]
        return _numbers(b"".join(map(self._sector, used)))

    def _chain(self, start: int, limit: int) -> bytes:
        made = bytearray()
        sector = start
        for _ in range(self._most):
            if sector >= _FREE or len(made) >= limit:
                return bytes(made[:limit])
            made += self._sector(sector)
            if sector >= len(self._table):
                raise NotCompound("a broken chain")
            sector = self._table[sector]
        raise NotCompound("a chain without end")

    def _read_directory(self, start: int) -> tuple[Stream, ...]:
        found: list[Stream] = []
        raw = self._chain(start, _LARGEST_DIRECTORY)
        for at in range(0, len(raw) - _ENTRY.size + 1, _ENTRY.size):
            text, length, kind, *_, first, size = _ENTRY.unpack_from(raw, at)
            if kind in (1, 2, 5) and 2 <= length <= 64:
                name = text[: length - 2].decode("utf-16-le", "backslashreplace")
                found.append(Stream(name, kind, first, size & 0xFFFFFFFF))
        return tuple(found)


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
