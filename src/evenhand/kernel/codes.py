"""Unified social credit codes, organisation codes, residents' numbers, keyed pseudonyms.

The check of a unified social credit code follows GB 32100-2015 (weights 3^i mod 31, alphabet of 31
without I, O, S, V, Z); a remainder of 0 gives the check character 0. Codes with a letter prefix
(N1, A1, Y1 …) are valid. The organisation code inside (characters 9 to 17) follows GB 11714; a
resident's number GB 11643 (ISO 7064 MOD 11-2).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
from typing import Literal

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: value for value, character in enumerate(USCC_ALPHABET)}
_USCC = re.compile(rf"[{USCC_ALPHABET}]{{2}}[0-9]{{6}}[{USCC_ALPHABET}]{{10}}")
_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))

_ORGANISATION = re.compile(r"[0-9A-Z]{8}-?[0-9X]")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

_RESIDENT = re.compile(r"[1-9][0-9]{16}[0-9X]")
_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECK = "10X98765432"

SubjectKind = Literal["enterprise", "public_body", "social_organisation", "sole_trader", "resident"]
"""Whom records are about; a sole trader is treated as a resident in lists and publication (RF-3)."""


def has_uscc_form(code: str) -> bool:
    """Say whether a text has the form of a unified social credit code, its check aside."""
    return bool(_USCC.fullmatch(code))


def uscc_check_character(first17: str) -> str:
    """Compute the eighteenth character of a unified social credit code.

    Raises:
        KeyError: When a character is not of the alphabet.
    """
    total = sum(_VALUE[c] * w for c, w in zip(first17, _WEIGHTS, strict=True))
    return USCC_ALPHABET[-total % 31]


def uscc_passes(code: str) -> bool:
    """Say whether a code has the form and the right check character."""
    return has_uscc_form(code) and uscc_check_character(code[:17]) == code[17]


def organisation_code_passes(code: str) -> bool:
    """Say whether a nine-character organisation code (hyphen or none) passes GB 11714."""
    if not _ORGANISATION.fullmatch(code):
        return False
    bare = code.replace("-", "")
    total = sum(int(c, 36) * w for c, w in zip(bare[:8], _ORGANISATION_WEIGHTS, strict=True))
    return bare[8] == "0123456789X0"[11 - total % 11]


def organisation_code_in(uscc: str) -> str:
    """Return the nine-character organisation code inside a unified social credit code."""
    return uscc[8:17]


def kind_of_organisation(uscc: str) -> SubjectKind:
    """Say what kind of subject a unified social credit code registers, by its first two characters.

    11, 12, 13 and 19 are public bodies, 92 sole traders, 51 to 59 and other non-commercial
    registers social organisations, 91, 93 and the collectives (A, N, Y) enterprises.
    """
    if uscc[:1] == "1":
        return "public_body"
    if uscc[:2] == "92":
        return "sole_trader"
    if uscc[:1] in "9ANY":
        return "enterprise"
    return "social_organisation"


def resident_number_passes(number: str) -> bool:
    """Say whether an 18-character resident's number has its form, a real birth day and its check."""
    if not _RESIDENT.fullmatch(number) or birth_day(number) is None:
        return False
    total = sum(int(c) * w for c, w in zip(number[:17], _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_CHECK[total % 11] == number[17]


def resident_check_character(first17: str) -> str:
    """Compute the eighteenth character of a resident's number."""
    total = sum(int(c) * w for c, w in zip(first17, _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_CHECK[total % 11]


def birth_day(number: str) -> dt.date | None:
    """Return the day of birth inside a resident's number, or None when there is none."""
    try:
        return dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def years_old(born: dt.date, on: dt.date) -> int:
    """Count full years of age on a day; somebody born on 29 February ages on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def pseudonym(number: str, key: bytes) -> str:
    """Turn an identifier into 64 hexadecimal digits that only the holder of the key can make.

    Raises:
        ValueError: When the key is shorter than 32 bytes.
    """
    if len(key) < 32:
        raise ValueError("a pseudonym key has at least 32 bytes")
    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()


def document_key(authority: str, number: str, key: bytes) -> int:
    """Number a document by authority and document number with a key: 63 bits, joinable, mute."""
    made = hmac.new(key, f"{authority}\x1f{number}".encode(), hashlib.sha256).digest()
    return int.from_bytes(made[:8]) >> 1
