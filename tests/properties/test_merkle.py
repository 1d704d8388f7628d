"""Merkle proofs: published vectors, every small tree against the definition, forgeries refused."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.publication.log import (
    EMPTY_ROOT,
    Tree,
    holds_consistency,
    holds_inclusion,
    leaf_hash,
    node_hash,
)

# The eight leaves and roots of the Certificate Transparency test suite (RFC 6962 reference code).
LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree_of(count: int) -> Tree:
    tree = Tree()
    tree.append(leaf_hash(b"leaf %d" % number) for number in range(count))
    return tree


def defined_root(leaves: list[bytes]) -> bytes:
    """The root as RFC 9162 defines it, without any of the code under test but the two hashes."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(defined_root(leaves[:split]), defined_root(leaves[split:]))


def test_the_published_roots() -> None:
    tree = Tree()
    tree.append(map(leaf_hash, LEAVES))
    assert [tree.root(size).hex() for size in range(1, 9)] == ROOTS
    assert tree.root(0) == EMPTY_ROOT == hashlib.sha256().digest()


def test_the_published_proofs() -> None:
    tree = Tree()
    tree.append(map(leaf_hash, LEAVES))
    assert [step.hex() for step in tree.inclusion(5, 8)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]
    assert [step.hex() for step in tree.consistency(6, 8)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]
    assert [step.hex() for step in tree.consistency(2, 5)] == [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]


def test_every_tree_up_to_130_leaves() -> None:
    tree = tree_of(130)
    leaves = [leaf_hash(b"leaf %d" % number) for number in range(130)]
    roots = [tree.root(size) for size in range(131)]
    assert roots == [defined_root(leaves[:size]) for size in range(131)]
    for size in (1, 2, 3, 7, 64, 65, 100, 127, 128, 129, 130):
        for index in range(size):
            proof = tree.inclusion(index, size)
            assert holds_inclusion(leaves[index], index, size, proof, roots[size])
            assert not holds_inclusion(leaves[index], index + 1, size, proof, roots[size])
        for old in range(size + 1):
            proof = tree.consistency(old, size)
            assert holds_consistency(old, roots[old], size, roots[size], proof)


def test_a_tree_that_grew_piece_by_piece_is_the_same_tree() -> None:
    whole, pieces = tree_of(1000), Tree()
    cuts = [0, 1, 2, 255, 256, 257, 700, 1000]
    for start, stop in pairwise(cuts):
        first = pieces.append(leaf_hash(b"leaf %d" % number) for number in range(start, stop))
        assert first == start
    assert pieces.root() == whole.root()
    assert [pieces.root(size) for size in cuts] == [whole.root(size) for size in cuts]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_other_leaf_index_size_or_step_is_proven(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 200))
    tree = tree_of(size)
    index = data.draw(st.integers(0, size - 1))
    proof = list(tree.inclusion(index))
    leaf, root = leaf_hash(b"leaf %d" % index), tree.root()
    assert holds_inclusion(leaf, index, size, proof, root)
    at = data.draw(st.integers(0, len(proof) - 1))
    bit = data.draw(st.integers(0, 255))
    changed = bytearray(proof[at])
    changed[bit // 8] ^= 1 << (bit % 8)
    assert not holds_inclusion(
        leaf, index, size, [*proof[:at], bytes(changed), *proof[at + 1 :]], root
    )
    assert not holds_inclusion(leaf, index, size, proof[:-1], root)
    assert not holds_inclusion(leaf, index, size, [*proof, root], root)
    assert not holds_inclusion(leaf_hash(b"other"), index, size, proof, root)
    assert not holds_inclusion(leaf, size, size, proof, root)
    assert not holds_inclusion(leaf, -1, size, proof, root)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_rewritten_past_is_not_consistent(data: st.DataObject) -> None:
    old = data.draw(st.integers(1, 150))
    size = data.draw(st.integers(old, 200))
    tree = tree_of(size)
    proof = list(tree.consistency(old))
    rewritten = data.draw(st.integers(0, old - 1))
    before = Tree()
    before.append(
        leaf_hash(b"other" if number == rewritten else b"leaf %d" % number) for number in range(old)
    )
    assert holds_consistency(old, tree.root(old), size, tree.root(), proof)
    assert not holds_consistency(old, before.root(), size, tree.root(), proof)
    assert not holds_consistency(old, tree.root(old), size, EMPTY_ROOT, proof)
    assert not holds_consistency(old, tree.root(old), size, tree.root(), [*proof, EMPTY_ROOT])
    if proof:
        assert not holds_consistency(old, tree.root(old), size, tree.root(), proof[:-1])
        assert not holds_consistency(old, tree.root(old), size, tree.root(), [])


def test_a_proof_from_nothing_is_empty_and_from_the_empty_root() -> None:
    tree = tree_of(5)
    assert tree.consistency(0) == ()
    assert holds_consistency(0, EMPTY_ROOT, 5, tree.root(), ())
    assert not holds_consistency(0, tree.root(), 5, tree.root(), ())
    assert not holds_consistency(6, tree.root(), 5, tree.root(), ())


def test_a_tree_refuses_what_it_never_had() -> None:
    tree = tree_of(5)
    with pytest.raises(IndexError, match="5 leaves and never had 6"):
        tree.root(6)
    with pytest.raises(IndexError, match="no leaf 5"):
        tree.inclusion(5)
    with pytest.raises(IndexError, match="no leaf 3"):
        tree.inclusion(3, 3)
    with pytest.raises(IndexError, match="never had 6 before"):
        tree.consistency(6)
    with pytest.raises(IndexError, match="no 3 complete subtrees of height 1"):
        tree.hashes(1, 0, 3)
    with pytest.raises(ValueError, match="32 bytes"):
        tree.append([b"short"])
    assert tree.size == 5


def test_a_copy_grows_by_itself() -> None:
    tree = tree_of(6)
    other = tree.copy()
    other.append([leaf_hash(b"more"), leaf_hash(b"and more")])
    assert (tree.size, other.size) == (6, 8)
    assert tree.root() == tree_of(6).root() == other.root(6)
