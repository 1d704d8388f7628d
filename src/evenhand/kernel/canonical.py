"""One canonical byte form and one digest for each value.

The form is RFC 8785 (JSON Canonicalization Scheme) narrowed to what Evenhand may say: objects with
text keys, arrays, texts, true, false, null and integers of at most 2^53 - 1. Binary floating point
is refused, so that no number depends on who prints it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None

_LARGEST = 2**53 - 1


def canonical(value: Json) -> bytes:
    """Return the canonical bytes of a value: UTF-8, keys sorted by UTF-16 units, no white space.

    Raises:
        TypeError: When the value holds a float, a key that is no text, or another type.
        ValueError: When an integer is beyond 2^53 - 1.
    """
    return json.dumps(
        _checked(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(value: Json) -> str:
    """Return the SHA-256 of a value's canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _checked(value: Json) -> Json:
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise ValueError(f"{value} is beyond 2^53 - 1; write it as text")
        return int(value)
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a canonical object has text keys only")
        in_order = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return {key: _checked(value[key]) for key in in_order}
    if isinstance(value, (list, tuple)):
        return [_checked(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")
