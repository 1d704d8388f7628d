"""The log of an edition as tiles and bundles of leaves (C2SP tlog-tiles), written and read back.

A bundle is a row of leaves, each after its length in two bytes; a tile is a row of hashes. An edition
carries all of them, so a stranger computes the root from the leaves and needs no proof by anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evenhand.kernel.findings import Place
from evenhand.publication import log_findings
from evenhand.publication.failing import failed
from evenhand.publication.layout import TILE_HEIGHT, TILE_WIDTH, Tile, tiles
from evenhand.publication.log import WIDTH, Tree, leaf_hash
from evenhand.publication.reading import Folder
from evenhand.publication.shards import LEAF_BYTES

_PREFIX = LEAF_BYTES.to_bytes(2)
_STRIDE = len(_PREFIX) + LEAF_BYTES
_TAGS = frozenset(b"EM")


class Log:
    """The leaves of a register's log, each of 33 bytes, and the tree over them."""

    __slots__ = ("_leaves", "tree")

    def __init__(self) -> None:
        self._leaves = bytearray()
        self.tree = Tree()

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return self.tree.size

    def append(self, leaves: Iterable[bytes]) -> int:
        """Add leaves; returns the index of the first.

        Raises:
            ValueError: When one is no leaf of an entry or a manifest; nothing is added then.
        """
        added = list(leaves)
        if any(len(leaf) != LEAF_BYTES or leaf[0] not in _TAGS for leaf in added):
            raise ValueError(f"a leaf is E or M and a digest, {LEAF_BYTES} bytes")
        first = self.tree.append(map(leaf_hash, added))
        self._leaves += b"".join(added)
        return first

    def copy(self) -> Log:
        """Return a log that can grow by itself."""
        other = Log()
        other._leaves = bytearray(self._leaves)
        other.tree = self.tree.copy()
        return other

    def leaf(self, index: int) -> bytes:
        """Return one leaf; empty when there is none."""
        return bytes(self._leaves[index * LEAF_BYTES : (index + 1) * LEAF_BYTES])

    def places(self) -> dict[bytes, int]:
        """Return the index at which each leaf was first recorded."""
        found: dict[bytes, int] = {}
        for index in range(self.size):
            found.setdefault(self.leaf(index), index)
        return found

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Return the path and bytes of every tile and bundle."""
        for tile in tiles(self.size):
            yield tile.path, self.hashes(tile)
            if tile.level == 0:
                first = tile.index * TILE_WIDTH
                leaves = (self.leaf(first + at) for at in range(tile.width))
                yield tile.entries_path, b"".join(_PREFIX + leaf for leaf in leaves)

    def hashes(self, tile: Tile) -> bytes:
        """Return the bytes of one tile."""
        first = tile.index * TILE_WIDTH
        return self.tree.hashes(tile.level * TILE_HEIGHT, first, first + tile.width)


def read_log(folder: Folder, size: int, root: bytes) -> Log:
    """Read the leaves and tiles of a log and hold them against its signed root.

    Raises:
        ProofFailed: Naming the first bundle, leaf or tile that does not belong to that root.
    """
    log = Log()
    for tile in tiles(size):
        if tile.level:
            break
        log.append(_bundle(folder, tile))
    if log.tree.root() != root:
        raise _misfit(folder, log, root)
    for tile in tiles(size):
        read, made = _tile(folder, tile), log.hashes(tile)
        if read != made:
            raise _wrong_tile(tile, _first_difference(read, made, WIDTH))
    return log


def _bundle(folder: Folder, tile: Tile) -> list[bytes]:
    """Read one bundle of leaves."""
    data = folder.read(tile.entries_path, tile.width * _STRIDE)
    leaves = []
    for at in range(tile.width):
        record = data[at * _STRIDE : (at + 1) * _STRIDE]
        if record[:2] != _PREFIX or record[2] not in _TAGS:
            raise _wrong_leaf(tile, at)
        leaves.append(record[2:])
    return leaves


def _tile(folder: Folder, tile: Tile) -> bytes:
    return folder.read(tile.path, tile.width * WIDTH)


def _misfit(folder: Folder, log: Log, root: bytes) -> Exception:
    """Say what is wrong when the leaves do not lead to the root: a leaf, a tile, or all of it."""
    by_tiles = Tree()
    base = [tile for tile in tiles(log.size) if tile.level == 0]
    for tile in base:
        read = _tile(folder, tile)
        by_tiles.append(read[at : at + WIDTH] for at in range(0, len(read), WIDTH))
    if by_tiles.root() != root:
        place = Place(base[0].entries_path if base else "tile")
        return failed(log_findings.WRONG_ROOT, place, size=log.size)
    for tile in base:
        first, stop = tile.index * TILE_WIDTH, tile.index * TILE_WIDTH + tile.width
        read, made = by_tiles.hashes(0, first, stop), log.tree.hashes(0, first, stop)
        if read != made:
            return _wrong_leaf(tile, _first_difference(read, made, WIDTH))
    return failed(log_findings.WRONG_ROOT, Place("tile"), size=log.size)


def _first_difference(one: bytes, other: bytes, stride: int) -> int:
    for at in range(0, len(one), stride):
        if one[at : at + stride] != other[at : at + stride]:
            return at // stride
    return len(one) // stride


def _wrong_leaf(tile: Tile, at: int) -> Exception:
    place = Place(tile.entries_path)
    return failed(log_findings.WRONG_LEAF, place, leaf=tile.index * TILE_WIDTH + at)


def _wrong_tile(tile: Tile, at: int) -> Exception:
    return failed(log_findings.WRONG_TILE, Place(tile.path), hash=at)
