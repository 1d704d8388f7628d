"""Signed notes and checkpoints against the vectors that C2SP and its reference code publish."""

from __future__ import annotations

import pytest

from evenhand.kernel.errors import BadInput, ProofFailed
from evenhand.keys.signing import PrivateKey
from evenhand.publication.sign import Checkpoint, NoteKey, decoded, encoded, open_note, sign_note
from tests.unit.publication.town import KEY, NAMED, ORIGIN, OTHER_KEY

# golang.org/x/mod/sumdb/note, the reference implementation's own key and note
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETER_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETER_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
PETER_NOTE = (
    PETER_TEXT + "\n— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
).encode()


def note(text: str = "linhe.example/log\n3\n" + encoded(b"r" * 32) + "\n") -> bytes:
    return sign_note(text, ORIGIN, KEY)


def refused(data: bytes, key: NoteKey = NAMED) -> ProofFailed:
    with pytest.raises(ProofFailed) as caught:
        open_note(data, key)
    return caught.value


def test_the_reference_note_verifies_and_is_made_byte_for_byte() -> None:
    key = NoteKey.parse(PETER)
    assert key.key_id.hex() == "c74f20a3"
    assert str(key) == PETER
    assert open_note(PETER_NOTE, key) == PETER_TEXT
    raw = decoded(PETER_SECRET)
    assert raw is not None
    assert sign_note(PETER_TEXT, "PeterNeumann", PrivateKey.from_chance(raw[1:])) == PETER_NOTE


def test_no_part_of_the_reference_key_is_a_key() -> None:
    for start in range(len(PETER)):
        for stop in range(start + 1, len(PETER) + 1):
            if (start, stop) != (0, len(PETER)):
                with pytest.raises(BadInput):
                    NoteKey.parse(PETER[start:stop])


@pytest.mark.parametrize(
    "vkey",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",  # length
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",  # algorithm
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",  # hash
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",  # space
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "",
    ],
)
def test_a_key_that_is_none_is_refused_in_words(vkey: str) -> None:
    with pytest.raises(BadInput, match="is not a key that verifies"):
        NoteKey.parse(vkey)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "全　角", "line\nbreak"])
def test_a_name_that_no_line_can_carry_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="cannot name a signing key"):
        NoteKey(name, KEY.public)


def test_another_key_of_the_same_name_is_named_beside_ours() -> None:
    said = refused(sign_note("text\n", ORIGIN, OTHER_KEY))
    assert said.finding is not None
    assert said.finding.kind.code == "E-ED-03"
    other = NoteKey(ORIGIN, OTHER_KEY.public)
    assert f"Signed by {ORIGIN}+{other.key_id.hex()}; your key is {ORIGIN}+" in str(said)


def test_the_same_key_under_another_name_is_another_signer() -> None:
    assert "Signed by other.example/log+" in str(
        refused(sign_note("text\n", "other.example/log", KEY))
    )


def test_a_false_signature_is_refused() -> None:
    data = note().replace(b"\n3\n", b"\n4\n")
    said = refused(data)
    assert "does not fit the text" in str(said)
    assert "签名与文本不符" in said.said_in("zh")


def test_one_false_signature_of_the_key_refuses_the_note_whatever_stands_beside_it() -> None:
    good, bad = note(), sign_note("other text\n", ORIGIN, KEY)
    both = good + bad[bad.rindex(b"\n\n") + 2 :]
    assert "E-ED-04" in str(refused(both))


def test_signatures_of_unknown_keys_are_passed_over() -> None:
    witness = sign_note("linhe.example/log\n3\n" + encoded(b"r" * 32) + "\n", "witness", OTHER_KEY)
    both = note() + witness[witness.rindex(b"\n\n") + 2 :]
    assert open_note(both, NAMED).startswith(ORIGIN)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "nothing"),
        (b"text\n", "no signature"),
        (b"text\n\n", "an empty signature block"),
        (note()[:-1], "no last newline"),
        (note() + b"\n", "an empty line after"),
        (note().replace("—".encode(), b"-"), "a hyphen for the dash"),
        (note().replace(b"log\n3", b"log\r\n3"), "a carriage return"),
        (note().replace(b"\n3\n", b"\n\xff\n"), "no UTF-8"),
        (note()[:-3] + b"A=\n", "base64 with stray bits"),
        (note() + b"\xe2\x80\x94 short QUJD\n", "a signature without key ID"),
        (b"x" * 70_000, "too long"),
    ],
)
def test_a_malformed_note_is_refused(data: bytes, what: str) -> None:
    said = refused(data)
    assert said.finding is not None
    assert said.finding.kind.code in ("E-ED-02", "E-ED-04"), what


def test_every_bit_of_a_note_matters() -> None:
    good = note()
    for at in range(len(good) * 8):
        changed = bytearray(good)
        changed[at // 8] ^= 1 << (at % 8)
        with pytest.raises(ProofFailed):
            open_note(bytes(changed), NAMED)


def test_what_cannot_be_a_notes_text_is_not_signed() -> None:
    for text in ("no newline", "tab\there\n", ""):
        with pytest.raises(ValueError, match="ends in a newline"):
            sign_note(text, ORIGIN, KEY)


def test_a_checkpoint_reads_back() -> None:
    head = Checkpoint(ORIGIN, 12, b"r" * 32)
    assert Checkpoint.read(head.text()) == head
    assert Checkpoint.read(head.text() + "an extension\n") == head
    assert Checkpoint.read(Checkpoint(ORIGIN, 0, b"e" * 32).text()).size == 0


def test_the_checkpoint_of_the_specification_is_read() -> None:
    text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    head = Checkpoint.read(text)
    assert (head.origin, head.size) == ("example.com/behind-the-sofa", 20852163)
    assert head.text() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n1\n",
        "origin\n01\n" + encoded(b"r" * 32) + "\n",
        "origin\n-1\n" + encoded(b"r" * 32) + "\n",
        "origin\n1\n" + encoded(b"r" * 31) + "\n",
        "origin\n1\n" + encoded(b"r" * 32),
        "\n1\n" + encoded(b"r" * 32) + "\n",
        "origin\n1\n" + encoded(b"r" * 32) + "\n\nmore\n",
        "origin\n" + "9" * 30 + "\n" + encoded(b"r" * 32) + "\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ProofFailed, match="origin, size and root, a line each"):
        Checkpoint.read(text)
