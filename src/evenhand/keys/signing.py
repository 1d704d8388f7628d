"""Ed25519 keys (RFC 8032): who signs, and whether it was really them.

A private key lives in a PEM file (PKCS 8) that nobody but its owner can read. A public key is
written ``ed25519:`` and 44 characters of base64, and stands in settings and events.
"""

from __future__ import annotations

import base64
import binascii
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

from evenhand.kernel.errors import BadInput, Conflict
from evenhand.kernel.text import Text
from evenhand.keys.disk import sync_folder

_PREFIX = "ed25519:"
_SEED_BYTES = 32
_FIELD = 2**255 - 19
_EIGHTH = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL_ORDER = frozenset({0, 1, _FIELD - 1, _EIGHTH, _FIELD - _EIGHTH})
"""Heights y of the points of order 1, 2, 4 and 8: a "signature" of such a key fits any message."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half of an Ed25519 key; ``raw`` are its 32 bytes."""

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse bytes that are no key that one person alone can sign with.

        Raises:
            BadInput: When there are not 32, or they name a point outside the curve's canonical
                form or of small order.
        """
        height = int.from_bytes(self.raw, "little") & (2**255 - 1)
        if len(self.raw) != _SEED_BYTES or height >= _FIELD or height in _SMALL_ORDER:
            raise _no_public_key(self.raw.hex())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the form ``ed25519:<base64>``.

        Raises:
            BadInput: When the text does not have it.
        """
        try:
            if not text.startswith(_PREFIX):
                raise ValueError
            raw = base64.b64decode(text[len(_PREFIX) :], validate=True)
        except (ValueError, binascii.Error):
            raise _no_public_key(text) from None
        key = cls(raw)
        if str(key) != text:
            raise _no_public_key(text)
        return key

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Say whether the holder of the private half signed exactly this message."""
        try:
            ed25519.Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def __str__(self) -> str:
        return _PREFIX + base64.b64encode(self.raw).decode()


class PrivateKey:
    """The private half; it prints nothing of itself."""

    __slots__ = ("_key",)

    def __init__(self, key: ed25519.Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def from_chance(cls, chance: bytes) -> Self:
        """Make a key of 32 random bytes, which enter at the edge.

        Raises:
            ValueError: When there are not 32.
        """
        if len(chance) != _SEED_BYTES:
            raise ValueError("a private key needs 32 random bytes")
        return cls(ed25519.Ed25519PrivateKey.from_private_bytes(chance))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a key file.

        Raises:
            BadInput: When it is missing, readable by others, or no Ed25519 key in PEM (PKCS 8).
        """
        try:
            with path.open("rb") as file:
                open_to_others = os.fstat(file.fileno()).st_mode & 0o077
                data = file.read()
        except OSError as fault:
            raise BadInput(
                Text(
                    zh=f"无法读取密钥文件 {path}：{fault.strerror}。",
                    en=f"The key file {path} cannot be read: {fault.strerror}.",
                )
            ) from None
        if open_to_others:
            raise BadInput(
                Text(
                    zh=f"他人可以读取密钥文件 {path}，因此不予使用。请先执行 chmod 600 {path}。",
                    en=f"Others can read the key file {path}, so it is not used. Run: chmod 600 {path}",
                )
            )
        try:
            key = serialization.load_pem_private_key(data, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            key = None
        if not isinstance(key, ed25519.Ed25519PrivateKey):
            raise BadInput(
                Text(
                    zh=f"{path} 不是未加密的 Ed25519 私钥（PEM，PKCS 8）。",
                    en=f"{path} is not an unencrypted Ed25519 private key (PEM, PKCS 8).",
                )
            )
        return cls(key)

    def write(self, path: Path) -> None:
        """Write the key to a new file that only its owner can read; durable when it returns.

        Raises:
            Conflict: When a file is there already.
            BadInput: When it cannot be written there.
        """
        data = self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        try:
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(file, "wb") as opened:
                os.fchmod(opened.fileno(), 0o600)
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
            sync_folder(path.parent)
        except FileExistsError:
            raise Conflict(
                Text(
                    zh=f"文件 {path} 已存在，密钥不会覆盖它。",
                    en=f"The file {path} is there already; a key never overwrites it.",
                )
            ) from None
        except OSError as fault:
            raise BadInput(
                Text(
                    zh=f"无法写入密钥文件 {path}：{fault.strerror}。",
                    en=f"The key file {path} cannot be written: {fault.strerror}.",
                )
            ) from None

    def sign(self, message: bytes) -> bytes:
        """Sign a message: 64 bytes, the same for the same message."""
        return self._key.sign(message)

    @property
    def public(self) -> PublicKey:
        """The public half."""
        raw = self._key.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        return PublicKey(raw)

    def __repr__(self) -> str:
        return f"PrivateKey of {self.public}"


def _no_public_key(read: str) -> BadInput:
    return BadInput(
        Text(
            zh=f"“{read}”不是 Ed25519 公钥（形如 ed25519:加 44 个 base64 字符）。",
            en=f'"{read}" is not an Ed25519 public key (ed25519: and 44 characters of base64).',
        )
    )
