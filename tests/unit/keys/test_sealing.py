"""Sealed bytes open for their key and place alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.errors import ProofFailed
from evenhand.keys.sealing import seal, unseal

KEY = bytes(range(32))
KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS, st.binary(), st.binary())
def test_what_is_sealed_opens_and_is_sealed_alike_again(
    key: bytes, plaintext: bytes, associated: bytes
) -> None:
    sealed = seal(key, plaintext, associated)
    assert unseal(key, sealed, associated) == plaintext
    assert seal(key, plaintext, associated) == sealed
    assert len(sealed) == 12 + len(plaintext) + 16


@given(st.binary(max_size=40), st.data())
def test_any_flipped_bit_is_refused(plaintext: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, plaintext, b"R-1"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ProofFailed, match="Sealed bytes were changed"):
        unseal(KEY, bytes(sealed), b"R-1")


@given(KEYS, st.binary(), st.binary())
def test_another_key_or_place_is_refused(key: bytes, plaintext: bytes, place: bytes) -> None:
    sealed = seal(KEY, plaintext, b"R-1")
    if key != KEY:
        with pytest.raises(ProofFailed):
            unseal(key, sealed, b"R-1")
    if place != b"R-1":
        with pytest.raises(ProofFailed):
            unseal(KEY, sealed, place)


@given(st.lists(st.tuples(st.binary(max_size=8), st.binary(max_size=8)), unique=True, max_size=60))
def test_no_two_contents_share_a_nonce(contents: list[tuple[bytes, bytes]]) -> None:
    nonces = {seal(KEY, plaintext, place)[:12] for plaintext, place in contents}
    assert len(nonces) == len(contents)


def test_place_and_content_do_not_run_into_each_other() -> None:
    assert seal(KEY, b"bc", b"a")[:12] != seal(KEY, b"c", b"ab")[:12]


@pytest.mark.parametrize("length", [0, 1, 12, 27])
def test_a_cut_off_seal_is_refused(length: int) -> None:
    sealed = seal(KEY, b"", b"R-1")
    with pytest.raises(ProofFailed, match="not sealed with this key for this place") as refused:
        unseal(KEY, sealed[:length], b"R-1")
    assert "密封内容已被改动" in refused.value.said_in("zh")


@pytest.mark.parametrize("key", [b"", KEY[:16], KEY + b"\0"])
def test_a_key_of_another_length_is_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal(key, b"", b"")
    with pytest.raises(ValueError, match="32 bytes"):
        unseal(key, bytes(40), b"")
