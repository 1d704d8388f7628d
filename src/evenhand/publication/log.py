"""The append-only log: Merkle tree, inclusion and consistency proofs (RFC 9162, section 2.1).

What it guards: whoever holds one root and its size can tell whether a leaf is in the tree, and
whether a later tree only added to the earlier one (invariant E1).
What it does not do: it neither signs nor stores; it says nothing about the truth of a leaf.

Rules:

1. A leaf hash is SHA-256(0x00 || leaf), a node SHA-256(0x01 || left || right).
2. A tree of n leaves splits at the largest power of two below n; the empty tree is SHA-256("").
3. Only complete subtrees are kept; the ragged right edge is computed when asked for.

One worked use::

    tree = Tree()
    tree.append(leaf_hash(text) for text in (b"a", b"b", b"c"))
    holds_inclusion(leaf_hash(b"b"), 1, 3, tree.inclusion(1), tree.root())   # True
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

WIDTH = 32
"""Bytes of one hash."""

EMPTY_ROOT = hashlib.sha256().digest()


def leaf_hash(leaf: bytes) -> bytes:
    """Hash one leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbours into the node above them."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A Merkle tree that only grows; it keeps 64 bytes for each leaf.

    ``levels[k]`` is the row of hashes of complete subtrees of 2^k leaves, one after another.
    """

    __slots__ = ("_levels",)

    def __init__(self) -> None:
        self._levels: list[bytearray] = [bytearray()]

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0]) // WIDTH

    def copy(self) -> Tree:
        """Return a tree that can grow by itself."""
        other = Tree()
        other._levels = [bytearray(level) for level in self._levels]
        return other

    def append(self, leaf_hashes: Iterable[bytes]) -> int:
        """Add leaf hashes at the right; returns the index of the first.

        Raises:
            ValueError: When one of them has not 32 bytes; nothing is added then.
        """
        first = self.size
        added = list(leaf_hashes)
        if any(len(one) != WIDTH for one in added):
            raise ValueError(f"a leaf hash has {WIDTH} bytes")
        self._levels[0] += b"".join(added)
        self._complete()
        return first

    def _complete(self) -> None:
        """Hash every pair that became complete, level by level."""
        sha256 = hashlib.sha256
        for height, below in enumerate(self._levels):
            whole = len(below) // (2 * WIDTH)
            if not whole:
                return
            if height + 1 == len(self._levels):
                self._levels.append(bytearray())
            above = self._levels[height + 1]
            done = len(above) // WIDTH
            above += b"".join(
                [
                    sha256(b"\x01" + below[at : at + 2 * WIDTH]).digest()
                    for at in range(done * 2 * WIDTH, whole * 2 * WIDTH, 2 * WIDTH)
                ]
            )

    def hashes(self, height: int, first: int, stop: int) -> bytes:
        """Return the hashes of the complete subtrees ``first`` to ``stop`` of 2^height leaves each.

        Raises:
            IndexError: When they are not all complete.
        """
        if height >= len(self._levels) or stop * WIDTH > len(self._levels[height]):
            raise IndexError(f"the tree has no {stop} complete subtrees of height {height}")
        return bytes(self._levels[height][first * WIDTH : stop * WIDTH])

    def root(self, size: int | None = None) -> bytes:
        """Return the root, or the root that the tree had at an earlier size.

        Raises:
            IndexError: When the tree never had that size.
        """
        stop = self._size(size)
        return self._subtree(0, stop) if stop else EMPTY_ROOT

    def inclusion(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that leaf ``index`` is in the tree of ``size`` leaves (RFC 9162, 2.1.3.1).

        Raises:
            IndexError: When the tree never had that size, or that size no such leaf.
        """
        stop = self._size(size)
        if not 0 <= index < stop:
            raise IndexError(f"a tree of {stop} leaves has no leaf {index}")
        return tuple(self._path(index, 0, stop))

    def consistency(self, old: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that the tree of ``size`` leaves only added to that of ``old`` (RFC 9162, 2.1.4.1).

        The proof is empty when ``old`` is 0 or equals ``size``.

        Raises:
            IndexError: When the tree never had one of the sizes, or ``old`` is the larger.
        """
        stop = self._size(size)
        if not 0 <= old <= stop:
            raise IndexError(f"a tree of {stop} leaves never had {old} before")
        return tuple(self._changes(old, 0, stop, whole=True)) if old else ()

    def _size(self, size: int | None) -> int:
        if size is None:
            return self.size
        if not 0 <= size <= self.size:
            raise IndexError(f"the tree has {self.size} leaves and never had {size}")
        return size

    def _subtree(self, start: int, stop: int) -> bytes:
        """Hash the leaves from ``start`` to ``stop``; ``start`` is a multiple of the split."""
        length = stop - start
        height = length.bit_length() - 1
        if length == 1 << height:
            at = (start >> height) * WIDTH
            return bytes(self._levels[height][at : at + WIDTH])
        split = start + _split(length)
        return node_hash(self._subtree(start, split), self._subtree(split, stop))

    def _path(self, index: int, start: int, stop: int) -> list[bytes]:
        if stop - start == 1:
            return []
        split = start + _split(stop - start)
        if index < split:
            return [*self._path(index, start, split), self._subtree(split, stop)]
        return [*self._path(index, split, stop), self._subtree(start, split)]

    def _changes(self, old: int, start: int, stop: int, *, whole: bool) -> list[bytes]:
        """Collect the nodes that lead from the first ``old`` leaves to all up to ``stop``."""
        if old == stop:
            return [] if whole else [self._subtree(start, stop)]
        split = start + _split(stop - start)
        if old <= split:
            left = self._changes(old, start, split, whole=whole)
            return [*left, self._subtree(split, stop)]
        right = self._changes(old, split, stop, whole=False)
        return [*right, self._subtree(start, split)]


def holds_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Say whether a proof ties a leaf hash at ``index`` to the root of ``size`` leaves (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    here, last, made = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            made = node_hash(step, made)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            made = node_hash(made, step)
        here, last = here >> 1, last >> 1
    return last == 0 and made == root


def holds_consistency(
    old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]
) -> bool:
    """Say whether a proof ties the root of ``old`` leaves to a later root (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= size:
        return False
    if old in (0, size):
        known = EMPTY_ROOT if old == 0 else root
        return not proof and old_root == known
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not steps:
        return False
    here, last = old - 1, size - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    earlier = later = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            earlier, later = node_hash(step, earlier), node_hash(step, later)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            later = node_hash(later, step)
        here, last = here >> 1, last >> 1
    return last == 0 and earlier == old_root and later == root


def _split(length: int) -> int:
    """The largest power of two below a length of two or more."""
    return 1 << ((length - 1).bit_length() - 1)
