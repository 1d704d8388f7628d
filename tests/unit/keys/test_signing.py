"""Keys that sign: the standard's own example, files, and what is refused."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from evenhand.kernel.errors import BadInput, Conflict
from evenhand.keys.signing import PrivateKey, PublicKey

SEED = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
PUBLIC = bytes.fromhex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
SIGNATURE = bytes.fromhex(
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
    "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
)
FIELD = 2**255 - 19


@pytest.fixture
def private() -> PrivateKey:
    return PrivateKey.from_chance(SEED)


def test_signs_as_the_third_example_of_rfc_8032(private: PrivateKey) -> None:
    assert private.public.raw == PUBLIC
    assert private.sign(bytes.fromhex("af82")) == SIGNATURE
    assert private.public.verifies(SIGNATURE, bytes.fromhex("af82"))


def test_a_public_key_reads_what_it_prints(private: PrivateKey) -> None:
    said = str(private.public)
    assert said.startswith("ed25519:")
    assert len(said) == len("ed25519:") + 44
    assert PublicKey.parse(said) == private.public


def test_a_key_file_is_read_back_and_nobody_else_can_read_it(
    private: PrivateKey, tmp_path: Path
) -> None:
    path = tmp_path / "clerk.pem"
    private.write(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().startswith(b"-----BEGIN PRIVATE KEY-----")
    assert PrivateKey.read(path).public == private.public


def test_a_private_key_prints_nothing_of_itself(private: PrivateKey) -> None:
    told = repr(private) + str(private)
    assert base64.b64encode(SEED).decode() not in told
    assert SEED.hex() not in told


@pytest.mark.parametrize("bit", range(0, 512, 37))
def test_a_changed_signature_does_not_verify(private: PrivateKey, bit: int) -> None:
    changed = bytearray(SIGNATURE)
    changed[bit // 8] ^= 1 << bit % 8
    assert not private.public.verifies(bytes(changed), bytes.fromhex("af82"))


def test_a_signature_of_another_message_or_length_does_not_verify(private: PrivateKey) -> None:
    assert not private.public.verifies(SIGNATURE, b"another message")
    assert not private.public.verifies(SIGNATURE[:63], bytes.fromhex("af82"))
    assert not private.public.verifies(b"", bytes.fromhex("af82"))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o610])
def test_a_key_file_that_others_can_open_is_refused(
    private: PrivateKey, tmp_path: Path, mode: int
) -> None:
    path = tmp_path / "clerk.pem"
    private.write(path)
    path.chmod(mode)
    with pytest.raises(BadInput, match=r"Others can read the key file .* chmod 600") as refused:
        PrivateKey.read(path)
    assert "他人可以读取密钥文件" in refused.value.said_in("zh")


def test_a_key_never_overwrites_a_file(private: PrivateKey, tmp_path: Path) -> None:
    path = tmp_path / "clerk.pem"
    path.write_text("somebody else's")
    with pytest.raises(Conflict, match="there already; a key never overwrites it"):
        private.write(path)
    assert path.read_text() == "somebody else's"


def test_a_missing_key_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.pem cannot be read: No such file"):
        PrivateKey.read(tmp_path / "none.pem")


def test_a_key_is_not_written_where_there_is_no_folder(private: PrivateKey, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"key\.pem cannot be written: No such file"):
        private.write(tmp_path / "none" / "key.pem")


def pem(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey, secret: bytes = b"") -> bytes:
    encryption = (
        serialization.BestAvailableEncryption(secret) if secret else serialization.NoEncryption()
    )
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no key",
        pem(ec.generate_private_key(ec.SECP256R1())),
        pem(ed25519.Ed25519PrivateKey.from_private_bytes(SEED), b"passphrase"),
    ],
)
def test_a_file_that_is_no_plain_ed25519_key_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.touch(0o600)
    path.write_bytes(data)
    with pytest.raises(BadInput, match="is not an unencrypted Ed25519 private key"):
        PrivateKey.read(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ed25519:",
        "rsa:" + base64.b64encode(PUBLIC).decode(),
        base64.b64encode(PUBLIC).decode(),
        "ed25519:" + base64.b64encode(PUBLIC[:31]).decode(),
        "ed25519:" + base64.b64encode(PUBLIC + b"\0").decode(),
        "ed25519:" + base64.b64encode(PUBLIC).decode() + "\n",
        "ed25519: " + base64.b64encode(PUBLIC).decode(),
        "ed25519:" + base64.b64encode(PUBLIC).decode()[:-2] + "W=",  # unused bits set
        "ed25519:钥匙",
    ],
)
def test_what_is_not_the_one_form_of_a_public_key_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not an Ed25519 public key"):
        PublicKey.parse(text)


SMALL = [0, 1, FIELD - 1, 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7]
EIGHTHS = [*SMALL, FIELD - SMALL[3], FIELD, FIELD + 1]


@pytest.mark.parametrize("sign", [0, 1 << 255])
@pytest.mark.parametrize("height", EIGHTHS)
def test_a_key_with_which_a_signature_fits_any_message_is_refused(height: int, sign: int) -> None:
    with pytest.raises(BadInput, match="is not an Ed25519 public key"):
        PublicKey((height | sign).to_bytes(32, "little"))


def test_the_refused_points_are_those_that_forge() -> None:
    """With the neutral point as key, one signature fits every message: the library lets it pass."""
    neutral = (1).to_bytes(32, "little")
    forged = neutral + bytes(32)
    library = ed25519.Ed25519PublicKey.from_public_bytes(neutral)
    library.verify(forged, b"list this company")
    library.verify(forged, b"and that one")


def test_other_than_32_random_bytes_make_no_key() -> None:
    with pytest.raises(ValueError, match="32 random bytes"):
        PrivateKey.from_chance(b"too short")
