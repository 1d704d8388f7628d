"""Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint), with Ed25519.

What it guards: a text is what the holder of one key signed under one name. What it does not do: it
trusts nobody; whoever checks brings the key.

Rules:

1. A note is a text that ends in a newline, an empty line, and signature lines: an em dash, the
   key's name, and base64 of the four bytes of the key ID and the signature over the text.
2. The key ID is the first four bytes of SHA-256(name || 0x0A || 0x01 || public key).
3. Signatures of unknown keys are passed over; one of the known key that does not fit refuses the note.
4. A checkpoint's text is origin, size and root, a line each. Evenhand's origin is its key's name.
5. Base64 has one spelling: what does not encode back to itself is malformed.

One worked use::

    note = sign_note(Checkpoint("register.example/log", tree.size, tree.root()).text(), name, key)
    Checkpoint.read(open_note(note, NoteKey(name, key.public)))
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import Protocol, Self

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Place
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.publication import log_findings
from evenhand.publication.failing import failed
from evenhand.publication.layout import CHECKPOINT

LONGEST_NOTE = 65_536
"""Bytes; a note above this is refused unread."""

_ED25519 = b"\x01"
_DASH = "\u2014"
_NAME = re.compile(r"[^\s+]+")
_SIGNATURE = re.compile(rf"{_DASH} ([^\s+]+) ([A-Za-z0-9+/]+=*)")
_SIZE = re.compile(r"0|[1-9][0-9]{0,14}")
_VKEY = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)")


class Signer(Protocol):
    """Whoever signs: ``keys.signing.PrivateKey`` is one."""

    @property
    def public(self) -> PublicKey:
        """The key that checks the signatures."""

    def sign(self, message: bytes) -> bytes:
        """Sign some bytes."""


@dataclass(frozen=True, slots=True)
class NoteKey:
    """A public key under a name, as C2SP writes it: ``name+hash+base64`` (a "vkey")."""

    name: str
    public: PublicKey

    def __post_init__(self) -> None:
        """Refuse a name that a signature line cannot carry.

        Raises:
            BadInput: When it is empty or has a space or a plus sign.
        """
        if not _NAME.fullmatch(self.name):
            raise BadInput(
                Text(
                    zh=f"“{self.name}”不能作签名名称：不能有空格和加号。",
                    en=f'"{self.name}" cannot name a signing key: no spaces and no plus signs.',
                )
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form.

        Raises:
            BadInput: When it is malformed, of another algorithm, or its hash does not fit.
        """
        read = _VKEY.fullmatch(text.strip())
        raw = decoded(read[3]) if read else None
        if read is None or raw is None or len(raw) != 33 or raw[:1] != _ED25519:
            raise _no_key(text)
        key = cls(read[1], PublicKey.parse("ed25519:" + encoded(raw[1:])))
        if key.key_id.hex() != read[2]:
            raise _no_key(text)
        return key

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each signature."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public.raw).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encoded(_ED25519 + self.public.raw)}"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log: who keeps it, how many leaves, and their root."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Write it as a note's text."""
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"

    @classmethod
    def read(cls, text: str, file: str = CHECKPOINT) -> Self:
        """Read a note's text; extension lines are passed over.

        Raises:
            ProofFailed: When it is no checkpoint.
        """
        lines = text.split("\n")
        root = decoded(lines[2]) if len(lines) > 3 else None
        if (
            root is None
            or len(root) != 32
            or not all(lines[:-1])
            or lines[-1]
            or not _SIZE.fullmatch(lines[1])
        ):
            raise failed(log_findings.NO_CHECKPOINT, Place(file))
        return cls(lines[0], int(lines[1]), root)


def sign_note(text: str, name: str, signer: Signer) -> bytes:
    """Sign a text that ends in a newline.

    Raises:
        ValueError: When the text does not end in a newline or holds a control character.
        BadInput: When the name cannot stand in a signature line.
    """
    if not text.endswith("\n") or _controls(text):
        raise ValueError("a note's text ends in a newline and has no control characters")
    key = NoteKey(name, signer.public)
    signature = encoded(key.key_id + signer.sign(text.encode()))
    return f"{text}\n{_DASH} {name} {signature}\n".encode()


def open_note(note: bytes, key: NoteKey, file: str = CHECKPOINT) -> str:
    """Return the text of a note that the key signed.

    Raises:
        ProofFailed: When the note is malformed, another key signed it, or the signature is false.
    """
    text, signatures = note_parts(note, file)
    known = [raw for name, raw in signatures if name == key.name and raw[:4] == key.key_id]
    if not known:
        names = ", ".join(f"{name}+{raw[:4].hex()}" for name, raw in signatures)
        raise failed(
            log_findings.OTHER_KEY,
            Place(file),
            read=names,
            allowed=f"{key.name}+{key.key_id.hex()}",
        )
    if not all(key.public.verifies(raw[4:], text.encode()) for raw in known):
        raise failed(log_findings.FALSE_SIGNATURE, Place(file), name=key.name)
    return text


def note_parts(note: bytes, file: str = CHECKPOINT) -> tuple[str, list[tuple[str, bytes]]]:
    """Split a note into its text and the name and bytes of each signature; nothing is verified.

    Raises:
        ProofFailed: When it is no note.
    """
    malformed = failed(log_findings.NO_NOTE, Place(file))
    try:
        whole = note.decode() if len(note) <= LONGEST_NOTE else ""
    except UnicodeDecodeError:
        raise malformed from None
    at = whole.rfind("\n\n")
    if at < 0 or not whole.endswith("\n") or _controls(whole):
        raise malformed
    signatures = []
    for line in whole[at + 2 : -1].split("\n"):
        read = _SIGNATURE.fullmatch(line)
        raw = decoded(read[2]) if read else None
        if read is None or raw is None or len(raw) < 5:
            raise malformed
        signatures.append((read[1], raw))
    return whole[: at + 1], signatures


def signed_by(note: bytes, key: NoteKey, file: str = CHECKPOINT) -> bytes:
    """Return a note with the signatures of one key alone, as the key's holder wrote it.

    Raises:
        ProofFailed: When it is no note.
    """
    text, signatures = note_parts(note, file)
    lines = (
        f"{_DASH} {name} {encoded(raw)}\n"
        for name, raw in signatures
        if name == key.name and raw[:4] == key.key_id
    )
    return f"{text}\n{''.join(lines)}".encode()


def encoded(raw: bytes) -> str:
    """Write bytes as base64 (RFC 4648, section 4)."""
    return base64.b64encode(raw).decode()


def decoded(text: str) -> bytes | None:
    """Read base64 in its one spelling; None when it is not that."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if encoded(raw) == text else None


def _controls(text: str) -> bool:
    return any(character < " " and character != "\n" for character in text)


def _no_key(text: str) -> BadInput:
    return BadInput(
        Text(
            zh=f"“{text[:120]}”不是验证公钥。请写 名称+8位十六进制+base64，或 ed25519:base64。",
            en=f'"{text[:120]}" is not a key that verifies. Write name+8 hexadecimal digits+base64, '
            "or ed25519:base64.",
        )
    )
