"""Identifiers that parse, print and refuse.

Slugs name what people write into files (schemes, lists, sources). Numbered identifiers name what
the register makes: a record and a subject are 63-bit numbers inside, because engines group and
join numbers fastest, and print as thirteen letters and digits outside, because a canonical value
holds no integer above 2^53 and a person should be able to read one aloud.
"""

from __future__ import annotations

import hashlib
import re
from typing import ClassVar, Self

from evenhand.kernel.errors import MalformedIdentifier
from evenhand.kernel.text import Text

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TOP = 1 << 63
_DIGITS = frozenset(_CROCKFORD)
_PAIRS = [first + second for first in _CROCKFORD for second in _CROCKFORD]
_AS_BASE_32 = str.maketrans(_CROCKFORD, "0123456789ABCDEFGHIJKLMNOPQRSTUV")


class Identifier(str):
    """A text of one exact form; equal to, hashed and sorted as that text."""

    __slots__ = ()
    form: ClassVar[re.Pattern[str]] = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
    names: ClassVar[Text] = Text(zh="标识", en="identifier")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take a text for an identifier of this class.

        Raises:
            MalformedIdentifier: When the text does not have the form.
        """
        if not cls.form.fullmatch(text):
            raise MalformedIdentifier(
                Text(
                    zh=f"“{text}”不是{cls.names.zh}。",
                    en=f'"{text}" is not the form of a {cls.names.en}.',
                )
            )
        return cls(text)


class AuthorityId(Identifier):
    """A court or agency of the catalogue, such as ``linhe-tax-office``."""

    names = Text(zh="主管部门标识", en="authority")


class SourceId(Identifier):
    """A source contract, such as ``linhe-tax-penalties``."""

    names = Text(zh="数据源标识", en="source")


class RecordType(Identifier):
    """A record type of the catalogue, such as ``food_safety_penalty``."""

    names = Text(zh="信息类别", en="record type")


class SchemeId(Identifier):
    """A scheme, such as ``linhe-osmanthus``; its version stands beside it, never inside."""

    names = Text(zh="评价办法标识", en="scheme")


class ListId(Identifier):
    """A red or black list of a scheme, such as ``food-safety-serious``."""

    names = Text(zh="名单标识", en="list")


class PersonId(Identifier):
    """Somebody who acts: steward, auditor, clerk, officer."""

    names = Text(zh="人员标识", en="person")


class CaseId(Identifier):
    """A case: the first 16 hexadecimal digits of its ground's digest, after ``C-``."""

    form = re.compile(r"C-[0-9a-f]{16}")
    names = Text(zh="案件编号", en="case")


class EntryId(Identifier):
    """An entry on a list: its case's digits after ``E-``."""

    form = re.compile(r"E-[0-9a-f]{16}")
    names = Text(zh="名单记录编号", en="entry")


class DeliveryId(Identifier):
    """A delivery: the first 16 hexadecimal digits of its bytes' SHA-256, after ``D-``."""

    form = re.compile(r"D-[0-9a-f]{16}")
    names = Text(zh="报送批次编号", en="delivery")

    @classmethod
    def of(cls, digest: str) -> Self:
        """Name a delivery by the SHA-256 (hexadecimal) of its bytes."""
        return cls.parse("D-" + digest[:16])


class _Number(int):
    """A number of 63 bits that prints as a letter, a hyphen and 13 letters and digits."""

    letter: ClassVar[str]
    names: ClassVar[Text]

    def __str__(self) -> str:
        value = int(self)
        return (
            f"{self.letter}-{_CROCKFORD[value >> 60 & 31]}{_PAIRS[value >> 50 & 1023]}"
            f"{_PAIRS[value >> 40 & 1023]}{_PAIRS[value >> 30 & 1023]}{_PAIRS[value >> 20 & 1023]}"
            f"{_PAIRS[value >> 10 & 1023]}{_PAIRS[value & 1023]}"
        )

    __repr__ = __str__

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the printed form back.

        Raises:
            MalformedIdentifier: When the text does not have the form.
        """
        tail = text[2:].upper()
        if text[:2].upper() != f"{cls.letter}-" or len(tail) != 13 or not _DIGITS.issuperset(tail):
            raise MalformedIdentifier(
                Text(
                    zh=f"“{text}”不是{cls.names.zh}（形如 {cls.letter}-0123456789ABC）。",
                    en=f'"{text}" is not a {cls.names.en} (they look like {cls.letter}-0123456789ABC).',
                )
            )
        return cls(int(tail.translate(_AS_BASE_32), 32) % _TOP)


class RecordId(_Number):
    """A record, numbered by what it is made of: delivery, sheet and row."""

    letter = "R"
    names = Text(zh="信息编号", en="record")

    @classmethod
    def of(cls, delivery: DeliveryId, sheet: str, row: int) -> Self:
        """Number the record that one row of one delivery becomes; the same for ever."""
        named = f"{delivery}\x1f{sheet}\x1f{row}".encode()
        return cls(int.from_bytes(hashlib.sha256(named).digest()[:8]) % _TOP)


class SubjectId(_Number):
    """A subject's random number; it says nothing of who that is, the vault alone knows."""

    letter = "S"
    names = Text(zh="主体编号", en="subject")

    @classmethod
    def from_chance(cls, chance: bytes) -> Self:
        """Make a number of eight random bytes, which enter at the edge.

        Raises:
            ValueError: When there are not eight.
        """
        if len(chance) != 8:
            raise ValueError("a subject's number needs eight random bytes")
        return cls(int.from_bytes(chance) % _TOP)
