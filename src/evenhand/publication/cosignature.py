"""Cosignatures of witnesses under a checkpoint (C2SP tlog-cosignature, Ed25519).

What it guards: somebody other than the log's keeper saw this head at this time, and saw that it
continues every head that they saw before. What it does not do: it says nothing about the leaves.

Rules:

1. A witness's key is written ``name+hash+base64`` like a log's, with algorithm byte 4 instead of 1, so
   that neither can be taken for the other.
2. A signature line carries the key ID, the time in eight bytes (big-endian, seconds since 1970), and
   64 bytes of Ed25519 over ``cosignature/v1``, the time, and the whole text of the head.
3. Lines of unknown keys are passed over; a line of a known one that does not fit refuses the note.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Place
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.cosigning import LATEST_SECONDS, cosigned, cosigned_message
from evenhand.keys.signing import PublicKey
from evenhand.publication import witness_findings
from evenhand.publication.failing import failed
from evenhand.publication.layout import CHECKPOINT
from evenhand.publication.sign import Signer, decoded, encoded, note_parts

_ALGORITHM: Final = b"\x04"
_DASH: Final = "\u2014"
_BYTES: Final = 4 + 8 + 64
_VKEY = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)")
_LATEST_MOMENT: Final = 253_402_300_799
"""The last second of the year 9999: later ones are times, and no moments."""


@dataclass(frozen=True, slots=True)
class WitnessKey:
    """A witness's public key under its name."""

    name: str
    public: PublicKey

    def __post_init__(self) -> None:
        """Refuse a name that a signature line cannot carry.

        Raises:
            BadInput: When it is empty or has a space or a plus sign.
        """
        if not re.fullmatch(r"[^\s+]+", self.name):
            raise BadInput(
                Text(
                    zh=f"“{self.name}”不能作见证人的名称：不能有空格和加号。",
                    en=f'"{self.name}" cannot name a witness: no spaces and no plus signs.',
                )
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form.

        Raises:
            BadInput: When it is malformed, a log's key, or its hash does not fit.
        """
        read = _VKEY.fullmatch(text.strip())
        raw = decoded(read[3]) if read else None
        if read is None or raw is None or len(raw) != 33 or raw[:1] != _ALGORITHM:
            raise _no_key(text)
        key = cls(read[1], PublicKey.parse("ed25519:" + encoded(raw[1:])))
        if key.key_id.hex() != read[2]:
            raise _no_key(text)
        return key

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each of its signatures."""
        message = self.name.encode() + b"\n" + _ALGORITHM + self.public.raw
        return hashlib.sha256(message).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encoded(_ALGORITHM + self.public.raw)}"


@dataclass(frozen=True, slots=True)
class Cosignature:
    """One witness's cosignature of one head.

    Attributes:
        seconds: When, by the witness's clock.
        signature: 64 bytes over the head and the time.
    """

    witness: WitnessKey
    seconds: int
    signature: bytes

    @property
    def at(self) -> Moment:
        """When, as a moment; the last that there is for a time beyond all."""
        return dt.datetime.fromtimestamp(min(self.seconds, _LATEST_MOMENT), dt.UTC)

    def line(self) -> str:
        """Write it as a signature line, without its newline."""
        raw = self.witness.key_id + self.seconds.to_bytes(8, "big") + self.signature
        return f"{_DASH} {self.witness.name} {encoded(raw)}"


def cosign(text: str, name: str, signer: Signer, seconds: int) -> Cosignature:
    """Cosign the text of a head at a time.

    Raises:
        ValueError: When the time is none that a cosignature can have.
        BadInput: When the name cannot stand in a signature line.
    """
    key = WitnessKey(name, signer.public)
    return Cosignature(key, seconds, signer.sign(cosigned_message(text, seconds)))


def cosignatures(
    note: bytes, witnesses: Iterable[WitnessKey], file: str = CHECKPOINT
) -> tuple[Cosignature, ...]:
    """Return the cosignatures of known witnesses under a note, in its order.

    Raises:
        ProofFailed: When the note is malformed, or a line of a known witness does not fit its text.
    """
    text, signatures = note_parts(note, file)
    found: list[Cosignature] = []
    for witness in witnesses:
        for name, raw in signatures:
            if name != witness.name or raw[:4] != witness.key_id:
                continue
            seconds = int.from_bytes(raw[4:12], "big")
            if (
                len(raw) != _BYTES
                or seconds > LATEST_SECONDS
                or not cosigned(witness.public, text, seconds, raw[12:])
            ):
                raise failed(witness_findings.FALSE_COSIGNATURE, Place(file), name=witness.name)
            found.append(Cosignature(witness, seconds, raw[12:]))
    return tuple(found)


def with_lines(note: bytes, lines: Iterable[str]) -> bytes:
    """Add signature lines to a note, each once."""
    there = set(note.decode().split("\n"))
    return note + "".join(f"{line}\n" for line in lines if line not in there).encode()


def _no_key(text: str) -> BadInput:
    return BadInput(
        Text(
            zh=f"“{text[:120]}”不是见证人的公钥。请写 名称+8位十六进制+base64（算法字节为 4）。",
            en=f'"{text[:120]}" is not a key of a witness. Write name+8 hexadecimal digits+base64, with '
            "algorithm byte 4.",
        )
    )
