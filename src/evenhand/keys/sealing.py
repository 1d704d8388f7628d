"""Seal bytes under a key, so that its holder alone can read them and any change is noticed.

AES-256-GCM (NIST SP 800-38D). The nonce is made with HMAC-SHA-256 of the key from what is sealed
and what it is bound to: the same content sealed twice gives the same bytes, so that a delivery
that is tried again after a crash writes the same file; other content gives another nonce. What is
sealed is bound to its ``associated`` bytes (whose it is, where it stands) and opens nowhere else.
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Text

KEY_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16
_NONCE_DOMAIN = b"evenhand/seal/nonce/1"


def seal(key: bytes, plaintext: bytes, associated: bytes) -> bytes:
    """Seal a text: nonce (12 bytes), ciphertext, tag (16 bytes).

    Raises:
        ValueError: When the key has not 32 bytes.
    """
    _check(key)
    nonce = _nonce(key, plaintext, associated)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, associated)


def unseal(key: bytes, sealed: bytes, associated: bytes) -> bytes:
    """Open what ``seal`` made.

    Raises:
        ProofFailed: When a bit was changed, or key or associated bytes are others.
        ValueError: When the key has not 32 bytes.
    """
    _check(key)
    if len(sealed) >= _NONCE_BYTES + _TAG_BYTES:
        try:
            return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], associated)
        except InvalidTag:
            pass
    raise ProofFailed(
        Text(
            zh="密封内容已被改动，或不是用此密钥在此处密封的。",
            en="Sealed bytes were changed, or were not sealed with this key for this place.",
        )
    )


def _check(key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("a sealing key has 32 bytes")


def _nonce(key: bytes, plaintext: bytes, associated: bytes) -> bytes:
    own = hmac.digest(key, _NONCE_DOMAIN, hashlib.sha256)
    bound = len(associated).to_bytes(8) + associated + plaintext
    return hmac.digest(own, bound, hashlib.sha256)[:_NONCE_BYTES]
